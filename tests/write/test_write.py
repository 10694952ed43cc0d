"""Writers: one contract for all, and what each format alone must keep."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import stat
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import defusedxml.ElementTree
import networkx as nx
import numpy as np
import pyoxigraph as ox
import pytest
import rdflib

from sociogram.errors import QueryError, UsageError
from sociogram.graph.assemble import make_graph
from sociogram.graph.worth import by_worth
from sociogram.model import LiteralObject
from sociogram.ports import Writer
from sociogram.write import ALWAYS, export_graph, export_rdf, load_writers, write_case
from sociogram.write.files.atomic import open_atomic
from sociogram.write.networks.pyvis_page import MOST_ACTORS, choose
from sociogram.write.networks.tables import guard
from sociogram.write.picture.colours import relation_colour, tie_colour
from sociogram.write.picture.layout import place_nodes
from support.made_readings import Paper, Resources
from support.places import TESTS
from support.processes import LONGEST
from support.sample_graphs import SCHEMA, hostile_graph, lonely_graph, sample_graph, sample_papers

WRITERS = load_writers()


GRAPHS = {"sample": sample_graph, "hostile": hostile_graph, "empty": lambda: make_graph([], (), Resources()),
          "lonely": lonely_graph}  # fmt: skip


@pytest.mark.parametrize("form", sorted(WRITERS))
@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_a_writer_gives_the_same_utf_8_bytes_for_the_same_graph(form: str, name: str, tmp_path: Path) -> None:
    writer = WRITERS[form]
    assert isinstance(writer, Writer)
    for path in (tmp_path / "one", tmp_path / "two"):
        writer.write(GRAPHS[name](), path)
    content = (tmp_path / "one").read_bytes()
    assert content == (tmp_path / "two").read_bytes()
    content.decode("utf-8")


def test_a_plug_in_adds_a_form_and_never_replaces_one_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    plugins = {"acme.xlsx@1": "old", "acme.xlsx@2": "new", "gexf@1": "another"}
    monkeypatch.setattr("sociogram.write.load_plugins", lambda _port: plugins)
    assert load_writers() == {**WRITERS, "acme.xlsx": "new"}


@pytest.mark.parametrize("form", sorted(WRITERS))
def test_a_writer_that_fails_leaves_the_earlier_file_and_nothing_else(form: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("earlier", encoding="utf-8")
    with pytest.raises(AttributeError):
        WRITERS[form].write(object(), path)
    assert path.read_text(encoding="utf-8") == "earlier"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_bytes_do_not_depend_on_the_seed_of_hashes(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; sys.path.insert(0, sys.argv[2]); "
        "from support.sample_graphs import sample_graph; "
        "from sociogram.write import write_case; "
        "write_case(sample_graph(), Path(sys.argv[1]), formats=['turtle', 'nquads', 'jsonld', 'csv', "
        "'ftm', 'neo4j', 'cypher', 'dossier'])"
    )
    for seed in ("1", "2"):
        arguments = [sys.executable, "-c", code, str(tmp_path / seed), str(TESTS)]
        subprocess.run(arguments, check=True, env={**os.environ, "PYTHONHASHSEED": seed}, timeout=LONGEST)
    names = sorted(path.name for path in (tmp_path / "1").iterdir())
    assert len(names) == len(ALWAYS) + 17
    for name in names:
        assert (tmp_path / "1" / name).read_bytes() == (tmp_path / "2" / name).read_bytes(), name


def test_a_case_folder_has_the_files_of_the_design_and_keeps_judgements(tmp_path: Path) -> None:
    write_case(sample_graph(), tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        "index.html", "network.html", "graph.trig", "graph.gexf", "graph.graphml", "claims.jsonl", "ties.jsonl",
        "actors.jsonl", "documents.jsonl", "skipped.jsonl", "unread.jsonl", "judgements.csv",
    }  # fmt: skip
    (tmp_path / "judgements.csv").write_text("verdict,left,right,who,when\nsame,a,b,,\n", encoding="utf-8")
    write_case(sample_graph(), tmp_path)
    assert "same,a,b" in (tmp_path / "judgements.csv").read_text(encoding="utf-8")


def test_an_unknown_format_is_named_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"unknown format 'gefx'; the formats are csv-edges"):
        write_case(sample_graph(), tmp_path, formats=["gefx"])
    assert not list(tmp_path.iterdir())


def test_atomic_files_are_readable_by_others_and_gone_on_error(tmp_path: Path) -> None:
    with open_atomic(tmp_path / "a") as file:
        file.write(b"x")
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o644
    with pytest.raises(ValueError, match="stop"), open_atomic(tmp_path / "b"):
        raise ValueError("stop")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_folder_that_cannot_be_made_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="choose another folder"):
        write_case(sample_graph(), tmp_path / "file")


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_all_rdf_formats_hold_the_same_statements(name: str, tmp_path: Path) -> None:
    graph = GRAPHS[name]()
    formats = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS, "jsonld": ox.RdfFormat.JSON_LD}
    for form in formats:
        export_graph(graph, form, tmp_path / form)
    export_graph(graph, "turtle", tmp_path / "turtle")
    expected = set(graph.quads())
    for form, known in formats.items():
        assert set(ox.parse(path=str(tmp_path / form), format=known)) == expected, form
    triples = {quad.triple for quad in ox.parse(path=str(tmp_path / "turtle"), format=ox.RdfFormat.TURTLE)}
    assert triples == {quad.triple for quad in expected}


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib.*")
def test_rdflib_reads_our_json_ld_as_it_reads_our_trig(tmp_path: Path) -> None:
    found = []
    for form, parser in (("jsonld", "json-ld"), ("trig", "trig")):
        export_graph(sample_graph(), form, tmp_path / form)
        dataset = rdflib.Dataset()
        dataset.parse(tmp_path / form, format=parser)
        found.append(set(dataset.quads()))
    assert found[0] == found[1]


def test_the_rdf_of_a_case_folder_is_exported_with_nothing_lost(tmp_path: Path) -> None:
    write_case(sample_graph(), tmp_path)
    with (tmp_path / "graph.trig").open("rb") as trig:
        export_rdf(trig, "nquads", tmp_path / "again.nq")
        assert set(ox.parse(path=str(tmp_path / "again.nq"))) == set(sample_graph().quads())
        with pytest.raises(UsageError, match="unknown RDF format"):
            export_rdf(trig, "n3", tmp_path / "x")
    with pytest.raises(QueryError, match="cannot be read as TriG"):
        export_rdf(io.BytesIO(b"<a> <b>"), "nquads", tmp_path / "x")


@pytest.mark.parametrize("form", [form for form in WRITERS if form.startswith("jsonl-")])
def test_json_lines_are_one_object_a_line_for_every_notion_of_a_line(form: str, tmp_path: Path) -> None:
    WRITERS[form].write(hostile_graph(), tmp_path / "file")
    text = (tmp_path / "file").read_text(encoding="utf-8")
    assert all(isinstance(json.loads(line), dict) for line in text.splitlines())
    assert len(text.splitlines()) == text.count("\n")


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_gexf_is_valid_by_the_schema_of_gexf_1_3(name: str, tmp_path: Path) -> None:
    schema = os.environ.get(SCHEMA)
    if not schema:
        pytest.skip(f"{SCHEMA} is not set to the path of gexf.rng (https://gexf.net)")
    etree = pytest.importorskip("lxml.etree")
    export_graph(GRAPHS[name](), "gexf", tmp_path / "graph.gexf")
    validator = etree.RelaxNG(etree.parse(schema))
    assert validator.validate(etree.parse(str(tmp_path / "graph.gexf"))), validator.error_log


def test_gexf_has_ties_as_edges_with_kind_and_dates(tmp_path: Path) -> None:
    graph = sample_graph()
    export_graph(graph, "gexf", tmp_path / "graph.gexf")
    root = defusedxml.ElementTree.parse(tmp_path / "graph.gexf").getroot()
    space = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}
    edges = {edge.get("id"): edge for edge in root.iterfind(".//g:edge", space)}
    between = [tie for tie in graph.ties if isinstance(tie.object, str)]
    assert set(edges) == {tie.id for tie in between}
    for tie in between:
        edge = edges[tie.id]
        assert (edge.get("source"), edge.get("target"), edge.get("kind")) == (
            tie.subject,
            tie.object,
            tie.relation,
        )
    funded = next(edges[tie.id] for tie in between if tie.relation == "criticises")
    assert (funded.get("start"), funded.get("end")) == ("2024-05-01", "2024-05-01")
    assert len(root.findall(".//viz:position", space)) == len(graph.actors)


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_networkx_reads_our_graphml_as_the_same_network(name: str, tmp_path: Path) -> None:
    graph = GRAPHS[name]()
    export_graph(graph, "graphml", tmp_path / "graph.graphml")
    again = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    view = graph.to_networkx()
    assert set(again) == set(view)
    assert {key for *_, key in again.edges(keys=True)} == {key for *_, key in view.edges(keys=True)}


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_words_are_nodes_where_they_are_wanted(name: str, tmp_path: Path) -> None:
    graph = GRAPHS[name]()
    for form in ("gexf", "graphml", "csv"):
        export_graph(graph, form, tmp_path / form, words=True)
    again = nx.read_graphml(tmp_path / "graphml", force_multigraph=True)
    literals = {tie.object for tie in graph.ties if isinstance(tie.object, LiteralObject)}
    assert len(again) == len(graph.actors) + len(literals)
    assert again.number_of_edges() == len(graph.ties)
    root = defusedxml.ElementTree.parse(tmp_path / "gexf").getroot()
    space = {"g": "http://gexf.net/1.3"}
    nodes = {node.get("id") for node in root.iterfind(".//g:node", space)}
    assert nodes == set(again)
    assert {edge.get("target") for edge in root.iterfind(".//g:edge", space)} <= nodes
    with (tmp_path / "csv" / "edges.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["Target"] for row in rows} <= nodes
    assert len(rows) == len(graph.ties)


def test_edges_have_worth_and_tone_and_the_quote_of_the_best_claim(tmp_path: Path) -> None:
    graph = sample_graph()
    export_graph(graph, "csv", tmp_path)
    with (tmp_path / "edges.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["Id"]: row for row in csv.DictReader(file)}
    for tie in graph.ties:
        if isinstance(tie.object, str):
            row = rows[tie.id]
            best = max(graph.claims_of(tie), key=by_worth)
            assert (float(row["Worth"]), row["Quote"]) == (tie.worth, best.evidence.quote)
    tones = {row["Tone"] for row in rows.values()}
    assert tones == {"", "material cooperation", "verbal conflict", "contact"}


@pytest.mark.parametrize(
    ("lemma", "colour"),
    [
        ("castigate", "conflict"),
        ("bombard", "conflict"),
        ("bankroll", "support"),
        ("talk with", "contact"),
        ("paint", None),
    ],
)
def test_an_open_tie_has_the_colour_of_its_tone(lemma: str, colour: str | None) -> None:
    like = {"conflict": "attacked", "support": "supports", "contact": "met", None: "relatedTo"}[colour]
    assert tie_colour("relatedTo", lemma) == relation_colour(like)
    assert tie_colour("funded", lemma) == relation_colour("funded")


def test_tables_have_the_headers_that_gephi_imports_and_no_formula(tmp_path: Path) -> None:
    export_graph(hostile_graph(), "csv", tmp_path)
    tables = {}
    for name in ("nodes.csv", "edges.csv"):
        with (tmp_path / name).open(encoding="utf-8", newline="") as file:
            tables[name] = list(csv.DictReader(file))
    assert list(tables["nodes.csv"][0])[:2] == ["Id", "Label"]
    assert list(tables["edges.csv"][0])[:6] == ["Source", "Target", "Type", "Id", "Label", "Weight"]
    values = [value for rows in tables.values() for row in rows for value in row.values()]
    assert not any(value.startswith(("=", "+", "-", "@")) for value in values)


@pytest.mark.parametrize(
    ("value", "safe"), [("=1", "'=1"), (" =1", "' =1"), ("@x", "'@x"), ("a=1", "a=1"), (-1.5, -1.5)]
)
def test_formulas_are_guarded_and_numbers_are_not(value: str | float, safe: str | float) -> None:
    assert guard(value) == safe


class Page(HTMLParser):
    """Tags, attributes and scripts of a page, as a browser would see them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.text = ""
        self._in = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in = tag

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in == "script":
            self.scripts.append(data)
        else:
            self.text += data


