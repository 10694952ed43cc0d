"""A thousand hostile strings as names, titles, authors and quotes: none is executed in any page or export."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from sociogram.compare import compare_graphs
from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.write import write_case
from sociogram.write.difference.page import iter_page
from sociogram.write.text.dossier import write_dossier
from support.made_readings import Paper, Resources
from support.patience import PATIENCE
from support.serve_cases import running

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
RUN = "window.owned=1"
BREAKS = (
    "", '"', "'", "`", '">', "'>", "</script>", "</SCRIPT >", "</title>", "</textarea>", "</style>", "</svg>", "-->",
    "]]>", "\\", "\\\"", "${", "{{", "\u2028", "\u2029;", "\n", "\r\n", "\t", "\x0b", "&quot;>", "&#34;>", "<![CDATA[",
    "<!--<script>", "*/", "//", "](", "](javascript:window.owned=1)", "|", "<?xml ", "\u202e", "\ufeff", "=", "\x0c",
    "'`\"><", "</noscript>",
)  # fmt: skip
"""What leaves the place where a text stands: attributes, scripts, comments, marks of Markdown."""
PAYLOADS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<svg/onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<body onload={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    f"<a href='javascript:{RUN}' autofocus onfocus={RUN}>x</a>",
    f"<input autofocus onfocus={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<math><mtext></math><img src=x onerror={RUN}>",
    f"<style>@import 'javascript:{RUN}'</style><style onload={RUN}></style>",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"\\u003cscript\\u003e{RUN}\\u003c/script\\u003e",
    f";{RUN};//",
    f"-{RUN}-",
    f"constructor.constructor('{RUN}')()}}}}",
    "window.owned=1}",
    f"<object data='javascript:{RUN}'></object><embed src='javascript:{RUN}'>",
    f"<img src='data:image/svg+xml,<svg onload=top.{RUN}>'>",
    f"![x](javascript:{RUN})<{RUN}>",
    f"<x onclick={RUN} onmouseover={RUN} tabindex=1 onfocus={RUN} autofocus>",
    f"<form action='javascript:{RUN}'><button autofocus onfocus={RUN}>",
    f"<marquee onstart={RUN}>",
    f"<template><script>{RUN}</script></template><link rel=stylesheet href=x onerror={RUN}>",
)
STRINGS = [left + right for left, right in product(BREAKS, PAYLOADS)]
PER_PAPER = 40


def make_hostile(verb: str) -> Graph:
    """A graph in which each string is the name of an actor, a quote, a trigger, an author or a title."""
    papers = []
    for first in range(0, len(STRINGS), PER_PAPER):
        some = STRINGS[first : first + PER_PAPER]
        paper = Paper(f"d{first}", authors=(some[0],), published="2024-05-01")
        hub = paper.chain("Ann Varga")
        for number, words in enumerate(some):
            left = paper.chain(words, "Person" if number % 2 else "Company")
            paper.says(hub, verb, left, quote=words, trigger=words, lemma=words)
            paper.says(left, "criticises", None, quote=words + "3", literal=("Thing", words))
            paper.sentence(hub, left, text=words)
        papers.append(paper)
    return make_graph([paper.reading() for paper in papers], (), Resources())


@pytest.fixture(scope="module")
def graph() -> Graph:
    assert len(STRINGS) == 1000
    found = make_hostile("funded")
    held = "\0".join(
        [*(actor.name for actor in found.actors), *(claim.evidence.quote for claim in found.claims)]
    )
    assert all(words in held for words in STRINGS)
    return found


@pytest.fixture(scope="module")
def case(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    write_case(graph, folder)
    return folder


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(accept_downloads=True)
    found = context.new_page()
    found.set_default_timeout(PATIENCE)
    asked: list[str] = []
    found.on("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
    yield found
    assert_untouched(found)
    assert asked == []
    context.close()


def assert_untouched(page: Page) -> None:
    page.wait_for_timeout(200)  # what is loaded by a picture or a frame comes late
    assert [frame.evaluate("window.owned") for frame in page.frames] == [None] * len(page.frames)


def test_the_explorer_runs_none(page: Page, case: Path, graph: Graph, tmp_path: Path) -> None:
    page.goto((case / "index.html").as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    for tab in ("actors", "ties", "claims", "map", "ask"):
        page.locator(f'[data-tab="{tab}"]').click()
    shown = page.evaluate(
        """async (ids) => {
            let shown = 0;
            for (const id of ids) {
                location.hash = '#actor=' + encodeURIComponent(id);
                await new Promise((done) => setTimeout(done, 5));
                document.querySelectorAll('.panel details').forEach((each) => { each.open = true; });
                shown += document.querySelector('.panel h2') ? 1 : 0;
            }
            return shown;
        }""",
        [actor.id for actor in graph.actors],
    )
    assert shown > len(graph.actors) / 2
    assert_untouched(page)
    page.fill("#search", "script")
    page.wait_for_selector(".results .hit")
    page.keyboard.press("Escape")
    page.locator(".menu summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture (SVG)").click()
    picture = tmp_path / "picture.svg"
    download.value.save_as(picture)
    assert_untouched(page)
    page.goto(picture.as_uri())
    assert page.evaluate("document.querySelectorAll('text').length") > 10
    assert page.evaluate("document.querySelectorAll('script, foreignObject, image, [onload]').length") == 0


def test_the_plain_page_runs_none(page: Page, case: Path) -> None:
    page.goto((case / "network.html").as_uri())
    page.wait_for_selector("canvas")


def test_the_page_of_a_difference_runs_none(page: Page, graph: Graph, tmp_path: Path) -> None:
    difference = compare_graphs(graph, make_hostile("sued"))
    path = tmp_path / "difference.html"
    path.write_bytes("".join(iter_page(difference, (STRINGS[0], STRINGS[40]))).encode("utf-8", "replace"))
    page.goto(path.as_uri())
    assert page.locator("article").count() > 100
    assert page.locator("img, svg, iframe, main script, main form").count() == 0


def test_a_dossier_as_html_runs_none(page: Page, graph: Graph, tmp_path: Path) -> None:
    path = tmp_path / "dossier.md"
    write_dossier(graph, list(graph.actors), path)
    html = MarkdownIt("commonmark").enable("table").render(path.read_text(encoding="utf-8"))
    shown = tmp_path / "dossier.html"
    shown.write_text(f"<!doctype html><meta charset=utf-8><body>{html}", encoding="utf-8")
    page.goto(shown.as_uri())
    assert page.locator("li").count() > 1000
    assert page.locator("script, img, svg, a, iframe, input, form, style, [onload], [onerror]").count() == 0


def test_the_served_pages_run_none(page: Page, case: Path, graph: Graph) -> None:
    with running(case) as client:
        page.goto(str(client.base_url))
        page.wait_for_selector("html[data-ready]", state="attached")
        page.get_by_role("button", name="Who supports whom?").click()
        page.wait_for_selector(".ask .facts")
        for actor in graph.actors[:60]:
            page.evaluate("(id) => { location.hash = '#actor=' + encodeURIComponent(id); }", actor.id)
            page.wait_for_timeout(20)
        assert_untouched(page)
        page.goto(str(client.base_url.join("/query")))
        assert_untouched(page)
