"""Graphs for the tests of the map: hubs with regions of their own, several ties between two, dates far and near."""

from __future__ import annotations

from dataclasses import replace

from sociogram.graph.values import Graph
from sociogram.model import Actor, ActorMention, Claim, TimeExpression
from support.explorer_cases import make_case, tie_up

HUBS = 14
"""More regions than there are colours for."""
LEAVES = 4


def make_regions() -> Graph:
    """Fourteen hubs ``h0`` to ``h13`` with four leaves each, the hubs in a chain; all oppose each other."""
    graph, _ = make_case()
    first = graph.claims[0]
    names = [f"h{hub}" for hub in range(HUBS)]
    pairs = [(names[hub], f"h{hub}l{leaf}") for hub in range(HUBS) for leaf in range(LEAVES)]
    pairs += [(f"h{hub}l{leaf}", f"h{hub}l{leaf + 1}") for hub in range(HUBS) for leaf in range(LEAVES - 1)]
    pairs += [(names[hub], names[hub + 1]) for hub in range(HUBS - 1)]
    claims = [
        replace(
            first,
            id=f"m{number}",
            subject=left,
            object=right,
            relation="opposes",
            lemma="oppose",
            trigger="opposes",
        )
        for number, (left, right) in enumerate(pairs)
    ]
    return _graph(graph, claims)


def make_open_words() -> Graph:
    """Ann lavished Bob with praise, met him and railed against him; the words of each are in their sentences' form."""
    graph, _ = make_case()
    first = graph.claims[0]
    said = [("lavish with", "lavished with"), ("meet", "met"), ("rail against", "is railing\nagainst")]
    claims = [
        replace(first, id=f"w{number}", subject="ann", object="bob", lemma=lemma, trigger=words,
                relation="met" if lemma == "meet" else "relatedTo", amount=None, time=None)
        for number, (lemma, words) in enumerate(said)
    ]  # fmt: skip
    return _graph(graph, claims)


def make_dated(said: bool) -> Graph:
    """Forty claims that hold from January to April of 2016, one in 1742, and three without such a date."""
    graph, _ = make_case()
    first = graph.claims[0]
    days = [f"2016-0{number % 4 + 1}-11" for number in range(40)] + ["1742-05-01", "", "", ""]
    claims = [
        replace(
            first,
            id=f"t{number}",
            subject="ann",
            object=f"b{number}",
            relation="accuses" if number % 2 else "met",
            time=TimeExpression(start=day, end=day, text="then") if day else None,
            said_on="2017-01-01" if said and day else None,
        )
        for number, day in enumerate(days)
    ]
    return _graph(graph, claims)


def _graph(graph: Graph, claims: list[Claim]) -> Graph:
    ids = sorted({end for claim in claims for end in (claim.subject, str(claim.object))})
    mention = ActorMention(document="d1", start=25, end=34, text="Anna Berg", pronoun=False)
    actors = tuple(Actor(id=id_, name=id_.capitalize(), kind="Person", mentions=(mention,)) for id_ in ids)
    return replace(graph, actors=actors, claims=tuple(claims), ties=tie_up(claims))