@pytest.mark.parametrize("name", sorted(GRAPHS))
def test_the_network_page_loads_nothing_from_outside(name: str, tmp_path: Path) -> None:
    export_graph(GRAPHS[name](), "html", tmp_path / "network.html")
    page = Page((tmp_path / "network.html").read_text(encoding="utf-8"))
    for tag, attributes in page.tags:
        assert tag not in {"link", "iframe", "object", "img"}
        assert not {"src", "href", "action", "onload", "onclick"} & set(attributes), (tag, attributes)
    (policy,) = [a["content"] for tag, a in page.tags if tag == "meta" and a.get("http-equiv")]
    assert str(policy).startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-eval" not in str(policy)
    assert "'unsafe-inline'" not in str(policy).split("style-src")[0]


def test_a_hostile_name_or_quote_makes_no_script_in_the_page(tmp_path: Path) -> None:
    export_graph(hostile_graph(), "html", tmp_path / "hostile.html")
    export_graph(sample_graph(), "html", tmp_path / "sample.html")
    hostile, sample = (
        Page((tmp_path / f"{name}.html").read_text(encoding="utf-8")) for name in ("hostile", "sample")
    )
    assert len(hostile.scripts) == len(sample.scripts)
    assert not any("<script>alert" in script for script in hostile.scripts)
    assert "alert(1)" not in hostile.text


