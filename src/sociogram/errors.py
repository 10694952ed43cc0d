"""What can go wrong, as a small tree.

    SociogramError
    ├── UsageError       an argument or option cannot be used
    ├── InputError       one document cannot be read; the others go on
    ├── OntologyError    an entry of the ontology, the lexicon or a list is wrong
    ├── ModelError       the language model cannot be loaded
    └── QueryError       a question cannot be asked
        └── DamageError  the store of a case is not as it was written

Each message says what is wrong, where (``file:line`` or a document), and how to mend it.
"""

from __future__ import annotations

import re
import traceback
from collections import Counter
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{4,}")
"""Where a value lies in memory, as its ``repr`` shows it: another place in every run."""
_LONGEST_MESSAGE = 120
_LONGEST_TRACE = 10_000
"""Characters of a message and a traceback that are kept; chosen by hand, since either may hold a whole text."""
_FRAMES = 20
"""Frames that are kept of a recursion without an end: how deep it came depends on who called."""


class SociogramError(Exception):
    """Base of every error that this package raises on purpose."""


class UsageError(SociogramError):
    """An argument or option that cannot be used."""


class InputError(SociogramError):
    """A document that cannot be read.

    Args:
        source: Path or URL of the document.
        reason: What is wrong with it, in a few words.
        remedy: What a person can do about it.
    """

    def __init__(self, source: str, reason: str, remedy: str) -> None:
        super().__init__(f"{source}: {reason}; {remedy}")
        self.source = source
        self.reason = reason
        self.remedy = remedy


class OntologyError(SociogramError):
    """A wrong entry of the ontology, the lexicon or a list of actors."""


class ModelError(SociogramError):
    """A language model that cannot be loaded."""


class QueryError(SociogramError):
    """A question that cannot be asked of the graph."""


class DamageError(QueryError):
    """A case whose store is not as it was written; a build makes it anew."""


def describe_failure(error: BaseException) -> str:
    """What ``error`` is and where in this package it came up, in one line that is the same in every run."""
    words = _ADDRESS.sub("0x…", " ".join(str(error).split()))[:_LONGEST_MESSAGE]
    place = place_of_failure(error)
    return f"{type(error).__name__}{': ' if words else ''}{words}" + (f", in {place}" if place else "")


def trace_failure(error: BaseException) -> str:
    """The traceback of ``error`` from where it was caught, the same in every run."""
    frames = _FRAMES if isinstance(error, RecursionError) else None
    text = _ADDRESS.sub("0x…", "".join(traceback.format_exception(error, limit=frames)))
    if len(text) > _LONGEST_TRACE:
        half = _LONGEST_TRACE // 2
        text = f"{text[:half]}\n…\n{text[-half:]}"
    # A lone surrogate of a document can be in a message, and not in a file.
    return text.encode("utf-8", "replace").decode("utf-8")


def place_of_failure(error: BaseException) -> str:
    """``folder/module.py:line`` of the innermost frame of this package; of a recursion, where it begins."""
    frames = [
        (frame.f_code, line)
        for frame, line in traceback.walk_tb(error.__traceback__)
        if Path(frame.f_code.co_filename).is_relative_to(_PACKAGE)
    ]
    if isinstance(error, RecursionError):
        often = Counter(code for code, _ in frames)
        frames = [frame for frame in frames if often[frame[0]] > 1][:1]
    if not frames:
        return ""
    code, line = frames[-1]
    return f"{Path(code.co_filename).relative_to(_PACKAGE).as_posix()}:{line}"
