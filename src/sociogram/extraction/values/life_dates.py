"""Dates as biographies write them, as ISO dates of the precision that the words have."""

from __future__ import annotations

import re

from sociogram.extraction.values.times import find_times
from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary

_MONTHS = {name.lower(): number for name, number in load_vocabulary("times").values("months").items()}
_MONTH = rf"(?P<month{{n}}>{alternatives(name for name in _MONTHS if name.isalpha())})\b\.?"
_PATTERN = "|".join(
    (
        r"(?P<day1>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + _MONTH.format(n=1) + r",?\s+(?P<year1>\d{3,4})",
        _MONTH.format(n=2) + r"\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{3,4})",
        _MONTH.format(n=3) + r",?\s+(?P<year3>\d{4})",
        r"(?P<year4>[12]\d{3})",
    )
)
DATE = re.compile(rf"\b(?:{_PATTERN})(?![\d\w])", re.IGNORECASE)


def iso_date(match: re.Match[str]) -> str | None:
    """The ISO date of a match of ``DATE`` (``1963-03-13``, ``1963-03``, ``1963``), or ``None``."""
    for number in ("1", "2", "3", "4"):
        groups = match.groupdict()
        year = groups.get(f"year{number}")
        if year is None:
            continue
        name, day = groups.get(f"month{number}"), groups.get(f"day{number}")
        if name is None:
            return f"{int(year):04d}"
        month = _MONTHS[name.lower()[:3]]
        return f"{int(year):04d}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    return None


_OPEN = frozenset({"since", "after", "from", "as"})
"""First words of what goes on: a day without them has no end either."""


def date_value(text: str, published: str | None) -> str | None:
    """The day that ``text`` is, or ``text`` where more stands beside its year ("about 1954").

    Without a year it is the day or year that it means by the day of the document, if it does.
    """
    found = DATE.search(text)
    if found is not None:
        return (iso_date(found) if found.span() == (0, len(text)) else None) or text
    time = next((each.time for each in find_times(text, published)), None)
    if time is None or time.start is None:
        return None
    if time.end is None and time.text.split()[0].lower() in _OPEN:
        return None  # "since Monday" is no day
    first, last = time.start, time.end or time.start
    if first == last:
        return first
    return first[:4] if first[5:] == "01-01" and last == f"{first[:4]}-12-31" else None
