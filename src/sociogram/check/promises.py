"""Does a graph keep its promises? Offsets and quotes, ids, counts, domains and ranges, shapes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from sociogram.check.shapes import check_shapes
from sociogram.check.unread import check_unread
from sociogram.check.values import Finding
from sociogram.graph.facts import is_fact, iter_facts
from sociogram.graph.ties import tie_ends
from sociogram.graph.values import Graph
from sociogram.knowledge.ontology import Ontology, load_ontology
from sociogram.model import Claim, LiteralObject, Polarity, Tie


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
    findings += check_unread(graph, texts or {})
    if shapes and not findings:
        findings += check_shapes(graph)
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
        if not 0 <= claim.worth <= 1:
            yield Finding(where, f"worth {claim.worth} is not between 0 and 1")
        if any(role.end - role.start != len(role.text) for role in claim.roles):
            yield Finding(where, "a role is not as long as its offsets say")
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
        for role in claim.roles:
            if text is not None and text[role.start : role.end] != role.text:
                yield Finding(
                    f"claim {claim.id}", f"{evidence.source} has other words at {role.start}-{role.end}"
                )
    for actor in graph.actors:
        for mention in actor.mentions:
            text = texts.get(mention.document)
            if text is not None and text[mention.start : mention.end] != mention.text:
                yield Finding(f"actor {actor.id}", f"{mention.document} has other words at {mention.start}")
