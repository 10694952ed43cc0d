"""The property graph: tables for Neo4j's importer and a Cypher script, both with nothing lost or let through."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Polarity
from sociogram.write import load_writers
from sociogram.write.property_graph.cypher import BATCH, iter_statements, literal, name, quote
from sociogram.write.property_graph.neo4j import SEPARATOR
from sociogram.write.property_graph.values import EDGES, NODES, NOT_ESTABLISHED, edge_type
from support.made_readings import Paper, Resources
from support.sample_graphs import HOSTILE, hostile_graph, lonely_graph, sample_graph

GRAPHS = {"sample": sample_graph, "hostile": hostile_graph, "lonely": lonely_graph,
          "empty": lambda: make_graph([], (), Resources())}  # fmt: skip
TABLES = (*NODES, *EDGES)
READ = {"long": int, "double": float, "string": str, "ID": str}
ANY_TEXT = st.text(st.characters(exclude_categories=[])) | st.text(alphabet="\\'\"`u0027nU\n\r;/*${}é\u2028")


def read_table(path: Path) -> tuple[list[str], list[dict[str, object]]]:
    """The rows as the importer reads them: typed by the header, empty fields left out, lists split."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file, doublequote=True, strict=True)
    found = []
    for row in rows:
        assert len(row) == len(header)
        values: dict[str, object] = {}
        for column, field in zip(header, row, strict=True):
            key, _, form = column.partition(":")
            form = form.partition("(")[0]
            if field == "":
                continue
            if form.endswith("[]") or form == "LABEL":
                values[key or form] = field.split(SEPARATOR)
            else:
                values[key or form] = READ.get(form, str)(field)
        found.append(values)
    return header, found


def read_back(graph: Graph, folder: Path) -> dict[str, list[dict[str, object]]]:
    writers = load_writers()
    found = {}
    for table in TABLES:
        writers[f"neo4j-{table.name}"].write(graph, folder / table.name)
        found[table.name] = read_table(folder / table.name)[1]
    return found


def kept(value: object) -> object:
    """A property as a file in UTF-8 can hold it."""
    if isinstance(value, str):
        return value.replace("\0", "").replace(SEPARATOR, "").encode("utf-8", "replace").decode("utf-8")
    return [kept(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("graph", sorted(GRAPHS))
def test_the_tables_give_back_every_node_and_edge_with_its_properties(graph: str, tmp_path: Path) -> None:
    made = GRAPHS[graph]()
    found = read_back(made, tmp_path)
    for table in TABLES:
        expected = [
            {key: kept(value) for key, value in row.properties.items() if value not in (None, "", [])}
            for row in table.rows(made)
        ]
        fixed = {"LABEL", "START_ID", "END_ID", "TYPE"}
        rows = [{key: value for key, value in row.items() if key not in fixed} for row in found[table.name]]
        assert rows == expected, table.name


@pytest.mark.parametrize("graph", sorted(GRAPHS))
def test_each_edge_leads_from_and_to_a_node_of_its_table(graph: str, tmp_path: Path) -> None:
    found = read_back(GRAPHS[graph](), tmp_path)
    ids = {table.label: [row["id"] for row in found[table.name]] for table in NODES}
    assert all(max(Counter(each).values(), default=1) == 1 for each in ids.values())
    for table in EDGES:
        for row in found[table.name]:
            assert row["START_ID"] in ids[table.source]
            assert row["END_ID"] in ids[table.target]


def test_headers_are_those_of_the_importer(tmp_path: Path) -> None:
    read_back(sample_graph(), tmp_path)
    header, rows = read_table(tmp_path / "actors")
    assert (header[0], header[-1]) == ("id:ID(Actor)", ":LABEL")
    assert {tuple(row["LABEL"]) for row in rows} == {("Actor", "Person"), ("Actor", "Company")}  # type: ignore[arg-type]
    header, _ = read_table(tmp_path / "about")
    assert header[-3:] == [":START_ID(Claim)", ":END_ID(Actor)", ":TYPE"]


def disputed_graph() -> Graph:
    paper = Paper("a")
    lee, acme = paper.chain("Ann Lee"), paper.chain("Acme", "Company")
    paper.says(lee, "owns", acme)
    paper.says(lee, "owns", acme, polarity=Polarity.DENIED)
    return make_graph([paper.reading()], (), Resources())


def test_only_a_fact_has_its_relation_as_type(tmp_path: Path) -> None:
    rows = read_back(sample_graph(), tmp_path)["ties"]
    assert {(row["TYPE"], row["relation"], row["status"]) for row in rows} == {
        ("FUNDED", "funded", "established"),
        ("OWNS", "owns", "established"),
        (NOT_ESTABLISHED, "criticises", "denied"),
        (NOT_ESTABLISHED, "met", "alleged"),
    }
    script = "\n".join(iter_statements(sample_graph()))
    assert ":FUNDED" in script
    assert ":MET" not in script


def test_a_fact_that_is_denied_too_is_disputed(tmp_path: Path) -> None:
    (row,) = read_back(disputed_graph(), tmp_path)["ties"]
    assert (row["TYPE"], row["status"]) == ("OWNS", "disputed")


def test_types_of_edges_are_plain_and_differ() -> None:
    types = [edge_type(relation) for relation in load_ontology().relations]
    assert len(set(types)) == len(types)
    assert all(re.fullmatch(r"[A-Z_]+", each) and each != NOT_ESTABLISHED for each in types)


def read_string(script: str, *, early: bool) -> str:
    """The one string literal that ``script`` is, by the grammar of openCypher.

    ``early`` reads Unicode escapes before all else, with no regard to backslashes before them.
    """
    if early:
        script = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found.group(1), 16)), script)
    assert script[0] == "'"
    parts, place = [], 1
    escapes = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\", "'": "'"}
    while script[place] != "'":
        if script[place] != "\\":
            parts.append(script[place])
            place += 1
        elif script[place + 1] == "u":
            parts.append(chr(int(script[place + 2 : place + 6], 16)))
            place += 6
        else:
            parts.append(escapes[script[place + 1]])
            place += 2
    assert place == len(script) - 1, "the literal ends before its end"
    return "".join(parts)


