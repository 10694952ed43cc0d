"""Fragments that the statistical model takes for names, and names of the wrong kind: mended as classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.mentions.find import find_mentions
from sociogram.extraction.mentions.kinds import is_doctrine, name_kind
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Document
from sociogram.parse.spacy_model import parse_documents

if TYPE_CHECKING:
    from spacy.language import Language


def kinds(nlp: Language, text: str) -> dict[str, str]:
    """The mentions of ``text`` that are no pronouns, by their words, with their kinds."""
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    found = find_mentions(next(parse_documents([document], nlp)), load_actor_lists())
    return {mention.text: mention.kind for mention in found if mention.form != "pronoun"}


@pytest.mark.model
def test_a_verb_of_saying_before_a_name_is_no_part_of_it(nlp: Language) -> None:
    found = kinds(nlp, 'Said Dorothy Quill, who grew up with Tom Rudd there, "We were close."')
    assert "Dorothy Quill" in found
    assert "Said Mahmoud Tariq" in kinds(nlp, "Said Mahmoud Tariq sued the bank.")


@pytest.mark.model
def test_a_verb_in_capitals_parts_two_names(nlp: Language) -> None:
    assert {"Ann Lee", "Bob Ray"} <= set(kinds(nlp, "Ann Lee Sued Bob Ray."))
    assert "Ann Reed Quill" in kinds(nlp, "Ann Reed Quill met the young lawyer.")


@pytest.mark.model
def test_a_postscript_and_its_pronoun_are_nobody(nlp: Language) -> None:
    found = kinds(nlp, 'At the bottom it reads, "P.S. You can further support the campaign by a gift."')
    assert not any("You" in name for name in found)
    assert "Jeff [Drake" not in kinds(nlp, "There is Jeff [Drake], who is behind the camera.")


@pytest.mark.parametrize("word", ["Homeopathy", "Feminism", "Scientology", "#FreeTheBears"])
def test_doctrines_fields_and_hashtags_are_topics(word: str) -> None:
    assert is_doctrine(word)
    assert name_kind((word,), "Organization", load_actor_lists()) == "Topic"


@pytest.mark.parametrize("word", ["Prism", "Lumora", "#"])
def test_other_words_are_none(word: str) -> None:
    assert not is_doctrine(word)


def test_the_first_word_of_a_storms_name_says_what_it_is() -> None:
    lists = load_actor_lists()
    assert name_kind(("Cyclone", "Vala"), "Person", lists) == "Event"
    assert name_kind(("Vala", "Quill"), "Person", lists) is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Ann Quill, professor of International Relations there, sued Tom Rudd.", "International Relations", "Topic"),
        ("Tom Rudd of Hilton Head, South Carolina, sued the bank.", "Hilton Head", "Place"),
        ("Ann Quill, the chief executive of Ora Media, sued Tom Rudd.", "Ora Media", "MediaOutlet"),
        ("Thomas Sam told the court that the Sams had no money.", "Sams", "Collective"),
        ("I am often asked why. Senators swore an oath on Monday.", "Senators", "Collective"),
        ("Islam forbids it, Ann Quill said.", "Islam", "Topic"),
        ("The party's platform rejects the law.", "The party's platform", "Work"),
        ("The firm's platform rejects the post.", "The firm's platform", "Platform"),
        ("Ann Quill's body was taken to the church.", "Ann Quill's body", "Thing"),
        ("The world body's envoy met Ann Quill.", "The world body", "Organization"),
        ("The legal papers name Ann Quill.", "The legal papers", "Work"),
    ],
)  # fmt: skip
def test_what_stands_beside_a_word_says_its_kind(nlp: Language, text: str, name: str, kind: str) -> None:
    assert kinds(nlp, text)[name] == kind


@pytest.mark.model
def test_a_firm_whose_name_goes_on_is_another_one(nlp: Language) -> None:
    assert "Time Warner Cable" in kinds(nlp, "It earned money for helping Time Warner Cable secure a sale.")
    assert "Time Warner" in kinds(nlp, "It earned money for helping Time Warner secure a sale.")


@pytest.mark.model
def test_a_phrase_begins_before_the_hyphen_of_its_first_word(nlp: Language) -> None:
    found = kinds(nlp, "Dozens of mid-level and senior commanders met Ann Quill.")
    assert "mid-level and senior commanders" in found
    assert "senior commanders" in kinds(nlp, "Dozens of senior commanders met Ann Quill.")
