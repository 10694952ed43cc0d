"""Web pages: the article without the page around it."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import BlockKind, Document, Skipped
from sociogram.read.files.decode import decode, is_text_encoding
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.composer import Composer, one_line
from sociogram.read.formats.main_text import (
    find_missed,
    is_clear_notice,
    is_menu,
    is_notice,
    is_sentence,
    pieces,
)
from sociogram.read.formats.visible import drop_unseen

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

DEEPEST = 800
"""Nested elements; walks over a page are recursive, and Python allows 1,000 calls within each other."""
_KINDS = {
    "head": BlockKind.HEADLINE,
    "quote": BlockKind.QUOTE,
    "item": BlockKind.BULLET,
    "code": BlockKind.FURNITURE,
}
_PIECES = frozenset({"p", "head", "item", "quote", "cell", "row", "table", "list", "lb", "code", "div", "fw"})
"""Trafilatura's elements that are pieces of text of their own."""
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_-]+)", re.IGNORECASE)
_LATEST = "2100-01-01"
"""The last date that a page may have been published on; otherwise the result would hang on the day of reading."""
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9]*+)(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*+>")
_MOST_ATTRIBUTES = 1_000
"""Attributes of an element beyond which none is read: the parser compares each with all those before it."""
_NEWLINE = re.compile(r"(?<!\s)\s*\n\s*")


@dataclass(frozen=True)
class HtmlReader:
    """Reads a saved web page with trafilatura, on its content alone: nothing is fetched."""

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The article of the page; raises ``InputError`` where there is no text in it."""
        encoding = self.options.encoding or _declared(content)
        page = decode(content, source, encoding)
        composer = Composer()
        compose_page(page, composer, with_metadata=True)
        self.options.check_text(composer.text(), source)
        documents = composer.documents(source=source, id=slug(source))
        if not documents or not _has_body(documents):
            raise InputError(
                source,
                "has no text but menus, notices, comments and scripts",
                "save the page once it has loaded, or its text",
            )
        yield from documents


def compose_page(page: str, composer: Composer, *, with_metadata: bool) -> None:
    """Add the article of ``page`` to ``composer``, piece by piece, its metadata first if wanted."""
    page = thin_tags(page)
    tree = None if nesting(page) > DEEPEST else _tree(page)
    # lxml reads nothing below some 250 elements within each other.
    if tree is None or next(pieces(tree), None) is None:
        _compose_words(page, composer)
        return
    drop_unseen(tree)
    found = _extracted(tree, with_metadata=with_metadata)
    body = None if found is None else found.body
    words = "" if body is None else _spaced(body)
    if with_metadata and found is not None:
        composer.add_title(found.title)
        composer.add_authors([name.strip() for name in (found.author or "").split(";")])
        composer.add_published(found.date)
        composer.add_publisher(_site(found))
    missed = find_missed(tree, words)
    if missed is not None or not words.strip():
        _compose_element(tree if missed is None else missed, composer, notices=not with_metadata)
    elif body is not None and not (with_metadata and (_is_notices(body) or is_menu(tree, words))):
        _add_children(body, composer, notices=not with_metadata)


def _tree(page: str) -> HtmlElement | None:
    from trafilatura.utils import load_html

    return load_html(page)


def _extracted(tree: HtmlElement, *, with_metadata: bool) -> Any:
    """What trafilatura takes for the article of ``tree``, which stays as it is; ``None`` where it finds none."""
    import trafilatura
    from trafilatura.settings import use_config

    config = use_config()
    config.set("DEFAULT", "EXTRACTION_TIMEOUT", "0")
    return trafilatura.bare_extraction(
        copy.deepcopy(tree),
        with_metadata=with_metadata,
        include_comments=False,
        include_tables=True,
        favor_recall=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": _LATEST},
        config=config,
    )


def _is_notices(body: _Element) -> bool:
    """Whether all that was found are notices to the page's reader, and headings."""
    found = _paragraphs(body)
    return any(is_notice(piece) for piece in found) and not any(is_sentence(piece) for piece in found)


def _compose_element(element: HtmlElement, composer: Composer, *, notices: bool) -> None:
    """Add the words of ``element``, those of ``notices`` to the page's reader if wanted."""
    for text, kind, _ in pieces(element):
        if not composer.has(text) and (notices or not is_notice(text)):
            composer.add(text, kind)


def _compose_words(page: str, composer: Composer) -> None:
    """Add the words of a page that is nested too deeply for a tree."""
    bare = re.sub(
        r"(?is)<(script|style|noscript|template|s|del|strike)\b(?![-\w]).*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)",
        " ",
        page,
    )
    bare = re.sub(
        r"(?i)<(?:/?(?:p|div|br|li|tr|h[1-6]|table|section|article|ul|ol|blockquote))\b[^<>]*>", "\n\n", bare
    )
    import html

    for piece in re.split(r"\n\s*\n", html.unescape(re.sub(r"<[^<>]*>", " ", bare))):
        composer.add(one_line(piece))


def _declared(content: bytes) -> str | None:
    """The encoding that the page's head names, if Python knows it and the bytes are valid in it."""
    import codecs

    if content.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return None
    found = _CHARSET.search(content[:4096])
    if not found:
        return None
    if not is_text_encoding(found[1].decode("ascii")):
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        # Browsers read Latin-1 as the Windows code page.
        name = "cp1252" if name in ("iso8859-1", "ascii") else name
        content.decode(name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None
    return name


def nesting(page: str) -> int:
    """How deep elements are nested at most, counting only those that are closed again somewhere."""
    depth = deepest = 0
    for match in re.finditer(
        r"<(/?)(?:div|span|p|ul|ol|li|table|tr|td|b|i|em|strong|font|section|a|blockquote)\b",
        page,
        re.IGNORECASE,
    ):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def thin_tags(page: str) -> str:
    """``page`` without the attributes of elements that have more of them than anybody writes."""
    return _TAG.sub(_thin_tag, page)


def _thin_tag(found: re.Match[str]) -> str:
    tag = found[0]
    if len(tag) < 2 * _MOST_ATTRIBUTES or max(tag.count("="), len(tag.split())) <= _MOST_ATTRIBUTES:
        return tag
    return f"<{found[1]}>"


def _site(found: Any) -> str | None:
    name = one_line(found.sitename)
    return None if not name or name.lower() == one_line(found.title).lower() else name.lstrip("@")


def _has_body(documents: list[Document]) -> bool:
    made = (BlockKind.HEADLINE, BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.METADATA, BlockKind.FURNITURE)
    return any(block.kind not in made for document in documents for block in document.blocks)


def _spaced(body: _Element) -> str:
    """All words of ``body``, with blank lines around what is a piece of its own."""
    from lxml import etree

    parts: list[str] = []
    for event, node in etree.iterwalk(body, events=("start", "end")):
        if node.tag in _PIECES:
            parts.append("\n\n")
        parts.append((node.text if event == "start" else node.tail) or "")
    return "".join(parts)


def _add_children(element: _Element, composer: Composer, *, notices: bool) -> None:
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "table":
            _add_table(child, composer)
        elif tag in ("list", "div", "body", "main", "article"):
            if child.text and child.text.strip():
                composer.add(_words(child.text))
            _add_children(child, composer, notices=notices)
        elif tag == "quote" and len(child):
            for piece in _paragraphs(child):
                composer.add(piece, BlockKind.QUOTE)
        elif tag != "graphic":
            for piece in _paragraphs(child):
                if not composer.has(piece) and (notices or not is_clear_notice(piece)):
                    composer.add(piece, _KINDS.get(tag))
        if child.tail and child.tail.strip():
            composer.add(_words(child.tail))


def _paragraphs(element: _Element) -> list[str]:
    """The words of ``element``, cut at its line breaks."""
    return [_words(piece) for piece in "".join(_ordered(element)).split("\n\n") if piece.strip()]


def _ordered(element: _Element) -> Iterator[str]:
    """All text of ``element`` in order, with a blank line for each break."""
    yield (element.text or "").replace("\n\n", " ")
    for child in element:
        if child.tag in ("lb", "p", "item", "head"):
            yield "\n\n"
        if isinstance(child.tag, str):
            yield from _ordered(child)
        if child.tag in ("p", "item", "head"):
            yield "\n\n"
        yield (child.tail or "").replace("\n\n", " ")


def _add_table(table: _Element, composer: Composer) -> None:
    rows = []
    for row in table.iter("row"):
        cells = [one_line("".join(cell.itertext())) for cell in row.iter("cell")]
        rows.append("\t".join(cell for cell in cells if cell))
    add_rows([row for row in rows if row], composer)


def add_rows(rows: list[str], composer: Composer) -> None:
    """Add a table, its cells held apart by tabs; one whose cells are prose is for the page's looks, and is prose."""
    cells = [cell for row in rows for cell in row.split("\t")]
    if cells and sum(len(cell) > 150 for cell in cells) >= 0.5 * len(cells):
        for cell in cells:
            composer.add(cell)
    elif rows:
        composer.add("\n".join(rows), BlockKind.TABLE)


def _words(text: str) -> str:
    return _NEWLINE.sub(" ", text).strip()


READER = HtmlReader()
