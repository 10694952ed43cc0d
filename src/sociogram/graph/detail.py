"""How much of a graph is shown: ties between actors, also what is said of words, or all that was read.

A tie is shown with all its claims or not at all, so that its counts stay true; what is left out is counted by reason.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from enum import StrEnum

from sociogram.graph.values import Graph
from sociogram.model import LiteralObject, Tie

LEAST_WORTH = 0.3
"""The worth from which ties are shown where nobody says otherwise; by hand. Below it is what has an idle verb and vague
words. The explorer's slider begins there too."""


class Detail(StrEnum):
    """Which ties are shown."""

    TIES = "ties"  # between actors, from the least worth on
    CLAIMS = "claims"  # also to words, dates and sums
    ALL = "all"  # whatever they are worth


_TO_WORDS = "ties to words, dates and sums (--detail claims has them)"


def count_words(graph: Graph) -> Counter[str]:
    """How many ties a network of actors alone leaves out."""
    count = sum(isinstance(tie.object, LiteralObject) for tie in graph.ties)
    return Counter({_TO_WORDS: count} if count else {})


def select(graph: Graph, detail: Detail, least: float = LEAST_WORTH) -> tuple[Graph, Counter[str]]:
    """The part of ``graph`` that ``detail`` shows, and how many ties it leaves out, by reason.

    All actors and documents are kept. Ties below the worth ``least`` are left out, unless all are wanted.
    """
    if detail is Detail.ALL:
        return graph, Counter()
    left_out: Counter[str] = Counter()
    kept: list[Tie] = []
    for tie in graph.ties:
        if detail is Detail.TIES and isinstance(tie.object, LiteralObject):
            left_out[_TO_WORDS] += 1
        elif tie.worth < least:
            left_out[f"ties worth less than {least:g} (--detail all has them)"] += 1
        else:
            kept.append(tie)
    claims = {claim for tie in kept for claim in tie.claims}
    part = replace(
        graph, ties=tuple(kept), claims=tuple(claim for claim in graph.claims if claim.id in claims)
    )
    return part, left_out
