"""What a case's documents tell, kept in its database under a hash of all that decides it.

That is the reading, under the id and source of its document, what identity says of its chains, and the program. So of
a case in which a document changed only those documents are gone through again whose actors are others now. Words
stand in a table, each once; what is decoded shares them as what is made anew does.
"""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING

import msgspec

from sociogram.case import cache
from sociogram.case.kept_readings import KeptReading
from sociogram.extraction.reading import Coverage
from sociogram.graph.given import GivenReading
from sociogram.graph.sharing import Shared
from sociogram.graph.told import Told
from sociogram.graph.unread import UnreadReason, UnreadSentence
from sociogram.model import (
    ActorMention,
    Amount,
    Claim,
    ClaimRole,
    Evidence,
    LiteralObject,
    Modality,
    Polarity,
    Skipped,
    Span,
    TimeExpression,
)
from sociogram.resolve import Resolution

if TYPE_CHECKING:
    from sociogram.case.database import Database

TABLE = "told"
_AT_ONCE = 256
"""Documents of which what they tell is kept in one transaction."""
_SHORT = 40
"""Characters up to which words are likely to stand in other documents too: names, lemmas, reasons."""


class _Claim(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A ``Claim`` and the id of its tie; words by their numbers, an object that is no actor as value and kind."""

    id: str
    tie: str
    subject: int
    relation: int
    lemma: int
    trigger: int
    object: int | tuple[int, int]
    polarity: Polarity
    modality: Modality
    asserters: tuple[int, ...]
    time: TimeExpression | None
    amount: Amount | None
    confidence: float
    start: int
    end: int
    words: tuple[int, int, int]
    spans: tuple[Span, Span, Span]
    head: Span | None
    rule: int
    statement: int
    roles: tuple[tuple[int, int, int, int], ...]


class _Unread(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An ``UnreadSentence``; each reason as stage, reason and how often."""

    start: int
    end: int
    text: int
    names: tuple[int, ...]
    claims: int
    reasons: tuple[tuple[int, int, int], ...]


class _Told(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A ``Told``; each mention as its actor, start, end, words and whether it is a pronoun."""

    texts: tuple[str, ...]
    claims: tuple[_Claim, ...]
    skipped: tuple[Skipped, ...]
    unread: tuple[_Unread, ...]
    coverage: Coverage | None
    mentions: tuple[tuple[int, int, int, int, bool], ...]
    judged_by: tuple[str, ...]


class KeptTold:
    """What the documents of a case tell, in its ``database``; a ``Keeper``."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._waiting: dict[str, bytes] = {}
        self._of: Resolution | None = None
        self._last: GivenReading | None = None
        self._sought = ""
        self._reasons: dict[tuple[UnreadReason, ...], tuple[UnreadReason, ...]] = {}
        self.used: set[str] = set()
        """The keys of what is kept of the graph that was made last."""

    def find(self, given: GivenReading, resolution: Resolution) -> Told | None:
        """What the document told, if that is kept."""
        if not isinstance(given, KeptReading):
            return None
        key = self._sought = self._key(given, resolution)
        self._last = given
        value = self._database.get(TABLE, [key]).get(key)
        if value is None:
            return None
        self.used.add(key)
        kept = cache.decode_outline(value, _Told)
        try:
            return _unpack(kept, given, self._reasons)
        except IndexError as error:
            raise cache.damage_of(error) from error

    def keep(self, given: GivenReading, resolution: Resolution, told: Told) -> None:
        """Keep what the document tells; ``flush`` must follow in the end."""
        if not isinstance(given, KeptReading):
            return
        # It was sought just before.
        key = self._sought if self._last is given else self._key(given, resolution)
        self.used.add(key)
        self._waiting[key] = cache.encode(_pack(told))
        if len(self._waiting) >= _AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what waits."""
        if self._waiting:
            with self._database.transaction():
                self._database.put(TABLE, self._waiting)
            self._waiting.clear()

    def _key(self, given: KeptReading, resolution: Resolution) -> str:
        if resolution is not self._of:
            # Another graph is being made, of fewer documents.
            self._of = resolution
            self.used.clear()
        document = given.document
        said = resolution.says_of(document.id, given.indices)
        decided = (cache.program_version(), given.key, document.id, document.source, said)
        return cache.short_hash(cache.encode_plain(decided)).hex()


class _Texts:
    """Words numbered in the order of their first use."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __call__(self, text: str) -> int:
        return self.numbers.setdefault(text, len(self.numbers))


def _pack(told: Told) -> _Told:
    text = _Texts()
    known = {*told.ties, *(claim.id for claim in told.claims)}
    claims = tuple(_pack_claim(*each, text) for each in zip(told.claims, told.ties, strict=True))
    unread = tuple(_pack_unread(each, text) for each in told.unread)
    mentions = tuple(
        (text(actor), each.start, each.end, text(each.text), each.pronoun) for actor, each in told.mentions
    )
    return _Told(
        texts=tuple(text.numbers),
        claims=claims,
        skipped=told.skipped,
        unread=unread,
        coverage=told.coverage,
        mentions=mentions,
        judged_by=tuple(sorted(told.judged_by - known)),
    )


def _pack_claim(claim: Claim, tie: str, text: _Texts) -> _Claim:
    evidence, target = claim.evidence, claim.object
    return _Claim(
        id=claim.id,
        tie=tie,
        subject=text(claim.subject),
        relation=text(claim.relation),
        lemma=text(claim.lemma),
        trigger=text(claim.trigger),
        object=text(target) if isinstance(target, str) else (text(target.value), text(target.kind)),
        polarity=claim.polarity,
        modality=claim.modality,
        asserters=tuple(map(text, claim.asserters)),
        time=claim.time,
        amount=claim.amount,
        confidence=claim.confidence,
        start=evidence.start,
        end=evidence.end,
        words=(text(evidence.quote), text(evidence.prefix), text(evidence.suffix)),
        spans=(evidence.subject, evidence.trigger, evidence.object),
        head=evidence.statement,
        rule=text(evidence.rule),
        statement=text(claim.statement),
        roles=tuple((text(role.name), text(role.text), role.start, role.end) for role in claim.roles),
    )


def _pack_unread(one: UnreadSentence, text: _Texts) -> _Unread:
    return _Unread(
        start=one.start,
        end=one.end,
        text=text(one.text),
        names=tuple(map(text, one.names)),
        claims=one.claims,
        reasons=tuple((text(each.stage), text(each.reason), each.count) for each in one.reasons),
    )


def _unpack(
    kept: _Told, given: KeptReading, reasons: dict[tuple[UnreadReason, ...], tuple[UnreadReason, ...]]
) -> Told:
    """What ``_pack`` packed, of the document of ``given``; equal ``reasons`` are held once."""
    texts = [intern(text) if len(text) <= _SHORT else text for text in kept.texts]
    shared, document = Shared(), given.document.id

    def unread(one: _Unread) -> UnreadSentence:
        found = tuple(
            UnreadReason(stage=texts[stage], reason=texts[reason], count=count)
            for stage, reason, count in one.reasons
        )
        return UnreadSentence(
            document=document,
            start=one.start,
            end=one.end,
            text=texts[one.text],
            names=tuple(texts[each] for each in one.names),
            claims=one.claims,
            reasons=reasons.setdefault(found, found),
        )

    claims = tuple(_unpack_claim(each, given, texts, shared) for each in kept.claims)
    ties = tuple(each.tie for each in kept.claims)
    return Told(
        claims=claims,
        ties=ties,
        skipped=tuple(shared.skipped(each, document) for each in kept.skipped),
        unread=tuple(map(unread, kept.unread)),
        coverage=kept.coverage,
        mentions=tuple(
            (
                texts[actor],
                ActorMention(document=document, start=start, end=end, text=texts[text], pronoun=pronoun),
            )
            for actor, start, end, text, pronoun in kept.mentions
        ),
        judged_by=frozenset([*kept.judged_by, *ties, *(claim.id for claim in claims)]),
    )


def _unpack_claim(kept: _Claim, given: KeptReading, texts: list[str], shared: Shared) -> Claim:
    quote, prefix, suffix = kept.words
    subject, trigger, target = kept.spans
    return Claim(
        id=kept.id,
        subject=texts[kept.subject],
        relation=texts[kept.relation],
        lemma=texts[kept.lemma],
        trigger=texts[kept.trigger],
        object=texts[kept.object]
        if isinstance(kept.object, int)
        else LiteralObject(value=texts[kept.object[0]], kind=texts[kept.object[1]]),
        polarity=kept.polarity,
        modality=kept.modality,
        asserters=tuple(texts[each] for each in kept.asserters),
        time=kept.time,
        said_on=given.document.published,
        amount=kept.amount,
        confidence=kept.confidence,
        evidence=Evidence(
            document=given.document.id,
            source=given.document.source,
            start=shared.offset(kept.start),
            end=shared.offset(kept.end),
            quote=texts[quote],
            prefix=texts[prefix],
            suffix=texts[suffix],
            subject=shared.span(subject),
            trigger=shared.span(trigger),
            object=shared.span(target),
            rule=texts[kept.rule],
            statement=None if kept.head is None else shared.span(kept.head),
        ),
        statement=texts[kept.statement],
        roles=tuple(
            ClaimRole(name=texts[name], text=texts[text], start=shared.offset(start), end=shared.offset(end))
            for name, text, start, end in kept.roles
        ),
    )
