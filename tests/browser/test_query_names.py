"""Names in the answers of the query page lead to their actors, and words are whole where there is room."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sociogram.knowledge.namespaces import PREFIXES
from support.query_page import ask
from support.served_cases import (
    CHROMIUM,
    Open,
)

if TYPE_CHECKING:
    from playwright.sync_api import Route

pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]


NAMED = (
    'SELECT ?name ?who ?word { VALUES (?name ?who ?word) { ("Laura Hughes" actor:anna-alder "met") '
    '("Nobody \\" \\\\ \\n 😀" UNDEF "Thomas Weber"@en) ("SERVICE <x:y>" UNDEF "a letter") } }'
)


def test_a_name_leads_to_the_one_actor_who_bears_it(open_page: Open) -> None:
    page = open_page("/query")
    ask(page, NAMED, "3 rows")
    page.locator("td a", has_text="Laura Hughes").wait_for()
    links = page.locator("td a").evaluate_all(
        "(all) => all.map((each) => [each.textContent, each.getAttribute('href')])"
    )
    assert links == [["Laura Hughes", "/#actor=laura-hughes"], ["actor:anna-alder", "/#actor=anna-alder"]]
    page.get_by_role("link", name="Laura Hughes").click()
    page.locator(".panel h2", has_text="Laura Hughes").wait_for()


def test_names_of_a_named_question_and_of_the_next_page_are_links(open_page: Open) -> None:
    page = open_page("/query")
    page.get_by_role("button", name="Which actors have the most ties and claims?").click()
    for _ in range(2):
        page.locator("tbody tr:first-child td:first-child a").wait_for()
        page.wait_for_function(
            "() => [...document.querySelectorAll('.answer tbody tr')].every(({ cells }) =>"
            " cells[0].querySelector('a')?.href === cells[4].querySelector('a').href)"
        )
        page.get_by_role("button", name="Next").click()


@pytest.mark.parametrize(
    ("bearers", "link"),
    [
        (["anna-alder"], "/#actor=anna-alder"),
        (["a", "laura-hughes", "b"], "/#actor=laura-hughes"),
        (["a", "b"], None),
        ([], None),
    ],
)
def test_a_name_of_several_is_that_of_its_row_or_no_link(
    open_page: Open, bearers: list[str], link: str | None
) -> None:
    page = open_page("/query")

    def answer(route: Route) -> None:
        if "?actor" not in (route.request.post_data or ""):
            return route.continue_()
        rows = [
            {
                "name": {"type": "literal", "value": "A. N."},
                "actor": {"type": "uri", "value": PREFIXES["actor"] + each},
            }
            for each in bearers
        ]
        body = json.dumps({"head": {"vars": ["name", "actor"]}, "results": {"bindings": rows}})
        return route.fulfill(content_type="application/sparql-results+json", body=body)

    page.route("**/sparql", answer)
    with page.expect_response(lambda got: "?actor" in (got.request.post_data or "")):
        ask(page, 'SELECT ?name ?who { VALUES (?name ?who) { ("A. N." actor:laura-hughes) } }', "1 row")
    cell = page.locator(".answer td").first
    if link:
        cell.locator("a").wait_for()
    assert cell.locator("a").evaluate_all("(all) => all.map((each) => each.getAttribute('href'))") == (
        [link] if link else []
    )


def test_without_an_answer_names_stay_texts(open_page: Open) -> None:
    page = open_page("/query", failing=True)
    page.route(
        "**/sparql",
        lambda route: (
            route.fulfill(status=503) if "?actor" in (route.request.post_data or "") else route.continue_()
        ),
    )
    with page.expect_response(lambda got: got.status == 503):
        ask(page, 'SELECT ?name { BIND("Laura Hughes" AS ?name) }', "1 row")
    assert page.locator(".answer td").all_inner_texts() == ["Laura Hughes"]
    assert page.locator(".wrong").is_hidden()


def test_words_are_cut_only_where_no_column_could_hold_them(open_page: Open) -> None:
    page = open_page("/query", viewport={"width": 400, "height": 800})
    word = "Donaudampfschifffahrt" * 15
    ask(
        page,
        f'SELECT ?a ?b ?c ?d {{ VALUES (?a ?b ?c ?d) {{ ("affirmed" "Northampton" "{word}" <http://a.b/{word}>) }} }}',
        "1 row",
    )
    heights = page.locator(".answer td bdi").evaluate_all(
        "(all) => all.map((each) => each.getBoundingClientRect().height)"
    )
    assert heights[0] == heights[1]
    assert all(height > 3 * heights[0] for height in heights[2:])
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
