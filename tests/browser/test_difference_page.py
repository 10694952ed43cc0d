"""The page of a difference in a real browser: complete, filtered, and harmless whatever documents say."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sociogram.compare import compare_graphs
from sociogram.write.difference.page import iter_page
from support.difference_cases import make_after, make_before
from support.patience import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
HOSTILE = (
    "<script>window.owned=1</script><img src=x onerror=window.owned=1>\u2028</script></style>"
    "<svg onload=window.owned=1>&lt;b&gt;\"'`\x00\ud800 javascript:window.owned=1"
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
Open = Callable[..., "Page"]


def page_of(hostile: str = "", *, most: int = 1000) -> str:
    difference = compare_graphs(make_before(hostile), make_after(hostile))
    return "".join(iter_page(difference, ("cases/one" + hostile, "cases/two" + hostile), most=most))


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page; at the end there must have been no error in the console, and no request."""
    wrong: list[str] = []
    contexts = []

    def open_it(markup: str, **options: object) -> Page:
        path = tmp_path / "difference.html"
        path.write_bytes(markup.encode("utf-8", "replace"))
        context = browser.new_context(**options)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request", lambda request: None if request.url.startswith("file:") else wrong.append(request.url)
        )
        page.goto(path.as_uri())
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert wrong == []


def shown(page: Page, selector: str) -> int:
    return page.locator(f":is({selector}):visible").count()


def test_the_page_leads_to_what_became_of_facts(open_page: Open) -> None:
    page = open_page(page_of())
    links = page.locator(".lead a").all_inner_texts()
    assert links == ["Newly stated 1", "No longer stated 1", "Newly disputed 1"]
    page.locator(".lead a").first.click()
    assert page.url.endswith("#gained")
    assert "Ann Varga – funded – Orion Rail" in page.locator("#gained article").first.inner_text()


def test_every_link_on_the_page_leads_to_something(open_page: Open) -> None:
    page = open_page(page_of())
    assert page.evaluate(
        "Array.from(document.links, a => document.getElementById(decodeURIComponent(a.hash.slice(1))) !== null)"
        ".every(Boolean)"
    )


def test_words_that_were_altered_are_told_apart_in_the_quotes(open_page: Open) -> None:
    page = open_page(page_of())
    assert "".join(page.locator("#gained blockquote del").all_inner_texts()) == "reportedly"


def test_parts_of_a_quote_are_marked_even_where_they_overlap(open_page: Open) -> None:
    page = open_page(page_of())
    quote = page.locator("#lost blockquote").first
    assert quote.inner_text() == "“Diaz sued Orion.”"
    assert quote.locator("mark").count() == 3


@pytest.mark.parametrize("scripts", [True, False])
def test_kinds_of_change_are_hidden_without_any_script(open_page: Open, *, scripts: bool) -> None:
    page = open_page(page_of(), java_script_enabled=scripts)
    went = shown(page, "article.went, tr.went")
    assert went > 0
    page.uncheck("#show-went")
    assert shown(page, "article.went, tr.went") == 0
    assert shown(page, "article.changed") > 0
    page.check("#show-went")
    assert shown(page, "article.went, tr.went") == went


@pytest.mark.parametrize("what", ["actor", "tie", "claim", "document"])
def test_kinds_of_things_are_hidden(open_page: Open, what: str) -> None:
    page = open_page(page_of())
    assert shown(page, f".about-{what}") > 0
    page.uncheck(f"#show-{what}")
    assert shown(page, f".about-{what}") == 0


def test_what_left_with_its_document_can_be_hidden(open_page: Open) -> None:
    page = open_page(page_of())
    assert shown(page, ".following") > 0
    page.uncheck("#show-following")
    assert shown(page, ".following") == 0
    assert shown(page, "article") > 0


def test_words_find_the_changes_that_have_all_of_them(open_page: Open) -> None:
    page = open_page(page_of())
    page.fill("#words", "diaz SUED")
    assert page.locator("article:visible").all_inner_texts()[0].startswith("− Carla Diaz – sued")
    assert shown(page, "article") == 1
    assert page.locator("#found").inner_text().startswith("1 of ")
    page.fill("#words", "")
    assert shown(page, "article") > 1


def test_without_scripts_nothing_is_missing_but_the_search(open_page: Open) -> None:
    page = open_page(page_of(), java_script_enabled=False)
    assert shown(page, "article") == len(re.findall("<article", page_of()))
    assert shown(page, "#search") == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_ground(open_page: Open, scheme: str) -> None:
    page = open_page(page_of(), color_scheme=scheme)
    ground, ink = page.evaluate("(s => [s.backgroundColor, s.color])(getComputedStyle(document.body))")
    brightness = [sum(int(part) for part in re.findall(r"\d+", colour)[:3]) for colour in (ground, ink)]
    assert (brightness[0] > brightness[1]) is (scheme == "light")
    assert abs(brightness[0] - brightness[1]) > 400


def test_a_phone_shows_the_page_without_scrolling_sideways(open_page: Open) -> None:
    for hostile in ("", "x" * 300):
        page = open_page(page_of(hostile), viewport={"width": 420, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 420


def test_nothing_that_documents_say_runs_or_becomes_markup(open_page: Open) -> None:
    page = open_page(page_of(HOSTILE))
    page.fill("#words", HOSTILE)
    assert page.evaluate("window.owned") is None
    assert page.locator("img, svg, main script").count() == 0
    assert shown(page, "article") >= 0
    assert "<script>window.owned=1</script>" in page.locator("article").first.text_content()  # type: ignore[operator]


def test_a_long_section_says_how_much_it_leaves_out(open_page: Open) -> None:
    page = open_page(page_of(most=1))
    assert (
        "1 more; sociogram diff --format jsonl has all of them." in page.locator("#identities").inner_text()
    )


def test_a_graph_against_itself_differs_in_nothing(open_page: Open) -> None:
    graph = make_before()
    page = open_page("".join(iter_page(compare_graphs(graph, graph), ("a", "a"))))
    assert "Nothing differs." in page.locator("main").inner_text()
