"""A difference for a terminal: what became of the facts first, then ties with their words, actors, documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

import click

from sociogram.cli.claim_text import marked_quote
from sociogram.cli.terminal import visible
from sociogram.compare.grouping import TieStory, tell_actors, tell_ties
from sociogram.write.difference.words import (
    MARKS,
    SIGNS,
    Detail,
    Words,
    count_words,
    document_title,
    fact_words,
    follows,
    make_words,
    mention_counts,
    minor_words,
    tie_counts,
)
from sociogram.write.text.wording import held

if TYPE_CHECKING:
    from sociogram.compare import ActorChange, ClaimChange, Difference, DocumentChange, Kind, TieChange

Value = TypeVar("Value")
_COLOURS = {"+": "green", "-": "red", "~": "yellow"}


def iter_text(difference: Difference, *, most: int) -> Iterator[str]:
    """Lines without their ends; of each section at most ``most`` things, and how many more there are.

    Marks are coloured by escape sequences, which ``click.echo`` keeps from all but terminals.
    """
    facts = fact_words(difference)
    if facts:
        yield click.style(facts, bold=True)
    yield "; ".join(count_words(difference))
    minor = minor_words(difference)
    if minor:
        yield f"minor, not listed: {minor}, which only stand elsewhere or have parts with other ids"
    if not difference:
        yield "nothing differs"
        return
    text = _Text(make_words(difference), most)
    stories, rest = tell_ties(difference)
    yield from text.facts(difference, stories)
    told = {fact.tie.id for fact in difference.facts}
    others = [story for story in stories if story.tie.id not in told]
    actors = tell_actors(difference)
    yield from text.section("Who is who", actors.identities, text.actor)
    yield from text.section("Actors that came or went", actors.others, text.actor)
    yield from text.section("Other ties", others, text.story)
    heading = "Claims of ties that stand as they did" if stories else "Claims"
    yield from text.section(heading, rest, text.claim)
    documents = [change for change in difference.documents if not change.minor]
    yield from text.section("Documents", documents, text.document)
    yield from text.section(
        "Actors that came or went with their documents", actors.with_documents, text.actor
    )


class _Text:
    """Makes the lines; each kind of thing gives a headline and indented lines below it."""

    def __init__(self, words: Words, most: int) -> None:
        self._words = words
        self._most = most

    def section(
        self, heading: str, things: Sequence[Value], lines: Callable[[Value], Iterator[str]], note: str = ""
    ) -> Iterator[str]:
        """A heading with the number of things, and the lines of each; nothing where there are none."""
        if not things:
            return
        yield ""
        yield click.style(f"{heading} ({len(things)})", bold=True) + (f": {note}" if note else "")
        for thing in things[: self._most]:
            yield from lines(thing)
        yield from self._more(len(things), "  ")

    def facts(self, difference: Difference, stories: Iterable[TieStory]) -> Iterator[str]:
        """What became of the standing of ties, by what became of it."""
        by_id = {(story.tie.id, story.tie.kind): story for story in stories}
        order = {key: number for number, key in enumerate(by_id)}
        told: set[tuple[str, str]] = set()

        def lines(change: TieChange) -> Iterator[str]:
            key = change.id, change.kind
            if key in told or key not in by_id:
                yield self._tie(change)
                return
            told.add(key)
            yield from self.story(by_id[key])

        for sign, (heading, note) in SIGNS.items():
            found = [fact.tie for fact in difference.facts if fact.sign == sign]
            found.sort(key=lambda change: order.get((change.id, change.kind), len(order)))
            yield from self.section(heading, found, lines, note)

    def story(self, story: TieStory) -> Iterator[str]:
        """A tie, what is different about it, and the claims that made it so."""
        change = story.tie
        yield self._tie(change) + (f", {follows(change)}" if story.with_documents else "")
        yield from self._details(self._words.tie(change), "      ")
        if change.one_actor:
            yield "      its ends are one actor " + ("now" if change.kind == "went" else "no longer")
        if change.into is not None:
            yield f"      taken over by tie {visible(change.into)}, for its ends were merged"
        if change.parted_from is not None:
            yield f"      out of tie {visible(change.parted_from)}, for its ends were split"
        for claim in story.claims[: self._most]:
            yield from self.claim(claim, nested=True)
        yield from self._more(len(story.claims), "    ")
        for claim in story.left[: self._most]:
            yield f"    {_mark('changed')} claim {visible(claim.id)} says now: {self._statement(claim)}"

    def claim(self, change: ClaimChange, *, nested: bool = False) -> Iterator[str]:
        """A claim: the statement, unless a tie above says it, what is different, and the words of either side."""
        indent = "    " if nested else "  "
        claim = change.value
        names = self._words.before if change.after is None else self._words.after
        heading = f"{indent}{_mark(change.kind)} claim {visible(change.id)}"
        inner = indent + "    "
        if not nested:
            heading += f": {self._statement(change)}"
        if change.kind == "changed":
            yield heading
            yield from self._details(self._words.claim(change), inner)
        elif nested:
            yield f"{heading}: {visible(held(claim, names))}"
        else:
            yield heading
            yield inner + visible(held(claim, names))
        if change.before is not None and change.after is not None and "evidence.quote" in change.fields:
            yield f"{inner}before: {marked_quote(change.before)}"
            yield f"{inner}now:    {marked_quote(change.after)}"
        else:
            yield inner + marked_quote(claim)
        yield f"{inner}{visible(claim.evidence.source)} [{claim.evidence.start}:{claim.evidence.end}]"

    def actor(self, change: ActorChange) -> Iterator[str]:
        """An actor: its name, what became of it, and what is different about it."""
        turns = self._words.turns(change)
        heading = visible(f"actor {change.id}: {self._words.actor_heading(change)}")
        details = self._words.actor(change)
        said = [visible(turn) for turn in turns]
        if change.kind != "changed":
            said.append(mention_counts(change.value))
        yield f"  {_mark(change.kind)} {heading}" + (f"; {', '.join(said)}" if said else "")
        yield from self._details(details, "      ")

    def document(self, change: DocumentChange) -> Iterator[str]:
        """A document: its title, where it was read, and what is different about it."""
        document = change.value
        heading = visible(f"document {change.id}: {document_title(document)}; {document.source}")
        yield f"  {_mark(change.kind)} {heading}"
        yield from self._details(self._words.document(change), "      ")

    def _tie(self, change: TieChange) -> str:
        standing = change.standing_after or change.standing_before
        words = f"{tie_counts(change.value)}; {standing.words}" if standing else tie_counts(change.value)
        return f"  {_mark(change.kind)} tie {visible(change.id)}: {self._statement(change)} ({words})"

    def _statement(self, change: ClaimChange | TieChange) -> str:
        return visible(self._words.statement(change))

    def _details(self, details: Iterable[Detail], indent: str) -> Iterator[str]:
        for detail in details:
            yield f"{indent}{detail.label}: {visible(arrow(detail))}"

    def _more(self, count: int, indent: str) -> Iterator[str]:
        if count > self._most:
            yield f"{indent}{count - self._most} more; see them with --limit {count}"


def arrow(detail: Detail) -> str:
    """Both sides of a detail in one line; what only came or went has a sign."""
    if detail.before and detail.after:
        return f"{detail.before} → {detail.after}"
    return f"+ {detail.after}" if detail.after else f"- {detail.before}"


def _mark(kind: Kind) -> str:
    mark = MARKS[kind]
    return click.style(mark, fg=_COLOURS[mark], bold=True)
