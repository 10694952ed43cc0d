"""Words that are broken at a line's end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.read.pages.pieces import HYPHEN

_VOCABULARY = load_vocabulary("read")
_FIRST = _VOCABULARY.words("compound-first")
_SECOND = _VOCABULARY.words("compound-second")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_BEFORE = re.compile(rf"([^\W_]{{1,60}}(?:['’\-][^\W_]{{1,60}}){{0,8}})[-\u2010{HYPHEN}\xad]$")
_BEHIND = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")


def is_broken(line: str, following: str) -> bool:
    """Whether the last word of ``line`` goes on in ``following``: a hyphen stands at its end."""
    return bool(_BEFORE.search(line.rstrip())) and bool(_BEHIND.match(following))


class BrokenWords:
    """Tells hyphens of the line from those of the word, by the other words of the document first."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._seen: Counter[str] = Counter()
        for line in lines:
            # The halves themselves, at the line's ends, are no words.
            self._seen.update(word.lower() for word in _WORD.findall(line))

    def join(self, line: str, following: str) -> str:
        """``line`` with ``following`` behind it, the word between them made whole."""
        text = line.rstrip()
        before, behind = _BEFORE.search(text), _BEHIND.match(following)
        if before is None or behind is None:
            return f"{text} {following}"
        soft = text.endswith("\xad")
        kept = not soft and self._is_of_the_word(before[1], behind[0])
        return f"{text[:-1]}{'-' if kept else ''}{following}"

    def _is_of_the_word(self, before: str, behind: str) -> bool:
        whole, parted = self._seen[(before + behind).lower()], self._seen[f"{before}-{behind}".lower()]
        if whole != parted:
            return parted > whole
        if not behind[0].islower():
            return True
        first, second = before.lower().rpartition("-")[2], behind.lower().partition("-")[0]
        return first in _FIRST or second in _SECOND


def plain(line: str) -> str:
    """``line`` with hyphens for the signs that stand for them."""
    return line.replace(HYPHEN, "-").replace("\xad", "")
