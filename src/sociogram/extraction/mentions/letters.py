"""A letter without a title as a work: its salutation, else its date, stands for it."""

from __future__ import annotations

from sociogram.model import BlockKind, Credit, Document


def find_untitled_letter(document: Document) -> Credit | None:
    """The letter that ``document`` is, named by who wrote it, to whom and when.

    ``None`` where it has a title, where its writer is not known, or where neither recipient nor date tells it from
    the writer's other letters.
    """
    if document.title is not None or document.genre != "letter" or not document.authors:
        return None
    if any(credit.start is None for credit in document.authors):
        # The words are in an earlier part of the same letter, and make their claims there.
        return None
    to = ", ".join(credit.value for credit in document.recipients)
    if not to and document.published is None:
        return None
    for kind in (BlockKind.SALUTATION, BlockKind.DATELINE):
        block = next((block for block in document.blocks if block.kind is kind), None)
        if block is not None:
            return Credit(value=_name(document, to), start=block.start, end=block.end)
    return None


def _name(document: Document, to: str) -> str:
    writers = " and ".join(credit.value for credit in document.authors)
    date = f" ({document.published})" if document.published else ""
    return f"Letter of {writers}{f' to {to}' if to else ''}{date}"
