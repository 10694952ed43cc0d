"""What Spark's workers do, done without Spark; and what is told where Spark cannot be had."""

from __future__ import annotations

import sys
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from sociogram.case import cache
from sociogram.case.intake import Look, Way, find_way
from sociogram.cli.verbs.build import command
from sociogram.errors import ModelError, UsageError
from sociogram.parse.spacy_model import DEFAULT_MODEL
from sociogram.pipeline import BuildOptions
from sociogram.read.files.sources import Source, list_sources
from sociogram.spark import session, tasks
from sociogram.spark.engine import spread

TakenRow = namedtuple("TakenRow", [column.split()[0] for column in tasks.TAKEN.split(", ")])  # noqa: PYI024 - the columns are named elsewhere
ReadRow = namedtuple("ReadRow", [column.split()[0] for column in tasks.READ.split(", ")])  # noqa: PYI024


def way_of(model: str = DEFAULT_MODEL) -> Way:
    return find_way(BuildOptions(model=model), (("own.csv", "name,kind\nAcme Ltd,Company\n"),), model)


@pytest.fixture
def sources(tmp_path: Path) -> list[Source]:
    (tmp_path / "a.txt").write_text("Ann Lee funded Bob Ray.\n")
    (tmp_path / "b.jsonl").write_text('{"text": "Cleo Fox sued Dan Poe."}\n{"no": 1}\n')
    (tmp_path / "c.pdf").write_bytes(b"%PDF-1.4 broken")
    return [*list_sources([str(tmp_path)]), Source(name="gone.txt", id="gone", path=tmp_path / "gone.txt")]


def taken_rows(sources: list[Source]) -> list[TakenRow]:
    return [TakenRow(*row) for row in tasks.take([(source, None) for source in sources], way_of())]


def test_a_look_has_the_key_that_this_machine_gives(sources: list[Source]) -> None:
    looks = {
        Path(name).name: msgspec.msgpack.decode(look, type=Look)
        for name, look in tasks.look_at([(source, None) for source in sources], way_of())
    }
    content = Path(sources[0].name).read_bytes()
    assert looks["a.txt"] == Look(
        content=cache.content_key(content), key=way_of().file_key(sources[0], content), size=len(content)
    )
    assert looks["gone.txt"].problem
    assert not looks["gone.txt"].key


def test_documents_are_taken_out_of_files_and_what_is_none_is_told(sources: list[Source]) -> None:
    rows = taken_rows(sources)
    documents = [row for row in rows if row.key]
    assert [Path(row.source.decode()).name for row in documents] == ["a.txt", "b.jsonl"]
    assert cache.decode_text(documents[1].text) == "Cleo Fox sued Dan Poe."
    assert documents[1].words == 5
    files = {Path(row.source.decode()).name: row for row in rows if row.look}
    assert set(files) == {"a.txt", "b.jsonl", "c.pdf", "gone.txt"}
    assert [item.key for item in cache.decode_file(files["a.txt"].reading).documents] == [documents[0].key]
    assert cache.decode_file(files["b.jsonl"].reading).skipped
    assert cache.decode_file(files["c.pdf"].reading).skipped
    assert files["gone.txt"].reading is None


def test_bytes_that_are_given_are_not_loaded_and_are_too_many_as_those_of_a_file_are() -> None:
    source = Source(name="hdfs://host/a.txt", id="a", path=Path("a.txt"))
    (row, _) = tasks.take([(source, b"Ann Lee met Bob Ray.")], way_of())
    assert cache.decode_text(TakenRow(*row).text) == "Ann Lee met Bob Ray."
    (row,) = tasks.take([(source, b"x" * (way_of().options.read.max_bytes + 1))], way_of())
    assert "more than the limit" in msgspec.msgpack.decode(TakenRow(*row).look, type=Look).problem


@pytest.mark.slow
def test_a_reading_is_what_the_case_would_keep(sources: list[Source]) -> None:
    rows = [row for row in taken_rows(sources) if row.key]
    read = [ReadRow(*row) for row in tasks.read(rows, way_of())]
    assert [row.key for row in read] == [row.key for row in rows]
    (first, _) = cache.decode_readings([row.value for row in read])
    assert [relation.relation for relation in first.relations] == ["funded"]
    assert [row.failure for row in read] == [None, None]


