"""Build cases of inputs that were made to break something, and see that nothing does.

    python -m benchmarks.fuzz [--inputs 1000] [--seed 1] [--reader quick|model] [--batch N] [--minutes M]
                              [--only TEXT] [--without TEXT] [--keep FOLDER]

Inputs come from ``benchmarks.hostile``: damaged samples of every format, words put together at random, and structures
that nest or run on. Of each batch a whole case is built in a process with a budget (``benchmarks.trial``), with two
good neighbours: ``--reader model`` parses with the real model and the real rules (some 45 ms an input), ``quick`` by
a pattern (some 13 ms), for the readers of all formats and all stages behind parsing. Found are: what raises, a reason
that shows raw Python, an input that takes longer than 2 s and 1 s more for each 20 kB of what was read, one that ends
its process, one of which neither the documents nor what was skipped tells, a neighbour whose claims are lost, and
whatever ``sociogram check`` finds wrong with the case: a quote that is not what stands at its place. A batch that
fails as a whole is halved until the input is found. Each kind of fault is told once, with its seed, and made smaller;
the bytes that are left are written to ``--keep``. Exit code 1 if there is any.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.hostile import Hostile, draw, load_samples
from benchmarks.trial import READERS, Finding, examine
from sociogram.errors import describe_failure
from sociogram.processes.budget import Budget
from sociogram.processes.child import Child, ChildDiedError
from sociogram.processes.crew import gather

BATCHES = {"quick": 200, "model": 50}
"""Inputs of one case, for each reader."""
_BUDGET = 20.0
"""Seconds after which an input is ended; what takes less and more than it should is told as slow."""
_SHRINKINGS = 120
"""Inputs that are tried to make a failing one smaller."""
_NUMBER = re.compile(r"/\S*/|\d+|'[^']*'|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Bench:
    """Where batches are built: the process, the share of the budget of an input, and who parses."""

    child: Child
    share: float
    reader: str

    def build(self, inputs: Sequence[Hostile]) -> list[Finding]:
        """What is wrong with ``inputs``; one that ends the process is named, and the others are built without it."""
        try:
            found, died = gather(self.child, examine, list(inputs), self.share, self.reader)
        except Exception as error:
            return [(0 if len(inputs) == 1 else -1, f"stops the build: {describe_failure(error)}")]
        if died is None:
            return found
        if not died.stage.isdigit():
            return [*found, (0 if len(inputs) == 1 else -1, _dead(died))]
        hit = int(died.stage)
        places = [place for place in range(len(inputs)) if place != hit]
        others = self.build([inputs[place] for place in places]) if places else []
        return [
            (hit, _dead(died)),
            *((places[place] if place >= 0 else -1, wrong) for place, wrong in others),
        ]

    def find(self, inputs: Sequence[Hostile]) -> list[Finding]:
        """What is wrong with ``inputs``, with the input of what only shows in the case of all."""
        found = self.build(inputs)
        named = [each for each in found if each[0] >= 0]
        for kind, wrong in {kind_of(wrong): wrong for place, wrong in found if place < 0}.items():
            place = self._seek(inputs, kind)
            named.append((place, wrong))
        return named

    def _seek(self, inputs: Sequence[Hostile], kind: str) -> int:
        """The place of the first of the fewest ``inputs`` in a row that fail as ``kind``; -1 where all are needed."""
        first, size = 0, len(inputs)
        while size > 1:
            half = size // 2
            for begin, length in ((first, half), (first + half, size - half)):
                if self.fails(inputs[begin : begin + length], kind):
                    first, size = begin, length
                    break
            else:
                return -1 if size == len(inputs) else first
        return first

    def fails(self, inputs: Sequence[Hostile], kind: str) -> bool:
        """Whether some of ``inputs`` fails as ``kind``."""
        return any(kind_of(wrong) == kind for _, wrong in self.build(inputs))

    def shrink(self, made: Hostile, kind: str) -> Hostile:
        """The smallest part of ``made`` that was found to fail in the same way."""
        tries = 0
        size = len(made.content) // 2
        while size and tries < _SHRINKINGS:
            for start in range(0, len(made.content), size):
                tries += 1
                smaller = replace(made, content=made.content[:start] + made.content[start + size :])
                if self.fails([smaller], kind):
                    made = smaller
                    break
                if tries >= _SHRINKINGS:
                    break
            else:
                size //= 2
            size = min(size, len(made.content))
        return made


def _dead(died: ChildDiedError) -> str:
    stage = died.stage if not died.stage.isdigit() else "reading or parsing"
    return f"ends its process in {stage}: {died.cause}, {died.code}"


def kind_of(wrong: str) -> str:
    """What ``wrong`` has in common with others of its kind."""
    return _NUMBER.sub("#", wrong)[:160]


def fuzz(
    inputs: int,
    seed: int,
    *,
    reader: str = "model",
    batch: int = 0,
    share: float = 2.0,
    minutes: float = float("inf"),
    keep: Path | None = None,
    only: str = "",
    without: str | None = None,
    report: bool = False,
) -> Counter[str]:
    """How often each kind of fault was found in ``inputs`` that ``seed`` and the numbers behind it give.

    After ``minutes`` no further batch is begun. The inputs that were built are told with ``report``.
    """
    samples = load_samples()
    kinds: Counter[str] = Counter()
    bench = Bench(Child(Budget(_BUDGET)), share, reader)
    begun = time.monotonic()
    batch = batch or BATCHES[reader]
    built = 0
    try:
        for first in range(seed, seed + inputs, batch):
            if time.monotonic() - begun > minutes * 60:
                break
            drawn = {
                number: draw(random.Random(number), samples)  # noqa: S311 - a test's choices
                for number in range(first, min(first + batch, seed + inputs))
            }
            drawn = {number: each for number, each in drawn.items() if only in f"{each.name} {each.made}"}
            seeds, made = list(drawn), list(drawn.values())
            for place, wrong in bench.find(made) if made else ():
                kind = kind_of(wrong)
                if without is not None and kind.startswith(without):
                    continue
                kinds[kind] += 1
                if report and kinds[kind] == 1:
                    _tell(bench, seeds, made, place, wrong, keep)
            built += len(made)
            if report and (first + batch - seed) % 5_000 < batch:
                taken = time.monotonic() - begun
                print(f"{built:,} inputs, {taken:,.0f} s, {sum(kinds.values())} findings", flush=True)
    finally:
        bench.child.close()
        bench.child.join()
    if report:
        print(
            f"{built:,} inputs from seed {seed} by the {reader} reader: "
            f"{sum(kinds.values())} findings of {len(kinds)} kinds"
        )
    return kinds


def _tell(
    bench: Bench, seeds: list[int], made: list[Hostile], place: int, wrong: str, keep: Path | None
) -> None:
    """Say what is wrong with an input, and keep the smallest part of it with which it is."""
    if place < 0:
        print(f"seeds {seeds[0]} to {seeds[-1]} together: {wrong}", flush=True)
        return
    print(f"seed {seeds[place]}: {made[place].name}: {wrong}", flush=True)
    if keep is not None:
        small = bench.shrink(made[place], kind_of(wrong))
        keep.mkdir(parents=True, exist_ok=True)
        (keep / f"{seeds[place]}-{small.name}").write_bytes(small.content)
        print(f"  {len(made[place].content)} bytes, made smaller: {small.content[:300]!r}", flush=True)


def main() -> None:
    """Fuzz as the command line asks, and tell what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--reader", choices=READERS, default="model")
    parser.add_argument("--batch", type=int, default=0)
    parser.add_argument("--share", type=float, default=2.0)
    parser.add_argument("--minutes", type=float, default=float("inf"))
    parser.add_argument("--only", default="")
    parser.add_argument("--without", help="Do not tell of faults that begin so.")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    kinds = fuzz(**vars(given), report=True)
    for kind, count in kinds.most_common():
        print(f"{count:6} {kind}")
    sys.exit(1 if kinds else 0)


if __name__ == "__main__":
    main()
