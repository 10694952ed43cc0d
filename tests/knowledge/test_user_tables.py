"""Tables of a person: what ends a line, what a spreadsheet would run, and what is given back as it was."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociogram.errors import InputError
from sociogram.graph.saved_judgements import parse_judgements, read_judgements, write_judgements
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.user_tables import FORMULA, format_rows, guard_field, lines_of, without_guard
from sociogram.model import Judgement

SEPARATORS = "\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e"


@pytest.mark.parametrize("mark", SEPARATORS)
def test_only_line_feeds_and_carriage_returns_end_a_line(tmp_path: Path, mark: str) -> None:
    text = f"verdict,left,right\nsame,An{mark}na,tom\r\ndifferent,a,b\rsame,c,d\n"
    assert [each.left for each in parse_judgements(text, "j.csv")] == [f"An{mark}na", "a", "c"]
    path = tmp_path / "list.csv"
    path.write_text(f"name,kind\nAnn{mark}Lee,Person\n", encoding="utf-8")
    assert f"Ann{mark}Lee" in {actor.name for actor in load_actor_lists((path,)).entries.values()}


def test_a_cell_longer_than_csv_takes_is_told_with_its_line() -> None:
    # The limit is one for the process, and readers of tables raise it.
    before = csv.field_size_limit(100_000)
    with pytest.raises(InputError, match=r"j.csv:\d+: is no CSV"):
        parse_judgements(f"verdict,left,right\nsame,{'a' * 200_000},b\n", "j.csv")
    csv.field_size_limit(before)


@given(st.text(st.sampled_from("'=+-@＝\t\n \u00a0\ufeffab"), max_size=6) | st.text(max_size=9))
def test_a_guarded_field_is_given_back_and_begins_no_formula(text: str) -> None:
    guarded = guard_field(text)
    assert without_guard(guarded) == text
    assert not FORMULA.match(guarded)


@pytest.mark.parametrize(
    "text",
    ["=1", " =1", "\u3000+1", "\ufeff=1", "\u200b@x", "\n-1", "\tx", "＝1", " \r", "＋1", "＠x", "－1"],
)
def test_what_may_begin_a_formula_is_guarded(text: str) -> None:
    assert guard_field(text) == f"'{text}"


@pytest.mark.parametrize("text", ["1=1", "a-b", "'", "", " ", "–1", "é+"])
def test_what_begins_no_formula_stays(text: str) -> None:
    assert guard_field(text) == text


@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2)))
def test_rows_are_read_back_as_they_were_written(rows: list[list[str]]) -> None:
    assert [*csv.reader(lines_of(format_rows(rows)))] == rows


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda text: text.strip() == text)
)
def test_any_name_of_a_judgement_is_read_back(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    path = tmp_path_factory.mktemp("case") / "judgements.csv"
    judgement = Judgement(verdict="rename", left=name, right="tom", who="", when="")
    write_judgements(path, [judgement])
    assert read_judgements(path) == (judgement,)
