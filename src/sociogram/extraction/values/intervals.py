"""Days, months and years as the first and the last day of them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary

_NAMES: Mapping[str, int] = load_vocabulary("times").values("months")
_NUMBERS = {name.lower(): number for name, number in _NAMES.items()}
MONTH_NAMES = alternatives(_NAMES)
MONTH = rf"(?P<month>(?-i:{MONTH_NAMES}))"
"""With a capital: "may" and "march" are verbs."""
YEAR = r"(?:1[5-9]|20)\d\d"
_YEAR = re.compile(YEAR)
DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
Interval = tuple[date, date | None]
"""First and last day, both within; a single day has no last one."""
Reader = Callable[[re.Match[str], date | None, bool], Interval | None]
"""Reads a match against the document's day, the last argument tells whether what lies ahead is meant."""
Form = tuple[str, re.Pattern[str], Reader]
"""What must stand in a text (a key of ``times.HINTS``) for the pattern to be searched, the pattern, its reader."""


def forms(*lines: tuple[str, str, Reader]) -> tuple[Form, ...]:
    """The forms with their patterns compiled, without regard to case."""
    return tuple((needs, re.compile(pattern, re.IGNORECASE), read) for needs, pattern, read in lines)


def is_year(word: str) -> bool:
    """Whether the word is a year and nothing else."""
    return _YEAR.fullmatch(word) is not None


def read_iso(text: str | None) -> date | None:
    """The day at the head of an ISO date, or ``None``."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def day_of(year: int, month: int, day: int) -> Interval | None:
    """A day, if there is one of that number."""
    try:
        return date(year, month, day), None
    except ValueError:
        return None


def month_of(year: int, month: int) -> Interval:
    """A month from its first to its last day."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def years_of(year: int, last: int | None = None) -> Interval:
    """A year, or all from ``year`` to ``last``."""
    return date(year, 1, 1), date(last or year, 12, 31)


def month_number(text: str) -> int:
    """The number of a month's name or abbreviation."""
    return _NUMBERS[text.lower().rstrip(".")]


def number_in(text: str) -> int:
    """The figures of "3rd"."""
    return int(re.sub(r"\D", "", text))


def nearest(month: int, day: int, today: date, future: bool) -> Interval | None:
    """The day without a year: the last one (or next one), or the one within half a year ahead of a plan."""
    found: list[date] = []
    for year in (today.year - 1, today.year, today.year + 1):
        interval = day_of(year, month, day)
        if interval is not None:
            found.append(interval[0])
    if future:
        return next(((day, None) for day in found if day >= today), None)
    return next(((day, None) for day in reversed(found) if day <= today + timedelta(days=14)), None)
