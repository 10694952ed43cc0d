"""The words of a Word document as its reader sees them: with insertions, without what is deleted, struck or hidden."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_P, _TABLE, _ROW, _CELL, _BOX = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc", f"{_W}txbxContent"
_GONE = frozenset({
    f"{_W}del", f"{_W}moveFrom", f"{_W}delText", f"{_W}instrText", f"{_W}delInstrText", f"{_W}pPr", f"{_W}sdtPr",
    f"{_W}footnoteRef", f"{_W}endnoteRef", f"{_W}annotationRef", f"{_W}rt",
})  # fmt: skip
"""What is deleted, moved away, a field's instruction, a property, the figure of a note, how a word is said."""
_UNSEEN = (f"{_W}vanish", f"{_W}webHidden", f"{_W}strike", f"{_W}dstrike")
_OFF = frozenset({"0", "false", "off", "none"})
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}ptab": "\t"}
_RAISED = frozenset({"separator", "continuationSeparator", "continuationNotice"})
"""Kinds of notes that are the rules above the notes."""


def blocks(element: Any) -> Iterator[Any]:
    """The paragraphs and tables within ``element`` in their order, those of text boxes behind their paragraph."""
    for child in _seen(element):
        if child.tag == _P:
            yield child
            yield from _boxed(child)
        elif child.tag == _TABLE:
            yield child
        elif not _is_placeholder(child):
            yield from blocks(child)


def words(paragraph: Any) -> str:
    """The text of a paragraph."""
    return "".join(_words(paragraph))


def runs_on(paragraph: Any) -> bool:
    """Whether the end of a paragraph is deleted, so that the next one's words follow in the same line."""
    return paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None


def rows(table: Any) -> Iterator[list[str]]:
    """The cells of each row of a table, each as one text; cells of a table within a cell are words of that."""
    for row in _below(table, _ROW):
        if row.find(f"{_W}trPr/{_W}del") is None:
            yield [
                " ".join(words(paragraph) for paragraph in _paragraphs(cell)) for cell in _below(row, _CELL)
            ]


def notes(root: Any) -> Iterator[str]:
    """The texts of the footnotes or endnotes in ``root``, the root of their part."""
    for note in root:
        if note.tag in (f"{_W}footnote", f"{_W}endnote") and note.get(f"{_W}type") not in _RAISED:
            yield " ".join(words(paragraph) for paragraph in _paragraphs(note)).strip()


def _paragraphs(element: Any) -> Iterator[Any]:
    for block in blocks(element):
        if block.tag == _P:
            yield block
        else:
            for row in _below(block, _ROW):
                for cell in _below(row, _CELL):
                    yield from _paragraphs(cell)


def _below(element: Any, tag: str) -> Iterator[Any]:
    """The nearest elements of ``tag`` below ``element``, within insertions and content controls as well."""
    for child in _seen(element):
        if child.tag == tag:
            yield child
        elif child.tag not in (_P, _TABLE):
            yield from _below(child, tag)


def _seen(element: Any) -> Iterator[Any]:
    """The children of ``element`` that are not deleted; of alternatives the first."""
    for child in element:
        if child.tag == f"{_MC}AlternateContent":
            yield from child[:1]
        elif isinstance(child.tag, str) and child.tag not in _GONE:
            yield child


def _is_placeholder(element: Any) -> bool:
    """Whether a content control shows the prompt that stands there until somebody writes into it."""
    return element.tag == f"{_W}sdt" and element.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None


def _words(element: Any) -> Iterator[str]:
    for child in _seen(element):
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{_W}r" and _is_unseen(child):
            continue
        elif child.tag != _BOX and not _is_placeholder(child):
            yield from _words(child)


def _is_unseen(run: Any) -> bool:
    """Whether a run is hidden or struck through by its own properties; those of styles are not asked."""
    properties = run.find(f"{_W}rPr")
    if properties is None:
        return False
    found = (properties.find(name) for name in _UNSEEN)
    return any(mark is not None and mark.get(f"{_W}val", "true").lower() not in _OFF for mark in found)


def _boxed(paragraph: Any) -> Iterator[Any]:
    for child in _seen(paragraph):
        if child.tag == _BOX:
            yield from blocks(child)
        else:
            yield from _boxed(child)
