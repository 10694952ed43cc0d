"""The map of index.html in a real browser: words on lines, places, communities, time, tables in a narrow window."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sociogram.graph.values import Graph
from support.explorer_cases import make_case, write_case_page
from support.map_cases import HUBS, make_dated, make_open_words, make_regions
from support.patience import PATIENCE
from support.places import AXE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
Open = Callable[..., "Page"]
PLACES = """() => sociogram.state.shownActors.map(
  (a) => [sociogram.graph.data.actors.id[a], ...sociogram.map.placeOf(a)])"""
KEPT = """(id) => {
  const { x, y } = sociogram.graph.data.actors, a = sociogram.graph.actor(id);
  return [x[a], y[a]];
}"""
WORDS = "() => sociogram.map.scene.labels.filter((each) => each.actor < 0).map((each) => each.text)"


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page; at the end there must have been no error in the console, and no request."""
    wrong: list[str] = []
    contexts = []

    def open_one(graph: Graph, *, hash_: str = "#tab=map", width: int = 1280, **more: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900}, reduced_motion="reduce", **more
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on(
            "console", lambda each: wrong.append(each.text) if each.type in ("error", "warning") else None
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda each: None if each.url.startswith(("file:", "blob:", "data:")) else wrong.append(each.url),
        )
        page.goto(write_case_page(tmp_path, graph).as_uri() + hash_)
        page.wait_for_selector("html[data-ready]", state="attached")
        settle(page)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert wrong == []


def settle(page: Page) -> None:
    """Waits until all actors are where they belong; the page's policy lets no string be waited for."""
    for _ in range(4_000):
        if page.evaluate("() => sociogram.map.arranger.isSettled"):
            page.evaluate("() => sociogram.map.draw()")
            return
        page.wait_for_timeout(25)
    pytest.fail("the map did not come to rest")


def places(page: Page) -> dict[str, tuple[float, float]]:
    return {id_: (round(x, 3), round(y, 3)) for id_, x, y in page.evaluate(PLACES)}


def off_screen(page: Page) -> list[str]:
    box = page.locator(".map canvas").bounding_box()
    assert box
    return [
        id_
        for id_, (x, y) in places(page).items()
        if not (0 <= x <= box["width"] and 0 <= y <= box["height"])
    ]


def test_lines_say_their_relation_in_the_words_of_the_text(open_page: Open) -> None:
    page = open_page(make_open_words())
    assert sorted(page.evaluate(WORDS)) == ["is railing against", "lavished with", "met"]
    page.locator('[data-tab="ties"]').click()
    told = page.locator(".tables td:nth-child(2)").all_inner_texts()
    assert sorted(told) == ["is railing against", "lavished with", "met"]


def test_words_of_lines_cover_nothing_and_those_that_do_not_fit_are_one(open_page: Open) -> None:
    page = open_page(make_open_words())
    page.evaluate("() => sociogram.map.zoom(0.35)")
    page.evaluate("() => sociogram.map.draw()")
    assert page.evaluate(WORDS) in (["3 relations"], [])
    page.evaluate("() => sociogram.map.fit()")
    page.evaluate("() => sociogram.map.draw()")
    covering = page.evaluate("""() => {
      const boxOf = (l) => [l.x, l.y - l.size, l.x + l.text.length * l.size * 0.42, l.y];
      const boxes = sociogram.map.scene.labels.map(boxOf);
      const meet = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
      return boxes.some((a, i) => boxes.some((b, j) => i < j && meet(a, b)));
    }""")
    assert covering is False


def test_a_selection_on_a_full_map_has_words_on_its_own_lines_alone(open_page: Open) -> None:
    page = open_page(make_regions())
    assert page.evaluate(WORDS) == []
    page.fill("#search", "H3")
    page.locator(".results .hit").first.click()
    page.evaluate("() => sociogram.map.zoom(3)")
    page.evaluate("() => sociogram.map.draw()")
    words = page.evaluate(WORDS)
    assert words
    assert set(words) == {"opposes"}


def test_a_filter_lays_out_what_it_leaves_and_shows_all_of_it(open_page: Open) -> None:
    page = open_page(make_regions())
    before = places(page)
    page.locator("#by-community").check()
    page.locator(".region").first.click()
    settle(page)
    after = places(page)
    assert 0 < len(after) < len(before)
    assert off_screen(page) == []
    assert page.locator(".region").first.get_attribute("aria-pressed") == "true"
    xs = [x for x, _ in after.values()]
    assert max(xs) - min(xs) > 150


def test_the_same_is_shown_in_the_same_way_however_one_came_to_it(open_page: Open) -> None:
    page = open_page(make_regions())
    page.evaluate(
        "() => sociogram.state.change((s) => { s.ego = sociogram.graph.actor('h5'); s.depth = 2; })"
    )
    settle(page)
    page.evaluate("() => sociogram.map.fit()")
    first = places(page)
    page.evaluate("() => sociogram.state.change((s) => { s.ego = sociogram.graph.actor('h9'); })")
    settle(page)
    assert places(page) != first
    page.evaluate("() => sociogram.state.change((s) => { s.ego = sociogram.graph.actor('h5'); })")
    settle(page)
    assert places(page) == first
    fresh = open_page(make_regions(), hash_="#tab=map&ego=h5&depth=2")
    fresh.evaluate("() => sociogram.map.fit()")
    assert places(fresh) == first


