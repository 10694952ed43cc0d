"""Time, memory and disk of a case that grows: the first build, one without a change, and one with a changed document.

    python -m benchmarks.growth [--counts 100 1000] [--workers 1] [--rounds 3] [--folder FOLDER]

Documents are made by ``benchmarks.corpus``. Each build is a process of its own, as a user runs it, with the start of
Python and the loading of the model in it. Times are seconds of wall clock and of the processors; of the builds behind
the first, medians. Memory is the peak of resident memory of the largest process. What counts is the ratio to
the first build.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import write_corpus

_SOCIOGRAM = (sys.executable, "-W", "ignore", "-m", "sociogram")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One build: seconds of wall clock and of the processors, and megabytes."""

    wall: float
    cpu: float
    memory: float


def build(folder: Path, case: Path, workers: int) -> Run:
    """Build ``case`` of ``folder`` in a process of its own."""
    command = [*_SOCIOGRAM, "build", str(folder), "-o", str(case), "--workers", str(workers), "--quiet"]
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)}: ended with {process.returncode}")
    return Run(wall=wall, cpu=usage.ru_utime + usage.ru_stime, memory=usage.ru_maxrss / 1024)


def median(runs: list[Run]) -> Run:
    """The median of each figure."""
    return Run(
        wall=statistics.median(run.wall for run in runs),
        cpu=statistics.median(run.cpu for run in runs),
        memory=max(run.memory for run in runs),
    )


def disk(folder: Path) -> float:
    """Megabytes of the files below ``folder``, those with several names counted once."""
    sizes = {status.st_ino: status.st_size for path in folder.rglob("*") if (status := path.stat())}
    return sum(sizes.values()) / 1e6


def measure(count: int, root: Path, workers: int, rounds: int) -> None:
    """Print the rows of ``count`` documents."""
    folder, case = root / "in", root / "case"
    paths = write_corpus(count, folder)
    words = sum(len(path.read_text(encoding="utf-8").split()) for path in paths)
    first = build(folder, case, workers)
    unchanged = median([build(folder, case, 1) for _ in range(rounds)])
    changed = []
    for number in range(rounds):
        path = paths[(number * 37 + count // 2) % count]
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text + f"\nMaria Selwick sued Dunwick Steel Corp. in {2000 + number}.\n", encoding="utf-8"
        )
        changed.append(build(folder, case, 1))
    print(f"{count:,} documents, {words:,} words, {workers} processes; {counts(case)}")
    for name, run in (
        ("first build", first),
        ("nothing changed", unchanged),
        ("one changed", median(changed)),
    ):
        share = (
            f"{run.cpu / first.cpu:7.2%} of the first's CPU, {run.wall / first.wall:7.2%} of its wall clock"
        )
        print(f"  {name:16} {run.wall:8.1f} s  CPU {run.cpu:8.1f} s  {run.memory:6.0f} MB  {share}")
    files = sum(path.stat().st_size for path in case.iterdir() if path.is_file()) / 1e6
    print(f"  disk: {files:.0f} MB of files, {disk(case / 'store'):.0f} MB of store", flush=True)


def counts(case: Path) -> str:
    """What the case holds, in words."""
    from sociogram.case import open_case

    with open_case(case) as opened:
        found = opened.manifest.counts
        numbers = ", ".join(f"{getattr(found, name):,} {name}" for name in ("actors", "ties", "claims"))
        return f"{numbers}, {len(opened.store):,} quads"


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    for count in given.counts:
        with tempfile.TemporaryDirectory(dir=given.folder) as name:
            measure(count, Path(name), given.workers, given.rounds)
    if os.getloadavg()[0] > 1.5 + given.workers:
        print("the machine was busy with other things; measure again")


if __name__ == "__main__":
    main()
