"""The generated OWL, SHACL and JSON-LD parse and are up to date; the shapes find what is wrong."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pyshacl
import pytest
import rdflib
from click.testing import CliRunner

from sociogram.knowledge.folders import ontology_folder
from sociogram.knowledge.namespaces import PREFIXES, SOC
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.publish.__main__ import find_stale, generate_files, main

if TYPE_CHECKING:
    from pathlib import Path

CLAIM = """
claim:1 a soc:Claim, prov:Entity ;
  rdf:subject actor:ann-lee ; rdf:predicate soc:funded ; rdf:object actor:green-campaign ;
  soc:polarity soc:Affirmed ; soc:modality soc:Asserted ; soc:confidence 0.86 ; soc:worth 0.7 ;
  soc:tone soc:MaterialCooperation ; soc:statement statement:s1 ; soc:hasRole claim:1-role-1 ;
  soc:lemma "fund" ; soc:trigger "funded" ; soc:rule "fund.active@1" ;
  soc:saidOn "2025-03-12"^^xsd:date ;
  prov:wasAttributedTo actor:bob-stone ; prov:wasQuotedFrom doc:d1 ; prov:wasGeneratedBy run:r1 ;
  oa:hasTarget claim:1-target .
claim:1-role-1 a soc:Role ; soc:role "time" ; rdf:value "in May" ; oa:start 22 ; oa:end 28 .
claim:1-target oa:hasSource doc:d1 ; oa:hasSelector claim:1-quote, claim:1-position .
claim:1-quote a oa:TextQuoteSelector ; oa:exact "Ann Lee funded the campaign." .
claim:1-position a oa:TextPositionSelector ; oa:start 0 ; oa:end 28 .
"""
REST = """
tie:1 a soc:Tie ; rdf:subject actor:ann-lee ; rdf:predicate soc:funded ; rdf:object actor:green-campaign ;
  soc:affirmed 1 ; soc:denied 0 ; soc:sources 1 ; soc:confidence 0.86 ; soc:worth 0.7 ; soc:hasClaim claim:1 .
actor:ann-lee a soc:Person ; rdfs:label "Ann Lee" ; soc:funded actor:green-campaign .
actor:green-campaign a soc:Campaign ; rdfs:label "Green campaign" .
doc:d1 a soc:Document, prov:Entity ; dcterms:identifier "d1" ; dcterms:source "d1.txt" ; soc:start 0 ; soc:end 28 .
run:r1 a prov:Activity ; prov:used doc:d1 ; prov:wasAssociatedWith run:sociogram .
run:sociogram a prov:Agent .
actor:bob-stone a prov:Agent .
"""
GOOD = CLAIM + REST


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(ontology_folder() / "shapes.ttl")


def _conforms(turtle: str) -> bool:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    data = rdflib.Graph().parse(data=prefixes + turtle, format="turtle")
    conforms, _, _ = pyshacl.validate(data, shacl_graph=_shapes(), inference="none")
    return bool(conforms)


def test_generated_files_are_up_to_date() -> None:
    assert find_stale(generate_files(load_ontology()), ontology_folder().parent) == []


def test_check_names_the_file_that_is_not_up_to_date(tmp_path: Path) -> None:
    stale = find_stale({"shapes.ttl": "new\n"}, tmp_path)
    assert stale == ["shapes.ttl: +new"]


def test_command_checks() -> None:
    result = CliRunner().invoke(main, ["--check"])
    assert (result.exit_code, "up to date" in result.output) == (0, True)


def test_owl_has_every_class_and_relation() -> None:
    owl = rdflib.Graph().parse(ontology_folder() / "sociogram.ttl")
    ontology = load_ontology()
    named = {str(subject) for subject in owl.subjects()}
    assert {SOC + name for name in [*ontology.classes, *ontology.relations]} <= named


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")  # its own reader uses what it deprecates
def test_context_reads_a_claim() -> None:
    context = json.loads((ontology_folder() / "context.jsonld").read_text(encoding="utf-8"))
    text = json.dumps({**context, "id": "tie:1", "type": "soc:Tie", "hasClaim": "claim:1", "affirmed": 2})
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=text, format="json-ld")
    claim = rdflib.URIRef(PREFIXES["claim"] + "1")
    assert (None, rdflib.URIRef(SOC + "hasClaim"), claim, None) in dataset


def test_good_claim_conforms() -> None:
    assert _conforms(GOOD)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("soc:modality soc:Asserted ;", ""),
        ("soc:Affirmed", "soc:Asserted"),
        ("rdf:predicate soc:funded", "rdf:predicate soc:worksFor"),
        ("soc:confidence 0.86", "soc:confidence 1.5"),
        ("; oa:hasSelector claim:1-quote, claim:1-position", ""),
        ("oa:start 0", "oa:start 40"),
        ('oa:exact "Ann Lee funded the campaign."', 'oa:exact ""'),
        ("soc:hasClaim claim:1", "soc:genre 'x'"),
        ("a soc:Person", "a soc:Topic"),
        ('rdfs:label "Ann Lee" ;', ""),
        ('dcterms:source "d1.txt" ;', ""),
        ("soc:funded actor:green-campaign .", "soc:worksFor actor:green-campaign ."),
        ("soc:funded actor:green-campaign .", "soc:marriedTo actor:green-campaign ."),
        ('"2025-03-12"^^xsd:date', '"spring"'),
        ("a soc:Claim, prov:Entity", "a soc:Claim"),
        ("prov:wasAssociatedWith run:sociogram", "rdfs:label 'x'"),
        ("run:sociogram a prov:Agent .", ""),
        ("actor:bob-stone a prov:Agent .", ""),
        ("prov:used doc:d1", "prov:used run:sociogram"),
        ("a soc:Person", "a soc:Person, soc:Company"),
        ("soc:worth 0.7 ;", "soc:worth 7 ;"),
        ("soc:worth 0.7 ;", ""),
        ("soc:MaterialCooperation", "soc:Affirmed"),
        ("soc:statement statement:s1 ;", ""),
        ("oa:start 22", "oa:start 29"),
        ("a soc:Role ;", ""),
        ('soc:role "time" ;', ""),
    ],
)
def test_what_is_wrong_does_not_conform(right: str, wrong: str) -> None:
    assert right in GOOD
    assert not _conforms(GOOD.replace(right, wrong, 1))
