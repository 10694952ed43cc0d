"""What is grave is found by its words, and what only sounds so is not."""

from __future__ import annotations

import pytest

from sociogram.knowledge.gravity import find_topic, topics
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.vocabulary import load_vocabulary

LISTS = load_vocabulary("gravity")
TOPICS = [topic.id for topic in topics()]


def _found(example: str) -> str | None:
    topic = find_topic("relatedTo", example.replace("|", " "))
    return topic.id if topic is not None else None


@pytest.mark.parametrize(
    ("topic", "example"), [(topic, each) for topic in TOPICS for each in LISTS.examples(topic)[0]]
)
def test_positive(topic: str, example: str) -> None:
    assert _found(example) is not None
    # A graver topic may be there too: "launder money" is crime before it is money.
    assert TOPICS.index(_found(example) or "") <= TOPICS.index(topic)


@pytest.mark.parametrize(
    ("topic", "example"), [(topic, each) for topic in TOPICS for each in LISTS.examples(topic)[1]]
)
def test_negative(topic: str, example: str) -> None:
    assert _found(example) is None


@pytest.mark.parametrize("example", LISTS.examples("idioms")[0])
def test_idioms_are_not_grave(example: str) -> None:
    assert _found(example) is None


@pytest.mark.parametrize("example", LISTS.examples("idioms")[1])
def test_the_same_words_elsewhere_are(example: str) -> None:
    assert _found(example) is not None


def test_relations_are_those_of_the_ontology() -> None:
    known = load_ontology().relations
    names = [name for name in LISTS.entries if name.endswith("-relations")]
    assert len(names) > 1
    assert all(word in known for name in names for word in LISTS.ordered(name))


def test_a_relation_and_a_sum_decide_without_words() -> None:
    assert find_topic("killed", "") == topics()[0]
    money = find_topic("relatedTo", "announce", sum_of_money=True)
    assert money is not None
    assert money.id == "money"
    assert find_topic("met", "meet in Porto") is None


def test_the_gravest_comes_first() -> None:
    assert [topic.weight for topic in topics()] == sorted((topic.weight for topic in topics()), reverse=True)
    assert _found("pay | for a murder") == "violence"


@pytest.mark.parametrize("words", ["", " ", "😀", "'", "-" * 10_000, "المال", "\u0000", "pay " * 5_000])
def test_any_text_is_taken(words: str) -> None:
    find_topic("relatedTo", words)
