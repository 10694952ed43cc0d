"""Text and elements of the page; ``web/src/publish/markup.ts`` makes the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sociogram.write.text.xml_text import attribute

Stretch = tuple[str, int, int]
"""What is marked, from where to where in code points."""


def words(text: object) -> str:
    """``text`` as the content of an element or an attribute."""
    return attribute(text)


def name(text: str) -> str:
    """A name in the direction of its own script."""
    return f"<bdi>{words(text)}</bdi>"


def paragraphs(notes: str) -> str:
    """Plain text as paragraphs, which empty lines part."""
    lines = notes.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    made: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            made[-1].append(words(line.strip()))
        elif made[-1]:
            made.append([])
    return "".join(f'<p dir="auto">{"<br>".join(part)}</p>\n' for part in made if part)


def marked(text: str, stretches: Sequence[Stretch]) -> str:
    """``text`` with stretches marked, which may overlap."""
    inside = [
        (kind, max(0, start), min(end, len(text)))
        for kind, start, end in stretches
        if end > start and end > 0
    ]
    cuts = sorted({0, len(text), *(place for _, start, end in inside for place in (start, end))})
    pieces = []
    for first, last in pairwise(cuts):
        kinds = " ".join(kind for kind, start, end in inside if start <= first and end >= last)
        piece = words(text[first:last])
        pieces.append(f'<mark class="{kinds}">{piece}</mark>' if kinds else piece)
    return "".join(pieces)


def counted(count: int, what: str) -> str:
    """``1 claim``, ``2,000 claims``."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"
