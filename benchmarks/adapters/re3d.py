"""re3d: entities of all forms, pronouns and common nouns too, with their twelve types.

``KIND_TYPES`` maps our kinds. A common noun counts if its kind is one the benchmark has; a thing of
no known kind does not. The span is the noun phrase as we have it, for a person's name with its titles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.adapters.re3d_relations import relations

if TYPE_CHECKING:
    from sociogram.model import Chain, Extraction, Mention

KIND_TYPES = {
    "Person": "Person",
    "Organization": "Organisation",
    "Company": "Organisation",
    "PoliticalParty": "Organisation",
    "GovernmentBody": "Organisation",
    "InternationalOrganization": "Organisation",
    "ArmedGroup": "Organisation",
    "MediaOutlet": "Organisation",
    "Platform": "Organisation",
    "Campaign": "Organisation",
    "EducationalInstitution": "Organisation",
    "SportsTeam": "Organisation",
    "Collective": "Organisation",
    "Country": "Location",
    "Place": "Location",
    "Facility": "Location",
    "Law": "DocumentReference",
    "Weapon": "Weapon",
    "Vehicle": "MilitaryPlatform",
    "Date": "Temporal",
    "Quantity": "Quantity",
    "Money": "Money",
}
NAMED_ONLY = frozenset({"Law", "Company", "MediaOutlet", "Platform", "EducationalInstitution", "SportsTeam"})


def predict(extraction: Extraction) -> dict[str, Any]:
    """The document's entities and relations in the benchmark's form."""
    chain_of = {index: chain for chain in extraction.chains for index in chain.mentions}
    found: dict[tuple[int, int], str] = {}
    for mention in extraction.mentions:
        kind = entity_type(mention, chain_of.get(mention.index))
        if kind is not None:
            found.setdefault(entity_span(mention, extraction), kind)
    entities = [{"span": list(span), "type": kind} for span, kind in sorted(found.items())]
    return {"entities": entities, "relations": relations(extraction)}


def entity_type(mention: Mention, chain: Chain | None) -> str | None:
    """The benchmark's type of a mention, or ``None`` where it is no entity there."""
    if mention.tokens == (0, 0) or mention.kind == "Post":
        return None
    if mention.demonym:
        return "Nationality" if mention.number == "singular" else "Organisation"
    if mention.form == "pronoun":
        if mention.person == 1 and mention.number == "plural":
            return "Organisation"
        kind = chain.kind if chain is not None else mention.kind
        return (
            KIND_TYPES.get(kind)
            if kind in {"Person", "Collective", "Organization", "GovernmentBody", "ArmedGroup", "Country"}
            else None
        )
    if mention.form == "nominal" and mention.kind in NAMED_ONLY:
        return None
    return KIND_TYPES.get(mention.kind)


def entity_span(mention: Mention, extraction: Extraction) -> tuple[int, int]:
    """The mention's span; a person's name takes its titles in."""
    if mention.kind == "Person" and mention.titles:
        text = extraction.document.text
        start = text.rfind(mention.titles[0], max(0, mention.start - 80), mention.start)
        if start >= 0:
            return start, mention.end
    return mention.start, mention.end
