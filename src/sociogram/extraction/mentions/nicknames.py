"""Nicknames in quotation marks within a person's name, and before the surname: Ann "Nan" Lee, "Nan" Lee.

One first name in brackets between a first name and a surname is one, too: William (Bill) Lee.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.knowledge.actor_lists import load_actor_lists

if TYPE_CHECKING:
    from sociogram.parse.tokens import Entity, Tokens

QUOTE_MARKS = {'"': '"', "“": "”", "«": "»", "‘": "’", "'": "'", "``": "''"}
"""Opening quotation marks with the mark that closes them."""
_LONGEST_NICKNAME = 3
"""Words of a nickname within a name: "Dwayne 'The Rock' Johnson", "Vito 'Man of Iron' Moretti"."""
_IN_NICKNAME = frozenset({"the", "of", "de", "el", "la"})
"""Words in small letters that a nickname may hold."""


def nickname_end(token: int, tokens: Tokens) -> int | None:
    """The token behind the nickname in quotation marks at ``token``: Samuel D. *"Sam"* Lee; else ``None``.

    Capitalised words stand before, between and behind the marks, all in one sentence.
    """
    if token == 0 or not is_capitalised(token - 1, tokens):
        return None
    behind = bracketed_end(token, tokens) if tokens.text[token] == "(" else quoted_end(token, tokens)
    one = behind is not None and tokens.sentence[token - 1] == tokens.sentence[behind]
    return behind if one else None


def quoted_end(token: int, tokens: Tokens) -> int | None:
    """The capitalised name behind the few capitalised words in quotation marks at ``token``, or ``None``."""
    closing = QUOTE_MARKS.get(tokens.text[token])
    if closing is None:
        return None
    for close in range(token + 2, min(token + 2 + _LONGEST_NICKNAME, len(tokens) - 1)):
        if tokens.text[close] == closing:
            inside = is_capitalised(close - 1, tokens) and all(
                is_capitalised(word, tokens) or tokens.text[word] in _IN_NICKNAME
                for word in range(token + 1, close)
            )
            behind = is_capitalised(close + 1, tokens) and tokens.pos[close + 1] == "PROPN"
            return close + 1 if inside and behind else None
    return None


def bracketed_end(token: int, tokens: Tokens) -> int | None:
    """The name behind the one first name in the brackets at ``token``, which is behind a first name, or ``None``."""
    if token + 3 >= len(tokens) or tokens.text[token + 2] != ")":
        return None
    first_names = load_actor_lists().first_names
    both = tokens.text[token - 1] in first_names and tokens.text[token + 1] in first_names
    behind = is_capitalised(token + 3, tokens) and tokens.pos[token + 3] == "PROPN"
    return token + 3 if both and behind else None


def is_capitalised(token: int, tokens: Tokens) -> bool:
    """Whether the token is a word that begins with a capital."""
    return tokens.text[token][0].isupper()


def nicknamed(entity: Entity, tokens: Tokens) -> tuple[int, int]:
    """The bounds of a person's name with a nickname within it or before it: Ann *"Nan"* Lee, *"Nan"* Lee."""
    first, last = entity.first, entity.last
    for opening in range(first + 1, last + 1):
        behind = nickname_end(opening, tokens) if opening < len(tokens) else None
        if behind is not None and behind >= last:
            return first, surname_end(behind, tokens)
    for opening in range(max(0, first - _LONGEST_NICKNAME - 2), first - 2):
        if quoted_end(opening, tokens) == first and tokens.pos[first - 2] == "PROPN":
            return given_start(opening, tokens), last
    return first, last


def given_start(opening: int, tokens: Tokens) -> int:
    """The first of the capitalised names right before the nickname that opens at ``opening``."""
    first = opening
    while (
        first > 0
        and tokens.pos[first - 1] == "PROPN"
        and is_capitalised(first - 1, tokens)
        and tokens.sentence[first - 1] == tokens.sentence[opening]
    ):
        first -= 1
    return first


def surname_end(last: int, tokens: Tokens) -> int:
    """The end of the capitalised names from the token ``last`` on, in its sentence."""
    sentence = tokens.sentence[last]
    while (
        last < len(tokens)
        and tokens.pos[last] == "PROPN"
        and is_capitalised(last, tokens)
        and tokens.sentence[last] == sentence
    ):
        last += 1
    return last
