"""Is it little work to tell the blank nodes of some quads apart?

RDF Dataset Canonicalization 1.0 names a blank node by the quads that it is in. Those that look alike by these are told
apart by all orders of the alike nodes that they are linked with, and of those behind them: a clique of nine, 72 quads,
takes hours, a ring of a thousand minutes. Nothing in the algorithm ends that, so the work is reckoned before.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import factorial

import pyoxigraph as ox

MOST_WORK = 2_000_000
"""What is still done: that of a ring of 126 alike nodes, some half a second; measured."""
_FEW = 6
"""Alike nodes that may be linked in any way: all orders of all of them are some 50 ms; measured."""
_DEEPEST = 50
"""Triple terms within each other: the library takes the square of the depth and more, and nobody needs three."""
_MARK = re.compile(
    r"""\"{3}(?:[^"\\]|\\.|"{1,2}(?!"))*+(?:"{3})?+|'{3}(?:[^'\\]|\\.|'{1,2}(?!'))*+(?:'{3})?+"""
    r"""|"(?:[^"\\\n]|\\.)*+"?+|'(?:[^'\\\n]|\\.)*+'?+|<[^<>"{}|^`\\\s]*+>|\#[^\n]*+|<<|>>""",
    re.DOTALL,
)
"""Strings, those that do not end too, IRIs and comments of TriG, in which marks of triple terms are none, and these."""
_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.DefaultGraph | ox.Triple
_Link = tuple[str, str, str]
"""Where in a quad the other node stands, the predicate, and what the node looks like."""


class LabellingError(ValueError):
    """Blank nodes that cannot be told apart with reasonable work, or triple terms that lie too deep in one another."""

    def __init__(
        self, message: str, remedy: str = "give them IRIs, or something that tells them apart"
    ) -> None:
        super().__init__(message)
        self.remedy = remedy


def check_nesting(quads: Iterable[ox.Quad]) -> None:
    """See that no triple term of ``quads`` holds too many others within each other.

    Raises:
        LabellingError: If one does; the message is one line.
    """
    for quad in quads:
        waiting: list[tuple[_Term, int]] = [(quad.subject, 0), (quad.object, 0)]
        while waiting:
            term, depth = waiting.pop()
            if depth > _DEEPEST:
                raise _too_deep()
            if isinstance(term, ox.Triple):
                waiting += [(term.subject, depth + 1), (term.object, depth + 1)]


def check_text_nesting(text: str) -> None:
    """The same of TriG that was not parsed: the parser ends the process where some ten thousand hold each other.

    Raises:
        LabellingError: If some do; the message is one line.
    """
    depth = 0
    for found in _MARK.finditer(text):
        if found[0] == "<<":
            depth += 1
            if depth > _DEEPEST:
                raise _too_deep()
        elif found[0] == ">>":
            depth = max(0, depth - 1)


def _too_deep() -> LabellingError:
    return LabellingError(
        f"triple terms lie over {_DEEPEST} deep in one another", "write what they say with nodes of their own"
    )


def check_blank_nodes(quads: Iterable[ox.Quad]) -> None:
    """See that the blank nodes of ``quads`` can be told apart soon.

    Raises:
        LabellingError: If not, or if triple terms lie too deep in one another; the message is one line.
    """
    quads = list(quads)
    check_nesting(quads)
    linked = [(quad, nodes) for quad in quads if (nodes := dict(_blank_nodes(quad)))]
    looks = _looks(linked)
    count = Counter(looks.values())
    alike = {node for node, look in looks.items() if count[look] > 1}
    neighbours: dict[str, dict[_Link, set[str]]] = defaultdict(lambda: defaultdict(set))
    for quad, nodes in linked:
        both = [node for node in nodes if node in alike]
        for node in both:
            for other in both:
                if other != node:
                    neighbours[node][nodes[other], quad.predicate.value, looks[other]].add(other)
    work = nodes_linked = 0
    for group in _components(neighbours):
        nodes_linked += len(group)
        work += _work(group, neighbours)
        if work > MOST_WORK:
            raise LabellingError(
                f"{nodes_linked} blank nodes that look alike are linked with one another, and telling them apart takes "
                "too long"
            )


def _blank_nodes(quad: ox.Quad) -> Iterator[tuple[str, str]]:
    """The blank nodes of ``quad``, each with where it stands."""
    for place, term in (("s", quad.subject), ("o", quad.object), ("g", quad.graph_name)):
        for node in _nodes_in(term):
            yield node, place


def _nodes_in(term: _Term) -> Iterator[str]:
    if isinstance(term, ox.BlankNode):
        yield term.value
    elif isinstance(term, ox.Triple):
        yield from _nodes_in(term.subject)
        yield from _nodes_in(term.object)


def _looks(linked: list[tuple[ox.Quad, dict[str, str]]]) -> dict[str, str]:
    """For each blank node the quads that it is in, as they look from it."""
    seen: dict[str, list[str]] = defaultdict(list)
    for quad, nodes in linked:
        for node in nodes:
            terms = (quad.subject, quad.predicate, quad.object, quad.graph_name)
            seen[node].append(" ".join(_look(term, node) for term in terms))
    return {node: "\n".join(sorted(lines)) for node, lines in seen.items()}


def _look(term: _Term, node: str) -> str:
    if isinstance(term, ox.BlankNode):
        return "_:a" if term.value == node else "_:z"
    if isinstance(term, ox.Triple):
        return f"<<{_look(term.subject, node)} {term.predicate} {_look(term.object, node)}>>"
    return str(term)


def _components(neighbours: dict[str, dict[_Link, set[str]]]) -> Iterator[list[str]]:
    """The alike nodes that are linked with one another, directly or by others of them."""
    left = set(neighbours)
    while left:
        found = [left.pop()]
        for node in found:
            for others in neighbours[node].values():
                found += others & left
                left -= others
        yield found


def _work(group: list[str], neighbours: dict[str, dict[_Link, set[str]]]) -> int:
    """The steps at most, or more than are done: each node's way through all, in all orders of alike ones."""
    links = sum(len(others) for node in group for others in neighbours[node].values()) // 2
    work = len(group) ** 2 * links
    if len(group) <= _FEW:
        # No way passes a node twice, and at each of its nodes the orders of those that are left are tried.
        groups = max(len(neighbours[node]) for node in group)
        return min(_in_all_orders(group, neighbours, work), factorial(len(group)) ** 2 * groups)
    return _in_all_orders(group, neighbours, work)


def _in_all_orders(group: list[str], neighbours: dict[str, dict[_Link, set[str]]], work: int) -> int:
    for node in group:
        for others in neighbours[node].values():
            work *= factorial(min(len(others), 20))
            if work > MOST_WORK:
                return work
    return work
