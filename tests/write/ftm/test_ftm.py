"""FollowTheMoney: entities by its own rules, and nothing that is not established as an edge."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Amount, Modality, Polarity, TimeExpression
from sociogram.write.ftm import values as ftm_values
from sociogram.write.ftm.entities import iter_entities, write_entities
from sociogram.write.ftm.schemata import BELOW, actor_schema, find_edge
from support.made_readings import Paper, Resources
from support.sample_graphs import HOSTILE, hostile_graph, lonely_graph, sample_graph

Entity = dict[str, Any]


def every_relation_graph() -> Graph:
    """Each relation between two actors of each pair of kinds that it admits first."""
    ontology = load_ontology()
    paper = Paper("all", published="2024-05-01")
    chains: dict[tuple[str, str], int] = {}
    for relation in ontology.relations.values():
        if relation.stored_as is not None:
            continue
        for subject in sorted(relation.subject_kinds - {"Thing", "Actor"})[::4]:
            for target in sorted(relation.object_kinds & set(ontology.classes) - {"Thing", "Actor"})[::4]:
                ends = [
                    chains.setdefault((kind, side), paper.chain(f"{side} Acme {kind}", kind))
                    if (kind, side) not in chains
                    else chains[(kind, side)]
                    for kind, side in ((subject, "Left"), (target, "Right"))
                ]
                quote = f"{relation.id} {subject} {target}"
                paper.says(ends[0], relation.id, ends[1], quote=quote, lemma=relation.id, trigger=relation.id)
    return make_graph([paper.reading()], (), Resources())


def nasty_graph() -> Graph:
    """Names, ids, dates, addresses and sums that a schema's types refuse."""
    papers = []
    for number, name in enumerate([HOSTILE, "\u4e2d\u56fd", '"', "x" * 5000, "\ud800", "  \x00 ", "Q\u200b"]):
        paper = Paper(f"../{name[:40]}/{number}", authors=(name,), published="2024-02-31")
        who, whom = paper.chain(f"{name} Ltd {number}", "Company"), paper.chain("\u202eAnn\u202c Lee")
        paper.says(whom, "paid", who, quote=f"{name} {number}" * 50, lemma=name, trigger=name,
                   amount=Amount(value=10.0**30, currency=name, qualifier=None, text=name),
                   time=TimeExpression(start="0033", end="9999-99", text=name))  # fmt: skip
        papers.append(paper)
    return make_graph([paper.reading() for paper in papers], (), Resources())


GRAPHS = {"sample": sample_graph, "hostile": hostile_graph, "lonely": lonely_graph, "nasty": nasty_graph,
          "every relation": every_relation_graph, "empty": lambda: make_graph([], (), Resources())}  # fmt: skip


def edges(graph: Graph) -> list[Entity]:
    return [entity for entity in iter_entities(graph, Counter()) if entity["id"].startswith("tie-")]


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_followthemoney_takes_every_entity_with_every_value(name: str) -> None:
    ftm = pytest.importorskip("followthemoney")
    entities = list(iter_entities(GRAPHS[name](), Counter()))
    schemata = {entity["id"]: ftm.model.get(entity["schema"]) for entity in entities}
    assert len(schemata) == len(entities)
    for entity in entities:
        schema = schemata[entity["id"]]
        proxy = ftm.model.get_proxy(entity, cleaned=False)
        schema.validate(entity)
        assert proxy.id == entity["id"]
        for key, values in entity["properties"].items():
            assert key in schema.properties, (schema.name, key)
            assert not schema.properties[key].stub
            assert len(proxy.get(key)) == len(values) > 0, (schema.name, key, values)
            assert all(len(value) <= schema.properties[key].max_length for value in values)
            if schema.properties[key].type.name == "entity":
                reached = [schemata[value] for value in values]
                assert all(one.is_a(schema.properties[key].range) for one in reached), (schema.name, key)


