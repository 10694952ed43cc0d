"""Tables whose cells are sentences; all words are made up."""

from __future__ import annotations

import pytest

from sociogram.model import Block, BlockKind, Document
from sociogram.read.structure import find_documents

LEAD = "The council of Rivertown voted on Monday to lend the harbour company nine million dollars."


def with_table(rows: str) -> Document:
    text = f"{LEAD}\n\n{rows}"
    table = Block(kind=BlockKind.TABLE, start=len(LEAD) + 2, end=len(text))
    (document,) = find_documents(text, source="a", id="a", given=[table], split=False)
    return document


def words(document: Document, kind: BlockKind) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind is kind]


def test_sentences_are_items_with_the_date_before_them() -> None:
    rows = [
        "| Day | Event | Source |", "|---|---|---|", "| 7 May 2011 | Ina Roe sued the harbour. | File 12 |",
        "| May 2012 | The harbour pays back the loan | p. 4 |", "| 2013 | Ina Roe | Treasurer |",
        "| Tom Lund | He met Ina Roe in Riga. | |",
    ]  # fmt: skip
    document = with_table("\n".join(rows))
    assert words(document, BlockKind.BULLET) == [
        "7 May 2011 | Ina Roe sued the harbour.",
        "May 2012 | The harbour pays back the loan",
        "He met Ina Roe in Riga.",
    ]
    assert words(document, BlockKind.TABLE) == [
        "Day | Event | Source", "File 12", "p. 4 |\n| 2013 | Ina Roe | Treasurer |\n| Tom Lund",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        "Ferry\tLoss\nNorth Star\t2 million", "Ina Roe\tTreasurer of Acme Inc.\nTom Lund\tClerk",
        "2011\tRoe, Lund, Dorn and Hay\n2012\tRoe, Lund, Dorn and Fox",
    ],
)  # fmt: skip
def test_cells_without_sentences_stay_a_table(rows: str) -> None:
    document = with_table(rows)
    assert words(document, BlockKind.BULLET) == []
    assert words(document, BlockKind.TABLE) == [rows]
