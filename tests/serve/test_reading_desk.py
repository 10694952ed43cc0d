"""What the reading room asks of a served case: a document with all its claims, the shelf, the queue."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sociogram.graph.saved_judgements import read_judgements
from sociogram.model import Review
from sociogram.serve.changes.judging import change_judgements, list_judgements
from sociogram.serve.explorer.reading import ReadingDesk
from sociogram.serve.explorer.whole_case import WholeCase
from sociogram.serve.workers.jobs import RefusalError
from support.reading_cases import make_overlapping, make_shelf


def _desk() -> ReadingDesk:
    graph, _ = make_shelf()
    reviewed = replace(graph.claims[0], review=Review(who="Eva"))
    return ReadingDesk(WholeCase(replace(graph, claims=(reviewed, *graph.claims[1:]))))


def test_a_document_comes_with_all_its_claims_and_no_others() -> None:
    data = json.loads(_desk().document("d1", {"title": "x"}) or "")
    assert data["claims"]["id"] == ["d1c0", "d1c1", "d1c2", "d1c3"]
    assert data["documents"]["id"] == ["d1"]
    assert data["reviews"]["claim"] == [0]
    assert set(data["claims"]["tie"]) == set(range(len(data["ties"]["id"])))
    mentions = sum(len(each) // 3 for each in data["actors"]["mentions"])
    assert mentions + sum(len(each) // 3 for each in data["marks"]["places"]) == 8


def test_a_document_that_is_not_there_is_nothing() -> None:
    assert _desk().document("d9", {}) is None


def test_every_mention_is_marked_at_its_place() -> None:
    graph, texts = make_overlapping()
    data = json.loads(ReadingDesk(WholeCase(graph)).document("d1", {}) or "")
    for name, mentions in zip(data["actors"]["name"], data["actors"]["mentions"], strict=True):
        for _, start, length in zip(*[iter(mentions)] * 3, strict=True):
            assert texts["d1"][start : start + length] == name


def test_the_shelf_counts_what_nobody_reviewed() -> None:
    shelf = _desk().documents()
    assert (shelf["id"], shelf["claims"], shelf["unreviewed"]) == (["d1", "d2", "d3"], [4, 2, 1], [3, 2, 1])
    assert _desk().documents_of("trust") == ["d1", "d3"]
    assert _desk().documents_of("nobody") == []


def test_the_queue_has_what_is_grave_first() -> None:
    queue = _desk().queue()
    assert (queue["total"], queue["claim"], queue["document"]) == (2, ["d2c1", "d3c0"], ["d2", "d3"])


def test_reviews_of_several_reviewers_are_all_kept(tmp_path: Path) -> None:
    right = {"verdict": "right", "left": "c1", "who": "Eva", "when": "2026-01-02", "note": "seen"}
    assert change_judgements(tmp_path, [right], take_out=False) == 1
    assert change_judgements(tmp_path, [{**right, "who": "Tom"}, right], take_out=False) == 1
    assert change_judgements(tmp_path, {**right, "verdict": "wrong", "note": ""}, take_out=False) == 1
    found = read_judgements(tmp_path / "judgements.csv")
    assert [(each.verdict, each.who, each.note) for each in found] == [
        ("right", "Eva", "seen"),
        ("right", "Tom", "seen"),
        ("wrong", "Eva", ""),
    ]
    assert list_judgements(tmp_path)[0]["note"] == "seen"


def test_a_later_note_is_kept_with_the_same_word(tmp_path: Path) -> None:
    for note in ("first", "", "second"):
        change_judgements(tmp_path, {"verdict": "right", "left": "c1", "note": note}, take_out=False)
    assert [each.note for each in read_judgements(tmp_path / "judgements.csv")] == ["second"]


def test_only_the_named_reviewers_word_is_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    both = [{"verdict": "wrong", "left": "c1", "who": who} for who in ("", "Tom")]
    change_judgements(tmp_path, both, take_out=False)
    assert change_judgements(tmp_path, {"verdict": "wrong", "left": "c1", "who": ""}, take_out=True) == 1
    assert [each.who for each in read_judgements(path)] == ["Tom"]
    assert change_judgements(tmp_path, {"verdict": "wrong", "left": "c1"}, take_out=True) == 1
    assert read_judgements(path) == ()


def test_an_old_file_stays_valid_and_gets_the_new_column(tmp_path: Path) -> None:
    path = tmp_path / "judgements.csv"
    path.write_text("verdict,left,right,who,when\nwrong,c1,,Eva,2024-05-01\n", encoding="utf-8")
    assert [each.note for each in read_judgements(path)] == [""]
    change_judgements(
        tmp_path, {"verdict": "right", "left": "c2", "note": "=cmd|' /C calc'!A0"}, take_out=False
    )
    assert path.read_text(encoding="utf-8").splitlines()[:2] == [
        "verdict,left,right,who,when,note",
        "wrong,c1,,Eva,2024-05-01,",
    ]
    assert read_judgements(path)[1].note == "=cmd|' /C calc'!A0"


@pytest.mark.parametrize("note", ["a\nb", "\u0000", "x" * 2000, 7, ["a"]])
def test_a_note_that_is_no_line_of_text_is_refused(tmp_path: Path, note: object) -> None:
    with pytest.raises(RefusalError, match="note"):
        change_judgements(tmp_path, {"verdict": "right", "left": "c1", "note": note}, take_out=False)
    assert not (tmp_path / "judgements.csv").exists()
