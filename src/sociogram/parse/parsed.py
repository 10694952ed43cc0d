"""A parsed document: what a finder is given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sociogram.model import Block, Document, Span
from sociogram.parse.repairs import mend_lemmas, raise_from_auxiliaries, rehang_conjuncts
from sociogram.parse.sums import rehang_sums
from sociogram.parse.tokens import Tokens, read_tokens
from sociogram.parse.view import View

if TYPE_CHECKING:
    from spacy.tokens import Doc

MASKED = "masked"
"""Key of a ``Doc``'s ``user_data``: the document's own words of tokens that are replaced in the view."""


@dataclass(frozen=True)
class ParsedDocument:
    """A document, its view and the parse of the view.

    ``token_blocks[i]`` is the block of token ``i``. The tables of tokens are made when they are first asked for, and
    once; ``sociogram.parse.tokens`` says which finder reads which.
    """

    document: Document
    view: View
    doc: Doc
    token_blocks: tuple[Block, ...]

    @cached_property
    def tokens(self) -> Tokens:
        """The parse as the model gave it."""
        return read_tokens(self.doc, self.view, self.doc.user_data.get(MASKED, {}))

    @cached_property
    def tokens_mended(self) -> Tokens:
        """``tokens`` with lost letters of lemmas given back, and conjuncts on the verbs that they belong to."""
        return rehang_conjuncts(mend_lemmas(self.tokens))

    @cached_property
    def tokens_raised(self) -> Tokens:
        """``tokens`` with what hung on auxiliaries hung on their verbs, and each sum of a row on the row's verb."""
        return raise_from_auxiliaries(rehang_sums(self.tokens))

    def span(self, first: int, last: int) -> Span:
        """The document's characters for the tokens ``first`` to ``last``, half-open."""
        return self.tokens.span(first, last)

    def text(self, span: Span) -> str:
        """The document's own words in ``span``."""
        return self.document.text[span[0] : span[1]]
