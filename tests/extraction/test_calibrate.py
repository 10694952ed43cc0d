"""The last step of reading: a confidence becomes a probability by the claim's kind and the form of its subject."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sociogram.extraction.calibrate import calibrate, form_of
from sociogram.knowledge.calibration import DESCRIBED, NAMED, PRONOUN, SPEAKER, load_calibration
from sociogram.model import Modality, Origin
from support.hand_statements import read_by_hand

SIGNED = "Ann/Ann/NNP/nsubj/1 signed/sign/VBD/ROOT/1 laws/law/NNS/dobj/1"


@pytest.mark.parametrize(
    ("word", "who", "form"),
    [
        ("Ann/Ann/NNP", "Person", NAMED),
        ("Voters/voter/NNS", "Person nominal plural", DESCRIBED),
        ("She/she/PRP", "Person pronoun female", PRONOUN),
        ("I/I/PRP", "Person pronoun first", SPEAKER),
    ],
)
def test_a_subject_has_one_of_four_forms(word: str, who: str, form: str) -> None:
    (mention,) = read_by_hand(SIGNED.replace("Ann/Ann/NNP", word), {0: who}).mentions
    assert form_of(mention) == form


def test_what_is_only_intended_is_signed_less_often_than_what_is_fact() -> None:
    read = read_by_hand(SIGNED, {0: "Person"})
    (fact,) = read.find().relations
    planned = replace(fact, modality=Modality.INTENDED)
    sure, unsure = calibrate(read.parsed, [fact, planned], read.mentions, read.chains)
    assert unsure.confidence < sure.confidence
    assert (sure.subject, sure.rule, sure.trigger) == (fact.subject, fact.rule, fact.trigger)
    assert load_calibration().kinds


def test_the_credits_of_a_document_keep_their_confidence() -> None:
    read = read_by_hand(SIGNED, {0: "Person"})
    (fact,) = read.find().relations
    (kept,) = calibrate(read.parsed, [replace(fact, origin=Origin.CREDIT)], read.mentions, read.chains)
    assert kept.confidence == fact.confidence


def test_a_subject_far_from_its_predicate_is_signed_less_often() -> None:
    near = read_by_hand(SIGNED, {0: "Person"})
    far = read_by_hand(
        "Ann/Ann/NNP/nsubj/6 at/at/IN/prep/0 noon/noon/NN/pobj/1 in/in/IN/prep/2 her/her/PRP$/poss/5 "
        "house/house/NN/pobj/3 signed/sign/VBD/ROOT/6 laws/law/NNS/dobj/6",
        {0: "Person"},
    )
    surest = [
        next(calibrate(read.parsed, read.find().relations, read.mentions, read.chains)).confidence
        for read in (near, far)
    ]
    assert surest[0] > surest[1]
