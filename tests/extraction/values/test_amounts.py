"""Amounts in running text, one form a test."""

from __future__ import annotations

import pytest

from sociogram.extraction.values.amounts import find_amounts


@pytest.mark.parametrize(
    ("text", "value", "currency", "qualifier"),
    [
        ("$100 million", 1e8, "USD", None),
        ("$3.5 billion", 3.5e9, "USD", None),
        ("US$5m", 5e6, "USD", None),
        ("€2bn", 2e9, "EUR", None),
        ("£750,000", 750000, "GBP", None),
        ("C$12", 12, "CAD", None),
        ("USD 40,000", 40000, "USD", None),
        ("1.2 billion euros", 1.2e9, "EUR", None),
        ("40 million Swiss francs", 4e7, "CHF", None),
        ("a million dollars", 1e6, "USD", None),
        ("at least a quarter-billion dollars", 2.5e8, "USD", "at least"),
        ("half a million pounds", 5e5, "GBP", None),
        ("up to $5.2 million", 5.2e6, "USD", "up to"),
        ("as much as $9", 9, "USD", "up to"),
        ("more than $9", 9, "USD", "more than"),
        ("an estimated $9", 9, "USD", "estimated"),
        ("roughly $9", 9, "USD", "about"),
        ("$9 or more", 9, "USD", "at least"),
        ("three million people", 3e6, None, None),
        ("about 5,000 people", 5000, None, "about"),
        ("nearly 300 workers", 300, None, "nearly"),
        ("12 tanks", 12, None, None),
        ("twelve tanks", 12, None, None),
        ("51 percent", 51, None, None),
    ],
)
def test_an_amount_is_read(text: str, value: float, currency: str | None, qualifier: str | None) -> None:
    found = find_amounts(f"They counted {text}.")
    assert [(item.amount.value, item.amount.currency, item.amount.qualifier) for item in found] == [
        (value, currency, qualifier)
    ]


@pytest.mark.parametrize("text", ["They met again.", "He won the pound puppy.", "One of them left."])
def test_words_without_a_number_are_no_amount(text: str) -> None:
    assert find_amounts(text) == []


def test_two_sums_are_two_amounts() -> None:
    text = "It gave $5 to one club and €7 to another."
    assert [item.amount.text for item in find_amounts(text)] == ["$5", "€7"]


def test_places_are_those_of_the_text() -> None:
    text = "At least 40 of the more than $3 million went to 12 clubs."
    for item in find_amounts(text):
        assert text[item.start : item.end].strip() == item.amount.text
        assert item.start <= item.number < item.end
