"""Sums in a row hang on one verb, and each is whose it stands beside."""

from __future__ import annotations

import pytest

from sociogram.extraction.qualification.nearest_values import NearestValues
from sociogram.parse.parsed import ParsedDocument
from support.parses import parse_by_hand

TO = (
    "Acme/Acme/NNP/nsubj/1 sent/send/VBD/ROOT/1 $/$/$/nmod/3 50/50/CD/dobj/1 to/to/IN/prep/1 Roe/Roe/NNP/pobj/4 "
    ",/,/,/punct/5 $/$/$/nmod/8 60/60/CD/appos/5 to/to/IN/prep/8 Lund/Lund/NNP/pobj/9 and/and/CC/cc/8 "
    "$/$/$/nmod/13 70/70/CD/conj/8 to/to/IN/prep/13 Berg/Berg/NNP/pobj/14"
)
BESIDE = (
    "Acme/Acme/NNP/nsubj/1 paid/pay/VBD/ROOT/1 Roe/Roe/NNP/dative/1 $/$/$/nmod/4 50/50/CD/dobj/1 and/and/CC/cc/1 "
    "Lund/Lund/NNP/conj/1 $/$/$/nmod/8 60/60/CD/appos/6"
)
ORDER = (
    "Roe/Roe/NNP/nsubj/3 and/and/CC/cc/0 Lund/Lund/NNP/conj/0 paid/pay/VBD/ROOT/3 Berg/Berg/NNP/dative/3 "
    "$/$/$/nmod/6 50/50/CD/dobj/3 and/and/CC/cc/6 $/$/$/nmod/9 60/60/CD/conj/6 respectively/respectively/RB/advmod/3"
)
GIVEN = (
    "Acme/Acme/NNP/nsubj/1 paid/pay/VBD/ROOT/1 $/$/$/nmod/3 50/50/CD/dobj/1 to/to/IN/prep/1 Roe/Roe/NNP/pobj/4 "
    "who/who/WP/nsubj/7 gave/give/VBD/relcl/5 $/$/$/nmod/9 70/70/CD/dobj/7 to/to/IN/prep/7 Berg/Berg/NNP/pobj/10"
)


def amount(parsed: ParsedDocument, trigger: int, *ends: int) -> float | None:
    values = NearestValues(parsed.tokens_mended, parsed.view.text, None)
    found = values.amount(trigger, ends, "pay")
    return found.value if found else None


def test_each_later_sum_and_its_preposition_hang_where_the_first_ones_do() -> None:
    tokens = parse_by_hand(TO).tokens_raised
    assert [tokens.head[place] for place in (3, 4, 8, 9, 13, 14)] == [1, 1, 3, 1, 3, 1]
    assert [tokens.dep[place] for place in (8, 9, 13, 14)] == ["conj", "prep", "conj", "prep"]


def test_a_name_before_a_later_sum_is_coordinated_with_the_first_name() -> None:
    tokens = parse_by_hand(BESIDE).tokens_raised
    assert (tokens.head[6], tokens.dep[6], tokens.head[8], tokens.dep[8]) == (2, "conj", 4, "conj")


def test_a_sum_behind_another_verb_stays_where_it_is() -> None:
    parsed = parse_by_hand(GIVEN)
    assert parsed.tokens_raised.head == parsed.tokens.head


@pytest.mark.parametrize(
    ("text", "trigger", "ends", "value"),
    [
        (TO, 1, (0, 5), 50),
        (TO, 1, (0, 10), 60),
        (TO, 1, (0, 15), 70),
        (BESIDE, 1, (0, 2), 50),
        (BESIDE, 1, (0, 6), 60),
        (ORDER, 3, (0, 4), 50),
        (ORDER, 3, (2, 4), 60),
        (ORDER, 3, (4,), None),
        (GIVEN, 1, (0, 5), 50),
        (GIVEN, 7, (5, 11), 70),
    ],
)
def test_a_sum_is_whose_it_stands_beside_or_in_order(
    text: str, trigger: int, ends: tuple[int, ...], value: float | None
) -> None:
    assert amount(parse_by_hand(text), trigger, *ends) == value


PAID_IN = "Acme/Acme/NNP/nsubj/1 paid/pay/VBD/ROOT/1 Lee/Lee/NNP/compound/3 Roe/Roe/NNP/compound/{} {} {}"


@pytest.mark.parametrize(
    "text",
    [
        PAID_IN.format(5, "CHF/CHF/NNP/compound/5", "50/50/CD/dobj/1"),
        PAID_IN.format(4, "Rs/rs/NNS/dative/1", "50/50/CD/dobj/1"),
    ],
)
def test_a_currency_before_figures_is_no_part_of_the_name(text: str) -> None:
    tokens = parse_by_hand(text).tokens_raised
    assert (tokens.head[3], tokens.dep[3], tokens.head[2]) == (1, "dative", 3)
    assert (tokens.head[4], tokens.head[5]) == (5, 1)


@pytest.mark.parametrize("word", ["Group", "CHF"])
def test_other_words_before_figures_and_a_currency_without_them_stay_in_the_name(word: str) -> None:
    last = "50/50/CD/dobj/1" if word == "Group" else "Fund/Fund/NNP/dobj/1"
    parsed = parse_by_hand(PAID_IN.format(5, f"{word}/{word}/NNP/compound/5", last))
    assert parsed.tokens_raised.head == parsed.tokens.head


@pytest.mark.parametrize(("word", "above"), [("francs", 1), ("ferries", 6)])
def test_a_name_before_figures_and_a_currency_is_who_gets_it(word: str, above: int) -> None:
    text = (
        "Acme/Acme/NNP/nsubj/1 paid/pay/VBD/ROOT/1 Lee/Lee/NNP/compound/3 Roe/Roe/NNP/nmod/6 50/50/CD/nummod/6 "
        "Swiss/swiss/JJ/amod/6 {0}/{0}/NNS/dobj/1"
    )
    assert parse_by_hand(text.format(word)).tokens_raised.head[3] == above


def test_a_code_that_the_parser_took_for_who_gets_the_sum_is_the_sum() -> None:
    text = (
        "Acme/Acme/NNP/nsubj/1 paid/pay/VBD/ROOT/1 Roe/Roe/NNP/dobj/1 EUR/EUR/NNP/dative/1 50/50/CD/nummod/3"
    )
    tokens = parse_by_hand(text).tokens_raised
    assert (tokens.dep[2], tokens.dep[3]) == ("dative", "dobj")
