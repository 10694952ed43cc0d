"""The view that is parsed, its offsets, and the parse of real sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociogram.errors import ModelError
from sociogram.model import Block, BlockKind, Document
from sociogram.parse.shouting import EnglishWords
from sociogram.parse.spacy_model import load_model, parse_documents
from sociogram.parse.view import MASK, make_view

if TYPE_CHECKING:
    from spacy.language import Language


def document(text: str, *blocks: Block) -> Document:
    return Document(id="d", source="d.txt", text=text, start=0, end=len(text), blocks=blocks)


def test_white_space_is_one_space_in_the_view() -> None:
    assert make_view(document("  A  cat\n sat.")).text == "A cat sat."


def test_a_bracket_behind_a_word_gets_a_space() -> None:
    assert make_view(document("Ann Lee(D-Ohio) spoke.")).text == "Ann Lee (D-Ohio) spoke."


@given(st.text(alphabet="aB( \n.é’", max_size=60))
def test_every_character_of_the_view_maps_to_one_of_the_document(text: str) -> None:
    view = make_view(document(text))
    assert len(view.offsets) == len(view.text) + 1
    assert list(view.offsets) == sorted(view.offsets)
    for character, offset in zip(view.text, view.offsets, strict=False):
        assert character == " " or text[offset].lower() == character.lower()


def test_an_empty_line_ends_a_sentence() -> None:
    view = make_view(document("A heading\n\nA sentence."))
    assert [view.text[place:] for place in view.breaks] == ["A heading A sentence.", "A sentence."]


def test_a_short_line_before_a_long_one_ends_a_sentence() -> None:
    long_line = (
        "The committee met in the morning and agreed on " + "a very long list of things " * 3 + "to do."
    )
    assert len(make_view(document(f"Committee meets again\n{long_line}")).breaks) == 2


def test_the_view_is_cut_behind_words_that_end_no_sentence() -> None:
    view = make_view(document("A heading\n\nOne ends here.\n\nAnother:\n\nAn item\n\nThe last."))
    assert [view.text[place:] for place in view.cuts] == [
        "One ends here. Another: An item The last.",
        "The last.",
    ]


@pytest.mark.model
def test_the_parts_of_a_view_make_one_parse(nlp: Language) -> None:
    text = "Overview\n\nIda Stern sued QuuxTV.\n\nSources\n\nHugo Lind met Ida Stern."
    parsed = next(parse_documents([document(text)], nlp))
    assert parsed.doc.text == parsed.view.text
    assert len(parsed.doc) == len(parsed.token_blocks)
    assert [text[slice(*parsed.span(sent.start, sent.end))] for sent in parsed.doc.sents] == [
        "Overview", "Ida Stern sued QuuxTV.", "Sources", "Hugo Lind met Ida Stern.",
    ]  # fmt: skip
    assert [
        parsed.tokens.text[entity.first] for entity in parsed.tokens.entities if entity.label == "PERSON"
    ][:1] == ["Ida"]


def test_a_wrapped_line_ends_no_sentence() -> None:
    assert len(make_view(document("The committee met in the morning\nand agreed on a list.")).breaks) == 1


WORDS = EnglishWords(small={"the", "he", "us", "will"}, verbs={"sue", "pay", "fine"}, irregular={"paid"})


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("ANN ROE sued Max Lee.", "Ann Roe sued Max Lee."),
        ("He met ANN B. ROE and FBI agents.", "He met Ann B. Roe and FBI agents."),
        (
            "QUILLON BRAMWORTH left. FOX NEWS and CDU SPD stay.",
            "Quillon Bramworth left. FOX NEWS and CDU SPD stay.",
        ),
        ("ANN ROE SUED MAX LEE. HE PAID THE US.", "Ann Roe sued Max Lee. He paid the US."),
        ("THE FBI WILL SUE ANN ROE. TED LEE PAID.", "The FBI will sue Ann Roe. Ted Lee paid."),
        ("ANN ROE SUED OVER LOAN", "Ann Roe Sued Over Loan"),
    ],
)
def test_names_and_sentences_in_capitals_get_their_usual_case(text: str, view: str) -> None:
    assert make_view(document(text), words=WORDS).text == view


def test_marks_of_direction_are_left_out() -> None:
    text = "\u200fיעל רון\u200f met Ann."
    view = make_view(document(text))
    assert view.text == "יעל רון met Ann."
    assert [text[place] for place in view.offsets[:-1]] == list(view.text)


def test_a_line_in_capitals_gets_the_case_of_the_same_words_elsewhere() -> None:
    view = make_view(document("LEE MEETS NATO IN BONN\nAnn Lee will meet NATO envoys."))
    assert view.text.startswith("Lee Meets NATO in Bonn ")
    assert len(view.breaks) == 2


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("He left Acme,[1] a firm.[12][3] It paid.", "He left Acme, a firm. It paid."),
        ("They paid.[citation needed] It rained.", "They paid. It rained."),
        ('She paid Bob Ray.4 He left "Acme."12 It rained.3', 'She paid Bob Ray. He left "Acme." It rained.'),
        (
            "See Art.5 The court sat on Sept.5 Then it rose by 4.5 It was no.7 Lee won.",
            "See Art.5 The court sat on Sept.5 Then it rose by 4.5 It was no.7 Lee won.",
        ),
        ("He read report.txt and page.2 of it.", "He read report.txt and page.2 of it."),
        ("He read [12] pages and x[i] of [Acme].", "He read [12] pages and x[i] of [Acme]."),
    ],
)
def test_the_mark_of_a_footnote_is_left_out(text: str, view: str) -> None:
    found = make_view(document(text))
    assert found.text == view
    assert all(text[place] == letter for letter, place in zip(found.text, found.offsets, strict=False))


def test_furniture_is_no_part_of_the_view() -> None:
    text = "Read more. It rained."
    blocks = (
        Block(kind=BlockKind.FURNITURE, start=0, end=10),
        Block(kind=BlockKind.PROSE, start=11, end=len(text)),
    )
    assert make_view(document(text, *blocks)).text == "It rained."


def test_an_odd_name_is_masked_and_maps_to_its_own_characters() -> None:
    text = "He wrote to QuuxTV in May."
    view = make_view(document(text), knows=lambda word: False)
    place = view.text.index(MASK)
    assert view.masked == {place: "QuuxTV"}
    assert text[view.offsets[place] : view.offsets[place + len(MASK) - 1] + 1] == "QuuxTV"


def test_a_missing_pipeline_is_one_error_with_the_command_that_installs_it() -> None:
    with pytest.raises(ModelError, match="python -m pip install no-such-pipeline"):
        load_model("no_such_pipeline")


@pytest.mark.model
def test_a_title_with_a_full_stop_ends_no_sentence(nlp: Language) -> None:
    parsed = next(parse_documents([document("It was Rep. Ann Lee who spoke to Gov. Max Roe.")], nlp))
    assert len(list(parsed.doc.sents)) == 1


@pytest.mark.model
def test_spans_of_tokens_are_spans_of_the_document(nlp: Language) -> None:
    text = "Ann\n Lee(D-Ohio) wrote  to QuuxTV on April 4."
    parsed = next(parse_documents([document(text)], nlp))
    for token in parsed.doc:
        start, end = parsed.span(token.i, token.i + 1)
        assert text[start:end] == token.text or token.text == MASK


@pytest.mark.model
def test_a_masked_name_is_no_verb(nlp: Language) -> None:
    parsed = next(parse_documents([document("The senator sent a letter to QuuxTV on April 4.")], nlp))
    masked = [token for token in parsed.doc if token.text == MASK]
    assert [(token.pos_, token.dep_) for token in masked] == [("PROPN", "pobj")]


@pytest.mark.model
def test_a_rank_is_one_token_with_its_full_stop(nlp: Language) -> None:
    parsed = next(parse_documents([document("It was Navy Capt. Ann Lee who met Lt. Col. Max Roe.")], nlp))
    assert len(list(parsed.doc.sents)) == 1
    assert {"Capt.", "Lt.", "Col."} <= set(parsed.tokens.text)


@pytest.mark.model
def test_a_verb_with_co_is_one_word_with_the_lemma_of_its_stem(nlp: Language) -> None:
    parsed = next(
        iter(parse_documents([document("Ann Weber co-founded Acme, which Paul Martin co-owns.")], nlp))
    )
    verbs = {parsed.tokens.text[token]: parsed.tokens.lemma[token] for token in range(len(parsed.tokens))}
    assert verbs["co-founded"] == "co-found"
    assert verbs["co-owns"] == "co-own"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Ann Lee paid Max Roe £3.4m. Acme sued them.", 2), ("She got $2bn. They left.", 2),
        ("Ann Lee paid Max Roe £3.4m. in May.", 1),
    ],
)  # fmt: skip
def test_a_stop_behind_a_short_sum_ends_the_sentence(text: str, sentences: int, nlp: Language) -> None:
    parsed = next(iter(parse_documents([document(text)], nlp)))
    assert len(list(parsed.doc.sents)) == sentences
