"""Numbers in figures, as they are written in several countries: 1,200,000, 1,50,000, 1'200'000, 1.200.000,50."""

from __future__ import annotations

import re

FIGURES = (
    r"(?:\d{1,3}(?:,\d{3}){1,6}(?:\.\d+)?|\d{1,2}(?:,\d\d){1,7},\d{3}(?:\.\d+)?|\d{1,3}(?:['’]\d{3}){1,6}(?:[.,]\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,6}(?:,\d+)?|\d{1,3}\.\d{3},\d\d?|\d+(?:\.\d+)?)"
)
"""Groups of three, of two and three as in India, by apostrophes as in Switzerland, by points as on the Continent."""
MONEY_FIGURES = rf"(?:\d{{1,3}}(?: \d{{3}}){{1,6}}(?:[.,]\d\d?)?|\d+,\d\d?(?![\d,])|{FIGURES})"
"""Those and, where a currency shows that one number is meant, groups by blanks and a comma before the fraction."""
WHOLE = r"(?![.,'’]?\d)"
"""Behind figures: that they do not go on, so that no part of an odd number is read."""
_FRACTION_BY_COMMA = re.compile(r"(?:\d+|[^.' ’]*[.' ’].*),\d\d?$")
_GROUPS_BY_POINT = re.compile(r"\d{1,3}(?:\.\d{3}){2,}$")
_THREE_PLACES = re.compile(r"[1-9]\d{0,2}\.\d{3}$")


def read_number(figures: str) -> float:
    """The number that ``figures``, which match ``MONEY_FIGURES``, stand for."""
    whole, fraction = figures, ""
    if _FRACTION_BY_COMMA.match(figures):
        whole, fraction = figures.rsplit(",", 1)
        whole = whole.replace(".", "")
    elif _GROUPS_BY_POINT.match(figures):
        whole = figures.replace(".", "")
    return float(re.sub(r"[,'’ ]", "", whole) + ("." + fraction if fraction else ""))


def is_doubtful(figures: str) -> bool:
    """Whether it may be a group or a fraction that follows the point: 1.200 is 1,200 to some and 1.2 to others."""
    return _THREE_PLACES.match(figures) is not None
