"""Where a full stop ends a sentence, by the word before it alone: for lines in capitals, which no parser reads well."""

from __future__ import annotations

import re

from sociogram.knowledge.vocabulary import load_vocabulary

_WORD = re.compile(r"\S+")
_QUOTES = "\"'”’“‘)("
_MARKS = ".!?"
_SHORTEST = 2
"""Characters of a word behind which a full stop may end a sentence; one alone is an initial."""
_ABBREVIATIONS = load_vocabulary("read").words("stopped-abbreviations")


def find_sentence_end(text: str, start: int = 0, end: int | None = None) -> int | None:
    """The position behind the first full stop in ``text[start:end]`` that ends a sentence; ``None`` without one."""
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        if _ends(match.group()):
            return match.end()
    return None


def _ends(word: str) -> bool:
    closed = word.strip(_QUOTES)
    bare = closed.rstrip(_MARKS)
    return (
        bare != closed
        and len(bare) >= _SHORTEST
        and bare[-1].isalnum()
        and not ("." in bare and bare[0].isalpha())
        and bare.lower() not in _ABBREVIATIONS
    )


def ends_sentence(text: str) -> bool:
    """Whether the last word of ``text`` ends a sentence."""
    words = text.rsplit(maxsplit=1)
    return bool(words) and _ends(words[-1])
