"""Readings made by hand, without a parse, for the tests of the stages behind extraction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import cast

from sociogram.extraction.reading import (
    ChainReading,
    DocumentRecord,
    Reading,
    RelationReading,
    SentenceReading,
)
from sociogram.knowledge.actor_lists import ActorLists, KnownActor
from sociogram.model import ActorMention, Amount, ClaimRole, Modality, Origin, Polarity, Span, TimeExpression


@dataclass
class Lists:
    """The part of the lists of actors that these stages ask."""

    entries: dict[str, KnownActor] = field(default_factory=dict)
    demonyms: dict[str, str] = field(default_factory=dict)

    def entry(self, known: str) -> KnownActor | None:
        return self.entries.get(known)


def make_lists(*entries: KnownActor) -> ActorLists:
    return cast("ActorLists", Lists({entry.id: entry for entry in entries}, {"German": "germany"}))


@dataclass
class Resources:
    lists: ActorLists = field(default_factory=make_lists)


class Paper:
    """A document in the making: chains stand one after the other in its text, ten characters apart."""

    def __init__(self, name: str, *, published: str | None = None, authors: tuple[str, ...] = ()) -> None:
        self.name = name
        self.published = published
        self.author_names = authors
        self.chains: list[ChainReading] = []
        self.relations: list[RelationReading] = []
        self.sentences: list[SentenceReading] | None = None
        self._at = 0

    def chain(self, name: str, kind: str = "Person", **more: object) -> int:
        count = int(more.pop("count", 1))  # type: ignore[call-overload]
        form = str(more.pop("form", "named"))
        mentions = []
        for _ in range(count):
            text = str(more.get("text", name))
            mentions.append(
                ActorMention(
                    document=self.name,
                    start=self._at,
                    end=self._at + len(text),
                    text=text,
                    pronoun=form == "pronoun",
                )
            )
            self._at += len(text) + 10
        more.pop("text", None)
        values: dict[str, object] = {
            "number": "singular",
            "gender": "unknown",
            "known": None,
            "role": None,
            "demonym": False,
            "owner": None,
            "owned": "",
            "names": ((name, count),) if form == "named" else (),
            **more,
        }
        self.chains.append(
            ChainReading(
                index=len(self.chains),
                name=name,
                kind=kind,
                form=form,
                mentions=tuple(mentions),
                **values,  # type: ignore[arg-type]
            )
        )
        return len(self.chains) - 1

    def says(
        self,
        subject: int,
        relation: str,
        target: int | None,
        *,
        quote: str = "",
        polarity: Polarity = Polarity.AFFIRMED,
        modality: Modality = Modality.ASSERTED,
        confidence: float = 0.8,
        asserters: tuple[int, ...] = (),
        trigger: str = "funded",
        lemma: str = "fund",
        rule: str = "fund.active@1",
        origin: Origin = Origin.GRAMMAR,
        literal: tuple[str, str] = ("Text", ""),
        time: TimeExpression | None = None,
        amount: Amount | None = None,
        start: int | None = None,
        statement: Span | None = None,
        roles: tuple[ClaimRole, ...] = (),
    ) -> None:
        quote = quote or f"{self.chains[subject].name} {trigger} something in {self.name}."
        start = self._at if start is None else start
        kind, value = literal
        if target is not None:
            kind, value = self.chains[target].kind, self.chains[target].name
        self.relations.append(
            RelationReading(
                subject=subject,
                object=target,
                object_kind=kind,
                object_text=value,
                subject_span=(start, start + 2),
                object_span=(start + 6, start + 8),
                trigger_span=(start + 3, start + 5),
                relation=relation,
                lemma=lemma,
                trigger=trigger,
                start=start,
                end=start + len(quote),
                quote=quote,
                prefix="",
                suffix="",
                polarity=polarity,
                modality=modality,
                asserters=asserters,
                time=time,
                amount=amount,
                confidence=confidence,
                rule=rule,
                origin=origin,
                statement_span=statement,
                roles=roles,
            )
        )
        self._at = max(self._at, start + len(quote)) + 10

    def sentence(
        self, *chains: int, text: str = "Somebody is named.", start: int | None = None, block: str = ""
    ) -> int:
        """A sentence that speaks of ``chains``; gives where it begins. Without ``start`` it stands at the end."""
        start = self._at if start is None else start
        made = SentenceReading(start=start, end=start + len(text), text=text, chains=chains, block=block)
        self.sentences = [*(self.sentences or ()), made]
        self._at = max(self._at, start + len(text)) + 10
        return start

    def reading(self) -> Reading:
        return Reading(
            document=DocumentRecord(
                id=self.name,
                source=f"papers/{self.name}.txt",
                title=f"Title of {self.name}",
                authors=self.author_names,
                publisher=None,
                recipients=(),
                published=self.published,
                genre="article",
                start=0,
                end=self._at + 100,
                characters=self._at + 100,
                digest=self.name,
            ),
            chains=tuple(self.chains),
            relations=tuple(self.relations),
            sentences=None if self.sentences is None else tuple(self.sentences),
        )


def person_papers(*names: str) -> list[Reading]:
    """One document for each name, which has this one person."""
    readings = []
    for number, name in enumerate(names):
        paper = Paper(f"d{number}")
        paper.chain(name)
        readings.append(paper.reading())
    return readings
