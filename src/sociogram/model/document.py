"""What belongs to one document: its blocks, its mentions and chains, and the relations that its sentences give."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Span = tuple[int, int]
"""A half-open interval of code points in ``Document.text``."""


class BlockKind(StrEnum):
    """What a part of a document is. Only prose, bullets, captions and quotes are read as sentences."""

    PROSE = "prose"
    BULLET = "bullet"
    QUOTE = "quote"  # a quoted block: a letter in an article, an e-mail's "> " lines
    HEADLINE = "headline"
    CAPTION = "caption"
    BYLINE = "byline"
    DATELINE = "dateline"
    TAGLINE = "tagline"  # who the author is, at the end of an article
    LETTERHEAD = "letterhead"
    SALUTATION = "salutation"
    SIGNATURE = "signature"
    METADATA = "metadata"  # "Published: …", "From: …", and lines made of a format's own metadata
    PULLQUOTE = "pullquote"  # a sentence of the prose, repeated for show
    TABLE = "table"
    FURNITURE = "furniture"  # links, related topics, subscriptions, rules
    LABEL = "label"  # who speaks in a transcript or chat, with the time or office beside the name


class Polarity(StrEnum):
    """Whether the words affirm the relation or deny it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"


class Modality(StrEnum):
    """How the words hold the relation, from fact to wish."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    ALLEGED = "alleged"
    POSSIBLE = "possible"
    HYPOTHETICAL = "hypothetical"
    INTENDED = "intended"
    DEMANDED = "demanded"
    PREDICTED = "predicted"


class Origin(StrEnum):
    """By what a relation was found, as far as that decides what is kept of it; ``rule`` names the very rule."""

    GRAMMAR = "grammar"  # a verb or an adjective of the lexicon, or a construction of nouns and names
    NOUN = "noun"  # a noun of the lexicon: "her praise of the town"
    POST = "post"  # a post or title: "Senator Doe"
    BRACKET = "bracket"  # brackets behind a name: "Jane Doe (1880 – 1944)"
    CREDIT = "credit"  # the document's own credits: its author, publisher, recipients
    OPEN = "open"  # a predicate read openly, in its own words and with whatever it is about
    SAYING = "saying"  # what somebody says, with its words
    LEARNED = "learned"  # a model, which has read no words


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of a document with one function."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A value of a document's metadata and the words that give it.

    ``start`` and ``end`` are ``None`` only where the value has no words in the text (an option
    of the command line); such a value makes no claim.
    """

    value: str
    start: int | None = None
    end: int | None = None


class TurnRole(StrEnum):
    """What a speaker does in a turn: of an interview some turns only ask, and others only answer."""

    SPEAKS = "speaks"
    ASKS = "asks"
    ANSWERS = "answers"


class Naming(StrEnum):
    """How a label tells a speaker."""

    NAME = "name"
    OFFICE = "office"  # "Moderator", "Speaker 2": one and the same within its document
    ANYBODY = "anybody"  # "Audience member": each time perhaps another


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one speaker of a transcript, an interview or a chat says.

    ``label`` are the words that tell the speaker, ``spans`` what is said behind them, in text order.
    ``speaker`` is ``None`` where the label tells nobody: "Q.", or one that is not understood.
    """

    label: Span
    spans: tuple[Span, ...]
    speaker: Credit | None = None
    naming: Naming = Naming.NAME
    role: TurnRole = TurnRole.SPEAKS


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedPage:
    """A page of a file that is a picture, read by text recognition (OCR): its number, and the mean confidence."""

    page: int
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document; a file may hold several, which then share ``text``.

    ``source`` is a path (POSIX, as given) or URL, with ``#3`` for the third record of a
    collection; ``start`` and ``end`` bound this document in ``text``; ``published`` is a date
    (``2025-04-04``) or ``None``; ``genre`` is ``article``, ``opinion``, ``letter``, ``email``,
    ``speech``, ``report`` or ``text``. Blocks are sorted, do not overlap and lie in the bounds; so
    are ``turns``, what speakers say by labels before their words.
    ``quoted`` marks a message that stands in another one, which quotes or forwards it. ``copied`` are recipients by
    "cc"; ``recognised`` are the pages of its file that are pictures; ``from_name`` says of ``published`` and
    ``publisher`` which only the file's name gives.
    """

    id: str
    source: str
    text: str
    start: int
    end: int
    title: Credit | None = None
    authors: tuple[Credit, ...] = ()
    publisher: Credit | None = None
    recipients: tuple[Credit, ...] = ()
    published: str | None = None
    genre: str = "text"
    blocks: tuple[Block, ...] = ()
    turns: tuple[Turn, ...] = ()
    quoted: bool = False
    copied: tuple[Credit, ...] = ()
    recognised: tuple[RecognisedPage, ...] = ()
    from_name: tuple[str, ...] = ()


