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
@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("Mr. Obama", "barack-obama"),
        ("Mrs. Obama", None),
        ("Ms. Merkel", "angela-merkel"),
        ("Mr. Merkel", None),
    ],
)
def test_a_title_of_the_other_gender_is_a_namesakes(nlp: Language, words: str, known: str | None) -> None:
    assert [one.known for one in read(nlp, f"{words} sued the town.") if one.kind == "Person"] == [known]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna and Peter Osei left Ulm.", [("Anna Osei", "Anna"), ("Peter Osei", "Peter Osei")]),
        ("Tom L. and Ann Lee left Ulm.", [("Tom L. Lee", "Tom L."), ("Ann Lee", "Ann Lee")]),
        ("Anna and the mayor met Peter Osei.", [("Anna", "Anna"), ("Peter Osei", "Peter Osei")]),
        (
            "Jim Scott won. Scott and Peter Osei left.",
            [("Jim Scott", "Jim Scott"), ("Scott", "Scott"), ("Peter Osei", "Peter Osei")],
        ),
    ],
)
def test_two_first_names_share_the_surname(nlp: Language, text: str, names: list[tuple[str, str]]) -> None:
    found = [mention for mention in read(nlp, text) if mention.form == "named" and mention.kind == "Person"]
    assert [(mention.name, mention.text) for mention in found] == names


@pytest.mark.model
def test_a_shared_surname_names_a_listed_person(nlp: Language) -> None:
    known = [
        mention.known
        for mention in read(nlp, "Bill and Hillary Clinton left Ulm.")
        if mention.kind == "Person"
    ]
    assert known == ["bill-clinton", "hillary-clinton"]


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


def by_hand(rows: str, ents: list[str] | None = None, joined: tuple[int, ...] = ()) -> tuple[Mention, ...]:
    return find_mentions(parse_by_hand(rows, ents=ents, joined=joined), load_actor_lists())


def test_a_nickname_in_quotation_marks_is_part_of_the_name() -> None:
    rows = (
        'Erno/erno/NNP/nmod/5 R./r./NNP/nmod/5 "/"/``/punct/5 Cap/cap/NNP/nmod/5 "/"/\'\'/punct/5 '
        "Quill/quill/NNP/nsubj/6 spoke/speak/VBD/ROOT/6"
    )
    found = by_hand(rows, [*["B-PERSON"], *["I-PERSON"] * 5, "O"], (2, 3))
    assert named(found) == {'Erno R. "Cap" Quill': "Person"}


def test_a_quoted_word_before_a_verb_is_no_nickname() -> None:
    rows = (
        'Erno/erno/NNP/nsubj/4 "/"/``/punct/4 Never/never/RB/advmod/4 "/"/\'\'/punct/4 said/say/VBD/ROOT/4 '
        "Quill/quill/NNP/dobj/4"
    )
    found = by_hand(rows, ["B-PERSON", "O", "O", "O", "O", "B-PERSON"], (1, 2))
    assert named(found) == {"Erno": "Person", "Quill": "Person"}


NUMBERED = "They/they/PRP/nsubj/1 read/read/VBD/ROOT/1 Quux/quux/NNP/dobj/1 {0}/{0}/CD/{1} {2}"


@pytest.mark.parametrize(
    ("number", "parent", "behind", "name"),
    [
        ("6", "nummod/2", "././,/punct/1", "Quux 6"),
        ("two", "nummod/2", "././,/punct/1", "Quux two"),
        ("3", "nummod/2", "–/–/HYPH/punct/2", "Quux"),
        ("2,000", "nummod/2", "././,/punct/1", "Quux"),
        ("7", "nummod/4", "times/time/NNS/npadvmod/1", "Quux"),
    ],
)
def test_a_number_behind_a_name_is_part_of_it_where_it_counts_nothing(
    number: str, parent: str, behind: str, name: str
) -> None:
    found = by_hand(NUMBERED.format(number, parent, behind), ["O", "O", "B-PRODUCT", "O", "O"])
    assert name in named(found)


