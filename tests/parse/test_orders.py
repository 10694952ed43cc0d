"""Who is pushed and who is asked does not push and ask."""

from __future__ import annotations

import pytest

from sociogram.parse.orders import mend_alternatives, mend_asked, mend_orders
from sociogram.parse.repairs import mend_appositions
from sociogram.parse.tokens import Tokens, read_tokens
from support.parses import parse_by_hand

PUSHED = "Ann/Ann/NNP/nsubj/1 {0}/{0}/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 {1}to/to/TO/aux/{2} pay/pay/VB/advcl/1"
ASKED = (
    "Ann/Ann/NNP/nsubj/{0} ,/,/,/punct/0 when/when/WRB/advmod/{1} {2}asked/ask/VBD/relcl/0 ,/,/,/punct/0 "
    "left/leave/VBD/ROOT/{0}"
)


def tokens_of(text: str) -> Tokens:
    parsed = parse_by_hand(text)
    return read_tokens(parsed.doc, parsed.view, {})


@pytest.mark.parametrize(("verb", "between", "label"), [
    ("push", "", "xcomp"), ("hire", "", "advcl"), ("push", ",/,/,/punct/1 ", "advcl"),
])  # fmt: skip
def test_who_is_pushed_is_to_do_it(verb: str, between: str, label: str) -> None:
    last = 5 if between else 4
    assert mend_orders(tokens_of(PUSHED.format(verb, between, last))).dep[last] == label


@pytest.mark.parametrize(
    ("subject", "tag", "label"), [("", "VBN", "acl"), ("she/she/PRP/nsubj/4 ", "VBD", "relcl")]
)
def test_who_is_asked_asks_nothing(subject: str, tag: str, label: str) -> None:
    asked = 4 if subject else 3
    mended = mend_asked(tokens_of(ASKED.format(asked + 2, asked, subject)))
    assert (mended.tag[asked], mended.dep[asked]) == (tag, label)


@pytest.mark.parametrize(
    ("word", "tag", "label"), [("or", "VBG", "xcomp"), ("and", "VBG", "conj"), ("or", "VBD", "conj")]
)
def test_what_else_is_not_ruled_out_is_not_done(word: str, tag: str, label: str) -> None:
    tokens = tokens_of(
        "Ann/Ann/NNP/nsubj/1 banned/ban/VBD/ROOT/1 carts/cart/NNS/dobj/1 "
        f"{word}/{word}/CC/cc/1 using/use/{tag}/conj/1 bikes/bike/NNS/dobj/4"
    )
    assert mend_alternatives(tokens).dep[4] == label


@pytest.mark.parametrize(
    ("article", "verb", "label"), [("the", "met", "appos"), ("a", "met", "dobj"), ("the", "called", "dobj")]
)
def test_a_name_says_which_object_is_meant(article: str, verb: str, label: str) -> None:
    lemma = {"met": "meet", "called": "call"}[verb]
    parsed = parse_by_hand(
        f"Ann/Ann/NNP/nsubj/1 {verb}/{lemma}/VBD/ROOT/1 {article}/{article}/DT/det/3 guard/guard/NN/dobj/1 "
        "Ned/Ned/NNP/compound/5 Oak/Oak/NNP/dobj/1",
        persons=((4, 6),),
    )
    assert mend_appositions(read_tokens(parsed.doc, parsed.view, {})).dep[5] == label
