"""Propositions, one construction a test, over parses written by hand."""

from __future__ import annotations

import pytest

from sociogram.extraction.propositions.find import find_propositions
from sociogram.knowledge.confidence import CLAUSE
from sociogram.model import Proposition
from sociogram.parse.parsed import ParsedDocument
from support.parses import parse_by_hand

Roles = dict[str, str]

ACTIVE = (
    "Alice/Alice/NNP/nsubj/1 funded/fund/VBD/ROOT/1 the/the/DT/det/3 campaign/campaign/NN/dobj/1 "
    "in/in/IN/prep/1 May/May/NNP/pobj/4"
)
PASSIVE = (
    "The/the/DT/det/1 campaign/campaign/NN/nsubjpass/3 was/be/VBD/auxpass/3 funded/fund/VBN/ROOT/3 "
    "by/by/IN/agent/3 Alice/Alice/NNP/pobj/4"
)
CONTROL = (
    "Alice/Alice/NNP/nsubj/1 promised/promise/VBD/ROOT/1 to/to/TO/aux/3 fund/fund/VB/xcomp/1 "
    "Bob/Bob/NNP/dobj/3"
)
OBJECT_CONTROL = (
    "Alice/Alice/NNP/nsubj/1 urged/urge/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 to/to/TO/aux/4 sign/sign/VB/xcomp/1 "
    "the/the/DT/det/6 bill/bill/NN/dobj/4"
)
RELATIVE = (
    "Bob/Bob/NNP/nsubj/5 ,/,/,/punct/0 whom/whom/WP/dobj/4 Alice/Alice/NNP/nsubj/4 funded/fund/VBD/relcl/0 "
    "left/leave/VBD/ROOT/5"
)
SHARED = (
    "Alice/Alice/NNP/nsubj/1 met/meet/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 and/and/CC/cc/1 "
    "praised/praise/VBD/conj/1 Carol/Carol/NNP/dobj/4"
)
PARTICLE = "Alice/Alice/NNP/nsubj/1 cut/cut/VBD/ROOT/1 off/off/RP/prt/1 Bob/Bob/NNP/dobj/1"
NEGATED = "Alice/Alice/NNP/nsubj/3 did/do/VBD/aux/3 not/not/RB/neg/3 fund/fund/VB/ROOT/3 Bob/Bob/NNP/dobj/3"
DITRANSITIVE = (
    "Alice/Alice/NNP/nsubj/1 gave/give/VBD/ROOT/1 Bob/Bob/NNP/dative/1 a/a/DT/det/4 letter/letter/NN/dobj/1"
)
PARTICIPLE = (
    "a/a/DT/det/1 bill/bill/NN/nsubj/5 signed/sign/VBN/acl/1 by/by/IN/agent/2 Alice/Alice/NNP/pobj/3 "
    "failed/fail/VBD/ROOT/5"
)
APPOSITION = (
    "Alice/Alice/NNP/nsubj/4 ,/,/,/punct/0 a/a/DT/det/3 senator/senator/NN/appos/0 spoke/speak/VBD/ROOT/4"
)
POSSESSIVE = "Alice/Alice/NNP/poss/2 's/'s/POS/case/0 campaign/campaign/NN/nsubj/3 failed/fail/VBD/ROOT/3"
RAISING = (
    "Alice/Alice/NNP/nsubj/1 was/be/VBD/ROOT/1 able/able/JJ/acomp/1 to/to/TO/aux/4 fund/fund/VB/xcomp/2 "
    "Bob/Bob/NNP/dobj/4"
)
TOUGH = "It/it/PRP/nsubj/1 was/be/VBD/ROOT/1 easy/easy/JJ/acomp/1 to/to/TO/aux/4 see/see/VB/xcomp/2"
PREPOSITION = (
    "Alice/Alice/NNP/nsubj/1 drove/drive/VBD/ROOT/1 out/out/IN/prep/1 of/of/IN/prep/2 Rome/Rome/NNP/pobj/3"
)
STRANDED = (
    "the/the/DT/det/1 man/man/NN/nsubj/5 Alice/Alice/NNP/nsubj/3 met/meet/VBD/relcl/1 with/with/IN/prep/3 "
    "left/leave/VBD/ROOT/5"
)
THERE = (
    "There/there/EX/expl/1 was/be/VBD/ROOT/1 a/a/DT/det/3 war/war/NN/attr/1 in/in/IN/prep/1 "
    "Mali/Mali/NNP/pobj/4"
)
SAID = (
    "Alice/Alice/NNP/nsubj/1 said/say/VBD/ROOT/1 that/that/IN/mark/4 Bob/Bob/NNP/nsubj/4 lied/lie/VBD/ccomp/1"
)
TITLE = "Senator/senator/NNP/compound/2 Alice/Alice/NNP/compound/2 Lee/Lee/NNP/nsubj/3 spoke/speak/VBD/ROOT/3"
ACCUSED = (
    "Alice/Alice/NNP/nsubj/1 accused/accuse/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 of/of/IN/prep/1 "
    "funding/fund/VBG/pcomp/3 Carol/Carol/NNP/dobj/4"
)
AVERTED = (
    "Alice/Alice/NNP/nsubj/1 kept/keep/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 from/from/IN/prep/1 "
    "funding/fund/VBG/pcomp/3 Carol/Carol/NNP/dobj/4"
)
WHO_BEHIND_A_PLACE = (
    "Alice/Alice/NNP/nsubj/9 ,/,/,/punct/0 a/a/DT/det/3 member/member/NN/appos/0 in/in/IN/prep/3 "
    "Bonn/Bonn/NNP/pobj/4 {}/{}/WP/nsubj/7 funded/fund/VBD/relcl/5 Carol/Carol/NNP/dobj/7 left/leave/VBD/ROOT/9"
)
INSTEAD = (
    "Alice/Alice/NNP/nsubj/1 left/leave/VBD/ROOT/1 instead/instead/RB/advmod/1 of/of/IN/prep/2 "
    "funding/fund/VBG/pcomp/3 Carol/Carol/NNP/dobj/4"
)
MEANS = "Alice/Alice/NNP/nsubj/1 helped/help/VBD/ROOT/1 by/by/IN/prep/1 funding/fund/VBG/pcomp/2 Carol/Carol/NNP/dobj/3"
NAMED_HER = (
    "Alice/Alice/NNP/nsubj/1 appointed/appoint/VBD/ROOT/1 her/her/PRP$/poss/3 minister/minister/NN/dobj/1"
)
ON_AUXILIARY = (
    "He/he/PRP/nsubj/1 was/be/VBD/auxpass/2 elected/elect/VBN/ROOT/2 by/by/IN/agent/2 "
    "Congress/Congress/NNP/pobj/3"
)
ALL = [
    ACTIVE, PASSIVE, CONTROL, OBJECT_CONTROL, RELATIVE, SHARED, PARTICLE, NEGATED, DITRANSITIVE, PARTICIPLE,
    ACCUSED, AVERTED, MEANS, NAMED_HER, ON_AUXILIARY, APPOSITION, POSSESSIVE, RAISING, TOUGH,
    PREPOSITION, STRANDED, THERE, SAID, TITLE,
]  # fmt: skip


