"""The day on which a document was published or written, by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import BlockKind
from sociogram.read.layout.letters import Letter
from sociogram.read.layout.lines import RUNNING_TEXT, Paragraph
from sociogram.read.layout.shapes import DATE_CUE, HEADER, PLACE_AND_DATE
from sociogram.read.phrases.dates import find_date, is_date_alone

_WORDS = load_vocabulary("read")
_WEEKDAYS = alternatives(load_vocabulary("times").values("weekdays"))
_PUBLICATION_CUES = _WORDS.words("publication-cues")
# A mail's header tells when it was sent.
_DATING_CUES = _WORDS.words("dating-cues") | {"sent"}
_CHRONOLOGY = 3
"""Dates over running text that make a chronology."""
_LEADS = 5
"""Paragraphs at the top among which the first prose, with its place and date, is looked for."""
_DASH = re.compile(r"(?<!\s)(?:\s+[-–—]{1,2}\s+|\s*[–—]\s*)")
_PUBLISHED = re.compile(r"\b(?:Published|Posted)\b(?: on)?:?", re.IGNORECASE)
DATED = re.compile(rf"(?<=\S)\s+(?:{_WEEKDAYS})" r", [A-Z][a-z]+ \d{1,2}, \d{4}$")
"""A date behind a headline, in its line."""


def find_published(
    paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind], letter: Letter | None
) -> str | None:
    """The day of a document by its paragraphs: what a cue says it was published on goes before other dates."""
    best: tuple[int, str] | None = None
    chronology = letter is None and _is_chronology(kinds)
    for index, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        dated = kind is BlockKind.HEADLINE and index < 4 and DATED.search(paragraph.text)
        if led := _led_by_date(paragraph, kind, index):
            best = led if best is None or led[0] < best[0] else best
            continue
        if kind not in (BlockKind.DATELINE, BlockKind.METADATA, BlockKind.LETTERHEAD) and not dated:
            continue
        cue = DATE_CUE.match(paragraph.text)
        header = HEADER.match(paragraph.text)
        word = cue["cue"].casefold() if cue else header[1].lower() if header else ""
        found = find_date(paragraph.text)
        if not found:
            continue
        if word in _PUBLICATION_CUES:
            rank = 0
        elif word in _DATING_CUES:
            rank = 1
        elif dated or (kind is BlockKind.DATELINE and not word and (index < 10 or letter is not None)):
            if chronology and not dated:
                continue
            rank = 2
        elif word:
            rank = 3
        else:
            continue
        if best is None or rank < best[0]:
            best = (rank, found.iso)
    return best[1] if best else None


def _is_chronology(kinds: Sequence[BlockKind]) -> bool:
    """Whether three lines are dates over running text: each dates what is under it, and none the document."""
    pairs = pairwise(kinds)
    return sum(one is BlockKind.DATELINE and other in RUNNING_TEXT for one, other in pairs) >= _CHRONOLOGY


def _led_by_date(paragraph: Paragraph, kind: BlockKind, index: int) -> tuple[int, str] | None:
    """Rank and date where the first prose begins "Place, 3 May 2024 –", or the byline has "Published 3 May 2024"."""
    if kind is BlockKind.PROSE and index < _LEADS:
        place = PLACE_AND_DATE.match(paragraph.text)
        lead = _DASH.split(paragraph.text[place.end() :], maxsplit=1)[0] if place else ""
        found = find_date(lead) if is_date_alone(lead) and len(lead) < len(paragraph.text) - 40 else None
        return (2, found.iso) if found else None
    cue = _PUBLISHED.search(paragraph.text) if kind is BlockKind.BYLINE else None
    found = find_date(paragraph.text[cue.end() :]) if cue else None
    return (0, found.iso) if found else None
