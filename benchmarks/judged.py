"""How many claims a reader signed, by the kind of rule and by confidence.

    python -m benchmarks.judged [FILE]

FILE (by default ``data/gold/judged_claims.jsonl``) has one judged claim a line: the round, the document, the
characters of its sentence, the rule, relation and confidence of the claim, and what a reader who had written no rule
said of it: whether it is right as it stands, else its fault, and whether an analyst would want it (0 to 2). Rounds 3
to 5 were judged when sayings and occupations were let in, round 20 before predicates were read openly, 21 to 25 while
they were mended, 26 before and 27 after senses, names, speakers and subjects without a name were, 30 after attachment
and meaning were. The confidence is that before calibration; from round 26 on a row has the form of its subject.
``now`` and ``free`` are by ``benchmarks.judged_marks``. The texts are GUM's news, interviews, court hearings and
speeches, re3d's official reports and KnowledgeNet's passages; they are not in this repository.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

DEFAULT = Path(__file__).parents[1] / "data" / "gold" / "judged_claims.jsonl"
Row = dict[str, Any]


def kind(row: Row) -> str:
    """The kind of statement that a rule makes."""
    name, _, _ = str(row["rule"]).partition("@")
    family = name.partition(".")[0]
    if family in ("said", "occupation", "post", "model"):
        return family
    if family == "statement":
        return f"open {name}, round {row['round']}"
    return name if family == "relatedTo" else "a sense of the lexicon, a bracket, a place"


def decile(row: Row) -> str:
    """The tenth that a claim's confidence is in."""
    low = min(9, int(float(row["confidence"]) * 10))
    return f"confidence {low / 10:.1f} to {(low + 1) / 10:.1f}"


def table(rows: Iterable[Row], by: Callable[[Row], str]) -> None:
    """Print how many of each group were right."""
    groups: dict[str, list[bool]] = defaultdict(list)
    for row in rows:
        groups[by(row)].append(bool(row["right"]))
    for name, right in sorted(groups.items()):
        print(f"{name:<45} {sum(right):>4} of {len(right):>4} right ({100 * sum(right) / len(right):.0f} %)")


def main() -> None:
    """Print the tables."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for by in (kind, decile):
        table(rows, by)
        print()
    for fault, count in Counter(str(row["fault"]) for row in rows if not row["right"]).most_common():
        print(f"{fault:<45} {count:>4}")


if __name__ == "__main__":
    main()
