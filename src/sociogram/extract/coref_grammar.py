"""What grammar alone says is one thing: appositions and relative pronouns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extract.coref_facts import VALUES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.extract.coref_clusters import Clusters
    from sociogram.extract.coref_facts import Facts
    from sociogram.extract.coref_tokens import Grammar


def join_appositions(clusters: Clusters, facts: Sequence[Facts], grammar: Grammar) -> None:
    """Join a noun phrase in apposition ("Himes, the ranking member") to what it describes."""
    by_head = {one.head: one.index for one in facts if one.head >= 0}
    for one in facts:
        if one.head < 0 or grammar.dep[one.head] != "appos" or one.mention.kind in VALUES | {"Post"}:
            continue
        anchor = by_head.get(grammar.head[one.head])
        if anchor is None or facts[anchor].number != one.number:
            continue
        if one.mention.form == "named" and facts[anchor].mention.form == "named":
            continue
        clusters.join(anchor, one.index)


def join_relatives(clusters: Clusters, facts: Sequence[Facts], grammar: Grammar) -> None:
    """Join "who", "which" and "that" to the noun whose relative clause they open."""
    by_head = {one.head: one.index for one in facts if one.head >= 0}
    for one in facts:
        if not one.relative:
            continue
        token = one.head
        for _ in range(6):
            if grammar.dep[token] == "relcl":
                anchor = by_head.get(grammar.head[token])
                if anchor is not None:
                    clusters.join(anchor, one.index)
                break
            if grammar.head[token] == token:
                break
            token = grammar.head[token]
