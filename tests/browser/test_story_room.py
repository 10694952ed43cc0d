"""The story in a real browser: pinned, ordered, undone, kept, loaded, exported and printed, by mouse and by keys."""

from __future__ import annotations

import json
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
from support.explorer_cases import make_case, write_case_page
from support.places import AXE
from support.story_cases import HOSTILE_NOTES, LONG_NAME, make_story

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
Open = Callable[..., "Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page; at the end there must have been no error in the console, and no request."""
    wrong: list[str] = []
    contexts: list[Any] = []

    def open_one(graph: Graph | None = None, *, hash_: str = "", keep: bool = False, **more: Any) -> Page:
        made, texts = make_case()
        path = write_case_page(tmp_path, graph or made, texts)
        more.setdefault("viewport", {"width": 1280, "height": 900})
        if not (keep and contexts):
            contexts.append(browser.new_context(accept_downloads=True, **more))
        page = contexts[-1].new_page()
        page.on("console", lambda one: wrong.append(one.text) if one.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda one: None if one.url.startswith(("file:", "blob:", "data:")) else wrong.append(one.url),
        )
        page.goto(path.as_uri() + hash_)
        page.wait_for_selector("html[data-ready]", state="attached")
        page.evaluate("new Promise((done) => requestIdleCallback(() => setTimeout(done, 50)))")
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert wrong == []


def load_story(page: Page, content: str, name: str = "story.jsonl") -> None:
    page.locator(".story input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/jsonl", "buffer": content.encode()}
    )


def told(page: Page) -> str:
    return page.locator(".story .kept").inner_text()


def downloaded(page: Page, button: str) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_bytes().decode()


def pin_words(page: Page) -> list[str]:
    return page.locator(".story .pin-head a").all_inner_texts()


def test_both_writers_make_the_same_page_of_the_same_story(open_page: Open) -> None:
    graph, _ = make_case()
    story = make_story(graph)
    page = open_page(graph, hash_="#tab=story")
    load_story(page, format_story(story))
    page.wait_for_selector(".story .pin")
    places = {
        actor.id: tuple(place)
        for actor, place in zip(graph.actors, draw(graph).places.tolist(), strict=True)
    }
    expected = story_page(story, graph, replay_story(story, graph), About(places=places))
    assert downloaded(page, "Export as a page (HTML)") == expected
