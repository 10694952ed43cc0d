"""Reads files and texts into documents; the first stage."""

from __future__ import annotations

from sociogram.ids import slug
from sociogram.model import Document
from sociogram.read.documents import read_paths
from sociogram.read.files.options import ReadOptions
from sociogram.read.structure import find_documents

__all__ = ["ReadOptions", "read_paths", "read_text"]


def read_text(text: str, *, source: str, id: str | None = None) -> list[Document]:  # noqa: A002
    """The documents of a plain text, with their blocks; none where it has no words.

    The first gets ``id`` (by default made from ``source``), the others ``id.2``, ``id.3``.
    """
    return find_documents(text, source=source, id=id or slug(source))
