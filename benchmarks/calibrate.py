"""Fit confidence as a probability on the judged claims, and say how well it holds on documents kept apart.

    python -m benchmarks.calibrate            fit on all, write ontology/vocabulary/structured/calibration.yaml
    python -m benchmarks.calibrate --table    how well it holds on documents that it was not fitted on
    python -m benchmarks.calibrate --check    exit with 1 if the file is not what the judged claims give

A row of ``data/gold/judged_claims.jsonl`` says what a reader who had written no rule said of a claim, and, where it is
still read, its marks (``now``, by ``benchmarks.judged_marks``). Fitted is on those that are still read and whose text
may be trained on (``free``). The documents are parted into ``FOLDS`` by the SHA-256 of their names, so that a document
stays in its part when rows are added, whatever rounds it was judged in; each part is told of by a fit on the others.
``--table`` prints deciles, the area under the curve (of pairs of a signed and an unsigned claim, those in which the
signed one is surer), that of the raw confidence, of each round as told by a fit on all others, and of the rows whose
text is not free.
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

from sociogram.extraction.marks import MARKS
from sociogram.knowledge.calibration import DESCRIBED, PRONOUN, SPEAKER, kind_of, logit
from sociogram.knowledge.vocabulary import structured_path

JUDGED = Path(__file__).parents[1] / "data" / "gold" / "judged_claims.jsonl"
SUBJECTS = (SPEAKER, PRONOUN, DESCRIBED)
FOLDS = 8
RIDGE = 3.0
"""Weight of the squared coefficients, so that a kind with few rows stays near the others: of 1, 3, 8 and 20 one of the
two of least log loss on documents kept apart."""
DECILES = 10
FEWEST = 30
"""Rows of a round of which the area under the curve is told."""
Row = dict[str, Any]
Vector = NDArray[np.float64]


def read_rows() -> list[Row]:
    """The judged claims that are still read, each as it is read now, with its ``kind``."""
    rows = []
    for line in JUDGED.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if "now" in row:
            row |= row.pop("now")
            row["kind"] = kind_of(row["rule"], row["relation"])
            rows.append(row)
    return rows


def features(row: Row, kinds: Sequence[str]) -> list[float]:
    """Intercept, logit, modality, polarity, subject, kind and marks of one row."""
    return [
        1.0,
        logit(row["confidence"]),
        float(row["modality"] == "reported"),
        float(row["modality"] not in ("asserted", "reported")),
        float(row["polarity"] == "denied"),
        *(float(row["subject"] == form) for form in SUBJECTS),
        *(float(row["kind"] == kind) for kind in kinds),
        *(row["marks"].get(mark, 0.0) for mark in MARKS),
    ]


def fit(rows: Sequence[Row], kinds: Sequence[str]) -> Vector:
    """The coefficients that make the judgements likeliest, by Newton's method."""
    table = np.array([features(row, kinds) for row in rows])
    right = signed(rows)
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


def signed(rows: Sequence[Row]) -> Vector:
    """1 for each row that its reader signed, else 0."""
    return np.array([float(row["right"]) for row in rows])


def predict(weights: Vector, rows: Sequence[Row], kinds: Sequence[str]) -> Vector:
    """The probability of each row."""
    return 1 / (1 + np.exp(-np.array([features(row, kinds) for row in rows]) @ weights))


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
        *(f"  {kind}: {each}" for kind, each in zip(kinds, one[8:], strict=False)),
        "marks:",
        *(f"  {mark}: {each}" for mark, each in zip(MARKS, one[8 + len(kinds) :], strict=True)),
    ]
    return "\n".join(lines) + "\n"


def fold_of(row: Row) -> int:
    """The part that the row's document is in; a round may have kept the beginning of its name alone."""
    name = row["document"].lower()[: len("re3d-") + 12]
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def predict_apart(rows: Sequence[Row], parts: Sequence[int], kinds: Sequence[str]) -> Vector:
    """The probability of each row by a fit on those of other parts; of rows that are not free too, by free ones."""
    chance = np.zeros(len(rows))
    for part in sorted(set(parts)):
        others = [row for row, each in zip(rows, parts, strict=True) if each != part and row["free"]]
        weights = fit(others, kinds)
        places = [place for place, each in enumerate(parts) if each == part]
        chance[places] = predict(weights, [rows[place] for place in places], kinds)
    return chance


def area(values: Vector, right: Vector) -> float:
    """Of pairs of a signed and an unsigned claim the share in which the signed one has the higher value."""
    yes, no = values[right == 1], values[right == 0]
    pairs = yes[:, None] - no[None, :]
    return float(((pairs > 0) + 0.5 * (pairs == 0)).mean()) if pairs.size else 0.5


def table(rows: Sequence[Row], kinds: Sequence[str]) -> None:
    """Print the deciles, and how well signed claims are told from others."""
    right, raw = signed(rows), np.array([row["confidence"] for row in rows])
    chance = predict_apart(rows, [fold_of(row) for row in rows], kinds)
    free = np.array([bool(row["free"]) for row in rows])
    rounds = np.array([int(row["round"]) for row in rows])
    print("tenth  claims  predicted  signed")
    for number, places in enumerate(np.array_split(np.argsort(chance, kind="stable"), DECILES), start=1):
        guess, hits = 100 * chance[places].mean(), 100 * right[places].mean()
        print(f"{number:>5}  {len(places):>6}  {guess:>7.0f} %  {hits:>4.0f} %")
    print(f"area under the curve: {area(chance, right):.3f}; of the raw confidence {area(raw, right):.3f}")
    for name, those in (("free", free), ("others, not fitted on", ~free)):
        print(f"  {name}: {those.sum()} claims, {area(chance[those], right[those]):.3f}")
    by_round = predict_apart(rows, [int(each) for each in rounds], kinds)
    for number in sorted(set(rounds)):
        those = rounds == number
        if those.sum() >= FEWEST:
            told = area(by_round[those], right[those])
            print(f"  round {number}, told by the others: {those.sum()} claims, {told:.3f}")


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
    free = [row for row in rows if row["free"]]
    text = as_yaml(fit(free, kinds), kinds, len(free))
    if wanted.check:
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path}: not what the judged claims give; run python -m benchmarks.calibrate")
        return
    path.write_text(text, encoding="utf-8")
    print(f"{path}: {len(free)} judged claims")


if __name__ == "__main__":
    main()
