"""The article of a web page where its marks mislead: by where the sentences stand that are no notices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import BlockKind

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "dialog", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav",
    "ol", "p", "pre", "section", "summary", "table", "td", "th", "tr", "ul",
})  # fmt: skip
"""Elements at which one piece of text ends and the next begins."""
_AROUND = frozenset(
    {"nav", "aside", "footer", "form", "button", "select", "dialog", "iframe", "svg", "menu", "head"}
)
"""Elements that are no part of an article that they stand in."""
_WHOLE = frozenset({"html", "body", "main"})
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADLINE),
    "li": BlockKind.BULLET, "blockquote": BlockKind.QUOTE, "figcaption": BlockKind.CAPTION, "pre": BlockKind.FURNITURE,
}  # fmt: skip
_SENTENCE = re.compile(r"(?:\S+\s+){2,}\S*[.!?…][\"'”’)\]]*\s*$", re.DOTALL)
"""At least three words with the end of a sentence."""
_ADDRESSED = re.compile(r"\b(?:we|our|us|you|your|please)\b", re.IGNORECASE)
_NOTICES = load_vocabulary("read").ordered("notices")
_APART = load_vocabulary("read").ordered("apart-classes")
_SHARE = 0.6
"""Of the sentences of a page, what the innermost element that holds its article has at least."""
_MARKED = 0.6
_UNMARKED = 0.34
"""Of the sentences of that element, what must have been found if it is marked as an article or has a title; if not."""


def pieces(element: HtmlElement) -> Iterator[tuple[str, BlockKind | None, HtmlElement]]:
    """The texts within ``element`` in their order, each with its kind and the block that it stands in."""
    held: list[str] = []
    blocks: list[HtmlElement] = [element]
    skipped = 0
    from lxml import etree

    for event, node in etree.iterwalk(element, events=("start", "end")):
        tag = node.tag if isinstance(node.tag, str) else ""
        inside = node is not element
        around = inside and tag in _AROUND
        block = tag in _BLOCKS
        if block and not skipped and held:
            yield from _piece(held, blocks)
            held = []
        if event == "start":
            skipped += around
            if block and inside:
                blocks.append(node)
            if not skipped and tag:
                held.append(node.text or "")
            continue
        skipped -= around
        if block and inside:
            blocks.pop()
        if inside and not skipped:
            held.append(node.tail or "")
    yield from _piece(held, blocks)


def _piece(held: list[str], blocks: list[HtmlElement]) -> Iterator[tuple[str, BlockKind | None, HtmlElement]]:
    text = " ".join("".join(held).split())
    if text:
        kind = next((_KINDS[block.tag] for block in reversed(blocks) if block.tag in _KINDS), None)
        yield text, kind, blocks[-1]


def is_sentence(text: str) -> bool:
    """Whether ``text`` ends as a sentence, and is no notice to the page's reader."""
    return bool(_SENTENCE.search(text[-400:])) and not is_notice(text)


def is_notice(text: str) -> bool:
    """Whether ``text`` speaks to the page's reader about cookies, subscriptions, rights and the like."""
    return _notices(text) >= 1 and bool(_ADDRESSED.search(text))


def is_clear_notice(text: str) -> bool:
    """Whether ``text`` does so in more than one way, so that it is no sentence of somebody who says "we"."""
    return _notices(text) >= 2 and bool(_ADDRESSED.search(text))


def _notices(text: str) -> int:
    small = text.lower()
    return sum(words in small for words in _NOTICES)


def find_missed(page: HtmlElement, found: str) -> HtmlElement | None:
    """The element with the article of ``page``, if ``found``, which was taken for it, has little of it.

    Paragraphs in ``found`` are parted by blank lines; one that runs into the next does not count. Where all sentences
    stand in what is usually beside an article, such as comments, one of them with a title is the article.
    """
    pieces_ = list(_all_pieces(page))
    every = [(text, block) for text, block, apart in pieces_ if not apart]
    article = _innermost([(len(text), block) for text, block in every if is_sentence(text)])
    if article is None:
        every = [(text, block) for text, block, _ in pieces_]
        article = _innermost([(len(text), block) for text, block in every if is_sentence(text)])
        if article is None or not _is_own(article):
            return None
    within = set(article.iter())
    texts = [text for text, block in every if block in within]
    sought = {_squeezed(text): len(text) for text in texts if is_sentence(text)}
    # One that runs into the next, or a heading into it, is not found.
    had = sum(sought.get(_squeezed(text), 0) for text in set(found.split("\n\n")))
    return article if had < (_MARKED if _is_marked(article) else _UNMARKED) * sum(sought.values()) else None


def is_menu(page: HtmlElement, found: str) -> bool:
    """Whether ``found`` has no sentence while the page has some, in what is usually beside an article."""
    if any(is_sentence(text) for text in found.split("\n\n")):
        return False
    return any(is_sentence(text) for text, _, apart in _all_pieces(page) if apart)


def _is_own(article: HtmlElement) -> bool:
    """Whether an element with a name of what is beside an article has a title, and is no row of what others wrote."""
    named = sum(_says_apart(element) for element in article.iterdescendants())
    return named < 2 and _is_marked(article)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _all_pieces(page: HtmlElement) -> Iterator[tuple[str, HtmlElement, bool]]:
    """The pieces of the page with those of its asides and footers, and whether others wrote them or they sell."""
    apart: dict[HtmlElement, bool] = {}
    for element in list(page.iter("aside", "footer", "dialog")):
        element.set("data-was", element.tag)
        element.tag = "section"
    try:
        for text, _, block in pieces(page):
            yield text, block, _is_apart(block, apart)
    finally:
        for element in list(page.iter("section")):
            if element.get("data-was"):
                element.tag = element.attrib.pop("data-was")


def _is_apart(block: HtmlElement, known: dict[HtmlElement, bool]) -> bool:
    """Whether a class or id of ``block`` or around it says that it stands beside the article; ``known`` is filled."""
    asked: list[HtmlElement] = []
    found = False
    for element in (block, *block.iterancestors()):
        if element in known:
            found = known[element]
            break
        asked.append(element)
    for element in reversed(asked):
        found = found or _says_apart(element)
        known[element] = found
    return found


def _says_apart(element: HtmlElement) -> bool:
    own = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return element.tag not in _WHOLE and any(name in own for name in _APART)


def _innermost(sentences: list[tuple[int, HtmlElement]]) -> HtmlElement | None:
    """The innermost element that holds most of ``sentences``, but not only one of them if there are more."""
    weights: Counter[HtmlElement] = Counter()
    for length, block in sentences:
        for element in (block, *block.iterancestors()):
            weights[element] += length
    whole = sum(length for length, _ in sentences)
    holding = [element for element, weight in weights.items() if weight >= _SHARE * whole]
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _is_marked(element: HtmlElement) -> bool:
    marked = element.tag in ("article", "main") or element.get("role") == "main"
    return marked or next(element.iter("h1", "article", "main"), None) is not None
