"""The data of the explorer page: tables in columns, with shared strings, so that the file stays small.

Spans are code points; those of a quote's words count from the quote's beginning, those of a document
from the beginning of its own text. Worths are hundredths. ``web/src/data/island.ts`` reads what is written here.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from sociogram.graph.detail import LEAST_WORTH
from sociogram.graph.standing import denier_of
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.tone import Tone, tone_of
from sociogram.model import LiteralObject, Modality, Polarity
from sociogram.version import __version__
from sociogram.write.explorer.pictured import Picture, make_picture
from sociogram.write.explorer.reading import (
    mark_columns,
    review_columns,
    shown_claims,
    shown_mentions,
    topic_number,
    topic_table,
)
from sociogram.write.explorer.unread import iter_marks
from sociogram.write.picture.colours import kind_group

if TYPE_CHECKING:
    from sociogram.extraction.reading import DocumentRecord
    from sociogram.graph.values import Graph
    from sociogram.model import Actor, Claim, Tie
    from sociogram.suggest import Suggestions

FORMAT = 1
"""The version of these tables, told to whoever reads them."""
_TONES = ["", *(tone.value for tone in Tone)]
"""The classes of ties; the first is none."""
_ESCAPES = (
    ("<", "\\u003c"),
    ("&", "\\u0026"),
    ("\u2028", "\\u2028"),
    ("\u2029", "\\u2029"),
    ("\ufeff", "\\ufeff"),
)
"""Signs that could end the page's island of JSON, begin markup in it, or end a line of older JavaScript."""
Columns = dict[str, Sequence[Any]]
Table = Iterator[tuple[str, Sequence[Any]]]
"""Columns, made one after the other."""


class _Numbers:
    """Values numbered in the order of their first use."""

    def __init__(self, *first: str) -> None:
        self.values: list[str] = []
        self._index: dict[str, int] = {}
        for value in first:
            self.number(value)

    def number(self, value: str | None) -> int:
        """The number of ``value``; nothing is the empty text."""
        value = value or ""
        if value not in self._index:
            self._index[value] = len(self.values)
            self.values.append(value)
        return self._index[value]


