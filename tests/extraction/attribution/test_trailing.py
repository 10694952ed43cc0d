"""Who goes on speaking, over parses written by hand: participles, conjuncts and attributions within each other."""

from __future__ import annotations

import pytest

from sociogram.extraction.attribution.find import find_attributions
from sociogram.model import Span
from support.parses import parse_by_hand

ADDING = (
    "Ames/Ames/NNP/nsubj/1 said/say/VBD/ROOT/1 Acme/Acme/NNP/nsubj/3 failed/fail/VBD/ccomp/1 ,/,/,/punct/3 "
    "adding/add/VBG/advcl/3 that/that/IN/mark/8 Boyd/Boyd/NNP/nsubj/8 lied/lie/VBD/ccomp/5"
)
ARGUING_DEED = (
    "Ames/Ames/NNP/nsubj/1 said/say/VBD/ROOT/1 Acme/Acme/NNP/nsubj/3 sued/sue/VBD/ccomp/1 ,/,/,/punct/3 "
    "arguing/argue/VBG/advcl/3 that/that/IN/mark/8 Boyd/Boyd/NNP/nsubj/8 lied/lie/VBD/ccomp/5"
)
ARGUING_STATE = (
    "Ames/Ames/NNP/nsubj/1 said/say/VBD/ROOT/1 Acme/Acme/NNP/nsubj/4 would/would/MD/aux/4 fail/fail/VB/ccomp/1 "
    ",/,/,/punct/4 arguing/argue/VBG/advcl/4 that/that/IN/mark/9 Boyd/Boyd/NNP/nsubj/9 lied/lie/VBD/ccomp/6"
)
CLOSE = (
    "Ames/Ames/NNP/nsubj/1 said/say/VBD/ROOT/1 Acme/Acme/NNP/nsubj/3 left/leave/VBD/ccomp/1 "
    "suggesting/suggest/VBG/advcl/3 that/that/IN/mark/7 Boyd/Boyd/NNP/nsubj/7 lied/lie/VBD/ccomp/4"
)
JOINED = (
    "Ames/Ames/NNP/nsubj/1 says/say/VBZ/ROOT/1 Acme/Acme/NNP/nsubj/3 failed/fail/VBD/ccomp/1 and/and/CC/cc/3 "
    "adds/add/VBZ/conj/3 that/that/IN/mark/8 Boyd/Boyd/NNP/nsubj/8 lied/lie/VBD/ccomp/5"
)
SAME_TENSE = (
    "Ames/Ames/NNP/nsubj/1 said/say/VBD/ROOT/1 Boyd/Boyd/NNP/nsubj/3 came/come/VBD/ccomp/1 and/and/CC/cc/3 "
    "claimed/claim/VBD/conj/3 that/that/IN/mark/8 Acme/Acme/NNP/nsubj/8 failed/fail/VBD/ccomp/5"
)
SAME_TENSE_ADDED = SAME_TENSE.replace("claimed/claim", "added/add")
CALLING = (
    "Ames/Ames/NNP/nsubj/1 said/say/VBD/ROOT/1 Acme/Acme/NNP/nsubj/3 {0}/{1}/{2}/ccomp/1 late/late/JJ/acomp/3 "
    ",/,/,/punct/3 calling/call/VBG/advcl/3 it/it/PRP/dobj/6 a/a/DT/det/9 trap/trap/NN/oprd/6"
)
OWN_SUBJECT = (
    "Ames/Ames/NNP/nsubj/1 says/say/VBZ/ROOT/1 Acme/Acme/NNP/nsubj/3 failed/fail/VBD/ccomp/1 and/and/CC/cc/3 "
    "Boyd/Boyd/NNP/nsubj/6 adds/add/VBZ/conj/3 that/that/IN/mark/9 Roe/Roe/NNP/nsubj/9 lied/lie/VBD/ccomp/6"
)
CIRCLE = (
    "Voters/voter/NNS/nsubj/1 say/say/VBP/ROOT/1 they/they/PRP/nsubj/3 like/like/VBP/ccomp/1 it/it/PRP/dobj/3 "
    ",/,/,/punct/1 according/accord/VBG/prep/1 to/to/IN/prep/6 polls/poll/NNS/pobj/7 ././,/punct/1"
)
SUSPECTED = (
    "Ames/Ames/NNP/nsubjpass/2 was/be/VBD/auxpass/2 suspected/suspect/VBN/ROOT/2 of/of/IN/prep/2 "
    "bribing/bribe/VBG/pcomp/3 Boyd/Boyd/NNP/dobj/4"
)
SUSPECTED_OF_NOTHING = (
    "Ames/Ames/NNP/nsubjpass/2 was/be/VBD/auxpass/2 suspected/suspect/VBN/ROOT/2 of/of/IN/prep/2"
)
ASKED = (
    "Ames/Ames/NNP/nsubjpass/2 was/be/VBD/auxpass/2 asked/ask/VBN/ROOT/2 about/about/IN/prep/2 "
    "the/the/DT/det/5 plan/plan/NN/pobj/3"
)
REFERRED = (
    "Ames/Ames/NNP/nsubjpass/2 was/be/VBD/auxpass/2 referred/refer/VBN/ROOT/2 to/to/IN/prep/2 "
    "the/the/DT/det/5 court/court/NN/pobj/3"
)
RACE = (
    "the/the/DT/det/1 race/race/NN/ROOT/1 that/that/WDT/nsubj/4 has/have/VBZ/aux/4 seen/see/VBN/relcl/1 "
    "polls/poll/NNS/nsubj/6 fall/fall/VB/ccomp/4"
)
MAYOR_SAW = (
    "the/the/DT/det/1 mayor/mayor/NN/nsubj/2 saw/see/VBD/ROOT/2 that/that/IN/mark/5 polls/poll/NNS/nsubj/5 "
    "fell/fall/VBD/ccomp/2"
)
YEAR_SAW = (
    "the/the/DT/det/1 year/year/NN/nsubj/2 saw/see/VBD/ROOT/2 polls/poll/NNS/nsubj/4 fall/fall/VB/ccomp/2"
)
FOUND_HIMSELF = (
    "Ames/Ames/NNP/nsubj/1 found/find/VBD/ROOT/1 himself/himself/PRP/dobj/1 playing/play/VBG/xcomp/1 "
    "defense/defense/NN/dobj/3"
)
CLITIC = (
    "I/I/PRP/nsubj/1 ’m/’m/VBP/ROOT/1 so/so/RB/advmod/3 bitter/bitter/JJ/acomp/1 that/that/IN/mark/6 "
    "they/they/PRP/nsubj/6 left/leave/VBD/ccomp/1"
)
INTERVIEWED = (
    "Voters/voter/NNS/nsubj/1 interviewed/interview/VBD/parataxis/5 in/in/IN/prep/1 Ohio/Ohio/NNP/pobj/2 "
    ",/,/,/punct/1 said/say/VBD/ROOT/5 Acme/Acme/NNP/nsubj/7 failed/fail/VBD/ccomp/5"
)
MET_THEN_SAID = (
    "Voters/voter/NNS/nsubj/1 met/meet/VBD/parataxis/4 Boyd/Boyd/NNP/dobj/1 ,/,/,/punct/1 said/say/VBD/ROOT/4 "
    "Acme/Acme/NNP/nsubj/6 failed/fail/VBD/ccomp/4"
)
MARKED = (
    "As/as/IN/mark/2 Voters/voter/NNS/nsubj/2 met/meet/VBD/ccomp/4 ,/,/,/punct/2 said/say/VBD/ROOT/4 "
    "Acme/Acme/NNP/nsubj/6 failed/fail/VBD/ccomp/4"
)
QUICK = (
    "Ames/Ames/NNP/nsubj/1 was/be/VBD/ROOT/1 {0}/{0}/JJ/acomp/1 to/to/TO/aux/4 add/add/VB/xcomp/2 "
    "that/that/IN/mark/7 Boyd/Boyd/NNP/nsubj/7 lied/lie/VBD/ccomp/4"
)
FRONTED_PHRASE = (
    "In/in/IN/prep/6 the/the/DT/det/2 rain/rain/NN/pobj/0 ,/,/,/punct/2 a/a/DT/det/5 guard/guard/NN/appos/2 "
    "said/say/VBD/ROOT/6 Acme/Acme/NNP/nsubj/8 failed/fail/VBD/ccomp/6"
)
ADDRESSED = (
    "The/the/DT/det/1 answer/answer/NN/nsubj/7 ,/,/,/punct/4 Ames/Ames/NNP/nsubj/4 told/tell/VBD/parataxis/7 "
    "them/they/PRP/dobj/4 ,/,/,/punct/4 was/be/VBD/ROOT/7 simple/simple/JJ/acomp/7 ././,/punct/7"
)
WHICH = (
    "Ames/Ames/NNP/nsubj/1 left/leave/VBD/ROOT/1 the/the/DT/det/3 fair/fair/NN/dobj/1 ,/,/,/punct/3 "
    "which/which/WDT/nsubj/6 begins/begin/VBZ/ccomp/1 today/today/NN/npadvmod/6 ././,/punct/1"
)
LABELLED = (
    "Pollsters/pollster/NNS/nsubj/1 agree/agree/VBP/ROOT/1 -/-/,/punct/1 Jo/Jo/NNP/compound/4 Ames/Ames/NNP/dep/1 "
    ":/:/,/punct/1 “/“/,/punct/9 We/we/PRP/nsubj/9 all/all/DT/advmod/9 lost/lose/VBD/ROOT/9 it/it/PRP/dobj/9 "
    "././,/punct/9 ”/”/,/punct/9"
)
FRONTED = (
    "When/when/WRB/advmod/2 it/it/PRP/nsubj/2 closed/close/VBD/ccomp/5 ,/,/,/punct/5 Ames/Ames/NNP/nsubj/5 "
    "said/say/VBD/ROOT/5 ,/,/,/punct/5 “/“/,/punct/9 We/we/PRP/nsubj/9 lost/lose/VBD/ccomp/5 it/it/PRP/dobj/9 "
    "././,/punct/9 ”/”/,/punct/9"
)


