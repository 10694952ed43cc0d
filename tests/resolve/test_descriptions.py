"""Actors without a name at the ends of open statements: by their description, or as who speaks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sociogram.extraction.reading import ChainReading, DocumentRecord
from sociogram.model import Origin
from sociogram.resolve import Resolution
from sociogram.resolve.descriptions import describe_asserter, describe_end, describe_speaker, describe_unnamed
from support.made_readings import Paper, make_lists
from support.resolving import resolve_readings

SELF = ("I", "me", "my", "mine", "myself")
GROUP = ("we", "us", "our", "ours", "ourselves")


def chain(name: str, kind: str = "Person", form: str = "nominal", **more: object) -> ChainReading:
    paper = Paper("a")
    paper.chain(name, kind, form=form, **more)
    return paper.chains[0]


def speaker(*words: str, form: str = "pronoun") -> ChainReading:
    """A chain whose mentions are ``words``."""
    one = chain(words[0], form=form, count=len(words))
    mentions = tuple(replace(mention, text=word) for mention, word in zip(one.mentions, words, strict=True))
    return replace(one, mentions=mentions)


def record(**more: object) -> DocumentRecord:
    return replace(Paper("a").reading().document, **more)  # type: ignore[arg-type]


def name_of_end(one: ChainReading) -> str | None:
    described = describe_end(one, "a")
    return None if described is None else described.name


def name_of_speaker(*words: str, quoted: str | None = None, **more: object) -> str | None:
    described = describe_speaker(speaker(*words), record(**more), quoted)
    return None if described is None else described.name


def resolve(*papers: Paper) -> Resolution:
    return resolve_readings([paper.reading() for paper in papers], make_lists(), ())


@pytest.mark.parametrize(
    ("one", "name"),
    [
        (chain("reporter", text="a reporter"), "reporter"),
        (chain("reporter", text="a reporter", phrase="a reporter of the Leeds daily"), "reporter of the Leeds daily"),
        (chain("parents", number="plural", text="the parents"), "the parents"),
        (chain("parents", number="plural", text="parents", phrase="parents of the pupils"), "parents of the pupils"),
        (chain("people", "Collective", text="people"), "people"),
        (chain("firm", "Company", text="a firm"), "firm"),
        (chain("law", "Law", text="the law"), "the law"),
    ],
)  # fmt: skip
def test_an_end_without_a_name_is_its_words(one: ChainReading, name: str) -> None:
    assert name_of_end(one) == name


@pytest.mark.parametrize(
    "one",
    [
        chain("others", number="plural", text="others"),
        chain("the rest", "Collective", text="the rest"),
        chain("five people", number="plural", text="five people"),
        chain("she", form="pronoun", text="she"),
        chain("Ann", form="named"),
    ],
)
def test_what_is_no_noun_for_people_bodies_texts_or_events_is_no_end(one: ChainReading) -> None:
    assert name_of_end(one) is None


def test_members_keep_what_they_are_members_of() -> None:
    one = chain(
        "members", "Collective", number="plural", text="The members", phrase="The members of the council"
    )
    assert name_of_end(one) == "the members of the council"
    bare = chain("members", "Collective", number="plural", text="The members", phrase="The members")
    assert name_of_end(bare) == "the members"


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("people", "people with guns", "people with guns"),
        ("The people", "The people with guns", "the people with guns"),
        ("the people", "the people in Bonn", "the people"),
    ],
)
def test_what_says_which_people_are_meant_stays(text: str, phrase: str, name: str) -> None:
    one = chain("people", "Collective", number="plural", text=text, phrase=phrase)
    again = replace(one.mentions[0], text="the people")
    assert name_of_end(replace(one, mentions=(*one.mentions, again))) == name


def test_an_end_is_of_its_document_alone() -> None:
    one = chain("parents", number="plural", text="the parents")
    here, there = describe_end(one, "a"), describe_end(one, "b")
    assert here is not None
    assert there is not None
    assert here.document == "a"
    assert here.key != there.key


def test_an_end_may_be_somebody_whom_an_asserter_may_not_be() -> None:
    one = chain("parents", number="plural", text="the parents")
    assert describe_unnamed(one, "a") is None
    assert describe_end(one, "a") is not None


@pytest.mark.parametrize("word", SELF)
def test_who_says_i_is_the_writer_of_an_article(word: str) -> None:
    described = describe_speaker(speaker(word), record(), None)
    assert described is not None
    assert (described.name, described.kind, described.document) == ("the writer of Title of a", "Person", "a")


@pytest.mark.parametrize("word", GROUP)
def test_who_says_we_is_a_group(word: str) -> None:
    described = describe_speaker(speaker(word), record(), None)
    assert described is not None
    assert (described.name, described.kind, described.document) == ("“we” of Title of a", "Collective", "a")


def test_elsewhere_than_in_writing_somebody_speaks() -> None:
    assert name_of_speaker("I", genre="interview") == "the speaker of Title of a"
    assert name_of_speaker("I", genre="letter") == "the writer of Title of a"


def test_a_document_without_a_title_has_the_name_of_its_file() -> None:
    assert name_of_speaker("I", title=None, source="box/talk one.txt", genre="speech") == (
        "the speaker of talk one"
    )


def test_a_quoted_we_is_of_the_one_who_is_quoted() -> None:
    assert name_of_speaker("we", "our", quoted="Ann Lee") == "“we” of Ann Lee"


def test_a_quoted_i_is_its_source_or_nobody() -> None:
    assert name_of_speaker("I", quoted="Ann Lee") is None


def test_in_a_dialogue_i_may_be_you_of_another() -> None:
    assert name_of_speaker("I", "you", genre="interview") == "the speaker of Title of a"


@pytest.mark.parametrize("words", [("I", "we"), ("you",), ("she",), ("I", "she"), ("they", "we")])
def test_pronouns_that_do_not_tell_one_speaker_are_nobody(words: tuple[str, ...]) -> None:
    assert name_of_speaker(*words) is None


def test_a_chain_with_a_name_is_no_unknown_speaker() -> None:
    assert describe_speaker(speaker("I", form="named"), record(), None) is None


def test_the_end_of_an_open_statement_is_an_actor_and_another_is_none() -> None:
    for origin, names in ((Origin.OPEN, ["Acme", "sponsor"]), (Origin.GRAMMAR, ["Acme"])):
        paper = Paper("a")
        firm = paper.chain("Acme", "Company")
        sponsor = paper.chain("sponsor", form="nominal", text="a sponsor")
        paper.says(sponsor, "relatedTo", firm, origin=origin)
        assert sorted(actor.name for actor in resolve(paper).actors) == names


def test_the_same_words_in_two_documents_are_two_actors() -> None:
    papers = [Paper(name) for name in "ab"]
    for paper in papers:
        firm = paper.chain("Acme", "Company")
        paper.says(
            paper.chain("sponsor", form="nominal", text="a sponsor"), "relatedTo", firm, origin=Origin.OPEN
        )
    assert sorted(actor.name for actor in resolve(*papers).actors) == ["Acme", "sponsor", "sponsor"]


def test_the_we_of_one_speech_is_named_by_its_speaker() -> None:
    paper = Paper("a")
    ann, firm = paper.chain("Ann Lee"), paper.chain("Acme", "Company")
    group = paper.chain("we", form="pronoun", number="plural")
    paper.says(group, "relatedTo", firm, origin=Origin.OPEN, asserters=(ann,))
    assert "“we” of Ann Lee" in [actor.name for actor in resolve(paper).actors]


def test_a_we_of_whom_people_want_something_is_its_speakers() -> None:
    paper = Paper("a")
    ann, firm = paper.chain("Ann Lee"), paper.chain("Acme", "Company")
    people = paper.chain("people", "Collective", form="nominal", number="plural")
    group = paper.chain("we", form="pronoun", number="plural")
    for asserters in ((ann,), (ann, people)):
        paper.says(group, "relatedTo", firm, origin=Origin.OPEN, asserters=asserters)
    assert "“we” of Ann Lee" in [actor.name for actor in resolve(paper).actors]


def test_a_we_of_several_speakers_is_of_the_document() -> None:
    paper = Paper("a")
    ann, bob, firm = paper.chain("Ann Lee"), paper.chain("Bob Ray"), paper.chain("Acme", "Company")
    group = paper.chain("we", form="pronoun", number="plural")
    for asserter in (ann, bob):
        paper.says(group, "relatedTo", firm, origin=Origin.OPEN, asserters=(asserter,))
    assert "“we” of Title of a" in [actor.name for actor in resolve(paper).actors]


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (chain("spokeswoman", text="a spokeswoman"), "Person"),
        (chain("surrogate", "Thing", text="a surrogate", gender="female"), "Person"),
        (chain("officials", number="plural", text="officials"), "Collective"),
        (chain("outlets", "MediaOutlet", number="plural", text="outlets"), "Collective"),
        (chain("police report", "Work", text="a police report"), "Work"),
        (chain("records", "Thing", number="plural", text="records"), "Work"),
        (chain("sources", "Thing", number="plural", text="sources"), "Collective"),
    ],
)
def test_who_is_described_as_an_asserter_is_of_the_kind_that_its_words_say(
    one: ChainReading, kind: str
) -> None:
    described = describe_asserter(one, "a")
    assert described is not None
    assert described.kind == kind
