"""Sums of money and counted quantities in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sociogram.model import Amount

_SYMBOLS = {
    "US$": "USD", "A$": "AUD", "AU$": "AUD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "R$": "BRL", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW",
    "₪": "ILS", "₺": "TRY",
}  # fmt: skip
_CODES = "USD EUR GBP JPY CHF CAD AUD CNY RUB UAH INR SEK NOK DKK PLN BRL KRW ILS TRY MXN ZAR".split()  # noqa: SIM905
_WORDS = {
    "dollar": "USD", "u.s. dollar": "USD", "us dollar": "USD", "american dollar": "USD", "canadian dollar": "CAD",
    "australian dollar": "AUD", "euro": "EUR", "pound": "GBP", "british pound": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "ruble": "RUB", "rouble": "RUB", "rupee": "INR", "hryvnia": "UAH", "swiss franc": "CHF",
    "franc": "CHF", "krona": "SEK", "krone": "NOK", "zloty": "PLN", "peso": "MXN", "shekel": "ILS", "lira": "TRY",
    "won": "KRW", "rand": "ZAR", "buck": "USD",
}  # fmt: skip
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6, "billion": 1e9,
    "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
_TO_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip
_SMALL = {word: float(number) for number, word in enumerate(_TO_TWENTY)} | {
    "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0, "seventy": 70.0, "eighty": 80.0, "ninety": 90.0,
    "a": 1.0, "an": 1.0, "half": 0.5, "a half": 0.5, "half a": 0.5, "a quarter": 0.25, "quarter": 0.25,
    "three-quarters of a": 0.75, "a quarter of a": 0.25, "a dozen": 12.0, "dozen": 12.0,
}  # fmt: skip
_QUALIFIERS = {
    "at least": "at least", "no less than": "at least", "no fewer than": "at least", "not less than": "at least",
    "a minimum of": "at least", "upwards of": "at least",
    "at most": "up to", "up to": "up to", "as much as": "up to", "as many as": "up to", "no more than": "up to",
    "a maximum of": "up to",
    "more than": "more than", "over": "more than", "in excess of": "more than", "above": "more than",
    "greater than": "more than",
    "less than": "less than", "fewer than": "less than", "under": "less than", "below": "less than",
    "nearly": "nearly", "almost": "nearly", "close to": "nearly", "just under": "nearly",
    "about": "about", "around": "about", "roughly": "about", "approximately": "about", "some": "about",
    "circa": "about", "an estimated": "estimated", "estimated": "estimated",
}  # fmt: skip


def _alternatives(words: Iterable[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word) for word in ordered)


_QUALIFIER = rf"(?:\b(?P<qualifier>{_alternatives(_QUALIFIERS)})\s+(?:a\s+total\s+of\s+)?(?:another\s+)?)?"
_DIGITS = r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
_SPELLED = rf"(?P<spelled>\b(?:{_alternatives(_SMALL)})\b)"
_SCALE = r"(?:[\s-]*(?P<scale>hundred|thousand|million|billion|trillion)s?\b|\s?(?P<short>bn|mn|mln|tn|trn|[kmb])\b)"
_WORD = rf"[\s-]+(?P<word>{_alternatives(_WORDS)})s?\b"
_MORE = r"(?P<more>\s+or\s+more\b)?"

_MONEY = (
    re.compile(
        rf"{_QUALIFIER}(?P<symbol>{_alternatives(_SYMBOLS)})\s?{_DIGITS}{_SCALE}?"
        rf"(?:\s+(?P<word>U\.?S\.? dollar)s?)?{_MORE}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_QUALIFIER}\b(?P<code>{'|'.join(_CODES)})\s?{_DIGITS}{_SCALE}?{_MORE}"),
    re.compile(rf"{_QUALIFIER}\b{_DIGITS}{_SCALE}?\s?(?P<code>{'|'.join(_CODES)})\b{_MORE}"),
    re.compile(rf"{_QUALIFIER}\b{_DIGITS}{_SCALE}?(?:{_WORD}){_MORE}", re.IGNORECASE),
    re.compile(rf"{_QUALIFIER}{_SPELLED}{_SCALE}?(?:{_WORD}){_MORE}", re.IGNORECASE),
)
_COUNTS = (
    re.compile(
        rf"{_QUALIFIER}(?<![\d$€£/:.-])\b{_DIGITS}{_SCALE}?(?P<percent>\s?%|\s+percent\b|\s+per\s?cent\b)?{_MORE}",
        re.IGNORECASE,
    ),
    re.compile(rf"{_QUALIFIER}{_SPELLED}{_SCALE}{_MORE}", re.IGNORECASE),
    re.compile(
        rf"{_QUALIFIER}(?P<spelled>\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|"
        rf"fifty|sixty|seventy|eighty|ninety|a dozen))\b{_MORE}",
        re.IGNORECASE,
    ),
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


_SPELLED_HINT = re.compile(
    r"\b(?:dozen|hundred|thousand|million|billion|trillion|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dollars?|euros?|pounds?)",
    re.IGNORECASE,
)


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
        return _WORDS.get(word.lower().replace("u.s", "us").replace(".", ""), "USD")
    return None
