"""A text as paragraphs: runs of lines that belong together, whether or not they were wrapped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from sociogram.model import BlockKind

RUNNING_TEXT = (BlockKind.PROSE, BlockKind.BULLET, BlockKind.QUOTE)
"""Kinds of paragraphs that are the text itself, with what stands around it left out."""
_BREAK = "\r\n\f\v\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(rf"([^{_BREAK}]*)(\r\n|[{_BREAK}]|\Z)")
_BULLET = re.compile(
    r"(?:[•‣⁃◦▪▫●○■□➢➤►✓✔·*–—-]|o(?= [A-Z])|\.(?=[ \t\xa0]{2,})|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\))[ \t\xa0]+(?=\S)"
    r"|[-–•·](?=[A-Z“\"][a-z]+ )"
)
_TURN = re.compile(
    r"[*_]{0,3}(?:[QA][.:](?=[\s*_])|<v[\s.]|<[@+]?\w[^<>\n]{0,40}>\s|\[\d{1,2}:\d\d(?::\d\d)?\]"
    r"|(?:[A-Z][\w.'’-]*\s){1,5}[A-Z][\w.'’-]*(?:\s\([^()\n]{1,80}\)){0,3}[*_]{0,3}(?::[*_]{0,3}\s|—)"
    r"|[A-Z][A-Z'’-]+[*_]{0,3}:[*_]{0,3}\s)"
)
_WIDEST_WRAP = 160
_NARROWEST_WRAP = 40
"""Columns at which texts are wrapped; a longer line is a paragraph, a shorter one ends for its own reasons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with other than blank characters, without the blanks around it.

    ``gap`` counts the line breaks since the line before (1: the next line, 2: a blank line
    between); ``page`` says that a form feed stands in the gap.
    """

    start: int
    end: int
    text: str
    gap: int
    page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Lines that are one paragraph; ``text`` has its blanks made single, ``apart`` a blank line before it."""

    start: int
    end: int
    text: str
    lines: tuple[Line, ...]
    apart: bool
    page: bool


def split_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of ``text[start:end]`` that are not blank."""
    lines: list[Line] = []
    gap, page = 2, False
    stop = len(text) if end is None else end
    for match in _LINE.finditer(text, start, stop):
        raw = match[1]
        stripped = raw.strip()
        if stripped:
            first = match.start() + len(raw) - len(raw.lstrip())
            lines.append(Line(start=first, end=first + len(stripped), text=stripped, gap=gap, page=page))
            gap, page = 0, False
        if match[2] == "\f":
            page = True
        gap += 1
    return lines


def bullet_mark(text: str) -> int:
    """How many characters of ``text`` are a bullet's mark with the blanks behind it; 0 for none."""
    found = _BULLET.match(text)
    return found.end() if found else 0


def opens_turn(text: str) -> bool:
    """Whether a line begins as another's words do: with a name and a colon, "Q.", a time or a voice in brackets."""
    return bool(_TURN.match(text))


def split_paragraphs(lines: list[Line], *, joined: bool = False) -> list[Paragraph]:
    """``lines`` as paragraphs: a wrapped line is joined to the next, else each line is a paragraph.

    With ``joined`` (Markdown's rule) only blank lines, bullets and quotes part them.
    """
    width = 1 if joined else _wrap_width(lines)
    paragraphs: list[Paragraph] = []
    group: list[Line] = []
    for line in lines:
        if group and not _continues(group[-1], line, width):
            paragraphs.append(_paragraph(group))
            group = []
        group.append(line)
    if group:
        paragraphs.append(_paragraph(group))
    return paragraphs


def _paragraph(lines: list[Line]) -> Paragraph:
    return Paragraph(
        start=lines[0].start,
        end=lines[-1].end,
        text=" ".join(" ".join(line.text for line in lines).split()),
        lines=tuple(lines),
        apart=lines[0].gap > 1,
        page=lines[0].page,
    )


def _wrap_width(lines: list[Line]) -> int:
    """The column at which the text was wrapped, or 0: evidence is lines that go on in lower case."""
    if not lines or max(len(line.text) for line in lines) > _WIDEST_WRAP:
        return 0
    evidence = [
        len(line.text)
        for line, following in pairwise(lines)
        if following.gap == 1
        and len(line.text) >= _NARROWEST_WRAP
        and following.text[0].islower()
        and line.text[-1] not in ".!?:"
    ]
    return max(evidence) if evidence else 0


def _continues(line: Line, following: Line, width: int) -> bool:
    if following.gap != 1 or bullet_mark(following.text) or opens_turn(following.text):
        return False
    if line.text.startswith(">") != following.text.startswith(">"):
        return False
    if line.text.startswith(">"):
        return True
    goes_on = following.text[0].islower() and line.text[-1] not in '.!?:;”"'
    if not width:
        return goes_on and len(line.text) >= _NARROWEST_WRAP
    # A line was broken for its width when the next word would not have fitted.
    next_word = len(following.text.split(None, 1)[0])
    full = len(line.text) + 1 + next_word > 0.88 * width
    return full or (goes_on and len(line.text) > 0.5 * width)
