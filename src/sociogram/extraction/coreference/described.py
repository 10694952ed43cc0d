"""Who "the Vermont senator" and "the Acme chief executive" are: the one person of whom the document says so in full.

A description with the name of a body or place goes to the only person who is said to have that role there: by a title
("Vermont Sen. Ann Lee"), beside the name ("Ann Lee, the chief executive of Acme"), by "is", or by the lists, which know
who sits for a state. One without a name ("the candidate") goes to the only one in sight who has the role or whose
campaign the text names, and "the former governor" to the only one who was called so before, or whom the lists know as
one. Where two have it, it stays open.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.facts import GROUPS, PLACES
from sociogram.extraction.coreference.words import ALIKE_ROLES, PAIRED_ROLES, ROLES_IN_SIGHT, SEATED_ROLES
from sociogram.knowledge.actor_lists import load_actor_lists

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sociogram.extraction.coreference.clusters import Clusters
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.parse.tokens import Tokens

_SLOTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss"})
"""Where a description stands for somebody; behind "is" and beside a name it says what somebody is."""
_INSIDE = frozenset({"compound", "nmod", "amod", "poss"})
_KEEPING = frozenset({"former", "current", "senior", "junior", "longtime", "then"})
"""Adjectives beside a role that leave its bearer the same: no "next president" and no "only senator"."""
_PAST = frozenset({"former", "ex", "onetime"})
_OF = " of "
_LONGEST_BRACKET = 8
"""Tokens from an opening bracket in which party and state stand."""
_LETTERS = frozenset({"R", "D", "I"})
"""The letter of a party between commas, before a state."""
_SIGHT = 1
"""Sentences back in which somebody is in sight."""
_MOST_BEARERS = 20
"""Bearers of one role, perhaps at one place, up to whom it is asked whom a description means."""
_ANY, _FORMER = "any", "former"
"""In the place of a place: whoever bears a role, and whoever did."""
_BEARING = GROUPS | PLACES | {"Country"}


@dataclass(frozen=True, slots=True)
class Role:
    """A role that is said of somebody: its word, the clusters of bodies and places named with it, whether past.

    What is only ``listed`` may have been long ago: who "the senator" is it does not tell, but "the Ohio senator".
    """

    word: str
    at: frozenset[int]
    former: bool
    listed: bool = False


def join_described(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> None:
    """Join each description that tells whom it means to that person."""
    names = {one.head: one for one in facts if one.mention.form == "named" and one.head >= 0}
    open_ones = [one for one in facts if _is_description(one, clusters, facts, tokens)]
    if not open_ones:
        return
    roles = _read_borne(clusters, facts, names, tokens)
    for index, told in roles:
        _seat(index, told, clusters, facts)
    borne = _Borne(clusters, roles)
    for one in open_ones:
        role = _role(one, clusters, names, tokens)
        if role is None:
            continue
        _seat(one.index, role, clusters, facts)
        if role.at:
            # Of whom the text speaks only later it does not mean: last time's nominee, named at its end.
            found = {root for root in borne.at_places(role) if root < one.index}
        elif role.former:
            found = borne.former(role, one.index)
        else:
            found = borne.among(role, _in_sight(one, clusters, facts))
        found = {root for root in found if clusters.compatible(root, one.index)}
        if len(found) == 1 and (role.at or role.former or role.word in ROLES_IN_SIGHT):
            borne.join(found.pop(), one.index)


class _Borne:
    """Who bears which role: for each word of a role, and for each place or body with it, the clusters of its bearers.

    Joining descriptions joins no two bearers, so that only the mention that stands for a cluster may become another.
    """

    def __init__(self, clusters: Clusters, borne: Iterable[tuple[int, Role]]) -> None:
        self._clusters = clusters
        self._first: dict[tuple[str, int | str], dict[int, int]] = {}
        """The first mention of each cluster, by what stood for the cluster at first."""
        self._stood_for: dict[int, int] = {}
        for index, role in sorted(borne, key=lambda one: one[0]):
            kinds = [*role.at, *(() if role.listed else (_ANY,)), *((_FORMER,) if role.former else ())]
            for kind in kinds:
                self._first.setdefault((role.word, kind), {}).setdefault(clusters.find(index), index)

    def at_places(self, role: Role) -> set[int]:
        """The clusters of those who bear the role at one of its places; none where they are too many to be one."""
        roots: set[int] = set()
        for place in role.at:
            roots.update(itertools.islice(self._first.get((role.word, place), {}), _MOST_BEARERS + 1))
        return self._few(roots)

    def former(self, role: Role, index: int) -> set[int]:
        """The clusters of those who are said to have borne the role, before ``index``; none where they are too many."""
        first = self._first.get((role.word, _FORMER), {}).items()
        return self._few(root for root, place in itertools.islice(first, _MOST_BEARERS + 1) if place < index)

    def among(self, role: Role, sight: set[int]) -> set[int]:
        """The clusters of ``sight`` that bear the role."""
        bearers = self._first.get((role.word, _ANY), {})
        return {root for root in sight if self._stood_for.get(root, root) in bearers}

    def join(self, root: int, index: int) -> None:
        """Join the description at ``index`` to the cluster of a bearer."""
        self._clusters.join(root, index)
        now = self._clusters.find(root)
        if now != root:
            self._stood_for[now] = self._stood_for.pop(root, root)

    def _few(self, roots: Iterable[int]) -> set[int]:
        found = {self._clusters.find(root) for root in roots}
        return found if len(found) <= _MOST_BEARERS else set()


def without_rivals(clusters: Clusters, one: Facts, found: list[Facts]) -> list[Facts]:
    """``found``, nearest first, without the bearers of a title of whom one sentence names two: it means neither."""
    if one.mention.kind != "Person" or one.words[-1:] != (one.lemma,) or not _PAST.issuperset(one.words[:-1]):
        return found
    bearers = [other for other in found if other.mention.form == "named" and one.lemma in other.titles]
    near = {clusters.find(other.index) for other in bearers if other.sentence == bearers[0].sentence}
    return [other for other in found if other not in bearers] if len(near) > 1 else found


def _is_description(one: Facts, clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> bool:
    """Whether it is "the …" for one person, said of nobody by grammar, and narrowed by no clause."""
    if one.mention.form != "nominal" or one.mention.kind != "Person" or one.number != "singular":
        return False
    if one.determiner != "definite" or tokens.dep[one.head] not in _SLOTS:
        return False
    if any(index != one.index and not facts[index].relative for index in clusters.members(one.index)):
        return False
    for child in tokens.children[one.head]:
        aside = tokens.dep[child] == "relcl" and tokens.text[tokens.left[child] - 1] == ","
        if tokens.dep[child] in {"relcl", "acl", "appos"} and not aside:
            return False
        if tokens.dep[child] == "prep" and tokens.lower[child] not in {"of", "from"}:
            return False
        plain = tokens.dep[child] == "amod" and tokens.text[child].islower()
        if plain and tokens.lower[child] not in _KEEPING and not _is_pair(one.head, child, tokens):
            return False
    return True


def _read_borne(
    clusters: Clusters, facts: Sequence[Facts], names: Mapping[int, Facts], tokens: Tokens
) -> list[tuple[int, Role]]:
    """The roles that the document or the lists give to named persons, each with a mention of the person."""
    borne: list[tuple[int, Role]] = []
    places = {
        one.mention.known: one.index for one in facts if one.mention.kind in PLACES and one.mention.known
    }
    for one in facts:
        if one.head < 0:
            continue
        if one.mention.kind == "Campaign":
            owner = next((names[c] for c in tokens.children[one.head] if c in names and c < one.head), None)
            if owner is not None and owner.mention.kind == "Person":
                borne.append((owner.index, Role("candidate", frozenset(), former=False)))
        elif one.mention.kind != "Person":
            continue
        elif one.mention.form == "named":
            at = frozenset(_named_at(one, clusters, names, tokens))
            past = not _PAST.isdisjoint(tokens.lower[tokens.left[one.head] : one.mention.tokens[0]])
            whole = {title.casefold() for title in one.mention.titles if _OF in title.casefold()}
            borne.extend((one.index, Role(_alike(title), at, past)) for title in sorted(one.titles | whole))
            borne.extend((one.index, role) for role in _listed(one, places, clusters))
        elif one.mention.form == "nominal":
            role = _role(one, clusters, names, tokens)
            bearer = _bearer(one, clusters, names, tokens)
            if role is not None and bearer is not None:
                borne.append((bearer, role))
    return borne


def _listed(one: Facts, places: Mapping[str, int], clusters: Clusters) -> Iterator[Role]:
    """The offices that the lists know for a person, in a state that the document names, or of the whole country."""
    for office, state in load_actor_lists().seats.get(one.mention.known or "", ()):
        if not state:
            yield Role(office, frozenset(), former=True, listed=True)
        elif state in places:
            yield Role(office, frozenset({clusters.find(places[state])}), former=True, listed=True)


def _bearer(one: Facts, clusters: Clusters, names: Mapping[int, Facts], tokens: Tokens) -> int | None:
    """The named person whom the phrase describes: it stands beside the name, or "is" says it of that."""
    if tokens.dep[one.head] == "attr":
        verb = tokens.head[one.head]
        subject = tokens.child(verb, "nsubj")
        person = names.get(subject) if subject is not None else None
        denied = tokens.child(verb, "neg") is not None
        return person.index if person is not None and not denied and tokens.lemma[verb] == "be" else None
    person = names.get(tokens.head[one.head]) if tokens.dep[one.head] == "appos" else None
    return person.index if person is not None and clusters.same(person.index, one.index) else None


def _role(one: Facts, clusters: Clusters, names: Mapping[int, Facts], tokens: Tokens) -> Role | None:
    """The role of a noun phrase, with the bodies and places that are named in it; none where it names a person."""
    at = set()
    for name in _inside(one.head, names, tokens):
        if name.mention.kind not in _BEARING:
            return None
        at.add(clusters.find(name.index))
    word = tokens.lemma[one.head].lower()
    if one.head and _is_pair(one.head, one.head - 1, tokens):
        word = f"{tokens.lower[one.head - 1]} {word}"
    word += _of_what(one.head, tokens)
    past = any(tokens.lower[child] in _PAST for child in tokens.children[one.head])
    return Role(_alike(word), frozenset(at), past)


def _of_what(noun: int, tokens: Tokens) -> str:
    """What a common noun tells of the office: "secretary *of state*"; nothing where a name does."""
    preposition = tokens.child(noun, "prep")
    if preposition != noun + 1 or tokens.lower[preposition] != "of":
        return ""
    what = tokens.child(preposition, "pobj")
    return f"{_OF}{tokens.lower[what]}" if what == noun + 2 and tokens.text[what].islower() else ""


def _is_pair(noun: int, before: int, tokens: Tokens) -> bool:
    """Whether the word right before the noun makes it another role: "*prime* minister"."""
    return before == noun - 1 and f"{tokens.lower[before]} {tokens.lemma[noun].lower()}" in PAIRED_ROLES


def _inside(noun: int, names: Mapping[int, Facts], tokens: Tokens) -> Iterator[Facts]:
    """The names in the phrase of ``noun``: before it, and behind its "of"."""
    for child in tokens.children[noun]:
        if tokens.dep[child] in _INSIDE:
            if child in names:
                yield names[child]
            yield from _inside(child, names, tokens)
        elif tokens.dep[child] == "prep" and tokens.lower[child] in {"of", "for", "from"}:
            filler = tokens.child(child, "pobj")
            if filler is not None and filler in names:
                yield names[filler]


def _named_at(one: Facts, clusters: Clusters, names: Mapping[int, Facts], tokens: Tokens) -> Iterator[int]:
    """The clusters of bodies and places beside the titled name: "Vermont Sen. Lee", "Lee of Ohio", "Lee (R-Vt.)"."""
    for name in (*_inside(one.head, names, tokens), *_bracketed(one, names, tokens)):
        if name.mention.kind in _BEARING and name is not one:
            yield clusters.find(name.index)


def _bracketed(one: Facts, names: Mapping[int, Facts], tokens: Tokens) -> Iterator[Facts]:
    """The names in the brackets right behind ``one``, and those of "Lee, R-Vt.,"."""
    first = one.mention.tokens[1]
    mark, letter = (*tokens.text[first : first + 2], "", "")[:2]
    if mark == "(" or (mark == "," and letter in _LETTERS):
        end = tokens.bounds(one.head)[1]
        for token in range(first + 1, min(first + _LONGEST_BRACKET, end)):
            if tokens.text[token] in {")", ",", ";"}:
                return
            if token in names:
                yield names[token]


def _in_sight(one: Facts, clusters: Clusters, facts: Sequence[Facts]) -> set[int]:
    """The clusters of the persons spoken of before ``one`` in its sentence and the one before."""
    found: set[int] = set()
    for index in range(one.index - 1, -1, -1):
        other = facts[index]
        if other.head >= 0 and one.sentence - other.sentence > _SIGHT:
            break
        if other.head >= 0 and other.mention.form == "named" and other.mention.kind == "Person":
            found.add(clusters.find(index))
    return found


def _seat(index: int, role: Role, clusters: Clusters, facts: Sequence[Facts]) -> None:
    """Keep the states that a legislator is said to be of: who is another state's senator is somebody else."""
    if role.word in SEATED_ROLES:
        entries = load_actor_lists().entries
        known = {facts[root].mention.known or "" for root in role.at}
        clusters.seat(index, (one for one in known if one in entries and entries[one].type == "state"))


def _alike(word: str) -> str:
    """The word by which a role is compared: "ceo" and "chief executive officer" are one."""
    return ALIKE_ROLES.get(word, word)
