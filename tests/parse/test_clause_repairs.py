"""Repairs of which clause a verb or a noun belongs to, and what they leave alone."""

from __future__ import annotations

import pytest

from sociogram.parse.clause_repairs import (
    mend_calls,
    mend_conjuncts,
    mend_gerunds,
    mend_openings,
    mend_owners,
    mend_reduced,
    mend_times,
)
from sociogram.parse.couples import part_others, rehang_others
from sociogram.parse.orders import mend_subjects
from sociogram.parse.relatives import mend_relatives
from sociogram.parse.repairs import part_fronted
from sociogram.parse.tokens import Tokens, read_tokens
from support.parses import parse_by_hand

VOWED = (
    "Ann/Ann/NNP/nsubj/2 has/have/VBZ/aux/2 vowed/vow/VBN/ROOT/2 to/to/TO/aux/4 keep/keep/VB/xcomp/2 "
    "it/it/PRP/dobj/4 and/and/CC/cc/4 {}/{}/{}/conj/4 Bob/Bob/NNP/dobj/7"
)
ABLE = (
    "Ann/Ann/NNP/nsubj/1 is/be/VBZ/ROOT/1 able/able/JJ/acomp/1 to/to/TO/aux/4 go/go/VB/xcomp/2 "
    "and/and/CC/cc/4 praised/praise/VBD/conj/4 Bob/Bob/NNP/dobj/6"
)
CAN_SAY = (
    "Ann/Ann/NNP/nsubj/2 can/can/MD/aux/2 say/say/VB/ROOT/2 Bob/Bob/NNP/nsubj/4 {0} "
    "it/it/PRP/dobj/4 ,/,/,/punct/2 kept/keep/VBD/conj/2 it/it/PRP/dobj/7"
)
AND_LEE_SAID = (
    "Lee/Lee/NNP/nsubj/1 met/meet/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 ,/,/,/punct/2 who/who/WP/nsubj/5 "
    "works/work/VBZ/relcl/2 and/and/CC/cc/5 ,/,/,/punct/9 Lee/Lee/NNP/nsubj/9 said/say/VBD/parataxis/11 "
    "has/have/VBZ/aux/11 left/leave/VBN/conj/1"
)
AND_OWN = (
    "Bob/Bob/NNP/nsubj/1 works/work/VBZ/ROOT/1 and/and/CC/cc/1 sings/sing/VBZ/conj/1 and/and/CC/cc/3 "
    "danced/dance/VBD/conj/3"
)
PREFER = (
    "trust/trust/NN/ROOT/0 in/in/IN/prep/0 Ann/Ann/NNP/pobj/1 among/among/IN/prep/2 {0}/{0}/{1}/pobj/3 "
    "who/who/WP/nsubj/6 {2}/prefer/{3}/relcl/2 Bob/Bob/NNP/dobj/6"
)
CRITICISED = (
    "She/she/PRP/nsubj/1 added/add/VBD/ROOT/1 that/that/IN/mark/6 Ann/Ann/NNP/nsubj/6 's/'s/{}/case/3 "
    "widely/widely/RB/advmod/6 mocked/mock/VBN/ccomp/1 talk/talk/NN/dobj/6 raised/raise/VBD/conj/6 "
    "doubts/doubt/NNS/dobj/8"
)
IF_CHAIR = (
    "If/if/IN/mark/2 she/she/PRP/nsubj/2 were/be/VBD/advcl/7 chair/chair/NN/attr/2 ,/,/,/punct/3 "
    "{}Acme/Acme/NNP/conj/3 would/would/MD/aux/7 pay/pay/VB/ROOT/7 Bob/Bob/NNP/dobj/7"
)
CALLED = "Roe/Roe/NNP/nsubj/3 {0}/{0}/{1}/punct/3 {2}/{2}/PRP/nsubj/3 met/meet/VBD/ROOT/3 Bob/Bob/NNP/dobj/3"


def as_parsed(text: str, ents: list[str] | None = None) -> Tokens:
    """The table without any repair."""
    parsed = parse_by_hand(text, ents=ents)
    return read_tokens(parsed.doc, parsed.view, {})


def test_a_verb_with_a_tense_is_no_conjunct_of_an_infinitive() -> None:
    tokens = as_parsed(VOWED.format("praised", "praise", "VBD"))
    mended = mend_conjuncts(tokens)
    assert (mended.head[7], mended.head[6], mended.right[4]) == (2, 2, 6)
    assert tokens.head[7] == 4


def test_so_where_an_adjective_stands_between() -> None:
    assert mend_conjuncts(as_parsed(ABLE)).head[6] == 1


@pytest.mark.parametrize(
    ("word", "lemma", "tag"), [("praise", "praise", "VB"), ("put", "put", "VBD"), ("praise", "praise", "VBP")]
)
def test_another_infinitive_stays(word: str, lemma: str, tag: str) -> None:
    tokens = as_parsed(VOWED.format(word, lemma, tag))
    assert mend_conjuncts(tokens) is tokens


