"""Which documents make the stages behind reading fail, so that all others are joined without them.

Identity, claims and ties are made of all documents together, so a failure there names none of them. It is sought
in two steps: a document that fails alone is at fault; if all that are left still fail together, the first with which
those before it fail is, and so on.
"""

from __future__ import annotations

import sqlite3
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from sociogram.errors import SociogramError, describe_failure, trace_failure
from sociogram.graph.given import GivenReading
from sociogram.model import Skipped

NO_DOCUMENTS_FAULT = (SociogramError, OSError, sqlite3.Error)
"""What is raised on purpose, or for want of room or rights: without a document it would be the same."""
_STAGES = {"resolve": "resolve", "claims": "claims", "write": "write", "rdf": "write"}
"""What the stage is called whose room, or whose module of ``graph``, an error came out of."""
_ROOMS = Path(__file__).resolve().parents[1]

Make = Callable[[Sequence[GivenReading]], object]


def leave_out_failing(
    readings: Sequence[GivenReading], make: Make, error: Exception
) -> tuple[list[GivenReading], list[Skipped]]:
    """Those of ``readings`` of which ``make`` makes something, and the others, each with why it is left out.

    Args:
        readings: Of different documents, in an order that depends on nothing but them.
        make: What failed on all of them.
        error: What it raised.

    Raises:
        Exception: ``error``, if it is no document's, but raised of none too.
    """
    if _failure(make, ()) is not None:
        raise error
    kept, failures = _without_failing_alone(readings, make)
    while (found := _failure(make, kept)) is not None:
        place, found = _first_failing(kept, make, found)
        failures.append(_note(kept.pop(place), found, "could not be used with the other documents"))
    return kept, failures


def _without_failing_alone(
    readings: Sequence[GivenReading], make: Make
) -> tuple[list[GivenReading], list[Skipped]]:
    """Those of ``readings`` that do not fail alone, and the others; sought by halves, so that few are made alone."""
    kept: list[GivenReading] = []
    failures: list[Skipped] = []
    waiting = [list(readings)]
    while waiting:
        some = waiting.pop()
        found = _failure(make, some)
        if found is None:
            kept += some
        elif len(some) == 1:
            failures.append(_note(some[0], found, "could not be used"))
        else:
            half = len(some) // 2
            waiting += [some[half:], some[:half]]
    return kept, failures


def _first_failing(readings: Sequence[GivenReading], make: Make, error: Exception) -> tuple[int, Exception]:
    """The place of the reading with which those before it fail, as ``error`` says of all, and with what error."""
    sound, failing = 0, len(readings)
    while failing - sound > 1:
        middle = (sound + failing) // 2
        found = _failure(make, readings[:middle])
        if found is None:
            sound = middle
        else:
            failing, error = middle, found
    return failing - 1, error


def _failure(make: Make, readings: Sequence[GivenReading]) -> Exception | None:
    try:
        make(readings)
    except NO_DOCUMENTS_FAULT:
        raise
    except Exception as error:
        return error
    return None


def _note(reading: GivenReading, error: Exception, words: str) -> Skipped:
    return Skipped(
        document=reading.document.id,
        stage=_stage(error),
        reason=f"{words}: {describe_failure(error)}",
        trace=trace_failure(error),
    )


def _stage(error: Exception) -> str:
    """The stage that the outermost frame of a room stands for that is no composition."""
    for frame in traceback.extract_tb(error.__traceback__):
        path = Path(frame.filename)
        if path.is_relative_to(_ROOMS):
            room, *rest = path.relative_to(_ROOMS).with_suffix("").parts
            stage = _STAGES.get(rest[0] if room == "graph" and rest else room)
            if stage is not None:
                return stage
    return "graph"
