"""The page of a story: one file that runs no script and asks nothing of any network.

Each statement has numbered footnotes to the exact words; what has gone from the graph is told in its place. The
explorer makes the same page of the same story (``web/src/publish/document.ts``): no clock, no chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sociogram.graph.detail import LEAST_WORTH
from sociogram.graph.unread import UnreadSentence
from sociogram.knowledge.ontology import load_ontology
from sociogram.version import __version__
from sociogram.write.files.page_assets import hash_source, read_asset
from sociogram.write.picture.colours import (
    kind_colour,
    kind_group,
    sentiment_colour,
    sentiments,
    tie_sentiment,
)
from sociogram.write.story.markup import counted, name, paragraphs, words
from sociogram.write.story.small_map import KINDS, SHAPES, Dot, Line, draw_small_map
from sociogram.write.story.statements import Footnotes, pinned_statements
from sociogram.write.text.wording import said_relation

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Tie
    from sociogram.story.replay import Replay
    from sociogram.story.values import Pin, Step, Story

_PACKAGE = "sociogram.write.story"
_STYLE = "story_page.css"
_TITLED = frozenset({"tie", "actor", "answer", "view"})
"""Kinds of pins whose words are told; those of a claim are its statement."""
_KEY = '<svg viewBox="-14 -14 28 28" aria-hidden="true">'
# web/src/map/palette.ts has the same words.
_SENTIMENTS = {"contact": "contact (met, talked)", "word": "words"}
_MARKS = {"stated": "", "disputed": "disputed", "denied": "denied", "negated": "denied"}
"""How the line of a tie is marked, by how the tie stands; what is held in any other way is unsettled."""
_SIGNS = (
    ("disputed", "?", "disputed"),
    ("denied", "not:", "only denied or negated"),
    ("unsettled", "~", "not established"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What the page says of how it was made.

    ``places`` has the actors' places in the picture of the whole graph by their ids.
    """

    model: str = ""
    places: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def story_page(story: Story, graph: Graph, replay: Replay, about: About) -> str:
    """The page; the same story of the same graph gives the same text."""
    style = read_asset(_PACKAGE, _STYLE)
    policy = story_policy()
    title = words(story.title.strip() or "Untitled story")
    head = (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n'
        f"<title>{title}</title>\n<style>{style}</style></head>\n<body>\n"
    )
    return head + "".join(_Page(story, graph, replay, about).body()) + "</body></html>\n"


def story_policy() -> str:
    """The policy of the page: its own style, and nothing that runs or is loaded."""
    style = hash_source(read_asset(_PACKAGE, _STYLE))
    return f"default-src 'none'; style-src {style}; base-uri 'none'; form-action 'none'"


