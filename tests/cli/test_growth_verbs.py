"""The verbs of a case that grows, as a user runs them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-W", "ignore", "-m", "sociogram"]
pytestmark = pytest.mark.model


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", check=False
    )


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Ann Lee sued Acme Corp. on Friday.\n", encoding="utf-8")
    (folder / "b.txt").write_text("Bob Ray met Carla Poe in Rome.\n", encoding="utf-8")
    return folder


def sources(case: Path) -> set[str]:
    lines = (case / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    return {json.loads(line)["id"] for line in lines}


def test_documents_are_added_corrected_and_removed(documents: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    first = run("build", documents, "-o", case)
    assert "texts read anew: 2" in first.stdout, first.stderr
    assert "nothing has changed" in run("build", documents, "-o", case).stdout
    late = tmp_path / "late.txt"
    late.write_text("Carla Poe praised Ann Lee.\n", encoding="utf-8")
    assert "3 documents" in run("add", late, "--case", case).stdout
    assert sources(case) == {"a", "b", "late"}
    assert "2 documents" in run("remove", "b", "--case", case).stdout
    assert sources(case) == {"a", "late"}
    done = run("remove", "lat", "--case", case)
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean" in done.stderr


def test_json_logs_are_one_object_a_line_and_end_with_the_counts(documents: Path, tmp_path: Path) -> None:
    (documents / "empty.txt").write_bytes(b"")
    done = run("build", documents, "-o", tmp_path / "case", "--json")
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert (done.returncode, done.stdout) == (2, "")
    assert {event["event"] for event in events} >= {"plan", "read", "parsed", "skipped", "stage", "done"}
    assert events[-1]["event"] == "done"
    assert events[-1]["documents"] == 2


def test_nothing_but_faults_is_told_when_piped(documents: Path, tmp_path: Path) -> None:
    done = run("build", documents, "-o", tmp_path / "case", "--quiet")
    assert (done.stdout, done.stderr) == ("", "")


def test_a_union_and_an_intersection_can_be_asked_like_any_case(documents: Path, tmp_path: Path) -> None:
    run("build", documents / "a.txt", "-o", tmp_path / "left")
    run("build", documents, "-o", tmp_path / "right")
    both = run("union", tmp_path / "left", tmp_path / "right", "-o", tmp_path / "both")
    assert "2 documents" in both.stdout, both.stderr
    common = run("intersect", tmp_path / "left", tmp_path / "right", "-o", tmp_path / "common")
    assert "1 ties" in common.stdout, common.stderr
    asked = run("query", "about", "Ann Lee", "--case", tmp_path / "common", "--format", "csv")
    assert "sued" in asked.stdout
    assert run("check", tmp_path / "common", "--documents", documents).stdout.strip() == "nothing wrong found"


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="ends the program as a terminal does")
def test_watching_builds_again_when_a_document_comes_and_goes(documents: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    with subprocess.Popen(
        [*COMMAND, "build", str(documents), "-o", str(case), "--watch"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as watching:
        try:
            wait_for(case, {"a", "b"})
            time.sleep(1)
            (documents / "c.txt").write_text("Carla Poe praised Ann Lee.\n", encoding="utf-8")
            wait_for(case, {"a", "b", "c"})
            (documents / "a.txt").unlink()
            wait_for(case, {"b", "c"})
        finally:
            watching.send_signal(signal.SIGINT)
            told = watching.communicate(timeout=60)[0]
    assert watching.returncode == 0, told
    assert "Traceback" not in told


def wait_for(case: Path, expected: set[str]) -> None:
    limit = time.monotonic() + 60
    while time.monotonic() < limit:
        if (case / "documents.jsonl").is_file() and sources(case) == expected:
            return
        time.sleep(0.2)
    raise AssertionError(f"{expected} did not come within a minute")
