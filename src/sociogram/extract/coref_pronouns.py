"""Pronouns of the third person: the antecedent is the most salient mention that nothing forbids."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extract.coref_facts import PLACES, VALUES, is_group
from sociogram.extract.coref_nominals import inside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.extract.coref_clusters import Clusters
    from sociogram.extract.coref_facts import Facts
    from sociogram.extract.coref_tokens import Grammar

WINDOW = {"person": 5, "thing": 2, "plural": 3}
"""How many sentences back each sort of pronoun looks."""

ROLE_WEIGHTS = {
    "subject": 3.0,
    "object": 1.6,
    "oblique": 0.8,
    "possessive": 1.2,
    "modifier": -2.0,
    "other": 0.6,
}


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


def join_pronouns(
    clusters: Clusters, facts: Sequence[Facts], grammar: Grammar, scopes: Sequence[int]
) -> None:
    """Join each pronoun of the third person to its best antecedent, from left to right."""
    for one in facts:
        if one.mention.form != "pronoun" or one.mention.person != 3 or one.relative or one.head < 0:
            continue
        best = best_antecedent(clusters, facts, grammar, scopes, one)
        if best is not None:
            clusters.join(best.index, one.index)


def best_antecedent(
    clusters: Clusters, facts: Sequence[Facts], grammar: Grammar, scopes: Sequence[int], one: Facts
) -> Facts | None:
    """The antecedent of ``one`` with the highest weight, the nearest of equals; ``None`` if all are forbidden."""
    limit = WINDOW["person" if one.animate else "plural" if one.number == "plural" else "thing"]
    best: Facts | None = None
    best_weight = 0.0
    for index in range(one.index - 1, -1, -1):
        other = facts[index]
        if other.head < 0:
            continue
        if one.sentence - other.sentence > limit:
            break
        if not may_be(clusters, facts, grammar, scopes, one, other):
            continue
        found = weight(clusters, scopes, one, other)
        if found > best_weight:
            best, best_weight = other, found
    return best


def may_be(
    clusters: Clusters,
    facts: Sequence[Facts],
    grammar: Grammar,
    scopes: Sequence[int],
    one: Facts,
    other: Facts,
) -> bool:
    """Whether ``other`` can be the antecedent of the pronoun ``one``."""
    if other.relative or other.mention.kind in VALUES or other.mention.demonym or other.role == "modifier":
        return False
    if (
        other.mention.form == "pronoun"
        and other.mention.person != 3
        and scopes[one.index] == scopes[other.index]
    ):
        return False
    if not _agree(one, other) or not clusters.compatible(other.index, one.index):
        return False
    if inside(one, other) and not _in_relative_clause(grammar, one, other):
        return False
    return not _bound_apart(clusters, facts, one, other)


def _agree(one: Facts, other: Facts) -> bool:
    if one.number == "plural":
        return other.number == "plural" or is_group(other)
    if other.number == "plural":
        return False
    if one.animate:
        return other.animate is True
    return other.animate is not True


def _in_relative_clause(grammar: Grammar, one: Facts, other: Facts) -> bool:
    token = one.head
    for _ in range(12):
        if token == other.head or grammar.head[token] == token:
            return False
        if grammar.dep[token] in {"relcl", "acl"} and grammar.head[token] == other.head:
            return True
        token = grammar.head[token]
    return False


def _bound_apart(clusters: Clusters, facts: Sequence[Facts], one: Facts, other: Facts) -> bool:
    """Whether the two are arguments of one verb: only a reflexive goes back to its own subject."""
    if one.reflexive:
        return other.role != "subject" or one.sentence != other.sentence
    if one.possessive or one.verb < 0:
        return False
    for index in range(one.index - 1, max(-1, one.index - 12), -1):
        near = facts[index]
        if near.sentence != one.sentence:
            break
        arguments = {near.role, one.role} <= {"subject", "object", "oblique"} and near.role != one.role
        if near.verb == one.verb and arguments and clusters.same(index, other.index):
            return True
    return False


def weight(clusters: Clusters, scopes: Sequence[int], one: Facts, other: Facts) -> float:
    """How salient ``other`` is for the pronoun ``one``; above zero where it is worth a link."""
    distance = one.sentence - other.sentence
    value = ROLE_WEIGHTS[other.role] + 6.0 - 2.2 * distance
    if one.role == other.role:
        value += 0.8
    if other.mention.form == "pronoun":
        value += 1.0
    elif other.mention.form == "named":
        value += 0.7
    if other.coordinated:
        value -= 0.5
    value += min(4, len(clusters.members(other.index)) - 1) * 0.3
    if scopes[one.index] != scopes[other.index]:
        value -= 1.0
    if other.mention.kind in PLACES and one.role == "subject":
        value -= 1.0
    if other.determiner == "indefinite" and distance > 1:
        value -= 1.0
    return value
