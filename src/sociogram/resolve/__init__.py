"""From chains of single documents to actors over all documents."""

from __future__ import annotations

from sociogram.resolve.resolution import Resolution, resolve_actors

__all__ = ["Resolution", "resolve_actors"]
