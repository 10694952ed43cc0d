"""Of a list, whom a relative clause is said of."""

from __future__ import annotations

import pytest

from support.hand_statements import Place, read_by_hand

LIST = (
    "Ann/Ann/NNP/nsubj/14 and/and/CC/cc/0 Bob/Bob/NNP/conj/0 ,/,/,/punct/0 who/who/WP/nsubj/5 left/leave/VBD/relcl/0 "
    "Bonn/Bonn/NNP/dobj/5 ,/,/,/punct/0 and/and/CC/cc/0 Cem/Cem/NNP/conj/0 ,/,/,/punct/0 who/who/WP/nsubj/12 "
    "kept/keep/VBD/relcl/0 it/it/PRP/dobj/12 met/meet/VBD/ROOT/14 Eve/Eve/NNP/dobj/14"
)
WHO: dict[Place, str] = {0: "Person", 2: "Person", 9: "Person"}


@pytest.mark.parametrize(("verb", "expected"), [(5, [0, 2]), (12, [9]), (14, [0, 2, 9])])
def test_each_clause_is_of_those_right_before_it(verb: int, expected: list[int]) -> None:
    read = read_by_hand(LIST, WHO)
    (subject,) = read.roles.roles(read.at(verb))["subject"]
    assert [one.mention.head for one in subject.participants] == expected


def test_two_clauses_in_a_row_are_of_all() -> None:
    text = (
        "Ann/Ann/NNP/nsubj/9 and/and/CC/cc/0 Bob/Bob/NNP/conj/0 who/who/WP/nsubj/4 left/leave/VBD/relcl/0 "
        "and/and/CC/cc/4 who/who/WP/nsubj/7 stayed/stay/VBD/relcl/0 there/there/RB/advmod/7 met/meet/VBD/ROOT/9"
    )
    read = read_by_hand(text, {0: "Person", 2: "Person"})
    (subject,) = read.roles.roles(read.at(7))["subject"]
    assert [one.mention.head for one in subject.participants] == [0, 2]


@pytest.mark.parametrize(("mark", "found"), [("", []), (",/,/,/punct/0 ", [0])])
def test_those_of_a_party_who_did_something_are_not_the_party(mark: str, found: list[int]) -> None:
    last = 5 if mark else 4
    text = (
        f"Republicans/Republican/NNPS/nsubj/{last} {mark}who/who/WP/nsubj/{last - 2} paid/pay/VBD/relcl/0 "
        f"gladly/gladly/RB/advmod/{last - 2} met/meet/VBD/ROOT/{last} Eve/Eve/NNP/dobj/{last}"
    )
    read = read_by_hand(text, {0: "PoliticalParty"})
    (subject,) = read.roles.roles(read.at(last))["subject"]
    assert [one.mention.head for one in subject.participants] == found
