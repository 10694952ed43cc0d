"""What the identity desk asks of a served case: suggestions of the whole case, and all that is known of one side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sociogram.knowledge.ontology import load_ontology
from sociogram.model import LiteralObject, Polarity
from sociogram.suggest import Quote, Suggestion, Suggestions
from sociogram.suggest.quotes import Quotes

if TYPE_CHECKING:
    from sociogram.model import Actor, Tie
    from sociogram.serve.explorer.live_state import OpenState

MOST_TIES = 5000
"""Ties of an actor that a preview looks through; an actor with more is told to have more."""
_MOST_NAMES = 60
"""Spellings of an actor with how often each occurs."""


@dataclass(frozen=True, slots=True)
class Found:
    """The suggestions for one state of a case, while the judgements are as they were."""

    generation: str
    judged: tuple[object, ...]
    suggestions: Suggestions


def suggestion_records(found: Suggestions, state: OpenState) -> dict[str, Any]:
    """The suggestions as JSON, with the words of both sides, and how many there are in all."""
    graph = state.whole.graph
    sides = [side for one in found.found for side in (one.left, one.right)]
    quotes = Quotes(graph, state.snapshot.text, sides)
    return {
        "total": found.total,
        "suggestions": [_record(quotes.add_to(one), state) for one in found.found],
    }


def _record(one: Suggestion, state: OpenState) -> dict[str, Any]:
    return {
        "verdict": one.verdict,
        "left": one.left,
        "right": one.right,
        "leftName": one.left_name,
        "rightName": one.right_name,
        "rule": one.rule,
        "reason": one.reason,
        "score": one.score,
        "leftQuotes": [_quote(each, state) for each in one.left_quotes],
        "rightQuotes": [_quote(each, state) for each in one.right_quotes],
    }


def _quote(one: Quote, state: OpenState) -> dict[str, str]:
    document = state.whole.graph.documents_by_id.get(one.document)
    title = (document.title if document is not None else None) or one.document
    return {"text": one.text, "document": one.document, "title": title, "claim": one.claim or ""}


def side_record(number: int, state: OpenState) -> dict[str, Any]:
    """All that the desk shows of the actor ``number`` and reckons with: names, counts, quotes, and its ties."""
    whole = state.whole
    actor = whole.graph.actors[number]
    kind = load_ontology().classes.get(actor.kind)
    ties = whole.ties_of_actor[number]
    quotes = Quotes(whole.graph, state.snapshot.text, [actor.id]).of(actor)
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": kind.label if kind is not None else actor.kind,
        "names": _names(actor),
        "aliases": list(actor.aliases),
        "identifiers": [list(pair) for pair in actor.identifiers],
        "candidates": list(actor.candidates),
        "mentions": len(actor.mentions),
        "documents": len({mention.document for mention in actor.mentions}),
        "claims": whole.claims_of_actor[number],
        "quotes": [_quote(each, state) for each in quotes],
        "ties": [_tie(whole.graph.ties[tie], actor, state) for tie in ties[:MOST_TIES]],
        "more": max(0, len(ties) - MOST_TIES),
    }


def _names(actor: Actor) -> Mapping[str, int]:
    counts = Counter(mention.text for mention in actor.mentions if not mention.pronoun)
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_MOST_NAMES])


def _tie(tie: Tie, actor: Actor, state: OpenState) -> dict[str, Any]:
    relation = load_ontology().relations.get(tie.relation)
    out = tie.subject == actor.id
    end = tie.object if out else tie.subject
    literal = isinstance(end, LiteralObject)
    claims = [state.whole.claims_by_id[each] for each in tie.claims]
    return {
        "relation": tie.relation,
        "label": relation.label if relation is not None else tie.relation,
        "lemma": tie.lemma or "",
        "out": out,
        "symmetric": load_ontology().is_symmetric(tie.relation),
        "other": "" if literal else end,
        "name": end.value if isinstance(end, LiteralObject) else state.whole.graph.actors_by_id[end].name,
        "claims": len(tie.claims),
        "denied": sum(claim.polarity is Polarity.DENIED for claim in claims),
    }
