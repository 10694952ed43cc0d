"""The words of a predicate: what is done, without what denies, weakens or dates it."""

from __future__ import annotations

import pytest

from sociogram.extraction.statements.predicate import is_plain, predicate_words
from sociogram.knowledge.scope_words import load_scope_words
from support.hand_statements import read_by_hand

DID_NOT = "Ann/Ann/NNP/nsubj/3 did/do/VBD/aux/3 not/not/RB/neg/3 sign/sign/VB/ROOT/3 the/the/DT/det/5 law/law/NN/dobj/3"
WILL = "Ann/Ann/NNP/nsubj/2 will/will/MD/aux/2 sign/sign/VB/ROOT/2 the/the/DT/det/4 law/law/NN/dobj/2"
HAS = "Ann/Ann/NNP/nsubj/2 has/have/VBZ/aux/2 signed/sign/VBN/ROOT/2 the/the/DT/det/4 law/law/NN/dobj/2"
TO_SIGN = "to/to/TO/aux/3 sign/sign/VB/xcomp/1 the/the/DT/det/5 law/law/NN/dobj/3"
REFUSED = f"Ann/Ann/NNP/nsubj/1 refused/refuse/VBD/ROOT/1 {TO_SIGN}"
WANTS = (
    "Ann/Ann/NNP/nsubj/1 wants/want/VBZ/ROOT/1 to/to/TO/aux/3 junk/junk/VB/xcomp/1 the/the/DT/det/5 "
    "law/law/NN/dobj/3"
)
TRIED = (
    "Ann/Ann/NNP/nsubj/1 tried/try/VBD/ROOT/1 to/to/TO/aux/3 begin/begin/VB/xcomp/1 to/to/TO/aux/5 "
    "sign/sign/VB/xcomp/3 the/the/DT/det/7 law/law/NN/dobj/5"
)
NOT_WANT = (
    "Ann/Ann/NNP/nsubj/3 did/do/VBD/aux/3 not/not/RB/neg/3 want/want/VB/ROOT/3 to/to/TO/aux/5 "
    "sign/sign/VB/xcomp/3 the/the/DT/det/7 law/law/NN/dobj/5"
)
OUSTED = (
    "Ann/Ann/NNP/nsubjpass/2 was/be/VBD/auxpass/2 ousted/oust/VBN/ROOT/2 by/by/IN/agent/2 Bob/Bob/NNP/pobj/3"
)
NEVER_OUSTED = (
    "Ann/Ann/NNP/nsubjpass/3 was/be/VBD/auxpass/3 never/never/RB/neg/3 ousted/oust/VBN/ROOT/3 by/by/IN/agent/3 "
    "Bob/Bob/NNP/pobj/4"
)
CUT_OFF = "Ann/Ann/NNP/nsubj/1 cut/cut/VBD/ROOT/1 off/off/RP/prt/1 Bob/Bob/NNP/dobj/1"
CUT_BOB = "Ann/Ann/NNP/nsubj/1 cut/cut/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 off/off/RP/prt/1"
ADVERB = "Ann/Ann/NNP/nsubj/2 {0}/{0}/RB/advmod/2 signed/sign/VBD/ROOT/2 the/the/DT/det/4 law/law/NN/dobj/2"


def words(text: str, verb: int) -> str | None:
    read = read_by_hand(text)
    return read.words(predicate_words(read.at(verb), read.tokens, load_scope_words()))


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        (DID_NOT, 3, "sign"),
        (WILL, 2, "sign"),
        (HAS, 2, "signed"),
        (REFUSED, 3, "sign"),
        (NEVER_OUSTED, 3, "ousted"),
        (NOT_WANT, 5, "want to sign"),
    ],
)
def test_what_denies_weakens_or_dates_is_left_out(text: str, verb: int, expected: str) -> None:
    assert words(text, verb) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"), [(WANTS, 3, "wants to junk"), (TRIED, 5, "tried to begin to sign")]
)
def test_a_governor_that_does_not_deny_is_told_with_its_infinitive(
    text: str, verb: int, expected: str
) -> None:
    assert words(text, verb) == expected


def test_a_passive_keeps_its_helper() -> None:
    assert words(OUSTED, 2) == "was ousted"


def test_a_particle_right_behind_the_verb_belongs_to_it() -> None:
    assert words(CUT_OFF, 1) == "cut off"


def test_words_are_one_run_so_that_a_particle_behind_the_object_is_left_out() -> None:
    assert words(CUT_BOB, 1) == "cut"


@pytest.mark.parametrize(
    ("adverb", "expected"),
    [
        ("quickly", "quickly signed"),
        ("almost", "almost signed"),
        ("only", "only signed"),
        ("often", "signed"),
        ("hardly", "signed"),
    ],
)
def test_of_adverbs_those_stay_that_change_what_is_done(adverb: str, expected: str) -> None:
    assert words(ADVERB.format(adverb), 2) == expected


def test_the_words_end_at_the_verb_whatever_stands_behind() -> None:
    read = read_by_hand(OUSTED)
    first, last = predicate_words(read.at(2), read.tokens, load_scope_words())
    assert (first, last) == (1, 3)


@pytest.mark.parametrize(
    ("text", "range_", "plain"),
    [
        (HAS, (0, 3), True),
        (DID_NOT, (0, 4), False),
        (WILL, (0, 3), False),
        ("Ann/Ann/NNP/nsubj/2 ,/,/,/punct/0 left/leave/VBD/ROOT/2", (0, 3), False),
        ("men/man/NNS/nsubj/3 who/who/WP/nsubj/2 sang/sing/VBD/relcl/0 left/leave/VBD/ROOT/3", (0, 4), False),
    ],
)
def test_words_are_plain_without_denial_modal_or_another_clause(
    text: str, range_: tuple[int, int], plain: bool
) -> None:
    assert is_plain(range_, read_by_hand(text).tokens) is plain


@pytest.mark.parametrize(("adverb", "expected"), [("already", "was already ousted"), ("never", "ousted")])
def test_a_passive_keeps_its_helper_before_an_adverb_that_does_not_deny(adverb: str, expected: str) -> None:
    dep = "neg" if adverb == "never" else "advmod"
    text = NEVER_OUSTED.replace("never/never/RB/neg", f"{adverb}/{adverb}/RB/{dep}")
    assert words(text, 3) == expected
