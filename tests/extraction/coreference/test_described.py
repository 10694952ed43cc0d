"""Who "the Vermont senator" and "the Acme chief executive" are."""

from __future__ import annotations

from typing import Any

import pytest

from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.mentions.find import find_mentions
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Document
from sociogram.parse.spacy_model import parse_documents


def meant(nlp: Any, text: str, words: str) -> str:
    """The first name of the chain of the last mention that is ``words``, empty where it has none."""
    (parsed,) = parse_documents([Document(id="d", source="d", text=text, start=0, end=len(text))], nlp)
    mentions = find_mentions(parsed, load_actor_lists())
    last = max(one.index for one in mentions if one.text == words)
    chains = find_chains(parsed, mentions, find_attributions(parsed, mentions))
    (chain,) = (chain for chain in chains if last in chain.mentions)
    return next((mentions[index].text for index in chain.mentions if mentions[index].form == "named"), "")


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Vermont Sen. Carl Oak met Texas Sen. Hans Roe.", "Carl Oak"),
        ("Sen. Carl Oak of Vermont met Sen. Hans Roe of Texas.", "Carl Oak"),
        ("Sen. Carl Oak met Hans Roe, a senator from Vermont.", "Hans Roe"),
        ("Sen. Carl Oak (D-Vt.) met Sen. Hans Roe (R-Texas).", "Carl Oak"),
        ("Sen. Carl Oak, D-Texas, met Sen. Hans Roe, R-Vt., in Ulm.", "Hans Roe"),
        ("Vermont Sen. Carl Oak met Vermont Sen. Hans Roe.", ""),
        ("Vermont Gov. Carl Oak met Texas Sen. Hans Roe.", ""),
    ],
)
def test_a_role_at_a_place_is_the_one_persons_who_has_it_there(nlp: Any, told: str, who: str) -> None:
    assert meant(nlp, f"{told} The Vermont senator sued Acme.", "The Vermont senator") == who


@pytest.mark.parametrize(
    "told",
    [
        "Acme CEO Ann Lee sued Bob Roe.",
        "Ann Lee, the chief executive of Acme, sued Bob Roe.",
        "Ann Lee is the chief executive of Acme. She sued Bob Roe.",
    ],
)
def test_a_chief_executive_is_the_ceo(nlp: Any, told: str) -> None:
    assert meant(nlp, f"{told} The Acme chief executive won.", "The Acme chief executive") == "Ann Lee"
    assert meant(nlp, f"{told} A judge fined the Acme CEO.", "the Acme CEO") == "Ann Lee"


@pytest.mark.parametrize(
    ("told", "words", "who"),
    [
        ("When Oak did not answer, the candidate was booed.", "the candidate", "Carl Oak"),
        ("Max Elm met Oak. The next candidate was booed.", "The next candidate", ""),
        ("Max Elm met Oak. The candidate who won was booed.", "The candidate", ""),
    ],
)
def test_without_a_place_it_is_the_one_bearer_in_sight(nlp: Any, told: str, words: str, who: str) -> None:
    assert meant(nlp, f"Republican candidate Carl Oak spoke. {told}", words) == who


def test_of_two_candidates_in_sight_neither_is_meant(nlp: Any) -> None:
    text = "Republican candidate Carl Oak met Democratic candidate Hans Roe. The candidate was booed."
    assert meant(nlp, text, "The candidate") == ""


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Former senator Carl Oak won. Sen. Hans Roe left. He met Ann Lee in Ulm.", "Carl Oak"),
        ("Carl Oak, the former senator from Ohio, won. Hans Roe left. He met Ann Lee in Ulm.", "Carl Oak"),
        ("Former senator Carl Oak met former senator Hans Roe.", ""),
    ],
)
def test_the_former_senator_is_the_only_one_who_was_called_so(nlp: Any, told: str, who: str) -> None:
    assert meant(nlp, f"{told} The former senator sued Acme.", "The former senator") == who


@pytest.mark.parametrize(
    ("told", "words", "who"),
    [
        ("Carl Oak's son, Tom, defended his father.", "his father", "Carl Oak"),
        ("Carl Oak's wife, Ann Elm, won. Her husband left.", "Her husband", "Carl Oak"),
        ("Carl Oak's wife, Ann Elm, won. Later Oak met his wife.", "his wife", "Ann Elm"),
        ("Carl Oak's brother, Fred, died. Later Oak thought of his brother.", "his brother", "Fred"),
        ("Ann Elm's husband, Carl Oak, left. Her first husband won.", "Her first husband", ""),
        (
            "Ann Elm's brother, Tom, left. His brother, Max, won. Their sister met his father.",
            "his father",
            "",
        ),
        ("Jane Elm's mother, Ann Elm, left. Ann Elm met her daughter.", "her daughter", ""),
    ],
)
def test_kin_is_told_from_either_side(nlp: Any, told: str, words: str, who: str) -> None:
    assert meant(nlp, told, words) == who
