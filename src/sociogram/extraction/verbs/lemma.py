"""The lemma of a clause's verb as people know it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.model import Proposition

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument


def with_lemma_mended(proposition: Proposition, parsed: ParsedDocument) -> Proposition:
    """``proposition`` with the lemma that people know: "hoped" is of "hope", whatever the lemmatizer makes of it."""
    head = proposition.head
    lemma = parsed.tokens_mended.lemma[head]
    if lemma == proposition.lemma or proposition.lemma != parsed.tokens.lemma[head]:
        return proposition
    return replace(proposition, lemma=lemma)
