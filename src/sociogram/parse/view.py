"""The view of a document that is parsed: cleaned text with a map back to the document's offsets.

Five things are altered, each because the parser was seen to err on it: a bracket right behind a
word gets a space; a mark of a footnote behind a word ("Acme,[1]") or its figure behind a sentence ("paid.4 He") is
left out, and so are the marks of direction around words of other scripts and the date at the head of a chronology's
line, whose own words begin a sentence; lines and names in capitals get their usual case (``sociogram.parse.shouting``);
a name of mixed case that the model has no vector for ("AcmeTV", "@acme") is replaced by a plain one.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable
from dataclasses import dataclass, field

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Block, BlockKind, Document, Span
from sociogram.parse.line_dates import find_line_dates
from sociogram.parse.shouting import EnglishWords, is_shouted, lower_capitals

READ_AS_SENTENCES = frozenset(
    {
        BlockKind.PROSE,
        BlockKind.BULLET,
        BlockKind.QUOTE,
        BlockKind.CAPTION,
        BlockKind.HEADLINE,
        BlockKind.TAGLINE,
    }
)
MASK = "Reuters"
"""What stands for an odd name: in the default model's vocabulary a name and nothing else."""
_ODD = re.compile(r"(?<![\w@])(?:[A-Z][a-z]+[A-Z][A-Za-z]*|@\w+)(?![\w@])")
_FOOTNOTE = re.compile(
    r"(?<=[^\W_]|[.,;:!?\"”’')\]])\[(?:\^[\w-]{1,40}|\d{1,3}|note \d{1,3}|citation needed)\]"
    r"|(?:(?<=[^\W\d_]{3})|(?<=[^\W\d_][.,;:!?\"”’')]))[¹²³⁰⁴-⁹]{1,3}(?!\w)",
    re.IGNORECASE,
)
"""A mark glued to the word before it: "[12]", Markdown's "[^note]", raised figures ("met¹", but no "m²")."""
_PLAIN_FIGURE = re.compile(
    r"(?:(?<=[^\W\d_]{3}[.!?])|(?<=[^\W\d_]{2}[.!?][\"”’')]))\d{1,2}(?=\s+[\"“'‘(]?[A-Z]|\s*(?:\n\s*\n|\Z))"
)
"""Figures glued to the end of a sentence, with another behind them: "paid Doe.4 He"."""
_WORD_BEFORE = re.compile(r"[^\W\d_]+\.\Z")
_NUMBERED = load_vocabulary("read").words("words-before-figures")
_LONGEST_WORD = 12
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""The invisible characters that say in which direction a text runs, of which none belongs to a word."""
_SENTENCE_ENDS = (".", "!", "?", ":", ";", ",", '"', "”", "'", "’", ")", "…", "-", "–", "—")
_HEADING_LENGTH = 60
"""Characters of a heading; what is longer may be a sentence that lacks its end."""
_LINE_LENGTH = 90
"""Characters past which the line behind a heading is a paragraph and no list."""


@dataclass(frozen=True, slots=True)
class View:
    """The text that is parsed. ``offsets[i]`` is where the view's character ``i`` stands in the document.

    ``offsets`` has one entry more than ``text`` has characters. ``breaks`` are the positions in
    the view at which a sentence must begin; ``blocks`` pairs each with its block. ``masked`` gives
    the document's own word for each position at which a plain name stands in its place. ``cuts`` are the
    breaks behind words that end no sentence (a heading, an item of a list): the two sides are parsed
    apart, since the model would read "Background Ann Lee sued" on across the break.
    """

    text: str
    offsets: array[int]
    breaks: tuple[int, ...]
    blocks: tuple[Block, ...]
    masked: dict[int, str] = field(default_factory=dict)
    cuts: tuple[int, ...] = ()

    def document_span(self, start: int, end: int) -> Span:
        """The document's characters for the view's from ``start`` to ``end``, half-open."""
        return self.offsets[start], self.offsets[end - 1] + 1


class _Builder:
    """The view so far."""

    def __init__(self) -> None:
        self.characters: list[str] = []
        self.offsets: array[int] = array("l")
        self.breaks: list[int] = []
        self.blocks: list[Block] = []
        self.masked: dict[int, str] = {}
        self.cuts: list[int] = []

    def begin(self, block: Block) -> None:
        """A sentence of ``block`` begins here."""
        before = self.characters[-2:-1]
        if before and before[0] not in _SENTENCE_ENDS:
            self.cuts.append(len(self.characters))
        self.breaks.append(len(self.characters))
        self.blocks.append(block)

    def space(self, position: int) -> None:
        if self.characters and self.characters[-1] != " ":
            self.add(" ", position)

    def add(self, character: str, position: int) -> None:
        self.characters.append(character)
        self.offsets.append(position)

    def mask(self, start: int, end: int, word: str) -> None:
        self.masked[len(self.characters)] = word
        for place, character in enumerate(MASK):
            self.add(character, end - 1 if place == len(MASK) - 1 else min(start + place, end - 1))

    def view(self, end: int) -> View:
        self.offsets.append(end)
        return View(
            "".join(self.characters),
            self.offsets,
            tuple(self.breaks),
            tuple(self.blocks),
            self.masked,
            tuple(self.cuts),
        )


def make_view(
    document: Document, knows: Callable[[str], bool] | None = None, words: EnglishWords | None = None
) -> View:
    """The blocks of ``document`` that hold sentences, joined by single spaces.

    ``knows`` says whether the model has a vector for a word; without it no name is masked. ``words`` are those
    that get small letters in sentences in capitals.
    """
    blocks = document.blocks or (Block(kind=BlockKind.PROSE, start=document.start, end=document.end),)
    text = lower_capitals(document.text, document.start, document.end, words)
    odd = find_odd_names(document, knows) if knows is not None else {}
    dates = find_line_dates(document)
    left_out = {**find_left_out(document), **{date.start: date.begin for date in dates}}
    heads = frozenset(date.start for date in dates)
    builder = _Builder()
    for block in blocks:
        if block.kind in READ_AS_SENTENCES:
            _read_block(builder, block, text, document.text, odd, left_out, heads)
    return builder.view(document.end)


def _read_block(
    builder: _Builder,
    block: Block,
    text: str,
    own: str,
    odd: dict[int, int],
    left_out: dict[int, int],
    heads: frozenset[int],
) -> None:
    pending_break = True
    position = block.start
    while position < block.end:
        if position in left_out:
            pending_break = pending_break or position in heads
            position = left_out[position]
            continue
        character = text[position]
        if character.isspace():
            pending_break = pending_break or ends_paragraph(own, position, block.end)
            builder.space(position)
            position += 1
            continue
        if pending_break:
            builder.space(position)
            builder.begin(block)
            pending_break = False
        elif character == "(" and builder.characters[-1].isalpha():
            builder.add(" ", position)
        end = odd.get(position)
        if end is not None and end <= block.end:
            builder.mask(position, end, own[position:end])
            position = end
            continue
        builder.add(character, position)
        position += 1


def ends_paragraph(text: str, position: int, end: int) -> bool:
    """Whether the white space at ``position`` ends a paragraph: an empty line, or a heading's line end.

    A line is a heading's if it is short, has no punctuation at its end, and a longer line that
    begins with a capital or a quotation mark follows.
    """
    if text[position] != "\n":
        return False
    if text.startswith("\n\n", position):
        return True
    start = text.rfind("\n", 0, position) + 1
    line = text[start:position].strip()
    if not line or len(line) > _HEADING_LENGTH or line.endswith(_SENTENCE_ENDS):
        return False
    stop = text.find("\n", position + 1, end)
    following = text[position + 1 : stop if stop >= 0 else end].strip()
    if is_shouted(line) and not is_shouted(following):
        return True
    return len(following) > _LINE_LENGTH and (following[0].isupper() or following[0] in "\"“'‘")


def find_odd_names(document: Document, knows: Callable[[str], bool]) -> dict[int, int]:
    """Start and end of each word of mixed case, or handle, that the model does not know."""
    found = {}
    for match in _ODD.finditer(document.text, document.start, document.end):
        if not knows(match.group()):
            found[match.start()] = match.end()
    return found


def find_left_out(document: Document) -> dict[int, int]:
    """Start and end of what is left out: marks of footnotes, as in "the firm.[2]", and marks of direction."""
    text = document.text
    found = {
        match.start(): match.end()
        for pattern in (_FOOTNOTE, _DIRECTION)
        for match in pattern.finditer(text, document.start, document.end)
    }
    for match in _PLAIN_FIGURE.finditer(text, document.start, document.end):
        before = _WORD_BEFORE.search(text, max(document.start, match.start() - _LONGEST_WORD), match.start())
        if before is None or before.group()[:-1].lower() not in _NUMBERED:
            found[match.start()] = match.end()
    return found
