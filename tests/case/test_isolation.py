"""A document on which a stage fails costs itself alone: the rest is built, and what failed is told and logged."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

import pytest

from sociogram import pipeline
from sociogram.case import grow, rebuild, source_reader
from sociogram.case.kept_readings import KeptReading
from sociogram.cli import EXIT_BAD_INPUT
from sociogram.errors import OntologyError
from sociogram.extraction import document as extraction
from sociogram.extraction.reading import Reading
from sociogram.graph import assemble, told
from sociogram.graph.given import GivenReading
from sociogram.model import Document, Skipped
from sociogram.read.formats import text
from sociogram.resolve.outlines import Outline
from sociogram.write import formats
from support import plain_readings
from support.command_line import COMMAND
from support.plug_ins import plug_in
from support.processes import LONGEST
from support.small_pipeline import write_pipeline

if TYPE_CHECKING:
    from spacy.language import Language

GOOD = {"a": "Ann Lee funded Bob Ray.\n", "c": "Cleo Fox sued Dan Poe.\n"}
BAD = "Eve Hill met Ann Lee.\n"


def write(folder: Path, **documents: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, words in documents.items():
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
    return folder


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def exports(case: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in case.iterdir() if path.is_file()}


def documents_of(case: Path) -> list[str]:
    return [record["id"] for record in lines(case / "documents.jsonl")]


def fail_on(word: str, real: Callable[..., Any], shown: Callable[..., str]) -> Callable[..., Any]:
    """``real``, except that it fails where what it is given shows ``word``."""

    def failing(*given: Any, **more: Any) -> Any:
        if word in shown(*given):
            raise KeyError(f"{object()} of {word}")
        return real(*given, **more)

    return failing


def names_in(given: Iterable[Outline | GivenReading], *_more: object) -> str:
    outlines = (each.outline() if isinstance(each, KeptReading) else each for each in given)
    return " ".join(chain.name for outline in outlines for chain in outline.chains)


def names_of(reading: Reading, *_more: object) -> str:
    return names_in([reading])


@pytest.mark.parametrize(("module", "function", "shown"), [
    (assemble, "resolve_actors", names_in), (told, "make_claims", names_of), (assemble, "leave_out_repeats", names_in),
])  # fmt: skip
def test_a_document_that_cannot_be_joined_is_left_out(
    module: ModuleType,
    function: str,
    shown: Callable[..., str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(source_reader, "iter_readings", plain_readings.iter_readings)
    grow.build_case([write(tmp_path / "in", **GOOD)], tmp_path / "without")
    monkeypatch.setattr(module, function, fail_on("Eve Hill", getattr(module, function), shown))
    outcome = grow.build_case([write(tmp_path / "in", b=BAD, **GOOD)], tmp_path / "case")
    (failed,) = outcome.failed
    assert (failed.document, failed.stage) == ("b", "graph")
    assert "KeyError" in failed.reason
    for name in ("claims.jsonl", "ties.jsonl", "actors.jsonl", "documents.jsonl"):
        assert (tmp_path / "case" / name).read_bytes() == (tmp_path / "without" / name).read_bytes()
    (row,) = [row for row in lines(tmp_path / "case" / "skipped.jsonl") if row["document"] == "b"]
    assert row["reason"] == failed.reason
    log = (tmp_path / "case" / "errors.log").read_text(encoding="utf-8")
    assert log.startswith("b: graph: ")
    assert "Traceback" in log
    assert "During handling" not in log
    assert not (tmp_path / "without" / "errors.log").exists()


def test_the_stage_is_that_of_the_room_that_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sociogram.graph import claims
    from sociogram.resolve import resolution

    monkeypatch.setattr(source_reader, "iter_readings", plain_readings.iter_readings)
    documents = write(tmp_path / "in", b=BAD, d="Fay Orr met Dan Poe.\n", **GOOD)
    monkeypatch.setattr(resolution, "read_names", fail_on("Eve Hill", resolution.read_names, names_in))
    monkeypatch.setattr(claims, "_DocumentClaims", fail_on("Fay Orr", claims._DocumentClaims, names_of))
    outcome = grow.build_case([documents], tmp_path / "case")
    assert [(each.document, each.stage) for each in outcome.failed] == [("b", "resolve"), ("d", "claims")]
    assert "resolve/resolution.py:" in outcome.failed[0].reason
    assert documents_of(tmp_path / "case") == ["a", "c"]


def test_of_documents_that_fail_only_together_the_later_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_reader, "iter_readings", plain_readings.iter_readings)
    real = assemble.resolve_actors

    def clash(readings: Sequence[Reading], *more: Any) -> Any:
        if {"Eve Hill", "Bob Ray"} <= {chain.name for reading in readings for chain in reading.chains}:
            raise ValueError("two of a kind")
        return real(readings, *more)

    monkeypatch.setattr(assemble, "resolve_actors", clash)
    outcome = grow.build_case([write(tmp_path / "in", b=BAD, **GOOD)], tmp_path / "case")
    assert [each.document for each in outcome.failed] == ["b"]
    assert "with the other documents" in outcome.failed[0].reason


def test_what_fails_without_documents_is_no_documents_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: object) -> None:
        raise ZeroDivisionError("always")

    monkeypatch.setattr(source_reader, "iter_readings", plain_readings.iter_readings)
    monkeypatch.setattr(assemble, "resolve_actors", broken)
    with pytest.raises(ZeroDivisionError, match="always"):
        grow.build_case([write(tmp_path / "in", **GOOD)], tmp_path / "case")


def test_a_document_that_cannot_be_written_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Failing:
        file_name = "graph.gexf"

        def write(self, graph: Any, path: Path) -> None:
            if "b" in {document.id for document in graph.documents}:
                raise LookupError("no such colour")
            formats.WRITERS["graphml"].write(graph, path)

    monkeypatch.setattr(source_reader, "iter_readings", plain_readings.iter_readings)
    monkeypatch.setitem(formats.WRITERS, "gexf", Failing())
    outcome = grow.build_case([write(tmp_path / "in", b=BAD, **GOOD)], tmp_path / "case")
    assert [(each.document, each.stage) for each in outcome.failed] == [("b", "write")]
    assert documents_of(tmp_path / "case") == ["a", "c"]
    assert not list((tmp_path / "case").glob(".building-*"))


def test_a_full_disk_is_no_documents_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_given: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(source_reader, "iter_readings", plain_readings.iter_readings)
    monkeypatch.setattr(rebuild, "write_state", full)
    with pytest.raises(OSError, match="No space"):
        grow.build_case([write(tmp_path / "in", **GOOD)], tmp_path / "case")


def test_what_failed_is_told_again_by_a_build_that_changes_nothing_and_goes_with_its_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source_reader, "iter_readings", plain_readings.iter_readings)
    monkeypatch.setattr(told, "make_claims", fail_on("Eve Hill", told.make_claims, names_of))
    documents = write(tmp_path / "in", b=BAD, **GOOD)
    first = grow.build_case([documents], tmp_path / "case")
    again = grow.build_case([documents], tmp_path / "case")
    assert (again.changed, again.failed) == (False, first.failed)
    (documents / "b.txt").unlink()
    assert not grow.build_case([documents], tmp_path / "case").failed
    assert not (tmp_path / "case" / "errors.log").exists()


def test_a_reader_that_fails_or_gives_no_document_costs_its_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = type(text.READER).read

    def read(self: Any, content: bytes, source: str) -> Iterator[Document | Skipped]:
        if b"Eve" in content:
            raise AssertionError("never seen")
        for each in real(self, content, source):
            yield Document(id="x", source=source, text=5, start=0, end=1) if b"Fay" in content else each  # type: ignore[arg-type]

    monkeypatch.setattr(source_reader, "iter_readings", plain_readings.iter_readings)
    monkeypatch.setattr(type(text.READER), "read", read)
    documents = write(tmp_path / "in", b=BAD, d="Fay Orr met Dan Poe.\n", **GOOD)
    outcome = grow.build_case([documents], tmp_path / "case")
    assert sorted(note.stage for note in outcome.unread) == ["read", "read"]
    assert documents_of(tmp_path / "case") == ["a", "c"]
    log = (tmp_path / "case" / "errors.log").read_text(encoding="utf-8")
    assert "never seen" in log


STAGES = {"parse": (pipeline, "parse_documents"), "extract": (extraction, "extract_document"),
          "reduce": (pipeline, "reduce_extraction")}  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize("stage", STAGES)
def test_a_document_that_a_stage_fails_on_leaves_its_batch_alone(
    stage: str, nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where, function = STAGES[stage]
    real = getattr(where, function)

    def parse(documents: Iterable[Document], nlp: Language, *_more: Any) -> Iterator[Any]:
        for parsed in real(documents, nlp):
            if "Eve" in parsed.document.text:
                raise RuntimeError("cannot be parsed")
            yield parsed

    failing = parse if stage == "parse" else fail_on("Eve", real, lambda one, *_more: one.document.text)
    monkeypatch.setattr(where, function, failing)
    documents = write(tmp_path / "in", b=BAD, **GOOD)
    outcome = grow.build_case([documents], tmp_path / "case", nlp=nlp)
    assert [(each.document, each.stage) for each in outcome.failed] == [("b", stage)]
    assert documents_of(tmp_path / "case") == ["a", "c"]
    again = grow.build_case([documents], tmp_path / "case", nlp=nlp)
    assert (again.changed, again.parsed, again.failed) == (False, 0, outcome.failed)


@pytest.mark.model
def test_an_error_that_is_of_no_document_still_ends_the_build(
    nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wrong(*_given: object) -> None:
        raise OntologyError("lexicon.yaml:3: no such relation; mend it")

    monkeypatch.setattr(extraction, "extract_document", wrong)
    with pytest.raises(OntologyError, match="no such relation"):
        grow.build_case([write(tmp_path / "in", **GOOD)], tmp_path / "case", nlp=nlp)


PLUGIN = """
class Failing:
    def __init__(self, data): pass
    def find(self, parsed, mentions, chains, propositions):
        if "Eve" in parsed.document.text:
            raise RuntimeError(f"{self} cannot bear her")
        return []
"""


@pytest.mark.model
def test_a_plug_in_that_fails_gives_the_same_bytes_with_any_number_of_workers(tmp_path: Path) -> None:
    environment = plug_in(
        tmp_path / "site", PLUGIN, "[sociogram.relation_finders]\nfailing@1 = failing:Failing\n"
    )
    documents = write(tmp_path / "in", b=BAD, **GOOD)
    pipeline = write_pipeline(tmp_path / "pipeline")
    for workers in ("1", "2"):
        command = [*COMMAND, "build", str(documents), "--model", str(pipeline)]
        done = subprocess.run(
            [*command, "-o", str(tmp_path / workers), "--workers", workers],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST,
        )
        assert done.returncode == EXIT_BAD_INPUT
        assert done.stderr.splitlines() == [done.stderr.strip()]
        assert done.stderr.startswith("skipped b: extract: could not be used: RuntimeError")
        assert "errors.log" in done.stderr
    assert exports(tmp_path / "1") == exports(tmp_path / "2")
    assert b"failing.py" in exports(tmp_path / "1")["errors.log"]
