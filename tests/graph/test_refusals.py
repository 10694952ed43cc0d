"""Relations that are read rightly and still tell nothing: they give no claim, and say why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sociogram.extraction.reading import Reading
from sociogram.graph.assemble import make_graph
from sociogram.graph.refusals import is_calendar, is_telling
from sociogram.graph.values import Graph
from sociogram.model import Origin, Polarity
from support.made_readings import Paper, Resources


def graph_of(*readings: Reading) -> Graph:
    return make_graph(readings, (), Resources(), ())


def said(paper: Paper) -> list[str]:
    return [claim.relation for claim in graph_of(paper.reading()).claims]


def test_people_named_after_a_body_alone_are_no_claim_about_it() -> None:
    paper = Paper("a")
    body, people = paper.chain("Orion Rail", "Company"), paper.chain("managers", "Collective", form="nominal")
    paper.says(body, "employs", people, origin=Origin.POST)
    reading = paper.reading()
    (relation,) = reading.relations
    within = replace(relation, object_span=(relation.trigger_span[0] - 1, relation.trigger_span[1]))
    assert not graph_of(replace(reading, relations=(within,))).claims


@pytest.mark.parametrize("words", ["any role", "others", "some of these laws", "letters", "many people"])
def test_words_that_point_at_nothing_are_no_object(words: str) -> None:
    assert not is_telling(words)


@pytest.mark.parametrize("words", ["the ruling", "a bill to lower taxes", "his remark", "nuclear weapons"])
def test_words_that_say_which_thing_is_meant_are_an_object(words: str) -> None:
    assert is_telling(words)


def test_an_actor_without_a_name_must_be_pointed_at() -> None:
    assert is_telling("the president of Peru", of_actor=True)
    assert not is_telling("seven long chains", of_actor=True)


def test_an_object_without_a_name_keeps_its_whole_phrase() -> None:
    paper = Paper("a")
    paper.says(paper.chain("Ann Varga"), "opposes", paper.chain("the law", "Thing", form="nominal"))
    reading = paper.reading()
    (relation,) = reading.relations
    phrase = replace(relation, object_phrase="the law on border towns")
    (claim,) = graph_of(replace(reading, relations=(phrase,))).claims
    assert getattr(claim.object, "value", "") == "the law on border towns"


def test_the_fallback_says_nothing_of_the_subjects_own_things() -> None:
    paper = Paper("a")
    owner = paper.chain("Ann Varga")
    paper.says(
        owner, "relatedTo", paper.chain("campaign", "Campaign", form="nominal", owner=owner, owned="campaign")
    )
    assert said(paper) == []


def test_the_fallback_needs_names_at_both_ends() -> None:
    paper = Paper("a")
    paper.says(paper.chain("Ann Varga"), "relatedTo", paper.chain("crowds", "Collective", form="nominal"))
    assert said(paper) == []


def test_a_learned_relation_is_no_reading_of_a_denial() -> None:
    paper = Paper("a")
    party = paper.chain("Green Party", "PoliticalParty")
    paper.says(
        paper.chain("Ann Varga"), "partyMemberOf", party, polarity=Polarity.DENIED, origin=Origin.LEARNED
    )
    assert said(paper) == []


def test_a_learned_relation_gives_way_to_what_the_words_say_of_the_two() -> None:
    paper = Paper("a")
    ann, school = paper.chain("Ann Varga"), paper.chain("Orion College", "EducationalInstitution")
    paper.says(ann, "educatedAt", school, quote="Varga studied at Orion College.", start=400)
    paper.says(
        school, "employs", ann, quote="Varga studied at Orion College.", start=400, origin=Origin.LEARNED
    )
    assert said(paper) == ["educatedAt"]


def test_a_learned_relation_between_unfit_ends_is_no_fallback() -> None:
    paper = Paper("a")
    paper.says(
        paper.chain("Orion Rail", "Company"), "bornIn", paper.chain("Peru", "Country"), origin=Origin.LEARNED
    )
    assert said(paper) == []


def test_a_letter_in_brackets_is_the_party_of_persons_alone() -> None:
    paper = Paper("a")
    party = paper.chain("Green Party", "PoliticalParty")
    paper.says(paper.chain("Orion Polls", "Company"), "partyMemberOf", party, origin=Origin.BRACKET)
    assert said(paper) == []


@pytest.mark.parametrize(("words", "told"), [("nurses", []), ("nurses she praised", ["praises"])])
def test_an_object_is_not_called_by_its_own_relation(words: str, told: list[str]) -> None:
    paper = Paper("a")
    nurses = paper.chain("nurses", "Collective", form="nominal")
    paper.says(paper.chain("Ann Varga"), "praises", nurses)
    reading = paper.reading()
    (relation,) = reading.relations
    chains = tuple(
        replace(chain, phrase="nurses she praised") if chain.name == "nurses" else chain
        for chain in reading.chains
    )
    own = replace(relation, object_phrase=words, trigger="praised")
    assert [
        one.relation for one in graph_of(replace(reading, chains=chains, relations=(own,))).claims
    ] == told


def test_an_opinion_is_not_of_ones_own_work() -> None:
    paper = Paper("a")
    ann = paper.chain("Ann Varga")
    work = paper.chain("the long work", "Thing", form="nominal", owner=ann, owned="work")
    paper.says(ann, "praises", work, origin=Origin.NOUN)
    assert said(paper) == []


@pytest.mark.parametrize(("relation", "told"), [("siblingOf", ["siblingOf"]), ("friendOf", [])])
def test_whose_relative_an_actor_is_is_told_though_his_name_says_so(relation: str, told: list[str]) -> None:
    paper = Paper("a")
    ann = paper.chain("Ann Varga")
    hers = paper.chain("her sister", "Person", form="nominal", owner=ann, owned="sister")
    paper.says(hers, relation, ann, origin=Origin.NOUN)
    # The noun that makes the relation is the last word of its subject.
    paper.relations[-1] = replace(paper.relations[-1], subject_span=(0, 10), trigger_span=(4, 10))
    assert said(paper) == told


def test_whose_relative_somebody_without_a_name_is_is_told_once() -> None:
    paper = Paper("a")
    ann = paper.chain("Ann Varga")
    hers = paper.chain("her brother", "Person", form="nominal", owner=ann, owned="brother")
    paper.says(hers, "siblingOf", ann, origin=Origin.NOUN)
    paper.says(hers, "siblingOf", ann, origin=Origin.NOUN)
    paper.says(ann, "marriedTo", paper.chain("Carl Dorn"))
    paper.says(ann, "marriedTo", paper.chain("Carl Dorn"))
    assert said(paper) == ["siblingOf", "marriedTo", "marriedTo"]


def test_a_relative_has_a_name() -> None:
    paper = Paper("a")
    paper.says(paper.chain("Ann Varga"), "marriedTo", paper.chain("the husband", "Thing", form="nominal"))
    assert said(paper) == []


@pytest.mark.parametrize(
    "date", ["1957", "Nov. 24", "24 November", "1957-03-25", "May 1962", "the 1980s", "3.4.1999"]
)
def test_a_date_of_the_calendar_is_an_object(date: str) -> None:
    assert is_calendar(date)


@pytest.mark.parametrize(
    "date", ["yesterday", "four days", "last year", "March", "20 years ago", "Wednesday"]
)
def test_a_date_that_only_the_day_of_its_document_tells_is_none(date: str) -> None:
    assert not is_calendar(date)
    paper = Paper("a")
    person, day = paper.chain("Ann Lee", "Person"), paper.chain(date, "Date", form="nominal")
    paper.says(person, "diedOn", day)
    assert said(paper) == []


@pytest.mark.parametrize(("form", "told"), [("named", ["bornIn"]), ("nominal", [])])
def test_a_learned_relation_needs_a_person_with_a_name(form: str, told: list[str]) -> None:
    paper = Paper("a")
    player = paper.chain("a tall player of Orion Rail", "Person", form=form)
    paper.says(player, "bornIn", paper.chain("Peru", "Country"), origin=Origin.LEARNED)
    assert said(paper) == told
