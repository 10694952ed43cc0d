"""The query page: questions with names, SPARQL, and answers as table, CSV and graph."""

from __future__ import annotations

import csv
import json
from pathlib import Path
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
    from playwright.sync_api import Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
MET = "SELECT ?subject ?object WHERE { ?subject soc:met ?object } ORDER BY ?subject"
CONSTRUCT = "CONSTRUCT WHERE { ?s soc:met ?o } LIMIT 40"
HOSTILE = "<img src=x onerror=window.owned=1></script><script>window.owned=1</script>"


def saved(page: Page, item: str) -> str:
    with page.expect_download() as download:
        page.locator(".answer .bar").get_by_role("button", name=item, exact=True).last.click()
    return Path(download.value.path()).read_text(encoding="utf-8-sig")


def test_control_enter_asks_and_says_how_many_and_how_long(open_page: Open) -> None:
    page = open_page("/query")
    ask(page, "SELECT * { ?tie a soc:Tie } LIMIT 7", "7 rows")
    assert page.locator(".count-line").inner_text().endswith(("ms", " s"))
    assert page.locator(".answer tbody tr").count() == 7


def test_a_yes_or_no_question_is_answered_so(open_page: Open) -> None:
    page = open_page("/query")
    ask(page, "ASK { ?tie a soc:Tie }", "Yes")
    ask(page, "ASK { ?tie a soc:Nothing }", "No")


def test_a_mistake_is_marked_at_its_place(open_page: Open) -> None:
    page = open_page("/query", failing=True)
    write(page, "SELECT * {\n  ?s soc:met }\n}")
    page.get_by_role("button", name="Run").click()
    page.locator(".wrong", has_text="line 2").wait_for()
    assert page.locator(".cm-wrong").inner_text() == "}"
    page.get_by_role("button", name="Go to line 2").click()
    page.keyboard.insert_text("?o ")
    assert page.locator(".wrong").is_hidden()
    page.keyboard.press("Control+Z")
    write(page, "SELECT * { soc:met }")
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Go to line 1, column").wait_for()
    assert page.locator(".cm-wrong").inner_text() == "}"


def test_a_question_is_asked_about_actors_that_are_suggested(open_page: Open) -> None:
    page = open_page("/query")
    page.get_by_role("button", name="What is claimed between two actors").click()
    page.get_by_role("combobox", name="first").fill("weber")
    page.get_by_role("option", name="Thomas Weber").wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    second = page.get_by_role("combobox", name="second")
    second.fill("hughes")
    page.get_by_role("option", name="Laura Hughes").click()
    assert second.input_value() == "Laura Hughes"
    page.get_by_role("button", name="Ask", exact=True).click()
    page.locator(".count-line strong", has_text="1 row").wait_for()
    assert "criticised Thomas Weber" in page.locator(".answer tbody").inner_text()
    page.get_by_role("button", name="Edit its SPARQL").click()
    bound = "VALUES (?first ?second) { (actor:thomas-weber actor:laura-hughes) }"
    page.locator(".cm-content", has_text=bound).wait_for()
    page.keyboard.press("Control+Enter")
    page.locator(".answer h2", has_text="Answer").wait_for()
    assert page.locator(".count-line strong").inner_text() == "1 row"


def test_a_path_is_asked_for_and_a_link_brings_the_question_back(open_page: Open) -> None:
    page = open_page("/query")
    page.get_by_role("button", name="How are two actors connected").click()
    page.get_by_role("combobox", name="first").fill("Thomas Weber")
    page.get_by_role("combobox", name="second").fill("Anna Birch")
    page.get_by_role("button", name="Ask", exact=True).click()
    page.locator(".count-line").wait_for()
    again = open_page("/query" + page.url[page.url.index("#") :])
    assert again.get_by_role("combobox", name="second").input_value() == "Anna Birch"


def test_a_question_without_actors_is_asked_at_once(open_page: Open) -> None:
    page = open_page("/query")
    page.get_by_role("button", name="Which documents were read").click()
    page.locator(".count-line strong", has_text="7 rows").wait_for()


def test_terms_prefixes_variables_and_actors_are_completed(open_page: Open) -> None:
    page = open_page("/query")
    write(page, "SELECT ?who { ")
    for typed, offered in (
        ("soc:fund", "soc:funded"),
        (" ?w", "?who"),
        (" pro", "prov:"),
        (" actor:hugh", "actor:laura-hughes"),
    ):
        page.keyboard.type(typed)
        page.locator(".cm-tooltip-autocomplete li", has_text=offered).first.wait_for()
        page.wait_for_timeout(120)
        page.keyboard.press("Enter")
        page.locator(".cm-content", has_text=offered).wait_for()


