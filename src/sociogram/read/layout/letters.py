"""Letters: salutation, close, signature and what stands over them, alone or inside another text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import BlockKind, Credit
from sociogram.read.layout.lines import Paragraph
from sociogram.read.layout.shapes import SALUTATION, is_address, is_closing, is_final
from sociogram.read.phrases.dates import find_date
from sociogram.read.phrases.names import addressee, is_name, is_role

_SIGNATURE_LINES = 7
_LETTERHEAD_LINES = 15
"""Lines of a signature, and of a letterhead (two addresses and a date), at most."""
_FORMAL = load_vocabulary("read").words("formal-closing-words")
_MAY_BE_LETTERHEAD = (BlockKind.PROSE, BlockKind.HEADLINE, BlockKind.CAPTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter's place among the paragraphs (``first`` to ``last``, half-open) and whom it names.

    ``salutation`` and ``closing`` are paragraphs, ``-1`` where there is none; without a salutation
    the date over the letter takes its place.
    """

    first: int
    last: int
    salutation: int
    closing: int
    author: Credit | None
    recipient: Credit | None


def find_letters(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> list[Letter]:
    """The letters in text order; they do not overlap."""
    letters: list[Letter] = []
    greetings = [index for index, kind in enumerate(kinds) if kind is BlockKind.SALUTATION]
    floor = 0
    for order, greeting in enumerate(greetings):
        ceiling = greetings[order + 1] if order + 1 < len(greetings) else len(paragraphs)
        closing = _find_closing(paragraphs, greeting + 1, ceiling)
        author, end = _signatory(paragraphs, kinds, closing, ceiling) if closing >= 0 else (None, ceiling)
        first = _find_head(paragraphs, kinds, floor, greeting)
        recipient = _recipient(paragraphs[greeting])
        letters.append(
            Letter(
                first=first,
                last=end,
                salutation=greeting,
                closing=closing,
                author=author,
                recipient=recipient,
            )
        )
        floor = end
    return letters or _unaddressed(paragraphs, kinds)


def mark_letters(
    paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind], letters: Sequence[Letter]
) -> list[BlockKind]:
    """``kinds`` with the parts of ``letters``; a body is a quote where other prose leads up to it."""
    marked = list(kinds)
    for letter in letters:
        led_up_to = any(kind is BlockKind.PROSE for kind in marked[: letter.first])
        for index in range(letter.first, max(letter.salutation, letter.first)):
            if marked[index] in _MAY_BE_LETTERHEAD and not (
                index == 0 and "letter" in paragraphs[index].text.lower()
            ):
                marked[index] = BlockKind.LETTERHEAD
        body_end = letter.closing if letter.closing >= 0 else letter.last
        for index in range(letter.salutation + 1, body_end):
            if marked[index] is BlockKind.HEADLINE and is_final(paragraphs[index].text):
                marked[index] = BlockKind.PROSE
            if led_up_to and letter.closing >= 0 and marked[index] is BlockKind.PROSE:
                marked[index] = BlockKind.QUOTE
        if letter.closing >= 0:
            for index in range(letter.closing, letter.last):
                marked[index] = BlockKind.SIGNATURE
    return marked


def _find_closing(paragraphs: Sequence[Paragraph], start: int, stop: int) -> int:
    for index in range(start, stop):
        if _closes(paragraphs, index):
            return index
    # Of a private letter any short last line before a name is the close: "See you soon,".
    for index in range(max(start, stop - _SIGNATURE_LINES), stop - 1):
        text, following = paragraphs[index].text, paragraphs[index + 1].text
        if len(text) <= 40 and (text.endswith(",") or len(text) <= 20) and is_name(following, most=4):
            return index
    return -1


def _closes(paragraphs: Sequence[Paragraph], index: int) -> bool:
    text = paragraphs[index].text
    if len(text) > 90:
        return False
    if is_closing(text):
        following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
        return (
            text.endswith((",", "—", "-", "–"))
            or not following
            or is_name(following)
            or len(text.split()) > 1
        )
    close, comma, name = text.partition(",")
    return bool(comma) and is_closing(close) and is_name(name.strip())


