"""All that the steps of coreference share while they work on one document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sociogram.extraction.coreference.clusters import Clusters
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.parse.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Scene:
    """The facts of all mentions, the tokens, the clusters so far and the speakers.

    ``voices[i]`` is the number of the voice that utters mention ``i``: 0 is the document's own.
    ``speakers`` has for a voice a mention of who speaks, where that is known; ``owners`` has for
    the head of "her mother" the mention "her", ``wholes`` for that of "the board of Acme" the mention "Acme";
    ``sources`` are the mentions that say or think something. ``spoken_by`` has for such a mention of a speaker the
    numbers of its voices.
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

    def __post_init__(self) -> None:
        found: dict[int, set[int]] = {}
        for voice, index in self.speakers.items():
            found.setdefault(index, set()).add(voice)
        object.__setattr__(self, "spoken_by", {index: frozenset(voices) for index, voices in found.items()})
