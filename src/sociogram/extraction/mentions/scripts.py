"""Names in other scripts than the Latin one, of which the model knows little."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.board import Name
from sociogram.extraction.mentions.kinds import ORGANIZATIONS, PLACES

if TYPE_CHECKING:
    from sociogram.parse.tokens import Tokens

_BRACKETS = frozenset("([")
_ALONE = ORGANIZATIONS | PLACES | {"Person"}
_PERSONS_WORDS = range(2, 4)
"""Words of a person's full name."""


def foreign_name(first: int, last: int, kind: str, tokens: Tokens) -> Name | None:
    """The name in another script that stands alone, not beside its Latin form in brackets; else ``None``.

    The model guesses in other scripts: a name of two words or three that is no place is taken for a person's, and
    of a single word it is believed for a person, a body or a place.
    """
    words = tokens.text[first:last]
    if not all(word.isalpha() for word in words) or (first and tokens.text[first - 1] in _BRACKETS):
        return None
    if len(words) == 1 and kind not in _ALONE:
        return None
    person = len(words) in _PERSONS_WORDS and kind not in PLACES
    return Name(first, last, "Person" if person else kind)


def is_caseless(word: str) -> bool:
    """Whether ``word`` is of a script that sets no capitals, as Hebrew, Arabic, Georgian and Chinese are."""
    letter = word[0]
    return unicodedata.category(letter) == "Lo" or unicodedata.name(letter, "").startswith("GEORGIAN")


def caseless_run(first: int, last: int, tokens: Tokens) -> tuple[int, int]:
    """The span with the words of its script without capitals around it, of which the model may see some only."""
    if not is_caseless(tokens.text[first]):
        return first, last
    sentence = tokens.sentence[first]
    while first and is_caseless(tokens.text[first - 1]) and tokens.sentence[first - 1] == sentence:
        first -= 1
    while last < len(tokens) and is_caseless(tokens.text[last]) and tokens.sentence[last] == sentence:
        last += 1
    return first, last
