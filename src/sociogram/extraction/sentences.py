"""The sentences that name two actors, or hold something that was skipped: those which may stay unread.

A line of a block that is not read as sentences (a table, links) counts as one where it has the names of two actors
of the document, or a credit's words; a name that stands nowhere else in the document is not seen there.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from sociogram.extraction.reading import LONGEST_WORDS, SentenceReading
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import BlockKind
from sociogram.parse.view import READ_AS_SENTENCES

if TYPE_CHECKING:
    from sociogram.model import Extraction, Span

_TWO = 2
"""Actors that a sentence names at least to be of interest."""
_LONGEST_NAME = 8
"""Words of a name that is looked for in a line; longer ones are sentences that were taken for names."""
_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]+")
Place = tuple[int, int]
"""Where a mention begins, and its chain."""


def find_sentences(extraction: Extraction, quoted: Collection[Span] = ()) -> tuple[SentenceReading, ...]:
    """The sentences of ``extraction`` that may stay unread, in text order; those ``quoted`` without their words."""
    lines = dict(_unread_lines(extraction))
    actors = _actors(extraction)
    named = ((extraction.mentions[mention].start, chain) for mention, chain in actors.items())
    places = sorted({*named, *_places_in_lines(extraction, lines, actors)})
    starts = [start for start, _ in places]
    skips = sorted(skip.start for skip in extraction.skipped if skip.start is not None)
    found = []
    for start, end in sorted({*_stripped(extraction), *lines}):
        here = places[bisect_left(starts, start) : bisect_left(starts, end)]
        chains = tuple(dict.fromkeys(chain for _, chain in here))
        if len(chains) >= _TWO or bisect_left(skips, start) < bisect_left(skips, end):
            text = "" if (start, end) in quoted else extraction.document.text[start:end][:LONGEST_WORDS]
            block = lines.get((start, end), "")
            found.append(SentenceReading(start=start, end=end, text=text, chains=chains, block=block))
    return tuple(found)


def _stripped(extraction: Extraction) -> Iterator[Span]:
    """The sentences without white space at their ends."""
    for start, end in extraction.sentences:
        yield from _strip(extraction, start, end)


def _strip(extraction: Extraction, start: int, end: int) -> Iterator[Span]:
    words = extraction.document.text[start:end]
    if bare := words.strip():
        start += len(words) - len(words.lstrip())
        yield start, start + len(bare)


def _unread_lines(extraction: Extraction) -> Iterator[tuple[Span, str]]:
    """The lines of blocks that are not read as sentences, with the block's kind; what is only repeated is left out."""
    document = extraction.document
    for block in document.blocks:
        if block.kind in READ_AS_SENTENCES or block.kind is BlockKind.PULLQUOTE:
            continue
        for line in _LINE.finditer(document.text, block.start, block.end):
            for span in _strip(extraction, *line.span()):
                yield span, block.kind.value


def _actors(extraction: Extraction) -> dict[int, int]:
    """The mentions of actors that have a name, each with its chain."""
    ontology, mentions = load_ontology(), extraction.mentions
    return {
        mention: chain.index
        for chain in extraction.chains
        if ontology.is_a(chain.kind, "Actor") and any(mentions[one].form == "named" for one in chain.mentions)
        for mention in chain.mentions
    }


def _places_in_lines(
    extraction: Extraction, lines: Collection[Span], actors: Mapping[int, int]
) -> Iterator[Place]:
    """Where in ``lines`` names of the document's actors stand; time grows with the words alone."""
    names = _names(extraction, actors) if lines else {}
    sizes = sorted({len(name) for name in names}, reverse=True)
    for line in lines:
        words = list(_WORD.finditer(extraction.document.text, *line))
        texts = [word.group() for word in words]
        behind = 0  # so that "Lee" in "Ann Lee" is no name of its own
        for number in range(len(words) if sizes else 0):
            size = next((n for n in sizes if tuple(texts[number : number + n]) in names), 0)
            if size and number >= behind:
                behind = number + size
                yield words[number].start(), names[tuple(texts[number:behind])]


def _names(extraction: Extraction, actors: Mapping[int, int]) -> dict[tuple[str, ...], int]:
    """The words of each name of an actor, with its chain: the first that has it."""
    names: dict[tuple[str, ...], int] = {}
    for mention, chain in sorted(actors.items()):
        one = extraction.mentions[mention]
        words = tuple(_WORD.findall(one.text)) if one.form == "named" else ()
        if 0 < len(words) <= _LONGEST_NAME:
            names.setdefault(words, chain)
    return names
