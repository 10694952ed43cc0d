"""Linear classifiers over readable features: how likely each relation is between two mentions of one sentence.

The weights were trained by ``benchmarks/train_relations.py`` on folds 1 and 2 of KnowledgeNet
(Mesquita et al. 2019, https://github.com/diffbot/knowledge-net, CC BY-SA 4.0) and the development
documents of Re-DocRED (Tan et al. 2022, https://github.com/tonytan48/Re-DocRED, MIT); the file of
weights carries these attributions and licences. Nothing is drawn at random, and NumPy alone is needed.
"""

from __future__ import annotations

import io
import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

WEIGHTS = "relation_model.npz"
LABELS: dict[str, tuple[tuple[str, str, bool], ...]] = {
    "person-organization": (
        ("EMPLOYEE_OR_MEMBER_OF", "employs", True),
        ("CEO", "chiefExecutiveOf", False),
        ("FOUNDED_BY", "foundedBy", True),
        ("EDUCATED_AT", "educatedAt", False),
        ("POLITICAL_AFFILIATION", "partyMemberOf", False),
    ),
    "person-place": (
        ("PLACE_OF_BIRTH", "bornIn", False),
        ("PLACE_OF_RESIDENCE", "residesIn", False),
        ("NATIONALITY", "nationality", False),
    ),
    "person-person": (("SPOUSE", "marriedTo", False), ("CHILD_OF", "parentOf", True)),
    "person-date": (("DATE_OF_BIRTH", "bornOn", False), ("DATE_OF_DEATH", "diedOn", False)),
    "organization-place": (("HEADQUARTERS", "headquarteredIn", False),),
    "organization-organization": (("SUBSIDIARY_OF", "subsidiaryOf", False),),
    "organization-date": (("DATE_FOUNDED", "foundedOn", False),),
}
"""For each group of kinds: KnowledgeNet's predicate, our relation, and whether the roles change places."""


@dataclass(frozen=True, slots=True)
class RelationModel:
    """For each group of kinds the row of each feature and the weights, one column a label."""

    rows: dict[str, dict[str, int]]
    weights: dict[str, list[list[float]]]
    about: dict[str, str]

    def probabilities(self, group: str, found: list[str]) -> list[float]:
        """The probability of each label of ``group`` for a candidate with the features ``found``."""
        rows, weights = self.rows[group], self.weights[group]
        totals = [0.0] * len(LABELS[group])
        for feature in found:
            row = rows.get(feature)
            if row is not None:
                for label, weight in enumerate(weights[row]):
                    totals[label] += weight
        return [1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total)))) for total in totals]


@cache
def load_relation_model() -> RelationModel | None:
    """The weights of the package, or ``None`` where there are none."""
    path = files("sociogram.extraction.learned") / WEIGHTS
    if not path.is_file():
        return None
    with np.load(io.BytesIO(path.read_bytes())) as stored:
        about = json.loads(bytes(stored["about"]).decode())
        rows, weights = {}, {}
        for group in LABELS:
            names = bytes(stored[f"{group}.features"]).decode().split("\n")
            rows[group] = {name: row for row, name in enumerate(names)}
            weights[group] = (
                stored[f"{group}.weights"].astype(np.float64) * float(stored[f"{group}.scale"])
            ).tolist()
    return RelationModel(rows, weights, about)
