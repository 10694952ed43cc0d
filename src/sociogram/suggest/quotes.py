"""The words that a suggestion shows of each side: the claims that tell most, else the places where it is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sociogram.graph.values import Graph
from sociogram.model import Actor, ActorMention, Claim
from sociogram.suggest.values import Quote, Suggestion, Texts

_MOST = 2
"""Quotes of a side."""
_AROUND = 80
"""Characters of the text on each side of a mention that stands behind no claim."""


class Quotes:
    """Finds the words of the actors that suggestions are about; ``sides`` are their ids."""

    def __init__(self, graph: Graph, texts: Texts | None, sides: Iterable[str]) -> None:
        self._graph = graph
        self._texts = texts
        self._claims: dict[str, list[Claim]] = {side: [] for side in sides if side in graph.actors_by_id}
        for claim in graph.claims:
            ends = {claim.subject, claim.object if isinstance(claim.object, str) else "", *claim.asserters}
            for end in ends & self._claims.keys():
                self._claims[end].append(claim)

    def add_to(self, suggestion: Suggestion) -> Suggestion:
        """``suggestion`` with the words of both sides."""
        left = self._graph.actors_by_id[suggestion.left]
        if suggestion.verdict == "same":
            right = self._graph.actors_by_id[suggestion.right]
            return replace(
                suggestion,
                left_quotes=self.of(left, self._ends(right) - {left.id}),
                right_quotes=self.of(right, self._ends(left) - {right.id}),
            )
        apart = [
            mention
            for mention in left.mentions
            if suggestion.right in {mention.text, f"{mention.document}@{mention.start}-{mention.end}"}
        ]
        named = [mention for mention in left.mentions if mention.text == left.name]
        return replace(
            suggestion,
            left_quotes=tuple(self._around(one) for one in named[:_MOST]) or self.of(left),
            right_quotes=tuple(self._around(one) for one in apart[:_MOST]),
        )

    def _ends(self, actor: Actor) -> frozenset[str]:
        """The ends of the claims of an actor."""
        claims = self._claims.get(actor.id, ())
        return frozenset(end for one in claims for end in (one.subject, one.object) if isinstance(end, str))

    def of(self, actor: Actor, near: frozenset[str] = frozenset()) -> tuple[Quote, ...]:
        """The words of ``actor``: of its claims those first that have an end among ``near``, and that name it."""
        near -= {actor.id}

        def order(one: Claim) -> tuple[bool, bool, float, str, int, str]:
            ends = {one.subject, one.object if isinstance(one.object, str) else ""}
            rank = -one.worth * one.confidence
            place = one.evidence.document, one.evidence.start
            return near.isdisjoint(ends), not self._names(one, actor), rank, *place, one.id

        claims = sorted(self._claims.get(actor.id, ()), key=order)
        quotes: dict[tuple[str, int], Quote] = {}
        for claim in claims:
            evidence = claim.evidence
            quotes.setdefault(
                (evidence.document, evidence.start),
                Quote(
                    document=evidence.document,
                    start=evidence.start,
                    end=evidence.end,
                    text=evidence.quote,
                    claim=claim.id,
                ),
            )
            if len(quotes) == _MOST:
                break
        if quotes:
            return tuple(quotes.values())
        named = [one for one in actor.mentions if not one.pronoun] or list(actor.mentions)
        return tuple(self._around(one) for one in named[:_MOST])

    def _names(self, claim: Claim, actor: Actor) -> bool:
        """Whether the quote of ``claim`` has a name of ``actor``."""
        return any(name in claim.evidence.quote for name in (actor.name, *actor.aliases))

    def _around(self, mention: ActorMention) -> Quote:
        """The words about a mention, or the mention alone where the text is not kept."""
        document, start, end = mention.document, mention.start, mention.end
        text = self._texts(document) if self._texts is not None else None
        if text is None:
            return Quote(document=document, start=start, end=end, text=mention.text)
        record = self._graph.documents_by_id.get(document)
        offset = record.start if record is not None else 0
        first, last = start - offset, end - offset
        begin = max(text.rfind("\n", 0, first) + 1, first - _AROUND)
        line = text.find("\n", last)
        stop = min(line if line >= 0 else len(text), last + _AROUND)
        return Quote(document=document, start=begin + offset, end=stop + offset, text=text[begin:stop])
