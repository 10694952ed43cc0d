"""A store that is damaged is told of in one line and made anew; what a person wrote stays."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from sociogram.case import cache, grow, open_case, source_reader
from sociogram.case.rebuild import remake_case
from sociogram.case.soundness import find_damage
from sociogram.cli import group
from sociogram.errors import DamageError, QueryError
from sociogram.rdf.ask import ask
from support import plain_readings

JUDGEMENTS = "verdict,left,right,who,when\ndifferent,ann-lee,bob-ray,me,\n"
NOTES = '<urn:me> <urn:note> "ask her" .\n'


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_reader, "iter_readings", plain_readings.iter_readings)


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("Ann Lee funded Bob Ray.\n", encoding="utf-8")
    (folder / "b.txt").write_text("Bob Ray sued Dan Poe.\n", encoding="utf-8")
    return folder


@pytest.fixture
def case(tmp_path: Path, documents: Path) -> Path:
    folder = tmp_path / "case"
    grow.build_case([documents], folder)
    (folder / "judgements.csv").write_text(JUDGEMENTS, encoding="utf-8")
    (folder / "annotations.trig").write_text(NOTES, encoding="utf-8")
    grow.build_case([documents], folder)
    return folder


def quads(case: Path) -> Path:
    (found,) = (case / "store").glob("quads-*")
    return found


def largest(case: Path) -> Path:
    return max(quads(case).glob("*.sst"), key=lambda path: path.stat().st_size)


def replace(path: Path, at: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(content)


def execute(case: Path, statement: str, *values: object) -> None:
    with contextlib.closing(sqlite3.connect(case / "store" / "case.db")) as connection, connection:
        connection.execute(statement, values)


def remove_table(case: Path, name: str) -> None:
    execute(case, f"DROP TABLE {name}")


QUADS: dict[str, Callable[[Path], object]] = {
    "a file of data is gone": lambda case: largest(case).unlink(),
    "a file of data is cut": lambda case: os.truncate(largest(case), 500),
    "a byte of data is another": lambda case: replace(largest(case), 300, b"X"),
    "the list of files is gone": lambda case: next(quads(case).glob("MANIFEST-*")).unlink(),
    "the name of the list is another": lambda case: (quads(case) / "CURRENT").write_text("MANIFEST-000099\n"),
    "the lease is gone": lambda case: (quads(case) / "lease").unlink(),
    "the folder is gone": lambda case: shutil.rmtree(quads(case)),
    "a file of data is a pipe": lambda case: (path := largest(case), path.unlink(), os.mkfifo(path)),
}
DATABASE: dict[str, Callable[[Path], object]] = {
    "no database": lambda case: (case / "store" / "case.db").write_bytes(b"no database" * 1000),
    "cut": lambda case: os.truncate(case / "store" / "case.db", 20_000),
    "a page of other bytes": lambda case: replace(case / "store" / "case.db", 4096, b"X" * 64),
    "broken JSON": lambda case: execute(case, "UPDATE meta SET value = '[' WHERE name = 'counts'"),
    "deep JSON": lambda case: execute(case, "UPDATE meta SET value = ? WHERE name = 'counts'", "[" * 200_000),
    "no UTF-8": lambda case: execute(
        case, "UPDATE meta SET value = CAST(x'ff' AS TEXT) WHERE name = 'counts'"
    ),
    "a source that is none": lambda case: execute(case, "UPDATE members SET value = x'00'"),
    "a file's reading that is none": lambda case: execute(case, "UPDATE files SET value = x'00'"),
    "no table": lambda case: remove_table(case, "members"),
}


def wrong_in(case: Path) -> list[str]:
    return [*find_damage(case)]


def assert_sound(case: Path, documents: Path, tmp_path: Path) -> None:
    """It has the bytes of a case that was never damaged, and what the person wrote."""
    assert wrong_in(case) == []
    assert (case / "judgements.csv").read_text(encoding="utf-8") == JUDGEMENTS
    assert (case / "annotations.trig").read_text(encoding="utf-8") == NOTES
    other = tmp_path / "other"
    other.mkdir()
    for name in ("judgements.csv", "annotations.trig"):
        shutil.copy(case / name, other)
    grow.build_case([documents], other)
    for path in other.iterdir():
        if path.is_file():
            assert path.read_bytes() == (case / path.name).read_bytes(), path.name
    with open_case(case) as left, open_case(other) as right:
        assert {*left.store} == {*right.store}
        assert ask(left.store, "ASK { <urn:me> <urn:note> ?note }").boolean


def test_a_sound_case_has_no_damage_and_neither_has_a_copy(
    case: Path, documents: Path, tmp_path: Path
) -> None:
    assert wrong_in(case) == []
    shutil.copytree(case, tmp_path / "copy", copy_function=shutil.copyfile)
    assert wrong_in(tmp_path / "copy") == []
    with open_case(tmp_path / "copy") as opened:
        assert len(opened.store) > 0
    assert grow.build_case([documents], case).mended == ()


@pytest.mark.parametrize("what", QUADS)
def test_damaged_quads_are_seen_by_all_and_made_anew_by_a_build(
    case: Path, documents: Path, tmp_path: Path, what: str
) -> None:
    QUADS[what](case)
    with pytest.raises(DamageError, match=r"store.quads-\d+.*build the case again"):
        open_case(case)
    assert len(wrong_in(case)) == 1
    outcome = grow.build_case([documents], case)
    assert outcome.changed
    assert len(outcome.mended) == 1
    assert_sound(case, documents, tmp_path)
    assert grow.build_case([documents], case).mended == ()


@pytest.mark.parametrize("what", ["a file of data is gone", "the list of files is gone"])
def test_damaged_quads_are_made_anew_by_every_change(
    case: Path, documents: Path, tmp_path: Path, what: str
) -> None:
    QUADS[what](case)
    (documents / "c.txt").write_text("Dan Poe met Ann Lee.\n", encoding="utf-8")
    grow.add_documents([documents / "c.txt"], case)
    assert_sound(case, documents, tmp_path)
    QUADS[what](case)
    assert remake_case(case).mended


@pytest.mark.parametrize("what", DATABASE)
def test_a_damaged_database_is_made_anew_by_a_build(
    case: Path, documents: Path, tmp_path: Path, what: str
) -> None:
    DATABASE[what](case)
    assert len(wrong_in(case)) == 1
    outcome = grow.build_case([documents], case)
    assert outcome.changed
    assert "case.db is damaged" in outcome.mended[0]
    assert_sound(case, documents, tmp_path)


@pytest.mark.parametrize("what", ["a file of data is gone", "broken JSON", "no table"])
def test_every_verb_tells_damage_in_one_line(case: Path, documents: Path, what: str) -> None:
    {**QUADS, **DATABASE}[what](case)
    result = CliRunner().invoke(group, ["check", str(case), "--no-shapes"])
    assert result.exit_code == 1
    assert "store" in result.stdout.splitlines()[0]
    result = CliRunner().invoke(group, ["build", str(documents), "-o", str(case)])
    assert result.exit_code == 0, result
    (line,) = (line for line in result.stderr.splitlines() if line)
    assert line.startswith("mended: store")


def rot(case: Path) -> None:
    """Change a byte of the quads, and leave size and time as they were."""
    path = largest(case)
    stamp = path.stat()
    replace(path, 300, b"X")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))


def test_damage_that_the_clock_does_not_show_is_seen_at_once_in_a_small_case(
    case: Path, documents: Path
) -> None:
    rot(case)
    with pytest.raises(DamageError, match="other bytes"):
        open_case(case)
    (mended,) = grow.build_case([documents], case).mended
    assert "other bytes" in mended
    assert wrong_in(case) == []


def test_damage_that_the_clock_does_not_show_is_found_by_a_check(
    case: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sociogram.case.soundness.LITTLE", 0)
    rot(case)
    with open_case(case):
        pass
    (found,) = wrong_in(case)
    assert "other bytes" in found
    shutil.rmtree(case / "store")
    grow.build_case([documents], case)
    assert wrong_in(case) == []


def test_readings_that_are_damaged_are_found_by_a_check_and_read_again(case: Path, documents: Path) -> None:
    execute(case, "UPDATE readings SET value = x'00'")
    (found,) = wrong_in(case)
    assert "readings" in found
    (documents / "b.txt").write_text("Bob Ray met Dan Poe.\n", encoding="utf-8")
    assert grow.build_case([documents], case).mended
    assert wrong_in(case) == []


@pytest.mark.parametrize("value", ["x'00'", "other words"])
def test_what_documents_tell_is_made_anew_where_it_is_damaged(
    case: Path, documents: Path, tmp_path: Path, value: str
) -> None:
    short = cache.encode((["one word"], [], [], [], None, [(7, 0, 4, 0, False)], []))
    execute(case, "UPDATE told SET value = ?", short if value == "other words" else b"\x00")
    (documents / "c.txt").write_text("Eve Hill met Dan Poe.\n", encoding="utf-8")
    outcome = grow.build_case([documents], case)
    assert "case.db is damaged" in outcome.mended[0]
    assert_sound(case, documents, tmp_path)


def test_a_database_that_is_only_locked_is_not_thrown_away(
    case: Path, documents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = sqlite3.SQLITE_BUSY
        raise error

    monkeypatch.setattr("sociogram.case.database.Database.members", locked)
    before = (case / "store" / "case.db").stat().st_ino
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        grow.build_case([documents], case)
    assert (case / "store" / "case.db").stat().st_ino == before


def test_adding_to_a_damaged_database_says_what_to_do_and_touches_nothing(
    case: Path, documents: Path
) -> None:
    DATABASE["no database"](case)
    before = (case / "store" / "case.db").read_bytes()
    with pytest.raises(QueryError, match="build the case again"):
        grow.add_documents([documents / "a.txt"], case)
    assert (case / "store" / "case.db").read_bytes() == before


def test_a_state_of_before_that_knows_no_check_sums_is_told_of_too(case: Path, documents: Path) -> None:
    execute(case, "UPDATE meta SET value = '{}' WHERE name = 'quads'")
    assert wrong_in(case) == []
    largest(case).unlink()
    assert len(wrong_in(case)) == 1
    with open_case(case) as opened, pytest.raises(DamageError, match="build the case again"):
        _ = opened.store
