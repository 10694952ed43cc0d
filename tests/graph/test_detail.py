"""How much of a graph is shown, and that what is left out is counted."""

from __future__ import annotations

import pytest

from sociogram.check.promises import check_graph
from sociogram.graph.detail import LEAST_WORTH, Detail, count_words, select
from sociogram.model import LiteralObject
from support.sample_graphs import sample_graph


def test_all_is_the_graph_itself_and_leaves_nothing_out() -> None:
    graph = sample_graph()
    assert select(graph, Detail.ALL) == (graph, {})


def test_ties_are_between_actors_and_what_is_left_out_is_counted() -> None:
    graph = sample_graph()
    part, left_out = select(graph, Detail.TIES, 0.0)
    assert part.ties
    assert not any(isinstance(tie.object, LiteralObject) for tie in part.ties)
    assert sum(left_out.values()) == len(graph.ties) - len(part.ties) == sum(count_words(graph).values())


@pytest.mark.parametrize("detail", [Detail.TIES, Detail.CLAIMS])
@pytest.mark.parametrize("least", [LEAST_WORTH, 0.6, 1.0])
def test_what_is_worth_less_is_left_out_and_counted(detail: Detail, least: float) -> None:
    graph = sample_graph()
    part, left_out = select(graph, detail, least)
    assert all(tie.worth >= least for tie in part.ties)
    assert len(part.ties) + sum(left_out.values()) == len(graph.ties)


@pytest.mark.parametrize("detail", list(Detail))
def test_a_part_keeps_the_promises_of_a_graph(detail: Detail) -> None:
    part, _ = select(sample_graph(), detail, 0.5)
    assert check_graph(part) == []
