"""Which earlier mentions an anaphor may go back to at all: the hard rules, before any weighing."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.binding import bound_apart, in_relative_clause
from sociogram.extraction.coreference.described import without_rivals
from sociogram.extraction.coreference.facts import CLOSED, GROUPS, is_group
from sociogram.extraction.coreference.own_clause import (
    fronted,
    is_in_things_name,
    is_named_in_content,
    is_nobody,
)
from sociogram.extraction.coreference.preferred import preferred
from sociogram.extraction.coreference.subjects import (
    is_anybody,
    is_capacity,
    is_either,
    is_of_share,
    is_placeholder,
    names_in_own_words,
)
from sociogram.extraction.coreference.words import GENERIC_NOUNS
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sociogram.extraction.coreference.facts import Facts
    from sociogram.extraction.coreference.scene import Scene

WINDOWS = {"he": 4, "they": 5, "it": 4, "this": 2}
"""How many sentences back each sort of pronoun looks; measured on GUM."""

ALONE_WINDOW = {"he": 8}
"""How many where nobody nearer can be meant: who alone is spoken of stays "he" across paragraphs."""

NOUN_WINDOW = 60
"""How many sentences back a noun phrase looks for one with the same head."""

KIND_WINDOW = 4
"""How many sentences back "the company" looks for a company of another name."""

EXACT = frozenset({"MediaOutlet", "Company", "PoliticalParty", "SportsTeam", "EducationalInstitution"})
EXACT_WINDOW = 2
"""How many sentences back "the company" surely means the one company that is named there."""

_PLACES_OF_NOUN: Mapping[str, str] = load_vocabulary("coreference").values("places-of-nouns")
"""Nouns for a sort of place, with the type of its entries in the lists."""

FARTHEST = 300
"""How many mentions back any anaphor looks, however long the sentences are."""

MOST = 40
"""How many candidates are weighed at most."""


class Antecedents:
    """The mentions read so far, found again by their heads."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self._by_lemma: dict[str, list[Facts]] = {}

    def add(self, one: Facts) -> None:
        """Make ``one`` a possible antecedent of what follows."""
        if one.head < 0 or one.mention.form == "pronoun" or one.mention.kind in CLOSED:
            return
        words = {one.lemma, *one.titles, *(one.words if one.mention.form == "named" else ())}
        for word in sorted(words):
            self._by_lemma.setdefault(word, []).append(one)

    def candidates(self, one: Facts, sort: str) -> list[Facts]:
        """The possible antecedents of ``one``, the nearest first."""
        if (
            (sort == "it" and is_placeholder(self.scene, one))
            or is_either(self.scene, one)
            or is_of_share(self.scene, one)
        ):
            return []
        if sort in WINDOWS:
            return self._of_pronoun(one, WINDOWS[sort], ALONE_WINDOW.get(sort, 0))
        return self._of_noun(one)

    def _of_pronoun(self, one: Facts, window: int, alone: int) -> list[Facts]:
        facts = self.scene.facts
        found: list[Facts] = []
        named = names_in_own_words(self.scene, one)
        for index in range(one.index - 1, max(-1, one.index - FARTHEST), -1):
            other = facts[index]
            if other.head < 0 or (named and self.scene.clusters.find(index) in named):
                continue
            back = one.sentence - other.sentence
            if back > (window if found else max(window, alone)) or len(found) >= MOST:
                break
            if may_be(self.scene, one, other) and not self.scene.clusters.same(one.index, index):
                found.append(other)
        described = fronted(self.scene, one)
        if described is not None:
            others = [other for other in found if not inside(other, described)]
            found = others or [other for other in found if other is described]
        return preferred(self.scene, one, found)

    def _of_noun(self, one: Facts) -> list[Facts]:
        found: dict[int, Facts] = {}
        for other in itertools.islice(reversed(self._by_lemma.get(one.lemma, [])), FARTHEST):
            if one.sentence - other.sentence > NOUN_WINDOW or len(found) >= MOST:
                break
            if _nouns_may_be(self.scene, one, other):
                found[other.index] = other
        if (
            one.lemma in GENERIC_NOUNS
            and one.words == (one.lemma,)
            and one.determiner in {"definite", "demonstrative"}
        ):
            for other in self._of_kind(one):
                found[other.index] = other
        ordered = [found[index] for index in sorted(found, reverse=True)]
        return without_rivals(self.scene.clusters, one, ordered)

    def certain(self, one: Facts) -> Facts | None:
        """The one name of exactly its kind just before "the newspaper" or "the company", or none.

        Of "the official" the only one brought up just before: "a city official".
        """
        if one.words != (one.lemma,) or one.determiner != "definite":
            return None
        if one.lemma not in GENERIC_NOUNS:
            return self._brought_up(one)
        place = one.lemma in _PLACES_OF_NOUN
        if not (place or one.mention.kind in EXACT) or one.mention.phrase[1] > one.mention.end:
            return None
        near = [
            other
            for other in self._of_kind(one)
            if (place or other.mention.kind in {one.mention.kind, "Organization"})
            and one.sentence - other.sentence <= EXACT_WINDOW
        ]
        return near[0] if near else None

    def _brought_up(self, one: Facts) -> Facts | None:
        """The nearest mention of the only person of that noun near before, whom "a" or "an" brought up."""
        if one.mention.kind != "Person" or one.number != "singular":
            return None
        near = list(
            itertools.takewhile(
                lambda other: one.sentence - other.sentence <= EXACT_WINDOW,
                reversed(self._by_lemma.get(one.lemma, [])),
            )
        )
        clusters, voices = self.scene.clusters, self.scene.voices
        if not near or len({clusters.find(other.index) for other in near}) > 1:
            return None
        first = near[-1]
        new = first.mention.form == "nominal" and first.determiner == "indefinite"
        alike = voices[first.index] == voices[one.index] and _nouns_may_be(self.scene, one, first)
        return near[0] if new and alike and clusters.find(first.index) == first.index else None

    def _of_kind(self, one: Facts) -> list[Facts]:
        """The names near before "the company" that are of its kind; none where there are several."""
        found: list[Facts] = []
        for index in range(one.index - 1, max(-1, one.index - FARTHEST), -1):
            other = self.scene.facts[index]
            if other.head < 0:
                continue
            if one.sentence - other.sentence > KIND_WINDOW:
                break
            fits = other.mention.form == "named" or one.mention.kind == "Event"
            if (
                fits
                and _same_kind(one, other)
                and other.lemma != one.lemma
                and _nouns_may_be(self.scene, one, other)
            ):
                found.append(other)
        clusters = {self.scene.clusters.find(other.index) for other in found}
        return found if len(clusters) == 1 or one.mention.kind == "Event" else []


