"""``sociogram unread`` as a user runs it, and what a build says of it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from sociogram.case import open_case, source_reader
from sociogram.cli.verbs import build, check, intersect, union, unread
from sociogram.write import write_case
from support import plain_readings
from support.sample_graphs import hostile_graph

SAYS = {
    "a": "Ann Lee funded Bob Ray.\n\nAnn Lee ignored Cleo Fox.\n",
    "b": "Bob Ray sued Dan Poe.\n\nDan Poe met Ann Lee.\n\nCleo Fox met Cleo Fox.\n",
    "c": "It rained.\n",
}


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_reader, "iter_readings", plain_readings.iter_readings)


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in SAYS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def run(verb: click.Command, *arguments: str | Path) -> Result:
    return CliRunner().invoke(verb, [str(each) for each in arguments])


@pytest.fixture
def case(documents: Path, tmp_path: Path) -> Path:
    assert run(build.command, documents, "-o", tmp_path / "case").exit_code == 0
    return tmp_path / "case"


def test_a_build_ends_with_how_much_was_read_and_how_to_see_the_rest(documents: Path, tmp_path: Path) -> None:
    done = run(build.command, documents, "-o", tmp_path / "case")
    told = 'read 75 % of the sentences that name two actors: 3 of 4; the others: sociogram unread --case "'
    assert told in done.stdout
    again = run(build.command, documents, "-o", tmp_path / "case")
    assert told in again.stdout
    logged = run(build.command, documents, "-o", tmp_path / "case", "--json").stderr.splitlines()[-1]
    assert {key: json.loads(logged)[key] for key in ("sentences", "read")} == {"sentences": 4, "read": 3}


def test_a_build_in_which_no_sentence_names_two_actors_says_nothing_of_it(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(SAYS["c"], encoding="utf-8")
    assert "name two actors" not in run(build.command, tmp_path / "c.txt", "-o", tmp_path / "case").stdout
    assert "no sentence names two actors" in run(unread.command, "--case", tmp_path / "case").stdout


def test_each_sentence_has_its_place_words_actors_and_reason_and_counts_follow(case: Path) -> None:
    lines = run(unread.command, "--case", case).stdout.splitlines()
    assert lines[:3] == [
        "a [25:50] Ann Lee, Cleo Fox",
        "  “Ann Lee ignored Cleo Fox.”",
        "  no predicate between them was read",
    ]
    assert [line.split() for line in lines[4:7]] == [
        ["sentences", "refused", "reason"],
        ["1", "0", "no", "predicate", "between", "them", "was", "read"],
        ["0", "1", "subject", "and", "object", "are", "one", "actor"],
    ]
    assert lines[7:] == [
        "",
        "read 75 % of the sentences that name two actors: 3 of 4",
        "  50 %  1 of 2  a",
        " 100 %  2 of 2  b",
    ]


def test_refusals_in_other_sentences_are_listed_on_demand_and_a_limit_says_what_it_hides(case: Path) -> None:
    assert "Cleo Fox met" not in run(unread.command, "--case", case).stdout
    every = run(unread.command, "--case", case, "--all").stdout
    assert "“Cleo Fox met Cleo Fox.”\n  subject and object are one actor" in every
    assert (
        "2 sentences more; see them with --limit 2"
        in run(unread.command, "--case", case, "--all", "--limit", "0").stdout
    )


@pytest.mark.parametrize("name", ["a", "a.txt", "PATH"])
def test_one_document_is_named_by_id_path_or_file_name(case: Path, documents: Path, name: str) -> None:
    given = str(documents / "a.txt") if name == "PATH" else name
    done = run(unread.command, given, "--case", case).stdout
    assert "read 50 % of the sentences that name two actors: 1 of 2" in done
    assert "subject and object" not in done


def test_an_unknown_document_is_told_with_what_is_near(case: Path) -> None:
    done = run(unread.command, "aa", "--case", case)
    assert "no document 'aa' in this case; did you mean a?" in str(done.exception)
    assert "sources lists the documents" in str(run(unread.command, "zzz", "--case", case).exception)


def test_json_has_the_records_of_the_file_the_counts_and_every_document(case: Path) -> None:
    told: dict[str, Any] = json.loads(run(unread.command, "--case", case, "--json", "--all").stdout)
    lines = (case / "unread.jsonl").read_text(encoding="utf-8").splitlines()
    assert told["sentences"] == [json.loads(line) for line in lines]
    assert [(one["id"], one["coverage"]) for one in told["documents"]] == [
        ("a", {"sentences": 2, "read": 1}),
        ("b", {"sentences": 2, "read": 2}),
        ("c", {"sentences": 0, "read": 0}),
    ]
    assert [(each["sentences"], each["refused"]) for each in told["reasons"]] == [(1, 0), (0, 1)]
    assert len(json.loads(run(unread.command, "--case", case, "--json").stdout)["sentences"]) == 1


def test_unions_and_intersections_keep_what_is_unread_and_are_sound(case: Path, tmp_path: Path) -> None:
    (tmp_path / "more.txt").write_text(
        "Ann Lee funded Bob Ray.\n\nEve Hill ignored Dan Poe.\n", encoding="utf-8"
    )
    run(build.command, tmp_path / "more.txt", "-o", tmp_path / "other")
    for verb, name in ((union.command, "both"), (intersect.command, "common")):
        done = run(verb, case, tmp_path / "other", "-o", tmp_path / name)
        assert "read 66 % of the sentences that name two actors: 4 of 6" in done.stdout, done.output
        with open_case(tmp_path / name) as opened:
            silent = [one.text for one in opened.graph.unread if one.is_silent]
        assert silent == ["Ann Lee ignored Cleo Fox.", "Eve Hill ignored Dan Poe."]
        assert run(check.command, tmp_path / name, "--no-shapes").exit_code == 0


def test_a_case_that_was_built_before_there_was_such_a_file_opens_and_says_what_to_do(case: Path) -> None:
    (case / "unread.jsonl").unlink()
    with sqlite3.connect(case / "store" / "case.db") as database:
        (files,) = database.execute("SELECT value FROM meta WHERE name = 'files'").fetchone()
        kept = {name: value for name, value in json.loads(files).items() if name != "unread.jsonl"}
        database.execute("UPDATE meta SET value = ? WHERE name = 'files'", (json.dumps(kept),))
    with open_case(case) as opened:
        assert (opened.graph.unread, len(opened.graph.claims)) == ((), 3)


def test_what_is_hostile_does_no_harm_to_a_terminal(tmp_path: Path) -> None:
    write_case(hostile_graph(), tmp_path)
    done = run(unread.command, "--case", tmp_path, "--all")
    assert done.exit_code == 0
    assert not {"\x07", "\x0b", "\u2028"} & set(done.stdout)
