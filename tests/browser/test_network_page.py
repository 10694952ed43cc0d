"""network.html in a real browser: it draws, asks for nothing, and runs nothing of what documents say."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sociogram.graph.values import Graph
from sociogram.model import Actor, ActorMention, Claim, Evidence, Modality, Polarity, Tie
from sociogram.write import export_graph

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
HOSTILE = "<script>window.owned=1</script><img src=x onerror=window.owned=1>\u2028</script>'\"&\\ javascript:alert(1)"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]


def make_graph(name: str) -> Graph:
    evidence = Evidence(
        document="d", source=name, start=0, end=len(name), quote=name, prefix=name, suffix=name,
        subject=(0, 1), trigger=(1, 2), object=(2, 3), rule="fund.active@1",
    )  # fmt: skip
    claim = Claim(
        id="c1", subject="a", relation="funded", lemma=name, trigger=name, object="b", polarity=Polarity.AFFIRMED,
        modality=Modality.ASSERTED, asserters=(), time=None, said_on=None, amount=None, confidence=0.5,
        evidence=evidence,
    )  # fmt: skip
    tie = Tie(
        id="t1", subject="a", relation="funded", object="b", lemma=None, affirmed=1, denied=0, sources=1,
        first=None, last=None, confidence=0.5, claims=("c1",),
    )  # fmt: skip
    mention = ActorMention(document="d", start=0, end=1, text=name, pronoun=False)
    actors = tuple(
        Actor(id=key, name=name + key, kind="Person", aliases=(name,), mentions=(mention,)) for key in "ab"
    )
    return Graph(actors=actors, claims=(claim,), ties=(tie,), documents=(), skipped=())


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                  "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        )  # fmt: skip
        yield browser.new_page()
        browser.close()


@pytest.mark.parametrize("name", ["Ann Lee", HOSTILE, "שלום עליכם", "王小明", "x" * 300])
def test_the_page_draws_without_a_request_an_error_or_a_script_of_the_documents(
    page: Page, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "network.html"
    export_graph(make_graph(name), "html", path)
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    page.wait_for_selector("canvas")
    assert page.evaluate("window.owned") is None
    assert errors == []
    assert [url for url in requests if not url.startswith(("file:", "data:", "blob:"))] == []


@pytest.mark.parametrize(
    ("modality", "polarity", "dashes"),
    [("asserted", "affirmed", False), ("reported", "affirmed", False), ("alleged", "affirmed", [1, 4]),
     ("alleged", "denied", True)],
)  # fmt: skip
def test_a_tie_that_no_one_affirms_as_a_fact_is_dotted(
    page: Page, tmp_path: Path, modality: str, polarity: str, dashes: bool | list[int]
) -> None:
    graph = make_graph("Ann Lee")
    claim = replace(graph.claims[0], modality=Modality(modality), polarity=Polarity(polarity))
    affirmed = int(polarity == "affirmed")
    tie = replace(graph.ties[0], affirmed=affirmed, denied=1 - affirmed)
    path = tmp_path / "network.html"
    export_graph(replace(graph, claims=(claim,), ties=(tie,)), "html", path)
    page.goto(path.as_uri())
    page.wait_for_selector("canvas")
    assert page.evaluate("edges.get('t1').dashes") == dashes
    assert ("only alleged" in page.evaluate("edges.get('t1').words")) == (dashes == [1, 4])
    assert "Dotted: only alleged" in page.locator("header").inner_text()
