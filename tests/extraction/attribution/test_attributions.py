"""Attributions, one construction a test, over parses written by hand."""

from __future__ import annotations

import pytest

from sociogram.extraction.attribution.find import find_attributions
from sociogram.model import Attribution, Document
from sociogram.parse.spacy_model import parse_documents
from support.parses import parse_by_hand

INDIRECT = (
    "Ames/Ames/NNP/nsubj/1 said/say/VBD/ROOT/1 that/that/IN/mark/4 Acme/Acme/NNP/nsubj/4 "
    "bought/buy/VBD/ccomp/1 "
    "the/the/DT/det/6 mill/mill/NN/dobj/4 ././,/punct/1"
)
BEFORE = (
    "Acme/Acme/NNP/nsubj/1 bought/buy/VBD/ccomp/6 the/the/DT/det/3 mill/mill/NN/dobj/1 ,/,/,/punct/6 "
    "Ames/Ames/NNP/nsubj/6 said/say/VBD/ROOT/6 ././,/punct/6"
)
INSIDE = (
    "The/the/DT/det/1 mayor/mayor/NN/nsubj/6 ,/,/,/punct/4 Ames/Ames/NNP/nsubj/4 "
    "recalled/recall/VBD/parataxis/6 "
    ",/,/,/punct/4 left/leave/VBD/ROOT/6 the/the/DT/det/8 town/town/NN/dobj/6 ././,/punct/6"
)
DIRECT = (
    "“/“/,/punct/8 Acme/Acme/NNP/nsubj/2 bought/buy/VBD/ccomp/8 the/the/DT/det/4 "
    "mill/mill/NN/dobj/2 ,/,/,/punct/8 "
    "”/”/,/punct/8 Ames/Ames/NNP/nsubj/8 said/say/VBD/ROOT/8 ././,/punct/8 “/“/,/punct/12 It/it/PRP/nsubj/12 "
    "paid/pay/VBD/ROOT/12 cash/cash/NN/dobj/12 ././,/punct/12 ”/”/,/punct/12"
)
TWO_SENTENCES = (
    "Ames/Ames/NNP/nsubj/1 said/say/VBD/ROOT/1 :/:/,/punct/1 “/“/,/punct/1 Acme/Acme/NNP/nsubj/5 "
    "bought/buy/VBD/ccomp/1 the/the/DT/det/7 mill/mill/NN/dobj/5 ././,/punct/1 It/it/PRP/nsubj/10 "
    "paid/pay/VBD/ROOT/10 cash/cash/NN/dobj/10 ././,/punct/10 ”/”/,/punct/10"
)
TONGS = "The/the/DT/det/2 “/“/,/punct/2 free/free/JJ/amod/4 ”/”/,/punct/4 ride/ride/NN/nsubj/5 ended/end/VBD/ROOT/5"
ACCORDING = (
    "According/accord/VBG/prep/5 to/to/IN/prep/0 Reuters/Reuters/NNP/pobj/1 ,/,/,/punct/5 "
    "Acme/Acme/NNP/nsubj/5 "
    "bought/buy/VBD/ROOT/5 the/the/DT/det/7 mill/mill/NN/dobj/5 ././,/punct/5"
)
VOWED = (
    "Ames/Ames/NNP/nsubj/1 vowed/vow/VBD/ROOT/1 to/to/TO/aux/3 sell/sell/VB/xcomp/1 the/the/DT/det/5 "
    "mill/mill/NN/dobj/3 ././,/punct/1"
)
URGED = (
    "Ames/Ames/NNP/nsubj/1 urged/urge/VBD/ROOT/1 the/the/DT/det/3 town/town/NN/dobj/1 to/to/TO/aux/5 "
    "buy/buy/VB/xcomp/1 it/it/PRP/dobj/5"
)
CALLED_ON = (
    "Ames/Ames/NNP/nsubj/1 called/call/VBD/ROOT/1 on/on/IN/prep/1 Boyd/Boyd/NNP/pobj/2 to/to/TO/aux/5 "
    "resign/resign/VB/advcl/1"
)
CALLED = (
    "Ames/Ames/NNP/nsubj/1 called/call/VBD/ROOT/1 the/the/DT/det/3 plan/plan/NN/dobj/1 a/a/DT/det/5 "
    "mistake/mistake/NN/oprd/1"
)
TOLD = (
    "Boyd/Boyd/NNP/nsubjpass/2 was/be/VBD/auxpass/2 told/tell/VBN/ROOT/2 by/by/IN/agent/2 "
    "Ames/Ames/NNP/pobj/3 "
    "that/that/IN/mark/7 Acme/Acme/NNP/nsubj/7 failed/fail/VBD/ccomp/2"
)
EXPECTED = (
    "Acme/Acme/NNP/nsubjpass/2 is/be/VBZ/auxpass/2 expected/expect/VBN/ROOT/2 to/to/TO/aux/4 "
    "fail/fail/VB/xcomp/2"
)
ALLEGED = (
    "Acme/Acme/NNP/nsubj/2 allegedly/allegedly/RB/advmod/2 bribed/bribe/VBD/ROOT/2 the/the/DT/det/4 "
    "mayor/mayor/NN/dobj/2"
)
CLAIM = (
    "Her/her/PRP$/poss/1 claim/claim/NN/nsubj/5 that/that/IN/mark/4 Acme/Acme/NNP/nsubj/4 "
    "failed/fail/VBD/acl/1 "
    "was/be/VBD/ROOT/5 wrong/wrong/JJ/acomp/5"
)
COLON = (
    "Ames/Ames/NNP/dep/3 :/:/,/punct/3 Acme/Acme/NNP/nsubj/3 bought/buy/VBD/ROOT/3 the/the/DT/det/5 "
    "mill/mill/NN/dobj/3"
)
NESTED = (
    "Ames/Ames/NNP/nsubj/1 said/say/VBD/ROOT/1 that/that/IN/mark/4 Boyd/Boyd/NNP/nsubj/4 "
    "thinks/think/VBZ/ccomp/1 "
    "that/that/IN/mark/7 Acme/Acme/NNP/nsubj/7 failed/fail/VBD/ccomp/4"
)
PARTICIPLE = (
    "Ames/Ames/NNP/nsubj/1 left/leave/VBD/ROOT/1 ,/,/,/punct/1 saying/say/VBG/advcl/1 that/that/IN/mark/6 "
    "Acme/Acme/NNP/nsubj/6 failed/fail/VBD/ccomp/3"
)
SURE = (
    "Ames/Ames/NNP/nsubj/1 ensured/ensure/VBD/ROOT/1 that/that/IN/mark/4 Acme/Acme/NNP/nsubj/4 "
    "failed/fail/VBD/ccomp/1"
)
MISPARSED = (
    "Ames/Ames/NNP/nsubj/1 said/say/VBD/ROOT/1 he/he/PRP/nsubj/4 would/would/MD/aux/4 go/go/VB/ccomp/1 "
    "and/and/CC/cc/4 warned/warn/VBD/conj/4 that/that/IN/mark/9 Boyd/Boyd/NNP/nsubj/9 lied/lie/VBD/ccomp/6"
)
HOPES = "Ames/Ames/NNP/nsubj/1 hopes/hop/VBZ/ROOT/1 that/that/IN/mark/4 Acme/Acme/NNP/nsubj/4 failed/fail/VBD/ccomp/1"
SIGNED = (
    "“/“/,/punct/3 We/we/PRP/nsubj/3 all/all/DT/advmod/3 saw/see/VBD/ROOT/3 it/it/PRP/dobj/3 ././,/punct/3 "
    "”/”/,/punct/3 —/—/,/punct/9 Jo/Jo/NNP/compound/9 Ames/Ames/NNP/ROOT/9"
)

