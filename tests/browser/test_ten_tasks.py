"""The ten tasks of an analyst over the sample documents, each from the opening in at most five actions.

A click counts as one action, and so do a field that is filled in and a key that chooses. By the keyboard alone nothing
is focused by the test: Tab leads to whatever is used, as the eye and the pointer do for the mouse, and is not counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.command_line import run_here
from support.places import DOCUMENTS
from support.served_cases import CHROMIUM

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page
    from spacy.language import Language

pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
MOST = 5
MOST_TABS = 500
"""Presses of Tab after which what is sought cannot be reached."""


class Hands:
    """Whoever uses the page, by mouse or by the keyboard alone, with the number of actions so far."""

    def __init__(self, page: Page, *, keyboard: bool) -> None:
        self.page = page
        self.actions = 0
        self._keyboard = keyboard

    def use(self, what: Locator) -> None:
        """Choose a button, or tick a box."""
        self.actions += 1
        if not self._keyboard:
            return what.click()
        self._reach(what)
        return self.page.keyboard.press("Space" if what.get_attribute("type") == "checkbox" else "Enter")

    def write(self, where: Locator, text: str) -> None:
        """Fill in a field."""
        self.actions += 1
        if not self._keyboard:
            return where.fill(text)
        self._reach(where)
        return self.page.keyboard.type(text)

    def press(self, key: str) -> None:
        """Press a key that chooses."""
        self.actions += 1
        self.page.keyboard.press(key)

    def _reach(self, what: Locator) -> None:
        what.wait_for()
        for _ in range(MOST_TABS):
            if what.evaluate("(element) => element === document.activeElement"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"Tab does not lead to {what}")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory, nlp: Language) -> Path:
    folder = tmp_path_factory.mktemp("case")
    assert run_here("build", DOCUMENTS, "-o", folder, nlp=nlp).returncode == 0
    return folder / "index.html"


@pytest.fixture
def opening(browser: Browser, index: Path) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(index.as_uri())
    page.locator(".findings").wait_for()
    yield page
    page.close()
    assert faults == []


def wait_for(hands: Hands, condition: str) -> None:
    hands.page.wait_for_function(f"() => {condition}")


def ask(hands: Hands, words: str) -> None:
    hands.use(hands.page.get_by_role("button", name=words))
    hands.page.locator(".rows tbody tr").first.wait_for()


def ask_of(hands: Hands, question: str, *actors: str) -> None:
    form = hands.page.locator(f'form[data-question="{question}"]')
    for place, actor in enumerate(actors):
        hands.write(form.locator("input").nth(place), actor)
    hands.use(form.get_by_role("button", name="Ask"))
    hands.page.locator(".rows tbody tr").first.wait_for()


def go_to(hands: Hands, room: str) -> None:
    hands.use(hands.page.locator(f'[data-tab="{room}"]'))


def fund(hands: Hands) -> None:
    ask(hands, "Who funded whom?")
    assert "15,600,000,000 USD" in hands.page.locator(".sums").inner_text()
    assert "a loan of $15.6 billion" in hands.page.locator(".rows").inner_text()


def compare_two(hands: Hands) -> None:
    ask_of(hands, "between", "Elon Musk", "Donald Trump")
    assert hands.page.locator(".rows tbody tr").count() > 3


def dispute(hands: Hands) -> None:
    ask(hands, "What is disputed?")
    assert hands.page.locator(".rows tbody tr").count()


def connect(hands: Hands) -> None:
    ask_of(hands, "path", "Elon Musk", "U.S. Agency for International Development")
    assert hands.page.locator(".rows tbody tr").count() > 1


def find_sources(hands: Hands) -> None:
    go_to(hands, "ties")
    hands.use(hands.page.locator("tbody tr", has_text="Twitter").get_by_role("button", name="bought").first)
    hands.use(hands.page.locator(".panel").get_by_role("button", name="Who says so"))
    wait_for(hands, "document.querySelectorAll('.matrix-room .cell').length > 1")


def follow_time(hands: Hands) -> None:
    hands.write(hands.page.locator("#search"), "Elon Musk")
    hands.press("Enter")
    hands.use(hands.page.locator(".panel .when [data-period]").first)
    wait_for(hands, "sociogram.state.from > '2000'")


def judge_who_is_who(hands: Hands) -> None:
    go_to(hands, "identity")
    hands.use(hands.page.get_by_role("button", name="Same: make them one"))
    hands.use(hands.page.get_by_role("button", name="Different: keep two"))
    hands.page.get_by_role("button", name="Judgements (2)").wait_for()


def take_away(hands: Hands) -> None:
    ask(hands, "Who holds which post?")
    with hands.page.expect_download() as download:
        hands.use(hands.page.get_by_role("button", name="Rows (CSV)"))
    assert len(Path(download.value.path()).read_text(encoding="utf-8-sig").splitlines()) > 10


def find_communities(hands: Hands) -> None:
    go_to(hands, "map")
    before = hands.page.evaluate("sociogram.state.shownActors.length")
    hands.use(hands.page.locator("#by-community"))
    hands.use(hands.page.locator(".region").first)
    wait_for(
        hands, f"1 < sociogram.state.shownActors.length && sociogram.state.shownActors.length < {before}"
    )


def read_and_sign(hands: Hands) -> None:
    go_to(hands, "read")
    hands.use(hands.page.locator('[data-document="musk-campaign-money"]'))
    for verdict in ("✓ Right", "✗ Wrong"):
        hands.use(hands.page.locator(".margin-note.current button", has_text=verdict))
    hands.page.get_by_role("button", name="Judgements (2)").wait_for()


@pytest.mark.parametrize("keyboard", [False, True], ids=["mouse", "keyboard"])
@pytest.mark.parametrize(("task", "actions"), [
    (fund, 1), (compare_two, 3), (dispute, 1), (connect, 3), (find_sources, 3), (follow_time, 3),
    (judge_who_is_who, 3), (take_away, 2), (find_communities, 3), (read_and_sign, 4),
])  # fmt: skip
def test_a_task_from_the_opening(
    opening: Page, task: Callable[[Hands], None], actions: int, *, keyboard: bool
) -> None:
    hands = Hands(opening, keyboard=keyboard)
    task(hands)
    assert hands.actions == actions <= MOST
