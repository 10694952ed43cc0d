"""Classes of sentences that were once misread, from the text to the relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, load_resources
from sociogram.model import Extraction, Modality, Origin, RelationMention
from support.extracted import read

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model
Triple = tuple[str, str, str]


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


def triple(found: Extraction, one: RelationMention) -> Triple:
    names = {index: chain.name for chain in found.chains for index in chain.mentions}
    return names[one.subject], one.relation, "" if one.object is None else names[one.object]


def relations(text: str, nlp: Language, resources: Resources) -> dict[Triple, RelationMention]:
    found = read(text, nlp, resources)
    return {triple(found, one): one for one in found.relations}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ann Lee sued the carmaker Rivian.", ("Ann Lee", "sued", "Rivian")),
        ("Ann Lee sued the shipping firm Baltica Lines.", ("Ann Lee", "sued", "Baltica Lines")),
        ("Ann Lee was hired by the oil giant Shell and the bank Nordea.", ("Nordea", "employs", "Ann Lee")),
        ("The bank Nordea hired Ann Lee.", ("Nordea", "employs", "Ann Lee")),
    ],
)
def test_the_name_behind_a_definite_noun_is_the_argument(
    text: str, wanted: Triple, nlp: Language, resources: Resources
) -> None:
    assert wanted in relations(text, nlp, resources)


def test_who_demands_that_somebody_act_urges_them(nlp: Language, resources: Resources) -> None:
    found = relations("Greenpeace demanded that Ann Lee resign.", nlp, resources)
    assert ("Greenpeace", "urged", "Ann Lee") in found


def test_who_demands_that_somebody_be_fired_urges_them_to_nothing(
    nlp: Language, resources: Resources
) -> None:
    found = relations("Greenpeace demanded that Ann Lee be fired.", nlp, resources)
    assert {relation for _, relation, _ in found} == {"said", "relatedTo"}


def test_a_dateline_is_no_birth(nlp: Language, resources: Resources) -> None:
    found = read("Veldmoor, 12 September 2023 – The council voted on Monday.", nlp, resources)
    assert not [one for one in found.relations if one.relation in {"bornOn", "diedOn"}]


def test_dates_behind_a_full_name_are_a_life(nlp: Language, resources: Resources) -> None:
    found = read("Ann Lee, 12 September 1950 – 3 May 2001, was a painter.", nlp, resources)
    told = {one.relation for one in found.relations if one.origin is not Origin.OPEN}
    assert told == {"bornOn", "diedOn", "holdsPost"}


@pytest.mark.parametrize(
    "text", ["Paul Martin's ex-wife Ann Lee wrote.", "Paul Martin's former wife Ann Lee wrote."]
)
def test_a_former_wife_before_her_name_was_married_once(
    text: str, nlp: Language, resources: Resources
) -> None:
    one = relations(text, nlp, resources)["Ann Lee", "marriedTo", "Paul Martin"]
    assert one.time is not None
    assert one.time.text == "former"


def test_a_lone_surname_with_a_word_of_birth_keeps_its_date(nlp: Language, resources: Resources) -> None:
    found = read("Weber was born on 3 May 1950 in Leeds.", nlp, resources)
    assert "bornOn" in {one.relation for one in found.relations}


def test_a_clause_between_commas_is_outside_of_reportedly(nlp: Language, resources: Resources) -> None:
    text = "Maria Weber, who replaced Paul Martin, reportedly plans to sue Acme Corp."
    found = relations(text, nlp, resources)
    assert found["Maria Weber", "succeeded", "Paul Martin"].modality is Modality.ASSERTED


def test_reportedly_within_the_clause_between_commas_holds_it(nlp: Language, resources: Resources) -> None:
    text = "Maria Weber, who reportedly replaced Paul Martin, plans to sue Acme Corp."
    found = relations(text, nlp, resources)
    assert found["Maria Weber", "succeeded", "Paul Martin"].modality is Modality.REPORTED


def test_two_possessives_in_a_row_have_one_owner(nlp: Language, resources: Resources) -> None:
    text = "Ann Lee lost friends due to her bond with Maria Weber and her efforts to dismantle Acme Corp."
    assert ("Ann Lee", "dismantles", "Acme Corp.") in relations(text, nlp, resources)
