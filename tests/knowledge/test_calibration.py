"""Confidence as a probability: the weights of the file, and what they make of a claim."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociogram.knowledge.calibration import (
    DESCRIBED,
    NAMED,
    NO_MARKS,
    PRONOUN,
    SPEAKER,
    Calibration,
    kind_of,
    load_calibration,
)
from sociogram.model import Modality, Polarity
from support.patience import SECONDS
from support.places import ROOT

WEIGHTS = Calibration(
    intercept=0.0,
    slope=1.0,
    reported=-1.0,
    nonfactual=-2.0,
    denied=-0.5,
    subject={PRONOUN: -0.25},
    kinds={"post": 0.5},
    marks={"distance": -0.5, "closed": 1.0},
)


def chance(
    confidence: float = 0.5,
    kind: str = "lexicon",
    modality: Modality = Modality.ASSERTED,
    polarity: Polarity = Polarity.AFFIRMED,
    subject: str = NAMED,
    marks: Mapping[str, float] = NO_MARKS,
) -> float:
    return WEIGHTS.probability(confidence, kind, modality, polarity, subject, marks)


def test_what_no_weight_knows_keeps_its_confidence() -> None:
    assert chance() == 0.5
    assert chance(0.8) == pytest.approx(0.8)


@pytest.mark.parametrize(
    ("more", "logit"),
    [
        ({"kind": "post"}, 0.5),
        ({"modality": Modality.REPORTED}, -1.0),
        ({"modality": Modality.INTENDED}, -2.0),
        ({"polarity": Polarity.DENIED}, -0.5),
        ({"subject": PRONOUN}, -0.25),
        ({"kind": "post", "subject": PRONOUN}, 0.25),
        ({"marks": {"distance": 2.0}}, -1.0),
        ({"marks": {"distance": 2.0, "closed": 1.0, "of-a-newer-version": 9.0}}, 0.0),
    ],
)
def test_each_weight_is_added_in_logits(more: dict[str, object], logit: float) -> None:
    assert chance(**more) == pytest.approx(1 / (1 + 2.718281828**-logit), abs=1e-4)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rule", "relation", "kind"),
    [
        ("statement.words@1", "relatedTo", "statement.words"),
        ("said.clause@1", "said", "said.clause"),
        ("occupation.title@1", "holdsPost", "occupation"),
        ("post.head@1", "leads", "post"),
        ("model.CEO@1", "chiefExecutiveOf", "model"),
        ("comma.locatedIn@1", "locatedIn", "place"),
        ("bracket.bornOn@1", "bornOn", "bracket"),
        ("demonym.nationality@1", "nationality", "demonym"),
        ("fund.nominal2@1", "funded", "noun"),
        ("fund.nominal@1", "funded", "noun"),
        ("fund.active@1", "funded", "lexicon"),
        ("a-plug-in", "funded", "lexicon"),
    ],
)
def test_a_rule_has_a_kind(rule: str, relation: str, kind: str) -> None:
    assert kind_of(rule, relation) == kind


@given(
    st.floats(0, 1),
    st.floats(0, 1),
    st.sampled_from(sorted(load_calibration().kinds)),
    st.sampled_from(Modality),
    st.sampled_from(Polarity),
    st.sampled_from([SPEAKER, PRONOUN, DESCRIBED, NAMED]),
)
def test_of_two_claims_alike_the_surer_stays_the_surer(
    one: float, other: float, kind: str, modality: Modality, polarity: Polarity, subject: str
) -> None:
    low, high = (
        load_calibration().probability(each, kind, modality, polarity, subject)
        for each in sorted((one, other))
    )
    assert 0 < low <= high < 1


def test_the_weights_are_those_that_the_judged_claims_give() -> None:
    command = [sys.executable, "-m", "benchmarks.calibrate", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stderr