def test_an_actor_is_dragged_and_pinned_and_the_link_keeps_it(open_page: Open) -> None:
    page = open_page(make_regions())
    x, y = places(page)["h0"]
    others = {id_: at for id_, at in places(page).items() if id_ != "h0"}
    box = page.locator(".map canvas").bounding_box()
    assert box
    page.mouse.move(box["x"] + x, box["y"] + y)
    page.mouse.down()
    page.mouse.move(box["x"] + x + 60, box["y"] + y + 40, steps=6)
    page.mouse.up()
    settle(page)
    now = places(page)
    assert now["h0"][0] > x + 30
    assert {id_: at for id_, at in now.items() if id_ != "h0"} == others
    link = page.evaluate("() => location.hash")
    assert "pin=" in link
    kept = page.evaluate(KEPT, "h0")
    fresh = open_page(make_regions(), hash_=link)
    again = fresh.evaluate(KEPT, "h0")
    assert [round(each) for each in again] == [round(each) for each in kept]
    fresh.get_by_role("button", name="Lay out again").click()
    settle(fresh)
    held = fresh.evaluate(KEPT, "h0")
    assert round(held[0]) == round(kept[0])
    fresh.get_by_role("button", name="Unpin 1").click()
    assert "pin=" not in fresh.evaluate("() => location.hash")


def test_the_keyboard_pins_and_moves_what_is_selected(open_page: Open) -> None:
    page = open_page(make_regions(), hash_="#tab=map&actor=h2")
    where = "() => sociogram.graph.data.actors.x[sociogram.graph.actor('h2')]"
    before = page.evaluate(where)
    page.locator(".map canvas").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(where) == before
    page.keyboard.press("p")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(where) > before
    assert page.evaluate("() => sociogram.state.pins.size") == 1
    page.keyboard.press("p")
    assert page.evaluate("() => sociogram.state.pins.size") == 0
    assert page.evaluate("() => document.activeElement.tagName") == "CANVAS"


@pytest.mark.parametrize("pin", ["1%202%20nobody", "NaN%201%20h0", "99999999%201%20h0", "%3Cscript%3E", ""])
def test_a_pin_of_no_one_or_nowhere_is_passed_over(open_page: Open, pin: str) -> None:
    page = open_page(make_regions(), hash_=f"#tab=map&pin={pin}")
    assert page.evaluate("() => sociogram.state.pins.size") == 0
    assert off_screen(page) == []


def test_communities_have_names_the_largest_colours_and_the_others_are_grey(open_page: Open) -> None:
    page = open_page(make_regions())
    assert page.locator(".legend").inner_text().count("person") == 1
    page.locator("#by-community").check()
    legend = page.locator(".legend")
    assert "person" not in legend.inner_text()
    regions = page.locator(".region").count()
    assert 3 < regions <= 10
    colours = page.evaluate("() => new Set(sociogram.map.scene.dots.map((dot) => dot.colour)).size")
    assert colours <= 11 < HUBS + 1
    assert "tied more to each other than to the rest" in legend.inner_text()
    named = page.locator(".region").first.inner_text()
    assert "H" in named


def test_who_belongs_together_in_five_actions_from_the_opening(open_page: Open) -> None:
    page = open_page(make_regions(), hash_="")
    page.locator('[data-tab="map"]').click()
    page.locator("#by-community").check()
    page.locator(".region").nth(1).click()
    settle(page)
    assert page.evaluate("() => sociogram.state.shownActors.length") < len(make_regions().actors)
    assert off_screen(page) == []


def test_who_belongs_together_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(make_regions())
    page.locator("#by-community").focus()
    page.keyboard.press("Space")
    assert page.evaluate("() => document.activeElement.id") == "by-community"
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate("() => document.activeElement.getAttribute('aria-pressed')") == "true"


def test_a_path_in_five_actions_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(make_regions(), hash_="")
    page.keyboard.press("/")
    page.keyboard.type("H1")
    page.keyboard.press("Enter")
    assert page.locator(".panel h2").inner_text() == "H1"
    page.get_by_role("button", name="Path to…").focus()
    page.keyboard.press("Enter")
    page.keyboard.type("H7")
    page.keyboard.press("Enter")
    if not page.locator(".path").count():
        page.keyboard.press("Enter")
    assert "Path from H1 to H7" in page.locator(".panel h2").inner_text()
    page.locator('[data-tab="map"]').click()
    settle(page)
    assert "opposes" in page.evaluate(WORDS)