def roles(parsed: ParsedDocument, proposition: Proposition) -> Roles:
    return {argument.role: parsed.text(argument.span) for argument in proposition.arguments}


def read(text: str, lemma: str) -> tuple[Proposition, Roles]:
    parsed = parse_by_hand(text)
    (found,) = [one for one in find_propositions(parsed) if one.lemma == lemma]
    return found, roles(parsed, found)


def test_a_clause_gives_its_subject_object_and_prepositional_phrase() -> None:
    assert read(ACTIVE, "fund")[1] == {"subject": "Alice", "object": "the campaign", "prep:in": "May"}


def test_the_agent_of_a_passive_is_the_subject() -> None:
    proposition, found = read(PASSIVE, "fund")
    assert proposition.passive
    assert found == {"subject": "Alice", "object": "The campaign"}


def test_an_infinitive_has_the_subject_of_its_governor_and_its_words() -> None:
    parsed = parse_by_hand(CONTROL)
    proposition, found = read(CONTROL, "fund")
    assert found == {"subject": "Alice", "object": "Bob"}
    assert [parsed.text(span) for span in proposition.predicate] == ["promised to fund"]


def test_a_governor_is_marked_as_such() -> None:
    assert read(CONTROL, "promise")[0].rule == "governor"


def test_the_one_urged_is_the_subject_of_the_infinitive() -> None:
    assert read(OBJECT_CONTROL, "sign")[1] == {"subject": "Bob", "object": "the bill"}


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    assert read(RELATIVE, "fund")[1] == {"subject": "Alice", "object": "Bob"}


def test_coordinated_verbs_share_their_subject() -> None:
    assert read(SHARED, "praise")[1] == {"subject": "Alice", "object": "Carol"}


