"""Text as it is searched: lower case without marks, joined into one string so that a scan is quick."""

from __future__ import annotations

import sys
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

_BETWEEN = "\x00"
"""Stands between two texts; no text that is searched for has one."""


@cache
def _marks() -> dict[int, None]:
    return {
        code: None for code in range(0x300, sys.maxunicode + 1) if unicodedata.category(chr(code))[0] == "M"
    }


def fold(text: str) -> str:
    """Lower case without marks, as ``fold`` in ``web/src/page/text.ts``; the length may differ."""
    lower = text.lower()
    return lower if lower.isascii() else unicodedata.normalize("NFKD", lower).translate(_marks())


def fold_words(text: str) -> list[str]:
    """The words to search for, each once."""
    return sorted(set(fold(text).replace(_BETWEEN, " ").split()))


class FoldedTexts:
    """Many texts, numbered in the order in which they were given."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._starts = array("Q")
        parts = []
        length = 0
        for text in texts:
            part = fold(text).replace(_BETWEEN, " ")
            self._starts.append(length)
            parts.append(part)
            length += len(part) + 1
        self._whole = _BETWEEN.join(parts)

    def __len__(self) -> int:
        return len(self._starts)

    def text(self, number: int) -> str:
        """The folded text of that number."""
        end = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self._whole)
        return self._whole[self._starts[number] : end]

    def matching(self, words: list[str]) -> Iterator[int]:
        """The numbers of the texts that contain all ``words``, in order; with no words, of all."""
        if not words:
            yield from range(len(self))
            return
        # A scan for the rarest word stops least often.
        first, *others = sorted(words, key=lambda word: (self._whole.count(word), word))
        place = self._whole.find(first)
        while place >= 0:
            number = bisect_right(self._starts, place) - 1
            text = self.text(number)
            if all(word in text for word in others):
                yield number
            if number + 1 >= len(self._starts):
                return
            place = self._whole.find(first, self._starts[number + 1])
