"""What a clause says behind its predicate: where the stretch begins and ends, and when it says nothing."""

from __future__ import annotations

import pytest

from sociogram.extraction.statements.remainder import (
    LONGEST,
    is_duration,
    remainder,
    span_of,
    trimmed,
    why_unfit,
)
from sociogram.knowledge.cues import load_cues
from support.hand_statements import read_by_hand

SIGNED = "Ann/Ann/NNP/nsubj/1 signed/sign/VBD/ROOT/1 the/the/DT/det/3 law/law/NN/dobj/1"
CALLED = (
    "Ann/Ann/NNP/nsubj/1 called/call/VBD/ROOT/1 it/it/PRP/dobj/1 “/“/``/punct/6 a/a/DT/det/6 bad/bad/JJ/amod/6 "
    "law/law/NN/oprd/1 ”/”/''/punct/1"
)
THINKS = (
    "Ann/Ann/NNP/nsubj/1 thinks/think/VBZ/ROOT/1 that/that/IN/nsubj/3 is/be/VBZ/ccomp/1 the/the/DT/attr/3"
)
STARTED = (
    "When/when/WRB/advmod/2 Ann/Ann/NNP/nsubj/2 started/start/VBD/ROOT/2 to/to/TO/aux/4 dance/dance/VB/xcomp/2 "
    "{}she/she/PRP/nsubj/{} was/be/VBD/ccomp/4 young/young/JJ/acomp/{}"
)
SPOKE = (
    "Ann/Ann/NNP/nsubj/1 {0}/{1}/VBD/ROOT/1 about/about/IN/prep/1 the/the/DT/det/4 law/law/NN/pobj/2 "
    "in/in/IN/prep/1 Bonn/Bonn/NNP/pobj/5"
)


def rest(text: str, verb: int, behind: int) -> str | None:
    read = read_by_hand(text)
    return read.words(remainder(verb, behind, read.tokens))


def unfit(text: str, words: tuple[int, int], verb: int, lemma: str, *, spoken: bool = False) -> str | None:
    return why_unfit(words, verb, lemma, load_cues(), read_by_hand(text).tokens, spoken=spoken)


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("and/and/CC/cc/1 left/leave/VBD/conj/1 the/the/DT/det/7 town/town/NN/dobj/5", "the law"),
        (",/,/,/punct/1 angering/anger/VBG/advcl/1 Bob/Bob/NNP/dobj/5", "the law"),
        ("when/when/WRB/advmod/6 Bob/Bob/NNP/nsubj/6 left/leave/VBD/advcl/1", "the law"),
        ("because/because/IN/mark/6 Bob/Bob/NNP/nsubj/6 left/leave/VBD/advcl/1", "the law"),
        (";/;/,/punct/1 Bob/Bob/NNP/nsubj/6 left/leave/VBD/ccomp/1", "the law"),
        (",/,/,/punct/1 in/in/IN/prep/1 Bonn/Bonn/NNP/pobj/5", "the law"),
        ("to/to/TO/aux/5 please/please/VB/advcl/1 Bob/Bob/NNP/dobj/5", "the law to please Bob"),
        ("in/in/IN/prep/1 Bonn/Bonn/NNP/pobj/4", "the law in Bonn"),
        ("and/and/CC/cc/3 the/the/DT/det/6 bill/bill/NN/conj/3", "the law and the bill"),
    ],
)
def test_the_stretch_ends_where_the_sentence_goes_on_to_something_else(behind: str, expected: str) -> None:
    assert rest(f"{SIGNED} {behind}", 1, 2) == expected


WORKED = (
    "Ann/Ann/NNP/nsubj/1 worked/work/VBD/ROOT/1 for/for/IN/prep/1 {} to/to/TO/aux/5 please/please/VB/advcl/1 "
    "Bob/Bob/NNP/dobj/5"
)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("years/year/NNS/pobj/2", "to please Bob"),
        ("mayors/mayor/NNS/pobj/2", "for mayors to please Bob"),
    ],
)
def test_how_long_it_is_done_is_not_what_is_done(noun: str, expected: str) -> None:
    assert rest(WORKED.format(noun), 1, 2) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("a/a/DT/det/4 year/year/NN/pobj/2", True),
        ("two/two/CD/nummod/4 years/year/NNS/pobj/2", True),
        ("the/the/DT/det/4 day/day/NN/pobj/2", False),
        ("the/the/DT/det/5 past/past/JJ/amod/5 year/year/NN/pobj/2", True),
        ("his/his/PRP$/poss/4 time/time/NN/pobj/2", False),
    ],
)
def test_a_duration_is_no_day_that_is_meant(words: str, expected: bool) -> None:
    text = f"Ann/Ann/NNP/nsubj/1 waited/wait/VBD/ROOT/1 for/for/IN/prep/1 {words}"
    assert is_duration(2, read_by_hand(text).tokens) is expected


