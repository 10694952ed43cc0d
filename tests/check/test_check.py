"""A check finds each kind of fault, and nothing in a sound graph."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from sociogram.check.case_folder import check_case
from sociogram.check.promises import check_graph
from sociogram.check.shapes import sample
from sociogram.graph.values import Graph
from sociogram.knowledge.folders import ontology_folder
from sociogram.model import Claim, ClaimRole, Tie
from sociogram.write import write_case
from support.sample_graphs import sample_graph


def replaced_claim(**changes: object) -> Graph:
    graph = sample_graph()
    claim = dataclasses.replace(graph.claims[0], **changes)  # type: ignore[arg-type]
    return dataclasses.replace(graph, claims=(claim, *graph.claims[1:]))


def replaced_evidence(**changes: object) -> Graph:
    evidence = dataclasses.replace(sample_graph().claims[0].evidence, **changes)  # type: ignore[arg-type]
    return replaced_claim(evidence=evidence)


def replaced_tie(**changes: object) -> Graph:
    graph = sample_graph()
    tie = dataclasses.replace(graph.ties[0], **changes)  # type: ignore[arg-type]
    return dataclasses.replace(graph, ties=(tie, *graph.ties[1:]))


def replaced_unread(**changes: object) -> Graph:
    graph = sample_graph()
    one = dataclasses.replace(graph.unread[0], **changes)  # type: ignore[arg-type]
    return dataclasses.replace(graph, unread=(one, *graph.unread[1:]))


def read_again() -> Graph:
    """A graph in which a sentence that gave a claim is called silent."""
    evidence = sample_graph().claims[0].evidence
    return replaced_unread(start=evidence.start, end=evidence.end, text="")


def faults(graph: Graph) -> str:
    return "\n".join(f"{finding.where}: {finding.what}" for finding in check_graph(graph, shapes=False))


def test_a_sound_graph_has_no_finding() -> None:
    assert check_graph(sample_graph()) == []


@pytest.mark.parametrize(
    ("graph", "what"),
    [
        (replaced_claim(subject="nobody"), "'nobody' is no actor"),
        (replaced_claim(confidence=1.2), "confidence 1.2 is not between 0 and 1"),
        (replaced_claim(object="ann-varga"), "subject and object are one"),
        (replaced_claim(relation="fundeded"), "'fundeded' is no relation of the ontology"),
        (replaced_claim(relation="marriedTo"), "marriedTo does not hold between Person and Company"),
        (replaced_claim(id="0"), "no tie has it"),
        (replaced_evidence(document="z"), "'z' is no document"),
        (replaced_evidence(end=10_000), "the quote 66-10000 is not in its document"),
        (replaced_evidence(quote="x"), "the quote is not as long as its offsets say"),
        (replaced_tie(claims=()), "no claim behind it"),
        (replaced_tie(claims=("0",)), "missing claims: 0"),
        (replaced_tie(affirmed=7), "counts 7 and"),
        (replaced_tie(sources=9), "9 sources, but"),
        (replaced_tie(relation="met"), "a claim behind it says something else"),
        (replaced_unread(document="z"), "'z' is no document"),
        (replaced_unread(end=10_000), "it is not in its document"),
        (replaced_unread(text="x"), "its words are not as long as its offsets say"),
        (replaced_unread(reasons=()), "no reason is given"),
        (replaced_unread(claims=1), "document a: 0 of 1 sentences read, but 0 unread"),
        (read_again(), "a claim has it as its quote"),
    ],
)
def test_each_fault_is_found(graph: Graph, what: str) -> None:
    assert what.replace("66", str(sample_graph().claims[0].evidence.start)) in faults(graph)


def test_an_id_that_stands_twice_is_found() -> None:
    graph = sample_graph()
    assert "the id stands 2 times" in faults(
        dataclasses.replace(graph, actors=(*graph.actors, graph.actors[0]))
    )


def test_words_that_are_not_in_the_text_are_found() -> None:
    graph = sample_graph()
    texts = {document.id: " " * document.end for document in graph.documents}
    findings = check_graph(graph, texts, shapes=False)
    assert sum("has other words" in finding.what for finding in findings) >= len(graph.claims)


def test_words_that_are_in_the_text_are_no_finding() -> None:
    graph = sample_graph()
    texts = {}
    for document in graph.documents:
        text = [" "] * document.end
        spans = [
            (c.evidence.start, c.evidence.quote) for c in graph.claims if c.evidence.document == document.id
        ]
        spans += [
            (role.start, role.text)
            for claim in graph.claims
            if claim.evidence.document == document.id
            for role in claim.roles
        ]
        spans += [(m.start, m.text) for a in graph.actors for m in a.mentions if m.document == document.id]
        spans += [(one.start, one.text) for one in graph.unread if one.document == document.id]
        for start, words in spans:
            text[start : start + len(words)] = words
        texts[document.id] = "".join(text)
    assert check_graph(graph, texts, shapes=False) == []


@pytest.mark.skipif(not (ontology_folder() / "shapes.ttl").is_file(), reason="no shapes are generated")
def test_a_shape_that_is_violated_is_found() -> None:
    graph = sample_graph()
    actor = dataclasses.replace(graph.actors[0], name="")
    broken = dataclasses.replace(graph, actors=(actor, *graph.actors[1:]))
    assert any("shape violated" in finding.what for finding in check_graph(broken))


def test_a_sample_is_even_and_consistent() -> None:
    graph = sample_graph()
    small = sample(graph, 3)
    assert len(small.claims) == 3
    kept = {claim.id for claim in small.claims}
    assert all(set(tie.claims) <= kept and tie.claims for tie in small.ties)
    assert sample(graph, 100) is graph


def test_a_case_folder_is_sound_as_written_and_not_after_a_change(tmp_path: Path) -> None:
    graph = sample_graph()
    write_case(graph, tmp_path)
    assert check_case(tmp_path, shapes=False) == []
    lines = (tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "claims.jsonl").write_text("".join(lines[1:]), encoding="utf-8")
    wheres = {finding.where for finding in check_case(tmp_path, shapes=False)}
    assert "graph.trig" in wheres


def test_worth_is_a_share_and_roles_are_as_long_as_they_say() -> None:
    assert "worth 1.5 is not between 0 and 1" in faults(replaced_claim(worth=1.5))
    role = ClaimRole(name="topic", text="tax", start=3, end=7)
    assert "a role is not as long as its offsets say" in faults(replaced_claim(roles=(role,)))


def test_findings_name_what_they_are_about() -> None:
    claim: Claim = sample_graph().claims[0]
    tie: Tie = sample_graph().ties[0]
    assert faults(replaced_claim(subject="nobody")).startswith(f"claim {claim.id}: ")
    assert f"tie {tie.id}: " in faults(replaced_tie(affirmed=7))
