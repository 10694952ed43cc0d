"""Compare the graph of the sample documents with the claims written down by hand for them.

    python -m benchmarks.gold [--missed]

A line of ``data/gold/claims.jsonl`` names a source, alternatives for subject, relation and object,
a polarity and perhaps an amount. It is found when a claim of that document has one of the relations,
the polarity, and ends whose names, aliases or words hold one of the alternatives. A line with
``absent`` must *not* be found: it is the opposite or the mirror image of what the text says.
"""

from __future__ import annotations

import argparse
import json
import re
import warnings
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.model import LiteralObject

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.model import Claim

DATA = Path(__file__).resolve().parents[1] / "data"
_WORD = re.compile(r"\w+")
_WEAK = frozenset({"the", "a", "an", "of", "s"})


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """One line of the gold file; ``absent`` lines must not be found."""

    source: str
    subject: tuple[str, ...]
    relation: tuple[str, ...]
    object: tuple[str, ...]
    polarity: str
    absent: bool
    amount: float | None

    def __str__(self) -> str:
        """The line in words."""
        sign = "absent: " if self.absent else "denied: " if self.polarity == "denied" else ""
        return f"{self.source}: {sign}{self.subject[0]} – {'|'.join(self.relation)} – {self.object[0]}"


def load_gold(path: Path = DATA / "gold" / "claims.jsonl") -> list[GoldClaim]:
    """The lines of the gold file."""
    lines = []
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        lines.append(
            GoldClaim(
                source=record["source"],
                subject=tuple(record["subject"]),
                relation=tuple(record["relation"]),
                object=tuple(record["object"]),
                polarity=record["polarity"],
                absent=bool(record.get("absent")),
                amount=record.get("amount"),
            )
        )
    return lines


def words(text: str) -> frozenset[str]:
    """The words of a name in lower case, without articles and the possessive ending."""
    return frozenset(_WORD.findall(text.lower())) - _WEAK


def end_fits(wanted: tuple[str, ...], names: list[str]) -> bool:
    """Whether one of ``wanted`` has all its words in one of ``names``, or the other way round."""
    for left in map(words, wanted):
        for right in map(words, names):
            if left and right and (left <= right or right <= left):
                return True
    return False


def find(gold: GoldClaim, graph: Graph, names: dict[str, list[str]]) -> Claim | None:
    """A claim of the graph that is ``gold``."""
    for claim in graph.claims:
        if gold.source not in claim.evidence.source or claim.relation not in gold.relation:
            continue
        if claim.polarity.value != gold.polarity:
            continue
        if gold.amount is not None and (claim.amount is None or claim.amount.value != gold.amount):
            continue
        target = [claim.object.value] if isinstance(claim.object, LiteralObject) else names[claim.object]
        if end_fits(gold.subject, names[claim.subject]) and end_fits(gold.object, target):
            return claim
    return None


def compare(graph: Graph, gold: list[GoldClaim]) -> tuple[list[GoldClaim], list[GoldClaim], Counter[str]]:
    """The lines that were missed, the absent ones that were found, and counts."""
    names = {actor.id: [actor.name, *actor.aliases] for actor in graph.actors}
    missed, wrong = [], []
    for line in gold:
        found = find(line, graph, names)
        if line.absent and found is not None:
            wrong.append(line)
        elif not line.absent and found is None:
            missed.append(line)
    positives = sum(not line.absent for line in gold)
    counts = Counter(
        positive=positives, found=positives - len(missed), absent=len(gold) - positives, wrong=len(wrong)
    )
    return missed, wrong, counts


def main() -> None:
    """Build the samples and print how much of the gold is there."""
    from sociogram import build

    parser = argparse.ArgumentParser(prog="python -m benchmarks.gold", description=__doc__)
    parser.add_argument("--missed", action="store_true", help="list what was missed")
    arguments = parser.parse_args()
    warnings.filterwarnings("ignore", message=r".*W095.*")
    graph = build([DATA / "documents"])
    missed, wrong, counts = compare(graph, load_gold())
    print(
        f"found {counts['found']} of {counts['positive']}; of {counts['absent']} absent ones {counts['wrong']} found"
    )
    for line in wrong:
        print(f"wrong   {line}")
    for line in missed if arguments.missed else ():
        print(f"missed  {line}")


if __name__ == "__main__":
    main()
