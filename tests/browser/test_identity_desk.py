"""The identity desk in a real browser: merging, parting and taking back, by mouse and by keyboard."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sociogram.graph.saved_judgements import parse_judgements
from sociogram.graph.values import Graph
from support.explorer_cases import write_case_page
from support.identity_cases import make_identity_case, with_pairs
from support.patience import PATIENCE
from support.places import AXE
from support.served_cases import CHROMIUM, TOKEN, Open, build_case, serve_case, watched_pages

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
Open_ = Callable[..., "Page"]
HUSBAND = "Ann Varga’s husband"


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open_]:
    """Opens the page of a graph at the desk; there must be no error and no request."""
    wrong: list[str] = []
    contexts = []

    def open_one(graph: Graph | None = None, *, desk: bool = True, **more: Any) -> Page:
        path = write_case_page(tmp_path, graph or make_identity_case())
        context = browser.new_context(**more)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("request", lambda one: None if one.url.startswith("file:") else wrong.append(one.url))
        page.goto(path.as_uri())
        if desk:
            page.get_by_role("button", name="Identity").click()
            page.locator(".comparison h2").wait_for()
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert wrong == []


def lines(page: Page) -> list[tuple[str, str, str]]:
    """The judgements that the page has collected."""
    kept = page.evaluate(
        "Object.entries(localStorage).find(([key]) => key.startsWith('sociogram judgements'))?.[1] ?? '[]'"
    )
    return [(each["verdict"], each["left"], each["right"]) for each in json.loads(kept)]


def choose(page: Page, words: str) -> None:
    page.locator(".suggestions button", has_text=words).first.click()
    page.locator(".comparison h2", has_text=words).wait_for()


def test_merge_and_reject_take_three_actions_by_mouse(open_page: Open_) -> None:
    page = open_page(desk=False)
    page.get_by_role("button", name="Identity").click()
    page.get_by_role("button", name="Same: make them one").click()
    page.locator(".comparison h2", has_text="Quillby").wait_for()
    page.get_by_role("button", name="Different: keep two").click()
    page.locator(".comparison h2", has_text="two?").wait_for()
    assert lines(page) == [
        ("same", "tom-rudd", "ann-vargas-husband"),
        ("different", "hilary-quillby", "hillary-quillby"),
    ]


def test_merge_and_reject_by_the_keyboard_alone(open_page: Open_) -> None:
    page = open_page(desk=False)
    page.get_by_role("button", name="Identity").focus()
    page.keyboard.press("Enter")
    page.locator(".comparison h2", has_text="husband").wait_for()
    page.locator(".comparison h2").focus()
    page.keyboard.press("s")
    page.locator(".comparison h2:focus", has_text="Quillby").wait_for()
    page.keyboard.press("d")
    page.locator(".comparison h2:focus", has_text="two?").wait_for()
    assert [verdict for verdict, *_ in lines(page)] == ["same", "different"]
    page.keyboard.press("u")
    page.locator(".comparison h2:focus", has_text="Quillby").wait_for()
    assert [verdict for verdict, *_ in lines(page)] == ["same"]


def test_a_preview_says_before_what_will_change(open_page: Open_) -> None:
    page = open_page()
    text = page.locator(".preview").inner_text()
    assert "One actor, “Tom Rudd”, person" in text
    assert "1 tie that both have becomes one each." in text
    assert "Tom Rudd met Carl Ott: 1 + 1 claim" in text.replace(
        "Carl Ott met Tom Rudd", "Tom Rudd met Carl Ott"
    )
    assert "The id “ann-vargas-husband” goes on to mean this actor" in text
    assert "They stay two actors" in text
    assert not page.locator(".preview .warning").count()


def test_a_preview_warns_of_claims_between_the_two(open_page: Open_) -> None:
    page = open_page()
    page.evaluate("location.hash = 'tab=identity'")
    page.get_by_text("Compare any two").click()
    for which, name in (("First actor…", "Ann Varga"), ("Second actor…", HUSBAND)):
        page.get_by_role("button", name=which).click()
        page.get_by_label(which.replace("…", "")).fill(name)
        page.keyboard.press("Enter")
    page.locator(".comparison h2", has_text=HUSBAND).wait_for()
    warning = page.locator(".preview .warning").inner_text()
    assert warning.startswith("1 claim between the two is dropped")
    assert "accuses" in warning


def test_the_name_that_stays_is_the_readers_choice(open_page: Open_) -> None:
    page = open_page()
    page.get_by_role("radio", name=HUSBAND).check()
    assert f"One actor, “{HUSBAND}”" in page.locator(".preview").inner_text()
    page.get_by_role("button", name="Same: make them one").click()
    choose(page, "Quillby")
    page.get_by_placeholder("another name").fill("Hillary R. Quillby")
    assert "One actor, “Hillary R. Quillby”" in page.locator(".preview").inner_text()
    page.get_by_role("button", name="Same: make them one").click()
    assert lines(page) == [
        ("same", "ann-vargas-husband", "tom-rudd"),
        ("rename", "ann-vargas-husband", HUSBAND),
        ("same", "hilary-quillby", "hillary-quillby"),
        ("rename", "hilary-quillby", "Hillary R. Quillby"),
    ]


def test_each_judgement_of_the_sitting_can_be_taken_back(open_page: Open_) -> None:
    page = open_page()
    page.get_by_role("radio", name=HUSBAND).check()
    page.get_by_role("button", name="Same: make them one").click()
    page.get_by_text("Judged in this sitting: 1").click()
    page.get_by_role("button", name="Take back: same").click()
    page.locator(".comparison h2", has_text=HUSBAND).wait_for()
    assert lines(page) == []
    assert page.locator(".suggestions li").count() == 3


def test_reason_and_reviewer_go_into_the_lines(open_page: Open_) -> None:
    page = open_page()
    page.get_by_label("Who judges").fill("Ines Roe")
    page.get_by_label("Why").fill("the letter of 3 May, says so")
    page.get_by_role("button", name="Same: make them one").click()
    page.get_by_role("button", name="Judgements (1)").click()
    (judgement,) = parse_judgements(page.locator("pre.lines").inner_text(), "judgements.csv")
    assert (judgement.who, judgement.note) == ("Ines Roe", "the letter of 3 May, says so")
    choose(page, "Quillby")
    assert page.get_by_label("Who judges").input_value() == "Ines Roe"


def test_letters_that_are_typed_judge_nothing(open_page: Open_) -> None:
    page = open_page()
    page.get_by_label("Why").press_sequentially("sdnu")
    assert lines(page) == []
    assert page.locator(".comparison h2").inner_text().startswith("Are")


def test_not_sure_puts_aside_until_it_is_shown_again(open_page: Open_) -> None:
    page = open_page()
    page.get_by_role("button", name="Not sure: skip").click()
    page.locator(".comparison h2", has_text="Quillby").wait_for()
    assert page.locator(".suggestions li").count() == 2
    page.get_by_role("button", name="Show again").click()
    assert page.locator(".suggestions li").count() == 3
    assert lines(page) == []


def test_a_split_names_the_mention(open_page: Open_) -> None:
    page = open_page()
    choose(page, "Mary Ott")
    page.get_by_role("button", name="Different: part them").click()
    assert lines(page) == [("different", "mary-ott", "a@320-328")]


def test_the_last_one_leaves_an_end_and_no_blank(open_page: Open_) -> None:
    page = open_page()
    for left in (2, 1, 0):
        page.keyboard.press("Tab")
        page.locator(".comparison h2").focus()
        page.keyboard.press("n")
        page.wait_for_function(f"() => document.querySelectorAll('.suggestions li').length === {left}")
    assert page.locator(".comparison h2:focus").inner_text() == "Nothing left to look at"


@pytest.mark.parametrize("name", [
    "Acme <img src=x onerror=window.owned=1>", "Acme " + "lang " * 58 + "Ende", "\u202eEvil Acme", "שלום Acme עולם",
    "Acme javascript:window.owned=1", "=cmd|' /C calc'!A0 Acme",
])  # fmt: skip
@pytest.mark.parametrize("width", [1440, 400])
def test_hostile_long_and_right_to_left_names(open_page: Open_, name: str, width: int) -> None:
    page = open_page(with_pairs(name), viewport={"width": width, "height": 900})
    page.evaluate("location.hash = 'tab=identity'")
    page.get_by_text("Compare any two").click()
    for which, place in (("First actor…", 0), ("Second actor…", 1)):
        page.get_by_role("button", name=which).click()
        page.get_by_label(which.replace("…", "")).fill(name if place == 0 else f"{name} party")
        page.keyboard.press("Enter")
    page.locator(".comparison .side-card").nth(1).wait_for()
    page.wait_for_function("() => document.querySelectorAll('.side-card h3')[1].textContent.includes('Acme')")
    assert page.evaluate("window.owned") is None
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(
        "document.querySelector('.bench').scrollWidth <= document.querySelector('.bench').clientWidth + 1"
    )
    page.get_by_role("button", name="Same: make them one").click()
    assert lines(page)[0] == ("same", "body-0-0", "body-0-1")


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: npm ci in web/")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 400])
def test_axe_finds_nothing_serious(open_page: Open_, scheme: str, width: int) -> None:
    page = open_page(color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 900})
    page.get_by_text("Compare any two").click()
    page.add_script_tag(path=str(AXE))
    found = page.evaluate("axe.run()")
    assert [each["id"] for each in found["violations"] if each["impact"] in {"serious", "critical"}] == []


def test_who_is_only_named_is_listed_when_asked_for(open_page: Open_) -> None:
    page = open_page(desk=False)
    page.get_by_role("button", name="Actors", exact=True).click()
    page.get_by_label("also what is not on the map").check()
    assert not page.locator("tbody", has_text="Lone Wolf").count()
    page.get_by_label("also those only named (2)").check()
    assert page.locator("tbody", has_text="Lone Wolf").count() == 1
    page.fill("#search", "Lone")
    assert "Lone Wolf" in page.locator(".results .hit").first.inner_text()


def test_who_is_only_named_stands_behind_others_in_search(open_page: Open_) -> None:
    page = open_page(desk=False)
    page.fill("#search", "Ott")
    hits = page.locator(".results .hit")
    assert "Carl Ott" in hits.nth(0).inner_text()
    assert "Mary Ott" in hits.nth(1).inner_text()


@pytest.mark.model
def test_a_merge_on_the_server_is_written_and_taken_back(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    case = build_case(tmp_path_factory)
    before = {
        name: (case / name).read_bytes()
        for name in ("actors.jsonl", "ties.jsonl", "claims.jsonl", "graph.trig")
    }
    with serve_case(case) as address, watched_pages(browser, address) as open_one:
        _merge_and_take_back(open_one, case)
    assert {name: (case / name).read_bytes() for name in before} == before


def _merge_and_take_back(open_one: Open, case: Path) -> None:
    page = open_one(f"/#tab=map&token={TOKEN}")
    page.get_by_role("button", name="Identity").click()
    page.locator(".comparison h2").wait_for()
    page.get_by_text("Compare any two").click()
    for which, name in (("First actor…", "Thomas Weber"), ("Second actor…", "Laura Hughes")):
        page.get_by_role("button", name=which).click()
        page.get_by_label(which.replace("…", "")).fill(name)
        page.keyboard.press("Enter")
    page.locator(".comparison h2", has_text="Laura Hughes").wait_for()
    assert "between the two" in page.locator(".preview .warning").inner_text()
    page.get_by_label("Who judges").fill("Ines Roe")
    page.get_by_role("button", name="Same: make them one").click()
    page.get_by_text("The view is up to date.").wait_for()
    assert "same,thomas-weber,laura-hughes,Ines Roe" in (case / "judgements.csv").read_text(encoding="utf-8")
    page.wait_for_function(
        "() => sociogram.graph.actor('laura-hughes') === sociogram.graph.actor('thomas-weber')"
    )
    page.get_by_text("Judged in this sitting: 1").click()
    page.get_by_role("button", name="Take back: same").click()
    page.wait_for_function(
        "() => sociogram.graph.actor('laura-hughes') !== sociogram.graph.actor('thomas-weber')",
    )
    assert "laura-hughes" not in (case / "judgements.csv").read_text(encoding="utf-8")