def read(parse: str) -> list[tuple[str, str, str]]:
    """Sources, cues and contents as words, spans of one role joined by a bar."""
    parsed = parse_by_hand(parse)

    def words(spans: tuple[Span, ...]) -> str:
        return " | ".join(parsed.text(span) for span in spans)

    return [(words(one.source), words(one.cue), words(one.content)) for one in find_attributions(parsed, ())]


@pytest.mark.parametrize(
    ("parse", "expected"),
    [
        pytest.param(
            ADDING,
            [("Ames", "said", "Acme failed"), ("Ames", "adding", "that Boyd lied")],
            id="who adds is who spoke",
        ),
        pytest.param(
            ARGUING_DEED,
            [
                ("Ames", "said", "Acme sued , arguing that Boyd lied"),
                ("Acme", "arguing", "that Boyd lied"),
            ],
            id="who argues for a deed is who did it",
        ),
        pytest.param(
            ARGUING_STATE,
            [("Ames", "said", "Acme would fail"), ("Ames", "arguing", "that Boyd lied")],
            id="who argues for a statement is who made it",
        ),
        pytest.param(
            CLOSE,
            [
                ("Ames", "said", "Acme left suggesting that Boyd lied"),
                ("Acme", "suggesting", "that Boyd lied"),
            ],
            id="a participle that nothing sets apart is the clause's own",
        ),
        pytest.param(
            JOINED,
            [("Ames", "says", "Acme failed"), ("Ames", "adds", "that Boyd lied")],
            id="a conjunct in the speaker's tense",
        ),
        pytest.param(
            SAME_TENSE,
            [
                ("Ames", "said", "Boyd came and claimed that Acme failed"),
                ("Boyd", "claimed", "that Acme failed"),
            ],
            id="a conjunct in the tense of the clause stays in it",
        ),
        pytest.param(
            SAME_TENSE_ADDED,
            [("Ames", "said", "Boyd came"), ("Ames", "added", "that Acme failed")],
            id="but one that comments on it goes on",
        ),
        pytest.param(
            CALLING.format("is", "be", "VBZ"),
            [("Ames", "said", "Acme is late"), ("Ames", "calling", "it a trap")],
            id="a participle that names what is",
        ),
        pytest.param(
            CALLING.format("came", "come", "VBD"),
            [("Ames", "said", "Acme came late , calling it a trap"), ("Acme", "calling", "it a trap")],
            id="a participle behind a deed is the doer's",
        ),
        pytest.param(
            OWN_SUBJECT,
            [("Ames", "says", "Acme failed and Boyd adds that Roe lied"), ("Boyd", "adds", "that Roe lied")],
            id="a conjunct with a subject of its own",
        ),
    ],
)
def test_who_goes_on_speaking(parse: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(parse) == expected


def test_what_voters_say_is_told_by_the_poll_and_not_the_poll_by_voters() -> None:
    assert read(CIRCLE)[:2] == [
        ("polls", "according to", "Voters say they like it"),
        ("Voters", "say", "they like it"),
    ]


def test_a_passive_of_blame_needs_no_agent_but_what_is_blamed() -> None:
    assert read(SUSPECTED) == [("", "was suspected", "Ames | of bribing Boyd")]
    assert read(SUSPECTED_OF_NOTHING) == []


def test_what_somebody_was_asked_about_is_a_content_and_where_he_was_sent_is_none() -> None:
    assert read(ASKED) == [("", "was asked about", "the plan")]
    assert read(REFERRED) == []


def test_times_and_events_see_nothing() -> None:
    assert read(RACE) == read(YEAR_SAW) == []
    assert read(MAYOR_SAW) == [("the mayor", "saw", "that polls fell")]


def test_who_finds_himself_somewhere_thinks_nothing() -> None:
    assert read(FOUND_HIMSELF) == []


def test_a_shortened_be_attributes_nothing() -> None:
    assert read(CLITIC) == []


def test_who_was_interviewed_speaks_where_a_participle_was_read_as_a_clause() -> None:
    assert read(INTERVIEWED) == [("Voters", "said", "Acme failed")]
    assert read(MET_THEN_SAID) == [("Voters", "said", "Acme failed")]
    assert read(MARKED) == [("", "said", "Acme failed")]


def test_who_was_quick_to_say_it_said_it_and_what_is_hard_to_deny_denies_nothing() -> None:
    assert read(QUICK.format("quick")) == [("Ames", "to add", "that Boyd lied")]
    assert read(QUICK.format("hard")) == [("", "to add", "that Boyd lied")]


def test_who_speaks_behind_a_fronted_phrase_is_no_apposition_in_it() -> None:
    assert read(FRONTED_PHRASE) == [("a guard", "said", "Acme failed")]


def test_a_parenthesis_may_name_who_is_told() -> None:
    assert read(ADDRESSED) == [("Ames", "told", "The answer | was simple")]


def test_a_relative_clause_is_no_parenthesis() -> None:
    assert read(WHICH) == []


def test_a_name_between_a_dash_and_a_colon_speaks_the_quotation() -> None:
    assert ("Jo Ames", ":", "“ We all lost it . ”") in read(LABELLED)


def test_a_time_before_the_speaker_is_not_said() -> None:
    assert read(FRONTED) == [("Ames", "said", "“ We lost it . ”")]
