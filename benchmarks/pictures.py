"""Takes the pictures of the README and of docs/walk.md from a page.

    python -m benchmarks.pictures PAGE [-o docs]

PAGE is the ``index.html`` of the sample documents (``make demo``). Headless Chromium does what the walk says, step by
step, so a picture shows what a reader gets. Needs Playwright and a Chromium (Debian's, or Playwright's own).
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

_WIDTH, _HEIGHT = 1280, 760
_SETTLED = 1_500
"""Milliseconds that the map takes to come to rest."""
_WHO = "Elon Musk"


def _questions(_: Page) -> None:
    """The page as it opens."""


def _answer(page: Page) -> None:
    page.get_by_role("button", name="Who funded whom?").first.click()


def _actor(page: Page) -> None:
    page.get_by_role("button", name="Map", exact=True).click()
    page.keyboard.press("/")
    page.keyboard.type(_WHO)
    page.wait_for_timeout(_SETTLED)
    page.keyboard.press("Enter")


def _explorer(page: Page) -> None:
    _actor(page)
    page.get_by_role("button", name="Only its network").click()


def _read(page: Page) -> None:
    page.get_by_role("button", name="Read", exact=True).click()
    page.get_by_role("button", name="Musk's Millions Behind the Trump Campaign").click()
    page.keyboard.press("j")


def _sources(page: Page) -> None:
    _actor(page)
    page.get_by_role("button", name="Who says so").click()


def _identity(page: Page) -> None:
    page.get_by_role("button", name="Identity", exact=True).click()


def _story(page: Page) -> None:
    _answer(page)
    page.get_by_role("button", name="Pin this answer").click()
    page.get_by_role("button", name="Story", exact=True).click()
    page.get_by_label("Title of the story").fill("Who paid whom")


_STEPS: dict[str, Callable[[Page], None]] = {
    "explorer.png": _explorer,
    "walk/questions.png": _questions,
    "walk/answer.png": _answer,
    "walk/sources.png": _sources,
    "walk/read.png": _read,
    "walk/identity.png": _identity,
    "walk/story.png": _story,
}


def take(browser: Browser, address: str, folder: Path) -> None:
    """Writes each picture into ``folder``."""
    for name, do in _STEPS.items():
        context = browser.new_context(viewport={"width": _WIDTH, "height": _HEIGHT})
        page = context.new_page()
        page.goto(address)
        page.wait_for_timeout(_SETTLED)
        do(page)
        page.wait_for_timeout(_SETTLED)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=path)
        context.close()


def main() -> None:
    """Reads the command line, and takes the pictures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("page", type=Path)
    parser.add_argument("-o", "--output", type=Path, default=Path(__file__).parents[1] / "docs")
    given = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        take(browser, given.page.resolve().as_uri(), given.output)
        browser.close()


if __name__ == "__main__":
    main()
