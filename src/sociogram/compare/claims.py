"""Which claim of one graph is which of the other, and what is different about it.

A claim's id hashes its place, its relation, polarity and modality, so a sentence more at the top of
a document gives all its claims other ids. Claims are therefore paired, within one document, by id,
then by the same words, at last by the same statement in other words.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from sociogram.compare.actors import SameActors
from sociogram.compare.documents import SameDocuments
from sociogram.compare.pairing import Fields, Key, Pairing, differing
from sociogram.compare.values import ClaimChange
from sociogram.graph.ties import tie_ends, tie_lemma
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Claim, LiteralObject

_FIELDS: Fields[Claim] = (
    ("id", lambda claim: claim.id),
    ("subject", lambda claim: claim.subject),
    ("relation.id", lambda claim: claim.relation),
    ("relation.lemma", lambda claim: claim.lemma),
    ("relation.text", lambda claim: claim.trigger),
    ("object", lambda claim: claim.object),
    ("polarity", lambda claim: claim.polarity),
    ("modality", lambda claim: claim.modality),
    ("asserters", lambda claim: claim.asserters),
    ("time", lambda claim: claim.time),
    ("said_on", lambda claim: claim.said_on),
    ("amount", lambda claim: claim.amount),
    ("confidence", lambda claim: claim.confidence),
    ("worth", lambda claim: claim.worth),
    ("review", lambda claim: claim.review),
    ("roles", lambda claim: tuple((role.name, role.text) for role in claim.roles)),
    ("evidence.document", lambda claim: claim.evidence.document),
    ("evidence.source", lambda claim: claim.evidence.source),
    ("evidence.quote", lambda claim: claim.evidence.quote),
    ("evidence.start", lambda claim: (claim.evidence.start, claim.evidence.end)),
    ("evidence.subject", lambda claim: _within(claim, claim.evidence.subject)),
    ("evidence.trigger", lambda claim: _within(claim, claim.evidence.trigger)),
    ("evidence.object", lambda claim: _within(claim, claim.evidence.object)),
    ("evidence.statement", lambda claim: _within(claim, claim.evidence.statement or claim.evidence.trigger)),
    ("evidence.rule", lambda claim: claim.evidence.rule),
)
_PLACE = frozenset({"id", "worth", "review", "evidence.document", "evidence.source", "evidence.start"})
"""What other words before a claim change of it, and what is told elsewhere."""
_ENDS = frozenset({"subject", "object", "asserters"})
"""What merges and renames of actors change of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The names that documents and actors of one graph share with those of the other."""

    documents: Mapping[str, int]
    actors: Mapping[str, str]

    def actor(self, actor: str) -> str:
        """The shared name of an actor; one of this graph alone has its own."""
        return self.actors.get(actor, f"alone:{actor}")

    def end(self, target: str | LiteralObject) -> Hashable:
        """The shared name of an end; words and numbers are what they are."""
        return target if isinstance(target, LiteralObject) else self.actor(target)


def make_sides(documents: SameDocuments, actors: SameActors) -> tuple[Side, Side]:
    """The sides of a comparison."""
    return (
        Side(documents=documents.before, actors=actors.before),
        Side(documents=documents.after, actors=actors.after),
    )


def compare_claims(
    before: Iterable[Claim], after: Iterable[Claim], sides: tuple[Side, Side]
) -> tuple[dict[str, str], list[ClaimChange]]:
    """The ids in the second graph of the claims of the first, and what came, went or changed."""
    ours, theirs = sides
    pairing = Pairing(before, after)
    pairing.pair(_by_id(ours), _by_id(theirs))
    for strict in (True, False):
        pairing.pair(_by_words(ours, strict=strict), _by_words(theirs, strict=strict))
    for one in (True, False):
        pairing.pair(_by_trigger(ours, subject=one), _by_trigger(theirs, subject=one))
    for strict in (True, False):
        pairing.pair(_by_statement(ours, strict=strict), _by_statement(theirs, strict=strict))
    changes = [change for pair in pairing.pairs if (change := _compare(*pair, sides)) is not None]
    changes += [ClaimChange(before=claim, after=None) for claim in pairing.went]
    changes += [ClaimChange(before=None, after=claim) for claim in pairing.came]
    return {first.id: second.id for first, second in pairing.pairs}, sorted(changes, key=_order)


def _order(change: ClaimChange) -> tuple[str, int, str, str]:
    evidence = change.value.evidence
    return evidence.document, evidence.start, change.id, change.kind


def _by_id(side: Side) -> Key[Claim]:
    def key(claim: Claim) -> Hashable | None:
        document = side.documents.get(claim.evidence.document)
        return None if document is None else (document, claim.id)

    return key


def _by_words(side: Side, *, strict: bool) -> Key[Claim]:
    """The same words with the same parts marked; strictly, also read the same way."""

    def key(claim: Claim) -> Hashable | None:
        evidence = claim.evidence
        document = side.documents.get(evidence.document)
        if document is None:
            return None
        parts = tuple(_within(claim, span) for span in (evidence.subject, evidence.trigger, evidence.object))
        words = (document, evidence.quote, parts)
        return (*words, claim.relation, claim.lemma, claim.polarity, claim.modality) if strict else words

    return key


def _by_trigger(side: Side, *, subject: bool) -> Key[Claim]:
    """The same words with the same verb and one end marked, so that the other end was read otherwise."""

    def key(claim: Claim) -> Hashable | None:
        evidence = claim.evidence
        document = side.documents.get(evidence.document)
        if document is None:
            return None
        end = evidence.subject if subject else evidence.object
        return document, evidence.quote, _within(claim, evidence.trigger), _within(claim, end)

    return key


def _by_statement(side: Side, *, strict: bool) -> Key[Claim]:
    """The same statement in other words; strictly, also held the same way."""

    def key(claim: Claim) -> Hashable | None:
        document = side.documents.get(claim.evidence.document)
        if document is None:
            return None
        subject, target = tie_ends(claim)
        ends = side.actor(subject), side.end(target)
        statement = (document, _unordered(claim, *ends), claim.relation, tie_lemma(claim))
        return (*statement, claim.polarity, claim.modality) if strict else statement

    return key


def _unordered(claim: Claim, subject: Hashable, target: Hashable) -> Hashable:
    """The ends, without an order where the relation has none."""
    return frozenset((subject, target)) if load_ontology().is_symmetric(claim.relation) else (subject, target)


def _within(claim: Claim, span: tuple[int, int]) -> tuple[int, int]:
    """``span`` counted from the start of the quote."""
    return span[0] - claim.evidence.start, span[1] - claim.evidence.start


def _compare(before: Claim, after: Claim, sides: tuple[Side, Side]) -> ClaimChange | None:
    if before == after:
        return None
    fields = differing(before, after, _FIELDS)
    if not fields:
        return None
    rest = set(fields) - _PLACE
    minor = rest <= _ENDS and _ends(before, sides[0]) == _ends(after, sides[1])
    return ClaimChange(before=before, after=after, fields=fields, minor=minor)


def _ends(claim: Claim, side: Side) -> Hashable:
    """The ends and the asserters by their shared names, so that a renamed actor is still itself."""
    asserters = tuple(side.actor(asserter) for asserter in claim.asserters)
    return side.actor(claim.subject), side.end(claim.object), asserters
