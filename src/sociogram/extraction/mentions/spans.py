"""Tokens that are written like a known name, and the nations that a text speaks of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KnownSpan:
    """Tokens that are written like a known name; ``doubtful`` where they may be another bearer's.

    ``spelled`` says that the text spells the acronym out as another organization's; ``candidates`` are the entries
    that a doubtful name may mean.
    """

    first: int
    last: int
    known: str
    doubtful: bool = False
    spelled: bool = False
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nations:
    """The countries a text speaks of, how often, and by the tokens at which such a name starts and ends."""

    spoken: Counter[str]
    starts: dict[int, tuple[str, int]]
    """The country and the token behind its name, by the token where the name starts."""
    ends: dict[int, tuple[str, int]]
    """The country and the first token of its name, by the token behind the name."""
