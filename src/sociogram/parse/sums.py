"""A repair of how sums in a row are parsed: "sent $5 to Ann, $7 to Bob", "paid Ann $5 and Bob $7".

The parser hangs the second sum, or whom it is for, on the name before it; each is a part of the verb's own clause.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sociogram.parse.tokens import Tokens, read_subtrees

_OBJECTS = frozenset({"dobj", "dative"})
_TOWARDS = frozenset({"to", "for"})
_NAMES = frozenset({"PROPN", "NOUN"})


def rehang_sums(tokens: Tokens) -> Tokens:
    """``tokens`` with the later sums of a row, and whom they are for, where the first ones hang."""
    sums = [
        token
        for token in range(1, len(tokens))
        if tokens.tag[token - 1] == "$" and tokens.pos[token] == "NUM"
    ]
    head, dep = list(tokens.head), list(tokens.dep)
    first: int | None = None
    for before, after in pairwise(sums):
        first = before if first is None or not _is_row(tokens, first, before) else first
        if dep[first] == "dobj" and _is_row(tokens, before, after):
            for token, above, label in _moves(tokens, first, before, after):
                head[token], dep[token] = above, label
    if tuple(head) == tokens.head:
        return tokens
    children, left, right = read_subtrees(head)
    return replace(tokens, head=tuple(head), dep=tuple(dep), children=children, left=left, right=right)


def _is_row(tokens: Tokens, before: int, after: int) -> bool:
    """Whether both sums stand in one sentence with no verb between them."""
    return tokens.sentence[before] == tokens.sentence[after] and not any(
        tokens.pos[token] in {"VERB", "AUX"} for token in range(before, after)
    )


def _moves(tokens: Tokens, first: int, before: int, after: int) -> Iterator[tuple[int, int, str]]:
    """Tokens with their new heads and labels."""
    verb = tokens.head[first]
    behind = [_towards(tokens, each) for each in (first, before, after)]
    if all(preposition is not None for preposition in behind):
        preposition = behind[-1]
        if preposition is not None and tokens.head[preposition] != verb:
            yield preposition, verb, "prep"
            yield after, first, "conj"
        return
    # "paid Ann $5 and Bob $7": the second name is read as one that is coordinated with the verb.
    name, other = _name_before(tokens, first), _name_before(tokens, after)
    if name is None or other is None or tokens.dep[name] not in _OBJECTS or tokens.head[name] != verb:
        return
    if tokens.head[other] != name or tokens.dep[other] != "conj":
        yield other, name, "conj"
    yield after, first, "conj"


def _towards(tokens: Tokens, amount: int) -> int | None:
    """The "to" or "for" right behind a sum, and its scale, with a name of its own."""
    place = amount + 1
    while place < len(tokens) and tokens.pos[place] == "NUM":
        place += 1
    if place < len(tokens) and tokens.lower[place] in _TOWARDS and tokens.child(place, "pobj") is not None:
        return place
    return None


def _name_before(tokens: Tokens, amount: int) -> int | None:
    """The name right before a sum and its sign."""
    place = amount - 2
    return place if place >= 0 and tokens.pos[place] in _NAMES else None