Form = Literal["named", "nominal", "pronoun"]
Number = Literal["singular", "plural", "unknown"]
Gender = Literal["male", "female", "neuter", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for an actor, a thing, a date or a quantity.

    ``start``/``end`` hold the name itself ("Jim Himes"), the noun phrase without what follows its head ("the senator"),
    or the pronoun. ``phrase`` is the whole noun phrase with all its modifiers ("Congressman Jim Himes (D-Conn.), who
    sits on the committee"). ``tokens`` and ``head`` count tokens of the parsed document. ``kind`` is a class of the
    ontology, or ``Date``, ``Quantity``, ``Money``, or ``Thing`` for a noun phrase of no known kind.
    """

    index: int
    start: int
    end: int
    text: str
    phrase: Span
    tokens: Span
    head: int
    form: Form
    kind: str
    name: str
    """The words as a name: no possessive ending, no title, no determiner, spaces made single."""
    number: Number = "unknown"
    gender: Gender = "unknown"
    person: int = 3
    demonym: bool = False
    """An adjective of a nation ("German"), standing for its country."""
    titles: tuple[str, ...] = ()
    known: str | None = None
    """The id of the entry of the lists of well-known actors that the name matches."""
    candidates: tuple[str, ...] = ()
    """The ids of the entries that the name may mean where the text does not tell."""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chain:
    """Mentions of one document that stand for the same thing, in text order; perhaps just one.

    ``role`` is ``author``, ``recipient`` or ``publisher`` where the chain is one by the metadata.
    """

    index: int
    mentions: tuple[int, ...]
    kind: str
    name: str
    """The fullest name of the chain, else its first nominal, else its first pronoun."""
    gender: Gender = "unknown"
    number: Number = "unknown"
    known: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument of a proposition: a phrase and how it hangs on the predicate.

    ``role`` is ``subject``, ``object``, ``indirect`` (to whom), ``complement`` (of a copula),
    ``clause`` (that …, to …), ``adverb`` (time, place, manner) or ``prep:WORD``. ``head`` is a
    token, ``span`` characters; the span of ``prep:WORD`` starts behind the preposition.
    ``members`` are the head and the characters of each member of an enumeration, and empty where there is but one.
    """

    role: str
    head: int
    span: Span
    members: tuple[tuple[int, Span], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """A predicate with its arguments, as the sentence gives them (open information extraction).

    ``predicate`` holds the spans of the predicate's words (auxiliaries, negation, particle),
    ``head`` its main token, ``lemma`` the lemma with particle ("cut off"). In a passive the
    ``subject`` is the one who acts, if named (``prep:by`` is folded in); ``passive`` says so.
    """

    head: int
    lemma: str
    predicate: tuple[Span, ...]
    arguments: tuple[Argument, ...]
    passive: bool = False
    negated: bool = False
    confidence: float = 1.0
    rule: str = "verb"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who says or thinks what: source, cue and content, each a list of spans, perhaps empty.

    ``source_head`` and ``cue_head`` are tokens, or ``None``; ``direct`` marks a quotation;
    ``verb`` is the cue's lemma; ``parent`` is the index of the attribution that holds this one.
    ``speaker`` is the mention that speaks, where no token heads the source: the label of a turn.
    """

    index: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    source_head: int | None = None
    cue_head: int | None = None
    verb: str = ""
    direct: bool = False
    parent: int | None = None
    speaker: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A date or period, resolved against the document's date; ISO dates, ``end`` inclusive or ``None``.

    It is ``inherited`` where a heading over the words gives it, and not their sentence.
    """

    start: str | None
    end: str | None
    text: str
    inherited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A sum of money, or a counted quantity where ``currency`` is ``None``."""

    value: float
    currency: str | None
    qualifier: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One more part in what a predicate says, beside subject and object: its words, and what they are in it.

    ``name`` is ``agent``, ``patient``, ``recipient``, ``topic``, ``instrument``, ``place``, ``time``, ``amount``,
    ``companion``, ``source`` or ``other``.
    """

    name: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationMention:
    """One relation as one sentence gives it, between two mentions or a mention and a literal.

    ``subject`` and ``object`` are indices of mentions; where ``object`` is ``None``, ``literal``
    holds (kind, value, span). ``asserters`` are indices of mentions, outermost first; the
    author of the document is not among them. ``rule`` is ``sense.frame@version``; what is kept
    of the relation depends on its ``origin`` alone, never on the words of its rule.

    ``statement`` holds the head of the predicate, ``None`` where it is the trigger; relations of one predicate
    share it.
    """

    subject: int
    relation: str
    object: int | None
    literal: tuple[str, str, Span] | None = None
    lemma: str
    trigger: Span
    sentence: Span
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    asserters: tuple[int, ...] = ()
    time: TimeExpression | None = None
    amount: Amount | None = None
    confidence: float = 0.5
    rule: str
    origin: Origin = Origin.GRAMMAR
    statement: Span | None = None
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """Something that was not used, and why; ``start`` and ``end`` lie in the document's text.

    Of ``kind`` ``judgement`` it is a person's judgement that changes nothing, which is of no document; of ``budget``
    a document that took more time or memory than it may, and may be used when it is given more. ``trace`` is the
    traceback, where the program itself failed on the document.
    """

    document: str
    stage: str
    reason: str
    start: int | None = None
    end: int | None = None
    text: str = ""
    kind: Literal["words", "judgement", "budget"] = "words"
    trace: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that was read in one document; mentions and sentences are in text order, mentions know their index."""

    document: Document
    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    propositions: tuple[Proposition, ...]
    attributions: tuple[Attribution, ...]
    relations: tuple[RelationMention, ...]
    skipped: tuple[Skipped, ...] = ()
    sentences: tuple[Span, ...] = ()
