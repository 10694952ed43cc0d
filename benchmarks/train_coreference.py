"""Trains the weights by which antecedents are ranked, from the news, interviews and court hearings of GUM.

    python -m benchmarks.train_coreference TRAIN_FILE [--cache DIR] [--output FILE]

Only documents of those three genres are read (CC BY: text and annotation may both be used, with
attribution); the others are skipped. The weights of one group of anaphors (pronouns, noun
phrases) are learnt together: each feature has a shared weight and one of its own for each sort of
anaphor, and their sum is written (Daumé 2007, "Frustratingly easy domain adaptation").
"""

from __future__ import annotations

import argparse
import json
import warnings
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.adapters.gum import phrase
from benchmarks.quality import Text, parse_cached, whole_document
from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.coreference.features import alone_features, pair_features
from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.coreference.focus import read_focus
from sociogram.extraction.coreference.ranker import WEIGHTS, choose_with
from sociogram.extraction.mentions.find import find_mentions
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.parse.spacy_model import DEFAULT_MODEL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sociogram.extraction.coreference.facts import Facts
    from sociogram.extraction.coreference.scene import Scene
    from sociogram.model import Attribution, Mention
    from sociogram.parse.parsed import ParsedDocument

GENRES = ("news", "interview", "court")
GROUPS = (("he", "they", "it", "this"), ("the", "dem", "poss", "bare"))
COSTS = {
    "he": -1.5,
    "they": -1.3,
    "it": -1.7,
    "this": -0.5,
    "the": -1.0,
    "dem": -2.0,
    "poss": -1.0,
    "bare": -1.0,
}
"""What a wrong link costs while learning (softmax-margin); below zero it is cheaper than a missed one."""
RIDGE = 3.0
LEAST = 20
"""A feature counts from so many occurrences."""
SMALLEST = 0.05
ROUNDS = 2

ABOUT = (
    "Weights of the features of coreference, by the sort of the anaphor. Generated: do not edit. "
    "Written by `python -m benchmarks.train_coreference` from the news, interview and court documents of the "
    "training part of GUM, the Georgetown University Multilayer corpus, in its OntoGUM scheme: Amir Zeldes and "
    "annotators, https://gucorpling.org/gum/, annotations CC BY 4.0, texts CC BY."
)
"""The attribution that the file of weights carries."""

Weights = dict[str, dict[str, float]]
Vector = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Reading:
    """A document up to its mentions, and the gold cluster of each mention or ``None``."""

    parsed: ParsedDocument
    mentions: tuple[Mention, ...]
    attributions: tuple[Attribution, ...]
    gold: tuple[int | None, ...]


@dataclass
class Examples:
    """For each sort of anaphor: the features of each choice, the new chain first, and which are right."""

    by_sort: dict[str, list[tuple[list[list[str]], list[bool]]]] = field(
        default_factory=lambda: defaultdict(list)
    )


def read_gold(path: Path, cache: Path | None) -> list[Reading]:
    """The readings of the documents of ``GENRES`` in ``path``."""
    with path.open(encoding="utf-8") as lines:
        records = [record for record in map(json.loads, lines) if record["genre"] in GENRES]
    lists = load_actor_lists()
    documents = [whole_document(Text(record["id"], record["text"])) for record in records]
    readings = []
    for record, parsed in zip(records, parse_cached(documents, DEFAULT_MODEL, cache), strict=True):
        mentions = find_mentions(parsed, lists)
        cluster_of = {
            tuple(span): number for number, spans in enumerate(record["clusters"]) for span in spans
        }
        gold = tuple(cluster_of.get(phrase(mention, record["text"])) for mention in mentions)
        readings.append(Reading(parsed, mentions, find_attributions(parsed, mentions), gold))
    return readings


def collect(readings: Iterable[Reading], weights: Weights | None) -> Examples:
    """The choices that arise while ``weights`` decide, or the gold where there are none yet."""
    examples = Examples()
    for reading in readings:
        find_chains(
            reading.parsed,
            reading.mentions,
            reading.attributions,
            choose=_recorder(reading.gold, weights, examples),
        )
    return examples


