"""Polarity, modality and asserters over parses written by hand, and all fields over our own sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.document import extract_document, load_resources
from sociogram.extraction.qualification.nearest_values import NearestValues
from sociogram.extraction.qualification.qualify import qualify
from sociogram.model import Document, Mention, Modality, Polarity, RelationMention, TimeExpression
from sociogram.parse.spacy_model import parse_documents
from support.parses import parse_by_hand

if TYPE_CHECKING:
    from spacy.language import Language

    from sociogram.parse.parsed import ParsedDocument

PLAIN = "Acme/Acme/NNP/nsubj/1 funded/fund/VBD/ROOT/1 Boyd/Boyd/NNP/dobj/1"
NOT = "Acme/Acme/NNP/nsubj/3 did/do/VBD/aux/3 not/not/RB/neg/3 fund/fund/VB/ROOT/3 Boyd/Boyd/NNP/dobj/3"
NOBODY = "No/no/DT/det/1 bank/bank/NN/nsubj/2 funded/fund/VBD/ROOT/2 Boyd/Boyd/NNP/dobj/2"
REFUSED = (
    "Acme/Acme/NNP/nsubj/1 refused/refuse/VBD/ROOT/1 to/to/TO/aux/3 fund/fund/VB/xcomp/1 Boyd/Boyd/NNP/dobj/3"
)
NOT_REFUSED = (
    "Acme/Acme/NNP/nsubj/3 did/do/VBD/aux/3 not/not/RB/neg/3 refuse/refuse/VB/ROOT/3 to/to/TO/aux/5 "
    "fund/fund/VB/xcomp/3 Boyd/Boyd/NNP/dobj/5"
)
WITHOUT = (
    "Acme/Acme/NNP/nsubj/1 left/leave/VBD/ROOT/1 without/without/IN/prep/1 funding/fund/VBG/pcomp/2 "
    "Boyd/Boyd/NNP/dobj/3"
)
RELATIVE = (
    "Acme/Acme/NNP/nsubj/7 ,/,/,/punct/0 which/which/WDT/nsubj/3 funded/fund/VBD/relcl/0 "
    "Boyd/Boyd/NNP/dobj/3 "
    ",/,/,/punct/0 never/never/RB/neg/7 left/leave/VBD/ROOT/7"
)
MAY = "Acme/Acme/NNP/nsubj/2 may/may/MD/aux/2 fund/fund/VB/ROOT/2 Boyd/Boyd/NNP/dobj/2"
WILL = "Acme/Acme/NNP/nsubj/2 will/will/MD/aux/2 fund/fund/VB/ROOT/2 Boyd/Boyd/NNP/dobj/2"
MUST = "Acme/Acme/NNP/nsubj/2 must/must/MD/aux/2 fund/fund/VB/ROOT/2 Boyd/Boyd/NNP/dobj/2"
IF = (
    "If/if/IN/mark/2 Acme/Acme/NNP/nsubj/2 funds/fund/VBZ/advcl/6 Boyd/Boyd/NNP/dobj/2 ,/,/,/punct/6 "
    "Carr/Carr/NNP/nsubj/6 leaves/leave/VBZ/ROOT/6"
)
SAID = (
    "Carr/Carr/NNP/nsubj/1 said/say/VBD/ROOT/1 that/that/IN/mark/4 Acme/Acme/NNP/nsubj/4 "
    "funded/fund/VBD/ccomp/1 "
    "Boyd/Boyd/NNP/dobj/4"
)
DENIED = (
    "Carr/Carr/NNP/nsubj/1 denied/deny/VBD/ROOT/1 that/that/IN/mark/4 Acme/Acme/NNP/nsubj/4 "
    "funded/fund/VBD/ccomp/1 "
    "Boyd/Boyd/NNP/dobj/4"
)
NOT_SAID = (
    "Carr/Carr/NNP/nsubj/3 did/do/VBD/aux/3 not/not/RB/neg/3 say/say/VB/ROOT/3 that/that/IN/mark/6 "
    "Acme/Acme/NNP/nsubj/6 funded/fund/VBD/ccomp/3 Boyd/Boyd/NNP/dobj/6"
)
NOT_THINK = NOT_SAID.replace("say/say", "think/think")
CLAIMS = SAID.replace("said/say", "claimed/claim")
VOWED = REFUSED.replace("refused/refuse", "vowed/vow")
TRIED = REFUSED.replace("refused/refuse", "tried/try")
AIMED = (
    "Acme/Acme/NNP/nsubj/1 turned/turn/VBD/ROOT/1 its/its/PRP$/poss/3 focus/focus/NN/dobj/1 to/to/IN/prep/1 "
    "funding/fund/VBG/pcomp/4 Boyd/Boyd/NNP/dobj/5"
)
ASKED_ABOUT = (
    "Asked/ask/VBN/advcl/8 about/about/IN/prep/0 Acme/Acme/NNP/poss/4 's/'s/POS/case/2 fund/fund/NN/pobj/1 "
    "for/for/IN/prep/4 Boyd/Boyd/NNP/pobj/5 Carr/Carr/NNP/nsubj/8 left/leave/VBD/ROOT/8"
)
TURNED = "Acme/Acme/NNP/nsubj/1 turned/turn/VBD/ROOT/1 to/to/IN/prep/1 funding/fund/VBG/pcomp/2 Boyd/Boyd/NNP/dobj/3"
URGED = (
    "Carr/Carr/NNP/nsubj/1 urged/urge/VBD/ROOT/1 Acme/Acme/NNP/dobj/1 to/to/TO/aux/4 fund/fund/VB/xcomp/1 "
    "Boyd/Boyd/NNP/dobj/4"
)
ALLEGEDLY = (
    "Acme/Acme/NNP/nsubj/2 allegedly/allegedly/RB/advmod/2 funded/fund/VBD/ROOT/2 Boyd/Boyd/NNP/dobj/2"
)
NEARLY = "Acme/Acme/NNP/nsubj/2 nearly/nearly/RB/advmod/2 funded/fund/VBD/ROOT/2 Boyd/Boyd/NNP/dobj/2"
NEARLY_ALWAYS = (
    "Acme/Acme/NNP/nsubj/3 nearly/nearly/RB/advmod/3 always/always/RB/advmod/3 funded/fund/VBD/ROOT/3 "
    "Boyd/Boyd/NNP/dobj/3"
)
RULED_OUT = (
    "Carr/Carr/NNP/nsubj/1 ruled/rule/VBD/ROOT/1 out/out/RP/prt/1 that/that/IN/mark/5 Acme/Acme/NNP/nsubj/5 "
    "funded/fund/VBD/ccomp/1 Boyd/Boyd/NNP/dobj/5"
)
FALSELY = (
    "Carr/Carr/NNP/nsubj/2 falsely/falsely/RB/advmod/2 said/say/VBD/ROOT/2 that/that/IN/mark/5 "
    "Acme/Acme/NNP/nsubj/5 funded/fund/VBD/ccomp/2 Boyd/Boyd/NNP/dobj/5"
)
REPORT = (
    "the/the/DT/det/2 {0}/{0}/JJ/amod/2 report/report/NN/nsubj/7 that/that/IN/mark/5 Acme/Acme/NNP/nsubj/5 "
    "funded/fund/VBD/acl/2 Boyd/Boyd/NNP/dobj/5 spread/spread/VBD/ROOT/7"
)
TAKEN_BACK = (
    "Carr/Carr/NNP/nsubj/1 {0}/{0}/VBD/ROOT/1 its/its/PRP$/poss/3 report/report/NN/dobj/1 that/that/IN/mark/6 "
    "Acme/Acme/NNP/nsubj/6 funded/fund/VBD/acl/3 Boyd/Boyd/NNP/dobj/6"
)
NOT_CONFIRMED = NOT_SAID.replace("say/say", "confirm/confirm")
NOT_REVEALED = NOT_SAID.replace("say/say", "reveal/reveal")
WOULD_IF = (
    "Carr/Carr/NNP/nsubj/1 said/say/VBD/ROOT/1 she/she/PRP/nsubj/4 would/would/MD/aux/4 go/go/VB/ccomp/1 "
    "if/if/IN/mark/8 Acme/Acme/NNP/nsubj/8 would/would/MD/aux/8 fund/fund/VB/advcl/4 Boyd/Boyd/NNP/dobj/8"
)
WOULD = (
    "Carr/Carr/NNP/nsubj/1 said/say/VBD/ROOT/1 Acme/Acme/NNP/nsubj/4 would/would/MD/aux/4 fund/fund/VB/ccomp/1 "
    "Boyd/Boyd/NNP/dobj/4"
)
QUESTION = "Did/do/VBD/aux/2 Acme/Acme/NNP/nsubj/2 fund/fund/VB/ROOT/2 Boyd/Boyd/NNP/dobj/2 ?/?/,/punct/2"
CHAIN = (
    "Carr/Carr/NNP/nsubj/1 said/say/VBD/ROOT/1 Dunn/Dunn/NNP/nsubj/3 told/tell/VBD/ccomp/1 "
    "Eads/Eads/NNP/dobj/3 "
    "that/that/IN/mark/7 Acme/Acme/NNP/nsubj/7 funded/fund/VBD/ccomp/3 Boyd/Boyd/NNP/dobj/7"
)
TITLE = (
    "Acme/Acme/NNP/compound/2 CEO/CEO/NN/compound/2 Boyd/Boyd/NNP/nsubj/6 did/do/VBD/aux/6 not/not/RB/neg/6 "
    "ever/ever/RB/advmod/6 leave/leave/VB/ROOT/6"
)


def mentions_of(parsed: ParsedDocument) -> tuple[Mention, ...]:
    """One mention for each proper noun."""
    found = [token for token in parsed.doc if token.tag_ == "NNP"]
    return tuple(
        Mention(
            index=index,
            start=token.idx,
            end=token.idx + len(token),
            text=token.text,
            phrase=(token.idx, token.idx + len(token)),
            tokens=(token.i, token.i + 1),
            head=token.i,
            form="named",
            kind="Organization",
            name=token.text,
        )
        for index, token in enumerate(found)
    )


def read(parse: str, lemma: str = "fund", **sense: object) -> tuple[RelationMention, list[str]]:
    """The relation on the word of ``lemma``, and the words of its asserters."""
    parsed = parse_by_hand(parse)
    mentions = mentions_of(parsed)
    trigger = next(token for token in parsed.doc if token.lemma_ == lemma)
    relation = RelationMention(
        subject=0,
        relation="funded",
        object=len(mentions) - 1,
        lemma=lemma,
        trigger=(trigger.idx, trigger.idx + len(trigger)),
        sentence=(0, len(parsed.document.text)),
        confidence=0.8,
        rule="test@1",
    )
    found = qualify(parsed, [replace(relation, **sense)], mentions, find_attributions(parsed, mentions))[0]
    return found, [mentions[index].text for index in found.asserters]


@pytest.mark.parametrize(
    ("parse", "polarity", "modality", "asserters"),
    [
        pytest.param(PLAIN, "affirmed", "asserted", [], id="a plain clause"),
        pytest.param(NOT, "denied", "asserted", [], id="not"),
        pytest.param(NOBODY, "denied", "asserted", [], id="a negative subject"),
        pytest.param(REFUSED, "denied", "asserted", [], id="refused to"),
        pytest.param(NOT_REFUSED, "affirmed", "asserted", [], id="did not refuse to"),
        pytest.param(WITHOUT, "denied", "asserted", [], id="without doing"),
        pytest.param(RELATIVE, "affirmed", "asserted", [], id="a relative clause under a negation"),
        pytest.param(MAY, "affirmed", "possible", [], id="may"),
        pytest.param(WILL, "affirmed", "predicted", [], id="will"),
        pytest.param(MUST, "affirmed", "demanded", [], id="must"),
        pytest.param(IF, "affirmed", "hypothetical", [], id="if"),
        pytest.param(SAID, "affirmed", "reported", ["Carr"], id="said that"),
        pytest.param(DENIED, "denied", "reported", ["Carr"], id="denied that"),
        pytest.param(NOT_SAID, "affirmed", "possible", [], id="did not say that"),
        pytest.param(NOT_THINK, "denied", "reported", ["Carr"], id="did not think that"),
        pytest.param(CLAIMS, "affirmed", "alleged", ["Carr"], id="claimed that"),
        pytest.param(VOWED, "affirmed", "intended", ["Acme"], id="vowed to"),
        pytest.param(TRIED, "affirmed", "intended", [], id="tried to"),
        pytest.param(AIMED, "affirmed", "intended", [], id="turned its focus to doing"),
        pytest.param(AIMED.replace("focus/focus", "profits/profit"), "affirmed", "asserted", [], id="no aim"),
        pytest.param(TURNED, "affirmed", "asserted", [], id="turned to doing"),
        pytest.param(ASKED_ABOUT, "affirmed", "asserted", [], id="what is asked about is so"),
        pytest.param(
            TURNED.replace("turned/turn", "dedicated/dedicate"), "affirmed", "intended", [], id="dedicated"
        ),
        pytest.param(
            TURNED.replace("turned/turn", "focused/focus").replace("to/to", "on/on"),
            "affirmed",
            "intended",
            [],
            id="focused on doing",
        ),
        pytest.param(URGED, "affirmed", "demanded", ["Carr"], id="urged to"),
        pytest.param(ALLEGEDLY, "affirmed", "alleged", [], id="allegedly"),
        pytest.param(NEARLY, "denied", "asserted", [], id="nearly"),
        pytest.param(NEARLY_ALWAYS, "affirmed", "asserted", [], id="nearly always"),
        pytest.param(RULED_OUT, "denied", "reported", ["Carr"], id="ruled out that"),
        pytest.param(
            RULED_OUT.replace(" out/out/RP/prt/1", " now/now/RB/advmod/1"),
            "affirmed",
            "reported",
            ["Carr"],
            id="ruled that",
        ),
        pytest.param(FALSELY, "denied", "asserted", [], id="falsely said"),
        pytest.param(REPORT.format("false"), "denied", "asserted", [], id="a false report"),
        pytest.param(REPORT.format("unconfirmed"), "affirmed", "possible", [], id="an unconfirmed report"),
        pytest.param(REPORT.format("long"), "affirmed", "reported", [], id="a long report"),
        pytest.param(TAKEN_BACK.format("retract"), "denied", "reported", [], id="retracted its report"),
        pytest.param(TAKEN_BACK.format("repeat"), "affirmed", "reported", ["Carr"], id="repeated its report"),
        pytest.param(NOT_CONFIRMED, "affirmed", "possible", [], id="did not confirm that"),
        pytest.param(NOT_REVEALED, "affirmed", "asserted", [], id="did not reveal that"),
        pytest.param(WOULD_IF, "affirmed", "hypothetical", ["Carr"], id="said she would if"),
        pytest.param(WOULD, "affirmed", "predicted", ["Carr"], id="said it would"),
        pytest.param(QUESTION, "affirmed", "possible", [], id="a question"),
        pytest.param(CHAIN, "affirmed", "reported", ["Carr", "Dunn"], id="one quoting another"),
    ],
)
def test_a_relation_is_qualified(parse: str, polarity: str, modality: str, asserters: list[str]) -> None:
    relation, words = read(parse)
    assert (relation.polarity, relation.modality, words) == (polarity, modality, asserters)


def test_a_denied_sense_under_a_negation_is_affirmed() -> None:
    assert read(NOT, polarity=Polarity.DENIED)[0].polarity is Polarity.AFFIRMED


def test_the_modality_of_a_sense_is_not_weakened() -> None:
    assert read(SAID, modality=Modality.INTENDED)[0].modality is Modality.INTENDED


def test_no_plan_reaches_where_a_place_lies() -> None:
    comma = {"relation": "locatedIn", "rule": "comma.locatedIn@1"}
    assert read(TRIED, **comma)[0].modality is Modality.ASSERTED
    assert read(SAID, **comma)[1] == []
    assert read(TRIED, relation="locatedIn", rule="located.active@1")[0].modality is Modality.INTENDED


STRESS = "{}/nsubj/2 must/must/MD/aux/2 stress/stress/VB/ROOT/2 Boyd/Boyd/NNP/dobj/2"


@pytest.mark.parametrize(
    ("who", "modality"), [("I/I/PRP", Modality.ASSERTED), ("Acme/Acme/NNP", Modality.DEMANDED)]
)
def test_who_says_i_must_stress_has_stressed(who: str, modality: Modality) -> None:
    assert read(STRESS.format(who), "stress")[0].modality is modality


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Maria Weber, who owns a bank in Bonn, has found 34 backers, according to the website.", False),
        ("Maria Weber owns a bank in Bonn, according to the website.", True),
    ],
)
def test_according_to_does_not_reach_into_a_relative_clause_between_commas(
    text: str, *, reported: bool, nlp: Language
) -> None:
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    found = extract_document(next(iter(parse_documents([document], nlp))), load_resources())
    (owns,) = [one for one in found.relations if one.relation == "owns"]
    assert (owns.modality is Modality.REPORTED) is reported


def test_a_stronger_modality_replaces_that_of_the_sense() -> None:
    assert read(MAY, modality=Modality.INTENDED)[0].modality is Modality.POSSIBLE


def test_a_title_is_not_denied_with_its_sentence() -> None:
    assert read(TITLE, lemma="CEO")[0].polarity is Polarity.AFFIRMED


ROLE_FIRST = (
    "Carr/Carr/NNP/nsubj/1 claimed/claim/VBD/ROOT/1 that/that/IN/mark/7 Acme/Acme/NNP/compound/4 "
    "banker/banker/NN/nsubj/7 ,/,/,/punct/4 Boyd/Boyd/NNP/appos/4 left/leave/VBD/ccomp/1"
)
CONTRAST = (
    "Boyd/Boyd/NNP/nsubj/1 was/be/VBD/ROOT/1 a/a/DT/det/4 Acme/Acme/NNP/compound/4 banker/banker/NN/attr/1 "
    "{}/{}/,/punct/4 not/not/RB/neg/4 a/a/DT/det/8 broker/broker/NN/appos/4"
)


def test_a_noun_with_a_name_behind_it_is_said_in_passing() -> None:
    assert read(ROLE_FIRST, lemma="banker")[0].modality is Modality.ASSERTED


def test_what_is_set_against_a_noun_does_not_deny_it() -> None:
    assert read(CONTRAST.format(",", ","), lemma="banker")[0].polarity is Polarity.AFFIRMED


def test_an_embedded_relation_is_a_little_less_sure() -> None:
    assert read(PLAIN)[0].confidence == 0.8
    assert 0.7 < read(SAID)[0].confidence < 0.8


def test_no_relations_give_none() -> None:
    assert qualify(parse_by_hand(PLAIN), [], (), ()) == []


BESIDE = (
    "Carr/Carr/NNP/nsubj/1 {}/{}/VBD/ROOT/1 that/that/IN/mark/9 Acme/Acme/NNP/nsubj/9 {}/{}/,/punct/3 "
    "which/which/WDT/nsubj/6 {}/{}/VBZ/relcl/3 Boyd/Boyd/NNP/dobj/6 ,/,/,/punct/3 closed/close/VBD/ccomp/1"
)


def beside(verb: str = "lead", cue: str = "say", comma: str = ",", relation: str = "leads") -> list[str]:
    """Who says what the relative clause of BESIDE tells."""
    parse = BESIDE.format(cue, cue, comma, comma, verb, verb)
    return read(parse, lemma=verb, relation=relation)[1]


def test_a_clause_between_commas_behind_a_name_is_the_writers() -> None:
    assert beside() == []


def test_without_a_comma_it_is_the_speakers() -> None:
    assert beside(comma="then") == ["Carr"]


@pytest.mark.parametrize(("verb", "relation"), [("bribe", "relatedTo"), ("sue", "sued")])
def test_a_reproach_stays_the_speakers(verb: str, relation: str) -> None:
    assert beside(verb, relation=relation) == ["Carr"]


def test_so_does_what_is_only_claimed() -> None:
    assert beside(cue="claim") == ["Carr"]


def test_who_speaks_in_such_a_clause_says_it() -> None:
    parse = (
        "Acme/Acme/NNP/nsubj/8 ,/,/,/punct/0 which/which/WDT/nsubj/3 said/say/VBD/relcl/0 Boyd/Boyd/NNP/nsubj/5 "
        "leads/lead/VBZ/ccomp/3 Carr/Carr/NNP/dobj/5 ,/,/,/punct/0 closed/close/VBD/ROOT/8"
    )
    assert read(parse, lemma="lead", relation="leads")[1] == ["Acme"]


MIXED = (
    "Carr/Carr/NNP/nsubj/1 said/say/VBD/ROOT/1 {0} senator/senator/NN/compound/4 Acme/Acme/NNP/nsubj/5 "
    "was/be/VBD/ccomp/1 {1} crook/crook/NN/attr/5 who/who/WP/nsubj/9 lied/lie/VBD/relcl/7 ''/''/''/punct/5 "
    "Boyd/Boyd/NNP/dep/1"
)


def test_a_title_before_the_marks_of_a_quotation_is_the_writers() -> None:
    inside = MIXED.format("``/``/``/punct/5", "a/a/DT/det/7")
    outside = MIXED.format("that/that/IN/mark/5", "``/``/``/punct/5")
    assert read(inside, lemma="senator")[1] == ["Carr"]
    assert read(outside, lemma="senator")[1] == []


@pytest.mark.model
def test_our_own_sentences_are_read(nlp: Language) -> None:
    from benchmarks.qualification import FIELDS, GOLD, read_gold, readings

    pairs = list(readings(read_gold(GOLD), nlp))
    wrong = [
        (field, gold["text"], gold["trigger"], found[field])
        for gold, found in pairs
        for field in FIELDS
        if gold[field] != found[field] and field not in gold.get("known_errors", ())
    ]
    assert wrong == []


def test_dates_in_brackets_behind_a_person_are_those_of_his_life() -> None:
    text = (
        "Carr/Carr/NNP/nsubj/6 (/(/,/punct/6 1870/1870/CD/npadvmod/6 -/-/HYPH/punct/2 1930/1930/CD/npadvmod/6 "
        ")/)/,/punct/6 funded/fund/VBD/ROOT/6 Boyd/Boyd/NNP/dobj/6"
    )
    assert time_of(parse_by_hand(text, persons=((0, 1),)), 6) is None
    assert time_of(parse_by_hand(text), 6) is not None


def time_of(parsed: ParsedDocument, trigger: int) -> TimeExpression | None:
    return NearestValues(parsed.tokens, parsed.view.text, None).time(trigger, future=False)