def test_prefixes_are_known_and_can_be_written_down(open_page: Open) -> None:
    page = open_page("/query")
    ask(page, 'SELECT ?x { VALUES ?x { "wd:Q1" } ?t a soc:Tie ; rdf:subject ?s } LIMIT 1', "1 row")
    page.get_by_role("button", name="Add prefixes").click()
    page.get_by_text("Added: soc, rdf").wait_for()
    assert "PREFIX rdf:" in page.locator(".cm-content").inner_text()
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Run").click()
    page.locator(".count-line strong", has_text="1 row").wait_for()


def test_rows_are_sorted_and_turned(open_page: Open) -> None:
    page = open_page("/query")
    ask(page, MET, "362 rows")
    rows = page.locator(".answer tbody tr")
    assert rows.count() == 100
    for _ in range(3):
        page.get_by_role("button", name="Next").click()
    assert rows.count() == 62
    page.get_by_role("button", name="object, sort").click()
    assert rows.first.locator("td").nth(1).inner_text() == "actor:anna-alder"
    assert page.locator("th", has_text="object").get_attribute("aria-sort") == "ascending"
    page.get_by_role("button", name="object, sort").click()
    assert rows.first.locator("td").nth(1).inner_text().startswith("actor:victor")
    ask(page, "SELECT ?n { VALUES ?n { 10 9 UNDEF 100 } }", "4 rows")
    page.get_by_role("button", name="n, sort").click()
    assert rows.all_inner_texts() == ["100", "10", "9", ""]


def test_actors_ties_claims_and_documents_lead_into_the_explorer(open_page: Open) -> None:
    page = open_page("/query")
    sparql = (
        "SELECT ?actor ?tie ?claim ?doc { ?tie soc:hasClaim ?claim ; rdf:subject ?actor . "
        "?claim prov:wasQuotedFrom ?doc . FILTER(?actor = actor:thomas-weber) } ORDER BY ?claim LIMIT 2"
    )
    ask(page, sparql, "2 rows")
    hrefs = (
        page.locator(".answer tbody tr")
        .first.locator("a")
        .evaluate_all("(links) => links.map((link) => link.getAttribute('href').split('=')[0])")
    )
    assert hrefs == ["/#actor", "/#tie", "/#claim", "/#read"]
    for column, selector in enumerate(("h2", ".claim", ".claim.wanted", ".text")):
        page.locator(".answer tbody tr").first.locator("a").nth(column).click()
        page.locator(f".panel {selector}").first.wait_for()
        page.go_back()
        page.wait_for_selector("html[data-ready]", state="attached")
        page.keyboard.press("Escape")
        ask(page, sparql, "2 rows")


def test_the_answer_can_be_taken_away(open_page: Open) -> None:
    page = open_page("/query")
    ask(page, 'SELECT ?x ?n { VALUES (?x ?n) { ("=1+1" -2) ("a,\\"b\\"" 3) } }', "2 rows")
    rows = list(csv.reader(saved(page, "CSV").splitlines()))
    assert rows == [["x", "n"], ["'=1+1", "-2"], ['a,"b"', "3"]]
    assert len(json.loads(saved(page, "JSON"))["results"]["bindings"]) == 2
    page.locator('[data-view="csv"]').click()
    assert "'=1+1" in page.get_by_label("The answer as CSV").inner_text()
    ask(page, CONSTRUCT, "40 triples")
    assert saved(page, "Triples").count("<https://sociogram.org/ontology#met>") == 40


