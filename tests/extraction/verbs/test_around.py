"""Who tells a clause, and on what it hangs, over parses by hand."""

from __future__ import annotations

import pytest

from sociogram.extraction.verbs.around import around
from sociogram.parse.tokens import read_tokens
from support.parses import parse_by_hand

FOUND = (
    "courts/court/NNS/nsubj/1 found/find/VBD/ROOT/1 Ann/Ann/NNP/nsubj/3 left/leave/VBD/ccomp/1 and/and/CC/cc/3 "
    "sued/sue/VBD/conj/3"
)
CONVICTED = (
    "Ann/Ann/NNP/nsubjpass/2 was/be/VBD/auxpass/2 convicted/convict/VBN/ROOT/2 of/of/IN/prep/2 "
    "leaving/leave/VBG/pcomp/3"
)
ACCORDING = (
    "Ann/Ann/NNP/nsubj/1 left/leave/VBD/ROOT/1 according/accord/VBG/prep/1 to/to/IN/prep/2 "
    "police/police/NNS/pobj/3"
)
PLAIN = "Ann/Ann/NNP/nsubj/1 left/leave/VBD/ROOT/1 as/as/IN/mark/4 Bob/Bob/NNP/nsubj/4 sued/sue/VBD/advcl/1"


@pytest.mark.parametrize(("parse", "verb", "expected"), [
    (FOUND, 3, {"teller": "courts", "above": "found"}),
    (FOUND, 5, {"teller": "courts", "above": "found"}),
    (FOUND, 1, {}),
    (CONVICTED, 4, {"above": "convicted"}),
    (ACCORDING, 1, {"teller": "police"}),
    (PLAIN, 4, {}),
])  # fmt: skip
def test_what_a_clause_stands_in(parse: str, verb: int, expected: dict[str, str]) -> None:
    parsed = parse_by_hand(parse)
    tokens = read_tokens(parsed.doc, parsed.view, {})
    found = around(verb, tokens)
    assert {role: tokens.text[arguments[0].head] for role, arguments in found.items()} == expected
