"""Whether a predicate is for or against somebody: the examples of the lists, the lexicon, the relations."""

from __future__ import annotations

from collections import Counter

import pytest

from sociogram.knowledge.ontology import PLOVER, load_ontology
from sociogram.knowledge.tone import TONE_OF_CODE, Tone, lemma_tone, relation_tone, tone_of
from sociogram.knowledge.vocabulary import load_vocabulary

LISTS = load_vocabulary("tone")


def tone_called(id_: str) -> Tone | None:
    """The class that the words of the list ``id_`` have."""
    return None if id_ == "without-tone" else Tone(id_.replace("-", " "))


@pytest.mark.parametrize("id_", LISTS.entries)
def test_a_list_holds_its_positive_examples_and_none_of_its_negative_ones(id_: str) -> None:
    positive, negative = LISTS.examples(id_)
    assert positive
    assert negative
    assert [each for each in positive if lemma_tone(each) is not tone_called(id_)] == []
    assert [each for each in negative if lemma_tone(each) is tone_called(id_)] == []


def test_no_word_is_in_two_lists() -> None:
    counts = Counter(word for id_ in LISTS.entries for word in LISTS.ordered(id_))
    assert [word for word, count in counts.items() if count > 1] == []


def test_every_code_of_plover_is_of_one_class() -> None:
    assert set(TONE_OF_CODE) == set(PLOVER)


def test_what_the_lexicon_says_of_a_word_in_all_its_senses_is_its_class() -> None:
    assert lemma_tone("castigate") is Tone.VERBAL_CONFLICT
    assert lemma_tone("bankroll") is Tone.MATERIAL_COOPERATION
    assert lemma_tone("vote for") is Tone.VERBAL_COOPERATION
    assert lemma_tone("be critical of") is Tone.VERBAL_CONFLICT


def test_the_verb_goes_before_its_noun_and_a_phrase_before_both() -> None:
    assert lemma_tone("condemn attack on") is Tone.VERBAL_CONFLICT
    assert lemma_tone("launch attack on") is Tone.MATERIAL_CONFLICT
    assert lemma_tone("strike deal with") is Tone.VERBAL_COOPERATION


def test_who_meets_or_talks_is_in_contact_which_is_neither_for_nor_against() -> None:
    for relation in ("met", "talkedWith", "negotiatesWith"):
        assert relation_tone(relation) is Tone.CONTACT
        assert load_ontology().relation(relation).sentiment == "contact"
    assert not Tone.CONTACT.material
    assert not Tone.CONTACT.conflict


@pytest.mark.parametrize("lemma", ["", "xyzzy", "have", "paint wall of"])
def test_most_words_are_of_no_class(lemma: str) -> None:
    assert lemma_tone(lemma) is None


def test_a_typed_relation_goes_by_its_code_and_the_fallback_by_its_lemma() -> None:
    assert tone_of("killed", "praise") is Tone.MATERIAL_CONFLICT
    assert tone_of("relatedTo", "praise") is Tone.VERBAL_COOPERATION
    assert tone_of("employs", "attack") is None
    assert relation_tone("defeated") is Tone.MATERIAL_CONFLICT
    assert relation_tone("regulates") is None
    assert relation_tone("no such relation") is None


def test_every_relation_with_a_code_has_a_class() -> None:
    for relation in load_ontology().relations.values():
        if relation.plover:
            assert relation_tone(relation.id) is TONE_OF_CODE[relation.plover]
