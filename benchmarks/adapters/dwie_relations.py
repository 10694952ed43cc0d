"""DWIE's relations between concepts, from our relations and the countries that the lists of actors give.

Three tables, nothing read from the text here:

* ``BETWEEN``: our relation → DWIE's, and whether subject and object change places.
* ``OF_COUNTRY``: our relation to a country → DWIE's; DWIE writes each twice, to the country
  (``citizen_of``) and to its adjective (``citizen_of-x``), where the article has them.
* ``IMPLIED``: what DWIE's annotators add to a relation by rule (a head of state is an agent and a
  citizen of the state, a head of a body is its member).

The country of a known actor is that of its entry in the lists: ``citizen_of`` for a person,
``based_in0`` for an organisation (``agency_of`` for a body of government), ``in0`` for a place, and
the adjective ``gpe0`` for a country; the party of a known person gives ``member_of``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sociogram.ids import slug
from sociogram.knowledge.actor_lists import ActorLists, KnownActor
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Extraction, Modality, Polarity

BETWEEN: dict[str, tuple[tuple[str, bool], ...]] = {
    "memberOf": (("member_of", False),),
    "partyMemberOf": (("member_of", False),),
    "employs": (("member_of", True),),
    "leads": (("head_of", False),),
    "chiefExecutiveOf": (("head_of", False),),
    "playsFor": (("player_of", False),),
    "coaches": (("coach_of", False),),
    "spokespersonFor": (("spokesperson_of", False),),
    "advises": (("advisor_of", False),),
    "marriedTo": (("spouse_of", False), ("spouse_of", True)),
    "parentOf": (("parent_of", False),),
    "foundedBy": (("founder_of", True),),
    "subsidiaryOf": (("part_of", False),),
    "createdWork": (("created_by", True),),
    "wrote": (("created_by", True),),
    "awardReceived": (("award_received", False),),
    "defeated": (("won_vs", False),),
    "participatedIn": (("appears_in", False),),
    "partOf": (("part_of", False),),
    "met": (("is_meeting", False), ("is_meeting", True)),
}
OF_COUNTRY: dict[str, tuple[str, bool]] = {
    "nationality": ("citizen_of", False),
    "headOfState": ("head_of_state", False),
    "headOfGovernment": ("head_of_gov", False),
    "ministerOf": ("minister_of", False),
    "represents": ("agent_of", False),
    "spokespersonFor": ("agent_of", False),
    "agencyOf": ("agency_of", False),
    "headquarteredIn": ("based_in0", False),
    "locatedIn": ("", False),
    "partOf": ("", False),
}
"""An empty string stands for ``based_in0``, ``in0`` or ``event_in0``, by the kind of the subject."""
IMPLIED: dict[str, tuple[str, ...]] = {
    "head_of_state": ("agent_of", "citizen_of"),
    "head_of_gov": ("agent_of", "citizen_of"),
    "minister_of": ("agent_of", "citizen_of"),
    "agent_of": ("citizen_of",),
    "agency_of": ("based_in0",),
    "ministry_of": ("agency_of", "based_in0"),
    "head_of_state-x": ("citizen_of-x",),
    "head_of_gov-x": ("citizen_of-x",),
    "minister_of-x": ("citizen_of-x",),
    "agency_of-x": ("based_in0-x",),
    "head_of": ("member_of",),
    "player_of": ("member_of",),
    "coach_of": ("member_of",),
    "institution_of": ("part_of",),
    "won_vs": ("vs",),
}
INVERSE = {"parent_of": "child_of", "vs": "vs"}
BY_TYPE = {"head_of_state": "head_of_state", "head_of_gov": "head_of_gov", "head_of_government": "head_of_gov",
           "minister": "minister_of", "ministry": "ministry_of", "agency": "agency_of"}  # fmt: skip
WITHOUT_ADJECTIVE = frozenset({"agent_of", "ministry_of"})
CITY_TYPES = frozenset({"city", "gpe2", "town", "capital"})
NOT_HELD = frozenset({Modality.HYPOTHETICAL, Modality.POSSIBLE, Modality.DEMANDED, Modality.INTENDED})
Fact = tuple[int, str, int]


@dataclass
class Countries:
    """The concepts of each country by its name: the country itself and its adjective."""

    concept: dict[str, int] = field(default_factory=dict)
    adjective: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def relations(
    extraction: Extraction, concept_of: Mapping[int, int], lists: ActorLists
) -> list[dict[str, object]]:
    """DWIE's relations; ``concept_of`` gives the concept's number for each mention that has one."""
    chain_of = {mention: chain.index for chain in extraction.chains for mention in chain.mentions}
    countries = find_countries(extraction, concept_of, lists)
    facts: set[Fact] = set()
    for name, concept in countries.concept.items():
        facts.update((adjective, "gpe0", concept) for adjective in countries.adjective.get(name, ()))
    facts |= from_lists(extraction, concept_of, lists, countries)
    facts |= from_claims(extraction, concept_of, chain_of, lists, countries)
    closed = close(facts)
    return [{"s": s, "p": p, "o": o} for s, p, o in sorted(closed) if s != o]


def country_name(extraction: Extraction, mention: int, chain: int | None, lists: ActorLists) -> str | None:
    """The slug of the country that a mention stands for, an adjective too; else ``None``."""
    found = extraction.mentions[mention]
    entry = lists.entry(found.known) if found.known else None
    if entry is not None and entry.kind == "Country":
        return slug(entry.name)
    if found.demonym:
        return slug(lists.demonyms.get(found.name, found.name))
    if found.kind == "Country":
        return slug(extraction.chains[chain].name if chain is not None else found.name)
    return None


def find_countries(extraction: Extraction, concept_of: Mapping[int, int], lists: ActorLists) -> Countries:
    """The countries of the document and their adjectives."""
    countries = Countries()
    chain_of = {mention: chain.index for chain in extraction.chains for mention in chain.mentions}
    for mention in extraction.mentions:
        concept = concept_of.get(mention.index)
        name = country_name(extraction, mention.index, chain_of.get(mention.index), lists)
        if concept is None or name is None or mention.form != "named":
            continue
        if mention.demonym:
            if concept not in countries.adjective[name]:
                countries.adjective[name].append(concept)
        else:
            countries.concept.setdefault(name, concept)
    return countries


def of_country(subject: int, predicate: str, country: str, countries: Countries) -> set[Fact]:
    """``predicate`` to the country and, by its ``-x`` form, to its adjectives, where the document has them."""
    facts: set[Fact] = set()
    for name in (predicate, *IMPLIED.get(predicate, ())):
        if country in countries.concept:
            facts.add((subject, name, countries.concept[country]))
        if name not in WITHOUT_ADJECTIVE:
            facts.update(
                (subject, f"{name}-x", adjective) for adjective in countries.adjective.get(country, ())
            )
    return facts


def place_predicate(kind: str) -> str:
    """Which of DWIE's predicates says in what country something of ``kind`` lies."""
    ontology = load_ontology()
    if kind == "Event":
        return "event_in0"
    if kind == "Person":
        return "citizen_of"
    return (
        "in0" if ontology.is_a(kind, "Place") else "based_in0" if ontology.is_a(kind, "Organization") else ""
    )


