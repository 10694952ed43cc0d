"""Build by a real cluster of Spark on this machine: how long it takes, what it needs, and what a kill does to it.

    python -m benchmarks.cluster measure [--documents 300] [--rounds 1] [--folder FOLDER]
    python -m benchmarks.cluster kills [--documents 60] [--times 20] [--seed 1] [--folder FOLDER]

A standalone cluster is started on 127.0.0.1 with the commands that docs/cluster.md gives: a master, and workers of one
processor each. ``measure`` builds a case with ``--workers 2``, then by one worker and by two: seconds by the clock, of
which those of the reading (from the first file to the last document), and of the processors; memory of the largest
process of each sort; every case must have the same bytes. ``kills`` kills by SIGKILL, a random time after the reading
began, a worker, what it runs (its executor, or a Python of that), or the driver: the job, or after the driver's end the
same command again, must give the same bytes. Other things that the machine does lengthen all by the clock; the load is
printed.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from benchmarks.corpus import write_corpus

HOST = "127.0.0.1"
VICTIMS = {
    "worker": "deploy.worker.Worker",
    "executor": "CoarseGrainedExecutorBackend",
    "Python": "pyspark.daemon",
}
"""What is killed beside the driver, by a part of its command."""
SORTS = {
    **VICTIMS,
    "master": "deploy.master.Master",
    "driver's Java": "SparkSubmit",
    "reader": "spawn_main",
    "driver": "benchmarks.cluster",
}
"""All sorts of processes; a reader has the model: one for each Python of an executor, or each of ``--workers``."""
PARALLELISMS = (1, 2, 40)
"""Of Spark's default parallelism, in turn: tasks are at least twice as many."""
_LONGEST = 1800.0
_STEP = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A process as the kernel tells of it; ``seconds`` are of the processors, ``memory`` is resident, in MB."""

    pid: int
    parent: int
    sort: str
    seconds: float
    memory: float


def processes() -> dict[int, Process]:
    """What this process has started, directly or not, and what is left of that, by process id."""
    found = {}
    tick, page = os.sysconf("SC_CLK_TCK"), os.sysconf("SC_PAGE_SIZE")
    for place in Path("/proc").glob("[0-9]*"):
        try:
            parts = (place / "stat").read_text().rpartition(")")[2].split()
            command = (place / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        sort = next((name for name, sign in SORTS.items() if sign in command), "other")
        pid = int(place.name)
        found[pid] = Process(
            pid=pid,
            parent=int(parts[1]),
            sort=sort,
            seconds=(int(parts[11]) + int(parts[12])) / tick,
            memory=int(parts[21]) * page / 1e6,
        )
    ours = {os.getpid()}
    while more := {pid for pid, each in found.items() if each.parent in ours} - ours:
        ours |= more
    return {pid: found[pid] for pid in ours - {os.getpid()}}


@dataclass(slots=True)
class Watch:
    """The most that each process took while it was watched."""

    seconds: dict[int, float] = field(default_factory=dict)
    sorts: dict[int, str] = field(default_factory=dict)
    memory: Counter[str] = field(default_factory=Counter)

    def by_sort(self) -> dict[str, float]:
        """Seconds of the processors of each sort of process."""
        found: Counter[str] = Counter()
        for pid, seconds in self.seconds.items():
            found[self.sorts[pid]] += seconds  # type: ignore[assignment]
        return dict(found)


@contextmanager
def watched() -> Iterator[Watch]:
    """Watch all that is started inside; what a process does in its last moments is missed."""
    watch, before = Watch(), {pid: each.seconds for pid, each in processes().items()}
    ended = threading.Event()

    def look() -> None:
        while not ended.wait(_STEP):
            for pid, each in processes().items():
                watch.seconds[pid] = each.seconds - before.get(pid, 0)
                # One that is ending has no command any more.
                watch.sorts[pid] = each.sort if each.sort != "other" else watch.sorts.get(pid, "other")
                watch.memory[each.sort] = max(watch.memory[each.sort], round(each.memory))

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield watch
    finally:
        ended.set()
        thread.join()


class Cluster:
    """A master and its workers, ended with the block."""

    def __init__(self, root: Path) -> None:
        import pyspark

        self._root = root
        self._started: list[subprocess.Popen[bytes]] = []
        self._workers: list[subprocess.Popen[bytes]] = []
        self._home = pyspark.__path__[0]
        with socket.socket() as free:
            free.bind((HOST, 0))
            self.port = free.getsockname()[1]
        self.url = f"spark://{HOST}:{self.port}"

    def __enter__(self) -> Self:
        self._start("master.Master", "--host", HOST, "--port", str(self.port))
        end = time.monotonic() + _LONGEST
        while time.monotonic() < end:
            with socket.socket() as asked:
                if asked.connect_ex((HOST, self.port)) == 0:
                    return self
            time.sleep(_STEP)
        raise TimeoutError(self.url)

    def __exit__(self, *_error: object) -> None:
        for process in self._started:
            process.kill()
            process.wait()

    def have(self, count: int) -> None:
        """See to it that ``count`` workers run."""
        self._workers = [each for each in self._workers if each.poll() is None]
        for each in self._workers[count:]:
            each.kill()
            each.wait()
        for _ in range(count - len(self._workers)):
            place = self._root / f"worker-{len(self._started)}"
            more = ("--cores", "1", "--memory", "1g", "--host", HOST, "--work-dir", str(place))
            self._workers.append(self._start("worker.Worker", self.url, *more))
        self._workers = self._workers[:count]

    def _start(self, name: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [
            f"{self._home}/bin/spark-class",
            f"org.apache.spark.deploy.{name}",
            *arguments,
            "--webui-port",
            "0",
        ]
        with (self._root / "cluster.log").open("ab") as log:
            process = subprocess.Popen(command, stdout=log, stderr=log, env=environment(self._root))
        self._started.append(process)
        return process


def environment(root: Path, parallelism: int = 0) -> dict[str, str]:
    """That of all processes, in which Spark has its settings below ``root``."""
    folder = root / f"conf-{parallelism}"
    folder.mkdir(exist_ok=True)
    setting = f"spark.default.parallelism {parallelism}\n" if parallelism else ""
    (folder / "spark-defaults.conf").write_text(setting)
    return {
        **os.environ,
        "SPARK_CONF_DIR": str(folder),
        "SPARK_LOCAL_IP": HOST,
        "PYTHONPATH": ":".join(sys.path),
    }


@dataclass(slots=True)
class Build:
    """A ``sociogram build`` that goes on; ``events`` are what it has told so far, each with its seconds."""

    process: subprocess.Popen[str]
    events: list[dict[str, object]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    begun: float = field(default_factory=time.monotonic)
    taken: float = 0.0

    def follow(self) -> None:
        """Take what it tells until it ends."""
        assert self.process.stderr is not None  # noqa: S101 - asked for
        for line in self.process.stderr:
            if line.startswith("{"):
                self.events.append(json.loads(line))
            else:
                self.lines.append(line.rstrip())
        self.process.wait()
        self.taken = time.monotonic() - self.begun

    def at(self, event: str) -> list[float]:
        """When it told ``event``."""
        return [float(str(each["seconds"])) for each in self.events if each["event"] == event]

    @property
    def reading(self) -> float:
        """Seconds from the plan to the last document."""
        return self.at("parsed")[-1] - self.at("plan")[0]


@contextmanager
def building(root: Path, case: Path, *more: str, parallelism: int = 0) -> Iterator[Build]:
    """A build of the documents below ``root`` into ``case``, followed until the block's end."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.cluster",
        "build",
        str(root / "in"),
        "-o",
        str(case),
        "--json",
        *more,
    ]
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        env=environment(root, parallelism),
    )
    build = Build(process)
    follower = threading.Thread(target=build.follow, daemon=True)
    clock = threading.Timer(_LONGEST, process.kill)
    clock.start()
    follower.start()
    try:
        yield build
        follower.join()
    finally:
        clock.cancel()
        process.kill()


