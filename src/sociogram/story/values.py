"""A story as frozen values, and how large one may be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PinKind = Literal["claim", "tie", "actor", "answer", "view"]
KINDS: tuple[PinKind, ...] = ("claim", "tie", "actor", "answer", "view")
"""What can be pinned, in the words of the page."""

# The limits, which web/src/story/limits.ts has too. All were chosen by hand: far beyond what a reader would follow to
# the end, and small enough that a page with the story stays quick.
MOST_BYTES = 700_000
"""Bytes of the file; a server takes no body much longer, and JSON within JSON has more signs."""
MOST_STEPS = 200
MOST_PINS = 1000
"""Pins of all steps together."""
MOST_CLAIMS = 200
"""Claims of one pin."""
MOST_ACTORS = 300
MOST_TIES = 1000
"""Actors and ties of the picture of one pin."""
LONGEST_LINE = 500
"""Characters of a title, an author, a heading, an id, a name."""
LONGEST_NOTES = 20_000
LONGEST_QUOTE = 10_000
"""Characters of the notes of a step, and of a quote; of a longer one the beginning is kept."""
LONGEST_VIEW = 20_000
"""Characters of the link to a view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PinnedClaim:
    """A claim as it was when it was pinned, with all by which it can be found again.

    ``document`` is an id, ``relation`` an id of the ontology, ``subject`` and ``object`` are names.
    """

    id: str
    document: str
    quote: str
    subject: str
    relation: str
    object: str
    polarity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """Something pinned: ``words`` say what, ``view`` is the hash of the link that shows it.

    ``claims`` are those that it held; ``actors`` and ``ties`` are the ids of what its picture shows, if it has one.
    """

    kind: PinKind
    id: str
    words: str
    view: str = ""
    claims: tuple[PinnedClaim, ...] = ()
    actors: tuple[str, ...] = ()
    ties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of a story; ``notes`` are plain text, an empty line parts paragraphs."""

    heading: str = ""
    notes: str = ""
    pins: tuple[Pin, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The whole; ``run`` names the graph that it was written over last."""

    title: str = ""
    author: str = ""
    run: str = ""
    steps: tuple[Step, ...] = ()

    @property
    def pins(self) -> tuple[Pin, ...]:
        """All pins, in their order."""
        return tuple(pin for step in self.steps for pin in step.pins)
