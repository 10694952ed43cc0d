"""Letters: salutation, close, signature and what stands over them, alone or inside another text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import BlockKind, Credit
from sociogram.read.layout.addressed import find_addressed
from sociogram.read.layout.closings import (
    OPEN_SALUTATION,
    Close,
    find_person,
    read_close,
    read_run_in_close,
)
from sociogram.read.layout.lines import Paragraph
from sociogram.read.layout.shapes import SALUTATION, is_address, is_final
from sociogram.read.phrases.dates import find_date
from sociogram.read.phrases.names import addressee, is_name, is_role

_SIGNATURE_LINES = 7
_LETTERHEAD_LINES = 15
"""Lines of a signature, and of a letterhead (two addresses and a date), at most."""
_GREETING_LENGTH = 100
"""Characters of a salutation at most."""
_FORMAL = load_vocabulary("read").words("formal-closing-words")
_MAY_BE_LETTERHEAD = (BlockKind.PROSE, BlockKind.HEADLINE, BlockKind.CAPTION)


_OF_WRITER = re.compile(r"The (?:letter[ -])?(?:writer|author)s?\b")
"""How a newspaper begins the line under a reader's letter that says who wrote it."""
_GREETS = (BlockKind.PROSE, BlockKind.HEADLINE, BlockKind.METADATA)
"""Kinds that a salutation without "Dear" or without a comma seems to be by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter's place among the paragraphs (``first`` to ``last``, half-open) and whom it names.

    ``salutation`` and ``closing`` are paragraphs, ``-1`` where there is none; without a salutation
    the date over the letter takes its place. ``run_in`` says that the close ends the closing paragraph, whose other
    words belong to the letter's body.
    """

    first: int
    last: int
    salutation: int
    closing: int
    author: Credit | None
    recipient: Credit | None
    run_in: bool = False


def find_letters(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> list[Letter]:
    """The letters in text order; they do not overlap."""
    letters: list[Letter] = []
    greetings = _greetings(paragraphs, kinds)
    floor = 0
    for order, greeting in enumerate(greetings):
        ceiling = greetings[order + 1] if order + 1 < len(greetings) else len(paragraphs)
        letter = _letter(paragraphs, kinds, greeting, floor, ceiling)
        if letter is not None:
            letters.append(letter)
            floor = letter.last
    return letters or _unaddressed(paragraphs, kinds)


def _greetings(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> list[int]:
    """The paragraphs that are salutations, or may be some; of these none stands inside a letter, before its close."""
    found: list[int] = []
    inside = False
    for index, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        inside = inside and _closes(paragraphs, index) is None
        if kind is BlockKind.SALUTATION or (not inside and kind in _GREETS and _open_salutation(paragraph)):
            found.append(index)
            inside = True
    return found


def _open_salutation(paragraph: Paragraph) -> bool:
    if len(paragraph.text) > _GREETING_LENGTH:
        return False
    found = OPEN_SALUTATION.fullmatch(paragraph.text)
    who = (found["greeted"] or found["dear"]) if found else None
    return found is not None and (who is None or addressee(who, 0) is not None)


def _letter(
    paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind], greeting: int, floor: int, ceiling: int
) -> Letter | None:
    """The letter whose salutation is ``greeting``; ``None`` where nobody signs an open one: it may be a speech."""
    closing, close = _find_closing(paragraphs, greeting + 1, ceiling)
    author, end = _signatory(paragraphs, kinds, closing, close, ceiling) if closing >= 0 else (None, ceiling)
    if kinds[greeting] is not BlockKind.SALUTATION and author is None:
        return None
    first = _find_head(paragraphs, kinds, floor, greeting)
    named = _recipient(paragraphs[greeting])
    return Letter(
        first=first,
        last=end,
        salutation=greeting,
        closing=closing,
        author=author,
        recipient=find_addressed(paragraphs[first:greeting], named, author) or named,
        run_in=close is not None and close.start > 0,
    )


def mark_letters(
    paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind], letters: Sequence[Letter]
) -> list[BlockKind]:
    """``kinds`` with the parts of ``letters``; a body is a quote where other prose leads up to it."""
    marked = list(kinds)
    led_up_to, looked = False, 0
    for letter in letters:
        # What lies before a letter is not marked any more: each paragraph is looked at once, however many letters.
        led_up_to = led_up_to or BlockKind.PROSE in marked[looked : letter.first]
        looked = max(looked, letter.first)
        for index in range(letter.first, max(letter.salutation, letter.first)):
            if marked[index] in _MAY_BE_LETTERHEAD and not (
                index == 0 and "letter" in paragraphs[index].text.lower()
            ):
                marked[index] = BlockKind.LETTERHEAD
        if letter.closing >= 0 and marked[letter.salutation] in _GREETS and letter.salutation >= 0:
            marked[letter.salutation] = BlockKind.SALUTATION
        body_end = letter.closing + letter.run_in if letter.closing >= 0 else letter.last
        for index in range(letter.salutation + 1, body_end):
            if marked[index] is BlockKind.HEADLINE and is_final(paragraphs[index].text):
                marked[index] = BlockKind.PROSE
            if led_up_to and letter.closing >= 0 and marked[index] is BlockKind.PROSE:
                marked[index] = BlockKind.QUOTE
        if letter.closing >= 0:
            for index in range(letter.closing + letter.run_in, letter.last):
                marked[index] = BlockKind.SIGNATURE
    return marked


