"""Whose is which, where the sentence says "respectively"."""

from __future__ import annotations

from support.hand_statements import read_by_hand

RAISED = (
    "Ann/Ann/NNP/nsubj/3 and/and/CC/cc/0 Bob/Bob/NNP/conj/0 raised/raise/VBD/ROOT/3 pigs/pig/NNS/dobj/3 "
    "and/and/CC/cc/4 goats/goat/NNS/conj/4 {}/{}/RB/advmod/3"
)
WHO = {0: "Person", 2: "Person"}


def test_each_has_his_own() -> None:
    told = read_by_hand(RAISED.format("respectively", "respectively"), WHO).told()
    assert told == [("Ann", "raised", "pigs"), ("Bob", "raised", "goats")]


def test_without_the_word_both_have_both() -> None:
    told = read_by_hand(RAISED.format("here", "here"), WHO).told()
    assert [(who, words) for who, _, words in told] == [
        ("Ann", "pigs and goats here"),
        ("Bob", "pigs and goats here"),
    ]


def test_the_list_of_all_is_no_role_of_each() -> None:
    found = read_by_hand(RAISED.format("respectively", "respectively"), WHO).find()
    assert "patient" not in {role.name for one in found.relations for role in one.roles}
