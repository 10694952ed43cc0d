"""SHACL shapes for claims, ties, actors, documents and facts, in Turtle.

Kinds are listed with all their subclasses, so that validation needs no inference and no ontology
beside the data; the lists are those of ``Ontology.allows``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from sociogram.knowledge.ontology import LITERALS, Ontology, Relation
from sociogram.knowledge.publish.owl import GENERATED, individual, prefix_lines, quote
from sociogram.knowledge.tone import Tone
from sociogram.model import Modality, Polarity

_PREFIXES = ("sh", "rdf", "rdfs", "xsd", "oa", "prov", "dcterms", "soc")
_STRING = "sh:datatype xsd:string"
_COUNT = "sh:datatype xsd:integer ; sh:minInclusive 0"
_DATE = "sh:or ( [ sh:datatype xsd:date ] [ sh:datatype xsd:gYearMonth ] [ sh:datatype xsd:gYear ] )"
_SHARE = "sh:minInclusive 0 ; sh:maxInclusive 1"


def write_shapes(ontology: Ontology) -> str:
    """All shapes, in the order of the ontology's entries."""
    relations = [one.id for one in ontology.relations.values() if one.stored_as is None]
    parts = [
        f"# {GENERATED}",
        prefix_lines(_PREFIXES),
        _claim(relations),
        _tie(relations),
        _role(),
        _target(),
        _actor(ontology),
        _document(),
        _run(),
        *_iter_facts(ontology),
    ]
    return "\n\n".join(parts) + "\n"


def _shape(name: str, target: str, properties: list[str], closing: str = "") -> str:
    lines = [f"a sh:NodeShape ; {target}", *(f"sh:property [ {one} ]" for one in properties)]
    return f"soc:{name}Shape " + " ;\n  ".join([*lines, *([closing] if closing else [])]) + " ."


def _one(path: str, what: str) -> str:
    return f"sh:path {path} ; sh:minCount 1 ; sh:maxCount 1 ; {what}"


def _at_most_one(path: str, what: str) -> str:
    return f"sh:path {path} ; sh:maxCount 1 ; {what}"


def _typed(names: Collection[str]) -> str:
    """Is of one of the classes ``names``; beside it, who asserts something is a prov:Agent too."""
    return f"sh:path rdf:type ; sh:qualifiedMinCount 1 ; sh:qualifiedValueShape [ {_in(names)} ]"


def _in(names: Collection[str]) -> str:
    return f"sh:in ( {' '.join(f'soc:{name}' for name in names)} )"


def _statement(relations: list[str]) -> list[str]:
    return [
        _one("rdf:subject", "sh:nodeKind sh:IRI"),
        _one("rdf:predicate", _in(relations)),
        "sh:path rdf:object ; sh:minCount 1 ; sh:maxCount 1",
        _one("soc:confidence", _SHARE),
        _one("soc:worth", _SHARE),
        _at_most_one("soc:tone", _in([individual(value) for value in Tone])),
    ]


def _claim(relations: list[str]) -> str:
    return _shape(
        "Claim",
        "sh:targetClass soc:Claim",
        [
            *_statement(relations),
            "sh:path rdf:type ; sh:hasValue prov:Entity",
            _one("soc:polarity", _in([value.capitalize() for value in Polarity])),
            _one("soc:modality", _in([value.capitalize() for value in Modality])),
            *(_one(f"soc:{name}", f"{_STRING} ; sh:minLength 1") for name in ("lemma", "trigger", "rule")),
            *(_at_most_one(f"soc:{name}", _DATE) for name in ("saidOn", "validFrom", "validTo")),
            "sh:path prov:wasAttributedTo ; sh:nodeKind sh:IRI ; sh:class prov:Agent",
            _at_most_one("soc:timeInherited", "sh:datatype xsd:boolean"),
            _at_most_one("soc:sayer", f"{_STRING} ; sh:minLength 1"),
            _at_most_one("soc:sayerKind", 'sh:in ( "author" "outlet" "document" )'),
            _at_most_one("soc:review", 'sh:in ( "right" )'),
            *(
                _at_most_one(f"soc:{name}", f"{_STRING} ; sh:minLength 1")
                for name in ("reviewedBy", "reviewNote")
            ),
            _at_most_one("soc:reviewedOn", "sh:datatype xsd:date"),
            f"sh:path soc:contestedBy ; {_STRING}",
            _at_most_one("soc:gravity", _SHARE),
            _at_most_one("soc:gravityTopic", f"{_STRING} ; sh:minLength 1"),
            _one("prov:wasQuotedFrom", "sh:nodeKind sh:IRI ; sh:class soc:Document"),
            _one("prov:wasGeneratedBy", "sh:nodeKind sh:IRI ; sh:class prov:Activity"),
            _one("oa:hasTarget", "sh:node soc:TargetShape"),
            _one("soc:statement", "sh:nodeKind sh:IRI"),
            "sh:path soc:hasRole ; sh:nodeKind sh:IRI ; sh:class soc:Role",
        ],
    )


