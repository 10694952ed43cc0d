"""The documents of a text, each with its blocks and what the words say about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sociogram.model import Block, BlockKind, Credit, Document, Span
from sociogram.read.credits.document_credits import (
    TAIL_CREDIT,
    Credits,
    find_authors,
    find_credits,
    headline_end,
    is_imprint,
    title_span,
)
from sociogram.read.layout.boundaries import find_document_starts
from sociogram.read.layout.closings import read_run_in_close
from sociogram.read.layout.labels import opening_end
from sociogram.read.layout.letters import find_letters, mark_letters
from sociogram.read.layout.lines import (
    RUNNING_TEXT,
    Line,
    Paragraph,
    bullet_mark,
    split_lines,
    split_paragraphs,
)
from sociogram.read.layout.neighbours import (
    mark_headings,
    mark_references,
    mark_repeats,
    mark_tables,
    mark_tail,
    mark_title,
    mark_under_bylines,
)
from sociogram.read.layout.rows import row_blocks
from sociogram.read.layout.shapes import SIGNOFF, heading_mark, shape_of
from sociogram.read.layout.turns import Spoken, clip, find_turns

_LONGEST_PART = 200_000
"""Characters of a document (docs/decisions/0001-reading.md); spaCy needs about 1 GB for 100,000 (its error E088)."""
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+")


def find_documents(
    text: str,
    *,
    source: str,
    id: str,  # noqa: A002
    given: Sequence[Block] = (),
    split: bool = True,
    joined: bool = False,
) -> list[Document]:
    """The documents in ``text``, in its order; none where it has no words.

    ``given`` are blocks that a format's own marks have settled. With ``split`` off the text is
    one document, unless it is too long to be parsed at once; ``joined`` says that lines without a
    blank line between them are one paragraph.
    """
    paragraphs, fixed = _paragraphs(text, given, joined=joined)
    if not any(character.isalnum() for paragraph in paragraphs for character in paragraph.text):
        return []
    kinds = [kind or shape_of(paragraph) for paragraph, kind in zip(paragraphs, fixed, strict=True)]
    spoken = find_turns(paragraphs, kinds)
    for index in spoken.settled:
        fixed[index] = kinds[index] = BlockKind.QUOTE if kinds[index] is BlockKind.QUOTE else BlockKind.PROSE
    shaped = mark_references(paragraphs, mark_letters(paragraphs, kinds, find_letters(paragraphs, kinds)))
    starts = find_document_starts(paragraphs, shaped) if split else [0]
    documents: list[Document] = []
    for first, last in zip(starts, [*starts[1:], len(paragraphs)], strict=True):
        own = _OneDocument(
            paragraphs[first:last], kinds[first:last], fixed[first:last], spoken.within(first, last)
        )
        documents += _cut(own.document(text, source, id))
    return [
        replace(document, id=id if number == 1 else f"{id}.{number}")
        for number, document in enumerate(documents, start=1)
    ]


class _OneDocument:
    """The paragraphs of one document, and the kinds of block they get."""

    def __init__(
        self,
        paragraphs: Sequence[Paragraph],
        kinds: Sequence[BlockKind],
        fixed: Sequence[BlockKind | None],
        spoken: Spoken,
    ) -> None:
        self._paragraphs = paragraphs
        self._spoken = spoken
        self._fixed = fixed
        self._shapes = list(kinds)

    def document(self, text: str, source: str, id: str) -> Document:  # noqa: A002
        """The document, from its first word to its last."""
        paragraphs = self._paragraphs
        kinds, said = self._marked()
        labelled = self._spoken.labelled
        blocks = [
            block
            for index, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True))
            for block in (
                _turn_blocks(paragraph, kind, labelled[index])
                if index in labelled
                else _noted_blocks(paragraph, kind)
            )
        ]
        return Document(
            id=id,
            source=source,
            text=text,
            start=paragraphs[0].start,
            end=paragraphs[-1].end,
            title=said.title,
            authors=said.authors,
            publisher=said.publisher,
            recipients=said.recipients,
            copied=said.copied,
            published=said.published,
            genre=said.genre,
            blocks=tuple(blocks),
            turns=tuple(turn for _, turn in self._spoken.turns),
        )

    def _marked(self) -> tuple[list[BlockKind], Credits]:
        paragraphs = self._paragraphs
        kinds = self._settle(mark_tables(paragraphs, self._shapes))
        letters = find_letters(paragraphs, kinds)
        kinds = self._settle(mark_title(paragraphs, kinds))
        kinds = self._settle(mark_letters(paragraphs, kinds, letters))
        kinds = self._settle(mark_under_bylines(paragraphs, kinds))
        kinds = self._settle(mark_references(paragraphs, kinds))
        kinds = self._settle(self._imprints(kinds))
        kinds = self._settle(mark_repeats(paragraphs, kinds))
        authors = [author.value for author in find_authors(paragraphs, kinds)]
        kinds = self._settle(mark_tail(paragraphs, kinds, authors))
        kinds = self._settle(mark_headings(paragraphs, kinds))
        return kinds, find_credits(paragraphs, kinds, letters)

    def _settle(self, kinds: Sequence[BlockKind]) -> list[BlockKind]:
        return [fixed or kind for kind, fixed in zip(kinds, self._fixed, strict=True)]

    def _imprints(self, kinds: Sequence[BlockKind]) -> list[BlockKind]:
        marked = list(kinds)
        for index in range(len(marked) - 1):
            loose = marked[index] in (BlockKind.PROSE, BlockKind.HEADLINE, BlockKind.SIGNATURE)
            if loose and is_imprint(self._paragraphs[index], self._paragraphs[index + 1]):
                marked[index] = BlockKind.METADATA
        return marked


def _paragraphs(
    text: str, given: Sequence[Block], *, joined: bool
) -> tuple[list[Paragraph], list[BlockKind | None]]:
    """The paragraphs of ``text``; a block of ``given`` is one paragraph of its kind."""
    lines = split_lines(text)
    if not given:
        paragraphs = split_paragraphs(lines, joined=joined)
        return paragraphs, [None] * len(paragraphs)
    found: list[Paragraph] = []
    fixed: list[BlockKind | None] = []
    index = 0
    for block in [*given, None]:
        free: list[Line] = []
        while index < len(lines) and (block is None or lines[index].start < block.start):
            free.append(lines[index])
            index += 1
        loose = split_paragraphs(free, joined=joined)
        found += loose
        fixed += [None] * len(loose)
        held: list[Line] = []
        while block is not None and index < len(lines) and lines[index].start < block.end:
            held.append(lines[index])
            index += 1
        if block is not None and held:
            words = " ".join(" ".join(line.text for line in held).split())
            found.append(
                Paragraph(
                    start=held[0].start,
                    end=held[-1].end,
                    text=words,
                    lines=tuple(held),
                    apart=True,
                    page=False,
                )
            )
            fixed.append(block.kind)
    return found, fixed


def _turn_blocks(paragraph: Paragraph, kind: BlockKind, words: Span) -> list[Block]:
    """The label of a turn, and what is said behind it: ``words``, empty where the label stands alone."""
    line = paragraph.lines[0]
    stop = line.start + len(line.text[: words[0] - line.start].rstrip())
    label = Block(kind=BlockKind.LABEL, start=paragraph.start, end=stop)
    return [label, Block(kind=kind, start=words[0], end=words[1])] if words[0] < words[1] else [label]


def _noted_blocks(paragraph: Paragraph, kind: BlockKind) -> list[Block]:
    """The blocks of a paragraph without a speaker; what opens it and is no sentence ("Note:") is a block of its own."""
    if kind is BlockKind.TABLE:
        return row_blocks(paragraph)
    line = paragraph.lines[0].text
    if kind is not BlockKind.PROSE:
        return _blocks(paragraph, kind)
    end, first = opening_end(line)
    if not end:
        return _blocks(paragraph, kind)
    before, *rest = _turn_blocks(paragraph, kind, (paragraph.start + end, paragraph.end))
    return [replace(before, kind=first), *rest]


def _blocks(paragraph: Paragraph, kind: BlockKind) -> list[Block]:
    """The blocks of one paragraph: marks before and credits behind its words are blocks of their own."""
    start, end = paragraph.start, paragraph.end
    line = paragraph.lines[0].text
    before: list[Block] = []
    behind: list[Block] = []
    mark = 0
    if kind is BlockKind.BULLET:
        mark = bullet_mark(line)
    elif kind is BlockKind.HEADLINE:
        mark = title_span(paragraph)[0] or heading_mark(line)
        if (words_end := headline_end(paragraph)) < end:
            date = (
                words_end
                + len(paragraph.lines[-1].text[words_end - paragraph.lines[-1].start :])
                - len(paragraph.lines[-1].text[words_end - paragraph.lines[-1].start :].lstrip())
            )
            behind.append(Block(kind=BlockKind.DATELINE, start=date, end=end))
            end = words_end
    if 0 < mark < len(line) and line[:mark].strip():
        before.append(Block(kind=BlockKind.FURNITURE, start=start, end=start + len(line[:mark].rstrip())))
        start += mark
    if kind in RUNNING_TEXT:
        tail = paragraph.lines[-1]
        found = SIGNOFF.search(tail.text) or TAIL_CREDIT.search(tail.text)
        if found and tail.start + found.start() > start:
            behind.append(Block(kind=BlockKind.METADATA, start=tail.start + found.start(), end=end))
            end = tail.start + len(tail.text[: found.start()].rstrip())
        elif (close := read_run_in_close(tail.text)) is not None and tail.start + close.start > start:
            behind.append(Block(kind=BlockKind.SIGNATURE, start=tail.start + close.start, end=end))
            end = tail.start + len(tail.text[: close.start].rstrip())
    if end <= start:
        return [*before, *behind]
    return [*before, Block(kind=kind, start=start, end=end), *behind]


def _cut(document: Document) -> list[Document]:
    """``document`` in parts that a parser can hold, cut at paragraphs, else at sentences, else at blanks."""
    if document.end - document.start <= _LONGEST_PART:
        return [document]
    parts: list[Document] = []
    held: list[Block] = []
    for block in [piece for whole in document.blocks for piece in _pieces(document.text, whole)]:
        if held and block.end - held[0].start > _LONGEST_PART:
            parts.append(_part(document, held))
            held = []
        held.append(block)
    parts.append(_part(document, held))
    return [parts[0], *(_without_places(part) for part in parts[1:])]


def _part(document: Document, blocks: Sequence[Block]) -> Document:
    """``document`` with ``blocks`` alone, and what of its turns stands in them."""
    start, end = blocks[0].start, blocks[-1].end
    turns = (part for turn in document.turns if (part := clip(turn, (start, end))) is not None)
    return replace(document, start=start, end=end, blocks=tuple(blocks), turns=tuple(turns))


def _without_places(part: Document) -> Document:
    """``part`` with its credits as values alone: their words stand in the first part, and make their claim there."""
    return replace(
        part,
        title=Credit(value=part.title.value) if part.title else None,
        authors=tuple(Credit(value=author.value) for author in part.authors),
        publisher=Credit(value=part.publisher.value) if part.publisher else None,
        recipients=tuple(Credit(value=recipient.value) for recipient in part.recipients),
        copied=tuple(Credit(value=person.value) for person in part.copied),
    )


def _pieces(text: str, block: Block) -> list[Block]:
    pieces: list[Block] = []
    start = block.start
    while block.end - start > _LONGEST_PART:
        window = text[start : start + _LONGEST_PART]
        ends = [match.end() for match in _SENTENCE_END.finditer(window, _LONGEST_PART // 2)]
        cut = ends[-1] if ends else window.rfind(" ", 1) + 1 or _LONGEST_PART
        stop = start + len(window[:cut].rstrip())
        if stop > start:
            pieces.append(Block(kind=block.kind, start=start, end=stop))
        start += cut
        while start < block.end and text[start].isspace():
            start += 1
    if start < block.end:
        pieces.append(Block(kind=block.kind, start=start, end=block.end))
    return pieces
