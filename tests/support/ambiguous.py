"""Which regular expressions can take time without a bound: those that can read the same words in many ways.

A repetition is ambiguous where its body can be cut in two ways: it may be nothing (``(a*)*``), it ends with a
repetition of what it can begin with (``(ab*a*)*``), or it is a choice of alternatives that begin alike. These forms
are found, over a sample of the characters that patterns tell apart; it is a check for tests and no proof, and time
that grows with a power of the length (``a*a*b``) is not looked for.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

ALPHABET = [*map(chr, range(9, 14)), *map(chr, range(32, 256)), *"“”‘’–—…•İſ\u2028中\u0301", "\ud800"]
"""A sample of the characters that patterns tell apart."""
ENDLESS = 30
"""Repetitions that are counted from here on are as good as endless: 2 to that power is."""
_CATEGORY = {c.CATEGORY_DIGIT: r"\d", c.CATEGORY_NOT_DIGIT: r"\D", c.CATEGORY_SPACE: r"\s",
             c.CATEGORY_NOT_SPACE: r"\S", c.CATEGORY_WORD: r"\w", c.CATEGORY_NOT_WORD: r"\W"}  # fmt: skip
_REPEATS = {c.MAX_REPEAT, c.MIN_REPEAT}
Chars = frozenset[str]
ALL: Chars = frozenset(ALPHABET)


def find_ambiguous(pattern: str, flags: int = 0) -> list[str]:
    """The ambiguous repetitions in ``pattern``, each in words; none where there is no such form."""
    folded = bool(flags & re.IGNORECASE)
    return list(_walk(list(parser.parse(pattern, flags)), folded))


def _walk(items: list[Any], folded: bool) -> Iterator[str]:
    for op, value in items:
        if op in _REPEATS and value[1] >= ENDLESS:
            body = list(value[2])
            if len(body) > 1 or body[0][0] not in {c.IN, c.LITERAL, c.NOT_LITERAL, c.ANY}:
                first, last = _edge(body, folded), _edge(body[::-1], folded, back=True)
                clash = first & last
                if clash:
                    yield f"a repetition ends with one of {sorted(clash)[:5]}, and can begin with it again"
                if _may_be_nothing(body):
                    yield "a repetition of what may be nothing"
                if _has_alike(body, folded):
                    yield "a repetition of alternatives that begin alike"
        for inner in _bodies(op, value):
            yield from _walk(inner, folded)


def _has_alike(body: list[Any], folded: bool) -> bool:
    """Whether ``body`` is a choice alone, and two of its alternatives can begin with the same character.

    The parser takes out what alternatives begin with, so that of ``a|a`` nothing twice is left behind "a".
    """
    while len(body) == 1 and body[0][0] is c.SUBPATTERN:
        body = list(body[0][1][3])
    choices = [_bodies(op, value) for op, value in body if op is c.BRANCH]
    if any(choice.count([]) > 1 for choice in choices):
        return True
    if len(body) > 1 or not choices:
        return False
    first = [_edge(one, folded) for one in choices[0]]
    return len(frozenset().union(*first)) < sum(map(len, first))


def _bodies(op: Any, value: Any) -> list[list[Any]]:
    if op in _REPEATS or op is c.POSSESSIVE_REPEAT:
        return [list(value[2])]
    if op is c.SUBPATTERN:
        return [list(value[3])]
    if op is c.BRANCH:
        return [list(one) for one in value[1]]
    if op in {c.ASSERT, c.ASSERT_NOT}:
        return [list(value[1])]
    if op is c.ATOMIC_GROUP:
        return [list(value)]
    return []


def _edge(body: list[Any], folded: bool, *, back: bool = False) -> Chars:
    """What ``body`` can begin with; with ``back`` what an endless repetition at its (reversed) end can go on with."""
    found: Chars = frozenset()
    for op, value in body:
        found |= _edge_of(op, value, folded, back)
        if not _may_be_nothing([(op, value)]):
            break
    return found


def _edge_of(op: Any, value: Any, folded: bool, back: bool) -> Chars:
    if op in {c.LITERAL, c.NOT_LITERAL, c.IN, c.ANY, c.CATEGORY}:
        return frozenset() if back else _chars(op, value, folded)
    if op in _REPEATS and (not back or value[1] > value[0]):
        inner = list(value[2])
        # What a repetition may take more or less of is where the cut between two rounds can move.
        return _edge(inner, folded)
    inner = _bodies(op, value)
    if back and op is c.BRANCH and _is_optional(op, value):
        return frozenset().union(*(_edge(one, folded) for one in inner))
    if op in {c.ASSERT, c.ASSERT_NOT}:
        return frozenset()
    return frozenset().union(*(_edge(one[::-1] if back else one, folded, back=back) for one in inner))


def _may_be_nothing(body: list[Any]) -> bool:
    return all(_is_optional(op, value) for op, value in body)


def _is_optional(op: Any, value: Any) -> bool:
    if op in {c.LITERAL, c.NOT_LITERAL, c.IN, c.ANY, c.CATEGORY}:
        return False
    if op in _REPEATS or op is c.POSSESSIVE_REPEAT:
        return value[0] == 0 or _may_be_nothing(list(value[2]))
    if op is c.BRANCH:
        return any(_may_be_nothing(one) for one in _bodies(op, value))
    return all(_may_be_nothing(one) for one in _bodies(op, value))


def _chars(op: Any, value: Any, folded: bool) -> Chars:
    if op is c.ANY:
        return ALL - {"\n"}
    if op is c.LITERAL:
        found = frozenset({chr(value)})
    elif op is c.NOT_LITERAL:
        return ALL - {chr(value)}
    else:
        found = _class(list(value))
    return frozenset(one for each in found for one in (each, each.lower(), each.upper())) if folded else found


def _class(items: list[Any]) -> Chars:
    negated = items[0][0] is c.NEGATE
    found: set[str] = set()
    for op, value in items[negated:]:
        if op is c.LITERAL:
            found.add(chr(value))
        elif op is c.RANGE:
            found.update(each for each in ALPHABET if value[0] <= ord(each) <= value[1])
        else:
            found.update(each for each in ALPHABET if re.match(_CATEGORY[value], each))
    return ALL - found if negated else frozenset(found)


def compiled_patterns(package: str) -> dict[str, re.Pattern[Any]]:
    """The patterns that the loaded modules of ``package`` hold by name, in tables too, by where they are."""
    found: dict[str, re.Pattern[Any]] = {}
    for name, module in sorted(sys.modules.items()):
        if name.split(".")[0] == package:
            for attribute, value in vars(module).items():
                for place, pattern in _patterns_in(value, f"{name}.{attribute}", 3):
                    found.setdefault(place, pattern)
    return found


def _patterns_in(value: object, place: str, depth: int) -> Iterator[tuple[str, re.Pattern[Any]]]:
    owner = getattr(value, "__self__", None)
    if isinstance(value, re.Pattern) or isinstance(owner, re.Pattern):
        yield place, value if isinstance(value, re.Pattern) else owner
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for number, each in enumerate(value):
            yield from _patterns_in(each, f"{place}[{number}]", depth - 1)
    elif depth and isinstance(value, dict):
        for key, each in value.items():
            yield from _patterns_in(each, f"{place}[{key!r}]", depth - 1)