def _signatory(
    paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind], closing: int, ceiling: int
) -> tuple[Credit | None, int]:
    """Who signs below ``closing``, and the paragraph behind the signature."""
    close = paragraphs[closing]
    author: Credit | None = None
    comma = close.text.find(",")
    if not is_closing(close.text) and comma >= 0:
        name = close.text[comma + 1 :].strip()
        author = _credit_in(close, name) if is_closing(close.text[:comma]) and is_name(name) else None
    index = closing + 1
    while index < min(ceiling, closing + 1 + _SIGNATURE_LINES):
        paragraph = paragraphs[index]
        text = paragraph.text
        if (
            len(text) > 90
            or is_final(text.removesuffix("."))
            or kinds[index] in (BlockKind.DATELINE, BlockKind.FURNITURE)
        ):
            break
        if author is None:
            if is_final(text) and not is_name(text):
                break
            name = text.removeprefix("/s/").strip(" ,")
            if is_name(name.split(",")[0]):
                author = _credit_in(paragraph, name.split(",")[0])
            elif is_address(text):
                break
        elif paragraph.apart and not is_role(text):
            break
        index += 1
    return author, index


def _credit_in(paragraph: Paragraph, name: str) -> Credit:
    """``name`` as a credit; its words stand in one of the lines of ``paragraph``."""
    for line in reversed(paragraph.lines):
        place = line.text.rfind(name)
        if place >= 0:
            return Credit(value=name, start=line.start + place, end=line.start + place + len(name))
    return Credit(value=name, start=paragraph.start, end=paragraph.end)


def _recipient(paragraph: Paragraph) -> Credit | None:
    line = paragraph.lines[0]
    found = SALUTATION.match(line.text)
    if not found or found["who"] is None:
        return None
    return addressee(found["who"], line.start + found.start("who"))


def _find_head(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind], floor: int, greeting: int) -> int:
    """The first paragraph of the letter whose salutation is ``greeting``: its letterhead or date."""
    ahead = range(floor, greeting)
    if len(ahead) <= _LETTERHEAD_LINES and all(
        _is_of_head(paragraphs[index], kinds[index]) for index in ahead
    ):
        return floor
    first = greeting
    for index in range(greeting - 1, max(floor, greeting - _LETTERHEAD_LINES) - 1, -1):
        if kinds[index] is BlockKind.DATELINE:
            first = index
            continue
        if not _is_of_head(paragraphs[index], kinds[index]):
            break
        # The headline of an article stands apart, over prose; a letterhead leads only to the salutation.
        if paragraphs[index + 1].apart and kinds[greeting - 1] is BlockKind.DATELINE and index > floor:
            break
        first = index
    return first


def _is_of_head(paragraph: Paragraph, kind: BlockKind) -> bool:
    """Whether a line may stand over a letter: short, and no sentence."""
    text = paragraph.text
    if kind in (BlockKind.BYLINE, BlockKind.SIGNATURE, BlockKind.METADATA, BlockKind.CAPTION):
        return False
    abbreviated = len(text.split()) <= 4 and text.endswith(".") and find_date(text) is None
    return len(text) <= 80 and (not is_final(text) or abbreviated or kind is BlockKind.DATELINE)


def _unaddressed(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> list[Letter]:
    """A letter without salutation: a formal close near the end, and a name below or behind it."""
    for index in range(max(1, len(paragraphs) - 8), len(paragraphs)):
        text = paragraphs[index].text
        formal = set(text.split(",")[0].lower().split()) & _FORMAL
        if formal and "," in text and _closes(paragraphs, index):
            author, end = _signatory(paragraphs, kinds, index, len(paragraphs))
            if author is not None:
                head = next(
                    (place for place, kind in enumerate(kinds[:index]) if kind is BlockKind.DATELINE), -1
                )
                short = head >= 0 and all(len(paragraph.text) <= 160 for paragraph in paragraphs[:head])
                return [
                    Letter(
                        first=0,
                        last=end,
                        salutation=head if short else -1,
                        closing=index,
                        author=author,
                        recipient=None,
                    )
                ]
    return []
