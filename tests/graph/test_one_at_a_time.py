"""A graph is made of readings of which no more than one is in memory, and holds equal words once."""

from __future__ import annotations

import weakref
from dataclasses import dataclass, field, fields

import pytest

from sociogram.extraction.reading import DocumentRecord, Reading
from sociogram.graph.assemble import join_readings, make_graph
from sociogram.model import Skipped
from sociogram.resolve.outlines import Outline
from support.made_readings import Paper, Resources, person_papers
from support.sample_graphs import sample_papers


class Loaded(Reading):
    """A reading that can be watched."""


@dataclass
class Elsewhere:
    """A reading that is kept somewhere, and what was loaded of all such."""

    kept: Reading
    loaded: list[weakref.ref[Loaded]] = field(default_factory=list)

    @property
    def document(self) -> DocumentRecord:
        return self.kept.document

    @property
    def failure(self) -> Skipped | None:
        return self.kept.failure

    def outline(self) -> Outline:
        return self.kept

    def load(self) -> Reading:
        assert all(one() is None for one in self.loaded), "the one before is let go"
        reading = Loaded(**{each.name: getattr(self.kept, each.name) for each in fields(self.kept)})
        self.loaded.append(weakref.ref(reading))
        return reading


def test_no_more_than_one_reading_is_in_memory_and_the_graph_is_the_same() -> None:
    readings = [*(paper.reading() for paper in sample_papers()), *person_papers("Ann Varga", "Bob Roe")]
    loaded: list[weakref.ref[Loaded]] = []
    graph = join_readings([Elsewhere(one, loaded) for one in readings], (), Resources())
    assert len(loaded) == len(readings) > 2
    assert all(one() is None for one in loaded), "nothing of the graph holds a reading"
    assert graph == make_graph(readings, (), Resources())


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_what_is_given_changes_nothing(turned: bool) -> None:
    given = [Elsewhere(paper.reading()) for paper in sample_papers()]
    assert join_readings(given[::-1] if turned else given, (), Resources()) == make_graph(
        [one.kept for one in given], (), Resources()
    )


def test_claims_of_one_sentence_hold_its_words_once() -> None:
    paper = Paper("a")
    ends = paper.chain("Ann Varga"), paper.chain("Orion Rail", "Company"), paper.chain("Bob Roe")
    paper.says(ends[0], "funded", ends[1])
    paper.says(ends[0], "sued", ends[2])
    reading = paper.reading()
    assert reading.relations[0].quote is not reading.relations[1].quote
    first, second = make_graph([reading], (), Resources()).claims
    assert first.evidence.quote is second.evidence.quote
    assert first.trigger is second.trigger
