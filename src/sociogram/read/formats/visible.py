"""What of a web page can be seen: struck, deleted and hidden words are taken out of its tree."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_STRUCK = frozenset({"s", "strike", "del"})
_NEVER_SHOWN = frozenset({"template", "noscript", "script", "style"})
_WHOLE = frozenset({"html", "body"})
"""Elements that a script shows once the page has loaded, so that their being hidden says nothing."""
_BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "table", "section", "article", "main", "h1", "h2", "h3", "blockquote"}
)
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b", re.IGNORECASE)
_STRIKING = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,40}\bline-through", re.IGNORECASE)
_SHOWING = re.compile(r"display\s*:\s*(?!none)\w|visibility\s*:\s*visible", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_RULE = re.compile(r"(?<![^{}])([^{}]{1,2000})\{([^{}]{0,5000})\}")
_SELECTOR = re.compile(r"([a-zA-Z][\w-]*)?((?:[.#][\w-]+)*)")
_MOST_STYLE = 500_000
"""Characters of a page's own style sheets that are looked at."""


_MOST_RULES = 50
"""Selectors that ask for one class that are looked at."""
_USUAL = load_vocabulary("read").words("hidden-classes")


@dataclass(frozen=True, slots=True)
class _Selector:
    """``p.note#x`` as its tag and the classes and ids that must all be there."""

    tag: str
    marks: frozenset[str]

    def fits(self, tag: str, marks: frozenset[str]) -> bool:
        return self.tag in ("", tag) and self.marks <= marks


_Rules = dict[str, set[_Selector]]
"""Selectors by one of their marks."""


def drop_unseen(page: HtmlElement) -> None:
    """Take out of ``page`` what its reader does not see, or sees struck through.

    Known are HTML's own elements and attributes, styles on the element, simple rules of style sheets within the page,
    and the usual names of classes (``hidden-classes``); what only a script or another file hides stays.
    """
    hiding, showing = _rules(page)
    unseen = [element for element in page.iter() if _is_unseen(element, hiding, showing)]
    for element in unseen:
        if element.getparent() is not None:
            element.drop_tree()


def _is_unseen(element: HtmlElement, hiding: _Rules, showing: _Rules) -> bool:
    tag = element.tag
    if not isinstance(tag, str) or tag in _WHOLE:
        return False
    if tag in _STRUCK or tag in _NEVER_SHOWN or "hidden" in element.attrib:
        return True
    if tag == "dialog" and "open" not in element.attrib:
        return True
    style = element.get("style") or ""
    if _HIDING.search(style) or _STRIKING.search(style):
        return True
    if element.get("aria-hidden", "").lower() == "true" and not any(
        child.tag in _BLOCKS for child in element
    ):
        return True
    return not _SHOWING.search(style) and _is_hidden_by_class(element, hiding, showing)


def _is_hidden_by_class(element: HtmlElement, hiding: _Rules, showing: _Rules) -> bool:
    classes = (element.get("class") or "").split()
    # "hidden md:block" is hidden on small screens alone.
    if _USUAL & set(classes) and not any(":" in name for name in classes):
        return True
    if not hiding:
        return False
    marks = frozenset(
        [*(f".{name}" for name in classes), *([f"#{element.get('id')}"] if element.get("id") else [])]
    )
    hides, shows = _strongest(hiding, element.tag, marks), _strongest(showing, element.tag, marks)
    return hides > shows


def _strongest(rules: _Rules, tag: str, marks: frozenset[str]) -> int:
    """How many marks the most exact of ``rules`` asks for that fit the element; 0 for none."""
    return max(
        (len(rule.marks) for mark in marks for rule in rules.get(mark, ()) if rule.fits(tag, marks)),
        default=0,
    )


def _rules(page: HtmlElement) -> tuple[_Rules, _Rules]:
    """The selectors of the page's own style sheets that hide or strike, and those that show."""
    sheet = "\n".join(style.text or "" for style in page.iter("style"))[:_MOST_STYLE]
    hiding: _Rules = {}
    showing: _Rules = {}
    for selectors, body in _RULE.findall(_without_conditions(_COMMENT.sub("", sheet))):
        if _HIDING.search(body) or _STRIKING.search(body):
            _add(hiding, selectors)
        elif _SHOWING.search(body):
            _add(showing, selectors)
    return hiding, showing


def _add(rules: _Rules, selectors: str) -> None:
    """Add those of ``selectors`` that ask for an element alone, by at least one class or id."""
    for text in selectors.split(","):
        match = _SELECTOR.fullmatch(text.strip())
        if match and match[2]:
            marks = re.findall(r"[.#][\w-]+", match[2])
            held = rules.setdefault(marks[-1], set())
            if len(held) < _MOST_RULES:
                held.add(_Selector((match[1] or "").lower(), frozenset(marks)))


def _without_conditions(sheet: str) -> str:
    """``sheet`` without what holds in print or on small screens alone (``@media`` and the like)."""
    kept: list[str] = []
    depth = start = 0
    conditional = False
    for match in re.finditer(r"[{}]|@\w+", sheet):
        sign = match[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth = max(0, depth - 1)
            if conditional and not depth:
                start, conditional = match.end(), False
        elif not depth and not conditional:
            kept.append(sheet[start : match.start()])
            conditional = True
    return "".join([*kept, "" if conditional else sheet[start:]])
