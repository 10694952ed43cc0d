"""The text of all pages: lines made paragraphs by where they stand, what returns on each page set aside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from sociogram.model import Block, BlockKind
from sociogram.read.layout.lines import bullet_mark
from sociogram.read.pages.edges import Page
from sociogram.read.pages.strips import Strip
from sociogram.read.pages.words import BrokenWords, is_broken, plain

_SAME_SIZE = 0.12
_INDENT = 0.8
"""How far a first line stands in, in heights of the letters."""
_WIDER = 1.3
"""Distance of two lines, in that of their block, beyond which a paragraph ends."""
_WIDEST_PITCH = 2.6
_BROAD = 40
"""Characters of a line from which on its end at the margin shows that it was wrapped; a narrower one may be a title."""
_RUNS_ON = 0.25
"""Share of the lines of a block that begin with a small letter, from which on narrow lines are wrapped as well."""
_LEADER = re.compile(r"(?:\. ?){4} ?\w{0,5}$")
"""The dots between an entry of a table of contents and its page."""
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§¶]{1,3})[ .)]")
_ENDS = ".!?:;"
_CLOSING = "\"'”’)»]"


@dataclass(slots=True)
class _Block:
    """Lines under each other: their margins, their distance, whether they are running text."""

    lines: list[Strip]
    left: float = 0.0
    right: float = 0.0
    pitch: float = 0.0
    runs_on: bool = False

    def measure(self) -> None:
        self.left = min(line.left for line in self.lines)
        self.right = max(line.right for line in self.lines)
        steps = [first.base - second.base for first, second in zip(self.lines, self.lines[1:], strict=False)]
        self.pitch = median(steps) if steps else 0.0
        small = sum(line.text[0].islower() for line in self.lines[1:])
        self.runs_on = len(self.lines) >= 3 and small >= _RUNS_ON * len(self.lines)


@dataclass(slots=True)
class Flow:
    """Puts the text together; ``blocks`` are the running lines in it."""

    words: BrokenWords
    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, *, apart: bool, kind: BlockKind | None = None) -> None:
        """Add a paragraph, behind a blank line if it stands ``apart``."""
        lead = ("\n\n" if apart else "\n") if self.parts else ""
        start = self.length + len(lead)
        self.parts.append(lead + text)
        self.length = start + len(text)
        if kind is not None:
            self.blocks.append(Block(kind=kind, start=start, end=self.length))


def compose_pages(pages: Sequence[Page]) -> tuple[str, list[Block]]:
    """The text of ``pages`` and the blocks that its running lines are; a paragraph may go over several pages."""
    flow = Flow(BrokenWords(line.text for page in pages for line in page.lines))
    held, last, apart = "", None, True
    waiting: list[tuple[str, BlockKind | None]] = []
    for page in pages:
        waiting += [(plain(line.text), BlockKind.FURNITURE) for line in page.head]
        for line, joins, far in _steps(page.body, last):
            if joins and last is not None:
                held = (
                    flow.words.join(held, line.text)
                    if is_broken(last.text, line.text)
                    else f"{held} {line.text}"
                )
            else:
                if held:
                    flow.add(plain(held), apart=apart)
                held, apart = line.text, far or bool(waiting)
                _flush(flow, waiting)
            last = line
        waiting += [(text, None) for text in _paragraphs(page.notes, flow.words)]
        waiting += [(plain(line.text), BlockKind.FURNITURE) for line in page.foot]
    if held:
        flow.add(plain(held), apart=apart)
    _flush(flow, waiting)
    return "".join(flow.parts), flow.blocks


def _flush(flow: Flow, waiting: list[tuple[str, BlockKind | None]]) -> None:
    for text, kind in waiting:
        flow.add(text, apart=True, kind=kind)
    waiting.clear()


def _paragraphs(lines: Sequence[Strip], words: BrokenWords) -> list[str]:
    found: list[str] = []
    before = ""
    for line, joins, _ in _steps(lines, None):
        if joins and found and not _NOTE.match(line.text):
            found[-1] = (
                words.join(found[-1], line.text)
                if is_broken(before, line.text)
                else f"{found[-1]} {line.text}"
            )
        else:
            found.append(line.text)
        before = line.text
    return [plain(text) for text in found]


def _steps(lines: Sequence[Strip], last: Strip | None) -> Iterator[tuple[Strip, bool, bool]]:
    """Each line, whether it goes on in the paragraph of the line before it, and whether it stands apart from it."""
    before = last
    for block in _blocks(lines):
        for index, line in enumerate(block.lines):
            if before is None:
                yield line, False, True
            elif index:
                step = before.base - line.base
                near = step <= _WIDER * block.pitch
                yield line, near and _wraps(before, line, block), not near
            else:
                yield line, _crosses(before, line, is_new_page=before is last), True
            before = line


def _blocks(lines: Sequence[Strip]) -> list[_Block]:
    blocks: list[_Block] = []
    for line in lines:
        before = blocks[-1].lines[-1] if blocks else None
        if before is not None and _is_under(before, line):
            blocks[-1].lines.append(line)
        else:
            blocks.append(_Block([line]))
    for block in blocks:
        block.measure()
    return blocks


def _is_under(before: Strip, line: Strip) -> bool:
    step = before.base - line.base
    beneath = 0 < step <= _WIDEST_PITCH * max(line.size, before.size)
    return beneath and line.column == before.column and line.left < before.right and before.left < line.right


def _wraps(before: Strip, line: Strip, block: _Block) -> bool:
    """Whether ``before`` was broken for its width: the first word of ``line`` would not have fitted."""
    if not _of_one_size(before, line) or bullet_mark(line.text) or _LEADER.search(before.text):
        return False
    if is_broken(before.text, line.text):
        return True
    if line.left - before.left > _INDENT * line.size and not bullet_mark(before.text):
        return False
    first = line.text.split(None, 1)[0]
    width = (line.right - line.left) / len(line.text) * (len(first) + 1)
    full = before.right + width > block.right
    if full and (block.runs_on or len(before.text) >= _BROAD):
        return True
    wide = before.right - before.left > 0.5 * (block.right - block.left)
    goes_on = line.text[0].islower() or block.runs_on
    return goes_on and not _ends(before.text) and (wide or len(before.text) >= _BROAD)


def _crosses(before: Strip, line: Strip, *, is_new_page: bool) -> bool:
    """Whether the paragraph of ``before``, the last line of a column or page, goes on in the next one's first."""
    if not _of_one_size(before, line) or _ends(before.text) or not line.text[0].islower():
        return False
    upwards = is_new_page or line.base > before.base
    return upwards and len(before.text.split()) >= 3 and not bullet_mark(line.text)


def _of_one_size(before: Strip, line: Strip) -> bool:
    return abs(before.size - line.size) <= _SAME_SIZE * max(before.size, line.size)


def _ends(text: str) -> bool:
    return text.rstrip(_CLOSING + " ").endswith(tuple(_ENDS))
