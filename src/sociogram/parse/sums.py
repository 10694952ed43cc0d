"""A repair of how sums in a row are parsed: "sent $5 to Ann, $7 to Bob", "paid Ann $5 and Bob $7".

The parser hangs the second sum, or whom it is for, on the name before it; each is a part of the verb's own clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import Tokens, rehung, with_heads

_OBJECTS = frozenset({"dobj", "dative"})
_TOWARDS = frozenset({"to", "for"})
_NAMES = frozenset({"PROPN", "NOUN"})
_AMOUNTS = load_vocabulary("amounts")
_CURRENCIES = frozenset(name.split()[-1] for name in _AMOUNTS.values("currencies"))
_CODES = frozenset({
    *_AMOUNTS.words("codes"), *(sign for sign in _AMOUNTS.values("symbols") if sign[0].isalpha()),
})  # fmt: skip
"""What looks like a name before figures, and is a currency."""


@dataclass(frozen=True, slots=True)
class _Sum:
    """A sum's tokens from ``begin`` to before ``end``; ``head`` is the one that the others hang on."""

    begin: int
    end: int
    head: int


def rehang_sums(tokens: Tokens) -> Tokens:
    """``tokens`` with the later sums of a row, and whom they are for, where the first ones hang."""
    tokens = with_heads(tokens, dict(_parted(tokens)))
    head, dep = list(tokens.head), list(tokens.dep)
    first: _Sum | None = None
    for before, after in pairwise(_sums(tokens)):
        first = before if first is None or not _is_row(tokens, first, before) else first
        if dep[first.head] == "dobj" and _is_row(tokens, before, after):
            for token, above, label in _moves(tokens, first, before, after):
                head[token], dep[token] = above, label
    if tuple(head) == tokens.head:
        return tokens
    return rehung(tokens, head, dep)


def _parted(tokens: Tokens) -> Iterator[tuple[int, tuple[int, str]]]:
    """Who gets a sum that the parser took with its currency for one name: "paid Acme Bank CHF 5", "paid Ann Rs 5"."""
    for code in range(1, len(tokens) - 1):
        if (other := _before_words(tokens, code)) is not None:
            yield code - 1, (tokens.head[other], "dative")
        if tokens.text[code] not in _CODES or not tokens.text[code + 1][0].isdigit():
            continue
        name = code - 1
        held = tokens.head[name]
        counted = tokens.head[code + 1] == code
        if (
            tokens.dep[name] == "dobj"
            and tokens.dep[code] in _OBJECTS
            and held == tokens.head[code]
            and counted
        ):
            yield name, (held, "dative")
            yield code, (held, "dobj")
        if (
            tokens.dep[name] != "compound"
            or held not in {code, tokens.head[code]}
            or tokens.pos[name] != "PROPN"
        ):
            continue
        if tokens.dep[held] in _OBJECTS:
            yield name, (tokens.head[held], "dative")
            if held == code:
                yield code, (tokens.head[held], "dobj") if counted else (code + 1, "nmod")


def _before_words(tokens: Tokens, number: int) -> int | None:
    """The currency that figures at ``number`` count, if the name before hangs on it: "paid Ann 50 Swiss francs"."""
    currency, name = tokens.head[number], number - 1
    held = tokens.head[name] == currency and tokens.dep[name] in {"compound", "nmod"}
    if (
        tokens.dep[number] != "nummod"
        or not held
        or tokens.pos[name] != "PROPN"
        or tokens.dep[currency] != "dobj"
    ):
        return None
    return currency if tokens.lower[currency].removesuffix("s") in _CURRENCIES else None


def _sums(tokens: Tokens) -> Iterator[_Sum]:
    """The sums with a sign before their figures, or with a currency behind them."""
    place = 0
    while place < len(tokens):
        begin = place
        signed = tokens.tag[place] == "$"
        place += signed
        while place < len(tokens) and tokens.pos[place] == "NUM":
            place += 1
        if place == begin + signed:
            place = begin + 1
            continue
        named = place < len(tokens) and tokens.ent[place] == "MONEY" and tokens.pos[place] == "NOUN"
        place += named
        if signed or named:
            heads = [token for token in range(begin, place) if not begin <= tokens.head[token] < place]
            yield _Sum(begin, place, heads[0] if heads else begin)


def _is_row(tokens: Tokens, before: _Sum, after: _Sum) -> bool:
    """Whether both sums stand in one sentence with no verb between them."""
    return tokens.sentence[before.head] == tokens.sentence[after.head] and not any(
        tokens.pos[token] in {"VERB", "AUX"} for token in range(before.end, after.begin)
    )


def _moves(tokens: Tokens, first: _Sum, before: _Sum, after: _Sum) -> Iterator[tuple[int, int, str]]:
    """Tokens with their new heads and labels."""
    verb = tokens.head[first.head]
    behind = [_towards(tokens, each) for each in (first, before, after)]
    if all(preposition is not None for preposition in behind):
        preposition = behind[-1]
        if preposition is not None and tokens.head[preposition] != verb:
            yield preposition, verb, "prep"
            yield after.head, first.head, "conj"
        return
    # "paid Ann $5 and Bob $7": the second name is read as one that is coordinated with the verb.
    name, other = _name_before(tokens, first), _name_before(tokens, after)
    if name is None or other is None or tokens.dep[name] not in _OBJECTS or tokens.head[name] != verb:
        return
    if tokens.head[other] != name or tokens.dep[other] != "conj":
        yield other, name, "conj"
    yield after.head, first.head, "conj"


def _towards(tokens: Tokens, amount: _Sum) -> int | None:
    """The "to" or "for" right behind a sum, with a name of its own."""
    place = amount.end
    if place < len(tokens) and tokens.lower[place] in _TOWARDS and tokens.child(place, "pobj") is not None:
        return place
    return None


def _name_before(tokens: Tokens, amount: _Sum) -> int | None:
    """The name right before a sum."""
    place = amount.begin - 1
    return place if place >= 0 and tokens.pos[place] in _NAMES else None
