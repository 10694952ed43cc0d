"""What a served page says of how much it holds, and the query page's list of completions."""

from __future__ import annotations

import re

import pytest

from support.query_page import write
from support.served_cases import (
    CHROMIUM,
    Open,
    serious_findings,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.model,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: apt-get install chromium"),
]
ALL = 371
TIED = 363
MET = "# Who met whom?\nSELECT ?subject ?object WHERE { ?subject soc:met ?object }"


@pytest.mark.parametrize("width", [1440, 400])
def test_a_served_page_says_at_all_times_for_how_much_it_answers(open_page: Open, width: int) -> None:
    page = open_page(bypass_csp=True)
    page.set_viewport_size({"width": width, "height": 800})
    line = page.locator(".coverage")
    assert re.match(rf"Loaded: 3\d\d of {ALL} actors", line.inner_text())
    assert "filters and timeline answer for these alone" in line.inner_text()
    page.evaluate("sociogram.state.change((each) => { each.tab = 'ties' })")
    assert line.is_visible()
    assert serious_findings(page) == []
    line.get_by_role("button", name="Load more").click()
    page.locator(".coverage.whole").wait_for()
    assert line.inner_text() == (
        f"All ties of the case are loaded: 186 ties of {TIED} actors; search finds {ALL - TIED} actors without a tie."
    )
    assert not line.get_by_role("button").is_visible()


def test_the_list_of_completions_is_shut_where_an_answer_comes(open_page: Open) -> None:
    page = open_page("/query", failing=True)  # the half query is refused
    write(page, MET)
    page.keyboard.press("Control+End")
    page.keyboard.type(" LIM")
    page.keyboard.press("Control+Space")
    page.locator(".cm-tooltip-autocomplete").wait_for()
    page.get_by_role("button", name="Run").click()
    page.locator(".cm-tooltip-autocomplete").wait_for(state="detached")