def test_a_model_that_a_worker_lacks_ends_the_job_in_its_own_words(sources: list[Source]) -> None:
    rows = [row for row in taken_rows(sources[:1]) if row.key]
    with pytest.raises(RuntimeError, match=tasks.FAULT) as raised:
        list(tasks.read(rows, way_of("no_such_model")))
    assert isinstance(raised.value.__cause__, ModelError)
    told = session._explained(RuntimeError(f"Job aborted\n  RuntimeError: {raised.value}\n at x"))
    assert "no_such_model" in str(told)
    assert "\n" not in str(told)


@pytest.mark.parametrize(
    ("there", "told"),
    [
        ({"model": f"{DEFAULT_MODEL} 0.0.1"}, DEFAULT_MODEL),
        ({"rules": "others"}, "sociogram or what it reads"),
    ],
    ids=["model", "rules"],
)
def test_a_worker_that_reads_in_another_way_reads_nothing(
    sources: list[Source], there: dict[str, str], told: str
) -> None:
    way = replace(way_of(), **there)
    for do in (tasks.take, tasks.read):
        with pytest.raises(RuntimeError, match=f"{tasks.FAULT}.*{told}.*another version; install there"):
            list(do([(source, None) for source in sources], way))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("PySparkRuntimeError: [JAVA_GATEWAY_EXITED] Java gateway process exited", "Java 17"),
        ('java.io.IOException: Cannot run program "/x/python"', "set PYSPARK_PYTHON"),
        ("java.io.IOException: No space left on device", "make room"),
        ("ModuleNotFoundError: No module named 'sociogram'", "install sociogram"),
        ("org.apache.spark.SparkException: [X] it\nCaused by: y", "Spark gave up"),
        ("", "Spark gave up"),
    ],
)
def test_what_spark_says_becomes_one_line(words: str, told: str) -> None:
    line = str(session._explained(RuntimeError(words)))
    assert told in line
    assert "\n" not in line


def test_long_documents_are_not_read_by_one_task() -> None:
    words = {f"short-{number}": 100 for number in range(20)} | {"long": 2_000, "longer": 3_000}
    found = spread(words, 3)
    loads = [sum(words[key] for key in found if found[key] == number) for number in range(3)]
    assert sorted(loads) == [2_000, 2_000, 3_000]
    assert spread(dict(reversed(words.items())), 3) == found
    assert spread({}, 3) == {}


@pytest.mark.parametrize("master", ["", "sparkle://x", "local[", "localhost"])
def test_what_is_no_master_is_told(master: str) -> None:
    with pytest.raises(UsageError, match="is no master"):
        session._check_master(master)


def test_a_master_that_does_not_answer_is_told_at_once() -> None:
    with pytest.raises(UsageError, match="nothing answers there"):
        session._check_master("spark://127.0.0.1:1")
    with pytest.raises(UsageError, match="nothing answers there"):
        session._check_master("spark://127.0.0.1:port")


def test_this_machine_tries_a_task_as_often_as_a_cluster() -> None:
    assert session._with_attempts("local[*]") == "local[*,4]"
    assert session._with_attempts("local") == "local[1,4]"
    assert session._with_attempts("local[2,1]") == "local[2,1]"
    assert session._with_attempts("spark://host:7077") == "spark://host:7077"


def test_without_spark_or_java_the_command_says_how_to_get_them(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text("Ann Lee met Bob Ray.")
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    arguments = [str(tmp_path / "a.txt"), "-o", str(tmp_path / "case"), "--engine", "spark"]
    result = CliRunner().invoke(command, arguments)
    assert "pip install 'sociogram[spark]'" in str(result.exception)
    assert not (tmp_path / "case").exists()


@pytest.mark.parametrize(
    "more", [["--engine", "spark", "--watch"], ["--master", "local"], ["--work", "w"]], ids=" ".join
)
def test_options_that_do_not_go_together_are_told(tmp_path: Path, more: list[str]) -> None:
    result = CliRunner().invoke(command, ["a.txt", "-o", str(tmp_path / "case"), *more])
    assert isinstance(result.exception, UsageError)
    assert "--engine spark" in str(result.exception)
