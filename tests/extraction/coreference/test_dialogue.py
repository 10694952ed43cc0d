"""Who is interviewed, who holds a speech, and who is called by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.coreference.clusters import Clusters
from sociogram.extraction.coreference.dialogue import find_addressees, find_interviewees, find_orators
from sociogram.extraction.coreference.facts import Facts, read_facts
from sociogram.extraction.document import extract_document, load_resources
from sociogram.model import Document
from sociogram.parse.spacy_model import parse_documents
from support.hand_statements import HandRead, read_by_hand

if TYPE_CHECKING:
    from spacy.language import Language


def read(text: str, *who: tuple[int, str]) -> tuple[HandRead, list[Facts]]:
    """The text as read, and the facts of its mentions, given as a token and what it is."""
    result = read_by_hand(text, dict(who))
    return result, read_facts(result.tokens, result.mentions)


@pytest.mark.parametrize(
    ("text", "spans", "found"),
    [
        (
            "Interview/interview/NN/ROOT/0 with/with/IN/prep/0 lawyer/lawyer/NN/compound/3 Roe/Roe/NNP/pobj/1",
            [(3, "Person")],
            ["Roe"],
        ),
        (
            "Gazette/Gazette/NNP/compound/1 interviews/interview/NNS/ROOT/1 lawyer/lawyer/NN/compound/3 "
            "Roe/Roe/NNP/dobj/1",
            [(0, "MediaOutlet"), (3, "Person")],
            ["Roe"],
        ),
        (
            "Roe/Roe/NNP/ROOT/0 ,/,/,/punct/0 lawyer/lawyer/NN/appos/0 interviewed/interview/VBN/acl/0 "
            "by/by/IN/agent/3 Gazette/Gazette/NNP/pobj/4",
            [(0, "Person"), (5, "MediaOutlet")],
            ["Roe"],
        ),
        (
            "Roe/Roe/NNP/nsubj/1 spoke/speak/VBD/ROOT/1 to/to/IN/prep/1 Gazette/Gazette/NNP/pobj/2",
            [(0, "Person"), (3, "MediaOutlet")],
            ["Roe"],
        ),
        (
            "Roe/Roe/NNP/nsubj/1 spoke/speak/VBD/ROOT/1 with/with/IN/prep/1 Doe/Doe/NNP/pobj/2",
            [(0, "Person"), (3, "Person")],
            [],
        ),
        (
            "Roe/Roe/NNP/nsubj/1 liked/like/VBD/ROOT/1 interviews/interview/NNS/dobj/1 that/that/WDT/nsubj/4 "
            "helped/help/VBD/relcl/2 Doe/Doe/NNP/dobj/4",
            [(0, "Person"), (5, "Person")],
            [],
        ),
    ],
)
def test_who_is_interviewed(text: str, spans: list[tuple[int, str]], found: list[str]) -> None:
    result, facts = read(text, *spans)
    indices = find_interviewees(Clusters(facts), facts, result.tokens)
    assert [facts[index].mention.text for index in indices] == found


def test_a_heading_says_whose_speech_it_is() -> None:
    result, facts = read(
        "Remarks/remark/NNS/ROOT/0 by/by/IN/prep/0 Roe/Roe/NNP/pobj/1 today/today/NN/npadvmod/0",
        (2, "Person"),
    )
    assert find_orators(facts, result.tokens) == [0]


def test_a_sentence_about_a_speech_is_no_heading() -> None:
    result, facts = read(
        "Remarks/remark/NNS/nsubj/3 by/by/IN/prep/0 Roe/Roe/NNP/pobj/1 angered/anger/VBD/ROOT/3 Doe/Doe/NNP/dobj/3",
        (2, "Person"),
        (4, "Person"),
    )
    assert find_orators(facts, result.tokens) == []


CALLED = (
    "Roe/Roe/NNP/npadvmod/3 ,/,/,/punct/3 you/you/PRP/nsubj/3 lied/lie/VBD/ROOT/3 to/to/IN/prep/3 "
    "Doe/Doe/NNP/pobj/4 ././,/punct/3"
)


def test_who_is_called_beside_you_is_spoken_to() -> None:
    result, facts = read(CALLED, (0, "Person"), (2, "Person pronoun second"), (5, "Person"))
    assert find_addressees(Clusters(facts), facts, result.tokens, [0, 0, 0]) == [(1, 0)]


def test_who_has_a_role_in_the_sentence_is_not_called() -> None:
    result, facts = read(
        CALLED.replace("npadvmod", "dobj"), (0, "Person"), (2, "Person pronoun second"), (5, "Person")
    )
    assert find_addressees(Clusters(facts), facts, result.tokens, [0, 0, 0]) == []


@pytest.mark.model
def test_a_talk_with_two_of_which_only_questions_stand_there_has_no_answers(nlp: Language) -> None:
    text = "Interview with Maria Weber and Paul Martin\n\nWhat did you do?\n\nWhy did you leave?\n"
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    found = extract_document(next(iter(parse_documents([document], nlp))), load_resources())
    assert {one.name for one in found.mentions} >= {"Maria Weber", "Paul Martin"}
