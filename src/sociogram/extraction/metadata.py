"""What a document's own credits say: its author wrote it, its publisher published it, a letter was sent.

The document itself is the mention of its title, a letter without one that of its salutation or date. Any other
document without a title in its words is stood for by the credit alone and gives no claim, since nothing in the text
could be pointed at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.letters import find_untitled_letter
from sociogram.knowledge.confidence import CREDIT
from sociogram.model import Origin, RelationMention

if TYPE_CHECKING:
    from sociogram.model import Chain, Credit, Document, Mention, Span

LONGEST_QUOTE = 170
"""Characters from a credit to the title past which the credit's own line is the evidence: a signature is far off."""
COPY = "cc"
"""The lemma of a relation to somebody who gets a copy alone."""
CORRESPONDENCE = frozenset({"letter", "email"})


def find_metadata_relations(
    document: Document, mentions: Sequence[Mention], chains: Sequence[Chain]
) -> list[RelationMention]:
    """The relations of the credits of ``document`` that have words in its text."""
    credited = {(mention.start, mention.end): mention.index for mention in mentions}
    roles = {chain.role: chain.mentions for chain in chains if chain.role}
    work = _mention(credited, document.title or find_untitled_letter(document))
    authors = _mentions(credited, document.authors)
    recipients = _mentions(credited, document.recipients)
    publisher = _mention(credited, document.publisher)
    found: list[RelationMention] = []
    if work is not None:
        found += [_made(document, mentions, author, "wrote", work, "write", author) for author in authors]
        if publisher is not None:
            found.append(_made(document, mentions, publisher, "published", work, "publish", publisher))
        if document.genre in CORRESPONDENCE:
            for recipient in recipients:
                found.append(_made(document, mentions, work, "sentTo", recipient, "send", recipient))
                found.append(_made(document, mentions, recipient, "received", work, "receive", recipient))
            for person in sorted(set(_mentions(credited, document.copied)) - {*recipients, *authors}):
                found.append(_made(document, mentions, work, "sentTo", person, COPY, person))
                found.append(_made(document, mentions, person, "received", work, COPY, person))
    if document.title is None and document.genre in CORRESPONDENCE and roles:
        found += _correspondence(document, mentions, authors, recipients)
    return found


def _correspondence(
    document: Document, mentions: Sequence[Mention], authors: Sequence[int], recipients: Sequence[int]
) -> Iterator[RelationMention]:
    """A letter without a title: who wrote it wrote to whom it is addressed."""
    for author in authors:
        for recipient in recipients:
            yield _made(document, mentions, author, "talkedWith", recipient, "write to", recipient)


def _mentions(credited: dict[Span, int], credits_: Sequence[Credit]) -> list[int]:
    found = [_mention(credited, credit) for credit in credits_]
    return [mention for mention in found if mention is not None]


def _mention(credited: dict[Span, int], credit: Credit | None) -> int | None:
    if credit is None or credit.start is None or credit.end is None:
        return None
    exact = credited.get((credit.start, credit.end))
    if exact is not None:
        return exact
    # "Mr. Lee" is the credit, "Lee" the mention: a title stands before the name.
    behind = [place for place in credited if credit.start <= place[0] and place[1] == credit.end]
    return credited[min(behind)] if behind else None


def _line(document: Document, span: Span) -> Span:
    """The line of the text that holds ``span``, of a long line the sentence; without spaces around."""
    start = document.text.rfind("\n", document.start, span[0]) + 1 or document.start
    end = document.text.find("\n", span[1], document.end)
    end = document.end if end < 0 else end
    if end - start > LONGEST_QUOTE:
        before = document.text.rfind(". ", start, span[0])
        start = start if before < 0 else before + 2
        stop = document.text.find(". ", span[1], end)
        end = end if stop < 0 else stop + 1
    words = document.text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _made(
    document: Document,
    mentions: Sequence[Mention],
    subject: int,
    relation: str,
    object_: int,
    lemma: str,
    words: int,
) -> RelationMention:
    trigger = (mentions[words].start, mentions[words].end)
    spans = [mentions[subject], mentions[object_]]
    sentence = (min(one.start for one in spans), max(one.end for one in spans))
    if sentence[1] - sentence[0] > LONGEST_QUOTE:
        sentence = _line(document, trigger)
    return RelationMention(
        subject=subject,
        relation=relation,
        object=object_,
        lemma=lemma,
        trigger=trigger,
        sentence=sentence,
        confidence=CREDIT,
        rule=f"metadata.{relation}@1",
        origin=Origin.CREDIT,
    )
