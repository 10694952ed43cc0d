"""The version of this program, which is in every graph that it makes."""

from __future__ import annotations

__version__ = "0.1.0"