class _Page:
    """The parts of the page, in their order."""

    def __init__(self, story: Story, graph: Graph, replay: Replay, about: About) -> None:
        self._story = story
        self._graph = graph
        self._replay = replay
        self._about = about
        self._footnotes = Footnotes(graph)
        self._ties = {tie.id: tie for tie in graph.ties}
        self._groups: set[str] = set()
        self._sentiments: set[str] = set()
        self._pictures = 0

    def body(self) -> Iterator[str]:
        yield from self._head()
        yield "<main>\n"
        for number, step in enumerate(self._story.steps, 1):
            yield from self._step(number, step)
        yield "</main>\n"
        if self._footnotes.claims:
            yield '<section class="sources"><h2>The words behind it</h2>\n<ol>\n'
            yield from self._footnotes.lines()
            yield "</ol></section>\n"
        yield from self._legend()
        yield from self._review()
        yield from self._making()

    def _head(self) -> Iterator[str]:
        yield f'<header><h1 dir="auto">{words(self._story.title.strip() or "Untitled story")}</h1>\n'
        if self._story.author.strip():
            yield f'<p class="by">by {name(self._story.author.strip())}</p>\n'
        yield '<p class="lead">What documents claim, not what is so. Each number leads to the exact words.</p>\n'
        if self._replay.gone:
            what = "claim is" if self._replay.gone == 1 else "claims are"
            yield (
                f'<p class="warning">{self._replay.gone:,} pinned {what} no longer in the graph; '
                "each is told where it stood.</p>\n"
            )
        yield "</header>\n"

    def _step(self, number: int, step: Step) -> Iterator[str]:
        heading = words(step.heading.strip() or f"Step {number}")
        yield f'<section class="step"><h2 dir="auto">{number}. {heading}</h2>\n{paragraphs(step.notes)}'
        for pin in step.pins:
            yield from self._pin(pin)
        yield "</section>\n"

    def _pin(self, pin: Pin) -> Iterator[str]:
        yield f'<div class="pin {pin.kind}">'
        if pin.kind in _TITLED:
            yield f'<h3 dir="auto">{words(pin.words)}</h3>\n'
        yield self._picture(pin)
        items = "".join(pinned_statements(pin, self._replay, self._graph, self._footnotes))
        yield f"<ul>\n{items}</ul></div>\n" if items else "</div>\n"

    def _picture(self, pin: Pin) -> str:
        """The map of what the pin shows, and how much of it has gone."""
        kept = [each for each in pin.actors if each in self._about.places]
        if not kept:
            return ""
        numbers = {each: number for number, each in enumerate(kept)}
        dots = [self._dot(each) for each in kept]
        ties = [tie for each in pin.ties if (tie := self._ties.get(each)) is not None]
        lines = [
            self._line(tie, numbers)
            for tie in ties
            if tie.subject in numbers and isinstance(tie.object, str) and tie.object in numbers
        ]
        self._pictures += 1
        gone = len(pin.actors) - len(kept)
        lost = f"; {counted(gone, 'actor')} of it no longer in the graph" if gone else ""
        caption = f"{counted(len(dots), 'actor')}, {counted(len(lines), 'tie')}{lost}"
        drawn = draw_small_map(dots, lines, f"Map: {pin.words}")
        return f"<figure>{drawn}<figcaption>{caption}</figcaption></figure>\n"

    def _dot(self, actor: str) -> Dot:
        known = self._graph.actors_by_id[actor]
        group = kind_group(known.kind)
        self._groups.add(group)
        x, y = self._about.places[actor]
        return Dot(id=actor, name=known.name, group=group, colour=kind_colour(known.kind), x=x, y=y)

    def _line(self, tie: Tie, numbers: Mapping[str, int]) -> Line:
        graph = self._graph
        sentiment = tie_sentiment(tie.relation, tie.lemma)
        self._sentiments.add(sentiment)
        return Line(
            start=numbers[tie.subject],
            end=numbers[str(tie.object)],
            words=said_relation(tie, graph),
            colour=sentiment_colour(sentiment),
            mark=_MARKS.get(graph.standings[tie.id].code, "unsettled"),
            arrow=not load_ontology().is_symmetric(tie.relation),
        )

    def _legend(self) -> Iterator[str]:
        yield '<section class="legend"><h2>Legend</h2>\n'
        if self._footnotes.claims:
            yield (
                '<p>In the quotes: <mark class="s">subject</mark>, <mark class="r">relation</mark>, '
                '<mark class="o">object</mark>.</p>\n'
            )
        if self._pictures:
            yield "<p>Actors: "
            yield ", ".join(
                f'{_KEY}<path d="{SHAPES[shape]}" fill="{kind_colour(group)}"/></svg> {label}'
                for group, label, shape in KINDS
                if group in self._groups
            )
            yield ".</p>\n<p>Ties: "
            yield ", ".join(
                f'{_KEY}<path d="M-14 0H14" stroke="{sentiment_colour(each)}" '
                f'stroke-width="5"/></svg> {_SENTIMENTS.get(each, each)}'
                for each in sentiments()
                if each in self._sentiments
            )
            signs = ", ".join(f"{sign} {label}" for _, sign, label in _SIGNS)
            yield (
                f"; {signs}. Dashes: denied by some or all; dots: only alleged, possible, hypothetical, intended, "
                "demanded or predicted.</p>\n"
            )
        yield "</section>\n"

    def _review(self) -> Iterator[str]:
        cited = self._footnotes.claims
        reviewers = Counter(claim.review.who for claim in cited if claim.review is not None)
        yield '<section class="review"><h2>What was reviewed</h2>\n'
        if reviewers:
            every = counted(len(cited), "cited claim")
            by = ", ".join(
                f"{name(who or 'a person')} ({count:,})" for who, count in sorted(reviewers.items())
            )
            yield f"<p>{reviewers.total():,} of {every}, by {by}; each footnote says how and when.</p></section>\n"
        else:
            yield (
                f"<p>Of {counted(len(cited), 'cited claim')} none bears a reviewer’s mark. They were read out of the "
                "documents by a program: compare each with its document before you rely on it.</p></section>\n"
            )

    def _making(self) -> Iterator[str]:
        graph = self._graph
        model = f", model {words(self._about.model)}" if self._about.model else ""
        starts = {document.id for document in graph.documents}
        silent = sum(_is_silent(one, starts) for one in graph.unread)
        cited = self._footnotes.claims
        of = len({claim.evidence.document for claim in cited})
        claims = [claim for claim in graph.claims if claim.id in self._footnotes.ties]
        # Rounded twice, as the explorer has worths in tenths of a hundredth and filters by whole ones.
        below = sum(round(round(100 * claim.worth, 1)) < round(100 * LEAST_WORTH) for claim in claims)
        yield (
            '<section class="making"><h2>How this was made</h2>\n'
            f"<p>By sociogram {words(__version__)}{model}; run <code>{words(graph.run)}</code>: "
            f"{counted(len(graph.documents), 'document')}, {counted(len(graph.actors), 'actor')}, "
            f"{counted(len(graph.ties), 'tie')}, {counted(len(claims), 'claim')}. "
            f"Cited here: {counted(len(cited), 'claim')} of {counted(of, 'document')}.</p>\n"
            "<h2>What was left out</h2>\n"
            f"<p>{counted(silent, 'sentence')} that {'names' if silent == 1 else 'name'} two actors gave no claim; "
            f"{counted(len(graph.skipped), 'thing')} in the documents {'was' if len(graph.skipped) == 1 else 'were'} "
            f"not used; {counted(below, 'claim')} {'is' if below == 1 else 'are'} worth less than {LEAST_WORTH:.2f} "
            "and shown in the explorer only when asked for.</p></section>\n"
        )


def _is_silent(one: UnreadSentence, documents: set[str]) -> bool:
    return one.is_silent and one.document in documents
