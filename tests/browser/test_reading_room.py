"""The reading room in a real browser: a document read and judged by mouse and by keyboard, the queue, long texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sociogram.graph.saved_judgements import read_judgements
from sociogram.graph.values import Graph
from support.explorer_cases import make_unread, write_case_page
from support.patience import PATIENCE
from support.reading_cases import make_long, make_overlapping, make_shelf
from support.served_cases import CHROMIUM, Open, serious_findings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HOSTILE = "<script>window.owned=1</script><img src=x onerror=window.owned=1>\u202e javascript:window.owned=1"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page; at the end there must have been no error in the console, and no request."""
    wrong: list[str] = []
    contexts = []

    def open_one(case: tuple[Graph, dict[str, str]] | None = None, *, hash_: str = "", **more: Any) -> Page:
        graph, texts = case or make_shelf()
        path = write_case_page(tmp_path, graph, texts)
        more.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(accept_downloads=True, **more)
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
        page.goto(path.as_uri() + hash_)
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert wrong == []


def read(page: Page, document: str) -> None:
    page.locator('[data-tab="read"]').click()
    page.locator(f'[data-document="{document}"]').click()
    page.locator(".margin-note.current").wait_for()


def state_of(page: Page, claim: str) -> str:
    classes = (page.locator(f'.margin-note[data-claim="{claim}"]').get_attribute("class") or "").split()
    return next(each for each in classes if each in ("unreviewed", "right", "wrong"))


def current(page: Page) -> str:
    return page.locator(".margin-note.current").get_attribute("data-claim") or ""


def lines(page: Page) -> list[str]:
    """The lines that the page has collected, without the heading."""
    page.locator("button.judgements").click()
    found = page.locator(".panel .lines").inner_text().strip().split("\n")[1:]
    page.locator(".panel .back").first.click()
    return found


def test_a_document_is_read_and_three_claims_are_judged_in_five_actions_by_mouse(open_page: Open) -> None:
    page = open_page()
    page.locator('[data-tab="read"]').click()
    page.locator('[data-document="d1"]').click()
    for verdict in ("✓ Right", "✗ Wrong", "✓ Right"):
        page.locator(".margin-note.current button", has_text=verdict).click()
    assert [state_of(page, f"d1c{number}") for number in range(4)] == [
        "right",
        "wrong",
        "right",
        "unreviewed",
    ]


def test_a_document_is_read_and_three_claims_are_judged_by_keyboard_alone(
    open_page: Open, tmp_path: Path
) -> None:
    page = open_page()
    page.locator('[data-tab="read"]').focus()
    page.keyboard.press("Enter")
    page.locator(".shelf input:focus").wait_for()
    page.keyboard.press("Enter")
    page.locator(".margin-note.current:focus").wait_for()
    for key in "rwr":
        page.keyboard.press(key)
    assert [state_of(page, f"d1c{number}") for number in range(4)] == [
        "right",
        "wrong",
        "right",
        "unreviewed",
    ]
    assert current(page) == "d1c3"
    page.locator("button.judgements").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Download judgements.csv").click()
    path = tmp_path / "judgements.csv"
    path.write_bytes(Path(download.value.path()).read_bytes())
    assert [(each.verdict, each.left) for each in read_judgements(path)] == [
        ("right", "d1c0"), ("wrong", "d1c1"), ("right", "d1c2"),
    ]  # fmt: skip


def test_an_actors_documents_in_four_actions(open_page: Open) -> None:
    page = open_page()
    page.fill("#search", "Harbour Trust")
    page.locator("#search").press("Enter")
    page.get_by_role("button", name="Documents", exact=True).click()
    page.locator(".shelf [data-document]").first.wait_for()
    assert [each.get_attribute("data-document") for each in page.locator(".shelf [data-document]").all()] == [
        "d1",
        "d3",
    ]
    page.locator('[data-document="d3"]').click()
    page.locator(".margin-note.current").wait_for()
    assert page.locator(".document-heading h2").inner_text() == "Money"


def test_undo_takes_the_last_word_back_also_in_another_document(open_page: Open) -> None:
    page = open_page()
    read(page, "d1")
    page.keyboard.press("r")
    page.keyboard.press("w")
    page.keyboard.press("u")
    page.wait_for_function("() => document.querySelector('.reading .said').textContent === 'Undone.'")
    assert [state_of(page, "d1c0"), state_of(page, "d1c1"), current(page)] == ["right", "unreviewed", "d1c1"]
    page.keyboard.press("]")
    page.locator('.margin-note.current[data-claim="d2c0"]').wait_for()
    page.keyboard.press("u")
    page.locator('.margin-note.current[data-claim="d1c0"]').wait_for()
    assert state_of(page, "d1c0") == "unreviewed"
    page.keyboard.press("u")
    page.wait_for_function(
        "() => document.querySelector('.reading .said').textContent.includes('nothing to undo')"
    )


