"""Are the claims that an analyst wants those of most worth?

    python -m benchmarks.worth CASE ANALYST [--by product] [--missed]

CASE was built of the documents of ``analyst.py`` (``python analyst.py documents DIR``), ANALYST is the folder of
that program, whose rule says which claim matches which fact. Printed is, of the claims that match a fact, the share
that lies in the upper half of their document's claims by worth, and the same of the facts, which are where their best
claim is; then how many claims of each tenth of the worth match one. ``--by product`` orders by worth × confidence, as
lists are; ``--missed`` tells which facts lie in the lower half. Equal worths go by the order of the file.
"""

from __future__ import annotations

import argparse
import importlib.util
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

Record = dict[str, Any]
BY: Mapping[str, Callable[[Record], float]] = {
    "worth": lambda claim: float(claim["worth"]),
    "product": lambda claim: float(claim["worth"]) * float(claim["confidence"]),
}


@dataclass(frozen=True, slots=True)
class Found:
    """A fact, and the claims that match it."""

    fact: Record
    claims: tuple[Record, ...]


def load_scorer(folder: Path) -> ModuleType:
    """The module ``analyst.py`` of ``folder``."""
    spec = importlib.util.spec_from_file_location("analyst", folder / "analyst.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder}: there is no analyst.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def find_facts(scorer: ModuleType, rows: Mapping[str, Sequence[Record]]) -> list[Found]:
    """The facts that some claim of their document matches; what must not be claimed is no fact."""
    found = []
    for fact in scorer.load(scorer.GOLD):
        if not fact.get("forbidden"):
            claims = tuple(row["claim"] for row in rows[fact["doc"]] if scorer.matches(fact, row))
            found += [Found(fact, claims)] if claims else []
    return found


def upper_half(
    rows: Mapping[str, Sequence[Record]], value: Callable[[Record], float]
) -> tuple[set[str], int]:
    """The ids of the claims in the upper half of their document's, and the number of all claims."""
    upper: set[str] = set()
    count = 0
    for each in rows.values():
        ordered = sorted((row["claim"] for row in each), key=value, reverse=True)
        upper.update(claim["id"] for claim in ordered[: (len(ordered) + 1) // 2])
        count += len(ordered)
    return upper, count


def share(upper: int, count: int) -> str:
    """``60 of 80 (75.0 %)``."""
    return f"{upper} of {count} ({100 * upper / count:.1f} %)" if count else "none"


def told(found: Found, value: Callable[[Record], float]) -> str:
    """A fact with its best claim, in a line."""
    best = max(found.claims, key=value)
    end = best["object"].get("name") or best["object"].get("value")
    lemma = best["relation"]["lemma"]
    words = f"{best['subject']['name']} | {best['relation']['id']} ({lemma}) | {end}"
    return f"{found.fact['id']} {found.fact['class']}: {words[:150]} | {best['worth']}"


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("case", type=Path)
    parser.add_argument("analyst", type=Path)
    parser.add_argument("--by", choices=sorted(BY), default="worth")
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    value, scorer = BY[options.by], load_scorer(options.analyst)
    rows: dict[str, list[Record]] = defaultdict(list, scorer.rows_of(options.case))
    facts = find_facts(scorer, rows)
    upper, count = upper_half(rows, value)
    matching = {claim["id"]: claim for each in facts for claim in each.claims}
    print(f"{count} claims, {len(matching)} of them match one of {len(facts)} facts")
    print("claims in the upper half:", share(len(upper & matching.keys()), len(matching)))
    above = [each for each in facts if any(claim["id"] in upper for claim in each.claims)]
    print("facts in the upper half: ", share(len(above), len(facts)))
    every = Counter(min(9, int(10 * value(row["claim"]))) for each in rows.values() for row in each)
    hits = Counter(min(9, int(10 * value(claim))) for claim in matching.values())
    for tenth in sorted(every, reverse=True):
        print(f"{options.by} from {tenth / 10:.1f}: {share(hits[tenth], every[tenth])} match a fact")
    if options.missed:
        for each in facts:
            if each not in above:
                print(told(each, value))


if __name__ == "__main__":
    main()
