"""Nouns of the lexicon beside others: whose complement is whose."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, extract_document, load_resources
from sociogram.model import Document
from sociogram.parse.spacy_model import parse_documents

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Ann Lee, the head of Acme and a donor, left.", set()),
        ("Ann Lee, a Stone loyalist and dean of Acme College, left. Bob Stone won.", {("supports", "Stone")}),
        ("Ann Lee, a friend and supporter of Bob Stone, left.", {("supports", "Bob Stone")}),
        (
            "Ann Lee, a critic of Acme and supporter of Bob Stone, left.",
            {("supports", "Bob Stone"), ("criticises", "Acme")},
        ),
    ],
)
def test_a_noun_has_no_complement_that_is_only_its_neighbours(
    text: str, claims: set[tuple[str, str]], nlp: Language, resources: Resources
) -> None:
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    read = extract_document(next(iter(parse_documents([document], nlp))), resources)
    found = {
        (one.relation, read.mentions[one.object].name)
        for one in read.relations
        if one.object is not None and one.relation in {"supports", "funded", "criticises"}
    }
    assert found == claims
