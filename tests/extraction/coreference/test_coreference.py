"""Coreference, one fact a test, over parses and mentions written by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.coreference.grammar import is_dislocated
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Attribution, Chain, Credit, Mention
from sociogram.parse.parsed import ParsedDocument
from support.parses import parse_by_hand

PRONOUNS: dict[str, dict[str, Any]] = {
    "he": {"number": "singular", "gender": "male", "kind": "Person"},
    "him": {"number": "singular", "gender": "male", "kind": "Person"},
    "his": {"number": "singular", "gender": "male", "kind": "Person"},
    "himself": {"number": "singular", "gender": "male", "kind": "Person"},
    "she": {"number": "singular", "gender": "female", "kind": "Person"},
    "it": {"number": "singular", "gender": "neuter", "kind": "Thing"},
    "they": {"number": "plural", "kind": "Thing"},
    "i": {"number": "singular", "person": 1, "kind": "Person"},
    "you": {"person": 2, "kind": "Person"},
    "who": {"kind": "Person"},
}


def mention(parsed: ParsedDocument, first: int, last: int, kind: str = "Person", **fields: Any) -> Mention:
    """A mention of the tokens ``first`` to ``last``; its last token is its head."""
    start, end = parsed.span(first, last)
    text = parsed.text((start, end))
    lower = text.lower()
    if lower in PRONOUNS:
        fields = {"form": "pronoun", "name": lower, **PRONOUNS[lower], **fields}
        kind = fields.pop("kind", kind)
    values = {"form": "named", "name": text, "number": "singular", "phrase": (start, end), **fields}
    return Mention(
        index=0, start=start, end=end, text=text, tokens=(first, last), head=last - 1, kind=kind, **values
    )


def chains_of(
    parsed: ParsedDocument, *mentions: Mention, attributions: tuple[Attribution, ...] = ()
) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """The numbered mentions and their chains."""
    ordered = sorted(mentions, key=lambda one: (one.start, -one.end))
    numbered = tuple(replace(one, index=index) for index, one in enumerate(ordered))
    return numbered, find_chains(parsed, numbered, attributions)


def texts(result: tuple[tuple[Mention, ...], tuple[Chain, ...]]) -> list[list[str]]:
    """The texts of each chain's mentions."""
    mentions, chains = result
    return [[mentions[index].text for index in chain.mentions] for chain in chains]


def words(*names: str) -> tuple[ParsedDocument, list[tuple[int, int]]]:
    """A text that only lists names, each a sentence, and the tokens of each."""
    tokens: list[str] = []
    spans = []
    for name in names:
        parts = name.split()
        first = len(tokens)
        head = first + len(parts) - 1
        tokens += [
            f"{part}/{part}/NNP/{'ROOT' if first + i == head else 'compound'}/{head}"
            for i, part in enumerate(parts)
        ]
        spans.append((first, first + len(parts)))
    return parse_by_hand(" ".join(tokens)), spans


def join(*named: tuple[str, str] | str, **common: Any) -> list[list[str]]:
    """The chains of a list of names, persons unless a kind is given."""
    pairs = [(name, "Person") if isinstance(name, str) else name for name in named]
    parsed, spans = words(*(name for name, _ in pairs))
    made = [mention(parsed, *span, kind, **common) for span, (_, kind) in zip(spans, pairs, strict=True)]
    return texts(chains_of(parsed, *made))


def test_a_surname_joins_the_full_name() -> None:
    assert join("Ada Brook", "Brook") == [["Ada Brook", "Brook"]]


def test_a_first_name_joins_the_full_name() -> None:
    assert join("Ada Brook", "Ada") == [["Ada Brook", "Ada"]]


def test_a_middle_initial_makes_no_other_person() -> None:
    assert join("Ada Brook", "Ada M. Brook") == [["Ada Brook", "Ada M. Brook"]]


def test_different_first_names_are_different_persons() -> None:
    assert join("Ada Brook", "Carl Brook") == [["Ada Brook"], ["Carl Brook"]]


def test_a_given_name_that_is_anothers_surname_makes_no_one_person() -> None:
    assert len(join("Ahmed Mohamed", "Mohamed Hassan Mohamed")) == 2
    assert len(join("Priscilla Leung", "Leung Che")) == 2
    assert len(join("Samuel Sam Waksal", "Sam Waksal")) == 1


def test_a_nickname_may_be_left_out() -> None:
    assert len(join('Erno R. "Cap" Quill', "Cap Quill")) == 1


def test_one_word_shortens_only_a_name_before_it() -> None:
    names = [("Counter Quux Coalition", "Organization"), ("Coalition", "Organization")]
    assert len(join(*names)) == 1
    assert len(join(*reversed(names))) == 2


def test_a_junior_is_not_his_father() -> None:
    assert join("Carl Brook", "Carl Brook Jr.", "Brook") == [["Carl Brook", "Brook"], ["Carl Brook Jr."]]


