"""Which names of a document are one thing's: equal, shortened, abbreviated or known."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.clusters import is_given, is_initial, is_surname_first, persons_clash
from sociogram.extraction.coreference.facts import GROUPS, PLACES
from sociogram.extraction.coreference.persons import Persons
from sociogram.extraction.coreference.titled import Bearers
from sociogram.extraction.coreference.words import (
    BODIES_BESIDE,
    DESIGNATORS,
    OUTLET_ARMS,
    OWN_BODIES,
    SMALL_WORDS,
)
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.ontology import VALUES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sociogram.extraction.coreference.clusters import Clusters
    from sociogram.extraction.coreference.facts import Facts

SHORTENED = GROUPS | {"Facility", "Place", "Event", "Law", "Programme", "Product", "Thing", "Work"}

_MOST_BEARERS = 20
"""People of one surname and initial of whom each two are compared."""

_MOST_WORDS = 30
"""Words of the longest short form; a treaty's name has twenty, and what has more is a run of capitals."""


def join_names(clusters: Clusters, facts: Sequence[Facts], text: str) -> None:
    """Join the named mentions that stand for one thing, from the surest evidence to the least."""
    names = [one for one in facts if one.mention.form == "named"]
    listed = _listed(names)
    _join_known(clusters, names)
    _join_equal(clusters, names, listed)
    _join_bracketed(clusters, names, text)
    different = _different(clusters, names)
    _join_acronyms(clusters, different)
    bearers = Bearers(names, text)
    named = _places(clusters, names, different)
    _join_persons(clusters, different, bearers, listed, named)
    _join_lone(clusters, different, bearers, named)
    _join_shortened(clusters, different)


def _different(clusters: Clusters, names: list[Facts]) -> list[Facts]:
    """The first mention of each name in each cluster; the others are joined to it already."""
    found: dict[tuple[tuple[str, ...], int], Facts] = {}
    for name in names:
        found.setdefault((name.words, clusters.find(name.index)), name)
    return list(found.values())


def _join_known(clusters: Clusters, names: list[Facts]) -> None:
    first: dict[tuple[str, bool], int] = {}
    for name in names:
        if name.mention.known and not name.mention.demonym:
            key = (name.mention.known, name.mention.demonym)
            clusters.join(first.setdefault(key, name.index), name.index)


def _join_equal(clusters: Clusters, names: list[Facts], listed: Mapping[tuple[str, ...], str]) -> None:
    """The same words are the same thing; demonyms and values go by their exact text."""
    first: dict[tuple[object, ...], list[int]] = {}
    for name in names:
        if name.words in listed and name.mention.known is None:
            key: tuple[object, ...] = ("namesake", *name.words)
        elif name.mention.demonym or name.mention.kind in VALUES or name.mention.kind == "Post":
            key = (name.mention.kind, name.mention.name)
        elif _is_ranked(name):
            key = (name.titles, *name.words)
        else:
            key = name.words
        for index in first.setdefault(key, []):
            if clusters.join(index, name.index):
                break
        else:
            first[key].append(name.index)


def _listed(names: list[Facts]) -> dict[tuple[str, ...], str]:
    """The bare surnames that the lists give to somebody, with his entry, where the document speaks more of a namesake.

    Of such a surname without an entry mentions have found that it is the namesake's.
    """
    full: dict[str, list[str | None]] = defaultdict(list)
    for name in names:
        if len(name.words) > 1 and name.mention.kind == "Person":
            full[_surname(name)].append(name.mention.known)
    found: dict[tuple[str, ...], str] = {}
    for name in names:
        if len(name.words) == 1 and name.mention.kind == "Person" and name.words[0] in full:
            entry, bearers = load_actor_lists().find(name.mention.name), full[name.words[0]]
            own = bearers.count(entry.id) if entry is not None else 0
            if entry is not None and 0 < own * 2 < len(bearers) and bearers[0] != entry.id:
                found[name.words] = entry.id
    return found


def _is_ranked(name: Facts) -> bool:
    """Whether a surname alone has a title that says more than "Mr" and "Mrs": "Dr Pell" need not be "Mrs Pell"."""
    one = len(name.words) == 1 and name.mention.kind == "Person"
    return one and bool(name.titles) and name.gender == "unknown"


def _join_lone(
    clusters: Clusters, names: list[Facts], bearers: Bearers, named: Mapping[int, Sequence[int]]
) -> None:
    """A surname with a title and the surname alone are one's, where nobody with a longer name keeps them apart."""
    by_words: dict[tuple[str, ...], list[Facts]] = defaultdict(list)
    for name in names:
        if len(name.words) == 1 and name.mention.kind == "Person":
            by_words[name.words].append(name)
    for alike in by_words.values():
        for name in alike[:_MOST_BEARERS]:
            if _is_ranked(name):
                others = [other for other in alike[:_MOST_BEARERS] if other is not name]
                _join_nearest(clusters, name, others, bearers, named)


