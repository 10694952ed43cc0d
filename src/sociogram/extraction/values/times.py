"""Dates and periods in running text, resolved against the date of the document.

A day gives ``start`` alone; a month, a year or another period gives ``start`` and ``end``
(inclusive). What cannot be resolved keeps its words, with neither. American order is read in
``04/05/2025``, unless the first number is no month.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import TimeExpression

_WORDS = load_vocabulary("times")
_MONTH_NAMES: Mapping[str, int] = _WORDS.values("months")
_MONTHS = {name.lower(): number for name, number in _MONTH_NAMES.items()}
_WEEKDAYS = {name.lower(): number for name, number in _WORDS.values("weekdays").items()}
_NEAR_DAYS: Mapping[str, int] = _WORDS.values("near-days")
_NEAR_PERIODS: Mapping[str, int] = _WORDS.values("near-periods")
_COUNTS: Mapping[str, int] = _WORDS.values("counts")
_INEXACT = _WORDS.words("inexact-counts")

_MONTH = rf"(?P<month>(?-i:{alternatives(_MONTH_NAMES)}))"
"""With a capital: "may" and "march" are verbs."""
_YEAR = r"(?:1[5-9]|20)\d\d"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_COUNT = rf"(?P<count>\d+|{alternatives([*_COUNTS, *_INEXACT])})"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
_WEEKDAY = rf"(?P<weekday>{alternatives(_WEEKDAYS)})"
_SEASON = alternatives(_WORDS.words("seasons"))
_NEAR_PERIOD = alternatives(_NEAR_PERIODS)
_NO_DAY = alternatives(_WORDS.words("counted-behind-day"))
_NO_YEAR = alternatives(_WORDS.words("counted-behind-year"))
_LEAD = re.compile(
    r"\b(?P<lead>since|until|till|by|before|after|from|through|as of)\s+(?:the\s+)?$", re.IGNORECASE
)
_BOUNDS = frozenset(
    {"since", "until", "till", "by", "before", "after", "between", "from", "through", "as of"}
)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression and its place in the text that was searched, half-open."""

    start: int
    end: int
    time: TimeExpression


Interval = tuple[date, date | None]
Reader = Callable[[re.Match[str], date | None, bool], Interval | None]


def find_times(text: str, published: str | None, *, future: bool = False) -> list[FoundTime]:
    """The time expressions of ``text`` in their order; no two overlap.

    Args:
        text: A sentence.
        published: The document's date (``2025-04-04``); without it "yesterday" stays unresolved.
        future: Whether a bare weekday or month is the next and not the last one.
    """
    here = {name for name, hint in _HINTS.items() if hint.search(text)}
    if not here:
        return []
    today = _read_iso(published)
    taken: list[FoundTime] = []
    for needs, pattern, read in _FORMS:
        if needs not in here:
            continue
        for match in pattern.finditer(text):
            if any(match.start() < found.end and found.start < match.end() for found in taken):
                continue
            taken.append(_found(text, match, read(match, today, future)))
    return sorted(taken, key=lambda found: found.start)


def _found(text: str, match: re.Match[str], interval: Interval | None) -> FoundTime:
    """The expression with the preposition that makes a bound of it ("since", "until"), no other."""
    start, end = match.span()
    own = match.groupdict().get("lead")
    if own is None:
        before = _LEAD.search(text, max(0, start - 24), start)
        lead = before["lead"].lower() if before else ""
        start = before.start() if before else start
    else:
        lead = own.strip().lower()
        if lead not in _BOUNDS:
            start += len(own)
    words = text[start:end]
    if interval is None:
        return FoundTime(start, end, TimeExpression(start=None, end=None, text=words))
    first, last = interval
    begin: str | None = first.isoformat()
    finish = last.isoformat() if last else None
    if lead in {"since", "after", "as of"} or (lead == "from" and last is None):
        begin, finish = (finish or begin) if lead == "after" else begin, None
    elif lead in {"until", "till", "by", "before", "through"}:
        begin, finish = None, (begin if lead == "before" else finish or begin)
    return FoundTime(start, end, TimeExpression(start=begin, end=finish, text=words))


