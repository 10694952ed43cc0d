"""Classes and relations, loaded from YAML: the tables that every stage asks.

``ontology/classes`` and ``ontology/relations`` hold one entry per class and relation and are the
single source; ``sociogram.knowledge.publish`` makes the OWL, SHACL and JSON-LD files from them.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from sociogram.errors import OntologyError
from sociogram.knowledge.entries import Entry, iter_entries, near_miss
from sociogram.knowledge.folders import ontology_folder

VALUES = frozenset({"Date", "Quantity", "Money"})
"""Kinds of mentions that are values: they name nobody and nothing."""
LITERAL_OF_VALUE = {"Date": "Date", "Quantity": "Quantity", "Money": "Quantity"}
"""The literal that a value becomes as the object of a claim."""
LITERALS = frozenset({"Date", "Quantity", "Text"})
"""What an object can be that is no actor; ``Money`` counts as ``Quantity``."""
SENTIMENTS = ("support", "contact", "conflict", "money", "family", "office", "word", "place", "other")
SIGNS = ("positive", "negative", "neutral")
PLOVER = (
    "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "DEMAND", "DISAPPROVE", "FIGHT",
    "INVESTIGATE", "MOBILIZE", "PROTEST", "REJECT", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
"""The event types of PLOVER (Halterman et al. 2023)."""
ALIGNMENTS = ("foaf", "schema", "org", "sem", "bibo", "prov", "skos", "ftm", "wikidata")

FALLBACK = "relatedTo"
"""The relation of what is said in no known sense: a verb outside the lexicon, or ends that a known sense does not
admit. The lemma keeps its ties apart."""
_LITERAL_OF = {"Money": "Quantity"}
_CLASS_KEYS = ("id", "label", "parent", "comment", "abstract", "alignments")
_RELATION_KEYS = ("id", "label", "inverse", "parent", "domain", "range", "symmetric", "sentiment", "sign",
                  "plover", "ftm", "wikidata", "stored_as", "contradicts", "comment")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Class:
    """A kind of thing. ``alignments`` maps a vocabulary of ``ALIGNMENTS`` to its term."""

    id: str
    label: str
    parents: tuple[str, ...]
    comment: str
    abstract: bool
    alignments: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation from a subject to an object.

    ``inverse`` is the name of the other direction, which is a relation of its own only where the
    ontology has one by that name. ``stored_as`` names the inverse that claims use instead;
    relations with it never occur in a graph. ``subject_kinds`` and ``object_kinds`` are the domain
    and the range with all their subclasses and the leniency of ``Ontology.allows``.
    """

    id: str
    label: str
    inverse: str
    parent: str | None
    domain: tuple[str, ...]
    range: tuple[str, ...]
    symmetric: bool
    sentiment: str
    sign: str
    plover: str | None
    ftm: str | None
    wikidata: tuple[str, ...]
    stored_as: str | None
    comment: str
    contradicts: tuple[str, ...] = ()
    """Relations that do not go with it between the same two, as its entry names them: see ``Ontology.opposed``."""
    subject_kinds: frozenset[str] = frozenset()
    object_kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ontology:
    """All classes and relations by id, in the order of the files."""

    classes: Mapping[str, Class]
    relations: Mapping[str, Relation]
    ancestors: Mapping[str, frozenset[str]] = field(repr=False)
    """Each class with itself and all classes above it."""

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Whether ``kind`` is ``ancestor`` or below it; a literal kind is only itself."""
        return kind == ancestor or ancestor in self.ancestors.get(kind, ())

    def below(self, kind: str) -> frozenset[str]:
        """The class ``kind`` and all classes below it.

        Raises:
            OntologyError: If there is no such class.
        """
        if kind not in self.classes:
            raise OntologyError(unknown("class", kind, self.classes))
        return frozenset(name for name, above in self.ancestors.items() if kind in above)

    def allows(self, relation: str, subject_kind: str, object_kind: str) -> bool:
        """Whether the domain and the range admit these kinds.

        An object of kind ``Thing`` (a noun phrase of no known kind) or ``Topic`` is admitted
        wherever the range has one of the two; a subject must be of a known kind of the domain.

        Raises:
            OntologyError: If there is no such relation.
        """
        known = self.relation(relation)
        return subject_kind in known.subject_kinds and object_kind in known.object_kinds

    def is_symmetric(self, relation: str) -> bool:
        """Whether ``relation`` says the same from either end; an unknown one does not."""
        known = self.relations.get(relation)
        return known is not None and known.symmetric

    def lineage(self, relation: str) -> tuple[str, ...]:
        """``relation`` and the relations above it, from below: who endorses supports."""
        found = [relation]
        while (known := self.relations.get(found[-1])) is not None and known.parent is not None:
            found.append(known.parent)
        return tuple(found)

    def opposed(self, relation: str) -> frozenset[str]:
        """The relations that ``relation``, or one above it, contradicts, whichever of the two entries says so."""
        own = self.lineage(relation)
        named = {
            each for above in own if above in self.relations for each in self.relations[above].contradicts
        }
        return frozenset(
            other.id
            for other in self.relations.values()
            for above in self.lineage(other.id)
            if above in named or not set(self.relations[above].contradicts).isdisjoint(own)
        )

    def relation(self, relation: str) -> Relation:
        """The relation of that id; raises ``OntologyError`` with the nearest known one."""
        try:
            return self.relations[relation]
        except KeyError:
            raise OntologyError(unknown("relation", relation, self.relations)) from None


def unknown(what: str, word: str, known: Collection[str]) -> str:
    """The message for a ``word`` that names no ``what``, with the nearest one that exists."""
    return f"unknown {what} `{word}`" + near_miss(word, known)


@functools.cache
def load_ontology(folder: Path | None = None) -> Ontology:
    """The ontology of ``folder``, or the one that comes with the package; read once.

    Raises:
        OntologyError: If an entry is wrong; the message gives ``file:line``.
    """
    folder = folder or ontology_folder()
    class_entries = _by_id(folder / "classes", "class")
    classes = {name: _make_class(entry, class_entries) for name, entry in class_entries.items()}
    ancestors = {name: _ancestors(name, classes, class_entries[name]) for name in classes}
    relation_entries = _by_id(folder / "relations", "relation")
    relations = {name: _make_relation(entry, ancestors) for name, entry in relation_entries.items()}
    for name, entry in relation_entries.items():
        _check_family(relations[name], relations, entry)
    return Ontology(
        classes=MappingProxyType(classes),
        relations=MappingProxyType(relations),
        ancestors=MappingProxyType(ancestors),
    )


def _by_id(folder: Path, what: str) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in iter_entries(folder):
        name = entry.text("id")
        if name in found:
            raise entry.error(f"{what} `{name}` stands already at {found[name].where}")
        found[name] = entry
    return found


def _make_class(entry: Entry, known: Collection[str]) -> Class:
    entry.check_keys(_CLASS_KEYS, ("id", "label", "comment"))
    parents = entry.texts("parent")
    for parent in parents:
        if parent not in known:
            raise entry.error(unknown("class", parent, known))
    alignments = entry.values.get("alignments") or {}
    for vocabulary in alignments:
        if vocabulary not in ALIGNMENTS:
            raise entry.error(unknown("vocabulary", vocabulary, ALIGNMENTS))
    return Class(
        id=entry.text("id"),
        label=entry.text("label"),
        parents=parents,
        comment=entry.text("comment"),
        abstract=entry.values.get("abstract") is True,
        alignments=MappingProxyType(dict(alignments)),
    )


def _ancestors(name: str, classes: Mapping[str, Class], entry: Entry) -> frozenset[str]:
    found: set[str] = set()
    pending = [name]
    while pending:
        current = pending.pop()
        for parent in classes[current].parents:
            if parent == name:
                raise entry.error(f"class `{name}` is above itself; mend its `parent`")
            if parent not in found:
                pending.append(parent)
        found.add(current)
    return frozenset(found)


def _make_relation(entry: Entry, ancestors: Mapping[str, frozenset[str]]) -> Relation:
    entry.check_keys(
        _RELATION_KEYS, ("id", "label", "inverse", "domain", "range", "sentiment", "sign", "comment")
    )
    for key, known in (("sentiment", SENTIMENTS), ("sign", SIGNS), ("plover", PLOVER)):
        value = entry.text(key) if entry.values.get(key) else None
        if value is not None and value not in known:
            raise entry.error(unknown(key, value, known))
    domain, range_ = entry.texts("domain"), entry.texts("range")
    for kind in domain:
        if kind not in ancestors:
            raise entry.error(unknown("class", kind, ancestors))
    for kind in range_:
        if kind not in ancestors and kind not in LITERALS:
            raise entry.error(unknown("class or literal", kind, [*ancestors, *LITERALS]))
    return Relation(
        id=entry.text("id"),
        label=entry.text("label"),
        inverse=entry.text("inverse"),
        parent=entry.text("parent") or None,
        domain=domain,
        range=range_,
        symmetric=entry.values.get("symmetric") is True,
        sentiment=entry.text("sentiment"),
        sign=entry.text("sign"),
        plover=entry.text("plover") or None,
        ftm=entry.text("ftm") or None,
        wikidata=entry.texts("wikidata"),
        stored_as=entry.text("stored_as") or None,
        comment=entry.text("comment"),
        contradicts=entry.texts("contradicts"),
        subject_kinds=_with_subclasses(domain, ancestors),
        object_kinds=_object_kinds(range_, ancestors),
    )


def _with_subclasses(kinds: Collection[str], ancestors: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return frozenset(kind for kind, above in ancestors.items() if not above.isdisjoint(kinds))


def _object_kinds(kinds: tuple[str, ...], ancestors: Mapping[str, frozenset[str]]) -> frozenset[str]:
    found = set(_with_subclasses(kinds, ancestors)) | (LITERALS & set(kinds))
    found |= {special for special, literal in _LITERAL_OF.items() if literal in kinds}
    if not found.isdisjoint({"Topic", "Thing"}):
        found |= {"Topic", "Thing"}
    return frozenset(found)


def _check_family(relation: Relation, relations: Mapping[str, Relation], entry: Entry) -> None:
    """The parent exists and is no narrower; inverses that are relations name each other."""
    for name in (relation.parent, relation.stored_as, *relation.contradicts):
        if name is not None and name not in relations:
            raise entry.error(unknown("relation", name, relations))
    if relation.parent is not None:
        parent = relations[relation.parent]
        beyond = (relation.subject_kinds - parent.subject_kinds) | (
            relation.object_kinds - parent.object_kinds
        )
        if beyond:
            kinds = ", ".join(sorted(beyond))
            raise entry.error(
                f"`{relation.id}` admits {kinds}, its parent `{parent.id}` not; widen the parent"
            )
    other = relations.get(relation.inverse)
    if other is not None and other.inverse != relation.id:
        raise entry.error(
            f"the inverse `{other.id}` calls `{other.inverse}` its own inverse, not `{relation.id}`"
        )
    if relation.symmetric != (relation.inverse == relation.id):
        raise entry.error("a symmetric relation, and no other, is its own `inverse`")
