"""Which noun phrases stand for something that the document has named or described before."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sociogram.extract.coref_facts import VALUES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.extract.coref_clusters import Clusters
    from sociogram.extract.coref_facts import Facts
    from sociogram.extract.coref_tokens import Grammar

WINDOW = 40
"""How many sentences back a noun phrase looks for its antecedent."""


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


def join_same_heads(clusters: Clusters, facts: Sequence[Facts]) -> None:
    """Join a definite noun phrase to the latest one with the same head and no other modifiers."""
    earlier: dict[str, list[Facts]] = defaultdict(list)
    for one in facts:
        if one.head < 0 or one.mention.form == "pronoun" or one.mention.kind in VALUES:
            continue
        if one.mention.form == "nominal" and one.determiner in {
            "definite",
            "demonstrative",
            "possessive",
            "none",
        }:
            for other in reversed(earlier[one.lemma]):
                if one.sentence - other.sentence > WINDOW:
                    break
                if _same_thing(one, other) and clusters.join(other.index, one.index):
                    break
        earlier[one.lemma].append(one)


def _same_thing(one: Facts, other: Facts) -> bool:
    if one.number != other.number or inside(one, other) or inside(other, one):
        return False
    if one.determiner == "possessive" and one.mention.name.casefold() != other.mention.name.casefold():
        return False
    if one.determiner == "none" and one.words != other.words:
        return False
    return one.modifiers <= other.modifiers


def inside(inner: Facts, outer: Facts) -> bool:
    """Whether the phrase of ``outer`` holds the phrase of ``inner``."""
    start, end = outer.mention.phrase
    return start <= inner.mention.phrase[0] and inner.mention.phrase[1] <= end
