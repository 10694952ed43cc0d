"""What belongs to the whole graph: actors, claims with their evidence, ties, and a person's judgements on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from sociogram.model.document import Amount, Modality, Polarity, Span, TimeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """A mention as the graph keeps it."""

    document: str
    start: int
    end: int
    text: str
    pronoun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Someone or something that claims are about, over all documents."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    candidates: tuple[str, ...] = ()
    """Well-known actors that it may be, where no text tells: names with what tells them apart, never identifiers."""
    mentions: tuple[ActorMention, ...] = ()
    former: tuple[str, ...] = ()
    """The ids of the actors that judgements made this one of; links and judgements that name them go on to mean it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiteralObject:
    """An object that is no actor; ``kind`` is ``Date``, ``Quantity`` or ``Text``."""

    value: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words behind a claim: ``text[start:end] == quote``, offsets into the file's text.

    ``prefix`` and ``suffix`` are up to 32 characters before and behind the quote (W3C Web
    Annotation's ``TextQuoteSelector``). ``statement`` is the head of the predicate, ``None`` where it is the trigger.
    """

    document: str
    source: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    subject: Span
    trigger: Span
    object: Span
    rule: str
    statement: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRole:
    """A ``Role`` with its words, ``text[start:end]`` of the document's file."""

    name: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """That a person confirmed a claim; what was judged wrong is no claim of a graph.

    ``who``, ``when`` and ``note`` are those of the judgement that decides, the latest; ``against`` are the reviewers
    whose last word is the contrary.
    """

    who: str = ""
    when: str = ""
    note: str = ""
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one sentence of one document says; ``subject``, ``object`` and asserters are actor ids.

    Claims of one predicate have the same ``statement``; ``roles`` are what else it tells, in text order. ``worth``,
    from 0 to 1, says how much an analyst wants to know it, as ``confidence`` says how surely it is right.
    """

    id: str
    subject: str
    relation: str
    lemma: str
    trigger: str
    object: str | LiteralObject
    polarity: Polarity
    modality: Modality
    asserters: tuple[str, ...]
    """Outermost first: the document's author, then whom they quote."""
    time: TimeExpression | None
    said_on: str | None
    amount: Amount | None
    confidence: float
    evidence: Evidence
    statement: str = ""
    roles: tuple[ClaimRole, ...] = ()
    worth: float = 0.0
    review: Review | None = None
    """Who confirmed it; ``None`` while nobody has reviewed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """All claims with the same subject, relation and object."""

    id: str
    subject: str
    relation: str
    object: str | LiteralObject
    lemma: str | None
    """For ``relatedTo`` the lemma that keeps apart what would else be one tie; else ``None``."""
    affirmed: int
    denied: int
    sources: int
    first: str | None
    last: str | None
    confidence: float
    claims: tuple[str, ...] = field(default=())
    worth: float = 0.0
    """That of the claim behind it that is worth most."""
    reviewed: int = 0
    """How many of its claims a person confirmed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A person's word on identity or on a claim, from ``judgements.csv``."""

    verdict: Literal["same", "different", "rename", "wrong", "right"]
    left: str
    right: str
    who: str = ""
    when: str = ""
    note: str = ""