def test_the_page_keeps_parallel_ties_and_gives_positions(tmp_path: Path) -> None:
    graph = sample_graph()
    export_graph(graph, "html", tmp_path / "network.html")
    text = (tmp_path / "network.html").read_text(encoding="utf-8")
    edges = json.loads(re.search(r"edges = new vis.DataSet\((\[.*?\])\);", text).group(1))  # type: ignore[union-attr]
    nodes = json.loads(re.search(r"nodes = new vis.DataSet\((\[.*?\])\);", text).group(1))  # type: ignore[union-attr]
    assert {edge["id"] for edge in edges} == {tie.id for tie in graph.ties if isinstance(tie.object, str)}
    assert all({"x", "y"} <= set(node) for node in nodes)
    assert all(edge["words"].count("“") for edge in edges)


def test_the_page_shows_the_strongest_actors_alone() -> None:
    papers = sample_papers()
    for number in range(MOST_ACTORS + 50):
        paper = Paper(f"p{number}")
        paper.says(paper.chain(f"Person Number{number}"), "met", paper.chain("Ann Varga"))
        papers.append(paper)
    actors, ties = choose(make_graph([paper.reading() for paper in papers], (), Resources()))
    assert len(actors) == MOST_ACTORS
    assert actors[0].id == "ann-varga"
    shown = {actor.id for actor in actors}
    assert all({tie.subject, tie.object} <= shown for tie in ties)


