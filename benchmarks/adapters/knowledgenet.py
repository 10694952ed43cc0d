"""KnowledgeNet: our relations between persons, organisations, places and dates as its 15 predicates.

``PREDICATES`` maps each of our relations to a predicate and says whether subject and object change
places; ``uri`` gives a known actor's Wikidata item from the lists. KnowledgeNet annotates a fact at
every pair of mentions of its two things within a passage, so a relation is projected on all mentions
of both chains; the scorer drops pairs that lie in two passages. Denied, hypothetical, demanded and
merely possible relations are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Extraction, Modality, Polarity, RelationMention, Span

PREDICATES: dict[str, tuple[tuple[str, bool], ...]] = {
    "marriedTo": (("SPOUSE", False), ("SPOUSE", True)),
    "parentOf": (("CHILD_OF", True),),
    "bornIn": (("PLACE_OF_BIRTH", False),),
    "bornOn": (("DATE_OF_BIRTH", False),),
    "diedOn": (("DATE_OF_DEATH", False),),
    "residesIn": (("PLACE_OF_RESIDENCE", False),),
    "movedTo": (("PLACE_OF_RESIDENCE", False),),
    "nationality": (("NATIONALITY", False),),
    "educatedAt": (("EDUCATED_AT", False),),
    "partyMemberOf": (("POLITICAL_AFFILIATION", False),),
    "chiefExecutiveOf": (("CEO", True), ("EMPLOYEE_OR_MEMBER_OF", False)),
    "employs": (("EMPLOYEE_OR_MEMBER_OF", True),),
    "memberOf": (("EMPLOYEE_OR_MEMBER_OF", False),),
    "leads": (("EMPLOYEE_OR_MEMBER_OF", False),),
    "spokespersonFor": (("EMPLOYEE_OR_MEMBER_OF", False),),
    "playsFor": (("EMPLOYEE_OR_MEMBER_OF", False),),
    "coaches": (("EMPLOYEE_OR_MEMBER_OF", False),),
    "foundedBy": (("FOUNDED_BY", False),),
    "foundedOn": (("DATE_FOUNDED", False),),
    "headquarteredIn": (("HEADQUARTERS", False),),
    "subsidiaryOf": (("SUBSIDIARY_OF", False),),
}
NOT_HELD = frozenset({Modality.HYPOTHETICAL, Modality.POSSIBLE, Modality.DEMANDED, Modality.INTENDED})
WIKIDATA = "http://www.wikidata.org/entity/"
LONGEST_PASSAGE = 1500
"""Characters between two mentions past which they can't stand in one passage."""


def predict(extraction: Extraction) -> dict[str, Any]:
    """The facts of one document, each once a pair of spans."""
    facts: dict[tuple[str, Span, Span], tuple[str, str]] = {}
    chain_of = {mention: chain.index for chain in extraction.chains for mention in chain.mentions}
    for relation in extraction.relations:
        if relation.polarity is Polarity.DENIED or relation.modality in NOT_HELD:
            continue
        uris = uri(extraction, chain_of, relation.subject), uri(extraction, chain_of, relation.object)
        for predicate, turned in PREDICATES.get(relation.relation, ()):
            for subject, object_ in _pairs(extraction, chain_of, relation):
                if abs(subject[0] - object_[0]) < LONGEST_PASSAGE and subject != object_:
                    pair = (object_, subject) if turned else (subject, object_)
                    facts[(predicate, *pair)] = (uris[1], uris[0]) if turned else uris
    return {
        "facts": [
            {
                "predicate": predicate,
                "subject": list(subject),
                "object": list(object_),
                "subjectUri": uris[0],
                "objectUri": uris[1],
            }
            for (predicate, subject, object_), uris in facts.items()
        ]
    }


def uri(extraction: Extraction, chain_of: dict[int, int], mention: int | None) -> str:
    """The address of the Wikidata item of a mention's known actor, or an empty string."""
    if mention is None:
        return ""
    chain = chain_of.get(mention)
    known = extraction.chains[chain].known if chain is not None else extraction.mentions[mention].known
    entry = load_actor_lists().entry(known) if known else None
    item = dict(entry.identifiers).get("wikidata", "") if entry is not None else ""
    return WIKIDATA + item if item else ""


def _pairs(
    extraction: Extraction, chain_of: dict[int, int], relation: RelationMention
) -> Iterator[tuple[Span, Span]]:
    subjects = _spans(extraction, chain_of, relation.subject)
    if relation.object is not None:
        objects = _spans(extraction, chain_of, relation.object)
    else:
        objects = [relation.literal[2]] if relation.literal is not None else []
    for subject in subjects:
        for object_ in objects:
            yield subject, object_


def _spans(extraction: Extraction, chain_of: dict[int, int], mention: int) -> list[Span]:
    """The spans of the names and pronouns of the mention's chain; KnowledgeNet annotates no other mentions."""
    chain = chain_of.get(mention)
    members = extraction.chains[chain].mentions if chain is not None else (mention,)
    found = [extraction.mentions[member] for member in members]
    return [(one.start, one.end) for one in found if one.head >= 0 and one.form != "nominal"]
