"""The story in a real browser: pinned, ordered, undone, kept, loaded, exported and printed, by mouse and by keys."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sociogram.graph.values import Graph
from sociogram.story.replay import replay_story
from sociogram.story.story_file import format_story, parse_story
from sociogram.write.picture.drawing import draw
from sociogram.write.story.page import About, story_page
from support.explorer_cases import make_case, tie_up, write_case_page
from support.patience import PATIENCE
from support.places import AXE
from support.serve_cases import TOKEN, make_folder, running
from support.story_cases import (
    HOSTILE_NOTES,
    LONG_NAME,
    REVIEWED,
    make_story,
    make_told_case,
    make_told_story,
    with_review,
)

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def small_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_case_page(tmp_path_factory.mktemp("small"), *make_case())


@pytest.fixture
def open_page(browser: Browser, small_page: Path, tmp_path: Path) -> Iterator[Open]:
    """Opens a page; at the end there must have been no error in the console, and no request."""
    wrong: list[str] = []
    contexts: list[Any] = []

    def open_one(graph: Graph | None = None, *, hash_: str = "", keep: bool = False, **more: Any) -> Page:
        path = write_case_page(tmp_path, graph, make_case()[1]) if graph else small_page
        more.setdefault("viewport", {"width": 1280, "height": 900})
        if not (keep and contexts):
            contexts.append(browser.new_context(accept_downloads=True, **more))
        page = contexts[-1].new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda one: wrong.append(one.text) if one.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda one: None if one.url.startswith(("file:", "blob:", "data:")) else wrong.append(one.url),
        )
        page.goto(path.as_uri() + hash_)
        page.wait_for_selector("html[data-ready]", state="attached")
        # The story is loaded when the page is idle.
        page.evaluate("new Promise((done) => requestIdleCallback(() => setTimeout(done)))")
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert wrong == []


BEGUN = '{"record":"story","version":1}\n{"record":"step"}\n'


def load_story(page: Page, content: str, name: str = "story.jsonl") -> None:
    page.locator(".story input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/jsonl", "buffer": content.encode()}
    )


def told(page: Page) -> str:
    return page.locator(".story .told").inner_text()


def downloaded(page: Page, button: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_bytes().decode()


def pin_words(page: Page) -> list[str]:
    return page.locator(".story .pin-head a").all_inner_texts()


@pytest.mark.parametrize("is_told", [False, True])
def test_both_writers_make_the_same_page_of_the_same_story(open_page: Open, is_told: bool) -> None:
    graph = with_review(make_told_case() if is_told else make_case()[0])
    story = make_told_story(graph) if is_told else make_story(graph)
    page = open_page(graph, hash_="#tab=story")
    load_story(page, format_story(story))
    page.wait_for_selector(".story .pin")
    places = {
        actor.id: tuple(place) for actor, place in zip(graph.actors, draw(graph).places.tolist(), strict=True)
    }
    expected = story_page(story, graph, replay_story(story, graph), About(places=places))
    assert f"Review: {REVIEWED}." in expected
    assert downloaded(page, "Export as a page (HTML)") == expected


def test_a_story_is_pinned_written_and_exported_in_five_actions(open_page: Open) -> None:
    page = open_page(hash_="#actor=anna")
    page.locator(".panel .pin-it").first.click()
    assert page.locator("body > .status").inner_text().startswith("Pinned to step 1 of the story: Anna Berg")
    page.locator("[data-tab=story]").click()
    exported = downloaded(page, "Export as a page (HTML)")
    assert "Anna Berg funded the" not in exported.partition("<ol>")[0]
    assert '<mark class="s">Anna Berg</mark>' in exported


def test_a_story_is_made_by_the_keyboard_alone(open_page: Open) -> None:
    page = open_page()
    page.locator("#search").focus()
    page.keyboard.type("anna berg")
    page.wait_for_selector(".results .hit")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.locator(".panel .pin-it").first.focus()
    page.keyboard.press("Enter")
    page.locator("[data-tab=story]").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Export as a page").focus()
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert "Anna Berg" in Path(download.value.path()).read_text(encoding="utf-8")


def test_claim_tie_actor_and_view_can_be_pinned_and_lead_back(open_page: Open) -> None:
    page = open_page(hash_="#tie=tie0")
    page.get_by_role("button", name="Pin this tie").click()
    page.locator(".claim .pin-it").first.click()
    page.evaluate("sociogram.state.change((s) => { s.selection = { actor: sociogram.graph.actor('tom') }; })")
    page.locator(".panel .pin-it").first.click()
    page.locator(".menu summary").click()
    page.get_by_role("button", name="Pin this view to the story").click()
    page.locator("[data-tab=story]").click()
    words = pin_words(page)
    assert words[:3] == [
        "Anna Berg funded Harbour Trust", "Anna Berg funded Harbour Trust", "Tom Aldo: 2 claims",
    ]  # fmt: skip
    assert words[3].startswith("The 4 strongest actors on the map")
    page.locator(".pin-head a", has_text="Tom Aldo").click()
    assert page.locator(".panel h2").inner_text() == "Tom Aldo"
    assert page.locator(".map").is_visible()
    page.go_back()
    assert page.locator(".story").is_visible()


def test_pins_and_steps_are_moved_removed_and_brought_back_by_keys(open_page: Open) -> None:
    graph, _ = make_case()
    page = open_page(hash_="#tab=story")
    load_story(page, format_story(make_story(graph)))
    page.wait_for_selector(".story .pin")
    up = page.get_by_role("button", name="Move up: The 4 strongest")
    up.focus()
    page.keyboard.press("Enter")
    assert page.locator(".story-step").nth(0).locator(".pin").count() == 2
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused.startswith("Move up: The 4 strongest")
    page.keyboard.press("Enter")
    assert page.locator(".story-step").nth(0).locator(".pin .badge").all_inner_texts() == ["view", "tie"]
    page.get_by_role("button", name="Remove: The 4 strongest").press("Enter")
    assert page.locator(".story-step").nth(0).locator(".pin").count() == 1
    assert page.evaluate("document.activeElement.dataset.key") == "pin 0 0 remove"
    for _ in range(3):
        page.get_by_role("button", name="Undo").click()
    assert page.locator(".story-step").nth(1).locator(".pin .badge").all_inner_texts() == ["view", "claim"]
    page.get_by_role("button", name="Move step 2 up").press("Enter")
    assert page.locator(".story-step textarea").first.input_value().startswith("<script>")
    page.get_by_role("button", name="Redo").is_disabled()


def test_pins_are_dragged_to_another_step(open_page: Open) -> None:
    graph, _ = make_case()
    page = open_page(hash_="#tab=story")
    load_story(page, format_story(make_story(graph)))
    page.wait_for_selector(".story .pin")
    first = page.locator(".story-step").nth(0)
    page.locator(".story-step").nth(1).locator(".pin .grip").first.hover()
    page.mouse.down()
    # The first move begins the drag; a later one is over the pin, which shows that it would take it.
    first.locator(".pin").first.hover()
    for _ in range(50):
        if page.locator(".pin.over").count():
            break
        first.locator(".pin").first.hover()
    page.mouse.up()
    first.locator(".pin").nth(1).wait_for()
    assert first.locator(".pin .badge").all_inner_texts() == ["view", "tie"]


def test_what_is_written_is_kept_over_a_reload_and_typing_loses_nothing(open_page: Open) -> None:
    page = open_page(hash_="#actor=anna")
    page.locator(".panel .pin-it").first.click()
    page.locator("[data-tab=story]").click()
    page.locator("[data-key='step 0 heading']").fill("One")
    page.locator("#story-title").fill("Title")
    page.locator("[data-key='step 0 notes']").fill("Notes\n\nmore")
    page.locator(".story .kept", has_text="Kept in this browser").wait_for()
    again = open_page(keep=True, hash_="#tab=story")
    again.wait_for_selector(".story .pin")
    assert again.locator("#story-title").input_value() == "Title"
    assert again.locator("[data-key='step 0 heading']").input_value() == "One"
    assert again.locator("[data-key='step 0 notes']").input_value() == "Notes\n\nmore"
    file = parse_story(downloaded(again, "File of the story").encode(), "it")
    assert (file.title, file.steps[0].heading, file.steps[0].notes) == ("Title", "One", "Notes\n\nmore")
    assert file.run == "test"


def test_a_rebuilt_case_finds_its_claims_again_or_tells_that_they_have_gone(open_page: Open) -> None:
    graph, _ = make_case()
    page = open_page(graph, hash_="#tab=story")
    load_story(page, format_story(make_story(graph)))
    page.locator(".story .kept", has_text="Kept").wait_for()
    claims = tuple(replace(claim, id=f"{claim.id}-anew") for claim in graph.claims)
    ties = tuple(replace(tie, claims=tuple(f"{each}-anew" for each in tie.claims)) for tie in graph.ties)
    again = open_page(replace(graph, claims=claims, ties=ties, run="anew"), keep=True, hash_="#tab=story")
    again.wait_for_selector(".story .pin")
    warning = again.locator(".story .warning").inner_text()
    assert (
        warning
        == "Of this story: 1 of its 5 pinned claims no longer in the graph, 4 found again by the words."
    )
    assert "It stood here once." in again.locator(".story .gone").inner_text()
    exported = downloaded(again, "Export as a page (HTML)")
    assert "claim0-anew" in exported
    assert "No longer in the graph:" in exported


NO_STORIES = (
    ("nonsense", "Line 1: is no JSON"),
    ('{"record":"story","version":7}', "is of version 7"),
    (BEGUN + '{"record":"pin","kind":"claim"}\n' * 10_000, "more than 1000 pins"),
    ('{"record":"story","version":1}\n{"record":"step","notes":7}', "Line 2: field 'notes' is no text"),
    (
        BEGUN + '{"record":"pin","kind":"claim","claims":[{"id":"x","document":"other"}]}',
        "another case",
    ),
    ("x" * 800_000, "longer than 700,000 bytes"),
)


def test_what_is_no_story_of_this_case_is_one_line_and_loses_nothing(open_page: Open) -> None:
    page = open_page(hash_="#actor=anna")
    page.locator(".panel .pin-it").first.click()
    page.locator("[data-tab=story]").click()
    for number, (content, said) in enumerate(NO_STORIES):
        name = f"bad{number}.jsonl"
        load_story(page, content, name)
        page.locator(".story .told", has_text=f"{name} was not loaded").wait_for()
        assert said in told(page)
        assert "\n" not in told(page)
        assert len(pin_words(page)) == 1


def test_nothing_of_a_hostile_story_runs_in_the_room_or_on_paper(open_page: Open) -> None:
    hostile = "<script>window.owned=1</script><img src=x onerror=window.owned=1>"
    graph, _ = make_case(hostile)
    story = make_story(graph)
    pin = replace(story.steps[0].pins[0], words=hostile + LONG_NAME, view="javascript:window.owned=1")
    story = replace(
        story,
        title=hostile,
        steps=(replace(story.steps[0], heading=hostile, notes=HOSTILE_NOTES, pins=(pin,)), *story.steps[1:]),
    )
    page = open_page(graph, hash_="#tab=story")
    load_story(page, format_story(story))
    page.wait_for_selector(".story .pin")
    assert {
        link[0]
        for link in page.locator(".pin-head a").evaluate_all(
            "(all) => all.map((a) => a.getAttribute('href'))"
        )
    } == {"#"}
    page.evaluate(
        "() => { window.print = () => { window.paper = document.querySelector('.printed').shadowRoot.innerHTML; }; }"
    )
    page.get_by_role("button", name="Print…").click()
    assert "&lt;script&gt;" in page.evaluate("window.paper")
    assert page.evaluate("window.owned") is None
    assert page.locator("main script, main img, .printed").count() == 0


def test_back_and_forward_lead_through_views_and_sliders_make_no_steps(open_page: Open) -> None:
    page = open_page()
    before = page.evaluate("history.length")
    page.evaluate(
        "sociogram.state.change((s) => { s.selection = { actor: sociogram.graph.actor('anna') }; })"
    )
    page.locator("[data-tab=claims]").click()
    page.locator("#least").fill("0.1")
    page.locator("#least").fill("0.2")
    page.locator("[data-tab=map]").click()
    page.get_by_role("button", name="Only its network").click()
    assert page.evaluate("history.length") == before + 4
    page.go_back()
    assert page.evaluate("sociogram.state.ego") == -1
    page.go_back()
    assert page.evaluate("[sociogram.state.tab, sociogram.state.confidence]") == ["claims", 0.2]
    page.go_back()
    page.go_back()
    assert page.evaluate("sociogram.state.selection") is None
    assert page.locator(".panel").is_hidden()
    for _ in range(4):
        page.go_forward()
    assert page.evaluate("sociogram.graph.data.actors.id[sociogram.state.ego]") == "anna"


def test_focus_is_not_lost_when_back_takes_away_what_had_it(open_page: Open) -> None:
    page = open_page(hash_="#tab=map")
    page.evaluate(
        "sociogram.state.change((s) => { s.selection = { actor: sociogram.graph.actor('anna') }; })"
    )
    page.get_by_role("button", name="Dossier").focus()
    page.go_back()
    assert page.evaluate("document.activeElement.dataset.tab") == "map"


@pytest.mark.parametrize("width", [768, 400])
def test_a_sheet_leaves_what_is_chosen_in_sight(open_page: Open, width: int) -> None:
    page = open_page(hash_="#tab=map", viewport={"width": width, "height": 900})
    for actor in ("anna", "tom", "mira", "trust"):
        page.evaluate(
            "(id) => sociogram.state.change((s) => { s.selection = { actor: sociogram.graph.actor(id) }; })",
            actor,
        )
        top = page.locator(".panel").bounding_box()
        canvas = page.locator(".map canvas").bounding_box()
        x, y = page.evaluate("(id) => sociogram.map.placeOf(sociogram.graph.actor(id))", actor)
        assert top
        assert canvas
        assert 0 < x < canvas["width"]
        assert 0 < y < top["y"] - canvas["y"]


def test_filters_that_leave_nothing_say_so_and_can_be_cleared(open_page: Open) -> None:
    page = open_page(hash_="#tab=map")
    page.evaluate("sociogram.state.change((s) => { s.confidence = 1; })")
    assert "No claim passes all filters together." in page.locator(".nothing").inner_text()
    page.locator("[data-tab=claims]").click()
    assert page.locator(".nothing").is_hidden()
    page.locator(".tables").get_by_role("button", name="Clear all filters").click()
    assert page.locator(".tables tbody tr").count() == 4
    page.evaluate("sociogram.state.change((s) => { s.confidence = 1; s.tab = 'map'; })")
    page.locator(".nothing").get_by_role("button", name="Clear all filters").press("Enter")
    assert page.locator(".nothing").is_hidden()
    assert page.evaluate("sociogram.state.shownActors.length") == 4
    assert page.evaluate("document.activeElement.id") == "main"


def test_claims_that_all_are_worth_little_can_be_shown(open_page: Open) -> None:
    graph, _ = make_case()
    claims = tuple(replace(claim, worth=0.1) for claim in graph.claims)
    page = open_page(replace(graph, claims=claims), hash_="#tab=map")
    assert "each is worth less than 0.30" in page.locator(".nothing").inner_text()
    page.locator(".nothing").get_by_role("button", name="Show them").click()
    assert page.evaluate("sociogram.state.shownTies.length") == 3


def paper_of(page: Page) -> str:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    paper = page.locator(".printed").inner_text()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".printed").count() == 0
    return paper


def test_paper_has_the_map_as_a_picture_with_legend_and_the_table_whole(open_page: Open) -> None:
    page = open_page(hash_="#tie=tie0")
    page.evaluate("sociogram.map.draw()")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    words = page.locator(".printed svg text").all_text_contents()
    assert "Actors and ties of 1 document" in words
    assert {"person", "organization", "money", "Anna Berg"} <= set(words)
    assert "Anna Berg funded the Harbour Trust with 20 million euros" in page.locator(".printed").inner_text()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    page.locator("[data-tab=claims]").click()
    page.emulate_media(media="print")
    paper = paper_of(page)
    assert "4 claims" in paper
    assert "Tom Aldo met Mira Chen" in paper


STORY_PARTS = [
    "h1",
    "header",
    ".step li",
    ".pin.claim",
    ".legend",
    ".review",
    "blockquote",
    ".sources ol",
    "figcaption",
]
LOOKS = [
    "position",
    "display",
    "fontSize",
    "fontWeight",
    "fontFamily",
    "color",
    "backgroundColor",
    "columnCount",
]


def test_nothing_of_the_explorer_changes_the_looks_of_a_printed_story(open_page: Open) -> None:
    graph, _ = make_case()
    page = open_page(hash_="#tab=story", color_scheme="dark")
    load_story(page, format_story(make_story(graph)))
    page.wait_for_selector(".story .pin")
    exported = page.context.new_page()
    exported.set_content(downloaded(page, "Export as a page (HTML)"))
    looks = """([inside, parts, looks]) => parts.map((part) => {
        const root = inside ? document.querySelector(inside).shadowRoot : document;
        const style = getComputedStyle(root.querySelector(part));
        return looks.map((look) => style[look]); })"""
    for each in (page, exported):
        each.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = page.evaluate(looks, [".printed", STORY_PARTS, LOOKS])
    assert printed == exported.evaluate(looks, ["", STORY_PARTS, LOOKS])
    assert printed[STORY_PARTS.index(".legend")][0] == "static"
    assert page.evaluate("document.querySelector('.printed').getBoundingClientRect().height") > 300


def test_a_table_on_paper_has_all_its_columns_in_sight(open_page: Open) -> None:
    page = open_page(hash_="#tab=ties", viewport={"width": 1040, "height": 720})
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    ends = page.evaluate(
        "[...document.querySelectorAll('.printed th')].map((each) => each.getBoundingClientRect().right)"
    )
    assert len(ends) > 10
    assert max(ends) <= 1040


@pytest.mark.parametrize("hash_", ["#tab=map", "#tab=ask"])
def test_pictures_taken_away_have_title_counts_date_and_legend(open_page: Open, hash_: str) -> None:
    page = open_page(hash_=hash_)
    page.locator(".menu summary").click()
    picture = downloaded(page, "Picture (SVG)")
    assert "Actors and ties of 1 document" in picture
    assert "4 of 5 actors, 3 ties; worth from 0.30; 1 document; 20" in picture
    for key in (
        "person",
        "organization",
        "contact (met, talked)",
        "conflict",
        "money",
        "disputed",
        "not established",
    ):
        assert f">{key}</text>" in picture
    # Also from a room where nobody has seen the map yet.
    width = re.search(r'<svg xmlns="[^"]*" width="(\d+)"', picture)
    assert width
    assert int(width[1]) > 500
    places = {
        text[:2] for text in re.findall(r'<text x="([^"]+)" y="([^"]+)"[^>]*>(?:Anna|Tom|Mira) ', picture)
    }
    assert len(places) == 3
    page.locator(".menu summary").click()
    with page.expect_download() as download:
        page.get_by_role("button", name="Picture (PNG)").click()
    content = Path(download.value.path()).read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) > 10_000


def test_the_room_has_no_serious_finding_of_axe(open_page: Open) -> None:
    if not AXE.is_file():
        pytest.skip("axe-core is not installed: npm ci in web")
    graph, _ = make_case()
    for scheme, width in (("light", 1440), ("dark", 400)):
        page = open_page(hash_="#tab=story", color_scheme=scheme, viewport={"width": width, "height": 900})
        load_story(page, format_story(make_story(graph)))
        page.wait_for_selector(".story .pin")
        page.evaluate(AXE.read_text(encoding="utf-8"))
        found = page.evaluate("axe.run(document).then((r) => r.violations)")
        serious = [one for one in found if one["impact"] in ("serious", "critical")]
        assert serious == [], json.dumps(serious)[:2000]


def test_a_served_case_keeps_its_story_and_gives_its_page(browser: Browser, tmp_path: Path) -> None:
    case = make_folder(tmp_path / "case")
    with running(case) as client:
        context = browser.new_context(accept_downloads=True)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"{client.base_url}/#token={TOKEN}&actor=anna")
        page.wait_for_selector("html[data-ready]", state="attached")
        page.locator(".panel .pin-it").first.click()
        page.locator("[data-tab=story]").click()
        page.locator(".story .kept", has_text="Kept in story.jsonl of the case").wait_for()
        kept = (case / "story.jsonl").read_text(encoding="utf-8")
        assert parse_story(kept.encode(), "it").steps[0].pins[0].id == "anna"
        assert "What was left out" in downloaded(page, "Export as a page (HTML)")
        # Somebody else writes meanwhile: this page says so, and writes over nothing.
        (case / "story.jsonl").write_text(kept.replace("Anna", "Ann"), encoding="utf-8")
        page.locator("#story-title").fill("Mine")
        page.locator(".story .kept", has_text="Not kept: story.jsonl was changed meanwhile").wait_for()
        assert "Mine" not in (case / "story.jsonl").read_text(encoding="utf-8")
        assert page.locator("#story-title").input_value() == "Mine"
        context.close()


def test_an_answer_is_pinned_with_its_question_and_its_claims(open_page: Open) -> None:
    page = open_page()
    claim = {"id": "away", "document": "d1", "quote": "It stood here once.", "subject": "A", "relation": "funded",
             "object": "B", "polarity": "affirmed"}  # fmt: skip
    answer = {"question": "who-funded", "parameters": ["Harbour Trust"], "words": "Who funded Harbour Trust?"}
    for claims in (["claim0", "claim1", claim], ["claim0", "unknown"]):
        page.evaluate("(answer) => sociogram.story.pin({ answer })", {**answer, "claims": claims})
    page.locator("[data-tab=story]").click()
    assert pin_words(page) == ["Who funded Harbour Trust?", "Who funded Harbour Trust? (1 of 2 claims)"]
    assert page.locator(".story .gone").count() == 1
    first = parse_story(downloaded(page, "File of the story").encode(), "it").steps[0].pins[0]
    assert (first.kind, first.id, first.actors) == ("answer", "who-funded Harbour Trust", ("anna", "trust"))
    assert first.view == "tab=ask&question=who-funded&argument=Harbour+Trust"
    assert "<svg" in downloaded(page, "Export as a page (HTML)")


def test_an_answer_that_the_page_gives_is_pinned_and_stands_in_the_story_and_its_export(
    open_page: Open,
) -> None:
    page = open_page(hash_="#tab=ask&question=who-funded-whom&argument=trust&side=object")
    asked = "Who funded Harbour Trust?"
    assert page.locator("main h2", has_text="funded").inner_text() == asked
    page.get_by_role("button", name="Pin this answer").press("Enter")
    assert page.locator("body > .status").inner_text().startswith("Pinned to step 1 of the story: ")
    page.locator("[data-tab=story]").click()
    assert page.locator(".story .pin .badge").all_inner_texts() == ["answer"]
    (words,) = pin_words(page)
    assert words == asked
    exported = downloaded(page, "Export as a page (HTML)")
    assert f'<h3 dir="auto">{words}</h3>' in exported
    assert '<mark class="s">Anna Berg</mark> <mark class="r">funded</mark>' in exported
    page.locator(".story .pin-head a").click()
    page.get_by_role("button", name="Pin this answer").wait_for()
    assert page.locator("main h2", has_text="funded").inner_text() == asked


def test_rows_that_say_the_same_are_one_and_are_pinned_as_they_are_shown(open_page: Open) -> None:
    graph, _ = make_case()
    *others, met = graph.claims
    again = [replace(met, id=f"again{number}", worth=0.5) for number in range(4)]
    claims = (*others, met, *again)
    page = open_page(
        replace(graph, claims=claims, ties=tie_up(list(claims))), hash_="#tab=ask&question=who-met-whom"
    )
    assert page.locator(".ask .facts").inner_text().startswith("5 rows that say 1 thing")
    assert page.locator(".rows tbody tr").count() == 1
    page.get_by_role("button", name="Pin this answer").click()
    page.get_by_role("button", name="and 4 more that say the same").press("Enter")
    assert page.locator(".panel .claim").count() == 5
    page.locator("[data-tab=story]").click()
    assert pin_words(page) == ["Who met or talked with whom? (at most 3 sentences of each)"]
    pins = parse_story(downloaded(page, "File of the story").encode(), "it").steps[0].pins
    assert [claim.id for claim in pins[0].claims] == ["claim3", "again0", "again1"]


def test_a_path_leads_to_the_map_and_its_steps_alone_are_pinned_in_their_order(open_page: Open) -> None:
    page = open_page()
    page.evaluate(
        "sociogram.state.change((s) => { s.selection = { actor: sociogram.graph.actor('mira') }; })"
    )
    assert page.locator(".ask").is_visible()
    page.get_by_role("button", name="Path to…").click()
    page.keyboard.type("anna berg")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Pin this path").wait_for()
    assert page.locator(".map").is_visible()
    page.get_by_role("button", name="Pin this path").click()
    page.locator("[data-tab=story]").click()
    (pin,) = parse_story(downloaded(page, "File of the story").encode(), "it").steps[0].pins
    assert pin.words == "Path from Mira Chen to Anna Berg"
    assert pin.actors == ("mira", "tom", "trust", "anna")
    assert [claim.relation for claim in pin.claims] == ["met", "opposes", "funded"]


def test_the_network_of_an_actor_leads_to_the_map_and_leaves_out_whom_one_looked_up(open_page: Open) -> None:
    page = open_page()
    for name in ("lone wolf", "anna berg"):
        page.locator("#search").fill(name)
        page.wait_for_selector(".results .hit")
        page.keyboard.press("Enter")
        page.locator(".panel h2", has_text=re.compile(name, re.IGNORECASE)).wait_for()
    page.get_by_role("button", name="Only its network").click()
    assert page.locator(".map").is_visible()
    shown = page.evaluate("sociogram.state.shownActors.map((each) => sociogram.graph.data.actors.id[each])")
    assert sorted(shown) == ["anna", "trust"]
