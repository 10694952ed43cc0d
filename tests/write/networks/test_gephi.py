"""What goes to Gephi and its like: read back whole, dated honestly, drawn as the explorer draws it."""

from __future__ import annotations

import csv
import gc
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import defusedxml.ElementTree
import networkx as nx
import numpy as np
import pytest
from click.testing import CliRunner

from sociogram.cli import group
from sociogram.errors import UsageError
from sociogram.graph.values import Graph
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Claim, LiteralObject, Polarity, Tie, TimeExpression
from sociogram.write import export_graph, write_case
from sociogram.write.explorer.data import iter_data
from sociogram.write.networks.gexf import merged, writer
from sociogram.write.networks.merged import merge_ties
from sociogram.write.picture import drawing as drawings
from sociogram.write.picture import layout
from sociogram.write.picture.colours import kind_colour, kind_group, relation_colour
from sociogram.write.picture.drawing import draw
from sociogram.write.picture.periods import Period, find_period
from sociogram.write.text.xml_text import clean
from support.explorer_cases import make_case, make_parallel
from support.places import ROOT
from support.processes import LONGEST
from support.sample_graphs import SCHEMA, hostile_graph, sample_graph

WEB = ROOT / "web"
BAD = "a\x00b\x0bc\ud800d\udfffe\ufffef\uffff g\x1f\x7f\n\t\r<&>\"' end"
SPACE = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}


def bad_graph() -> Graph:
    """Characters that XML cannot hold in every free text, and dates that are none."""
    graph, _ = make_case()
    claims = tuple(
        replace(
            claim,
            lemma=BAD,
            said_on=("", "2024-13-45", "0000-00-00", "soon")[number],
            time=TimeExpression(start="", end=BAD, text=BAD),
            evidence=replace(claim.evidence, quote=BAD),
        )
        for number, claim in enumerate(graph.claims)
    )
    return replace(
        graph,
        actors=tuple(replace(actor, name=BAD, aliases=(BAD, "label")) for actor in graph.actors),
        claims=claims,
        ties=tuple(replace(tie, lemma=BAD, first="", last="never") for tie in graph.ties),
    )


GRAPHS: dict[str, Callable[[], Graph]] = {
    "sample": sample_graph,
    "hostile": hostile_graph,
    "bad": bad_graph,
    "dated": lambda: make_case()[0],
    "parallel": lambda: make_parallel(40),
    "empty": Graph,
}


def between(graph: Graph) -> list[Tie]:
    return [tie for tie in graph.ties if not isinstance(tie.object, LiteralObject)]


def expected_node(graph: Graph, number: int) -> dict[str, Any]:
    actor = graph.actors[number]
    return {
        "label": clean(actor.name),
        "kind": actor.kind,
        "aliases": clean("; ".join(actor.aliases)),
        "mentions": len(actor.mentions),
        "documents": len({mention.document for mention in actor.mentions}),
    }


def expected_edge(graph: Graph, tie: Tie) -> dict[str, Any]:
    return {
        "label": clean(tie.lemma or tie.relation),
        "relation": tie.relation,
        "lemma": clean(tie.lemma or ""),
        "weight": max(1, tie.affirmed + tie.denied),
        "affirmed": tie.affirmed,
        "denied": tie.denied,
        "sources": tie.sources,
        "first": tie.first or "",
        "last": tie.last or "",
        "confidence": tie.confidence,
        "quote": clean(graph.claims_of(tie)[0].evidence.quote),
        "claims": " ".join(tie.claims),
    }


def assert_found(expected: dict[str, Any], found: dict[str, Any]) -> None:
    """Empty text may be left out; all else is there with its value."""
    assert {title: found.get(title, "") for title in expected} == expected


@pytest.mark.parametrize("name", sorted(GRAPHS))
@pytest.mark.parametrize("form", ["gexf", "merged"])
def test_gexf_of_bad_input_is_valid_by_the_schema(form: str, name: str, tmp_path: Path) -> None:
    schema = os.environ.get(SCHEMA)
    if not schema:
        pytest.skip(f"{SCHEMA} is not set to the path of gexf.rng (https://gexf.net)")
    etree = pytest.importorskip("lxml.etree")
    path = tmp_path / "graph.gexf"
    (merged if form == "merged" else writer).write(GRAPHS[name](), path)
    validator = etree.RelaxNG(etree.parse(schema))
    assert validator.validate(etree.parse(str(path))), validator.error_log