def _read_iso(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _day(year: int, month: int, day: int) -> Interval | None:
    try:
        return date(year, month, day), None
    except ValueError:
        return None


def _month(year: int, month: int) -> Interval:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _year(year: int, last: int | None = None) -> Interval:
    return date(year, 1, 1), date(last or year, 12, 31)


def _month_number(text: str) -> int:
    return _MONTHS[text.lower().rstrip(".")]


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _nearest(month: int, day: int, today: date, future: bool) -> Interval | None:
    """The day without a year: the last one (or next one), or the one within half a year ahead of a plan."""
    found: list[date] = []
    for year in (today.year - 1, today.year, today.year + 1):
        interval = _day(year, month, day)
        if interval is not None:
            found.append(interval[0])
    if future:
        return next(((day, None) for day in found if day >= today), None)
    return next(((day, None) for day in reversed(found) if day <= today + timedelta(days=14)), None)


def _iso(match: re.Match[str], _today: date | None, _future: bool) -> Interval | None:
    return _day(int(match["y"]), int(match["m"]), int(match["d"]))


def _numeric(match: re.Match[str], _today: date | None, _future: bool) -> Interval | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    return _day(year, first, second) if first <= 12 else _day(year, second, first)


def _full(match: re.Match[str], today: date | None, future: bool) -> Interval | None:
    month, day = _month_number(match["month"]), _number(match["d"])
    if match["y"]:
        return _day(int(match["y"]), month, day)
    return _nearest(month, day, today, future) if today else None


def _month_year(match: re.Match[str], today: date | None, future: bool) -> Interval | None:
    month = _month_number(match["month"])
    if match["y"]:
        return _month(int(match["y"]), month)
    if today is None:
        return None
    year = today.year
    if future and month < today.month:
        year += 1
    elif not future and month > today.month:
        year -= 1
    return _month(year, month)


def _years(match: re.Match[str], _today: date | None, _future: bool) -> Interval | None:
    first = int(match["y"])
    second = match["z"]
    if not second:
        return _year(first)
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    return _year(first, last) if last >= first else _year(first)


def _decade(match: re.Match[str], _today: date | None, _future: bool) -> Interval | None:
    return _year(int(match["y"]), int(match["y"]) + 9)


def _quarter(match: re.Match[str], today: date | None, _future: bool) -> Interval | None:
    words = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
    number = words[(match["q"] or match["w"]).lower()]
    year = int(match["y"]) if match["y"] else today.year if today else None
    if year is None:
        return None
    return date(year, 3 * number - 2, 1), _month(year, 3 * number)[1]


def _near_day(match: re.Match[str], today: date | None, _future: bool) -> Interval | None:
    if today is None:
        return None
    word = " ".join(match["word"].lower().split())
    return today + timedelta(days=_NEAR_DAYS.get(word, 0)), None


def _weekday(match: re.Match[str], today: date | None, future: bool) -> Interval | None:
    if today is None:
        return None
    number = _WEEKDAYS[match["weekday"].lower()]
    which = (match["which"] or "").strip().lower()
    back = (today.weekday() - number) % 7
    if which == "next" or (future and not which):
        return today + timedelta(days=(number - today.weekday()) % 7 or 7), None
    if which == "last" and back == 0:
        back = 7
    return today - timedelta(days=back), None


def _period(match: re.Match[str], today: date | None, _future: bool) -> Interval | None:
    if today is None:
        return None
    shift = _NEAR_PERIODS.get(match["which"].lower(), 0)
    return _shifted(match["unit"].lower(), shift, today)


def _shifted(unit: str, shift: int, today: date) -> Interval | None:
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return monday, monday + timedelta(days=6)
    if unit == "weekend":
        saturday = today - timedelta(days=(today.weekday() - 5) % 7) + timedelta(weeks=max(0, shift))
        return saturday, saturday + timedelta(days=1)
    if unit == "month":
        index = today.year * 12 + today.month - 1 + shift
        return _month(index // 12, index % 12 + 1)
    if unit == "year":
        return _year(today.year + shift)
    if unit == "decade":
        first = (today.year // 10 + shift) * 10
        return _year(first, first + 9)
    return today + timedelta(days=shift), None


def _ago(match: re.Match[str], today: date | None, _future: bool) -> Interval | None:
    words = match["count"].lower()
    if today is None or words in _INEXACT:
        return None
    count = int(words) if words.isdigit() else _COUNTS[words]
    unit = match["unit"].lower()
    if unit == "decade":
        unit, count = "year", 10 * count
    if count > 500:
        return None
    return _shifted(unit, -count, today)


def _span(match: re.Match[str], today: date | None, _future: bool) -> Interval | None:
    """As in "over the past three years", "in the next two months"."""
    words = match["count"].lower()
    if today is None or words in _INEXACT:
        return None
    count = int(words) if words.isdigit() else _COUNTS[words]
    days = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3652}[match["unit"].lower()] * count
    if days > 80000:
        return None
    if match["which"].lower() in {"next", "coming"}:
        return today, today + timedelta(days=days)
    return today - timedelta(days=days), today


def _unresolved(_match: re.Match[str], _today: date | None, _future: bool) -> Interval | None:
    return None


_HINTS = {
    "digit": re.compile(r"\d"),
    "month": re.compile(rf"\b(?:{alternatives(_MONTH_NAMES)})"),
    "near": re.compile(rf"day\b|\b(?:{alternatives(_NEAR_DAYS)})", re.IGNORECASE),
    "unit": re.compile(
        rf"(?:day|week|weekend|month|year|decade|{_SEASON}|season|century|quarter)s?\b|\brecently\b",
        re.IGNORECASE,
    ),
}
"""What a form needs somewhere in the text; most sentences have none of it, which saves the search."""


def _forms(*lines: tuple[str, str, Reader]) -> tuple[tuple[str, re.Pattern[str], Reader], ...]:
    return tuple((needs, re.compile(pattern, re.IGNORECASE), read) for needs, pattern, read in lines)


_FORMS = _forms(
    ("digit", r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b", _iso),
    ("digit", r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})\b", _numeric),
    (
        "month",
        rf"\b{_MONTH}\s+(?P<d>{_DAY})\b(?!\s*(?:{_NO_DAY}))(?:,?\s+(?P<y>{_YEAR})\b)?",
        _full,
    ),
    ("month", rf"\b(?P<d>{_DAY})\s+(?:of\s+)?{_MONTH}\b(?:,?\s+(?P<y>{_YEAR})\b)?", _full),
    ("month", rf"\b{_MONTH},?\s+(?:of\s+)?(?P<y>{_YEAR})\b", _month_year),
    (
        "unit",
        rf"\b(?:Q(?P<q>[1-4])|(?P<w>first|second|third|fourth) quarter)(?:\s+(?:of\s+)?(?P<y>{_YEAR}))?\b",
        _quarter,
    ),
    ("digit", rf"\bQ(?P<q>[1-4])(?P<w>)(?:\s+(?:of\s+)?(?P<y>{_YEAR}))\b", _quarter),
    ("digit", r"\b(?P<y>(?:1[5-9]|20)\d0)['’]?s\b", _decade),
    (
        "digit",
        rf"(?P<lead>\b(?:between|from)\s+)(?P<y>{_YEAR})\s+(?:and|to|until|through)\s+(?P<z>{_YEAR})\b",
        _years,
    ),
    ("digit", rf"(?<![\d$€£,.-])\b(?P<y>{_YEAR})\s?[–-]\s?(?P<z>(?:{_YEAR}|\d\d))\b(?![,.]?\d)", _years),
    (
        "digit",
        r"(?P<lead>\b(?:since|until|till|by|before|after|from|during|through|throughout|in|as of|around)\s+)"
        rf"(?:the\s+(?:year|end|start|{_SEASON})\s+(?:of\s+)?)?(?:early |mid-?|late )?"
        rf"(?P<y>{_YEAR})(?P<z>)\b(?![,.]?\d)(?!\s+(?:{_NO_YEAR}))",
        _years,
    ),
    ("digit", rf"\b(?:last|this|next|early|late)\s+(?=(?P<y>{_YEAR})\b)(?P<z>){_YEAR}", _years),
    (
        "near",
        rf"\b(?P<word>{alternatives(_NEAR_DAYS)})\b",
        _near_day,
    ),
    (
        "near",
        rf"(?P<lead>\b(?:on|since|until|by|before|after|from)\s+)?(?P<which>\b(?:last|next|this|past)\s+)?\b{_WEEKDAY}\b",
        _weekday,
    ),
    (
        "unit",
        r"\b(?P<lead>(?:since|until|by|before|after|earlier|later|in)\s+)?"
        rf"(?P<which>{_NEAR_PERIOD})\s+(?P<unit>week|weekend|month|year|decade)\b",
        _period,
    ),
    ("unit", rf"\b{_COUNT}\s+{_UNIT}\s+ago\b", _ago),
    (
        "unit",
        rf"\b(?:in|over|during|for|within)\s+the\s+(?P<which>past|last|next|coming)\s+{_COUNT}\s+{_UNIT}\b",
        _span,
    ),
    (
        "unit",
        rf"\b(?:last|this|next)\s+(?:{_SEASON}|season|century)\b"
        rf"|\b{_COUNT}\s+{_UNIT}\s+(?:later|earlier)\b"
        r"|\b(?:the\s+)?(?:same|previous|following|next)\s+(?:day|week|month|year)\b"
        r"|\bin recent (?:days|weeks|months|years)\b|\brecently\b|\b(?:days|weeks|months|years|decades) ago\b",
        _unresolved,
    ),
    (
        "month",
        r"(?P<lead>\b(?:in|since|until|by|before|after|from|during)\s+)(?:early |mid-?|late )?"
        rf"{_MONTH}(?P<y>)\b(?!\s+\d)",
        _month_year,
    ),
    ("month", rf"\b(?:last|this|next)\s+(?:early |late )?{_MONTH}(?P<y>)\b(?!\s+\d)", _month_year),
)