def test_triples_are_drawn_with_names_and_lead_to_the_explorer(open_page: Open) -> None:
    page = open_page("/query")
    ask(page, "CONSTRUCT WHERE { actor:laura-hughes soc:met ?o }", "1 triple")
    page.locator('[data-view="graph"]').click()
    page.locator(".about", has_text="2 nodes, 1 edge").wait_for()
    page.wait_for_timeout(200)
    x, y = page.evaluate("sociogramQuery.results.shownPicture.placeOf(0)")
    box = page.locator(".picture canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + x, box["y"] + y)
    page.locator(".about", has_text="Person").wait_for()
    assert page.locator(".about strong").inner_text() in ("Laura Hughes", "Anna Alder")
    page.get_by_role("link", name="Open in the explorer").click()
    page.locator(".panel h2").wait_for()


def test_rows_with_subject_and_object_are_drawn_too(open_page: Open) -> None:
    page = open_page("/query")
    ask(page, MET, "362 rows")
    page.locator('[data-view="graph"]').click()
    page.locator(".about", has_text="250 nodes").wait_for()
    assert "left out" in page.locator(".about").inner_text()
    ask(page, "SELECT ?s { ?s a soc:Tie } LIMIT 1", "1 row")
    assert page.locator('[data-view="graph"]').count() == 0
    assert page.locator(".answer table").is_visible()


def test_the_link_brings_the_query_back_and_does_not_ask_it(open_page: Open) -> None:
    page = open_page("/query")
    sparql = 'SELECT * { ?s ?p "a & b = #c é" }'
    write(page, sparql)
    page.get_by_role("button", name="Link").click()
    page.get_by_text("The link is copied.").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    again = open_page(link[link.index("/query") :])
    assert again.evaluate("sociogramQuery.editor.text") == sparql
    assert again.locator(".answer").is_hidden()


def test_a_query_that_takes_long_can_be_cancelled(open_page: Open) -> None:
    page = open_page("/query", failing=True)
    page.route("**/sparql", lambda _: None)
    write(page, MET)
    page.keyboard.press("Control+Enter")
    page.get_by_role("button", name="Cancel").click()
    page.get_by_text("Cancelled.").wait_for()
    page.unroute("**/sparql")
    ask(page, MET, "362 rows")


@pytest.mark.parametrize(
    ("status", "words"), [(503, "busy"), (504, "too long"), (401, "token"), (0, "does not answer")]
)
def test_what_goes_wrong_is_said(open_page: Open, status: int, words: str) -> None:
    page = open_page("/query", failing=True)
    page.route("**/sparql", lambda route: route.fulfill(status=status) if status else route.abort())
    write(page, MET)
    page.keyboard.press("Control+Enter")
    page.locator(".wrong", has_text=words).wait_for()
    assert page.get_by_role("button", name="Run").is_enabled()


def test_an_answer_that_was_cut_says_so(open_page: Open) -> None:
    page = open_page("/query")
    body = {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": {"type": "literal", "value": "1"}}]}}
    page.route(
        "**/sparql",
        lambda route: route.fulfill(
            headers={"Content-Type": "application/sparql-results+json", "X-Sociogram-Truncated": "rows"},
            body=json.dumps(body),
        ),
    )
    ask(page, MET, "1 row")
    assert "gives no more than these" in page.locator(".count-line").inner_text()


def test_hostile_values_stay_text(open_page: Open) -> None:
    page = open_page(f"/query#query=%3Cscript%3Ewindow.owned%3D1&question={HOSTILE}")
    bound = f"BIND('''{HOSTILE}''' AS ?subject) BIND(<javascript:window.owned=1> AS ?object)"
    ask(page, f"SELECT ?subject ?object {{ {bound} }}", "1 row")
    assert page.locator(".answer tbody td").first.inner_text().startswith("<img src=x")
    assert page.locator(".answer tbody a, .answer tbody img").count() == 0
    for view in ("csv", "graph"):
        page.locator(f'[data-view="{view}"]').click()
    page.locator(".picture").wait_for()
    assert page.evaluate("window.owned") is None


def test_the_keyboard_is_not_caught_in_the_editor(open_page: Open) -> None:
    page = open_page("/query")
    page.locator(".cm-content").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Run"


@pytest.mark.parametrize("width", [380, 1440])
def test_the_page_stays_in_its_frame(open_page: Open, width: int) -> None:
    page = open_page("/query", viewport={"width": width, "height": 860})
    ask(
        page,
        "SELECT * { ?claim a soc:Claim ; oa:hasTarget/oa:hasSelector/oa:exact ?q ; ?p ?o } LIMIT 50",
        "50 rows",
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(
        "document.querySelector('main').scrollWidth <= document.querySelector('main').clientWidth"
    )


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: npm ci in web/")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page: Open, scheme: str) -> None:
    page = open_page("/query", color_scheme=scheme, bypass_csp=True, failing=True)
    ask(page, MET, "362 rows")
    page.get_by_role("button", name="What does one actor say").click()
    page.get_by_role("combobox", name="speaker").fill("hughes")
    page.get_by_role("option", name="Laura Hughes").wait_for()
    assert serious_findings(page) == []
    page.keyboard.press("Escape")
    for view in ("csv", "graph"):
        page.locator(f'[data-view="{view}"]').click()
        page.wait_for_timeout(300)
        assert serious_findings(page) == []
    write(page, "SELECT")
    page.keyboard.press("Control+Enter")
    page.locator(".wrong:not([hidden])").wait_for()
    assert serious_findings(page) == []
