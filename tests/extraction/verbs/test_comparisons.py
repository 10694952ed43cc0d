"""Which clauses only set so many who do it against so many others."""

from __future__ import annotations

import pytest

from sociogram.extraction.verbs.comparisons import compares_subjects
from support.hand_statements import read_by_hand

LEFT = "women/woman/NNS/nsubj/{0} liked/like/VBD/ROOT/{0} Bob/Bob/NNP/dobj/{0}"
THAN = "than/than/IN/prep/2 Cem/Cem/NNP/pobj/4"
WHICH = {1: "Collective nominal plural", 3: "Person"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"More/more/JJR/amod/1 {LEFT.format(2)} {THAN}", True),
        (f"Fewer/few/JJR/amod/1 {LEFT.format(2)} {THAN}", True),
        (f"More/more/JJR/amod/1 {LEFT.format(2)}", False),
        (f"Old/old/JJ/amod/1 {LEFT.format(2)} {THAN}", False),
        (f"More/more/JJR/amod/1 {LEFT.format(2)} more/more/JJR/amod/5 than/than/IN/prep/2", False),
    ],
)
def test_a_count_set_against_another_is_of_nobody(text: str, expected: bool) -> None:
    read = read_by_hand(text, WHICH)
    proposition = read.at(2)
    assert compares_subjects(read.roles.roles(proposition), 2, read.tokens) is expected
    told = [subject for subject, _, _ in read.told()]
    assert (told == []) is expected


def test_a_number_compares_nobody() -> None:
    text = (
        "More/more/JJR/amod/2 than/than/IN/quantmod/2 ten/ten/CD/nummod/3 women/woman/NNS/nsubj/4 "
        "liked/like/VBD/ROOT/4 Bob/Bob/NNP/dobj/4"
    )
    read = read_by_hand(text, {3: "Collective nominal plural", 5: "Person"})
    assert not compares_subjects(read.roles.roles(read.at(4)), 4, read.tokens)


def test_who_stands_behind_than_is_only_compared() -> None:
    text = (
        "Ann/Ann/NNP/nsubj/1 hates/hate/VBZ/ROOT/1 Bob/Bob/NNP/dobj/1 more/more/RBR/advmod/1 than/than/IN/mark/6 "
        "Cem/Cem/NNP/nsubj/6 hates/hate/VBZ/advcl/1 him/he/PRP/dobj/6"
    )
    read = read_by_hand(text, {0: "Person", 2: "Person", 5: "Person", 7: "Person pronoun"}, same=[(2, 7)])
    assert compares_subjects(read.roles.roles(read.at(6)), 6, read.tokens)
    assert not compares_subjects(read.roles.roles(read.at(1)), 1, read.tokens)