def _same_kind(one: Facts, other: Facts) -> bool:
    """Whether a name may be meant by a generic noun; "Organization" goes for every sort of it.

    "The state" is none of a city, and "the city" none of a state, where the lists know the place.
    """
    kinds = {one.mention.kind, other.mention.kind}
    if other.mention.demonym or other.mention.form == "pronoun":
        return False
    sort = _PLACES_OF_NOUN.get(one.lemma)
    if sort is not None:
        entry = load_actor_lists().entries.get(other.mention.known or "")
        if entry is not None or sort == "state":
            return entry is not None and entry.type == sort
    if one.mention.kind == "Company" and other.mention.kind == "Organization":
        return other.mention.known is None  # of no finer kind: a company may be meant
    return len(kinds) == 1 or (one.mention.kind == "Organization" and kinds <= GROUPS)


def _nouns_may_be(scene: Scene, one: Facts, other: Facts) -> bool:
    if one.number != other.number or inside(one, other) or inside(other, one):
        return False
    if one.lemma != other.lemma and one.determiner == "possessive":
        return False
    if _is_named_apart(scene, one, other) or _is_ranked_apart(scene, one, other):
        return False
    if other.mention.form == "nominal" and (one.words[1:2] == ("of",)) != (other.words[1:2] == ("of",)):
        return False  # "many of the workers" are not the workers
    owners = scene.owners.get(one.head), scene.owners.get(other.head)
    if owners[0] is not None and owners[1] is not None and not _may_be_one(scene, owners[0], owners[1]):
        return False
    wholes = scene.wholes.get(one.head), scene.wholes.get(other.head)
    if wholes[0] is not None and wholes[1] is not None and not scene.clusters.same(wholes[0], wholes[1]):
        return False
    return scene.clusters.compatible(other.index, one.index)


