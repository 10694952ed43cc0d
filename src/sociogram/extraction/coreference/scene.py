"""All that the steps of coreference share while they work on one document."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.words import ORDINALS, SUCCEEDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sociogram.extraction.coreference.clusters import Clusters
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.parse.tokens import Tokens

MOST_BEFORE = 50
"""Words of a sort before a noun that are looked at: with thousands of owners before it each would else read all."""


@dataclass(frozen=True, slots=True)
class Before:
    """What tells a noun from others, between the beginning of its phrase and it, in lower case.

    ``names`` are the words of names, ``ranks`` superlatives and ordinals, ``orders`` the words of order in time.
    """

    names: frozenset[str]
    ranks: frozenset[str]
    orders: frozenset[str]


@dataclass(frozen=True, slots=True)
class Scene:
    """The facts of all mentions, the tokens, the clusters so far and the speakers.

    ``voices[i]`` is the number of the voice that utters mention ``i``: 0 is the document's own.
    ``speakers`` has for a voice a mention of who speaks, where that is known; ``owners`` has for
    the head of "her mother" the mention "her", ``wholes`` for that of "the board of Acme" the mention "Acme";
    ``sources`` are the mentions that say or think something. ``asked`` has for a mention in a turn of several speakers
    the label of who spoke before it. ``spoken_by`` has for such a mention of a speaker the
    numbers of its voices. ``before`` has for each mention by a noun what stands before it.
    """

    facts: Sequence[Facts]
    tokens: Tokens
    clusters: Clusters
    voices: Sequence[int]
    speakers: Mapping[int, int]
    owners: Mapping[int, int]
    wholes: Mapping[int, int]
    sources: frozenset[int]
    asked: Mapping[int, int]
    spoken_by: Mapping[int, frozenset[int]] = field(init=False)
    before: Mapping[int, Before] = field(init=False)

    def __post_init__(self) -> None:
        found: dict[int, set[int]] = {}
        for voice, index in self.speakers.items():
            found.setdefault(index, set()).add(voice)
        object.__setattr__(self, "spoken_by", {index: frozenset(voices) for index, voices in found.items()})
        object.__setattr__(self, "before", _before(self.facts, self.tokens))

    def tells_gender(self, one: Facts, other: Facts) -> bool:
        """Whether the words or the pronouns of the chain of ``other`` tell the gender of ``one``."""
        return one.gender in self.clusters.profile(other.index).genders

    def spoke_before(self, other: Facts) -> bool:
        """Whether the text has spoken of ``other`` in a sentence before."""
        members = (self.facts[index] for index in self.clusters.first(other.index))
        return any(0 <= member.sentence < other.sentence for member in members)


def _before(facts: Sequence[Facts], tokens: Tokens) -> dict[int, Before]:
    """For each mention by a noun what stands before it, found by places: phrases may hold each other thousands deep."""
    sorts = (
        _places(tag in {"NNP", "NNPS"} for tag in tokens.tag),
        _places(
            tag == "JJS" or lower in ORDINALS for tag, lower in zip(tokens.tag, tokens.lower, strict=True)
        ),
        _places(lower in SUCCEEDING for lower in tokens.lower),
    )
    return {
        one.index: Before(*(_between(places, one, tokens) for places in sorts))
        for one in facts
        if one.mention.form == "nominal"
    }


def _places(found: Iterable[bool]) -> list[int]:
    return [token for token, is_found in enumerate(found) if is_found]


def _between(places: list[int], one: Facts, tokens: Tokens) -> frozenset[str]:
    last = bisect_left(places, one.head)
    first = max(bisect_left(places, one.mention.tokens[0]), last - MOST_BEFORE)
    return frozenset(tokens.lower[token] for token in places[first:last])
