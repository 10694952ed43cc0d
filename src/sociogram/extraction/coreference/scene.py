"""All that the steps of coreference share while they work on one document."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sociogram.extraction.coreference.clusters import Clusters
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.parse.tokens import Tokens

MOST_NAMES = 50
"""Names of a phrase that are looked at: a noun with thousands of owners before it would else be read by each."""


@dataclass(frozen=True, slots=True)
class Scene:
    """The facts of all mentions, the tokens, the clusters so far and the speakers.

    ``voices[i]`` is the number of the voice that utters mention ``i``: 0 is the document's own.
    ``speakers`` has for a voice a mention of who speaks, where that is known; ``owners`` has for
    the head of "her mother" the mention "her", ``wholes`` for that of "the board of Acme" the mention "Acme";
    ``sources`` are the mentions that say or think something. ``spoken_by`` has for such a mention of a speaker the
    numbers of its voices. ``names_before`` has for each mention by a noun the words of names between the beginning of
    its phrase and the noun, in lower case: of very many those nearest to it.
    """

    facts: Sequence[Facts]
    tokens: Tokens
    clusters: Clusters
    voices: Sequence[int]
    speakers: Mapping[int, int]
    owners: Mapping[int, int]
    wholes: Mapping[int, int]
    sources: frozenset[int]
    spoken_by: Mapping[int, frozenset[int]] = field(init=False)
    names_before: Mapping[int, frozenset[str]] = field(init=False)

    def __post_init__(self) -> None:
        found: dict[int, set[int]] = {}
        for voice, index in self.speakers.items():
            found.setdefault(index, set()).add(voice)
        object.__setattr__(self, "spoken_by", {index: frozenset(voices) for index, voices in found.items()})
        object.__setattr__(self, "names_before", _names_before(self.facts, self.tokens))


def _names_before(facts: Sequence[Facts], tokens: Tokens) -> dict[int, frozenset[str]]:
    names = [token for token, tag in enumerate(tokens.tag) if tag in {"NNP", "NNPS"}]
    found = {}
    for one in facts:
        if one.mention.form == "nominal":
            last = bisect_left(names, one.head)
            first = max(bisect_left(names, one.mention.tokens[0]), last - MOST_NAMES)
            found[one.index] = frozenset(tokens.lower[token] for token in names[first:last])
    return found