def test_the_tables_are_those_of_followthemoney() -> None:
    ftm = pytest.importorskip("followthemoney")
    ontology = load_ontology()
    used = {actor_schema(kind) for kind in ontology.classes} - {None} | {"Document", "Email"}
    for range_, below in BELOW.items():
        expected = {each for each in used if ftm.model.get(each).is_a(range_)}
        assert expected <= below, range_
        assert all(ftm.model.get(each).is_a(range_) for each in below)
    for relation in ontology.relations.values():
        assert relation.ftm is None or ftm.model.get(relation.ftm).edge, relation.id
        for subject in sorted(used, key=str):
            for target in sorted(used, key=str):
                edge = find_edge(relation, str(subject), str(target))
                schema = ftm.model.get(edge.schema)
                assert ftm.model.get(subject).is_a(schema.properties[edge.subject].range)
                assert ftm.model.get(target).is_a(schema.properties[edge.object].range)


def test_only_what_is_a_fact_becomes_an_edge_and_the_rest_is_counted(tmp_path: Path) -> None:
    graph = sample_graph()
    assert {entity["schema"] for entity in edges(graph)} == {"Payment", "Ownership"}
    assert write_entities(graph, tmp_path / "e.json") == {
        "ties that are only denied": 1,
        "ties that are only alleged, possible or wanted": 1,
        "ties to mere words": 2,
    }


@pytest.mark.parametrize("modality", [one for one in Modality if one not in {"asserted", "reported"}])
def test_what_is_not_held_as_fact_is_no_edge_and_no_property(modality: Modality) -> None:
    paper = Paper("a")
    lee, acme = paper.chain("Ann Lee"), paper.chain("Acme", "Company")
    paper.says(lee, "owns", acme, modality=modality)
    paper.says(lee, "bornOn", None, literal=("Date", "1970-01-01"), modality=modality)
    paper.says(lee, "holdsPost", None, literal=("Post", "chief engineer of the port"), modality=modality)
    graph = make_graph([paper.reading()], (), Resources())
    assert edges(graph) == []
    (person,) = [entity for entity in iter_entities(graph, Counter()) if entity["schema"] == "Person"]
    assert not {"birthDate", "position"} & set(person["properties"])


def test_a_fact_that_others_deny_is_marked_as_disputed_with_the_denial_in_its_words() -> None:
    paper = Paper("a")
    lee, acme = paper.chain("Ann Lee"), paper.chain("Acme", "Company")
    paper.says(lee, "owns", acme, quote="Lee owns Acme.")
    paper.says(lee, "owns", acme, quote="Lee never owned Acme.", polarity=Polarity.DENIED)
    (edge,) = edges(make_graph([paper.reading()], (), Resources()))
    properties = edge["properties"]
    assert properties["status"] == ["disputed"]
    assert properties["summary"] == ["disputed; claims that affirm: 1; that deny: 1; independent sources: 1"]
    assert properties["description"] == [
        "(asserted, Title of a) “Lee owns Acme.”",
        "(denied, Title of a) “Lee never owned Acme.”",
    ]


def one_edge(subject: str, relation: str, target: str, **more: Any) -> tuple[str, dict[str, Any]]:
    paper = Paper("a", published="2024-05-01")
    names = {"Person": "Ann Lee", "Company": "Acme", "Country": "France", "Letter": "the Bern letter"}
    other = {**names, "Person": "Bob Ray", "Company": "Bright Ltd"}
    paper.says(paper.chain(names[subject], subject), relation, paper.chain(other[target], target), **more)
    (edge,) = edges(make_graph([paper.reading()], (), Resources()))
    return edge["schema"], edge["properties"]


