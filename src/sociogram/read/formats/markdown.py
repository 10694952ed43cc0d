"""Markdown: plain text whose marks tell headings, tables and code."""

from __future__ import annotations

import datetime as dt
import functools
import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Block, BlockKind, Credit, Document, Skipped
from sociogram.read.files.decode import decode
from sociogram.read.files.guard import skipped
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.composer import lay_out
from sociogram.read.formats.records import NAMES
from sociogram.read.formats.thread import thread_in_text
from sociogram.read.phrases.dates import find_date
from sociogram.read.phrases.no_values import is_no_value
from sociogram.read.structure import find_documents

_FRONT = re.compile(r"\A---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_MARKS = (
    (re.compile(r"^(```|~~~)[^\n]*\n.*?(?:^\1[ \t]*$|\Z)", re.MULTILINE | re.DOTALL), BlockKind.FURNITURE),
    (re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL), BlockKind.FURNITURE),
    (re.compile(r"^#{1,6}[ \t]+\S[^\n]*$", re.MULTILINE), BlockKind.HEADLINE),
    (re.compile(r"^[^\s>|#*+-][^\n]*(?=\r?\n(?:={3,}|-{3,})[ \t]*\r?$)", re.MULTILINE), BlockKind.HEADLINE),
    (re.compile(r"^[ \t]*\|[^\n]*\|[ \t]*$(?:\n[ \t]*\|[^\n]*\|[ \t]*$)+", re.MULTILINE), BlockKind.TABLE),
    (re.compile(r"^!\[[^\]\n]*\]\([^)\n]*\)[ \t]*$", re.MULTILINE), BlockKind.FURNITURE),
    (re.compile(r"^\[[^\]\n]+\]:[ \t]*\S+[^\n]*$", re.MULTILINE), BlockKind.FURNITURE),
)
_DEEPEST = 50
"""Levels of a front matter up to which it is read."""
_CREDITED = ("title", "author", "publisher")


@dataclass(frozen=True)
class MarkdownReader:
    """Reads Markdown with a front matter of YAML, if it has one; a mail with messages that it quotes as plain text."""

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".md", ".markdown")

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The documents of the text; raises ``InputError`` where there are none."""
        text = decode(content, source, self.options.encoding)
        self.options.check_text(text, source)
        front = _FRONT.match(text)
        thread = thread_in_text(text, source) if front is None else None
        if thread is not None:
            yield from lay_out(thread[0], slug(source))
            yield from thread[1]
            return
        documents = find_documents(
            text, source=source, id=slug(source), given=_marked(text, front), split=front is None, joined=True
        )
        if not documents:
            raise InputError(source, "has no words", "give a file with text")
        if front is None:
            yield from documents
            return
        try:
            values = _read_front(front[1], source)
        except InputError as error:
            values = {}
            yield skipped(error)
        for document in documents:
            yield _with_front(document, values, front[1], front.start(1))


def _marked(text: str, front: re.Match[str] | None) -> list[Block]:
    found = [Block(kind=BlockKind.METADATA, start=front.start(), end=front.end())] if front else []
    floor = found[0].end if found else 0
    for pattern, kind in _MARKS:
        for match in pattern.finditer(text, floor):
            # No two of those found overlap, so that only the last one that begins before its end can be in the way.
            place = bisect_left(found, match.end(), key=attrgetter("start"))
            if (place == 0 or found[place - 1].end <= match.start()) and _whole_lines(text, match):
                found.insert(place, Block(kind=kind, start=match.start(), end=match.end()))
    return found


def _whole_lines(text: str, match: re.Match[str]) -> bool:
    """Whether nothing else stands on the lines of ``match``; a comment inside a sentence is left there."""
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    end = text.find("\n", match.end())
    return not before.strip() and not text[match.end() : end if end >= 0 else len(text)].strip()


def _read_front(front: str, source: str) -> dict[str, Any]:
    """The values of a front matter by their names in small letters; none where it is no YAML of names and values.

    Raises:
        InputError: If it repeats parts of itself, which a few lines can do without an end, or nests them too deeply.
    """
    import yaml

    try:
        _check_front(front, source)
        values: Any = yaml.load(front, Loader=_plain_loader())  # noqa: S506 - a subclass of the safe loader
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return {str(key).lower(): value for key, value in values.items()} if isinstance(values, dict) else {}


def _check_front(front: str, source: str) -> None:
    """Refuse what the library takes very long for."""
    import yaml

    opening: tuple[type[yaml.Token], ...] = (yaml.BlockMappingStartToken, yaml.BlockSequenceStartToken)
    opening += (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)
    closing = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)
    depth = 0
    for token in yaml.scan(front, Loader=yaml.SafeLoader):
        # An alias stands for what an anchor marked, which may hold aliases: nine of nine are 400 million words.
        if isinstance(token, yaml.AliasToken):
            reason = "has a front matter with aliases of YAML ('*name'), which are not read: title and author may lack"
            raise InputError(f"{source}#front", reason, "write the values out")
        depth += isinstance(token, opening) - isinstance(token, closing)
        # At each word the library looks at every level.
        if depth > _DEEPEST:
            reason = (
                f"has a front matter of over {_DEEPEST} levels, which is not read: title and author may lack"
            )
            raise InputError(f"{source}#front", reason, "write it without so many brackets and dashes")


@functools.cache
def _plain_loader() -> Any:
    """YAML's safe loader with numbers as they are written: "title: 1984" has no value that Python must hold."""
    import yaml

    class Loader(yaml.SafeLoader):
        """Leaves numbers as they are."""

    Loader.yaml_implicit_resolvers = {
        first: [(tag, pattern) for tag, pattern in known if not tag.endswith((":int", ":float"))]
        for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return Loader


def _with_front(document: Document, named: dict[str, Any], front: str, offset: int) -> Document:
    given = {
        ours: next((named[name] for name in NAMES[ours] if _is_given(named.get(name))), None)
        for ours in (*_CREDITED, "published")
    }
    found = document
    if given["title"]:
        found = replace(found, title=_credit(given["title"], front, offset))
    if given["author"]:
        people = given["author"] if isinstance(given["author"], list) else [given["author"]]
        found = replace(found, authors=tuple(_credit(person, front, offset) for person in people))
    if given["publisher"] and "://" not in str(given["publisher"]):
        found = replace(found, publisher=_credit(given["publisher"], front, offset))
    if given["published"]:
        value = given["published"]
        date = find_date(value.isoformat() if isinstance(value, dt.date) else str(value))
        found = replace(found, published=date.iso if date else found.published)
    return replace(found, genre="article") if found.genre == "text" and found.authors else found


def _is_given(value: object) -> bool:
    return bool(value) and not (isinstance(value, str) and is_no_value(value))


def _credit(value: object, front: str, offset: int) -> Credit:
    name = str(value.get("name", "") if isinstance(value, dict) else value).strip()
    place = front.find(name)
    return (
        Credit(value=name, start=offset + place, end=offset + place + len(name))
        if name and place >= 0
        else Credit(value=name)
    )


READER = MarkdownReader()
