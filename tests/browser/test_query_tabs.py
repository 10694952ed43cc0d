"""The query page's tabs and its earlier queries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.places import AXE
from support.query_page import ask, write
from support.served_cases import (
    CHROMIUM,
    Open,
    serious_findings,
)

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
MET = "# Who met whom?\nSELECT ?subject ?object WHERE { ?subject soc:met ?object }"
ONE_TIE = "SELECT * WHERE { ?s a soc:Tie } LIMIT 1"
HOSTILE = "# <img src=x onerror=window.owned=1>\nSELECT * WHERE { ?s a soc:Tie } LIMIT 1"
TEXT = "sociogramQuery.editor.text"


def tab(page: Page, name: str) -> Locator:
    return page.locator(".query-tabs").get_by_role("button", name=name, exact=True)


def names(page: Page) -> list[str]:
    return page.locator(".query-tab").all_inner_texts()


def shown(page: Page) -> str:
    return page.locator(".query-tab[aria-current]").inner_text()


def new_tab(page: Page) -> None:
    page.locator(".query-tabs").get_by_role("button", name="New", exact=True).click()


def rename(page: Page, name: str) -> None:
    page.locator(".query-tabs").get_by_role("button", name="Rename").click()
    page.get_by_role("textbox", name="Name of the query").fill(name)
    page.keyboard.press("Enter")


def test_each_tab_has_its_text_its_answer_and_what_can_be_undone_in_it(open_page: Open) -> None:
    page = open_page("/query")
    ask(page, ONE_TIE, "1 row")
    new_tab(page)
    assert (names(page), shown(page)) == (["Query 1", "Query 2"], "Query 2")
    assert page.evaluate(TEXT) == ""
    assert page.locator(".answer").is_hidden()
    ask(page, "ASK { ?s a soc:Tie }", "Yes")
    tab(page, "Query 1").click()
    assert page.evaluate(TEXT) == ONE_TIE
    assert page.locator(".count-line strong").inner_text() == "1 row"
    tab(page, "Query 2").click()
    assert page.locator(".count-line strong").inner_text() == "Yes"
    page.locator(".cm-content").focus()
    for _ in range(3):
        page.keyboard.press("Control+Z")
    assert page.evaluate(TEXT) == ""


def test_tabs_are_renamed_and_are_there_again_in_another_window(open_page: Open) -> None:
    page = open_page("/query")
    write(page, ONE_TIE)
    new_tab(page)
    write(page, MET)
    rename(page, "  Who\tmet whom  ")
    assert names(page) == ["Query 1", "Who met whom"]
    page.keyboard.press("F2")
    page.keyboard.insert_text("not this")
    page.keyboard.press("Escape")
    rename(page, "   ")
    assert shown(page) == "Who met whom"
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert (names(page), shown(page)) == (["Query 1", "Who met whom"], "Who met whom")
    assert page.evaluate(TEXT) == MET
    again = page.context.new_page()
    again.goto(page.url)
    again.wait_for_selector("html[data-ready]", state="attached")
    assert again.evaluate(TEXT) == MET
    new_tab(again)
    write(again, "ASK {}")
    tab(page, "Query 2").wait_for()
    assert shown(page) == "Who met whom"
    # A tab is kept at once, its words a moment after they were written.
    page.wait_for_function("Object.values(localStorage).some((kept) => kept.includes('ASK {}'))")
    tab(page, "Query 2").click()
    assert page.evaluate(TEXT) == "ASK {}"


def test_closing_goes_back_to_the_tab_before_and_what_is_closed_comes_back(open_page: Open) -> None:
    page = open_page("/query")
    write(page, "ASK {}")
    for text in (ONE_TIE, MET):
        new_tab(page)
        write(page, text)
    tab(page, "Query 1").click()
    tab(page, "Close Query 1").click()
    assert (names(page), shown(page)) == (["Query 2", "Query 3"], "Query 3")
    tab(page, "Close Query 2").click()
    tab(page, "Close Query 3").click()
    assert names(page) == ["Query 1"]
    assert page.evaluate(TEXT) == ""
    tab(page, "Reopen").click()
    assert (shown(page), page.evaluate(TEXT)) == ("Query 3", MET)
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    tab(page, "Reopen").click()
    tab(page, "Reopen").click()
    assert page.evaluate(TEXT) == "ASK {}"
    assert tab(page, "Reopen").count() == 0


def test_the_keyboard_alone_opens_renames_and_closes(open_page: Open) -> None:
    page = open_page("/query")
    tab(page, "New").focus()
    page.keyboard.press("Enter")
    write(page, ONE_TIE)
    tab(page, "Query 2").focus()
    page.keyboard.press("F2")
    page.keyboard.type("Ties")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Ties"
    page.keyboard.press("ArrowLeft")
    assert shown(page) == page.evaluate("document.activeElement.textContent") == "Query 1"
    page.keyboard.press("ArrowLeft")
    assert shown(page) == "Ties"
    page.keyboard.press("Delete")
    assert names(page) == ["Query 1"]
    assert page.evaluate("document.activeElement.textContent") == "Query 1"


def test_an_answer_waits_for_its_tab(open_page: Open) -> None:
    page = open_page("/query")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/sparql", hold)
    write(page, ONE_TIE)
    with page.expect_request("**/sparql"):
        page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Cancel").wait_for()
    new_tab(page)
    assert page.get_by_role("button", name="Cancel").is_hidden()
    assert page.get_by_role("button", name="Run").is_enabled()
    held[0].continue_()
    page.locator(".query-tab", has_text="answered").wait_for()
    assert page.locator(".answer").is_hidden()
    tab(page, "Query 1 answered").click()
    assert page.locator(".count-line strong").inner_text() == "1 row"
    assert names(page) == ["Query 1", "Query 2"]


def test_a_mistake_stays_with_its_tab_until_its_text_changes(open_page: Open) -> None:
    page = open_page("/query", failing=True)
    write(page, "SELECT * { ?s soc:met }")
    page.keyboard.press("Control+Enter")
    page.locator(".wrong", has_text="column").wait_for()
    new_tab(page)
    assert page.locator(".wrong").is_hidden()
    tab(page, "Query 1").click()
    assert page.locator(".cm-wrong").inner_text() == "}"
    write(page, "ASK {}")
    tab(page, "Query 2").click()
    tab(page, "Query 1").click()
    assert page.locator(".wrong").is_hidden()


def test_what_was_written_by_hand_is_not_written_over(open_page: Open) -> None:
    page = open_page("/query")
    page.locator(".questions").get_by_role("button", name="What is denied, in which words?").click()
    assert names(page) == ["What is denied, in which words?"]
    write(page, ONE_TIE)
    page.get_by_role("button", name="The stated ties as a network").click()
    assert names(page) == ["What is denied, in which words?", "The stated ties as a network"]
    page.locator(".questions").get_by_role("button", name="What is denied, in which words?").click()
    assert names(page)[1:] == ["What is denied, in which words? 2"]
    assert "soc:Denied" in page.evaluate(TEXT)
    tab(page, "What is denied, in which words?").click()
    assert page.evaluate(TEXT) == ONE_TIE


def test_no_more_than_forty_tabs_are_open(open_page: Open) -> None:
    page = open_page("/query")
    page.evaluate(
        "() => { for (let at = 1; at <= 60; at++) localStorage.setItem("
        "`sociogram query tab ${at.toString(36)}`, JSON.stringify({ name: `N ${at}`, sparql: `#${at}` })) }"
    )
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert names(page) == [f"N {number}" for number in range(21, 61)]
    assert tab(page, "New").is_disabled()
    page.get_by_role("button", name="The stated ties as a network").click()
    assert names(page)[-1] == "The stated ties as a network"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


LEFT = ["{", "7", "null", '"x"', "[1, {}]", '{"name": 1, "sparql": "a"}', '{"name": "x"}']
"""What another program may have left under keys of the page."""


@pytest.mark.parametrize("left", LEFT)
def test_what_another_program_left_is_no_harm(open_page: Open, left: str) -> None:
    page = open_page("/query")
    page.evaluate(
        "(left) => { for (const key of ['earlier queries', 'query tab 1', 'query tab __proto__', 'shown query tab',"
        " 'closed query tabs']) localStorage.setItem(`sociogram ${key}`, left) }",
        left,
    )
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    assert names(page) == ["Query 1"]
    assert page.locator(".earlier").is_hidden()
    ask(page, ONE_TIE, "1 row")


def test_the_page_works_without_storage(open_page: Open) -> None:
    page = open_page("/query")
    page.add_init_script(
        "for (const key of ['localStorage', 'sessionStorage']) "
        "Object.defineProperty(window, key, { get() { throw new DOMException('no', 'SecurityError') } })"
    )
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    write(page, MET)
    new_tab(page)
    ask(page, ONE_TIE, "1 row")
    tab(page, "Query 1").click()
    assert page.evaluate(TEXT) == MET
    assert page.locator(".earlier summary").inner_text() == "Earlier (1)"


def earlier(page: Page) -> list[list[str]]:
    """The lines of each of the earlier queries, which are shown."""
    page.locator(".earlier summary").click()
    return [words.split("\n") for words in page.locator(".earlier li").all_inner_texts()]


def test_earlier_queries_tell_when_and_how_much_and_come_back(open_page: Open) -> None:
    page = open_page("/query", bypass_csp=True, failing=True)
    assert page.locator(".earlier").is_hidden()
    ask(page, MET, "362 rows")
    ask(page, HOSTILE, "1 row")
    write(page, "SELECT")
    page.keyboard.press("Control+Enter")
    page.locator(".wrong:not([hidden])").wait_for()
    ask(page, MET, "362 rows")
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    found = earlier(page)
    assert [lines[0] for lines in found] == ["Who met whom?", "SELECT", "<img src=x onerror=window.owned=1>"]
    today = page.evaluate("new Date().getFullYear()")
    for (_, told), words in zip(found, ("362 rows in ", "refused", "1 row in "), strict=True):
        assert told.startswith(f"{today}-")
        assert f" · {words}" in told
    assert serious_findings(page) == []
    page.get_by_role("button", name="<img src=x").click()
    assert page.evaluate(TEXT).strip() == HOSTILE
    assert page.locator(".earlier").get_attribute("open") is None
    assert page.evaluate("window.owned") is None


def test_an_earlier_question_opens_with_its_actor(open_page: Open) -> None:
    page = open_page("/query")
    page.get_by_role("button", name="Who says something about an actor").click()
    page.get_by_role("combobox", name="actor").fill("Laura Hughes")
    page.keyboard.press("Enter")
    page.locator(".count-line").wait_for()
    page.get_by_role("button", name="Close", exact=True).click()
    assert earlier(page)[0][0].endswith(" · Laura Hughes")
    page.locator(".earlier li button").first.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("combobox", name="actor").input_value() == "Laura Hughes"
    page.locator(".earlier summary").focus()
    page.keyboard.press("Enter")
    page.locator(".earlier li").first.wait_for()
    page.keyboard.press("Escape")
    assert page.locator(".earlier li").first.is_hidden()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"


def test_thirty_queries_are_kept_and_those_of_an_older_page_are_read(open_page: Open) -> None:
    page = open_page("/query")
    page.evaluate(
        "() => localStorage.setItem('sociogram earlier queries',"
        " JSON.stringify(Array.from({ length: 50 }, (_, at) => `#${at}`)))"
    )
    page.reload()
    page.wait_for_selector("html[data-ready]", state="attached")
    ask(page, ONE_TIE, "1 row")
    page.locator(".earlier summary", has_text="Earlier (30)").wait_for()
    found = earlier(page)
    assert found[0][0] == ONE_TIE
    assert found[29] == ["28"]


def test_a_list_of_actors_that_comes_late_lies_over_no_answer(open_page: Open) -> None:
    page = open_page("/query")
    page.get_by_role("button", name="Who says something about an actor").click()
    page.route("**/api/search?*", lambda _: None)
    field = page.get_by_role("combobox", name="actor")
    with page.expect_request("**/api/search?*"):
        field.press_sequentially("Laura Hughes")
    with page.expect_event("requestfailed", lambda request: "/api/search" in request.url):
        field.press("Enter")
    page.locator(".count-line").wait_for()
    assert page.locator("[role=listbox]").is_hidden()


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: npm ci in web/")
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
def test_axe_finds_nothing_serious_in_tabs_and_history(open_page: Open, width: int, scheme: str) -> None:
    page = open_page("/query", color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900})
    ask(page, ONE_TIE, "1 row")
    new_tab(page)
    write(page, MET)
    page.locator(".query-tabs").get_by_role("button", name="Rename").click()
    assert serious_findings(page) == []
    page.keyboard.press("Escape")
    tab(page, "Close Query 2").click()
    earlier(page)
    assert serious_findings(page) == []
    box = page.locator(".earlier .items").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
