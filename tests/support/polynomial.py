"""Which regular expressions can take time that grows with a power of the length, and words with which they do.

Two repetitions that can share the same words between them (``a*a*b``) try all ways to cut these; so does one that is
sought from every place of a run that it can read (``\\s+$``). Both are pairs of loops of the automaton of the pattern,
in front of which a search has a loop over every character: some word leads from the first loop back to it, from the
first to the second, and from the second back to it. Such words are found, and then measured: what looks behind or
ahead may forbid them, and an automaton does not know. So nothing is listed that is not slow, and a loop is missed
only where our sample of characters or what follows the words does not show it.
"""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Iterable, Iterator
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from support.ambiguous import ALL, ALPHABET, ENDLESS, Chars, _bodies, _chars

_SINGLE = {c.LITERAL, c.NOT_LITERAL, c.IN, c.ANY, c.CATEGORY}
_REPEATS = {c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT}
_COPIES = 2
"""Rounds of a counted repetition that are looked at: more change no power of the length."""
_MOST_PAIRS = 400
"""Pairs of loops that are looked at for one pattern: lists of thousands of words have more, all alike."""
_MOST_STEPS = 5_000
"""Places of three readers of one word that are looked at for a pair of loops."""
_MOST_WORDS = 24
"""Pairs of loops that are measured for one pattern."""
_ENDS = ("\0", "\n", "1!", "Zz. x")
"""What may follow the words, so that the pattern fails behind them."""
_LENGTHS = (250, 1_000, 4_000, 16_000)
_TIMES = 3
"""How often each length is measured."""
_SLOW = 0.005
"""Seconds from which on growth is looked at: most linear patterns take a tenth for 4,000 characters."""
_SURE = 0.05
"""Seconds from which on it is not measured at a greater length."""
_POWER = 6.0
"""How many times as long four times the length takes where it grows with the square (16), less some noise."""


class _Automaton:
    """Characters between states; ``steps[state]`` are pairs of what is read and the next state."""

    def __init__(self) -> None:
        self.free: list[list[int]] = []
        self.read: list[list[tuple[Chars, int]]] = []

    def state(self) -> int:
        self.free.append([])
        self.read.append([])
        return len(self.free) - 1

    def add(self, items: Iterable[Any], start: int, folded: bool, accept: int) -> int:
        """The state behind ``items`` from ``start``; what is only looked at leads to ``accept``."""
        at = start
        for op, value in items:
            at = self._add_one(op, value, at, folded, accept)
        return at

    def _add_one(self, op: Any, value: Any, at: int, folded: bool, accept: int) -> int:
        if op in _SINGLE:
            end = self.state()
            self.read[at].append((_chars(op, value, folded) & ALL or ALL, end))
            return end
        if op in _REPEATS:
            return self._repeat(value, at, folded, accept)
        if op in {c.ASSERT, c.ASSERT_NOT}:
            if value[0] > 0:
                self.free[self.add(value[1], at, folded, accept)].append(accept)
            return at
        bodies = _bodies(op, value)
        if not bodies:
            return at
        end = self.state()
        for body in bodies:
            self.free[self.add(body, at, folded, accept)].append(end)
        return end

    def _repeat(self, value: Any, at: int, folded: bool, accept: int) -> int:
        fewest, most, body = value
        body = list(body)
        for _ in range(min(fewest, _COPIES)):
            at = self.add(body, at, folded, accept)
        if most >= ENDLESS:
            loop = self.state()
            self.free[at].append(loop)
            self.free[self.add(body, loop, folded, accept)].append(loop)
            end = self.state()
            self.free[loop].append(end)
            return end
        end = self.state()
        self.free[at].append(end)
        for _ in range(min(most - fewest, _COPIES)):
            at = self.add(body, at, folded, accept)
            self.free[at].append(end)
        return end


Steps = list[dict[str, frozenset[int]]]


def _steps(pattern: str, flags: int, *, sought: bool) -> Steps:
    """For each state what each character leads to; state 0 is the start. One character stands for all alike."""
    made = _Automaton()
    start, accept = made.state(), made.state()
    if sought:
        made.read[start].append((ALL, start))
    made.free[made.add(parser.parse(pattern, flags), start, bool(flags & re.IGNORECASE), accept)].append(
        accept
    )
    sets = {chars for row in made.read for chars, _ in row}
    alike: dict[frozenset[int], str] = {}
    numbered = [*enumerate(sets)]
    for each in ALPHABET:
        alike.setdefault(frozenset(number for number, chars in numbered if each in chars), each)
    letters = [*alike.values()]
    reach = [_closure(made.free, state) for state in range(len(made.free))]
    found: Steps = []
    for state in range(len(made.free)):
        row: dict[str, set[int]] = {}
        for near in reach[state]:
            for chars, end in made.read[near]:
                for each in letters:
                    if each in chars:
                        row.setdefault(each, set()).add(end)
        found.append({each: frozenset(ends) for each, ends in row.items()})
    return found


def _closure(free: list[list[int]], state: int) -> set[int]:
    seen, waiting = {state}, [state]
    while waiting:
        for each in free[waiting.pop()]:
            if each not in seen:
                seen.add(each)
                waiting.append(each)
    return seen


