"""From chains of single documents to actors over all documents."""

from __future__ import annotations

from sociogram.resolve.judged import note_unfit
from sociogram.resolve.resolution import Resolution, resolve_actors

__all__ = ["Resolution", "note_unfit", "resolve_actors"]
