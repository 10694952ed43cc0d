"""Actors as they are compared: the parts of their names, where they are spoken of, and with whom they are tied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sociogram.graph.values import Graph
from sociogram.ids import slug
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Actor, LiteralObject
from sociogram.resolve.kinds import family
from sociogram.resolve.names import PersonName, name_key, person_name

_POSSESSIVES = ("’s ", "'s ", "s’ ", "s' ")
_LONGEST = 120
"""Characters of a name beyond which it is a sentence and is not compared."""
_MOST_NAMES = 12
"""Names of an actor that are compared: its own, then its aliases in their order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """An actor with what tells whether it is another one.

    ``proper`` says that the name is one ("Ann Lee", and not "the company" or "Ann Lee’s husband"); ``owner`` and
    ``owned`` are the two parts of "Ann Lee’s husband". ``claims`` counts those that it is an end of,
    and those that it asserts.
    """

    actor: Actor
    family: str
    names: tuple[str, ...]
    key: str
    proper: bool
    person: PersonName | None
    owner: str
    owned: str
    documents: frozenset[str]
    neighbours: frozenset[str]
    claims: int

    @property
    def is_local(self) -> bool:
        """Whether it is known within one document alone."""
        return len(self.documents) < 2

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its key."""
        return tuple(self.key.split("-"))


def make_profiles(graph: Graph) -> Mapping[str, Profile]:
    """The profile of each actor of ``graph`` by its id, in the order of the ids."""
    neighbours: dict[str, set[str]] = {actor.id: set() for actor in graph.actors}
    claims = dict.fromkeys(neighbours, 0)
    for tie in graph.ties:
        if not isinstance(tie.object, LiteralObject) and tie.object != tie.subject:
            neighbours[tie.subject].add(tie.object)
            neighbours[tie.object].add(tie.subject)
    for claim in graph.claims:
        ends = {claim.subject, *claim.asserters}
        if isinstance(claim.object, str):
            ends.add(claim.object)
        for end in ends & claims.keys():
            claims[end] += 1
    return {
        actor.id: _profile(actor, frozenset(neighbours[actor.id]), claims[actor.id]) for actor in graph.actors
    }


def _profile(actor: Actor, neighbours: frozenset[str], claims: int) -> Profile:
    name = actor.name[:_LONGEST]
    owner, owned = split_owner(name)
    kin = family(actor.kind)
    proper = not owned and is_proper(name)
    return Profile(
        actor=actor,
        family=kin,
        names=(name, *(alias for alias in actor.aliases if len(alias) <= _LONGEST))[:_MOST_NAMES],
        key=name_key(name),
        proper=proper,
        person=person_name(name) if proper and kin == "Person" else None,
        owner=owner,
        owned=owned,
        documents=frozenset(mention.document for mention in actor.mentions),
        neighbours=neighbours,
        claims=claims,
    )


def split_owner(name: str) -> tuple[str, str]:
    """Return "Ann Lee" and "husband" of "Ann Lee’s husband"; nothing twice where nobody owns it."""
    for mark in _POSSESSIVES:
        owner, found, owned = name.rpartition(mark)
        if found and owner and owned and not is_proper(owned):
            return (f"{owner}s" if mark.startswith("s") else owner), owned
    return "", ""


def is_proper(name: str) -> bool:
    """Whether ``name`` reads as a name: a capital or a figure first, and no small word but those that join."""
    words = name.split()
    if not words or not (words[0][0].isupper() or words[0][0].isdigit()) or name.startswith("“"):
        return False
    joining = _joining()
    small = [word for word in words[1:] if word[0].islower() and word.lower() not in joining]
    return all(len(word) <= 3 or slug(word).startswith(("al-", "el-")) for word in small)


def has_capital(name: str) -> bool:
    """Whether a word of ``name`` begins with a capital."""
    return any(word[0].isupper() for word in name.split())


@cache
def _joining() -> frozenset[str]:
    return load_vocabulary("suggest").words("joining")
