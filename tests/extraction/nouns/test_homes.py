"""Where somebody is at home, by "of" and a place behind a comma; and a party's own by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, extract_document, load_resources
from sociogram.parse.spacy_model import parse_documents
from sociogram.read import read_text

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model
Triple = tuple[str, str, str]


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


def triples(text: str, nlp: Language, resources: Resources) -> set[Triple]:
    (document,) = read_text(text, source="t", id="t")
    found = extract_document(next(iter(parse_documents([document], nlp))), resources)
    names = {index: chain.name for chain in found.chains for index in chain.mentions}
    return {
        (names[one.subject], one.relation, names[one.object])
        for one in found.relations
        if one.object is not None
    }


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            "We hope that our customer Harrow & Flynn, of Leeds, has paid.",
            ("Harrow & Flynn", "locatedIn", "Leeds"),
        ),
        ("Mary Poe, of Leeds, sued the firm.", ("Mary Poe", "residesIn", "Leeds")),
        ("The report blamed Labour's Doreen Askew.", ("Doreen Askew", "partyMemberOf", "Labour")),
    ],
)
def test_it_is_told(text: str, triple: Triple, nlp: Language, resources: Resources) -> None:
    assert triple in triples(text, nlp, resources)


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        (
            "We hope that our customer Harrow & Flynn, of Leeds, has paid.",
            ("Harrow & Flynn", "contractedWith", "Leeds"),
        ),
        ("Senator Mary Poe, of Ohio, sued Jon Roe.", ("Mary Poe", "residesIn", "Ohio")),
        ("Mary Poe is the mayor of Leeds.", ("Mary Poe", "residesIn", "Leeds")),
        ("Labour's critic Doreen Askew left.", ("Doreen Askew", "partyMemberOf", "Labour")),
    ],
)
def test_it_is_not_told(text: str, triple: Triple, nlp: Language, resources: Resources) -> None:
    assert triple not in triples(text, nlp, resources)
