"""A document that takes too much time or memory is ended from outside, and costs itself alone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from sociogram.case.database import Database
from sociogram.case.over_budget import OverBudget
from sociogram.cli import EXIT_BAD_INPUT
from sociogram.model import Document, Skipped
from sociogram.pipeline import BuildOptions, read_items
from sociogram.processes import child
from sociogram.processes.budget import BUDGET_REMEDY, Budget
from sociogram.processes.child import Child, ChildDiedError, Tell
from sociogram.processes.crew import Crew, gather
from sociogram.read.files.sources import list_sources
from support.plug_ins import plug_in
from support.processes import LONGEST, TAKES_INTERRUPTS, children_of, is_running, started
from support.small_pipeline import write_pipeline

PLUGIN = """
import re, numpy

class Failing:
    def __init__(self, data): pass
    def find(self, parsed, mentions, chains, propositions):
        if "Rex" in parsed.document.text:
            re.match("(a|aa)+$", "a" * 60 + "b")  # in C from beginning to end
        if "Mona" in parsed.document.text:
            held = []
            while True:
                held.append(numpy.zeros(1 << 25))
        return []

class Reader:
    suffixes = (".slow",)
    def read(self, content, source):
        from sociogram.read.formats import text
        yield from text.READER.read(content, source)
        while True:
            pass

