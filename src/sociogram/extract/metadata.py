"""What a document's own credits say: its author wrote it, its publisher published it, a letter was sent.

The document itself is the mention of its title; a document without a title in its words is stood
for by the credit alone and gives no claim, since nothing in the text could be pointed at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sociogram.model import RelationMention

if TYPE_CHECKING:
    from sociogram.model import Chain, Credit, Document, Mention, Span

GENRE_KINDS = {
    "article": "Article",
    "opinion": "OpinionArticle",
    "letter": "Letter",
    "email": "Letter",
    "speech": "Speech",
    "report": "Work",
    "text": "Work",
}
CORRESPONDENCE = frozenset({"letter", "email"})


def work_kind(document: Document) -> str:
    """The class of the ontology that the genre of ``document`` stands for."""
    return GENRE_KINDS.get(document.genre, "Work")


def find_metadata_relations(
    document: Document, mentions: Sequence[Mention], chains: Sequence[Chain]
) -> list[RelationMention]:
    """The relations of the credits of ``document`` that have words in its text."""
    credited = {(mention.start, mention.end): mention.index for mention in mentions}
    roles = {chain.role: chain.mentions for chain in chains if chain.role}
    work = _mention(credited, document.title)
    authors = _mentions(credited, document.authors)
    recipients = _mentions(credited, document.recipients)
    publisher = _mention(credited, document.publisher)
    found: list[RelationMention] = []
    if work is not None:
        found += [_made(mentions, author, "wrote", work, "write", author) for author in authors]
        if publisher is not None:
            found.append(_made(mentions, publisher, "published", work, "publish", publisher))
        if document.genre in CORRESPONDENCE:
            for recipient in recipients:
                found.append(_made(mentions, work, "sentTo", recipient, "send", recipient))
                found.append(_made(mentions, recipient, "received", work, "receive", recipient))
    elif document.genre in CORRESPONDENCE and roles:
        found += _correspondence(mentions, authors, recipients)
    return found


def _correspondence(
    mentions: Sequence[Mention], authors: Sequence[int], recipients: Sequence[int]
) -> Iterator[RelationMention]:
    """A letter without a title: who wrote it wrote to whom it is addressed."""
    for author in authors:
        for recipient in recipients:
            yield _made(mentions, author, "talkedWith", recipient, "write to", recipient)


def _mentions(credited: dict[Span, int], credits_: Sequence[Credit]) -> list[int]:
    found = [_mention(credited, credit) for credit in credits_]
    return [mention for mention in found if mention is not None]


def _mention(credited: dict[Span, int], credit: Credit | None) -> int | None:
    if credit is None or credit.start is None or credit.end is None:
        return None
    return credited.get((credit.start, credit.end))


def _made(
    mentions: Sequence[Mention], subject: int, relation: str, object_: int, lemma: str, words: int
) -> RelationMention:
    trigger = (mentions[words].start, mentions[words].end)
    spans = [mentions[subject], mentions[object_]]
    return RelationMention(
        subject=subject,
        relation=relation,
        object=object_,
        lemma=lemma,
        trigger=trigger,
        sentence=(min(one.start for one in spans), max(one.end for one in spans)),
        confidence=0.95,
        rule=f"metadata.{relation}@1",
    )