def test_a_surname_never_joins_two_persons() -> None:
    assert join("Ada Brook", "Carl Brook", "Brook") == [["Ada Brook"], ["Carl Brook", "Brook"]]


def test_an_abbreviation_joins_its_long_name() -> None:
    assert join(("Office of Lost Letters", "GovernmentBody"), ("OLL", "Organization")) == [
        ["Office of Lost Letters", "OLL"]
    ]


def test_a_designator_may_be_left_out() -> None:
    assert join(("Acme Corp", "Company"), ("Acme", "Company")) == [["Acme Corp", "Acme"]]


def test_a_company_is_not_its_product_line() -> None:
    assert join(("Acme", "Company"), ("Acme Music", "Company")) == [["Acme"], ["Acme Music"]]


def test_a_country_and_its_adjective_stay_apart() -> None:
    parsed, spans = words("Norway", "Norwegian", "Norwegian")
    country = mention(parsed, *spans[0], "Country", known="norway")
    adjectives = [mention(parsed, *span, "Country", known="norway", demonym=True) for span in spans[1:]]
    assert texts(chains_of(parsed, country, *adjectives)) == [["Norway"], ["Norwegian", "Norwegian"]]


def test_one_known_actor_is_one_chain() -> None:
    parsed, spans = words("United Kingdom", "Britain")
    made = [mention(parsed, *span, "Country", known="united-kingdom") for span in spans]
    assert texts(chains_of(parsed, *made)) == [["United Kingdom", "Britain"]]


def test_two_known_actors_are_never_one_chain() -> None:
    parsed, spans = words("Georgia", "Georgia")
    made = [
        mention(parsed, *span, "Place", known=known)
        for span, known in zip(spans, ("us-ga", "ge"), strict=True)
    ]
    assert texts(chains_of(parsed, *made)) == [["Georgia"], ["Georgia"]]


MET = "Ada/Ada/NNP/nsubj/1 met/meet/VBD/ROOT/1 Carl/Carl/NNP/dobj/1 ././,/punct/1 "
LEFT = "{0}/{0}/PRP/nsubj/5 left/leave/VBD/ROOT/5 ././,/punct/5"


@pytest.mark.parametrize(("pronoun", "name"), [("She", "Ada"), ("He", "Carl")])
def test_gender_decides_whom_a_pronoun_means(pronoun: str, name: str) -> None:
    parsed = parse_by_hand(MET + LEFT.format(pronoun))
    result = chains_of(
        parsed,
        mention(parsed, 0, 1, gender="female"),
        mention(parsed, 2, 3, gender="male"),
        mention(parsed, 4, 5),
    )
    assert [name, pronoun] in texts(result)


def test_a_person_is_never_it() -> None:
    parsed = parse_by_hand(MET + LEFT.format("It"))
    result = chains_of(parsed, mention(parsed, 0, 1), mention(parsed, 2, 3), mention(parsed, 4, 5))
    assert texts(result) == [["Ada"], ["Carl"], ["It"]]


def test_an_object_pronoun_is_not_its_own_subject() -> None:
    parsed = parse_by_hand("Carl/Carl/NNP/nsubj/1 praised/praise/VBD/ROOT/1 him/he/PRP/dobj/1 ././,/punct/1")
    assert texts(chains_of(parsed, mention(parsed, 0, 1), mention(parsed, 2, 3))) == [["Carl"], ["him"]]


def test_a_reflexive_is_its_own_subject() -> None:
    parsed = parse_by_hand(
        "Carl/Carl/NNP/nsubj/1 praised/praise/VBD/ROOT/1 himself/himself/PRP/dobj/1 ././,/punct/1"
    )
    assert texts(chains_of(parsed, mention(parsed, 0, 1), mention(parsed, 2, 3))) == [["Carl", "himself"]]


def test_a_possessive_is_not_the_phrase_that_holds_it() -> None:
    parsed = parse_by_hand("His/his/PRP$/poss/1 father/father/NN/nsubj/2 left/leave/VBD/ROOT/2")
    phrase = parsed.span(0, 2)
    result = chains_of(
        parsed, mention(parsed, 0, 1), mention(parsed, 0, 2, form="nominal", gender="male", phrase=phrase)
    )
    assert texts(result) == [["His father"], ["His"]]


def test_a_relative_pronoun_joins_its_noun() -> None:
    parsed = parse_by_hand(
        "Ada/Ada/NNP/nsubj/3 who/who/WP/nsubj/2 sang/sing/VBD/relcl/0 left/leave/VBD/ROOT/3"
    )
    assert texts(chains_of(parsed, mention(parsed, 0, 1), mention(parsed, 1, 2))) == [["Ada", "who"]]


def test_an_apposition_joins_what_it_describes() -> None:
    parsed = parse_by_hand(
        "Ada/Ada/NNP/nsubj/4 ,/,/,/punct/0 the/the/DT/det/3 mayor/mayor/NN/appos/0 left/leave/VBD/ROOT/4"
    )
    mayor = mention(parsed, 2, 4, form="nominal")
    assert texts(chains_of(parsed, mention(parsed, 0, 1), mayor)) == [["Ada", "the mayor"]]