def test_a_particle_belongs_to_the_lemma() -> None:
    assert read(PARTICLE, "cut off")[1] == {"subject": "Alice", "object": "Bob"}


def test_a_negation_is_noted_and_stands_in_the_predicate() -> None:
    parsed = parse_by_hand(NEGATED)
    proposition, _ = read(NEGATED, "fund")
    assert proposition.negated
    assert parsed.text(proposition.predicate[0]) == "did not fund"


def test_the_one_who_gets_is_the_indirect_object() -> None:
    assert read(DITRANSITIVE, "give")[1] == {"subject": "Alice", "object": "a letter", "indirect": "Bob"}


def test_a_participle_says_something_of_its_noun_without_itself() -> None:
    assert read(PARTICIPLE, "sign")[1] == {"subject": "Alice", "object": "a bill"}


def test_an_apposition_says_what_its_noun_is() -> None:
    proposition, found = read(APPOSITION, "be")
    assert found == {"subject": "Alice", "complement": "a senator"}
    assert proposition.predicate == ()


def test_a_possessive_says_what_its_owner_has() -> None:
    assert read(POSSESSIVE, "have")[1] == {"subject": "Alice", "object": "campaign"}


def test_the_subject_of_an_adjective_does_its_infinitive() -> None:
    assert read(RAISING, "fund")[1] == {"subject": "Alice", "object": "Bob"}


def test_nobody_in_particular_does_what_is_easy_to_do() -> None:
    assert all(one.lemma != "see" for one in find_propositions(parse_by_hand(TOUGH)))


def test_the_accused_does_what_they_are_accused_of() -> None:
    assert read(ACCUSED, "fund")[1] == {"subject": "Bob", "object": "Carol"}


def test_nobody_does_what_they_are_kept_from() -> None:
    assert all(one.lemma != "fund" for one in find_propositions(parse_by_hand(AVERTED)))


@pytest.mark.parametrize(("pronoun", "subject"), [("who", "member"), ("which", "Bonn")])
def test_who_behind_a_place_is_the_person_there(pronoun: str, subject: str) -> None:
    ents = ["B-PERSON", "O", "O", "O", "O", "B-GPE", "O", "O", "B-PERSON", "O"]
    parsed = parse_by_hand(WHO_BEHIND_A_PLACE.format(pronoun, pronoun), ents=ents)
    found = next(one for one in find_propositions(parsed) if one.lemma == "fund")
    heads = [one.head for one in found.arguments if one.role == "subject"]
    assert [parsed.tokens.text[head] for head in heads] == [subject]


def test_nobody_does_what_somebody_does_something_else_instead_of() -> None:
    assert all(one.lemma != "fund" for one in find_propositions(parse_by_hand(INSTEAD)))


def test_the_subject_does_what_it_helps_by() -> None:
    proposition, found = read(MEANS, "fund")
    assert found == {"subject": "Alice", "object": "Carol"}
    assert proposition.confidence == CLAUSE["means"]


def test_who_is_accused_of_something_surely_did_what_is_told_of_him() -> None:
    assert read(ACCUSED, "fund")[0].confidence == CLAUSE["control"]


def test_her_is_the_one_appointed_minister() -> None:
    assert read(NAMED_HER, "appoint")[1]["object"] == "her"


def test_a_subject_that_hangs_on_an_auxiliary_is_that_of_the_verb() -> None:
    assert read(ON_AUXILIARY, "elect")[1] == {"subject": "Congress", "object": "He"}


def test_two_prepositions_in_a_row_are_one() -> None:
    assert read(PREPOSITION, "drive")[1] == {"subject": "Alice", "prep:out of": "Rome"}


def test_a_stranded_preposition_gets_the_noun_of_the_relative_clause() -> None:
    assert read(STRANDED, "meet")[1] == {"subject": "Alice", "prep:with": "the man"}


def test_there_is_gives_the_thing_that_is() -> None:
    assert read(THERE, "be")[1] == {"subject": "a war", "prep:in": "Mali"}


def test_the_clause_of_a_verb_of_saying_begins_behind_that() -> None:
    assert read(SAID, "say")[1] == {"subject": "Alice", "clause": "Bob lied"}


def test_a_title_says_what_a_person_is() -> None:
    parsed = parse_by_hand(TITLE, persons=((1, 3),))
    (found,) = [one for one in find_propositions(parsed) if one.rule == "title"]
    assert roles(parsed, found) == {"subject": "Alice Lee", "complement": "Senator"}


