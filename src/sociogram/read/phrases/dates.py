"""Dates that stand alone as metadata: of publication, of a letter, of an e-mail."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary

_WORDS = load_vocabulary("times")
_MONTHS = {
    name.lower(): number
    for name, number in (*_WORDS.values("foreign-months").items(), *_WORDS.values("months").items())
}
_MONTH = rf"(?P<month>{alternatives(name for name in _MONTHS if name.isalpha())})\.?"
_MONTHS_OF_A_YEAR = 12
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?P<year>(?:1[5-9]|20|21)\d\d)"
_MONTH_FIRST = rf"(?<![\d/-])(?P<month>\d{{1,2}})(?P<sign>[/-])(?P<day>\d{{1,2}})(?P=sign){_YEAR}\b"
_DAY_FIRST = rf"(?<![\d/-])(?P<day>\d{{1,2}})(?P<sign>[/-])(?P<month>\d{{1,2}})(?P=sign){_YEAR}\b"
_OTHERS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_MONTH} ?{_DAY}(?:, ?| ){_YEAR}\b",
        rf"\b{_DAY}(?: of| de)? {_MONTH}(?:,| de| del)? {_YEAR}\b",
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
_WEEKDAYS = [
    *_WORDS.values("weekdays"),
    *_WORDS.words("weekday-abbreviations"),
    *_WORDS.words("foreign-weekdays"),
]
_WEEKDAY = rf"(?:{alternatives(_WEEKDAYS)})\.?"
_EXTRA = re.compile(rf"{_TIME}|{_ZONE}|{_WEEKDAY}|[\s,.;:|()·•–—-]|\bat\b|\bT(?=\d)|\bon\b", re.IGNORECASE)


_SHORT = re.compile(r"\s*(?P<day>\d{1,2})(?P<sign>[/.-])(?P<month>\d{1,2})(?P=sign)(?P<year>\d\d)(?![\d/.-])")
"""A date whose year has two figures; which of the others is the day is for its column to show."""
_DAYS_OF_A_MONTH = 31
_NEXT_CENTURY, _LAST_CENTURY = 40, 60
"""Two figures below the first are a year of this century, from the second on one of the last; between them neither."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """An ISO date and where its words stand in the text searched."""

    iso: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class NumberOrder:
    """How the dates of a column are written in numbers: the day first, and whether the column itself shows that."""

    day_first: bool = False
    shown: bool = False


NO_ORDER = NumberOrder()
"""Where no other dates show anything."""


def find_order(dates: Iterable[str]) -> NumberOrder:
    """The order that one of ``dates`` shows, by a number over twelve, and none contradicts; the year is the last."""
    shown = {
        int(match["day"]) > _MONTHS_OF_A_YEAR
        for text in dates
        if (match := _FORMS_DAY_FIRST[-1].search(text) or _SHORT.match(text))
        and (int(match["day"]) > _MONTHS_OF_A_YEAR) != (int(match["month"]) > _MONTHS_OF_A_YEAR)
        and max(int(match["day"]), int(match["month"])) <= _DAYS_OF_A_MONTH
    }
    return NumberOrder(day_first=shown == {True}, shown=len(shown) == 1)


def with_century(text: str) -> str:
    """``text`` with four figures for the year, where it begins with a date such as 3/4/16; 3/4/45 stays as it is."""
    found = _SHORT.match(text)
    short = int(found["year"]) if found else _NEXT_CENTURY
    if found is None or _NEXT_CENTURY <= short < _LAST_CENTURY:
        return text
    century = "20" if short < _NEXT_CENTURY else "19"
    return f"{text[: found.start('year')]}{century}{text[found.start('year') :]}"


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
    number = int(month) if month.isdigit() else _MONTHS.get(month.lower()) or _MONTHS[month.lower()[:3]]
    try:
        return dt.date(int(year), number, int(day)).isoformat()
    except ValueError:
        if not month.isdigit():
            return None
    try:
        return dt.date(int(year), int(day), number).isoformat()
    except ValueError:
        return None
