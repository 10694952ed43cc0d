"""What kind of block a paragraph is by its neighbours: titles, headings, tables, repeats, tails."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import BlockKind
from sociogram.read.layout.lines import RUNNING_TEXT, Paragraph, bullet_mark
from sociogram.read.layout.shapes import (
    DATE_CUE,
    could_be_heading,
    is_address,
    is_final,
    is_glued,
    is_shouted_sentence,
    is_table_row,
    is_title_case,
)
from sociogram.read.phrases.names import is_name, is_outlet, is_role

_WORDS = load_vocabulary("read")
_AUTHOR_ROLES = _WORDS.words("author-roles") | _WORDS.words("journalist-roles")
_REFERENCE_WORDS = _WORDS.words("reference-words")
_TAGLINE_VERBS = alternatives(_WORDS.words("tagline-verbs"))
_ABOVE_TITLE = (BlockKind.METADATA, BlockKind.FURNITURE, BlockKind.DATELINE, BlockKind.BYLINE)
_TITLE_LENGTH = 200
_HEADING_LENGTH = 100
_HEADING_WORDS = 14
_ROW_LENGTH = 160
_REPEAT_LENGTH = 40
_TAGLINE_LENGTH = 600
_KEY = 24
"""Of a title, a heading, a row and a line about the author the most characters (of a heading also words), of a repeat
the fewest, and the characters by which its other place is looked up.
"""
_RETRIEVED = re.compile(
    r"\b(?:Retrieved|Accessed|doi:|ISBN|et al\.|vol\. \d|pp\. \d)|https?://|www\.", re.IGNORECASE
)
_ABOUT = re.compile(
    r"^(?P<name>[A-Z][\w.'’-]*(?:,? [A-Z][\w.'’-]*){1,4})(?:,[^.]{3,200}?,)? "
    rf"(?P<verb>{_TAGLINE_VERBS})\b"
)
_CONTRIBUTED = re.compile(r"(?:contributed|reported from|contributed reporting)\b")
_NO_STARTS = tuple(f"{word} " for word in _WORDS.ordered("no-tagline-starts"))
_POST_WORDS = 14
"""Words behind the verb among which the author's post is looked for."""
_SENTENCE_START = re.compile(r"(?:^|[.!?…][\"'”’)]* )(?=\S)")


