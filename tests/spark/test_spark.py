"""A case that Spark reads has the bytes of one that processes of this machine read.

Starting Spark takes longer than all that is read here, so most tests share one that is started once.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sociogram.case.grow import build_case
from sociogram.case.intake import find_way
from sociogram.errors import UsageError
from sociogram.parse.spacy_model import DEFAULT_MODEL
from sociogram.pipeline import BuildOptions
from sociogram.spark.engine import SparkEngine
from support.places import ROOT
from support.processes import LONGEST

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytest.importorskip("pyspark", reason="without pyspark: pip install 'sociogram[spark]'")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("java") is None, reason="no Java: apt-get install openjdk-17-jre-headless"
    ),
]
NAMES = ("courts-and-deals.csv", "climate-mails.mbox", "himes-letter.txt", "wire.jsonl")
MASTER = "local[2]"
JUDGEMENTS = "verdict,left,right,who,when\nrename,Jim Himes,James Himes,me,2026-01-02\n"


def build(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sociogram", "build", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )


def files_of(case: Path) -> dict[str, bytes]:
    """What lies in the folder of a case beside its store."""
    return {path.name: path.read_bytes() for path in sorted(case.iterdir()) if path.is_file()}


def parts_of(work: Path) -> dict[str, bytes]:
    """The rows that tasks wrote, by the names of their files."""
    return {path.name: path.read_bytes() for path in part_paths(work)}


def part_paths(work: Path) -> list[Path]:
    return sorted((work / "readings").rglob("*.parquet"))


def _take_nothing(*_given: object, **_more: object) -> Iterator[object]:
    return iter(())


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("documents")
    for name in NAMES:
        shutil.copy(ROOT / "data" / "documents" / name, folder)
    shutil.copy(folder / "himes-letter.txt", folder / "copy, of {it} [1].txt")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    return folder


@pytest.fixture(scope="module")
def expected(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case without Spark."""
    case = tmp_path_factory.mktemp("expected")
    build_case([documents], case)
    return case


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which what was read is kept from test to test."""
    return tmp_path_factory.mktemp("work")


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    from sociogram.spark.session import spark_session

    with spark_session(MASTER) as session:
        yield session


def test_the_bytes_are_those_of_one_process_and_nothing_is_read_twice(
    spark: SparkSession, documents: Path, expected: Path, work: Path, tmp_path: Path
) -> None:
    case = tmp_path / "case"
    first = build_case([documents], case, engine=SparkEngine(spark, str(work), case))
    assert files_of(case) == files_of(expected)
    assert first.parsed
    assert [path.name for path in work.iterdir()] == ["readings"]
    # Judgements are of the case, not of the reading.
    other = shutil.copytree(expected, tmp_path / "other")
    for folder in (case, other):
        (folder / "judgements.csv").write_text(JUDGEMENTS)
    again = build_case([documents], case, engine=SparkEngine(spark, str(work), case))
    build_case([documents], other)
    assert again.parsed == 0
    assert files_of(case) == files_of(other)


def test_an_ended_job_goes_on_with_what_was_read(
    spark: SparkSession, documents: Path, expected: Path, work: Path, tmp_path: Path
) -> None:
    # As if this machine had been ended before it took any of them, and a worker's had while it wrote one.
    if not parts_of(work):
        build_case(
            [documents], tmp_path / "before", engine=SparkEngine(spark, str(work), tmp_path / "before")
        )
    written = parts_of(work)
    build_case([documents], tmp_path / "case", engine=SparkEngine(spark, str(work), tmp_path / "case"))
    assert parts_of(work) == written
    assert files_of(tmp_path / "case") == files_of(expected)
    damaged = max((work / "readings").rglob("*.parquet"), key=lambda path: path.stat().st_size)
    damaged.write_bytes(damaged.read_bytes()[:-100])
    (damaged.parent / f".{damaged.name}.crc").unlink()
    build_case([documents], tmp_path / "other", engine=SparkEngine(spark, str(work), tmp_path / "other"))
    assert len(parts_of(work)) > len(written)
    assert files_of(tmp_path / "other") == files_of(expected)


def test_what_a_disk_has_changed_is_read_again(spark: SparkSession, documents: Path, tmp_path: Path) -> None:
    case, place = tmp_path / "case", tmp_path / "work"
    engine = SparkEngine(spark, str(place), case)
    source = documents / "himes-letter.txt"
    build_case([source], case, engine=engine)
    before = files_of(case)
    shutil.rmtree(case)
    part = max((place / "readings").rglob("*.parquet"), key=lambda path: path.stat().st_size)
    content = part.read_bytes()
    # Keys come first in the file, the reading behind them, by far the most of it.
    middle = len(content) // 2
    part.write_bytes(content[:middle] + bytes(64) + content[middle + 64 :])
    (part.parent / f".{part.name}.crc").unlink()
    build_case([source], case, engine=engine)
    assert files_of(case) == before


def test_what_workers_write_where_it_is_not_seen_is_told(
    spark: SparkSession, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = SparkEngine(spark, str(tmp_path / "work"), tmp_path / "case")
    monkeypatch.setattr("sociogram.spark.engine.tasks.take", _take_nothing)
    with pytest.raises(UsageError, match="a folder that all machines share"):
        build_case([documents], tmp_path / "case", engine=engine)


@pytest.mark.parametrize("words", [200, 10**9], ids=["many", "one"])
def test_the_bytes_are_the_same_in_any_number_of_parts(
    spark: SparkSession,
    documents: Path,
    expected: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: int,
) -> None:
    monkeypatch.setattr("sociogram.spark.engine._TASK_WORDS", words)
    monkeypatch.setattr("sociogram.spark.engine._TASK_FILES", words)
    monkeypatch.setattr("sociogram.spark.engine._FEWEST", 0)
    engine = SparkEngine(spark, str(tmp_path / "work"), tmp_path / "case")
    build_case([documents], tmp_path / "case", engine=engine)
    assert (len(part_paths(tmp_path / "work")) == 1) == (words > 200)
    assert files_of(tmp_path / "case") == files_of(expected)


def test_addresses_are_listed_and_read_by_spark(spark: SparkSession, documents: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    engine = SparkEngine(spark, str(tmp_path / "work"), case)
    build_case([documents.as_uri(), "file:///no/such/folder"], case, engine=engine)
    assert "does not exist" in (case / "skipped.jsonl").read_text()
    kept = (case / "documents.jsonl").read_text()
    for name in NAMES:
        assert f'"source": "{documents.as_uri()}/{name}' in kept
    assert "copy, of {it} [1].txt" in kept


def test_relative_paths_and_names_that_are_no_text_are_those_of_this_machine(
    spark: SparkSession, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The session was started in another folder, so its workers stand there.
    monkeypatch.chdir(tmp_path)
    Path("in").mkdir()
    shutil.copy(documents / "himes-letter.txt", os.fsdecode(b"in/le\xfcer.txt"))
    outcome = build_case(["in"], Path("case"), engine=SparkEngine(spark, "work", Path("case")))
    assert outcome.documents == 1
    assert part_paths(tmp_path / "work")
    build_case(["in"], Path("expected"))
    assert files_of(Path("case")) == files_of(Path("expected"))


def test_all_files_are_looked_at_in_parts(
    spark: SparkSession, documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = SparkEngine(spark, str(tmp_path), tmp_path)
    way = find_way(BuildOptions(), (), DEFAULT_MODEL)
    sources = engine.list_sources([str(documents)], without=tmp_path)
    whole = dict(engine.look(sources, way))
    assert {name for name, look in whole.items() if look.key} == {source.name for source in sources}
    monkeypatch.setattr("sociogram.spark.engine._LOOKS", 2)
    assert dict(engine.look(sources, way)) == whole


def test_the_command_builds_and_leaves_nothing_behind(documents: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    source = documents / "himes-letter.txt"
    result = build(source, documents / "broken.pdf", "-o", case, "--engine", "spark", "--master", MASTER)
    assert result.returncode == 2, result.stderr
    assert [line for line in result.stderr.splitlines() if "broken.pdf" not in line] == []
    assert not (case / "store" / "spark").exists()


def test_a_model_that_workers_lack_is_one_line(documents: Path, tmp_path: Path) -> None:
    source = documents / "himes-letter.txt"
    result = build(
        source,
        "-o",
        tmp_path / "case",
        "--engine",
        "spark",
        "--master",
        MASTER,
        "--model",
        "no_such_model",
    )
    assert result.returncode == 2
    lines = [line for line in result.stderr.splitlines() if line]
    assert len(lines) == 1, result.stderr
    assert "no_such_model" in lines[0]
