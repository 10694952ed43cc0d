"""The verbs of a case that grows, as a user runs them."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sociogram.case.lock import case_lock
from support.command_line import COMMAND, run, run_here
from support.processes import (
    IGNORES_INTERRUPTS,
    LONGEST,
    TAKES_INTERRUPTS,
    children_of,
    is_running,
    started,
)

if TYPE_CHECKING:
    from spacy.language import Language

POSIX = pytest.mark.skipif(os.name != "posix", reason="ends the program as a terminal does")
pytestmark = pytest.mark.model


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Ann Lee sued Acme Corp. on Friday.\n", encoding="utf-8")
    (folder / "b.txt").write_text("Bob Ray met Carla Poe in Rome.\n", encoding="utf-8")
    return folder


def sources(case: Path) -> set[str]:
    """The documents of a case; none where there is no case yet."""
    path = case / "documents.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    return {json.loads(line)["id"] for line in lines}


def test_a_build_of_other_documents_tells_how_many_went(
    documents: Path, tmp_path: Path, nlp: Language
) -> None:
    case = tmp_path / "case"
    assert "before" not in run_here("build", documents, "-o", case, nlp=nlp).stdout
    told = run_here("build", documents / "a.txt", "-o", case, nlp=nlp).stdout
    assert "files that were in this case before and are not now: 1" in told


def test_documents_are_added_corrected_and_removed(documents: Path, tmp_path: Path, nlp: Language) -> None:
    case = tmp_path / "case"
    first = run_here("build", documents, "-o", case, nlp=nlp)
    assert "texts read anew: 2" in first.stdout, first.stderr
    # Another process finds what was read here.
    assert "nothing has changed" in run("build", documents, "-o", case).stdout
    late = tmp_path / "late.txt"
    late.write_text("Carla Poe praised Ann Lee.\n", encoding="utf-8")
    assert "3 documents" in run_here("add", late, "--case", case, nlp=nlp).stdout
    assert sources(case) == {"a", "b", "late"}
    assert "2 documents" in run_here("remove", "b", "--case", case).stdout
    assert sources(case) == {"a", "late"}
    done = run("remove", "lat", "--case", case)
    assert (done.returncode, done.stdout) == (2, "")
    assert "did you mean" in done.stderr


def test_removing_has_the_exit_code_of_a_build_where_it_tells_of_a_failure(
    documents: Path, tmp_path: Path, nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sociogram.case import grow
    from sociogram.case.rebuild import CaseOutcome
    from sociogram.model import Skipped

    case = tmp_path / "case"
    run_here("build", documents, "-o", case, nlp=nlp)
    failed = Skipped(document="a", stage="claims", reason="IndexError")
    outcome = CaseOutcome(changed=True, documents=1, actors=0, ties=0, claims=0, skipped=1, failed=(failed,))
    monkeypatch.setattr(grow, "remove_documents", lambda *_, **__: outcome)
    monkeypatch.setattr("sociogram.case.combined.unite_cases", lambda *_: outcome)
    monkeypatch.setattr("sociogram.case.combined.intersect_cases", lambda *_: outcome)
    both = ["-o", str(tmp_path / "both")]
    for arguments in (
        ["remove", "b", "--case", str(case)],
        ["union", str(case), str(case), *both],
        ["intersect", str(case), str(case), *both],
    ):
        result = run_here(*arguments)
        assert (result.returncode, "skipped a: claims: IndexError" in result.stderr) == (2, True), result


def test_json_logs_are_one_object_a_line_and_end_with_the_counts(
    documents: Path, tmp_path: Path, nlp: Language
) -> None:
    (documents / "empty.txt").write_bytes(b"")
    done = run_here("build", documents, "-o", tmp_path / "case", "--json", nlp=nlp)
    events = [json.loads(line) for line in done.stderr.splitlines()]
    assert (done.returncode, done.stdout) == (2, "")
    assert {event["event"] for event in events} >= {"plan", "read", "parsed", "skipped", "stage", "done"}
    assert events[-1]["event"] == "done"
    assert events[-1]["documents"] == 2


def test_nothing_but_faults_is_told_when_piped(documents: Path, tmp_path: Path) -> None:
    done = run("build", documents, "-o", tmp_path / "case", "--quiet")
    assert (done.stdout, done.stderr) == ("", "")


def test_a_union_and_an_intersection_can_be_asked_like_any_case(
    documents: Path, tmp_path: Path, nlp: Language
) -> None:
    run_here("build", documents / "a.txt", "-o", tmp_path / "left", nlp=nlp)
    run_here("build", documents, "-o", tmp_path / "right", nlp=nlp)
    both = run_here("union", tmp_path / "left", tmp_path / "right", "-o", tmp_path / "both")
    assert "2 documents" in both.stdout, both.stderr
    common = run_here("intersect", tmp_path / "left", tmp_path / "right", "-o", tmp_path / "common")
    assert "1 ties" in common.stdout, common.stderr  # whom she sued
    asked = run("query", "about", "Ann Lee", "--case", tmp_path / "common", "--format", "csv")
    assert "sued" in asked.stdout
    checked = run_here("check", tmp_path / "common", "--documents", documents)
    assert checked.stdout.strip() == "nothing wrong found"


def watching(documents: Path, case: Path, *options: str, **more: Any) -> Any:
    command = [*COMMAND, "build", str(documents), "-o", str(case), "--watch", *options]
    return started(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **more)


@pytest.mark.slow
@POSIX
def test_watching_builds_again_when_a_document_comes_and_goes(documents: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    with watching(documents, case, preexec_fn=TAKES_INTERRUPTS) as process:
        wait_until(lambda: sources(case) == {"a", "b"})
        time.sleep(1)
        (documents / "c.txt").write_text("Carla Poe praised Ann Lee.\n", encoding="utf-8")
        wait_until(lambda: sources(case) == {"a", "b", "c"})
        (documents / "a.txt").unlink()
        wait_until(lambda: sources(case) == {"b", "c"})
        process.send_signal(signal.SIGINT)
        told = process.communicate(timeout=LONGEST)[0]
    assert process.returncode == 0, told
    assert "Traceback" not in told


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize(
    ("prepare", "budget"),
    [(TAKES_INTERRUPTS, "20"), (IGNORES_INTERRUPTS, "0")],
    ids=["foreground", "background, read by the process itself"],
)
def test_watching_ends_by_sigterm_as_by_ctrl_c(
    prepare: Callable[[], object], budget: str, documents: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    with watching(documents, case, "--budget", budget, preexec_fn=prepare) as process:
        wait_until(lambda: sources(case) == {"a", "b"} and not is_held(case))
        process.terminate()
        told = process.communicate(timeout=LONGEST)[0]
    assert process.returncode == 0, told
    assert "Traceback" not in told
    with case_lock(case):
        assert sources(case) == {"a", "b"}


@pytest.mark.slow
@POSIX
def test_a_watched_build_that_is_told_to_end_leaves_the_last_good_state(
    documents: Path, tmp_path: Path, nlp: Language
) -> None:
    case = tmp_path / "case"
    assert run_here("build", documents, "-o", case, nlp=nlp).returncode == 0
    (documents / "c.txt").write_text("Carla Poe praised Ann Lee.\n", encoding="utf-8")
    with watching(documents, case, "--workers", "2") as process:
        wait_until(lambda: is_held(case) and len(children_of(process.pid)) >= 2)
        workers = children_of(process.pid)
        process.terminate()
        told = process.communicate(timeout=LONGEST)[0]
    assert process.returncode == 0, told
    assert "Traceback" not in told
    wait_until(lambda: not any(is_running(worker) for worker in workers))
    with case_lock(case):
        assert sources(case) == {"a", "b"}
    assert run_here("check", case, "--documents", documents).stdout.strip() == "nothing wrong found"


def is_held(case: Path) -> bool:
    """Whether a writer says in the lock that it is there."""
    lock = case / "store" / "lock"
    return lock.is_file() and bool(lock.read_bytes())


def wait_until(is_so: Callable[[], bool]) -> None:
    limit = time.monotonic() + LONGEST
    while time.monotonic() < limit:
        if is_so():
            return
        time.sleep(0.1)
    raise AssertionError(f"did not come within {LONGEST:g} s")
