"""Everyday names of parties and bodies, people called like countries, agencies named with one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.mentions.find import find_mentions
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.everyday import is_everyday
from sociogram.model import Document
from sociogram.parse.spacy_model import parse_documents

if TYPE_CHECKING:
    from spacy.language import Language


def known(nlp: Language, text: str) -> dict[str, str | None]:
    """The named mentions of ``text`` with the ids of their entries."""
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    found = find_mentions(next(parse_documents([document], nlp)), load_actor_lists())
    return {mention.text: mention.known for mention in found if mention.form == "named"}


def test_an_everyday_name_has_only_words_that_such_names_have_in_every_country() -> None:
    assert is_everyday(["house", "of", "commons"])
    assert is_everyday(["social", "democrats"])
    assert not is_everyday(["awami", "league"])


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "entry"),
    [
        ("Germany's Social Democrats met Ann Quill.", "Social Democrats", "social-democratic-party"),
        ("Sweden's Social Democrats met Ann Quill.", "Social Democrats", "swedish-social-democratic-party"),
        ("Croatia's Social Democrats met Ann Quill.", "Social Democrats", None),
        ("The National Party met Ann Quill in Wellington.", "National Party", "new-zealand-national-party"),
        ("The National Party met Ann Quill in Lagos, Nigeria.", "National Party", None),
        ("The House of Commons in London met Ann Quill.", "House of Commons", "house-of-commons"),
        ("The House of Commons in Ottawa met Ann Quill.", "House of Commons", None),
        ("The Democratic Party praised Ann Quill.", "Democratic Party", None),
        ("The Democratic Party praised Ann Quill in Ohio.", "Democratic Party", "democratic-party"),
        ("The Democratic Party of Kosovo sued Ann Quill.", "Democratic Party of Kosovo", None),
        ("The Croatian Democratic Party sued Ann Quill.", "Croatian Democratic Party", None),
        ("The Fijian Indian Congress sued Ann Quill.", "Fijian Indian Congress", None),
    ],
)
def test_a_partys_name_is_that_of_the_country_the_text_speaks_of(
    nlp: Language, text: str, name: str, entry: str | None
) -> None:
    found = known(nlp, text)
    assert name in found
    assert found[name] == entry


@pytest.mark.model
def test_a_word_before_the_name_of_a_partys_member_makes_it_another_partys(nlp: Language) -> None:
    assert "democratic-party" not in known(nlp, "New Democrat leader Ann Quill met Tom Rudd.").values()
    assert "democratic-party" in known(nlp, "Democrat Ann Quill met the young lawyer in Ohio.").values()


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "entry"),
    [
        ("Clara Panama, a lawyer, met Tom Rudd. Panama then sued the bank.", "Panama", None),
        ("Chad Rudd met a young lawyer from the old bank. Chad then sued the bank.", "Chad", None),
        ("Clara Panama flew to see Tom Rudd in Panama. Panama sued the bank.", "Panama", "panama"),
        ("Clara Quill met Tom Rudd there. Panama then sued the bank.", "Panama", "panama"),
    ],
)
def test_a_person_called_like_a_country_is_none(
    nlp: Language, text: str, name: str, entry: str | None
) -> None:
    assert known(nlp, text)[name] == entry


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Tourism Ireland hired him.",
        "Natural Resources Wales hired him.",
        "Sport Scotland hired him.",
        "Creative Wales hired him.",
        "Wildlife Victoria hired him.",
    ],
)
def test_an_agency_is_not_the_country_in_its_name(nlp: Language, text: str) -> None:
    assert known(nlp, text) == {text.removesuffix(" hired him."): None}


@pytest.mark.model
def test_a_nations_people_as_a_given_name_is_a_part_of_it(nlp: Language) -> None:
    assert "Finn Rudd" in known(nlp, "He met Finn Rudd in a small town.")
    assert "German" in known(nlp, "He met German Chancellor Angela Merkel there.")


@pytest.mark.model
def test_a_disease_is_a_topic_and_a_fund_with_its_name_is_none(nlp: Language) -> None:
    found = known(nlp, "The clinic warned of Ebola. The Ebola Fund hired a doctor.")
    assert found["Ebola"] == "ebola"
    assert found.get("Ebola Fund", "") is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "entry"),
    [
        ("The Area Food Panel (AFP) hired Ann Quill. The AFP met Tom Rudd.", "AFP", None),
        ("The AFP (Area Food Panel) hired Ann Quill. AFP met Tom Rudd.", "AFP", None),
        ("Agence France-Presse (AFP) hired Ann Quill. The AFP met Tom Rudd.", "AFP", "agence-france-presse"),
        ("Ann Quill told AFP so. Tom Rudd (TR) met her.", "AFP", "agence-france-presse"),
    ],
)
def test_an_acronym_that_the_text_spells_out_is_that(
    nlp: Language, text: str, name: str, entry: str | None
) -> None:
    assert known(nlp, text)[name] == entry