def mark_tables(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> list[BlockKind]:
    """Runs of two rows with columns, or of three lines of which two have cells stuck together."""
    marked = list(kinds)
    for first, last in _runs(
        [
            kind is BlockKind.PROSE and is_table_row(paragraph)
            for paragraph, kind in zip(paragraphs, kinds, strict=True)
        ]
    ):
        if last - first >= 2:
            marked[first:last] = [BlockKind.TABLE] * (last - first)
    loose = [
        kind in (BlockKind.PROSE, BlockKind.HEADLINE)
        and len(paragraph.lines) == 1
        and not is_final(paragraph.text)
        for paragraph, kind in zip(paragraphs, marked, strict=True)
    ]
    for start, last in _runs(loose):
        first = start
        while first < last - 1 and not is_glued(paragraphs[first].text):
            first += 1
        # Brands are written like cells stuck together, but do not fill short lines with no other mark.
        if any(
            len(paragraphs[index].text) > _ROW_LENGTH or bullet_mark(paragraphs[index].text)
            for index in range(first, last)
        ):
            continue
        adjacent = all(not paragraphs[index].apart for index in range(first + 1, last))
        glued = sum(is_glued(paragraphs[index].text) for index in range(first, last))
        if last - first >= 3 and adjacent and glued >= max(2, 0.4 * (last - first)):
            marked[first:last] = [BlockKind.TABLE] * (last - first)
    return marked


def mark_title(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> list[BlockKind]:
    """The headline, with the lines under it that are no prose, at the top of a document."""
    marked = list(kinds)
    titled = False
    for index, paragraph in enumerate(paragraphs[:12]):
        kind, text = marked[index], paragraph.text
        if kind in _ABOVE_TITLE:
            continue
        if kind is BlockKind.HEADLINE:
            titled = True
            continue
        if kind is not BlockKind.PROSE or index + 1 == len(paragraphs) or not _has_body(kinds, index + 1):
            break
        under_byline = titled and any(marked[place] is BlockKind.BYLINE for place in range(index))
        if titled and is_name(text, fewest=2) and _introduces_name(paragraphs, marked, index):
            marked[index] = BlockKind.BYLINE
        elif not titled and is_title(text, first=index == 0):
            marked[index] = BlockKind.HEADLINE
            titled = True
        elif titled and not under_byline and could_be_heading(text):
            marked[index] = BlockKind.HEADLINE
        elif not under_byline:
            break
    return marked


def is_title(text: str, *, first: bool) -> bool:
    """Whether ``text`` may be a document's title; one that ends like a sentence must be all in title case.

    "Ann Roe *sued* Acme." is a sentence of names.
    """
    if len(text) > _TITLE_LENGTH or len(text.split()) > 30:
        return False
    opening = text.lstrip("“\"'‘[(¿¡#* ")[:1]
    if not (opening.isupper() or opening.isdigit()):
        return False
    if could_be_heading(text) or text.endswith((";", " –", " —")):
        return True
    if not first or text[-1] in ",:":
        return False
    return (
        is_title_case(text, of=1.0)
        and not is_shouted_sentence(text)
        and not _SENTENCE_START.search(text[:-1], 1)
    )


def _introduces_name(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind], index: int) -> bool:
    following = paragraphs[index + 1].text
    dated = kinds[index + 1] is BlockKind.DATELINE and DATE_CUE.match(following) is not None
    return BlockKind.SALUTATION not in kinds and (dated or (is_role(following) and not is_final(following)))


def _has_body(kinds: Sequence[BlockKind], start: int) -> bool:
    return any(kind in RUNNING_TEXT or kind is BlockKind.SALUTATION for kind in kinds[start:])


def mark_headings(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> list[BlockKind]:
    """Short lines without a full stop, on a line of their own, that lead to prose, bullets or a table."""
    marked = list(kinds)
    for index in range(len(paragraphs) - 2, -1, -1):
        paragraph, following = paragraphs[index], paragraphs[index + 1]
        if marked[index] is not BlockKind.PROSE or len(paragraph.lines) > 1:
            continue
        text = paragraph.text
        if len(text) > _HEADING_LENGTH or len(text.split()) > _HEADING_WORDS or not could_be_heading(text):
            continue
        leads = marked[index + 1] in (
            BlockKind.PROSE,
            BlockKind.BULLET,
            BlockKind.QUOTE,
            BlockKind.HEADLINE,
            BlockKind.TABLE,
        )
        if leads and not following.text[0].islower() and (paragraph.apart or len(following.text) > len(text)):
            marked[index] = BlockKind.HEADLINE
    return marked


def mark_under_bylines(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> list[BlockKind]:
    """The author's post on the line under the byline."""
    marked = list(kinds)
    for index in range(1, len(paragraphs)):
        text = paragraphs[index].text
        below = marked[index - 1] is BlockKind.BYLINE and marked[index] in (
            BlockKind.PROSE,
            BlockKind.HEADLINE,
        )
        if below and len(text) <= 80 and not is_final(text) and (is_role(text) or is_outlet(text)):
            marked[index] = BlockKind.BYLINE
    return marked


def mark_references(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> list[BlockKind]:
    """The entries under a heading such as "References"."""
    marked = list(kinds)
    inside = False
    for index, paragraph in enumerate(paragraphs):
        if paragraph.text.rstrip(":.").lower() in _REFERENCE_WORDS:
            inside = True
            marked[index] = BlockKind.METADATA
        elif inside and (_RETRIEVED.search(paragraph.text) or marked[index] is BlockKind.FURNITURE):
            if marked[index] in (BlockKind.PROSE, BlockKind.BULLET, BlockKind.HEADLINE):
                marked[index] = BlockKind.METADATA
        else:
            inside = False
    return marked


def mark_repeats(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> list[BlockKind]:
    """Paragraphs whose words stand in another one: pull-quotes, and captions given twice."""
    marked = list(kinds)
    readable = [index for index, kind in enumerate(kinds) if kind in (*RUNNING_TEXT, BlockKind.CAPTION)]
    starts: dict[str, list[tuple[int, int]]] = {}
    for index in readable:
        text = paragraphs[index].text
        for match in _SENTENCE_START.finditer(text):
            places = starts.setdefault(text[match.end() : match.end() + _KEY], [])
            if len(places) < 50:
                places.append((index, match.end()))
    for index in readable:
        text = paragraphs[index].text.strip("\"“”' ")
        if len(text) < _REPEAT_LENGTH or len(text) > 600:
            continue
        for other, place in starts.get(text[:_KEY], ()):
            # Of two equal paragraphs the first is kept.
            if other == index or (
                len(paragraphs[other].text) <= len(paragraphs[index].text) and other > index
            ):
                continue
            if paragraphs[other].text.startswith(text, place) and marked[other] is not BlockKind.PULLQUOTE:
                marked[index] = BlockKind.PULLQUOTE
                break
    return marked


def mark_tail(
    paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind], authors: Sequence[str]
) -> list[BlockKind]:
    """The line about the author, and the furniture below the last prose."""
    marked = list(kinds)
    end = len(paragraphs)
    tail = next((index for index in range(end - 1, -1, -1) if _is_body(paragraphs[index], marked[index])), -1)
    seen = False
    for index in range(tail + 1, end):
        seen = seen or marked[index] is BlockKind.FURNITURE
        if seen and marked[index] in (BlockKind.PROSE, BlockKind.HEADLINE):
            marked[index] = BlockKind.FURNITURE
    body = [index for index in range(end) if marked[index] is BlockKind.PROSE]
    for index in reversed(body[-3:] if len(body) > 1 else ()):
        # Such lines stand together at the very end: the first other paragraph ends them.
        if about_author(paragraphs[index].text, authors) is None:
            break
        if authors or not _named_elsewhere(paragraphs, index):
            marked[index] = BlockKind.TAGLINE
    return marked


def about_author(text: str, authors: Sequence[str]) -> re.Match[str] | None:
    """The match of a line that says who the author is: ``name`` is who."""
    if len(text) > _TAGLINE_LENGTH:
        return None
    found = _ABOUT.match(text)
    if not found:
        return None
    name = found["name"]
    if name.startswith(_NO_STARTS):
        return None
    if any(name.startswith(author) or author.startswith(name) for author in authors):
        return found
    if _CONTRIBUTED.match(text, found.start("verb")):
        return found
    post = [word.strip(".,;“”\"'").lower() for word in text[found.end("verb") :].split()[:_POST_WORDS]]
    return found if not authors and _AUTHOR_ROLES & set(post) else None


def _named_elsewhere(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the surname that begins a paragraph stands in the others: then it is someone in the story."""
    found = _ABOUT.match(paragraphs[index].text)
    surname = found["name"].split()[-1] if found else ""
    return any(surname in paragraph.text for place, paragraph in enumerate(paragraphs) if place != index)


def _is_body(paragraph: Paragraph, kind: BlockKind) -> bool:
    return (
        kind in (*RUNNING_TEXT, BlockKind.SIGNATURE, BlockKind.CAPTION)
        and (is_final(paragraph.text) or len(paragraph.text) > _HEADING_LENGTH or kind is not BlockKind.PROSE)
        and not is_address(paragraph.text)
    )


def _runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start = -1
    for index, flag in enumerate([*flags, False]):
        if flag and start < 0:
            start = index
        elif not flag and start >= 0:
            runs.append((start, index))
            start = -1
    return runs