FRONTED = "The/the/DT/det/1 mayor/mayor/NN/nsubj/4 {}/{}/,/punct/4 Ada/Ada/NNP/nsubj/4 left/leave/VBD/ROOT/4"


@pytest.mark.parametrize(("mark", "chains"), [(",", [["The mayor", "Ada"]]), ("–", [["The mayor"], ["Ada"]])])
def test_what_opens_a_sentence_before_a_comma_describes_its_subject(
    mark: str, chains: list[list[str]]
) -> None:
    parsed = parse_by_hand(FRONTED.format(mark, mark))
    mayor = mention(parsed, 0, 2, form="nominal")
    assert texts(chains_of(parsed, mayor, mention(parsed, 3, 4))) == chains


def test_a_title_tells_who_the_mayor_is() -> None:
    parsed = parse_by_hand(MET + "the/the/DT/det/5 mayor/mayor/NN/nsubj/6 left/leave/VBD/ROOT/6")
    result = chains_of(
        parsed,
        mention(parsed, 0, 1, titles=("Mayor",)),
        mention(parsed, 2, 3),
        mention(parsed, 4, 6, form="nominal"),
    )
    assert texts(result) == [["Ada", "the mayor"], ["Carl"]]


@pytest.mark.parametrize(
    ("before", "behind", "title", "who"),
    [
        ("Secretary of State", "", "Secretary", "Jane"),
        ("", ", the former secretary of state ,", "Secretary", "Jane"),
        ("", ", governor of Ohio ,", "Gov.", "Jane"),
        ("Secretary of State", "", "Senator", "John"),
        ("", ", who met the secretary ,", "Secretary", "John"),
        ("the secretary of state told", "", "Secretary", "John"),
    ],
)
def test_a_surname_behind_a_title_is_the_namesakes_who_bears_it(
    before: str, behind: str, title: str, who: str
) -> None:
    sentence = f"{before} Jane Doe {behind} left . John Doe left . {title} Doe left .".split()
    jane, last = sentence.index("Jane"), len(sentence) - 1
    commas = tuple(place - 1 for place, word in enumerate(sentence) if word == ",")
    rows = [f"{word}/{word}/{'NNP' if word.istitle() else 'NN'}/dep/{last}" for word in sentence]
    parsed = parse_by_hand(" ".join(rows), joined=commas)
    made = [
        mention(parsed, jane, jane + 2),
        mention(parsed, last - 7, last - 5),
        mention(parsed, last - 2, last - 1, titles=(title,)),
    ]
    assert [f"{who} Doe", "Doe"] in texts(chains_of(parsed, *made))


def test_or_the_one_whom_the_lists_know_in_such_an_office() -> None:
    parsed = parse_by_hand(
        "Hillary/Hillary/NNP/compound/1 Clinton/Clinton/NNP/nsubj/2 met/meet/VBD/ROOT/2 Bill/Bill/NNP/compound/4 "
        "Clinton/Clinton/NNP/dobj/2 ././,/punct/2 Secretary/Secretary/NNP/compound/7 Clinton/Clinton/NNP/nsubj/8 "
        "left/leave/VBD/ROOT/8"
    )
    lists = load_actor_lists()
    for title, who in (
        ("Secretary", "Hillary Clinton"),
        ("President", "Bill Clinton"),
        ("Judge", "Bill Clinton"),
    ):
        made = [
            mention(parsed, 0, 2, known=lists.by_name["Hillary Clinton"][0]),
            mention(parsed, 3, 5, known=lists.by_name["Bill Clinton"][0]),
            mention(parsed, 7, 8, titles=(title,)),
        ]
        assert [who, "Clinton"] in texts(chains_of(parsed, *made))


def test_a_surname_goes_on_about_whom_the_sentence_is_about() -> None:
    parsed = parse_by_hand(
        "Ann/Ann/NNP/compound/1 Roe/Roe/NNP/nsubj/8 ,/,/,/punct/1 whose/whose/PRP$/poss/4 husband/husband/NN/nsubj/7 "
        "Bob/Bob/NNP/compound/6 Roe/Roe/NNP/appos/4 left/leave/VBD/relcl/1 stayed/stay/VBD/ROOT/8 ././,/punct/8 "
        "Roe/Roe/NNP/nsubj/11 sang/sing/VBD/ROOT/11"
    )
    made = [
        mention(parsed, 0, 2, phrase=parsed.span(0, 8)),
        mention(parsed, 5, 7),
        mention(parsed, 10, 11),
    ]
    assert ["Ann Roe", "Roe"] in texts(chains_of(parsed, *made))