@pytest.mark.parametrize("name", sorted(set(GRAPHS) - {"empty"}))
def test_networkx_reads_all_of_our_gexf(name: str, tmp_path: Path) -> None:
    graph = GRAPHS[name]()
    writer.write(graph, tmp_path / "graph.gexf")
    found = nx.read_gexf(tmp_path / "graph.gexf")
    assert list(found) == [actor.id for actor in graph.actors]
    for number, actor in enumerate(graph.actors):
        assert_found(expected_node(graph, number), found.nodes[actor.id])
    edges = {data["id"]: (left, right, data) for left, right, data in found.edges(data=True)}
    assert set(edges) == {tie.id for tie in between(graph)}
    for tie in between(graph):
        left, right, data = edges[tie.id]
        assert (left, right) == (tie.subject, tie.object)
        assert_found(expected_edge(graph, tie), data)


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_graphology_reads_all_of_our_gexf(name: str, tmp_path: Path) -> None:
    graph = GRAPHS[name]()
    found = read_by_graphology(graph, tmp_path, is_merged=False)
    assert [node["key"] for node in found["nodes"]] == [actor.id for actor in graph.actors]
    drawing = draw(graph)
    for number, node in enumerate(found["nodes"]):
        assert_found(expected_node(graph, number), node["attributes"])
        x, y = drawing.places[number].tolist()
        assert (node["attributes"]["x"], node["attributes"]["y"]) == (x, -y)
    assert [edge["key"] for edge in found["edges"]] == [tie.id for tie in between(graph)]
    for tie, edge in zip(between(graph), found["edges"], strict=True):
        assert (edge["source"], edge["target"]) == (tie.subject, tie.object)
        assert not edge.get("undirected")
        assert_found({**expected_edge(graph, tie), "kind": tie.relation}, edge["attributes"])


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_graphology_reads_one_edge_for_each_pair_of_the_merged_file(name: str, tmp_path: Path) -> None:
    graph = GRAPHS[name]()
    found = read_by_graphology(graph, tmp_path, is_merged=True)
    pairs = {frozenset((tie.subject, str(tie.object))) for tie in between(graph)}
    assert len(found["edges"]) == len(pairs)
    assert {frozenset((edge["source"], edge["target"])) for edge in found["edges"]} == pairs
    assert sum(edge["attributes"]["weight"] for edge in found["edges"]) == sum(
        max(1, tie.affirmed + tie.denied) for tie in between(graph)
    )
    ties = [each for edge in found["edges"] for each in edge["attributes"]["ties"].split()]
    assert sorted(ties) == sorted(tie.id for tie in between(graph))
    assert found["options"]["type"] == "undirected" or not pairs
    assert {edge["attributes"]["kind"] for edge in found["edges"]} <= {"merged"}


def read_by_graphology(graph: Graph, folder: Path, *, is_merged: bool) -> dict[str, Any]:
    node = shutil.which("node")
    if node is None:
        pytest.skip("no node")
    if not (WEB / "node_modules" / "graphology-gexf").is_dir():
        pytest.skip("graphology-gexf is not installed: npm --prefix web ci")
    path = folder / "graph.gexf"
    (merged if is_merged else writer).write(graph, path)
    script = Path(__file__).parent / "read_gexf.mjs"
    done = subprocess.run(
        [node, str(script), str(WEB), str(path)],
        check=True,
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
    )
    read: dict[str, Any] = json.loads(done.stdout)
    return read


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_networkx_reads_all_of_our_graphml(name: str, tmp_path: Path) -> None:
    graph = GRAPHS[name]()
    export_graph(graph, "graphml", tmp_path / "graph.graphml")
    found = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    assert list(found) == [actor.id for actor in graph.actors]
    for number, actor in enumerate(graph.actors):
        x, y = draw(graph).places[number].tolist()
        looks = {"x": x, "y": y, "size": draw(graph).sizes[number], "color": kind_colour(actor.kind)}
        assert_found({**expected_node(graph, number), **looks}, found.nodes[actor.id])
    for tie in between(graph):
        period = find_period(graph.claims_of(tie))
        dates = {"start": period.start or "", "end": period.end or "", "dated": period.dated}
        expected = {**expected_edge(graph, tie), **dates, "color": relation_colour(tie.relation)}
        assert_found(expected, found.edges[tie.subject, str(tie.object), tie.id])
    assert found.number_of_edges() == len(between(graph))


