"""The HTML of a mail as lines, with the marks of a plain mail before what is quoted in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sociogram.errors import InputError
from sociogram.read.formats.html import DEEPEST, nesting, thin_tags
from sociogram.read.phrases.correspondents import read_attribution

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANKS = re.compile(r"\s+")
_UNSEEN = frozenset({"script", "style", "head", "title", "template", "noscript", "del", "s", "strike"})
_BLOCKS = frozenset({
    "address", "article", "blockquote", "body", "center", "div", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "footer", "li", "ol", "p", "pre", "section", "table", "tbody", "td", "th", "tr", "ul",
})  # fmt: skip
_APART = frozenset({"blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ol", "p", "pre", "table", "ul"})
"""Elements that stand on lines of their own, and those of them that a blank line parts from the others."""
_RULE = "_" * 32
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_QUOTES = re.compile(r"quote|cite", re.IGNORECASE)
_BORDER = re.compile(r"border-left", re.IGNORECASE)


def page_lines(page: str, source: str) -> str:
    """The words of ``page`` line by line; each level of quotation gives a ">" before the line.

    Empty for a page without quotations that is nested too deeply for the parser, which would silently cut it.

    Raises:
        InputError: If there are quotations in such a page; ``source`` is named in it.
    """
    from lxml import etree, html

    if nesting(page) > DEEPEST:
        if "<blockquote" in page.lower():
            raise InputError(source, "quotes or nests its HTML too deeply", "save its text as .txt")
        return ""
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        root: Any = html.document_fromstring(thin_tags(page).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return ""
    writer = _Lines()
    skipping: Any = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if skipping is None and _is_unseen(element):
                skipping = element
            elif skipping is None:
                writer.begin(element)
        elif skipping is element:
            skipping = None
            writer.say(str(element.tail or ""))
        elif skipping is None:
            writer.end(element)
    return writer.text()


class _Lines:
    """Collects words into lines, each with the level of quotation that it stands in."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._words: list[str] = []
        self._levels: list[bool] = []
        self._level = 0
        self._said = ""

    def begin(self, element: _Element) -> None:
        """Enter ``element``: its own words follow."""
        tag = element.tag
        if tag in _BLOCKS:
            self._break(apart=tag in _APART)
        if tag == "blockquote":
            self._levels.append(self._quotes(element))
            self._level += self._levels[-1]
        elif tag == "li":
            self._words.append("\u2022 ")
        elif tag in ("br", "hr"):
            self._break(apart=False)
            if tag == "hr":
                self._lines.append(f"{'> ' * self._level}{_RULE}")
        self.say(element.text)

    def end(self, element: _Element) -> None:
        """Leave ``element``: what stands behind it follows."""
        if element.tag in _BLOCKS:
            self._break(apart=element.tag in _APART)
        if element.tag == "blockquote":
            self._level -= self._levels.pop()
        self.say(element.tail)

    def say(self, words: str | None) -> None:
        """Add ``words`` to the line at hand."""
        if words:
            self._words.append(words)

    def text(self) -> str:
        """All lines so far."""
        self._break(apart=False)
        return "\n".join(self._lines)

    def _quotes(self, element: _Element) -> bool:
        """Whether a blockquote holds another's message, and is no indented paragraph."""
        marks = f"{element.get('type') or ''} {element.get('class') or ''}"
        style = element.get("style") or ""
        return bool(_QUOTES.search(marks) or _BORDER.search(style) or read_attribution(self._said))

    def _break(self, *, apart: bool) -> None:
        words = _BLANKS.sub(" ", "".join(self._words)).strip()
        self._words.clear()
        if words and words != "\u2022":
            self._lines.append(f"{'> ' * self._level}{words}")
            self._said = words
        if apart and self._lines and self._lines[-1].strip("> "):
            self._lines.append("> " * self._level)


def _is_unseen(element: _Element) -> bool:
    return element.tag in _UNSEEN or bool(_HIDDEN.search(element.get("style") or ""))
