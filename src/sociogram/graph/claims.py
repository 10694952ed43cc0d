"""Claims: what each sentence says of resolved actors.

Policy: a claim needs a subject who is an actor; an object that is no actor stays as the words of
the text, unless it is a bare pronoun. A relation whose domain or range does not admit the actors'
kinds, as all documents together show them, becomes the fallback with its lemma, of less confidence.
The fallback needs an actor at both ends, unless its predicate was read openly, which may be about anything:
what that is worth is weighed, not refused. What only repeats an actor's name ("Lee's allies" are
allied with Lee) is no claim, nor is what is likelier misread than not by far. Whatever gives no claim is skipped with
its reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from sys import intern

from sociogram.extraction.reading import ChainReading, DocumentRecord, Reading, RelationReading
from sociogram.graph.refusals import (
    is_calendar,
    unnamed_kin,
    why_words_worthless,
    why_worthless,
)
from sociogram.graph.reviews import Reviews
from sociogram.graph.sharing import Shared
from sociogram.graph.statements import statement_id
from sociogram.graph.ties import tie_ends, tie_id, tie_lemma
from sociogram.ids import content_hash
from sociogram.knowledge.confidence import MISFIT, PUBLISHED
from sociogram.knowledge.ontology import FALLBACK, LITERAL_OF_VALUE, load_ontology
from sociogram.knowledge.policies import admits, turned_relation, without_restated
from sociogram.model import Claim, Evidence, LiteralObject, Modality, Origin, Polarity, Skipped, Span
from sociogram.resolve import Resolution

_SAYS_LITTLE = frozenset({FALLBACK, "mentions"})
"""Relations beside which a learned one still says something of the same two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSet:
    """The claims of a document in the order of the offsets, and what became none.

    ``ties`` has the id of the tie of each claim; ``judged_by`` the ids by which a judgement can call a claim that was
    found, or its tie.
    """

    claims: tuple[Claim, ...]
    ties: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    judged_by: frozenset[str]


def make_claims(
    reading: Reading, resolution: Resolution, reviews: Reviews, shared: Shared | None = None
) -> ClaimSet:
    """The claims of a document, with what reviewers said of them; those left out that a person called wrong.

    Texts and places are those of ``shared`` where they are equal.
    """
    made = _DocumentClaims(reading, resolution, reviews, shared or Shared())
    return ClaimSet(
        claims=tuple(each.claim for each in made.found),
        ties=tuple(each.tie for each in made.found),
        skipped=tuple(made.skipped),
        judged_by=frozenset(made.judged_by),
    )


