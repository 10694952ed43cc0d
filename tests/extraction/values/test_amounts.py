"""Amounts in running text, one form a test."""

from __future__ import annotations

import time

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
        ("40,000 Swedish kronor", 40000, "SEK", None),
        ("2 million Danish kroner", 2e6, "DKK", None),
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


@pytest.mark.parametrize(
    ("text", "value", "currency", "qualifier"),
    [
        ("₹2,50,000", 250000, "INR", None),
        ("₹1,20,00,000", 12000000, "INR", None),
        ("48 lakh rupees", 4.8e6, "INR", None),
        ("Rs 3.5 crore", 3.5e7, "INR", None),
        ("Rs. 7 lakh", 7e5, "INR", None),
        ("₹2 lakh crore", 2e12, "INR", None),
        ("CHF 2'300'000", 2300000, "CHF", None),
        ("2’300’000 Swiss francs", 2300000, "CHF", None),
        ("2.300.000 euros", 2300000, "EUR", None),
        ("€2.300.000,50", 2300000.5, "EUR", None),
        ("2 300 000 €", 2300000, "EUR", None),
        ("€4,5 million", 4.5e6, "EUR", None),
        ("two hundred thousand dollars", 200000, "USD", None),
        ("$6-7 million", 6e6, "USD", "at least"),
        ("$6m–$7m", 6e6, "USD", "at least"),
        ("between £6 million and £7 million", 6e6, "GBP", "at least"),
        ("6 to 7 million dollars", 6e6, "USD", "at least"),
        ("6-7 million viewers", 6e6, None, "at least"),
    ],
)
def test_a_sum_is_read_as_other_countries_write_it_and_as_a_range(
    text: str, value: float, currency: str | None, qualifier: str | None
) -> None:
    found = find_amounts(f"They counted {text}.")
    assert [(item.amount.value, item.amount.currency, item.amount.qualifier) for item in found] == [
        (value, currency, qualifier)
    ]


@pytest.mark.parametrize("text", ["₹2,50,0000", "€1.200", "1.200 euros", "$9-2 million", "12.05.2014"])
def test_what_may_be_read_in_two_ways_is_no_amount(text: str) -> None:
    assert find_amounts(f"They counted {text}.") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It gave $5,000 and $7,000.", [5000, 7000]),
        ("It rose from $3 million to $4 million.", [3e6, 4e6]),
        ("It gave $5 to 3 clubs.", [5, 3]),
        ("It sold cars 500 miles away.", [500]),
    ],
)
def test_two_sums_are_no_range(text: str, values: list[float]) -> None:
    assert [item.amount.value for item in find_amounts(text)] == values


@pytest.mark.parametrize("text", ["123 ", "1,23,", "1.234.", "1'234'", "$3-4 ", "3 to 4 to "])
def test_long_rows_of_figures_are_read_in_time(text: str) -> None:
    begin = time.perf_counter()
    find_amounts(text * 3_000)
    assert time.perf_counter() - begin < 20