LABELLED = (
    "Polls/poll/NNS/nsubj/1 predicted/predict/VBD/ROOT/1 {}/a/DT/det/3 win/win/NN/dobj/1 -/-/HYPH/punct/5 "
    "Acme/Acme/NNP/appos/3 :/:/,/punct/1 “/“/,/punct/1 Voters/voter/NNS/nsubj/9 stayed/stay/VBD/ccomp/1 "
    "at/at/IN/prep/9 home/home/NN/pobj/10 ././,/punct/1 ”/”/,/punct/1"
)
BLUNT = (
    "Ames/Ames/NNP/nsubj/1 counted/count/VBD/ccomp/14 the/the/DT/det/3 mills/mill/NNS/dobj/1 {0}/{0}/,/punct/1 "
    "“/“/,/punct/8 Acme/Acme/NNP/nsubj/8 never/never/RB/neg/8 paid/pay/VBD/parataxis/1 a/a/DT/det/10 "
    "cent/cent/NN/dobj/8 ,/,/,/punct/14 ”/”/,/punct/14 she/she/PRP/nsubj/14 said/say/VBD/ROOT/14"
)
REVEALED = (
    "Ames/Ames/NNP/nsubj/1 said/say/VBD/ROOT/1 Acme/Acme/NNP/nsubj/3 closed/close/VBD/ccomp/1 {0}/{0}/IN/mark/6 "
    "{1}/nsubj/6 revealed/reveal/VBD/advcl/3 that/that/IN/mark/9 Boyd/Boyd/NNP/nsubj/9 lied/lie/VBD/ccomp/6"
)
BECAME = (
    "{}/nsubj/1 became/become/VBD/ROOT/1 clear/clear/JJ/acomp/1 that/that/IN/mark/5 Acme/Acme/NNP/nsubj/5 "
    "failed/fail/VBD/ccomp/1"
)


