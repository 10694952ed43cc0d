"""The learned relations, and the adapters that map relations."""

from __future__ import annotations

import pytest
from benchmarks.adapters import conll04, dwie_relations, knowledgenet, re3d_relations

from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.document import extract_document, load_resources
from sociogram.extraction.learned.classifier import LABELS, load_relation_model
from sociogram.extraction.learned.features import features, iter_candidates
from sociogram.extraction.learned.find import find_learned_relations, is_worded, make_relation
from sociogram.extraction.mentions.find import find_mentions
from sociogram.extraction.nouns.phrases import index_phrases
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Chain, Document, Mention
from sociogram.parse.spacy_model import parse_documents
from support.parses import parse_by_hand

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


def learned_of(parsed, label, first, second):
    """What is made of ``label`` between the mentions ``first`` and ``second``, each (tokens, kind, form)."""
    mentions = []
    for index, (start, end, kind, form) in enumerate((first, second)):
        span = parsed.span(start, end)
        text = parsed.text(span)
        mentions.append(
            Mention(index=index, start=span[0], end=span[1], text=text, phrase=span, tokens=(start, end), head=end - 1,
                    form=form, kind=kind, name=text)
        )  # fmt: skip
    made = [Chain(index=one.index, mentions=(one.index,), kind=one.kind, name=one.name) for one in mentions]
    phrases = index_phrases(parsed, mentions, made)
    candidate = next(
        one
        for one in iter_candidates(phrases, frozenset({"Company", "EducationalInstitution"}))
        if one.subject == 0
    )
    _, relation, turned = next(one for one in LABELS[candidate.group] if one[0] == label)
    return (
        is_worded(phrases, candidate, label),
        make_relation(phrases, candidate, label, relation, 0.9, turned=turned),
    )


def test_a_row_on_one_word_gives_a_pair_no_feature_of_each_of_its_words():
    names = 120
    row = " ".join(f"N{number}/n{number}/NNP/nmod/{names + 1}" for number in range(names))
    parsed = parse_by_hand(f"{row} Lee/Lee/NNP/nsubj/{names + 1} met/meet/VBD/ROOT/{names + 1}")
    mentions = [
        Mention(index=index, start=span[0], end=span[1], text="x", phrase=span, tokens=(token, token + 1), head=token,
                form="name", kind="Person", name="x")
        for index, token in enumerate((names - 1, names))
        for span in [parsed.span(token, token + 1)]
    ]  # fmt: skip
    chains = [Chain(index=one.index, mentions=(one.index,), kind=one.kind, name=one.name) for one in mentions]
    phrases = index_phrases(parsed, mentions, chains)
    made = [features(phrases, candidate) for candidate in iter_candidates(phrases, frozenset())]
    assert made
    assert all(10 < len(each) < names for each in made)


LED = (
    "Doe/Doe/NNP/nsubj/1 is/be/VBZ/ROOT/1 founder/founder/NN/attr/1 and/and/CC/cc/2 {} chief/chief/NN/conj/2 "
    "of/of/IN/prep/2 Acme/Acme/NNP/pobj/6"
)


@pytest.mark.parametrize(
    ("before", "ended"), [("former/former/JJ/amod/5", True), ("proud/proud/JJ/amod/5", False)]
)
def test_a_former_chief_leads_no_more(before, ended):
    parsed = parse_by_hand(LED.format(before), published="2025-01-02")
    ends = (0, 1, "Person", "named"), (7, 8, "Company", "named")
    assert (learned_of(parsed, "CEO", *ends)[1].time is not None) is ended
    assert learned_of(parsed, "FOUNDED_BY", *ends)[1].time is None


@pytest.mark.parametrize(("verb", "worded"), [("joined/join", False), ("attended/attend", True)])
def test_an_education_needs_a_word_of_learning(verb, worded):
    parsed = parse_by_hand(f"Doe/Doe/NNP/nsubj/1 {verb}/VBD/ROOT/1 Yale/Yale/NNP/dobj/1")
    ends = (0, 1, "Person", "named"), (2, 3, "EducationalInstitution", "named")
    assert learned_of(parsed, "EDUCATED_AT", *ends)[0] is worded


@pytest.mark.parametrize(("word", "date"), [("around", "around 1824"), ("in", "1824")])
def test_a_date_that_is_only_about_then_keeps_the_word(word, date):
    parsed = parse_by_hand(
        f"Doe/Doe/NNP/nsubjpass/2 was/be/VBD/auxpass/2 born/bear/VBN/ROOT/2 {word}/{word}/IN/prep/2 1824/1824/CD/pobj/3"
    )
    ends = (0, 1, "Person", "named"), (4, 5, "Date", "named")
    assert learned_of(parsed, "DATE_OF_BIRTH", *ends)[1].literal[1] == date


@pytest.mark.model
@pytest.mark.parametrize(("text", "employed"), [
    ("Jane Doe has worked as an engineer with Acme Corp in Dallas since 2007.", True),
    ("In the US, Jane Doe has served as a volunteer with CODA helping women.", False),
    ("Acme Corp is an American developer based in Dallas, founded in 2007 by Jane Doe and Mark Roe.", False),
    ("Over the next few years Jane Doe studied at Bonn University and worked with clients.", False),
])  # fmt: skip
def test_founders_students_and_volunteers_are_not_employed(text, employed, nlp):
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    parsed = next(parse_documents([document], nlp))
    found = extract_document(parsed, load_resources()).relations
    assert any(one.relation == "employs" for one in found) is employed


@pytest.mark.model
@pytest.mark.parametrize(("text", "who", "relation"), [
    ("In Anna Weber v. University of Texas the court was divided.", "Anna Weber", "employs"),
    ("Ann Lee's triumph brought together every wing of the Labour Party.", "Ann Lee", "partyMemberOf"),
    ("Spokesman Bob Stone says Dorn came with his wife, Lonnie.", "Bob Stone", "marriedTo"),
    ("Former Weber aide Don Varga, who died in 2003, knew her.", "Weber", "diedOn"),
])  # fmt: skip
def test_a_model_guesses_no_bond_of_one_of_whom_the_words_say_none(text, who, relation, nlp):
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    found = extract_document(next(iter(parse_documents([document], nlp))), load_resources())
    ends = {
        found.mentions[end].text
        for one in found.relations
        if one.rule.startswith("model.") and one.relation == relation
        for end in (one.subject, one.object)
        if end is not None
    }
    assert who not in ends
