"""A place that opens a sentence is told from a name, and what looks like it is left alone."""

from __future__ import annotations

import pytest

from sociogram.parse.openings import part_openings
from sociogram.parse.tokens import Entity, Tokens, read_tokens
from support.parses import parse_by_hand

OPENING = (
    "{0}/{0}/NNP/compound/2 Al/Al/NNP/compound/2 Bonn/Bonn/NNP/nsubj/6 {1}/{1}/,/punct/2 two/two/CD/nummod/5 "
    "men/man/NNS/{2}/6 fought/fight/VBD/ROOT/6"
)
ENTS = ["B-{0}", "I-{0}", "I-{0}", "O", "O", "O", "O"]


def opened(word: str = "Near", comma: str = ",", subject: str = "nsubj", label: str = "PERSON") -> Tokens:
    parsed = parse_by_hand(OPENING.format(word, comma, subject), ents=[one.format(label) for one in ENTS])
    return part_openings(read_tokens(parsed.doc, parsed.view, {}))


def test_a_capital_preposition_is_no_part_of_the_name_of_a_place() -> None:
    tokens = opened()
    assert (tokens.head[0], tokens.dep[0], tokens.tag[0], tokens.lemma[0]) == (6, "prep", "IN", "near")
    assert (tokens.head[2], tokens.dep[2], tokens.left[2]) == (0, "pobj", 1)
    assert tokens.entities == (Entity(1, 3, "GPE"),)
    assert tokens.ent[:4] == ("", "GPE", "GPE", "")


def test_a_body_behind_it_stays_a_body() -> None:
    assert opened(label="ORG").entities == (Entity(1, 3, "ORG"),)


@pytest.mark.parametrize(
    ("word", "comma", "subject"),
    [("General", ",", "nsubj"), ("Near", "-", "nsubj"), ("Near", ",", "dobj")],
)
def test_a_name_without_a_preposition_a_comma_or_another_subject_stays(
    word: str, comma: str, subject: str
) -> None:
    tokens = opened(word, comma, subject)
    assert (tokens.head[0], tokens.dep[2]) == (2, "nsubj")
    assert tokens.entities == (Entity(0, 3, "PERSON"),)
