"""Who says and who does: verbs and names that the parser hangs on what is said, or on who is spoken of."""

from __future__ import annotations

import pytest

from sociogram.parse.orders import mend_tellings, mend_told_of
from sociogram.parse.repairs import mend_appositions, mend_infinitives
from sociogram.parse.tokens import Tokens, read_tokens
from support.parses import parse_by_hand

THREATENED = (
    "Doe/Doe/NNP/nsubj/1 said/say/VBD/ROOT/1 the/the/DT/det/3 {0}/{0}/NN/nsubj/4 was/be/VBD/ccomp/1 "
    "wrong/wrong/JJ/acomp/4 and/and/CC/cc/4 {1}/{2}/VBD/conj/4 Roe/Roe/NNP/dobj/7"
)
TOLD_OF = (
    "Roe/Roe/NNP/nsubj/3 ,/,/,/punct/0 Doe/Doe/{0}/appos/0 {1}/{2}/VBD/ROOT/3 ,/,/,/punct/3 sees/see/VBZ/ccomp/3 "
    "mills/mill/NNS/dobj/5"
)
INFINITIVE = (
    "Doe/Doe/NNP/nsubj/1 left/leave/VBD/ROOT/1 {0}/{0}/{1}/{2}/3 found/find/VBD/advcl/1 Acme/Acme/NNP/dobj/3"
)
RIVAL = (
    "Acme/Acme/NNP/nsubj/1 backed/back/VBD/ROOT/1 a/a/DT/det/3 {0}/{0}/NN/dobj/1 ,/,/,/punct/1 "
    "Captain/Captain/NNP/compound/6 Hurst/Hurst/NNP/npadvmod/1"
)


def tokens_of(text: str, persons: tuple[tuple[int, int], ...] = ()) -> Tokens:
    parsed = parse_by_hand(text, persons=persons)
    return read_tokens(parsed.doc, parsed.view, {})


@pytest.mark.parametrize(
    ("noun", "verb", "lemma", "head"),
    [
        ("claim", "threatened", "threaten", 1),
        ("mayor", "threatened", "threaten", 4),
        ("claim", "angered", "anger", 4),
    ],
)
def test_no_thing_threatens(noun: str, verb: str, lemma: str, head: int) -> None:
    assert mend_tellings(tokens_of(THREATENED.format(noun, verb, lemma))).head[7] == head


@pytest.mark.parametrize(
    ("tag", "verb", "lemma", "subject"),
    [("NNP", "said", "say", 5), ("NN", "said", "say", 3), ("NNP", "sold", "sell", 3)],
)
def test_who_is_told_of_does_not_tell(tag: str, verb: str, lemma: str, subject: int) -> None:
    mended = mend_told_of(tokens_of(TOLD_OF.format(tag, verb, lemma)))
    assert mended.head[0] == subject
    assert (mended.dep[2], mended.dep[3]) == (("nsubj", "parataxis") if subject == 5 else ("appos", "ROOT"))


@pytest.mark.parametrize(
    ("word", "tag", "dep", "lemma"), [("to", "TO", "aux", "found"), ("has", "VBZ", "aux", "find")]
)
def test_to_found_is_no_finding(word: str, tag: str, dep: str, lemma: str) -> None:
    assert mend_infinitives(tokens_of(INFINITIVE.format(word, tag, dep))).lemma[3] == lemma


@pytest.mark.parametrize(("noun", "label"), [("rival", "appos"), ("plan", "npadvmod")])
def test_who_is_named_behind_a_person_is_that_person(noun: str, label: str) -> None:
    assert mend_appositions(tokens_of(RIVAL.format(noun), ((6, 7),))).dep[6] == label
