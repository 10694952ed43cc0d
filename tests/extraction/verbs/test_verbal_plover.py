"""The PLOVER adapter: which events the relations and propositions of a sentence become."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from benchmarks.adapters.plover import predict

from sociogram.extraction.document import extract_document, load_resources
from sociogram.knowledge.ontology import PLOVER
from sociogram.model import Document
from sociogram.parse.spacy_model import parse_documents
from support.places import ROOT

if TYPE_CHECKING:
    from spacy.language import Language

GOLD = ROOT / "data" / "gold" / "plover_own.jsonl"
Events = list[dict[str, Any]]


@pytest.fixture(scope="module")
def events(nlp: Language) -> Callable[[str], Events]:
    resources = load_resources()

    def read(text: str) -> Events:
        document = Document(id="own", source="own", text=text, start=0, end=len(text))
        (parsed,) = parse_documents([document], nlp)
        return list(predict(extract_document(parsed, resources))["events"])

    return read


@pytest.mark.model
def test_a_relation_becomes_an_event_from_subject_to_object(events: Callable[[str], Events]) -> None:
    assert events("France praised Ukraine.") == [
        {"type": "SUPPORT", "source": ["France"], "target": ["Ukraine"]}
    ]


@pytest.mark.model
def test_those_who_agree_are_both_sources_and_targets(events: Callable[[str], Events]) -> None:
    (event,) = events("Israel and Egypt agreed to extend the ceasefire.")
    assert sorted(event["source"]) == sorted(event["target"]) == ["Egypt", "Israel"]


@pytest.mark.model
def test_a_threatened_attack_is_a_threat_and_no_attack(events: Callable[[str], Events]) -> None:
    (event,) = events("North Korea threatened to attack South Korea.")
    assert event == {"type": "THREATEN", "source": ["North Korea"], "target": ["South Korea"]}


@pytest.mark.model
def test_an_event_may_have_no_target(events: Callable[[str], Events]) -> None:
    (event,) = events("The United Nations will investigate the massacre.")
    assert event["target"] == []


def test_our_own_events_have_types_of_plover() -> None:
    rows = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    assert {event["type"] for row in rows for event in row["events"]} <= set(PLOVER)
