"""re3d's relations, from our relations, from where propositions take place, and from chains.

``TYPES`` maps our relations; the fallback ``relatedTo`` and propositions map by their lemma in
``LEMMAS``; ``ENDS`` keeps out what re3d's entity types do not admit. re3d also marks what our graph holds otherwise:

* ``CoLocated``: subject and objects of a proposition with the place where it happens (or where its
  subject's other deeds in the sentence happen), and a mention with the place inside its own phrase
  ("ground forces in Iraq").
* ``HasAttrOf``: a mention with the number in its noun phrase. The adjective of a nation it takes for a
  part of the phrase ("Iraqi forces"), and not for an attribute.
* ``BelongsTo`` and the others between actors: a country is a place and an organisation there, and a
  strike a weapon (``_end_types``).
* ``IsSynonymOf``: two mentions of one chain that stand side by side ("the Federal Police (FP)").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Argument, Extraction, Mention, Polarity, Span

_OURS: dict[str, str] = {
    "FightingAgainst": "attacked killed fought invaded defeated coerces arrested expelled",
    "BelongsTo": "memberOf partyMemberOf partOf subsidiaryOf agencyOf playsFor",
    "InChargeOf": "leads chiefExecutiveOf headOfState headOfGovernment ministerOf controls owns uses",
    "CommWith": "met talkedWith negotiatesWith urged ordered invited thanked quoted appointed advises warned visited",
    "AlliesOf": "alliedWith aids supports agreedWith",
    "Likes": "praises friendOf",
    "Dislikes": "criticises opposes quarrelsWith rejects",
    "CoLocated": "locatedIn headquarteredIn residesIn movedTo bornIn diedIn",
    "Apart": "retreatsFrom",
    "HasAttrOf": "nationality",
}
TYPES = {relation: kind for kind, relations in _OURS.items() for relation in relations.split()}
TURNED = {"employs": "BelongsTo"}
_VERBS: dict[str, str] = {
    "FightingAgainst": "engage destroy strike hit target bomb degrade damage suppress fight defeat kill liberate "
    "capture seize disrupt eliminate",
    "InChargeOf": "conduct fly operate launch deploy employ command lead hold control maintain occupy",
    "BelongsTo": "assign comprise include join belong",
}
LEMMAS = {verb: kind for kind, verbs in _VERBS.items() for verb in verbs.split()}
TURNED_LEMMAS = frozenset({"comprise", "include"})
"""Verbs whose object belongs to their subject."""
BOTH_WAYS = frozenset({"IsSynonymOf", "CommWith"})
"""Types that re3d writes once in each direction."""
_FORCES = frozenset({"Organisation", "Person", "Weapon", "MilitaryPlatform", "Vehicle"})
_PEOPLE = frozenset({"Organisation", "Person"})
ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "CoLocated": (_FORCES | {"Location"}, frozenset({"Location"})),
    "FightingAgainst": (_FORCES, _FORCES | {"Location"}),
    "InChargeOf": (_PEOPLE, _FORCES | {"Location"}),
    "BelongsTo": (_FORCES, frozenset({"Organisation"})),
    "CommWith": (_PEOPLE, _PEOPLE),
    "AlliesOf": (_PEOPLE, _PEOPLE),
}
"""What re3d lets stand at the two ends of a type of relation; the others are free."""
PLACE_ROLES = frozenset({"prep:in", "prep:near", "prep:at", "prep:across", "prep:around", "prep:inside", "prep:on",
                         "prep:outside", "prep:throughout", "prep:over"})  # fmt: skip
SIDE_BY_SIDE = re.compile(r"[\s,\[(“\"]{1,3}\s*$")


def relations(extraction: Extraction) -> list[dict[str, Any]]:
    """The relations of one document between what are entities there, each once."""
    from benchmarks.adapters.re3d import entity_type

    chain_of = {index: chain for chain in extraction.chains for index in chain.mentions}
    types = {
        _span(one): _end_types(one, entity_type(one, chain_of.get(one.index))) for one in extraction.mentions
    }
    found: dict[tuple[Span, Span, str], None] = {}
    for one in (
        *of_relations(extraction),
        *of_deeds(extraction),
        *of_places(extraction),
        *of_phrases(extraction),
        *of_chains(extraction),
    ):
        turned = (one[1], one[0], one[2])
        first, last = ENDS.get(one[2], (None, None))
        fits = (
            (types[one[0]] or one[2] == "HasAttrOf")
            and types[one[1]]
            and (first is None or first & types[one[0]])
        )
        if fits and (last is None or last & types[one[1]]) and one[0] != one[1] and turned not in found:
            found[one] = None
    for source, target, kind in list(found):
        if kind in BOTH_WAYS:
            found[target, source, kind] = None
    return [{"source": list(source), "target": list(target), "type": kind} for source, target, kind in found]


def _end_types(mention: Mention, kind: str | None) -> frozenset[str]:
    """What the mention may be at an end: a country is a place or an organisation there, a strike a weapon."""
    if mention.form == "nominal" and mention.name.lower().endswith(("strike", "strikes")):
        return frozenset({"Weapon"})
    if mention.kind == "Country" and not mention.demonym:
        return frozenset({"Location", "Organisation"})
    return frozenset() if kind is None else frozenset({kind})


def of_relations(extraction: Extraction) -> Iterator[tuple[Span, Span, str]]:
    """What our relations say."""
    for relation in extraction.relations:
        if relation.object is None or relation.polarity is Polarity.DENIED:
            continue
        turned = relation.relation in TURNED
        kind = TURNED.get(relation.relation) or TYPES.get(relation.relation, "")
        if relation.relation == "relatedTo":
            verb = relation.lemma.split(" ")[0]
            kind, turned = LEMMAS.get(verb, ""), verb in TURNED_LEMMAS
        if not kind:
            continue
        subject, object_ = extraction.mentions[relation.subject], extraction.mentions[relation.object]
        pair = (object_, subject) if turned else (subject, object_)
        yield _span(pair[0]), _span(pair[1]), kind


def _span(mention: Mention) -> Span:
    return mention.start, mention.end


def of_deeds(extraction: Extraction) -> Iterator[tuple[Span, Span, str]]:
    """Subject and objects of the propositions whose verb is in ``LEMMAS``."""
    heads = {mention.head: mention for mention in extraction.mentions if mention.head >= 0}
    for proposition in extraction.propositions:
        kind = LEMMAS.get(proposition.lemma)
        if kind is None or proposition.negated:
            continue
        subjects = [
            heads[one.head] for one in proposition.arguments if one.role == "subject" and one.head in heads
        ]
        objects = [
            found for one in proposition.arguments if one.role == "object" for found in _members(one, heads)
        ]
        for subject in subjects:
            for object_ in objects:
                pair = (object_, subject) if proposition.lemma in TURNED_LEMMAS else (subject, object_)
                yield _span(pair[0]), _span(pair[1]), kind


def of_places(extraction: Extraction) -> Iterator[tuple[Span, Span, str]]:
    """Subject and objects of each proposition with the place of its adverbials."""
    ontology = load_ontology()
    heads = {mention.head: mention for mention in extraction.mentions if mention.head >= 0}
    places_of: dict[int, list[Mention]] = {}
    for proposition in extraction.propositions:
        places = [
            mention
            for argument in proposition.arguments
            if argument.role in PLACE_ROLES
            for mention in _within(extraction, argument)
            if ontology.is_a(mention.kind, "Place")
        ]
        subject = next((one.head for one in proposition.arguments if one.role == "subject"), -1)
        if subject >= 0:
            places = places_of.setdefault(subject, places) or places
        actors = [heads[subject]] if subject in heads else []
        for argument in proposition.arguments:
            if argument.role == "object":
                actors += _members(argument, heads)
        for place in places:
            for actor in actors:
                if not actor.start <= place.start < actor.end:
                    yield _span(actor), _span(place), "CoLocated"


def _members(argument: Argument, heads: dict[int, Mention]) -> list[Mention]:
    """The mentions that the argument enumerates, or the one that it is."""
    found = [heads.get(head) for head, _ in argument.members or ((argument.head, argument.span),)]
    return [one for one in found if one is not None]


def _within(extraction: Extraction, argument: Argument) -> list[Mention]:
    """The first names in the argument's span."""
    start, end = argument.span
    return [
        one for one in extraction.mentions if start <= one.start and one.end <= end and one.form == "named"
    ][:2]


