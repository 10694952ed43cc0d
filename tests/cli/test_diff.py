"""``sociogram diff`` as a user runs it, over cases made by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sociogram.cli.verbs.diff import command
from sociogram.errors import QueryError, UsageError
from support.difference_cases import make_after, make_before, write_bare_case

HOSTILE = "\x1b]0;owned\x07\x1b[31m\u202e\u2028<b>=1+1\ud800"


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_bare_case(make_before(), tmp_path_factory.mktemp("before"))


@pytest.fixture(scope="module")
def after(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_bare_case(make_after(), tmp_path_factory.mktemp("after"))


def run(*arguments: str | Path) -> Result:
    done = CliRunner().invoke(command, [str(argument) for argument in arguments])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def lines_of(*arguments: str | Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in run(*arguments, "--format", "jsonl").stdout.splitlines()]


def test_the_report_is_headed_by_what_became_of_facts(before: Path, after: Path) -> None:
    lines = run(before, after).output.splitlines()
    assert lines[0] == "newly stated 1, no longer stated 1, newly disputed 1"
    assert lines[1] == (
        "actors 5 → 3 (2 went, 1 changed); ties 4 → 3 (1 went, 2 changed); "
        "claims 4 (1 came, 1 went, 1 changed); documents 2 (1 came, 1 went, 1 changed)"
    )
    headings = [line.partition(" (")[0] for line in lines if line and not line.startswith(" ")][3:]
    assert headings == [
        "Newly stated", "No longer stated", "Newly disputed", "Who is who", "Documents",
        "Actors that came or went with their documents",
    ]  # fmt: skip


def test_a_changed_claim_has_both_its_wordings_with_the_words_marked(before: Path, after: Path) -> None:
    output = run(before, after).output
    assert "held: as alleged → as stated" in output
    assert "before: “" in output
    assert "now:    “" in output


def test_a_merge_is_told_as_one(before: Path, after: Path) -> None:
    assert "merged into Bela Nemes [bela-nemes]" in run(before, after, "--only", "actors").output


def test_piped_text_has_no_escape_sequences(before: Path, after: Path) -> None:
    assert "\x1b" not in run(before, after).output


def test_a_case_does_not_differ_from_itself(before: Path) -> None:
    done = run(before, before, "--exit-code")
    assert done.exit_code == 0
    assert done.output.splitlines()[-1] == "nothing differs"
    assert run(before, before, "--format", "jsonl").output == ""


def test_exit_code_one_is_given_only_where_it_is_asked_for(before: Path, after: Path) -> None:
    assert run(before, after).exit_code == 0
    assert run(before, after, "--exit-code").exit_code == 1


def test_json_lines_have_the_records_of_both_sides(before: Path, after: Path) -> None:
    records = lines_of(before, after)
    assert {record["change"] for record in records} == {"came", "went", "changed"}
    for record in records:
        assert list(record)[:7] == ["change", "what", "id", "fields", "minor", "before", "after"]
        assert (record["before"] is None) == (record["change"] == "came")
        assert (record["after"] is None) == (record["change"] == "went")
    known = {
        json.loads(line)["id"]: json.loads(line) for line in (after / "claims.jsonl").read_text().splitlines()
    }
    changed = [record for record in records if record["what"] == "claim" and record["after"]]
    assert changed
    assert all(known[record["id"]] == record["after"] for record in changed)  # type: ignore[index]


def test_json_lines_tell_the_standing_of_ties_on_both_sides(before: Path, after: Path) -> None:
    standings = [record["standing"] for record in lines_of(before, after, "--only", "ties")]
    assert {
        "before": {"fact": True, "disputed": False, "denied": False},
        "after": {"fact": True, "disputed": True, "denied": False},
    } in standings


@pytest.mark.parametrize("kind", ["actors", "ties", "claims", "documents"])
def test_only_one_kind_of_things_is_told_where_it_is_asked_for(before: Path, after: Path, kind: str) -> None:
    records = lines_of(before, after, "--only", kind)
    assert records
    assert {f"{record['what']}s" for record in records} == {kind}


@pytest.mark.parametrize("name", ["Carla Diaz", "carla-diaz", "diaz"])
def test_an_actor_of_either_case_is_found_by_its_name(before: Path, after: Path, name: str) -> None:
    records = lines_of(before, after, "--actor", name)
    assert {(record["what"], record["change"]) for record in records} == {
        ("actor", "went"), ("tie", "went"), ("claim", "went"), ("document", "went"),
    }  # fmt: skip


def test_an_actor_of_neither_case_is_named_with_the_nearest(before: Path, after: Path) -> None:
    with pytest.raises(QueryError, match=r"no actor 'Carla Dias' .*did you mean"):
        run(before, after, "--actor", "Carla Dias")


def test_a_limit_says_how_many_more_there_are(before: Path, after: Path) -> None:
    assert "1 more; see them with --limit 2" in run(before, after, "--only", "actors", "--limit", "1").output


def test_a_page_needs_a_file(before: Path, after: Path) -> None:
    with pytest.raises(UsageError, match="-o"):
        run(before, after, "--format", "html")


@pytest.mark.parametrize("form", ["text", "jsonl", "html"])
def test_the_same_cases_give_the_same_bytes(before: Path, after: Path, tmp_path: Path, form: str) -> None:
    for name in ("one", "two"):
        done = run(before, after, "--format", form, "-o", tmp_path / name)
        assert done.output == f"written: {tmp_path / name}\n"
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert len((tmp_path / "one").read_bytes()) > 1000


def test_what_is_no_case_is_one_line(before: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError) as caught:
        run(before, tmp_path / "nowhere")
    assert str(tmp_path / "nowhere") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_files_that_do_not_belong_together_are_one_line(before: Path, after: Path, tmp_path: Path) -> None:
    mixed = write_bare_case(make_before(), tmp_path / "mixed")
    (mixed / "claims.jsonl").write_bytes(b"")
    with pytest.raises(QueryError, match="do not belong together"):
        run(mixed, after)


@pytest.mark.parametrize("form", ["text", "jsonl"])
def test_control_characters_and_surrogates_of_documents_reach_no_terminal(tmp_path: Path, form: str) -> None:
    folders = [
        write_bare_case(graph, tmp_path / name)
        for name, graph in (("a", make_before(HOSTILE)), ("b", make_after(HOSTILE)))
    ]
    output = run(*folders, "--format", form).stdout_bytes
    assert b"\x1b" not in output
    assert b"\x07" not in output
    assert "\u2028" not in output.decode("utf-8")
    assert len(output) > 1000
