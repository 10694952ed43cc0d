"""Which schema of FollowTheMoney an actor, a document or a tie has.

The names come from the ontology's alignments; what is here is what FollowTheMoney itself fixes: which
schema is below which, and which properties of an edge hold its ends (followthemoney 4.11, checked by a
test). A tie whose ends are not in an edge's range becomes an ``UnknownLink``, which any two things may have.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from sociogram.knowledge.ontology import load_ontology

if TYPE_CHECKING:
    from sociogram.extraction.reading import DocumentRecord
    from sociogram.knowledge.ontology import Relation

UNKNOWN = "UnknownLink"
"""The schema of an edge between any two things."""
OCCUPANCY = "Occupancy"
"""The schema of an edge from a person to the ``Position`` that they hold."""
_ABSTRACT = frozenset({"Thing"})
"""Schemata that no entity may have."""
_FILES = frozenset({"Document"})
"""Schemata that want a file name, which a work that is only spoken of has not; it is a ``PlainText``."""
BELOW = {
    "LegalEntity": frozenset({"LegalEntity", "Person", "Organization", "Company", "PublicBody"}),
    "Organization": frozenset({"Organization", "Company", "PublicBody"}),
    "Person": frozenset({"Person"}),
    "Asset": frozenset({"Asset", "Company", "RealEstate", "Vehicle"}),
    "Document": frozenset({"Document", "PlainText", "Article", "Email", "Image"}),
    "Position": frozenset({"Position"}),
    "Address": frozenset({"Address"}),
}
"""Each range of an edge with the schemata of actors and documents that are in it."""


@dataclass(frozen=True, slots=True)
class EdgeSchema:
    """A schema with the properties, and their ranges, for a tie's subject and object."""

    schema: str
    subject: str
    subject_range: str
    object: str
    object_range: str

    def admits(self, subject: str, target: str) -> bool:
        """Whether schemata may stand at the two ends."""
        return subject in BELOW[self.subject_range] and target in BELOW[self.object_range]


_EDGES = {
    edge.schema: edge
    for edge in (
        EdgeSchema("Ownership", "owner", "LegalEntity", "asset", "Asset"),
        EdgeSchema("Control", "controller", "LegalEntity", "controlled", "LegalEntity"),
        EdgeSchema("Directorship", "director", "LegalEntity", "organization", "Organization"),
        EdgeSchema("Membership", "member", "LegalEntity", "organization", "Organization"),
        EdgeSchema("Employment", "employer", "Organization", "employee", "Person"),
        EdgeSchema("Representation", "agent", "LegalEntity", "client", "LegalEntity"),
        EdgeSchema("Payment", "payer", "LegalEntity", "beneficiary", "LegalEntity"),
        EdgeSchema("Succession", "successor", "LegalEntity", "predecessor", "LegalEntity"),
        EdgeSchema("Family", "person", "Person", "relative", "Person"),
        EdgeSchema("Associate", "person", "Person", "associate", "Person"),
        EdgeSchema("Documentation", "entity", "LegalEntity", "document", "Document"),
        EdgeSchema(OCCUPANCY, "holder", "Person", "post", "Position"),
    )
}
# Ties whose object stands where the subject stands in other edges of the schema.
_DOCUMENTED = EdgeSchema("Documentation", "document", "Document", "entity", "LegalEntity")
_TURNED = {
    "subsidiaryOf": EdgeSchema("Ownership", "asset", "Asset", "owner", "LegalEntity"),
    # "relative is the parent of person": by FollowTheMoney the relationship is named from the person's side.
    "parentOf": EdgeSchema("Family", "relative", "Person", "person", "Person"),
    "sentTo": _DOCUMENTED,
    "mentions": _DOCUMENTED,
}
OFFICES = {
    "headOfState": "Head of state",
    "headOfGovernment": "Head of government",
    "ministerOf": "Minister",
}
"""Relations to a country that are an office there: they become an ``Occupancy`` of a ``Position``."""
RELATIONSHIPS = {
    "marriedTo": "spouse",
    "divorced": "former spouse",
    "partnerOf": "partner",
    "parentOf": "parent",
    "siblingOf": "sibling",
    "relativeOf": "relative",
    "friendOf": "friend",
    "alliedWith": "ally",
}
"""What FollowTheMoney's ``relationship`` says of the second person, where our relation's label is a verb."""
_LIKE_MAIL = frozenset({".eml", ".mbox"})
"""Files whose documents are letters even where the reader gives them no genre."""


def find_edge(relation: Relation, subject: str, target: str) -> EdgeSchema:
    """How a tie of ``relation`` between actors of these schemata is written."""
    edge = _TURNED.get(relation.id) or _EDGES.get(relation.ftm or UNKNOWN)
    if edge is not None and edge.admits(subject, target):
        return edge
    return EdgeSchema(UNKNOWN, "subject", "Thing", "object", "Thing")


def actor_schema(kind: str) -> str | None:
    """The schema of an actor of ``kind``, or ``None`` for what FollowTheMoney has no schema for."""
    classes = load_ontology().classes
    pending = [kind]
    while pending:
        known = classes.get(pending.pop(0))
        if known is None:
            continue
        schema = known.alignments.get("ftm")
        if schema is not None and schema not in _ABSTRACT:
            return "PlainText" if schema in _FILES else schema
        pending += known.parents
    return None


def document_schema(document: DocumentRecord) -> str:
    """The schema of a document that was read, by its genre, its file and whether it has a publisher."""
    if (
        document.genre == "email"
        or PurePosixPath(document.source.partition("#")[0]).suffix.lower() in _LIKE_MAIL
    ):
        return "Email"
    if document.genre in {"article", "opinion"} or document.publisher:
        return "Article"
    return "Document"
