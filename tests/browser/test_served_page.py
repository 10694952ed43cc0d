"""The explorer over a server: a part of the case in the page, the rest on demand, judgements at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from support.places import AXE
from support.served_cases import (
    CHROMIUM,
    TOKEN,
    Open,
    build_case,
    get_json,
    serious_findings,
    serve_case,
)

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
ALL = 371
IS_SHOWN = "(id) => sociogram.state.isShown[sociogram.graph.actor(id)] === 1"
HOLDS = "(id) => sociogram.graph.actor(id) >= 0"
SETTLED = "() => sociogram.map.arranger.isSettled"
SCALE = "() => sociogram.map.view.scale"
VIEW = "() => JSON.stringify(sociogram.map.placeOf(sociogram.graph.actor('thomas-weber')))"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_case(tmp_path_factory)


@pytest.fixture(scope="module")
def address(case: Path) -> Iterator[str]:
    with serve_case(case) as found:
        yield found


@pytest.fixture(scope="module")
def outside(address: str) -> dict[str, str]:
    """An actor that the page does not open with, its partner, the tie of the two and its claim."""
    inside = set(get_json(f"{address}/api/slice?most=300")["actors"]["id"])
    rows = get_json(f"{address}/api/table/ties?size=1000")
    for tie, subject, target in zip(rows["ids"], rows["subjects"], rows["objects"], strict=True):
        if subject not in inside and target and target not in inside:
            claims = get_json(f"{address}/api/table/claims?size=1000")
            place = claims["subjects"].index(subject)
            return {"actor": subject, "other": target, "tie": tie, "claim": claims["ids"][place]}
    raise AssertionError("every tie has an end in the page")


def name_of(actor: str) -> str:
    return actor.replace("-", " ").title()


def wait_for_actor(page: Page, actor: str) -> None:
    page.wait_for_function(HOLDS, arg=actor)


def lines_of(case: Path) -> list[str]:
    path = case / "judgements.csv"
    return path.read_text(encoding="utf-8").splitlines()[1:] if path.exists() else []


def wait_until_built(page: Page) -> None:
    page.get_by_text("The view is up to date.").wait_for()


def test_the_counts_are_those_of_the_whole_case(open_page: Open, outside: dict[str, str]) -> None:
    page = open_page()
    assert f"of {ALL}" in page.locator(".shown").inner_text()
    assert "7 documents" in page.locator(".status").inner_text()
    assert not page.evaluate(HOLDS, outside["actor"])


def test_a_search_finds_and_brings_in_who_is_not_in_the_page(
    open_page: Open, outside: dict[str, str]
) -> None:
    page = open_page()
    page.locator('[data-facet="polarity"] [data-value="affirmed"]').check()
    # What the filter leaves is laid out anew and fitted a moment later.
    page.wait_for_function(SETTLED)
    page.get_by_role("button", name="Zoom in").click()
    before = page.evaluate(SCALE)
    page.fill("#search", name_of(outside["actor"]))
    page.locator(".elsewhere .hit", has_text=name_of(outside["actor"])).first.click()
    page.locator(".panel h2", has_text=name_of(outside["actor"])).wait_for()
    assert page.locator(".panel .claim").count() == 1
    assert page.evaluate(IS_SHOWN, outside["actor"])
    assert page.locator('[data-facet="polarity"] [data-value="affirmed"]').is_checked()
    # It stands beside its neighbours, and the reader's frame stays.
    page.wait_for_function(SETTLED)
    assert page.evaluate(SCALE) == before


def test_who_is_on_the_map_keeps_its_place_when_others_come(open_page: Open, outside: dict[str, str]) -> None:
    page = open_page()
    where = (
        "() => { const { x, y } = sociogram.graph.data.actors; "
        "const n = sociogram.graph.actor('thomas-weber'); return [x[n], y[n]]; }"
    )
    before = page.evaluate(where)
    page.evaluate("(id) => { location.hash = 'actor=' + id; }", outside["actor"])
    wait_for_actor(page, outside["actor"])
    assert page.evaluate(where) == before


def test_enter_opens_the_first_hit_though_the_server_has_not_answered_yet(
    open_page: Open, outside: dict[str, str]
) -> None:
    page = open_page()
    page.fill("#search", name_of(outside["actor"]))
    page.locator("#search").press("Enter")
    page.locator(".panel h2", has_text=name_of(outside["actor"])).wait_for()


@pytest.mark.parametrize("kind", ["actor", "tie", "claim"])
def test_a_link_to_what_is_not_in_the_page_opens_it(
    open_page: Open, outside: dict[str, str], kind: str
) -> None:
    page = open_page(f"/#{kind}={outside[kind]}")
    page.locator(".panel .claim").wait_for()
    assert page.locator(".panel h2").inner_text().startswith(name_of(outside["actor"]))
    again = open_page("/" + page.url[page.url.index("#") :])
    again.locator(".panel .claim").wait_for()
    assert again.evaluate("sociogram.state.toHash()") == page.evaluate("sociogram.state.toHash()")


def test_a_link_to_what_the_case_lacks_is_told(open_page: Open) -> None:
    page = open_page("/#actor=nobody-at-all&tie=none", failing=True)
    page.get_by_text("Not in this case, or no longer").wait_for()
    assert page.evaluate("sociogram.state.selection") is None


def test_a_link_to_a_path_of_which_an_end_is_gone_still_opens(
    open_page: Open, outside: dict[str, str]
) -> None:
    page = open_page(f"/#tab=ties&path=nobody&path={outside['actor']}", failing=True)
    page.get_by_text("Not in this case, or no longer").wait_for()
    page.locator('[data-tab="ties"][aria-pressed="true"]').wait_for()


def test_expanding_brings_the_neighbours_onto_the_map(open_page: Open, outside: dict[str, str]) -> None:
    page = open_page(f"/#actor={outside['actor']}")
    page.get_by_role("button", name="Expand").click()
    page.wait_for_function(IS_SHOWN, arg=outside["other"])


def test_a_path_leads_through_what_was_not_in_the_page(open_page: Open, outside: dict[str, str]) -> None:
    page = open_page(f"/#actor={outside['actor']}")
    page.get_by_role("button", name="Path to…").click()
    page.get_by_label("Path to which actor").fill(name_of(outside["other"]))
    page.keyboard.press("Enter")
    page.get_by_text("1 step, the fewest there are").wait_for()
    again = open_page("/" + page.url[page.url.index("#") :])
    again.get_by_text("1 step, the fewest there are").wait_for()


def test_more_of_the_strongest_are_loaded_when_asked_for(open_page: Open) -> None:
    page = open_page()
    before = page.evaluate("sociogram.graph.data.actors.id.length")
    page.evaluate("sociogram.state.change((state) => { state.most = 370; })")
    page.wait_for_function("(before) => sociogram.graph.data.actors.id.length > before", arg=before)
    assert page.evaluate("sociogram.state.most") == 370


def test_many_actors_are_asked_for_in_the_body(open_page: Open) -> None:
    page = open_page()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method) if "/api/slice" in request.url else None)
    ids = page.evaluate("async () => (await (await fetch('/api/table/actors?size=1000')).json()).ids")
    page.evaluate("(ids) => sociogram.served.bring(ids, () => {})", ids)
    page.wait_for_function(f"() => sociogram.graph.data.actors.id.length === {ALL}")
    assert sent == ["POST"]


def test_a_text_is_fetched_when_its_source_is_opened(open_page: Open) -> None:
    page = open_page("/#actor=thomas-weber")
    page.locator(".claim").first.get_by_role("button", name="Show in the text").click()
    page.locator(".text #here").wait_for()
    assert "Thomas Weber" in page.locator("#here").inner_text()
    assert "in Porto" in page.locator(".text").inner_text()
    assert page.locator(".text mark.unread").all_inner_texts() == ["What of Thomas Weber and Laura Hughes?"]


def test_a_document_found_by_its_words_opens_at_them(open_page: Open) -> None:
    page = open_page()
    page.fill("#search", "anna alder in porto")
    page.locator(".elsewhere .hit", has_text="Letter from the harbour").first.click()
    page.locator(".text #here").wait_for()
    assert page.locator("#here").inner_text().lower() == "anna alder in porto"


def test_the_whole_case_can_be_sorted_searched_and_turned(open_page: Open, outside: dict[str, str]) -> None:
    page = open_page()
    page.locator('[data-tab="actors"]').click()
    page.locator("#whole-case").check()
    whole = page.locator(".whole")
    claimed = whole.locator("caption", has_text="actors in the whole case, besides")
    claimed.wait_for()
    first, left = (int(each) for each in re.findall(r"\d+", claimed.inner_text()))
    assert 0 < left < first == ALL - left
    page.get_by_label("also those only named").check()
    page.get_by_text(f"{ALL} actors in the whole case").wait_for()
    assert whole.locator("tbody tr").count() == 100
    whole.get_by_role("button", name="Actor, sort").click()
    whole.locator('th[aria-sort="ascending"]').wait_for()
    top = whole.locator("tbody th").first.inner_text()
    whole.get_by_role("button", name="Next").click()
    page.get_by_text("page 2 of 4").wait_for()
    assert whole.locator("tbody th").first.inner_text() > top
    whole.get_by_label("Only rows with these words").fill(name_of(outside["actor"]))
    page.get_by_text("1 actor in the whole case").wait_for()
    whole.locator("tbody th button").click()
    page.locator(".panel h2", has_text=name_of(outside["actor"])).wait_for()
    page.locator('[data-tab="claims"]').click()
    page.get_by_text("claims in the whole case").wait_for()
    page.locator('[data-tab="documents"]').click()
    page.get_by_text("7 documents in the whole case").wait_for()
    page.locator(".whole").get_by_role("button", name="Letter from the harbour").click()
    page.locator(".text").wait_for()


def test_the_token_leaves_the_address_bar(open_page: Open) -> None:
    page = open_page(f"/#actor=thomas-weber&token={TOKEN}")
    assert TOKEN not in page.url
    assert page.locator(".panel h2").inner_text() == "Thomas Weber"
    page.locator(".menu summary").click()
    page.get_by_role("button", name="Link to this view").click()
    page.get_by_text("The link is copied.").wait_for()
    assert TOKEN not in page.evaluate("navigator.clipboard.readText()")


def test_a_judgement_is_written_at_once_seen_and_undone(open_page: Open, case: Path) -> None:
    page = open_page(f"/#actor=laura-hughes&token={TOKEN}")
    page.locator(".panel .claim").first.wait_for()
    count = page.evaluate("sociogram.graph.data.served.claims")
    before = page.evaluate(VIEW)
    claim = page.locator(".panel .claim").first.get_attribute("data-claim")
    page.locator(".panel .claim").first.get_by_role("button", name="Wrong?").click()
    page.get_by_text("Written to judgements.csv: wrong").wait_for()
    assert [line.split(",")[:2] for line in lines_of(case)] == [["wrong", claim]]
    wait_until_built(page)
    assert page.evaluate("sociogram.graph.data.served.claims") == count - 1
    assert page.locator(".panel h2").inner_text() == "Laura Hughes"
    assert json.loads(page.evaluate(VIEW)) == pytest.approx(json.loads(before), abs=1)
    page.get_by_role("button", name="Undo").click()
    page.get_by_text("Taken out of judgements.csv").wait_for()
    assert lines_of(case) == []
    wait_until_built(page)
    assert page.evaluate("sociogram.graph.data.served.claims") == count


def test_an_actor_is_renamed_and_the_list_of_judgements_undoes_it(open_page: Open, case: Path) -> None:
    page = open_page(f"/#actor=laura-hughes&token={TOKEN}")
    page.locator(".judge summary").click()
    page.get_by_label("New name").fill("Laura 'H' Hughes-Lee")
    page.keyboard.press("Enter")
    page.locator(".panel h2", has_text="Laura 'H' Hughes-Lee").wait_for()
    page.get_by_role("button", name="Judgements (1)").click()
    page.get_by_role("button", name="Undo: rename").click()
    page.get_by_text("None yet.").wait_for()
    wait_until_built(page)
    assert lines_of(case) == []
    assert page.evaluate("sociogram.graph.name(sociogram.graph.actor('laura-hughes'))") == "Laura Hughes"


def test_a_judgement_that_changes_nothing_is_told(open_page: Open, case: Path) -> None:
    page = open_page(f"/#actor=laura-hughes&token={TOKEN}")
    page.locator(".mentions summary").click()
    page.locator(".mentions li", has_text="at 158").get_by_role("button", name="Another?").click()
    # One letter speaks of one Laura Hughes, whom no judgement can part.
    notice = page.locator(".notice.failed", has_text="It is written, but it changes nothing")
    notice.wait_for()
    assert "'laura-hughes' and 'letter@158-170' are still one, laura-hughes" in notice.inner_text()
    assert [line.split(",")[:3] for line in lines_of(case)] == [
        ["different", "laura-hughes", "letter@158-170"]
    ]
    page.get_by_role("button", name="Judgements (1)").click()
    page.get_by_role("button", name="Undo: different").click()
    page.get_by_text("None yet.").wait_for()
    wait_until_built(page)
    assert lines_of(case) == []


def test_an_actor_outside_is_merged_and_the_merged_one_stays_selected(
    open_page: Open, case: Path, outside: dict[str, str]
) -> None:
    page = open_page(f"/#actor=laura-hughes&token={TOKEN}")
    page.locator(".judge summary").click()
    page.get_by_role("button", name="Same as…").click()
    page.get_by_label("Same as which actor").fill(name_of(outside["actor"]))
    page.keyboard.press("Enter")
    page.get_by_text(
        f"Written to judgements.csv: same Laura Hughes and {name_of(outside['actor'])}"
    ).wait_for()
    wait_until_built(page)
    assert page.evaluate("sociogram.graph.data.served.actors") == ALL - 1
    assert page.evaluate("sociogram.state.selection !== null")
    page.get_by_role("button", name="Undo").click()
    wait_until_built(page)
    assert lines_of(case) == []


def test_without_a_token_judgements_are_collected_and_it_is_said_how_to_write(
    open_page: Open, case: Path
) -> None:
    page = open_page("/#actor=thomas-weber")
    page.locator(".claim").first.get_by_role("button", name="Wrong?").click()
    page.get_by_role("button", name="Judgements (1)").click()
    assert "#token=" in page.locator(".judging").inner_text()
    assert page.get_by_role("button", name="Download judgements.csv").is_visible()
    assert lines_of(case) == []
    page.get_by_label("Token of the server").fill(TOKEN)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Judgements", exact=True).click()
    page.get_by_text("These lines are in the case's judgements.csv").wait_for()


def test_a_wrong_token_writes_nothing_and_says_so(open_page: Open, case: Path) -> None:
    page = open_page("/#actor=thomas-weber&token=guessed", failing=True)
    wrong = page.locator(".claim").first.get_by_role("button", name="Wrong?")
    wrong.click()
    page.get_by_text("Not written: The server wants its token").wait_for()
    assert wrong.get_attribute("aria-pressed") == "false"
    assert lines_of(case) == []


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ({"status": 503, "headers": {"Retry-After": "2"}}, "busy; try again in 2 seconds"),
        ({"status": 401}, "wants its token"),
        ({"status": 400, "json": {"error": "q: too short; give more"}}, "q: too short; give more"),
        ({"status": 200, "body": "{"}, "broke off"),
        (None, "does not answer"),
    ],
)
def test_what_goes_wrong_is_said_and_can_be_tried_again(
    open_page: Open, outside: dict[str, str], answer: dict[str, Any] | None, words: str
) -> None:
    page = open_page(failing=True)
    fails = [True]

    def reply(route: Route) -> None:
        if not fails[0]:
            route.continue_()
        elif answer is None:
            route.abort()
        else:
            route.fulfill(**answer)

    page.route("**/api/**", reply)
    page.fill("#search", name_of(outside["actor"]))
    page.locator(".elsewhere", has_text=words).wait_for()
    page.evaluate("(id) => { location.hash = 'actor=' + id; }", outside["actor"])
    notice = page.locator(".notice.failed")
    notice.wait_for()
    assert words in notice.inner_text()
    page.locator('[data-tab="ties"]').click()
    page.locator("#whole-case").check()
    page.locator(".whole", has_text=words).wait_for()
    page.locator('[data-tab="map"]').click()
    assert page.evaluate("sociogram.state.shownActors.length") > 0
    fails[0] = False
    notice.get_by_role("button", name="Try again").click()
    page.locator(".panel h2", has_text=name_of(outside["actor"])).wait_for()
    assert page.locator(".notice").is_hidden()


def test_a_text_that_cannot_be_fetched_leaves_its_sentence(open_page: Open) -> None:
    page = open_page("/#actor=thomas-weber", failing=True)
    page.route("**/api/text*", lambda route: route.abort())
    page.locator(".claim").first.get_by_role("button", name="Show in the text").click()
    page.get_by_text("The text cannot be shown.").wait_for()
    assert "Thomas Weber" in page.locator("#here").inner_text()
    page.unroute("**/api/text*")
    page.get_by_role("button", name="Try again").click()
    page.locator(".text #here").wait_for()


def test_a_case_that_others_changed_is_told_and_loaded_on_demand(open_page: Open) -> None:
    page = open_page()
    state = {"generation": "another", "building": False, "error": None, "unfit": []}
    page.route("**/api/state", lambda route: route.fulfill(json=state))
    page.evaluate("sociogram.served.look()")
    page.get_by_text("The case has changed since this page was opened.").wait_for()
    page.get_by_role("button", name="Show it as it is now").click()
    page.locator(".notice").wait_for(state="hidden")


@pytest.mark.parametrize("width", [380, 1440])
def test_the_page_stays_in_its_frame(open_page: Open, width: int) -> None:
    page = open_page("/#actor=thomas-weber", viewport={"width": width, "height": 860})
    page.locator(".panel .claim").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.querySelector('header').scrollWidth <= innerWidth")


@pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not installed: npm ci in web/")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page: Open, outside: dict[str, str], scheme: str) -> None:
    page = open_page(f"/#token={TOKEN}", color_scheme=scheme, bypass_csp=True, failing=True)
    page.fill("#search", name_of(outside["actor"]))
    page.locator(".elsewhere .hit").first.wait_for()
    assert serious_findings(page) == []
    page.keyboard.press("Escape")
    page.locator('[data-tab="claims"]').click()
    page.locator("#whole-case").check()
    page.get_by_text("claims in the whole case").wait_for()
    page.get_by_role("button", name="Judgements").click()
    page.route("**/api/slice*", lambda route: route.abort())
    page.evaluate("(id) => { location.hash = 'actor=' + id; }", outside["actor"])
    page.locator(".notice.failed").wait_for()
    assert serious_findings(page) == []