def build_and_tell(arguments: list[str]) -> None:
    """``sociogram build``, with an event that says how many documents are to be read, those that were read left out."""
    from sociogram.cli import main as run
    from sociogram.spark.engine import SparkEngine

    write = SparkEngine._write_readings  # noqa: SLF001

    def tell(self: SparkEngine, documents: object, new: dict[str, int], way: object) -> None:
        print(json.dumps({"event": "new", "seconds": 0, "count": len(new)}), file=sys.stderr, flush=True)
        write(self, documents, new, way)  # type: ignore[arg-type]

    setattr(SparkEngine, "_write_readings", tell)  # noqa: B010 - only for the time of this process
    sys.argv = ["sociogram", "build", *arguments]
    run()


def files_of(case: Path) -> dict[str, bytes]:
    """What lies in the folder of a case beside its store."""
    return {path.name: path.read_bytes() for path in sorted(case.iterdir()) if path.is_file()}


def measure(root: Path, rounds: int) -> list[str]:
    """Time builds with and without the cluster; rows of a table, the last is a problem if there is one."""
    rows = [
        "| build | clock | reading | processors | load | memory of the largest, MB |",
        "|---|---|---|---|---|---|",
    ]
    expected: dict[str, bytes] = {}
    with Cluster(root) as cluster:
        for turn in range(rounds):
            for count in (0, 1, 2):
                cluster.have(count)
                case = root / f"case-{turn}-{count}"
                more = ("--engine", "spark", "--master", cluster.url) if count else ("--workers", "2")
                load = os.getloadavg()[0]
                with watched() as watch, building(root, case, *more) as build:
                    pass
                if build.process.returncode:
                    return [*rows, f"problem: {build.lines}"]
                seconds = {name: round(value, 1) for name, value in watch.by_sort().items() if value >= 0.1}
                name = f"Spark, workers: {count}" if count else "`--workers 2`"
                rows.append(
                    f"| {name} | {build.taken:.1f} s | {build.reading:.1f} s "
                    f"| {sum(seconds.values()):.1f} s: {seconds} "
                    f"| {load:.1f} to {os.getloadavg()[0]:.1f} | {dict(watch.memory)} |"
                )
                print(rows[-1], flush=True)
                expected = expected or files_of(case)
                if files_of(case) != expected:
                    return [*rows, f"problem: {case} has other bytes"]
    return rows


