"""What the page marks in a document's text: the sentences that name two actors and gave no claim, and why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sociogram.graph.unread import UnreadSentence
    from sociogram.graph.values import Graph

Mark = tuple[str, int, int, str]
"""The document's id, where the sentence begins in the document's own text, its length, and why it is unread."""


def iter_marks(graph: Graph) -> Iterator[Mark]:
    """The marks of all documents, by document and place."""
    starts = {document.id: document.start for document in graph.documents}
    for one in graph.unread:
        if one.is_silent and one.document in starts:
            yield one.document, one.start - starts[one.document], one.end - one.start, why_unread(one)


def why_unread(sentence: UnreadSentence) -> str:
    """The reasons of a sentence in a line."""
    return "; ".join(
        each.reason + (f" ({each.count} times)" if each.count > 1 else "") for each in sentence.reasons
    )
