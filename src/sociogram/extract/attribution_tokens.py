"""What the finders of attributions and qualifiers read again and again of one parsed document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extract.mention_tokens import TokenColumns, token_columns

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "sociogram.columns"


def columns_of(doc: Doc) -> TokenColumns:
    """The columns of ``doc``, made once; they are kept with the ``doc``, whose parse never changes."""
    columns = doc.user_data.get(_KEY)
    if columns is None:
        columns = doc.user_data[_KEY] = token_columns(doc)
    return columns  # type: ignore[no-any-return]
