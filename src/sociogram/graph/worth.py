"""What each claim is worth to an analyst, from 0 to 1, as distinct from how surely it is right.

Nothing is dropped for want of worth: lists, maps and reports begin with what is worth most. The worth is the logistic
function of a sum of weights, so that no single one decides and none is lost at an edge. It depends on the claim, on its
document, and on how often its tie is told, never on the order of documents; it takes one pass over the claims.

The weights are set by hand, in tenths. Their signs and their order have two sources: what readers who wrote no rule
thought of 370 claims (``worth`` from 0 to 2 in ``data/gold/judged_claims.jsonl``: relations of the lexicon, posts and
sayings 1.4, open ones 0.8), and which claims of 23 development documents match a fact that an analyst had written
down before any output (``python -m benchmarks.worth``). The distances are judgement; docs/decisions/0011-worth.md
has more.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b

from sociogram.extraction.reading import DocumentRecord
from sociogram.graph.phrases import is_circumstance, is_furniture, is_idle, is_name, telling_words
from sociogram.graph.refusals import is_of_kin
from sociogram.knowledge.ontology import FALLBACK, load_ontology
from sociogram.knowledge.tone import tone_of
from sociogram.model import Actor, Claim, LiteralObject, Modality, Polarity, Tie
from sociogram.model.changing import changer

BASE = 0.1
"""So chosen that an open claim of a named actor about words, in the middle of its document, stands a little below the
middle: readers gave such 0.8 of 2."""
FIELD = {
    "conflict": 1.4,
    "support": 1.0,
    "contact": 1.0,
    "family": 1.0,
    "money": 1.0,
    "office": 0.9,
    "word": 0.5,
    "other": 0.5,
    "place": 0.0,
}
"""A relation with a sense, by its field in the ontology. Analysts ask first who fights, sues and arrests whom; then who
backs, meets, pays and is related to whom, and who holds which post; words less than deeds; places are background."""
BACKGROUND = -1.0
"""What a reader knows of the two by their names: readers gave it 0 of 2, no analyst wrote it down."""
_BACKGROUND = frozenset({"agencyOf", "mentions", "partOf", "nationality"})
TONE = {"words": 0.8, "deeds": 1.0}
"""An open predicate that is for or against somebody, in words or in deeds: as good as typed, and deeds go first."""
IDLE = -0.9
"""A predicate that says nothing by itself: "be", "take part in". Of those one in eight matched a fact, of others one
in three."""
CIRCUMSTANCE = -0.8
"""Words behind a preposition of time, place or manner: the same predicate's other claims say what was done."""
DESCRIBED = -0.3
"""An end that has a description for a name: "Lee's campaign". Analysts ask for names."""
GENERIC = -0.6
"""An end that one common noun stands for: "voters", "courts". Nobody in particular does it."""
NAMELESS = -1.2
"""An end that is known by pronouns alone."""
EMPTY = -1.2
"""An object of words that have no meaning of their own: "others", "that"."""
VAGUE = -0.2
"""An object of a single word of meaning, which seldom says which thing: "attention", "forces"."""
UNTOLD = -0.6
"""An object of an open predicate with one word of meaning behind "the" or "that", which only another sentence could
tell: "the man". Of those in the 23 documents 2 of 17 matched a fact, of those of a relation with a sense 7 of 10."""
NAMED = 0.3
"""An object with a name of its own: a tie between two on the map. One without a name costs no more than this, for
what a named actor does to voters is still his deed."""
NAMING = 0.4
"""Words as an object that hold a name or a number: they say which thing, and lead to another claim."""
LATE = -0.4
"""The last sentence of a document against the first, and in proportion between: news, reports and letters begin with
what matters. Of claims from the first half 38 to 48 of a hundred matched a fact, from the last quarter 30; in short
texts it makes no difference, so it weighs little."""
AMOUNT = 0.7
"""A sum: money is what most questions of an analyst end with."""
TIME = 0.2
"""A date of its own, which puts it on the timeline."""
UNREAL = -0.4
"""What is only possible, feared or a condition has not happened. What is intended, demanded or alleged counts full."""
DENIED = 0.3
"""A denial says that somebody holds the contrary, which an analyst must know."""
RETOLD = 0.3
"""For each doubling of the independent sources that tell the tie, up to ``MOST_DOUBLINGS``: what many tell matters. By
doublings, so that one more document changes the worth of few claims, and a store of few documents' graphs."""
MOST_DOUBLINGS = 3
TAUTOLOGY = -1.6
"""Kin of whom no more is known than whose they are: that "Lee's wife" is married to Lee her name says already."""
AGAIN = -0.8
"""Each further telling of a tie in one document, up to ``MOST_AGAIN``: the first one says it."""
MOST_AGAIN = 2
COPIED = -0.8
"""A sentence that an earlier document has word for word: an agency's copy, or a page's own words."""
FURNITURE = -2.5
"""What asks to follow, to click, to pay is no report of anything."""
_POINTING = frozenset({"the", "this", "that", "these", "those"})
"""Words that point at what has been told before."""
_UNREAL = frozenset({Modality.POSSIBLE, Modality.HYPOTHETICAL})
_CACHED = 16_384
"""Words and predicates whose weights are kept: most are told again and again."""
_DIGITS = 3
"""Decimals that are kept: enough to order, few enough to be the same on every machine."""
_SENTENCES = 256
"""Sentences that are kept as they were read: a sentence has several claims, which stand behind each other."""
_with_claim_worth, _with_tie_worth = changer(Claim, "worth"), changer(Tie, "worth")


