"""``sociogram suggest``: the list as a table, as lines for judgements.csv, and as JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sociogram.cli import group
from sociogram.graph.saved_judgements import parse_judgements
from sociogram.write import write_case
from support.identity_cases import make_identity_case, with_pairs


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    folder.mkdir()
    write_case(make_identity_case(), folder)
    return folder


def run(case: Path, *arguments: str) -> Result:
    return CliRunner().invoke(group, ["suggest", "--case", str(case), *arguments])


def test_a_table_says_who_and_why(case: Path) -> None:
    text = run(case).output
    assert "1. Tom Rudd = Ann Varga’s husband" in text
    assert "a claim calls Tom Rudd the husband of Ann Varga" in text
    assert "Mary Ott ≠ Jim Ott." in text
    assert "2 suggestions more; see them with --limit 3" in run(case, "--limit", "1").output


def test_lines_of_csv_are_judgements_as_they_stand(case: Path) -> None:
    chosen = run(case, "--format", "csv").output.splitlines()[1:]
    path = case / "judgements.csv"
    path.write_text(path.read_text(encoding="utf-8") + "\n".join(chosen) + "\n", encoding="utf-8")
    found = parse_judgements(path.read_text(encoding="utf-8"), str(path))
    assert [(each.verdict, each.left, each.right) for each in found] == [
        ("same", "tom-rudd", "ann-vargas-husband"),
        ("same", "hilary-quillby", "hillary-quillby"),
        ("different", "mary-ott", "a@320-328"),
    ]
    assert "nothing to suggest" in run(case).output


def test_the_whole_csv_can_stand_as_judgements(case: Path) -> None:
    text = run(case, "--format", "csv").output
    assert len(parse_judgements(text, "judgements.csv")) == 3


def test_json_has_all_of_each(case: Path) -> None:
    answer = json.loads(run(case, "--format", "json").output)
    assert answer["total"] == 3
    assert {"verdict", "left", "right", "rule", "reason", "score", "left_quotes"} <= answer["suggestions"][
        0
    ].keys()


def test_hostile_names_are_guarded_in_csv(tmp_path: Path) -> None:
    write_case(with_pairs("=cmd|' /C calc'!A0 Acme", "\x1b[31mAcme Red"), tmp_path)
    assert "\x1b" not in run(tmp_path, "--limit", "9").output
    assert ",=cmd" not in run(tmp_path, "--format", "csv").output


def test_bad_judgements_and_no_case_are_one_line(case: Path, tmp_path: Path) -> None:
    (case / "judgements.csv").write_text("verdict,left,right\nmaybe,a,b\n", encoding="utf-8")
    assert "unknown verdict 'maybe'" in str(run(case).exception)
    assert "judgements.csv:2" in str(run(case).exception)
    assert run(tmp_path / "nowhere").exit_code != 0
