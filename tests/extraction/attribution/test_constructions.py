"""Constructions by which somebody is said to say or think, each with one that looks alike, over parses by hand."""

from __future__ import annotations

import pytest

from sociogram.extraction.attribution.find import find_attributions
from sociogram.knowledge.cues import TOPIC
from support.parses import parse_by_hand

FAILED = "that/that/IN/mark/{0} Acme/Acme/NNP/nsubj/{0} failed/fail/VBD/{1}"
"""A clause to be hung: its own place, and how it hangs on what."""


def failed(place: int, hangs: str) -> str:
    """The clause whose verb stands at ``place``."""
    return FAILED.format(place, hangs)


def read(parse: str) -> list[tuple[str, str, str]]:
    """Sources, cues and contents as words, spans of one role joined by a bar."""
    parsed = parse_by_hand(parse)
    return [
        (
            " | ".join(parsed.text(span) for span in one.source),
            " | ".join(parsed.text(span) for span in one.cue),
            " | ".join(parsed.text(span) for span in one.content),
        )
        for one in find_attributions(parsed, ())
    ]


CALLED_FOR = (
    "Ames/Ames/NNP/nsubj/1 called/call/VBD/ROOT/1 for/for/IN/mark/6 the/the/DT/det/4 mill/mill/NN/nsubj/6 "
    "to/to/TO/aux/6 close/close/VB/advcl/1"
)
DEEMED = (
    "Ames/Ames/NNP/nsubj/1 deemed/deem/VBD/ROOT/1 the/the/DT/det/3 mill/mill/NN/dobj/1 a/a/DT/det/5 "
    "ruin/ruin/NN/dobj/1"
)
MARKED = (
    "Ames/Ames/NNP/nsubj/1 called/call/VBD/ROOT/1 the/the/DT/det/3 heir/heir/NN/dobj/1 {0}/{0}/,/punct/3 "
    "a/a/DT/det/6 crook/crook/NN/appos/3"
)
FIRST_TIME = (
    "Ames/Ames/NNP/nsubj/1 {}/{}/VBD/ROOT/1 {}/{}/IN/prep/1 the/the/DT/det/4 {}/{}/NN/pobj/2 "
    + failed(7, "relcl/4")
)
AS_NOTED = (
    "As/as/IN/mark/2 Ames/Ames/NNP/nsubj/2 noted/note/VBD/advcl/5 ,/,/,/punct/5 Acme/Acme/NNP/nsubj/5 "
    "failed/fail/VBD/ROOT/5"
)
AS_BEHIND = (
    "Acme/Acme/NNP/nsubj/1 failed/fail/VBD/ROOT/1 {0}as/as/IN/mark/{3} Ames/Ames/NNP/nsubj/{3} "
    "{1}/{2}/VBD/advcl/1"
)
AS_AMID = (
    "Acme/Acme/NNP/nsubj/1 failed/fail/VBD/ROOT/1 ,/,/,/punct/1 as/as/IN/mark/5 Ames/Ames/NNP/nsubj/5 "
    "wrote/write/VBD/advcl/1 ,/,/,/punct/1 and/and/CC/cc/1 Boyd/Boyd/NNP/nsubj/9 left/leave/VBD/conj/1"
)
ASKED_WHY = (
    "Boyd/Boyd/NNP/nsubjpass/2 was/be/VBD/auxpass/2 asked/ask/VBN/ROOT/2 at/at/IN/prep/2 lunch/lunch/NN/pobj/3 "
    "why/why/WRB/advmod/7 Acme/Acme/NNP/nsubj/7 failed/fail/VBD/relcl/4"
)