def test_a_verb_with_a_subject_of_its_own_stays() -> None:
    text = VOWED.format("praised", "praise", "VBD").replace("Bob/Bob/NNP/dobj/7", "Bob/Bob/NNP/nsubj/7")
    tokens = as_parsed(text)
    assert mend_conjuncts(tokens) is tokens


def test_behind_a_modal_verb_it_belongs_to_the_clause_of_its_tense_before() -> None:
    assert mend_conjuncts(as_parsed(CAN_SAY.format("did/do/VBD/ccomp/2"))).head[7] == 4


def test_without_such_a_clause_it_stays() -> None:
    tokens = as_parsed(CAN_SAY.format("does/do/VBZ/ccomp/2"))
    assert mend_conjuncts(tokens) is tokens


def test_a_conjunct_belongs_to_the_verb_that_its_and_hangs_on() -> None:
    assert mend_conjuncts(as_parsed(AND_LEE_SAID)).head[11] == 5


def test_a_chain_of_conjuncts_stays() -> None:
    tokens = as_parsed(AND_OWN)
    assert mend_conjuncts(tokens) is tokens


@pytest.mark.parametrize(
    ("noun", "tag", "verb", "verb_tag", "expected"),
    [
        ("voters", "NNS", "prefer", "VBP", 4),
        ("voters", "NNS", "prefers", "VBZ", 2),
        ("staff", "NN", "prefer", "VBP", 2),
        ("voters", "NNS", "preferred", "VBD", 2),
    ],
)
def test_a_relative_clause_belongs_to_the_noun_that_its_verb_agrees_with(
    noun: str, tag: str, verb: str, verb_tag: str, expected: int
) -> None:
    tokens = as_parsed(PREFER.format(noun, tag, verb, verb_tag))
    assert mend_relatives(tokens).head[6] == expected


@pytest.mark.parametrize(
    ("noun", "pronoun", "expected"),
    [("campaign", "who", 1), ("campaign", "that", 4), ("mayor", "who", 4)],
)
def test_who_is_a_person_and_no_body(noun: str, pronoun: str, expected: int) -> None:
    tokens = as_parsed(
        f"an/an/DT/det/1 adviser/adviser/NN/nsubj/7 to/to/IN/prep/1 the/the/DT/det/4 {noun}/{noun}/NN/pobj/2 "
        f"{pronoun}/{pronoun}/WP/nsubj/6 left/leave/VBD/relcl/4 won/win/VBD/ROOT/7"
    )
    assert mend_relatives(tokens).head[6] == expected


@pytest.mark.parametrize(("word", "expected"), [("who", 1), ("that", 4)])
def test_who_is_familiar_with_a_body_and_not_the_body(word: str, expected: int) -> None:
    tokens = as_parsed(
        "an/an/DT/det/1 official/official/NN/ROOT/1 familiar/familiar/JJ/amod/1 with/with/IN/prep/2 "
        f"company/company/NN/pobj/3 {word}/{word}/WP/nsubj/6 left/leave/VBD/relcl/4"
    )
    assert mend_relatives(tokens).head[6] == expected


def test_an_owner_is_no_subject() -> None:
    mended = mend_owners(as_parsed(CRITICISED.format("POS")))
    assert [(mended.head[one], mended.dep[one]) for one in (3, 6, 7, 8, 2)] == [
        (7, "poss"), (7, "amod"), (8, "nsubj"), (1, "ccomp"), (8, "mark"),
    ]  # fmt: skip


def test_a_subject_before_its_verb_stays() -> None:
    tokens = as_parsed(CRITICISED.format("VBZ"))
    assert mend_owners(tokens) is tokens


def test_who_stands_behind_a_fronted_clause_is_the_subject() -> None:
    mended = part_fronted(as_parsed(IF_CHAIR.format("")))
    assert (mended.head[5], mended.dep[5]) == (7, "nsubj")


def test_a_verb_with_a_subject_has_no_other_in_the_clause_before_it() -> None:
    text = IF_CHAIR.format("").replace("would/would/MD/aux/7", "they/they/PRP/nsubj/7")
    tokens = as_parsed(text)
    assert part_fronted(tokens) is tokens


DESCRIBED = (
    "The/the/DT/det/1 men/man/NNS/nsubj/{0} {1}described/describe/{2}/ROOT/{0} as/as/IN/prep/{0} "
    "calm/calm/JJ/pobj/{3} ,/,/,/punct/{0} took/take/VBD/conj/{0} it/it/PRP/dobj/{4}"
)


