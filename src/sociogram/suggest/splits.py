"""Actors that may be two: two full names, two posts at one time, two birth dates, mentions of another kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sociogram.graph.values import Graph
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Actor, ActorMention, Claim, LiteralObject, Modality, Polarity
from sociogram.resolve.kinds import family
from sociogram.resolve.names import PersonName, name_key, names_agree, person_name
from sociogram.suggest.profiles import Profile, is_proper, split_owner
from sociogram.suggest.values import Suggestion

_ESTABLISHED = frozenset({Modality.ASSERTED, Modality.REPORTED})
_LEAST_SURE = 0.5
"""Confidence from which a claim can tell that an actor is two; chosen by hand."""
_FEW_WORDS = 4
"""Words of a personal name at most; with more it is a name with a title or an office."""


def find_splits(graph: Graph, profiles: Mapping[str, Profile]) -> Iterator[Suggestion]:
    """All splits, in no order, at most one of a rule for an actor."""
    for profile in profiles.values():
        for found in (_two_names(profile.actor, profile.family), _other_kind(profile.actor, profile.family)):
            if found is not None:
                yield found
    yield from _two_values(graph, profiles)


def _split(actor: Actor, right: str, right_name: str, rule: str, reason: str, score: float) -> Suggestion:
    return Suggestion(
        verdict="different",
        left=actor.id,
        right=right,
        left_name=actor.name,
        right_name=right_name,
        rule=rule,
        reason=reason,
        score=score,
    )


def place_of(mention: ActorMention) -> str:
    """A mention as a judgement names it."""
    return f"{mention.document}@{mention.start}-{mention.end}"


def _two_names(actor: Actor, kin: str) -> Suggestion | None:
    """A full name among the mentions of a person that nothing makes the actor's own."""
    if kin != "Person":
        return None
    own = [name for name in (_full(name) for name in (actor.name, *actor.aliases)) if name is not None]
    main = _full(actor.name)
    if main is None:
        return None
    for mention in actor.mentions:
        other = None if mention.pronoun else _full(mention.text)
        if other is None or _agrees(other, main) or set(mention.text.split()) <= set(actor.name.split()):
            continue
        known = other in own
        if other.surname == main.surname:
            reason, score = "two first names", 0.8
        elif other.given[0] == main.given[0] or other.surname in main.given or main.surname in other.given:
            continue
        else:
            reason, score = "two full names", 0.5
        if actor.identifiers and known:
            # The lists have more than one name for who goes by several.
            continue
        right = mention.text if known else place_of(mention)
        return _split(actor, right, mention.text, "two-names",
                      f"{reason} under one actor: “{actor.name}” and “{mention.text}”", score)  # fmt: skip
    return None


def _full(name: str) -> PersonName | None:
    """The parts of a personal name of two words at least; of anything else nothing."""
    words = name.split()
    if not 2 <= len(words) <= _FEW_WORDS or not is_proper(name) or split_owner(name)[1]:
        return None
    if not all(word[0].isupper() for word in words) or not _known_first(words[0]):
        return None
    found = person_name(name)
    return None if found.lone else found


def _known_first(word: str) -> bool:
    return word.capitalize() in load_actor_lists().first_names


def _agrees(one: PersonName, other: PersonName) -> bool:
    if one == other or names_agree(one, other):
        return True
    # "Ann" may be short for "Annie", whatever the lists of nicknames have.
    left, right = one.given[0], other.given[0]
    return one.surname == other.surname and (left.startswith(right) or right.startswith(left))


def _other_kind(actor: Actor, kin: str) -> Suggestion | None:
    """A common noun among the mentions that is of another family than the actor: "the company" of a person."""
    nouns = load_actor_lists().nouns
    if kin not in {"Person", "Organization"} or not is_proper(actor.name):
        return None
    for mention in actor.mentions:
        words = mention.text.split()
        if (
            mention.pronoun
            or len(words) < 2
            or words[0].lower() not in {"the", "this", "that"}
            or len(words) > 3
        ):
            continue
        noun = words[-1]
        found = family(nouns[noun]) if noun in nouns else kin
        if {found, kin} == {"Person", "Organization"}:
            reason = f"a {kin.lower()} that is called “{mention.text}”"
            return _split(actor, place_of(mention), mention.text, "other-kind", reason, 0.55)
    return None


def _two_values(graph: Graph, profiles: Mapping[str, Profile]) -> Iterator[Suggestion]:
    """Two dates of birth, or two posts of one kind that nothing says were one after the other."""
    vocabulary = load_vocabulary("suggest")
    dates, posts = vocabulary.words("one-date"), vocabulary.values("one-post")
    first: dict[tuple[str, str], Claim] = {}
    told: set[tuple[str, str]] = set()
    labels = {"bornOn": "two dates of birth", "diedOn": "two dates of death"}
    for claim in graph.claims:
        if claim.relation not in (dates | posts.keys()) or not _tells(claim):
            continue
        key = (claim.subject, claim.relation)
        before = first.setdefault(key, claim)
        if before is claim or key in told or _value(before, graph) == _value(claim, graph):
            continue
        if claim.relation in dates:
            if not _differ(before, claim):
                continue
            reason, score = labels.get(claim.relation, "two dates"), 0.85
        else:
            if not _at_once(before, claim):
                continue
            reason, score = "two posts of one kind at one time", float(posts[claim.relation])
        told.add(key)
        actor = profiles[claim.subject].actor
        right = _mention_at(actor, claim)
        if right is not None:
            words = f"{reason}: {_value(before, graph)} and {_value(claim, graph)}"
            yield _split(actor, place_of(right), right.text, "two-values", words, score)


def _tells(claim: Claim) -> bool:
    return (
        claim.polarity is Polarity.AFFIRMED
        and claim.modality in _ESTABLISHED
        and claim.confidence >= _LEAST_SURE
    )


def _value(claim: Claim, graph: Graph) -> str:
    if isinstance(claim.object, LiteralObject):
        return claim.object.value
    return graph.actors_by_id[claim.object].name


_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def _differ(one: Claim, other: Claim) -> bool:
    """Whether two dates say different days as far as both go; "1961" and "1961-08-04" do not, nor does "about 1960"."""
    left, right = (
        each.object.value if isinstance(each.object, LiteralObject) else "" for each in (one, other)
    )
    size = min(len(left), len(right))
    plain = _PLAIN_DATE.fullmatch(left) and _PLAIN_DATE.fullmatch(right)
    return plain is not None and left[:size] != right[:size]


def _at_once(one: Claim, other: Claim) -> bool:
    """Whether nothing says that the times of two posts are apart, and their objects are two names."""
    if not (isinstance(one.object, str) and isinstance(other.object, str)):
        return False
    if name_key(one.object) == name_key(other.object):
        return False
    if one.time is None or other.time is None:
        return one.evidence.document == other.evidence.document or one.said_on == other.said_on
    start, end = (
        max(one.time.start or "", other.time.start or ""),
        min(one.time.end or "9", other.time.end or "9"),
    )
    return start <= end


def _mention_at(actor: Actor, claim: Claim) -> ActorMention | None:
    """The mention of ``actor`` that is the subject of ``claim``, or else the nearest one in its document."""
    start, end = claim.evidence.subject
    own = [mention for mention in actor.mentions if mention.document == claim.evidence.document]
    inside = next((mention for mention in own if mention.start <= start and end <= mention.end), None)
    return inside or min(own, key=lambda mention: (abs(mention.start - start), mention.start), default=None)
