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


H, D, F = BlockKind.HEADLINE, BlockKind.DATELINE, BlockKind.FURNITURE
P, B = BlockKind.PROSE, BlockKind.BULLET


def headed(*lines: tuple[BlockKind, str], published: str | None = None) -> dict[str, str | None]:
    """The day of each running line that inherits one."""
    text = "\n\n".join(line for _, line in lines)
    blocks, place = [], 0
    for kind, line in lines:
        blocks.append(Block(kind=kind, start=place, end=place + len(line)))
        place += len(line) + 2
    found = LineTimes(
        Document(
            id="a", source="a", text=text, start=0, end=len(text), blocks=tuple(blocks), published=published
        )
    )
    days = {}
    for block in blocks:
        if block.kind in (P, B):
            time = found.at(block.start)
            assert time is None or time.inherited
            days[text[block.start : block.end]] = time.start if time else None
    return days


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (
            (
                (H, "3 May 2014"),
                (F, "-"),
                (B, "Ina met Tom."),
                (P, "Bo paid."),
                (H, "7 May 2014"),
                (P, "Tom left."),
            ),
            ["2014-05-03", "2014-05-03", "2014-05-07"],
        ),
        (
            ((H, "## May 2014"), (P, "Ina met Tom."), (H, "**2015**"), (P, "Tom left.")),
            ["2014-05-01", "2015-01-01"],
        ),
        # What stands under another heading is no more of that day.
        (
            (
                (H, "3 May 2014"),
                (P, "Ina met Tom."),
                (H, "Who is who"),
                (P, "Bo won."),
                (H, "4 May 2014"),
                (P, "Tom left"),
            ),
            ["2014-05-03", None, "2014-05-04"],
        ),
        # The first date may be the document's own.
        (
            (
                (D, "9 June 2016"),
                (P, "Ina wrote."),
                (D, "3 May 2014"),
                (P, "Ina met Tom."),
                (D, "4 May 2014"),
                (P, "Tom left."),
            ),
            [None, "2014-05-03", "2014-05-04"],
        ),
        (
            (
                (D, "2 May 2014"),
                (P, "Ina met."),
                (D, "3 May 2014"),
                (P, "Tom left."),
                (D, "4 May 2014"),
                (P, "Bo won."),
            ),
            ["2014-05-02", "2014-05-03", "2014-05-04"],
        ),
        (((D, "9 June 2016"), (P, "Ina wrote."), (D, "3 May 2014"), (P, "Tom left.")), [None, None]),
        (((H, "The loan"), (H, "3 May 2014"), (P, "Tom left.")), [None]),
        # A heading with other words, and a date over no running text, give none.
        (
            ((H, "3 May 2014 in words"), (P, "Tom left."), (H, "The 4 May 2014 report"), (P, "Bo won.")),
            [None, None],
        ),
        (((D, "3 May 2014"), (D, "4 May 2014"), (P, "Tom left.")), [None]),
    ],
)
def test_what_stands_under_dates_alone_inherits_them(lines, days) -> None:
    assert list(headed(*lines).values()) == days
