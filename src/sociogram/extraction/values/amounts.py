"""Sums of money and counted quantities in running text."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

from sociogram.extraction.values.numbers import FIGURES, MONEY_FIGURES, WHOLE, is_doubtful, read_number
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
_BEFORE = r"(?<![\d$€£/:.,'’-])"
"""Before figures: that none stand before them."""
_DIGITS = rf"(?P<digits>{FIGURES}){WHOLE}"
_MONEY_DIGITS = rf"(?P<digits>{MONEY_FIGURES}){WHOLE}(?![-–]\d)"
_SPELLED = rf"(?P<spelled>\b(?:{alternatives(_SMALL)})\b)"
_LONG = rf"(?:{alternatives(_LONG_SCALES)})s?"
_SHORT = alternatives(_SHORT_SCALES)
_SCALE = rf"(?:[\s-]*(?P<scale>{_LONG}(?:[\s-]+{_LONG})?)\b|\s?(?P<short>{_SHORT})\b)"
_SYMBOL = "|".join(
    # "Rs 500" is rupees, "cars 500" is not.
    (r"(?<![A-Za-z])" if symbol[0].isalpha() else "") + re.escape(symbol)
    for symbol in sorted(_SYMBOLS, key=lambda symbol: (-len(symbol), symbol))
)
_WORD = rf"[\s-]+(?P<word>{alternatives(_CURRENCIES)})s?\b"
_MORE = r"(?P<more>\s+or\s+more\b)?"
_HIGH = rf"(?P<high>{MONEY_FIGURES}){WHOLE}(?:[\s-]*(?P<high_scale>{_LONG})\b|\s?(?P<high_short>{_SHORT})\b)?"
_LOW = rf"(?P<digits>{MONEY_FIGURES}){WHOLE}{_SCALE}?"

_RANGES = (
    re.compile(
        rf"(?<!from )(?:\bbetween\s+)?(?P<symbol>{_SYMBOL})\s?{_LOW}"
        rf"(?:\s?[-–—]\s?(?:{_SYMBOL})?|\s+(?:to|and)\s+(?:{_SYMBOL}))\s?{_HIGH}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!from )(?:\bbetween\s+)?\b(?P<code>{alternatives(_CODES)})\s?{_LOW}"
        rf"(?:\s?[-–—]\s?(?:{alternatives(_CODES)})?|\s+(?:to|and)\s+(?:{alternatives(_CODES)}))\s?{_HIGH}"
    ),
    re.compile(
        rf"(?<!from )(?<![\d.,'’-])(?:\bbetween\s+)?\b{_LOW}(?:\s?[-–—]\s?|\s+(?:to|and)\s+){_HIGH}(?:{_WORD})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!from )(?<![\d$€£₹/:.,'’-])(?:\bbetween\s+)?\b{_LOW}(?:\s?[-–—]\s?|\s+(?:to|and)\s+)"
        rf"(?P<high>{FIGURES}){WHOLE}[\s-]*(?P<high_scale>{_LONG})\b(?P<high_short>)",
        re.IGNORECASE,
    ),
)
"""From one sum to another; "from $3 to $4" tells of two sums, and "$3 and $4" of two as well."""
_MONEY = (
    re.compile(
        rf"{_QUALIFIER}(?P<symbol>{_SYMBOL})\s?{_MONEY_DIGITS}{_SCALE}?"
        rf"(?:\s+(?P<word>U\.?S\.? dollar)s?)?{_MORE}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_QUALIFIER}\b(?P<code>{alternatives(_CODES)})\s?{_MONEY_DIGITS}{_SCALE}?{_MORE}"),
    re.compile(
        rf"{_QUALIFIER}{_BEFORE}\b{_MONEY_DIGITS}{_SCALE}?\s?(?P<code>{alternatives(_CODES)})\b{_MORE}"
    ),
    re.compile(rf"{_QUALIFIER}{_BEFORE}\b{_MONEY_DIGITS}{_SCALE}?(?:{_WORD}){_MORE}", re.IGNORECASE),
    re.compile(
        rf"{_QUALIFIER}{_BEFORE}\b{_MONEY_DIGITS}{_SCALE}?\s?(?P<symbol>[€£₽₴₺₹])(?!\s?\d){_MORE}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_QUALIFIER}{_SPELLED}{_SCALE}?(?:{_WORD}){_MORE}", re.IGNORECASE),
)
_COUNTS = (
    re.compile(
        rf"{_QUALIFIER}(?<![\d$€£₹/:.,'’-])\b{_DIGITS}{_SCALE}?(?P<percent>\s?%|\s+percent\b|\s+per\s?cent\b)?{_MORE}",
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
    taken = bytearray(len(text))
    for hint, patterns, read in _FORMS:
        if hint is not None and not hint.search(text):
            continue
        for pattern in patterns:
            for match in pattern.finditer(text):
                amount = None if any(taken[match.start() : match.end()]) else read(match)
                if amount is not None:
                    found.append(amount)
                    taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return sorted(found, key=lambda item: item.start)


_SPELLED_HINT = re.compile(rf"\b(?:{alternatives([*_LONG_SCALES, *_COUNTING, *_HINTS])})", re.IGNORECASE)


_MONEY_HINT = re.compile(
    rf"[{re.escape(''.join(symbol[-1] for symbol in _SYMBOLS if not symbol[-1].isalpha() and symbol[-1] != '.'))}]"
    rf"|\bRs|{alternatives(_CODES)}|(?i:{alternatives(_CURRENCIES)})"
)
_RANGE_HINT = re.compile(r"\d[^.,;()]{0,20}(?:[-–—]|to|and)[^.,;()\d]{0,6}\d")


def _range(match: re.Match[str]) -> FoundAmount | None:
    """From one sum to another, of which the claim is that it is at least the first; ``None`` if it does not rise."""
    groups = match.groupdict()
    between = match.group().lower().startswith("between")
    if (" and " in match.group()) != between:
        return None
    scale, high_scale = groups["scale"] or groups["short"], groups["high_scale"] or groups["high_short"]
    low = read_number(groups["digits"]) * _worth(scale or high_scale)
    if not low < read_number(groups["high"]) * _worth(high_scale):
        return None
    amount = Amount(
        value=round(low, 2), currency=_currency(groups), qualifier="at least", text=match.group().strip()
    )
    return FoundAmount(match.start(), match.end(), match.start("digits"), amount)


def _amount(match: re.Match[str]) -> FoundAmount | None:
    groups = match.groupdict()
    spelled, scale = groups.get("spelled"), groups.get("scale") or groups.get("short")
    if not spelled and not scale and not groups.get("percent") and is_doubtful(groups["digits"]):
        return None
    number = _SMALL[" ".join(spelled.lower().split())] if spelled else read_number(groups["digits"])
    qualifier = groups.get("qualifier")
    known = _QUALIFIERS[" ".join(qualifier.lower().split())] if qualifier else None
    if groups.get("more"):
        known = "at least"
    begin = match.start("spelled") if spelled else match.start("digits")
    amount = Amount(
        value=round(number * _worth(scale), 2),
        currency=_currency(groups),
        qualifier=known,
        text=match.group().strip(),
    )
    return FoundAmount(match.start(), match.end(), begin, amount)


_FORMS = ((_RANGE_HINT, _RANGES, _range), (_MONEY_HINT, _MONEY, _amount), (None, _COUNTS, _amount))
"""What must stand in a text for forms to be searched, the forms, and how a match is read."""


def _worth(scale: str | None) -> float:
    """What the words of a scale are worth, multiplied: "lakh crore"."""
    words = re.split(r"[\s-]+", scale.lower()) if scale else []
    return math.prod(_SCALES.get(word, _SCALES.get(word.removesuffix("s"), 1.0)) for word in words)


def _currency(groups: dict[str, str | None]) -> str | None:
    if symbol := groups.get("symbol"):
        return _SYMBOLS.get(symbol.upper(), _SYMBOLS.get(symbol, _SYMBOLS.get(symbol.capitalize())))
    if code := groups.get("code"):
        return code
    if word := groups.get("word"):
        return _CURRENCIES.get(word.lower().replace("u.s", "us").replace(".", ""), "USD")
    return None
