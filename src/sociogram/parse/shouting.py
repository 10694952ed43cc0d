"""Capitals: the usual case of lines and names that are written in capitals, which the model misreads.

A word keeps its length, so that offsets stay. In a headline words get a capital each; in a sentence, small words and
verbs get small letters too: "ANN ROE SUED ACME." is "Ann Roe sued Acme.".
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.sentence_ends import find_sentence_end
from sociogram.model import Span

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_CAPITAL_WORDS = 3
"""Words of a line that is all in capitals; one or two may be an acronym, which must stay as it is."""
_PART = re.compile(r"[^\W\d_]+\.?")
_MOST_PARTS = 6
"""Words and initials of a name in capitals at most."""
_LONGEST_KNOWN = 6
"""Letters of a well-known acronym in a line in capitals, as "UNESCO"."""
_LONGEST_ACRONYM = 4
"""Letters of an acronym; in longer words a run of capitals is taken for a name."""
_INITIAL = 2
"""Characters of an initial with its point."""
_SMALL = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "from", "and", "or", "but", "as", "is", "are",
    "was", "were", "be", "not", "no", "it", "its", "that", "this",
})  # fmt: skip
_NAMES_TOO = frozenset({"us"})
"""Small words that in capitals are an acronym."""
_BEFORE_VERB = frozenset({
    "to", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "did", "does", "do", "not",
})  # fmt: skip
"""Words behind which a verb stands in its plain form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnglishWords:
    """What the model knows of words, in small letters: ``small`` ones, ``verbs`` and their ``irregular`` forms."""

    small: Collection[str] = _SMALL
    verbs: Collection[str] = ()
    irregular: Collection[str] = ()

    def is_past(self, word: str) -> bool:
        """Whether ``word`` is an irregular form of a verb, or a regular one in "ed"."""
        if word in self.irregular:
            return True
        stems = (word[:-2], word[:-1], word[:-3], word[:-3] + "y") if word.endswith("ed") else ()
        return any(stem in self.verbs for stem in stems)


def lower_capitals(text: str, start: int, end: int, words: EnglishWords | None = None) -> str:
    """``text`` with the lines and names that are all capitals between ``start`` and ``end`` in usual case.

    A word that stands in small letters elsewhere is made small; one that stands in capitals in a line of mixed case
    (an acronym) is kept.
    """
    words = words or EnglishWords()
    names, lines = _find_names(text, start, end), _shouted_lines(text, start, end)
    spans = sorted([*names, *lines])
    if not spans:
        return text
    bounds = [start, *(place for span in spans for place in span), end]
    seen = {
        word
        for first, last in zip(bounds[::2], bounds[1::2], strict=True)
        for word in _WORD.findall(text, first, last)
    }
    told = {
        line
        for part in _paragraphs(lines)
        if find_sentence_end(text, part[0][0], part[-1][1]) is not None
        for line in part
    }
    pieces = [text[:start]]
    for before, (first, last) in zip(bounds[::2], spans, strict=False):
        pieces.append(text[before:first])
        if (first, last) in told:
            pieces.append(_as_sentence(text[first:last], seen, words))
        elif (first, last) in names:
            pieces.append(_WORD.sub(lambda match: _title(match.group()), text[first:last]))
        else:
            pieces.append(_WORD.sub(lambda match: _usual_case(match.group(), seen), text[first:last]))
    return "".join([*pieces, text[bounds[-2] :]])


def is_shouted(line: str) -> bool:
    """Whether a line of at least three words is all capitals."""
    words = [word for word in _WORD.findall(line) if len(word) > 1]
    return len(words) >= _FEWEST_CAPITAL_WORDS and not any(character.islower() for character in line)


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    position = start
    for line in text[start:end].splitlines(keepends=True):
        yield position, position + len(line)
        position += len(line)


def _shouted_lines(text: str, start: int, end: int) -> list[Span]:
    return [span for span in _lines(text, start, end) if is_shouted(text[slice(*span)])]


def _paragraphs(lines: list[Span]) -> Iterator[list[Span]]:
    """Runs of lines that follow one another."""
    part: list[Span] = []
    for line in lines:
        if part and part[-1][1] != line[0]:
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _find_names(text: str, start: int, end: int) -> set[Span]:
    """The names in capitals in lines that are not: "JANE ROE sued Acme"."""
    return {
        (run[0].start(), run[-1].end())
        for line in _lines(text, start, end)
        if not is_shouted(text[slice(*line)])
        for run in _runs(text, line)
        if _is_name([match.group() for match in run], text[run[0].start() : run[-1].end()])
    }


def _runs(text: str, line: Span) -> Iterator[list[re.Match[str]]]:
    """Words and initials in capitals that stand side by side, as long as they go."""
    run: list[re.Match[str]] = []
    for match in _PART.finditer(text, *line):
        gap = text[run[-1].end() : match.start()] if run else ""
        word = match.group()
        initial = word.endswith(".") and len(word) == _INITIAL
        if run and (gap not in {" ", "-", "'", "’"} or not word.isupper()):
            yield run
            run = []
        if word.isupper():
            run.append(match)
        if run and word.endswith(".") and not initial:
            yield run
            run = []
    if run:
        yield run


def _is_name(words: list[str], run: str) -> bool:
    """Whether a run of words in capitals is a name: it begins with a first name, or has no word as an acronym is."""
    letters = [word.rstrip(".") for word in words]
    if not 1 < len(words) <= _MOST_PARTS or load_actor_lists().find(run) is not None or len(letters[-1]) == 1:
        return False
    given = len(letters[0]) > 2 and _title(letters[0]) in load_actor_lists().first_names
    return given or all(len(word) > _LONGEST_ACRONYM for word in letters)


def _is_acronym(word: str) -> bool:
    """Whether the lists of well-known actors have the word as it is, in capitals."""
    return len(word) <= _LONGEST_KNOWN and load_actor_lists().find(word) is not None


def _title(word: str) -> str:
    lower = word.lower()
    return word[0] + lower[1:] if len(lower) == len(word) else word


def _usual_case(word: str, seen: Collection[str]) -> str:
    lower = word.lower()
    if word in seen or len(lower) != len(word) or _is_acronym(word):
        return word
    return lower if lower in _SMALL or lower in seen else _title(word)


def _as_sentence(line: str, seen: Collection[str], words: EnglishWords) -> str:
    """A line of sentences in capitals: small words and verbs in small letters, but at the start of a sentence."""
    pieces = []
    position, before = 0, ""
    for match in _WORD.finditer(line):
        gap, word = line[position : match.start()], match.group()
        lower = word.lower()
        small = gap.endswith(("'", "’")) or _is_small(lower, before, seen, words)
        opens = not before or any(mark in gap for mark in ".!?")
        cased = lower if small and len(lower) == len(word) else _usual_case(word, seen)
        pieces += [gap, _title(cased.upper()) if opens and cased.islower() else cased]
        position, before = match.end(), lower
    return "".join([*pieces, line[position:]])


def _is_small(lower: str, before: str, seen: Collection[str], words: EnglishWords) -> bool:
    if lower in _NAMES_TOO or lower.upper() in seen:
        return False
    if lower in words.small or (before in _BEFORE_VERB and lower in words.verbs):
        return True
    return words.is_past(lower) and lower.capitalize() not in load_actor_lists().first_names
