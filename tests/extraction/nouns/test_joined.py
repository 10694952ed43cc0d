"""Two names that a mark joins before a noun: between whom the alliance, the talks or the war is."""

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


def found(text: str, nlp: Language, resources: Resources) -> set[tuple[str, str, str]]:
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    read = extract_document(next(iter(parse_documents([document], nlp))), resources)
    names = [mention.name for mention in read.mentions]
    return {
        (names[one.subject], one.relation, names[one.object])
        for one in read.relations
        if one.object is not None
    }


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The China-Brazil alliance alarmed Peru.", ("China", "alliedWith", "Brazil")),
        ("The China–Brazil trade talks failed.", ("China", "negotiatesWith", "Brazil")),
        ("The China/Brazil trade war hurt Peru.", ("China", "quarrelsWith", "Brazil")),
        ("The Lee–Stone relationship surprised us. Ann Lee met Bob Stone.", ("Lee", "relatedTo", "Stone")),
    ],
)
def test_a_bond_is_between_the_two_names_before_it(
    text: str, claim: tuple[str, str, str], nlp: Language, resources: Resources
) -> None:
    assert claim in found(text, nlp, resources)


@pytest.mark.parametrize(
    "text",
    [
        "The pro-China alliance met in Brazil.",
        "The China-Brazil-Peru alliance failed.",
        "The China - Brazil alliance failed.",
        "The China-Brazil border is long.",
    ],
)
def test_other_names_and_other_nouns_tell_of_no_bond(text: str, nlp: Language, resources: Resources) -> None:
    assert not {
        claim for claim in found(text, nlp, resources) if claim[0] == "China" and claim[2] == "Brazil"
    }
