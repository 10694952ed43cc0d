"""The JSON-LD context and the reference page of the ontology."""

from __future__ import annotations

import json

from sociogram.knowledge.namespaces import ACTOR, CLAIM, DOC, PREFIXES, SOC, STATEMENT, TIE
from sociogram.knowledge.ontology import LITERALS, Class, Ontology, Relation
from sociogram.knowledge.publish.owl import GENERATED, PROPERTIES

_TYPED = {"xsd:decimal", "xsd:integer"}


def write_context(ontology: Ontology) -> str:
    """A JSON-LD 1.1 context in which every class, relation and property is a plain word."""
    context: dict[str, object] = {"@version": 1.1, **PREFIXES, "id": "@id", "type": "@type"}
    for name in ontology.classes:
        context[name] = f"soc:{name}"
    for relation in ontology.relations.values():
        literal = not LITERALS.isdisjoint(relation.range)
        context[relation.id] = (
            f"soc:{relation.id}" if literal else {"@id": f"soc:{relation.id}", "@type": "@id"}
        )
    for one in PROPERTIES:
        term: dict[str, str] = {"@id": f"soc:{one.name}"}
        if one.is_object:
            term["@type"] = "@id"
        elif one.range in _TYPED:
            term["@type"] = one.range
        context[one.name] = term if len(term) > 1 else f"soc:{one.name}"
    return json.dumps({"@context": context}, indent=2, ensure_ascii=False) + "\n"


def write_reference(ontology: Ontology) -> str:
    """The page ``docs/ontology.md``."""
    parts = [
        "# Ontology reference",
        f"<!-- {GENERATED} -->",
        _INTRODUCTION,
        "## Classes",
        _classes(ontology),
        "## Relations",
        f"{len(ontology.relations)} relations; the sentence to read is *subject* label *object*.",
    ]
    for sentiment in dict.fromkeys(one.sentiment for one in ontology.relations.values()):
        rows = [one for one in ontology.relations.values() if one.sentiment == sentiment]
        parts += [f"### {sentiment.capitalize()}", _relations(rows)]
    parts += ["## Properties of claims, ties, actors and documents", _properties()]
    return "\n\n".join(parts) + "\n"


_INTRODUCTION = f"""\
| prefix | namespace |
|---|---|
| `soc:` | `{SOC}` |
| `actor:` | `{ACTOR}` |
| `doc:` | `{DOC}` |
| `claim:` | `{CLAIM}` |
| `tie:` | `{TIE}` |
| `statement:` | `{STATEMENT}` |

The single source is `ontology/classes/*.yaml` and `ontology/relations/*.yaml`; `python -m
sociogram.knowledge.publish` writes this page, `ontology/sociogram.ttl` (OWL), `ontology/shapes.ttl`
(SHACL) and `ontology/context.jsonld` from it, and with `--check` says whether they are up to date.

A *claim* is what one sentence of one document says. A *tie* groups the claims with the same
subject, relation and object; `soc:standing` and the properties below say which outlets state it, who denies it and
what contradicts it (`sociogram.graph.standing`). A plain triple of the relation stands in the graph `soc:facts`
only where at least one claim affirms the tie as asserted or reported. Of a pair of
inverse relations one is stored; the other is a way to read it. `Date`, `Quantity` and `Text` are
literals. Claims of one predicate share a *statement*; what it tells beside subject and object are the
claim's *roles*. An object of no known kind (`Thing`) is admitted where the range has `Topic` or `Thing`."""


def _classes(ontology: Ontology) -> str:
    rows = ["| class | below | what it is | alignments |", "|---|---|---|---|"]
    rows += [_class_row(one) for one in ontology.classes.values()]
    return "\n".join(rows)


def _class_row(one: Class) -> str:
    alignments = ", ".join(
        f"{vocabulary} {term}" if vocabulary in {"ftm", "wikidata"} else term
        for vocabulary, term in one.alignments.items()
    )
    name = f"*{one.id}* (abstract)" if one.abstract else f"`{one.id}`"
    return f"| {name} | {', '.join(one.parents)} | {one.comment} | {alignments} |"


def _relations(relations: list[Relation]) -> str:
    rows = [
        "| relation | label | inverse | subject | object | sign | PLOVER | FtM | Wikidata | what it says |",
        "|---|---|---|---|---|---|---|---|---|---|",
    ]
    rows += [_relation_row(one) for one in relations]
    return "\n".join(rows)


def _relation_row(one: Relation) -> str:
    below = f" ⊂ {one.parent}" if one.parent else ""
    inverse = "symmetric" if one.symmetric else one.inverse
    cells = (
        f"`{one.id}`{below}",
        one.label,
        inverse,
        ", ".join(one.domain),
        ", ".join(one.range),
        one.sign,
        one.plover or "",
        one.ftm or "",
        ", ".join(one.wikidata),
        one.comment + (f" Contradicts {' and '.join(one.contradicts)}." if one.contradicts else ""),
    )
    return f"| {' | '.join(cells)} |"


def _properties() -> str:
    rows = ["| property | of | value | what it says |", "|---|---|---|---|"]
    rows += [
        f"| `soc:{one.name}` | {one.domain.removeprefix('soc:')} | {one.range or 'date'} | {one.comment} |"
        for one in PROPERTIES
    ]
    return "\n".join(rows)
