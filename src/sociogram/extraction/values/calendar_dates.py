"""Dates by the calendar: days, months, quarters, years and decades, with or without their year."""

from __future__ import annotations

import re
from datetime import date

from sociogram.extraction.values.intervals import (
    DAY,
    MONTH,
    YEAR,
    Interval,
    day_of,
    forms,
    month_number,
    month_of,
    nearest,
    number_in,
    years_of,
)
from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary

_WORDS = load_vocabulary("times")
_SEASON = alternatives(_WORDS.words("seasons"))
_NO_DAY = alternatives(_WORDS.words("counted-behind-day"))
_NO_YEAR = alternatives(_WORDS.words("counted-behind-year"))


def _iso(match: re.Match[str], _today: date | None, _future: bool) -> Interval | None:
    return day_of(int(match["y"]), int(match["m"]), int(match["d"]))


def _numeric(match: re.Match[str], _today: date | None, _future: bool) -> Interval | None:
    first, second, year = int(match["a"]), int(match["b"]), int(match["y"])
    return day_of(year, first, second) if first <= 12 else day_of(year, second, first)


def _full(match: re.Match[str], today: date | None, future: bool) -> Interval | None:
    month, day = month_number(match["month"]), number_in(match["d"])
    if match["y"]:
        return day_of(int(match["y"]), month, day)
    return nearest(month, day, today, future) if today else None


def _month_year(match: re.Match[str], today: date | None, future: bool) -> Interval | None:
    month = month_number(match["month"])
    if match["y"]:
        return month_of(int(match["y"]), month)
    if today is None:
        return None
    year = today.year
    if future and month < today.month:
        year += 1
    elif not future and month > today.month:
        year -= 1
    return month_of(year, month)


def _years(match: re.Match[str], _today: date | None, _future: bool) -> Interval | None:
    first = int(match["y"])
    second = match["z"]
    if not second:
        return years_of(first)
    last = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    return years_of(first, last) if last >= first else years_of(first)


def _decade(match: re.Match[str], _today: date | None, _future: bool) -> Interval | None:
    return years_of(int(match["y"]), int(match["y"]) + 9)


def _quarter(match: re.Match[str], today: date | None, _future: bool) -> Interval | None:
    words = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
    number = words[(match["q"] or match["w"]).lower()]
    year = int(match["y"]) if match["y"] else today.year if today else None
    if year is None:
        return None
    return date(year, 3 * number - 2, 1), month_of(year, 3 * number)[1]


CALENDAR_FORMS = forms(
    ("digit", r"\b(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)\b", _iso),
    ("digit", r"\b(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<y>\d{4})\b", _numeric),
    (
        "month",
        rf"\b{MONTH}\s+(?P<d>{DAY})\b(?!\s*(?:{_NO_DAY}))(?:,?\s+(?P<y>{YEAR})\b)?",
        _full,
    ),
    ("month", rf"\b(?P<d>{DAY})\s+(?:of\s+)?{MONTH}\b(?:,?\s+(?P<y>{YEAR})\b)?", _full),
    ("month", rf"\b{MONTH},?\s+(?:of\s+)?(?P<y>{YEAR})\b", _month_year),
    (
        "unit",
        rf"\b(?:Q(?P<q>[1-4])|(?P<w>first|second|third|fourth) quarter)(?:\s+(?:of\s+)?(?P<y>{YEAR}))?\b",
        _quarter,
    ),
    ("digit", rf"\bQ(?P<q>[1-4])(?P<w>)(?:\s+(?:of\s+)?(?P<y>{YEAR}))\b", _quarter),
    ("digit", r"\b(?P<y>(?:1[5-9]|20)\d0)['’]?s\b", _decade),
    (
        "digit",
        rf"(?P<lead>\b(?:between|from)\s+)(?P<y>{YEAR})\s+(?:and|to|until|through)\s+(?P<z>{YEAR})\b",
        _years,
    ),
    ("digit", rf"(?<![\d$€£,.-])\b(?P<y>{YEAR})\s?[–-]\s?(?P<z>(?:{YEAR}|\d\d))\b(?![,.]?\d)", _years),
    (
        "digit",
        r"(?P<lead>\b(?:since|until|till|by|before|after|from|during|through|throughout|in|as of|around)\s+)"
        rf"(?:the\s+(?:year|end|start|{_SEASON})\s+(?:of\s+)?)?(?:early |mid-?|late )?"
        rf"(?P<y>{YEAR})(?P<z>)\b(?![,.]?\d)(?!\s+(?:{_NO_YEAR}))",
        _years,
    ),
    ("digit", rf"\b(?:last|this|next|early|late)\s+(?=(?P<y>{YEAR})\b)(?P<z>){YEAR}", _years),
    (
        "month",
        r"(?P<lead>\b(?:in|since|until|by|before|after|from|during)\s+)(?:early |mid-?|late )?"
        rf"{MONTH}(?P<y>)\b(?!\s+\d)",
        _month_year,
    ),
    ("month", rf"\b(?:last|this|next)\s+(?:early |late )?{MONTH}(?P<y>)\b(?!\s+\d)", _month_year),
)
