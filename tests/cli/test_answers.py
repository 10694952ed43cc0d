"""Answers on the command line: the table."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.table import Table
from rich.text import Text

from sociogram.cli.answers import format_answer
from sociogram.cli.terminal import draw_table, visible
from sociogram.rdf.ask import Answer, ask
from sociogram.write import write_case
from support.processes import LONGEST, started
from support.sample_graphs import sample_graph

_CELLS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs"]) | st.sampled_from("会é\u0301👍🏽 ab"), max_size=9
)


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(st.lists(_CELLS, min_size=width, max_size=width), min_size=1)
    )
)
def test_a_table_is_what_rich_draws_where_there_is_room(rows: list[list[str]]) -> None:
    names = tuple("name" + "x" * number for number in range(len(rows[0])))
    cells = [[visible(cell) for cell in row] for row in rows]
    table = Table(*names)
    for row in cells:
        table.add_row(*map(Text, row))
    buffer = io.StringIO()
    Console(file=buffer, highlight=False, width=1000).print(table)
    assert draw_table(names, cells) == buffer.getvalue()


def test_no_control_character_reaches_the_terminal() -> None:
    answer = Answer(variables=("a",), rows=((ox.Literal("x\x1b[31m\ny"),),))
    assert "│ x [31m y │" in format_answer(answer, "table")


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudoterminal")
@pytest.mark.parametrize(("limit", "shown"), [((), 500), (("--limit", "600"), 600)])
def test_a_terminal_gets_the_first_rows_and_is_told_of_the_rest(
    tmp_path: Path, limit: tuple[str, ...], shown: int
) -> None:
    import pty

    write_case(sample_graph(), tmp_path)
    numbers = " ".join(map(str, range(10_000, 10_700)))
    question = f"SELECT ?number WHERE {{ VALUES ?number {{ {numbers} }} }}"
    main, terminal = pty.openpty()
    command = [sys.executable, "-m", "sociogram", "query", question, "--case", str(tmp_path), *limit]
    told = b""
    with started(command, stdout=terminal, stderr=subprocess.PIPE) as process:
        os.close(terminal)
        with contextlib.suppress(OSError):
            while piece := os.read(main, 1 << 16):
                told += piece
        os.close(main)
        _, errors = process.communicate(timeout=LONGEST)
    assert told.count(b"\xe2\x94\x82 10") == shown
    assert errors == ("" if limit else "200 more rows: give --limit, or --format csv into a file\n")


def test_an_answer_without_variables_says_how_many_rows_it_has() -> None:
    assert format_answer(Answer(variables=(), rows=((),)), "table") == "rows without a variable: 1\n"


TERMS = (
    ox.NamedNode("urn:a"), ox.BlankNode("b"), ox.Literal("é\n"), ox.Literal(7), ox.Literal("x", language="de-AT"),
    ox.Literal("x", language="he", direction=ox.BaseDirection.RTL), None,
    ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"),
              ox.Triple(ox.BlankNode("c"), ox.NamedNode("urn:d"), ox.Literal("e"))),
)  # fmt: skip


def test_the_json_of_an_answer_is_read_back_by_oxigraph_as_it_was() -> None:
    answer = Answer(variables=tuple("abcdefgh"), rows=(TERMS, TERMS[::-1]))
    text = format_answer(answer, "json")
    read = ox.parse_query_results(text.encode(), format=ox.QueryResultsFormat.JSON)
    assert [tuple(solution) for solution in read] == list(answer.rows)  # type: ignore[union-attr]


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_a_triple_term_is_an_answer_in_every_form_of_rows(form: str) -> None:
    answer = ask(ox.Store(), "SELECT (TRIPLE(<a:a>, <a:b>, <a:c>) AS ?t) {}")
    written = format_answer(answer, form)
    if form == "json":
        (binding,) = json.loads(written)["results"]["bindings"]
        parts = zip(("subject", "predicate", "object"), "abc", strict=True)
        value = {name: {"type": "uri", "value": f"a:{letter}"} for name, letter in parts}
        assert binding == {"t": {"type": "triple", "value": value}}
    else:
        assert "<a:a> <a:b> <a:c>" in written


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "\t", "\r", " =", "\u00a0@"])
def test_no_cell_of_csv_is_a_formula_neither_of_rows_nor_of_a_graph(begins: str) -> None:
    words = ox.Literal(f"{begins}HYPERLINK(1)")
    triple = ox.Triple(ox.NamedNode("urn:a"), ox.NamedNode("urn:b"), words)
    for answer in (Answer(variables=("x",), rows=((words,),)), Answer(triples=(triple,))):
        (_, *rows) = csv.reader(io.StringIO(format_answer(answer, "csv"), newline=""))
        assert rows[0][-1] == f"'{words.value}"
    number = Answer(variables=("x",), rows=((ox.Literal("-1.5"),),))
    assert format_answer(number, "csv").splitlines()[1] == "-1.5"