@pytest.mark.parametrize(
    ("verb", "expected"), [("spent/spend", "the year singing songs"), ("left/leave", "the year")]
)
def test_what_a_time_is_spent_on_belongs_to_it(verb: str, expected: str) -> None:
    text = (
        f"Ann/Ann/NNP/nsubj/1 {verb}/VBD/ROOT/1 the/the/DT/det/3 year/year/NN/dobj/1 singing/sing/VBG/advcl/1 "
        "songs/song/NNS/dobj/4"
    )
    assert rest(text, 1, 2) == expected


def test_what_a_comma_sets_off_at_the_end_is_cut() -> None:
    apposed = (
        "Ann/Ann/NNP/nsubj/1 met/meet/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 ,/,/,/punct/2 the/the/DT/det/5 "
        "mayor/mayor/NN/appos/2 ,/,/,/punct/2"
    )
    assert rest(apposed, 1, 2) == "Bob"


def test_an_adverb_does_not_open_the_stretch() -> None:
    said = (
        "Ann/Ann/NNP/nsubj/1 said/say/VBD/ROOT/1 yesterday/yesterday/NN/npadvmod/1 that/that/IN/mark/5 "
        "Bob/Bob/NNP/nsubj/5 left/leave/VBD/ccomp/1"
    )
    assert rest(said, 1, 2) == "that Bob left"


def test_where_nothing_else_is_said_the_time_is_all_that_is_told() -> None:
    deported = (
        "Ann/Ann/NNP/nsubjpass/2 was/be/VBD/auxpass/2 deported/deport/VBN/ROOT/2 {}after/after/IN/mark/{} "
        "Bob/Bob/NNP/nsubj/{} left/leave/VBD/advcl/2"
    )
    assert rest(deported.format("", 5, 5), 2, 3) == "after Bob left"
    assert rest(deported.format(",/,/,/punct/2 ", 6, 6), 2, 3) is None
    assert rest(deported.format("", 5, 5).replace("after/after", "because/because"), 2, 3) is None


def test_a_verb_alone_says_nothing_behind_it() -> None:
    assert rest("Ann/Ann/NNP/nsubj/1 resigned/resign/VBD/ROOT/1 ././,/punct/1", 1, 2) is None


@pytest.mark.parametrize(("noun", "expected"), [("plan", "plan for Bonn"), ("doubt", "no doubt for Bonn")])
def test_a_no_that_denies_is_left_to_the_predicate(noun: str, expected: str) -> None:
    text = (
        f"Ann/Ann/NNP/nsubj/1 has/have/VBZ/ROOT/1 no/no/DT/det/3 {noun}/{noun}/NN/dobj/1 for/for/IN/prep/3 "
        "Bonn/Bonn/NNP/pobj/4"
    )
    assert rest(text, 1, 2) == expected


def test_loose_marks_are_trimmed_and_nothing_may_be_left() -> None:
    read = read_by_hand("Ann/Ann/NNP/ROOT/0 ,/,/,/punct/0 and/and/CC/cc/0")
    assert trimmed(0, 3, read.tokens) == (0, 1)
    assert trimmed(1, 3, read.tokens) is None


SEES = (
    "the/the/DT/det/1 plan/plan/NN/ROOT/1 Ann/Ann/NNP/nsubj/3 hopes/hope/VBZ/relcl/1 to/to/TO/aux/5 "
    "see/see/VB/xcomp/3 {}work/work/NN/dobj/{}"
)


def test_a_bare_verb_behind_a_gap_is_no_object() -> None:
    assert unfit(SEES.format("", 5), (6, 7), 5, "see") == "its words break off"
    assert unfit(SEES.format("the/the/DT/det/7 ", 5), (6, 8), 5, "see") is None
    where = SEES.replace("Ann/Ann", "where/where/WRB/advmod/4 Ann/Ann").replace("NNP/nsubj/3", "NNP/nsubj/4")
    where = where.replace("aux/5", "aux/6").replace("xcomp/3", "xcomp/4")
    assert unfit(where.format("", 6), (7, 8), 6, "see") is None
    alone = SEES.replace("relcl/1", "ROOT/3").format("", 5)
    assert unfit(alone, (6, 7), 5, "see") is None


def test_speech_that_breaks_off_is_unfit() -> None:
    assert unfit(THINKS, (2, 5), 1, "think") == "its words break off"


def test_a_clause_that_ends_in_a_noun_is_fit() -> None:
    whole = THINKS.replace("the/the/DT/attr/3", "law/law/NN/attr/3")
    assert unfit(whole, (2, 5), 1, "think") is None


def test_words_that_begin_with_a_finite_verb_break_off() -> None:
    text = "Ann/Ann/NNP/nsubj/1 thinks/think/VBZ/ROOT/1 is/be/VBZ/ccomp/1 law/law/NN/attr/2"
    assert unfit(text, (2, 4), 1, "think") == "its words break off"


def test_what_a_colon_lists_is_broken_off_before_it() -> None:
    listed = (
        "Ann/Ann/NNP/nsubj/1 listed/list/VBD/ROOT/1 the/the/DT/det/3 towns/town/NNS/dobj/1 :/:/,/punct/3 "
        "Bonn/Bonn/NNP/appos/3"
    )
    assert unfit(listed, (2, 4), 1, "list") == "its words break off"