def test_tables_hold_every_actor_and_tie_by_the_columns_of_gephi(tmp_path: Path) -> None:
    graph = sample_graph()
    export_graph(graph, "csv", tmp_path)
    with (tmp_path / "nodes.csv").open(encoding="utf-8", newline="") as file:
        nodes = list(csv.DictReader(file))
    with (tmp_path / "edges.csv").open(encoding="utf-8", newline="") as file:
        edges = list(csv.DictReader(file))
    assert [(row["Id"], row["Label"]) for row in nodes] == [(actor.id, actor.name) for actor in graph.actors]
    ids = {row["Id"] for row in nodes}
    assert all({row["Source"], row["Target"]} <= ids and row["Type"] == "Directed" for row in edges)
    assert [(row["Id"], row["Label"], float(row["Weight"])) for row in edges] == [
        (tie.id, tie.lemma or tie.relation, max(1, tie.affirmed + tie.denied)) for tie in between(graph)
    ]


def test_gephi_shows_the_picture_of_the_explorer(tmp_path: Path) -> None:
    graph = make_case()[0]
    writer.write(graph, tmp_path / "graph.gexf")
    root = defusedxml.ElementTree.parse(tmp_path / "graph.gexf").getroot()
    places = [
        (int(place.get("x", "")), int(place.get("y", "")))
        for place in root.iterfind(".//viz:position", SPACE)
    ]
    page = json.loads("".join(iter_data(graph, [-1])))
    assert places == [(x, -y) for x, y in zip(page["actors"]["x"], page["actors"]["y"], strict=True)]


def test_an_actor_is_as_large_as_the_explorer_counts_its_claims() -> None:
    graph, _ = make_case("!")
    # Anna has two claims with the trust, and one about a text, which counts for a hundredth.
    assert dict(zip((actor.id for actor in graph.actors), draw(graph).strengths, strict=True)) == {
        "anna": 2.01, "trust": 3, "tom": 2, "mira": 1, "lone": 0,
    }  # fmt: skip
    tie = replace(graph.ties[0], object=graph.ties[0].subject)
    assert draw(replace(graph, ties=(tie,))).strengths[0] == 2


def test_colours_are_those_of_the_page() -> None:
    words = (WEB / "src" / "map" / "palette.ts").read_text(encoding="utf-8")
    groups, sentiments = words.split("export const SENTIMENTS")
    rows = dict(re.findall(r'\["(\w+)", "[\w ]+", "(#\w+)"', groups))
    ties = dict(re.findall(r'\["(\w+)", "[\w ]+", "(#\w+)", "#\w+"\]', sentiments))
    kinds = ("Person", "Company", "Country", "Place", "Collective", "Work", "Event", "Nothing known")
    assert {kind_group(kind): kind_colour(kind) for kind in kinds} == rows
    for relation, sentiment in (("funded", "money"), ("opposes", "conflict"), ("unknown", "other")):
        assert relation_colour(relation) == ties[sentiment]


def test_one_build_draws_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def place(count: int, edges: list[tuple[int, int, float]], weights: list[float]) -> layout.Places:
        calls.append(count)
        return layout.place_nodes(count, edges, weights)

    monkeypatch.setattr(drawings, "place_nodes", place)
    write_case(make_case()[0], tmp_path)
    assert calls == [5]


def test_a_drawing_is_forgotten_with_its_graph() -> None:
    graph = make_case()[0]
    assert draw(graph) is draw(graph)
    key = id(graph)
    assert key in drawings._made
    del graph
    gc.collect()
    assert key not in drawings._made


def dated(
    *rows: tuple[str | None, str | None, str | None], polarity: Polarity = Polarity.AFFIRMED
) -> list[Claim]:
    """Claims that hold from the first, or since then, to the second and were said on the third."""
    claim = make_case()[0].claims[0]
    return [
        replace(claim, time=TimeExpression(start=start, end=end, text=words), said_on=said, polarity=polarity)
        for start, end, said in rows
        for words in ["since" if start and not end else ""]
    ]


@pytest.mark.parametrize(
    ("rows", "period"),
    [
        ([("2021-01-01", "2021-12-31", "2024-05-01")], Period("2021-01-01", "2021-12-31", "holds")),
        ([("2019-03-01", None, "2024-05-01")], Period("2019-03-01", None, "holds")),
        ([(None, "2020-02-29", "2024-05-01")], Period(None, "2020-02-29", "holds")),
        ([("2019", "2020-02", None)], Period("2019-01-01", "2020-02-29", "holds")),
        (
            [("2021-01-01", "2021-12-31", None), (None, None, "2024-05-01"), ("2018-01-01", None, None)],
            Period("2018-01-01", None, "holds"),
        ),
        ([(None, None, "2024-05-01"), (None, None, "2023")], Period("2023-01-01", "2024-05-01", "said")),
        ([("2022-01-01", "2021-01-01", "2024-05-01")], Period("2024-05-01", "2024-05-01", "said")),
        ([("", "", ""), ("soon", "2024-13-45", "0000-01-01"), (None, None, None)], Period()),
        ([], Period()),
    ],
)
def test_a_tie_is_dated_by_when_it_holds_else_by_when_it_was_said(
    rows: list[tuple[str | None, str | None, str | None]], period: Period
) -> None:
    assert find_period(dated(*rows)) == period


