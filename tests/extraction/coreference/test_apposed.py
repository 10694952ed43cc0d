"""A description and the name of whom it describes are one: behind another role, behind a body, behind "is"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, extract_document, load_resources
from sociogram.parse.spacy_model import parse_documents
from sociogram.read import read_text

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


def name_of(words: str, text: str, nlp: Language, resources: Resources) -> str:
    """The name of the chain of the mention ``words`` in ``text``."""
    (document,) = read_text(text, source="t", id="t")
    found = extract_document(next(iter(parse_documents([document], nlp))), resources)
    names = {index: chain.name for chain in found.chains for index in chain.mentions}
    return next(names[mention.index] for mention in found.mentions if mention.text == words)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        # Another role stands before the name.
        ("Nadia Ferru left, and her husband, the actor Ilie Voinescu, sued Acme.", "her husband", "Ilie Voinescu"),
        ("Pele Nou won. Pele Nou's daughter, the cellist Mira Nou, sued a bank.", "Pele Nou's daughter", "Mira Nou"),
        ("A fellow judge, the poet Karim Sahli, had resigned in protest.", "A fellow judge", "Karim Sahli"),
        ("Her finance director, the accountant Wanjiru Otieno, resigned on Monday.", "Her finance director",
         "Wanjiru Otieno"),
        # The body of the first role stands between.
        ("Her editor at Casa Verde, Bruno Stalla, sued Rina Falk.", "Her editor", "Bruno Stalla"),
        # The parser hangs the name on the verb.
        ("Dr. Renata Holly was not in when the vote was read out. Through her attorney, Saul Wexler, she called "
         "the report a grudge and vowed to appeal.", "her attorney", "Saul Wexler"),
        # A role that bodies play as well.
        ("It sold the firm. The buyer, Kestrel Holdings, paid 3 million.", "The buyer", "Kestrel Holdings"),
        ("In Bruges the buyer was Van Damme Metaal, which sued Acme Corp.", "the buyer", "Van Damme Metaal"),
        ("Acme Steel sued Bob Ray. Its largest shareholder is the Rombo Foundation.", "Its largest shareholder",
         "Rombo Foundation"),
        ("Since 2018 the chief executive has been Farid Sadiqi.", "the chief executive", "Farid Sadiqi"),
        # Who is called so.
        ("A man called Cec Raftery sued Acme Corp.", "A man", "Cec Raftery"),
        ("Her husband, a Scot named Ewan Gedde, sued Acme Corp.", "Her husband", "Ewan Gedde"),
        ("The Ohio law firm of Smythe & Poe sued Acme Corp.", "The Ohio law firm", "Smythe & Poe"),
        # No name of theirs: somebody else, a wish, a thought, a denial.
        ("Her brother, a poet Karl Roe admires, left for Rome.", "Her brother", "Her brother"),
        ("The senator's aide, Judge Mary Poe said, took the money.", "The senator's aide", "senator's aide"),
        ("The police think the killer is Jon Roe.", "the killer", "killer"),
        ("The investor is not Bob Ray.", "The investor", "investor"),
        ("If the chairman is Ann Lee, the board will resign.", "the chairman", "chairman"),
        ("For her aide, Ola Berg, Ann Lee and Bob Ray voted.", "her aide", "her aide"),
    ],
)  # fmt: skip
def test_a_description_is_whom_it_describes(
    text: str, words: str, name: str, nlp: Language, resources: Resources
) -> None:
    assert name_of(words, text, nlp, resources) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Denmark's Lunghorn Medical bought Aurilux. Lunghorn sued Bob Ray.", "Lunghorn", "Lunghorn Medical"),
        ("Money was paid by Wushi Pacific Timber. Wushi sued Bob Ray.", "Wushi", "Wushi Pacific Timber"),
        # Another body, two that begin so, a word of a list, the shorter name first.
        ("The Lumora Trust sued Ann Lee. Lumora paid Bob Ray.", "Lumora", "Lumora"),
        ("Kestra Minerals sued Ann Lee. Kestra paid her. Kestra Timber left.", "Kestra", "Kestra"),
        ("Boston Timber sued Ann Lee. Boston paid Bob Ray.", "Boston", "Boston"),
        ("Ferrum paid Bob Ray. Ferrum Marine sued Ann Lee.", "Ferrum", "Ferrum"),
    ],
)
def test_the_first_word_of_a_firm_stands_for_it(
    text: str, words: str, name: str, nlp: Language, resources: Resources
) -> None:
    assert name_of(words, text, nlp, resources) == name