def _recorder(
    gold: tuple[int | None, ...], weights: Weights | None, examples: Examples
) -> Callable[[Scene, Facts, str, list[Facts]], Facts | None]:
    def choose(scene: Scene, one: Facts, sort: str, candidates: list[Facts]) -> Facts | None:
        cluster = gold[one.index]
        right = [cluster is not None and gold[other.index] == cluster for other in candidates]
        focus = read_focus(scene, one, candidates)
        features = [alone_features(scene, one)]
        features += [pair_features(scene, one, other, rank, focus) for rank, other in enumerate(candidates)]
        examples.by_sort[sort].append((features, [not any(right), *right]))
        if weights is None:
            return next((other for other, is_right in zip(candidates, right, strict=True) if is_right), None)
        return choose_with(weights, scene, one, sort, candidates)

    return choose


@dataclass
class Problem:
    """The choices of one group as a sparse matrix, one row a choice; ``starts`` begin the examples."""

    names: list[tuple[str, str]]
    matrix: Any
    example: Any
    right: Any
    costs: Any
    starts: Any


def make_problem(examples: Examples, sorts: tuple[str, ...]) -> Problem:
    """The optimisation problem for the anaphors of ``sorts``."""
    counts: Counter[tuple[str, str]] = Counter()
    for sort in sorts:
        for features, _ in examples.by_sort[sort]:
            for name in (name for names in features for name in names):
                counts.update((("", name), (sort, name)))
    names = sorted(key for key, count in counts.items() if count >= LEAST)
    position = {key: number for number, key in enumerate(names)}
    rows: list[int] = []
    columns: list[int] = []
    example: list[int] = []
    right: list[bool] = []
    costs: list[float] = []
    number = 0
    for sort in sorts:
        for features, is_right in examples.by_sort[sort]:
            for choice, (found, correct) in enumerate(zip(features, is_right, strict=True)):
                keys = [key for name in found for key in (("", name), (sort, name)) if key in position]
                rows += [len(example)] * len(keys)
                columns += [position[key] for key in keys]
                example.append(number)
                right.append(correct)
                costs.append(COSTS.get(sort, 0.0) if choice and not correct else 0.0)
            number += 1
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(example), len(names)))
    index = np.array(example)
    starts = np.r_[0, np.flatnonzero(np.diff(index)) + 1]
    return Problem(names, matrix, index, np.array(right), np.array(costs), starts)


def fit(problem: Problem) -> Vector:
    """The weights of the greatest likelihood of the right choices, with a ridge of ``RIDGE``."""
    transposed = problem.matrix.T.tocsr()

    def mass(scores: Vector) -> tuple[Vector, Vector]:
        peak = np.maximum.reduceat(scores, problem.starts)
        powers = np.exp(scores - peak[problem.example])
        total = np.add.reduceat(powers, problem.starts)
        return peak + np.log(total), powers / total[problem.example]

    def loss(weights: Vector) -> tuple[float, Vector]:
        scores = problem.matrix @ weights + problem.costs
        every, share = mass(scores)
        correct, right_share = mass(np.where(problem.right, scores, -1e30))
        value = float((every - correct).sum() + RIDGE / 2 * weights @ weights)
        return value, transposed @ (share - right_share) + RIDGE * weights

    start = np.zeros(len(problem.names))
    solution: Vector = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return solution


def learn(examples: Examples) -> Weights:
    """The weights of all sorts, shared and own added up."""
    weights: Weights = {}
    for sorts in GROUPS:
        problem = make_problem(examples, sorts)
        solved = dict(zip(problem.names, map(float, fit(problem)), strict=True))
        for sort in sorts:
            seen = {name for features, _ in examples.by_sort[sort] for found in features for name in found}
            sums = {
                name: solved.get(("", name), 0.0) + solved.get((sort, name), 0.0) for name in sorted(seen)
            }
            weights[sort] = {name: round(value, 2) for name, value in sums.items() if abs(value) >= SMALLEST}
    return weights


def format_weights(weights: Weights) -> str:
    """The file that holds ``weights``: JSON, sorted, a feature a line, so that a change can be read as a difference."""
    content = {"about": ABOUT, "weights": weights}
    return json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.train_coreference", description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--cache", type=Path, help="keep parses in this folder, for repeated runs")
    default = Path("src/sociogram/extraction/coreference") / WEIGHTS
    parser.add_argument("--output", type=Path, default=default)
    arguments = parser.parse_args()
    warnings.filterwarnings("ignore", message=r".*W095.*")
    readings = read_gold(arguments.gold, arguments.cache)
    weights: Weights | None = None
    for _ in range(ROUNDS):
        weights = learn(collect(readings, weights))
    arguments.output.write_text(format_weights(weights or {}), encoding="utf-8")
    print(f"{sum(map(len, (weights or {}).values()))} weights from {len(readings)} documents")


if __name__ == "__main__":
    main()
