"""The room of sources over a server, where the page holds a part of a case."""

from __future__ import annotations

import pytest

from support.served_cases import CHROMIUM, Open, get_json

pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]


def test_the_room_says_for_what_it_answers_and_stands_by_the_same_words(
    open_page: Open, address: str
) -> None:
    page = open_page()
    page.locator('[data-tab="matrix"]').click()
    loaded = page.evaluate("sociogram.graph.data.claims.id.length")
    assert f"Of the {loaded:,} claims loaded in this page" in page.locator(".matrix-room").inner_text()
    words = (
        "sociogram.graph.data.ties.id.map((id, tie) => [id, sociogram.graph.sources.summarise("
        "sociogram.graph.claimsOfTie[tie])]).map(([id, each]) => [id, [each.outlets, each.stated, each.negated]])"
    )
    table = get_json(f"{address}/api/table/ties?size=100")
    place = [column["name"] for column in table["columns"]].index("outlets")
    here = dict(page.evaluate(words))
    shared = [number for number, tie in enumerate(table["ids"]) if tie in here]
    assert shared
    for number in shared:
        assert table["rows"][number][place] == here[table["ids"][number]][0]


def test_a_link_brings_what_the_matrix_is_about(open_page: Open, address: str) -> None:
    page = open_page()
    held = set(page.evaluate("sociogram.graph.data.actors.id"))
    tables = (get_json(f"{address}/api/table/ties?size=100&page={number}") for number in range(1, 100))
    ties = (pair for table in tables for pair in zip(table["ids"], table["subjects"], strict=True))
    away = next(tie for tie, end in ties if end and end not in held)
    page = open_page(f"/#tab=matrix&matrix=tie:{away}")
    page.locator(".matrix-room h2", has_text="Who says that").wait_for()
    assert page.locator(".matrix-room .cell").count() >= 1
