"""Bodies that are called by a number: "Unit 74455", "Police Battalion 101", "Teamsters Local 282".

The model takes few of them for names, and their numbers for quantities.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from sociogram.parse.tokens import Tokens

_DIGITS: Mapping[str, int] = load_vocabulary("mentions").values("numbered-bodies")
_MOST_DIGITS = 6


def find_numbered_bodies(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """The spans of tokens of such names: the noun in capitals, names before it that hang on it, and the number."""
    for number in range(1, len(tokens)):
        noun, digits = number - 1, tokens.text[number]
        fewest = _DIGITS.get(tokens.lower[noun])
        if fewest is None or not (
            digits.isascii() and digits.isdigit() and fewest <= len(digits) <= _MOST_DIGITS
        ):
            continue
        if not tokens.text[noun][0].isupper() or tokens.sentence[noun] != tokens.sentence[number]:
            continue
        first = noun
        while _belongs(first - 1, noun, tokens):
            first -= 1
        yield first, number + 1


def _belongs(token: int, noun: int, tokens: Tokens) -> bool:
    """Whether the word is a name right before the noun that hangs on it: "*Teamsters* Local"."""
    return (
        token >= 0
        and tokens.pos[token] == "PROPN"
        and tokens.dep[token] in {"compound", "nmod"}
        and tokens.head[token] == noun
        and tokens.text[token][0].isupper()
    )