def read(parse: str) -> tuple[list[tuple[str, str, str]], tuple[Attribution, ...]]:
    """Sources, cues and contents as words, spans of one role joined by a bar."""
    parsed = parse_by_hand(parse)
    found = find_attributions(parsed, ())
    return [
        (
            " | ".join(parsed.text(span) for span in attribution.source),
            " | ".join(parsed.text(span) for span in attribution.cue),
            " | ".join(parsed.text(span) for span in attribution.content),
        )
        for attribution in found
    ], found


@pytest.mark.parametrize(
    ("parse", "source", "cue", "content"),
    [
        pytest.param(INDIRECT, "Ames", "said", "that Acme bought the mill", id="a that-clause"),
        pytest.param(BEFORE, "Ames", "said", "Acme bought the mill", id="a clause before its verb"),
        pytest.param(INSIDE, "Ames", "recalled", "The mayor | left the town", id="a parenthesis"),
        pytest.param(ACCORDING, "Reuters", "According to", "Acme bought the mill", id="according to"),
        pytest.param(VOWED, "Ames", "vowed", "to sell the mill", id="an infinitive"),
        pytest.param(URGED, "Ames", "urged", "the town to buy it", id="an order"),
        pytest.param(CALLED_ON, "Ames", "called", "Boyd to resign", id="a call on somebody"),
        pytest.param(CALLED, "Ames", "called", "the plan a mistake", id="an object with its complement"),
        pytest.param(TOLD, "Ames", "was told", "that Acme failed", id="a passive with its agent"),
        pytest.param(EXPECTED, "", "is expected", "Acme | to fail", id="a passive of nobody"),
        pytest.param(ALLEGED, "", "allegedly", "Acme | bribed the mayor", id="an adverb"),
        pytest.param(CLAIM, "Her", "claim", "that Acme failed", id="a noun"),
        pytest.param(COLON, "Ames", ":", "Acme bought the mill", id="a colon"),
        pytest.param(
            PARTICIPLE, "Ames", "saying", "that Acme failed", id="a participle takes the subject above it"
        ),
        pytest.param(HOPES, "Ames", "hopes", "that Acme failed", id="a lemma that lost its e"),
    ],
)
def test_who_says_what_is_read(parse: str, source: str, cue: str, content: str) -> None:
    assert read(parse)[0] == [(source, cue, content)]


