"""The marks of a reading: where its words stand in their sentence, as numbers."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from sociogram.extraction.marks import FARTHEST, MARKS, Marks
from support.hand_statements import HandRead, read_by_hand

SIGNED = "Ann/Ann/NNP/nsubj/1 signed/sign/VBD/ROOT/1 laws/law/NNS/dobj/1"
APART = (
    "Ann/Ann/NNP/nsubj/4 “/“/``/punct/0 Bonn/Bonn/NNP/appos/0 ”/”/''/punct/0 signed/sign/VBD/ROOT/4 "
    "laws/law/NNS/dobj/4 ./././punct/4"
)
JOINED = "Ann/Ann/NNP/nsubj/1 came/come/VBD/ROOT/1 and/and/CC/cc/1 signed/sign/VBD/conj/1 laws/law/NNS/dobj/3"


def marks_of(read: HandRead, head: int) -> dict[str, float]:
    """The marks of the relation whose predicate is the token ``head``."""
    begin = read.tokens.begin[head]
    one = next(each for each in read.find().relations if each.trigger[0] == begin)
    return dict(Marks(read.parsed, read.mentions, read.chains).of(one))


def test_a_plain_clause_has_the_marks_of_one() -> None:
    assert marks_of(read_by_hand(SIGNED, {0: "Person"}), 1) == {
        "distance": round(math.log1p(1), 4),
        "once": 1.0,
        "words": 1.0,
        "direct": 1.0,
    }


def test_quotation_marks_part_a_subject_from_its_predicate() -> None:
    marks = marks_of(read_by_hand(APART, {0: "Person"}), 4)
    assert marks["parted"] == 1.0
    assert marks["distance"] == round(math.log1p(4), 4)


def test_a_joined_predicate_is_a_conjunct() -> None:
    read = read_by_hand(JOINED, {0: "Person"})
    assert marks_of(read, 3)["conjunct"] == 1.0


@pytest.mark.parametrize(("tag", "mark"), [("VBZ", 1.0), ("VBD", 0.0)])
def test_a_predicate_in_the_present_is_told(tag: str, mark: float) -> None:
    marks = marks_of(read_by_hand(SIGNED.replace("VBD", tag), {0: "Person"}), 1)
    assert marks.get("present", 0.0) == mark


def test_an_object_before_a_stop_is_closed() -> None:
    read = read_by_hand(f"{SIGNED} ,/,/,/punct/1 he/he/PRP/nsubj/5 left/leave/VBD/parataxis/1", {0: "Person"})
    assert marks_of(read, 1)["closed"] == 1.0


def test_distance_is_bounded() -> None:
    words = " ".join(f"x{number}/x/NN/dep/0" for number in range(90))
    read = read_by_hand(
        f"Ann/Ann/NNP/nsubj/91 {words} signed/sign/VBD/ROOT/91 laws/law/NNS/dobj/91", {0: "Person"}
    )
    assert marks_of(read, 91)["distance"] == round(math.log1p(FARTHEST), 4)


def test_spans_outside_of_every_token_give_marks_all_the_same() -> None:
    read = read_by_hand(SIGNED, {0: "Person"})
    (one,) = read.find().relations
    odd = replace(one, trigger=(0, 0), statement=None, object=None, literal=("Text", "x", (10_000, 10_001)))
    marks = Marks(read.parsed, read.mentions, read.chains).of(odd)
    assert set(marks) <= set(MARKS)
    assert all(math.isfinite(value) for value in marks.values())
