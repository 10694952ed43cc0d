"""Files of very many equal parts are read in time that grows with their length."""

from __future__ import annotations

import pytest

from sociogram.read.formats.markdown import _marked
from support.growth import LINEAR, growth


@pytest.mark.parametrize(
    "part", ["# Minutes of May\n", "| a | b |\n| c | d |\n\n", "<!-- note -->\n", "Part\n====\n\n"]
)
def test_marks_of_markdown(part: str) -> None:
    assert growth(lambda size: _marked(part * size, None), 800) < LINEAR


def test_marks_are_those_that_do_not_lie_in_others() -> None:
    text = "# One\n\n```\n# code\n```\n\n<!-- # no\n-->\nTwo\n===\n"
    words = [text[block.start : block.end].split("\n", maxsplit=1)[0] for block in _marked(text, None)]
    assert words == ["# One", "```", "<!-- # no", "Two"]