def _loops(steps: Steps) -> dict[int, int]:
    """The states that lie on a loop, each with the number of its loop (Tarjan, without recursion)."""
    after = [frozenset().union(*row.values()) for row in steps]
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    held: set[int] = set()
    loop_of: dict[int, int] = {}
    for root in range(len(steps)):
        if root in order:
            continue
        work = [(root, iter(after[root]))]
        order[root] = low[root] = len(order)
        stack.append(root)
        held.add(root)
        while work:
            state, rest = work[-1]
            for each in rest:
                if each not in order:
                    order[each] = low[each] = len(order)
                    stack.append(each)
                    held.add(each)
                    work.append((each, iter(after[each])))
                    break
                if each in held:
                    low[state] = min(low[state], order[each])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[state])
                if low[state] == order[state]:
                    part = []
                    while True:
                        part.append(stack.pop())
                        held.discard(part[-1])
                        if part[-1] == state:
                            break
                    if len(part) > 1 or state in after[state]:
                        loop_of |= dict.fromkeys(part, state)
    return loop_of


def find_words(pattern: str, flags: int = 0, *, sought: bool) -> Iterator[tuple[str, str]]:
    """For each pair of loops that can share words: what leads to the first, and the words."""
    steps = _steps(pattern, flags, sought=sought)
    loop_of = _loops(steps)
    ways = _ways(steps)
    looked = 0
    for first in sorted(loop_of):
        if first not in ways:
            continue
        for second in sorted(_behind(steps, first) & loop_of.keys()):
            if loop_of[second] != loop_of[first]:
                looked += 1
                if looked > _MOST_PAIRS:
                    return
                word = _shared(steps, loop_of, first, second)
                if word:
                    yield ways[first], word


def _ways(steps: Steps) -> dict[int, str]:
    """The shortest words that lead to each state."""
    found = {0: ""}
    waiting = deque([0])
    while waiting:
        state = waiting.popleft()
        for letter, ends in steps[state].items():
            for end in ends:
                if end not in found:
                    found[end] = found[state] + letter
                    waiting.append(end)
    return found


def _behind(steps: Steps, state: int) -> set[int]:
    seen: set[int] = set()
    waiting = [state]
    while waiting:
        for end in frozenset().union(*steps[waiting.pop()].values()):
            if end not in seen:
                seen.add(end)
                waiting.append(end)
    return seen


def _shared(steps: Steps, loop_of: dict[int, int], first: int, second: int) -> str:
    """A word from ``first`` to itself, from ``first`` to ``second`` and from there to itself; none is ''."""
    begin, goal = (first, first, second), (first, second, second)
    seen = {begin: ""}
    waiting = deque([begin])
    while waiting and len(seen) < _MOST_STEPS:
        at = waiting.popleft()
        left, middle, right = (steps[each] for each in at)
        # In the order of our sample: which of the shortest words is found must not change from run to run.
        for letter in left:
            if letter not in middle or letter not in right:
                continue
            for one in left[letter]:
                if loop_of.get(one) != loop_of[first]:
                    continue
                for three in right[letter]:
                    if loop_of.get(three) != loop_of[second]:
                        continue
                    for two in middle[letter]:
                        after = (one, two, three)
                        if after == goal:
                            return seen[at] + letter
                        if after not in seen:
                            seen[after] = seen[at] + letter
                            waiting.append(after)
    return ""


def find_slow(pattern: re.Pattern[Any], *, sought: bool) -> str:
    """Words on which ``pattern`` takes time that grows with a power of their length, with the times; none is ''."""
    source = pattern.pattern
    words = source if isinstance(source, str) else source.decode("latin-1")
    flags = pattern.flags & ~re.UNICODE
    tried: set[tuple[str, str]] = set()
    for way, word in find_words(words, flags, sought=sought):
        if (way, word) in tried or len(tried) >= _MOST_WORDS:
            continue
        tried.add((way, word))
        for end in _ENDS:
            told = _measured(pattern, way, word, end, sought=sought)
            if told:
                return told
    return ""


def _measured(pattern: re.Pattern[Any], way: str, word: str, end: str, *, sought: bool) -> str:
    def least(length: int, times: int = _TIMES) -> float:
        text: Any = way + word * (length // len(word)) + end
        if isinstance(pattern.pattern, bytes):
            text = text.encode("latin-1", "replace")
        # The least of several: a machine that does other things makes some of them longer.
        return min(_timed(pattern, text, sought=sought) for _ in range(times))

    before, last, grows = 0.0, 0, False
    for length in _LENGTHS:
        if length == _LENGTHS[-1] and not grows:
            break
        taken = least(length)
        if before and taken > _SLOW:
            # What was measured too long hides growth, and what is now shows some where there is none: both once more.
            before = min(before, least(last))
            # At four times the length, too: a counted repetition grows like a power up to its count, and no further.
            if taken > _POWER * before and (
                taken > _SURE or least(4 * length) > _POWER * min(taken, least(length))
            ):
                # Where other work made the longer one long, the least of more times is short.
                taken = min(taken, least(length, 3 * _TIMES))
                if taken > _POWER * before:
                    return f"{way!r} and {word!r} up to {length} characters: {taken * 1e3:.0f} ms"
        # A fast machine is slow at greater lengths alone: they are tried where there is some growth.
        grows = taken > _POWER * before
        before, last = taken, length
    return ""


def _timed(pattern: re.Pattern[Any], text: Any, *, sought: bool) -> float:
    begun = time.process_time()
    if sought:
        for _ in pattern.finditer(text):
            pass
    else:
        pattern.match(text)
        pattern.fullmatch(text)
    return time.process_time() - begun
