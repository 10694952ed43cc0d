"""Sentences read by the model: what is said of somebody by another is words, and no relation between the two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, load_resources
from sociogram.knowledge.ontology import FALLBACK
from sociogram.model import Extraction, Modality, Origin, Polarity
from support.extracted import read

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model
MARIA = "Maria Weber"


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


def pairs(found: Extraction) -> set[frozenset[str]]:
    """The names of the two ends of each open relation between two mentions.

    That she calls another something may be a relation of the lexicon, which says no more than that.
    """
    return {
        frozenset((found.mentions[one.subject].name, found.mentions[one.object].name))
        for one in found.relations
        if one.origin is Origin.OPEN and one.object is not None
    }


def words(found: Extraction) -> list[tuple[str, str, str]]:
    """Subject, words and object of each open relation to words."""
    text = found.document.text
    return [
        (found.mentions[one.subject].name, text[slice(*one.trigger)], one.literal[1])
        for one in found.relations
        if one.origin is Origin.OPEN and one.literal is not None
    ]


@pytest.mark.parametrize(
    ("text", "other", "trigger", "said"),
    [
        (
            "Maria Weber called Siemens a home of engineers.",
            "Siemens",
            "called",
            "Siemens a home of engineers",
        ),
        ("Maria Weber might see Paul Martin as a rival.", "Paul Martin", "see", "Paul Martin as a rival"),
    ],
)
def test_of_whom_something_is_thought_only_the_words_tell(
    text: str, other: str, trigger: str, said: str, nlp: Language, resources: Resources
) -> None:
    found = read(text, nlp, resources)
    assert frozenset((MARIA, other)) not in pairs(found)
    assert (MARIA, trigger, said) in words(found)


def test_who_is_an_end_of_a_plain_clause_is_in_a_pair(nlp: Language, resources: Resources) -> None:
    found = read("Maria Weber sees Paul Martin.", nlp, resources)
    assert pairs(found) == {frozenset((MARIA, "Paul Martin"))}
    assert words(found) == []


def test_what_might_be_is_told_as_such(nlp: Language, resources: Resources) -> None:
    found = read("Maria Weber might see Paul Martin as a rival.", nlp, resources)
    (one,) = [one for one in found.relations if one.origin is Origin.OPEN]
    assert (one.relation, one.modality, one.polarity) == (FALLBACK, Modality.POSSIBLE, Polarity.AFFIRMED)


def test_what_is_denied_is_told_as_such(nlp: Language, resources: Resources) -> None:
    found = read("Maria Weber did not paint the old town hall.", nlp, resources)
    (one,) = [one for one in found.relations if one.origin is Origin.OPEN]
    assert words(found) == [(MARIA, "paint", "the old town hall")]
    assert one.polarity is Polarity.DENIED


def test_what_is_skipped_has_its_place_in_the_text(nlp: Language, resources: Resources) -> None:
    found = read("Did Maria Weber paint the old town hall?", nlp, resources)
    assert not [one for one in found.relations if one.origin is Origin.OPEN]
    assert [(one.stage, one.reason) for one in found.skipped] == [("statements", "a question")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Maria Weber is a lawyer who led the harbour bank for years.", True),
        ("Maria Weber is not the lawyer who led the harbour bank for years.", False),
        ("There is a lawyer who led the harbour bank for years.", False),
    ],
)
def test_who_is_somebody_does_what_that_somebody_does(
    text: str, *, told: bool, nlp: Language, resources: Resources
) -> None:
    found = read(text, nlp, resources)
    names = {
        found.mentions[one.subject].name
        for one in found.relations
        if one.relation in ("leads", FALLBACK) and text[slice(*one.trigger)] == "led"
    }
    assert (MARIA in names) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The taxes were raised by Maria Weber.", (MARIA, "raised", "The taxes")),
        ("Maria Weber pulled in $133 million.", (MARIA, "pulled in", "$133 million")),
        (
            "The network sued the city. The network said it would send ten reporters to Bonn.",
            ("it", "send", "ten reporters to Bonn"),
        ),
    ],
)
def test_what_a_clause_says_of_its_doer_wherever_both_stand(
    text: str, told: tuple[str, str, str], nlp: Language, resources: Resources
) -> None:
    assert told in {(who, *rest) for who, *rest in words(read(text, nlp, resources))}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The law describes a role that is expected to be filled by Maria Weber.", False),
        ("The law describes the old bridge over the Rhine that was built by Maria Weber.", True),
    ],
)
def test_a_noun_that_only_its_relative_clause_tells_is_not_what_is_done(
    text: str, *, told: bool, nlp: Language, resources: Resources
) -> None:
    assert (MARIA in {who for who, *_ in words(read(text, nlp, resources))}) is told


def test_who_stands_left_of_a_preposition_that_a_relative_clause_leaves_behind(
    nlp: Language, resources: Resources
) -> None:
    found = read("Paul Martin, whom Maria Weber often lied about, left Bonn.", nlp, resources)
    assert frozenset((MARIA, "Paul Martin")) in pairs(found)


def test_a_relative_with_his_name_behind_the_noun_acts_too(nlp: Language, resources: Resources) -> None:
    found = read("Maria Weber and her brother Paul Weber founded Kestrel Bank.", nlp, resources)
    founders = {
        found.mentions[one.object].name
        for one in found.relations
        if one.relation == "foundedBy" and one.object is not None
    }
    assert founders == {MARIA, "Paul Weber"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The fund had no money, according to Maria Weber.", "The fund had no money"),
        ("According to Maria Weber, taxes went up.", "taxes went up"),
        ("Who paid, according to Maria Weber, is not known.", None),
        ("The money, according to Maria Weber.", None),
    ],
)
def test_according_to_somebody_is_what_he_says(
    text: str, said: str | None, nlp: Language, resources: Resources
) -> None:
    found = [one for one in read(text, nlp, resources).relations if one.relation == "said"]
    assert [one.literal[1] for one in found if one.literal is not None] == ([] if said is None else [said])
    assert all(one.polarity is Polarity.AFFIRMED for one in found)


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("A man named Paul Martin, a foreman, robbed Maria Weber.", "Paul Martin"),
        ("A young clerk called Paul Martin robbed Maria Weber.", "Paul Martin"),
        ("His assistant, Ms. Fenn, robbed Maria Weber.", "Fenn"),
        ("In 2019 Kestrel Bank robbed Maria Weber.", "Kestrel Bank"),
        ("Since 2019 Kestrel Bank has robbed Maria Weber.", "Kestrel Bank"),
    ],
)
def test_who_acts_is_who_has_the_name(text: str, doer: str, nlp: Language, resources: Resources) -> None:
    found = read(text, nlp, resources)
    doers = {
        found.mentions[one.subject].text
        for one in found.relations
        if one.object is not None and found.mentions[one.object].name == MARIA
    }
    assert doers == {doer}
    assert not any(one.lemma in ("name", "call") for one in found.relations)
