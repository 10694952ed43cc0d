"""Capitals that are no names, names whose kind their surroundings say, and names that are not cut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.mentions.find import find_mentions
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Document
from sociogram.parse.spacy_model import parse_documents
from support.parses import parse_by_hand

if TYPE_CHECKING:
    from spacy.language import Language


def named(nlp: Language, text: str) -> dict[str, str]:
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    mentions = find_mentions(next(parse_documents([document], nlp)), load_actor_lists())
    return {mention.text: mention.kind for mention in mentions if mention.form == "named"}


def by_hand(text: str, ents: str, joined: tuple[int, ...] = ()) -> dict[str, str]:
    mentions = find_mentions(parse_by_hand(text, ents=ents.split(), joined=joined), load_actor_lists())
    return {mention.text: mention.kind for mention in mentions if mention.form == "named"}


@pytest.mark.parametrize("word", ["Software/software/NN", "Squirrels/squirrel/NNS"])
def test_a_sentence_s_first_word_that_is_tagged_as_a_noun_is_no_name(word: str) -> None:
    assert by_hand(f"{word}/nsubj/1 helps/help/VBZ/ROOT/1 us/us/PRP/dobj/1", "B-ORG O O") == {}


def test_it_is_one_where_the_tagger_has_a_name_or_the_text_has_it_elsewhere() -> None:
    assert by_hand("Kelvar/kelvar/NNP/nsubj/1 helps/help/VBZ/ROOT/1 us/us/PRP/dobj/1", "B-ORG O O") == {
        "Kelvar": "Organization"
    }
    twice = "Kelvar/kelvar/NN/nsubj/1 hired/hire/VBD/ROOT/1 Kelvar/kelvar/NNP/dobj/1"
    assert by_hand(twice, "B-ORG O B-ORG") == {"Kelvar": "Organization"}


def test_a_quote_that_closes_opens_no_sentence() -> None:
    assert named_price() == {"Price": "Person"}


def named_price() -> dict[str, str]:
    text = (
        '"/"/``/punct/3 Cia/cia/NNP/compound/3 "/"/\'\'/punct/3 Price/price/NN/nsubj/4 spoke/speak/VBD/ROOT/4'
    )
    return {name: kind for name, kind in by_hand(text, "O O O B-PERSON O").items() if name == "Price"}


def test_the_bare_plural_of_a_noun_is_no_name(nlp: Language) -> None:
    assert "States" not in named(nlp, "The States accused Kelvar Ltd of fraud.")
    assert named(nlp, "The United States accused Kelvar Ltd of fraud.")["United States"] == "Country"
    assert named(nlp, "Tyra Banks sued Kelvar Ltd. Banks won.")["Banks"] == "Person"


def test_an_apposition_makes_a_name_that_the_model_does_not_mark() -> None:
    text = (
        "Rulo9/rulo9/NNP/nsubj/5 ,/,/,/punct/0 a/a/DT/det/3 charity/charity/NN/appos/0 ,/,/,/punct/0 "
        "sued/sue/VBD/ROOT/5 him/him/PRP/dobj/5"
    )
    assert by_hand(text, "O O O O O O O") == {"Rulo9": "Organization"}
    assert by_hand(text, "B-GPE O O O O O O") == {"Rulo9": "Organization"}
    assert by_hand(text.replace("charity", "lawyer"), "B-ORG O O O O O O") == {"Rulo9": "Person"}
    assert by_hand(text.replace("charity", "pity"), "O O O O O O O") == {}


def test_an_apposition_in_capitals_says_what_a_name_is() -> None:
    text = (
        "Rulo9/rulo9/NNP/nsubj/6 ,/,/,/punct/0 a/a/DT/det/4 super/super/JJ/amod/4 PAC/pac/NNP/appos/0 "
        ",/,/,/punct/0 paid/pay/VBD/ROOT/6 him/him/PRP/dobj/6"
    )
    assert by_hand(text, "B-GPE O O O O O O O")["Rulo9"] == "Organization"
    person = text.replace("super/super/JJ/amod/4 PAC/pac", "loyal/loyal/JJ/amod/4 Democrat/democrat")
    assert by_hand(person, "B-ORG O O O O O O O")["Rulo9"] == "Person"


def test_a_school_keeps_what_it_is_of_behind_a_place(nlp: Language) -> None:
    found = named(nlp, "He taught at Leeds College of Music and at the Ohio School of Law.")
    assert found == {
        "Leeds College of Music": "EducationalInstitution",
        "Ohio School of Law": "EducationalInstitution",
    }


def test_a_nation_s_body_keeps_what_it_is_for(nlp: Language) -> None:
    found = named(nlp, "The Norwegian Association for Justice praised the German Minister for Justice.")
    assert found["Norwegian Association for Justice"] == "Organization"
    assert found["German"] == "Country"


def test_what_has_an_article_of_a_common_noun_is_no_person(nlp: Language) -> None:
    assert named(nlp, "He won an Oscar for her film.").get("Oscar") != "Person"
    assert named(nlp, "Oscar Dunmore won a prize.")["Oscar Dunmore"] == "Person"


def test_a_name_that_an_acronym_begins_is_a_body_s() -> None:
    text = "KRP/krp/NNP/compound/2 Clean/clean/NNP/compound/2 Fuels/fuels/NNPS/nsubj/3 paid/pay/VBD/ROOT/3"
    assert by_hand(text, "B-PERSON I-PERSON I-PERSON O") == {"KRP Clean Fuels": "Organization"}
    person = text.replace("KRP/krp", "JR/jr").replace("Fuels/fuels/NNPS", "Dunmore/dunmore/NNP")
    assert by_hand(person, "B-PERSON I-PERSON I-PERSON O") == {"JR Clean Dunmore": "Person"}


def test_a_state_before_a_governor_is_no_person(nlp: Language) -> None:
    found = named(nlp, "Republican Texas Gov. Ann Dunmore resigned.")
    assert (found["Texas"], found["Ann Dunmore"]) == ("Place", "Person")


def test_a_gerund_or_a_salutation_is_no_first_name() -> None:
    text = "{}/x/NNP/compound/1 Dunmore/dunmore/NNP/nsubj/2 failed/fail/VBD/ROOT/2"
    for word in ("Blaming", "Dear"):
        assert by_hand(text.format(word), "O B-PERSON O") == {"Dunmore": "Person"}
    assert by_hand(text.format("Irving"), "O B-PERSON O") == {"Irving Dunmore": "Person"}


def test_a_surname_is_known_by_either_apostrophe_and_a_capital_particle(nlp: Language) -> None:
    found = named(nlp, "Robert O’Hara resigned. O'Hara sued the city.")
    assert found["O'Hara"] == "Person"
    found = named(nlp, "Ursula von der Aue left. Von der Aue sued Kelvar Ltd.")
    assert found["Von der Aue"] == "Person"


def test_a_surname_before_a_hyphened_given_name_stands_alone_later() -> None:
    text = (
        "Han/han/NNP/compound/3 Jae/jae/NNP/compound/3 -/-/HYPH/punct/3 won/won/NNP/nsubj/4 left/leave/VBD/ROOT/4 "
        "./././punct/4 Han/han/NNP/nsubj/7 denied/deny/VBD/ROOT/7 it/it/PRP/dobj/7"
    )
    found = by_hand(text, "B-PERSON I-PERSON I-PERSON I-PERSON O O O O O", (1, 2))
    assert found["Han"] == "Person"


def test_a_mental_state_is_no_country() -> None:
    text = "His/his/PRP$/poss/2 {}/x/JJ/amod/2 state/state/NN/nsubj/3 collapsed/collapse/VBD/ROOT/3"
    kinds = [
        next(
            mention.kind
            for mention in find_mentions(parse_by_hand(text.format(word)), load_actor_lists())
            if mention.form == "nominal"
        )
        for word in ("mental", "home")
    ]
    assert kinds == ["Thing", "Country"]


def test_weapons_are_weapons_and_media_are_several() -> None:
    nouns = load_actor_lists().nouns
    assert (nouns["rocket"], nouns["machine gun"], nouns["media"]) == ("Weapon", "Weapon", "Collective")
    assert nouns["bill"] == "Law"


def test_an_office_with_its_department_is_no_person() -> None:
    office = (
        "Lee/lee/NNP/nsubj/1 was/be/VBD/ROOT/1 Minister/minister/NNP/attr/1 for/for/IN/prep/2"
        " Health/health/NNP/pobj/3"
    )
    assert by_hand(office, "B-PERSON O B-PERSON I-PERSON I-PERSON") == {"Lee": "Person"}
    assert by_hand(office, "B-PERSON O O O O") == {"Lee": "Person"}
    last = "They/they/PRP/nsubj/1 left/leave/VBD/ROOT/1 the/the/DT/dobj/1"
    assert by_hand(last, "O O B-PERSON") == {}
    titled = (
        "Minister/minister/NNP/compound/2 Ann/ann/NNP/compound/2 Lee/lee/NNP/nsubj/3 left/leave/VBD/ROOT/3"
    )
    assert by_hand(titled, "B-PERSON I-PERSON I-PERSON O") == {"Ann Lee": "Person"}


GIVEN = "{0} Israel/israel/NNP/nsubj/{1} sued/sue/VBD/ROOT/{1} him/he/PRP/dobj/{1}"


def test_a_country_behind_a_given_name_is_a_surname() -> None:
    found = by_hand(GIVEN.format("Kofi/kofi/NNP/compound/1", 2), "B-GPE B-GPE O O")
    assert found == {"Kofi Israel": "Person"}


@pytest.mark.parametrize(
    ("words", "ents"),
    [
        ("Christian/christian/JJ/amod/1", "O B-GPE O O"),
        ("May/may/NNP/compound/1", "B-DATE B-GPE O O"),
        ("Later/later/NNP/compound/1", "O B-GPE O O"),
    ],
)
def test_a_country_behind_another_word_stays_one(words: str, ents: str) -> None:
    assert by_hand(GIVEN.format(words, 2), ents)["Israel"] == "Country"


@pytest.mark.parametrize(("text", "body"), [
    ("Ann/ann/NNP/nsubj/1 joined/join/VBD/ROOT/1 Unit/unit/NNP/dobj/1 74455/74455/CD/nummod/2", "Unit 74455"),
    ("Police/police/NNP/compound/1 Battalion/battalion/NNP/nsubj/3 101/101/CD/nummod/1 fired/fire/VBD/ROOT/3",
     "Police Battalion 101"),
    ("Local/local/JJ/amod/1 1199/1199/CD/nsubj/2 endorsed/endorse/VBD/ROOT/2", "Local 1199"),
])  # fmt: skip
def test_a_body_that_is_called_by_a_number_is_a_name(text: str, body: str) -> None:
    assert by_hand(text, " ".join("O" for _ in text.split()))[body] == "Organization"


@pytest.mark.parametrize("text", [
    "Unit/unit/NNP/nsubj/2 4/4/CD/nummod/0 exploded/explode/VBD/ROOT/2",
    "local/local/JJ/amod/2 12/12/CD/nummod/2 shops/shop/NNS/nsubj/3 paid/pay/VBD/ROOT/3",
])  # fmt: skip
def test_a_unit_of_a_house_and_what_is_local_are_no_bodies(text: str) -> None:
    named = by_hand(text, " ".join("O" for _ in text.split()))
    assert "Organization" not in named.values()
