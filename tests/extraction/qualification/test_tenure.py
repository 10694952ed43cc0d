"""When a post was held, by the tense of its verb or the year of its clause, over parses written by hand."""

from __future__ import annotations

import pytest

from sociogram.extraction.qualification.qualify import qualify
from sociogram.model import Chain, Mention, RelationMention, TimeExpression
from support.parses import parse_by_hand

WAS = (
    "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/2 was/be/VBD/ROOT/2 {}/{}/DT/det/4 senator/senator/NN/attr/2 "
    "from/from/IN/prep/4 Ohio/Ohio/NNP/pobj/5"
)
A = WAS.format("a", "a")
HAD_BEEN = (
    "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/3 {}/have/{}/aux/3 been/be/VBN/ROOT/3 a/a/DT/det/5 "
    "senator/senator/NN/attr/3"
)
USED = (
    "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/2 used/use/VBD/ROOT/2 to/to/TO/aux/4 be/be/VB/xcomp/2 "
    "a/a/DT/det/6 senator/senator/NN/attr/4"
)
SERVED = (
    "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/2 {}/{}/{}/ROOT/2 as/as/IN/prep/2 senator/senator/NN/pobj/3"
)
SAID = (
    "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/4 ,/,/,/punct/4 Roe/Roe/NNP/nsubj/6 was/be/VBD/ccomp/6 "
    "senator/senator/NN/attr/4 {}/say/{}/ROOT/6"
)
AT_THE_TIME = (
    "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/8 ,/,/,/punct/1 at/at/IN/prep/1 {}/{}/DT/det/5 "
    "time/time/NN/pobj/3 ,/,/,/punct/1 senator/senator/NN/appos/1 left/leave/VBD/ROOT/8"
)
SERVING = (
    "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/2 {}/{}/VBG/ROOT/2 as/as/IN/prep/2 senator/senator/NN/pobj/3 "
    "at/at/IN/prep/2 {}/{}/DT/det/7 time/time/NN/pobj/5"
)
MET = (
    "Ann/Ann/NNP/nsubj/1 met/meet/VBD/ROOT/1 Senator/senator/NNP/compound/4 Jane/Jane/NNP/compound/4 "
    "Doe/Doe/NNP/dobj/1 in/in/IN/prep/1 {}/{}/CD/pobj/5"
)
ELECTION = (
    "Ann/Ann/NNP/nsubj/1 met/meet/VBD/ROOT/1 Senator/senator/NNP/compound/4 Jane/Jane/NNP/compound/4 "
    "Doe/Doe/NNP/dobj/1 in/in/IN/prep/1 the/the/DT/det/8 1964/1964/CD/nummod/8 race/race/NN/pobj/5"
)
APPOINTED = (
    "Jurors/juror/NNS/nsubj/6 appointed/appoint/VBN/acl/0 by/by/IN/agent/1 Senator/senator/NNP/compound/5 "
    "Jane/Jane/NNP/compound/5 Doe/Doe/NNP/pobj/2 spoke/speak/VBD/ROOT/6 in/in/IN/prep/6 1964/1964/CD/pobj/7"
)
MARCHED = (
    "Senator/senator/NNP/compound/2 Jane/Jane/NNP/compound/2 Doe/Doe/NNP/nsubj/3 marched/march/VBD/ROOT/3 "
    "in/in/IN/prep/3 1964/1964/CD/pobj/4"
)
CAMPAIGN = (
    "Jane/Jane/NNP/nsubj/2 Doe/Doe/NNP/nsubj/2 lost/lose/VBD/ROOT/2 her/her/PRP$/poss/5 "
    "{}/{}/CD/nummod/5 campaign/campaign/NN/dobj/2 in/in/IN/prep/2 May/May/NNP/pobj/6"
)


def time_of(
    parse: str, trigger: str = "senator", relation: str = "holdsPost", again: str = ""
) -> TimeExpression | None:
    """The time of the relation on the word of the lemma ``trigger``; ``again`` is another parse that names Doe."""
    parsed = parse_by_hand(f"{parse} {again}".strip(), published="2016-06-01")
    mentions = [
        Mention(
            index=index,
            start=doe.idx - 5,
            end=doe.idx + 3,
            text="Jane Doe",
            phrase=(doe.idx - 5, doe.idx + 3),
            tokens=(doe.i - 1, doe.i + 1),
            head=doe.i,
            form="named",
            kind="Person",
            name="Jane Doe",
        )
        for index, doe in enumerate(token for token in parsed.doc if token.text == "Doe")
    ]
    word = next(token for token in parsed.doc if token.lemma_ == trigger)
    made = RelationMention(
        subject=0,
        relation=relation,
        object=None,
        literal=("Text", word.text, (word.idx, word.idx + len(word))),
        lemma=trigger,
        trigger=(word.idx, word.idx + len(word)),
        sentence=(0, len(parsed.document.text)),
        rule="test@1",
    )
    members = tuple(one.index for one in mentions)
    chain = Chain(index=0, mentions=members, kind="Person", name="Jane Doe")
    return qualify(parsed, [made], mentions, (), [chain])[0].time


