"""Whose a bare surname is in a document about a namesake of the one in the lists."""

from __future__ import annotations

from typing import Any

import pytest

from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.mentions.find import find_mentions
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Document
from sociogram.parse.spacy_model import parse_documents


def whose(nlp: Any, text: str) -> list[str]:
    """The longest name of the chain of each bare "Trump"."""
    (parsed,) = parse_documents([Document(id="d", source="d", text=text, start=0, end=len(text))], nlp)
    mentions = find_mentions(parsed, load_actor_lists())
    chains = find_chains(parsed, mentions, find_attributions(parsed, mentions))
    bare = [one.index for one in mentions if one.text == "Trump"]
    return [next(chain.name for chain in chains if index in chain.mentions) for index in bare]


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Carl Trump left Acme. Carl Trump met Donald Trump. Carl Trump called. Trump thanked his father.",
            ["Carl Trump"],
        ),
        (
            "Carl Trump left Acme. Carl Trump called. Trump said so. Donald Trump won. Trump agreed.",
            ["Carl Trump", "Donald Trump"],
        ),
        ("Donald Trump won. Donald Trump met Carl Trump. Trump agreed.", ["Donald Trump"]),
        ("Carl Trump met Donald Trump. Trump agreed.", ["Donald Trump"]),
        ("Trump agreed.", ["Trump"]),
    ],
)
def test_it_is_the_namesakes_where_the_text_speaks_more_of_him_and_named_him_last(
    nlp: Any, text: str, owners: list[str]
) -> None:
    assert whose(nlp, text) == owners
