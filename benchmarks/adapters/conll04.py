"""CoNLL04: entities and five relations of single sentences of old newswire, in DWIE's form.

Every mention is a concept of its own, as in the gold. Kinds map by ``TYPES``; dates, sums and the
other named kinds are ``Other``. ``RELATIONS`` maps our relations, with whether the roles change places.
"""

from __future__ import annotations

from typing import Any

from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Extraction, Polarity

TYPES = (("Person", "Peop"), ("Organization", "Org"), ("Place", "Loc"))
OTHER = ("Date", "Money", "Event", "Product", "Work", "Law", "Programme")
RELATIONS: dict[str, tuple[str, bool]] = {
    "bornIn": ("Live_In", False),
    "residesIn": ("Live_In", False),
    "represents": ("Live_In", False),
    "nationality": ("Live_In", False),
    "headOfState": ("Live_In", False),
    "headOfGovernment": ("Live_In", False),
    "ministerOf": ("Live_In", False),
    "employs": ("Work_For", True),
    "leads": ("Work_For", False),
    "chiefExecutiveOf": ("Work_For", False),
    "spokespersonFor": ("Work_For", False),
    "memberOf": ("Work_For", False),
    "partyMemberOf": ("Work_For", False),
    "killed": ("Kill", False),
    "headquarteredIn": ("OrgBased_In", False),
    "locatedIn": ("Located_In", False),
}
"""``locatedIn`` is ``OrgBased_In`` where its subject is an organisation."""


def predict(extraction: Extraction) -> dict[str, Any]:
    """The mentions and relations of one sentence."""
    types = {
        one.index: _type(one.kind) for one in extraction.mentions if one.form == "named" and one.head >= 0
    }
    types = {index: kind for index, kind in types.items() if kind}
    chain_of = {mention: chain for chain in extraction.chains for mention in chain.mentions}

    def name(mention: int) -> int | None:
        if mention in types:
            return mention
        members = chain_of[mention].mentions if mention in chain_of else ()
        return next((member for member in members if member in types), None)

    found: dict[tuple[int, str, int], None] = {}
    for relation in extraction.relations:
        if (
            relation.object is None
            or relation.polarity is Polarity.DENIED
            or relation.relation not in RELATIONS
        ):
            continue
        subject, object_ = name(relation.subject), name(relation.object)
        if subject is None or object_ is None:
            continue
        label, turned = RELATIONS[relation.relation]
        if label == "Located_In" and types[subject] == "Org":
            label = "OrgBased_In"
        found[(object_, label, subject) if turned else (subject, label, object_)] = None
    mentions = [extraction.mentions[index] for index in types]
    return {
        "mentions": [{"begin": one.start, "end": one.end, "concept": one.index} for one in mentions],
        "concepts": [
            {"concept": index, "tags": [f"type::{kind}"], "link": ""} for index, kind in types.items()
        ],
        "relations": [{"s": subject, "p": label, "o": object_} for subject, label, object_ in found],
    }


def _type(kind: str) -> str | None:
    ontology = load_ontology()
    for ours, theirs in TYPES:
        if ontology.is_a(kind, ours):
            return theirs
    return "Other" if kind in OTHER else None
