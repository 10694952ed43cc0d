"""Which tie of one graph is which of the other, how it stands there, and what is different about it."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import Literal

from sociogram.compare.claims import Side
from sociogram.compare.pairing import Fields, Key, Pairing, differing
from sociogram.compare.values import FactChange, Standing, TieChange
from sociogram.graph.facts import is_fact
from sociogram.graph.values import Graph
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Tie

_FIELDS: Fields[Tie] = (
    ("id", lambda tie: tie.id),
    ("subject", lambda tie: tie.subject),
    ("object", lambda tie: tie.object),
    ("affirmed", lambda tie: tie.affirmed),
    ("denied", lambda tie: tie.denied),
    ("sources", lambda tie: tie.sources),
    ("first", lambda tie: tie.first),
    ("last", lambda tie: tie.last),
    ("confidence", lambda tie: tie.confidence),
    ("worth", lambda tie: tie.worth),
)
_FOLLOWING = frozenset({"id", "subject", "object", "claims", "worth"})
"""What other ids of actors and claims bring with them, and their worth."""
Sign = Literal["gained", "lost", "disputed", "settled", "denied"]


def compare_ties(
    before: Graph, after: Graph, sides: tuple[Side, Side], claims: Mapping[str, str]
) -> list[TieChange]:
    """What ties came, went or changed.

    Args:
        before: The first graph.
        after: The second.
        sides: The names that actors share.
        claims: The ids in ``after`` of the claims of ``before``.
    """
    keys = _by_statement(sides[0]), _by_statement(sides[1])
    pairing = Pairing(before.ties, after.ties)
    pairing.pair(lambda tie: tie.id)
    pairing.pair(*keys)
    made = _TieChanges(before, after, sides, claims)
    changes = [change for pair in pairing.pairs if (change := made.changed(*pair)) is not None]
    heirs = _first_by_key(after.ties, keys[1]) if pairing.went else {}
    origins = _first_by_key(before.ties, keys[0]) if pairing.came else {}
    changes += [made.went(tie, heirs.get(keys[0](tie))) for tie in pairing.went]
    changes += [made.came(tie, origins.get(keys[1](tie))) for tie in pairing.came]
    return sorted(
        changes, key=lambda change: (change.value.subject, change.value.relation, change.id, change.kind)
    )


def _first_by_key(ties: Iterable[Tie], key: Key[Tie]) -> dict[Hashable | None, str]:
    found: dict[Hashable | None, str] = {}
    for tie in ties:
        found.setdefault(key(tie), tie.id)
    return found


def _by_statement(side: Side) -> Key[Tie]:
    ontology = load_ontology()

    def key(tie: Tie) -> Hashable:
        ends = side.actor(tie.subject), side.end(tie.object)
        return (frozenset(ends) if ontology.is_symmetric(tie.relation) else ends), tie.relation, tie.lemma

    return key


class _TieChanges:
    """Makes the changes, each with the standing on either side."""

    def __init__(
        self, before: Graph, after: Graph, sides: tuple[Side, Side], claims: Mapping[str, str]
    ) -> None:
        self._before = before
        self._after = after
        self._sides = sides
        self._claims = claims

    def changed(self, before: Tie, after: Tie) -> TieChange | None:
        """The change of a tie that both graphs have, if there is one."""
        fields = differing(before, after, _FIELDS)
        standing = standing_of(self._before, before), standing_of(self._after, after)
        same = {self._claims.get(each) for each in before.claims} == set(after.claims)
        if before.claims != after.claims:
            fields = (*fields, "claims")
        if not fields and standing[0] == standing[1]:
            return None
        minor = same and _FOLLOWING.issuperset(fields) and standing[0] == standing[1]
        return TieChange(
            before=before,
            after=after,
            fields=fields,
            minor=minor,
            standing_before=standing[0],
            standing_after=standing[1],
        )

    def went(self, tie: Tie, into: str | None) -> TieChange:
        """A tie that is gone."""
        return TieChange(
            before=tie,
            after=None,
            into=into,
            one_actor=_one_actor(tie, self._sides[0]),
            standing_before=standing_of(self._before, tie),
        )

    def came(self, tie: Tie, origin: str | None) -> TieChange:
        """A tie that is new."""
        return TieChange(
            before=None,
            after=tie,
            parted_from=origin,
            one_actor=_one_actor(tie, self._sides[1]),
            standing_after=standing_of(self._after, tie),
        )


def _one_actor(tie: Tie, side: Side) -> bool:
    return side.actor(tie.subject) == side.end(tie.object)


def standing_of(graph: Graph, tie: Tie) -> Standing:
    """How ``tie`` stands in ``graph``."""
    return Standing(
        fact=any(is_fact(claim) for claim in graph.claims_of(tie)),
        disputed=tie.affirmed > 0 and tie.denied > 0,
        denied=tie.affirmed == 0 and tie.denied > 0,
    )


def compare_facts(changes: Iterable[TieChange]) -> list[FactChange]:
    """The ties that became facts, stopped being facts, became disputed, undisputed or denied.

    What was only merged or split with its ends is not among them.
    """
    return [FactChange(sign=sign, tie=change) for change in changes for sign in _signs(change)]


def _signs(change: TieChange) -> Iterator[Sign]:
    if change.into is not None or change.parted_from is not None:
        return
    before, after = change.standing_before or Standing(), change.standing_after or Standing()
    if before.fact != after.fact:
        yield "gained" if after.fact else "lost"
    if after.denied and not before.denied:
        yield "denied"
    if before.disputed != after.disputed and change.kind != "went":
        if after.disputed:
            yield "disputed"
        elif not after.denied:
            yield "settled"