def acronyms_of(name: str) -> set[str]:
    """The abbreviations that ``name`` may have by its initials, without points; empty for one word."""
    words = [word for word in name.replace("-", " ").replace(",", " ").split() if word[0].isalnum()]
    if len(words) < 2:
        return set()
    every = "".join(word[0] for word in words)
    long = "".join(word[0] for word in words if word.casefold() not in SMALL_WORDS)
    capitals = "".join(letter for word in words for letter in word if letter.isupper())
    return {letters.upper() for letters in (every, long, capitals) if len(letters) > 1}


def is_acronym(name: str) -> bool:
    """Whether ``name`` has the form of an abbreviation: a short word mostly of capitals."""
    bare = name.replace(".", "")
    capitals = sum(letter.isupper() for letter in bare)
    return 2 <= len(bare) <= 8 and " " not in bare and capitals >= 2 and capitals * 2 > len(bare)


def _join_bracketed(clusters: Clusters, names: list[Facts], text: str) -> None:
    """A name in brackets right behind another ("Christian Democrats (CDU)") abbreviates it."""
    for long, short in itertools.pairwise(names):
        between = text[long.mention.end : short.mention.start]
        closed = text[short.mention.end : short.mention.end + 1] == ")"
        if between.strip(" \"'”’") != "(" or not closed or not is_acronym(short.mention.name):
            continue
        kinds = {long.mention.kind, short.mention.kind}
        if is_acronym(long.mention.name) or long.mention.demonym or kinds & (VALUES | {"Person"}):
            continue
        if not kinds & PLACES or short.mention.name[0].casefold() == long.words[0][0]:
            clusters.join(long.index, short.index)


def _join_acronyms(clusters: Clusters, names: list[Facts]) -> None:
    long_names: dict[str, list[int]] = defaultdict(list)
    for name in names:
        if not name.mention.demonym and name.mention.kind not in VALUES | {"Person"}:
            for letters in sorted(acronyms_of(name.mention.name)):
                long_names[letters].append(name.index)
    for name in names:
        if not is_acronym(name.mention.name):
            continue
        candidates = long_names.get(name.mention.name.replace(".", "").upper(), ())
        for index in sorted(candidates, key=lambda other: abs(other - name.index)):
            if index != name.index and clusters.join(index, name.index):
                break


def _places(clusters: Clusters, names: Sequence[Facts], different: Sequence[Facts]) -> dict[int, list[int]]:
    """For each name of ``different`` the indices of all mentions that are its cluster's by now, in text order."""
    places: dict[int, list[int]] = defaultdict(list)
    for name in names:
        places[clusters.find(name.index)].append(name.index)
    return {name.index: places[clusters.find(name.index)] for name in different}


def _join_persons(
    clusters: Clusters,
    names: list[Facts],
    bearers: Bearers,
    listed: Mapping[tuple[str, ...], str],
    named: Mapping[int, Sequence[int]],
) -> None:
    """Shorter names of persons join the longer one that they are part of."""
    persons = [name for name in names if name.mention.kind in {"Person", "Thing"}]
    by_words = Persons(persons)
    either = _find_either(persons)
    for name in persons:
        if len(name.words) == 1 or name.words in either:
            continue
        sure = [other for other in by_words.alike(name) if other.words not in either]
        _join_nearest(clusters, name, sure, bearers, named)
    for name in persons:
        if len(name.words) == 1:
            word = name.words[0]
            longer = by_words.longer(name)
            first = [other for other in longer if other.words[0] == word]
            # "Nagy" is Nagy Katalin's or Peter Nagy's; "Ann" is Ann Lee's only if nobody's last name is Ann.
            last = [
                other
                for other in longer
                if _surname(other) == word or (other in first and not is_given(word))
            ]
            if name.mention.known is None and name.words in listed:
                last = [other for other in last if other.mention.known != listed[name.words]]
            _join_nearest(clusters, name, last or first or longer, bearers, named)


def _find_either(persons: Sequence[Facts]) -> set[tuple[str, ...]]:
    """The names by an initial that fit two people: "J. Roe" beside "Jane Roe" and "John Roe" may be either."""
    by_key: dict[tuple[str, str], list[Facts]] = defaultdict(list)
    for name in persons:
        if len(name.words) > 1:
            by_key[name.words[0][0], _surname(name)].append(name)
    return {
        name.words
        for bearers in by_key.values()
        for name in bearers[:_MOST_BEARERS]
        if is_initial(name.words[0]) and _fits_two(name, bearers[:_MOST_BEARERS])
    }


def _fits_two(name: Facts, bearers: Sequence[Facts]) -> bool:
    fit = [other for other in bearers if other.words != name.words and not _clash(name, other)]
    return any(_clash(one, other) for one, other in itertools.combinations(fit, 2))


def _clash(one: Facts, other: Facts) -> bool:
    return persons_clash(one.words, one.generation, other.words, other.generation)


def _surname(facts: Facts) -> str:
    """The last name; of a name with the last name in front ("Nagy Katalin") the first word."""
    if is_surname_first(facts.words):
        return facts.words[0]
    return facts.words[-2] if facts.generation and len(facts.words) > 1 else facts.words[-1]


