"""Long rows of names and capitals are worked on in time that grows with their length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from benchmarks.hostile import CONSTRUCTS

from sociogram.extraction.document import extract_document, load_resources
from sociogram.extraction.reduce import _phrase, reduce_extraction
from sociogram.graph.assemble import make_graph
from sociogram.model import Mention
from sociogram.parse.pieces import MOST_TOKENS
from sociogram.parse.spacy_model import parse_documents
from sociogram.read import read_text
from support.growth import LINEAR, TIMES, growth

if TYPE_CHECKING:
    from spacy.language import Language

# Rows that are longer than a sentence may be, so that both sizes are read in pieces.
ROWS = {
    "capitals": ("Q R ", 260),
    "names": ("Dora Finn, Emil Gray, Greta Hall, ", 60),
    "shouted": ("WARNED ", 510),
    "owners": ("friend’s ", 500),
}


@pytest.mark.model
@pytest.mark.parametrize("row", ROWS)
def test_extraction_of_a_long_row(row: str, nlp: Language) -> None:
    resources = load_resources()
    part, least = ROWS[row]
    parsed = {
        size: next(parse_documents(read_text(part * size + "met Ida Jones.", source="r"), nlp))
        for size in (least, TIMES * least)
    }
    assert len(parsed[least].doc) > MOST_TOKENS
    assert growth(lambda size: extract_document(parsed[size], resources), least) < LINEAR


@pytest.mark.model
@pytest.mark.parametrize("name", ["namesakes", "speakers in turn"])
def test_many_people_of_one_surname(name: str, nlp: Language) -> None:
    resources = load_resources()
    least = 60
    parsed = {
        size: next(parse_documents(read_text(CONSTRUCTS[name](size), source="r"), nlp))
        for size in (least, TIMES * least)
    }
    read = {size: [reduce_extraction(extract_document(each, resources))] for size, each in parsed.items()}
    assert growth(lambda size: make_graph(read[size], (), resources, ()), least) < LINEAR


@pytest.mark.parametrize("part", [" of the", "\t", " of"])
def test_words_behind_a_noun_are_looked_at_as_far_as_they_may_be_kept(part: str) -> None:
    def run(size: int) -> None:
        text = "the head" + part * size + "!"
        mention = Mention(
            index=0, start=0, end=8, text=text[:8], phrase=(0, len(text)), tokens=(0, 2), head=1, form="nominal",
            kind="Person", name="head",
        )  # fmt: skip
        assert _phrase(text, mention) == "the head"

    assert growth(run, 500) < LINEAR
