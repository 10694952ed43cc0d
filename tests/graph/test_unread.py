"""What stayed unread: silent sentences and refusals, each with its reason, and the coverage of documents."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from sociogram.extraction.reading import LONGEST_WORDS, Coverage
from sociogram.graph.assemble import make_graph
from sociogram.graph.records import iter_records, load_graph
from sociogram.graph.unread import NOTHING_READ, UnreadReason
from sociogram.graph.values import Graph
from sociogram.knowledge.case_files import RECORD_FILES
from sociogram.model import Judgement, Skipped
from sociogram.write.text.jsonl import JsonLinesWriter
from support.made_readings import Paper, Resources
from support.sample_graphs import sample_graph

WORDS = "Ann Varga and Bela Kiss were seen."


def graph_of(*papers: Paper, judgements: tuple[Judgement, ...] = ()) -> Graph:
    return make_graph([paper.reading() for paper in papers], (), Resources(), judgements)


def pair() -> tuple[Paper, int, int]:
    paper = Paper("a")
    return paper, paper.chain("Ann Varga"), paper.chain("Bela Kiss")


def reasons(graph: Graph) -> list[list[tuple[str, int]]]:
    return [[(each.reason, each.count) for each in one.reasons] for one in graph.unread]


def test_a_sentence_that_names_two_actors_and_gave_no_claim_is_unread() -> None:
    paper, varga, kiss = pair()
    start = paper.sentence(varga, kiss, text=WORDS)
    graph = graph_of(paper)
    (unread,) = graph.unread
    assert (unread.document, unread.start, unread.end, unread.text) == (
        "a",
        start,
        start + len(WORDS),
        WORDS,
    )
    assert (unread.names, unread.claims) == (("Ann Varga", "Bela Kiss"), 0)
    assert unread.reasons == (UnreadReason(stage=NOTHING_READ[0], reason=NOTHING_READ[1], count=1),)
    assert graph.documents[0].coverage == Coverage(sentences=1, read=0)


def test_a_sentence_that_gave_a_claim_is_read() -> None:
    paper, varga, kiss = pair()
    start = paper.sentence(varga, kiss, text="")
    paper.sentences = []
    paper.says(varga, "met", kiss, quote=WORDS, start=start)
    paper.sentence(varga, kiss, text=WORDS, start=start)
    graph = graph_of(paper)
    assert (graph.unread, graph.documents[0].coverage) == ((), Coverage(sentences=1, read=1))


def test_a_claim_reads_the_sentence_of_its_trigger_and_no_other_of_its_quote() -> None:
    paper, varga, kiss = pair()
    title = paper.sentence(varga, kiss, text="Ann Varga, Bela Kiss")
    paper.says(varga, "met", kiss, quote="Ann Varga, Bela Kiss by Ann Varga of Bela Kiss", start=title)
    relation = dataclasses.replace(paper.relations[0], trigger_span=(title + 24, title + 33))
    paper.relations = [relation]
    paper.sentence(varga, kiss, text="by Ann Varga of Bela Kiss", start=title + 21)
    assert [one.start for one in graph_of(paper).unread] == [title]


def test_a_refused_relation_gives_its_reason_with_its_count() -> None:
    paper, varga, kiss = pair()
    start = paper.sentence(varga, kiss, text=WORDS)
    it = paper.chain("it", form="pronoun")
    for trigger in ("praised", "liked"):
        paper.says(varga, "praises", it, quote=WORDS, start=start, trigger=trigger)
    paper.says(it, "met", varga, quote=WORDS, start=start)
    graph = graph_of(paper)
    assert reasons(graph) == [[("no object: a pronoun that stands for nobody known", 2),
                               ("no subject: a pronoun that stands for nobody known", 1)]]  # fmt: skip
    assert all(each.is_refusal for each in graph.unread[0].reasons)
    assert len(graph.skipped) == 3


def test_a_refusal_is_told_of_a_sentence_that_was_read_and_of_one_that_names_but_one() -> None:
    paper, varga, kiss = pair()
    it = paper.chain("it", form="pronoun")
    start = paper.sentence(varga, kiss, text=WORDS)
    paper.says(varga, "met", kiss, quote=WORDS, start=start)
    paper.says(varga, "praises", it, quote=WORDS, start=start)
    paper.says(kiss, "praises", it, quote="Bela Kiss praised it.")
    graph = graph_of(paper)
    assert [(one.text, one.claims, one.is_silent) for one in graph.unread] == [
        (WORDS, 1, False),
        ("Bela Kiss praised it.", 0, False),
    ]
    assert graph.documents[0].coverage == Coverage(sentences=1, read=1)


def test_a_refusal_of_extraction_counts_and_what_other_stages_left_out_does_not() -> None:
    paper, varga, kiss = pair()
    start = paper.sentence(varga, kiss, text=WORDS)
    notes = [
        Skipped(document="a", stage=stage, reason=f"by {stage}", start=start + 4, end=start + 9)
        for stage in ("statements", "mentions")
    ]
    reading = dataclasses.replace(paper.reading(), skipped=tuple(notes))
    assert reasons(make_graph([reading], (), Resources())) == [[("by statements", 1)]]


def test_a_line_of_a_table_says_that_it_is_no_prose() -> None:
    paper, varga, kiss = pair()
    paper.sentence(varga, kiss, text="| Ann Varga | Bela Kiss |", block="table")
    assert reasons(graph_of(paper)) == [[("not read as prose: table", 1)]]


def test_two_chains_of_one_actor_are_one_and_what_turns_out_as_no_actor_is_none() -> None:
    paper, varga, _ = pair()
    paper.sentence(varga, paper.chain("Ann Varga"), text="Ann Varga is Ann Varga.")
    paper.sentence(varga, paper.chain("Ystad", "Place"), text="Ann Varga came to Ystad.")
    graph = graph_of(paper)
    assert (graph.unread, graph.documents[0].coverage) == ((), Coverage(sentences=0, read=0))


def test_a_claim_that_a_person_called_wrong_leaves_its_sentence_unread_with_that_reason() -> None:
    paper, varga, kiss = pair()
    paper.says(varga, "met", kiss, quote=WORDS)
    paper.sentence(varga, kiss, text=WORDS, start=paper.relations[0].start)
    (claim,) = graph_of(paper).claims
    graph = graph_of(paper, judgements=(Judgement(verdict="wrong", left=claim.id, right="", who="Eva"),))
    assert reasons(graph) == [[("judged wrong by Eva", 1)]]
    assert graph.unread[0].is_silent


def test_the_words_are_those_of_the_quote_where_the_sentence_has_none_and_are_cut() -> None:
    paper, varga, kiss = pair()
    quote = WORDS + " And" * 200
    paper.says(varga, "praises", paper.chain("it", form="pronoun"), quote=quote)
    start = paper.relations[0].start
    paper.sentence(varga, kiss, text=quote, start=start)
    assert paper.sentences is not None
    paper.sentences = [dataclasses.replace(paper.sentences[0], text="")]
    (unread,) = graph_of(paper).unread
    assert (unread.text, unread.end - unread.start) == (quote[:LONGEST_WORDS], len(quote))


def test_a_reading_without_sentences_has_no_coverage_and_tells_its_refusals() -> None:
    paper, varga, _ = pair()
    paper.says(varga, "praises", paper.chain("it", form="pronoun"))
    graph = graph_of(paper)
    assert (len(graph.unread), graph.documents[0].coverage) == (1, None)


def test_records_have_the_fields_of_the_contract() -> None:
    graph = sample_graph()
    first, last = iter_records(graph, "unread.jsonl")
    assert list(first) == ["document", "start", "end", "text", "names", "claims", "reasons"]
    assert (first["document"], first["text"], first["names"]) == ("a", WORDS, ["Ann Varga", "Bela Kiss"])
    assert first["reasons"] == [{"stage": "extraction", "reason": NOTHING_READ[1], "count": 1}]
    assert (last["document"], last["names"]) == ("b", [])
    coverage = [record["coverage"] for record in iter_records(graph, "documents.jsonl")]
    assert coverage == [{"sentences": 1, "read": 0}, None]


def test_a_case_that_was_written_before_there_was_such_a_file_opens_as_having_none(tmp_path: Path) -> None:
    for name in RECORD_FILES:
        JsonLinesWriter(name).write(sample_graph(), tmp_path / name)
    assert load_graph(tmp_path).unread == sample_graph().unread
    (tmp_path / "unread.jsonl").unlink()
    lines = (tmp_path / "documents.jsonl").read_text(encoding="utf-8")
    old = lines.replace(', "coverage": {"sentences": 1, "read": 0}', "").replace(', "coverage": null', "")
    (tmp_path / "documents.jsonl").write_text(old, encoding="utf-8")
    graph = load_graph(tmp_path)
    assert "coverage" not in old
    assert graph.unread == ()
    assert {document.coverage for document in graph.documents} == {None}


@pytest.mark.parametrize("backwards", [False, True])
def test_neither_order_of_documents_nor_of_relations_changes_it(backwards: bool) -> None:
    papers = []
    for name in ("a", "b"):
        paper = Paper(name)
        varga, kiss = paper.chain("Ann Varga"), paper.chain("Bela Kiss")
        start = paper.sentence(varga, kiss, text=WORDS)
        for other in ("it", "they"):
            paper.says(varga, "praises", paper.chain(other, form="pronoun"), quote=WORDS, start=start)
        if backwards:
            paper.relations.reverse()
        papers.append(paper)
    given = papers[::-1] if backwards else papers
    assert [list(map(str, iter_records(graph_of(*given), "unread.jsonl")))] == [
        list(map(str, iter_records(graph_of(*papers), "unread.jsonl")))
    ]
    assert [one.document for one in graph_of(*given).unread] == ["a", "b"]
