"""Inputs that were made to break something break nothing; ``benchmarks/fuzz.py`` runs many more."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pytest
from benchmarks.fuzz import Bench, fuzz, kind_of
from benchmarks.hostile import CONSTRUCTS, WRAPPED, Hostile, draw, load_samples, wrap
from benchmarks.trial import Finding, check_read, check_reading, place_of

from sociogram.model import Document, Skipped
from sociogram.pipeline import read_documents
from sociogram.processes.child import Child
from sociogram.read import ReadOptions, read_text
from sociogram.read.documents import read_content
from sociogram.read.files.sources import list_sources
from support.plain_readings import read_plainly
from support.processes import LONGEST

if TYPE_CHECKING:
    from spacy.language import Language

NESTED = 1_200
"""Levels that end any recursion: Python goes 1,000 deep."""


@pytest.mark.model
@pytest.mark.slow
def test_no_input_raises_hangs_or_costs_a_neighbour() -> None:
    assert not fuzz(50, 20_000, share=LONGEST)


@pytest.mark.slow
def test_no_input_stops_the_stages_around_parsing() -> None:
    assert not fuzz(400, 30_000, share=LONGEST, reader="quick")


class _Made(Bench):
    """A bench on which some contents fail, each with how."""

    faults: ClassVar = {b"bad": "fails in claims: at 17", b"12": "needs two"}

    def build(self, inputs: Sequence[Hostile]) -> list[Finding]:
        held = b"".join(each.content for each in inputs)
        return [(-1, wrong) for part, wrong in self.faults.items() if part in held]


def test_an_input_that_shows_only_in_a_whole_batch_is_found_and_made_smaller() -> None:
    bench = _Made(Child(None), LONGEST, "quick")
    inputs = [Hostile(f"{place}.txt", b"good", "words") for place in range(20)]
    inputs[13] = Hostile("13.txt", b"some words before bad and behind", "words")
    inputs[4], inputs[5] = Hostile("4.txt", b"1", "words"), Hostile("5.txt", b"2", "words")
    assert bench.find(inputs) == [(13, "fails in claims: at 17"), (0, "needs two")]
    assert bench.shrink(inputs[13], kind_of("fails in claims: at 18")).content == b"bad"


def test_a_file_is_known_by_its_place_in_the_batch() -> None:
    assert [
        place_of(name) for name in ("/tmp/a1/00012-damaged.zip#a.txt", "00003-made.txt", "/tmp/good1.txt")
    ] == [
        12,
        3,
        -1,
    ]


def test_a_seed_gives_the_same_inputs_of_every_format() -> None:
    samples = load_samples()
    first, again = (
        [draw(random.Random(seed), samples) for seed in range(300)]  # noqa: S311
        for _ in range(2)
    )
    assert first == again
    assert {suffix for suffix, _ in samples} <= {f".{each.name.rpartition('.')[2]}" for each in first}


@pytest.mark.parametrize("suffix", WRAPPED)
def test_a_structure_is_read_in_each_format_of_text(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"made{suffix}"
    path.write_bytes(wrap(suffix, CONSTRUCTS["many quotes"](3)))
    (source,) = list_sources([str(path)])
    found = list(read_content(source, path.read_bytes(), ReadOptions()))
    assert [type(each) for each in found] == [Document]
    assert "Ann Lee said" in found[0].text


def test_what_is_wrong_is_found() -> None:
    (document,) = read_text("Ann Lee funded Bob Ray.", source="t", id="t")
    reading = read_plainly(document)
    assert not list(check_reading(document, reading))
    (other,) = read_text("Ann Lees funded Bob Ray.", source="t", id="t")
    assert set(check_reading(other, reading)) == {
        "quote of plain@1 is not its words",
        "mention is not its words",
    }
    note = Skipped(
        document="t", stage="read", reason="is damaged (KeyError: 'x', in read/a.py:3); save it", trace="t"
    )
    (wrong,) = check_read([note], "t.docx")
    assert kind_of(wrong) == "raw in read: is damaged (KeyError: #, in read/a.py:#); save it"
    stopped = Skipped(document="t", stage="read", reason="is damaged; save it", trace="KeyError: 'x'")
    assert [*check_read([stopped], "t.docx")] == []
    assert [*check_read([stopped], "t.md")] == ["fails in read: KeyError: 'x'; is damaged; save it"]


@pytest.mark.model
@pytest.mark.parametrize("name", [
    "relative clauses", "shared verbs", "infinitives", "prepositions", "some of", "to come", "nicknames",
    "one deep quote",
])  # fmt: skip
def test_what_is_nested_deeply_is_no_recursion(name: str, nlp: Language) -> None:
    from sociogram.extraction.document import load_resources
    from sociogram.graph.assemble import make_graph

    resources = load_resources()
    readings = list(read_documents(read_text(CONSTRUCTS[name](NESTED), source="t", id="t"), nlp, resources))
    assert [each.failure for each in readings] == [None] * len(readings)
    assert not [each for each in make_graph(readings, (), resources, ()).skipped if each.trace]
