"""The parts of the page of a difference: a tie with its claims, a claim, an actor, a document."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote as percent

from sociogram.write.difference.words import (
    Detail,
    Words,
    document_title,
    follows,
    mention_counts,
    tie_counts,
)
from sociogram.write.text.wording import Names, held, statement_parts
from sociogram.write.text.xml_text import attribute

if TYPE_CHECKING:
    from sociogram.compare import ActorChange, ClaimChange, DocumentChange, Kind, TieChange
    from sociogram.compare.grouping import TieStory
    from sociogram.model import Claim, Span, Tie

MOST_CLAIMS = 20
"""Claims below a tie."""
_MOST_WORDS = 400
"""Words of a quote that are compared one by one: the comparison is quadratic."""
_MARKS: dict[Kind, str] = {"came": "+", "went": "−", "changed": "~"}
"""Marks of changes on the page, where a minus sign is as wide as the plus."""
_WORD = re.compile(r"\S+")
_ROLES = (("subject", "s"), ("trigger", "r"), ("object", "o"))


class Cards:
    """Makes markup in which all that comes from documents is escaped; each anchor is given once.

    Args:
        words: The words for the changes.
        ties: Ids of the ties that are told on the page, to which others can point.
    """

    def __init__(self, words: Words, ties: Collection[str]) -> None:
        self._words = words
        self._ties = ties
        self._anchors: set[str] = set()

    def tie(self, story: TieStory) -> str:
        """A tie, what is different about it, and the claims that made it so."""
        change = story.tie
        classes = f"{change.kind} following" if story.with_documents else change.kind
        notes = [self._standing(change)]
        if story.with_documents:
            notes.append(follows(change))
        if change.one_actor:
            notes.append("its ends are one actor " + ("now" if change.kind == "went" else "no longer"))
        lines = [
            f'<article class="{classes}"{self._anchor("tie", change.id)} data-thing>'
            f"<h4>{_mark(change.kind)} {self._statement(change)}</h4>",
            f'<p class="note">{attribute("; ".join(notes))}</p>',
            *_details(self._words.tie(change)),
        ]
        if change.into is not None:
            lines.append(
                f'<p class="note">taken over by {self._pointed(change.into)}, for its ends were merged</p>'
            )
        if change.parted_from is not None:
            lines.append(
                f'<p class="note">out of {self._pointed(change.parted_from)}, for its ends were split</p>'
            )
        claims = [self._claim(claim) for claim in story.claims[:MOST_CLAIMS]]
        claims += [
            f'<li class="changed">{_mark("changed")} {_link("claim", claim.id)} says now: {self._statement(claim)}</li>'
            for claim in story.left[:MOST_CLAIMS]
        ]
        if len(story.claims) > MOST_CLAIMS:
            claims.append(f'<li class="note">{len(story.claims) - MOST_CLAIMS} claims more</li>')
        if claims:
            lines.append('<ul class="claims about-claim">' + "\n".join(claims) + "</ul>")
        return "\n".join(lines) + "</article>\n"

    def pointer(self, change: TieChange) -> str:
        """A tie that is told elsewhere on the page."""
        link = f'<a href="#{_fragment("tie", change.id)}">{self._statement(change)}</a>'
        note = attribute(self._standing(change))
        return (
            f'<article class="{change.kind}" data-thing><h4>{_mark(change.kind)} {link}</h4>'
            f'<p class="note">{note}</p></article>\n'
        )

    def claim_card(self, change: ClaimChange) -> str:
        """A claim by itself."""
        inner = "\n".join(self._claim_lines(change))
        heading = f"<h4>{_mark(change.kind)} {self._statement(change)}</h4>"
        anchor = self._anchor("claim", change.id)
        return f'<article class="{change.kind}"{anchor} data-thing>{heading}{inner}</article>\n'

    def actor_row(self, change: ActorChange) -> str:
        """A row of the table of actors."""
        actor = change.value
        turns = "".join(f"<p>{attribute(turn)}</p>" for turn in self._words.turns(change))
        details = [detail for detail in self._words.actor(change) if detail.label != "mentions"]
        mentions = mention_counts(actor)
        if change.before is not None and change.after is not None and "mentions" in change.fields:
            mentions = f"{len(change.before.mentions)} → {mentions}"
        return (
            f'<tr class="{change.kind}"{self._anchor("actor", change.id)} data-thing>'
            f'<th scope="row">{_mark(change.kind)} <bdi>{attribute(actor.name)}</bdi>'
            f' <span class="note">{attribute(actor.id)}</span></th>'
            f'<td data-label="kind">{attribute(actor.kind)}</td>'
            f"<td>{turns}{''.join(_details(details))}</td>"
            f'<td data-label="mentions">{mentions}</td></tr>\n'
        )

    def document_row(self, change: DocumentChange) -> str:
        """A row of the table of documents."""
        document = change.value
        return (
            f'<tr class="{change.kind}"{self._anchor("document", change.id)} data-thing>'
            f'<th scope="row">{_mark(change.kind)} <bdi>{attribute(document_title(document))}</bdi>'
            f' <span class="note">{attribute(document.id)}</span></th>'
            f'<td data-label="read from">{attribute(document.source)}</td>'
            f"<td>{''.join(_details(self._words.document(change)))}</td></tr>\n"
        )

    def _claim(self, change: ClaimChange) -> str:
        anchor = self._anchor("claim", change.id)
        lines = "\n".join(self._claim_lines(change))
        return f'<li class="{change.kind}"{anchor}>{_mark(change.kind)} {lines}</li>'

    def _claim_lines(self, change: ClaimChange) -> Iterator[str]:
        """How it is held, or what is different about that; the words; where they stand."""
        claim = change.value
        names = self._words.before if change.after is None else self._words.after
        if change.kind == "changed":
            yield '<span class="note">this claim changed</span>'
            yield from _details(self._words.claim(change))
        else:
            yield f'<span class="note">{attribute(held(claim, names))}</span>'
        if change.before is not None and change.after is not None and "evidence.quote" in change.fields:
            old, new = _altered(change.before.evidence.quote, change.after.evidence.quote)
            yield f'<blockquote><span class="which">before</span>{_quote(change.before, old, "del")}</blockquote>'
            yield f'<blockquote><span class="which">now</span>{_quote(change.after, new, "ins")}</blockquote>'
        else:
            yield f"<blockquote>{_quote(claim, [], 'ins')}</blockquote>"
        evidence = claim.evidence
        place = f"{evidence.source} [{evidence.start}:{evidence.end}], claim {claim.id}"
        yield f'<p class="place">{attribute(place)}</p>'

    def _statement(self, change: ClaimChange | TieChange) -> str:
        return _statement(change.value, self._words.before if change.after is None else self._words.after)

    def _standing(self, change: TieChange) -> str:
        standing = change.standing_after or change.standing_before
        return tie_counts(change.value) + (f"; {standing.words}" if standing is not None else "")

    def _pointed(self, tie: str) -> str:
        return _link("tie", tie) if tie in self._ties else f"tie {attribute(tie)}"

    def _anchor(self, what: str, each: str) -> str:
        anchor = f"{what}-{each}"
        if anchor in self._anchors:
            return ""
        self._anchors.add(anchor)
        return f' id="{attribute(anchor)}"'


def _statement(item: Claim | Tie, names: Names) -> str:
    subject, relation, target = (attribute(part) for part in statement_parts(item, names))
    return f'<bdi>{subject}</bdi> – <span class="relation">{relation}</span> – <bdi>{target}</bdi>'


def _mark(kind: Kind) -> str:
    return f'<span class="sign" title="{kind}">{_MARKS[kind]}</span>'


def _fragment(what: str, each: str) -> str:
    return attribute(percent(f"{what}-{each}".encode("utf-8", "replace")))


def _link(what: str, each: str) -> str:
    return f'<a href="#{_fragment(what, each)}">{what} {attribute(each)}</a>'


def _details(details: Iterable[Detail]) -> list[str]:
    rows = []
    for detail in details:
        sides = [f"<del>{attribute(detail.before)}</del>"] if detail.before else []
        sides += [f"<ins>{attribute(detail.after)}</ins>"] if detail.after else []
        rows.append(f"<dt>{detail.label}</dt><dd>{' → '.join(sides)}</dd>")
    return [f'<dl class="details">{"".join(rows)}</dl>'] if rows else []


def _altered(before: str, after: str) -> tuple[list[Span], list[Span]]:
    """The spans of the words that only one of two quotes has; none where the quotes are very long."""
    words = [[found.span() for found in _WORD.finditer(text)] for text in (before, after)]
    if max(len(spans) for spans in words) > _MOST_WORDS:
        return [], []
    ours, theirs = (
        [text[start:end] for start, end in spans] for text, spans in zip((before, after), words, strict=True)
    )
    old: list[Span] = []
    new: list[Span] = []
    for tag, first, last, start, stop in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag != "equal":
            old += [(words[0][first][0], words[0][last - 1][1])] if first < last else []
            new += [(words[1][start][0], words[1][stop - 1][1])] if start < stop else []
    return old, new


def _quote(claim: Claim, altered: Iterable[Span], element: str) -> str:
    """The quote with its three parts marked and its altered words in ``ins`` or ``del``.

    Parts may overlap, which elements must not: the quote is cut wherever one begins or ends.
    """
    evidence = claim.evidence
    length = len(evidence.quote)
    spans = []
    for role, mark in _ROLES:
        start, end = getattr(evidence, role)
        if evidence.start <= start < end <= evidence.end:
            spans.append((start - evidence.start, end - evidence.start, mark))
    spans += [(start, end, element) for start, end in altered]
    cuts = sorted({0, length, *(cut for start, end, _ in spans for cut in (start, end))})
    parts = []
    for start, end in pairwise(cuts):
        marks = {mark for first, last, mark in spans if first <= start and end <= last}
        part = attribute(evidence.quote[start:end])
        roles = [(role, mark) for role, mark in _ROLES if mark in marks]
        if roles:
            titles, classes = (" ".join(names) for names in zip(*roles, strict=True))
            part = f'<mark class="{classes}" title="{titles}">{part}</mark>'
        parts.append(f"<{element}>{part}</{element}>" if element in marks else part)
    return "“" + "".join(parts) + "”"
