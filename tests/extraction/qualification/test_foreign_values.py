"""Times and amounts that stand in a sentence and belong to another word of it than the relation's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, load_resources
from support.extracted import read

if TYPE_CHECKING:
    from spacy.language import Language

    from sociogram.model import RelationMention

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


def relation(text: str, name: str, nlp: Language, resources: Resources) -> RelationMention:
    """The first relation of the name in a document of 18 November 2015."""
    found = read(text, nlp, resources, published="2015-11-18")
    return next(one for one in found.relations if one.relation == name)


@pytest.mark.parametrize(
    ("text", "name", "start"),
    [
        ("Ann Lee criticized Bob Stone's scandals from the 1990s.", "criticises", None),
        ("Ann Lee criticized Bob Stone in the 1990s.", "criticises", "1990-01-01"),
        ("Ann Lee criticized a report from 2003 by Bob Stone.", "criticises", None),
        ("Ann Lee led the bank from 2003.", "leads", "2003-01-01"),
        ("Ann Lee lost her brother, Bob Stone, in 2003.", "siblingOf", None),
        ("Ann Lee married Bob Stone in 2003.", "marriedTo", "2003-01-01"),
        ('On the channel\'s "This Week," Ann Lee criticized Bob Stone.', "criticises", None),
        ("Speaking on This Week, Ann Lee criticized Bob Stone.", "criticises", None),
        ("Ann Lee criticized Bob Stone this week.", "criticises", "2015-11-16"),
        ("On Monday Ann Lee urged Bob Stone to sue Carl Dorn.", "sued", None),
        ("Ann Lee will sue Carl Dorn on Monday.", "sued", "2015-11-23"),
        ("Ann Lee promised on Monday to sue Carl Dorn.", "sued", None),
        ("Ann Lee issued a letter on Monday asking Bob Stone to sue Carl Dorn.", "sued", None),
    ],
)
def test_the_time_of_another_word_is_not_the_relations(
    text: str, name: str, start: str | None, nlp: Language, resources: Resources
) -> None:
    time = relation(text, name, nlp, resources).time
    assert (time and time.start) == start


@pytest.mark.parametrize(
    ("text", "name", "amount"),
    [
        ("Ann Lee criticized Bob Stone's 2011 intervention in Libya.", "criticises", None),
        ("Ann Lee sent 2011 soldiers to Riga.", "mobilised", 2011),
        ('Ann Lee praised "Harbour Five-0" on Monday.', "praises", None),
        ("Ann Lee paid Bob Stone $2011.", "paid", 2011),
        ("Ann Lee spent two years in Riga.", "relatedTo", None),
    ],
)
def test_a_year_or_the_number_in_a_title_is_no_amount(
    text: str, name: str, amount: float | None, nlp: Language, resources: Resources
) -> None:
    found = relation(text, name, nlp, resources).amount
    assert (found and found.value) == amount


def test_how_long_before_it_was_is_no_time_of_the_clause_behind(nlp: Language, resources: Resources) -> None:
    text = "Two weeks after Ann Lee lost her temper in Riga, Bob Stone sued her."
    found = read(text, nlp, resources)
    spans = {text[slice(*role.span)] for one in found.relations for role in one.roles}
    assert "Two weeks" not in spans


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Riga, Ann Lee, is expected to attend.",
        "The mayor of Riga, Ann Lee, is believed to have left.",
    ],
)
def test_a_title_in_the_subject_of_what_is_expected_is_the_writers(
    text: str, nlp: Language, resources: Resources
) -> None:
    assert relation(text, "headOfGovernment", nlp, resources).modality.value == "asserted"


def test_who_is_believed_to_hold_a_post_is_so_reported(nlp: Language, resources: Resources) -> None:
    text = "Ann Lee is believed to be the mayor of Riga."
    assert relation(text, "headOfGovernment", nlp, resources).modality.value == "reported"
