"""Dates that stand alone as metadata: of publication, of a letter, of an e-mail."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary

_WORDS = load_vocabulary("times")
_MONTHS = {name.lower(): number for name, number in _WORDS.values("months").items()}
_MONTH = rf"(?P<month>{alternatives(name for name in _MONTHS if name.isalpha())})\.?"
_MONTHS_OF_A_YEAR = 12
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
_MONTH_FIRST = rf"(?<![\d/-])(?P<month>\d{{1,2}})(?P<sign>[/-])(?P<day>\d{{1,2}})(?P=sign){_YEAR}\b"
_DAY_FIRST = rf"(?<![\d/-])(?P<day>\d{{1,2}})(?P<sign>[/-])(?P<month>\d{{1,2}})(?P=sign){_YEAR}\b"
_OTHERS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_MONTH} ?{_DAY}(?:, ?| ){_YEAR}\b",
        rf"\b{_DAY}(?: of)? {_MONTH},? {_YEAR}\b",
        rf"\b{_DAY}-{_MONTH}-{_YEAR}\b",
        rf"\b{_YEAR}-(?P<month>\d{{1,2}})-(?P<day>\d{{1,2}})(?!\d)",
        rf"\b{_YEAR}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})\b",
        rf"\b(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.{_YEAR}\b",
        rf"\b{_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?=T\d|$)",
    )
)
_FORMS = (*_OTHERS, re.compile(_MONTH_FIRST))
_FORMS_DAY_FIRST = (*_OTHERS, re.compile(_DAY_FIRST))
_TIME = r"(?:at |, ?|\| ?|[-–—] ?)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\.\d+)? ?(?:[ap]\.?m\.?)?"
_ZONE = r"(?:Z|[+-]\d\d:?\d\d|\(?(?:[ECMP][DS]?T|GMT|UTC|BST|CES?T)\)?)(?:[+-]\d+)?"
_WEEKDAYS = [*_WORDS.values("weekdays"), *_WORDS.words("weekday-abbreviations")]
_WEEKDAY = rf"(?:{alternatives(_WEEKDAYS)})\.?"
_EXTRA = re.compile(rf"{_TIME}|{_ZONE}|{_WEEKDAY}|[\s,.;:|()·•–—-]|\bat\b|\bT(?=\d)|\bon\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """An ISO date and where its words stand in the text searched."""

    iso: str
    start: int
    end: int


def is_day_first(dates: Iterable[str]) -> bool:
    """Whether one of ``dates`` shows that the day comes first in their numbers, and none shows that the month does."""
    shown = {
        int(match["day"]) > _MONTHS_OF_A_YEAR
        for text in dates
        if (match := _FORMS_DAY_FIRST[-1].search(text))
        and (int(match["day"]) > _MONTHS_OF_A_YEAR) != (int(match["month"]) > _MONTHS_OF_A_YEAR)
    }
    return shown == {True}


def find_date(text: str, *, day_first: bool = False) -> FoundDate | None:
    """The first full date (day, month, year) in ``text``.

    04/05/2025 is read as the 5th of April, or with ``day_first`` as the 4th of May.
    """
    found: FoundDate | None = None
    for form in _FORMS_DAY_FIRST if day_first else _FORMS:
        for match in form.finditer(text):
            iso = _iso(match["year"], match["month"], match["day"])
            if iso and (found is None or match.start() < found.start):
                found = FoundDate(iso, match.start(), match.end())
            if iso:
                break
    return found


def is_date_alone(text: str) -> bool:
    """Whether ``text`` is a date with nothing but weekday, time and zone around it."""
    if len(text) > 80:
        return False
    rest = text
    while (found := find_date(rest)) is not None:
        rest = rest[: found.start] + " " + rest[found.end :]
    return rest != text and not _EXTRA.sub("", rest)


def _iso(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdigit() else _MONTHS[month.lower()[:3]]
    try:
        return dt.date(int(year), number, int(day)).isoformat()
    except ValueError:
        if not month.isdigit():
            return None
    try:
        return dt.date(int(year), int(day), number).isoformat()
    except ValueError:
        return None
