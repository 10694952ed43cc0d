"""What is suggested: that two actors are one, or that one is two, with a reason, a score and the words of both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Texts = Callable[[str], str | None]
"""Gives the text of a document by its id, or nothing where it is not kept."""
Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of one side: ``text[start:end]`` of a document's file; ``claim`` is the claim they stand behind, if any."""

    document: str
    start: int
    end: int
    text: str
    claim: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A judgement that a person may make.

    ``verdict`` is ``same`` for a merge, ``different`` for a split. ``left`` is an actor's id; ``right`` is one too, or
    for a split what may be another's: a name of the actor, or a mention, ``DOCUMENT@START-END``. Of a merge
    ``left`` is the side whose name stays. ``score``, from 0 to 1, is how likely it is right, by ``rule`` and what
    speaks for it.
    """

    verdict: Verdict
    left: str
    right: str
    left_name: str
    right_name: str
    rule: str
    reason: str
    score: float
    left_quotes: tuple[Quote, ...] = ()
    right_quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """The first of all suggestions, in their order, and how many there are."""

    found: tuple[Suggestion, ...]
    total: int
