"""Full stops that end a sentence, and those of abbreviations."""

from __future__ import annotations

import pytest

from sociogram.knowledge.sentence_ends import ends_sentence, find_sentence_end


@pytest.mark.parametrize(
    "text", ["ANN SUED BOB ROE.", "HE PAID $40,000.", "SHE ASKED “WHY?”", "IT ENDS HERE!  "]
)
def test_a_full_stop_ends_a_sentence(text: str) -> None:
    assert ends_sentence(text)


@pytest.mark.parametrize(
    "text", ["THE ACME CORP.", "NEWS FROM THE U.S.", "ANN ROE JR.", "ANN SUED BOB", "", "."]
)
def test_an_abbreviation_ends_none(text: str) -> None:
    assert not ends_sentence(text)


def test_the_first_end_is_found() -> None:
    assert find_sentence_end("MR. ROE LEFT. HE PAID.") == len("MR. ROE LEFT.")
    assert find_sentence_end("MR. ROE LEFT", 0, 8) is None
