"""PLOVER: events by the codes that the lexicon's senses, else the ontology's relations, bear.

| ours | theirs |
|---|---|
| relation with a PLOVER code | event type |
| subject, object | source, target |
| symmetric relation | both actors in both roles |
| clause of a verb with a coded sense and no object that is an actor | event with an empty target |
| demonym or possessive ending in a name | the words as they stand |

An object that is no actor ("the massacre", "a proposal") is no target. Relations of one verb and
type are one event. Nothing is extracted here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from sociogram.lexicon import Lexicon, load_lexicon
from sociogram.model import Extraction, Mention, Proposition, RelationMention, Span
from sociogram.ontology import Ontology, load_ontology

TARGETS = ("Actor", "Place")


@dataclass
class Event:
    """The actors gathered for one verb and type."""

    type: str
    source: list[str] = field(default_factory=list)
    target: list[str] = field(default_factory=list)


def predict(extraction: Extraction) -> dict[str, Any]:
    """The events of one sentence."""
    events: dict[tuple[Span, str], Event] = {}
    for relation in extraction.relations:
        _add_relation(events, relation, extraction)
    for trigger, code, source in _without_target(extraction):
        if not any(span == trigger for span, _ in events):
            events[trigger, code] = Event(code, source)
    return {
        "events": [
            {"type": event.type, "source": event.source, "target": event.target}
            for _, event in sorted(events.items())
        ],
    }


@cache
def _resources() -> tuple[Ontology, Lexicon]:
    ontology = load_ontology()
    return ontology, load_lexicon(ontology)


@cache
def _code_of_rule(rule: str) -> str | None:
    sense = _resources()[1].sense_of_rule(rule)
    return None if sense is None else sense.plover


def _add_relation(
    events: dict[tuple[Span, str], Event], relation: RelationMention, extraction: Extraction
) -> None:
    ontology, _ = _resources()
    code = _code_of_rule(relation.rule) or ontology.relation(relation.relation).plover
    if code is None:
        return
    event = events.setdefault((relation.trigger, code), Event(code))
    source = _name(extraction.mentions[relation.subject])
    _append(event.source, source)
    if relation.object is None:
        return
    target = extraction.mentions[relation.object]
    if not any(ontology.is_a(_kind(target, extraction), kind) for kind in TARGETS):
        return
    _append(event.target, _name(target))
    if ontology.relation(relation.relation).symmetric:
        _append(event.target, source)
        _append(event.source, _name(target))


def _kind(mention: Mention, extraction: Extraction) -> str:
    if mention.kind != "Thing":
        return mention.kind
    return next((c.kind for c in extraction.chains if mention.index in c.mentions), mention.kind)


def _append(names: list[str], name: str) -> None:
    if name not in names:
        names.append(name)


def _name(mention: Mention) -> str:
    return mention.text


def _without_target(extraction: Extraction) -> Iterator[tuple[Span, str, list[str]]]:
    """Verbs with one code in all their senses whose only actor is the subject."""
    ontology, lexicon = _resources()
    by_head = {mention.head: mention for mention in extraction.mentions if mention.head >= 0}
    for proposition in extraction.propositions:
        codes = {
            sense.plover for sense, frame in lexicon.verb_frames.get(proposition.lemma, ()) if not frame.needs
        }
        if len(codes) != 1 or not proposition.predicate:
            continue
        code = codes.pop()
        subject = _subject(proposition, by_head)
        if code is None or subject is None or not ontology.is_a(_kind(subject, extraction), "Actor"):
            continue
        yield proposition.predicate[-1], code, [_name(subject)]


def _subject(proposition: Proposition, by_head: dict[int, Mention]) -> Mention | None:
    return next((by_head.get(one.head) for one in proposition.arguments if one.role == "subject"), None)