def of_phrases(extraction: Extraction) -> Iterator[tuple[Span, Span, str]]:
    """Numbers and places inside the noun phrase of a mention."""
    ontology = load_ontology()
    for outer in extraction.mentions:
        if outer.head < 0 or outer.form == "pronoun" or outer.kind in {"Date", "Quantity", "Money"}:
            continue
        for inner in extraction.mentions:
            if (
                inner.index == outer.index
                or not outer.phrase[0] <= inner.start < inner.end <= outer.phrase[1]
            ):
                continue
            if inner.kind == "Quantity" and inner.end <= outer.end and inner.start - outer.phrase[0] < 12:
                yield _span(outer), _span(inner), "HasAttrOf"
            elif ontology.is_a(inner.kind, "Place") and inner.start > outer.end and not inner.demonym:
                gap = extraction.document.text[outer.end : inner.start]
                if re.fullmatch(r"\s+(?:in|near|at|of|across|around)\s+(?:\w+\s+){0,3}", gap):
                    yield _span(outer), _span(inner), "CoLocated"


def of_chains(extraction: Extraction) -> Iterator[tuple[Span, Span, str]]:
    """Neighbours in one chain with nothing but a comma or a bracket between them."""
    text = extraction.document.text
    for chain in extraction.chains:
        members = [extraction.mentions[index] for index in chain.mentions]
        members = [one for one in members if one.form != "pronoun" and one.head >= 0]
        for first, second in itertools.pairwise(members):
            gap = text[first.end : second.start]
            if first.end <= second.start and SIDE_BY_SIDE.fullmatch(gap) and first.text != second.text:
                yield _span(first), _span(second), "IsSynonymOf"