@pytest.mark.parametrize(
    ("comma", "said"), [(",/,/,/punct/6", "Acme bought the mill"), ("so/so/RB/advmod/6", None)]
)
def test_a_participle_behind_a_comma_is_not_what_is_said(comma: str, said: str | None) -> None:
    parse = (
        "Acme/Acme/NNP/nsubj/1 bought/buy/VBD/ccomp/6 the/the/DT/det/3 mill/mill/NN/dobj/1 ,/,/,/punct/6 "
        f"Ames/Ames/NNP/nsubj/6 explained/explain/VBD/ROOT/6 {comma} recalling/recall/VBG/ccomp/6 "
        "his/his/PRP$/poss/10 visit/visit/NN/dobj/8"
    )
    found = next(content for _, cue, content in read(parse)[0] if cue == "explained")
    assert found == (said or "recalling his visit")


def test_a_participle_behind_an_inserted_frame_is_not_what_is_said() -> None:
    parse = (
        "Acme/Acme/NNP/nsubj/1 bought/buy/VBD/ROOT/1 the/the/DT/det/3 mill/mill/NN/dobj/1 ,/,/,/punct/6 "
        "Ames/Ames/NNP/nsubj/6 explained/explain/VBD/parataxis/1 ,/,/,/punct/6 recalling/recall/VBG/advcl/6 "
        "his/his/PRP$/poss/10 visit/visit/NN/dobj/8"
    )
    found = next(content for _, cue, content in read(parse)[0] if cue == "explained")
    assert found == "Acme bought the mill"


def test_a_quotation_goes_on_behind_its_frame() -> None:
    words, found = read(DIRECT)
    assert words == [("Ames", "said", "“ Acme bought the mill , ” | “ It paid cash . ”")]
    assert found[0].direct


@pytest.mark.parametrize(("verb", "who"), [("cut", "Boyd"), ("came", "Ames")])
def test_the_quotation_behind_who_cuts_in_is_his(verb: str, who: str) -> None:
    said, turn = DIRECT.split("././,/punct/8 ")
    lemma = {"cut": "cut", "came": "come"}[verb]
    middle = (
        f",/,/,/punct/8 and/and/CC/cc/8 Boyd/Boyd/NNP/nsubj/12 {verb}/{lemma}/VBD/conj/8 in/in/RP/prt/12 "
        "././,/punct/8 "
    )
    words, _ = read(said + middle + turn.replace("/12", "/17"))
    sources = [source for source, _, content in words if "paid cash" in content]
    assert sources == [who]


def test_a_content_grows_over_the_whole_quotation() -> None:
    assert read(TWO_SENTENCES)[0] == [("Ames", "said", "“ Acme bought the mill . It paid cash . ”")]


def test_a_word_held_with_tongs_is_not_speech() -> None:
    assert read(TONGS)[0] == []


def test_a_name_behind_a_dash_speaks_the_quotation_before_it() -> None:
    assert read(SIGNED)[0][0] == ("Jo Ames", "—", "“ We all saw it . ”")


def test_a_quotation_behind_a_speakers_name_is_no_other_verbs() -> None:
    words = read(LABELLED.format("a"))[0]
    assert ("Acme", ":", "“ Voters stayed at home . ”") in words
    assert not [content for source, _, content in words if source == "Polls" and "Voters" in content]


