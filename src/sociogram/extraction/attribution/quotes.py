"""Quotations: which tokens stand between quotation marks, paragraph by paragraph.

A quotation runs from its opening mark to its closing mark. Where a paragraph ends inside one and
the next begins with an opening mark, as is the custom of speeches in print, they are one. A mark
of another shape inside a quotation is part of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from sociogram.parse.tokens import Tokens

_CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"', "``": "''", "''": "''", "‘": "’", "'": "'"}
_SINGLE = frozenset({"‘", "'"})
_ONLY_OPENING = frozenset({"“", "«", "‘", "``", "„"})
_ONLY_CLOSING = frozenset({"”", "’", "»"})
_LONGEST = 2000  # tokens: a mark that finds its pair later than this is a stray one
_BEFORE_OPENING = frozenset(" ([{—–-:/“\"'‘")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens ``start`` to ``end``, half-open, marks included."""

    start: int
    end: int
    single: bool = False


def find_quotations(tokens: Tokens, view: str) -> list[Quotation]:
    """The outermost quotations, in text order; ``view`` is the text that was parsed."""
    marks = _Marks(tokens, view)
    found: list[Quotation] = []
    count = len(tokens)
    begin = 0
    open_mark: str | None = None
    opened = -1
    while begin < count:
        end = begin + 1
        while end < count and tokens.paragraph[end] == tokens.paragraph[begin]:
            end += 1
        if open_mark is not None and not _goes_on(tokens, begin, end, open_mark):
            # The quotation was never closed: it ends with its paragraph.
            if begin - opened <= _LONGEST:
                found.append(Quotation(opened, begin))
            open_mark = None
        opened, open_mark = marks.scan(begin, end, opened, open_mark, found)
        begin = end
    if open_mark is not None and open_mark not in _SINGLE and count - opened <= _LONGEST:
        found.append(Quotation(opened, count))
    return found


def _goes_on(tokens: Tokens, begin: int, end: int, mark: str) -> bool:
    """Whether a paragraph opens with a mark again, and with no speaker's name before a colon."""
    text = tokens.text[begin]
    if not (text == mark or (mark in '""“' and text in ('"', "“"))):
        return False
    return ":" not in tokens.text[begin + 1 : min(begin + 5, end)]


@dataclass(frozen=True, slots=True)
class _Marks:
    """Which marks open and close."""

    tokens: Tokens
    view: str

    def scan(
        self, begin: int, end: int, opened: int, mark: str | None, found: list[Quotation]
    ) -> tuple[int, str | None]:
        """Read one paragraph; what is open at its end is given back."""
        words = self.tokens.text
        goes_on = mark is not None
        for position in range(begin, end):
            text = words[position]
            if (text not in _CLOSING and text not in _ONLY_CLOSING) or (goes_on and position == begin):
                continue
            if mark is None:
                if text not in _CLOSING or not self._can_open(position, begin):
                    continue
                if text in _SINGLE and not self._closes_in(position, end, _CLOSING[text]):
                    continue
                opened, mark = position, text
            elif self._closes(position, mark):
                if position - opened <= _LONGEST:
                    found.append(Quotation(opened, position + 1, mark in _SINGLE))
                mark = None
        return opened, None if mark in _SINGLE else mark

    def _spaced_before(self, position: int) -> bool:
        start = self.tokens.offset[position]
        return start == 0 or self.view[start - 1] == " "

    def _spaced_after(self, position: int) -> bool:
        end = self.tokens.offset[position] + len(self.tokens.text[position])
        return end >= len(self.view) or self.view[end] == " "

    def _can_open(self, position: int, begin: int) -> bool:
        if self.tokens.text[position] in _ONLY_OPENING:
            return True
        free_before = position == begin or self._spaced_before(position)
        free_before = free_before or self.tokens.text[position - 1][-1] in _BEFORE_OPENING
        return free_before and not self._spaced_after(position)

    def _closes(self, position: int, mark: str) -> bool:
        text = self.tokens.text[position]
        if mark == "“":
            # A curly mark is sometimes closed by a straight one, or by an opening one.
            if text == "”":
                return True
            return text in ('"', "“") and not self._spaced_before(position) and self._spaced_after(position)
        if text != _CLOSING[mark] and not (mark == '"' and text == "”"):
            return False
        if mark not in _SINGLE and mark not in ('"', "''"):
            return True
        if self._spaced_after(position):
            return True
        following = self.tokens.offset[position] + len(text)
        return not self.view[following].isalnum() or not self._spaced_before(position)

    def _closes_in(self, position: int, end: int, closing: str) -> bool:
        """Whether a single mark has its pair before the paragraph ends, at least two words on."""
        words = self.tokens.text
        for other in range(position + 2, min(end, position + 80)):
            if words[other] in (closing, "'", "’") and self._spaced_after(other):
                # "the teachers' union": a possessive ends in the same mark.
                return self.tokens.tag[other] != "POS"
            if words[other] in ("“", "”", '"'):
                return False
        return False