def test_an_indefinite_phrase_begins_a_chain() -> None:
    parsed = parse_by_hand(
        "The/the/DT/det/1 mill/mill/NN/nsubj/2 closed/close/VBD/ROOT/2 ././,/punct/2 "
        "a/a/DT/det/5 mill/mill/NN/nsubj/6 opened/open/VBD/ROOT/6"
    )
    made = [mention(parsed, *span, "Thing", form="nominal") for span in ((0, 2), (4, 6))]
    assert texts(chains_of(parsed, *made)) == [["The mill"], ["a mill"]]


QUOTE = (
    "“/“/,/punct/3 I/I/PRP/nsubj/2 won/win/VBD/ccomp/5 ,/,/,/punct/5 ”/”/,/punct/5 said/say/VBD/ROOT/5 "
    "Ada/Ada/NNP/nsubj/5 ././,/punct/5"
)


def test_i_in_a_quotation_is_its_speaker() -> None:
    parsed = parse_by_hand(QUOTE)
    said = Attribution(
        index=0,
        source=(parsed.span(6, 7),),
        cue=(parsed.span(5, 6),),
        content=(parsed.span(0, 5),),
        source_head=6,
        cue_head=5,
        verb="say",
        direct=True,
    )
    result = chains_of(parsed, mention(parsed, 1, 2), mention(parsed, 6, 7), attributions=(said,))
    assert texts(result) == [["I", "Ada"]]


def test_i_in_a_letter_is_its_author() -> None:
    parsed = parse_by_hand("I/I/PRP/nsubj/1 won/win/VBD/ROOT/1 ././,/punct/1 Ada/Ada/NNP/ROOT/3")
    start, end = parsed.span(3, 4)
    document = replace(parsed.document, authors=(Credit(value="Ada", start=start, end=end),))
    signed = replace(mention(parsed, 3, 4), tokens=(0, 0), head=-1)
    mentions, chains = chains_of(replace(parsed, document=document), mention(parsed, 0, 1), signed)
    assert texts((mentions, chains)) == [["I", "Ada"]]
    assert chains[0].role == "author"


def test_i_outside_a_quotation_is_nobody_without_an_author() -> None:
    parsed = parse_by_hand(
        "Ada/Ada/NNP/nsubj/1 won/win/VBD/ROOT/1 ././,/punct/1 I/I/PRP/nsubj/4 lost/lose/VBD/ROOT/4"
    )
    assert texts(chains_of(parsed, mention(parsed, 0, 1), mention(parsed, 3, 4))) == [["Ada"], ["I"]]


def test_the_fullest_name_names_the_chain() -> None:
    parsed, spans = words("Brook", "Ada Brook")
    _, chains = chains_of(parsed, *(mention(parsed, *span) for span in spans))
    assert [chain.name for chain in chains] == ["Ada Brook"]


NAMES = [
    "Ada Brook",
    "Brook",
    "Carl Brook",
    "Carl Brook Jr.",
    "Ada",
    "Dora Elm",
    "Elm",
    "He",
    "She",
    "They",
    "It",
    "I",
]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=12))
def test_chains_are_a_partition_without_vetoed_names(names: list[str]) -> None:
    parsed, spans = words(*names)
    mentions, chains = chains_of(parsed, *(mention(parsed, *span) for span in spans))
    assert sorted(index for chain in chains for index in chain.mentions) == list(range(len(mentions)))
    assert chains == find_chains(parsed, mentions, ())
    for chain in chains:
        full = {mentions[index].text for index in chain.mentions if " " in mentions[index].text}
        assert len(full) <= 1
        genders = {mentions[index].gender for index in chain.mentions} - {"unknown"}
        assert len(genders) <= 1


def read_chains(nlp: Any, text: str) -> list[list[str]]:
    """The chains of a whole text, by the trained model."""
    from sociogram.extraction.attribution.find import find_attributions
    from sociogram.extraction.mentions.find import find_mentions
    from sociogram.knowledge.actor_lists import load_actor_lists
    from sociogram.model import Document
    from sociogram.parse.spacy_model import parse_documents

    document = Document(id="story", source="story", text=text, start=0, end=len(text))
    parsed = next(parse_documents([document], nlp))
    mentions = find_mentions(parsed, load_actor_lists())
    return texts((mentions, find_chains(parsed, mentions, find_attributions(parsed, mentions))))


@pytest.mark.model
def test_pronouns_of_a_short_story(nlp: Any) -> None:
    chains = read_chains(
        nlp, "Mary Brook founded the mill in 1990. Her brother John disliked it, but she paid him well."
    )
    assert ["Mary Brook", "Her", "she"] in chains
    assert any("him" in chain and "she" not in chain for chain in chains)


@pytest.mark.model
def test_the_labels_of_a_transcript_say_who_speaks(nlp: Any) -> None:
    chains = read_chains(
        nlp,
        "Mary Brook: I thank you for coming. Do you own the mill?\n\n"
        "John Elm: I do. My father built it.\n\n"
        "Mary Brook: Then I have one more question. Who paid you?\n\n"
        "John Elm: Acme paid me.",
    )
    assert ["Mary Brook", "I", "Mary Brook", "I"] in chains
    assert ["you", "you", "John Elm", "I", "My", "you", "John Elm", "me"] in chains


