"""What one document gives once its text and its parse are gone: small, plain and picklable values.

Memory past extraction holds readings alone, so it grows with what was found and not with what was read.
``sociogram.extraction.reduce`` makes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from sociogram.model import (
    ActorMention,
    Amount,
    ClaimRole,
    Gender,
    Modality,
    Number,
    Origin,
    Polarity,
    RecognisedPage,
    Skipped,
    Span,
    TimeExpression,
)

LONGEST_WORDS = 300
"""Characters of a sentence that are kept where no claim keeps it: more than most have, little of an endless one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How many sentences of a document name two actors, and how many of these gave a claim."""

    sentences: int
    read: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRecord:
    """A document as the graph keeps it: its metadata, without its text.

    ``characters`` is the length of the document, ``end - start``; ``digest`` a hash of its words,
    the same for copies that differ in white space alone. Of a mail ``passages`` are hashes of its sentences with
    and without their author, by which a message is known that another one quotes (``quoted``). ``coverage`` is known
    once there are claims; ``None`` also in a case that was built before it was counted. ``recognised`` and
    ``from_name`` are those of the ``Document``.
    """

    id: str
    source: str
    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    recipients: tuple[str, ...]
    published: str | None
    genre: str
    start: int
    end: int
    characters: int
    digest: str
    coverage: Coverage | None = None
    quoted: bool = False
    passages: tuple[str, ...] = ()
    recognised: tuple[RecognisedPage, ...] = ()
    from_name: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainReading:
    """A coreference chain of one document with its mentions, in text order.

    ``names`` are the spellings of its named mentions and how often each stands. ``owner`` is the
    index of the chain that a nominal belongs to ("Trump's campaign", "his wife"), and ``owned``
    the words behind the owner ("campaign"). ``form`` is that of the chain's best mention.
    """

    index: int
    name: str
    kind: str
    form: str
    number: Number
    gender: Gender
    known: str | None
    role: str | None
    demonym: bool
    names: tuple[tuple[str, int], ...]
    owner: int | None
    owned: str
    mentions: tuple[ActorMention, ...]
    phrase: str = ""
    """Of a chain without a name: the words of its noun with what hangs on it, up to its first clause."""
    candidates: tuple[str, ...] = ()
    """The ids of the entries of the lists that its names may mean, where the text does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationReading:
    """A relation mention with its words; ends and asserters are indices of chains.

    ``object_kind`` and ``object_text`` belong to the mention, or to the literal where ``object``
    is ``None``; spans hold the mentions' own words. ``statement_span`` is the predicate's head,
    ``None`` where it is the trigger.
    """

    subject: int
    object: int | None
    object_kind: str
    object_text: str
    subject_span: Span
    object_span: Span
    trigger_span: Span
    relation: str
    lemma: str
    trigger: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    polarity: Polarity
    modality: Modality
    asserters: tuple[int, ...]
    time: TimeExpression | None
    amount: Amount | None
    confidence: float
    rule: str
    origin: Origin
    object_phrase: str = ""
    """The whole noun phrase of an object without a name, up to its first clause."""
    statement_span: Span | None = None
    roles: tuple[ClaimRole, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceReading:
    """A sentence that may stay unread: it names two actors, or something in it was skipped.

    ``text`` has its first ``LONGEST_WORDS`` characters, or nothing where a relation has it as its quote; ``chains``
    are those of the actors with a name that are spoken of in it, in text order. ``block`` is the kind of its block
    where that is not read as sentences, and each line then stands for a sentence.
    """

    start: int
    end: int
    text: str
    chains: tuple[int, ...]
    block: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one document gave; ``sentences`` in text order, ``None`` where they were not looked for.

    Of a document that a stage failed on there is nothing but the ``failure``.
    """

    document: DocumentRecord
    chains: tuple[ChainReading, ...]
    relations: tuple[RelationReading, ...]
    skipped: tuple[Skipped, ...] = ()
    sentences: tuple[SentenceReading, ...] | None = None
    failure: Skipped | None = None
