"""Where one document of a text ends and the next begins.

A boundary needs evidence on both sides: prose and a footer, rule or signature before it, and the
head of a document behind it. A headline alone never splits a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import BlockKind
from sociogram.read.layout.lines import RUNNING_TEXT, Paragraph
from sociogram.read.layout.shapes import could_be_heading, heading_mark

_WORDS = load_vocabulary("read")
_SECTION_WORDS = _WORDS.words("section-words")
_REFERENCE_WORDS = _WORDS.words("reference-words")
_COUNTED = re.compile(
    r"(?:Document|Article|Story|Item|Result)?\s*#?\d{1,5} (?:of|/) \d{1,5}(?: (?:documents|articles|results))?\W*$",
    re.IGNORECASE,
)
_FEWEST_CHARACTERS = 300
_FEWEST_BEFORE_LETTER = 800
"""Characters of prose on both sides of a boundary (docs/decisions/0001-reading.md), and before one that a salutation
alone shows: a letter may be quoted in an article.
"""
_HEAD = 8
_FOOT = 12
"""Paragraphs behind and before a boundary that are looked at for a head, and for a footer."""


def find_document_starts(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> list[int]:
    """The paragraphs at which documents begin; the first is 0."""
    starts = [0]
    # Characters of prose up to each paragraph, so that every test is one subtraction.
    prose = [0]
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        prose.append(prose[-1] + (len(paragraph.text) if kind in RUNNING_TEXT else 0))
    for index in range(1, len(paragraphs)):
        before = prose[index] - prose[starts[-1]]
        behind = prose[-1] - prose[index]
        if before < _FEWEST_CHARACTERS or behind < _FEWEST_CHARACTERS:
            continue
        if _begins(paragraphs, kinds, index, before):
            starts.append(index)
    return starts


def _begins(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind], index: int, before: int) -> bool:
    if _COUNTED.fullmatch(paragraphs[index].text):
        return True
    if _next_letter(kinds, index):
        return True
    if not _is_headline(paragraphs[index], kinds[index]):
        return False
    head = kinds[index + 1 : index + 1 + _HEAD]
    letter = BlockKind.SALUTATION in head
    credited = BlockKind.BYLINE in head[:4]
    dated = BlockKind.DATELINE in head[:5]
    footer, rule = _foot(paragraphs, kinds, index)
    if footer:
        return letter or credited or dated
    if rule or paragraphs[index].page:
        return letter or credited
    return (letter and before >= _FEWEST_BEFORE_LETTER) or (credited and dated)


def _is_headline(paragraph: Paragraph, kind: BlockKind) -> bool:
    text = paragraph.text
    if kind not in (BlockKind.PROSE, BlockKind.HEADLINE) or not (paragraph.apart or paragraph.page):
        return False
    return (
        could_be_heading(text) and not heading_mark(text) and text.rstrip(":.").lower() not in _SECTION_WORDS
    )


def _foot(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind], index: int) -> tuple[bool, bool]:
    """Whether a dated footer or references, and whether a rule, stand between the last prose and ``index``."""
    rule = False
    for place in range(index - 1, max(-1, index - 1 - _FOOT), -1):
        text, kind = paragraphs[place].text, kinds[place]
        if kind is BlockKind.DATELINE or text.rstrip(":.").lower() in _REFERENCE_WORDS:
            return True, rule
        if kind is BlockKind.SIGNATURE:
            return True, rule
        if kind is BlockKind.FURNITURE:
            rule = rule or not any(character.isalnum() for character in text)
            continue
        if kind in RUNNING_TEXT:
            return False, rule
    return False, rule


def _next_letter(kinds: Sequence[BlockKind], index: int) -> bool:
    """Whether ``index`` is the first line behind a signature and leads to another salutation."""
    if kinds[index - 1] is not BlockKind.SIGNATURE or kinds[index] is BlockKind.SIGNATURE:
        return False
    ahead = kinds[index : index + _HEAD]
    return BlockKind.SALUTATION in ahead and BlockKind.PROSE not in ahead[: ahead.index(BlockKind.SALUTATION)]
