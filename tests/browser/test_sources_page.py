"""The room of sources in a real browser: who says what, what is disputed, by mouse and by keyboard."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sociogram.graph.values import Graph
from support.explorer_cases import make_case, make_open_case, write_case_page
from support.patience import PATIENCE
from support.places import AXE
from support.standing_cases import WIRE, graph_of, make_sources, paper

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
HOSTILE = '<img src=x onerror="window.owned=1"><script>window.owned=1</script>\u202eevil'
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
Open = Callable[..., "Page"]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page; at the end there must have been no error in the console, and no request."""
    wrong: list[str] = []
    contexts = []

    def open_one(graph: Graph, texts: dict[str, str] | None = None, *, hash_: str = "", **more: Any) -> Page:
        path = write_case_page(tmp_path, graph, texts)
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **more})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith(("file:", "data:")) else wrong.append(request.url),
        )
        page.goto(path.as_uri() + (f"#{hash_}" if hash_ else ""))
        page.wait_for_function("() => window.sociogram")
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert not wrong


def room(page: Page) -> Locator:
    return page.locator(".matrix-room")


def cells(page: Page) -> dict[str, dict[str, str]]:
    """What each row says under each column, in words; the first row's first line is its key."""
    table = page.evaluate(
        "[...document.querySelectorAll('.matrix tr')]"
        ".map((row) => [...row.children].map((cell) => cell.innerText.trim()))"
    )
    heads = [words.rsplit(" ", 1)[0] for words in table[0]]
    return {
        row[0].split("\n")[0]: {head: words for head, words in zip(heads[1:], row[1:], strict=True) if words}
        for row in table[1:]
    }


def test_what_is_disputed_takes_one_click(open_page: Open) -> None:
    page = open_page(make_sources())
    page.locator('[data-tab="matrix"]').click()
    assert room(page).locator("h2").inner_text() == "What is disputed"
    assert cells(page) == {
        "Ann Varga supports Orion Rail": {
            "Alpha Post": "+ states", "Beta News": "= repeats", "Delta": "× denies", "Gamma Times": "+ states",
        },
        "Ann Varga opposes Orion Rail": {"Gamma Times": "+ states"},
    }  # fmt: skip
    assert "disputed: stated by 2 outlets; denied by Bela Nemes" in room(page).inner_text()


def test_the_sources_of_a_tie_take_five_actions_at_most(open_page: Open) -> None:
    page = open_page(make_sources())
    page.locator('[data-tab="ties"]').click()  # 1
    page.locator("tbody tr", has_text="supports").get_by_role("button", name="supports").click()  # 2
    panel = page.locator(".panel")
    assert "disputed: stated by 2 outlets; denied by Bela Nemes" in panel.inner_text()
    assert "Ann Varga opposes Orion Rail (the two do not go together)" in panel.inner_text()
    panel.get_by_role("button", name="Who says so").click()  # 3
    assert page.evaluate("document.activeElement.innerText") == "Who says that Ann Varga supports Orion Rail"
    # Rows are sentences here, the copy folded into what it copies, with the tie that contradicts it.
    assert room(page).locator("tbody tr").count() == 4
    row = room(page).locator("tbody tr", has_text="the founder of the Varga Fund")
    assert row.locator(".cell").all_inner_texts() == ["+ states", "= repeats"]
    row.locator(".cell").nth(1).click()  # 4
    wanted = panel.locator(".claim.wanted")
    assert "A copy of a sentence of Alpha Post" in wanted.inner_text()
    assert (
        wanted.locator("dt", has_text="Says so").locator("+ dd").inner_text()
        == "Beta News (the document’s outlet)"
    )


def test_the_keyboard_alone_finds_what_is_disputed_and_who_says_so(open_page: Open) -> None:
    page = open_page(make_sources())
    page.locator('[data-tab="matrix"]').focus()
    page.keyboard.press("Enter")
    room(page).locator(".cell").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.innerText").strip() == "= repeats"
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.innerText") == "Ann Varga supports Orion Rail"
    page.locator(".panel").get_by_role("button", name="Who says so").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('.matrix-room') !== null")
    box = room(page).locator("#by-speakers")
    box.focus()
    page.keyboard.press("Space")
    assert page.evaluate("document.activeElement.id") == "by-speakers"
    assert "Bela Nemes" in room(page).locator("thead").inner_text()


def test_a_link_leads_to_the_same_matrix(open_page: Open) -> None:
    page = open_page(make_sources(), hash_="tab=matrix&matrix=actor:ann-varga")
    assert room(page).locator("h2").inner_text() == "Who says what of Ann Varga"
    assert "matrix=actor%3Aann-varga" in page.evaluate("sociogram.state.toHash()")
    other = open_page(make_sources(), hash_="tab=matrix&matrix=actor:nobody")
    assert room(other).locator("h2").inner_text() == "What is disputed"


