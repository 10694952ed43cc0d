"""How often a reader signs a claim of a kind: ``ontology/vocabulary/structured/calibration.yaml``.

The confidences of ``knowledge.confidence`` order readings of one kind among each other; by themselves they are no
probabilities. A logistic regression on claims that readers judged turns them into such: by the kind of the rule, by
modality, polarity, the form of the subject, and where the words stand (``extraction.marks``).
``benchmarks/calibrate.py`` fits it and writes the file.

Method: J. Platt, "Probabilistic outputs for support vector machines" (1999), with the logit of the raw confidence as
the score and indicators beside it.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from sociogram.knowledge.entries import load_yaml
from sociogram.knowledge.vocabulary import structured_path
from sociogram.model import Modality, Polarity

LEAST, MOST = 0.02, 0.98
"""Bounds of a raw confidence, of which the logit is taken."""
SPEAKER, PRONOUN, DESCRIBED, NAMED = "speaker", "pronoun", "described", "named"
"""Forms of a subject: "I" or "we"; another pronoun; words without a name; a name."""
NO_MARKS: Mapping[str, float] = MappingProxyType({})
_OWN = ("statement.", "said.")
_FAMILIES = frozenset({"occupation", "post", "model", "bracket", "demonym"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The weights of the regression, in logits; what they do not know weighs nothing."""

    intercept: float
    slope: float
    reported: float
    nonfactual: float
    denied: float
    subject: Mapping[str, float]
    kinds: Mapping[str, float]
    marks: Mapping[str, float] = field(default_factory=dict)

    def probability(
        self,
        confidence: float,
        kind: str,
        modality: Modality,
        polarity: Polarity,
        subject: str,
        marks: Mapping[str, float] = NO_MARKS,
    ) -> float:
        """The share of such claims that a reader signs, from 0 to 1, to four digits."""
        score = self.intercept + self.slope * logit(confidence)
        score += self.kinds.get(kind, 0.0) + self.subject.get(subject, 0.0)
        if modality is Modality.REPORTED:
            score += self.reported
        elif modality is not Modality.ASSERTED:
            score += self.nonfactual
        if polarity is Polarity.DENIED:
            score += self.denied
        score += sum(self.marks.get(name, 0.0) * value for name, value in sorted(marks.items()))
        return round(1 / (1 + math.exp(-score)), 4)


def logit(confidence: float) -> float:
    """The logit of a raw confidence, within ``LEAST`` and ``MOST``."""
    raw = min(max(confidence, LEAST), MOST)
    return math.log(raw / (1 - raw))


def kind_of(rule: str, relation: str) -> str:
    """The kind of a rule, as far as readers sign it more or less often than others."""
    name = rule.partition("@")[0]
    if name.startswith(_OWN):
        return name
    family = name.partition(".")[0]
    if family in _FAMILIES:
        return family
    if relation == "locatedIn":
        return "place"
    return "noun" if ".nominal" in name else "lexicon"


@cache
def load_calibration() -> Calibration:
    """The weights of the file."""
    content = load_yaml(structured_path("calibration"))
    return Calibration(
        intercept=content["intercept"],
        slope=content["slope"],
        reported=content["modality"]["reported"],
        nonfactual=content["modality"]["nonfactual"],
        denied=content["denied"],
        subject=content["subject"],
        kinds=content["kinds"],
        marks=content["marks"],
    )
