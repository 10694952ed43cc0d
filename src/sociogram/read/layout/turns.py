"""Turns: which paragraphs of a transcript, an interview or a chat are whose words.

A label alone is no proof: articles and forms have words with a colon too. A text is spoken if its labels are of a
form that only speakers have, if questions and answers alternate, or if names stand before words of the first or second
person. Then every label ends the turn before it, also one that names nobody who is known: nobody inherits words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import BlockKind, Credit, Span, Turn, TurnRole
from sociogram.read.layout.labels import Form, Label, find_label
from sociogram.read.layout.lines import RUNNING_TEXT, Paragraph
from sociogram.read.layout.shapes import is_final

_SELF = load_vocabulary("read").words("self-words")
_WITNESSES = frozenset({"the witness", "witness"})
"""Labels of who answers that tell an office as well."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_CAPITALS = re.compile(r"(?<!\w)[A-Z][\w.'’-]{0,60}(?: [A-Z][\w.'’-]{0,60})+")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_VOICE_END = "</v>"
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_SEVERAL = 2
_MANY = 3
"""Labels of names that make a transcript if one of them shows speech, and those that do if one comes back."""
_DENSE = 0.2
"""Of the paragraphs from the first label on at least so many have one where turns run over several paragraphs."""
_FEW = 4
"""So many labels of names may make a long text a transcript; fewer must be ``_DENSE`` in it."""
_OVERTURE = 5
"""Paragraphs before the first label in which a text may tell who speaks."""
_SHORT = 3
"""Letters of a word in capitals that may be an acronym."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """The turns of a text, each with its first paragraph, and the words behind each label by its paragraph."""

    turns: tuple[tuple[int, Turn], ...] = ()
    labelled: dict[int, Span]
    settled: frozenset[int] = frozenset()
    """The paragraphs that are words of a turn, whatever else they look like."""

    def within(self, first: int, last: int) -> Spoken:
        """What of it begins in the paragraphs from ``first`` up to ``last``, which are counted from ``first``."""
        begin, end = bisect_left(self.turns, first, key=_place), bisect_left(self.turns, last, key=_place)
        turns = self.turns[begin:end]
        return Spoken(
            turns=tuple((index - first, turn) for index, turn in turns),
            labelled={index - first: self.labelled[index] for index, _ in turns},
        )


def _place(turn: tuple[int, Turn]) -> int:
    return turn[0]


def find_turns(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> Spoken:
    """The turns of all ``paragraphs``; none where nothing shows that they are spoken."""
    labels = {
        index: label
        for index, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True))
        if kind in _MAY_SPEAK and (label := find_label(paragraph.lines[0].text)) is not None
    }
    if not labels:
        return Spoken(labelled={})
    reader = _Turns(paragraphs, kinds, labels)
    return reader.spoken() if reader.is_spoken() else Spoken(labelled={})


class _Turns:
    """The labels of one text while it is told what they are."""

    def __init__(
        self, paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind], labels: dict[int, Label]
    ) -> None:
        self._paragraphs = paragraphs
        self._kinds = kinds
        self._labels = labels
        self._parts, self._cases = _name_parts(paragraphs, min(labels))
        self._times = Counter(label.key for label in labels.values())
        self._known = {index: label for index, label in labels.items() if self._names(label)}

    def is_spoken(self) -> bool:
        """Whether the labels are those of speakers."""
        labels, known = self._labels, self._known
        sure = any(label.form is Form.SURE for label in labels.values())
        asked = any(label.asks for label in labels.values())
        if sure or (asked and any(label.answers for label in labels.values())):
            return True
        running = sum(kind in RUNNING_TEXT for kind in self._kinds)
        if len(known) < max(1, min(_FEW, _DENSE * running)):
            return False  # a few colons in a long text
        talking = [index for index in known if self._talks(index)]
        if len(known) == 1:
            return bool(talking) and self._stands_alone(talking[0])
        again = len({label.key for label in known.values()}) < len(known)
        return len(known) >= _SEVERAL and (bool(talking) or (again and len(known) >= _MANY))

    def spoken(self) -> Spoken:
        """The turns, one behind the other."""
        ends = self._ends()
        turns: list[tuple[int, Turn]] = []
        settled: set[int] = set()
        dense = len(ends) >= _DENSE * sum(kind in RUNNING_TEXT for kind in self._kinds[ends[0] :])
        for first, last in zip(ends, [*ends[1:], len(self._paragraphs)], strict=True):
            label = self._labels[first]
            inside = self._inside(first, last, dense=dense, final=last == len(self._paragraphs))
            settled.update((first, *inside))
            turns.append((first, self._turn(first, label, inside)))
        return Spoken(
            turns=tuple(turns),
            labelled={index: (self._words_at(index), self._words_end(index)) for index in ends},
            settled=frozenset(settled),
        )

    def _ends(self) -> list[int]:
        """The paragraphs with labels that count: known ones, and what looks like a label behind the first of them."""
        return [
            index
            for index, label in self._labels.items()
            if index in self._known or (index > min(self._known, default=0) and self._is_strange(label))
        ]

    def _is_strange(self, label: Label) -> bool:
        """Whether words before a colon are a label, though nobody knows whose."""
        return label.beside or label.is_name or label.is_nick or " " in label.name

    def _turn(self, index: int, label: Label, inside: Sequence[int]) -> Turn:
        line = self._paragraphs[index].lines[0]
        own = (self._words_at(index), self._words_end(index))
        spans = [own] if own[0] < own[1] else []
        spans += [(self._paragraphs[place].start, self._paragraphs[place].end) for place in inside]
        role = TurnRole.ASKS if label.asks else TurnRole.ANSWERS if label.answers else TurnRole.SPEAKS
        return Turn(
            label=(line.start, max(line.start + 1, line.start + len(line.text[: label.end].rstrip()))),
            spans=tuple(spans),
            speaker=self._speaker(index, label, line.start),
            naming=label.naming,
            role=role,
        )

    def _speaker(self, index: int, label: Label, start: int) -> Credit | None:
        """Whom a label tells, by his name or office; nobody where it is not understood."""
        told = label.is_name or label.is_nick or label.is_office or label.key in _WITNESSES
        if index not in self._known or not told:
            return None
        name = self._usual(label.name)
        return Credit(value=name, start=start + label.start, end=start + label.stop)

    def _usual(self, name: str) -> str:
        """A name in capitals as it stands elsewhere, else with small letters behind the first."""
        words = name.split()
        if not name.isupper():
            return " ".join(words)
        acronym = len(words) == 1 and len(name) <= _SHORT
        return " ".join(self._cases.get(word) or (word if acronym else word.title()) for word in words)

    def _names(self, label: Label) -> bool:
        """Whether it is understood: a full name, an office, or a word that the text has as part of a name."""
        if label.asks or label.answers or label.is_office or label.is_full:
            return True
        if label.form in (Form.SURE, Form.FLOOR, Form.STAMP):
            return label.is_name or label.is_nick
        if not label.is_name:
            return label.is_nick and self._times[label.key] >= _SEVERAL
        return label.beside or label.key in self._parts or self._times[label.key] >= _SEVERAL

    def _words_at(self, index: int) -> int:
        """Where the words behind a label begin; the paragraph's end where it stands alone."""
        paragraph, label = self._paragraphs[index], self._labels[index]
        line = paragraph.lines[0]
        if label.end < len(line.text):
            return line.start + label.end
        return paragraph.lines[1].start if len(paragraph.lines) > 1 else paragraph.end

    def _words_end(self, index: int) -> int:
        """Where a paragraph with a label ends, without the mark that closes a voice."""
        paragraph = self._paragraphs[index]
        line = paragraph.lines[-1].text
        return paragraph.end - (len(line) - len(line.removesuffix(_VOICE_END).rstrip()))

    def _inside(self, first: int, last: int, *, dense: bool, final: bool) -> list[int]:
        """The paragraphs behind ``first`` that go on with its words."""
        found: list[int] = []
        for index in range(first + 1, last):
            if self._kinds[index] in _ENDS:
                break
            if self._kinds[index] in RUNNING_TEXT and not _ASIDE.fullmatch(self._paragraphs[index].text):
                found.append(index)
        own = 0 if self._words_at(first) < self._paragraphs[first].end else 1
        if not dense:
            return found[:own]
        if final:
            # Behind the last label the writer may speak again: the words go on as far as somebody says "I".
            while len(found) > own and not self._speaks_of_self(self._paragraphs[found[-1]].text):
                found.pop()
        return found

    def _talks(self, index: int) -> bool:
        """Whether the words behind a label are spoken: "I", "you", or a question."""
        paragraph, label = self._paragraphs[index], self._labels[index]
        words = paragraph.text[label.end :]
        if label.alone and len(paragraph.lines) == 1 and index + 1 < len(self._paragraphs):
            words = self._paragraphs[index + 1].text
        return words.endswith("?") or self._speaks_of_self(words)

    def _speaks_of_self(self, words: str) -> bool:
        return not _SELF.isdisjoint(word.lower() for word in _WORD.findall(_QUOTED.sub(" ", words)))

    def _stands_alone(self, index: int) -> bool:
        """Whether the one label of a text is a speaker's: it has a full name, and no headline is meant."""
        paragraph = self._paragraphs[index]
        title = index == 0 and len(self._paragraphs) > 1 and not is_final(paragraph.text)
        return self._labels[index].is_full and not title


