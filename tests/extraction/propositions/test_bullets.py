"""Bullets without a subject under a heading, read by the model, and what the room of statements makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, extract_document, load_resources
from sociogram.extraction.propositions.bullets import RULE
from sociogram.parse.spacy_model import parse_documents
from sociogram.read import read_text

if TYPE_CHECKING:
    from spacy.language import Language

    from sociogram.model import Extraction

TEXT = """Who holds the harbour

The town council met in May, and nobody has had a majority since then.

{heading}

• {first}
• {second}

The council meets again in June.
"""


@pytest.fixture(scope="module")
def resources() -> Resources:
    """Ontology, lexicon and lists, loaded once."""
    return load_resources()


def extract(heading: str, first: str, second: str, nlp: Language, resources: Resources) -> Extraction:
    text = TEXT.format(heading=heading, first=first, second=second)
    (parsed,) = parse_documents(read_text(text, source="bullets", id="bullets"), nlp)
    return extract_document(parsed, resources)


def told(found: Extraction) -> list[tuple[str, str, str]]:
    """Subject, lemma and words or name of each relation with the heading's name for its subject."""
    return [
        (
            found.mentions[one.subject].name,
            one.lemma,
            one.literal[1] if one.literal else found.mentions[one.object or 0].name,
        )
        for one in found.relations
        if one.rule.startswith("statement")
    ]


def test_bullets_tell_of_whom_the_heading_names(nlp: Language, resources: Resources) -> None:
    found = extract(
        "Maria Weber",
        "Controls a loyal group of councillors.",
        "Refused to sign the harbour contract, and sold her shares in the ferry.",
        nlp,
        resources,
    )
    lines = told(found)
    assert ("Maria Weber", "control", "a loyal group of councillors") in lines
    assert any(one[:2] == ("Maria Weber", "sell") and "shares" in one[2] for one in lines)


def test_what_was_done_to_whom_the_heading_names(nlp: Language, resources: Resources) -> None:
    found = extract(
        "Maria Weber", "Barred by the court from a second term.", "Leads the council.", nlp, resources
    )
    assert any(one[:2] == ("Maria Weber", "bar by") for one in told(found))


@pytest.mark.parametrize("heading", ["What to expect", "Maria Weber and Paul Martin", "Costs"])
def test_a_heading_that_names_no_one_or_two_has_nothing_told_of_it(
    heading: str, nlp: Language, resources: Resources
) -> None:
    found = extract(
        heading, "Controls a loyal group of councillors.", "Sold the shares in the ferry.", nlp, resources
    )
    assert not [one for one in told(found) if one[1].startswith(("control", "sell"))]


def test_a_bullet_with_a_subject_of_its_own_is_a_sentence_like_any(
    nlp: Language, resources: Resources
) -> None:
    found = extract(
        "Maria Weber", "Paul Martin controls the harbour.", "Ask the council for help.", nlp, resources
    )
    assert not [one for one in found.propositions if one.rule == RULE]


def test_what_is_being_done_is_told_and_a_bare_gerund_is_none(nlp: Language, resources: Resources) -> None:
    found = told(
        extract(
            "Maria Weber",
            "Currently building a port, ruining the council.",
            "Building a second ferry.",
            nlp,
            resources,
        )
    )
    assert ("Maria Weber", "build", "a port") in found
    assert ("Maria Weber", "ruin", "the council") in found
    assert not [one for one in found if "ferry" in one[2]]
