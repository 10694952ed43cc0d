"""Times counted from the document's day: yesterday, last Friday, two weeks ago."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from sociogram.extraction.values.intervals import Interval, forms, month_of, years_of
from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary

_WORDS = load_vocabulary("times")
_WEEKDAYS = {name.lower(): number for name, number in _WORDS.values("weekdays").items()}
_NEAR_DAYS: Mapping[str, int] = _WORDS.values("near-days")
_NEAR_PERIODS: Mapping[str, int] = _WORDS.values("near-periods")
_COUNTS: Mapping[str, int] = _WORDS.values("counts")
_INEXACT = _WORDS.words("inexact-counts")
_COUNT = rf"(?P<count>\d+|{alternatives([*_COUNTS, *_INEXACT])})"
_UNIT = r"(?P<unit>day|week|month|year|decade)s?"
_WEEKDAY = rf"(?P<weekday>{alternatives(_WEEKDAYS)})"
_SEASON = alternatives(_WORDS.words("seasons"))
_NEAR_PERIOD = alternatives(_NEAR_PERIODS)


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
    if today is None or _is_of_the_story(match):
        return None
    shift = _NEAR_PERIODS.get(match["which"].lower(), 0)
    return _shifted(match["unit"].lower(), shift, today)


def _is_of_the_story(match: re.Match[str]) -> bool:
    """Whether it is counted from what was told before: "The next month, …", "the last week of May"."""
    text, begin = match.string, match.start("which")
    words = text[max(0, begin - _BEFORE) : begin].lower().split()
    if words[-1:] != ["the"]:
        return False
    counted = words[-2] if len(words) > 1 else ""
    told = match["which"].lower() in _OF_THE_STORY and counted not in _FROM_TODAY
    return told or text[match.end() : match.end() + 4].lower() == " of "


_BEFORE = 16
_OF_THE_STORY = frozenset({"next", "previous", "following"})
_FROM_TODAY = frozenset({"in", "over", "for", "within", "during"})
"""Words before "the next month" by which it is the one from today."""


def _shifted(unit: str, shift: int, today: date) -> Interval | None:
    if unit == "week":
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=shift)
        return monday, monday + timedelta(days=6)
    if unit == "weekend":
        saturday = today - timedelta(days=(today.weekday() - 5) % 7) + timedelta(weeks=max(0, shift))
        return saturday, saturday + timedelta(days=1)
    if unit == "month":
        index = today.year * 12 + today.month - 1 + shift
        return month_of(index // 12, index % 12 + 1)
    if unit == "year":
        return years_of(today.year + shift)
    if unit == "decade":
        first = (today.year // 10 + shift) * 10
        return years_of(first, first + 9)
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


RELATIVE_FORMS = forms(
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
)