@pytest.mark.model
def test_the_person_interviewed_answers(nlp: Any) -> None:
    chains = read_chains(
        nlp,
        "Last week we interviewed Mary Brook about the mill.\n\nWhy did you buy the mill?\n\n"
        "I saw that nobody else would.\n\nAre you proud of the mill?\n\nYes, I am proud of my mill.",
    )
    assert ["Mary Brook", "you", "I", "you", "I", "my"] in chains


@pytest.mark.model
def test_a_speaker_does_not_call_himself_he(nlp: Any) -> None:
    chains = read_chains(nlp, 'John Elm met Carl Oak. "I saw that he was tired," John Elm said.')
    assert ["John Elm", "I", "John Elm"] in chains
    assert ["Carl Oak", "he"] in chains


@pytest.mark.model
def test_nor_does_a_speaker_who_is_he_outside_the_marks(nlp: Any) -> None:
    chains = read_chains(
        nlp,
        "Carl Oak won Iowa.\n\nJohn Elm agreed. He was asked about the vote. "
        "“Iowa happened. Then he was going to win the vote, and I never begrudged it,” he said.",
    )
    assert ["John Elm", "He", "I", "he"] in chains
    assert ["Carl Oak", "he"] in chains


def test_the_object_of_a_participle_is_not_the_subject_before_it() -> None:
    parsed = parse_by_hand(
        "Carl/Carl/NNP/nsubj/1 met/meet/VBD/ROOT/1 Hans/Hans/NNP/dobj/1 ,/,/,/punct/1 "
        "accusing/accuse/VBG/advcl/1 him/him/PRP/dobj/4 of/of/IN/prep/4 lying/lie/VBG/pcomp/6"
    )
    made = [mention(parsed, *span, gender="male") for span in ((0, 1), (2, 3), (5, 6))]
    assert texts(chains_of(parsed, *made)) == [["Carl"], ["Hans", "him"]]


def test_it_in_a_relative_clause_goes_back_within_its_sentence() -> None:
    parsed = parse_by_hand(
        "Quux/Quux/NNP/nsubj/1 grew/grow/VBD/ROOT/1 ././,/punct/1 Ada/Ada/NNP/nsubj/4 "
        "leads/lead/VBZ/ROOT/4 Acme/Acme/NNP/dobj/4 with/with/IN/prep/4 Bea/Bea/NNP/pobj/6 "
        "who/who/WP/nsubj/9 founded/found/VBD/relcl/7 it/it/PRP/dobj/9"
    )
    made = [
        mention(parsed, 0, 1, "Company"),
        mention(parsed, 3, 4),
        mention(parsed, 5, 6, "Company"),
        mention(parsed, 7, 8),
        mention(parsed, 8, 9),
        mention(parsed, 10, 11),
    ]
    assert ["Acme", "it"] in texts(chains_of(parsed, *made))


def test_the_possessive_in_a_second_clause_goes_back_to_the_first_subject() -> None:
    parsed = parse_by_hand(
        "Quux/Quux/NNP/nsubj/1 sued/sue/VBD/ROOT/1 Acme/Acme/NNP/dobj/1 ,/,/,/punct/1 but/but/CC/cc/1 "
        "Ada/Ada/NNP/nsubj/10 ,/,/,/punct/5 its/its/PRP$/poss/8 founder/founder/NN/appos/5 ,/,/,/punct/5 "
        "left/leave/VBD/conj/1"
    )
    founder = mention(parsed, 7, 9, form="nominal", phrase=parsed.span(7, 9))
    made = [mention(parsed, 0, 1, "Company"), mention(parsed, 2, 3, "Company"), mention(parsed, 5, 6)]
    its = mention(parsed, 7, 8, "Thing", form="pronoun", gender="neuter", name="its")
    assert ["Quux", "its"] in texts(chains_of(parsed, *made, its, founder))


def test_she_goes_sooner_to_a_woman_of_the_sentence_than_to_someone_before() -> None:
    parsed = parse_by_hand(
        "Ada/Ada/NNP/nsubj/1 sang/sing/VBD/ROOT/1 ././,/punct/1 Carl/Carl/NNP/nsubj/4 met/meet/VBD/ROOT/4 "
        "Bea/Bea/NNP/dobj/4 when/when/WRB/advmod/8 she/she/PRP/nsubj/8 left/leave/VBD/advcl/4"
    )
    made = [
        mention(parsed, 0, 1),
        mention(parsed, 3, 4, gender="male"),
        mention(parsed, 5, 6, gender="female"),
        mention(parsed, 7, 8),
    ]
    assert ["Bea", "she"] in texts(chains_of(parsed, *made))


