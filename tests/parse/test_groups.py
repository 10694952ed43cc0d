"""Groups that are called by what they are for: one name where the words are used as one; over parses by hand."""

from __future__ import annotations

import pytest

from sociogram.extraction.mentions.find import find_mentions
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.parse.groups import find_groups, join_groups
from support.parses import parse_by_hand

MUSLIMS = "Muslim/muslim/JJ/amod/3 Americans/americans/NNPS/dobj/1 for/for/IN/prep/1 Trump/trump/NNP/pobj/4"


def names(rows: str) -> list[str]:
    """The groups' names in the parse that ``rows`` spell out."""
    tokens = parse_by_hand(rows).tokens
    return [" ".join(tokens.text[first:last]) for first, last in find_groups(tokens)]


@pytest.mark.parametrize(
    ("verb", "lemma", "named"),
    [
        ("started", "start", True),
        ("chairs", "chair", True),
        ("blamed", "blame", False),
        ("met", "meet", False),
    ],
)
def test_what_one_founds_or_chairs_is_a_body(verb: str, lemma: str, *, named: bool) -> None:
    rows = f"Roe/roe/NNP/nsubj/1 {verb}/{lemma}/VBD/ROOT/1 {MUSLIMS}"
    assert names(rows) == (["Muslim Americans for Trump"] if named else [])


@pytest.mark.parametrize(
    ("noun", "preposition", "named"),
    [
        ("head", "of", True),
        ("member", "of", True),
        ("spokesman", "for", True),
        ("statement", "by", True),
        ("support", "among", False),
        ("hatred", "of", False),
        ("fear", "of", False),
    ],
)
def test_what_has_a_head_or_makes_a_statement_is_a_body(noun: str, preposition: str, *, named: bool) -> None:
    rows = (
        f"The/the/DT/det/1 {noun}/{noun}/NN/nsubj/6 {preposition}/{preposition}/IN/prep/1 "
        "Republicans/republicans/NNPS/pobj/2 for/for/IN/prep/3 Clinton/clinton/NNP/pobj/4 fell/fall/VBD/ROOT/6"
    )
    assert names(rows) == (["Republicans for Clinton"] if named else [])


def test_a_group_told_of_in_the_singular_is_a_body_wherever_it_stands_again() -> None:
    rows = (
        "Republicans/republicans/NNPS/nsubjpass/4 for/for/IN/prep/0 Clinton/clinton/NNP/pobj/1 was/be/VBD/auxpass/4 "
        "fined/fine/VBN/ROOT/4 and/and/CC/cc/4 Lee/lee/NNP/nsubj/7 left/leave/VBD/conj/4 "
        "Republicans/republicans/NNPS/dobj/7 for/for/IN/prep/8 Clinton/clinton/NNP/pobj/9"
    )
    assert names(rows) == ["Republicans for Clinton", "Republicans for Clinton"]


@pytest.mark.parametrize(
    ("verb", "lemma", "named"), [("criticised", "criticise", True), ("swapped", "swap", False)]
)
def test_a_common_noun_in_capitals_within_a_sentence_is_part_of_a_name(
    verb: str, lemma: str, *, named: bool
) -> None:
    rows = (
        f"Roe/roe/NNP/nsubj/1 {verb}/{lemma}/VBD/ROOT/1 Doctors/doctors/NNPS/dobj/1 for/for/IN/prep/2 "
        "Change/change/NNP/pobj/3"
    )
    assert names(rows) == (["Doctors for Change"] if named else [])


@pytest.mark.parametrize(
    ("plural", "link", "end", "named"),
    [
        ("Women", "Against", "", True),
        ("Women", "against", "", False),
        ("Voters", "for", "", False),
        ("Republicans", "for", " 's/'s/POS/case/2 plan/plan/NN/pobj/1", False),
    ],
)
def test_a_capital_by_its_place_makes_no_name(plural: str, link: str, end: str, *, named: bool) -> None:
    verb = 3 + len(end.split())
    rows = (
        f"{plural}/{plural.lower()}/NNS/nsubj/{verb} {link}/{link.lower()}/IN/prep/0 Basco/basco/NNP/pobj/1{end} "
        f"sued/sue/VBD/ROOT/{verb}"
    )
    tokens = parse_by_hand(rows, ents=["O", "O", "B-PERSON", *["O"] * (verb - 2)]).tokens
    assert find_groups(tokens) == ([(0, 3)] if named else [])


def test_the_preposition_of_a_name_hangs_on_its_plural_and_the_name_is_a_bodys() -> None:
    parsed = parse_by_hand(f"Roe/roe/NNP/nsubj/1 started/start/VBD/ROOT/1 {MUSLIMS}")
    assert [parsed.tokens.head[token] for token in range(2, 6)] == [3, 1, 3, 4]
    found = find_mentions(parsed, load_actor_lists())[-1]
    assert (found.text, found.kind, found.number, found.head) == (
        "Muslim Americans for Trump", "Organization", "singular", 3)  # fmt: skip


def test_without_such_a_name_the_parse_stays_what_it_is() -> None:
    tokens = parse_by_hand("Roe/roe/NNP/nsubj/1 left/leave/VBD/ROOT/1").tokens
    assert join_groups(tokens) is tokens


def test_a_plural_keeps_its_own_place_where_the_preposition_hangs_higher() -> None:
    rows = (
        "Roe/roe/NNP/nsubj/1 is/be/VBZ/ROOT/1 head/head/NN/attr/1 of/of/IN/prep/2 "
        "Sikh/sikh/NNP/compound/5 Americans/americans/NNPS/pobj/3 for/for/IN/prep/1 Trump/trump/NNP/pobj/6"
    )
    tokens = parse_by_hand(rows).tokens
    assert (tokens.head[5], tokens.dep[5], tokens.head[6]) == (3, "pobj", 5)
