"""The time at the head of a chronology's line, for what stands in the line."""

from __future__ import annotations

import pytest

from sociogram.extraction.mentions.entities import cut
from sociogram.extraction.qualification.line_times import LineTimes
from sociogram.model import Block, BlockKind, Document
from support.parses import parse_by_hand

LINES = (
    "7 May 2011 – Ina Roe met Tom.",
    "2012: Tom left.",
    "Sunday, 9 June 2013: Ina won.",
    "Tom came back.",
)


def times() -> LineTimes:
    text = "\n\n".join(LINES)
    starts = [text.index(line) for line in LINES]
    blocks = tuple(
        Block(kind=BlockKind.PROSE, start=start, end=start + len(line))
        for start, line in zip(starts, LINES, strict=True)
    )
    return LineTimes(Document(id="a", source="a", text=text, start=0, end=len(text), blocks=blocks))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("met", ("2011-05-07", None, "7 May 2011")),
        ("left", ("2012-01-01", "2012-12-31", "2012")),
        ("won", ("2013-06-09", None, "Sunday, 9 June 2013")),
        ("came", None),
        ("May 2011", None),
    ],
)
def test_a_line_has_the_time_at_its_head(words: str, found: tuple[str, str | None, str] | None) -> None:
    time = times().at("\n\n".join(LINES).index(words))
    assert (None if time is None else (time.start, time.end, time.text)) == found


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Bo/Bo/NNP/compound/1 Roe/Roe/NNP/ROOT/1 €/€/$/nmod/3 5/5/CD/dobj/1", [(0, 2), (3, 4)]),
        ("Bo/Bo/NNP/compound/1 Roe/Roe/NNP/ROOT/1 CHF/CHF/NNP/nmod/3 5/5/CD/dobj/1", [(0, 2), (3, 4)]),
        ("CHF/CHF/NNP/compound/1 Group/Group/NNP/ROOT/1", [(0, 2)]),
    ],
)
def test_a_currency_is_no_part_of_a_name(text: str, parts: list[tuple[int, int]]) -> None:
    tokens = parse_by_hand(text).tokens
    assert cut(0, len(tokens), tokens) == parts
