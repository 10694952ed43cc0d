"""Questions over a server: answers of the whole case, though the page holds a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sociogram.case import open_case
from sociogram.rdf.questions.asking import ask_question
from sociogram.rdf.questions.catalogue import load_questions
from support.served_cases import CHROMIUM, Open, build_case, serve_case

pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_case(tmp_path_factory)


@pytest.fixture(scope="module")
def address(case: Path) -> Iterator[str]:
    with serve_case(case) as found:
        yield found


def test_the_page_opens_on_the_whole_case(open_page: Open, case: Path) -> None:
    page = open_page("/")
    with open_case(case) as opened:
        claims = len(opened.graph.claims)
    words = page.locator(".holds").inner_text()
    assert words.startswith("7 documents")
    assert f"{claims:,} claims" in words


def test_an_answer_is_of_the_whole_case_and_its_claims_are_brought_in(open_page: Open, case: Path) -> None:
    with open_case(case) as opened:
        answers = {
            name: ask_question(opened.store, opened.names, name, (), ids=True)
            for name, question in load_questions().items()
            if question.required == 0
        }
    longest = max(
        (name for name in answers if "claim" in answers[name].variables),
        key=lambda name: len(answers[name].rows),
    )
    answer = answers[longest]
    assert answer.rows
    page = open_page(f"/#tab=ask&question={longest}")
    page.locator(".rows").wait_for()
    assert page.locator(".ask .facts").inner_text().startswith(f"{len(answer.rows):,} row")
    ids = [str(row[answer.variables.index("claim")].value).rpartition("/")[2] for row in answer.rows[:25]]  # type: ignore[union-attr]
    assert page.locator(".rows tbody tr").evaluate_all("(all) => all.map((row) => row.dataset.claim)") == ids
    page.wait_for_function("(ids) => ids.every((id) => sociogram.graph.claim(id) >= 0)", arg=ids)
    page.locator(".answer-map canvas").wait_for()
    page.locator(".rows tbody button.words").first.click()
    page.locator(f'.panel [data-claim="{ids[0]}"]').wait_for()


def test_an_actor_that_is_not_in_the_page_is_asked_about(open_page: Open) -> None:
    page = open_page("/")
    outside = page.evaluate(
        "fetch('/api/table/actors?page=4&size=100').then((each) => each.json())"
        ".then(({ids, rows}) => ids.map((id, at) => [id, rows[at][0]]).find(([id]) => sociogram.graph.actor(id) < 0))"
    )
    form = page.locator('form[data-question="about"]')
    form.locator("input").fill(outside[1])
    form.locator("input").press("Enter")
    page.locator(".ask .facts").wait_for()
    assert "of the whole case" in page.locator(".ask .facts").inner_text()


def test_a_typing_error_is_told_of_the_whole_case(open_page: Open) -> None:
    page = open_page("/")
    page.fill("#search", "thomas webre")
    page.locator(".elsewhere h3", has_text="No such name in the case; the nearest").wait_for()
    assert page.locator(".elsewhere .hit").first.inner_text().startswith("Thomas Weber")


@pytest.mark.parametrize(("question", "more"), [("who-met-whom", 2), ("disputed", 0)])
def test_an_answer_is_pinned_with_all_its_claims_though_the_page_held_a_part(
    open_page: Open, question: str, more: int
) -> None:
    page = open_page(f"/#tab=ask&question={question}")
    page.locator(".rows").wait_for()
    for number in range(more):
        page.get_by_role("button", name="Show 75 more").click()
        page.locator(f".rows tbody tr:nth-child({26 + 75 * number})").wait_for()
    page.get_by_role("button", name="Pin this answer").click()
    page.locator("body > .status", has_text="Pinned to step").wait_for()
    pinned = page.evaluate("sociogram.story.book.story.steps.at(-1).pins.at(-1).claims.length")
    shown = page.locator(".rows tbody tr").count()
    # Of a dispute both sides are pinned.
    assert pinned == (shown if more else 2)
    assert shown == (175 if more else 1)
