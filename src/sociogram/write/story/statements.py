"""What the claims of a pin say, by tie, with the numbers of their footnotes, and the footnotes themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sociogram.graph.sayers import SayerKind, document_sayer
from sociogram.graph.standing import HELD, Stand, stand_of
from sociogram.model import LiteralObject, Modality, Polarity
from sociogram.write.story.markup import marked, name, words
from sociogram.write.text.wording import review_words, said_relation

if TYPE_CHECKING:
    from sociogram.extraction.reading import DocumentRecord
    from sociogram.graph.values import Graph
    from sociogram.model import Amount, Claim, Tie
    from sociogram.story.replay import Replay
    from sociogram.story.values import Pin, PinnedClaim

# web/src/publish/statements.ts has the same words.
_HELD = {
    Modality.ASSERTED: ("stated by", "stated in", "stated"),
    Modality.REPORTED: ("said by", "reported from others in", "reported from others"),
    Modality.ALLEGED: ("alleged by", "alleged in", "alleged"),
    Modality.POSSIBLE: ("called possible by", "called possible in", "called possible"),
    Modality.HYPOTHETICAL: ("supposed by", "supposed in", "supposed"),
    Modality.INTENDED: ("intended or promised, says", "intended or promised, says", "intended or promised"),
    Modality.DEMANDED: ("demanded or urged, says", "demanded or urged, says", "demanded or urged"),
    Modality.PREDICTED: ("predicted by", "predicted in", "predicted"),
}
"""How a claim holds something: by a speaker, in an outlet, in a document of which no outlet is known."""
_NEGATED = ("negated in the words of", "negated in the words of", "negated in its own words")
_ENDS = (".", "!", "?", ";", ":", ",", "…")
"""What a title ends with that has a sign of its own before what follows."""
_TIMED = "timeline"
"""The question whose answer is told by the days of its claims."""
_ROOT = re.compile(r"/|[A-Za-z]:[/\\]|\\\\")
"""How a path begins that names a folder of one machine."""


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
            place = document_place(document.source)
            parts = [name(document.publisher)] if document.publisher else []
            parts.append(words(document.published or "no date"))
            if document.title:
                parts.append(name(place))
            title = document.title or place
            comma = "" if title.endswith(_ENDS) else ","
            yield f"<cite>{name(title)}</cite>{comma} {', '.join(parts)}."
        yield from self._speakers(claim, document)
        if claim.said_on and (document is None or claim.said_on != document.published):
            yield f"Said on {words(claim.said_on)}."
        if claim.time is not None and (held := _time(claim)):
            yield f"Holds {words(held)}."
        if claim.amount is not None:
            yield f"Amount: {words(_sum(claim.amount))}."

    def _speakers(self, claim: Claim, document: DocumentRecord | None) -> Iterator[str]:
        """Who says so: whom the text names, else what stands behind the document."""
        if claim.asserters:
            said = ", quoting ".join(_actor(each, self._graph) for each in claim.asserters)
            yield f"Says so: {said}."
        elif document is not None:
            sayer = document_sayer(document)
            own = (
                f"its author, {name(sayer.name)}"
                if sayer.kind is SayerKind.AUTHOR
                else f"the {sayer.kind.value}"
            )
            yield f"Says so: {own}."


def document_place(source: str) -> str:
    """Where a document is; of a whole path its end, as the folders of one machine tell a reader nothing."""
    return re.split(r"[/\\]", source)[-1] or source if _ROOT.match(source) else source


def pinned_statements(pin: Pin, replay: Replay, graph: Graph, footnotes: Footnotes) -> Iterator[str]:
    """One item for each tie that the claims of ``pin`` are of, then those that have gone.

    Of an answer in the order of time there is one for each day of a tie.
    """
    is_timed = pin.kind == "answer" and pin.id.split(" ")[0] == _TIMED
    ties: dict[tuple[str, str], list[Claim]] = {}
    gone: list[PinnedClaim] = []
    for pinned in pin.claims:
        claim = replay.found[pinned]
        if claim is None or claim.id not in footnotes.ties:
            gone.append(pinned)
            continue
        day = _day(claim, graph) if is_timed else ""
        like = ties.setdefault((day, footnotes.ties[claim.id].id), [])
        if claim not in like:
            like.append(claim)
    for (day, _), claims in ties.items():
        tie = footnotes.ties[claims[0].id]
        when = f'<span class="day">{words(day)}</span> ' if day else ""
        yield f"<li>{when}{_statement(tie, claims, graph)}: {_held(claims, graph, footnotes)}</li>\n"
    for pinned in gone:
        denied = " (denied)" if pinned.polarity == Polarity.DENIED.value else ""
        yield (
            f'<li class="gone"><strong>No longer in the graph:</strong> {name(pinned.subject)} – '
            f"{words(_gone_relation(pinned.relation))}{denied} – "
            f"{name(pinned.object)}: <q>{words(pinned.quote)}</q> ({name(pinned.document)})</li>\n"
        )


def _gone_relation(relation: str) -> str:
    """``head of government`` of ``headOfGovernment``: of what has gone there is the id alone."""
    return re.sub(r"[A-Z]", lambda sign: f" {sign[0].lower()}", relation)


def _statement(tie: Tie, claims: list[Claim], graph: Graph) -> str:
    """The tie in words, its ends as the first claim has them; one that every claim denies is never told as so."""
    is_denied = all(claim.polarity is Polarity.DENIED for claim in claims)
    before = '<span class="not">Said not to be so:</span> ' if is_denied else ""
    relation = words(said_relation(tie, graph))
    return f"{before}{_end(claims[0].subject, graph)} <em>{relation}</em> {_end(claims[0].object, graph)}"


def _end(end: str | LiteralObject, graph: Graph) -> str:
    return name(end.value) if isinstance(end, LiteralObject) else f"<strong>{_actor(end, graph)}</strong>"


def _actor(actor: str, graph: Graph) -> str:
    known = graph.actors_by_id.get(actor)
    return name(known.name if known is not None else actor)


def _held(claims: Iterable[Claim], graph: Graph, footnotes: Footnotes) -> str:
    """``stated in The Post¹ ²; denied by Lee³``."""
    ways: dict[str, list[Claim]] = {}
    for claim in claims:
        ways.setdefault(_way(claim, graph), []).append(claim)
    # A thin space between two numbers: they are two, and a line may end there.
    return "; ".join(
        way + "\u2009".join(footnotes.mark(claim) for claim in like) for way, like in ways.items()
    )


def _way(claim: Claim, graph: Graph) -> str:
    """How a claim holds its tie and by whom, with its sum: ``stated in The Post (20 million euros)``."""
    document = graph.documents_by_id.get(claim.evidence.document)
    amount = f" ({words(_sum(claim.amount))})" if claim.amount is not None else ""
    stand = stand_of(claim, document, graph.actors_by_id)
    if stand is Stand.DENIES:
        return f"denied by {_actor(claim.asserters[-1], graph)}{amount}"
    is_negated = stand is Stand.NEGATES
    if is_negated and claim.modality in HELD:
        return _by(_NEGATED, claim, document, graph) + amount
    before = "negated, " if is_negated else ""
    return before + _by(_HELD[claim.modality], claim, document, graph) + amount


def _by(ways: tuple[str, str, str], claim: Claim, document: DocumentRecord | None, graph: Graph) -> str:
    speaker, outlet, alone = ways
    if claim.asserters:
        return f"{speaker} {_actor(claim.asserters[-1], graph)}"
    sayer = document_sayer(document) if document is not None else None
    if sayer is None or sayer.kind is SayerKind.DOCUMENT:
        return alone
    return f"{outlet if sayer.kind is SayerKind.OUTLET else speaker} {name(sayer.name)}"


def _sum(amount: Amount) -> str:
    return " ".join(amount.text.split())


def _day(claim: Claim, graph: Graph) -> str:
    """When it holds, else when it was said, else the day of its document."""
    document = graph.documents_by_id.get(claim.evidence.document)
    published = document.published if document is not None else None
    return _dates(claim) or claim.said_on or published or "no date"


def _dates(claim: Claim) -> str:
    start, end = (claim.time.start or "", claim.time.end or "") if claim.time is not None else ("", "")
    return f"{start} to {end}" if start and end and start != end else start or end


def _time(claim: Claim) -> str:
    dates = _dates(claim)
    quoted = " ".join(claim.time.text.split()) if claim.time is not None else ""
    return f"{dates or 'date not resolved'} (“{quoted}”)" if quoted else dates
