"""Members of Congress in the lists: joined where the text tells the office, candidates where it tells nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.mentions.find import find_mentions
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Document, Mention
from sociogram.parse.spacy_model import parse_documents

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model
LEE = "mike-lee"


def named(nlp: Language, text: str) -> dict[str, Mention]:
    """The named mentions of ``text`` by their words, the last of each."""
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    found = find_mentions(next(parse_documents([document], nlp)), load_actor_lists())
    return {mention.text: mention for mention in found if mention.form == "named"}


@pytest.mark.parametrize(
    "text",
    [
        "Sen. Mike Lee sued the bank.",
        "Sen. Mike Lee sued the bank. On Monday Mike Lee met Ann Quill.",
        "Mike Lee (R-Utah) sued the bank.",
        "Republican Mike Lee sued the bank.",
        "Mike Lee, the Utah senator, sued the bank.",
        "Democrats in the United States Senate sued Mike Lee.",
    ],
)
def test_a_title_a_party_or_the_senate_beside_a_name_make_it_the_senators(nlp: Language, text: str) -> None:
    assert named(nlp, text)["Mike Lee"].known == LEE
    assert named(nlp, text)["Mike Lee"].candidates == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mike Lee sued the bank in Leeds.",
        "Mike Lee met Ann Quill. The Senate of Rome sued Tom Rudd.",
    ],
)
def test_where_a_text_tells_nothing_the_senator_is_a_candidate(nlp: Language, text: str) -> None:
    assert named(nlp, text)["Mike Lee"].known is None
    assert named(nlp, text)["Mike Lee"].candidates == (LEE,)


@pytest.mark.parametrize(
    "text",
    [
        "Mike Lee, the cosmologist, sued Democrats in the United States Senate.",
        "Mike Lee, 58, sued Republicans in the United States Congress.",
        "Photographer Mike Lee sued Republicans in the United States Congress.",
        "State Sen. Mike Lee sued the bank in Ohio. The United States Congress met.",
        "Australian Senator Mike Lee sued the bank.",
        "Missouri Senate Majority Leader Mike Lee sued the bank.",
        "Mike Lee (D-Ohio) sued the bank.",
    ],
)
def test_who_is_told_to_be_somebody_else_is_not_even_a_candidate(nlp: Language, text: str) -> None:
    found = named(nlp, text)["Mike Lee"]
    assert found.known is None
    assert found.candidates == ()


def test_of_two_bearers_the_text_means_the_one_whose_office_it_tells(nlp: Language) -> None:
    assert named(nlp, "Rep. Adam Smith sued the bank.")["Adam Smith"].known == "adam-smith-politician"
    assert named(nlp, "Adam Smith praised free trade.")["Adam Smith"].known == "adam-smith"


def test_words_that_are_a_members_name_are_no_person_by_the_list_alone(nlp: Language) -> None:
    assert "French Hill" not in named(nlp, "They met on French Hill in the evening.")
    assert named(nlp, "Rep. French Hill sued the bank.")["French Hill"].known == "j-hill"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("A congressman from Georgia sued Ann Quill.", "georgia-us-state"),
        ("They opened shops in Georgia, Florida and Texas.", "georgia-us-state"),
        ("Ann Quill opened a shop in Atlanta, Georgia.", "georgia-us-state"),
        ("Russia attacked Georgia, the United States said.", "georgia"),
        ("A congressman from Georgia met the Georgian president in Tbilisi.", "georgia"),
    ],
)
def test_a_country_whose_name_a_state_shares_is_the_state_among_states(
    nlp: Language, text: str, entry: str
) -> None:
    assert named(nlp, text)["Georgia"].known == entry


def test_a_state_before_a_chambers_everyday_name_makes_it_the_states_own(nlp: Language) -> None:
    found = named(nlp, "The Missouri House of Representatives sued Ann Quill in Ohio.")
    assert found["Missouri House of Representatives"].known is None
    found = named(nlp, "The House of Representatives in the United States sued Ann Quill.")
    assert found["House of Representatives"].known == "us-house-of-representatives"


def test_a_party_that_may_be_of_several_countries_has_them_as_candidates(nlp: Language) -> None:
    found = named(nlp, "Ann Quill left the National Party.")["National Party"]
    assert found.known is None
    assert "new-zealand-national-party" in found.candidates
    told = named(nlp, "Ann Quill left the National Party in Wellington.")["National Party"]
    assert (told.known, told.candidates) == ("new-zealand-national-party", ())


def test_latinos_are_people_and_no_continent(nlp: Language) -> None:
    assert named(nlp, "Many Latinos praised Ann Quill.")["Latinos"].kind == "Collective"
    assert named(nlp, "Many Latin Americans praised Ann Quill.")["Latin Americans"].known == "latin-america"
