"""Names that the model cuts are whole, and no words are put before or behind that belong to others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, extract_document, load_resources
from sociogram.parse.spacy_model import parse_documents
from sociogram.read import read_text

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "He left the board, from which Per Axel Lind, its longest-serving member, is stepping down.",
            "Per Axel Lind",
        ),
        ("The bank rang. Radio Kielce reports that Ann Lee has left since April.", "Radio Kielce"),
        ("Samsung Europe hired Ann Lee.", "Samsung Europe"),
        ("Then Thibault d'Orsigny, her finance minister, published a tax plan.", "Thibault d'Orsigny"),
        ("It was sold to the brothers Pieter and Conrad Madden, who own a bank.", "Pieter Madden"),
        ("The sisters Thandi and Nomsa Khumalo hired Jon Roe.", "Thandi Khumalo"),
        ("Marta Lind, née Berg, led the Ohio Bank.", "Marta Lind"),
        ("Should they object, Lunghorn would owe Aurilux 120 million.", "Aurilux"),
        ("The order was given by Superintendent Orlando Tennock.", "Orlando Tennock"),
        ("At least nineteen people were killed by the army.", "nineteen people"),
        ("The BBC London office closed.", "BBC"),
        ("In January Will Roe left.", "Will Roe"),
        ("Ann and the brothers met Conrad Madden.", "Conrad Madden"),
    ],
)
def test_a_name_is_whole(text: str, name: str, nlp: Language, resources: Resources) -> None:
    (document,) = read_text(text, source="t", id="t")
    found = extract_document(next(iter(parse_documents([document], nlp))), resources)
    assert name in {mention.name for mention in found.mentions}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Its envoy, an American named Parcell, sued Acme Corp.", "Parcell", "Person"),
        (
            "The city was sold. The buyer, Hidralba, is controlled by the Otto family.",
            "Hidralba",
            "Organization",
        ),
        ("A firm named Kestra paid Ann Lee.", "Kestra", "Company"),
    ],
)
def test_the_noun_beside_tells_the_kind(
    text: str, name: str, kind: str, nlp: Language, resources: Resources
) -> None:
    (document,) = read_text(text, source="t", id="t")
    found = extract_document(next(iter(parse_documents([document], nlp))), resources)
    assert kind in {mention.kind for mention in found.mentions if mention.name == name}