def test_the_newspaper_is_the_one_that_has_just_been_named() -> None:
    parsed = parse_by_hand(
        "Ada/Ada/NNP/nsubj/1 read/read/VBD/ROOT/1 Quux/Quux/NNP/dobj/1 ././,/punct/1 "
        "the/the/DT/det/5 newspaper/newspaper/NN/nsubj/6 closed/close/VBD/ROOT/6"
    )
    paper = mention(parsed, 4, 6, "MediaOutlet", form="nominal", name="newspaper")
    made = [mention(parsed, 0, 1), mention(parsed, 2, 3, "MediaOutlet"), paper]
    assert ["Quux", "the newspaper"] in texts(chains_of(parsed, *made))


@pytest.mark.parametrize(("role", "joined"), [("npadvmod", True), ("pobj", False)])
def test_a_subject_is_who_is_set_before_it_without_a_role(role: str, *, joined: bool) -> None:
    parsed = parse_by_hand(
        f"Carl/Carl/NNP/{role}/3 ,/,/,/punct/3 he/he/PRP/nsubj/3 joined/join/VBD/ROOT/3 Acme/Acme/NNP/dobj/3"
    )
    before, pronoun = mention(parsed, 0, 1, gender="male"), mention(parsed, 2, 3)
    assert is_dislocated(before, pronoun, parsed.tokens) is joined


@pytest.mark.parametrize(
    ("noun", "kind", "joined"),
    [
        ("militia", "ArmedGroup", True),
        ("company", "Company", True),
        ("board", "Company", False),
        ("gang", "Person", False),
    ],
)
def test_a_noun_that_says_what_the_body_before_it_is_is_that_body(
    noun: str, kind: str, *, joined: bool
) -> None:
    parsed = parse_by_hand(
        f"The/the/DT/det/2 Quux/Quux/NNP/compound/2 {noun}/{noun}/NN/nsubj/3 left/leave/VBD/ROOT/3"
    )
    phrase = mention(parsed, 0, 3, "Organization", form="nominal", name=f"Quux {noun}")
    found = texts(chains_of(parsed, mention(parsed, 1, 2, kind), phrase))
    assert ([f"The Quux {noun}", "Quux"] in found) is joined


@pytest.mark.parametrize(("words", "joined"), [("housing council", True), ("harbour council", False)])
def test_the_last_words_of_a_bodys_long_name_are_the_body(words: str, *, joined: bool) -> None:
    first, second = words.split()
    parsed = parse_by_hand(
        f"The/the/DT/det/2 {first}/{first}/NN/compound/2 {second}/{second}/NN/nsubj/3 sued/sue/VBD/ROOT/3 "
        "Quux/Quux/NNP/compound/6 Housing/Housing/NNP/compound/6 Council/Council/NNP/dobj/3"
    )
    phrase = mention(parsed, 0, 3, "Organization", form="nominal", name=words)
    found = texts(chains_of(parsed, phrase, mention(parsed, 4, 7, "Organization")))
    assert ([f"The {words}", "Quux Housing Council"] in found) is joined


def test_a_news_arm_is_its_outlet() -> None:
    parsed = parse_by_hand(
        "Quux/Quux/NNP/compound/1 News/News/NNP/nsubj/2 left/leave/VBD/ROOT/2 Quux/Quux/NNP/dobj/2"
    )
    made = [mention(parsed, 0, 2, "MediaOutlet"), mention(parsed, 3, 4, "MediaOutlet")]
    assert ["Quux News", "Quux"] in texts(chains_of(parsed, *made))


def test_the_second_possessive_of_a_list_is_the_first_ones() -> None:
    parsed = parse_by_hand(
        "Ada/Ada/NNP/nsubj/1 left/leave/VBD/ROOT/1 her/her/PRP$/poss/3 son/son/NN/dobj/1 and/and/CC/cc/3 "
        "her/her/PRP$/poss/6 sister/sister/NN/conj/3"
    )
    made = [mention(parsed, 0, 1, gender="female")]
    made += [
        mention(parsed, first, first + 1, form="pronoun", name="her", gender="female") for first in (2, 5)
    ]
    made += [
        mention(parsed, 2, 4, form="nominal", gender="male"),
        mention(parsed, 5, 7, form="nominal", gender="female"),
    ]
    assert ["Ada", "her", "her"] in texts(chains_of(parsed, *made))


