"""Subjects that a pronoun goes back to before all others."""

from __future__ import annotations

from typing import Any

import pytest

from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.mentions.find import find_mentions
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Document
from sociogram.parse.spacy_model import parse_documents

WALKER = (
    "Carl Walker will speak in Ulm. Walker, who ran for mayor, lost his seat. Walker is one of the first speakers, "
    "and he confirmed his part. "
)


def owner_of(nlp: Any, text: str, words: str) -> str:
    """The first name of the chain of the last mention whose text is ``words``."""
    (parsed,) = parse_documents([Document(id="d", source="d", text=text, start=0, end=len(text))], nlp)
    mentions = find_mentions(parsed, load_actor_lists())
    chains = find_chains(parsed, mentions, find_attributions(parsed, mentions))
    last = max(one.index for one in mentions if one.text == words)
    (chain,) = (chain for chain in chains if last in chain.mentions)
    return next((mentions[index].text for index in chain.mentions if mentions[index].form == "named"), "")


@pytest.mark.parametrize(
    ("told", "pronoun", "owner"),
    [
        ("Hans Roe said four of his kids and his wife will speak too.", "his", "Hans Roe"),
        ("Hans Roe told reporters that his staff had spread the rumour.", "his", "Hans Roe"),
        ("Hans Roe regrets the report that his brother had lied.", "his", "Hans Roe"),
    ],
)
def test_whose_family_or_staff_it_is_says_who_tells_of_it(
    nlp: Any, told: str, pronoun: str, owner: str
) -> None:
    assert owner_of(nlp, WALKER + told, pronoun) == owner


def test_behind_a_quotation_they_are_those_of_who_spoke(nlp: Any) -> None:
    told = "“Give her a picture,” Jane Roe said, and her husband left."
    assert (
        owner_of(nlp, f"Ann Lee was shocked. “I’m honored!” she said. “It’s a day!”\n\n{told}", "her")
        == "Jane Roe"
    )


def test_of_two_clauses_the_first_may_name_nobody_else(nlp: Any) -> None:
    text = "Ann Lee met Jane Roe in Ulm, and her husband left. Ann Lee sued Acme."
    assert owner_of(nlp, text.replace("Jane Roe", "Acme"), "her") == "Ann Lee"
    assert owner_of(nlp, "Jane Roe won. Ann Lee met her, and her husband left.", "her") == "Jane Roe"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Carl Oak fired Hans Roe because he had lied.", "Hans Roe"),
        ("Carl Oak lit into Hans Roe for lying, because he was unfit.", "Hans Roe"),
        ("Carl Oak met Hans Roe because he wanted a loan.", "Carl Oak"),
        ("Carl Oak praised Jane Roe because he wanted a loan.", "Carl Oak"),
    ],
)
def test_the_reason_of_a_judgement_is_about_who_is_judged(nlp: Any, told: str, who: str) -> None:
    assert owner_of(nlp, told, "he") == who


def test_who_was_the_subject_by_name_is_the_subject_by_pronoun(nlp: Any) -> None:
    text = "Carl Oak led. He won, and he said so, and his party cheered. Hans Roe named Max Elm. He left."
    assert owner_of(nlp, text, "He") == "Hans Roe"


def test_anybody_in_somebodys_words_is_nobody_outside_them(nlp: Any) -> None:
    text = (
        "Ann Lee won. “Nobody votes for a candidate of the past,” Hans Roe said. Max Elm attacked her plan."
    )
    assert owner_of(nlp, text, "her") == "Ann Lee"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("He noted that Hans Roe himself has acknowledged he will lose.", "Hans Roe"),
        ("He knew her, with whom Hans Roe had dinner while he was mayor.", "Hans Roe"),
        ("Hans Roe wrote on Friday to say he had led Acme.", "Hans Roe"),
        ("He heard that a witness said he had led Acme.", "Carl Oak"),
    ],
)
def test_a_subject_is_that_of_the_clause_above_by_name(nlp: Any, told: str, who: str) -> None:
    assert owner_of(nlp, f"Carl Oak spoke in Ulm. He won. {told}", "he") == who


@pytest.mark.parametrize(("who", "own"), [("Some 46 percent", False), ("Many", False), ("The drivers", True)])
def test_what_a_share_of_them_says_it_says_of_itself(nlp: Any, who: str, *, own: bool) -> None:
    text = f"Acme hired drivers. {who} said they opposed Acme."
    (parsed,) = parse_documents([Document(id="d", source="d", text=text, start=0, end=len(text))], nlp)
    mentions = find_mentions(parsed, load_actor_lists())
    chains = find_chains(parsed, mentions, find_attributions(parsed, mentions))
    (they,) = (one for one in mentions if one.text == "they")
    (chain,) = (chain for chain in chains if they.index in chain.mentions)
    assert (len(chain.mentions) > 1) is own