@given(ANY_TEXT)
def test_a_quoted_text_is_one_literal_of_cypher_and_reads_as_it_was(text: str) -> None:
    expected = re.sub("[\0\ud800-\udfff]", "", text)
    assert read_string(quote(text), early=False) == expected
    assert read_string(quote(text), early=True) == expected
    assert not re.search("[\0-\x1f\x7f-\x9f\u2028\u2029]", quote(text))


@given(ANY_TEXT)
def test_a_quoted_name_ends_where_it_ends(text: str) -> None:
    found = name(text)
    assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*|`(?:[^`\\]|``)*`", found, re.ASCII | re.DOTALL)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (True, "true"),
        (3, "3"),
        (1e300, "1e+300"),
        (float("nan"), "null"),
        (["a", "b'"], r"['a', 'b\'']"),
        ({"a": None, "b c": 1}, "{`b c`: 1}"),
    ],
)
def test_other_values_are_literals_too(value: object, expected: str) -> None:
    assert literal(value) == expected
    with pytest.raises(TypeError, match="no literal"):
        literal(object())


def statements(script: str) -> Iterator[str]:
    """What lies between semicolons that are in no string."""
    bare = re.sub(r"'(?:[^'\\]|\\.)*'", "''", script)
    return (each.strip() for each in bare.split(";") if each.strip())


@pytest.mark.parametrize("graph", sorted(GRAPHS))
def test_a_script_has_statements_that_make_nothing_twice(graph: str, tmp_path: Path) -> None:
    made = GRAPHS[graph]()
    load_writers()["cypher"].write(made, tmp_path / "graph.cypher")
    script = (tmp_path / "graph.cypher").read_text(encoding="utf-8")
    found = list(statements(script))
    assert len(found) == len(list(iter_statements(made)))
    constraint = r"CREATE CONSTRAINT sociogram_\w+_id IF NOT EXISTS\nFOR \(n:\w+\) REQUIRE n\.id IS UNIQUE"
    node = r"UNWIND \[[^;]*\] AS row\nMERGE \(n:\w+ \{id: row\.id\}\) SET n = row( SET n:\w+)?"
    edge = (
        r"UNWIND \[[^;]*\] AS row\nMATCH \(a:\w+ \{id: row\.from\}\), \(b:\w+ \{id: row\.to\}\)\n"
        r"MERGE \(a\)-\[r:\w+( \{\w+: row\.set\.\w+\})?\]->\(b\) SET r = row\.set"
    )
    for each in found:
        assert re.fullmatch(f"{constraint}|{node}|{edge}", each), each[-300:]


def test_nothing_of_a_text_stands_outside_of_a_string() -> None:
    bare = re.sub(r"'(?:[^'\\]|\\.)*'", "''", "\n".join(iter_statements(hostile_graph())))
    assert "alert" in HOSTILE
    assert "alert" not in bare
    assert "script" not in bare


def test_statements_are_bounded() -> None:
    paper = Paper("a")
    for number in range(BATCH + 5):
        paper.chain(f"Ann Number{number} Lee{number}")
    script = list(iter_statements(make_graph([paper.reading()], (), Resources())))
    assert max(each.count("\n") for each in script) <= BATCH + 5