def test_a_noun_keeps_its_number_and_a_number_before_an_owner_counts_something_else() -> None:
    chapter = "Chapter/chapter/NN/nsubj/2 two/two/CD/nummod/0 ended/end/VBD/ROOT/2"
    assert [one.name for one in by_hand(chapter) if one.form == "nominal"] == ["Chapter two"]
    ten = "ten/ten/CD/nummod/2 my/my/PRP$/poss/2 father/father/NN/nsubj/3 left/leave/VBD/ROOT/3"
    assert "my father" in [one.text for one in by_hand(ten)]


def test_a_hyphen_keeps_an_adverb_in_the_phrase_and_a_lone_adverb_goes() -> None:
    rows = (
        "high/high/RB/advmod/2 -/-/HYPH/punct/2 ranking/ranking/JJ/amod/3 defectors/defector/NNS/nsubj/4 "
        "left/leave/VBD/ROOT/4"
    )
    assert [one.text for one in by_hand(rows, joined=(0, 1))] == ["high-ranking defectors"]
    rows = "very/very/RB/advmod/1 old/old/JJ/amod/2 men/man/NNS/nsubj/3 left/leave/VBD/ROOT/3"
    assert [one.text for one in by_hand(rows)] == ["old men"]


def test_what_non_turns_round_is_no_name() -> None:
    rows = "non/non/JJ/amod/3 -/-/JJ/amod/3 Muslim/muslim/JJ/amod/3 voters/voter/NNS/nsubj/4 left/leave/VBD/ROOT/4"
    assert named(by_hand(rows, ["B-NORP", "I-NORP", "I-NORP", "O", "O"], (0, 1))) == {}


COPULA = (
    "Quux/quux/NNP/nsubj/1 is/be/VBZ/ROOT/1 {0}/{0}/DT/det/3 {1}/{1}/NN/attr/1 {2}/{2}/{3}/{4} "
    "flew/fly/VBD/relcl/3"
)


@pytest.mark.parametrize(
    ("article", "noun", "label", "kind"),
    [
        ("a", "spacecraft", "ORG", "Vehicle"),
        ("a", "browser", "ORG", "Product"),
        ("a", "writer", "ORG", "Person"),
        ("a", "rival", "ORG", "Organization"),  # firms have rivals too
        ("a", "spacecraft", "PERSON", "Person"),
        ("the", "spacecraft", "ORG", "Organization"),
    ],
)
def test_a_copula_says_what_a_name_is(article: str, noun: str, label: str, kind: str) -> None:
    rows = COPULA.format(article, noun, "that", "WDT", "nsubj/5")
    assert named(by_hand(rows, [f"B-{label}", "O", "O", "O", "O", "O"])) == {"Quux": kind}


@pytest.mark.parametrize(
    ("verb", "preposition", "kind"),
    [
        ("marry", "in", "Person"),
        ("die", "of", "Person"),
        ("die", "in", "Organization"),
        ("grow", "of", "Organization"),
    ],
)
def test_who_lives_is_a_person(verb: str, preposition: str, kind: str) -> None:
    rows = (
        f"Quux/quux/NNP/nsubj/1 did/{verb}/VBD/ROOT/1 {preposition}/{preposition}/IN/prep/1 "
        "spring/spring/NN/pobj/2"
    )
    assert named(by_hand(rows, ["B-ORG", "O", "O", "O"])) == {"Quux": kind}


@pytest.mark.parametrize(("subject", "kind"), [("he", "Person"), ("it", "Organization")])
def test_a_he_with_nobody_else_to_mean_makes_a_person(subject: str, kind: str) -> None:
    rows = (
        "Quux/quux/NNP/nsubj/1 reported/report/VBD/ROOT/1 while/while/IN/mark/4 "
        f"{subject}/{subject}/PRP/nsubj/4 grew/grow/VBD/advcl/1"
    )
    assert named(by_hand(rows, ["B-ORG", "O", "O", "O", "O"])) == {"Quux": kind}


def test_a_he_that_may_be_someone_else_makes_no_person() -> None:
    rows = (
        "Quux/quux/NNP/nsubj/1 told/tell/VBD/ROOT/1 the/the/DT/det/3 senator/senator/NN/dobj/1 "
        "he/he/PRP/nsubj/5 won/win/VBD/ccomp/1"
    )
    assert named(by_hand(rows, ["B-ORG", *["O"] * 5])) == {"Quux": "Organization"}


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Nathan Law", None), ("Chan Buddhism", "Topic"), ("Wiley & Sons", "Company"), ("Bill & Anna", None)],
)
def test_what_the_words_of_a_name_taken_for_a_person_say(words: str, kind: str | None) -> None:
    assert name_kind(words.split(), "Person", load_actor_lists()) == kind


