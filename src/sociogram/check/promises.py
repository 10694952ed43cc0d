"""Does a graph keep its promises? Offsets and quotes, ids, counts, domains and ranges, shapes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sociogram.graph.facts import is_fact, iter_facts
from sociogram.graph.records import load_graph
from sociogram.graph.ties import tie_ends
from sociogram.graph.values import Graph
from sociogram.knowledge.case_files import GRAPH_FILE
from sociogram.knowledge.folders import ontology_folder
from sociogram.knowledge.ontology import Ontology, load_ontology
from sociogram.model import Claim, Document, LiteralObject, Polarity, Tie

SHAPES_FILE = "shapes.ttl"
MOST_SHAPED = 400
"""Claims that the shapes are run on, evenly chosen: pySHACL needs about 5 ms and 100 kB for each."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is wrong: where, by id, and what."""

    where: str
    what: str


def check_case(folder: Path, *, shapes: bool = True, documents: Sequence[str] = ()) -> list[Finding]:
    """What is wrong in the case folder, its files compared with one another.

    Args:
        folder: A folder that a build wrote.
        shapes: Whether to run the SHACL shapes.
        documents: Where the documents are now; by default where they were read, if they are there still.
    """
    graph = load_graph(folder)
    findings = check_graph(graph, _read_texts(graph, documents), shapes=shapes)
    findings += _check_files(folder, graph)
    return findings


def check_graph(
    graph: Graph, texts: Mapping[str, str] | None = None, *, shapes: bool = True
) -> list[Finding]:
    """What is wrong in ``graph``, in the order of the checks.

    Args:
        graph: A graph.
        texts: The text of each file by document id, where it can be had.
        shapes: Whether to run the SHACL shapes.
    """
    findings = [*_check_ids(graph), *_check_claims(graph), *_check_ties(graph)]
    if all(claim in graph.claims_by_id for tie in graph.ties for claim in tie.claims):
        findings += _check_facts(graph)
    findings += _check_kinds(graph, load_ontology())
    findings += _check_texts(graph, texts or {})
    if shapes and not findings:
        findings += _check_shapes(graph)
    return findings


def _check_ids(graph: Graph) -> Iterator[Finding]:
    for what, ids in (
        ("actor", [actor.id for actor in graph.actors]),
        ("claim", [claim.id for claim in graph.claims]),
        ("tie", [tie.id for tie in graph.ties]),
        ("document", [document.id for document in graph.documents]),
    ):
        for each, count in Counter(ids).items():
            if count > 1:
                yield Finding(f"{what} {each}", f"the id stands {count} times")
    documents = {document.id: document for document in graph.documents}
    for actor in graph.actors:
        for mention in actor.mentions:
            if mention.document not in documents:
                yield Finding(f"actor {actor.id}", f"mentioned in '{mention.document}', which is no document")
            elif mention.end - mention.start != len(mention.text):
                yield Finding(f"actor {actor.id}", f"mention at {mention.start} is not as long as its text")


def _check_claims(graph: Graph) -> Iterator[Finding]:
    actors = graph.actors_by_id
    documents = {document.id: document for document in graph.documents}
    tied = {each for tie in graph.ties for each in tie.claims}
    for claim in graph.claims:
        where, evidence = f"claim {claim.id}", claim.evidence
        ends = [claim.subject, *claim.asserters]
        ends += [] if isinstance(claim.object, LiteralObject) else [claim.object]
        for end in ends:
            if end not in actors:
                yield Finding(where, f"'{end}' is no actor")
        document = documents.get(evidence.document)
        if document is None:
            yield Finding(where, f"'{evidence.document}' is no document")
        elif not document.start <= evidence.start < evidence.end <= document.end:
            yield Finding(where, f"the quote {evidence.start}-{evidence.end} is not in its document")
        if len(evidence.quote) != evidence.end - evidence.start:
            yield Finding(where, "the quote is not as long as its offsets say")
        if not 0 <= claim.confidence <= 1:
            yield Finding(where, f"confidence {claim.confidence} is not between 0 and 1")
        if claim.subject == claim.object:
            yield Finding(where, "subject and object are one")
        if claim.id not in tied:
            yield Finding(where, "no tie has it")


def _check_ties(graph: Graph) -> Iterator[Finding]:
    for tie in graph.ties:
        where = f"tie {tie.id}"
        missing = [each for each in tie.claims if each not in graph.claims_by_id]
        if missing or not tie.claims:
            yield Finding(where, f"missing claims: {', '.join(missing)}" if missing else "no claim behind it")
            continue
        claims = graph.claims_of(tie)
        affirmed = sum(claim.polarity is Polarity.AFFIRMED for claim in claims)
        if (tie.affirmed, tie.denied) != (affirmed, len(claims) - affirmed):
            yield Finding(where, f"counts {tie.affirmed} and {tie.denied} are not those of its claims")
        if not 1 <= tie.sources <= len({claim.evidence.document for claim in claims}):
            yield Finding(where, f"{tie.sources} sources, but {len(claims)} claims")
        if any(not _same_statement(tie, claim) for claim in claims):
            yield Finding(where, "a claim behind it says something else")


def _same_statement(tie: Tie, claim: Claim) -> bool:
    return (tie.subject, tie.object) == tie_ends(claim) and tie.relation == claim.relation