def to_json(value: Any) -> str:
    """``value`` as JSON that cannot end or open an element of HTML."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    for character, escaped in _ESCAPES:
        text = text.replace(character, escaped)
    return text


def iter_data(
    graph: Graph,
    texts: Sequence[int],
    picture: Picture | None = None,
    served: Mapping[str, Any] | None = None,
    model: str = "",
    marks: Columns | None = None,
    suggestions: Suggestions | None = None,
    part_of: Mapping[str, int | str] | None = None,
) -> Iterator[str]:
    """The data as pieces of one JSON object.

    Args:
        graph: What the page holds: a whole case, or a part of it.
        texts: For each document how many characters of its text the page can have, -1 for none.
        picture: How its actors are drawn; made here where it is not given.
        served: What a page of a server knows of the whole case.
        model: The language model that read the documents, where it is known.
        marks: Where actors stand beside what panels list; made here for a page that holds all.
        suggestions: Which actors may be one, or two; a server gives its own when it is asked.
        part_of: How much the whole has, where a page without a server holds its strongest part.
    """
    picture = make_picture(graph) if picture is None else picture
    kinds = _Numbers()
    strings = _Numbers("")
    quotes = _Numbers()
    # As texts, which take a fifth of the memory of numbers.
    tables: dict[str, dict[str, str]] = {
        "documents": _written(_documents(graph.documents, texts)),
        "actors": _written(_actors(graph, kinds, picture)),
    }
    literals: dict[tuple[str, str], int] = {}
    relations = _Numbers()
    tables["ties"] = _written(_ties(graph, relations, strings, literals))
    tables["claims"] = _written(_claims(graph, strings, quotes))
    tables["standing"] = _written(_standing(graph, strings).items())
    tables["reviews"] = _written(review_columns(graph, strings.number).items())
    if served is None:
        # A server gives those of a document with its text.
        tables["unread"] = _written(_unread(graph, strings).items())
        marks = mark_columns(graph)
    if marks is not None:
        tables["marks"] = _written(marks.items())
    if suggestions is not None:
        tables["suggestions"] = _written(_suggestions(graph, suggestions, strings).items())
    yield f'{{"format":{FORMAT},"run":{to_json(graph.run)}'
    yield f',"version":{to_json(__version__)},"model":{to_json(model)}'
    yield f',"polarities":{to_json([each.value for each in Polarity])}'
    yield f',"modalities":{to_json([each.value for each in Modality])}'
    yield f',"tones":{to_json(_TONES)}'
    yield f',"topics":{to_json(topic_table())}'
    yield f',"leastWorth":{LEAST_WORTH}'
    yield f',"kinds":{to_json([_kind(kind) for kind in kinds.values])}'
    yield f',"relations":{to_json([_relation(relation) for relation in relations.values])}'
    yield f',"literals":{to_json(list(literals))}'
    yield f',"strings":{to_json(strings.values)}'
    yield f',"quotes":{to_json(quotes.values)}'
    yield f',"skipped":{len(graph.skipped)}'
    for name, columns in tables.items():
        yield f',"{name}":{{'
        for number, (column, values) in enumerate(columns.items()):
            yield f"{',' if number else ''}{to_json(column)}:{values}"
        yield "}"
    if served is not None:
        yield f',"served":{to_json(served)}'
    if part_of is not None:
        yield f',"partOf":{to_json(part_of)}'
    yield "}"


def _written(columns: Iterable[tuple[str, Sequence[Any]]]) -> dict[str, str]:
    return {name: to_json(values) for name, values in columns}


def _kind(kind: str) -> list[str]:
    known = load_ontology().classes.get(kind)
    return [kind, known.label if known else kind, kind_group(kind)]


def _relation(relation: str) -> list[Any]:
    known = load_ontology().relations.get(relation)
    if known is None:
        return [relation, relation, "other", "neutral", 0]
    return [relation, known.label, known.sentiment, known.sign, int(known.symmetric)]


def _documents(documents: Sequence[DocumentRecord], texts: Sequence[int]) -> Table:
    yield "id", [document.id for document in documents]
    yield "source", [document.source for document in documents]
    yield "title", [document.title or "" for document in documents]
    yield "author", ["; ".join(document.authors) for document in documents]
    yield "publisher", [document.publisher or "" for document in documents]
    yield "published", [document.published or "" for document in documents]
    yield "start", [document.start for document in documents]
    yield "text", list(texts)


def _actors(graph: Graph, kinds: _Numbers, picture: Picture) -> Table:
    document_index = {document.id: number for number, document in enumerate(graph.documents)}
    yield "id", [actor.id for actor in graph.actors]
    yield "name", [actor.name for actor in graph.actors]
    yield "kind", [kinds.number(actor.kind) for actor in graph.actors]
    yield "aliases", [list(actor.aliases) or 0 for actor in graph.actors]
    yield "identifiers", [[list(pair) for pair in actor.identifiers] or 0 for actor in graph.actors]
    yield "candidates", [list(actor.candidates) or 0 for actor in graph.actors]
    yield "x", picture.x
    yield "y", picture.y
    yield "community", picture.communities
    yield "betweenness", picture.betweenness
    yield "pagerank", picture.pagerank
    yield "count", [len(actor.mentions) for actor in graph.actors]
    yield "documents", [len({mention.document for mention in actor.mentions}) for actor in graph.actors]
    yield "mentions", [_mentions(actor, graph, document_index) for actor in graph.actors]
    yield from _former(graph).items()
    yield from picture.more.items()


def _former(graph: Graph) -> Columns:
    """The ids that actors had before a merge, where any was merged."""
    former = [list(actor.former) or 0 for actor in graph.actors]
    return {"former": former} if any(former) else {}


def _suggestions(graph: Graph, suggestions: Suggestions, strings: _Numbers) -> Columns:
    """The first suggestions; a side of a merge is an actor's number, what a split parts from its actor a text."""
    index = {actor.id: number for number, actor in enumerate(graph.actors)}
    found = suggestions.found
    return {
        "left": [index[one.left] for one in found],
        "right": [index[one.right] if one.verdict == "same" else one.right for one in found],
        "name": ["" if one.verdict == "same" else one.right_name for one in found],
        "rule": [strings.number(one.rule) for one in found],
        "reason": [one.reason for one in found],
        "score": [round(100 * one.score) for one in found],
        "total": [suggestions.total],
    }


def _mentions(actor: Actor, graph: Graph, documents: dict[str, int]) -> list[int]:
    """Document, start and length of each, one after the other."""
    flat: list[int] = []
    for mention in shown_mentions(actor):
        number = documents.get(mention.document)
        if number is not None:
            start = mention.start - graph.documents[number].start
            flat += [number, start, mention.end - mention.start]
    return flat


def _ties(
    graph: Graph, relations: _Numbers, strings: _Numbers, literals: dict[tuple[str, str], int]
) -> Table:
    index = {actor.id: number for number, actor in enumerate(graph.actors)}

    def end(tie: Tie) -> int:
        if isinstance(tie.object, LiteralObject):
            return -1 - literals.setdefault((tie.object.value, tie.object.kind), len(literals))
        return index[tie.object]

    yield "id", [tie.id for tie in graph.ties]
    yield "subject", [index[tie.subject] for tie in graph.ties]
    yield "relation", [relations.number(tie.relation) for tie in graph.ties]
    yield "object", [end(tie) for tie in graph.ties]
    yield "lemma", [strings.number(tie.lemma) for tie in graph.ties]
    yield "sources", [tie.sources for tie in graph.ties]
    yield "confidence", [round(tie.confidence, 4) for tie in graph.ties]
    yield "worth", [_hundredths(tie.worth) for tie in graph.ties]
    yield "tone", [_TONES.index(tone_of(tie.relation, tie.lemma or "") or "") for tie in graph.ties]


