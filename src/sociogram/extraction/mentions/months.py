"""Months that are names, and dates at the start of a span: "his wife, *June*,", "Theresa *May*, 59,"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_LONGEST_AGE = 3
"""Digits of an age."""


def is_named_relative(first: int, last: int, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a month is the first name of the person that it stands beside: "his wife, *June*,"."""
    person = tokens.head[first]
    return (
        last - first == 1
        and tokens.dep[first] == "appos"
        and tokens.text[first] in lists.first_names
        and lists.nouns.get(tokens.lemma[person].lower()) == "Person"
    )


def aged_bearer(month: int, tokens: Tokens, lists: ActorLists) -> int | None:
    """The first token of a name whose surname the model took for a month, with an age behind: "Theresa *May, 59*,"."""
    behind = month + 2
    if tokens.lower[month] not in lists.words["month"] and tokens.text[month] != "May":
        return None
    aged = behind + 1 < len(tokens) and tokens.text[month + 1] == "," == tokens.text[behind + 1]
    if not aged or not tokens.text[behind].isdecimal() or len(tokens.text[behind]) > _LONGEST_AGE:
        return None
    first = month
    while first and tokens.pos[first - 1] == "PROPN" and tokens.dep[first - 1] == "compound":
        first -= 1
    return first if first < month else None


def calendar_part(first: int, last: int, tokens: Tokens) -> tuple[int, int]:
    """The month, day and year at the start of the span."""
    end = first + 1
    while end < last and (
        tokens.text[end].isdigit()
        or (tokens.text[end] == "," and end + 1 < last and tokens.text[end + 1].isdigit())
    ):
        end += 1
    return first, end