def test_who_judges_and_a_note_are_kept(open_page: Open) -> None:
    page = open_page()
    read(page, "d1")
    page.get_by_label("Your name").fill("Eva, the 1st")
    page.locator(".margin-note.current").focus()
    page.keyboard.press("m")
    page.keyboard.type('=seen "the file" <b>')
    page.keyboard.press("Enter")
    page.locator(".margin-note.current .noted").wait_for()
    page.keyboard.press("r")
    page.keyboard.press("p")
    assert (
        "right by Eva, the 1st on 20" in page.locator('.margin-note[data-claim="d1c0"] .state').inner_text()
    )
    assert 'Note: =seen "the file" <b>' in page.locator('.margin-note[data-claim="d1c0"]').inner_text()
    assert '"=seen ""the file"" <b>"' in "\n".join(lines(page)).replace("'=", "=")


def test_letters_are_silent_in_a_field_and_can_be_turned_off(open_page: Open) -> None:
    page = open_page()
    read(page, "d1")
    page.get_by_label("Your name").click()
    page.keyboard.type("rwu?")
    assert state_of(page, "d1c0") == "unreviewed"
    assert page.locator(".help").is_hidden()
    page.locator(".margin-note.current").focus()
    page.keyboard.press("?")
    page.get_by_label("Letters act by themselves").uncheck()
    page.locator(".margin-note.current").focus()
    page.keyboard.press("r")
    assert state_of(page, "d1c0") == "unreviewed"
    page.get_by_label("Letters act by themselves").check()
    page.locator(".margin-note.current").focus()
    page.keyboard.press("r")
    assert state_of(page, "d1c0") == "right"


def test_the_queue_goes_through_what_is_grave_in_all_documents(open_page: Open) -> None:
    page = open_page()
    page.locator('[data-tab="read"]').click()
    page.locator(".queue-button", has_text="2 to review").click()
    page.locator('.margin-note.current[data-claim="d2c1"]').wait_for()
    assert "2 grave claims to review; this one: violence" in page.locator(".reading .said").inner_text()
    page.keyboard.press("r")
    page.locator('.margin-note.current[data-claim="d3c0"]').wait_for()
    assert "1 grave claim to review; this one: money" in page.locator(".reading .said").inner_text()
    page.keyboard.press("w")
    page.wait_for_function(
        "() => document.querySelector('.reading .said').textContent.includes('Nothing grave is left')"
    )
    page.keyboard.press("u")
    page.wait_for_function(
        "() => document.querySelector('.queue-button').textContent.includes('1 to review')"
    )


def test_marks_tell_polarity_and_modality_in_words(open_page: Open) -> None:
    page = open_page()
    read(page, "d1")
    signs = [mark.get_attribute("data-sign") for mark in page.locator("mark[data-sign]").all()]
    assert signs[-2:] == ["denied", "alleged"]
    assert page.locator(".passage mark.actor", has_text="Anna Berg").count() >= 2


def test_what_is_unread_is_marked_with_its_reason(open_page: Open) -> None:
    page = open_page(make_unread())
    read(page, "d1")
    unread = page.locator(".passage mark.unread")
    assert "".join(unread.all_inner_texts()).startswith("Anna Berg saw 😀 Tom Aldo.")
    assert any("nothing was read" in (each.get_attribute("title") or "") for each in unread.all())


def test_a_claim_and_an_actor_go_along_to_the_map(open_page: Open) -> None:
    page = open_page()
    read(page, "d1")
    page.locator(".passage mark.actor", has_text="Anna Berg").first.click()
    assert page.locator(".panel h2").inner_text() == "Anna Berg"
    page.locator(".margin-note.current").focus()
    page.keyboard.press("g")
    assert page.evaluate("sociogram.state.tab") == "map"
    assert (
        page.evaluate(
            "sociogram.graph.data.claims.id[sociogram.graph.claimsOfTie[sociogram.state.selection.tie][0]]"
        )
        == "d1c0"
    )
    assert page.locator(".map").is_visible()


def test_same_opens_the_judgement_on_identity(open_page: Open) -> None:
    page = open_page()
    read(page, "d1")
    page.keyboard.press("s")
    assert page.locator(".panel h2").inner_text() == "Anna Berg"
    page.locator(".panel .judge input:focus").wait_for()


def test_a_link_opens_the_document_at_the_claim(open_page: Open) -> None:
    page = open_page()
    read(page, "d1")
    page.keyboard.press("n")
    hash_ = page.evaluate("location.hash")
    again = open_page(hash_=hash_)
    again.locator('.margin-note.current[data-claim="d1c1"]').wait_for()
    gone = open_page(hash_="#tab=read&document-read=d1&at=gone")
    gone.locator(".reading .said", has_text="not in the document any more").wait_for()
    lost = open_page(hash_="#tab=read&document-read=nowhere")
    lost.locator(".reading .said", has_text="no such document").wait_for()


def test_a_text_that_the_page_lacks_gives_its_sentences(open_page: Open) -> None:
    graph, _ = make_shelf()
    page = open_page((graph, {}))
    read(page, "d1")
    assert "does not hold the document's text" in page.locator(".document-heading").inner_text()
    assert "Anna Berg did not meet Harbour Trust." in page.locator(".pages").inner_text()


