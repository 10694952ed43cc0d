"""The table of tokens: its columns are spaCy's, and each repair makes a new one."""

from __future__ import annotations

from array import array
from dataclasses import FrozenInstanceError, fields, replace
from typing import TYPE_CHECKING

import pytest

from sociogram.model import Document
from sociogram.parse.parsed import ParsedDocument
from sociogram.parse.repairs import (
    mend_lemmas,
    mend_noun_clauses,
    part_fronted,
    part_years,
    raise_from_auxiliaries,
    raise_from_particles,
    rehang_conjuncts,
)
from sociogram.parse.spacy_model import parse_documents
from sociogram.parse.tokens import HIGHEST
from sociogram.parse.view import View
from support.parses import parse_by_hand

if TYPE_CHECKING:
    from spacy.language import Language

TEXT = "Ann Lee (D-Ohio) met AcmeTV staff in Bonn. “We will sue,” she said.\n\nBob Ray, whom she knows, was re-elected."
YEAR = "{}/IN/prep/3 {}/x/CD/nummod/2 Acme/Acme/NNP/nsubj/3 won/win/VBD/ROOT/3"
PULLED = "Acme/Acme/NNP/nsubj/1 pulled/pull/VBD/ROOT/1 in/in/IN/prt/1 millions/million/NNS/pobj/2"
RAISED = "He/he/PRP/nsubj/1 was/be/VBD/auxpass/2 elected/elect/VBN/ROOT/2 again/again/RB/advmod/1"
MOVED = (
    "He/he/PRP/nsubj/1 said/say/VBD/ROOT/1 he/he/PRP/nsubj/4 would/would/MD/aux/4 go/go/VB/ccomp/1 "
    ",/,/,/punct/4 and/and/CC/cc/4 warned/warn/VBD/conj/4 her/she/PRP/dobj/7"
)


def read(nlp: Language, text: str) -> ParsedDocument:
    return next(iter(parse_documents([Document(id="d", source="d", text=text, start=0, end=len(text))], nlp)))


def test_the_columns_are_those_of_the_parse(nlp: Language) -> None:
    parsed = read(nlp, TEXT)
    tokens = parsed.tokens
    assert len(tokens) == len(parsed.doc)
    for token in parsed.doc:
        place = token.i
        assert (tokens.lemma[place], tokens.pos[place], tokens.tag[place]) == (
            token.lemma_,
            token.pos_,
            token.tag_,
        )
        assert (tokens.dep[place], tokens.head[place]) == (token.dep_, token.head.i)
        assert (tokens.ent[place], tokens.offset[place]) == (token.ent_type_, token.idx)
        assert tokens.children[place] == tuple(child.i for child in token.children)
        assert (tokens.left[place], tokens.right[place]) == (token.left_edge.i, token.right_edge.i + 1)
        assert tokens.bounds(place) == (token.sent.start, token.sent.end)
        assert tokens.text[place] == parsed.text(parsed.span(place, place + 1))
    assert [(one.first, one.last, one.label) for one in tokens.entities] == [
        (one.start, one.end, one.label_) for one in parsed.doc.ents
    ]


def test_a_masked_name_has_the_documents_own_word(nlp: Language) -> None:
    parsed = read(nlp, TEXT)
    place = parsed.tokens.text.index("AcmeTV")
    assert parsed.tokens.lower[place] == "acmetv"
    assert parsed.doc[place].text == "Reuters"


def test_paragraphs_and_quotations_are_numbered(nlp: Language) -> None:
    tokens = read(nlp, TEXT).tokens
    assert tokens.paragraph[0] + 1 == tokens.paragraph[-1]
    quoted = [word for word, number in zip(tokens.text, tokens.quote, strict=True) if number == 0]
    assert quoted == ["“", "We", "will", "sue", ",", "”"]


def test_a_quotation_that_is_not_closed_in_its_paragraph_is_none(nlp: Language) -> None:
    assert set(read(nlp, "“We will sue.\n\nShe left.”").tokens.quote) == {-1}


def test_a_document_without_tokens_has_an_empty_table() -> None:
    whole = parse_by_hand(RAISED)
    view = View("", array("l", [0]), (), ())
    empty = ParsedDocument(replace(whole.document, text="", end=0), view, whole.doc[:0].as_doc(), ())
    assert len(empty.tokens) == len(empty.tokens_mended) == len(empty.tokens_raised) == 0
    assert empty.tokens.sentences == ()


def test_the_table_is_made_once_and_cannot_be_altered() -> None:
    parsed = parse_by_hand(RAISED)
    assert parsed.tokens is parsed.tokens
    with pytest.raises(FrozenInstanceError):
        parsed.tokens.head = ()  # type: ignore[misc]
    assert all(isinstance(getattr(parsed.tokens, field.name), tuple) for field in fields(parsed.tokens))


def test_what_hangs_on_an_auxiliary_is_raised_to_its_verb() -> None:
    tokens = parse_by_hand(RAISED).tokens
    raised = raise_from_auxiliaries(tokens)
    assert raised.head == (2, 2, 2, 2)
    assert raised.children[2] == (0, 1, 3)
    assert tokens.head == (1, 2, 2, 1)
    assert raised.lemma is tokens.lemma


