"""Text made to stop a reader is read in steps that grow with its length, not with a power of two."""

from __future__ import annotations

import re
import time

import pytest

from sociogram.parse.view import _ODD
from sociogram.read.layout.shapes import _FINAL

LONGEST_TEXT = 200_000
QUICK = 5.0
"""Seconds that no machine needs for a linear pattern over so few characters; two to the power of them end never."""


@pytest.mark.parametrize("closing", ["]", '"', ")", "”’", "[1]", "]]["])
def test_closing_marks_before_a_word_are_read_once(closing: str) -> None:
    begun = time.process_time()
    assert _FINAL.search("Dora Finn left." + closing * (LONGEST_TEXT // 40) + " y") is None
    assert time.process_time() - begun < QUICK


@pytest.mark.parametrize("end", ["it ended.", 'it ended."', "it ended.[12]”)", "so?]»", "“Go!”[3][4]"])
def test_ends_of_sentences_are_seen_behind_closing_marks(end: str) -> None:
    assert _FINAL.search(end)


@pytest.mark.parametrize("end", ["it ended", "it. ended", "it.[a]", "it.] x"])
def test_other_ends_are_none(end: str) -> None:
    assert _FINAL.search(end) is None


@pytest.mark.parametrize("tail", ["1", "_", "é", "@"])
def test_capitals_within_a_word_are_read_once(tail: str) -> None:
    begun = time.process_time()
    assert _ODD.search("Cd" + "QRS" * (LONGEST_TEXT // 3) + tail) is None
    assert time.process_time() - begun < QUICK


@pytest.mark.parametrize(
    ("word", "odd"),
    [("TikTok", True), ("McDonald", True), ("BuzzFeedNews", True), ("@dora", True), ("Tiktok", False), ("NASA", False),
     ("TikTok1", False)],
)  # fmt: skip
def test_odd_words_are_those_with_a_capital_inside(word: str, odd: bool) -> None:
    assert bool(re.fullmatch(_ODD, word)) is odd
