"""A case that Spark reads has the bytes of one that processes of this machine read."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.places import ROOT
from support.processes import LONGEST

pytest.importorskip("pyspark", reason="without pyspark: pip install 'sociogram[spark]'")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("java") is None, reason="no Java: apt-get install openjdk-17-jre-headless"
    ),
]
NAMES = (
    "courts-and-deals.csv",
    "climate-mails.mbox",
    "himes-letter.txt",
    "sweden-joins-nato.md",
    "wire.jsonl",
)
SPARK = ("--engine", "spark", "--master", "local[2]")


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
    case = tmp_path_factory.mktemp("expected")
    result = build(documents, "-o", case)
    assert result.returncode == 2, result.stderr
    return case


def test_the_bytes_are_those_of_one_process_and_stay_so_with_judgements(
    documents: Path, expected: Path, tmp_path: Path
) -> None:
    case, other = tmp_path / "case", tmp_path / "other"
    result = build(documents, "-o", case, *SPARK)
    assert result.returncode == 2, result.stderr
    assert "broken.pdf" in result.stderr
    assert files_of(case) == files_of(expected)
    assert not (case / "store" / "spark").exists()
    shutil.copytree(expected, other)
    for folder in (case, other):
        (folder / "judgements.csv").write_text(
            "verdict,left,right,who,when\nrename,Jim Himes,James Himes,me,2026-01-02\n"
        )
    again = build(documents, "-o", case, *SPARK, "--json")
    assert '"parsed": 0' in again.stderr, again.stderr
    build(documents, "-o", other)
    assert files_of(case) == files_of(other)


def test_an_ended_job_goes_on_with_what_was_read(documents: Path, expected: Path, tmp_path: Path) -> None:
    case, work = tmp_path / "case", tmp_path / "work"
    build(documents, "-o", case, *SPARK, "--work", work)
    written = {path.name for path in (work / "readings").glob("*.parquet")}
    assert written
    assert not list(work.glob("taken-*"))
    # As if the driver had been ended before it took any of them.
    shutil.rmtree(case)
    result = build(documents, "-o", case, *SPARK, "--work", work)
    assert result.returncode == 2, result.stderr
    assert {path.name for path in (work / "readings").glob("*.parquet")} == written
    assert files_of(case) == files_of(expected)


def test_addresses_are_listed_and_read_by_spark(documents: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    result = build(documents.as_uri(), "file:///no/such/folder", "-o", case, *SPARK)
    assert result.returncode == 2
    assert "file:///no/such/folder: does not exist" in result.stderr
    kept = (case / "documents.jsonl").read_text()
    for name in NAMES:
        assert f'"source": "{documents.as_uri()}/{name}' in kept
    assert "copy, of {it} [1].txt" in kept


def test_a_model_that_workers_lack_is_one_line(documents: Path, tmp_path: Path) -> None:
    result = build(
        documents / "himes-letter.txt", "-o", tmp_path / "case", *SPARK, "--model", "no_such_model"
    )
    assert result.returncode == 2
    lines = [line for line in result.stderr.splitlines() if line]
    assert len(lines) == 1, result.stderr
    assert "no_such_model" in lines[0]
