"""Every example of the lexicon, positive and negative, over one batch of parses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import extract_document, load_resources
from sociogram.knowledge.lexicon import Example, Sense, load_lexicon
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Document, Extraction, Origin, RelationMention
from sociogram.parse.spacy_model import parse_documents

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model

SENSES = load_lexicon().senses
_DETERMINER = re.compile(r"^(the|a|an|his|her|its|their) ", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(frozen=True)
class Found:
    """A relation with all the names of its two ends, in lower case and without determiners."""

    subjects: frozenset[str]
    relation: str
    objects: frozenset[str]
    mention: RelationMention


def _plain(name: str) -> str:
    return _POSSESSIVE.sub("", _DETERMINER.sub("", name)).lower().rstrip(".")


def _names(extraction: Extraction, index: int) -> frozenset[str]:
    chain = next(chain for chain in extraction.chains if index in chain.mentions)
    mentions = [extraction.mentions[one] for one in chain.mentions]
    spans = [(mention.start, mention.end) for mention in mentions] + [mention.phrase for mention in mentions]
    texts = {extraction.document.text[start:end] for start, end in spans}
    return frozenset(_plain(name) for name in {chain.name, *(m.name for m in mentions), *texts})


def _found(extraction: Extraction) -> list[Found]:
    found = []
    for relation in extraction.relations:
        if relation.origin is Origin.LEARNED:  # learned, not of the lexicon; its benchmarks judge it
            continue
        if relation.object is not None:
            objects = _names(extraction, relation.object)
        elif relation.literal is not None:
            start, end = relation.literal[2]
            objects = frozenset({_plain(relation.literal[1]), _plain(extraction.document.text[start:end])})
        else:
            objects = frozenset()
        found.append(Found(_names(extraction, relation.subject), relation.relation, objects, relation))
    return found


@pytest.fixture(scope="module")
def found_in(nlp: Language) -> dict[str, list[Found]]:
    texts = list(dict.fromkeys(one.text for sense in SENSES for one in (*sense.positive, *sense.negative)))
    documents = [
        Document(id=f"e{number}", source="examples", text=text, start=0, end=len(text))
        for number, text in enumerate(texts)
    ]
    resources = load_resources()
    return {
        parsed.document.text: _found(extract_document(parsed, resources))
        for parsed in parse_documents(documents, nlp)
    }


def _fits(example: Example, found: Found) -> bool:
    relation = load_ontology().relation(found.relation)
    if example.relation not in (relation.id, relation.parent):
        return False
    if example.subject is None or example.object is None:
        return True
    ends = [(found.subjects, found.objects)]
    if relation.symmetric:
        ends.append((found.objects, found.subjects))
    return any(_plain(example.subject) in left and _plain(example.object) in right for left, right in ends)


def _told(found: list[Found]) -> list[str]:
    return [
        f"{sorted(one.subjects)} {one.relation} {sorted(one.objects)} ({one.mention.rule})" for one in found
    ]


@pytest.mark.parametrize("sense", SENSES, ids=[sense.id for sense in SENSES])
def test_sense_finds_its_positive_and_none_of_its_negative_examples(
    sense: Sense, found_in: dict[str, list[Found]]
) -> None:
    for example in sense.positive:
        fitting = [one.mention for one in found_in[example.text] if _fits(example, one)]
        assert fitting, f"{sense.where}: missed in {example.text!r}; found {_told(found_in[example.text])}"
        if example.polarity or sense.polarity:
            assert (example.polarity or sense.polarity) in {one.polarity for one in fitting}, example.text
        if example.modality or sense.modality:
            assert (example.modality or sense.modality) in {one.modality for one in fitting}, example.text
    for example in sense.negative:
        # What a predicate says in its own words is no reading of the sense.
        read = [one for one in found_in[example.text] if one.mention.origin is not Origin.OPEN]
        wrong = [one for one in read if _fits(example, one)]
        assert not wrong, f"{sense.where}: wrong in {example.text!r}: {_told(wrong)}"
