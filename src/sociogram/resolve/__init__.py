"""From chains of single documents to actors over all documents."""

from __future__ import annotations

from sociogram.resolve.judged import find_places, note_unfit
from sociogram.resolve.mentions import Mentions, mentions_of
from sociogram.resolve.resolution import Resolution, resolve_actors

__all__ = ["Mentions", "Resolution", "find_places", "mentions_of", "note_unfit", "resolve_actors"]
