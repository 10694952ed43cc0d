"""Fit confidence as a probability on the judged claims, and say how well it holds on claims that were kept apart.

    python -m benchmarks.calibrate            fit on all, write ontology/vocabulary/structured/calibration.yaml
    python -m benchmarks.calibrate --table    fit on two thirds of the documents, tell the deciles of the other third
    python -m benchmarks.calibrate --check    exit with 1 if the file is not what the judged claims give

A row of ``data/gold/judged_claims.jsonl`` has the confidence by the rules alone, before calibration, and what a reader
said who had written no rule. Rows of rules that were mended after they were judged are left out (``SINCE``). A third is
the documents whose name has a SHA-256 that three divides, so that it stays the same when rows are added.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sociogram.knowledge.calibration import DESCRIBED, PRONOUN, SPEAKER, kind_of, logit
from sociogram.knowledge.vocabulary import structured_path

JUDGED = Path(__file__).parents[1] / "data" / "gold" / "judged_claims.jsonl"
SUBJECTS = (SPEAKER, PRONOUN, DESCRIBED)
SINCE = {
    "statement.words": 25,
    "statement.pair": 25,
    "statement.noun": 25,
    "lexicon": 26,
    "noun": 26,
    "place": 26,
}
"""The first round in which the rules of a kind were those of today; of other kinds all rounds count."""
RIDGE = 3.0
"""Weight of the squared coefficients, so that a kind with few rows stays near the others: of 1, 3, 8 and 20 the one of
least log loss on thirds of documents kept apart."""
DECILES = 10
Row = dict[str, Any]
Vector = NDArray[np.float64]


def read_rows() -> list[Row]:
    """The judged claims of today's rules, each with its ``kind``."""
    rows = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    kept = []
    for row in rows:
        row["kind"] = kind_of(row["rule"], row["relation"])
        if row["rule"].startswith("relatedTo."):
            continue  # a rule of the first rounds that is no more
        if row["round"] >= SINCE.get(row["kind"], 0):
            kept.append(row)
    return kept


def features(row: Row, kinds: Sequence[str]) -> list[float]:
    """Intercept, logit, modality, polarity, subject and kind of one row."""
    return [
        1.0,
        logit(row["confidence"]),
        float(row["modality"] == "reported"),
        float(row["modality"] not in ("asserted", "reported")),
        float(row["polarity"] == "denied"),
        *(float(row.get("subject") == form) for form in SUBJECTS),
        *(float(row["kind"] == kind) for kind in kinds),
    ]


def fit(rows: Sequence[Row], kinds: Sequence[str]) -> Vector:
    """The coefficients that make the judgements likeliest, by Newton's method."""
    table = np.array([features(row, kinds) for row in rows])
    right = np.array([float(row["right"]) for row in rows])
    ridge = np.full(table.shape[1], RIDGE)
    ridge[:2] = 1e-3
    weights = np.zeros(table.shape[1])
    for _ in range(100):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (chance - right) + ridge * weights
        curve = (table * (chance * (1 - chance))[:, None]).T @ table + np.diag(ridge)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-10:
            break
    return weights


def as_yaml(weights: Vector, kinds: Sequence[str], count: int) -> str:
    """The file that ``knowledge.calibration`` reads."""
    one = [f"{value + 0.0:.3f}" for value in np.round(weights, 3)]
    lines = [
        f"# Written by python -m benchmarks.calibrate from {count} judged claims; do not edit. Weights in logits.",
        f"intercept: {one[0]}",
        f"slope: {one[1]}",
        f"modality: {{reported: {one[2]}, nonfactual: {one[3]}}}",
        f"denied: {one[4]}",
        "subject: {"
        + ", ".join(f"{name}: {each}" for name, each in zip(SUBJECTS, one[5:8], strict=True))
        + "}",
        "kinds:",
        *(f"  {kind}: {each}" for kind, each in zip(kinds, one[8:], strict=True)),
    ]
    return "\n".join(lines) + "\n"


def is_apart(row: Row) -> bool:
    """Whether the row's document is of the third that is not fitted on for the table."""
    return int(hashlib.sha256(row["document"].encode()).hexdigest(), 16) % 3 == 0


def table(rows: Sequence[Row], kinds: Sequence[str]) -> None:
    """Print, for each tenth of the third kept apart, what was predicted and what readers signed."""
    fitted, apart = [row for row in rows if not is_apart(row)], [row for row in rows if is_apart(row)]
    weights = fit(fitted, kinds)
    chance = 1 / (1 + np.exp(-np.array([features(row, kinds) for row in apart]) @ weights))
    right = np.array([float(row["right"]) for row in apart])
    print(f"fitted on {len(fitted)} claims, told of {len(apart)} of other documents")
    print("tenth  claims  predicted  signed")
    for number, places in enumerate(np.array_split(np.argsort(chance, kind="stable"), DECILES), start=1):
        guess, signed = 100 * chance[places].mean(), 100 * right[places].mean()
        print(f"{number:>5}  {len(places):>6}  {guess:>7.0f} %  {signed:>4.0f} %")


def main() -> None:
    """Fit, write, check or tell."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--check", action="store_true")
    wanted = parser.parse_args()
    rows = read_rows()
    kinds = sorted({row["kind"] for row in rows})
    if wanted.table:
        table(rows, kinds)
        return
    path = structured_path("calibration")
    text = as_yaml(fit(rows, kinds), kinds, len(rows))
    if wanted.check:
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path}: not what the judged claims give; run python -m benchmarks.calibrate")
        return
    path.write_text(text, encoding="utf-8")
    print(f"{path}: {len(rows)} judged claims")


if __name__ == "__main__":
    main()
