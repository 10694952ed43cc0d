"""A parsed document: what a finder is given."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from sociogram.model import Block, Document, Span
from sociogram.parse.clause_repairs import (
    mend_appointments,
    mend_calls,
    mend_conjuncts,
    mend_gerunds,
    mend_openings,
    mend_owners,
    mend_reduced,
    mend_times,
)
from sociogram.parse.couples import join_couples, part_others, rehang_others
from sociogram.parse.groups import join_groups
from sociogram.parse.openings import part_openings
from sociogram.parse.orders import (
    mend_alternatives,
    mend_among,
    mend_asked,
    mend_clefts,
    mend_orders,
    mend_parted_clauses,
    mend_subjects,
    mend_tellings,
    mend_told_of,
    mend_verbless,
    mend_whats,
)
from sociogram.parse.relatives import mend_relatives
from sociogram.parse.repairs import (
    mend_appositions,
    mend_infinitives,
    mend_lemmas,
    mend_noun_clauses,
    mend_numbers,
    part_dates,
    part_fronted,
    part_years,
    raise_from_auxiliaries,
    raise_from_particles,
    rehang_conjuncts,
)
from sociogram.parse.reports import (
    mend_as_claimed,
    mend_colons,
    mend_insertions,
    mend_reports,
    mend_said_when,
)
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
    once; ``sociogram.parse.tokens`` says which finder reads which. ``cut`` are the characters of the document that the
    model took for one sentence, too long to be one, and that were parsed in pieces.
    """

    document: Document
    view: View
    doc: Doc
    token_blocks: tuple[Block, ...]
    cut: tuple[Span, ...] = ()

    @cached_property
    def tokens(self) -> Tokens:
        """The parse as the model gave it, but for a few repairs (``sociogram.parse.tokens``)."""
        tokens = read_tokens(self.doc, self.view, self.doc.user_data.get(MASKED, {}))
        tokens = part_others(rehang_others(join_couples(join_groups(part_openings(tokens)))))
        tokens = mend_reports(
            mend_appositions(mend_infinitives(mend_numbers(part_dates(part_years(tokens)))))
        )
        tokens = mend_colons(mend_as_claimed(mend_said_when(mend_insertions(tokens))))
        tokens = mend_relatives(mend_conjuncts(mend_reduced(mend_owners(mend_calls(tokens)))))
        tokens = mend_gerunds(mend_appointments(mend_alternatives(mend_orders(mend_asked(tokens)))))
        tokens = mend_clefts(mend_whats(mend_among(mend_told_of(mend_tellings(mend_verbless(tokens))))))
        return part_fronted(mend_times(mend_subjects(mend_parted_clauses(tokens))))

    @cached_property
    def tokens_mended(self) -> Tokens:
        """``tokens`` with lost letters of lemmas given back, and conjuncts on the verbs that they belong to."""
        return rehang_conjuncts(mend_lemmas(self._tokens_parted))

    @cached_property
    def tokens_raised(self) -> Tokens:
        """``tokens`` with what hung on auxiliaries and particles hung on their verbs, as each sum of a row."""
        return raise_from_particles(raise_from_auxiliaries(rehang_sums(self._tokens_parted)))

    @cached_property
    def _tokens_parted(self) -> Tokens:
        """``tokens`` with clauses of nouns told from relative ones, and opening verbs mended."""
        return mend_openings(mend_noun_clauses(self.tokens))

    def span(self, first: int, last: int) -> Span:
        """The document's characters for the tokens ``first`` to ``last``, half-open."""
        return self.tokens.span(first, last)

    def text(self, span: Span) -> str:
        """The document's own words in ``span``."""
        return self.document.text[span[0] : span[1]]