@pytest.mark.browser
def test_a_browser_draws_the_hostile_page_without_a_request_or_an_error(tmp_path: Path) -> None:
    api = pytest.importorskip("playwright.sync_api")
    chromium = (
        os.environ.get("SOCIOGRAM_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    )
    if not chromium:
        pytest.skip("no Chromium; give its path in SOCIOGRAM_CHROMIUM")
    path = tmp_path / "network.html"
    export_graph(hostile_graph(), "html", path)
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        requests: list[str] = []
        problems: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        page.on("console", lambda message: problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("dialog", lambda dialog: (problems.append("alert"), dialog.dismiss()))
        page.goto(path.as_uri())
        page.wait_for_function(
            "typeof network !== 'undefined' && edges.get()[0].title instanceof HTMLElement"
        )
        drawn = page.evaluate("[nodes.length, edges.length]")
        browser.close()
    assert drawn == [2, 2]
    assert (requests, problems) == ([path.as_uri()], [])


def test_positions_are_finite_centred_and_the_same_twice() -> None:
    edges = [(0, 1, 1.0), (1, 2, 3.0), (3, 3, 1.0)]
    first, second = (place_nodes(5, edges, [1.0, 4.0, 3.0, 0.0, 0.0]) for _ in range(2))
    assert np.array_equal(first, second)
    assert np.isfinite(first).all()
    assert len({tuple(place) for place in first.tolist()}) == 5
    assert place_nodes(0, [], []).shape == (0, 2)
    assert place_nodes(1, [], [0.0]).shape == (1, 2)