def _find_closing(paragraphs: Sequence[Paragraph], start: int, stop: int) -> tuple[int, Close | None]:
    """The paragraph that closes a letter, and its close as far as it is a known one; ``-1`` for none."""
    for index in range(start, stop):
        if (close := _closes(paragraphs, index)) is not None:
            return index, close
    # Of a private letter any short last line before a name is the close: "See you soon,"; a reader's may have none.
    for index in range(max(start, stop - _SIGNATURE_LINES), stop):
        text = paragraphs[index].text
        if _signs_alone(paragraphs[index:stop]):
            return index, Close(0, (0, len(text)))
        following = paragraphs[index + 1].text if index + 1 < stop else ""
        short = len(text) <= 40 and (text.endswith(",") or len(text) <= 20) and not is_final(text)
        if short and is_name(following, most=4):
            return index, None
    return -1, None


def _signs_alone(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether the first is a full name, over nothing but lines such as a place or who it is: "Jane Roe", "Riga"."""
    name, *below = (paragraph.text for paragraph in paragraphs)
    if below and _OF_WRITER.match(below[-1]):
        below.pop()
    full = len(name.split()) > 1 and is_name(name, most=4)
    return full and all(len(text) <= _GREETING_LENGTH and not is_final(text) for text in below)


def _closes(paragraphs: Sequence[Paragraph], index: int) -> Close | None:
    paragraph = paragraphs[index]
    text = paragraph.text
    following = paragraphs[index + 1].text if index + 1 < len(paragraphs) else ""
    close = read_close(text)
    if close is None:
        close = read_run_in_close(paragraph.lines[-1].text)
        return close if close is not None and (close.name or find_person(following, 0)) else None
    sure = close.name is not None or text.endswith((",", "—", "-", "–")) or not following
    return close if sure or find_person(following, 0) is not None or len(text.split()) > 1 else None


def _signatory(
    paragraphs: Sequence[Paragraph],
    kinds: Sequence[BlockKind],
    closing: int,
    close: Close | None,
    ceiling: int,
) -> tuple[Credit | None, int]:
    """Who signs at or below ``closing``, and the paragraph behind the signature."""
    author = _person_in(paragraphs[closing], close)
    index = closing + 1
    while index < min(ceiling, closing + 1 + _SIGNATURE_LINES):
        paragraph = paragraphs[index]
        text = paragraph.text
        if (
            len(text) > 90
            or is_final(text.removesuffix("."))
            or _OF_WRITER.match(text)
            or kinds[index] in (BlockKind.DATELINE, BlockKind.FURNITURE)
        ):
            break
        if author is None:
            if is_final(text) and not is_name(text):
                break
            name = find_person(text, 0)
            if name is not None:
                author = _credit_in(paragraph, text[slice(*name)])
            elif is_address(text):
                break
        elif paragraph.apart and not is_role(text):
            break
        index += 1
    return author, index


def _person_in(paragraph: Paragraph, close: Close | None) -> Credit | None:
    """Who signs in the line of the close itself."""
    if close is None or close.name is None:
        return None
    words = paragraph.lines[-1].text if close.start else paragraph.text
    return _credit_in(paragraph, words[slice(*close.name)])


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
    if found is not None:
        return addressee(found["who"], line.start + found.start("who")) if found["who"] else None
    opened = OPEN_SALUTATION.match(line.text)
    group = next((name for name in ("greeted", "dear") if opened and opened[name]), None)
    return addressee(opened[group], line.start + opened.start(group)) if opened and group else None


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
        close = _closes(paragraphs, index) if formal and "," in text else None
        if close is not None and not close.start:
            author, end = _signatory(paragraphs, kinds, index, close, len(paragraphs))
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
