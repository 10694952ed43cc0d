"""Whom a letter is addressed to, by the lines over its salutation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Credit
from sociogram.read.layout.lines import Line, Paragraph
from sociogram.read.phrases.names import is_name

_TITLES = load_vocabulary("read").words("letterhead-titles")
_ESQUIRE = re.compile(r"(?:,|(?<![ \t]))[ \t]+Esq(?:uire)?\b\.?", re.IGNORECASE)
_WORD = re.compile(r"[^\s,]+")


def find_addressed(head: Sequence[Paragraph], named: Credit | None, author: Credit | None) -> Credit | None:
    """The full name of whom the salutation calls ``named``, from the lines ``head`` over it; ``None`` if none has it.

    Where the salutation names nobody ("Sir,"), it is the one line with a title before or "Esquire" behind the name.
    ``author``, whose own address may stand there, is not taken.
    """
    called = _bare(named.value) if named is not None else []
    found: dict[str, Credit] = {}
    for line in (line for paragraph in head for line in paragraph.lines):
        name, titled = _name_in(line)
        if name is None or _is_author(name, author):
            continue
        words = _bare(name.value)
        if set(called) <= set(words) and len(words) > len(called) if called else titled:
            found.setdefault(name.value, name)
    return next(iter(found.values())) if len(found) == 1 else None


def _name_in(line: Line) -> tuple[Credit | None, bool]:
    """The person whose name a line begins with, and whether a title or "Esquire" stands with it."""
    comma = line.text.find(",")
    esquire = _ESQUIRE.search(line.text)
    end = min(esquire.start() if esquire else len(line.text), comma if comma >= 0 else len(line.text))
    start = 0
    while (
        (word := _WORD.match(line.text, start)) is not None
        and _plain(word[0]) in _TITLES
        and word.end() < end
    ):
        start = word.end() + len(line.text[word.end() :]) - len(line.text[word.end() :].lstrip())
    value = line.text[start:end].rstrip()
    if not is_name(value, most=5):
        return None, False
    person = Credit(value=value, start=line.start + start, end=line.start + start + len(value))
    return person, bool(start or esquire)


def _is_author(name: Credit, author: Credit | None) -> bool:
    """Whether the name may be the writer's: the same surname, and the same first letter before it."""
    if author is None:
        return False
    one, other = _bare(name.value), _bare(author.value)
    return bool(one) and bool(other) and one[-1] == other[-1] and one[0][0] == other[0][0]


def _bare(name: str) -> list[str]:
    return [word for word in map(_plain, name.split()) if word and word not in _TITLES]


def _plain(word: str) -> str:
    return word.strip(".,:;\"“”'’()").lower()
