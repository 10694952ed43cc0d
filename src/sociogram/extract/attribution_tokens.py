"""What the finders of attributions and qualifiers read again and again of one parsed document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extract.mention_tokens import TokenColumns, token_columns

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "sociogram.columns"
_INFLECTED = frozenset({"VBZ", "VBD", "VBN", "VBG"})
_LOST = frozenset({"hop", "rat", "tap", "scar", "star", "mop", "din", "rag", "cop", "bar", "car"})
"""Verbs of one short syllable, which would double their last letter ("hopped") where no "e" was lost."""


def columns_of(doc: Doc) -> TokenColumns:
    """The columns of ``doc``, made once; they are kept with the ``doc``, whose parse never changes."""
    columns: TokenColumns | None = doc.user_data.get(_KEY)
    if columns is None:
        columns = token_columns(doc)
        mend_lemmas(columns)
        doc.user_data[_KEY] = columns
    return columns


def mend_lemmas(columns: TokenColumns) -> None:
    """Give back the final "e" that the lemmatizer takes away: "hopes" is of "hope", not of "hop"."""
    lemmas, lower = columns.lemma, columns.lower
    for position, tag in enumerate(columns.tag):
        lemma = lemmas[position]
        if tag in _INFLECTED and lemma in _LOST and lower[position] in _forms_with_e(lemma):
            lemmas[position] = lemma + "e"


def _forms_with_e(lemma: str) -> tuple[str, ...]:
    return lemma + "es", lemma + "ed", lemma + "ing"