@pytest.mark.parametrize(("between", "joined"), [
    (",/,/,/punct/1 better/well/RB/advmod/4 known/know/VBN/acl/1 as/as/IN/prep/4", True),
    ("(/(/,/punct/1 also/also/RB/advmod/4 known/know/VBN/acl/1 as/as/IN/prep/4", True),
    (",/,/,/punct/1 then/then/RB/advmod/4 alias/alias/NN/appos/1", True),
    (",/,/,/punct/1 known/know/VBN/acl/1 for/for/IN/prep/3", False),
    (",/,/,/punct/1 seen/see/VBN/acl/1 as/as/IN/prep/3", False),
    ("met/meet/VBD/ROOT/2 as/as/IN/prep/2", False),
])  # fmt: skip
def test_another_name_that_the_text_gives_is_of_its_bearer(between: str, *, joined: bool) -> None:
    count = len(between.split())
    parsed = parse_by_hand(
        f"Ann/Ann/NNP/compound/1 Lee/Lee/NNP/ROOT/1 {between} "
        f"Coco/Coco/NNP/compound/{3 + count} Roe/Roe/NNP/pobj/{1 + count}"
    )
    result = chains_of(parsed, mention(parsed, 0, 2), mention(parsed, 2 + count, 4 + count))
    assert (len(result[1]) == 1) is joined


ALIAS = (
    "Ann/Ann/NNP/compound/1 Lee/Lee/NNP/nsubj/{0} {1} Abu/Abu/NNP/compound/{2} Salim/Salim/NNP/pobj/{3} "
    ",/,/,/punct/1 left/leave/VBD/ROOT/{0}"
)


def alias_of(between: str, head: str = "1") -> list[list[str]]:
    """The chains of "Ann Lee, BETWEEN Abu Salim, left"."""
    parts = between.split()
    size = len(parts)
    rows = [f"{part}/{part}/,/punct/1" if part == "," else f"{part}/{part}/VBN/acl/{head}" for part in parts]
    text = ALIAS.format(size + 5, " ".join(rows), size + 3, size + 1)
    parsed = parse_by_hand(text)
    return texts(chains_of(parsed, mention(parsed, 0, 2), mention(parsed, 2 + size, 4 + size)))


@pytest.mark.parametrize("between", [", also known as", ", alias", ", better known as the"])
def test_another_name_that_is_given_is_the_same_persons(between: str) -> None:
    assert alias_of(between) == [["Ann Lee", "Abu Salim"]]


@pytest.mark.parametrize(("between", "head"), [(", formerly with", "1"), (", also known as", "0")])
def test_what_gives_no_other_name_joins_nobody(between: str, head: str) -> None:
    assert alias_of(between, head) == [["Ann Lee"], ["Abu Salim"]]


WAS_HIS = (
    "Hans/Hans/NNP/nsubj/1 left/leave/VBD/ROOT/1 ././,/punct/1 Carl/Carl/NNP/nsubj/4 was/be/VBD/ROOT/4 "
    "his/his/PRP$/poss/7 {0}/{0}/JJ/amod/7 uncle/uncle/NN/attr/4"
)


@pytest.mark.parametrize(("word", "whose"), [("old", "Hans"), ("own", "Carl")])
def test_who_was_his_uncle_is_not_he(word: str, whose: str) -> None:
    parsed = parse_by_hand(WAS_HIS.format(word))
    uncle = mention(parsed, 5, 8, form="nominal", gender="male", name=f"his {word} uncle")
    made = [mention(parsed, 0, 1, gender="male"), mention(parsed, 3, 4, gender="male"), mention(parsed, 5, 6)]
    assert [whose, "his"] in texts(chains_of(parsed, *made, uncle))


BEHIND_MARK = (
    "Carl/Carl/NNP/nsubj/1 felt/feel/VBD/ROOT/1 “/“/``/punct/4 the/the/DT/det/4 hand/hand/NN/dobj/1 of/of/IN/prep/4 "
    "Bea/Bea/NNP/pobj/5 ,/,/,/punct/1 ”/”/''/punct/1 his/his/PRP$/poss/10 mother/mother/NN/{0}/1 {1}/{1}/{2}/punct/1"
)


@pytest.mark.parametrize(
    ("dep", "end", "tag", "joined"),
    [("appos", ".", ".", True), ("dobj", ".", ".", True), ("nsubj", "said", "VBD", False)],
)
def test_a_relative_behind_a_closed_quotation_is_who_ends_it(
    dep: str, end: str, tag: str, *, joined: bool
) -> None:
    parsed = parse_by_hand(BEHIND_MARK.format(dep, end, tag))
    made = [
        mention(parsed, 0, 1, gender="male"),
        mention(parsed, 3, 5, "Thing", form="nominal"),
        mention(parsed, 6, 7),
        mention(parsed, 9, 11, form="nominal", gender="female"),
        mention(parsed, 9, 10),
    ]
    found = texts(chains_of(parsed, *made))
    assert (["Bea", "his mother"] in found) is joined
    assert ["the hand", "his mother"] not in found


@pytest.mark.model
def test_he_who_adds_to_what_is_quoted_is_who_spoke_last(nlp: Any) -> None:
    told = (
        "John Elm met Paul Ash in Bonn. “Carl Oak lied to the court,” John Elm said.\n\n"
        "“Carl Oak robbed Mark Fir,” he added."
    )
    assert ["John Elm", "John Elm", "he"] in read_chains(nlp, told)
    parted = "“Carl Oak lied to the court,” John Elm said. Paul Ash laughed. “Mark Fir is mad,” he said."
    assert ["Paul Ash", "he"] in read_chains(nlp, parted)