def kill_once(
    root: Path, cluster: Cluster, chosen: random.Random, longest: float, number: int
) -> tuple[str, Path]:
    """Build, kill within ``longest`` seconds of reading; what was done and came of it in words, and the case."""
    case, work = root / f"killed-{number}", root / f"work-{number}"
    cluster.have(2)
    victim = chosen.choice((*VICTIMS, "driver"))
    parallelism = PARALLELISMS[number % len(PARALLELISMS)]
    wait, place = chosen.uniform(0, longest), chosen.random()
    more = ("--engine", "spark", "--master", cluster.url, "--work", str(work))
    with building(root, case, *more, parallelism=parallelism) as build:
        while not build.at("plan") and build.process.poll() is None:
            time.sleep(_STEP)
        time.sleep(wait)
        found = sorted(pid for pid, each in processes().items() if each.sort == victim)
        late = build.process.poll() is not None
        if victim == "driver":
            found = [build.process.pid]
        if found and not late:
            os.kill(found[int(place * len(found))], signal.SIGKILL)
    words = f"{number}: {victim} after {wait:.1f} s, parallelism {parallelism}"
    if late or not found:
        words += ", but it had ended" if late else ", but there was none"
    if victim == "driver" and not late:
        with building(root, case, *more, parallelism=parallelism) as build:
            pass
        new = [each["count"] for each in build.events if each["event"] == "new"]
        words += f", then {new[0] if new else 0} were still to be read"
    if build.process.returncode:
        words += f", {build.process.returncode} {build.lines} {build.events[-1:]}"
    return f"{words}: {build.taken:.1f} s", case


def kills(root: Path, times: int, seed: int) -> list[str]:
    """Kill ``times`` times; a row for each, with ``problem`` in it where the bytes are others."""
    chosen = random.Random(seed)  # noqa: S311 - a test's choices
    rows = []
    with building(root, root / "expected", "--workers", "2"):
        pass
    expected = files_of(root / "expected")
    with Cluster(root) as cluster:
        cluster.have(2)
        with building(root, root / "whole", "--engine", "spark", "--master", cluster.url) as whole:
            pass
        rows.append(f"undisturbed: reading {whole.reading:.1f} of {whole.taken:.1f} s")
        if files_of(root / "whole") != expected:
            rows.append("problem: other bytes without a kill")
        for number in range(times):
            words, case = kill_once(root, cluster, chosen, whole.reading, number)
            same = case.exists() and files_of(case) == expected
            rows.append(f"{words}, {'same bytes' if same else 'problem: other bytes'}")
            print(rows[-1], flush=True)
    return rows


def main() -> None:
    """Do what the command line says, and print what came of it."""
    if sys.argv[1:2] == ["build"]:
        build_and_tell(sys.argv[2:])
        return
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("measure", "kills"))
    parser.add_argument("--documents", type=int)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    root = (given.folder or Path(tempfile.mkdtemp())).absolute()
    count = given.documents or (300 if given.what == "measure" else 60)
    write_corpus(count, root / "in")
    print(f"{given.what}: {count} documents, seed {given.seed}", flush=True)
    rows = measure(root, given.rounds) if given.what == "measure" else kills(root, given.times, given.seed)
    print("\n".join(rows))
    if given.folder is None:
        shutil.rmtree(root, ignore_errors=True)
    sys.exit(any("problem" in row for row in rows))


if __name__ == "__main__":
    main()
