"""Which claims one predicate makes: they share the id of its statement."""

from __future__ import annotations

from sociogram.ids import content_hash
from sociogram.model import Evidence


def statement_id(evidence: Evidence) -> str:
    """The id of the statement: of the document and the head of the predicate, so that its claims all have it."""
    return content_hash("statement", evidence.document, *(evidence.statement or evidence.trigger))
