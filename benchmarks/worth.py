"""Are the claims that an analyst wants those of most worth?

    python -m benchmarks.worth CASE [ANALYST] [--by product] [--missed]

CASE was built of the documents of our own gold, or, with ANALYST, the folder of the foreign documents' scorer
``analyst.py``, of that one's (``python analyst.py documents DIR``); which claim matches which fact is decided by
``benchmarks.analyst``, or by ``analyst.py``. Printed is, of the claims that match a fact, the share that lies in the
upper half of their document's claims by worth, and the same of the facts, which are where their best claim is. Both
depend on how many match at all, so it is said how large the first can become; of pairs of claims of one document, of
which one matches and one does not, the share in which the one that matches is worth more does not (by chance 50 %).
Then how many claims of each tenth of the worth match one. ``--by product`` orders by worth × confidence, as lists are;
``--missed`` tells which facts lie in the lower half. Equal worths go by the order of the file.
"""

from __future__ import annotations

import argparse
import importlib.util
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.analyst import case_rows, load_facts, read_lines

Record = dict[str, Any]
BY: Mapping[str, Callable[[Record], float]] = {
    "worth": lambda claim: float(claim["worth"]),
    "product": lambda claim: float(claim["worth"]) * float(claim["confidence"]),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A fact, and the claims that match it."""

    id: str
    kind: str
    claims: tuple[Record, ...]


def claims_of(case: Path) -> dict[str, list[Record]]:
    """The claims of a case by the stem of their document's file, in the order of the file."""
    found: dict[str, list[Record]] = defaultdict(list)
    for claim in read_lines(case / "claims.jsonl"):
        found[Path(claim["evidence"]["source"]).stem].append(claim)
    return found


def find_own(case: Path, claims: Mapping[str, Sequence[Record]]) -> list[Found]:
    """The facts of our own gold that some claim of their document matches."""
    rows, found = case_rows(case), []
    for fact in load_facts():
        pairs = zip(rows.get(fact.document, ()), claims.get(fact.document, ()), strict=True)
        matching = tuple(claim for row, claim in pairs if fact.fits(row))
        if matching and not fact.forbidden:
            found.append(Found(id=fact.id, kind=fact.kind, claims=matching))
    return found


def find_foreign(case: Path, folder: Path) -> list[Found]:
    """The like of the facts of ``analyst.py`` in ``folder``."""
    scorer, found = load_scorer(folder), []
    rows = scorer.rows_of(case)
    for fact in scorer.load(scorer.GOLD):
        matching = tuple(row["claim"] for row in rows[fact["doc"]] if scorer.matches(fact, row))
        if matching and not fact.get("forbidden"):
            found.append(Found(id=fact["id"], kind=fact["class"], claims=matching))
    return found


def load_scorer(folder: Path) -> ModuleType:
    """The module ``analyst.py`` of ``folder``."""
    path = folder / "analyst.py"
    if not path.is_file():
        raise SystemExit(f"{path}: not there; give the folder of the scorer")
    spec = importlib.util.spec_from_file_location("foreign_analyst", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path}: is no program")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def upper_half(claims: Mapping[str, Sequence[Record]], value: Callable[[Record], float]) -> set[str]:
    """The ids of the claims in the upper half of their document's."""
    upper: set[str] = set()
    for each in claims.values():
        ordered = sorted(each, key=value, reverse=True)
        upper.update(claim["id"] for claim in ordered[: (len(ordered) + 1) // 2])
    return upper


def most_possible(claims: Mapping[str, Sequence[Record]], matching: Collection[str]) -> int:
    """How many matching claims can lie in the upper halves at all."""
    return sum(
        min((len(each) + 1) // 2, sum(claim["id"] in matching for claim in each)) for each in claims.values()
    )


def pairs_in_order(
    claims: Mapping[str, Sequence[Record]], matching: Collection[str], value: Callable[[Record], float]
) -> float:
    """Of pairs of a matching claim and another one of its document, the share in order; equal ones count half."""
    in_order = pairs = 0.0
    for each in claims.values():
        others = sorted(value(claim) for claim in each if claim["id"] not in matching)
        for claim in each:
            if claim["id"] in matching:
                below, up_to = bisect_left(others, value(claim)), bisect_right(others, value(claim))
                in_order += (below + up_to) / 2
                pairs += len(others)
    return in_order / pairs if pairs else 0.0


def share(upper: int, count: int) -> str:
    """``60 of 80 (75.0 %)``."""
    return f"{upper} of {count} ({100 * upper / count:.1f} %)" if count else "none"


def told(found: Found, value: Callable[[Record], float]) -> str:
    """A fact with its best claim, in a line."""
    best = max(found.claims, key=value)
    end = best["object"].get("name") or best["object"].get("value")
    lemma = best["relation"]["lemma"]
    words = f"{best['subject']['name']} | {best['relation']['id']} ({lemma}) | {end}"
    return f"{found.id} {found.kind}: {words[:150]} | {best['worth']}"


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("case", type=Path)
    parser.add_argument("analyst", type=Path, nargs="?")
    parser.add_argument("--by", choices=sorted(BY), default="worth")
    parser.add_argument("--missed", action="store_true")
    options = parser.parse_args()
    value, claims = BY[options.by], claims_of(options.case)
    facts = find_foreign(options.case, options.analyst) if options.analyst else find_own(options.case, claims)
    upper = upper_half(claims, value)
    every = [claim for each in claims.values() for claim in each]
    matching = {claim["id"]: claim for each in facts for claim in each.claims}
    above = [each for each in facts if any(claim["id"] in upper for claim in each.claims)]
    print(f"{len(every)} claims, {len(matching)} of them match one of {len(facts)} facts")
    most = most_possible(claims, matching)
    print(
        "claims in the upper half:", share(len(upper & matching.keys()), len(matching)), f"of {most} possible"
    )
    print("facts in the upper half: ", share(len(above), len(facts)))
    print(f"pairs in order: {100 * pairs_in_order(claims, matching, value):.1f} %")
    counts, hits = (
        Counter(min(9, int(10 * value(one))) for one in them) for them in (every, matching.values())
    )
    for tenth in sorted(counts, reverse=True):
        print(f"{options.by} from {tenth / 10:.1f}: {share(hits[tenth], counts[tenth])} match a fact")
    for each in facts if options.missed else ():
        if each not in above:
            print(told(each, value))


if __name__ == "__main__":
    main()
