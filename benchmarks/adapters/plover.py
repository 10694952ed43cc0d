"""PLOVER: events by the codes that the lexicon's senses, else the ontology's relations, bear.

| ours | theirs |
|---|---|
| relation of a verb with a PLOVER code | event type |
| subject, object | source, target |
| both ends before the verb ("X and Y met") | both actors in both roles |
| object that is no actor ("Japan's proposal") | the actor named in its phrase, if any |
| denied relation of a cooperative type | REJECT; of another type, no event |
| intended or predicted relation | AGREE where cooperative, THREATEN where hostile |
| several actors in the one phrase of who consults or agrees | all of them in both roles |
| several senses of one verb | the one whose target is a named actor, an actor, a place |
| pronoun | the name of its chain |
| coded verb with no such relation, whose subject is an actor | event with an empty target |
| coded verb inside another's clause ("threatened to attack Y") | no event; its target, if the outer has none |

Relations of one verb and type are one event. Nothing is extracted here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sociogram.knowledge.lexicon import Frame, Lexicon, Sense, load_lexicon
from sociogram.knowledge.ontology import Ontology, load_ontology
from sociogram.model import (
    Argument,
    Extraction,
    Mention,
    Modality,
    Polarity,
    Proposition,
    RelationMention,
    Span,
)

ACTORS = ("Actor", "Place")
OUTER = frozenset({"AGREE", "DEMAND", "REJECT", "THREATEN", "COERCE", "CONCEDE", "DISAPPROVE", "SUPPORT"})
"""Types whose verb takes what is agreed, demanded, refused … as a clause."""

COOPERATIVE = frozenset({"AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "RETREAT", "SUPPORT"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"})
TO_COME = frozenset({Modality.INTENDED, Modality.PREDICTED})
"""PLOVER takes cooperation in the future for AGREE and hostility for THREATEN (its codebook)."""
TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})


@dataclass
class Event:
    """The actors gathered for one verb and type."""

    type: str
    trigger: Span
    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)
    weight: int = 0


def predict(extraction: Extraction) -> dict[str, Any]:
    """The events of one sentence."""
    reader = _Reader(extraction)
    for relation in extraction.relations:
        reader.add_relation(relation)
    reader.keep_best()
    for proposition in extraction.propositions:
        reader.add_without_relation(proposition)
    reader.fold_clauses()
    return {
        "events": [
            {"type": event.type, "source": event.source, "target": event.target}
            for _, event in sorted(reader.events.items())
        ]
    }


@cache
def _resources() -> tuple[Ontology, Lexicon]:
    ontology = load_ontology()
    return ontology, load_lexicon(ontology)


@cache
def _sense_of_rule(rule: str) -> Sense | None:
    return _resources()[1].sense_of_rule(rule)


class _Reader:
    """Gathers the events of one extraction."""

    def __init__(self, extraction: Extraction) -> None:
        self.extraction = extraction
        self.ontology, self.lexicon = _resources()
        self.kinds = {index: chain.kind for chain in extraction.chains for index in chain.mentions}
        self.names = {index: chain.name for chain in extraction.chains for index in chain.mentions}
        self.by_head = {mention.head: mention for mention in extraction.mentions if mention.head >= 0}
        self.events: dict[tuple[Span, str], Event] = {}

    def add_relation(self, relation: RelationMention) -> None:
        """The event of a relation that a verb gives."""
        sense = _sense_of_rule(relation.rule)
        if sense is None or sense.plover is None or not _is_verbal(sense, relation.rule):
            return
        code = _code(relation, sense)
        if code is None:
            return
        event = self.events.setdefault((relation.trigger, code), Event(code, relation.trigger))
        subject = self.extraction.mentions[relation.subject]
        source = self._name(subject)
        _append(event.source, source)
        if relation.object is None:
            return
        target = self._actor_in(self.extraction.mentions[relation.object])
        if target is None or target.index == subject.index:
            return
        event.weight = max(event.weight, self._weight(target))
        _append(event.target, self._name(target))
        if self.ontology.relation(relation.relation).symmetric and target.end <= relation.trigger[0]:
            _append(event.target, source)
            _append(event.source, self._name(target))

    def keep_best(self) -> None:
        """One event a verb: the one with the best target."""
        best: dict[Span, Event] = {}
        for event in self.events.values():
            kept = best.get(event.trigger)
            if kept is None or event.weight > kept.weight:
                best[event.trigger] = event
        self.events = {(event.trigger, event.type): event for event in best.values()}

    def _weight(self, mention: Mention) -> int:
        if not self.ontology.is_a(self._kind(mention), "Actor"):
            return 1
        return 3 if mention.form == "named" else 2

    def _name(self, mention: Mention) -> str:
        return self.names.get(mention.index, mention.name) if mention.form == "pronoun" else mention.name

    def add_without_relation(self, proposition: Proposition) -> None:
        """The event of a coded verb whose ends gave no relation, for one is missing or of no known kind."""
        if not proposition.predicate or any(
            self._holds(proposition, event) for event in self.events.values()
        ):
            return
        best: tuple[Sense, Frame, Mention, Mention | None] | None = None
        for sense, frame in self.lexicon.verb_frames.get(proposition.lemma, ()):
            if not self._fits(sense, frame, proposition):
                continue
            source = self._first(frame.subject, proposition, sense.subject_kinds)
            if source is None or not self._acts(source):
                continue
            target = self._first(frame.object, proposition, sense.object_kinds)
            if target is not None and (target.index == source.index or not self._acts(target)):
                target = None
            if best is None or (best[3] is None and target is not None):
                best = sense, frame, source, target
        if best is None:
            return
        sense, frame, source, target = best
        trigger = proposition.predicate[-1]
        event = self.events[trigger, str(sense.plover)] = Event(
            str(sense.plover), trigger, [self._name(source)]
        )
        if target is not None:
            event.target = [self._name(target)]
            return
        partners = self._partners(source) if event.type in TOGETHER else []
        if partners:
            event.source, event.target = partners, list(partners)
        elif "mutual" in frame.object and source.number == "plural":
            event.target = [self._name(source)]

    def _partners(self, mention: Mention) -> list[str]:
        """The actors named in the phrase of ``mention``: "diplomats from Iran and Iraq"."""
        names: list[str] = []
        for other in self.extraction.mentions:
            inside = _within((other.start, other.end), mention.phrase) and other.index != mention.index
            if inside and other.form == "named" and self._acts(other):
                _append(names, other.name)
        return names if len(names) > 1 else []

    def _first(self, roles: Sequence[str], proposition: Proposition, kinds: frozenset[str]) -> Mention | None:
        """The mention in the first filled of ``roles``; a name of no known kind may be of any kind."""
        for role in roles:
            mention = self._mention(proposition, role) or self._nested(proposition, role)
            if mention is None:
                continue
            if self._kind(mention) == "Quantity":
                mention = self._actor_in(mention) or mention
            if self._kind(mention) in kinds or self._is_unknown_name(mention):
                return mention
        return None

    def _nested(self, proposition: Proposition, role: str) -> Mention | None:
        """The mention behind a preposition inside the object: "cut ties with X"."""
        if not role.startswith("prep:"):
            return None
        for argument in proposition.arguments:
            if argument.role != "object":
                continue
            start, end = argument.span
            at = self.extraction.document.text.find(f" {role[5:]} ", start, end)
            for mention in self.extraction.mentions:
                if at >= 0 and at < mention.start < end and mention.head >= 0:
                    return mention
        return None

    def _kind(self, mention: Mention) -> str:
        return mention.kind if mention.kind != "Thing" else self.kinds.get(mention.index, "Thing")

    def _is_unknown_name(self, mention: Mention) -> bool:
        return mention.form == "named" and self._kind(mention) == "Thing"

    def _acts(self, mention: Mention) -> bool:
        return self._is_unknown_name(mention) or self._is_actor(mention)

    def fold_clauses(self) -> None:
        """Drop events inside the clause of an outer one, which takes their target where it has none."""
        for outer in sorted(self.events.values(), key=lambda one: one.trigger):
            if outer.type not in OUTER:
                continue
            clauses = list(self._clauses(outer))
            inner = [
                one for one in self.events.values() if any(_within(one.trigger, span) for span in clauses)
            ]
            for event in inner:
                for name in event.target if event.source == outer.source else event.source:
                    if not outer.target and name not in outer.source:
                        _append(outer.target, name)
                del self.events[event.trigger, event.type]

    def _clauses(self, event: Event) -> Iterator[Span]:
        for proposition in self.extraction.propositions:
            if self._is_verb_of(proposition, event):
                yield from (one.span for one in proposition.arguments if one.role == "clause")

    def _is_verb_of(self, proposition: Proposition, event: Event) -> bool:
        return bool(proposition.predicate) and _within(event.trigger, proposition.predicate[-1])

    def _holds(self, proposition: Proposition, event: Event) -> bool:
        return any(_within(event.trigger, span) for span in proposition.predicate[-1:])

    def _fits(self, sense: Sense, frame: Frame, proposition: Proposition) -> bool:
        """Whether the sense is coded and the words that the frame needs stand in its roles."""
        if sense.plover is None:
            return False
        return all(
            any(
                self._has_word(argument, wanted)
                for argument in proposition.arguments
                if argument.role == role
            )
            for role, wanted in frame.needs.items()
        )

    def _has_word(self, argument: Argument, wanted: Sequence[str]) -> bool:
        words = self.extraction.document.text[slice(*argument.span)].lower().split()
        return "*" in wanted or any(word in wanted or word.rstrip("s") in wanted for word in words)

    def _actor_in(self, mention: Mention) -> Mention | None:
        """``mention`` if it is an actor or a place, else the first such in its phrase."""
        if self._is_actor(mention):
            return mention
        return next(
            (
                other
                for other in self.extraction.mentions
                if _within((other.start, other.end), mention.phrase) and self._is_actor(other)
            ),
            None,
        )

    def _is_actor(self, mention: Mention) -> bool:
        return any(self.ontology.is_a(self._kind(mention), one) for one in ACTORS)

    def _mention(self, proposition: Proposition, role: str) -> Mention | None:
        return next((self.by_head.get(one.head) for one in proposition.arguments if one.role == role), None)


def _code(relation: RelationMention, sense: Sense) -> str | None:
    """The event type of ``relation``: denied cooperation is rejection, what is to come a promise or a threat."""
    if relation.polarity is not (sense.polarity or Polarity.AFFIRMED):
        return "REJECT" if sense.plover in COOPERATIVE else None
    if relation.modality in TO_COME and sense.modality is not relation.modality:
        if sense.plover in COOPERATIVE:
            return "AGREE"
        if sense.plover in HOSTILE:
            return "THREATEN"
    return sense.plover


def _is_verbal(sense: Sense, rule: str) -> bool:
    return any(frame.rule == rule and frame.form != "noun" for frame in sense.frames)


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _append(names: list[str], name: str) -> None:
    if name not in names:
        names.append(name)
