"""What the claims of a pin say, by tie, with the numbers of their footnotes, and the footnotes themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sociogram.graph.sayers import SayerKind, document_sayer
from sociogram.model import LiteralObject, Modality, Polarity
from sociogram.write.story.markup import marked, name, words
from sociogram.write.text.wording import relation_label, review_words

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Claim, Tie
    from sociogram.story.replay import Replay
    from sociogram.story.values import Pin, PinnedClaim

# web/src/page/words.ts has the same words.
_HELD = {
    Modality.ASSERTED: "stated",
    Modality.REPORTED: "reported from others",
    Modality.ALLEGED: "alleged",
    Modality.POSSIBLE: "called possible",
    Modality.HYPOTHETICAL: "hypothetical",
    Modality.INTENDED: "intended or promised",
    Modality.DEMANDED: "demanded or urged",
    Modality.PREDICTED: "predicted",
}


class Footnotes:
    """Claims by the number of their first use."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.ties = {claim: tie for tie in graph.ties for claim in tie.claims}
        self._numbers: dict[str, int] = {}
        self._claims: list[Claim] = []

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims in the order of their numbers."""
        return tuple(self._claims)

    def mark(self, claim: Claim) -> str:
        """The number of ``claim`` as a link to its footnote, the first one as the place to come back to."""
        number = self._numbers.get(claim.id)
        if number is not None:
            return f'<sup><a href="#n{number}">{number}</a></sup>'
        self._claims.append(claim)
        number = self._numbers[claim.id] = len(self._claims)
        return f'<sup><a id="r{number}" href="#n{number}">{number}</a></sup>'

    def lines(self) -> Iterator[str]:
        """The footnotes in their order."""
        for number, claim in enumerate(self._claims, 1):
            yield f'<li id="n{number}">{self._note(claim)} <a class="back" href="#r{number}">back</a></li>\n'

    def _note(self, claim: Claim) -> str:
        evidence = claim.evidence
        spans = (("s", evidence.subject), ("r", evidence.trigger), ("o", evidence.object))
        stretches = [(kind, span[0] - evidence.start, span[1] - evidence.start) for kind, span in spans]
        parts = [
            f'<blockquote dir="auto">{marked(evidence.quote, stretches)}</blockquote>',
            *self._source(claim),
            f"Claim <code>{words(claim.id)}</code>.",
        ]
        if claim.review is not None:
            parts.append(f"Review: {words(review_words(claim.review))}.")
        return " ".join(parts)

    def _source(self, claim: Claim) -> Iterator[str]:
        """Document, outlet, date and place; who says so; when it holds; how much."""
        document = self._graph.documents_by_id.get(claim.evidence.document)
        if document is None:
            yield f"<cite>{name(claim.evidence.document)}</cite>."
        else:
            place = [name(document.publisher)] if document.publisher else []
            place += [words(document.published or "no date"), name(document.source)]
            yield f"<cite>{name(document.title or document.id)}</cite>, {', '.join(place)}."
        names = self._graph.actors_by_id
        if claim.asserters:
            said = ", quoting ".join(
                name(names[each].name if each in names else each) for each in claim.asserters
            )
            yield f"Says so: {said}."
        elif document is not None:
            sayer = document_sayer(document)
            whose = (
                "the document" if sayer.kind is SayerKind.DOCUMENT else f"the document’s {sayer.kind.value}"
            )
            yield f"Says so: {name(sayer.name)} ({whose})."
        if claim.said_on:
            yield f"Said on {words(claim.said_on)}."
        if claim.time is not None and (held := _time(claim)):
            yield f"Holds {words(held)}."
        if claim.amount is not None:
            yield f"Amount: {words(' '.join(claim.amount.text.split()))}."


def pinned_statements(pin: Pin, replay: Replay, graph: Graph, footnotes: Footnotes) -> Iterator[str]:
    """One item for each tie that the claims of ``pin`` are of, then those that have gone."""
    ties: dict[str, list[Claim]] = {}
    gone: list[PinnedClaim] = []
    for pinned in pin.claims:
        claim = replay.found[pinned]
        if claim is None or claim.id not in footnotes.ties:
            gone.append(pinned)
            continue
        like = ties.setdefault(footnotes.ties[claim.id].id, [])
        if claim not in like:
            like.append(claim)
    for claims in ties.values():
        tie = footnotes.ties[claims[0].id]
        yield f"<li>{_statement(tie, claims, graph)}: {_held(claims, footnotes)}</li>\n"
    for pinned in gone:
        yield (
            f'<li class="gone"><strong>No longer in the graph:</strong> {name(pinned.subject)} – '
            f"{words(pinned.relation)}{' (denied)' if pinned.polarity == Polarity.DENIED.value else ''} – "
            f"{name(pinned.object)}: <q>{words(pinned.quote)}</q> ({name(pinned.document)})</li>\n"
        )


def _statement(tie: Tie, claims: list[Claim], graph: Graph) -> str:
    """The tie in words, a symmetric one from its own side; one that every claim denies begins with a not."""
    label = words(relation_label(tie))
    if all(claim.polarity is Polarity.DENIED for claim in claims):
        label = f"not: {label}"
    return f"{_end(tie.subject, graph)} <em>{label}</em> {_end(tie.object, graph)}"


def _end(end: str | LiteralObject, graph: Graph) -> str:
    if isinstance(end, LiteralObject):
        return name(end.value)
    actor = graph.actors_by_id.get(end)
    return f"<strong>{name(actor.name if actor is not None else end)}</strong>"


def _held(claims: Iterable[Claim], footnotes: Footnotes) -> str:
    """``stated¹²; denied, alleged³``."""
    ways: dict[str, list[Claim]] = {}
    for claim in claims:
        denied = "denied, " if claim.polarity is Polarity.DENIED else ""
        ways.setdefault(denied + _HELD[claim.modality], []).append(claim)
    return "; ".join(
        words(way) + "".join(footnotes.mark(claim) for claim in like) for way, like in ways.items()
    )


def _time(claim: Claim) -> str:
    time = claim.time
    if time is None:
        return ""
    start, end = time.start or "", time.end or ""
    dates = f"{start} to {end}" if start and end and start != end else start or end
    quoted = " ".join(time.text.split())
    return f"{dates or 'date not resolved'} (“{quoted}”)" if quoted else dates