def from_lists(
    extraction: Extraction, concept_of: Mapping[int, int], lists: ActorLists, countries: Countries
) -> set[Fact]:
    """What the entries of known actors say of their countries."""
    facts: set[Fact] = set()
    parties = {chain.known: concepts[0] for chain in extraction.chains
               if chain.known and (concepts := _concepts(extraction, chain.mentions, concept_of))}  # fmt: skip
    for chain in extraction.chains:
        entry = lists.entry(chain.known) if chain.known else None
        if entry is not None and entry.party and slug(entry.party) in parties:
            facts.update((concept, "member_of", parties[slug(entry.party)])
                         for concept in _concepts(extraction, chain.mentions, concept_of))  # fmt: skip
        if entry is None or entry.country is None or chain.kind == "Country":
            continue
        predicate = place_predicate(chain.kind)
        by_type = BY_TYPE.get(entry.type or "", "agency_of" if chain.kind == "GovernmentBody" else None)
        for concept in _concepts(extraction, chain.mentions, concept_of):
            for country in map(slug, entry.country.split("|")):
                for name in (predicate, by_type):
                    if name:
                        facts |= of_country(concept, name, country, countries)
    return facts


def _concepts(extraction: Extraction, members: Iterable[int], concept_of: Mapping[int, int]) -> list[int]:
    """The concepts of the mentions that are no adjectives."""
    found = [concept_of[one] for one in members if one in concept_of and not extraction.mentions[one].demonym]
    return list(dict.fromkeys(found))