def test_the_object_of_a_particle_is_the_object_of_its_verb() -> None:
    tokens = parse_by_hand(PULLED).tokens
    raised = raise_from_particles(tokens)
    assert raised.head == (1, 1, 1, 1)
    assert raised.dep[3] == "dobj"
    assert raised.children[1] == (0, 2, 3)
    whole = parse_by_hand(PULLED.replace("prt", "prep")).tokens
    assert raise_from_particles(whole) is whole


def test_a_year_before_a_name_is_of_its_preposition() -> None:
    tokens = parse_by_hand(YEAR.format("In/in", "2022")).tokens
    parted = part_years(tokens)
    assert (parted.head[1], parted.dep[1]) == (0, "pobj")
    assert parted.left[2] == 2
    for text in (YEAR.format("In/in", "40"), YEAR.format("With/with", "2022")):
        counted = parse_by_hand(text).tokens
        assert part_years(counted) is counted


def test_a_conjunct_moves_with_its_coordinator_to_the_verb_of_its_tense() -> None:
    tokens = parse_by_hand(MOVED).tokens
    moved = rehang_conjuncts(tokens)
    assert [moved.head[place] for place in (5, 6, 7)] == [1, 1, 1]
    assert moved.children[1] == (0, 4, 5, 6, 7)
    assert moved.children[4] == (2, 3)
    assert moved.right[4] == 5
    assert tokens.head[7] == 4
    assert tokens.right[4] == 9


def test_a_conjunct_with_a_subject_of_its_own_stays() -> None:
    tokens = parse_by_hand(MOVED.replace("her/she/PRP/dobj/7", "she/she/PRP/nsubj/7")).tokens
    assert rehang_conjuncts(tokens) is tokens


@pytest.mark.parametrize(
    ("token", "lemma"),
    [
        ("hopes/hop/VBZ", "hope"),
        ("hopped/hop/VBD", "hop"),
        ("hop/hop/VB", "hop"),
        ("rated/rat/VBN", "rate"),
        ("raped/rap/VBN", "rape"),
        ("rapped/rap/VBN", "rap"),
        ("tapes/tap/NNS", "tap"),
    ],
)
def test_a_lost_letter_of_a_lemma_is_given_back(token: str, lemma: str) -> None:
    tokens = parse_by_hand(f"{token}/ROOT/0").tokens
    assert mend_lemmas(tokens).lemma == (lemma,)


def test_a_climb_ends_at_the_root_and_at_its_limit() -> None:
    words = 2 * HIGHEST
    chain = parse_by_hand(" ".join(f"go/go/VB/xcomp/{max(place - 1, 0)}" for place in range(words))).tokens
    assert list(chain.climb(3)) == [3, 2, 1, 0]
    assert len(list(chain.climb(words - 1))) == HIGHEST
    assert list(chain.climb(9, 2)) == [9, 8]


def test_the_clause_of_a_relative_pronoun(nlp: Language) -> None:
    tokens = read(nlp, TEXT).tokens
    clause = tokens.relative_clause(tokens.lower.index("whom"))
    assert clause is not None
    assert tokens.text[clause] == "knows"
    assert tokens.relative_clause(0) is None


def test_children_and_conjuncts() -> None:
    tokens = parse_by_hand(MOVED).tokens
    assert tokens.child(4, "aux", "nsubj") == 2
    assert tokens.child(4, "dobj") is None
    assert tokens.conjuncts(4) == [4, 7]


FRONTED = (
    "After/after/IN/prep/7 meeting/meet/VBG/pcomp/0 Bob/Bob/NNP/{}/{} ,/,/,/punct/2 Ann/Ann/NNP/compound/5 "
    "Lee/Lee/NNP/{}/2 {}/,/,/punct/2 left/leave/VBD/ROOT/7"
)


@pytest.mark.parametrize(("dep", "head"), [("nsubj", "7"), ("dobj", "1")])
@pytest.mark.parametrize("loose", ["appos", "conj"])
def test_who_stands_behind_a_fronted_phrase_is_the_subject(dep: str, head: str, loose: str) -> None:
    text = (
        FRONTED.format(dep, head, loose, ",")
        .replace(" ,/,/,/punct/2 left", " left")
        .replace("ROOT/7", "ROOT/6")
    )
    tokens = part_fronted(parse_by_hand(text.replace("/7", "/6")).tokens)
    assert [(tokens.dep[token], tokens.head[token]) for token in (2, 5)] == [("dobj", 1), ("nsubj", 6)]


def test_an_apposition_between_commas_stays() -> None:
    tokens = parse_by_hand(FRONTED.format("nsubj", "7", "appos", ",")).tokens
    assert part_fronted(tokens) is tokens


NOUN_CLAUSE = (
    "the/the/DT/det/1 {0}/{0}/NN/nsubj/6 that/that/WDT/dobj/4 Ann/Ann/NNP/nsubj/4 bribed/bribe/VBD/relcl/1 "
    "{1} spread/spread/VBD/ROOT/6"
)


def test_a_clause_with_both_its_ends_is_what_the_noun_says() -> None:
    tokens = mend_noun_clauses(parse_by_hand(NOUN_CLAUSE.format("rumour", "Bob/Bob/NNP/dobj/4")).tokens)
    assert (tokens.dep[4], tokens.dep[2]) == ("acl", "mark")


def test_a_relative_clause_without_its_object_stays() -> None:
    tokens = parse_by_hand(NOUN_CLAUSE.format("man", "once/once/RB/advmod/4")).tokens
    assert mend_noun_clauses(tokens) is tokens
