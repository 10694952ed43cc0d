"""Mentions: names, noun phrases, pronouns, dates, credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.tokens import Doc

from sociogram.extraction.mentions.find import find_mentions
from sociogram.extraction.mentions.kinds import name_kind
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Credit, Document, Mention
from sociogram.parse.parsed import ParsedDocument
from sociogram.parse.spacy_model import parse_documents
from sociogram.parse.view import make_view

if TYPE_CHECKING:
    from spacy.language import Language

VOCAB = spacy.blank("en").vocab


def parsed_by_hand(
    rows: list[tuple[str, str, str, str, int]], ents: list[str] | None = None
) -> ParsedDocument:
    """A parsed document from (word, pos, tag, dep, head) a token, one sentence, with IOB entities."""
    words = [row[0] for row in rows]
    doc = Doc(
        VOCAB,
        words=words,
        pos=[row[1] for row in rows],
        tags=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        heads=[row[4] for row in rows],
        lemmas=[word.lower() for word in words],
        ents=ents,
    )
    text = doc.text
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    return ParsedDocument(document, make_view(document), doc, ())


def read(nlp: Language, text: str, **fields: object) -> tuple[Mention, ...]:
    document = Document(id="d", source="d", text=text, start=0, end=len(text), **fields)  # type: ignore[arg-type]
    return find_mentions(next(parse_documents([document], nlp)), load_actor_lists())


def named(mentions: tuple[Mention, ...]) -> dict[str, str]:
    return {mention.text: mention.kind for mention in mentions if mention.form == "named"}


def test_a_noun_phrase_ends_with_its_head() -> None:
    parsed = parsed_by_hand([
        ("The", "DET", "DT", "det", 2), ("old", "ADJ", "JJ", "amod", 2), ("senator", "NOUN", "NN", "nsubj", 5),
        ("from", "ADP", "IN", "prep", 2), ("Ohio", "PROPN", "NNP", "pobj", 3), ("spoke", "VERB", "VBD", "ROOT", 5),
    ])  # fmt: skip
    mention = find_mentions(parsed, load_actor_lists())[0]
    assert (mention.text, mention.name, mention.kind, mention.form) == (
        "The old senator",
        "old senator",
        "Person",
        "nominal",
    )
    assert parsed.text(mention.phrase) == "The old senator from Ohio"
    assert (mention.tokens, mention.head) == ((0, 3), 2)


def test_a_possessive_pronoun_is_a_mention_within_a_mention() -> None:
    parsed = parsed_by_hand([
        ("Her", "PRON", "PRP$", "poss", 1), ("campaign", "NOUN", "NN", "nsubj", 2), ("won", "VERB", "VBD", "ROOT", 2),
    ])  # fmt: skip
    phrase, pronoun = find_mentions(parsed, load_actor_lists())
    assert (phrase.text, phrase.kind) == ("Her campaign", "Campaign")
    assert (pronoun.text, pronoun.form, pronoun.gender, pronoun.number) == (
        "Her",
        "pronoun",
        "female",
        "singular",
    )


def test_a_title_is_no_part_of_the_name_and_a_post_of_its_own() -> None:
    parsed = parsed_by_hand([
        ("Chancellor", "PROPN", "NNP", "compound", 2), ("Angela", "PROPN", "NNP", "compound", 2),
        ("Merkel", "PROPN", "NNP", "nsubj", 3), ("spoke", "VERB", "VBD", "ROOT", 3),
    ], ["B-PERSON", "I-PERSON", "I-PERSON", "O"])  # fmt: skip
    post, person = find_mentions(parsed, load_actor_lists())
    assert (post.text, post.kind) == ("Chancellor", "Post")
    assert (person.text, person.titles, person.known, person.gender) == (
        "Angela Merkel", ("Chancellor",), "angela-merkel", "female")  # fmt: skip


def test_the_adjective_of_a_nation_stands_for_its_country() -> None:
    parsed = parsed_by_hand([
        ("German", "ADJ", "JJ", "amod", 1), ("troops", "NOUN", "NNS", "nsubj", 2), ("left", "VERB", "VBD", "ROOT", 2),
    ], ["B-NORP", "O", "O"])  # fmt: skip
    troops, german = find_mentions(parsed, load_actor_lists())
    assert (german.demonym, german.kind, german.known) == (True, "Country", "germany")
    assert (troops.text, troops.kind, troops.number) == ("German troops", "Collective", "plural")


def test_a_surname_has_the_kind_of_the_one_full_name() -> None:
    rows = [
        ("Ann", "PROPN", "NNP", "compound", 1), ("Quill", "PROPN", "NNP", "nsubj", 2),
        ("met", "VERB", "VBD", "ROOT", 2),
        ("Max", "PROPN", "NNP", "dobj", 2), ("and", "CCONJ", "CC", "cc", 2), ("Quill", "PROPN", "NNP", "nsubj", 6),
        ("left", "VERB", "VBD", "conj", 2),
    ]  # fmt: skip
    parsed = parsed_by_hand(rows, ["B-PERSON", "I-PERSON", "O", "O", "O", "B-ORG", "O"])
    quills = [
        mention.kind
        for mention in find_mentions(parsed, load_actor_lists())
        if mention.text.endswith("Quill")
    ]
    assert quills == ["Person", "Person"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Ministry of Fisheries", "GovernmentBody"),
        ("Quux Holdings Inc.", "Company"),
        ("Springfield Gazette", "MediaOutlet"),
        ("University of Springfield", "EducationalInstitution"),
        ("People 's Unity Party", "PoliticalParty"),
        ("FC Springfield", "SportsTeam"),
        ("HMS Quux", "Vehicle"),
        ("Fair Tides Act", "Law"),
    ],
)
def test_the_head_of_a_name_says_its_kind(words: str, kind: str) -> None:
    assert name_kind(words.split(), "Organization", load_actor_lists()) == kind


SAMPLE = (
    "Rep. Ann Quill (D-Ohio) told the Springfield Gazette on Tuesday that German carmaker Quux AG paid $3 million. "
    "Quill, a senator's daughter, said she would write to the Bureau of Odd Affairs (BOA). BOA did not answer her."
)


@pytest.mark.model
def test_no_span_is_mentioned_twice_and_all_are_in_order(nlp: Language) -> None:
    mentions = read(nlp, SAMPLE)
    spans = [(mention.start, -mention.end) for mention in mentions]
    assert spans == sorted(set(spans))
    assert [mention.index for mention in mentions] == list(range(len(mentions)))


@pytest.mark.model
def test_every_mention_quotes_the_document_and_holds_its_head(nlp: Language) -> None:
    for mention in read(nlp, SAMPLE):
        assert SAMPLE[mention.start : mention.end] == mention.text
        assert mention.phrase[0] <= mention.start
        assert mention.end <= mention.phrase[1]
        assert mention.tokens[0] <= mention.head < mention.tokens[1]


@pytest.mark.model
def test_names_of_a_sentence_have_their_kinds(nlp: Language) -> None:
    found = named(read(nlp, SAMPLE))
    expected = {"Ann Quill": "Person", "D": "PoliticalParty", "Ohio": "Place", "Springfield Gazette": "MediaOutlet",
                "Tuesday": "Date", "German": "Country", "Quux AG": "Company", "Quill": "Person"}  # fmt: skip
    assert {text: found.get(text) for text in expected} == expected


@pytest.mark.model
def test_the_title_of_a_work_in_quotation_marks_is_one_name(nlp: Language) -> None:
    found = named(read(nlp, 'Quill starred in the film "The Long Way to Springfield" and won a prize.'))
    assert found["The Long Way to Springfield"] == "Work"


@pytest.mark.model
def test_a_letter_is_a_platform_only_where_one_can_stand(nlp: Language) -> None:
    assert named(read(nlp, "She wrote on X that she would leave.")).get("X") == "Platform"
    assert "X" not in named(read(nlp, "Let X be a number."))


@pytest.mark.model
def test_the_credits_of_a_document_are_mentions_without_tokens(nlp: Language) -> None:
    text = "By Ann Quill\n\nIt rained in Springfield."
    mentions = read(nlp, "It rained.\n\n" + text, authors=(Credit(value="Ann Quill", start=15, end=24),))
    assert [mention.kind for mention in mentions if mention.start == 15] == ["Person"]
    document = Document(id="d", source="d", text=text, start=14, end=len(text),
                        authors=(Credit(value="Ann Quill", start=3, end=12),))  # fmt: skip
    credited = find_mentions(next(parse_documents([document], nlp)), load_actor_lists())[0]
    assert (credited.text, credited.tokens, credited.head) == ("Ann Quill", (0, 0), -1)


@pytest.mark.model
def test_a_city_is_its_team_in_a_text_on_sport(nlp: Language) -> None:
    sport = (
        "Hamburg beat Cologne in the league on Saturday. The striker scored two goals. "
        "The goalkeeper saved a penalty. "
        "Cologne lost the match at home, and the coach praised the fans."
    )
    assert named(read(nlp, sport))["Hamburg"] == "SportsTeam"
    assert (
        named(read(nlp, "Hamburg has a large harbour, and its mayor is proud of it."))["Hamburg"] == "Place"
    )


HEADLINE = (
    "Quill Wins, Sand Resigns\n\nJane Quill became prime minister of the country on Friday. "
    "Robert Sand, who lost, congratulated Quill."
)


@pytest.mark.model
def test_a_headline_has_only_the_names_that_the_prose_has(nlp: Language) -> None:
    found = named(read(nlp, HEADLINE))
    assert not any("Wins" in text or "Resigns" in text for text in found)
    assert found["Quill"] == "Person"


@pytest.mark.model
def test_a_surname_is_no_adjective_of_a_region(nlp: Language) -> None:
    found = named(
        read(nlp, 'Yves Breton proposed the law in April. "It is a good law," Breton said after the vote.')
    )
    assert found["Breton"] == "Person"


@pytest.mark.model
def test_a_committee_is_part_of_the_name_before_it(nlp: Language) -> None:
    assert (
        named(read(nlp, "She founded America PAC, which paid for the tour."))["America PAC"] == "Organization"
    )


def test_the_name_of_a_person_ends_before_a_number_and_a_word_in_small_letters() -> None:
    rows = [
        ("Factcheckers", "NOUN", "NNS", "nsubj", 1),
        ("gave", "VERB", "VBD", "ROOT", 1),
        ("Quill", "PROPN", "NNP", "dative", 1),
        ("two", "NUM", "CD", "nummod", 4),
        ("Crosses", "PROPN", "NNPS", "dobj", 1),
    ]
    parsed = parsed_by_hand(rows, ["O", "O", "B-PERSON", "I-PERSON", "I-PERSON"])
    assert "Quill" in [m.text for m in find_mentions(parsed, load_actor_lists()) if m.kind == "Person"]


def test_a_town_before_its_state_is_a_place() -> None:
    rows = [
        ("She", "PRON", "PRP", "nsubj", 1),
        ("spoke", "VERB", "VBD", "ROOT", 1),
        ("in", "ADP", "IN", "prep", 1),
        ("Juniper", "PROPN", "NNP", "pobj", 2),
        (",", "PUNCT", ",", "punct", 3),
        ("Florida", "PROPN", "NNP", "appos", 3),
    ]
    parsed = parsed_by_hand(rows, ["O", "O", "O", "B-PERSON", "O", "B-GPE"])
    assert named(find_mentions(parsed, load_actor_lists()))["Juniper"] == "Place"


def test_a_head_that_is_shaken_is_nobody() -> None:
    rows = [
        ("She", "PRON", "PRP", "nsubj", 1),
        ("shook", "VERB", "VBD", "ROOT", 1),
        ("her", "PRON", "PRP$", "poss", 3),
        ("head", "NOUN", "NN", "dobj", 1),
    ]
    found = find_mentions(parsed_by_hand(rows), load_actor_lists())
    assert [mention.kind for mention in found if mention.text == "her head"] == ["Thing"]


def test_opposition_to_something_is_no_body() -> None:
    rows = [
        ("Her", "PRON", "PRP$", "poss", 1),
        ("opposition", "NOUN", "NN", "nsubj", 4),
        ("to", "ADP", "IN", "prep", 1),
        ("it", "PRON", "PRP", "pobj", 2),
        ("grew", "VERB", "VBD", "ROOT", 4),
    ]
    found = find_mentions(parsed_by_hand(rows), load_actor_lists())
    assert [mention.kind for mention in found if mention.text == "Her opposition"] == ["Thing"]


def test_a_hyphen_and_a_syllable_end_a_name_and_a_participle_does_not() -> None:
    def person(last: str, tag: str) -> list[str]:
        rows = [
            ("Lam", "PROPN", "NNP", "compound", 1),
            ("Mei", "PROPN", "NNP", "nsubj", 4),
            ("-", "PUNCT", "HYPH", "punct", 1),
            (last, "PROPN", tag, "punct", 1),
            ("spoke", "VERB", "VBD", "ROOT", 4),
        ]
        doc = Doc(
            VOCAB,
            words=[row[0] for row in rows],
            spaces=[True, False, False, True, False],
            pos=[row[1] for row in rows],
            tags=[row[2] for row in rows],
            deps=[row[3] for row in rows],
            heads=[row[4] for row in rows],
            lemmas=[row[0].lower() for row in rows],
            ents=["B-PERSON", "I-PERSON", "O", "O", "O"],
        )
        document = Document(id="d", source="d", text=doc.text, start=0, end=len(doc.text))
        parsed = ParsedDocument(document, make_view(document), doc, ())
        return [m.text for m in find_mentions(parsed, load_actor_lists()) if m.kind == "Person"]

    assert person("ling", "NNP") == ["Lam Mei-ling"]
    assert person("backed", "VBN") == ["Lam Mei"]


def test_a_known_surname_has_the_gender_of_its_bearer() -> None:
    rows = [("Merkel", "PROPN", "NNP", "nsubj", 1), ("spoke", "VERB", "VBD", "ROOT", 1)]
    found = find_mentions(parsed_by_hand(rows, ["B-PERSON", "O"]), load_actor_lists())
    assert [mention.gender for mention in found] == ["female"]


@pytest.mark.model
def test_the_party_of_a_country_needs_the_country(nlp: Language) -> None:
    def known(text: str) -> list[str | None]:
        return [mention.known for mention in read(nlp, text) if "Party" in mention.text]

    assert known("In Germany the Green Party lost the vote.") == ["alliance-90-the-greens"]
    assert known("Ann Quill leads the Green Party in Ohio.") == [None]
