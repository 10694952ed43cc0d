"""What one document tells of the actors: it follows from its reading and from what identity says of its chains alone.

So whoever keeps it need not make it again while both are the same, whatever becomes of the other documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from sociogram.extraction.reading import Coverage, Reading
from sociogram.graph.claims import make_claims
from sociogram.graph.given import GivenReading
from sociogram.graph.reviews import Reviews
from sociogram.graph.sharing import Shared
from sociogram.graph.unread import UnreadFinder, UnreadSentence
from sociogram.model import ActorMention, Claim, Skipped
from sociogram.resolve import Resolution, mentions_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a document tells: its claims, which nobody has weighed, and whatever else the graph has of it.

    ``ties`` has the id of the tie of each claim, ``mentions`` each mention with its actor's id. ``judged_by`` are the
    ids by which a review could meet it: those of all claims that were found, and of their ties.
    """

    claims: tuple[Claim, ...]
    ties: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    unread: tuple[UnreadSentence, ...]
    coverage: Coverage | None
    mentions: tuple[tuple[str, ActorMention], ...]
    judged_by: frozenset[str]


class Keeper(Protocol):
    """Keeps what documents tell, for as long as it would be made again just so."""

    def find(self, given: GivenReading, resolution: Resolution) -> Told | None:
        """What the document told that no review has met, if that is kept."""
        ...

    def keep(self, given: GivenReading, resolution: Resolution, told: Told) -> None:
        """Keep what the document tells, which no review has met."""
        ...


class Teller:
    """Gives what documents tell, made of their readings or as a ``keeper`` has it."""

    def __init__(self, resolution: Resolution, reviews: Reviews, keeper: Keeper | None = None) -> None:
        self._resolution = resolution
        self._reviews = reviews
        self._keeper = keeper
        self._unread = UnreadFinder(resolution)

    def tell(self, given: GivenReading) -> Told:
        """What the document tells."""
        keeper = self._keeper
        told = keeper.find(given, self._resolution) if keeper is not None else None
        if told is None or self._reviews.meets(told.judged_by):
            told = self._make(given.load())
            if keeper is not None and not self._reviews.meets(told.judged_by):
                keeper.keep(given, self._resolution, told)
        return told

    def _make(self, reading: Reading) -> Told:
        shared, document = Shared(), reading.document.id
        made = make_claims(reading, self._resolution, self._reviews, shared)
        skipped = tuple(shared.skipped(each, document) for each in (*made.skipped, *reading.skipped))
        unread = self._unread.look(reading, made.claims, skipped)
        return Told(
            claims=made.claims,
            ties=made.ties,
            skipped=skipped,
            unread=unread.sentences,
            coverage=unread.coverage,
            mentions=tuple(mentions_of(reading, self._resolution)),
            judged_by=made.judged_by,
        )
