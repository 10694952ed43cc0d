"""sociogram reads documents and gives a graph of actors in which every edge leads back to its words."""

from __future__ import annotations

__version__ = "0.1.0"