@pytest.mark.parametrize(("tag", "reason"), [("VB", "its words break off"), ("NN", None)])
def test_a_coordination_that_goes_on_with_a_verb_leaves_half_a_phrase(tag: str, reason: str | None) -> None:
    text = (
        "Ann/Ann/NNP/nsubj/1 gave/give/VBD/ROOT/1 air/air/NN/dobj/1 and/and/CC/cc/2 "
        f"advise/advise/{tag}/conj/2 support/support/NN/dobj/4"
    )
    assert unfit(text, (2, 3), 1, "give") == reason


def test_who_does_by_something_does_no_more_than_that() -> None:
    text = (
        "Ann/Ann/NNP/nsubj/1 did/do/VBD/ROOT/1 by/by/IN/prep/1 signing/sign/VBG/pcomp/2 laws/law/NNS/dobj/3"
    )
    assert unfit(text, (3, 5), 1, "do") == "its words break off"
    assert unfit(text, (3, 5), 1, "win") is None


def test_a_sentence_that_hangs_on_a_verb_of_no_saying_is_astray() -> None:
    assert unfit(STARTED.format("", 6, 6), (5, 8), 4, "dance") == "its clause may be another's"


def test_a_clause_with_that_or_of_a_verb_of_saying_is_not_astray() -> None:
    assert unfit(STARTED.format("that/that/IN/mark/7 ", 7, 7), (5, 9), 4, "dance") is None
    assert unfit(STARTED.format("", 6, 6), (5, 8), 4, "say") is None


def test_what_is_spoken_about_is_told_elsewhere() -> None:
    spoke = SPOKE.format("spoke", "say")
    assert unfit(spoke, (3, 5), 1, "say", spoken=True) == "what is said is told elsewhere"
    assert unfit(spoke, (3, 5), 1, "say") is None


def test_too_many_words_are_no_phrase() -> None:
    def many(count: int) -> str | None:
        last = count + 1
        words = " ".join(f"far/far/JJ/amod/{last}" for _ in range(count - 1))
        text = f"Ann/Ann/NNP/nsubj/1 saw/see/VBD/ROOT/1 {words} law/law/NN/dobj/1"
        return unfit(text, (2, last + 1), 1, "paint")

    assert many(LONGEST) is None
    assert many(LONGEST + 1) == "its words are too many to be one phrase"


@pytest.mark.parametrize(
    ("words", "expected"),
    [((3, 8), "“ a bad law ”"), ((3, 7), "a bad law"), ((4, 8), "a bad law"), ((4, 7), "a bad law")],
)
def test_a_quotation_mark_without_a_partner_is_left_out(words: tuple[int, int], expected: str) -> None:
    read = read_by_hand(CALLED)
    assert read.parsed.text(span_of(words, read.tokens)) == expected


IS_NOT_JUST = (
    "Ann/Ann/NNP/nsubj/1 is/be/VBZ/ROOT/1 {}/{}/RB/neg/1 just/just/RB/advmod/5 a/a/DT/det/5 "
    "lawyer/lawyer/NN/attr/1"
)


@pytest.mark.parametrize(("word", "expected"), [("not", "a lawyer"), ("now", "just a lawyer")])
def test_what_somebody_is_not_merely_he_is(word: str, expected: str) -> None:
    assert rest(IS_NOT_JUST.format(word, word), 1, 2) == expected


def test_a_bracket_opened_before_is_not_closed_in_the_words() -> None:
    text = SIGNED + " )/)/,/punct/3"
    assert rest(text, 1, 2) == "the law"
    assert rest(SIGNED + " (/(/,/punct/3 9/9/CD/nummod/3 )/)/,/punct/3", 1, 2) == "the law ( 9 )"


@pytest.mark.parametrize(
    ("behind", "reason"), [("voters/voter/NNS/nsubj/1", "its words break off"), ("!/!/./punct/1", None)]
)
def test_words_that_end_with_a_verb_whose_object_was_hung_elsewhere_break_off(
    behind: str, reason: str | None
) -> None:
    text = (
        "Ann/Ann/NNP/nsubj/1 wants/want/VBZ/ROOT/1 to/to/TO/aux/3 stop/stop/VB/xcomp/1 it/it/PRP/dobj/3 "
        "and/and/CC/cc/3 help/help/VB/conj/3 "
    )
    assert unfit(text + behind, (2, 7), 1, "want") == reason


def test_a_quotation_that_began_before_the_words_ends_them() -> None:
    text = (
        "Ann/Ann/NNP/nsubj/1 made/make/VBD/ROOT/1 deals/deal/NNS/dobj/1 ”/”/XX/punct/1 as/as/IN/prep/1 "
        "mayor/mayor/NN/pobj/4"
    )
    read = read_by_hand(text)
    start, end = span_of((2, 6), read.tokens)
    assert read.parsed.document.text[start:end] == "deals"
