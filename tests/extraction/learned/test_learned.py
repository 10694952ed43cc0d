"""The learned relations, and the adapters that map relations."""

from __future__ import annotations

import pytest
from benchmarks.adapters import conll04, dwie_relations, knowledgenet, re3d_relations

from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.learned.classifier import LABELS, load_relation_model
from sociogram.extraction.learned.find import find_learned_relations
from sociogram.extraction.mentions.find import find_mentions
from sociogram.extraction.nouns.phrases import index_phrases
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Document
from sociogram.parse.spacy_model import parse_documents

TEXT = (
    "Ann Lee was born in Bonn in 1960. She studied law at Harvard University and married Bob Stone. "
    "Today she lives in Lisbon and works for Siemens, which was founded in 1847."
)


def learned(nlp, threshold):
    document = Document(id="d", source="d", text=TEXT, start=0, end=len(TEXT))
    parsed = next(iter(parse_documents([document], nlp)))
    mentions = find_mentions(parsed, load_actor_lists())
    chains = find_chains(parsed, mentions, find_attributions(parsed, mentions))
    phrases = index_phrases(parsed, mentions, chains)
    return list(find_learned_relations(phrases, load_ontology(), threshold=threshold))


def test_the_weights_carry_their_sources_and_licences():
    about = load_relation_model().about
    assert "KnowledgeNet" in about["trained on"]
    assert "CC BY-SA 4.0" in about["licence"]


def test_every_label_is_a_relation_of_the_ontology():
    assert {relation for labels in LABELS.values() for _, relation, _ in labels} <= set(
        load_ontology().relations
    )


def test_every_group_has_as_many_weights_as_labels():
    model = load_relation_model()
    assert {group: {len(row) for row in rows} for group, rows in model.weights.items()} == {
        group: {len(labels)} for group, labels in LABELS.items()
    }


@pytest.mark.parametrize(
    "relations",
    [
        set(knowledgenet.PREDICATES),
        {*dwie_relations.BETWEEN, *dwie_relations.OF_COUNTRY},
        {*re3d_relations.TYPES, *re3d_relations.TURNED},
        set(conll04.RELATIONS),
    ],
    ids=["knowledgenet", "dwie", "re3d", "conll04"],
)
def test_adapters_map_relations_of_the_ontology(relations):
    assert relations <= set(load_ontology().relations)


def test_what_dwie_implies_is_closed():
    facts = dwie_relations.close({(1, "head_of_state", 2), (3, "won_vs", 4)})
    assert facts == {(1, "head_of_state", 2), (1, "agent_of", 2), (1, "citizen_of", 2), (3, "won_vs", 4),
                     (3, "vs", 4), (4, "vs", 3)}  # fmt: skip


@pytest.mark.model
def test_a_life_gives_learned_relations(nlp):
    found = {one.relation for one in learned(nlp, 0.5)}
    assert {"bornOn", "educatedAt", "residesIn"} <= found


@pytest.mark.model
def test_a_higher_threshold_gives_fewer_relations(nlp):
    low, high = ({(one.subject, one.relation, one.object) for one in learned(nlp, t)} for t in (0.3, 0.95))
    assert high < low


@pytest.mark.model
def test_confidence_is_the_probability(nlp):
    assert all(0.7 <= one.confidence <= 1.0 for one in learned(nlp, 0.7))