READER = Reader()
"""
POINTS = "[sociogram.relation_finders]\nfailing@1 = failing:Failing\n[sociogram.readers]\nfailing@1 = failing:READER\n"
GOOD = {"a.txt": "Ann Lee funded Bob Ray.\n", "z.txt": "Cleo Fox sued Dan Poe.\n"}
BAD = {"r.txt": "Rex Lee met Ann Lee.\n", "n.txt": "Mona Lee met Ann Lee.\n"}
SLOW = {"s.slow": "Fay Orr met Gus Hale.\n"}
BUDGET = 2.0


def write(folder: Path, documents: dict[str, str]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, words in documents.items():
        (folder / name).write_text(words, encoding="utf-8")
    return folder


def build(
    documents: Path, case: Path, environment: dict[str, str], *more: str
) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "sociogram",
        "build",
        str(documents),
        "-o",
        str(case),
        *more,
    ]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, timeout=LONGEST
    )


def exports(case: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in case.iterdir() if path.is_file()}


def skipped(case: Path) -> dict[str, tuple[str, str]]:
    lines = (case / "skipped.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return {row["document"]: (row["stage"], row["reason"]) for row in rows}


@pytest.mark.model
@pytest.mark.slow
def test_what_takes_too_much_costs_itself_alone_by_any_number_of_workers(tmp_path: Path) -> None:
    environment = plug_in(tmp_path / "site", PLUGIN, POINTS)
    documents = write(tmp_path / "in", GOOD | BAD | SLOW)
    # A process that is ended is followed by another, which loads the pipeline.
    options = ("--budget", "2", "--model", str(write_pipeline(tmp_path / "pipeline")))
    for workers in ("1", "2"):
        done = build(documents, tmp_path / workers, environment, "--workers", workers, *options)
        assert done.returncode == EXIT_BAD_INPUT
        assert len(done.stderr.splitlines()) == len(BAD | SLOW), done.stderr
        assert "errors.log" not in done.stderr
    assert exports(tmp_path / "1") == exports(tmp_path / "2")
    found = skipped(tmp_path / "1")
    long = f"took longer than its budget of 2 s; {BUDGET_REMEDY}"
    assert found["r"] == ("extract", long)
    assert found["n"] == ("extract", f"needed more than 4.0 GB; {BUDGET_REMEDY}")
    assert [each for name, each in found.items() if name.endswith("s.slow")] == [("read", long)]
    # What a reader gave before it hung is used.
    lines = (tmp_path / "1" / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "s", "z"]

    again = build(documents, tmp_path / "1", environment, *options)
    assert again.returncode == EXIT_BAD_INPUT
    assert "nothing has changed" in again.stdout
    assert again.stderr.count("took longer") == 2


@pytest.mark.model
def test_ctrl_c_in_a_hang_leaves_no_process_behind(tmp_path: Path) -> None:
    environment = plug_in(tmp_path / "site", PLUGIN, POINTS)
    documents = write(tmp_path / "in", {"r.txt": BAD["r.txt"]})
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "sociogram",
        "build",
        str(documents),
        "-o",
        str(tmp_path / "case"),
    ]
    with started(command, env=environment, preexec_fn=TAKES_INTERRUPTS, stderr=subprocess.PIPE) as process:
        children: list[int] = []
        deadline = time.monotonic() + LONGEST
        while not busy(children) and time.monotonic() < deadline:
            time.sleep(0.2)
            children = children_of(process.pid)
        process.send_signal(signal.SIGINT)
        process.wait(30)
        assert children
        # Far sooner than its budget would end it.
        deadline = time.monotonic() + 10
        while any(map(is_running, children)) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert not [each for each in children if is_running(each)]


def busy(processes: list[int]) -> bool:
    """Whether one of ``processes`` has computed for three seconds, which is more than it takes to begin."""
    for each in processes:
        try:
            words = Path(f"/proc/{each}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        except OSError:
            continue
        if int(words[11]) > 3 * os.sysconf("SC_CLK_TCK"):
            return True
    return False


def count(tell: Tell, upto: int) -> Iterator[int]:
    tell("counting", 1)
    yield from range(upto)


def fail(tell: Tell) -> Iterator[int]:
    yield 1
    raise TwoWordsError("a", "b")


class TwoWordsError(Exception):
    def __init__(self, one: str, two: str) -> None:
        super().__init__(f"{one} {two}")


def sleep(tell: Tell) -> Iterator[int]:
    tell("sleeping", 1)
    yield 1
    time.sleep(LONGEST)


def spin(tell: Tell) -> Iterator[int]:
    yield 0
    tell("spinning", 1)
    yield 1
    while True:
        pass


def die(tell: Tell) -> Iterator[int]:
    tell("dying", 1)
    yield 1
    os.kill(os.getpid(), signal.SIGKILL)


def eat(tell: Tell) -> Iterator[int]:
    tell("eating", 1)
    held = []
    while True:
        held.append(np.zeros(1 << 25))
    yield len(held)


def test_a_child_does_jobs_one_behind_another() -> None:
    with Crew(1, Budget(BUDGET)) as crew:
        assert crew.read(count, 3) == ([0, 1, 2], None)
        with pytest.raises(RuntimeError, match="TwoWordsError: a b"):
            crew.read(fail)
        assert crew.submit(lambda each: gather(each, count, 2)).result() == ([0, 1], None)


@pytest.mark.parametrize(("job", "stage", "cause", "before"), [
    (spin, "spinning", "time", [0, 1]), (eat, "eating", "memory", []), (sleep, "sleeping", "time", [1]),
    (die, "dying", "crash", [1]),
])  # fmt: skip
def test_a_child_that_is_ended_tells_why_and_another_takes_its_place(
    job: object, stage: str, cause: str, before: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child, "_LEAST_PATIENCE", 4.0)
    monkeypatch.setattr(child, "_PATIENCE", 2.0 if job is sleep else 100.0)
    with Crew(1, Budget(1.0)) as crew:
        items, died = crew.read(job)  # type: ignore[arg-type, var-annotated]
        assert isinstance(died, ChildDiedError)
        assert (items, died.cause, died.stage) == (before, cause, stage)
        assert crew.read(count, 2) == ([0, 1], None)
        if job is die:
            assert "killed" in Budget().reason(died.cause, died.code, 1)


def test_who_stops_taking_ends_the_job() -> None:
    alone = Child(None)
    assert next(alone.run(spin)) == 0
    assert list(alone.run(count, 1)) == [0]
    alone.close()
    alone.join()


def test_documents_of_one_file_share_its_text_on_the_way(tmp_path: Path) -> None:
    rows = "".join(f"{number},Ann Lee funded Bob Ray and said so {number} times.\n" for number in range(50))
    path = tmp_path / "rows.csv"
    path.write_text("id,text\n" + rows, encoding="utf-8")
    (source,) = list_sources([str(path)])
    with Crew(1, Budget()) as crew:
        found = list(read_items(source, path.read_bytes(), BuildOptions(), crew))
    assert found == list(read_items(source, path.read_bytes(), BuildOptions(), None))
    assert all(isinstance(each, Document) for each in found)


def test_more_is_given_to_longer_documents_and_by_larger_budgets() -> None:
    small, large = Budget(2), Budget(40)
    assert (small.seconds_for(0), small.seconds_for(20_000), small.seconds_for(20_001)) == (2, 2, 4)
    assert small.memory_for(10) < small.memory_for(1_000_000) < large.memory_for(1_000_000)


def test_what_took_too_much_is_tried_again_with_a_larger_budget_alone(tmp_path: Path) -> None:
    note = Skipped(document="a", stage="extract", reason="took longer", kind="budget")
    with Database(tmp_path, write=True) as database:
        first = OverBudget(database, Budget(2))
        with database.transaction():
            database.put("readings", {"k": b"old", "l": b"other"})
            first.keep([("k", note), ("l", Skipped(document="a", stage="extract", reason="failed"))])
        assert not OverBudget(database, Budget(2)).forget("readings", ["k", "l"])
        assert not OverBudget(database, Budget(1)).forget("readings", ["k", "l"])
        assert OverBudget(database, None).forget("readings", ["k", "l"]) == {"k"}
        assert database.get_keys("readings", ["k", "l"]) == {"l"}
        assert not OverBudget(database, None).forget("readings", ["k"])
