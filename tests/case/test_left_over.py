"""What a killed program leaves is cleared away by the next one, and nothing of anybody else's."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sociogram.case import grow, open_case, source_reader
from sociogram.case.combined import intersect_cases, unite_cases
from sociogram.case.rebuild import CaseOutcome
from sociogram.errors import InputError, OntologyError, UsageError
from sociogram.pipeline import BuildOptions
from sociogram.write.files.atomic import clear_parts, open_atomic
from support import plain_readings
from support.places import ROOT
from support.processes import LONGEST

KILLED = """
import os, signal, sys
from pathlib import Path
import sociogram.case.combined as combined
from sociogram.case import state
place, at, root = sys.argv[1:4]
def die(*_args, **_kwargs):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(combined if at in combined.__dict__ else state.generations, at, die)
getattr(combined, place)([Path(root, "one"), Path(root, "two")], Path(root, "both"))
"""


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_reader, "iter_readings", plain_readings.iter_readings)


@pytest.fixture
def cases(tmp_path: Path) -> list[Path]:
    for name, text in (
        ("one", "Ann Lee funded Bob Ray.\n"),
        ("two", "Ann Lee funded Bob Ray.\n\nBob Ray sued Dan Poe.\n"),
    ):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        grow.build_case([tmp_path / f"{name}.txt"], tmp_path / name)
        (tmp_path / name / "judgements.csv").write_text(
            f"verdict,left,right,who,when\ndifferent,ann-lee,{name},,\n", encoding="utf-8"
        )
        (tmp_path / name / "annotations.trig").write_text(f"<urn:{name}> <urn:note> 1 .\n", encoding="utf-8")
    return [tmp_path / "one", tmp_path / "two"]


def kill(tmp_path: Path, verb: str, at: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    ended = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", KILLED, verb, at, str(tmp_path)],
        env=environment,
        check=False,
        timeout=LONGEST,
    )
    assert ended.returncode == -signal.SIGKILL


@pytest.mark.parametrize(
    ("verb", "at"),
    [
        ("unite_cases", "bind_documents"),
        ("unite_cases", "make_state"),
        ("unite_cases", "load_all"),
        ("intersect_cases", "write_state"),
        ("intersect_cases", "load_all"),
    ],
)
def test_a_union_that_was_killed_is_made_by_the_next_try(
    tmp_path: Path, cases: list[Path], verb: str, at: str
) -> None:
    combine = {"unite_cases": unite_cases, "intersect_cases": intersect_cases}[verb]
    kill(tmp_path, verb, at)
    left = tmp_path / "both"
    assert any(left.iterdir())
    outcome: CaseOutcome = combine(cases, left)
    combine(cases, tmp_path / "other")
    assert outcome.claims > 0
    names = {path.name for path in left.iterdir()}
    assert names == {path.name for path in (tmp_path / "other").iterdir()}
    for name in names - {"store"}:
        assert (left / name).read_bytes() == (tmp_path / "other" / name).read_bytes(), name
    with open_case(left) as opened, open_case(tmp_path / "other") as other:
        assert {*opened.store} == {*other.store}


def test_a_folder_with_anything_of_a_persons_takes_no_union(tmp_path: Path, cases: list[Path]) -> None:
    kill(tmp_path, "unite_cases", "make_state")
    (tmp_path / "both" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not empty"):
        unite_cases(cases, tmp_path / "both")
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "judgements.csv").write_text("verdict,left,right,who,when\n", encoding="utf-8")
    with pytest.raises(UsageError, match="not empty"):
        unite_cases(cases, mine)
    assert (mine / "judgements.csv").exists()
    shutil.copytree(tmp_path / "one", tmp_path / "built")
    with pytest.raises(UsageError, match="not empty"):
        unite_cases(cases, tmp_path / "built")


def test_what_a_killed_writer_left_beside_a_file_goes_and_what_is_being_written_stays(tmp_path: Path) -> None:
    (tmp_path / ".graph.ttl.abc.part").write_bytes(b"half")
    (tmp_path / ".other.ttl.abc.part").write_bytes(b"half")
    path = tmp_path / "graph.ttl"
    with open_atomic(path) as first:
        first.write(b"first")
        with open_atomic(path) as second:
            second.write(b"second")
        assert path.read_bytes() == b"second"
    assert path.read_bytes() == b"first"
    assert sorted(each.name for each in tmp_path.iterdir()) == [".other.ttl.abc.part", "graph.ttl"]
    with open_atomic(path):
        clear_parts(tmp_path)
        assert len([*tmp_path.glob(".graph.ttl.*.part")]) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_build_clears_what_was_left_in_the_case(tmp_path: Path, cases: list[Path]) -> None:
    case = cases[0]
    for name in (".judgements.csv.x.part", "store/.list-1.csv.x.part"):
        (case / name).write_bytes(b"half")
    (case / ".building-x").mkdir()
    grow.build_case([tmp_path / "one.txt"], case)
    assert [path.name for path in case.rglob(".*")] == []


@pytest.mark.parametrize("name", ["judgements.csv", "annotations.trig"])
def test_a_pipe_or_a_device_in_the_place_of_a_persons_file_is_not_waited_for(
    tmp_path: Path, cases: list[Path], name: str
) -> None:
    for make in (os.mkfifo, lambda path: path.symlink_to("/dev/zero")):
        (cases[0] / name).unlink()
        make(cases[0] / name)
        with pytest.raises(InputError, match="no regular file"):
            grow.build_case([tmp_path / "one.txt"], cases[0])


@pytest.mark.parametrize("name", ["claims.jsonl", "graph.trig", "index.html"])
def test_a_pipe_in_the_place_of_a_file_of_the_case_is_not_waited_for(
    tmp_path: Path, cases: list[Path], name: str
) -> None:
    (cases[0] / name).unlink()
    os.mkfifo(cases[0] / name)
    with open_case(cases[0]) as opened, pytest.raises(Exception, match="not there"):
        opened.open_file(name)
    grow.build_case([tmp_path / "one.txt"], cases[0])
    assert (cases[0] / name).is_file()


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")])
def test_a_pipe_or_a_device_as_a_list_of_actors_is_not_waited_for(
    tmp_path: Path, cases: list[Path], make: Callable[[Path], None]
) -> None:
    make(tmp_path / "own.csv")
    options = BuildOptions(actor_lists=(tmp_path / "own.csv",))
    with pytest.raises(InputError, match=r"own\.csv: is no regular file"):
        grow.build_case([tmp_path / "one.txt"], cases[0], options=options)


def test_a_wrong_list_of_actors_is_named_as_it_was_given(tmp_path: Path, cases: list[Path]) -> None:
    own = tmp_path / "own.csv"
    own.write_text("name,kind\nAnn Lee,Nobody\n", encoding="utf-8")
    with pytest.raises(OntologyError) as told:
        grow.build_case([tmp_path / "one.txt"], cases[0], options=BuildOptions(actor_lists=(own,)))
    assert str(told.value).startswith(f"{own}:2: unknown kind 'Nobody'")