def _check_facts(graph: Graph) -> Iterator[Finding]:
    """The facts are exactly what some claim affirms as asserted or reported."""
    ontology = load_ontology()
    expected = set()
    for claim in filter(is_fact, graph.claims):
        expected.add((claim.subject, claim.relation, claim.object))
        if isinstance(claim.object, str) and ontology.is_symmetric(claim.relation):
            expected.add((claim.object, claim.relation, claim.subject))
    for statement in sorted(set(iter_facts(graph)) ^ expected, key=str):
        yield Finding("facts", f"{statement} is a fact without a claim, or a claim without its fact")


def _check_kinds(graph: Graph, ontology: Ontology) -> Iterator[Finding]:
    kinds = {actor.id: actor.kind for actor in graph.actors}
    for actor in graph.actors:
        if actor.kind not in ontology.classes:
            yield Finding(f"actor {actor.id}", f"'{actor.kind}' is no class of the ontology")
    for claim in graph.claims:
        relation = ontology.relations.get(claim.relation)
        if relation is None:
            yield Finding(f"claim {claim.id}", f"'{claim.relation}' is no relation of the ontology")
            continue
        target = claim.object
        subject_fits = kinds.get(claim.subject) in relation.subject_kinds
        # Words are kept as they stand; which class they would be of is not known any more.
        words = isinstance(target, LiteralObject) and target.kind == "Text"
        kind = target.kind if isinstance(target, LiteralObject) else kinds.get(target)
        if not subject_fits or not (words or kind in relation.object_kinds):
            ends = f"{kinds.get(claim.subject)} and {kind}"
            yield Finding(f"claim {claim.id}", f"{claim.relation} does not hold between {ends}")


def _check_texts(graph: Graph, texts: Mapping[str, str]) -> Iterator[Finding]:
    for claim in graph.claims:
        evidence = claim.evidence
        text = texts.get(evidence.document)
        if text is not None and text[evidence.start : evidence.end] != evidence.quote:
            yield Finding(
                f"claim {claim.id}", f"{evidence.source} has other words at {evidence.start}-{evidence.end}"
            )
    for actor in graph.actors:
        for mention in actor.mentions:
            text = texts.get(mention.document)
            if text is not None and text[mention.start : mention.end] != mention.text:
                yield Finding(f"actor {actor.id}", f"{mention.document} has other words at {mention.start}")


def _read_texts(graph: Graph, paths: Sequence[str]) -> dict[str, str]:
    """The texts of the documents that can be found, by id; all else is not compared."""
    from sociogram.read import read_paths

    sources = {document.source: document.id for document in graph.documents}
    by_place = {(document.source, document.start): document.id for document in graph.documents}
    files = sorted({source.partition("#")[0] for source in sources})
    chosen = list(paths) or [file for file in files if Path(file).is_file()]
    texts: dict[str, str] = {}
    for item in read_paths(chosen):
        if isinstance(item, Document):
            known = by_place.get((item.source, item.start)) or _by_name(item, graph)
            if known is not None:
                texts[known] = item.text
    return texts


def _by_name(document: Document, graph: Graph) -> str | None:
    """The document of the graph with the same file name and start, if there is one alone."""
    name = document.source.rpartition("/")[2]
    found = [
        other.id
        for other in graph.documents
        if other.source.rpartition("/")[2] == name and other.start == document.start
    ]
    return found[0] if len(found) == 1 else None


def _check_files(folder: Path, graph: Graph) -> Iterator[Finding]:
    from sociogram.rdf.ask import ask, load_store

    store = load_store(folder)
    for kind, expected in (
        ("Claim", len(graph.claims)),
        ("Tie", len(graph.ties)),
        ("Document", len(graph.documents)),
    ):
        rows = ask(store, f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ ?x a soc:{kind} }}").rows
        found = int(rows[0][0].value) if rows and rows[0][0] is not None else 0
        if found != expected:
            yield Finding(GRAPH_FILE, f"{found} of {kind}, but {expected} in the JSON Lines files")


def _check_shapes(graph: Graph) -> Iterator[Finding]:
    path = ontology_folder() / SHAPES_FILE
    if not path.is_file():
        return
    import pyshacl
    import rdflib

    data = rdflib.Graph().parse(data=_n_triples(sample(graph, MOST_SHAPED)), format="nt")
    conforms, report, _ = pyshacl.validate(
        data, shacl_graph=rdflib.Graph().parse(path, format="turtle"), advanced=False, inference="none"
    )
    if conforms or not isinstance(report, rdflib.Graph):
        return
    shacl = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    for result in sorted(report.subjects(rdflib.RDF.type, shacl.ValidationResult), key=str):
        node = report.value(result, shacl.focusNode)
        message = report.value(result, shacl.resultMessage)
        on = report.value(result, shacl.resultPath)
        yield Finding(str(node), f"shape violated at {on}: {message}")


def _n_triples(graph: Graph) -> str:
    import pyoxigraph as ox

    made = ox.serialize((quad.triple for quad in graph.quads()), format=ox.RdfFormat.N_TRIPLES)
    return (made or b"").decode()


def sample(graph: Graph, most: int) -> Graph:
    """``graph`` with at most ``most`` claims, evenly chosen, and only what those need."""
    if len(graph.claims) <= most:
        return graph
    step = len(graph.claims) / most
    claims = tuple(graph.claims[int(number * step)] for number in range(most))
    kept = {claim.id for claim in claims}
    used = {end for claim in claims for end in (claim.subject, claim.object, *claim.asserters)}
    ties = [
        replace(tie, claims=tuple(each for each in tie.claims if each in kept))
        for tie in graph.ties
        if not kept.isdisjoint(tie.claims)
    ]
    return replace(
        graph,
        claims=claims,
        ties=tuple(ties),
        actors=tuple(actor for actor in graph.actors if actor.id in used),
    )
