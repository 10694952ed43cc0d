"""Claims of a symmetric relation are told in their own direction, whatever the order of their tie."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sociogram.story.replay import replay_story
from sociogram.story.story_file import read_story
from sociogram.write.picture.drawing import draw
from sociogram.write.story.page import About, story_page
from support.explorer_cases import make_turned, write_case_page
from support.patience import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
TURNED, STRAIGHT = "Tom Aldo met Mira Chen", "Mira Chen met Tom Aldo"


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """The case of two claims of one symmetric tie, which run against each other."""
    context = browser.new_context(accept_downloads=True, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(write_case_page(tmp_path, *make_turned()).as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    yield page
    context.close()


def choose(page: Page, kind: str, id_: str) -> None:
    chosen = f"{{ {kind}: sociogram.graph.{kind}('{id_}') }}"
    page.evaluate(f"sociogram.state.change((state) => {{ state.tab = 'map'; state.selection = {chosen}; }})")


def words(found: Locator) -> str:
    return " ".join(found.inner_text().split())


def taken(page: Page, button: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_text(encoding="utf-8-sig")


def test_findings_cards_and_tables_have_the_direction_of_the_claim(page: Page) -> None:
    finding = page.locator('.findings [data-claim="claim3"]')
    assert words(finding.locator(".says")) == TURNED
    for kind, id_ in (("actor", "tom"), ("actor", "mira"), ("tie", make_turned()[0].ties[1].id)):
        choose(page, kind, id_)
        for claim, told in (("claim3", TURNED), ("claim4", STRAIGHT)):
            assert words(page.locator(f'.panel [data-claim="{claim}"] .says')) == told
    # A tie is headed as its best claim runs.
    assert words(page.locator(".panel h2")) == TURNED
    assert words(page.locator(".panel .group > summary").first).startswith(f"{TURNED} 2 sentences")
    choose(page, "actor", "tom")
    assert TURNED in words(page.locator(".panel .when"))
    page.locator('[data-tab="claims"]').click()
    rows = [" ".join(row.split()) for row in page.locator("tbody tr").all_inner_texts()]
    assert sorted(row[: len(TURNED)] for row in rows if " met " in row) == [STRAIGHT, TURNED]


def test_the_reading_room_and_the_room_of_sources_have_it_too(page: Page) -> None:
    page.locator('[data-tab="read"]').click()
    page.locator('[data-document="d1"]').click()
    assert words(page.locator('.margin-note[data-claim="claim3"] .says')) == TURNED
    assert words(page.locator('.margin-note[data-claim="claim4"] .says')) == STRAIGHT
    page.evaluate("sociogram.state.change((state) => { state.tab = 'matrix'; state.matrix = { tie: 1 }; })")
    heads = [" ".join(each.split()) for each in page.locator(".matrix-room .row-tie").all_inner_texts()]
    assert sorted(heads) == [STRAIGHT, TURNED]
    assert words(page.locator(".matrix-room h2")) == f"Who says that {TURNED}"


def test_answers_and_their_sides_go_by_the_claim(page: Page) -> None:
    for actors, side, told in (
        ([], "either", [TURNED, STRAIGHT]),
        (["tom"], "subject", [TURNED]),
        (["tom"], "object", [STRAIGHT]),
    ):
        asked = json.dumps({"name": "who-met-whom", "actors": actors, "side": side})
        page.evaluate(f"sociogram.state.change((state) => {{ state.tab = 'ask'; state.asked = {asked}; }})")
        heads = page.locator("table.rows tbody th")
        heads.nth(len(told) - 1).wait_for()
        assert [" ".join(each.split()) for each in heads.all_inner_texts()] == told


def test_who_is_judged_to_be_the_same_is_the_subject_of_the_claim(page: Page) -> None:
    page.locator('[data-tab="read"]').click()
    page.locator('[data-document="d1"]').click()
    page.locator('.margin-note[data-claim="claim3"]').click()
    page.wait_for_selector('.margin-note.current[data-claim="claim3"]')
    page.keyboard.press("s")
    page.wait_for_selector(".panel h2")
    assert page.locator(".panel h2").inner_text() == "Tom Aldo"


def test_what_is_taken_away_has_the_direction_of_the_claim(page: Page) -> None:
    page.locator('[data-tab="map"]').click()
    choose(page, "actor", "tom")
    dossier = taken(page, "Dossier")
    assert "**Tom Aldo — met → Mira Chen**" in dossier
    assert "**Mira Chen — met → Tom Aldo**" in dossier
    assert dossier.count("## met") == 1
    assert "met (as object)" not in dossier
    page.locator(".menu summary").click()
    rows = taken(page, "Filtered claims (CSV)").splitlines()
    assert [row.split(",")[1:4] for row in rows if row.startswith(("claim3", "claim4"))] == [
        ["Tom Aldo", "met", "Mira Chen"], ["Mira Chen", "met", "Tom Aldo"]
    ]  # fmt: skip


def test_a_pinned_claim_is_told_so_in_the_story_its_file_and_its_page(page: Page, tmp_path: Path) -> None:
    choose(page, "actor", "tom")
    for claim in ("claim3", "claim4"):
        page.locator(f'.panel [data-claim="{claim}"] .pin-it').click()
    page.locator('[data-tab="story"]').click()
    assert page.locator(".story .pin-head a").all_inner_texts() == [TURNED, STRAIGHT]
    file = tmp_path / "told.jsonl"
    file.write_text(taken(page, "File of the story"), encoding="utf-8")
    claims = [each for line in file.read_text().splitlines() for each in json.loads(line).get("claims", ())]
    assert [(each["subject"], each["object"]) for each in claims] == [
        ("Tom Aldo", "Mira Chen"), ("Mira Chen", "Tom Aldo")
    ]  # fmt: skip
    told = taken(page, "Export as a page (HTML)")
    assert "<strong>Tom Aldo</strong> <em>met</em> <strong>Mira Chen</strong>" in told.replace(
        "<bdi>", ""
    ).replace("</bdi>", "")
    graph, story = make_turned()[0], read_story(file)
    places = {
        one.id: tuple(place) for one, place in zip(graph.actors, draw(graph).places.tolist(), strict=True)
    }
    assert told == story_page(story, graph, replay_story(story, graph), About(places=places))