def test_members_of_a_body_are_not_the_body_and_a_society_is() -> None:
    rows = "{0}/{0}/NNS/nsubj/3 of/of/IN/prep/0 Quux/quux/NNP/pobj/1 met/meet/VBD/ROOT/3"
    labels = ["B-ORG", "I-ORG", "I-ORG", "O"]
    assert named(by_hand(rows.format("Critics"), labels)) == {"Quux": "Organization"}
    assert named(by_hand(rows.format("Friends"), labels)) == {"Friends of Quux": "Organization"}


CHAIR = (
    "She/she/PRP/nsubj/1 {0}/{0}/VBD/ROOT/1 {1}/{1}/IN/prep/1 the/the/DT/det/4 chair/chair/NN/pobj/2 "
    "of/of/IN/prep/{2} oak/oak/NN/pobj/5"
)


def test_a_chair_is_furniture_where_one_falls_into_it() -> None:
    def kinds(preposition: str, parent: int) -> list[str]:
        found = by_hand(CHAIR.format("fell", preposition, parent))
        return [one.kind for one in found if one.text == "the chair"]

    assert kinds("into", 1) == ["Thing"]
    assert kinds("with", 1) == ["Person"]
    assert kinds("into", 4) == ["Person"]  # the chair of something


def test_a_count_that_gives_figures_is_a_text_and_no_person() -> None:
    def kind(verb: str, before: str, tag: str) -> str:
        rows = (
            f"The/the/DT/det/2 {before}/{before}/{tag}/compound/2 count/count/NN/nsubj/3 {verb}/{verb}/VBD/ROOT/3 "
            "her/her/PRP/dobj/3"
        )
        return next(one.kind for one in by_hand(rows) if one.text.endswith("count"))

    assert kind("give", "press", "NN") == "Work"
    assert kind("kiss", "delegate", "NN") == "Work"
    assert kind("kiss", "Zyx", "NNP") == "Person"


def test_a_plural_for_people_is_no_product() -> None:
    rows = "They/they/PRP/nsubj/1 met/meet/VBD/ROOT/1 Soldiers/soldier/NNPS/dobj/1"
    found = by_hand(rows, ["O", "O", "B-PRODUCT"])
    assert [(one.text, one.kind, one.form) for one in found[1:]] == [("Soldiers", "Collective", "nominal")]


@pytest.mark.parametrize("word", ["888-847-6592", "24/7", "أبو"])
def test_what_has_no_letter_of_the_script_is_no_name(word: str) -> None:
    rows = f"They/they/PRP/nsubj/1 met/meet/VBD/ROOT/1 {word}/{word}/NNP/dobj/1".replace(
        "24/7/24/7", "24-7/24-7"
    )
    assert named(by_hand(rows, ["O", "O", "B-PRODUCT"])) == {}


def test_a_firm_keeps_its_legal_form_and_a_unit_its_number() -> None:
    rows = (
        "They/they/PRP/nsubj/1 joined/join/VBD/ROOT/1 Quux/quux/NNP/compound/3 Blop/blop/NNP/dobj/1 ,/,/,/punct/3 "
        "{0}/{0}/NNP/appos/3 with/with/IN/prep/1 great/great/JJ/amod/8 pleasure/pleasure/NN/pobj/6"
    )
    labels = ["O", "O", "B-PERSON", "I-PERSON", "O", "O", "O", "O", "O"]
    assert named(by_hand(rows.format("Inc."), labels)) == {"Quux Blop , Inc.": "Company"}
    assert named(by_hand(rows.format("Jr."), labels)) == {"Quux Blop , Jr.": "Person"}
    rows = "the/the/DT/det/2 21st/21st/JJ/{0} Regiment/regiment/NNP/nsubj/3 left/leave/VBD/ROOT/3"
    assert list(named(by_hand(rows.format("amod/2"), ["O", "O", "B-ORG", "O"]))) == ["21st Regiment"]
    assert list(named(by_hand(rows.format("npadvmod/3"), ["O", "B-DATE", "B-ORG", "O"]))) == [
        "21st",
        "Regiment",
    ]