def weigh_claims(
    claims: Sequence[Claim],
    ties: Sequence[Tie],
    actors: Iterable[Actor],
    documents: Iterable[DocumentRecord],
) -> tuple[tuple[Claim, ...], tuple[Tie, ...]]:
    """``claims`` and ``ties`` with their worth; a tie's is that of its best claim.

    Args:
        claims: All claims, in the order of document and offset, in which the first telling comes first.
        ties: The ties of these claims.
        actors: The actors that they are about.
        documents: The documents that they are from.
    """
    known = tuple(actors)
    seen = _Told(
        tie_of={each: tie for tie in ties for each in tie.claims},
        names={actor.id: _weigh_name(actor) for actor in known},
        called={actor.id: actor.name for actor in known},
        documents={document.id: document for document in documents},
    )
    weighed = tuple(_with_claim_worth(claim, _share(seen.weigh(claim))) for claim in claims)
    worth = {claim.id: claim.worth for claim in weighed}
    return weighed, tuple(
        _with_tie_worth(tie, max((worth.get(each, 0.0) for each in tie.claims), default=0.0)) for tie in ties
    )


def by_worth(claim: Claim | Tie) -> float:
    """What claims and ties are ordered by wherever they are shown, the highest first: worth × confidence."""
    return claim.worth * claim.confidence


def _share(weight: float) -> float:
    return round(1.0 / (1.0 + math.exp(-weight)), _DIGITS)