def test_ties_are_filtered_by_how_they_stand(open_page: Open) -> None:
    page = open_page(make_sources(), hash_="tab=map")
    facet = page.locator('[data-facet="standing"]')
    facet.locator("summary").click()
    facet.locator(".value").first.wait_for()  # opening is told a moment after the click
    words = facet.inner_text()
    assert "disputed or contradicted" in words
    assert "of one outlet alone" in words
    facet.locator('[data-value="disputed"]').check()
    shown = page.evaluate(
        "sociogram.graph.data.ties.id.filter((_, tie) => sociogram.state.tieCount[tie]).length"
    )
    assert shown == 2
    facet.locator('[data-value="disputed"]').uncheck()
    facet.locator('[data-value="one"]').check()
    page.locator('[data-tab="ties"]').click()
    assert sorted(page.locator("tbody tr td:nth-child(2)").all_inner_texts()) == ["met", "opposes"]


def test_a_filter_counts_the_outlets_that_it_leaves(open_page: Open) -> None:
    page = open_page(make_sources(), hash_="tab=map")
    page.locator('[data-facet="polarity"] [data-value="affirmed"]').check()
    page.locator('[data-tab="ties"]').click()
    assert "stated by 2 outlets" in page.locator("tbody tr", has_text="supports").inner_text()
    assert "disputed" not in page.locator("tbody").inner_text()


def test_three_hundred_outlets_are_bounded_and_the_rest_is_told(open_page: Open) -> None:
    papers = [paper(f"p{number:03}", ("supports", {}), outlet=f"Outlet {number:03}") for number in range(300)]
    page = open_page(graph_of(*papers))
    page.evaluate("sociogram.state.change((state) => { state.tab = 'matrix'; state.matrix = { tie: 0 }; })")
    assert "300 claims: 300 sentences by 300 outlets" in room(page).inner_text()
    heads = room(page).locator("thead th")
    assert heads.count() == 18
    assert heads.last.inner_text() == "284 more"
    assert room(page).locator("tbody tr").count() == 40
    room(page).locator(".more-columns").click()
    assert heads.count() == 34
    room(page).locator(".more-rows").click()
    assert room(page).locator("tbody tr").count() == 80
    assert page.evaluate("document.activeElement !== document.body")


def test_claims_of_an_actor_stand_by_whom_they_are_with(open_page: Open) -> None:
    many = [
        paper(f"p{number}", ("supports", {"quote": WIRE}), outlet=f"Outlet {number}") for number in range(20)
    ]
    doubtful = paper(
        "q",
        ("met", {"to": "Carla Diaz", "kind": "Person", "rule": "model.met@1", "confidence": 0.99}),
        outlet="Post",
    )
    sure = paper("r", ("met", {"to": "Bela Nemes", "kind": "Person"}), ("opposes", {}), outlet="Post")
    page = open_page(graph_of(*many, doubtful, sure))
    page.evaluate(
        "sociogram.state.change((state) => { state.selection = { actor: sociogram.graph.actor('ann-varga') }; })"
    )
    groups = page.locator(".panel .group:not(.mentions):not(.judge) > summary")
    heads = groups.all_inner_texts()
    assert heads[0].startswith("Orion Rail → ")
    assert "2 sentences in 2 outlets" in heads[0]
    # A reading that was learned never goes first, however sure it is of itself.
    assert [words.split(" →")[0].strip() for words in heads][-1] == "Carla Diaz"
    assert (
        "The same sentence also in Outlet 1, "
        in page.locator(".panel .claim", has_text="the founder of").first.text_content()
    )
    assert "and 14 more" in page.locator(".panel .claim", has_text="the founder of").first.text_content()


def test_what_an_actor_does_to_things_is_there_too(open_page: Open) -> None:
    graph, texts = make_open_case()
    page = open_page(graph, texts)
    page.evaluate(
        "sociogram.state.change((state) => { state.selection = { actor: sociogram.graph.actor('anna') }; })"
    )
    heads = page.locator(".panel h4").all_inner_texts()
    assert heads == ["With others 1", "Posts, sayings and things 1"]
    assert "Of things, by Anna Berg" in page.locator(".panel").inner_text()


def test_nothing_disputed_is_said_so(open_page: Open) -> None:
    page = open_page(graph_of(paper("a", ("supports", {}), outlet="Post")))
    page.locator('[data-tab="matrix"]').click()
    assert "Nothing here is disputed" in room(page).inner_text()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (400, "dark")])
def test_the_room_is_accessible(open_page: Open, width: int, scheme: str) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci in web")
    page = open_page(
        make_sources(), hash_="tab=matrix", viewport={"width": width, "height": 800}, color_scheme=scheme
    )
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "axe.run('.matrix-room').then((answer) => answer.violations.map((each) => [each.id, each.impact]))"
    )
    assert [each for each in found if each[1] in ("serious", "critical")] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_hostile_names_are_text(open_page: Open) -> None:
    graph, texts = make_case(HOSTILE)
    page = open_page(graph, texts)
    page.locator('[data-tab="matrix"]').click()
    page.evaluate(
        "sociogram.state.change((state) => { state.matrix = { actor: 0 }; state.selection = { tie: 0 }; })"
    )
    assert "onerror" in room(page).inner_text()
    assert page.evaluate(
        "window.owned === undefined && document.querySelector('.matrix-room img, .matrix-room script') === null"
    )
