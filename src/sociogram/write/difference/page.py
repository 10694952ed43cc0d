"""A difference as one HTML page, which asks nothing of any network and is complete without scripts.

All of it is text in the markup; filters are style (``:has``) and only the search is a small script.
The policy names both by their hashes and lets nothing else run or be loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from sociogram.write.difference.cards import Cards
from sociogram.write.difference.words import (
    MARKS,
    PLURALS,
    SIGNS,
    make_words,
)
from sociogram.write.files.page_assets import hash_source, read_asset
from sociogram.write.text.xml_text import attribute

if TYPE_CHECKING:
    from sociogram.compare import ActorChange, Difference, DocumentChange, TieChange

_PACKAGE = "sociogram.write.difference"
MOST = 1000
"""Things in a section; a browser lays out a few thousand at once, and nobody reads more."""
Value = TypeVar("Value")


def iter_page(difference: Difference, titles: tuple[str, str], *, most: int = MOST) -> Iterator[str]:
    """The page in pieces; the same difference gives the same bytes.

    Args:
        difference: What the page shows.
        titles: What the two sides are called, for instance the paths of the case folders.
        most: At most so many things in a section; how many more there are is said.
    """
    script, style = (read_asset(_PACKAGE, f"difference.{kind}") for kind in ("js", "css"))
    before, after = (attribute(title) for title in titles)
    yield '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(script, style)}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield f"<title>Differences: {before} → {after}</title>\n<style>{style}</style></head>\n<body>\n"
    yield '<a class="skip" href="#main">to the changes</a>\n<header><h1>Differences</h1>\n'
    yield f"<p>from <bdi>{before}</bdi> to <bdi>{after}</bdi></p>\n"
    yield from _Page(difference, most).body()
    yield f"<script>{script}</script>\n</body></html>\n"


class _Page:
    """The parts of the page, in their order."""

    def __init__(self, difference: Difference, most: int) -> None:
        from sociogram.compare.grouping import tell_actors, tell_ties

        self._difference = difference
        self._most = most
        self._stories, self._rest = tell_ties(difference)
        ties = frozenset(story.tie.id for story in self._stories)
        self._cards = Cards(make_words(difference), ties)
        self._actors = tell_actors(difference)

    def body(self) -> Iterator[str]:
        yield from self._lead()
        yield from self._counts()
        yield '<p class="note">In quotes: <mark class="s">subject</mark>, <mark class="r">relation</mark>, '
        yield '<mark class="o">object</mark>. + came, − went, ~ changed. A tie is stated where some claim affirms '
        yield "it as asserted or reported. Minor is what stands elsewhere now or has parts with other ids, and is "
        yield "not listed.</p></header>\n"
        yield from self._filters()
        yield '<main id="main" tabindex="-1">\n'
        if not self._difference:
            yield "<p>Nothing differs.</p>\n"
        yield from self._facts()
        yield from self._things()
        yield "</main>\n"

    def _lead(self) -> Iterator[str]:
        """What became of facts, with links."""
        links = [
            f'<a href="#{sign}">{heading} {count}</a>'
            for sign, (heading, _) in SIGNS.items()
            if (count := sum(fact.sign == sign for fact in self._difference.facts))
        ]
        yield f'<p class="lead">{" ".join(links) or "No tie stands otherwise than before."}</p>\n'

    def _counts(self) -> Iterator[str]:
        columns = ("before", "after", *MARKS, "minor")
        heads = "".join(f'<th scope="col">{column}</th>' for column in columns)
        yield f'<div class="wide"><table class="counts"><thead><tr><td></td>{heads}</tr></thead><tbody>\n'
        for what, plural in PLURALS.items():
            totals = [
                len(getattr(graph, plural)) for graph in (self._difference.before, self._difference.after)
            ]
            counts = [self._difference.count(what, kind) for kind in MARKS]
            minor = self._difference.count(what, "changed", minor=True)
            cells = "".join(f"<td>{count}</td>" for count in (*totals, *counts, minor))
            yield f'<tr><th scope="row">{plural}</th>{cells}</tr>\n'
        yield "</tbody></table></div>\n"

    def _filters(self) -> Iterator[str]:
        boxes: list[tuple[str, str]] = [(f"show-{kind}", kind) for kind in MARKS]
        boxes += [(f"show-{what}", plural) for what, plural in PLURALS.items()]
        boxes.append(("show-following", "what came or went with its document"))
        yield '<div class="filters"><div role="group" aria-label="Show">'
        for name, label in boxes:
            yield f'<label><input type="checkbox" id="{name}" checked autocomplete="off"> {label}</label> '
        yield '<label id="search" hidden>with the words <input type="search" id="words" autocomplete="off"></label> '
        yield '<span id="found" class="note" aria-live="polite"></span></div></div>\n'

    def _facts(self) -> Iterator[str]:
        """Ties by what became of their standing; each is told once and then pointed at."""
        stories = {(story.tie.id, story.tie.kind): story for story in self._stories}
        order = {key: number for number, key in enumerate(stories)}
        told: set[tuple[str, str]] = set()

        def card(change: TieChange) -> str:
            key = change.id, change.kind
            if key in told or key not in stories:
                return self._cards.pointer(change)
            told.add(key)
            return self._cards.tie(stories[key])

        for sign, (heading, note) in SIGNS.items():
            ties = [fact.tie for fact in self._difference.facts if fact.sign == sign]
            ties.sort(key=lambda change: order.get((change.id, change.kind), len(order)))
            yield from self._section(sign, heading, note, ties, card, "about-tie")

    def _things(self) -> Iterator[str]:
        facts = {(fact.tie.id, fact.tie.kind) for fact in self._difference.facts}
        others = [story for story in self._stories if (story.tie.id, story.tie.kind) not in facts]
        documents = [change for change in self._difference.documents if not change.minor]
        cards, actors = self._cards, self._actors
        yield from self._table("identities", "Who is who", actors.identities)
        yield from self._table("actors", "Actors that came or went", actors.others)
        yield from self._section("ties", "Other ties", "", others, cards.tie, "about-tie")
        heading = "Claims of ties that stand as they did" if self._stories else "Claims"
        yield from self._section("claims", heading, "", self._rest, cards.claim_card, "about-claim")
        yield from self._document_table(documents)
        heading = "Actors that came or went with their documents"
        yield from self._table("following", heading, actors.with_documents, "following")

    def _section(
        self,
        name: str,
        heading: str,
        note: str,
        things: Sequence[Value],
        show: Callable[[Value], str],
        about: str,
    ) -> Iterator[str]:
        if not things:
            return
        yield f'<section id="{name}" class="{about}"><h2>{heading} <span class="count">{len(things)}</span></h2>\n'
        if note:
            yield f'<p class="note">{note}</p>\n'
        for thing in things[: self._most]:
            yield show(thing)
        yield from self._more(len(things))
        yield "</section>\n"

    def _table(
        self, name: str, heading: str, changes: Sequence[ActorChange], more: str = ""
    ) -> Iterator[str]:
        rows = map(self._cards.actor_row, changes[: self._most])
        columns = ("actor", "kind", "what became of it", "mentions")
        yield from self._rows(name, heading, columns, rows, len(changes), f"about-actor {more}".strip())

    def _document_table(self, changes: Sequence[DocumentChange]) -> Iterator[str]:
        rows = map(self._cards.document_row, changes[: self._most])
        columns = ("document", "read from", "what is different")
        yield from self._rows("documents", "Documents", columns, rows, len(changes), "about-document")

    def _rows(
        self, name: str, heading: str, columns: Sequence[str], rows: Iterable[str], count: int, about: str
    ) -> Iterator[str]:
        if not count:
            return
        heads = "".join(f'<th scope="col">{column}</th>' for column in columns)
        yield f'<section id="{name}" class="{about}"><h2>{heading} <span class="count">{count}</span></h2>\n'
        yield f'<table class="things"><thead><tr>{heads}</tr></thead><tbody>\n'
        yield from rows
        yield "</tbody></table>\n"
        yield from self._more(count)
        yield "</section>\n"

    def _more(self, count: int) -> Iterator[str]:
        if count > self._most:
            yield f'<p class="note">{count - self._most} more; sociogram diff --format jsonl has all of them.</p>\n'


def _policy(script: str, style: str) -> str:
    """Only the page's own script and style, and nothing from outside."""
    return (
        f"default-src 'none'; script-src {hash_source(script)}; style-src {hash_source(style)}; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )
