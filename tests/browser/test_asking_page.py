"""Questions first: what the page opens with, answers as rows and map, the same rows as on the command line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from sociogram.graph.values import Graph
from sociogram.knowledge.namespaces import ACTOR, CLAIM, DOC, TIE
from sociogram.model import Actor
from sociogram.rdf.names import GivenNames, iter_names
from sociogram.rdf.quads import load_quads
from sociogram.rdf.questions.asking import ask_question
from sociogram.rdf.questions.catalogue import load_questions
from support.asking_cases import QUESTIONS, make_asking_case
from support.explorer_cases import make_case, make_named, write_case_page
from support.patience import PATIENCE
from support.served_cases import CHROMIUM, serious_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

    Open = Callable[..., Page]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
_FIND = """([name, actors, side]) =>
    sociogram.findHere(sociogram.graph, {name, actors, side}).hits.map((hit) => hit.cells)"""


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page as a reader does, without a link; at the end there was no error and no request."""
    wrong: list[str] = []
    contexts = []

    def open_one(case: tuple[Graph, dict[str, str]] | None = None, hash_: str = "", **more: Any) -> Page:
        graph, texts = case or make_asking_case()
        path = write_case_page(tmp_path, graph, texts)
        more.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(accept_downloads=True, **more)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on(
            "console",
            lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(("file:", "blob:", "data:")) else wrong.append(request.url)
            ),
        )
        page.goto(path.as_uri() + hash_)
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert wrong == []


def expected_rows(
    graph: Graph, question: tuple[str, ...]
) -> tuple[list[str], list[list[str | float | None]]]:
    """Columns and rows as the command line has them; IRIs of ours by their last part, numbers as numbers."""
    names = GivenNames(pair for actor in graph.actors for pair in iter_names(actor))
    answer = ask_question(load_quads(graph), names, question[0], question[1:])

    def cell(term: ox.NamedNode | ox.BlankNode | ox.Literal | None) -> str | float | None:
        if term is None:
            return None
        if isinstance(term, ox.NamedNode):
            return term.value.removeprefix(DOC).removeprefix(TIE).removeprefix(ACTOR).removeprefix(CLAIM)
        numeric = isinstance(term, ox.Literal) and term.datatype.value.endswith(("integer", "decimal"))
        return float(term.value) if numeric else term.value

    return list(answer.variables), [[cell(term) for term in row] for row in answer.rows]


def test_every_named_question_has_the_rows_of_the_command_line_in_the_same_order(open_page: Open) -> None:
    graph, texts = make_asking_case()
    page = open_page((graph, texts))
    assert {question[0] for question in QUESTIONS} == set(load_questions())
    answered = set()
    for question in QUESTIONS:
        columns, rows = expected_rows(graph, question)
        found = page.evaluate(_FIND, [question[0], list(question[1:]), "either"])
        shown = [[row.get(column) for column in columns] for row in found]
        for column, sign in (("saidBy", ", "), ("deniedBy", ", "), ("contradictedBy", "; ")):
            # SPARQL leaves open in which order a group is joined.
            for row in (*rows, *shown) if column in columns else ():
                place = columns.index(column)
                row[place] = sign.join(sorted(str(row[place]).split(sign)))
        assert shown == rows, question
        if rows:
            answered.add(question[0])
    assert answered == set(load_questions())


def test_the_page_opens_on_what_the_case_holds_and_on_its_questions(open_page: Open) -> None:
    page = open_page()
    assert page.locator('[data-tab="ask"].tab').get_attribute("aria-pressed") == "true"
    words = page.locator(".holds").inner_text()
    assert (
        words
        == "3 documents from 1 outlet of 2023-05-02 to 2024-01-15 name 7 actors and make 22 claims of 19 ties."
    )
    assert page.locator(".findings li").count() >= 5
    assert page.get_by_role("button", name="Who funded whom?").is_visible()


def test_findings_are_not_all_of_one_actor(open_page: Open) -> None:
    page = open_page()
    ends = page.locator(".findings .says").evaluate_all(
        "(all) => all.map((each) => [...each.querySelectorAll('button')].map((end) => end.textContent))"
    )
    flat = [end for pair in ends for end in pair]
    assert max(flat.count(end) for end in flat) <= 2
    assert len({frozenset(pair) for pair in ends}) == len(ends)


def test_funding_with_amounts_takes_one_action_and_its_evidence_another(open_page: Open) -> None:
    page = open_page()
    page.get_by_role("button", name="Who funded whom?").click()
    first = page.locator(".sums tbody tr").first.inner_text().split("\t")
    assert first[:3] == ["Anna Berg", 'Harbour “Old” "Trust"', "20,000,000 EUR"]
    assert "1,500.5" not in page.locator(".sums").inner_text()
    row = page.locator('.rows tr[data-claim="c00"]')
    assert "20,000,000 EUR" in row.inner_text()
    assert page.evaluate("sociogram.ask.answer.picture !== null")
    row.locator("button.words").click()
    assert page.locator('.panel [data-claim="c00"]').is_visible()
    page.go_back()
    assert page.locator(".panel").is_hidden()
    assert page.locator(".rows").is_visible()
    page.go_back()
    assert page.locator(".findings").is_visible()


def test_funding_with_amounts_by_keyboard_alone(open_page: Open) -> None:
    page = open_page()
    page.locator('[data-question="who-funded-whom"]').focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H2"
    assert page.locator(".sums").is_visible()
    page.locator('.rows tr[data-claim="c00"] button.words').focus()
    page.keyboard.press("Enter")
    assert page.locator('.panel [data-claim="c00"]').is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".panel").is_hidden()


def test_what_two_have_with_each_other_takes_three_actions(open_page: Open) -> None:
    page = open_page()
    form = page.locator('form[data-question="between"]')
    form.locator("input").nth(0).fill("Anna Berg")
    form.locator("input").nth(1).fill("Tom Aldo")
    form.get_by_role("button", name="Ask").click()
    assert page.locator(".ask h2").inner_text() == "What do Anna Berg and Tom Aldo have with each other?"
    rows = page.locator(".rows tbody tr")
    assert rows.count() == 2
    assert "not: accuses" in rows.filter(has_text="denied").inner_text()
    assert "alleged" in page.locator('.rows tr[data-claim="c09"]').inner_text()


def test_what_two_have_with_each_other_by_keyboard_alone(open_page: Open) -> None:
    page = open_page()
    page.locator('form[data-question="between"] input').nth(0).focus()
    page.keyboard.type("anna berg")
    page.keyboard.press("Tab")
    page.keyboard.type("Tom Aldo")
    page.keyboard.press("Enter")
    assert page.locator(".rows tbody tr").count() == 2
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_a_link_to_an_answer_brings_it_back_and_an_older_link_opens_the_map(open_page: Open) -> None:
    page = open_page(hash_="#tab=ask&question=who-accuses-whom&argument=tom&side=object")
    assert page.locator(".ask h2").inner_text() == "Who accuses Tom Aldo?"
    assert page.locator(".rows tbody tr").count() == 1
    page = open_page(hash_="#actor=anna")
    assert page.locator(".map").is_visible()
    assert page.locator(".panel h2").inner_text() == "Anna Berg"


@pytest.mark.parametrize(
    "hash_",
    ["#tab=ask&question=nothing", "#tab=ask&question=about", "#tab=ask&question=about&argument=%3Cscript%3E",
     "#tab=ask&question=__proto__", "#tab=ask&question=between&argument=anna&argument=tom&argument=mira"],
)  # fmt: skip
def test_a_question_that_cannot_be_asked_is_one_line_and_leads_back(open_page: Open, hash_: str) -> None:
    page = open_page(hash_=hash_)
    assert page.locator(".ask .failed").inner_text().startswith("There is no answer.")
    page.get_by_role("button", name="← All questions").click()
    assert page.locator(".findings").is_visible()


def test_the_rows_are_taken_away_as_csv(open_page: Open) -> None:
    page = open_page(hash_="#tab=ask&question=not-established")
    with page.expect_download() as download:
        page.get_by_role("button", name="Rows (CSV)").click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert rows[0]["claim"] == "c09"
    assert any(row["object"] == "'=the old harbour" for row in rows)


def test_of_a_dispute_all_that_is_said_is_pinned(open_page: Open) -> None:
    page = open_page(hash_="#tab=ask&question=disputed")
    counts = page.locator(".rows tbody td.number").all_inner_texts()
    page.get_by_role("button", name="Pin this answer").click()
    pinned = page.evaluate("sociogram.story.book.story.steps[0].pins[0].claims.map((each) => each.polarity)")
    assert len(pinned) == sum(map(int, counts)) > len(counts) / 2
    assert {"affirmed", "denied"} <= set(pinned)


def test_a_hostile_case_is_asked_and_executes_nothing(open_page: Open) -> None:
    hostile = "<script>window.owned=1</script><img src=x onerror=window.owned=1>\"'`javascript:window.owned=1"
    page = open_page(make_case(hostile))
    for question in ("who-funded-whom", "sources", "strongest", "not-established"):
        page.evaluate("(name) => { location.hash = 'tab=ask&question=' + name }", question)
        page.wait_for_selector("table.rows")
    assert page.evaluate("window.owned") is None


@pytest.mark.parametrize("names", [(), ("Ann",), ("ن" * 300, "x" * 300)])
def test_a_case_without_claims_still_says_what_it_holds(open_page: Open, names: tuple[str, ...]) -> None:
    page = open_page((make_named(*names), {}))
    assert page.locator(".holds").inner_text().startswith("0 documents")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (400, "dark")])
def test_axe_finds_nothing_serious_and_nothing_overflows(open_page: Open, width: int, scheme: str) -> None:
    page = open_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    for hash_ in ("tab=ask", "tab=ask&question=who-funded-whom", "tab=ask&question=sources"):
        page.evaluate("(hash) => { location.hash = hash }", hash_)
        page.locator(".ask .rows" if "question" in hash_ else ".ask .findings").wait_for()
        assert serious_findings(page) == []
        assert page.evaluate(
            "document.querySelector('.ask').scrollWidth <= document.querySelector('.ask').clientWidth"
        )


def test_the_map_of_an_answer_is_always_the_same(open_page: Open) -> None:
    places = []
    for _ in range(2):
        page = open_page(hash_="#tab=ask&question=who-opposes-whom")
        places.append(
            page.evaluate(
                "JSON.stringify([0, 1, 2].map((node) => sociogram.ask.answer.picture.placeOf(node)))"
            )
        )
    assert places[0] == places[1]
    assert json.loads(places[0])[0] != json.loads(places[0])[1]


def hits(page: Page, part: str) -> list[str]:
    """The words of the hits under a heading of the search."""
    return list(
        page.evaluate(
            "(part) => [...document.querySelectorAll('.results h3')].filter((each) => each.textContent === part)"
            ".flatMap((each) => [...each.nextElementSibling.querySelectorAll('.hit')].map((hit) => hit.textContent))",
            part,
        )
    )


@pytest.mark.parametrize("typed", ["anna tom", "Aldo, Anna", "berg/aldo", "anna — tom"])
def test_search_finds_the_pair_that_two_names_mean(open_page: Open, typed: str) -> None:
    page = open_page()
    page.fill("#search", typed)
    pair, path = hits(page, "Pairs")
    assert "2 claims between them" in pair
    assert "how they are connected" in path
    page.keyboard.press("Enter")
    assert page.locator(".ask h2").inner_text() in (
        "What do Anna Berg and Tom Aldo have with each other?",
        "What do Tom Aldo and Anna Berg have with each other?",
    )


def test_a_work_that_names_two_hides_neither_them_nor_itself(open_page: Open) -> None:
    graph, texts = make_asking_case()
    works = [Actor(id="work", name="When Tom Aldo Met Anna Berg.", kind="Work"),
             Actor(id="other", name="Anna Berg’s Harbour.", kind="Work")]  # fmt: skip
    page = open_page((replace(graph, actors=(*graph.actors, *works)), texts))
    page.fill("#search", "anna tom")
    assert "2 claims between them" in hits(page, "Pairs")[0]
    assert hits(page, "Actors")[0].startswith("When Tom Aldo")
    page.fill("#search", "anna berg")
    assert hits(page, "Pairs") == []
    assert hits(page, "Actors")[0].startswith("Anna Berg")
    # Of names that are near the strongest goes first, whatever sign it ends with.
    page.fill("#search", "ana berg")
    assert hits(page, "No such name; the nearest")[0].startswith("Anna BergPerson")


@pytest.mark.parametrize(
    ("typed", "meant"), [("Ana Berg", "Anna Berg"), ("tom adlo", "Tom Aldo"), ("Harbuor", "Harbour")]
)
def test_search_survives_a_typing_error_and_says_so(open_page: Open, typed: str, meant: str) -> None:
    page = open_page()
    page.fill("#search", typed)
    assert hits(page, "No such name; the nearest")[0].startswith(meant)
    page.fill("#search", "anna berg")
    assert hits(page, "Actors")[0].startswith("Anna Berg")


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("who funded harbour", 'Who funded Harbour “Old” "Trust"?'),
        ("anna funds", "Whom did Anna Berg fund?"),
        ("Tom accuses", "Whom does Tom Aldo accuse?"),
        ("who accuses tom?", "Who accuses Tom Aldo?"),
        ("tom was accused by", "Who accuses Tom Aldo?"),
        ("who was accused by tom", "Whom does Tom Aldo accuse?"),
        ("anna accused tom", "What do Anna Berg and Tom Aldo have with each other?"),
        ("what does mira say about tom", "What does Mira Chen 😀 say of Tom Aldo?"),
        ("who accuses whom", "Who accuses whom?"),
        ("who fundd ana", None),
        ("lone funds", None),
        ("funded", None),
    ],
)
def test_search_knows_relations(open_page: Open, typed: str, asked: str | None) -> None:
    page = open_page()
    page.fill("#search", typed)
    page.wait_for_timeout(50)
    assert hits(page, "Questions") == ([asked] if asked else [])
    if asked:
        page.keyboard.press("Enter")
        assert page.locator(".ask h2").inner_text() == asked
        assert page.locator(".rows tbody tr").count() > 0


def test_search_is_quick_over_ten_thousand_long_names(open_page: Open) -> None:
    names = tuple(f"Name{number:05} {'längst ' * 40}" for number in range(10_000))
    page = open_page((make_named(*names), {}))
    find = "(words) => sociogram.search.find(words).milliseconds"
    page.evaluate(find, "nmae00001")
    for words in ("nmae00002", "x" * 300, "name00001 nmae00002", "längts langst laengst name"):
        assert page.evaluate(find, words) < 1000


def test_the_panels_offer_the_questions_that_have_an_answer(open_page: Open) -> None:
    page = open_page(hash_="#tab=map&actor=trust")
    words = page.locator(".panel .offers button").all_inner_texts()
    assert "Who funds them?" in words
    assert "Whom do they fund?" not in words
    page.get_by_role("button", name="Who funds them?").click()
    assert page.locator(".ask h2").inner_text() == 'Who funded Harbour “Old” "Trust"?'
    assert page.locator(".rows tbody tr").count() == 4
    page.go_back()
    assert page.locator(".panel h2").inner_text().startswith("Harbour")
    page = open_page(hash_="#tab=map&actor=lone")
    assert page.locator(".panel .offers").count() == 0


def test_the_panel_of_a_tie_offers_what_the_two_say(open_page: Open) -> None:
    page = open_page()
    page.evaluate(
        "location.hash = 'tab=map&tie='"
        " + sociogram.graph.data.ties.id[sociogram.graph.data.claims.tie[sociogram.graph.claim('c09')]]"
    )
    page.wait_for_selector(".panel .offers")
    assert page.locator(".panel .offers button").all_inner_texts() == [
        "All between the two",
        "What does Anna Berg say of Tom Aldo?",
        "What does Tom Aldo say of Anna Berg?",
    ]


def test_the_tables_have_amounts(open_page: Open) -> None:
    page = open_page(hash_="#tab=claims&worth=0")
    page.get_by_role("button", name="Amount, sort").click()
    cells = page.locator("tbody tr").first.locator("td").all_inner_texts()
    assert "20,000,000 EUR" in cells or "about 20,000,000 EUR" in cells
    page = open_page(hash_="#tab=ties&worth=0")
    page.get_by_role("button", name="Amount, sort").click()
    assert any(
        "20,000,000 EUR" in cell for cell in page.locator("tbody tr").first.locator("td").all_inner_texts()
    )


def test_a_field_for_an_actor_survives_a_typing_error_and_says_whom_it_took(open_page: Open) -> None:
    page = open_page()
    form = page.locator('form[data-question="about"]')
    form.locator("input").fill("ana breg")
    form.locator("input").press("Enter")
    assert page.locator(".ask h2").inner_text() == "What is claimed of Anna Berg?"
    page.get_by_role("button", name="← All questions").click()
    form.locator("input").fill("qqqqqq")
    form.locator("input").press("Enter")
    assert "No actor is called “qqqqqq”" in form.inner_text()
