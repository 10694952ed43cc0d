"""A long word without spaces is cut in time that grows with its length, into the tokens that spaCy cuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.growth import LINEAR, growth

if TYPE_CHECKING:
    from spacy.language import Language


@pytest.mark.model
@pytest.mark.parametrize("marks", ["(", ")]", "“‘", "”’", "[1]"])
def test_marks_without_a_space_are_cut_in_linear_time(marks: str, nlp: Language) -> None:
    assert growth(lambda size: nlp.make_doc(marks * size + "we" + marks * size), 250) < LINEAR


@pytest.mark.model
@pytest.mark.parametrize(("word", "tokens"), [
    ("(“We", ["(", "“", "We"]), ("won.”)", ["won", ".", "”", ")"]), ("5km", ["5", "km"]), ("U.S.", ["U.S."]),
    ("well-known...", ["well", "-", "known", "..."]), ("co-owns", ["co-owns"]),
    ("($5m).", ["(", "$", "5", "m", ")", "."]),
])  # fmt: skip
def test_ordinary_words_are_cut_as_ever(word: str, tokens: list[str], nlp: Language) -> None:
    assert [token.text for token in nlp.make_doc(word)] == tokens


@pytest.mark.model
def test_no_mark_is_lost(nlp: Language) -> None:
    text = "x" + ")" * 500 + "(" * 500 + "y"
    assert nlp.make_doc(text).text == text
    assert [token.text for token in nlp.make_doc("(" * 300)] == ["("] * 300