def test_an_actors_time_in_three_actions_with_what_happened(open_page: Open) -> None:
    page = open_page(make_dated(said=True), hash_="")
    page.keyboard.press("/")
    page.keyboard.type("Ann")
    page.keyboard.press("Enter")
    when = page.locator(".panel .when")
    periods = when.locator(".period strong").all_inner_texts()
    assert periods == ["2016-04", "2016-03", "2016-02", "2016-01", "1742-05"]
    # What happened goes before what lasts, and says it in words.
    assert "accuses" in when.inner_text()
    when.locator('[data-period="2016-02"]').press("Enter")
    chosen = page.evaluate("() => ['from', 'to', 'timeMode', 'undated'].map((each) => sociogram.state[each])")
    assert chosen == ["2016-02-01", "2016-02-29", "holds", False]
    assert page.evaluate("() => sociogram.state.activeClaims.reduce((a, b) => a + b, 0)") == 10


def test_the_timeline_opens_on_the_dates_that_there_are_and_covers_their_mass(open_page: Open) -> None:
    page = open_page(make_dated(said=False))
    assert page.evaluate("() => sociogram.state.timeMode") == "holds"
    line = page.locator(".timeline")
    assert line.locator("rect.bar").count() < 12
    assert line.get_by_role("button", name="1 earlier").is_visible()
    assert "3 undated" in line.inner_text()
    line.get_by_role("button", name="1 earlier").click()
    assert line.locator("rect.bar").count() > 200


def test_a_brush_leaves_out_what_has_no_date_until_it_is_asked_for(open_page: Open) -> None:
    page = open_page(make_dated(said=False))
    box = page.locator(".chart").bounding_box()
    assert box
    page.mouse.move(box["x"] + 2, box["y"] + 10)
    page.mouse.down()
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.up()
    active = "() => sociogram.state.activeClaims.reduce((a, b) => a + b, 0)"
    assert page.evaluate(active) == 10
    page.locator("#undated").check()
    assert page.evaluate(active) == 13
    page.get_by_role("button", name="All time").click()
    assert page.evaluate(active) == 44


def test_contact_is_neither_for_nor_against_and_has_dashes(open_page: Open) -> None:
    page = open_page(make_case()[0])
    met = page.evaluate("() => sociogram.map.scene.lines.find((line) => line.tie === 2)")
    assert met["mark"] == "contact"
    assert "contact" in page.locator(".legend").inner_text()
    colours = page.evaluate("() => new Set(sociogram.map.scene.lines.map((line) => line.colour)).size")
    assert colours == 3


def test_each_measure_is_explained_where_it_is_shown(open_page: Open) -> None:
    page = open_page(make_case()[0], hash_="#tab=map&actor=anna")
    page.locator(".panel .measures summary").click()
    words = page.locator(".panel .measures").inner_text()
    for sentence in (
        "shortest ways between others",
        "random walk",
        "not how true it is",
        "analyst would want to know",
    ):
        assert sentence in words
    page.locator('[data-tab="actors"]').click()
    assert "random walk" in (page.locator("th", has_text="PageRank").get_attribute("title") or "")


def test_a_narrow_table_is_sorted_and_searched_and_has_no_cut_words(open_page: Open) -> None:
    page = open_page(make_case()[0], hash_="#tab=ties", width=400)
    assert page.evaluate(
        "() => { const t = document.querySelector('.tables'); return t.scrollWidth <= t.clientWidth; }"
    )
    page.get_by_label("Sort by").select_option(label="Object")
    first = page.locator(".tables tbody tr").first
    assert (
        "Object: Harbour Trust" in first.inner_text().replace("\n", " ")
        or "Harbour Trust" in first.inner_text()
    )
    page.get_by_label("Only rows with these words").fill("opposes")
    assert page.locator(".tables tbody tr").count() == 1
    assert page.evaluate("() => document.activeElement.type") == "search"
    page.get_by_label("Only rows with these words").fill("<script>")
    assert "No row has these words." in page.locator(".tables").inner_text()


def test_in_a_narrow_window_the_panel_does_not_cover_what_is_chosen(open_page: Open) -> None:
    page = open_page(make_regions(), hash_="#tab=map", width=768)
    page.fill("#search", "H11")
    page.locator(".results .hit").first.click()
    settle(page)
    box, panel = page.locator(".map canvas").bounding_box(), page.locator(".panel").bounding_box()
    assert box
    assert panel
    assert box["y"] + places(page)["h11"][1] < panel["y"]


@pytest.mark.parametrize(("theme", "hash_", "width"), [
    ("light", "#tab=map&colours=community&actor=ann", 1280), ("dark", "#tab=map&colours=community&actor=ann", 400),
    ("light", "#tab=ties", 400),
])  # fmt: skip
def test_axe_finds_nothing_serious_in_the_legend_the_time_and_the_tables(
    open_page: Open, theme: str, hash_: str, width: int
) -> None:
    page = open_page(make_dated(said=True), hash_=hash_, width=width, color_scheme=theme, bypass_csp=True)
    page.add_script_tag(path=AXE)
    found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    serious = [each["id"] for each in found["violations"] if each["impact"] in ("serious", "critical")]
    assert serious == []