def test_every_span_lies_in_the_text_and_every_confidence_in_its_bounds() -> None:
    for text in ALL:
        parsed = parse_by_hand(text)
        for one in find_propositions(parsed):
            spans = [*one.predicate, *(argument.span for argument in one.arguments)]
            assert all(0 <= start < end <= len(parsed.document.text) for start, end in spans)
            assert 0 < one.confidence <= 1


def test_an_empty_document_has_no_propositions() -> None:
    parsed = parse_by_hand(ACTIVE)
    empty = ParsedDocument(parsed.document, parsed.view, parsed.doc[:0].as_doc(), ())
    assert find_propositions(empty) == ()


@pytest.mark.parametrize(
    ("governor", "noun", "told"),
    [
        ("made/make", "effort/effort", True),
        ("has/have", "right/right", True),
        ("rejected/reject", "plan/plan", False),
    ],
)
def test_who_undertakes_something_does_what_it_is_for(governor: str, noun: str, told: bool) -> None:
    parsed = parse_by_hand(
        f"Ann/Ann/NNP/nsubj/1 {governor}/VBD/ROOT/1 the/the/DT/det/3 {noun}/NN/dobj/1 to/to/TO/aux/5 "
        "stop/stop/VB/acl/3 Bob/Bob/NNP/dobj/5"
    )
    found = [one for one in find_propositions(parsed) if one.head == 5]
    subjects = [role.head for one in found for role in one.arguments if role.role == "subject"]
    assert (subjects == [0]) is told
    assert all(one.confidence > 0.6 for one in found if told)


ORDER = (
    "Alice/Alice/NNP/poss/2 's/'s/POS/case/0 {0}/{0}/NN/nsubj/8 to/to/IN/prep/2 Bob/Bob/NNP/pobj/3 "
    "to/to/TO/aux/6 sue/sue/VB/acl/2 Carol/Carol/NNP/dobj/6 failed/fail/VBD/ROOT/8"
)


@pytest.mark.parametrize(("noun", "doer"), [("order", "Bob"), ("appeal", "Bob"), ("promise", "Alice 's")])
def test_who_is_told_does_it_and_who_promises_does_it(noun: str, doer: str) -> None:
    assert read(ORDER.format(noun), "sue")[1]["subject"] == doer


def test_of_an_order_to_nobody_nobody_is_known_to_do_it() -> None:
    text = (
        "Alice/Alice/NNP/poss/2 's/'s/POS/case/0 order/order/NN/nsubj/6 to/to/TO/aux/4 sue/sue/VB/acl/2 "
        "Carol/Carol/NNP/dobj/4 failed/fail/VBD/ROOT/6"
    )
    assert all(one.lemma != "sue" for one in find_propositions(parse_by_hand(text)))


AGAINST = (
    "Alice/Alice/NNP/nsubj/1 {0}/{0}/VBD/ROOT/1 against/against/IN/prep/1 suing/sue/VBG/pcomp/2 "
    "Carol/Carol/NNP/dobj/3"
)


def test_who_decides_against_doing_is_who_does_not_do_it() -> None:
    assert read(AGAINST.format("decide"), "sue")[1]["subject"] == "Alice"
    assert all(one.lemma != "sue" for one in find_propositions(parse_by_hand(AGAINST.format("warn"))))


INSERTED = (
    "After/after/IN/prep/4 suing/sue/VBG/pcomp/0 Carol/Carol/NNP/dobj/1 Alice/Alice/NNP/nsubj/4 "
    "said/say/VBD/ROOT/4 ,/,/,/punct/4 Bob/Bob/NNP/nsubj/7 left/leave/VBD/ccomp/4"
)


def test_who_the_clause_around_a_saying_is_about_does_its_gerund() -> None:
    assert read(INSERTED, "sue")[1]["subject"] == "Bob"
    assert read(INSERTED.replace("said/say", "told/hear"), "sue")[1]["subject"] == "Alice"
    told = INSERTED.replace("said/say/VBD/ROOT/4", "told/tell/VBD/ROOT/4 us/we/PRP/dobj/4")
    told = told.replace("left/leave/VBD/ccomp/4", "left/leave/VBD/ccomp/4").replace(
        "Bob/NNP/nsubj/7", "Bob/NNP/nsubj/8"
    )
    assert read(told, "sue")[1]["subject"] == "Bob"