def past(words: str) -> TimeExpression:
    return TimeExpression(start=None, end="2016-06-01", text=words)


def year(number: int) -> TimeExpression:
    return TimeExpression(start=f"{number}-01-01", end=f"{number}-12-31", text=str(number))


@pytest.mark.parametrize(
    ("parse", "words"),
    [
        pytest.param(A, "was", id="was"),
        pytest.param(HAD_BEEN.format("had", "VBD"), "had been", id="had been"),
        pytest.param(USED, "used to be", id="used to be"),
        pytest.param(SERVED.format("served", "serve", "VBD"), "served", id="served as"),
        pytest.param(AT_THE_TIME.format("the", "the"), "at the time", id="at the time"),
        pytest.param(AT_THE_TIME.format("that", "that"), "at that time", id="at that time"),
    ],
)
def test_a_post_told_in_the_past_tense_was_held_before_the_document(parse: str, words: str) -> None:
    assert time_of(parse) == past(words)


@pytest.mark.parametrize(
    "parse",
    [
        pytest.param(A.replace("was/be/VBD", "is/be/VBZ"), id="is"),
        pytest.param(A.replace("was/be/VBD", "became/become/VBD"), id="became"),
        pytest.param(HAD_BEEN.format("has", "VBZ"), id="has been"),
        pytest.param(SERVED.format("serves", "serve", "VBZ"), id="serves as"),
        pytest.param(SERVED.format("posed", "pose", "VBD"), id="a verb that holds no post"),
        pytest.param(WAS.format("first", "first"), id="the first one may be one still"),
        pytest.param(AT_THE_TIME.format("same", "same"), id="at the same time"),
        pytest.param(SAID.format("said", "VBD"), id="a past that follows the verb of saying"),
    ],
)
def test_any_other_post_may_be_held_today(parse: str) -> None:
    assert time_of(parse) is None


def test_behind_a_verb_of_saying_in_the_present_the_past_is_one() -> None:
    assert time_of(SAID.format("says", "VBZ")) == past("was")


def test_kin_stay_kin_in_the_past_tense() -> None:
    assert time_of(A, relation="relativeOf") is None


@pytest.mark.parametrize("parse", [MET.format("1964", "1964"), ELECTION])
def test_a_title_in_a_year_long_past_is_of_that_year(parse: str) -> None:
    assert time_of(parse) == year(1964)


def test_a_title_beside_another_verb_keeps_the_year_in_words_alone() -> None:
    assert time_of(APPOINTED) == TimeExpression(start=None, end=None, text="1964")


def test_a_title_in_last_years_clause_may_be_that_of_today() -> None:
    assert time_of(MET.format("2015", "2015")) is None


def test_what_somebody_did_may_be_told_with_the_title_of_today() -> None:
    assert time_of(MARCHED) is None


def test_whom_the_document_names_at_other_times_may_bear_the_title_today() -> None:
    again = "Jane/Jane/NNP/compound/{0} Doe/Doe/NNP/nsubj/{1} left/leave/VBD/ROOT/{1}"
    assert time_of(MET.format("1964", "1964"), again=again.format(8, 9)) is None


def test_the_year_before_a_noun_is_the_time_of_what_the_noun_tells() -> None:
    assert time_of(CAMPAIGN.format("2008", "2008"), trigger="campaign", relation="opposes") == year(2008)


def test_another_number_is_none() -> None:
    found = time_of(CAMPAIGN.format("3", "3"), trigger="campaign", relation="opposes")
    assert found is not None
    assert found.text == "May"


def test_who_serves_at_the_time_served_then() -> None:
    time = time_of(SERVING.format("serving", "serve", "the", "the"))
    assert time is not None
    assert (time.text, time.end) == ("at the time", "2016-06-01")
    assert time_of(SERVING.format("serving", "serve", "this", "this")) is None
    assert time_of(SERVING.format("singing", "sing", "the", "the")) is None


def test_a_contest_is_over_with_it() -> None:
    ran = "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/2 {}/run/{}/ROOT/2 against/against/IN/prep/2 Roe/Roe/NNP/pobj/3"
    assert time_of(ran.format("ran", "VBD"), "run", "competesWith") == past("ran")
    assert time_of(ran.format("runs", "VBZ"), "run", "competesWith") is None
    assert time_of(ran.format("ran", "VBD"), "run", "supports") is None
