"""The reading room over a server: a document with all its claims, judgements written at once and taken out again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sociogram.graph.saved_judgements import read_judgements
from support.served_cases import (
    CHROMIUM,
    TOKEN,
    Open,
    build_case,
    get_json,
    serve_case,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page

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


def _read(page: Page, document: str) -> None:
    page.locator('[data-tab="read"]').click()
    page.locator(f'[data-document="{document}"]').click()
    page.locator(".margin-note.current").wait_for()


def _verdicts(case: Path) -> list[tuple[str, str, str, str]]:
    found = read_judgements(case / "judgements.csv")
    return [(each.verdict, each.left, each.who, each.note) for each in found]


def test_a_document_comes_with_claims_that_the_page_does_not_hold(open_page: Open, address: str) -> None:
    documents = get_json(f"{address}/api/documents")
    most = max(range(len(documents["id"])), key=lambda place: documents["claims"][place])
    page = open_page()
    _read(page, documents["id"][most])
    page.get_by_label("Which claims have a note").select_option("all")
    held = page.evaluate("sociogram.graph.data.claims.id.length")
    assert held < get_json(f"{address}/api/state").get("claims", 10**9)
    facts = page.locator(".document-heading .facts").last.inner_text()
    assert f"{documents['claims'][most]} claim" in facts


def test_judgements_are_written_and_undone_and_the_page_stays_where_it_is(
    open_page: Open, case: Path
) -> None:
    page = open_page(f"/#token={TOKEN}")
    _read(page, "letter")
    page.get_by_label("Your name").fill("Eva")
    page.locator(".margin-note.current").focus()
    first = page.locator(".margin-note.current").get_attribute("data-claim") or ""
    page.keyboard.press("w")
    page.locator(f'.margin-note.wrong[data-claim="{first}"]').wait_for()
    second = page.locator(".margin-note.current").get_attribute("data-claim") or ""
    page.keyboard.press("r")
    page.locator(f'.margin-note.right[data-claim="{second}"]').wait_for()
    assert _verdicts(case) == [("wrong", first, "Eva", ""), ("right", second, "Eva", "")]
    page.get_by_text("The view is up to date.").wait_for()
    # What was judged wrong is gone from the graph, and still there to be undone.
    assert page.locator(f'.margin-note.wrong[data-claim="{first}"]').count() == 1
    page.keyboard.press("u")
    page.locator(f'.margin-note.unreviewed[data-claim="{second}"]').wait_for()
    page.keyboard.press("u")
    page.locator(f'.margin-note.unreviewed[data-claim="{first}"]').wait_for()
    assert _verdicts(case) == []