def _is_named_apart(scene: Scene, one: Facts, other: Facts) -> bool:
    """Whether the name before the noun is another: "the Ohio committee" is no "Texas Committee", nor the Texas one."""
    if one.mention.form != "nominal":
        return False
    own = scene.before[one.index].names
    if other.mention.form == "nominal":
        theirs = scene.before[other.index].names
        return bool(own and theirs) and own.isdisjoint(theirs)
    return other.mention.form == "named" and other.mention.kind in GROUPS and not own.issubset(other.words)


def _is_ranked_apart(scene: Scene, one: Facts, other: Facts) -> bool:
    """Whether both phrases tell which of several: "the largest shareholder" is not "the second-largest"."""
    if other.mention.form != "nominal" or one.mention.form != "nominal":
        return False
    own, theirs = scene.before[one.index], scene.before[other.index]
    return _differ(own.ranks, theirs.ranks) or _differ(own.orders, theirs.orders)


def _differ(own: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(own and theirs) and own != theirs


def _may_be_one(scene: Scene, left: int, right: int) -> bool:
    """Whether two possessors are, or may turn out to be, the same."""
    return scene.clusters.same(left, right) or scene.clusters.compatible(left, right)


def may_be(scene: Scene, one: Facts, other: Facts) -> bool:
    """Whether ``other`` can be the antecedent of the pronoun ``one``."""
    if other.relative or other.mention.kind in CLOSED or other.mention.demonym or _is_sort(one, other):
        return False
    if is_capacity(scene, other) or is_nobody(one, other) or is_named_in_content(scene, one, other):
        return False
    speaker = scene.speakers.get(scene.voices[one.index])
    if speaker is not None and one.animate and scene.clusters.same(speaker, other.index):
        return False
    asked = scene.asked.get(one.index)
    if (
        asked is not None
        and one.animate
        and one.number == "singular"
        and scene.clusters.same(asked, other.index)
    ):
        return False  # who spoke just before is "you"
    quoted = scene.speakers.get(scene.voices[other.index])
    if (
        quoted is not None
        and other.mention.person == 3
        and one.animate
        and scene.clusters.same(quoted, one.index)
    ):
        return False
    same_voice = scene.voices[one.index] == scene.voices[other.index]
    if not same_voice and scene.voices[one.index] == 0 and is_anybody(one, other):
        return False
    if other.mention.form == "pronoun" and other.mention.person != 3 and same_voice:
        return False
    if one.number == "plural" and is_in_things_name(scene, other):
        return False
    if not _agree(one, other) or not scene.clusters.compatible(other.index, one.index):
        return False
    if inside(one, other) and not in_relative_clause(scene, one, other):
        return False
    return not bound_apart(scene, one, other)


def _is_sort(one: Facts, other: Facts) -> bool:
    """Whether ``other`` tells only what sort of thing it is that somebody has: "a tailor's shop"."""
    indefinite = other.mention.form == "nominal" and other.determiner == "indefinite"
    return indefinite and other.role == "possessive" and one.sentence != other.sentence


def _agree(one: Facts, other: Facts) -> bool:
    if one.number == "plural":
        return other.number == "plural" or is_group(other)
    if other.number == "plural":
        return False
    if one.animate:
        return other.animate is True
    return other.animate is not True


def inside(inner: Facts, outer: Facts) -> bool:
    """Whether the phrase of ``outer`` holds the phrase of ``inner``."""
    start, end = outer.mention.phrase
    return start <= inner.mention.phrase[0] and inner.mention.phrase[1] <= end