@dataclass(slots=True, kw_only=True)
class _Told:
    """What has been told so far, claim by claim in the order of documents' ids and of offsets."""

    tie_of: Mapping[str, Tie]
    names: Mapping[str, float]
    called: Mapping[str, str]
    documents: Mapping[str, DocumentRecord]
    tellings: Counter[tuple[str, str]] = field(default_factory=Counter)
    first: dict[bytes, str] = field(default_factory=dict)
    """By the hash of a sentence, which is a tenth of its length, the first document that has it."""

    def weigh(self, claim: Claim) -> float:
        """The sum of the weights of ``claim``, which is the next one."""
        return (
            BASE
            + _weigh_predicate(
                claim.relation,
                claim.lemma,
                claim.object.kind if isinstance(claim.object, LiteralObject) else "",
            )
            + self.names.get(claim.subject, 0.0)
            + self._weigh_object(claim)
            + (TAUTOLOGY if self._says_its_name(claim) else 0.0)
            + _weigh_qualifiers(claim)
            + self._weigh_place(claim)
            + self._weigh_tellings(claim)
        )

    def _says_its_name(self, claim: Claim) -> bool:
        """Whether it is a tie of kin to somebody who is called after the other alone: "Lee's wife"."""
        if isinstance(claim.object, LiteralObject) or not is_of_kin(claim.relation):
            return False
        ends = self.called.get(claim.subject, ""), self.called.get(claim.object, "")
        return any(
            own.startswith((f"{other}’s ", f"{other}’ ")) for own, other in (ends, ends[::-1]) if other
        )

    def _weigh_object(self, claim: Claim) -> float:
        target = claim.object
        if not isinstance(target, LiteralObject):
            return 0.0 if self.names.get(target) else NAMED
        return _weigh_words(target.value, claim.relation) if target.kind == "Text" else 0.0

    def _weigh_place(self, claim: Claim) -> float:
        document = self.documents.get(claim.evidence.document)
        if document is None or document.characters <= 0:
            return 0.0
        return LATE * min(1.0, max(0.0, (claim.evidence.start - document.start) / document.characters))

    def _weigh_tellings(self, claim: Claim) -> float:
        tie, document = self.tie_of.get(claim.id), claim.evidence.document
        if tie is None:  # a damaged case, of which ``sociogram check`` tells
            return 0.0
        told = min(self.tellings[tie.id, document], MOST_AGAIN)
        self.tellings[tie.id, document] += 1
        sentence, furniture = _read_sentence(claim.evidence.quote)
        copied = self.first.setdefault(sentence, document) != document
        doublings = min(tie.sources.bit_length() - 1, MOST_DOUBLINGS)
        return RETOLD * doublings + AGAIN * told + COPIED * copied + (FURNITURE if furniture else 0.0)


def _weigh_name(actor: Actor) -> float:
    """What an end that is ``actor`` costs for want of a name."""
    if actor.identifiers or is_name(actor.name):
        pronouns = bool(actor.mentions) and all(mention.pronoun for mention in actor.mentions)
        return NAMELESS if pronouns and not actor.identifiers else 0.0
    return DESCRIBED if len(telling_words(actor.name)) > 1 else GENERIC


@lru_cache(maxsize=_SENTENCES)
def _read_sentence(quote: str) -> tuple[bytes, bool]:
    """A hash of a sentence with single spaces, and whether it is no report of anything."""
    sentence = " ".join(quote.split())
    digest = blake2b(sentence.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    return digest, is_furniture(sentence)


@lru_cache(maxsize=_CACHED)
def _weigh_words(words: str, relation: str) -> float:
    telling = telling_words(words)
    if not telling:
        return EMPTY
    if any(word[0].isupper() or word[0].isdigit() for word in telling):
        return NAMING + (VAGUE if len(telling) == 1 else 0.0)
    if len(telling) > 1:
        return 0.0
    pointing = words.split(None, 1)[0].lower() in _POINTING
    return UNTOLD if pointing and relation == FALLBACK else VAGUE


@lru_cache(maxsize=_CACHED)
def _weigh_predicate(relation: str, lemma: str, about: str) -> float:
    """What a predicate weighs whose object is of the kind ``about``; nothing for an actor."""
    if relation in _BACKGROUND:
        return BACKGROUND
    if relation != FALLBACK:
        known = load_ontology().relations.get(relation)
        return FIELD[known.sentiment] if known is not None else 0.0
    tone = tone_of(relation, lemma)
    weight = 0.0 if tone is None else TONE["deeds" if tone.material else "words"]
    if is_idle(lemma):
        weight += IDLE
    return weight + (CIRCUMSTANCE if about == "Text" and is_circumstance(lemma) else 0.0)


def _weigh_qualifiers(claim: Claim) -> float:
    return (
        AMOUNT * (claim.amount is not None)
        + TIME * (claim.time is not None)
        + UNREAL * (claim.modality in _UNREAL)
        + DENIED * (claim.polarity is Polarity.DENIED)
    )
