"""What else a predicate tells, beside the two ends of a relation: its roles, by their grammar and their kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sociogram.extraction.verbs.roles import Roles
from sociogram.knowledge.ontology import Ontology
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Argument, Mention, Origin, Proposition, RelationMention, Role, Span
from sociogram.parse.tokens import DATED, Tokens

BY_ROLE = {"subject": "agent", "object": "patient", "indirect": "recipient"}
BY_PREPOSITION = {
    "to": "recipient", "with": "companion", "from": "source", "about": "topic", "on": "topic", "over": "topic",
    "in": "place", "at": "place", "near": "place", "by": "agent", "through": "instrument", "via": "instrument",
    "during": "time", "after": "time", "before": "time", "since": "time", "until": "time",
}  # fmt: skip
"""The role that a preposition most often brings in; what cannot stand in it is "other"."""
BY_KIND = {"Date": "time", "Money": "amount", "Quantity": "amount"}
"""Kinds that tell the role whatever the preposition."""

_MEASURES = load_vocabulary("statements").words("measures")
_TOPICAL = load_vocabulary("statements").words("topical-verbs")
_TIMES = load_vocabulary("verbs").words("time-nouns")
_DATING = frozenset({"at", "by", "for", "from", "in", "on", "over", "to", "within"})
_COUNTED = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})


def find_parts(
    proposition: Proposition, roles: Roles, ontology: Ontology, tokens: Tokens
) -> tuple[Role, ...]:
    """The roles of the arguments of ``proposition``, each once, in the order of its arguments."""
    kinds = {argument.head: argument.kind for arguments in roles.values() for argument in arguments}
    return tuple(
        dict.fromkeys(
            Role(
                name=_name(proposition, argument, kinds.get(argument.head, ""), ontology, tokens),
                span=argument.span,
            )
            for argument in proposition.arguments
        )
    )


def _name(proposition: Proposition, argument: Argument, kind: str, ontology: Ontology, tokens: Tokens) -> str:
    name = BY_KIND.get(kind, "")
    if name and (name != "amount" or _has_figure(argument.head, tokens)):
        return name
    if not argument.role.startswith("prep:"):
        return BY_ROLE.get(argument.role, "other")
    preposition = argument.role.removeprefix("prep:").rpartition(" ")[2]
    name = BY_PREPOSITION.get(preposition, "other")
    if preposition in _DATING and _is_date(argument.head, tokens):
        return "time"
    if name == "agent" and tokens.lemma[argument.head].lower() in _MEASURES:
        return "amount"  # "by twelve points"
    if name == "place" and tokens.lemma[argument.head].lower() in _TIMES:
        name = "time"  # "at the time"
    if preposition == "on" and _is("place", proposition, argument, kind, ontology, tokens):
        name = "place"
    if _is(name, proposition, argument, kind, ontology, tokens):
        return name
    return "instrument" if name == "companion" else "other"


def _is(
    name: str, proposition: Proposition, argument: Argument, kind: str, ontology: Ontology, tokens: Tokens
) -> bool:
    """Whether the noun is one that can stand in the role ``name``, which its preposition most often brings in."""
    head = argument.head

    def of(*classes: str) -> bool:
        return kind in ontology.classes and any(ontology.is_a(kind, one) for one in classes)

    if name in ("companion", "recipient"):
        return of("Actor")
    if name == "agent":
        # "was forced by Doe to leave": Doe stands behind what governs it.
        return proposition.passive or (of("Actor") and tokens.dep[tokens.head[head]] == "agent")
    if name == "place":
        occasion = argument.role == "prep:at" and of("Event")
        return occasion or of("Place", "Country") or (not kind and tokens.pos[head] == "PROPN")
    if name == "time":
        dated = _is_date(head, tokens)
        return dated or of("Event") or tokens.pos[head] == "ADV" or tokens.lemma[head].lower() in _TIMES
    if name == "topic":
        return argument.role == "prep:about" or proposition.lemma.partition(" ")[0] in _TOPICAL
    return True


def _is_date(head: int, tokens: Tokens) -> bool:
    """Whether the noun is a date, and not a part of one that holds its preposition: "the third week in a row"."""
    return (
        tokens.ent[head] in DATED
        and tokens.pos[head] != "VERB"
        and tokens.ent[tokens.head[head]] not in DATED
    )


def _has_figure(head: int, tokens: Tokens) -> bool:
    """Whether the phrase of ``head`` says how much: "campaign cash" does not."""
    return tokens.ent[head] in _COUNTED or any(
        tokens.pos[token] == "NUM" or tokens.ent[token] in _COUNTED
        for token in range(tokens.left[head], min(tokens.right[head], head + 1))
    )


def with_parts(
    relation: RelationMention, mentions: Sequence[Mention], parts: Mapping[Span, tuple[Role, ...]]
) -> RelationMention:
    """``relation`` of a verb with what is told of its object: that Doe "urged Roe" says little without to what."""
    own = parts.get(relation.trigger)
    if relation.origin is not Origin.GRAMMAR or own is None:
        return relation
    ends = (relation.subject, relation.object)
    spans = tuple((mentions[end].start, mentions[end].end) for end in ends if end is not None)
    whole = (relation.literal[2],) if relation.literal is not None else ()
    # The words of an object hold its name: only what stands beside both ends is told.
    return replace(
        relation,
        roles=tuple(
            part
            for part in other_parts(own, (*spans, *whole))
            if not any(part.span[0] <= start and end <= part.span[1] for start, end in spans)
        ),
    )


def other_parts(parts: tuple[Role, ...], ends: tuple[Span, ...]) -> tuple[Role, ...]:
    """``parts`` without those that lie in one of the ``ends``."""
    return tuple(
        part
        for part in parts
        if not any(start <= part.span[0] and part.span[1] <= end for start, end in ends)
    )
