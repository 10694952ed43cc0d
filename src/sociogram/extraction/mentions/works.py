"""Titles of works in quotation marks: the film "Some Title", a novel entitled “Another”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.mentions.nicknames import QUOTE_MARKS, nickname_end
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_OPENING = frozenset({'"', "“", "„", "«", "``"})
_CLOSING = frozenset({'"', "”", "“", "»", "''"})
_NO_TITLED_WORKS = load_vocabulary("mentions").words("no-titled-works")
_CLOSING_OF = {**{opening: (opening, closing) for opening, closing in QUOTE_MARKS.items()}, "''": ("''", '"')}
"""The marks that close what an opening one begins; two apostrophes open too."""
_SHOWING = load_vocabulary("mentions").words("showing-verbs")
_LONGEST = 12
"""Tokens between the quotation marks of a title; longer ones are quotations."""
_REACH = 4
"""Tokens before the mark in which a noun for a work stands: "the film, called"."""


def find_quoted_works(tokens: Tokens, lists: ActorLists) -> Iterator[tuple[int, int]]:
    """Half-open spans of tokens between quotation marks that are a work's title.

    What stands before the mark must be a noun for a work or a word such as "entitled", or the
    model must have seen a work inside; each longer word must be capitalised. A person's nickname
    between two of his names is none.
    """
    token, count = 0, len(tokens)
    while token < count:
        if tokens.text[token] not in _OPENING:
            token += 1
            continue
        close = next(
            (end for end in range(token + 1, min(count, token + _LONGEST)) if tokens.text[end] in _CLOSING),
            None,
        )
        if close is None:
            token += 1
            continue
        last = close
        while last > token + 1 and tokens.text[last - 1] in {",", "."}:
            last -= 1
        nickname = tokens.ent[token - 1] == "PERSON" and nickname_end(token, tokens) is not None
        if nickname:
            token = close + 1
        elif is_title_case(token + 1, last, tokens) and is_announced(token, last, tokens, lists):
            yield token + 1, last
            token = close + 1
        else:
            token += 1


def is_title_case(first: int, last: int, tokens: Tokens) -> bool:
    """Whether the span has a word and each word of over three letters begins with a capital."""
    words = [word for word in tokens.text[first:last] if word[0].isalpha()]
    if not words or not words[0][0].isupper():
        return False
    return all(word[0].isupper() for word in words if len(word) > 3) and not any(
        tokens.pos[token] == "AUX" and tokens.text[token][0].islower() for token in range(first, last)
    )


def is_announced(mark: int, last: int, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a noun for a work or "entitled" stands shortly before the quotation mark."""
    if any(tokens.ent[token] == "WORK_OF_ART" for token in range(mark + 1, last)) and last - mark > 2:
        return True
    for token in range(mark - 1, max(-1, mark - _REACH), -1):
        lower = tokens.lower[token]
        if (lower in lists.words["titling"] and last - mark > 2) or (
            lists.nouns.get(lower) == "Work" and lower not in _NO_TITLED_WORKS
        ):
            return True
        if tokens.pos[token] == "VERB" or tokens.text[token] in {".", ";"}:
            return False
    return False


def is_shown(first: int, last: int, tokens: Tokens) -> bool:
    """Whether the name stands alone in quotation marks, and is what somebody shows: "streams “Some Name”"."""
    before, behind = first - 1, last
    if behind < len(tokens) and tokens.text[behind] in {",", "."}:
        behind += 1
    if (
        before < 0
        or behind >= len(tokens)
        or tokens.text[behind] not in _CLOSING_OF.get(tokens.text[before], ())
    ):
        return False
    head = last - 1
    return tokens.dep[head] in {"dobj", "nsubjpass"} and tokens.lemma[tokens.head[head]].lower() in _SHOWING
