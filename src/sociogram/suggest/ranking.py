"""All suggestions in one order, without those that are settled, the first of them with the words of both sides."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from heapq import nsmallest

from sociogram.graph.values import Graph
from sociogram.model import Judgement
from sociogram.suggest.described import called_so, definite, officers, owned_bodies, relatives
from sociogram.suggest.pairs import NAME_RULES, Pair, best_pairs
from sociogram.suggest.profiles import Profile, make_profiles
from sociogram.suggest.quotes import Quotes
from sociogram.suggest.settled import Settled
from sociogram.suggest.splits import find_splits
from sociogram.suggest.values import Suggestion, Suggestions, Texts

MOST_IN_PAGE = 200
"""Suggestions that a page holds: more than anyone judges in a sitting."""
_SHARED = 0.03
"""What each neighbour that both have adds to a score, up to three; chosen by hand, as are the next."""
_TOGETHER = 0.02
_TIED = 0.25
"""What is taken off where a claim says that one does something to the other, since that is said of two."""
_OTHER_KIND = 0.06
_LEAST = 0.4
"""The score below which nothing is suggested."""
_USUAL_CLAIMS = 30
"""Claims of the smaller side from which a merge counts in full."""


def suggest(
    graph: Graph,
    judgements: Sequence[Judgement] = (),
    *,
    limit: int | None = None,
    texts: Texts | None = None,
) -> Suggestions:
    """The suggestions for ``graph``, the most pressing first: likely ones, and of those what changes most.

    Args:
        graph: All actors, ties and claims.
        judgements: What was judged already.
        limit: At most so many; all if nothing is given.
        texts: Gives the documents' texts, for the words around mentions of actors that have no claim.
    """
    profiles = make_profiles(graph)
    settled = Settled(graph, judgements)
    everyone = list(profiles.values())
    pairs = [pair for rule in NAME_RULES for pair in rule(everyone)]
    pairs += [*relatives(graph, profiles), *called_so(graph, profiles), *officers(graph, profiles)]
    pairs += [*owned_bodies(everyone), *definite(everyone)]
    found = [_merge(pair) for pair in best_pairs(pairs).values() if not _known_apart(pair)]
    found += find_splits(graph, profiles)
    open_ones = [one for one in found if one.score >= _LEAST and not settled.has(one.left, one.right)]
    first = nsmallest(
        len(open_ones) if limit is None else limit, open_ones, key=lambda one: _order(one, profiles)
    )
    quotes = Quotes(graph, texts, [side for one in first for side in (one.left, one.right)])
    return Suggestions(found=tuple(map(quotes.add_to, first)), total=len(open_ones))


def _known_apart(pair: Pair) -> bool:
    """Whether the lists tell the two apart: each has an identifier, and of one scheme they are not the same."""
    left, right = dict(pair.left.actor.identifiers), dict(pair.right.actor.identifiers)
    return any(left[scheme] != right[scheme] for scheme in left.keys() & right.keys())


def _merge(pair: Pair) -> Suggestion:
    left, right = _survivor_first(pair.left, pair.right)
    shared = left.neighbours & right.neighbours
    score, reason = pair.score, pair.reason
    if shared:
        score += _SHARED * min(3, len(shared))
        reason += f"; {len(shared)} neighbour{'' if len(shared) == 1 else 's'} in common"
    if not left.documents.isdisjoint(right.documents):
        score += _TOGETHER
    if right.actor.id in left.neighbours and pair.rule != "relative":
        score -= _TIED
        reason += "; but a claim ties the one to the other"
    if left.actor.kind != right.actor.kind:
        score -= _OTHER_KIND
    return Suggestion(
        verdict="same",
        left=left.actor.id,
        right=right.actor.id,
        left_name=left.actor.name,
        right_name=right.actor.name,
        rule=pair.rule,
        reason=reason,
        score=round(min(score, 0.99), 3),
    )


def _survivor_first(one: Profile, other: Profile) -> tuple[Profile, Profile]:
    """The side whose name should stay first: known, proper, with the most claims, then mentions."""

    def rank(side: Profile) -> tuple[bool, bool, bool, int, int, str]:
        lone = side.person is not None and side.person.lone
        actor = side.actor
        return (not actor.identifiers, not side.proper, lone, -side.claims, -len(actor.mentions), actor.id)

    return (one, other) if rank(one) <= rank(other) else (other, one)


def _order(one: Suggestion, profiles: Mapping[str, Profile]) -> tuple[float, str, str]:
    claims = min(profiles[side].claims for side in (one.left, one.right) if side in profiles)
    weight = 0.8 + 0.2 * min(1.0, math.log1p(claims) / math.log1p(_USUAL_CLAIMS))
    return (-round(one.score * weight, 6), one.left, one.right)