@pytest.mark.parametrize(
    ("parse", "expected"),
    [
        pytest.param(CALLED_FOR, [("Ames", "called", "the mill to close")], id="called for it to"),
        pytest.param(DEEMED, [("Ames", "deemed", "the mill a ruin")], id="two objects"),
        pytest.param(
            MARKED.format("“"), [("Ames", "called", "the heir “ a crook")], id="an opened quotation"
        ),
        pytest.param(MARKED.format(","), [], id="an apposition says who it is"),
        pytest.param(
            FIRST_TIME.format("said", "say", "for", "for", "time", "time"),
            [("Ames", "said", "that Acme failed")],
            id="said for the first time that",
        ),
        pytest.param(
            FIRST_TIME.format("replied", "reply", "to", "to", "report", "report"),
            [],
            id="replied to a report that",
        ),
        pytest.param(
            FIRST_TIME.format("stood", "stand", "in", "in", "hall", "hall"),
            [],
            id="a verb that tells nothing",
        ),
        pytest.param(AS_NOTED, [("Ames", "noted", "Acme failed")], id="as somebody noted"),
        pytest.param(
            AS_BEHIND.format(",/,/,/punct/1 ", "wrote", "write", 5),
            [("Ames", "wrote", "Acme failed")],
            id="as somebody wrote, behind",
        ),
        pytest.param(AS_BEHIND.format("", "wrote", "write", 4), [], id="while somebody wrote"),
        pytest.param(AS_BEHIND.format(",/,/,/punct/1 ", "spoke", "speak", 5), [], id="while somebody spoke"),
        pytest.param(AS_AMID, [("Ames", "wrote", "Acme failed")], id="and what is the writer's again"),
    ],
)
def test_the_content_of_a_verb_is_found_where_the_parser_hung_it(
    parse: str, expected: list[tuple[str, str, str]]
) -> None:
    assert read(parse) == expected


def test_what_somebody_was_asked_the_reason_of_is_taken_for_granted() -> None:
    found = find_attributions(parse_by_hand(ASKED_WHY), ())
    assert [(one.verb, one.source) for one in found] == [(TOPIC, ())]


LIKENED = (
    "Ames/Ames/NNP/nsubj/1 {0}/{1}/VBD/ROOT/1 {2}Boyd/Boyd/NNP/{3} as/as/IN/prep/1 a/a/DT/det/{4} "
    "crook/crook/NN/pobj/{5}"
)


@pytest.mark.parametrize(
    ("parse", "content"),
    [
        pytest.param(
            LIKENED.format("referred", "refer", "to/to/IN/prep/1 ", "pobj/2", 6, 4),
            "Boyd as a crook",
            id="referred to",
        ),
        pytest.param(
            LIKENED.format("defended", "defend", "", "dobj/1", 5, 3), "Boyd as a crook", id="defended"
        ),
    ],
)
def test_what_somebody_is_likened_to_is_said_of_him(parse: str, content: str) -> None:
    assert [found[2] for found in read(parse)] == [content]


def test_that_something_means_a_thing_is_nobodys_thought() -> None:
    assert read("The/the/DT/det/1 loss/loss/NN/nsubj/2 means/mean/VBZ/ROOT/2 " + failed(5, "ccomp/2")) == []


APART = (
    "Acme/Acme/NNP/nsubj/1 failed/fail/VBD/ccomp/4 {0}/{0}/,/punct/4 Ames/Ames/NNP/nsubj/4 {1}/{2}/VBD/ROOT/4 "
    "{3}/{3}/NNP/dobj/4"
)
FRONTED = (
    "{0}/{0}/IN/mark/2 Acme/Acme/NNP/nsubj/2 fails/fail/VBZ/advcl/5 ,/,/,/punct/5 Ames/Ames/NNP/nsubj/5 "
    "said/say/VBD/ROOT/5 {1}Boyd/Boyd/NNP/nsubj/{2} left/leave/VBD/ccomp/5"
)
WAVERING = (
    "Ames/Ames/NNP/nsubj/1 said/say/VBD/ROOT/1 that/that/IN/mark/4 Acme/Acme/NNP/nsubj/4 {0}/ccomp/1 ,/,/,/punct/4 "
    "but/but/CC/cc/4 came/come/VBD/conj/4 back/back/RB/advmod/7"
)
THOUGH = (
    "Ames/Ames/NNP/nsubj/1 said/say/VBD/ROOT/1 that/that/IN/mark/4 Acme/Acme/NNP/nsubj/4 failed/fail/VBD/ccomp/1 "
    "-/-/HYPH/punct/4 though/though/IN/mark/8 Boyd/Boyd/NNP/nsubj/8 paid/pay/VBD/advcl/4"
)


