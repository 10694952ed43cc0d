"""Tables of a whole case: actors, ties, claims and documents, sorted, filtered and given page by page."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sociogram.graph.worth import by_worth
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import LiteralObject
from sociogram.serve.explorer.folded_text import FoldedTexts, fold_words
from sociogram.serve.explorer.whole_case import WholeCase
from sociogram.serve.workers.jobs import RefusalError
from sociogram.write.text.wording import said_relation, tie_standing

if TYPE_CHECKING:
    from sociogram.extraction.reading import DocumentRecord
    from sociogram.model import Claim, Tie

MOST_ROWS = 1000
"""Rows of a page."""
Kind = Literal["text", "number", "date"]
Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in requests, its title, and what it gives for a row's number."""

    name: str
    title: str
    kind: Kind
    value: Callable[[int], Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: its columns, the id of each row, and the words by which rows are found."""

    columns: tuple[Column, ...]
    ids: Sequence[str]
    words: Callable[[int], str]
    ends: Callable[[int], tuple[str, str | None]] | None = None
    claimed: Callable[[int], bool] | None = None
    """Whether a claim is about a row, or is said by it."""
    usual: str = ""
    """The column by which rows stand where no order is asked for, the highest first."""


class Tables:
    """The tables of one state of a case; orders and words are made when they are first asked for."""

    def __init__(self, whole: WholeCase) -> None:
        self._tables = _make_tables(whole)
        self._orders: dict[tuple[str, str], list[int]] = {}
        self._words: dict[str, FoldedTexts] = {}

    def page(
        self, name: str, *, page: int, size: int, sort: str, down: bool, words: str, claimed: bool = False
    ) -> dict[str, Any]:
        """One page of the table ``name``; with ``claimed`` without the actors of which nothing is claimed.

        Raises:
            RefusalError: 404 if there is no such table, 400 if there is no such column.
        """
        table = self._tables.get(name)
        if table is None:
            raise RefusalError(404, f"no table of that name; there are {', '.join(self._tables)}")
        if not sort and table.usual:
            sort, down = table.usual, True
        rows = self._order(name, table, sort)
        if words:
            found = set(self._index(name, table).matching(fold_words(words)))
            rows = [row for row in rows if row in found]
        every = len(rows)
        if claimed and table.claimed is not None:
            rows = [row for row in rows if table.claimed(row)]
        size = max(1, min(size, MOST_ROWS))
        page = max(1, min(page, -(-len(rows) // size)))
        shown = (rows[::-1] if down else rows)[(page - 1) * size : page * size]
        answer: dict[str, Any] = {
            "columns": [
                {"name": each.name, "title": each.title, "kind": each.kind, "sortable": True}
                for each in table.columns
            ],
            "rows": [[column.value(row) for column in table.columns] for row in shown],
            "ids": [table.ids[row] for row in shown],
            "total": len(rows),
            "page": page,
            "left": every - len(rows),
        }
        if table.ends is not None:
            ends = [table.ends(row) for row in shown]
            answer["subjects"] = [subject for subject, _ in ends]
            answer["objects"] = [other for _, other in ends]
        return answer

    def _order(self, name: str, table: Table, sort: str) -> list[int]:
        if not sort:
            return list(range(len(table.ids)))
        if (name, sort) not in self._orders:
            column = next((each for each in table.columns if each.name == sort), None)
            if column is None:
                names = ", ".join(each.name for each in table.columns)
                raise RefusalError(400, f"no column '{sort[:40]}'; sort by one of {names}")
            keys = [_key(column.value(row)) for row in range(len(table.ids))]
            self._orders[name, sort] = sorted(range(len(keys)), key=keys.__getitem__)
        return self._orders[name, sort]

    def _index(self, name: str, table: Table) -> FoldedTexts:
        if name not in self._words:
            self._words[name] = FoldedTexts(table.words(row) for row in range(len(table.ids)))
        return self._words[name]


def _key(cell: Cell) -> tuple[float, str, str]:
    if isinstance(cell, int | float):
        return float(cell), "", ""
    text = cell or ""
    return 0.0, text.casefold(), text


def _make_tables(whole: WholeCase) -> dict[str, Table]:
    return {
        "actors": _actors(whole),
        "ties": _ties(whole),
        "claims": _claims(whole),
        "documents": _documents(whole),
    }


def _actors(whole: WholeCase) -> Table:
    graph, picture = whole.graph, whole.picture
    classes = load_ontology().classes
    labels = {
        kind: classes[kind].label if kind in classes else kind for kind in {a.kind for a in graph.actors}
    }
    documents = [len({mention.document for mention in actor.mentions}) for actor in graph.actors]
    return Table(
        columns=(
            Column("actor", "Actor", "text", lambda row: graph.actors[row].name or graph.actors[row].id),
            Column("kind", "Kind", "text", lambda row: labels[graph.actors[row].kind]),
            Column("claims", "Claims", "number", whole.claims_of_actor.__getitem__),
            Column("neighbours", "Neighbours", "number", whole.neighbour_counts.__getitem__),
            Column("betweenness", "Betweenness", "number", lambda row: picture.betweenness[row]),
            Column("pagerank", "PageRank", "number", lambda row: picture.pagerank[row]),
            Column("mentions", "Mentions", "number", lambda row: len(graph.actors[row].mentions)),
            Column("documents", "Documents", "number", documents.__getitem__),
            Column("community", "Community", "number", lambda row: picture.communities[row] + 1),
        ),
        ids=[actor.id for actor in graph.actors],
        claimed=lambda row: whole.claims_of_actor[row] > 0 or row in whole.asserting,
        words=lambda row: "\n".join(
            (graph.actors[row].name, *graph.actors[row].aliases, labels[graph.actors[row].kind])
        ),
    )


class _Wording:
    """Ends and relations in words."""

    def __init__(self, whole: WholeCase) -> None:
        self._whole = whole

    def end(self, end: str | LiteralObject) -> str:
        if isinstance(end, LiteralObject):
            return end.value
        return self._whole.graph.actors[self._whole.actor_numbers[end]].name or end

    def all(self, one: Tie | Claim) -> str:
        return "\n".join((self.end(one.subject), self.relation(one), self.end(one.object)))

    def relation(self, one: Tie | Claim) -> str:
        return said_relation(one, self._whole.graph)


def _ends(one: Tie | Claim) -> tuple[str, str | None]:
    return one.subject, None if isinstance(one.object, LiteralObject) else one.object


def _ties(whole: WholeCase) -> Table:
    ties, words = whole.graph.ties, _Wording(whole)
    return Table(
        columns=(
            Column("subject", "Subject", "text", lambda row: words.end(ties[row].subject)),
            Column("relation", "Relation", "text", lambda row: words.relation(ties[row])),
            Column("object", "Object", "text", lambda row: words.end(ties[row].object)),
            Column("claims", "Claims", "number", lambda row: len(ties[row].claims)),
            Column("denied", "Denied", "number", lambda row: ties[row].denied),
            Column("standing", "Standing", "text", lambda row: tie_standing(whole.graph, ties[row])),
            Column("outlets", "Outlets", "number", lambda row: whole.graph.standings[ties[row].id].outlets),
            Column("sources", "Sources", "number", lambda row: ties[row].sources),
            Column("first", "First said", "date", lambda row: ties[row].first or ""),
            Column("last", "Last said", "date", lambda row: ties[row].last or ""),
            Column("confidence", "Confidence", "number", lambda row: round(ties[row].confidence, 3)),
            Column("worth", "Worth", "number", lambda row: round(ties[row].worth, 2)),
            Column("rank", "Rank", "number", lambda row: round(by_worth(ties[row]), 2)),
        ),
        usual="rank",
        ids=[tie.id for tie in ties],
        words=lambda row: words.all(ties[row]),
        ends=lambda row: _ends(ties[row]),
    )


def _claims(whole: WholeCase) -> Table:
    words = _Wording(whole)
    claims = [claim for claim in whole.graph.claims if claim.id in whole.tie_of_claim]
    return Table(
        columns=(
            Column("subject", "Subject", "text", lambda row: words.end(claims[row].subject)),
            Column("relation", "Relation", "text", lambda row: words.relation(claims[row])),
            Column("object", "Object", "text", lambda row: words.end(claims[row].object)),
            Column("polarity", "Polarity", "text", lambda row: claims[row].polarity.value),
            Column("modality", "How", "text", lambda row: claims[row].modality.value),
            Column("amount", "Amount", "number", lambda row: _amount(claims[row])),
            Column("currency", "Currency", "text", lambda row: _currency(claims[row])),
            Column("said", "Said on", "date", lambda row: claims[row].said_on or ""),
            Column("confidence", "Confidence", "number", lambda row: round(claims[row].confidence, 3)),
            Column("worth", "Worth", "number", lambda row: round(claims[row].worth, 2)),
            Column("rank", "Rank", "number", lambda row: round(by_worth(claims[row]), 2)),
            Column("quote", "Quote", "text", lambda row: claims[row].evidence.quote),
            Column("document", "Document", "text", lambda row: claims[row].evidence.document),
        ),
        usual="rank",
        ids=[claim.id for claim in claims],
        words=lambda row: f"{words.all(claims[row])}\n{claims[row].evidence.quote}",
        ends=lambda row: _ends(claims[row]),
    )


def _amount(claim: Claim) -> float | None:
    """The sum of money that ``claim`` tells; what is no money has no number that could be sorted with it."""
    amount = claim.amount
    return amount.value if amount is not None and amount.currency and math.isfinite(amount.value) else None


def _currency(claim: Claim) -> str:
    return claim.amount.currency or "" if claim.amount is not None else ""


def _documents(whole: WholeCase) -> Table:
    documents = whole.graph.documents
    counts = dict.fromkeys(whole.document_numbers, 0)
    for claim in whole.graph.claims:
        if claim.evidence.document in counts:
            counts[claim.evidence.document] += 1
    return Table(
        columns=(
            Column("title", "Title", "text", lambda row: documents[row].title or documents[row].id),
            Column("author", "Author", "text", lambda row: "; ".join(documents[row].authors)),
            Column("publisher", "Publisher", "text", lambda row: documents[row].publisher or ""),
            Column("published", "Published", "date", lambda row: documents[row].published or ""),
            Column("claims", "Claims", "number", lambda row: counts[documents[row].id]),
            Column("characters", "Characters", "number", lambda row: documents[row].characters),
            Column("source", "Source", "text", lambda row: documents[row].source),
        ),
        ids=[document.id for document in documents],
        words=lambda row: document_words(documents[row]),
    )


def document_words(document: DocumentRecord) -> str:
    """The words by which a document is found, its text apart."""
    parts = (document.title or "", "; ".join(document.authors), document.publisher or "")
    return "\n".join((*parts, document.source, document.id))
