"""Which clauses are not told, and of whom a clause is not surely said."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sociogram.extraction.statements.clauses import why_unsure, why_untold
from support.hand_statements import Place, read_by_hand

GUESS = "who does it is a guess"
OTHER_NOUN = "it may be said of another noun before it"
SOME = "it is said of some of those whom it names"
WHICH = "it tells only which one is meant"
NOBODY = "it is said of somebody whom no name tells apart"
NAMELESS = "it is said of somebody without a name, by a clause that is not surely about him"

REST = "laws/law/NNS/dobj/{}"
SIGNED = "Ann/Ann/NNP/nsubj/1 signed/sign/VBD/ROOT/1 the/the/DT/det/3 law/law/NN/dobj/1"
ASKED = "Did/do/VBD/aux/2 Ann/Ann/NNP/nsubj/2 sign/sign/VB/ROOT/2 the/the/DT/det/4 law/law/NN/dobj/2 {}/{}/./punct/2"
KNOWS_WHAT = "Ann/Ann/NNP/nsubj/1 knows/know/VBZ/ROOT/1 what/what/WP/dobj/4 Bob/Bob/NNP/nsubj/4 signed/sign/VBD/ccomp/1"
KNOWS_HOW = (
    "Ann/Ann/NNP/nsubj/1 knows/know/VBZ/ROOT/1 how/how/WRB/advmod/4 to/to/TO/aux/4 sign/sign/VB/xcomp/1 "
    "laws/law/NNS/dobj/4"
)
WHY = (
    "Ann/Ann/NNP/nsubj/1 asked/ask/VBD/ROOT/1 why/why/WRB/advmod/4 Bob/Bob/NNP/nsubj/4 left/leave/VBD/ccomp/1"
)
SAID = "Ann/Ann/NNP/nsubj/1 said/say/VBD/ROOT/1 Bob/Bob/NNP/nsubj/3 left/leave/VBD/ccomp/1"
LET = "Ann/Ann/NNP/nsubj/1 {}/{}/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 sign/sign/VB/ccomp/1 the/the/DT/det/5 law/law/NN/dobj/3"
IS_TO = "Ann/Ann/NNP/nsubj/1 is/be/VBZ/ROOT/1 to/to/TO/aux/3 sign/sign/VB/xcomp/1 the/the/DT/det/5 law/law/NN/dobj/3"
IS = "Ann/Ann/NNP/nsubj/1 is/be/VBZ/ROOT/1 a/a/DT/det/3 chemist/chemist/NN/attr/1"
LEFT = "Ann/Ann/NNP/nsubj/1 left/leave/VBD/ROOT/1 the/the/DT/det/3 town/town/NN/dobj/1"
TAKING = f"{LEFT} ,/,/,/punct/1 taking/take/VBG/advcl/1 Bob/Bob/NNP/dobj/5"
WHEN_TAKING = f"{LEFT} when/when/WRB/advmod/5 taking/take/VBG/advcl/1 Bob/Bob/NNP/dobj/5"
BY_TAKING = f"{LEFT} by/by/IN/prep/1 taking/take/VBG/pcomp/4 Bob/Bob/NNP/dobj/5"
WHILE_TAKING = f"{LEFT} while/while/IN/mark/5 taking/take/VBG/advcl/1 Bob/Bob/NNP/dobj/5"
FOR_TAKING = BY_TAKING.replace("by/by", "for/for")
TO_PRAISE = (
    "To/to/TO/aux/1 praise/praise/VB/advcl/5 Bob/Bob/NNP/dobj/1 ,/,/,/punct/5 Ann/Ann/NNP/nsubj/5 "
    "left/leave/VBD/ROOT/5 the/the/DT/det/7 town/town/NN/dobj/5"
)
PASSIVE = (
    "Ann/Ann/NNP/nsubjpass/2 was/be/VBD/auxpass/2 seen/see/VBN/ROOT/2 twice/twice/RB/advmod/2 by/by/IN/prep/2 "
    "taking/take/VBG/pcomp/4 Bob/Bob/NNP/dobj/5"
)
TO_TAKE = f"{LEFT} to/to/TO/aux/5 take/take/VB/advcl/1 Bob/Bob/NNP/dobj/5"
WORKERS = (
    "Bonn/Bonn/NNP/compound/1 workers/worker/NNS/nsubj/6 who/who/WP/nsubj/3 signed/sign/VBD/relcl/1 "
    "the/the/DT/det/5 law/law/NN/dobj/3 left/leave/VBD/ROOT/6 Mainz/Mainz/NNP/dobj/6"
)
COMMA_WORKERS = (
    "Bonn/Bonn/NNP/compound/1 workers/worker/NNS/nsubj/8 ,/,/,/punct/1 who/who/WP/nsubj/4 "
    "signed/sign/VBD/relcl/1 the/the/DT/det/6 law/law/NN/dobj/4 ,/,/,/punct/1 left/leave/VBD/ROOT/8 "
    "Mainz/Mainz/NNP/dobj/8"
)
ELECTED = (
    "Her/her/PRP$/poss/1 friends/friend/NNS/nsubj/4 elected/elect/VBN/acl/1 there/there/RB/advmod/2 "
    "were/be/VBD/ROOT/4 nurses/nurse/NNS/attr/4"
)
FAR = (
    "Acme/Acme/NNP/nsubj/9 ,/,/,/punct/0 maker/maker/NN/appos/0 of/of/IN/prep/2 lamps/lamp/NNS/pobj/3 ,/,/,/punct/0 "
    "{}/{}/WDT/nsubj/7 sued/sue/VBD/relcl/0 Bob/Bob/NNP/dobj/7 fell/fall/VBD/ROOT/9"
)
NEAR = (
    "Acme/Acme/NNP/nsubj/5 ,/,/,/punct/0 which/which/WDT/nsubj/3 sued/sue/VBD/relcl/0 Bob/Bob/NNP/dobj/3 "
    "fell/fall/VBD/ROOT/5"
)
ARE = "Ann/Ann/NNP/nsubj/4 which/which/WDT/nsubj/2 are/be/VBP/relcl/0 green/green/JJ/acomp/2 left/leave/VBD/ROOT/4"
GREEN = "Ann/Ann/NNP/nsubj/1 {}/be/{}/ROOT/1 green/green/JJ/acomp/1"
PAIR = "Ann/Ann/NNP/nsubj/3 and/and/CC/cc/0 Bob/Bob/NNP/conj/0 are/be/VBP/ROOT/3 nurses/nurse/NNS/attr/3"


def untold(text: str, verb: int) -> str | None:
    read = read_by_hand(text)
    return why_untold(read.at(verb), read.tokens)


def unsure(text: str, verb: int, who: dict[Place, str], noun: int) -> str | None:
    read = read_by_hand(text, who)
    return why_unsure(read.who(noun), read.at(verb), read.tokens)


@pytest.mark.parametrize(("text", "verb"), [(SIGNED, 1), (IS, 1), (SAID, 3), (WORKERS, 3), (TAKING, 5)])
def test_a_plain_clause_is_told(text: str, verb: int) -> None:
    assert untold(text, verb) is None


@pytest.mark.parametrize("lemma", ["-", "42", "été"])
def test_what_is_no_word_of_english_is_no_predicate(lemma: str) -> None:
    text = f"Ann/Ann/NNP/nsubj/1 signed/{lemma}/VBD/ROOT/1 the/the/DT/det/3 law/law/NN/dobj/1"
    assert untold(text, 1) == "its predicate is no verb"


def test_a_question_tells_nothing() -> None:
    assert untold(ASKED.format("?", "?"), 2) == "a question"
    assert untold(ASKED.format(".", "."), 2) is None


def test_only_the_question_before_the_next_stop_is_one() -> None:
    text = f"{SIGNED} ././,/punct/1 Why/why/WRB/advmod/1 ?/?/,/punct/1"
    assert untold(text, 1) is None


@pytest.mark.parametrize(("text", "verb"), [(WHY, 4), (KNOWS_WHAT, 4)])
def test_what_is_asked_or_known_is_not_told(text: str, verb: int) -> None:
    assert untold(text, verb) == "a question"


def test_how_to_do_something_is_told_with_its_governor() -> None:
    assert untold(KNOWS_HOW, 4) == "what governs it says more"


def test_an_order_in_a_speech_is_told_of_nobody() -> None:
    assert untold(LET.format("added", "add"), 3) == "an order to nobody who is named"


def test_an_infinitive_without_to_is_no_order_behind_let() -> None:
    assert untold(LET.format("let", "let"), 3) is None


def test_what_is_to_be_is_not_told_of_the_copula() -> None:
    read = read_by_hand(IS_TO)
    assert untold(IS_TO, 1) == GUESS
    assert why_untold(replace(read.at(1), confidence=0.9), read.tokens) == "what is to be"


@pytest.mark.parametrize(("text", "verb"), [(WHEN_TAKING, 5), (FOR_TAKING, 5), (TO_PRAISE, 1), (PASSIVE, 5)])
def test_a_guessed_subject_is_told_of_nothing(text: str, verb: int) -> None:
    assert untold(text, verb) == GUESS


@pytest.mark.parametrize("text", [BY_TAKING, WHILE_TAKING, TO_TAKE])
def test_a_clause_of_means_time_or_aim_shares_the_subject_of_an_active_verb(text: str) -> None:
    assert untold(text, 5) is None
    assert unsure(text, 5, {0: "Person"}, 0) is None


def test_a_clause_is_sure_of_a_subject_with_a_name() -> None:
    assert unsure(SIGNED, 1, {0: "Person"}, 0) is None


def test_a_participle_behind_a_comma_shares_a_subject_with_a_name_alone() -> None:
    assert unsure(TAKING, 5, {0: "Person"}, 0) is None
    speaker = TAKING.replace("Ann/Ann/NNP", "I/I/PRP")
    assert unsure(speaker, 5, {0: "Person pronoun first"}, 0) == NAMELESS
    senators = TAKING.replace("Ann/Ann/NNP", "Senators/senator/NNS")
    assert unsure(senators, 5, {0: "Person nominal plural"}, 0) == NAMELESS


@pytest.mark.parametrize(
    ("before", "reason"),
    [
        ("The/the/DT/det/1", None),
        ("Some/some/DT/det/1", SOME),
        ("Every/every/DT/det/1", SOME),
        ("Her/her/PRP$/poss/1", None),
        ("Bonn/Bonn/NNP/compound/1", None),
    ],
)
def test_a_subject_without_a_name_is_told_of_unless_its_name_leaves_out_how_many(
    before: str, reason: str | None
) -> None:
    text = f"{before} senator/senator/NN/nsubj/2 praised/praise/VBD/ROOT/2 Bob/Bob/NNP/dobj/2"
    assert unsure(text, 2, {1: "Person nominal"}, 1) == reason
    read = read_by_hand(text, {1: "Person nominal", 3: "Person"}, same=[(1, 3)])
    assert why_unsure(read.who(1), read.at(2), read.tokens) is None


@pytest.mark.parametrize(("before", "reason"), [("The/the/DT/det/3", NOBODY), ("Her/her/PRP$/poss/3", None)])
def test_what_a_nameless_subject_is_to_do_is_not_told_of_it(before: str, reason: str | None) -> None:
    text = (
        "Ann/Ann/NNP/nsubj/1 waited/wait/VBD/ROOT/1 {} voters/voter/NNS/nsubj/5 to/to/TO/aux/5 "
        "leave/leave/VB/ccomp/1 the/the/DT/det/7 town/town/NN/dobj/5"
    )
    assert unsure(text.format(before), 5, {3: "Person nominal plural"}, 3) == reason


@pytest.mark.parametrize(
    ("text", "verb", "reason"),
    [
        (f"Let/let/VB/ROOT/0 us/we/PRP/nsubj/2 sign/sign/VB/ccomp/0 {REST.format(2)}", 2, "a call to do it"),
        (
            f"Ann/Ann/NNP/nsubj/1 let/let/VBD/ROOT/1 Bob/Bob/NNP/nsubj/3 sign/sign/VB/ccomp/1 {REST.format(3)}",
            3,
            None,
        ),
        (
            "Ann/Ann/NNP/nsubj/1 sang/sing/VBD/ROOT/1 rather/rather/RB/advmod/3 than/than/IN/cc/1 "
            f"sign/sign/VB/conj/1 {REST.format(4)}",
            4,
            "what is done instead is told",
        ),
        (
            f"Ann/Ann/NNP/nsubj/1 sang/sing/VBD/ROOT/1 and/and/CC/cc/1 signed/sign/VBD/conj/1 {REST.format(3)}",
            3,
            None,
        ),
        (
            "When/when/WRB/advmod/2 we/we/PRP/nsubj/2 sign/sign/VBP/advcl/5 laws/law/NNS/dobj/2 "
            "we/we/PRP/nsubj/5 win/win/VBP/ROOT/5",
            2,
            "it tells only when another thing is so",
        ),
        (
            "When/when/WRB/advmod/2 we/we/PRP/nsubj/2 signed/sign/VBD/advcl/5 laws/law/NNS/dobj/2 "
            "we/we/PRP/nsubj/5 won/win/VBD/ROOT/5",
            2,
            None,
        ),
        (
            "Ann/Ann/NNP/nsubj/1 asked/ask/VBD/ROOT/1 if/if/IN/mark/4 Bob/Bob/NNP/nsubj/4 signed/sign/VBD/ccomp/1",
            4,
            "a question",
        ),
    ],
)
def test_what_is_called_for_left_undone_asked_or_an_occasion_is_not_told(
    text: str, verb: int, reason: str | None
) -> None:
    assert untold(text, verb) == reason


WANT = (
    "Voters/voter/NNS/nsubj/1 {} to/to/TO/aux/3 leave/leave/VB/xcomp/1 the/the/DT/det/5 town/town/NN/dobj/3"
)


@pytest.mark.parametrize(
    ("governor", "reason"),
    [("wanted/want/VBD/ROOT/1", None), ("wanting/want/VBG/ROOT/1", NAMELESS)],
)
def test_what_a_nameless_subject_wants_to_do_is_told_of_it(governor: str, reason: str | None) -> None:
    assert unsure(WANT.format(governor), 3, {0: "Person nominal plural"}, 0) == reason


def test_a_name_before_the_subject_and_its_comma_is_not_who_does_it() -> None:
    text = (
        "East/East/NNP/compound/1 Bonn/Bonn/NNP/nsubj/5 ,/,/,/punct/1 one/one/CD/nummod/4 strike/strike/NN/nsubj/5 "
        "hit/hit/VBD/ROOT/5 a/a/DT/det/7 tank/tank/NN/dobj/5"
    )
    assert unsure(text, 5, {1: "Place"}, 1) == OTHER_NOUN


def test_a_pronoun_shares_its_clause_and_a_noun_does_not() -> None:
    read = read_by_hand(
        TAKING.replace("Ann/Ann/NNP", "He/he/PRP"), {0: "Person pronoun male", 6: "Person"}, same=((0, 6),)
    )
    assert why_unsure(read.who(0), read.at(5), read.tokens) is None
    noun = read_by_hand(
        TAKING.replace("Ann/Ann/NNP", "mayor/mayor/NN"), {0: "Person nominal", 6: "Person"}, same=((0, 6),)
    )
    assert why_unsure(noun.who(0), noun.at(5), noun.tokens) == GUESS


def test_a_restrictive_clause_tells_which_of_several_are_meant() -> None:
    who: dict[Place, str] = {1: "Collective nominal plural"}
    assert unsure(WORKERS, 3, who, 1) == WHICH
    assert unsure(COMMA_WORKERS, 4, who, 1) is None
    assert (
        unsure(WORKERS.replace("workers/worker/NNS", "worker/worker/NN"), 3, {1: "Person nominal"}, 1) is None
    )


def test_what_is_said_of_narrowed_several_is_said_of_some() -> None:
    assert unsure(WORKERS, 6, {1: "Collective nominal plural"}, 1) == SOME
    assert unsure(ELECTED, 4, {1: "Collective nominal plural"}, 1) == SOME
    assert unsure(COMMA_WORKERS, 8, {1: "Collective nominal plural"}, 1) is None
    assert unsure(WORKERS, 6, {1: "Collective plural"}, 1) is None


def test_a_relative_clause_behind_another_noun_may_be_of_that() -> None:
    assert unsure(FAR.format("which", "which"), 7, {0: "Company"}, 0) == OTHER_NOUN
    assert unsure(NEAR, 3, {0: "Company"}, 0) is None


def test_a_participle_behind_a_comma_may_be_of_a_noun_before_a_subject_without_a_name() -> None:
    text = (
        "Her/her/PRP$/poss/1 friend/friend/NN/nsubj/6 ,/,/,/punct/1 elected/elect/VBN/acl/1 there/there/RB/advmod/3 "
        ",/,/,/punct/1 left/leave/VBD/ROOT/6 Bonn/Bonn/NNP/dobj/6"
    )
    read = read_by_hand(text, {1: "Person nominal"})
    sure = replace(read.at(3), confidence=0.8)
    assert why_unsure(read.who(1), sure, read.tokens) == OTHER_NOUN
    named = read_by_hand(text, {1: "Person"})
    assert why_unsure(named.who(1), sure, named.tokens) is None


def test_who_stands_for_people_however_far() -> None:
    who = FAR.replace("WDT", "WP").format("who", "who")
    assert unsure(who, 7, {0: "Person"}, 0) is None


@pytest.mark.parametrize(("word", "tag"), [("are", "VBP"), ("were", "VBD")])
def test_a_verb_in_the_plural_is_of_no_one_person(word: str, tag: str) -> None:
    assert unsure(GREEN.format(word, tag), 1, {0: "Person"}, 0) == OTHER_NOUN


def test_verb_and_subject_may_agree() -> None:
    assert unsure(GREEN.format("was", "VBD"), 1, {0: "Person"}, 0) is None
    assert unsure(GREEN.format("are", "VBP"), 1, {0: "Person plural"}, 0) is None
    assert unsure(GREEN.format("are", "VBP"), 1, {0: "Company"}, 0) is None
    assert unsure(ARE, 2, {0: "Person"}, 0) == OTHER_NOUN


def test_two_together_take_the_plural() -> None:
    read = read_by_hand(PAIR, {0: "Person", 2: "Person"})
    for one in read.roles.participants(0):
        assert why_unsure(one, read.at(3), read.tokens) is None


CLEAR = (
    "{0} is/be/VBZ/ROOT/1 clear/clear/JJ/acomp/1 to/to/IN/prep/2 Bob/Bob/NNP/pobj/3 that/that/IN/mark/7 "
    "Bonn/Bonn/NNP/nsubj/7 won/win/VBD/ccomp/1"
)


def test_an_it_that_stands_for_the_clause_behind_it_is_nobody() -> None:
    assert untold(CLEAR.format("It/it/PRP/nsubj/1"), 1) == "its subject stands for a clause behind it"
    assert untold(CLEAR.format("Ann/Ann/NNP/nsubj/1"), 1) is None


@pytest.mark.parametrize(("word", "reason"), [("than", "it is told only to compare"), ("after", None)])
def test_what_something_is_compared_with_is_not_told(word: str, reason: str | None) -> None:
    text = (
        f"{LEFT} earlier/early/RB/advmod/1 {word}/{word}/IN/mark/7 Bob/Bob/NNP/nsubj/7 left/leave/VBD/advcl/1"
    )
    assert untold(text, 7) == reason


AS_HE_WAS = (
    "Ann/Ann/NNP/nsubj/1 was/be/VBD/ROOT/1 {}/as/RB/advmod/3 rich/rich/JJ/acomp/1 as/as/IN/mark/6 Bob/Bob/NNP/nsubj/6 "
    "was/be/VBD/advcl/{} in/in/IN/prep/6 Bonn/Bonn/NNP/pobj/7"
)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        (AS_HE_WAS.format("as", 3), 6, "it is told only to compare"),
        (AS_HE_WAS.format("as", 1), 6, "it is told only to compare"),
        (AS_HE_WAS.format("very", 1), 6, None),
        (AS_HE_WAS.format("as", 3), 1, None),
    ],
)
def test_what_another_is_measured_by_is_not_told(text: str, verb: int, expected: str | None) -> None:
    read = read_by_hand(text, {0: "Person", 5: "Person"})
    assert why_untold(read.at(verb), read.tokens) == expected
