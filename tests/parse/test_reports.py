"""Repairs of the clauses that report others, and what they leave alone."""

from __future__ import annotations

import pytest

from sociogram.parse.reports import mend_as_claimed, mend_colons, mend_insertions, mend_said_when
from sociogram.parse.tokens import Tokens, read_tokens
from support.parses import parse_by_hand

FALL = (
    "Fall/fall/NN/nsubj/2 {0}/{0}/{1}/punct/2 warned/warn/VBD/ROOT/2 Doe/Doe/NNP/nsubj/6 ,/,/,/punct/3 "
    "would/would/MD/aux/6 cost/cost/VB/ccomp/2 lives/life/NNS/dobj/6"
)
BOTH = (
    "Acme/Acme/NNP/nsubj/2 ,/,/,/punct/0 said/say/VBD/parataxis/6 Doe/Doe/NNP/nsubj/2 ,/,/,/punct/2 "
    "has/have/VBZ/aux/6 paid/pay/VBN/ROOT/6 Bob/Bob/NNP/dobj/6"
)
AT_THE_TIME = (
    "Ann/Ann/NNP/nsubj/1 said/say/VBD/ROOT/1 at/at/IN/prep/1 the/the/DT/det/4 {0}/{0}/NN/pobj/2 "
    "that/that/WDT/advmod/7 Acme/Acme/NNP/nsubj/7 paid/pay/VBD/relcl/4"
)
AS_CLAIMED = (
    "Ann/Ann/NNP/nsubj/1 was/be/VBD/ROOT/1 not/not/RB/neg/1 ,/,/,/punct/1 {0}/{0}/IN/mark/6 they/they/PRP/nsubj/6 "
    "claimed/claim/VBD/advcl/1 ,/,/,/punct/6 a/a/DT/det/9 donor/donor/NN/dobj/6"
)
COLON = (
    "Doe/Doe/NNP/nsubj/1 defended/defend/VBD/ccomp/5 it/it/PRP/dobj/1 {0}/{0}/{1}/punct/5 voters/voter/NNS/nsubj/5 "
    "want/want/VBP/ccomp/9 it/it/PRP/dobj/5 ,/,/,/punct/9 he/he/PRP/nsubj/9 argued/argue/VBD/ROOT/9"
)


def as_parsed(text: str) -> Tokens:
    """The table without any repair."""
    parsed = parse_by_hand(text)
    return read_tokens(parsed.doc, parsed.view, {})


def test_who_warns_is_put_into_what_is_said() -> None:
    mended = mend_insertions(as_parsed(FALL.format(",", ",")))
    assert [mended.head[place] for place in (0, 2, 3, 6)] == [6, 6, 2, 6]
    assert [mended.dep[place] for place in (0, 2, 3, 6)] == ["nsubj", "parataxis", "nsubj", "ROOT"]


def test_without_a_comma_before_the_verb_it_stays() -> None:
    tokens = as_parsed(FALL.format("recently", "RB"))
    assert mend_insertions(tokens) is tokens


def test_of_two_subjects_of_what_is_put_in_the_first_is_of_the_clause() -> None:
    mended = mend_insertions(as_parsed(BOTH))
    assert (mended.head[0], mended.head[3]) == (6, 2)


@pytest.mark.parametrize(("noun", "dep"), [("time", "ccomp"), ("bank", "relcl")])
def test_a_time_of_saying_has_no_clause(noun: str, dep: str) -> None:
    assert mend_said_when(as_parsed(AT_THE_TIME.format(noun))).dep[7] == dep


@pytest.mark.parametrize(("mark", "head"), [("as", 1), ("because", 6)])
def test_what_they_claimed_is_what_it_is(mark: str, head: int) -> None:
    assert mend_as_claimed(as_parsed(AS_CLAIMED.format(mark))).head[9] == head


@pytest.mark.parametrize(("mark", "tag", "head"), [(":", ",", 9), (";", ",", 9), (",", ",", 5)])
def test_what_stands_before_a_colon_is_not_said_behind_it(mark: str, tag: str, head: int) -> None:
    assert mend_colons(as_parsed(COLON.format(mark, tag))).head[1] == head
