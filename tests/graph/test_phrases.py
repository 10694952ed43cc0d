"""What words tell: the examples of the lists that weigh them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sociogram.graph.phrases import is_circumstance, is_furniture, is_idle, is_name, telling_words
from sociogram.knowledge.vocabulary import load_vocabulary

LISTS = load_vocabulary("worth")
RULES: dict[str, Callable[[str], bool]] = {
    "idle-words": is_idle,
    "circumstances": is_circumstance,
    "words-in-names": is_name,
    "furniture": is_furniture,
}


@pytest.mark.parametrize("id_", LISTS.entries)
def test_a_list_holds_its_positive_examples_and_none_of_its_negative_ones(id_: str) -> None:
    positive, negative = LISTS.examples(id_)
    assert positive
    assert negative
    assert [each for each in positive if not RULES[id_](each)] == []
    assert [each for each in negative if RULES[id_](each)] == []


@pytest.mark.parametrize("name", ["中国银行", "国家", "البنك المركزي", "Łódź", "3M", "G-7", ""])
def test_a_name_without_common_nouns_is_one_in_every_script(name: str) -> None:
    assert is_name(name)


def test_words_of_their_own_meaning_are_those_that_are_not_empty() -> None:
    assert telling_words("some of the other laws on tax") == ["laws", "on", "tax"]
    assert telling_words("any of it") == []