def _join_nearest(
    clusters: Clusters,
    name: Facts,
    candidates: list[Facts],
    bearers: Bearers,
    named: Mapping[int, Sequence[int]],
) -> None:
    """Join ``name`` to the nearest candidate before it, else to the first behind, that nothing forbids.

    A candidate without a generation ("Jr.") goes first: the bare surname is the elder's. Behind a title the one with
    that title goes first, then the one of whose office the lists know. Then the one goes first who was named oftener
    till then, by the places in ``named``, of two named as often a subject before who only stands beside one ("Ann Roe
    was a printer. She married Bob Roe. Roe …"), and of two in one sentence the one that it is about: "Ann Roe, whose
    husband, Bob Roe, left, stayed. Roe …" goes on about Ann.
    """
    before = [other for other in reversed(candidates) if other.index < name.index]
    near = [other for other in before if other.sentence == before[0].sentence]
    before[: len(near)] = sorted(near, key=lambda other: _is_within(other, near))
    beside = {other.index for other in near} if all(other.role != "subject" for other in near) else set()
    before.sort(
        key=lambda other: (
            -bisect_left(named[other.index], name.index),
            bool(beside) and (other.index in beside or other.role != "subject"),
        )
    )
    behind = [other for other in candidates if other.index > name.index]
    ranked = _is_ranked(name)
    for other in sorted(
        [*before, *behind],
        key=lambda other: (ranked and bearers.distance(name.titles, other), bool(other.generation)),
    ):
        if _clash(name, other):
            continue
        if clusters.join(other.index, name.index):
            return


def _is_within(name: Facts, others: Sequence[Facts]) -> bool:
    """Whether the name stands in what is said of another: "Ann Roe, whose husband, Bob Roe, left"."""
    start = name.mention.start
    return any(
        other.mention.phrase[0] <= start < other.mention.phrase[1] for other in others if other is not name
    )


def _join_shortened(clusters: Clusters, names: list[Facts]) -> None:
    """A name that begins or ends a longer one of the same sort is its short form, if only one is longer."""
    by_edge: dict[tuple[str, ...], list[Facts]] = defaultdict(list)
    for name in names:
        if name.mention.demonym or name.mention.kind not in SHORTENED or len(name.words) < 2:
            continue
        lengths = range(1, min(len(name.words), _MOST_WORDS + 1))
        edges = {name.words[:length] for length in lengths}
        edges |= {name.words[-length:] for length in lengths if name.mention.kind in GROUPS}
        for edge in edges:
            by_edge[edge].append(name)
    for name in names:
        if name.mention.demonym or name.mention.kind not in SHORTENED:
            continue
        alike = by_edge.get(name.words, ())
        longer = [other for other in alike if _shortens(name, other)]
        if not longer and len({clusters.find(one.index) for one in alike if _begins(name, one)}) == 1:
            longer = [other for other in alike if _calls(name, other)]
        if len({clusters.find(other.index) for other in longer}) == 1:
            clusters.join(longer[0].index, name.index)


def _begins(name: Facts, other: Facts) -> bool:
    """Whether ``other`` has the words of ``name`` first, and more behind."""
    return name.words != other.words and other.words[: len(name.words)] == name.words


def _calls(name: Facts, other: Facts) -> bool:
    """Whether the first words of a firm's name stand for it behind it: "Acme" for "Acme Timber", a word of no list.

    Who names both in one breath means two: "Acme Timber, which Acme owns". So does who names the shorter one first.
    """
    lists = load_actor_lists()
    first, rest = name.mention.text.split()[0], other.words[len(name.words) :]
    return (
        _begins(name, other)
        and other.index < name.index
        and other.sentence != name.sentence
        and other.mention.kind in {"Company", "Organization"}
        and name.mention.kind in GROUPS
        and not (name.mention.known or other.mention.known or name.mention.candidates)
        and BODIES_BESIDE.isdisjoint(rest)
        and name.words[0] not in lists.nouns
        and name.words[0] not in lists.name_heads
        and first not in lists.by_name
        and first not in lists.demonyms
        and not is_acronym(name.mention.name)
    )


def _shortens(name: Facts, other: Facts) -> bool:
    """Whether the words that ``other`` has more may be left out."""
    if name.words == other.words or (name.mention.known and other.mention.known):
        return False
    places = {name.mention.kind, other.mention.kind} & PLACES
    if other.words[: len(name.words)] == name.words:
        rest = other.words[len(name.words) :]
        if places:
            both = name.mention.kind in PLACES and other.mention.kind in PLACES
            return both and ("," in other.mention.name or rest[-1] in DESIGNATORS)
        if rest[0] in {"of", "for"}:
            return name.index > other.index
        if "MediaOutlet" in {name.mention.kind, other.mention.kind} and OUTLET_ARMS.issuperset(rest):
            return True
        return DESIGNATORS.issuperset(rest) or "SportsTeam" in {name.mention.kind, other.mention.kind}
    if len(name.words) == 1 and (name.index < other.index or name.words[0] in OWN_BODIES):
        return False
    return not places and not is_acronym(name.mention.name)
