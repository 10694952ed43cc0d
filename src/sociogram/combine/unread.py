"""What stayed unread in every one of several graphs that has the document."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sociogram.extraction.reading import Coverage
from sociogram.graph.unread import UnreadSentence

if TYPE_CHECKING:
    from sociogram.extraction.reading import DocumentRecord
    from sociogram.graph.values import Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """The unread sentences by document and place, and the coverage of each document that was looked at."""

    sentences: tuple[UnreadSentence, ...]
    coverage: Mapping[str, Coverage]

    def on(self, documents: Iterable[DocumentRecord]) -> tuple[DocumentRecord, ...]:
        """``documents`` with their coverage."""
        return tuple(replace(one, coverage=self.coverage.get(one.id)) for one in documents)


def combine_unread(graphs: Sequence[Graph]) -> Unread:
    """The sentences that no graph with their document has read, as the graph has them that read most of them.

    The coverage follows: of the most sentences that a graph counts in a document those that are silent in none.
    """
    held = Counter(document.id for graph in graphs for document in graph.documents)
    told: dict[tuple[str, int, int], list[UnreadSentence]] = defaultdict(list)
    for graph in graphs:
        for one in graph.unread:
            told[one.document, one.start, one.end].append(one)
    kept = tuple(
        min(variants, key=lambda one: (-one.claims, repr(one)))
        for (document, *_), variants in sorted(told.items())
        if len(variants) == held[document]
    )
    return Unread(sentences=kept, coverage=_coverage(graphs, kept))


def _coverage(graphs: Sequence[Graph], kept: Sequence[UnreadSentence]) -> dict[str, Coverage]:
    most: dict[str, int] = {}
    for graph in graphs:
        for document in graph.documents:
            if document.coverage is not None:
                most[document.id] = max(most.get(document.id, 0), document.coverage.sentences)
    silent = Counter(one.document for one in kept if one.is_silent)
    counts = {document: max(count, silent[document]) for document, count in most.items()}
    return {each: Coverage(sentences=count, read=count - silent[each]) for each, count in counts.items()}