@pytest.mark.parametrize(
    ("parse", "expected"),
    [
        pytest.param(
            APART.format(";", "posted", "post", "lists"), [("Ames", "posted", "lists")], id="a semicolon"
        ),
        pytest.param(
            APART.format(",", "posted", "post", "lists"), [("Ames", "posted", "lists")], id="its own object"
        ),
        pytest.param(
            APART.format(",", "told", "tell", "Boyd"), [("Ames", "told", "Acme failed")], id="who is told"
        ),
        pytest.param(
            FRONTED.format("If", ",/,/,/punct/5 ", 8),
            [("Ames", "said", "If Acme fails | Boyd left")],
            id="a condition before the frame",
        ),
        pytest.param(
            FRONTED.format("If", "", 7), [("Ames", "said", "Boyd left")], id="before a frame of its own"
        ),
        pytest.param(
            WAVERING.format("fails/fail/VBZ"),
            [("Ames", "said", "that Acme fails")],
            id="what the speaker did next",
        ),
        pytest.param(
            WAVERING.format("failed/fail/VBD"),
            [("Ames", "said", "that Acme failed , but came back")],
            id="what may be said in one tense",
        ),
        pytest.param(
            THOUGH, [("Ames", "said", "that Acme failed")], id="the writer's objection behind a dash"
        ),
    ],
)
def test_a_content_is_cut_where_another_begins(parse: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(parse) == expected


def test_what_somebody_is_to_do_he_does_not_do_yet() -> None:
    asked = "Ames/Ames/NNP/nsubj/1 came/come/VBD/ROOT/1 to/to/TO/aux/3 support/support/VB/advcl/1 mills/mill/NNS/dobj/3"
    assert read(asked) == []
    assert read(asked.replace("to/to/TO/aux/3", "did/do/VBD/aux/3")) == [("Ames", "did support", "mills")]


def test_a_mere_name_is_held_by_nobody() -> None:
    parse = "A/a/DT/det/1 ship/ship/NN/ROOT/1 called/call/VBN/acl/1 the/the/DT/det/4 Erin/Erin/NNP/oprd/2"
    assert read(parse) == []


def test_who_has_been_called_something_was_called_so_by_nobody() -> None:
    parse = (
        "Ames/Ames/NNP/nsubjpass/3 has/have/VBZ/aux/3 been/be/VBN/auxpass/3 called/call/VBN/ROOT/3 a/a/DT/det/5 "
        "crook/crook/NN/oprd/3"
    )
    assert read(parse) == [("", "has been called", "Ames | a crook")]


VIEW = (
    "{0} {1}/{1}/NN/nsubj/{4} {2}/{2}/IN/prep/{3} mills/mill/NNS/pobj/{5} was/be/VBD/ROOT/{4} "
    "harsh/harsh/JJ/acomp/{4}"
)


@pytest.mark.parametrize(
    ("noun", "preposition", "verb"),
    [("comment", "about", TOPIC), ("criticism", "of", TOPIC), ("allegation", "of", "allegation")],
)
def test_what_ones_words_are_about_is_named_behind_a_noun(noun: str, preposition: str, verb: str) -> None:
    parse = VIEW.format("Her/her/PRP$/poss/1", noun, preposition, 1, 4, 2)
    found = find_attributions(parse_by_hand(parse), ())
    assert [(one.verb, read(parse)[0][2]) for one in found] == [(verb, "mills")]


def test_words_of_nobody_are_no_attribution() -> None:
    assert read(VIEW.format("The/the/DT/det/1", "comment", "about", 1, 4, 2)) == []


IS = "{0}/{0}/{1}/nsubj/1 is/be/VBZ/ROOT/1 {2}/{2}/JJ/acomp/1 " + failed(5, "ccomp/2")
MADE = "Ames/Ames/NNP/nsubj/1 made/make/VBD/ROOT/1 {0}/{0}/JJ/ccomp/1 " + failed(5, "advcl/2")
ABOUT = "Ames/Ames/NNP/nsubj/1 is/be/VBZ/ROOT/1 worried/worried/JJ/acomp/1 about/about/IN/prep/2 mills/mill/NNS/pobj/3"
BESIDE = (
    "Ames/Ames/NNP/nsubj/7 ,/,/,/punct/0 sure/sure/JJ/amod/0 "
    + failed(5, "ccomp/2")
    + " ,/,/,/punct/0 left/leave/VBD/ROOT/7"
)
ENOUGH = "Ames/Ames/NNP/nsubj/1 is/be/VBZ/ROOT/1 so/so/RB/advmod/3 certain/certain/JJ/acomp/1 " + failed(
    6, "ccomp/3"
)
CONVINCED = "Ames/Ames/NNP/nsubjpass/2 was/be/VBD/auxpass/2 convinced/convince/VBN/ROOT/2 {}" + failed(
    5, "ccomp/2"
)
EAGER = "Ames/Ames/NNP/nsubj/1 is/be/VBZ/ROOT/1 eager/eager/JJ/acomp/1 to/to/TO/aux/4 sell/sell/VB/xcomp/2"


@pytest.mark.parametrize(
    ("parse", "expected"),
    [
        pytest.param(
            IS.format("Ames", "NNP", "sure"), [("Ames", "sure", "that Acme failed")], id="sure that"
        ),
        pytest.param(IS.format("It", "PRP", "clear"), [], id="it is clear that"),
        pytest.param(IS.format("Ames", "NNP", "late"), [], id="an adjective that thinks nothing"),
        pytest.param(MADE.format("clear"), [("Ames", "clear", "that Acme failed")], id="made clear that"),
        pytest.param(MADE.format("sure"), [], id="made sure that"),
        pytest.param(ABOUT, [("Ames", "worried", "mills")], id="worried about"),
        pytest.param(BESIDE, [("Ames", "sure", "that Acme failed")], id="an adjective behind a name"),
        pytest.param(ENOUGH, [], id="so certain that"),
        pytest.param(
            CONVINCED.format(""), [("Ames", "convinced", "that Acme failed")], id="was convinced that"
        ),
        pytest.param(EAGER, [("Ames", "eager", "to sell")], id="eager to"),
    ],
)
def test_what_somebody_is_sure_or_glad_of_is_his(parse: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(parse) == expected


INVERTED = (
    "“/“/``/punct/5 Acme/Acme/NNP/nsubj/2 failed/fail/VBD/ccomp/5 ,/,/,/punct/5 ”/”/''/punct/5 "
    "wrote/write/VBD/ROOT/5 another/another/DT/dobj/5"
)
LETTER = (
    "Ames/Ames/NNP/nsubj/1 {0}/{1}/VBD/ROOT/1 a/a/DT/det/3 {2}/{2}/NN/dobj/1 saying/say/VBG/acl/3 "
    + failed(7, "ccomp/4")
)
SPEECH = (
    "“/“/``/punct/5 Acme/Acme/NNP/nsubj/2 failed/fail/VBD/ccomp/5 ,/,/,/punct/5 ”/”/''/punct/5 "
    "said/say/VBD/ROOT/5 Ames/Ames/NNP/nsubj/5 in/in/IN/prep/6 his/his/PRP$/poss/9 speech/speech/NN/pobj/7"
)
RIDING = (
    "Ames/Ames/NNP/nsubj/4 ,/,/,/punct/0 riding/ride/VBG/acl/0 ,/,/,/punct/0 said/say/VBD/ROOT/4 "
    + failed(7, "ccomp/4")
)


@pytest.mark.parametrize(
    ("parse", "source"),
    [
        pytest.param(INVERTED, "another", id="behind its verb and read as an object"),
        pytest.param(LETTER.format("sent", "send", "letter"), "Ames", id="who issues the words"),
        pytest.param(LETTER.format("found", "find", "letter"), "a letter", id="not who finds them"),
        pytest.param(
            LETTER.format("sent", "send", "report"), "a report", id="what a report says is the report's"
        ),
        pytest.param(SPEECH, "Ames", id="without where he spoke"),
        pytest.param(RIDING, "Ames", id="without what he does meanwhile"),
    ],
)
def test_the_source_is_who_speaks(parse: str, source: str) -> None:
    assert [found[0] for found in read(parse) if "failed" in found[2]] == [source]


APPEARED = (
    "Ames/Ames/NNP/nsubj/1 appeared/appear/VBD/ROOT/1 to/to/TO/aux/3 {0}/{0}/VB/xcomp/1 the/the/DT/det/5 "
    "mill/mill/NN/dobj/3"
)
PUT = (
    "As/as/IN/mark/2 Ames/Ames/NNP/nsubj/2 put/put/VBD/advcl/6 {0}/{0}/{1}/dobj/2 ,/,/,/punct/6 "
    "Acme/Acme/NNP/nsubj/6 failed/fail/VBD/ROOT/6"
)
CALLED_WHICH = (
    "mills/mill/NNS/ROOT/0 {0}/{0}/{1}/nsubj/5 Ames/Ames/NNP/nsubj/3 called/call/VBD/relcl/0 a/a/DT/det/5 "
    "ruin/ruin/NN/ccomp/3"
)
LIKENED = (
    "Ames/Ames/NNP/nsubj/1 {0}/{0}/VBD/ROOT/1 Acme/Acme/NNP/dobj/1 to/to/IN/prep/1 a/a/DT/det/5 "
    "mill/mill/NN/pobj/3"
)
AHEAD = "a/a/DT/det/1 {0}/{0}/NN/nsubj/2 shows/show/VBZ/ROOT/2 Boyd/Boyd/NNP/dobj/2 {1}/{1}/RB/advmod/2"
ECHO = (
    "a/a/DT/det/2 {0}/{0}/{1}/compound/2 report/report/NN/nsubj/6 "
    + failed(5, "acl/2")
    + " hurt/hurt/VBD/ROOT/6"
)


@pytest.mark.parametrize(
    ("parse", "expected"),
    [
        pytest.param(
            APPEARED.format("blame"), [("Ames", "appeared to blame", "the mill")], id="appears to say"
        ),
        pytest.param(
            APPEARED.format("sell"), [("", "appeared", "Ames | to sell the mill")], id="only appears"
        ),
        pytest.param(PUT.format("it", "PRP"), [("Ames", "put it", "Acme failed")], id="puts it"),
        pytest.param(PUT.format("bets", "NNS"), [], id="puts something"),
        pytest.param(
            CALLED_WHICH.format("which", "WDT"), [("Ames", "called", "which | a ruin")], id="no frame within"
        ),
        pytest.param(
            CALLED_WHICH.format("what", "WP"), [("Ames", "called", "what Ames called a ruin")], id="whole"
        ),
        pytest.param(LIKENED.format("liken"), [("Ames", "liken", "Acme to a mill")], id="likens to"),
        pytest.param(LIKENED.format("praise"), [("Ames", "praise", "Acme")], id="praises to"),
        pytest.param(
            AHEAD.format("average", "ahead"), [("a average", "shows", "Boyd ahead")], id="shown ahead"
        ),
        pytest.param(AHEAD.format("average", "today"), [("a average", "shows", "Boyd")], id="shown today"),
        pytest.param(
            ECHO.format("Echo", "NNP"), [("Echo", "report", "that Acme failed")], id="the report of a paper"
        ),
        pytest.param(ECHO.format("night", "NN"), [], id="the report of a night"),
    ],
)
def test_frames_of_what_is_said(parse: str, expected: list[tuple[str, str, str]]) -> None:
    assert read(parse) == expected
