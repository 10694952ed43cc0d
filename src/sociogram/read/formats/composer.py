"""Texts made of a format's pieces, so that every value of its metadata has words in the text.

The composed text is "the text of the file as read": it is put together once, here, and offsets
count in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sociogram.model import Block, BlockKind, Credit, Document
from sociogram.read.phrases.dates import NO_ORDER, NumberOrder, find_date, with_century
from sociogram.read.phrases.no_values import is_no_value
from sociogram.read.structure import find_documents

_SURROGATE = re.compile("[\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")
_SHORTEST_WORD = 2
"""Characters of a name; a single one is a stray initial or sign."""
_GAP = "\n\n"
"""What parts the pieces of a text."""


def clean(text: str) -> str:
    """``text`` without lone surrogates, which no file can hold."""
    return _SURROGATE.sub("�", text)


class Composer:
    """Collects the pieces of one document and joins them by blank lines."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._title: Credit | None = None
        self._authors: list[Credit] = []
        self._recipients: list[Credit] = []
        self._copied: list[Credit] = []
        self._publisher: Credit | None = None
        self._published: str | None = None

    def add(self, text: str, kind: BlockKind | None = None) -> int:
        """Add a piece, as a block of ``kind`` or for its words to be judged; gives where it starts."""
        piece = clean(text).strip()
        if not piece:
            return self._length
        if self._text:
            self._text.append(_GAP)
            self._length += len(_GAP)
        start = self._length
        self._text.append(piece)
        self._length += len(piece)
        if kind is not None:
            self._blocks.append(Block(kind=kind, start=start, end=self._length))
        return start

    def add_title(self, title: str | None) -> None:
        """Add the title as a headline."""
        value = one_line(title)
        if value:
            start = self.add(value, BlockKind.HEADLINE)
            self._title = Credit(value=value, start=start, end=start + len(value))

    def add_authors(self, names: list[str], lead: str = "By ", kind: BlockKind = BlockKind.BYLINE) -> None:
        """Add one line with all authors."""
        self._authors += self._add_names(names, lead, kind)

    def add_recipients(self, names: list[str], lead: str = "To: ") -> None:
        """Add one line with all whom the document is sent to."""
        self._recipients += self._add_names(names, lead, BlockKind.METADATA)

    def add_copied(self, names: list[str], lead: str = "Cc: ") -> None:
        """Add one line with all who get a copy."""
        self._copied += self._add_names(names, lead, BlockKind.METADATA)

    def add_publisher(self, name: str | None, lead: str = "Publisher: ") -> None:
        """Add who published the document."""
        found = self._add_names([name or ""], lead, BlockKind.METADATA)
        self._publisher = found[0] if found else self._publisher

    def add_published(
        self, date: str | None, lead: str = "Published ", *, order: NumberOrder = NO_ORDER
    ) -> None:
        """Add the date, whose day the document is said to be of; ``order`` is that of its numbers, 04/05/2025."""
        value = one_line(date)
        if value:
            self.add(lead + value, BlockKind.DATELINE)
            full = with_century(value) if order.shown else value
            found = find_date(full, day_first=order.day_first)
            self._published = found.iso if found else None

    def _add_names(self, names: list[str], lead: str, kind: BlockKind) -> list[Credit]:
        values = [value for value in (one_line(name) for name in names) if _is_word(value)]
        values = list(dict.fromkeys(values))
        if not values:
            return []
        place = self.add(lead + ", ".join(values), kind) + len(lead)
        credited: list[Credit] = []
        for value in values:
            credited.append(Credit(value=value, start=place, end=place + len(value)))
            place += len(value) + len(", ")
        return credited

    def text(self) -> str:
        """All pieces so far."""
        return "".join(self._text)

    def has(self, text: str) -> bool:
        """Whether ``text`` is the title."""
        return self._title is not None and _plain(text) == _plain(self._title.value)

    def documents(
        self,
        *,
        source: str,
        id: str,  # noqa: A002
        genre: str | None = None,
        split: bool = False,
    ) -> list[Document]:
        """The documents of the text; what the format says goes before what the words say.

        With ``split`` off there are several only if the text is too long for one.
        """
        found = find_documents(self.text(), source=source, id=id, given=self._blocks, split=split)
        return [self._credited(document, genre) for document in found[:1]] + [
            replace(document, published=self._published or document.published, genre=genre or document.genre)
            for document in found[1:]
        ]

    def _credited(self, document: Document, genre: str | None) -> Document:
        return replace(
            document,
            title=self._title or document.title,
            authors=tuple(self._authors) or document.authors,
            recipients=tuple(self._recipients) or document.recipients,
            copied=tuple(self._copied) or document.copied,
            publisher=self._publisher or document.publisher,
            published=self._published or document.published,
            genre=genre or document.genre,
        )


def _is_word(value: str) -> bool:
    return len(value) >= _SHORTEST_WORD and not is_no_value(value)


def one_line(value: str | None) -> str:
    """``value`` with its blanks made single; empty for ``None``."""
    return _BLANKS.sub(" ", clean(value)).strip() if value else ""


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().lower()


def lay_out(parts: Iterable[Sequence[Document]], id: str) -> list[Document]:  # noqa: A002
    """The documents of several composed texts, as those of one text in which they stand one behind another."""
    held = [list(part) for part in parts if part]
    text = _GAP.join(part[0].text for part in held)
    found: list[Document] = []
    place = 0
    for part in held:
        found += [_moved(document, place, text) for document in part]
        place += len(part[0].text) + len(_GAP)
    return [
        replace(document, id=id if number == 1 else f"{id}.{number}")
        for number, document in enumerate(found, start=1)
    ]


def _moved(document: Document, by: int, text: str) -> Document:
    """``document`` as it stands ``by`` characters further on, in ``text``."""
    return replace(
        document,
        text=text,
        start=document.start + by,
        end=document.end + by,
        title=_shifted(document.title, by),
        authors=tuple(_moved_credit(credit, by) for credit in document.authors),
        recipients=tuple(_moved_credit(credit, by) for credit in document.recipients),
        copied=tuple(_moved_credit(credit, by) for credit in document.copied),
        publisher=_shifted(document.publisher, by),
        blocks=tuple(replace(block, start=block.start + by, end=block.end + by) for block in document.blocks),
    )


def _shifted(credit: Credit | None, by: int) -> Credit | None:
    return _moved_credit(credit, by) if credit is not None else None


def _moved_credit(credit: Credit, by: int) -> Credit:
    """``credit`` whose words stand ``by`` characters further on; one without words stays as it is."""
    if credit.start is None or credit.end is None:
        return credit
    return replace(credit, start=credit.start + by, end=credit.end + by)