@pytest.mark.model
def test_nobody_names_himself_in_his_own_words(nlp: Any) -> None:
    chains = read_chains(nlp, "Carl Oak met John Elm. “It was Carl Oak who lied,” he said.")
    assert not any("Carl Oak" in chain and "he" in chain for chain in chains)


@pytest.mark.parametrize(
    ("comma", "determiner", "joined"),
    [(",", "definite", True), ("and", "definite", False), ("and", "none", True)],
)
def test_the_second_of_two_descriptions_is_the_person_before_both(
    comma: str, determiner: str, *, joined: bool
) -> None:
    article = "the/the/DT/det/7 " if determiner == "definite" else ""
    place = 7 if article else 6
    parsed = parse_by_hand(
        f"Ada/Ada/NNP/nsubj/{place + 2} ,/,/,/punct/0 a/a/DT/det/3 poet/poet/NN/appos/0 and/and/CC/cc/3 "
        f"{article}old/old/JJ/amod/{place} judge/judge/NN/conj/3 {comma}/{comma}/,/punct/0 "
        f"left/leave/VBD/ROOT/{place + 2}"
    )
    made = [
        mention(parsed, 0, 1),
        mention(parsed, 2, 4, form="nominal"),
        mention(parsed, 5, place + 1, form="nominal"),
    ]
    found = texts(chains_of(parsed, *made))
    assert any(len(chain) == 3 for chain in found) is joined


def test_who_stands_beside_ones_supporters_is_no_description() -> None:
    parsed = parse_by_hand(
        "Ada/Ada/NNP/nsubj/7 ,/,/,/punct/0 her/her/PRP$/poss/3 aides/aide/NNS/appos/0 and/and/CC/cc/3 "
        "everyone/everyone/NN/conj/3 ,/,/,/punct/0 left/leave/VBD/ROOT/7"
    )
    made = [
        mention(parsed, 0, 1),
        mention(parsed, 2, 4, form="nominal", number="plural"),
        mention(parsed, 5, 6, form="nominal"),
    ]
    assert texts(chains_of(parsed, *made)) == [["Ada"], ["her aides"], ["everyone"]]


@pytest.mark.parametrize(("verb", "chains"), [
    ("hire", [["Carl"], ["Ada", "judge", "She"]]),
    ("resign", [["Carl"], ["Ada", "She"], ["judge"]]),
])  # fmt: skip
def test_as_what_one_is_hired_is_nobody_else(verb: str, chains: list[list[str]]) -> None:
    """Who is hired as a judge is the judge; behind another verb "as judge" is at least nobody whom "she" means."""
    parsed = parse_by_hand(
        f"Carl/Carl/NNP/nsubj/1 {verb}d/{verb}/VBD/ROOT/1 Ada/Ada/NNP/dobj/1 as/as/IN/prep/1 judge/judge/NN/pobj/3 "
        "././././1 She/she/PRP/nsubj/7 left/leave/VBD/ROOT/7"
    )
    made = [
        mention(parsed, 0, 1, gender="male"),
        mention(parsed, 2, 3, gender="female"),
        mention(parsed, 4, 5, form="nominal"),
        mention(parsed, 6, 7),
    ]
    assert texts(chains_of(parsed, *made)) == chains


@pytest.mark.model
def test_many_of_the_workers_are_not_the_workers(nlp: Any) -> None:
    chains = read_chains(nlp, "The workers met in Ohio. Many of the workers left. The workers were paid.")
    assert ["The workers", "The workers"] in chains
    assert ["Many of the workers"] in chains


@pytest.mark.model
def test_the_house_is_not_the_white_house(nlp: Any) -> None:
    chains = read_chains(nlp, "The White House said no. The House voted against Acme.")
    assert not [chain for chain in chains if {"White House", "House"} <= set(chain)]


@pytest.mark.parametrize(
    ("verb", "lemma", "owner"), [("raided", "raid", "Beta"), ("praised", "praise", "Acme")]
)
def test_nobody_does_to_his_own_what_is_done_to_others(verb: str, lemma: str, owner: str) -> None:
    parsed = parse_by_hand(
        "Acme/Acme/NNP/nsubj/1 stopped/stop/VBD/ROOT/1 Beta/Beta/NNP/dobj/1 and/and/CC/cc/1 "
        f"{verb}/{lemma}/VBD/conj/1 its/its/PRP$/poss/6 offices/office/NNS/dobj/4"
    )
    first = mention(parsed, 0, 1, "Organization", gender="neuter")
    second = mention(parsed, 2, 3, "Organization", gender="neuter")
    its = mention(parsed, 5, 6, "Thing", form="pronoun", gender="neuter", name="its")
    mentions, chains = chains_of(parsed, first, second, its)
    (chain,) = [one for one in chains if 2 in one.mentions]
    assert mentions[chain.mentions[0]].name == owner
