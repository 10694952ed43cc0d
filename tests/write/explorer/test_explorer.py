"""The explorer's file: what it holds, and that nothing of a document can leave its place."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from sociogram.graph.values import Graph
from sociogram.serve.explorer.whole_case import WholeCase
from sociogram.write.explorer.page import iter_page
from sociogram.write.picture import measures
from sociogram.write.picture.layout import place_nodes
from sociogram.write.picture.measures import join_pairs, measure
from support.explorer_cases import make_case, make_named, make_turned, make_unread, write_case_page
from support.places import ROOT

HOSTILE = "</script><script>window.owned=1</script>\u2028\u2029&lt;script&gt;<!--<script>\ud800\x00"


def data_of(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found.group(1)))


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    graph, texts = make_case()
    first = write_case_page(tmp_path, graph, texts).read_bytes()
    assert write_case_page(tmp_path, graph, texts).read_bytes() == first


def test_the_page_has_the_place_and_the_reason_of_each_sentence_that_gave_no_claim(tmp_path: Path) -> None:
    graph, texts = make_unread()
    data: Any = data_of(write_case_page(tmp_path, graph, texts).read_text(encoding="utf-8"))
    (start,), (length,), (why,) = (data["unread"][name] for name in ("start", "length", "why"))
    assert data["unread"]["document"] == [0]
    assert texts["d1"][start : start + length] == "Anna Berg saw 😀 Tom Aldo."
    assert data["strings"][why] == "nothing was read"


def test_a_claim_that_runs_against_its_tie_is_told_by_its_number(tmp_path: Path) -> None:
    graph, texts = make_turned()
    data: Any = data_of(write_case_page(tmp_path, graph, texts).read_text(encoding="utf-8"))
    assert data["standing"]["turned"] == [3]
    ties, claims, names = data["ties"], data["claims"], data["actors"]["id"]
    for number, claim in enumerate(graph.claims):
        tie = claims["tie"][number]
        ends = names[ties["subject"][tie]], names[ties["object"][tie]]
        assert (ends[::-1] if number == 3 else ends) == (claim.subject, claim.object)
    graph, texts = make_case()
    data = data_of(write_case_page(tmp_path, graph, texts).read_text(encoding="utf-8"))
    assert data["standing"]["turned"] == []


def test_a_server_tells_which_claims_run_against_their_ties() -> None:
    # Of a part: its claims have other numbers than in the whole.
    data = json.loads(WholeCase(make_turned()[0]).slice(0, ["tom", "mira"], {}))
    assert [data["claims"]["id"][claim] for claim in data["standing"]["turned"]] == ["claim3"]
    assert len(data["claims"]["id"]) == 2


def test_the_policy_allows_the_bundle_by_its_hashes_and_nothing_else(tmp_path: Path) -> None:
    page = write_case_page(tmp_path, *make_case()).read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]
    assert "http" not in policy[1]
    for code in (scripts[-1], *styles):
        digest = base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[1]
    assert len(scripts) == len(styles) == 1


def test_no_text_can_end_the_element_it_is_in(tmp_path: Path) -> None:
    graph, texts = make_case(HOSTILE)
    page = write_case_page(tmp_path, graph, texts).read_text(encoding="utf-8")
    islands = re.findall(r'<script type="application/json" id="[^"]+">(.*?)</script>', page, re.DOTALL)
    assert len(islands) == 2
    for island in islands:
        assert not set(island) & {"<", "&", "\u2028", "\u2029", "\x00"}
        json.loads(island)
    assert page.count("</script>") == 3


def test_every_quote_is_in_the_text_that_the_page_holds(tmp_path: Path) -> None:
    graph, texts = make_case()
    page = write_case_page(tmp_path, graph, texts).read_text(encoding="utf-8")
    data = data_of(page)
    text = json.loads(re.findall(r'id="text-0">(.*?)</script>', page, re.DOTALL)[0])
    claims = data["claims"]
    assert isinstance(claims, dict)
    for quote, start in zip(claims["quote"], claims["start"], strict=True):
        words = data["quotes"][quote]  # type: ignore[index]
        assert text[start : start + len(words)] == words


def test_a_text_that_is_not_the_one_read_is_left_out(tmp_path: Path) -> None:
    graph, _ = make_case()
    page = write_case_page(tmp_path, graph, {"d1": "another text"}).read_text(encoding="utf-8")
    assert data_of(page)["documents"]["text"] == [-1]  # type: ignore[index]
    assert "another text" not in page


def test_texts_beyond_the_limit_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    graph, texts = make_case()
    monkeypatch.setattr("sociogram.write.explorer.page.MOST_CHARACTERS", 10)
    assert 'id="text-0"' not in "".join(iter_page(graph, texts.get))


@pytest.mark.parametrize("graph", [Graph(), make_named("One"), make_named("x" * 300, "שלום", "王小明")])
def test_a_graph_without_ties_is_written(tmp_path: Path, graph: Graph) -> None:
    data = data_of(write_case_page(tmp_path, graph).read_text(encoding="utf-8"))
    assert data["actors"]["name"] == [actor.name for actor in graph.actors]  # type: ignore[index]


def test_the_bundle_was_built_from_the_sources_that_are_here() -> None:
    web = ROOT / "web"
    names = ["package.json", "package-lock.json", "tsconfig.json", "vite.config.ts", "stamp.mjs"]
    names += [path.relative_to(web).as_posix() for path in (web / "src").rglob("*") if path.is_file()]
    digest = hashlib.sha256()
    for name in sorted(names):
        digest.update(f"{name}\0".encode() + (web / name).read_bytes() + b"\0")
    stamp = ROOT / "src" / "sociogram" / "write" / "explorer" / "bundle" / "SOURCES.sha256"
    assert stamp.read_text().strip() == digest.hexdigest(), "web/ has changed: make page"


def test_the_sources_never_make_markup_of_text() -> None:
    for path in sorted((ROOT / "web" / "src").rglob("*.ts")):
        source = path.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", source
        ), path


def test_betweenness_of_a_path_is_that_of_its_middle() -> None:
    found = measure(3, join_pairs([(0, 1, 1.0), (1, 2, 1.0)]))
    assert found.betweenness == (0.0, 1.0, 0.0)


def test_measures_agree_with_networkx() -> None:
    import networkx as nx

    network = nx.barabasi_albert_graph(60, 2, seed=3)
    found = measure(60, join_pairs([(left, right, 1.0) for left, right in network.edges]))
    expected = nx.betweenness_centrality(network)
    ranks = nx.pagerank(network, tol=1e-10)
    assert found.betweenness == pytest.approx([expected[node] for node in range(60)])
    assert found.pagerank == pytest.approx([ranks[node] for node in range(60)], abs=1e-6)


@pytest.mark.parametrize("at_once", [1, 5, 128])
def test_measures_are_the_same_to_the_last_bit_however_many_paths_are_counted_at_once(
    at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    import networkx as nx

    network = nx.barabasi_albert_graph(300, 2, seed=3)
    pairs = join_pairs([(left, right, 1.0) for left, right in network.edges])
    expected = measure(300, pairs).betweenness
    monkeypatch.setattr(measures, "_AT_ONCE", at_once)
    assert measure(300, pairs).betweenness == expected


def test_two_cliques_are_two_communities() -> None:
    edges = [(a, b, 1.0) for base in (0, 5) for a in range(base, base + 5) for b in range(a + 1, base + 5)]
    communities = measure(10, join_pairs([*edges, (0, 5, 1.0)])).communities
    assert len(set(communities[:5])) == len(set(communities[5:])) == 1
    assert communities[0] != communities[5]


@pytest.mark.parametrize("count", [0, 1, 2, 700])
def test_nodes_get_places_of_their_own(count: int) -> None:
    edges = [(node, node // 3, 1.0) for node in range(1, count)]
    places = place_nodes(count, edges, [1.0] * count)
    assert len({tuple(place) for place in places.tolist()}) == count
