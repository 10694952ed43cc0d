"""Who stands behind a claim whose words name nobody: the document's author, its outlet, or the document itself.

It is told beside the asserters and never among them: an asserter is somebody of whom the text says that he says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sociogram.extraction.reading import DocumentRecord
from sociogram.model import Claim


class SayerKind(StrEnum):
    """What of the document is the sayer."""

    AUTHOR = "author"
    OUTLET = "outlet"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayer:
    """A sayer by the document's credits: its name, and what it is to the document."""

    kind: SayerKind
    name: str


def find_sayer(claim: Claim, document: DocumentRecord) -> Sayer | None:
    """The sayer of ``claim`` by the credits of its ``document``; ``None`` where the claim has asserters."""
    return None if claim.asserters else document_sayer(document)


def document_sayer(document: DocumentRecord) -> Sayer:
    """Who says what ``document`` says on its own account: its outlet, else its author, else it itself by its source."""
    if document.publisher:
        return Sayer(kind=SayerKind.OUTLET, name=document.publisher)
    if document.authors:
        return Sayer(kind=SayerKind.AUTHOR, name="; ".join(document.authors))
    return Sayer(kind=SayerKind.DOCUMENT, name=document.source)
