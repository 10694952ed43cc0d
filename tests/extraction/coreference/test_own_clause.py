"""Whom a pronoun goes back to by its clause, where a name's gender is open; and descriptions of the only one named."""

from __future__ import annotations

from typing import Any

import pytest

from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.mentions.find import find_mentions
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Document
from sociogram.parse.spacy_model import parse_documents


def owner_of(nlp: Any, text: str, words: str) -> str:
    """The longest name of the chain of the last mention whose text is ``words``; empty for none."""
    (parsed,) = parse_documents([Document(id="d", source="d", text=text, start=0, end=len(text))], nlp)
    mentions = find_mentions(parsed, load_actor_lists())
    chains = find_chains(parsed, mentions, find_attributions(parsed, mentions))
    last = max(one.index for one in mentions if one.text == words)
    (chain,) = (chain for chain in chains if last in chain.mentions)
    named = [mentions[index].name for index in chain.mentions if mentions[index].form == "named"]
    return max(named, key=len, default="")


SARRO = "General John Sarro accused Major Tidiane Wouro, a rebel who had left the army after his brother's arrest."


@pytest.mark.parametrize(
    ("text", "pronoun", "owner"),
    [
        (SARRO, "his", "Tidiane Wouro"),
        (
            f"{SARRO} Wouro admitted the attack but insisted that his fighters had fled.",
            "his",
            "Tidiane Wouro",
        ),
        (
            "Tane Ademi was held in May. Father John Smith fed him.\n\nAdemi has not pleaded. His solicitor left.",
            "His",
            "Tane Ademi",
        ),
        ("Mbali Khoza accused Peter Dube of wanting the contract for his cousin.", "his", "Peter Dube"),
        ("As for Jinhai Moro, the court has given him a passport.", "him", "Jinhai Moro"),
        (
            "The bank hired Ruma Umeh, a niece of Ferdi Kalu, as manager. She sold the land.",
            "She",
            "Ruma Umeh",
        ),
        # A pronoun just before is somebody else's, and the one who is new may be of any gender.
        ("Zofia Wilk met Kofi Adu. She smiled. Kofi Adu repaired her car.", "her", "Zofia Wilk"),
        ("Jane Roe sued Acme. She won in May. Tendai Moyo drove. Her campaign paid.", "Her", "Jane Roe"),
    ],
)
def test_an_open_gender_is_no_disadvantage(nlp: Any, text: str, pronoun: str, owner: str) -> None:
    assert owner_of(nlp, text, pronoun) == owner


def test_nobody_and_everyone_are_nobody(nlp: Any) -> None:
    text = "Nobody at the mine warned Thandeka Nkosi that she would lose her job."
    assert owner_of(nlp, text, "she") == "Thandeka Nkosi"
    assert owner_of(nlp, "Everyone loves Gudrun Dahl. She paid for the school.", "She") == "Gudrun Dahl"


@pytest.mark.parametrize("verb", ["told", "said to"])
def test_who_says_so_is_not_whom_he_names(nlp: Any, verb: str) -> None:
    assert owner_of(nlp, f"Jack Bela, he {verb} reporters, would never pay.", "he") == ""


def test_who_speaks_is_not_the_you_of_his_words(nlp: Any) -> None:
    text = "Mirela Duca refused to come. “My brother lost his farm because of your rates, madam,” she said."
    assert owner_of(nlp, text, "she") == "Mirela Duca"


def test_a_description_set_before_its_sentence_is_of_whom_the_text_is_about(nlp: Any) -> None:
    text = "Ulla Reuss was a Danish chemist. The daughter of the judge Nils Brandt, who was shot in 1944, she studied."
    assert owner_of(nlp, text, "The daughter") == owner_of(nlp, text, "she") == "Ulla Reuss"


def test_who_is_survived_is_whom_the_text_is_about(nlp: Any) -> None:
    text = (
        "Mina Dahl, who has died aged 90, built ships. She taught at Delft. Among her students was Kiri Paan, who runs "
        "the yard. She is survived by a son."
    )
    assert owner_of(nlp, text, "She") == "Mina Dahl"


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Tellus Bank, which finances the new plant, may withdraw its loan.", "Tellus Bank"),
        (
            "Oslo quarrels over the plan. The Seamen's Union, which lent Roe its lawyers, left.",
            "Seamen's Union",
        ),
        ("The police searched the house and arrested its owner.", ""),
    ],
)
def test_what_only_bodies_have_is_no_things(nlp: Any, text: str, owner: str) -> None:
    assert owner_of(nlp, text, "its") == owner


def test_they_are_not_who_is_named_in_a_things_name(nlp: Any) -> None:
    assert owner_of(nlp, "Acme sold the Pellworth charter after we had paid them.", "them") != "Pellworth"


@pytest.mark.parametrize(
    ("text", "words", "owner"),
    [
        (
            "Jane Mensima took office in May. The former judge, whom the king named, left.",
            "The former judge",
            True,
        ),
        ("Jane Mensima walked in. The leader of Krast pulled out the ministers.", "The leader", True),
        ("Jane Mensima met Elif Kaya. The former judge smiled.", "The former judge", False),
        ("Jane Mensima was shot on Monday. The driver fled.", "The driver", False),
        ("Jane Mensima was shot on Monday. The mayor said it was sad.", "The mayor", False),
        ("A nurse was jailed on Friday. Jane Mensima, 41, had admitted theft.", "A nurse", True),
        ("A nurse was jailed on Friday. Jane Mensima praised the police.", "A nurse", False),
    ],
)
def test_a_description_of_the_only_one_named_so_far(nlp: Any, text: str, words: str, owner: bool) -> None:
    assert owner_of(nlp, text, words) == ("Jane Mensima" if owner else "")


def test_a_bare_surname_is_sooner_that_of_who_was_a_subject(nlp: Any) -> None:
    text = "Jane Moen Falk was a publisher. Two years later she married the printer Jonas Falk. Falk joined Acme."
    assert owner_of(nlp, text, "Falk") == "Jane Moen Falk"