@pytest.mark.parametrize(
    ("relation", "words", "end"),
    [
        ("met", "on 4 July 2022", "2022-07-04"),
        ("sued", "4 July 2022", "2022-07-04"),
        ("relatedTo", "on Monday", "2022-07-04"),
        ("relatedTo", "since 4 July 2022", None),
        ("funded", "from 4 July 2022 onwards", None),
        ("employs", "on 4 July 2022", None),
        ("leads", "4 July 2022", None),
    ],
)
def test_what_was_done_on_a_day_ends_with_it_and_a_state_does_not(
    relation: str, words: str, end: str | None
) -> None:
    time = TimeExpression(start="2022-07-04", end=None, text=words)
    claim = replace(make_case()[0].claims[0], time=time, relation=relation)
    assert find_period([claim]) == Period("2022-07-04", end, "holds")


def test_relations_that_last_are_relations() -> None:
    lasting = load_vocabulary("graph").words("lasting-relations")
    assert lasting <= load_ontology().relations.keys()


def test_a_denial_does_not_say_when_a_tie_holds() -> None:
    claims = dated(("2021-01-01", "2021-12-31", "2024-05-01"), polarity=Polarity.DENIED)
    assert find_period(claims) == Period("2024-05-01", "2024-05-01", "said")


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_intervals_are_dates_that_do_not_end_before_they_begin(name: str, tmp_path: Path) -> None:
    writer.write(GRAPHS[name](), tmp_path / "graph.gexf")
    root = defusedxml.ElementTree.parse(tmp_path / "graph.gexf").getroot()
    graph = root.find("g:graph", SPACE)
    assert [graph.get(each) for each in ("mode", "timeformat", "timerepresentation")] == [
        "dynamic",
        "date",
        "interval",
    ]
    for edge in root.iterfind(".//g:edge", SPACE):
        start, end = edge.get("start"), edge.get("end")
        assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", each) for each in (start, end) if each is not None)
        assert start is None or end is None or start <= end
        values = {each.get("for"): each.get("value") for each in edge.iterfind(".//g:attvalue", SPACE)}
        assert (values.get("dated") in ("holds", "said")) == (start is not None or end is not None)


def test_a_merged_edge_names_its_relations_with_their_claims() -> None:
    graph = make_case()[0]
    back = replace(
        graph.ties[2], id="back", subject="trust", object="anna", lemma="thank", relation="relatedTo"
    )
    edges = merge_ties(replace(graph, ties=(*graph.ties, back)))
    assert [(edge.id, edge.relations, edge.weight) for edge in edges] == [
        ("anna trust", "funded 2; thank 1", 3.0),
        ("mira tom", "met 1", 1.0),
        ("tom trust", "opposes 1", 1.0),
    ]


def test_the_command_line_merges_for_gexf_alone(tmp_path: Path) -> None:
    write_case(make_case()[0], tmp_path)
    arguments = ["--merged", "--case", str(tmp_path), "-o", str(tmp_path / "out.gexf")]
    done = CliRunner().invoke(group, ["export", "gexf", *arguments])
    assert done.exit_code == 0, done.output
    assert 'kind="merged"' in (tmp_path / "out.gexf").read_text(encoding="utf-8")
    refused = CliRunner().invoke(group, ["export", "graphml", *arguments])
    assert isinstance(refused.exception, UsageError)


def test_more_actors_than_can_search_for_a_place_go_around_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(layout, "MOST_BESIDE", 320)
    edges = [(number, (number * 7 + 1) % 900, 1.0) for number in range(900)]
    weights = [2.0] * 900
    first, second = (layout.place_nodes(900, edges, weights) for _ in range(2))
    assert np.array_equal(first, second)
    assert np.isfinite(first).all()
    assert len({tuple(place) for place in first.tolist()}) == 900
    distance = np.hypot(first[:, 0], first[:, 1])
    assert distance[320:].min() > distance[:320].max()
