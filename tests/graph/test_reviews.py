"""What reviewers said of a claim: who decides, what is kept, what is told."""

from __future__ import annotations

import pytest

from sociogram.graph.reviews import Reviews
from sociogram.model import Judgement


def _judged(verdict: str, who: str = "", when: str = "", note: str = "", left: str = "c1") -> Judgement:
    return Judgement(verdict=verdict, left=left, right="", who=who, when=when, note=note)  # type: ignore[arg-type]


def test_nothing_is_decided_of_what_nobody_reviewed() -> None:
    assert not Reviews([_judged("same")])
    assert Reviews([_judged("right")]).decide("c2", "t2") is None


def test_a_confirmed_claim_keeps_who_when_and_note() -> None:
    decision = Reviews([_judged("right", "Eva", "2026-01-02", "seen the file")]).decide("c1", "t1")
    assert decision is not None
    assert decision.review is not None
    assert (decision.review.who, decision.review.when, decision.review.note) == (
        "Eva",
        "2026-01-02",
        "seen the file",
    )


@pytest.mark.parametrize("turned", [False, True])
def test_the_latest_decides_in_any_order_of_lines(*, turned: bool) -> None:
    lines = [_judged("wrong", "Tom", "2026-01-01"), _judged("right", "Eva", "2026-01-02")]
    decision = Reviews(lines[::-1] if turned else lines).decide("c1")
    assert decision is not None
    assert decision.review is not None
    assert decision.review.against == ("Tom",)


def test_of_one_day_the_later_line_decides() -> None:
    decision = Reviews([_judged("right", "Eva", "2026-01-02"), _judged("wrong", "Eva", "2026-01-02")]).decide(
        "c1"
    )
    assert decision is not None
    assert decision.review is None
    assert decision.reason == "judged wrong by Eva"


def test_a_contradiction_between_reviewers_is_told() -> None:
    decision = Reviews([_judged("right", "Eva"), _judged("wrong", "", "2026-01-02")]).decide("c1")
    assert decision is not None
    assert decision.reason == "judged wrong by a person; but right by Eva"


def test_one_reviewer_who_thinks_again_contradicts_nobody() -> None:
    decision = Reviews([_judged("wrong", "Eva"), _judged("right", "Eva")]).decide("c1")
    assert decision is not None
    assert decision.against == ()


def test_a_tie_decides_over_its_claims_unless_a_later_word_is_on_the_claim() -> None:
    lines = [_judged("wrong", "Eva", "2026-01-02", left="t1"), _judged("right", "Tom", "2026-01-03")]
    reviews = Reviews(lines)
    of_other, of_claim = reviews.decide("c9", "t1"), reviews.decide("c1", "t1")
    assert of_other is not None
    assert of_other.review is None
    assert of_claim is not None
    assert of_claim.review is not None


def test_words_for_a_day_order_nothing() -> None:
    lines = [_judged("right", "Eva", "yesterday"), _judged("wrong", "Tom", "2026-01-01")]
    decision = Reviews(lines[::-1]).decide("c1")
    assert decision is not None
    assert decision.review is None


def test_a_review_of_what_is_gone_is_one_line_a_verdict() -> None:
    reviews = Reviews([_judged("right", "Eva"), _judged("right", "Tom"), _judged("wrong", left="gone")])
    reviews.decide("c1")
    assert [(note.text, note.reason) for note in reviews.unmet()] == [
        ("gone", "judgement 'wrong': 'gone' is no claim and no tie of this graph")
    ]
