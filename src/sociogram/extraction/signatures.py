"""Posts in the credits of a letter: "Jane Doe / Member of Congress" under it, "Jane Doe, President" above it.

Such lines are no sentences, so no parse reads them: the line behind a credited name tells his post where it is short
and one of its words is a noun for a person. The author of a mail is credited in its head, and signs under it with the
post; that of a speech is credited in its title: "Address by Jane Doe, president of the Acme League".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.kinds import ORGANIZATIONS
from sociogram.extraction.nouns.role_words import LONGEST, NO_OCCUPATIONS, ROLES
from sociogram.knowledge.confidence import CREDIT
from sociogram.model import BlockKind, Origin, RelationMention

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.model import Document, Mention, Span

BLOCKS = frozenset({BlockKind.SIGNATURE, BlockKind.LETTERHEAD})
_LAST_BLOCKS = 4
"""Blocks at the end of a mail in which its author signs."""
_LINE = re.compile(r"\s*(?:,|\n)\s*([^\n,]+)")
_ASIDE = re.compile(r",\s+([^\s,][^\n,]*),")
_ANYWHERE = frozenset(BlockKind)
_COMMA = re.compile(r",[ \t]*")
_LINE_END = re.compile(r"\.?[ \t]*(?:\n|\Z)")
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
        if mention is None:
            continue
        found = _post_behind(document, mention, (mention.start, mention.end), lists, BLOCKS)
        if found is None and credit in document.authors:
            found = _post_in_title(document, mention, lists) or _post_under(document, mention, lists)
        if found is not None:
            yield found
            yield from _employer(document, mentions, found)


def _post_behind(
    document: Document, person: Mention, name: Span, lists: ActorLists, kinds: frozenset[BlockKind]
) -> RelationMention | None:
    """The post in the line behind ``name``, which stands for ``person``, if both stand in blocks of ``kinds``."""
    line = _LINE.match(document.text, name[1], min(document.end, name[1] + LONGEST))
    if line is None or not all(_stands_in(document, one, kinds) for one in (name[1] - 1, line.end(1) - 1)):
        return None
    role = _role(document.text, line.span(1), lists)
    return None if role is None else _made(document, person, name, line.span(1), role)


def _post_in_title(document: Document, person: Mention, lists: ActorLists) -> RelationMention | None:
    """The post behind the name of who speaks, in the title of his speech."""
    kinds = frozenset({BlockKind.HEADLINE})
    line = _ASIDE.match(document.text, person.end, min(document.end, person.end + LONGEST))
    if line is None or not _stands_in(document, person.end - 1, kinds):
        return None
    role = _role(document.text, line.span(1), lists, small=True)
    return None if role is None else _made(document, person, (person.start, person.end), line.span(1), role)


def _post_under(document: Document, person: Mention, lists: ActorLists) -> RelationMention | None:
    """The post behind the full name with which the author of a mail signs at its end."""
    if " " not in person.text:
        return None
    for block in document.blocks[-_LAST_BLOCKS:]:
        end = block.start + len(person.text)
        if block.start > person.end and document.text[block.start : end] == person.text:
            return _post_behind(document, person, (block.start, end), lists, _ANYWHERE)
    return None


def _employer(
    document: Document, mentions: Sequence[Mention], post: RelationMention
) -> Iterator[RelationMention]:
    """The body named in the same line behind the post and a comma: "Head of Contracts, *Acme Marine Ltd*"."""
    behind = _COMMA.match(document.text, post.sentence[1])
    if behind is None:
        return
    for mention in mentions:
        named = mention.start == behind.end() and mention.form == "named" and mention.kind in ORGANIZATIONS
        if named and _LINE_END.match(document.text, mention.end):
            yield replace(
                post, relation="worksFor", object=mention.index, literal=None,
                sentence=(post.sentence[0], mention.end), rule="metadata.worksFor@1",
            )  # fmt: skip


def _stands_in(document: Document, place: int, kinds: frozenset[BlockKind]) -> bool:
    """Whether the character stands in a block of one of ``kinds``."""
    return any(block.kind in kinds and block.start <= place < block.end for block in document.blocks)


def _role(text: str, line: Span, lists: ActorLists, *, small: bool = False) -> Span | None:
    """The first noun for a person in a line of words without figures; the first begins ``small`` or with a capital."""
    words = list(_WORD.finditer(text, *line))
    if (
        any(character.isdigit() for character in text[slice(*line)])
        or not words
        or words[0][0][0].islower() is not small
    ):
        return None
    for word in words:
        lower = word[0].lower()
        if lists.nouns.get(lower) in ROLES and lower not in NO_OCCUPATIONS:
            return word.span()
    return None


def _made(document: Document, person: Mention, name: Span, line: Span, role: Span) -> RelationMention:
    words = document.text[slice(*line)].rstrip()
    return RelationMention(
        subject=person.index,
        relation="holdsPost",
        object=None,
        literal=("Text", " ".join(words.split()), (line[0], line[0] + len(words))),
        lemma=document.text[slice(*role)].lower(),
        trigger=role,
        sentence=(name[0], line[0] + len(words)),
        confidence=CREDIT,
        rule="metadata.holdsPost@1",
        origin=Origin.CREDIT,
    )
