"""Periods from one date to another: "from March 2015 to June 2017", "12–15 March 2015", "May 2015 to the present"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from sociogram.extraction.values.intervals import (
    DAY,
    MONTH_NAMES,
    YEAR,
    Interval,
    day_of,
    month_number,
    month_of,
    nearest,
    number_in,
    years_of,
)
from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary

_WORDS = load_vocabulary("times")
_WEEKDAYS = alternatives(_WORDS.values("weekdays"))
_SEASONS = alternatives(_WORDS.words("seasons"))
_STILL = alternatives(_WORDS.words("still-going-on"))
_PART = (
    rf"(?:(?:{_WEEKDAYS}),?\s+|(?:the\s+)?(?:end|start|beginning|middle)\s+of\s+"
    rf"|(?:the\s+)?(?:{_SEASONS})\s+(?:of\s+)?|(?:early|late)\s+|mid[\s-])?"
    r"(?:the\s+)?"
)
_END = r"\b(?![,.]?\d)"


def _side(n: int) -> str:
    """One date of a range in words, with groups of its own: day, month and year as far as they are said."""
    month, year = rf"(?-i:{MONTH_NAMES})", rf",?\s+(?:of\s+)?(?P<y{n}{{}}>{YEAR})"
    return _PART + (
        rf"(?:(?P<m{n}u>{month})\s+(?P<d{n}u>{DAY})(?![\d:])(?:{year.format('u')})?"
        rf"|(?:(?P<d{n}>{DAY})\s+(?:of\s+)?)?(?P<m{n}>{month})(?:{year.format('')})?"
        rf"|(?P<d{n}y>{DAY}){year.format('y')}|(?P<y{n}o>{YEAR})|(?P<d{n}o>{DAY})){_END}"
    )


_LEAD = r"(?<![\w$€£.,/:–-])(?:(?P<lead>from|between|since)\s+)?"
_JOIN = r"(?:,?\s+(?P<join>and|(?:up\s+)?(?:to|until|till)|through)\s+|(?P<dash>\s?[–—-]{1,2}\s?))"
_OPEN = (
    rf"(?:,?\s+(?P<on>onwards?|forward|on(?=\s*(?:[,.;:)]|$)))|{_JOIN.replace('P<', 'P<o')}(?:{_STILL}))\b"
)
_IN_WORDS = re.compile(rf"{_LEAD}{_side(1)}(?:{_OPEN}|{_JOIN}{_side(2)})", re.IGNORECASE)
_NUMERIC = re.compile(
    r"(?<![\w/.-])(?:(?P<a1>\d{1,2})(?P<s>[/.])(?P<b1>\d{1,2})(?P=s)(?P<y1>\d{4})(?:\s?[–—-]\s?|\s+(?:to|until|and)\s+)"
    r"(?P<a2>\d{1,2})(?P=s)(?P<b2>\d{1,2})(?P=s)(?P<y2>\d{4})"
    r"|(?P<i1>\d{4}-\d\d-\d\d)(?:\s?[–—/]\s?|\s-\s|\s+(?:to|until|and)\s+)(?P<i2>\d{4}-\d\d-\d\d))(?![\w/-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Range:
    """A period and its place in the text that was searched, half-open; without a last day it goes on."""

    start: int
    end: int
    first: date
    last: date | None


@dataclass(frozen=True, slots=True)
class _Date:
    """A date as far as it is said."""

    year: int | None
    month: int | None
    day: int | None


def find_ranges(text: str, today: date | None, *, future: bool) -> Iterator[Range]:
    """The periods of ``text`` that are told by their first and last date.

    A date takes from the other what it lacks: "from March to June 2017". Two bare years are left to other forms.
    """
    for match in _NUMERIC.finditer(text):
        interval = _numeric(match)
        if interval is not None and interval[1] is not None and interval[0] <= interval[1]:
            yield Range(*match.span(), *interval)
    for match in _IN_WORDS.finditer(text):
        found = _open(match, today, future) if _is_open(match) else _closed(match, today, future)
        if found is not None:
            yield Range(*match.span(), *found)


def _is_open(match: re.Match[str]) -> bool:
    return any(match[group] for group in ("on", "ojoin", "odash"))


def _numeric(match: re.Match[str]) -> Interval | None:
    if match["i1"]:
        try:
            return date.fromisoformat(match["i1"]), date.fromisoformat(match["i2"])
        except ValueError:
            return None
    sides = [(int(match[f"a{n}"]), int(match[f"b{n}"]), int(match[f"y{n}"])) for n in (1, 2)]
    # A point stands between day and month; a stroke too, where one of the dates shows it.
    day_first = match["s"] == "." or any(first > 12 for first, _, _ in sides)
    days = [day_of(year, *((b, a) if day_first else (a, b))) for a, b, year in sides]
    return (days[0][0], days[1][0]) if days[0] and days[1] else None


def _read(match: re.Match[str], side: int) -> _Date:
    groups = match.groupdict()

    def said(letter: str) -> str | None:
        return next(
            (groups[key] for end in ("", "u", "y", "o") if groups.get(key := f"{letter}{side}{end}")), None
        )

    year, month, day = said("y"), said("m"), said("d")
    return _Date(
        int(year) if year else None, month_number(month) if month else None, number_in(day) if day else None
    )


def _open(match: re.Match[str], today: date | None, future: bool) -> Interval | None:
    """As in "from May 2015 onwards", "2015 – present"."""
    start, lead = _read(match, 1), (match["lead"] or "").lower()
    if (match["ojoin"] or "").lower() == "and" or lead == "between" or (match["on"] and not lead):
        return None
    if start.year is None and start.month is not None and today is not None:
        start = _in_year_before(start, today, future)
    first = _interval(start)
    return (first[0], None) if first else None


def _closed(match: re.Match[str], today: date | None, future: bool) -> Interval | None:
    start, end = _read(match, 1), _read(match, 2)
    if not _is_joined(match, start, end):
        return None
    start, end = _completed(start, end)
    if start.year is None and end.year is None and today is not None:
        end = _in_year_before(end, today, future)
        start, end = _completed(start, end)
    first, last = _interval(start), _interval(end)
    if first is None or last is None:
        return None
    finish = last[1] or last[0]
    return (first[0], finish) if first[0] <= finish else None


def _is_joined(match: re.Match[str], start: _Date, end: _Date) -> bool:
    """Whether the words between two dates make a period of them: "12 May 2015 – 3 people" is none."""
    lead, dash = (match["lead"] or "").lower() or None, match["dash"]
    if ((match["join"] or "").lower() == "and") != (lead == "between" and not dash):
        return False
    if start.month is None and end.month is None:
        return False
    tight = lead is not None or (dash is not None and not dash.strip("–—-"))
    if end.month is None and end.year is None:
        return tight and start.year is None and start.day is not None
    if end.month is None and end.day is None:
        # "from March 2015 to 2017"
        return lead is not None and start.year is not None
    if end.year is None and start.year is not None:
        return tight and lead is not None
    if start.month is None and start.day is None:
        return lead is not None
    if start.month is None:
        return end.day is not None
    return tight or end.year is not None or (start.day is not None and end.day is not None)


def _completed(start: _Date, end: _Date) -> tuple[_Date, _Date]:
    """Both dates with the month and the year that only one of them says."""
    if start.month is None and start.day is not None:
        start = replace(start, month=end.month)
    if end.month is None and end.day is not None:
        end = replace(end, month=start.month)
    if start.month is None or end.month is None:
        return start, end
    turned = (start.month, start.day or 1) > (end.month, end.day or 31)
    if start.year is None and end.year is not None:
        start = replace(start, year=end.year - turned)
    elif end.year is None and start.year is not None:
        end = replace(end, year=start.year + turned)
    return start, end


def _in_year_before(end: _Date, today: date, future: bool) -> _Date:
    """The date in the year that lies nearest, as it is for a date that stands alone."""
    found = nearest(end.month or 1, end.day or 1, today, future)
    return replace(end, year=found[0].year) if found else end


def _interval(said: _Date) -> Interval | None:
    if said.year is None:
        return None
    if said.month is None:
        return years_of(said.year) if said.day is None else None
    return month_of(said.year, said.month) if said.day is None else day_of(said.year, said.month, said.day)