def _tie(relations: list[str]) -> str:
    return _shape(
        "Tie",
        "sh:targetClass soc:Tie",
        [
            *_statement(relations),
            *(_one(f"soc:{name}", _COUNT) for name in ("affirmed", "denied", "sources")),
            *(
                _at_most_one(f"soc:{name}", _COUNT)
                for name in ("outlets", "statedBy", "allegedBy", "negatedBy")
            ),
            _at_most_one("soc:standing", f"{_STRING} ; sh:minLength 1"),
            *(
                f"sh:path soc:{name} ; sh:nodeKind sh:IRI"
                for name in ("deniedBy", "changedBy", "contradictedBy")
            ),
            _at_most_one("soc:reviewed", _COUNT),
            *(_at_most_one(f"soc:{name}", _DATE) for name in ("firstSaid", "lastSaid")),
            "sh:path soc:hasClaim ; sh:minCount 1 ; sh:nodeKind sh:IRI",
        ],
    )


def _role() -> str:
    return _shape(
        "Role",
        "sh:targetClass soc:Role",
        [
            _one("soc:role", f"{_STRING} ; sh:minLength 1"),
            _one("rdf:value", f"{_STRING} ; sh:minLength 1"),
            _one("oa:start", f"{_COUNT} ; sh:lessThan oa:end"),
            _one("oa:end", _COUNT),
        ],
    )


def _target() -> str:
    selector = "sh:path oa:hasSelector ; sh:minCount 2 ; sh:maxCount 2"
    quote_shape = _shape(
        "Quote", "sh:targetClass oa:TextQuoteSelector", [_one("oa:exact", f"{_STRING} ; sh:minLength 1")]
    )
    position_shape = _shape(
        "Position",
        "sh:targetClass oa:TextPositionSelector",
        [_one("oa:start", f"{_COUNT} ; sh:lessThan oa:end"), _one("oa:end", _COUNT)],
    )
    target = _shape(
        "Target", "sh:nodeKind sh:BlankNodeOrIRI", [_one("oa:hasSource", "sh:nodeKind sh:IRI"), selector]
    )
    return "\n\n".join([target, quote_shape, position_shape])


def _actor(ontology: Ontology) -> str:
    targets = ", ".join(f"soc:{kind}" for kind in ontology.classes)
    return _shape(
        "Actor",
        f"sh:targetClass {targets}",
        [
            _one("rdfs:label", "sh:minLength 1"),
            f"{_typed(ontology.classes)} ; sh:qualifiedMaxCount 1",
            f"sh:path soc:candidate ; {_STRING} ; sh:minLength 1",
        ],
        "sh:nodeKind sh:IRI",
    )


def _document() -> str:
    return _shape(
        "Document",
        "sh:targetClass soc:Document",
        [
            _one("dcterms:identifier", f"{_STRING} ; sh:minLength 1"),
            _one("dcterms:source", f"{_STRING} ; sh:minLength 1"),
            _at_most_one("dcterms:title", _STRING),
            _one("soc:start", _COUNT),
            _one("soc:end", _COUNT),
            f"sh:path soc:recognisedPage ; {_COUNT}",
            _at_most_one("soc:recognitionConfidence", _SHARE),
            'sh:path soc:fromFileName ; sh:in ( "published" "publisher" )',
            "sh:path prov:wasAttributedTo ; sh:nodeKind sh:IRI ; sh:class prov:Agent",
            "sh:path rdf:type ; sh:hasValue prov:Entity",
        ],
    )


def _run() -> str:
    return _shape(
        "Run",
        "sh:targetClass prov:Activity",
        [
            "sh:path prov:wasAssociatedWith ; sh:minCount 1 ; sh:nodeKind sh:IRI ; sh:class prov:Agent",
            "sh:path prov:used ; sh:nodeKind sh:IRI ; sh:class prov:Entity",
            "sh:path soc:version ; sh:maxCount 1 ; sh:datatype xsd:string",
        ],
    )


def _iter_facts(ontology: Ontology) -> Iterator[str]:
    """For each relation who may stand at its two ends, where the ontology leaves anything out."""
    for relation in ontology.relations.values():
        if relation.stored_as is not None:
            yield (
                f"soc:{relation.id}Shape a sh:NodeShape ; sh:targetSubjectsOf soc:{relation.id} ;\n"
                f"  sh:property [ sh:path soc:{relation.id} ; sh:maxCount 0 ;\n"
                f"    sh:message {quote(f'never stored; use {relation.stored_as} the other way round')} ] ."
            )
            continue
        subjects = _kinds(ontology, relation.subject_kinds)
        if len(subjects) < len(ontology.classes):
            yield _shape(
                f"{relation.id}Subject",
                f"sh:targetSubjectsOf soc:{relation.id}",
                [_typed(subjects)],
            )
        objects = _object_shape(ontology, relation)
        if objects:
            target = f"sh:targetObjectsOf soc:{relation.id}"
            yield f"soc:{relation.id}ObjectShape a sh:NodeShape ; {target} ;\n  {objects} ."


def _kinds(ontology: Ontology, kinds: frozenset[str]) -> list[str]:
    return [kind for kind in ontology.classes if kind in kinds]


def _object_shape(ontology: Ontology, relation: Relation) -> str:
    kinds = _kinds(ontology, relation.object_kinds)
    literal = not LITERALS.isdisjoint(relation.object_kinds)
    if not kinds:
        return "sh:nodeKind sh:Literal"
    node = f"sh:property [ {_typed(kinds)} ]"
    if len(kinds) == len(ontology.classes):
        return "" if literal else "sh:nodeKind sh:IRI"
    return f"sh:or ( [ sh:nodeKind sh:Literal ] [ {node} ] )" if literal else node