def _claims(graph: Graph, strings: _Numbers, quotes: _Numbers) -> Table:
    actors = {actor.id: number for number, actor in enumerate(graph.actors)}
    documents = {document.id: number for number, document in enumerate(graph.documents)}
    polarities = {polarity: number for number, polarity in enumerate(Polarity)}
    modalities = {modality: number for number, modality in enumerate(Modality)}
    tie_of = {claim: number for number, tie in enumerate(graph.ties) for claim in tie.claims}
    claims = shown_claims(graph)

    def start(claim: Claim) -> int:
        number = documents.get(claim.evidence.document)
        return claim.evidence.start - (graph.documents[number].start if number is not None else 0)

    yield "id", [claim.id for claim in claims]
    yield "tie", [tie_of[claim.id] for claim in claims]
    yield "trigger", [strings.number(claim.trigger) for claim in claims]
    yield "polarity", [polarities[claim.polarity] for claim in claims]
    yield "modality", [modalities[claim.modality] for claim in claims]
    yield "asserters", [[actors[each] for each in claim.asserters if each in actors] or 0 for claim in claims]
    yield "said", [strings.number(claim.said_on) for claim in claims]
    yield "from", [strings.number(claim.time.start if claim.time else None) for claim in claims]
    yield "to", [strings.number(claim.time.end if claim.time else None) for claim in claims]
    yield "when", [strings.number(claim.time.text if claim.time else None) for claim in claims]
    yield "amount", [_amount(claim) for claim in claims]
    yield "confidence", [round(claim.confidence, 4) for claim in claims]
    yield "worth", [_hundredths(claim.worth) for claim in claims]
    yield "gravity", [topic_number(claim) for claim in claims]
    yield "roles", [_roles(claim, strings) for claim in claims]
    yield "document", [documents.get(claim.evidence.document, -1) for claim in claims]
    yield "quote", [quotes.number(claim.evidence.quote) for claim in claims]
    yield "start", [start(claim) for claim in claims]
    yield "rule", [strings.number(claim.evidence.rule) for claim in claims]
    yield "spans", list(chain.from_iterable(_spans(claim) for claim in claims))


def _standing(graph: Graph, strings: _Numbers) -> Columns:
    """What is known of claims and ties beside each other, all by their numbers: see ``graph.standing``."""
    actors = {actor.id: number for number, actor in enumerate(graph.actors)}
    ties = {tie.id: number for number, tie in enumerate(graph.ties)}
    subjects = {claim: tie.subject for tie in graph.ties for claim in tie.claims}
    claims = {claim.id: number for number, claim in enumerate(shown_claims(graph))}

    def speakers(ids: Sequence[str]) -> list[int]:
        return [actors[each] for each in ids if each in actors]

    return {
        "denies": [
            number
            for number, claim in enumerate(shown_claims(graph))
            if denier_of(claim, graph.documents_by_id.get(claim.evidence.document), graph.actors_by_id)
        ],
        # A tie of a symmetric relation has one order of its ends, whoever is named first in a claim of it.
        "turned": [
            number for number, claim in enumerate(shown_claims(graph)) if claim.subject != subjects[claim.id]
        ],
        "copies": sorted([claims[copy], claims[first]] for copy, first in graph.copied.items()),
        "changed": [
            [ties[tie], speakers(standing.changed_by)]
            for tie, standing in graph.standings.items()
            if standing.changed_by
        ],
        "against": [
            [*(ties[tie] for tie in each.ties), strings.number(each.kind), *speakers(each.changed_by)]
            for each in graph.contradictions
        ],
    }


def _unread(graph: Graph, strings: _Numbers) -> Columns:
    documents = {document.id: number for number, document in enumerate(graph.documents)}
    marks = list(iter_marks(graph))
    return {
        "document": [documents[document] for document, *_ in marks],
        "start": [start for _, start, _, _ in marks],
        "length": [length for *_, length, _ in marks],
        "why": [strings.number(why) for *_, why in marks],
    }


def _hundredths(worth: float) -> float:
    """``worth`` with all its digits, so that the page ranks as the records do; a whole number is written as one."""
    value = round(100 * worth, 1)
    return int(value) if value == int(value) else value


def _amount(claim: Claim) -> list[Any] | int:
    amount = claim.amount
    if amount is None or not math.isfinite(amount.value):
        return 0
    return [amount.value, amount.currency or "", amount.qualifier or "", amount.text]


def _roles(claim: Claim, strings: _Numbers) -> list[int] | int:
    """Name, start and length of each role whose words stand in the quote, one after the other."""
    begin, end = claim.evidence.start, claim.evidence.end
    flat: list[int] = []
    for role in claim.roles:
        if begin <= role.start < role.end <= end:
            flat += [strings.number(role.name), role.start - begin, role.end - role.start]
    return flat or 0


def _spans(claim: Claim) -> list[int]:
    """Start and end of subject, relation and object, from the beginning of the quote."""
    evidence = claim.evidence
    ends = (*evidence.subject, *evidence.trigger, *evidence.object)
    return [position - evidence.start for position in ends]