def test_a_bare_participle_is_not_the_verb_of_its_noun() -> None:
    mended = mend_reduced(as_parsed(DESCRIBED.format(2, "", "VBN", 3, 6)))
    assert [(mended.head[one], mended.dep[one]) for one in (1, 2, 5, 6)] == [
        (6, "nsubj"), (1, "acl"), (6, "punct"), (6, "ROOT"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        DESCRIBED.format(2, "", "VBD", 3, 6),
        DESCRIBED.format(3, "were/be/VBD/auxpass/3 ", "VBN", 4, 7),
        DESCRIBED.format(2, "", "VBN", 3, 6).replace(",/,/,/punct", "and/and/CC/cc"),
    ],
)
def test_a_verb_with_a_tense_or_an_and_stays(text: str) -> None:
    tokens = as_parsed(text)
    assert mend_reduced(tokens) is tokens


def test_a_first_word_with_an_object_is_a_verb_and_no_plural() -> None:
    text = "Straddles/straddle/NNS/ROOT/0 trade/trade/NN/dobj/0 and/and/CC/cc/1 art/art/NN/conj/1"
    table = mend_openings(as_parsed(text))
    assert (table.tag[0], table.pos[0]) == ("VBZ", "VERB")


@pytest.mark.parametrize(
    "text",
    [
        "Traders/trader/NNS/ROOT/0 in/in/IN/prep/0 art/art/NN/pobj/1",
        "The/the/DT/det/1 traders/trader/NNS/ROOT/1 art/art/NN/dobj/1",
    ],
)
def test_a_plural_without_an_object_or_behind_an_article_stays(text: str) -> None:
    tokens = as_parsed(text)
    assert mend_openings(tokens) is tokens


@pytest.mark.parametrize("pronoun", ["I", "We", "you"])
def test_who_is_called_by_name_is_no_subject_of_what_the_speaker_did(pronoun: str) -> None:
    mended = mend_calls(as_parsed(CALLED.format(",", ",", pronoun)))
    assert (mended.dep[0], mended.dep[2]) == ("npadvmod", "nsubj")


@pytest.mark.parametrize(("mark", "pronoun"), [(",", "he"), ("or", "I")])
def test_another_pronoun_or_no_comma_calls_nobody(mark: str, pronoun: str) -> None:
    mended = mend_calls(as_parsed(CALLED.format(mark, "," if mark == "," else "CC", pronoun)))
    assert mended.dep[0] == "nsubj"


ELECTED = "They/they/PRP/nsubj/1 {0}/{1}/VBD/ROOT/1 Rona/rona/NNP/compound/3 Clay/clay/NNP/compound/{2} {3}"
CHAIR = "chairwoman/chairwoman/NN/dobj/1"


def elected(text: str) -> Tokens:
    return parse_by_hand(text, persons=((2, 4),)).tokens


def test_who_is_elected_is_no_part_of_the_post() -> None:
    mended = elected(ELECTED.format("elected", "elect", 4, CHAIR))
    assert [(mended.head[one], mended.dep[one]) for one in (2, 3, 4)] == [
        (3, "compound"), (1, "dobj"), (1, "oprd"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        ELECTED.format("attacked", "attack", 4, CHAIR),
        ELECTED.format("elected", "elect", 4, "street/street/NN/dobj/1"),
        ELECTED.format("elected", "elect", 5, "chairwoman/chairwoman/NN/compound/5 Orme/orme/NNP/dobj/1"),
    ],
)
def test_a_name_before_another_noun_stays_its_part(text: str) -> None:
    tokens = elected(text)
    assert tokens.dep[3] == "compound"


HAVING = (
    "They/they/PRP/nsubj/1 found/find/VBD/ROOT/1 no/no/DT/det/3 sign/sign/NN/dobj/1 {0}/{0}/IN/prep/3 "
    "Acme/acme/NNP/pobj/4 {1}/have/VBG/{2}/7 paid/pay/VBN/advcl/1 Bob/bob/NNP/dobj/7"
)


def test_who_stands_between_of_and_having_has_done_it() -> None:
    mended = mend_gerunds(as_parsed(HAVING.format("of", "having", "aux")))
    assert [(mended.head[one], mended.dep[one]) for one in (5, 7)] == [(7, "nsubj"), (4, "pcomp")]


@pytest.mark.parametrize("words", [("at", "having", "aux"), ("of", ",", "punct")])
def test_other_participles_stay_on_the_verb(words: tuple[str, str, str]) -> None:
    tokens = as_parsed(HAVING.format(*words))
    assert mend_gerunds(tokens) is tokens


WORKERS_IN = (
    "Acme/Acme/NNP/nsubj/1 paid/pay/VBD/ROOT/1 workers/worker/NNS/dobj/1 {0}/{0}/IN/prep/2 Riga/Riga/NNP/pobj/3 "
    "and/and/CC/cc/2 other/other/JJ/amod/7 {1}/{2}/NNS/conj/2"
)
FIRMS = (
    "Ann/Ann/NNP/nsubj/1 sued/sue/VBD/ROOT/1 Basco/Basco/NNP/{0}/5 and/and/CC/cc/2 other/other/JJ/conj/2 "
    "firms/firm/NNS/dobj/1"
)


