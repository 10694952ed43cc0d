"""Communities of a network: those of Louvain's method as networkx has it."""

from __future__ import annotations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from sociogram.write.picture.communities import find_communities

_NODES = 40
_ties = st.dictionaries(
    st.tuples(st.integers(0, _NODES - 1), st.integers(0, _NODES - 1)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(1, 9).map(float),
    max_size=120,
)


def by_networkx(count: int, pairs: dict[tuple[int, int], float]) -> list[int]:
    network = nx.Graph()
    network.add_nodes_from(range(count))
    network.add_weighted_edges_from((left, right, weight) for (left, right), weight in pairs.items())
    found = [sorted(each) for each in nx.community.louvain_communities(network, seed=1)]
    communities = [0] * count
    for number, members in enumerate(sorted(found, key=lambda group: (-len(group), group[0]))):
        for node in members:
            communities[node] = number
    return communities


@given(_ties)
def test_they_are_those_of_networkx(ties: dict[tuple[int, int], float]) -> None:
    pairs = dict(sorted(ties.items()))
    assert find_communities(_NODES, pairs) == by_networkx(_NODES, pairs)


def test_they_are_those_of_networkx_over_several_levels() -> None:
    network = nx.connected_caveman_graph(60, 5)
    pairs = dict.fromkeys(sorted((min(edge), max(edge)) for edge in network.edges), 1.0)
    assert find_communities(300, pairs) == by_networkx(300, pairs)


def test_two_circles_are_two_communities_and_a_node_alone_is_one() -> None:
    pairs = {(0, 1): 2.0, (0, 2): 2.0, (1, 2): 2.0, (2, 3): 1.0, (3, 4): 2.0, (3, 5): 2.0, (4, 5): 2.0}
    assert find_communities(7, pairs) == [0, 0, 0, 1, 1, 1, 2]
    assert find_communities(3, {}) == [0, 1, 2]
    assert find_communities(0, {}) == []