def _name_parts(paragraphs: Sequence[Paragraph], first: int) -> tuple[frozenset[str], dict[str, str]]:
    """The parts of the text's names, small, with those of what stands before the first label; how parts are written.

    The latter are for labels in capitals: "McRoe" for "MCROE".
    """
    parts: set[str] = set()
    cases: dict[str, str] = {}
    for index, paragraph in enumerate(paragraphs):
        for name in _CAPITALS.finditer(paragraph.text):
            words = [word.strip(".,'’") for word in name.group().split()]
            parts.update(word.casefold() for word in words)
            cases.update((word.upper(), word) for word in words if not word.isupper())
        if index < min(first, _OVERTURE):
            parts.update(word.casefold() for word in _WORD.findall(paragraph.text) if word[0].isupper())
    return frozenset(parts), cases


_MAY_SPEAK = frozenset({*RUNNING_TEXT, BlockKind.HEADLINE, BlockKind.CAPTION})
"""Kinds that a paragraph with a label may look like: a short turn is like a heading, "A." like its number."""
_ENDS = frozenset({BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.SALUTATION, BlockKind.METADATA,
                   BlockKind.TABLE, BlockKind.SIGNATURE})  # fmt: skip
"""Kinds of paragraphs that no turn runs over."""


def clip(turn: Turn, span: Span) -> Turn | None:
    """The part of ``turn`` within ``span``, without its speaker where his label lies outside; ``None`` for none."""
    inside = span[0] <= turn.label[0] and turn.label[1] <= span[1]
    spans = tuple(
        (max(start, span[0]), min(end, span[1]))
        for start, end in turn.spans
        if start < span[1] and span[0] < end
    )
    if not spans:
        return None
    if inside:
        return replace(turn, spans=spans)
    return replace(turn, label=(spans[0][0], spans[0][0]), spans=spans, speaker=None)
