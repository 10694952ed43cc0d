"""What tests do on the query page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def write(page: Page, sparql: str) -> None:
    """Types a query in the place of what is in the editor, as from the clipboard: nothing is completed."""
    page.locator(".cm-content").focus()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(sparql)


def ask(page: Page, sparql: str, count: str) -> None:
    """Asks and waits for the line that counts what was found."""
    write(page, sparql)
    page.keyboard.press("Control+Enter")
    page.locator(".count-line strong", has_text=count).wait_for()