class _DocumentClaims:
    """The claims of one document."""

    def __init__(self, reading: Reading, resolution: Resolution, reviews: Reviews, shared: Shared) -> None:
        self.skipped: list[Skipped] = []
        self.judged_by: set[str] = set()
        self._shared = shared
        self._document = reading.document
        self._resolution = resolution
        self._ontology = load_ontology()
        self._reviews = reviews
        self._chains = {chain.index: chain for chain in reading.chains}
        authors = (self._actor(chain.index) for chain in reading.chains if chain.role == "author")
        self._kin: set[tuple[str | None, str | None]] = set()
        self._authors = tuple(dict.fromkeys(author for author in authors if author))
        found = [each for relation in reading.relations if (each := self._find(relation))]
        self.found = sorted(self._without_doubles(found), key=_place)

    def _actor(self, chain: int) -> str | None:
        return self._resolution.actor_of.get((self._document.id, chain))

    def _skip(self, relation: RelationReading, reason: str) -> None:
        text = f"{relation.relation}: {relation.quote[:200]}"
        self.skipped.append(
            Skipped(
                document=self._document.id,
                stage="claims",
                reason=reason,
                start=relation.start,
                end=relation.end,
                text=text,
            )
        )

    def _why(self, chain: int) -> str:
        return self._resolution.reasons.get((self._document.id, chain), "it is no actor")

    def _find(self, relation: RelationReading) -> _Found | None:
        subject = self._actor(relation.subject)
        if subject is None:
            self._skip(relation, f"no subject: {self._why(relation.subject)}")
            return None
        target = self._object(relation)
        if target is None:
            self._skip(
                relation, f"no object: {self._why(relation.object if relation.object is not None else -1)}"
            )
            return None
        if target == subject:
            self._skip(relation, "subject and object are one actor")
            return None
        worthless = self._worthless(relation, target)
        if worthless is not None:
            self._skip(relation, worthless)
            return None
        relation, subject, target = self._stored(relation, subject, target)
        fitting = self._fit(relation, subject, target)
        if fitting is None:
            unknown = relation.relation not in self._ontology.relations
            reason = "unknown relation" if unknown else "ends of other kinds than those of"
            self._skip(relation, f"{reason} '{relation.relation}'")
            return None
        if (
            fitting.relation == FALLBACK
            and isinstance(target, LiteralObject)
            and relation.origin is not Origin.OPEN
        ):
            self._skip(relation, "a relation of no known sense, to words that are no actor")
            return None
        if fitting.confidence < PUBLISHED:
            self._skip(relation, f"a doubtful reading (probability {fitting.confidence:.2f})")
            return None
        claim = _make_claim(fitting, self._document, subject, target, self._asserters(relation), self._shared)
        ties = self._ties_of(claim, relation)
        self.judged_by.update((claim.id, *ties))
        found = _Found(claim=claim, tie=ties[0], origin=relation.origin)
        decision = self._reviews.decide(claim.id, *ties) if self._reviews else None
        if decision is None:
            return found
        if decision.review is None:
            self._skip(relation, decision.reason)
            return None
        return replace(found, claim=replace(claim, review=decision.review))

    def _ties_of(self, claim: Claim, relation: RelationReading) -> list[str]:
        """The ids that a judgement can call its tie by: that of now, then those of before a merge of its ends."""
        before = self._resolution.before
        if not before:
            return [tie_id(claim)]
        ends = {
            self._actor(chain): before.get((self._document.id, chain))
            for chain in (relation.subject, relation.object)
            if chain is not None
        }
        subjects = dict.fromkeys((claim.subject, ends.get(claim.subject) or claim.subject))
        objects = dict.fromkeys(
            (
                claim.object,
                (ends.get(claim.object) if isinstance(claim.object, str) else None) or claim.object,
            )
        )
        variants = [replace(claim, subject=one, object=other) for one in subjects for other in objects]
        return [tie_id(each) for each in variants]

    def _worthless(self, relation: RelationReading, target: str | LiteralObject) -> str | None:
        """Why ``relation`` tells nothing, if so."""
        subject = self._chains.get(relation.subject)
        chain = None if relation.object is None else self._chains.get(relation.object)
        reason = why_worthless(relation, subject, chain) or self._why_dull(relation, subject, chain)
        if reason is None and isinstance(target, LiteralObject) and target.kind == "Date":
            return None if is_calendar(target.value) else "a date that only the day of its document tells"
        if reason is None and isinstance(target, LiteralObject) and target.kind == "Text":
            return why_words_worthless(relation, subject, target.value)
        return reason

    def _why_dull(
        self, relation: RelationReading, subject: ChainReading | None, target: ChainReading | None
    ) -> str | None:
        """Why a tie of kin is dull: it is to a relative without a name, and was told already."""
        if unnamed_kin(relation, subject, target) is None:
            return None
        tie = self._actor(relation.subject), self._actor(-1 if relation.object is None else relation.object)
        told = tie in self._kin
        self._kin.add(tie)
        return "it says once more whose kin somebody without a name is" if told else None

    def _stored(
        self, relation: RelationReading, subject: str, target: str | LiteralObject
    ) -> tuple[RelationReading, str, str | LiteralObject]:
        """The relation in the direction in which graphs have it."""
        known = self._ontology.relations.get(relation.relation)
        stored = turned_relation(known, both_actors=not isinstance(target, LiteralObject))
        if stored is None or isinstance(target, LiteralObject):
            return relation, subject, target
        turned = replace(
            relation,
            relation=stored,
            subject_span=relation.object_span,
            object_span=relation.subject_span,
        )
        return turned, target, subject

    def _fit(
        self, relation: RelationReading, subject: str, target: str | LiteralObject
    ) -> RelationReading | None:
        """The relation itself, the fallback if the kinds do not fit, or ``None`` if there is none.

        Of a learned relation that does not fit nothing is left: its words were never read.
        """
        known = self._ontology.relations.get(relation.relation)
        if known is None:
            return None
        kinds = self._resolution.kinds
        if relation.origin is Origin.BRACKET and kinds[subject] != "Person":
            return None
        right = (
            _literal_kinds(target, relation.object_kind)
            if isinstance(target, LiteralObject)
            else {kinds[target]}
        )
        titled = isinstance(target, LiteralObject) and relation.origin is Origin.CREDIT
        if titled and kinds[subject] in known.subject_kinds:
            return relation
        if admits(known, kinds[subject], right):
            return relation
        if relation.origin in {Origin.LEARNED, Origin.BRACKET}:
            return None
        return replace(relation, relation=FALLBACK, confidence=relation.confidence * MISFIT)

    def _object(self, relation: RelationReading) -> str | LiteralObject | None:
        if relation.object is not None:
            actor = self._actor(relation.object)
            if actor is not None:
                return actor
            chain: ChainReading | None = self._chains.get(relation.object)
            if chain is None or chain.form == "pronoun":
                return None
        value = " ".join((relation.object_phrase or relation.object_text).split())
        if relation.origin is Origin.CREDIT:
            # The title of a document is words, whatever they would be elsewhere: "1984" is no year, "12,000" no amount.
            return LiteralObject(value=value, kind="Text") if value else None
        day = relation.time.start if relation.time is not None else None
        if (
            relation.object_kind == "Date"
            and relation.time is not None
            and not is_calendar(value)
            and relation.time.text in value
            and relation.time.end in {None, day}
        ):
            value = day or value  # "yesterday" of a document whose day is known
        return (
            LiteralObject(value=value, kind=LITERAL_OF_VALUE.get(relation.object_kind, "Text"))
            if value
            else None
        )

    def _asserters(self, relation: RelationReading) -> tuple[str, ...]:
        """The document's authors, then whom they quote, each once."""
        quoted = (self._actor(chain) for chain in relation.asserters)
        return tuple(dict.fromkeys([*self._authors, *(actor for actor in quoted if actor)]))

    def _without_doubles(self, found: Iterable[_Found]) -> list[_Found]:
        """One claim for what several rules read, or one sentence says twice; the surest is kept.

        A fallback gives way to a relation of the lexicon that has the same trigger, or head of the predicate, and ends.
        """
        best: dict[tuple[object, ...], _Found] = {}
        for each in sorted(found, key=_surest_first):
            statement = _statement(each.claim)
            triggered = (*statement, each.claim.evidence.trigger)
            worded = (*statement, each.claim.polarity, each.claim.modality)
            if triggered not in best and worded not in best:
                best[triggered] = best[worded] = each
        kept = {each.claim.id: each for each in best.values()}
        told = without_restated(
            kept.values(),
            lambda each: (each.claim.evidence.start, frozenset((each.claim.subject, each.claim.object))),
            learned=lambda each: each.origin is Origin.LEARNED,
            says=lambda each: each.claim.relation not in _SAYS_LITTLE,
        )
        claims = list(told)
        known = {said for one in claims if one.claim.relation != FALLBACK for said in _said_by(one.claim)}
        return [
            one for one in claims if one.claim.relation != FALLBACK or known.isdisjoint(_said_by(one.claim))
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A claim, the id of its tie, and by what its relation was found, which the claim itself no more needs."""

    claim: Claim
    tie: str
    origin: Origin


def _place(found: _Found) -> tuple[int, int, Span, str]:
    evidence = found.claim.evidence
    return evidence.start, evidence.end, evidence.trigger, found.claim.id


def _surest_first(found: _Found) -> tuple[float, str, str]:
    return -found.claim.confidence, found.claim.evidence.rule, found.claim.id


def _literal_kinds(literal: LiteralObject, mentioned: str) -> set[str]:
    """The kinds that a literal may count as: for words, that of the noun phrase too."""
    return {literal.kind} if literal.kind != "Text" else {"Text", "Thing", mentioned}


def _said_by(claim: Claim) -> set[tuple[object, ...]]:
    """The ends with the words that join them, and with the head of the predicate."""
    return {(claim.subject, claim.object, place) for place in (claim.evidence.trigger, claim.statement)}


def _statement(claim: Claim) -> tuple[object, ...]:
    """What is said in which sentence; "A met B" and "B met A" are equal."""
    lemma = tie_lemma(claim) or ""
    first, second = tie_ends(claim)
    return claim.evidence.start, claim.evidence.end, first, claim.relation, lemma, second


def claim_id(evidence: Evidence, relation: str, lemma: str, polarity: Polarity, modality: Modality) -> str:
    """The id of the claim that says so in these words; no actor is in it, so a merge or a rename leaves it."""
    return content_hash(
        evidence.document, evidence.start, evidence.end, evidence.subject, evidence.trigger, evidence.object,
        relation, lemma, polarity, modality,
    )  # fmt: skip


def _make_claim(
    relation: RelationReading,
    document: DocumentRecord,
    subject: str,
    target: str | LiteralObject,
    asserters: tuple[str, ...],
    shared: Shared,
) -> Claim:
    evidence = Evidence(
        document=document.id,
        source=document.source,
        start=shared.offset(relation.start),
        end=shared.offset(relation.end),
        quote=shared.text(relation.quote),
        prefix=shared.text(relation.prefix),
        suffix=shared.text(relation.suffix),
        subject=shared.span(relation.subject_span),
        trigger=shared.span(relation.trigger_span),
        object=shared.span(relation.object_span),
        rule=intern(relation.rule),
        statement=None if relation.statement_span is None else shared.span(relation.statement_span),
    )
    return Claim(
        id=claim_id(evidence, relation.relation, relation.lemma, relation.polarity, relation.modality),
        subject=subject,
        relation=intern(relation.relation),
        lemma=intern(relation.lemma),
        trigger=intern(relation.trigger),
        object=target,
        polarity=relation.polarity,
        modality=relation.modality,
        asserters=asserters,
        time=relation.time,
        said_on=document.published,
        amount=relation.amount,
        confidence=round(relation.confidence, 4),
        evidence=evidence,
        statement=shared.text(statement_id(evidence)),
        roles=tuple(map(shared.role, relation.roles)),
    )
