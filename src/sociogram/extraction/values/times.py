"""Dates and periods in running text, resolved against the date of the document.

A day gives ``start`` alone; a month, a year or another period gives ``start`` and ``end``
(inclusive). What cannot be resolved keeps its words, with neither. American order is read in
``04/05/2025``, unless the first number is no month.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sociogram.extraction.values.calendar_dates import CALENDAR_FORMS
from sociogram.extraction.values.intervals import MONTH_NAMES, Interval, read_iso
from sociogram.extraction.values.ranges import find_ranges
from sociogram.extraction.values.relative_dates import RELATIVE_FORMS
from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import TimeExpression

_WORDS = load_vocabulary("times")
_NEAR_DAYS = alternatives(_WORDS.values("near-days"))
_SEASON = alternatives(_WORDS.words("seasons"))
_LEAD = re.compile(
    r"\b(?P<lead>since|until|till|by|before|after|from|through|as of)\s+(?:the\s+)?$", re.IGNORECASE
)
_LAST = re.compile(
    r"\b(?P<lead>through|until|till|by)\s+(?:the\s+)?(?:end|close|expiration|expiry)\s+of\s+(?:[\w’'-]+\s+){1,4}in\s+(?:early\s+|late\s+|mid-?)?$",
    re.IGNORECASE,
)
"""Words by which a time is the last of a period: "through the end of his term in 2017"."""
_BOUNDS = frozenset(
    {"since", "until", "till", "by", "before", "after", "between", "from", "through", "as of"}
)


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time expression and its place in the text that was searched, half-open."""

    start: int
    end: int
    time: TimeExpression


_HINTS = {
    "digit": re.compile(r"\d"),
    "month": re.compile(rf"\b(?:{MONTH_NAMES})"),
    "year": re.compile(r"\d{4}"),
    "near": re.compile(rf"day\b|\b(?:{_NEAR_DAYS})", re.IGNORECASE),
    "unit": re.compile(
        rf"(?:day|week|weekend|month|year|decade|{_SEASON}|season|century|quarter)s?\b|\brecently\b",
        re.IGNORECASE,
    ),
}
"""What a form needs somewhere in the text; most sentences have none of it, which saves the search."""
_FORMS = (*CALENDAR_FORMS, *RELATIVE_FORMS)


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
    today = read_iso(published)
    found = _ranges(text, today, future) if here & {"month", "year"} else []
    covered = bytearray(len(text))
    for time in found:
        _cover(covered, time)
    for needs, pattern, read in _FORMS:
        if needs not in here:
            continue
        for match in pattern.finditer(text):
            if not any(covered[match.start() : match.end()]):
                found.append(_found(text, match, read(match, today, future)))
                _cover(covered, found[-1])
    return sorted(found, key=lambda time: time.start)


def _cover(covered: bytearray, time: FoundTime) -> None:
    covered[time.start : time.end] = b"\1" * (time.end - time.start)


def _ranges(text: str, today: date | None, future: bool) -> list[FoundTime]:
    taken: list[FoundTime] = []
    covered = bytearray(len(text))
    for found in find_ranges(text, today, future=future):
        if any(covered[found.start : found.end]):
            continue
        last = found.last.isoformat() if found.last else None
        words = text[found.start : found.end]
        time = TimeExpression(start=found.first.isoformat(), end=last, text=words)
        taken.append(FoundTime(found.start, found.end, time))
        _cover(covered, taken[-1])
    return taken


_RANGE = re.compile(r"\b(?:to|until|till|through|and)\b|[-–—]", re.IGNORECASE)
"""What parts the two ends of a stretch of time; "from 2016" has but one."""


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
    if lead not in _BOUNDS and (ending := _LAST.search(text, max(0, start - 80), start)):
        start, lead = ending.start(), ending["lead"].lower()
    words = text[start:end]
    if interval is None:
        return FoundTime(start, end, TimeExpression(start=None, end=None, text=words))
    first, last = interval
    begin: str | None = first.isoformat()
    finish = last.isoformat() if last else None
    whole = lead == "from" and (last is None or _RANGE.search(match.group()) is None)
    if lead in {"since", "after", "as of"} or whole:
        begin, finish = (finish or begin) if lead == "after" else begin, None
    elif lead in {"until", "till", "by", "before", "through"}:
        begin, finish = None, (begin if lead == "before" else finish or begin)
    return FoundTime(start, end, TimeExpression(start=begin, end=finish, text=words))
