"""Sentences that were misread in classes: who bears a post, who does the deed, what a verb means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, extract_document, load_resources
from sociogram.model import Document
from sociogram.parse.spacy_model import parse_documents

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model
Triple = tuple[str, str, str]


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


def read(text: str, nlp: Language, resources: Resources) -> set[Triple]:
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    found = extract_document(next(iter(parse_documents([document], nlp))), resources)
    names = {index: chain.name for chain in found.chains for index in chain.mentions}
    return {
        (names[one.subject], one.relation, names[one.object] if one.object is not None else "")
        for one in found.relations
    }


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("Maria Weber, director of exhibits at the University of Bonn, resigned.",
         ("University of Bonn", "employs", "Maria Weber")),
        ("Her husband is the chemist Paul Martin. Maria Weber met him.", ("Paul Martin", "marriedTo", "her")),
        ("The United States called on Iran to abandon its weapons.", ("United States", "urged", "Iran")),
        ("The German opposition leader Maria Weber spoke.", ("Maria Weber", "nationality", "German")),
        ("Police charged Paul Martin on Monday.", ("Police", "accuses", "Paul Martin")),
    ],
)  # fmt: skip
def test_sentence_gives(text: str, triple: Triple, nlp: Language, resources: Resources) -> None:
    found = read(text, nlp, resources)
    assert any(one[1] == triple[1] and triple[2] in (one[2], one[0]) for one in found), found


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Maria Weber, director of exhibits at the University of Bonn, resigned.", "leads"),
        ("Maria Weber, the Russian commissioner for fishery, spoke.", "leads"),
        ("The German opposition leader Maria Weber spoke.", "leads"),
        ("The pro-Beijing councillor Maria Weber was elected.", "represents"),
        ("The Syrian refugees President Maria Weber wants to help arrived.", "headOfState"),
        ("Maria Weber received seven long letters.", "met"),
        ("Maria Weber read the letter.", "uses"),
        ("Maria Weber broke the law.", "opposes"),
        ("Maria Weber has never led the Labour Party.", "partyMemberOf"),
        ("Maria Weber consulted Paul Martin at the University of Bonn.", "educatedAt"),
        ("Time named Maria Weber on its list.", "appointed"),
        ("Maria Weber, the Ohio Republican Party leader, spoke about Ohio Republican Party leader Paul Martin.",
         "headOfGovernment"),
        ("Five wealthy Americans funded Maria Weber.", "funded"),
        ("Maria Weber's campaign manager Paul Martin resigned.", "coaches"),
        ("There were 15 French nationals aboard Lufthansa.", "locatedIn"),
    ],
)  # fmt: skip
def test_sentence_does_not_give(text: str, relation: str, nlp: Language, resources: Resources) -> None:
    found = read(text, nlp, resources)
    assert not [one for one in found if one[1] == relation], found
