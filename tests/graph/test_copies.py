"""Which sentences are copies of each other, and which are not."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociogram.graph.copies import fold_copies

REPORT = (
    "The minister told reporters in Lisbon on Monday that Orion Rail had paid 20 million euros to the fund of "
    "Ann Varga before the vote."
)


def are_copies(left: str, right: str) -> bool:
    folded = fold_copies([left, right])
    return folded[left] == folded[right]


@pytest.mark.parametrize(
    "other",
    [
        REPORT.replace(" ", "\n", 3),
        REPORT.replace("told reporters", "told the press"),
        REPORT.replace(" in Lisbon", " here in Lisbon"),
        REPORT + " It was said on the way out of the building.",
        REPORT.replace("The minister", "“The minister").replace("vote.", "vote,” it wrote."),
    ],
)
def test_a_report_that_was_edited_a_little_is_a_copy(other: str) -> None:
    assert are_copies(REPORT, other)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("20 million", "30 million"),
        ("20 million", "20 billion"),
        ("Ann Varga", "Bela Varga"),
        ("Lisbon", "Madrid"),
        ("on Monday", "on Tuesday"),
        ("had paid", "had not paid"),
        ("had paid", "hadn't paid"),
        ("had paid", "had allegedly paid"),
        ("had paid", "might have paid"),
        ("before the vote", "after the vote"),
        ("The minister", "Trump"),
    ],
)
def test_the_same_sentence_of_another_number_name_or_sense_is_no_copy(old: str, new: str) -> None:
    assert old in REPORT
    assert not are_copies(REPORT, REPORT.replace(old, new))


def test_two_reports_of_one_thing_in_words_of_their_own_are_no_copies() -> None:
    assert not are_copies(
        REPORT,
        "Before the vote, the fund of Ann Varga got 20 million euros from Orion Rail, "
        "a minister in Lisbon said on Monday.",
    )


def test_short_sentences_are_copies_only_where_they_are_the_same() -> None:
    assert are_copies("She denied the claim.", "She  denied the claim.")
    assert not are_copies("She denied the claim.", "She denied the old claim.")


def test_what_is_folded_stands_for_the_first_by_the_alphabet() -> None:
    other = REPORT.replace("told reporters", "told the press")
    assert set(fold_copies([other, REPORT]).values()) == {min(REPORT, other)}


sentences = st.lists(
    st.lists(
        st.sampled_from(["Ann", "met", "the", "board", "of", "Orion", "in", "May", "not", "3", "and"]),
        min_size=1,
        max_size=14,
    ).map(" ".join),
    max_size=12,
)  # fmt: skip


@given(sentences, st.randoms(use_true_random=False))
def test_the_order_of_sentences_means_nothing(found: list[str], chance: random.Random) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert fold_copies(found) == fold_copies(shuffled)


def test_many_sentences_of_one_pattern_take_no_square_of_their_number() -> None:
    def seconds(count: int) -> float:
        begin = time.process_time()
        fold_copies(
            f"Orion Rail said on Monday that it had paid {number} euros to the fund for the bridge."
            for number in range(count)
        )
        return time.process_time() - begin

    seconds(100)
    assert seconds(8_000) < 40 * max(seconds(800), 0.005)


@pytest.mark.parametrize("most", [1, 1000])
def test_what_was_found_before_is_found_again(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sociogram.graph.copies._MOST_FOUND", most)
    pair = [REPORT, REPORT + " It was said on the way out of the building."]
    apart = [REPORT, REPORT.replace("Lisbon", "Madrid")]
    first = [fold_copies(pair), fold_copies(apart)]
    assert [fold_copies(pair[::-1]), fold_copies([each.replace(" ", "\n") for each in apart])] == [
        first[0],
        {each.replace(" ", "\n"): head for each, head in first[1].items()},
    ]