def from_claims(
    extraction: Extraction,
    concept_of: Mapping[int, int],
    chain_of: Mapping[int, int],
    lists: ActorLists,
    countries: Countries,
) -> set[Fact]:
    """What our own relations say."""
    facts: set[Fact] = set()

    def concept(mention: int) -> int | None:
        if mention in concept_of:
            return concept_of[mention]
        chain = chain_of.get(mention)
        members = extraction.chains[chain].mentions if chain is not None else ()
        return next(iter(_concepts(extraction, members, concept_of)), None)

    for relation in extraction.relations:
        if relation.object is None or relation.polarity is Polarity.DENIED or relation.modality in NOT_HELD:
            continue
        subject, object_ = concept(relation.subject), concept(relation.object)
        if subject is None:
            continue
        chain = chain_of.get(relation.subject)
        kind = (
            extraction.chains[chain].kind if chain is not None else extraction.mentions[relation.subject].kind
        )
        country = country_name(extraction, relation.object, chain_of.get(relation.object), lists)
        if country is not None and relation.relation in OF_COUNTRY:
            predicate = OF_COUNTRY[relation.relation][0] or place_predicate(kind)
            if predicate:
                facts |= of_country(subject, predicate, country, countries)
            continue
        if object_ is None:
            continue
        if relation.relation == "partyMemberOf":
            party = _entry(extraction, chain_of.get(relation.object), lists)
            if party is not None and party.country:
                facts |= of_country(subject, "citizen_of", slug(party.country), countries)
        for predicate, turned in BETWEEN.get(relation.relation, ()):
            facts.add((object_, predicate, subject) if turned else (subject, predicate, object_))
        if relation.relation in {"headquarteredIn", "locatedIn"}:
            place = _entry(extraction, chain_of.get(relation.object), lists)
            if place is not None and place.country and place_predicate(kind):
                facts |= of_country(subject, place_predicate(kind), slug(place.country), countries)
            city = city_predicate(extraction, chain_of.get(relation.object), lists, kind)
            facts |= {(subject, city, object_)} if city else set()
    return facts


def _entry(extraction: Extraction, chain: int | None, lists: ActorLists) -> KnownActor | None:
    known = extraction.chains[chain].known if chain is not None else None
    return lists.entry(known) if known else None


def city_predicate(extraction: Extraction, chain: int | None, lists: ActorLists, kind: str) -> str | None:
    """DWIE's predicate for something of ``kind`` that lies in the city of ``chain``, if that is one."""
    entry = _entry(extraction, chain, lists)
    if entry is None or entry.type not in CITY_TYPES:
        return None
    return {"based_in0": "based_in2", "in0": "in2"}.get(place_predicate(kind))


def close(facts: set[Fact]) -> set[Fact]:
    """``facts`` with all that they imply."""
    closed = set(facts)
    pending = list(facts)
    while pending:
        subject, predicate, object_ = pending.pop()
        implied = [(subject, name, object_) for name in IMPLIED.get(predicate, ())]
        if predicate in INVERSE:
            implied.append((object_, INVERSE[predicate], subject))
        for fact in implied:
            if fact not in closed:
                closed.add(fact)
                pending.append(fact)
    return closed