def test_of_two_subjects_around_a_colon_the_nearer_does_it() -> None:
    dateline = (
        "Oslo/Oslo/NNP/nsubj/5 ,/,/,/punct/0 Norway/Norway/NNP/appos/0 :/:/,/punct/0 "
        "Alice/Alice/NNP/nsubj/5 sued/sue/VBD/ROOT/5 Bob/Bob/NNP/dobj/5"
    )
    assert read(dateline, "sue")[1]["subject"] == "Alice"
    assert read(dateline.replace(":/:/,", ",/,/,"), "sue")[1]["subject"] == "Oslo"


MADE = (
    "Alice/Alice/NNP/nsubj/1 {}/{}/VBD/ROOT/1 saving/save/VBG/xcomp/1 Bob/Bob/NNP/dobj/2 a/a/DT/det/5 "
    "duty/duty/NN/oprd/1"
)


@pytest.mark.parametrize(("word", "lemma", "done"), [("made", "make", False), ("started", "start", True)])
def test_what_is_made_a_duty_nobody_does(word: str, lemma: str, done: bool) -> None:
    found = find_propositions(parse_by_hand(MADE.format(word, lemma)))
    subjects = [
        each for one in found if one.lemma == "save" for each in one.arguments if each.role == "subject"
    ]
    assert bool(subjects) is done


BREAKING = (
    "The/the/DT/det/1 law/law/NN/nsubj/6 that/that/WDT/dobj/4 Alice/Alice/NNP/nsubj/4 {0}/{1}/VBZ/relcl/1 "
    "{2}/break/VBG/xcomp/4 fell/fall/VBD/ROOT/6"
)


@pytest.mark.parametrize(("verb", "lemma", "holder"), [("keeps", "keep", "break"), ("sees", "see", "see")])
def test_a_moved_object_is_that_of_the_verb_that_lacks_one(verb: str, lemma: str, holder: str) -> None:
    found = find_propositions(parse_by_hand(BREAKING.format(verb, lemma, "breaking")))
    assert [one.lemma for one in found if any(each.role == "object" for each in one.arguments)] == [holder]


POET = (
    "Ann/Ann/NNP/nsubj/1 is/be/VBZ/ROOT/1 {0}/{0}/DT/det/3 poet/poet/NN/attr/1 who/who/WP/nsubj/5 "
    "founded/found/VBD/relcl/3 Acme/Acme/NNP/dobj/5"
)


def test_what_is_told_of_a_description_is_told_of_whom_it_describes() -> None:
    assert read(POET.format("a"), "found")[1]["subject"] == "Ann"


@pytest.mark.parametrize("text", [POET.format("no"), POET.format("a").replace("Ann/Ann/NNP", "It/it/PRP")])
def test_a_denied_description_and_a_cleft_are_about_the_noun(text: str) -> None:
    assert read(text, "found")[1]["subject"].endswith("poet")


REMARK = (
    "Ann/Ann/NNP/nsubj/1 began/begin/VBD/ROOT/1 talks/talk/NNS/dobj/1 with/with/IN/prep/2 Bob/Bob/NNP/pobj/3 "
    "{}who/who/WP/nsubj/{} left/leave/VBD/relcl/4"
)


def test_a_remark_on_a_noun_inside_a_phrase_ends_the_phrase() -> None:
    assert read(REMARK.format(",/,/,/punct/4 ", 7), "begin")[1]["object"] == "talks with Bob"


def test_what_tells_which_one_is_meant_stays() -> None:
    assert read(REMARK.format("", 6), "begin")[1]["object"] == "talks with Bob who left"


MEMBERS = (
    "Ann/Ann/NNP/nsubj/1 met/meet/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 ,/,/,/punct/2 the/the/DT/det/5 "
    "mayor/mayor/NN/conj/2 and/and/CC/cc/5 Carol/Carol/NNP/conj/5"
)


def test_an_argument_tells_its_members() -> None:
    parsed = parse_by_hand(MEMBERS)
    (found,) = find_propositions(parsed)
    members = {one.role: [parsed.text(span) for _, span in one.members] for one in found.arguments}
    assert members == {"subject": [], "object": ["Bob", "the mayor", "Carol"]}


PURPOSE = "Ann/Ann/NNP/nsubj/1 moved/move/VBD/ROOT/1 to/to/TO/aux/3 be/be/VB/advcl/1 free/free/JJ/acomp/3"


def test_a_purpose_is_an_argument() -> None:
    assert read(PURPOSE, "move")[1]["adverb"] == "to be free"
