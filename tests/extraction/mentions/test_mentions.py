"""Mentions: names, noun phrases, pronouns, dates, credits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.mentions.find import find_mentions
from sociogram.extraction.mentions.kinds import name_kind
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Credit, Document, Mention
from sociogram.parse.spacy_model import parse_documents
from support.parses import parse_by_hand

if TYPE_CHECKING:
    from spacy.language import Language


def read(nlp: Language, text: str, **fields: object) -> tuple[Mention, ...]:
    document = Document(id="d", source="d", text=text, start=0, end=len(text), **fields)  # type: ignore[arg-type]
    return find_mentions(next(parse_documents([document], nlp)), load_actor_lists())


def named(mentions: tuple[Mention, ...]) -> dict[str, str]:
    return {mention.text: mention.kind for mention in mentions if mention.form == "named"}


def test_a_noun_phrase_ends_with_its_head() -> None:
    parsed = parse_by_hand(
        "The/the/DT/det/2 old/old/JJ/amod/2 senator/senator/NN/nsubj/5 from/from/IN/prep/2 "
        "Ohio/ohio/NNP/pobj/3 spoke/spoke/VBD/ROOT/5"
    )
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
    parsed = parse_by_hand("Her/her/PRP$/poss/1 campaign/campaign/NN/nsubj/2 won/won/VBD/ROOT/2")
    phrase, pronoun = find_mentions(parsed, load_actor_lists())
    assert (phrase.text, phrase.kind) == ("Her campaign", "Campaign")
    assert (pronoun.text, pronoun.form, pronoun.gender, pronoun.number) == (
        "Her",
        "pronoun",
        "female",
        "singular",
    )


def test_a_title_is_no_part_of_the_name_and_a_post_of_its_own() -> None:
    parsed = parse_by_hand(
        (
            "Chancellor/chancellor/NNP/compound/2 Angela/angela/NNP/compound/2 Merkel/merkel/NNP/nsubj/3 "
            "spoke/spoke/VBD/ROOT/3"
        ),
        ents=["B-PERSON", "I-PERSON", "I-PERSON", "O"],
    )
    post, person = find_mentions(parsed, load_actor_lists())
    assert (post.text, post.kind) == ("Chancellor", "Post")
    assert (person.text, person.titles, person.known, person.gender) == (
        "Angela Merkel", ("Chancellor",), "angela-merkel", "female")  # fmt: skip


def test_the_adjective_of_a_nation_stands_for_its_country() -> None:
    parsed = parse_by_hand(
        ("German/german/JJ/amod/1 troops/troops/NNS/nsubj/2 left/left/VBD/ROOT/2"), ents=["B-NORP", "O", "O"]
    )
    troops, german = find_mentions(parsed, load_actor_lists())
    assert (german.demonym, german.kind, german.known) == (True, "Country", "germany")
    assert (troops.text, troops.kind, troops.number) == ("German troops", "Collective", "plural")


def test_a_surname_has_the_kind_of_the_one_full_name() -> None:
    rows = ("Ann/ann/NNP/compound/1 Quill/quill/NNP/nsubj/2 met/met/VBD/ROOT/2 Max/max/NNP/dobj/2 "
        "and/and/CC/cc/2 Quill/quill/NNP/nsubj/6 left/left/VBD/conj/2")  # fmt: skip
    parsed = parse_by_hand(rows, ents=["B-PERSON", "I-PERSON", "O", "O", "O", "B-ORG", "O"])
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
    rows = (
        "Factcheckers/factcheckers/NNS/nsubj/1 gave/gave/VBD/ROOT/1 Quill/quill/NNP/dative/1 "
        "two/two/CD/nummod/4 Crosses/crosses/NNPS/dobj/1"
    )
    parsed = parse_by_hand(rows, ents=["O", "O", "B-PERSON", "I-PERSON", "I-PERSON"])
    assert "Quill" in [m.text for m in find_mentions(parsed, load_actor_lists()) if m.kind == "Person"]


def test_a_town_before_its_state_is_a_place() -> None:
    rows = (
        "She/she/PRP/nsubj/1 spoke/spoke/VBD/ROOT/1 in/in/IN/prep/1 Juniper/juniper/NNP/pobj/2 "
        ",/,/,/punct/3 Florida/florida/NNP/appos/3"
    )
    parsed = parse_by_hand(rows, ents=["O", "O", "O", "B-PERSON", "O", "B-GPE"])
    assert named(find_mentions(parsed, load_actor_lists()))["Juniper"] == "Place"


def test_a_head_that_is_shaken_is_nobody() -> None:
    rows = "She/she/PRP/nsubj/1 shook/shook/VBD/ROOT/1 her/her/PRP$/poss/3 head/head/NN/dobj/1"
    found = find_mentions(parse_by_hand(rows), load_actor_lists())
    assert [mention.kind for mention in found if mention.text == "her head"] == ["Thing"]


def test_opposition_to_something_is_no_body() -> None:
    rows = (
        "Her/her/PRP$/poss/1 opposition/opposition/NN/nsubj/4 to/to/IN/prep/1 it/it/PRP/pobj/2 "
        "grew/grew/VBD/ROOT/4"
    )
    found = find_mentions(parse_by_hand(rows), load_actor_lists())
    assert [mention.kind for mention in found if mention.text == "Her opposition"] == ["Thing"]


def test_a_hyphen_and_a_syllable_end_a_name_and_a_participle_does_not() -> None:
    def person(last: str, tag: str) -> list[str]:
        parsed = parse_by_hand(
            f"Lam/lam/NNP/compound/1 Mei/mei/NNP/nsubj/4 -/-/HYPH/punct/1 {last}/{last}/{tag}/punct/1 "
            "spoke/spoke/VBD/ROOT/4",
            ents=["B-PERSON", "I-PERSON", "O", "O", "O"],
            joined=(1, 2),
        )
        return [m.text for m in find_mentions(parsed, load_actor_lists()) if m.kind == "Person"]

    assert person("ling", "NNP") == ["Lam Mei-ling"]
    assert person("backed", "VBN") == ["Lam Mei"]


def test_a_known_surname_has_the_gender_of_its_bearer() -> None:
    rows = "Merkel/merkel/NNP/nsubj/1 spoke/spoke/VBD/ROOT/1"
    found = find_mentions(parse_by_hand(rows, ents=["B-PERSON", "O"]), load_actor_lists())
    assert [mention.gender for mention in found] == ["female"]


@pytest.mark.model
def test_the_party_of_a_country_needs_the_country(nlp: Language) -> None:
    def known(text: str) -> list[str | None]:
        return [mention.known for mention in read(nlp, text) if "Party" in mention.text]

    assert known("In Germany the Green Party lost the vote.") == ["alliance-90-the-greens"]
    assert known("Ann Quill leads the Green Party in Ohio.") == [None]


MEMBER = (
    "Doe/Doe/NNP/nsubj/6 ,/,/,/punct/0 a/a/DT/det/{0} Republican/Republican/NNP/{1}/{2} "
    "{3}/{3}/NN/{4} ,/,/,/punct/0 spoke/speak/VBD/ROOT/6"
)


def test_a_member_of_a_party_is_a_person_and_names_it() -> None:
    parsed = parse_by_hand(
        MEMBER.format(3, "appos", 0, "today", "npadvmod/3"), ents=["O"] * 3 + ["B-NORP"] + ["O"] * 3
    )
    found = {(one.text, one.kind, one.form) for one in find_mentions(parsed, load_actor_lists())}
    assert {("a Republican", "Person", "nominal"), ("Republican", "PoliticalParty", "named")} <= found


def test_before_a_noun_a_member_is_the_party_alone() -> None:
    parsed = parse_by_hand(
        MEMBER.format(4, "compound", 4, "lawyer", "appos/0"), ents=["O"] * 3 + ["B-PERSON"] + ["O"] * 3
    )
    found = {(one.text, one.kind) for one in find_mentions(parsed, load_actor_lists())}
    assert ("Republican", "PoliticalParty") in found
    assert ("Republican", "Person") not in found
