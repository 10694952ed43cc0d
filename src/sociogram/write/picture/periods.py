"""When a tie is there: while it holds, where its claims tell, else from when to when it was said."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Claim, Polarity

HOLDS = "holds"
SAID = "said"
"""What the dates of a tie tell: when it holds, or only when it was said."""
_WORDS = load_vocabulary("graph")
_LASTING = _WORDS.words("lasting-relations")
_OPENING_WORDS = alternatives(_WORDS.words("opening-words"))
_OPENING = re.compile(rf"\b(?:{_OPENING_WORDS})\b", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day as ISO dates, ``None`` where open; ``dated`` is "holds", "said" or empty."""

    start: str | None = None
    end: str | None = None
    dated: str = ""


def find_period(claims: Iterable[Claim]) -> Period:
    """From the first to the last day on which one of ``claims`` holds, else was said.

    Only affirmed claims tell when a tie holds. A claim "since 2019" leaves the end open, and so does the
    day on which a state began; what was done on a day ends with it. Dates that do not exist and periods
    that end before they begin are passed over.
    """
    claims = tuple(claims)
    held = [
        (first, last)
        for claim in claims
        if claim.time is not None and claim.polarity is Polarity.AFFIRMED
        for first, last in [(first_day(claim.time.start), _last_day_of(claim))]
        if (first or last) and not (first and last and first > last)
    ]
    if held:
        starts = [first for first, _ in held if first]
        ends = [last for _, last in held if last]
        return Period(
            min(starts) if len(starts) == len(held) else None,
            max(ends) if len(ends) == len(held) else None,
            HOLDS,
        )
    said = [claim.said_on for claim in claims]
    starts = [day for day in map(first_day, said) if day]
    ends = [day for day in map(last_day, said) if day]
    return Period(min(starts), max(ends), SAID) if starts and ends else Period()


def _last_day_of(claim: Claim) -> str | None:
    """The last day of what ``claim`` tells: of a deed on a day that day, as its time has a beginning alone."""
    time = claim.time
    if time is None or time.end is not None:
        return last_day(time.end) if time is not None else None
    lasts = claim.relation in _LASTING or _OPENING.search(time.text)
    return None if lasts else last_day(time.start)


def first_day(text: str | None) -> str | None:
    """The first day of an ISO year, month or day; ``None`` if it is none."""
    return _day(text, last=False)


def last_day(text: str | None) -> str | None:
    """The last day of an ISO year, month or day; ``None`` if it is none."""
    return _day(text, last=True)


@lru_cache(maxsize=16_384)
def _day(text: str | None, *, last: bool) -> str | None:
    match = _DATE.fullmatch(text or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        month = month or (12 if last else 1)
        day = day or (calendar.monthrange(int(year or 0), month)[1] if last else 1)
        return date(int(year or 0), month, day).isoformat()
    except ValueError:
        return None
