"""What stands at the edges of pages: running heads and feet, numbers of pages, footnotes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sociogram.read.pages.strips import Strip

_NUMBER = re.compile(
    r"(?:page |p\. ?)?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?|[-–—] ?\d{1,4} ?[-–—]|[ivxlc]{1,6}", re.IGNORECASE
)
_EDGE = 2
"""Lines at the top and at the foot of a page that may be running ones."""
_OFTEN = 3
"""Pages on which a line returns that is a running one; two are enough if the document has no more."""
_LONGEST = 120
_SAME_HEIGHT = 3.0
"""Points by which running lines of a document of two pages may differ in their height."""
_SMALL = 0.92
"""Size of a footnote in that of the text, at most."""
_NOTE = re.compile(r"\s*(?:\[?\(?\d{1,3}\]?\)?\.?|[*†‡§¶]{1,3})\s*\S")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The lines of a page, apart: running ones at its head and foot, its text, its footnotes."""

    head: tuple[Strip, ...]
    body: tuple[Strip, ...]
    notes: tuple[Strip, ...]
    foot: tuple[Strip, ...]

    @property
    def lines(self) -> tuple[Strip, ...]:
        """All of them."""
        return (*self.head, *self.body, *self.notes, *self.foot)


def find_edges(pages: Sequence[Sequence[Strip]]) -> list[Page]:
    """``pages`` with what returns on them, and their numbers, told from their text."""
    edges = [_at_edges(lines) for lines in pages]
    counts = Counter(key for lines in edges for key in {_key(line) for line in lines})
    often = min(_OFTEN, max(2, len(pages)))
    placed = Counter(
        key for lines in edges for key in {(_key(line), round(line.base / _SAME_HEIGHT)) for line in lines}
    )
    found: list[Page] = []
    for lines, near in zip(pages, edges, strict=True):
        running = {
            line
            for line in near
            if _NUMBER.fullmatch(line.text)
            or (
                len(line.text) <= _LONGEST
                and counts[_key(line)] >= often
                and (often > 2 or placed[_key(line), round(line.base / _SAME_HEIGHT)] >= often)
            )
        }
        found.append(_page(lines, running))
    return found


def _at_edges(lines: Sequence[Strip]) -> list[Strip]:
    upright = sorted(lines, key=lambda line: -line.base)
    return [*upright[:_EDGE], *upright[_EDGE:][-_EDGE:]]


def _page(lines: Sequence[Strip], running: set[Strip]) -> Page:
    rest = [line for line in lines if line not in running]
    middle = median(line.base for line in rest) if rest else 0.0
    notes = _notes(rest)
    return Page(
        head=tuple(line for line in lines if line in running and line.base >= middle),
        body=tuple(rest[: len(rest) - len(notes)]),
        notes=tuple(notes),
        foot=tuple(line for line in lines if line in running and line.base < middle),
    )


def _notes(lines: Sequence[Strip]) -> list[Strip]:
    """The last lines, if they are smaller than the text above them and begin with a footnote's number or mark."""
    if len(lines) < 3:
        return []
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    size = letters.most_common(1)[0][0]
    first = len(lines)
    while first and lines[first - 1].size <= _SMALL * size:
        first -= 1
    begins = next((index for index in range(first, len(lines)) if _NOTE.match(lines[index].text)), len(lines))
    return list(lines[begins:]) if first else []


def _key(line: Strip) -> str:
    return re.sub(r"\d+", "#", line.text)