@pytest.mark.parametrize(
    ("subject", "relation", "target", "schema", "source", "end"),
    [
        ("Person", "owns", "Company", "Ownership", ("owner", "ann-lee"), ("asset", "bright-ltd")),
        ("Company", "subsidiaryOf", "Company", "Ownership", ("asset", "acme"), ("owner", "bright-ltd")),
        ("Company", "employs", "Person", "Employment", ("employer", "acme"), ("employee", "bob-ray")),
        ("Person", "parentOf", "Person", "Family", ("relative", "ann-lee"), ("person", "bob-ray")),
        ("Person", "succeeded", "Person", "Succession", ("successor", "ann-lee"), ("predecessor", "bob-ray")),
        ("Person", "headOfState", "Country", "Occupancy", ("holder", "ann-lee"), ("post", "headOfState-france")),
        ("Person", "promisedFunding", "Company", "UnknownLink", ("subject", "ann-lee"), ("object", "bright-ltd")),
        ("Person", "paid", "Company", "Payment", ("payer", "ann-lee"), ("beneficiary", "bright-ltd")),
        ("Letter", "sentTo", "Person", "Documentation", ("document", "bern-letter"), ("entity", "bob-ray")),
    ],
)  # fmt: skip
def test_each_relation_has_its_schema_and_the_right_direction(
    subject: str, relation: str, target: str, schema: str, source: tuple[str, str], end: tuple[str, str]
) -> None:
    found, properties = one_edge(subject, relation, target)
    assert found == schema
    ids = [properties[name][0].partition("-")[2] for name, _ in (source, end)]
    assert ids == [source[1], end[1]]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("1977-01-01", "1977-12-31", {"date": ["1977"]}),
        ("2024-05-01", "2024-05-31", {"date": ["2024-05"]}),
        ("2024-05-03", "2024-05-03", {"date": ["2024-05-03"]}),
        ("2005-01-01", "2021-12-31", {"startDate": ["2005"], "endDate": ["2021"]}),
        ("2023", None, {"date": ["2023"]}),
        ("0033", "9999-99", {}),
    ],
)
def test_a_year_is_no_beginning_and_end(start: str, end: str | None, expected: dict[str, list[str]]) -> None:
    _, properties = one_edge(
        "Person", "owns", "Company", time=TimeExpression(start=start, end=end, text="then")
    )
    assert {key: properties[key] for key in ("date", "startDate", "endDate") if key in properties} == expected


def test_a_payment_has_its_sum_and_its_evidence() -> None:
    amount = Amount(value=2.5e6, currency="USD", qualifier=None, text="$2.5 million")
    _, properties = one_edge("Person", "paid", "Company", amount=amount, quote="Lee paid Bright.")
    assert (properties["amount"], properties["currency"]) == (["2500000"], ["USD"])
    assert properties["proof"] == ["document-a"]
    assert properties["description"] == ["(asserted, Title of a, 2024-05-01) “Lee paid Bright.”"]


def test_sums_in_two_currencies_are_in_the_words_alone() -> None:
    paper = Paper("a")
    lee, acme = paper.chain("Ann Lee"), paper.chain("Acme", "Company")
    for currency in ("USD", "EUR"):
        paper.says(lee, "paid", acme, amount=Amount(value=1, currency=currency, qualifier=None, text="one"))
    (edge,) = edges(make_graph([paper.reading()], (), Resources()))
    assert not {"amount", "currency"} & set(edge["properties"])


def test_ids_are_ones_that_entities_may_have_and_none_stands_twice() -> None:
    for graph in (nasty_graph(), hostile_graph(), every_relation_graph()):
        ids = [entity["id"] for entity in iter_entities(graph, Counter())]
        assert max(Counter(ids).values()) == 1
        assert all(re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?", each) for each in ids)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "http://",
        "http://a b.org/",
        "http://u:p@a.org/",
        "ftp://a.org/",
        "http://[::1",
        "x",
    ],
)
def test_what_is_no_address_of_a_page_is_no_source_url(text: str) -> None:
    assert ftm_values.url(text) == ""


def test_entities_are_one_a_line_with_a_mention_for_each_document_and_actor(tmp_path: Path) -> None:
    write_entities(sample_graph(), tmp_path / "e.json")
    entities = [json.loads(line) for line in (tmp_path / "e.json").read_text(encoding="utf-8").splitlines()]
    mentions = [entity["properties"] for entity in entities if entity["schema"] == "Mention"]
    assert {(one["document"][0], one["resolved"][0]) for one in mentions} >= {
        ("document-a", "actor-ann-varga"),
        ("document-b", "actor-ann-varga"),
    }
