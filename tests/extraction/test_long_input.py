"""Long rows of names and capitals are worked on in time that grows with their length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import extract_document, load_resources
from sociogram.parse.spacy_model import parse_documents
from sociogram.read import read_text
from support.growth import LINEAR, growth

if TYPE_CHECKING:
    from spacy.language import Language

ROWS = {
    "capitals": "Q R ",
    "names": "Dora Finn, Emil Gray, Greta Hall, ",
    "shouted": "WARNED ",
}


@pytest.mark.model
@pytest.mark.parametrize("row", ROWS)
def test_extraction_of_a_long_row(row: str, nlp: Language) -> None:
    resources = load_resources()
    parsed = {
        size: next(parse_documents(read_text(ROWS[row] * size + "met Ida Jones.", source="r"), nlp))
        for size in (150, 600)
    }
    assert growth(lambda size: extract_document(parsed[size], resources), 150) < LINEAR
