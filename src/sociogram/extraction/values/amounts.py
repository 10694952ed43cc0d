"""Sums of money and counted quantities in running text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Amount

_WORDS = load_vocabulary("amounts")
_SYMBOLS: Mapping[str, str] = _WORDS.values("symbols")
_CODES = _WORDS.ordered("codes")
_CURRENCIES: Mapping[str, str] = _WORDS.values("currencies")
_LONG_SCALES = _WORDS.values("scales")
_SHORT_SCALES = _WORDS.values("short-scales")
_SCALES = {word: float(worth) for word, worth in {**_LONG_SCALES, **_SHORT_SCALES}.items()}
_SMALL = {word: float(number) for word, number in _WORDS.values("numbers").items()}
_COUNTING = _WORDS.ordered("counting-numbers")
_HINTS = _WORDS.words("hints")
_QUALIFIERS = _WORDS.values("qualifiers")

_QUALIFIER = rf"(?:\b(?P<qualifier>{alternatives(_QUALIFIERS)})\s+(?:a\s+total\s+of\s+)?(?:another\s+)?)?"
_DIGITS = r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SPELLED = rf"(?P<spelled>\b(?:{alternatives(_SMALL)})\b)"
_SCALE = (
    rf"(?:[\s-]*(?P<scale>{alternatives(_LONG_SCALES)})s?\b|\s?(?P<short>{alternatives(_SHORT_SCALES)})\b)"
)
_WORD = rf"[\s-]+(?P<word>{alternatives(_CURRENCIES)})s?\b"
_MORE = r"(?P<more>\s+or\s+more\b)?"

_MONEY = (
    re.compile(
        rf"{_QUALIFIER}(?P<symbol>{alternatives(_SYMBOLS)})\s?{_DIGITS}{_SCALE}?"
        rf"(?:\s+(?P<word>U\.?S\.? dollar)s?)?{_MORE}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_QUALIFIER}\b(?P<code>{alternatives(_CODES)})\s?{_DIGITS}{_SCALE}?{_MORE}"),
    re.compile(rf"{_QUALIFIER}\b{_DIGITS}{_SCALE}?\s?(?P<code>{alternatives(_CODES)})\b{_MORE}"),
    re.compile(rf"{_QUALIFIER}\b{_DIGITS}{_SCALE}?(?:{_WORD}){_MORE}", re.IGNORECASE),
    re.compile(rf"{_QUALIFIER}{_SPELLED}{_SCALE}?(?:{_WORD}){_MORE}", re.IGNORECASE),
)
_COUNTS = (
    re.compile(
        rf"{_QUALIFIER}(?<![\d$€£/:.-])\b{_DIGITS}{_SCALE}?(?P<percent>\s?%|\s+percent\b|\s+per\s?cent\b)?{_MORE}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_QUALIFIER}{_SPELLED}{_SCALE}{_MORE}", re.IGNORECASE),
    re.compile(rf"{_QUALIFIER}(?P<spelled>\b(?:{alternatives(_COUNTING)}))\b{_MORE}", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class FoundAmount:
    """An amount and its place in the text that was searched, half-open; ``number`` is where its number begins."""

    start: int
    end: int
    number: int
    amount: Amount


def find_amounts(text: str) -> list[FoundAmount]:
    """The amounts of ``text`` in their order, money first where two overlap.

    A bare number has no currency; whether it is a year or a date is for the caller to know.
    """
    found: list[FoundAmount] = []
    if not any(character.isdigit() for character in text) and not _SPELLED_HINT.search(text):
        return found
    for pattern in (*_MONEY, *_COUNTS):
        for match in pattern.finditer(text):
            if any(match.start() < other.end and other.start < match.end() for other in found):
                continue
            found.append(_amount(match))
    return sorted(found, key=lambda item: item.start)


_SPELLED_HINT = re.compile(rf"\b(?:{alternatives([*_LONG_SCALES, *_COUNTING, *_HINTS])})", re.IGNORECASE)


def _amount(match: re.Match[str]) -> FoundAmount:
    groups = match.groupdict()
    spelled = groups.get("spelled")
    number = (
        _SMALL[" ".join(spelled.lower().split())] if spelled else float(groups["digits"].replace(",", ""))
    )
    scale = groups.get("scale") or groups.get("short")
    value = number * (_SCALES[scale.lower()] if scale else 1.0)
    qualifier = groups.get("qualifier")
    known = _QUALIFIERS[" ".join(qualifier.lower().split())] if qualifier else None
    if groups.get("more"):
        known = "at least"
    begin = match.start("spelled") if spelled else match.start("digits")
    amount = Amount(
        value=round(value, 2), currency=_currency(groups), qualifier=known, text=match.group().strip()
    )
    return FoundAmount(match.start(), match.end(), begin, amount)


def _currency(groups: dict[str, str | None]) -> str | None:
    if symbol := groups.get("symbol"):
        return _SYMBOLS.get(symbol.upper(), _SYMBOLS.get(symbol))
    if code := groups.get("code"):
        return code
    if word := groups.get("word"):
        return _CURRENCIES.get(word.lower().replace("u.s", "us").replace(".", ""), "USD")
    return None