def test_a_school_keeps_its_subject_and_not_its_town() -> None:
    rows = (
        "Quux/quux/NNP/compound/1 College/college/NNP/nsubj/4 of/of/IN/prep/1 {0}/{0}/NNP/pobj/2 "
        "gained/gain/VBD/ROOT/4 many/many/JJ/amod/6 friends/friend/NNS/dobj/4"
    )
    labels = ["B-ORG", "I-ORG", "O", "O", "O", "O", "O"]
    assert "Quux College of Law" in named(by_hand(rows.format("Law"), labels))
    assert "Quux College" in named(by_hand(rows.format("Juniper"), [*labels[:3], "B-GPE", *labels[4:]]))


def test_a_nation_behind_team_is_its_team() -> None:
    rows = "{0}/{0}/NNP/compound/1 Estonia/estonia/NNP/nsubj/2 won/win/VBD/ROOT/2"
    assert named(by_hand(rows.format("Team"), ["O", "B-GPE", "O"])) == {"Team Estonia": "SportsTeam"}
    assert named(by_hand(rows.format("Rainy"), ["O", "B-GPE", "O"])) == {"Estonia": "Country"}


def test_a_word_in_capitals_belongs_to_the_name_behind_it_unless_it_is_a_title() -> None:
    rows = (
        "{0}/{0}/NNS/compound/1 RECORDS/records/NNP/nsubj/2 signed/sign/VBD/ROOT/2 many/many/JJ/amod/4 "
        "young/young/JJ/amod/5 singers/singer/NNS/dobj/2"
    )
    assert "QUUXY RECORDS" in [one.text for one in by_hand(rows.format("QUUXY"))]
    assert "SENATOR RECORDS" not in named(by_hand(rows.format("SENATOR")))


FIRM = (
    "Quux/quux/NNP/compound/2 Blop/blop/NNP/compound/2 {0}/{0}/NNP/nsubj/3 told/tell/VBD/ROOT/3 "
    "them/they/PRP/dobj/3 that/that/IN/mark/8 Quux/quux/NNP/compound/7 Blop/blop/NNP/nsubj/8 "
    "signed/sign/VBD/ccomp/3 while/while/IN/mark/11 Quux/quux/NNP/nsubj/11 waited/wait/VBD/advcl/8"
)


def test_a_firm_without_its_legal_form_is_a_firm() -> None:
    labels = [
        "B-PERSON",
        "I-PERSON",
        "I-PERSON",
        "O",
        "O",
        "O",
        "B-PERSON",
        "I-PERSON",
        "O",
        "O",
        "B-PERSON",
        "O",
    ]
    firm = named(by_hand(FIRM.format("AB"), labels))
    assert firm == {"Quux Blop AB": "Company", "Quux Blop": "Company", "Quux": "Company"}
    assert set(named(by_hand(FIRM.format("Zed"), labels)).values()) == {"Person"}


@pytest.mark.parametrize(
    ("share", "name"),
    [("Many", "many of the workers"), ("None", "workers"), ("Thousands", "workers")],
)
def test_some_of_a_group_are_not_the_group(share: str, name: str) -> None:
    mentions = by_hand(
        f"{share}/{share}/JJ/nsubj/4 of/of/IN/prep/0 the/the/DT/det/3 workers/worker/NNS/pobj/1 left/leave/VBD/ROOT/4"
    )
    assert [one.name for one in mentions if one.head == 3] == [name]


def test_some_of_somebodys_people_are_told_by_him() -> None:
    mentions = by_hand(
        "Many/many/JJ/nsubj/4 of/of/IN/prep/0 his/his/PRP$/poss/3 aides/aide/NNS/pobj/1 left/leave/VBD/ROOT/4"
    )
    assert [one.name for one in mentions if one.head == 3] == ["his aides"]


def test_many_of_two_groups_are_not_many_of_the_first() -> None:
    mentions = by_hand(
        "Many/many/JJ/nsubj/6 of/of/IN/prep/0 the/the/DT/det/3 workers/worker/NNS/pobj/1 and/and/CC/cc/3 "
        "voters/voter/NNS/conj/3 left/leave/VBD/ROOT/6"
    )
    assert [one.name for one in mentions if one.head == 3] == ["workers"]