@pytest.mark.parametrize(("dep", "head"), [("dep", "Ames"), ("pobj", "Boyd")])
def test_of_several_names_before_a_colon_the_first_is_the_head(dep: str, head: str) -> None:
    parse = (
        f"Mills/mill/NNS/nsubj/1 closed/close/VBD/ROOT/1 -/-/HYPH/punct/1 Ames/Ames/NNP/{dep}/1 and/and/CC/cc/3 "
        "Boyd/Boyd/NNP/conj/3 :/:/,/punct/1 “/“/,/punct/1 Voters/voter/NNS/nsubj/9 stayed/stay/VBD/ccomp/1 "
        "at/at/IN/prep/9 home/home/NN/pobj/10 ././,/punct/1 ”/”/,/punct/1"
    )
    (found,) = [one for one in read(parse)[1] if one.verb == ":"]
    assert found.source_head is not None
    assert parse.split()[found.source_head].startswith(head)


def test_what_stands_before_the_colon_of_a_quotation_is_the_writers() -> None:
    assert read(BLUNT.format(":"))[0] == [("she", "said", "“ Acme never paid a cent , ”")]
    assert read(BLUNT.format("and"))[0][0][2].startswith("Ames counted")


def test_what_another_revealed_then_is_no_part_of_what_is_said() -> None:
    ames = ("Ames", "said", "Acme closed")
    assert read(REVEALED.format("after", "Roe/Roe/NNP"))[0] == [ames, ("Roe", "revealed", "that Boyd lied")]


@pytest.mark.parametrize(("mark", "who"), [("because", "Roe/Roe/NNP"), ("after", "she/she/PRP")])
def test_a_reason_and_a_pronouns_words_are(mark: str, who: str) -> None:
    assert "revealed" in read(REVEALED.format(mark, who))[0][0][2]


def test_it_that_becomes_clear_says_nothing() -> None:
    assert read(BECAME.format("It/it/PRP"))[0] == []
    assert read(BECAME.format("Ames/Ames/NNP"))[0] == [("Ames", "clear", "that Acme failed")]


def test_a_nested_attribution_knows_its_parent() -> None:
    words, found = read(NESTED)
    assert [row[0] for row in words] == ["Ames", "Boyd"]
    assert [attribution.parent for attribution in found] == [None, 0]


def test_a_verb_of_doing_attributes_nothing() -> None:
    assert read(SURE)[0] == []


def test_a_finite_verb_is_no_conjunct_of_an_infinitive() -> None:
    assert read(MISPARSED)[0] == [("Ames", "said", "he would go"), ("Ames", "warned", "that Boyd lied")]


def test_spans_are_the_documents_own_words() -> None:
    parsed = parse_by_hand(DIRECT)
    for attribution in find_attributions(parsed, ()):
        for start, end in (*attribution.source, *attribution.cue, *attribution.content):
            assert 0 <= start < end <= len(parsed.document.text)


def test_an_empty_document_has_no_attributions() -> None:
    parsed = next(
        iter(parse_documents([Document(id="e", source="e", text="", start=0, end=0)], load_blank()))
    )
    assert find_attributions(parsed, ()) == ()


def load_blank():
    import spacy

    return spacy.blank("en")


@pytest.mark.model
def test_a_quotation_over_two_paragraphs_is_one(nlp) -> None:
    text = (
        "“The harbour is closed,” said Nora Falk, the port's director. “We lost two cranes in the storm.\n\n"
        "“Nobody was hurt, and we expect to open by Friday.”\n\nThe city council meets on Monday."
    )
    parsed = next(parse_documents([Document(id="q", source="q", text=text, start=0, end=len(text))], nlp))
    found = find_attributions(parsed, ())
    assert found[0].content[-1][1] == text.index("\n\nThe city")


@pytest.mark.model
def test_a_participle_behind_a_quotation_is_not_what_was_said(nlp) -> None:
    text = "Ann Lee said, “Bob Ray paid Acme,” citing a report."
    parsed = next(parse_documents([Document(id="q", source="q", text=text, start=0, end=len(text))], nlp))
    found = find_attributions(parsed, ())[0]
    assert "citing" not in text[found.content[0][0] : found.content[-1][1]]
    assert text[found.content[0][0] :].startswith(("Bob Ray paid", "“Bob Ray paid"))
