"""A document's day and outlet by the name of its file, where its words and its format's own metadata give none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import PurePosixPath

from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Credit, Document, Skipped

_WORDS = load_vocabulary("read")
_NO_DATING = _WORDS.words("no-dating-names")
_COINED = _WORDS.words("coined-outlets")
_YEAR, _MONTH, _DAY = r"(?:1[89]|20)\d\d", r"\d\d", r"\d\d"
_DATE = re.compile(
    rf"(?<![^\W_])(?:(?P<dashed>{_YEAR}-{_MONTH}-{_DAY})|(?P<plain>{_YEAR}{_MONTH}{_DAY}))(?![^\W_]|-\d)"
)
_WORD = re.compile(r"[^\W_]+")
_MOST_WORDS = 6
"""Words of the longest name of an outlet."""

_MOST_HELD = 20
"""Lines on what was passed over in a file that are waited for; one with more is a collection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NameCredits:
    """What the name of a file says of its document."""

    published: str | None = None
    publisher: str | None = None


def with_file_name(found: Iterable[Document | Skipped], name: str) -> Iterator[Document | Skipped]:
    """What was ``found`` in the file ``name``; a document that is alone in it takes from the name what it lacks."""
    said = read_file_name(name)
    if said == NameCredits():
        # Nothing is held back, so that what a reader gave is kept where it hangs behind.
        yield from found
        return
    items = iter(found)
    held: list[Document | Skipped] = []
    for item in items:
        held.append(item)
        documents = [each for each in held if isinstance(each, Document)]
        if len(documents) > 1 or len(held) > _MOST_HELD:
            yield from held
            yield from items
            return
    for each in held:
        yield _credited(each, said) if isinstance(each, Document) else each


def _credited(document: Document, said: NameCredits) -> Document:
    if document.published and document.publisher:
        return document
    taken: list[str] = []
    if said.published and not document.published:
        document = replace(document, published=said.published)
        taken.append("published")
    if said.publisher and not document.publisher:
        # It has no words in the text, and so makes no claim.
        document = replace(document, publisher=Credit(value=said.publisher))
        taken.append("publisher")
    return replace(document, from_name=tuple(taken))


def read_file_name(name: str) -> NameCredits:
    """The day and the outlet in the ``name`` of a file, or in that of a file in an archive (``a.zip#b.txt``).

    The day must be written as 2016-03-04 or 20160304 and be the only one. An outlet is one only beside a day; it must
    be a name of the lists, and all that there is beside the day, or a name that is no word of the language.
    """
    stem = PurePosixPath(name.rpartition("#")[2]).stem
    dates = list(_DATE.finditer(stem))
    day = _iso(dates[0]) if len(dates) == 1 else None
    if day is None:
        return NameCredits()
    before, behind = _words(stem[: dates[0].start()]), _words(stem[dates[0].end() :])
    if not _NO_DATING.isdisjoint([*before, *behind]):
        return NameCredits()
    return NameCredits(published=day, publisher=_outlet(before, behind))


def _iso(found: re.Match[str]) -> str | None:
    digits = found[0].replace("-", "")
    try:
        return dt.date(int(digits[:4]), int(digits[4:6]), int(digits[6:])).isoformat()
    except ValueError:
        return None


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in _WORD.findall(text))


def _outlet(before: tuple[str, ...], behind: tuple[str, ...]) -> str | None:
    """The outlet that stands on one side of the day; ``None`` also where there is one on each."""
    found = {
        outlet for outlet in (_nearest(before[::-1], turned=True), _nearest(behind, turned=False)) if outlet
    }
    whole = _outlets().get(before or behind) if not (before and behind) else None
    if whole:
        return whole
    return found.pop() if len(found) == 1 else None


def _nearest(words: tuple[str, ...], *, turned: bool) -> str | None:
    """The longest coined name of an outlet that ``words``, from the day away, begin with."""
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        name = words[:count][::-1] if turned else words[:count]
        if " ".join(name) in _COINED and name in _outlets():
            return _outlets()[name]
    return None


@cache
def _outlets() -> dict[tuple[str, ...], str]:
    """The outlets of the lists by the words of their names, those left out that several outlets share."""
    named: dict[tuple[str, ...], set[str]] = {}
    for entry in load_actor_lists().entries.values():
        if entry.kind == "MediaOutlet":
            for name in (entry.name, *entry.aliases):
                named.setdefault(_words(name), set()).add(entry.name)
    return {words: names.pop() for words, names in named.items() if len(names) == 1}
