"""The pages that a browser gets: the explorer and the query page.

Scripts and styles are the package's own bundles, named by fixed names.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape
from typing import Any

from starlette.responses import Response

from sociogram.knowledge.namespaces import PREFIXES, SOC
from sociogram.knowledge.ontology import load_ontology
from sociogram.rdf.questions.catalogue import Question, load_questions
from sociogram.serve.http.html import PLAIN_STYLE, html_page
from sociogram.write.explorer.data import to_json
from sociogram.write.files.page_assets import has_asset, read_asset
from sociogram.write.picture.colours import kind_group

_EXPLORER = ("sociogram.write.explorer", "explorer")
_QUERY = ("sociogram.serve.explorer", "query")
_EXAMPLES = (
    (
        "Who funds whom, and how many claims say so?",
        "SELECT ?subject ?object ?claims WHERE {\n"
        "  ?tie a soc:Tie ; rdf:subject ?s ; rdf:predicate soc:funded ; rdf:object ?o ; soc:affirmed ?claims .\n"
        "  ?s rdfs:label ?subject . ?o rdfs:label ?object .\n}\nORDER BY DESC(?claims)\nLIMIT 100",
    ),
    (
        "What is denied, in which words?",
        "SELECT ?subject ?relation ?object ?quote WHERE {\n"
        "  ?claim soc:polarity soc:Denied ; rdf:subject ?s ; rdf:predicate ?relation ; rdf:object ?o ;\n"
        "    oa:hasTarget/oa:hasSelector/oa:exact ?quote .\n"
        "  ?s rdfs:label ?subject . ?o rdfs:label ?object .\n}\nLIMIT 100",
    ),
    (
        "The stated ties as a network",
        "CONSTRUCT { ?s ?p ?o . ?s rdfs:label ?sn . ?o rdfs:label ?on } WHERE {\n"
        "  GRAPH soc:facts { ?s ?p ?o }\n  ?s rdfs:label ?sn . ?o rdfs:label ?on .\n}\nLIMIT 200",
    ),
    (
        "How many documents say something about each actor?",
        "SELECT ?actor (COUNT(DISTINCT ?document) AS ?documents) WHERE {\n"
        "  ?a soc:mentionedIn ?document ; rdfs:label ?actor .\n}\nGROUP BY ?a ?actor\n"
        "ORDER BY DESC(?documents)\nLIMIT 50",
    ),
)


def explorer_page(data: str) -> Response:
    """The explorer with ``data`` in its island."""
    words = "This page needs JavaScript. <a href='/query'>The query page</a> works without."
    return _page(_EXPLORER, f'<script type="application/json" id="data">{data}</script>', words)


def query_page(island: Mapping[str, Any]) -> Response:
    """The page for queries; without its script, or without scripts at all, a form."""
    inner = f'<script type="application/json" id="query">{to_json(dict(island))}</script>'
    return _page(_QUERY, inner, _query_form())


def query_island(*, title: str, generation: str, writable: bool) -> dict[str, Any]:
    """What the query page needs to know."""
    ontology = load_ontology()
    return {
        "questions": [_question(question) for question in load_questions().values()],
        "prefixes": PREFIXES,
        "examples": [{"title": title, "sparql": sparql} for title, sparql in _EXAMPLES],
        "generation": generation,
        "terms": _terms(),
        "kinds": [[one.id, one.label, kind_group(one.id)] for one in ontology.classes.values()],
        "title": title,
        "writable": writable,
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "name": question.name,
        "title": question.title,
        "usage": question.usage,
        "sparql": question.sparql,
        "parameters": [
            {"name": name, "required": place < question.required}
            for place, name in enumerate(question.parameters)
        ],
    }


@cache
def _terms() -> list[dict[str, str]]:
    """Classes, relations and the properties of claims and ties, for completion."""
    ontology = load_ontology()
    terms = [
        *(
            {"term": f"soc:{one.id}", "label": one.label, "kind": "class"}
            for one in ontology.classes.values()
        ),
        *(
            {"term": f"soc:{one.id}", "label": one.label, "kind": "relation", "sentiment": one.sentiment}
            for one in ontology.relations.values()
        ),
    ]
    known = {term["term"] for term in terms}
    terms += [
        {"term": term, "label": label, "kind": "property"} for term, label in _PROPERTIES if term not in known
    ]
    return terms


_PROPERTIES = (
    ("soc:Claim", "a claim: what one sentence says"),
    ("soc:Tie", "a tie: all claims of the same subject, relation and object"),
    ("soc:Document", "a document"),
    ("soc:Affirmed", "affirmed"),
    ("soc:Denied", "denied"),
    ("soc:Asserted", "asserted as a fact"),
    ("soc:Reported", "reported from others"),
    ("soc:Alleged", "alleged"),
    ("soc:Possible", "called possible"),
    ("soc:Hypothetical", "hypothetical"),
    ("soc:Intended", "intended"),
    ("soc:Demanded", "demanded"),
    ("soc:Predicted", "predicted"),
    ("soc:polarity", "affirmed or denied"),
    ("soc:modality", "how it is held"),
    ("soc:confidence", "confidence"),
    ("soc:worth", "how much an analyst wants to know it"),
    ("soc:tone", "words or deeds, for or against"),
    ("soc:VerbalCooperation", "words for somebody"),
    ("soc:Contact", "a meeting or talk, neither for nor against"),
    ("soc:MaterialCooperation", "deeds for somebody"),
    ("soc:VerbalConflict", "words against somebody"),
    ("soc:MaterialConflict", "deeds against somebody"),
    ("soc:statement", "what one predicate says, with all its claims"),
    ("soc:hasRole", "what else a predicate tells"),
    ("soc:role", "the name of such a part: topic, place …"),
    ("soc:lemma", "the verb's lemma"),
    ("soc:trigger", "the words of the relation"),
    ("soc:saidOn", "when it was said"),
    ("soc:validFrom", "from when it holds"),
    ("soc:validTo", "until when it holds"),
    ("soc:amount", "a sum"),
    ("soc:hasClaim", "a tie's claim"),
    ("soc:affirmed", "how many claims affirm a tie"),
    ("soc:denied", "how many claims deny a tie"),
    ("soc:standing", "how a tie stands: disputed, stated, alleged, denied …"),
    ("soc:outlets", "of how many outlets the claims of a tie are"),
    ("soc:statedBy", "how many outlets state a tie"),
    ("soc:deniedBy", "who denies a tie"),
    ("soc:changedBy", "who says both that it is so and that it is not"),
    ("soc:contradictedBy", "a tie that does not go with a tie"),
    ("soc:sources", "how many independent sources a tie has"),
    ("soc:firstSaid", "when a tie was first said"),
    ("soc:lastSaid", "when a tie was last said"),
    ("soc:mentionedIn", "the document that mentions an actor"),
    ("soc:facts", "the graph of the facts"),
    ("soc:actors", "the graph of the actors"),
    ("soc:ties", "the graph of the ties"),
    ("rdf:subject", "subject"),
    ("rdf:predicate", "relation"),
    ("rdf:object", "object"),
    ("rdfs:label", "name"),
    ("skos:altLabel", "other name"),
    ("dcterms:title", "title"),
    ("dcterms:source", "where a document comes from"),
    ("dcterms:issued", "when a document was published"),
    ("prov:wasAttributedTo", "who says so"),
    ("prov:wasQuotedFrom", "the document of a claim"),
    ("oa:hasTarget", "the words behind a claim"),
    ("oa:hasSelector", "quote or position"),
    ("oa:exact", "the words themselves"),
)


def _query_form() -> str:
    example = escape(_EXAMPLES[0][1])
    return (
        "<main><h1>SPARQL</h1><p>The prefixes of the case are known "
        f"(<code>soc:</code> is <code>{escape(SOC)}</code> …).</p>"
        "<form action='/sparql' method='get'><label for='sparql'>Query</label>"
        f"<textarea id='sparql' name='query' rows='12' spellcheck='false'>{example}</textarea>"
        "<p><button>Ask</button></p></form></main>"
    )


def _page(bundle: tuple[str, str], island: str, fallback: str) -> Response:
    package, name = bundle
    script, style = (_asset(package, f"bundle/{name}.{kind}") for kind in ("js", "css"))
    if not script:
        return html_page(fallback, "", PLAIN_STYLE)
    return html_page(f"<noscript>{fallback}</noscript>{island}<script>{script}</script>", script, style)


@cache
def _asset(package: str, path: str) -> str:
    """A script or style of the package; nothing where it has none."""
    return read_asset(package, path) if has_asset(package, path) else ""
