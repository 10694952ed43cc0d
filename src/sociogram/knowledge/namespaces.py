"""The namespaces of the graph: the project's own and those that it borrows."""

from __future__ import annotations

SOC = "https://sociogram.org/ontology#"
"""Classes, relations, and the properties of claims and ties."""
ACTOR = "https://sociogram.org/actor/"
DOC = "https://sociogram.org/document/"
CLAIM = "https://sociogram.org/claim/"
TIE = "https://sociogram.org/tie/"
STATEMENT = "https://sociogram.org/statement/"
GRAPH = "https://sociogram.org/graph/"
RUN = "https://sociogram.org/run/"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
SHACL = "http://www.w3.org/ns/shacl#"
FOAF = "http://xmlns.com/foaf/0.1/"
SCHEMA = "https://schema.org/"
ORG = "http://www.w3.org/ns/org#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
BIBO = "http://purl.org/ontology/bibo/"
WD = "http://www.wikidata.org/entity/"
WDT = "http://www.wikidata.org/prop/direct/"

PREFIXES: dict[str, str] = {
    "soc": SOC,
    "actor": ACTOR,
    "doc": DOC,
    "claim": CLAIM,
    "tie": TIE,
    "statement": STATEMENT,
    "graph": GRAPH,
    "run": RUN,
    "rdf": RDF,
    "rdfs": RDFS,
    "owl": OWL,
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "prov": PROV,
    "oa": OA,
    "sh": SHACL,
    "foaf": FOAF,
    "schema": SCHEMA,
    "org": ORG,
    "sem": SEM,
    "bibo": BIBO,
    "wd": WD,
    "wdt": WDT,
}
"""Prefix to namespace, in the order in which files declare them."""