@pytest.mark.parametrize("hostile", ["", HOSTILE])
def test_overlapping_marks_stand_on_their_words(open_page: Open, hostile: str) -> None:
    page = open_page(make_overlapping(hostile))
    read(page, "d1")

    def words(kind: str) -> str:
        return "".join(page.locator(f".passage mark.{kind}").all_inner_texts())

    assert [words("subject"), words("relation"), words("object")] == ["ليلى حداد", "met", "Anna Berg"]
    assert words("here").startswith("ليلى حداد met 𝔄nna, Anna Berg, who met Tom Aldo.")
    page.keyboard.press("n")
    assert [words("subject"), words("relation"), words("object")] == ["Anna Berg", "met", "Tom Aldo"]
    assert words("here") == "Anna Berg, who met Tom Aldo."
    assert page.evaluate("window.owned") is None
    assert page.locator("script[src], .passage img").count() == 0


def test_a_long_document_opens_at_once_and_only_what_is_near_is_built(open_page: Open) -> None:
    page = open_page(make_long(500_000, 2_500))
    page.locator('[data-tab="read"]').click()
    page.locator('[data-document="long"]').wait_for()
    # What is built is counted, not timed: all notes together are more than fifteen thousand elements.
    built = page.evaluate(
        """async () => {
          const create = document.createElement;
          let built = 0;
          document.createElement = (...of) => { built++; return create.apply(document, of); };
          document.querySelector('[data-document="long"]').click();
          while (!document.querySelector('.margin-note.current')) await new Promise(requestAnimationFrame);
          document.createElement = create;
          return built;
        }"""
    )
    rows = "[...document.querySelectorAll('.row')]"
    passages = page.evaluate(f"{rows}.length")
    assert 500 < passages < built < passages + 800
    assert page.evaluate(f"{rows}.filter(each => each.childElementCount).length") < 60
    page.evaluate("document.querySelector('.pages').scrollTop = 1e9")
    page.locator('.margin-note[data-claim="longc2499"]').wait_for()
    assert page.evaluate(f"{rows}.filter(each => each.childElementCount).length") < 90
    page.evaluate("document.querySelector('.pages').scrollTop = 0")
    page.locator('.margin-note[data-claim="longc0"]').wait_for()


def test_a_claim_far_away_is_brought_into_the_window(open_page: Open) -> None:
    page = open_page(make_long(200_000, 1_000), hash_="#tab=read&document-read=long&at=longc700")
    page.locator('.margin-note.current[data-claim="longc700"]').wait_for()
    page.wait_for_function(
        """() => {
          const mark = document.querySelector('mark.here')?.getBoundingClientRect();
          const box = document.querySelector('.pages').getBoundingClientRect();
          return mark && box.top <= mark.top && mark.top <= box.bottom;
        }"""
    )


def test_reviewed_is_a_facet_and_is_told_with_the_tie(open_page: Open) -> None:
    page = open_page()
    read(page, "d1")
    page.keyboard.press("r")
    page.locator('[data-tab="map"]').click()
    page.locator('[data-facet="review"] summary').click()
    page.locator('[data-facet="review"] .count').nth(1).wait_for()  # a judgement is kept a moment later
    values = dict(
        zip(
            page.locator('[data-facet="review"] .words').all_inner_texts(),
            page.locator('[data-facet="review"] .count').all_inner_texts(),
            strict=True,
        )
    )
    assert values == {"unreviewed": "6", "right": "1"}
    page.locator('[data-facet="review"] [data-value="right"]').check()
    assert page.evaluate("sociogram.state.activeClaims.reduce((sum, each) => sum + each, 0)") == 1
    assert page.evaluate("sociogram.state.tieReviewed.reduce((sum, each) => sum + each, 0)") == 1


def test_what_was_reviewed_before_is_in_the_page(open_page: Open) -> None:
    from dataclasses import replace

    from sociogram.model import Review

    graph, texts = make_shelf()
    first = replace(
        graph.claims[0], review=Review(who="Eva", when="2026-01-02", note="seen", against=("Tom",))
    )
    page = open_page((replace(graph, claims=(first, *graph.claims[1:])), texts))
    read(page, "d1")
    page.keyboard.press("p")
    assert state_of(page, "d1c0") == "right"
    assert (
        "right by Eva on 2026-01-02, but wrong by Tom"
        in page.locator('.margin-note[data-claim="d1c0"] .state').inner_text()
    )


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (400, "dark")])
def test_the_room_has_no_serious_findings(open_page: Open, width: int, theme: str) -> None:
    page = open_page(bypass_csp=True, viewport={"width": width, "height": 800}, color_scheme=theme)
    page.locator('[data-tab="read"]').click()
    page.locator('[data-document="d1"]').wait_for()
    assert serious_findings(page) == []
    page.locator('[data-document="d1"]').click()
    page.keyboard.press("r")
    page.keyboard.press("?")
    assert serious_findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