def test_other_places_go_with_the_place_before_them() -> None:
    mended = rehang_others(as_parsed(WORKERS_IN.format("in", "cities", "city")))
    assert (mended.head[7], mended.dep[7], mended.head[5]) == (4, "conj", 4)


def test_others_that_are_no_places_stay_with_their_like() -> None:
    tokens = as_parsed(WORKERS_IN.format("of", "servants", "servant"))
    assert rehang_others(tokens) is tokens


@pytest.mark.parametrize(("others", "head"), [("others", 8), ("unions", 4)])
def test_others_are_the_subject_of_the_clause_behind_them(others: str, head: int) -> None:
    tokens = as_parsed(
        "Ann/Ann/NNP/nsubj/1 said/say/VBD/ROOT/1 she/she/PRP/nsubj/3 left/leave/VBD/ccomp/1 Acme/Acme/NNP/dobj/3 "
        f"and/and/CC/cc/4 {others}/{others}/NNS/conj/4 have/have/VBP/aux/8 refused/refuse/VBN/conj/1"
    )
    assert part_others(tokens).head[6] == head


def test_others_beside_a_verb_with_its_own_subject_stay() -> None:
    tokens = as_parsed(
        "Ann/Ann/NNP/nsubj/1 met/meet/VBD/ROOT/1 Acme/Acme/NNP/dobj/1 and/and/CC/cc/2 others/other/NNS/conj/2 "
        "and/and/CC/cc/1 she/she/PRP/nsubj/7 left/leave/VBD/conj/1"
    )
    assert part_others(tokens) is tokens


@pytest.mark.parametrize("label", ["nmod", "compound"])
def test_a_name_before_other_firms_is_no_modifier_of_them(label: str) -> None:
    mended = rehang_others(as_parsed(FIRMS.format(label)))
    assert [(mended.head[at], mended.dep[at]) for at in (2, 3, 4, 5)] == [
        (1, "dobj"), (2, "cc"), (5, "amod"), (2, "conj")
    ]  # fmt: skip


AFTER_A_MAN = (
    "Ann/Ann/NNP/nsubj/1 wrote/write/VBD/ROOT/1 after/after/IN/mark/7 a/a/DT/det/4 man/man/NN/nsubj/5 "
    "holding/hold/VBG/pcomp/2 guns/gun/NNS/dobj/5 shot/shoot/{}/advcl/1 Bob/Bob/NNP/dobj/7"
)


def test_a_clause_behind_after_has_its_own_subject() -> None:
    mended = mend_subjects(as_parsed(AFTER_A_MAN.format("VBD")))
    assert (mended.head[4], mended.dep[4]) == (7, "nsubj")
    assert (mended.head[5], mended.dep[5]) == (4, "acl")
    bare = as_parsed(AFTER_A_MAN.format("VBG"))
    assert mend_subjects(bare).head == bare.head


SAID_IN = (
    "Ann/Ann/NNP/nsubj/1 {0}/say/{1}/ROOT/1 in/in/IN/prep/1 mails/mail/NNS/pobj/2 {2}/{2}/JJ/amod/5 "
    "night/night/NN/npadvmod/7 they/they/PRP/nsubj/7 left/leave/VBD/ccomp/1"
)
DATED = ["O", "O", "O", "O", "B-TIME", "I-TIME", "O", "O"]


@pytest.mark.parametrize(
    ("said", "tag", "day", "verb"),
    [("said", "VBD", "Monday", 1), ("says", "VBZ", "Monday", 7), ("said", "VBD", "next", 7)],
)
def test_a_time_behind_an_occasion_is_when_it_was_said(said: str, tag: str, day: str, verb: int) -> None:
    tokens = as_parsed(SAID_IN.format(said, tag, day), DATED)
    assert mend_times(tokens).head[5] == verb


def test_the_day_after_is_when_and_not_what() -> None:
    text = (
        "Ann/Ann/NNP/nsubj/1 wrote/write/VBD/ROOT/1 the/the/DT/det/3 day/day/NN/dobj/1 {0}/{0}/IN/{1}/6 "
        "they/they/PRP/nsubj/6 left/leave/VBD/{2}/{3}"
    )
    ents = ["O", "O", "B-DATE", "I-DATE", "O", "O", "O"]
    assert mend_times(as_parsed(text.format("after", "mark", "advcl", 1), ents)).dep[3] == "npadvmod"
    assert mend_times(as_parsed(text.format("that", "mark", "relcl", 3), ents)).dep[3] == "dobj"
