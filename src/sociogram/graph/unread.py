"""What was not read: sentences that name two actors and gave no claim, and what the gates refused, each with why.

A claim is read in the sentence that holds its trigger, and a refusal belongs to the sentence that it begins in. A
sentence without a refusal has the reason that nothing was found, or that its block is not read as sentences.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sociogram.extraction.reading import LONGEST_WORDS, Coverage, Reading, SentenceReading
from sociogram.knowledge.ontology import load_ontology

if TYPE_CHECKING:
    from sociogram.model import Claim, Skipped, Span
    from sociogram.resolve import Resolution

GATES = frozenset({"statements", "claims"})
"""The stages whose skipped words are relations that a gate refused."""
NOTHING_READ = ("extraction", "no predicate between them was read")
"""Stage and reason of a sentence in which nothing was found to refuse."""
NO_PROSE = ("read", "not read as prose: ")
"""Those of a line in a block that is not read as sentences; the kind of the block follows."""
_TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadReason:
    """Why something of a sentence is not in the graph, by which stage, and how often; 1 where the whole is meant."""

    stage: str
    reason: str
    count: int

    @property
    def is_refusal(self) -> bool:
        """Whether relations were found and refused."""
        return self.stage in GATES


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadSentence:
    """A sentence that names two actors and gave no claim, or in which a relation was refused.

    ``text`` has its words, of a long one the first ``LONGEST_WORDS`` characters; ``names`` are the names of the actors
    that are spoken of in it, in text order; ``claims`` counts what was read in it all the same.
    """

    document: str
    start: int
    end: int
    text: str
    names: tuple[str, ...]
    claims: int
    reasons: tuple[UnreadReason, ...]

    @property
    def is_silent(self) -> bool:
        """Whether it names two actors and gave no claim."""
        return len(self.names) >= _TWO and not self.claims


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadOfDocument:
    """Its unread sentences by place, and its coverage, ``None`` where its sentences were not looked for."""

    sentences: tuple[UnreadSentence, ...]
    coverage: Coverage | None


class UnreadFinder:
    """Finds what of documents, whose actors are those of ``resolution``, was not read."""

    def __init__(self, resolution: Resolution) -> None:
        self._names = _Names(resolution)
        # Most sentences stay unread for one of a few reasons.
        self._reasons: dict[tuple[UnreadReason, ...], tuple[UnreadReason, ...]] = {}

    def look(self, reading: Reading, claims: Sequence[Claim], skipped: Iterable[Skipped]) -> UnreadOfDocument:
        """What of ``reading``, which gave ``claims`` and of which ``skipped`` was refused, was not read."""
        looked = list(_look(reading, self._names, claims, list(filter(_is_refused, skipped))))
        return UnreadOfDocument(
            sentences=tuple(self._with_shared_reasons(one) for one in looked if one.reasons),
            coverage=None if reading.sentences is None else _cover(looked),
        )

    def _with_shared_reasons(self, one: UnreadSentence) -> UnreadSentence:
        return replace(one, reasons=self._reasons.setdefault(one.reasons, one.reasons))


def _is_refused(skip: Skipped) -> bool:
    """Whether it is a relation that a gate refused."""
    return skip.stage in GATES and skip.kind == "words" and skip.start is not None


def _cover(looked: Iterable[UnreadSentence]) -> Coverage:
    naming = [one for one in looked if len(one.names) >= _TWO]
    return Coverage(sentences=len(naming), read=sum(not one.is_silent for one in naming))


class _Names:
    """The names of the actors that chains stand for."""

    def __init__(self, resolution: Resolution) -> None:
        ontology = load_ontology()
        self._actor_of = resolution.actor_of
        self._names = {
            actor.id: actor.name for actor in resolution.actors if ontology.is_a(actor.kind, "Actor")
        }

    def of(self, document: str, chains: Iterable[int]) -> tuple[str, ...]:
        """The names of the actors behind ``chains``, each actor once; what is no actor has none."""
        found = dict.fromkeys(self._actor_of.get((document, chain)) for chain in chains)
        return tuple(self._names[actor] for actor in found if actor in self._names)


def _look(
    reading: Reading, names: _Names, claims: Sequence[Claim], refused: Sequence[Skipped]
) -> Iterator[UnreadSentence]:
    """Every sentence that may be unread; those without reasons were read."""
    places = _Places(reading)
    read = Counter(places.of_claim(claim) for claim in claims)
    reasons: dict[Span, Counter[tuple[str, str]]] = defaultdict(Counter)
    for skip in refused:
        reasons[places.of_refusal(skip)][skip.stage, skip.reason] += 1
    for span in sorted(places.sentences.keys() | reasons.keys()):
        sentence = places.sentences.get(span) or _bare(span)
        made = UnreadSentence(
            document=reading.document.id,
            start=span[0],
            end=span[1],
            text=sentence.text or places.quotes.get(span, "")[:LONGEST_WORDS],
            names=names.of(reading.document.id, sentence.chains),
            claims=read[span],
            reasons=_in_order(reasons[span]),
        )
        silent = made.is_silent and not made.reasons
        yield replace(made, reasons=(_silence(sentence),)) if silent else made


def _bare(span: Span) -> SentenceReading:
    return SentenceReading(start=span[0], end=span[1], text="", chains=())


def _silence(sentence: SentenceReading) -> UnreadReason:
    """Why a sentence is silent in which nothing was refused."""
    stage, reason = (NO_PROSE[0], NO_PROSE[1] + sentence.block) if sentence.block else NOTHING_READ
    return UnreadReason(stage=stage, reason=reason, count=1)


def _in_order(reasons: Counter[tuple[str, str]]) -> tuple[UnreadReason, ...]:
    """The commonest first."""
    return tuple(
        UnreadReason(stage=stage, reason=reason, count=count)
        for (stage, reason), count in sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    )


class _Places:
    """The sentences of a reading by their spans; what stands in none of them has a span of its own."""

    def __init__(self, reading: Reading) -> None:
        self.sentences = {(one.start, one.end): one for one in reading.sentences or ()}
        self.quotes = {(one.start, one.end): one.quote for one in reading.relations}
        self._spans = sorted(self.sentences)
        self._starts = [start for start, _ in self._spans]

    def of_claim(self, claim: Claim) -> Span:
        """The sentence that holds the trigger: a credit's evidence reaches from the title to the author."""
        evidence = claim.evidence
        inside = evidence.start <= evidence.trigger[0] < evidence.end
        place = evidence.trigger[0] if inside else evidence.start
        return self._holder(place) or (evidence.start, evidence.end)

    def of_refusal(self, skip: Skipped) -> Span:
        """The sentence in which it begins."""
        start = skip.start or 0
        return self._holder(start) or (start, max(start, skip.end or start))

    def _holder(self, place: int) -> Span | None:
        number = bisect_right(self._starts, place) - 1
        return self._spans[number] if number >= 0 and place < self._spans[number][1] else None
