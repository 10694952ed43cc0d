"""Posts in the credits of a letter: "Jane Doe / Member of Congress" under it, "Jane Doe, President" above it.

Such lines are no sentences, so no parse reads them: the line behind a credited name tells his post where it is short
and one of its words is a noun for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sociogram.extraction.nouns.role_words import LONGEST, NO_OCCUPATIONS, ROLES
from sociogram.knowledge.confidence import CREDIT
from sociogram.model import BlockKind, Origin, RelationMention

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.model import Document, Mention, Span

BLOCKS = frozenset({BlockKind.SIGNATURE, BlockKind.LETTERHEAD})
_LINE = re.compile(r"\s*(?:,|\n)\s*([^\n,]+)")
_WORD = re.compile(r"[^\W\d_]+(?:[-.'’][^\W\d_]+)*")


def find_credited_posts(
    document: Document, mentions: Sequence[Mention], lists: ActorLists
) -> Iterator[RelationMention]:
    """What the lines behind the names of author and recipients say that they are."""
    places = {(mention.start, mention.end): mention for mention in mentions if mention.kind == "Person"}
    for credit in (*document.authors, *document.recipients):
        mention = (
            None if credit.start is None or credit.end is None else places.get((credit.start, credit.end))
        )
        if mention is None or not _stands_in(document, mention.end - 1):
            continue
        line = _LINE.match(document.text, mention.end, min(document.end, mention.end + LONGEST))
        if line is not None and _stands_in(document, line.end(1) - 1):
            role = _role(document.text, line.span(1), lists)
            if role is not None:
                yield _made(document, mention, line.span(1), role)


def _stands_in(document: Document, place: int) -> bool:
    """Whether the character stands in the head or the signature of a letter."""
    return any(block.kind in BLOCKS and block.start <= place < block.end for block in document.blocks)


def _role(text: str, line: Span, lists: ActorLists) -> Span | None:
    """The first noun for a person in a line of capitalised words without figures."""
    words = list(_WORD.finditer(text, *line))
    if (
        any(character.isdigit() for character in text[slice(*line)])
        or not words
        or not words[0][0][0].isupper()
    ):
        return None
    for word in words:
        lower = word[0].lower()
        if lists.nouns.get(lower) in ROLES and lower not in NO_OCCUPATIONS:
            return word.span()
    return None


def _made(document: Document, person: Mention, line: Span, role: Span) -> RelationMention:
    words = document.text[slice(*line)].rstrip()
    return RelationMention(
        subject=person.index,
        relation="holdsPost",
        object=None,
        literal=("Text", " ".join(words.split()), (line[0], line[0] + len(words))),
        lemma=document.text[slice(*role)].lower(),
        trigger=role,
        sentence=(person.start, line[0] + len(words)),
        confidence=CREDIT,
        rule="metadata.holdsPost@1",
        origin=Origin.CREDIT,
    )
