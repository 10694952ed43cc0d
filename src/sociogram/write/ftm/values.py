"""Property values that FollowTheMoney accepts: clean, short enough, and only where they are valid."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from sociogram.ids import content_hash
from sociogram.write.text.xml_text import clean

Properties = dict[str, list[str]]
_ID = re.compile(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?", re.ASCII)
_LONGEST_ID = 120
"""Characters of an id; a longer one becomes a hash, so that no store has to cut it."""
_DATE = re.compile(r"[1-9]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
# RFC 3986 without what must be escaped; whatever is not plainly an address of a page is none.
_URL = re.compile(r"https?://[^\s\x00-\x20\x7f-\U0010ffff<>\"{}|\\^`]+")
_WIKIDATA = re.compile(r"Q[1-9]\d{0,15}", re.ASCII)
_QUOTES = "\"'“”‘’`«»"
NAME_CHARACTERS, STRING_CHARACTERS, TEXT_CHARACTERS, URL_CHARACTERS = 380, 1000, 5000, 2000
"""Lengths well below the limits of FollowTheMoney's types, in code points."""


def entity_id(kind: str, name: str) -> str:
    """``actor-elon-musk``; a name that an entity's id cannot hold gives a hash."""
    plain = f"{kind}-{name}"
    if len(plain) <= _LONGEST_ID and _ID.fullmatch(plain):
        return plain
    return f"{kind}-x.{content_hash(name)}"


def line(text: str | None, most: int = STRING_CHARACTERS) -> str:
    """``text`` on one line without control characters and surrogates, cut at ``most`` characters."""
    words = " ".join(clean(text or "").split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def name(text: str) -> str:
    """``text`` as a name, perhaps empty: FollowTheMoney strips quotation marks around it."""
    return line(text, NAME_CHARACTERS).strip(_QUOTES + " ")


def date(text: str | None) -> str:
    """``text`` if it is a date, a month or a year of four digits, else nothing."""
    if not text or not _DATE.fullmatch(text):
        return ""
    try:
        dt.date.fromisoformat((text + "-01-01")[:10])
    except ValueError:  # the thirtieth of February
        return ""
    return text


def url(text: str) -> str:
    """``text`` if it is the address of a page, else nothing."""
    if len(text) > URL_CHARACTERS or not _URL.fullmatch(text):
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.hostname and "." in parts.hostname and not parts.username else ""


def number(value: float) -> str:
    """``value`` in decimal digits without an exponent, or nothing where it is no number."""
    if not math.isfinite(value):
        return ""
    return str(int(value)) if value == int(value) else f"{value:.2f}"


def wikidata(text: str) -> str:
    """``text`` if it is an item of Wikidata, else nothing."""
    return text if _WIKIDATA.fullmatch(text) else ""


def properties(**values: str | Iterable[str]) -> Properties:
    """The values that are not empty, each once, in their order; a single text counts as one value."""
    found: Properties = {}
    for key, value in values.items():
        kept = list(dict.fromkeys(one for one in ([value] if isinstance(value, str) else value) if one))
        if kept:
            found[key.rstrip("_")] = kept
    return found
