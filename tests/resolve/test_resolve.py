"""Identity over documents: which names are one actor, and which never are."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sociogram.extraction.reading import Reading
from sociogram.knowledge.actor_lists import KnownActor
from sociogram.model import Actor, Judgement
from sociogram.resolve import Resolution
from sociogram.resolve.disjoint_sets import DisjointSets
from sociogram.resolve.identifiers import IdParts, assign_ids
from sociogram.resolve.names import acronym, acronyms_of, name_key, names_agree, person_name
from support.made_readings import Paper, make_lists, person_papers
from support.resolving import resolve_readings

LISTS = make_lists(
    KnownActor(id="germany", name="Germany", kind="Country", identifiers=(("wikidata", "Q183"),)),
    KnownActor(
        id="mara-quill",
        name="Mara Quill",
        kind="Person",
        identifiers=(("wikidata", "Q1"),),
        type="senator",
        party="Orange Party",
        country="Fiji",
        context="office",
    ),
    KnownActor(id="fiji", name="Fiji", kind="Country"),
    KnownActor(id="nigeria", name="Nigeria", kind="Country"),
    KnownActor(
        id="social-democratic-party",
        name="Social Democratic Party",
        kind="PoliticalParty",
        aliases=("SPD", "Social Democrats"),
        country="Germany",
    ),
    KnownActor(id="european-union", name="European Union", kind="InternationalOrganization"),
)


def resolve(*readings: Reading, judgements: tuple[Judgement, ...] = ()) -> Resolution:
    return resolve_readings(readings, LISTS, judgements)


def actor_names(*names: str) -> list[str]:
    return [actor.name for actor in resolve(*person_papers(*names)).actors]


def only(resolution: Resolution) -> Actor:
    (actor,) = resolution.actors
    return actor


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("James A. Olsen", "Jim Olsen"),
        ("Robert Varga", "Bob Varga"),
        ("J. D. Marsh", "John David Marsh"),
        ("JD Marsh", "J.D. Marsh"),
        ("Ann Lee", "Ann B. Lee"),
        ("Ursula van der Berg", "Ursula Berg"),
        ("António Reis", "Antonio Reis"),
        ("Sen. Ann Lee", "Ann Lee"),
        ('Ernest R. "Cap" Quill', "Cap Quill"),
        ('Ernest R. "Cap" Quill', "Ernest Quill"),
    ],
)
def test_names_of_one_person_are_one_actor(left: str, right: str) -> None:
    assert len(actor_names(left, right)) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Paul Kern", "Paul Kern Jr."),
        ("Paul Kern Sr.", "Paul Kern Jr."),
        ("Karl Berg II", "Karl Berg III"),
        ("Ann Lee", "Ivan Lee"),
        ("James A. Olsen", "James B. Olsen"),
        ("Ann Lee", "Ann Leeman"),
        ('Ernest R. "Cap" Quill', "Max Quill"),
        ('Ernest R. "Cap" Quill', "Cap Lee"),
        ("Paul Kern, junior", "Paul Kern senior"),
        ("Mrs Paul Kern", "Paul Kern"),
        ("Mrs. Paul Kern", "P. Kern"),
    ],
)
def test_names_of_two_people_stay_two_actors(left: str, right: str) -> None:
    assert len(actor_names(left, right)) == 2


def test_a_name_that_could_be_either_of_two_people_stays_by_itself() -> None:
    assert sorted(actor_names("J. Olsen", "James Olsen", "Judith Olsen")) == [
        "J. Olsen",
        "James Olsen",
        "Judith Olsen",
    ]


def test_the_commonest_full_name_names_the_actor() -> None:
    paper = Paper("a")
    paper.chain("James A. Olsen", count=1)
    paper.chain("Jim Olsen", count=5)
    actor = only(resolve(paper.reading()))
    assert (actor.id, actor.name, actor.aliases) == ("jim-olsen", "Jim Olsen", ("James A. Olsen",))


def test_a_lone_surname_goes_to_its_bearer_in_its_own_document() -> None:
    first, second = Paper("a"), Paper("b")
    first.chain("Ann Varga")
    lone = first.chain("Varga")
    second.chain("Bela Varga", count=50)
    resolution = resolve(first.reading(), second.reading())
    assert resolution.actor_of["a", lone] == "ann-varga"


def test_a_lone_surname_goes_to_the_only_bearer_of_whom_two_documents_speak() -> None:
    assert actor_names("Ann Varga", "Ann Varga", "Varga") == ["Ann Varga"]


def test_a_lone_surname_is_not_the_bearer_of_whom_one_other_document_speaks() -> None:
    assert actor_names("Ann Varga", "Varga") == ["Ann Varga", "Varga"]


def test_a_lone_surname_is_not_whoever_signs_other_documents() -> None:
    papers = [Paper(name) for name in "abc"]
    papers[0].chain("Ann Varga", role="author")
    papers[1].chain("Ann Varga", role="author")
    papers[2].chain("Varga")
    assert len(resolve(*(paper.reading() for paper in papers)).actors) == 2


def test_a_lone_surname_goes_to_the_overwhelming_bearer_in_the_corpus() -> None:
    papers = [Paper(name) for name in "abc"]
    papers[0].chain("Ann Varga", count=50)
    papers[1].chain("Ann Varga", count=45)
    papers[0].chain("Bela Varga", count=5)
    lone = papers[2].chain("Varga")
    assert resolve(*(paper.reading() for paper in papers)).actor_of["c", lone] == "ann-varga"


def test_a_lone_surname_with_two_bearers_is_an_actor_of_its_document_alone() -> None:
    first, second, third = Paper("a"), Paper("b"), Paper("c")
    first.chain("Ann Varga", count=5)
    first.chain("Bela Varga", count=5)
    second.chain("Varga")
    third.chain("Varga")
    ids = [actor.id for actor in resolve(first.reading(), second.reading(), third.reading()).actors]
    assert len(ids) == 4
    assert sum(each.startswith("varga-") for each in ids) == 2


def test_a_lone_surname_of_the_other_gender_is_someone_else() -> None:
    first, second = Paper("a"), Paper("b")
    first.chain("Ann Varga", gender="female")
    second.chain("Varga", gender="male")
    assert len(resolve(first.reading(), second.reading()).actors) == 2


def test_a_couple_of_one_document_are_two_actors() -> None:
    paper = Paper("a")
    paper.chain("Varga", gender="female")
    paper.chain("Varga", gender="male")
    paper.chain("Varga")
    assert [len(actor.mentions) for actor in resolve(paper.reading()).actors] == [2, 1]


def test_an_acronym_is_its_full_name_where_a_document_has_both() -> None:
    first, second = Paper("a"), Paper("b")
    first.chain("Union of River States", "Organization")
    first.chain("URS", "Organization")
    second.chain("URS", "Organization")
    assert only(resolve(first.reading(), second.reading())).name == "Union of River States"


def test_an_acronym_with_two_full_names_beside_it_stays_by_itself() -> None:
    paper = Paper("a")
    paper.chain("Union of River States", "Organization")
    paper.chain("United Road Services", "Organization")
    paper.chain("URS", "Organization")
    assert len(resolve(paper.reading()).actors) == 3


def test_a_short_acronym_is_nobody_elses_in_another_document() -> None:
    first, second = Paper("a"), Paper("b")
    first.chain("Green Movement", "Organization")
    second.chain("GM", "Organization")
    assert len(resolve(first.reading(), second.reading()).actors) == 2


def test_a_legal_form_makes_no_other_company() -> None:
    first, second = Paper("a"), Paper("b")
    first.chain("Orion Rail, Inc.", "Company")
    second.chain("Orion Rail", "Company")
    assert len(resolve(first.reading(), second.reading()).actors) == 1


def test_a_city_and_a_person_of_one_name_are_told_apart_by_kind() -> None:
    first, second = Paper("a"), Paper("b")
    first.chain("Lincoln", "Place", count=3)
    second.chain("Lincoln", "Person", count=3)
    assert [actor.id for actor in resolve(first.reading(), second.reading()).actors] == [
        "lincoln-person",
        "lincoln-place",
    ]


def test_a_rare_wrong_kind_gives_way_to_the_common_one() -> None:
    first, second = Paper("a"), Paper("b")
    first.chain("Orion", "Company", count=8)
    second.chain("Orion", "Person", count=1)
    assert only(resolve(first.reading(), second.reading())).kind == "Company"


def test_a_well_known_actor_has_the_id_name_and_identifiers_of_the_list() -> None:
    paper = Paper("a")
    paper.chain("Federal Republic", "Country", known="germany")
    actor = only(resolve(paper.reading()))
    assert (actor.id, actor.name, actor.identifiers) == ("germany", "Germany", (("wikidata", "Q183"),))


def test_an_acronym_that_its_document_spells_out_is_not_the_well_known_one() -> None:
    paper = Paper("a")
    paper.chain(
        "East Uplands", "Organization", known="european-union", names=(("EU", 1), ("East Uplands", 1))
    )
    assert only(resolve(paper.reading())).id == "east-uplands"


def test_a_handle_is_the_actor_whose_name_has_its_letters() -> None:
    paper = Paper("a")
    paper.chain("Ann Varga", count=2)
    paper.chain("@AnnVarga", "Organization")
    assert only(resolve(paper.reading())).aliases == ("@AnnVarga",)


def test_the_kind_of_whom_a_letter_is_addressed_to_is_overruled_by_its_text() -> None:
    paper = Paper("a")
    paper.chain("Orion", "Person", role="recipient", count=4)
    paper.chain("Orion", "Company")
    assert only(resolve(paper.reading())).kind == "Company"


def test_a_description_has_no_quotation_mark_left_in_it() -> None:
    paper = Paper("a")
    owner = paper.chain("Ann Varga")
    friend = paper.chain("friend", form="nominal", owner=owner, owned='self-declared "first friend')
    paper.says(friend, "supports", owner)
    names = [actor.name for actor in resolve(paper.reading()).actors]
    assert names == ["Ann Varga", "Ann Varga’s self-declared first friend"]


def test_an_adjective_of_a_nation_is_its_country() -> None:
    paper = Paper("a")
    paper.chain("German", "Collective", demonym=True)
    assert only(resolve(paper.reading())).id == "germany"


def test_what_belongs_to_an_actor_is_an_actor_by_its_owners_name() -> None:
    first, second = Paper("a"), Paper("b")
    ids = []
    for paper in (first, second):
        owner = paper.chain("Ann Varga")
        body = paper.chain("her campaign", "Campaign", form="nominal", owner=owner, owned="campaign")
        paper.says(owner, "funded", body)
        ids.append((paper.name, body))
    resolution = resolve(first.reading(), second.reading())
    assert {resolution.actor_of[each] for each in ids} == {"ann-vargas-campaign"}


def test_a_named_campaign_is_the_one_that_belongs_to_the_bearer_of_its_name() -> None:
    paper = Paper("a")
    owner = paper.chain("Ann Varga")
    paper.chain("Varga campaign", "Organization")
    body = paper.chain("her campaign", "Campaign", form="nominal", owner=owner, owned="campaign")
    paper.says(owner, "funded", body)
    resolution = resolve(paper.reading())
    assert [actor.name for actor in resolution.actors] == ["Ann Varga", "Ann Varga’s campaign"]


def test_of_several_of_a_surname_the_one_of_its_document_owns_a_body() -> None:
    paper, other = Paper("a"), Paper("b")
    owner = paper.chain("Ann Varga")
    paper.chain("Varga Foundation", "Organization")
    body = paper.chain("her foundation", "Organization", form="nominal", owner=owner, owned="foundation")
    paper.says(owner, "funded", body)
    other.chain("Tom Varga")
    resolution = resolve(paper.reading(), other.reading())
    assert [actor.name for actor in resolution.actors] == ["Ann Varga", "Tom Varga", "Varga Foundation"]


@pytest.mark.parametrize("noun", ["foundation", "trust", "charity"])
def test_a_foundation_keeps_its_own_name_beside_its_owners(noun: str) -> None:
    paper = Paper("a")
    owner = paper.chain("Ann Varga")
    paper.chain(f"Varga {noun.title()}", "Organization")
    body = paper.chain(f"her {noun}", "Organization", form="nominal", owner=owner, owned=noun)
    paper.says(owner, "funded", body)
    resolution = resolve(paper.reading())
    assert [actor.name for actor in resolution.actors] == ["Ann Varga", f"Varga {noun.title()}"]


def test_of_two_that_a_person_calls_the_same_the_name_is_kept_and_not_the_description() -> None:
    for swapped in (False, True):
        paper = Paper("a")
        owner, husband = paper.chain("Ann Varga"), paper.chain("Tom Rudd")
        body = paper.chain("her husband", form="nominal", owner=owner, owned="husband")
        paper.says(husband, "met", body)
        sides = ("tom-rudd", "ann-vargas-husband")
        left, right = reversed(sides) if swapped else sides
        resolution = resolve(paper.reading(), judgements=(Judgement(verdict="same", left=left, right=right),))
        assert [actor.name for actor in resolution.actors] == ["Ann Varga", "Tom Rudd"]


def test_an_everyday_name_of_two_countries_is_two_parties() -> None:
    papers = [Paper("a"), Paper("b"), Paper("c")]
    for paper, country in zip(papers, ("Nigeria", "Fiji", "Fiji"), strict=True):
        paper.chain(country, "Country", known=country.lower())
        paper.chain("National Party", "PoliticalParty")
    parties = [resolve(*(paper.reading() for paper in papers)).actor_of[name, 1] for name in ("a", "b", "c")]
    assert parties[0] != parties[1]
    assert parties[1] == parties[2]


def test_an_everyday_name_that_no_list_gave_is_not_that_of_the_list() -> None:
    first, second = Paper("a"), Paper("b")
    first.chain("SPD", "PoliticalParty", known="social-democratic-party")
    second.chain("Social Democrats", "PoliticalParty")
    resolution = resolve(first.reading(), second.reading())
    assert resolution.actor_of["a", 0] != resolution.actor_of["b", 0]


def test_somebodys_lawyer_is_an_actor_of_one_document() -> None:
    papers = [Paper("a"), Paper("b")]
    for paper in papers:
        owner = paper.chain("Ann Varga")
        lawyer = paper.chain("her lawyer", form="nominal", owner=owner, owned="lawyer")
        paper.says(lawyer, "defends", owner)
    actors = resolve(*(paper.reading() for paper in papers)).actors
    assert [actor.name for actor in actors] == ["Ann Varga", "Ann Varga’s lawyer", "Ann Varga’s lawyer"]


def test_a_group_is_one_actor_for_all_documents() -> None:
    papers = [Paper("a"), Paper("b")]
    for paper in papers:
        group = paper.chain("farmers", form="nominal", number="plural")
        paper.says(group, "opposes", paper.chain("Ann Varga"))
    actors = resolve(*(paper.reading() for paper in papers)).actors
    assert [(actor.id, actor.kind) for actor in actors] == [
        ("ann-varga", "Person"),
        ("farmers", "Collective"),
    ]


def test_a_body_with_a_name_in_it_is_one_actor_for_all_documents_unless_it_is_any_such_body() -> None:
    papers = [Paper("a"), Paper("b")]
    for paper in papers:
        army = paper.chain("Soviet army", "GovernmentBody", form="nominal", text="the Soviet army")
        court = paper.chain("Canadian court", "GovernmentBody", form="nominal", text="a Canadian court")
        paper.says(army, "opposes", paper.chain("Ann Varga"))
        paper.says(court, "opposes", paper.chain("Ann Varga"))
    ids = [actor.id for actor in resolve(*(paper.reading() for paper in papers)).actors]
    assert ids == ["ann-varga", "soviet-army"]


@pytest.mark.parametrize("name", ["people", "others", "three senators", "supporters"])
def test_words_for_anyone_are_no_actor(name: str) -> None:
    paper = Paper("a")
    group = paper.chain(name, form="nominal", number="plural")
    paper.says(group, "opposes", paper.chain("Ann Varga"))
    resolution = resolve(paper.reading())
    assert [actor.id for actor in resolution.actors] == ["ann-varga"]
    assert resolution.reasons["a", group] == "the words name nobody in particular"


def test_an_unnamed_person_is_no_actor_but_to_say_something() -> None:
    paper = Paper("a")
    senator = paper.chain("senator", form="nominal", text="the senator")
    official = paper.chain("senior official", form="nominal", text="a senior official")
    target = paper.chain("Ann Varga")
    paper.says(senator, "opposes", target, asserters=(official,))
    resolution = resolve(paper.reading())
    assert ("a", senator) not in resolution.actor_of
    assert resolution.actor_of["a", official].startswith("senior-official-")


def test_a_body_that_a_document_takes_as_known_is_an_actor_there() -> None:
    paper = Paper("a")
    body = paper.chain("committee", "GovernmentBody", form="nominal", text="the committee")
    paper.says(body, "investigated", paper.chain("Ann Varga"))
    assert resolve(paper.reading()).actor_of["a", body].startswith("committee-")


def test_a_noun_phrase_in_capitals_is_the_actor_of_that_name() -> None:
    first, second, third = Paper("a"), Paper("b"), Paper("c")
    first.chain("River States Committee", "Organization")
    places = []
    for paper, name in (
        (second, "River States Committee"),
        (second, "Lake Towns League"),
        (third, "Lake Towns League"),
    ):
        body = paper.chain(name, "Organization", form="nominal", text=f"the {name}")
        paper.says(body, "opposes", paper.chain("Ann Varga"))
        places.append((paper.name, body))
    resolution = resolve(first.reading(), second.reading(), third.reading())
    assert [resolution.actor_of[place] for place in places] == [
        "river-states-committee",
        "lake-towns-league",
        "lake-towns-league",
    ]


NAMES = ["Ann Varga", "Varga", "A. Varga", "Bela Varga", "Bela Varga Jr.", "James Olsen", "Jim Olsen", "Olsen",
         "Orion Rail", "ORION RAIL", "J. Olsen", "James B. Olsen"]  # fmt: skip
PAPERS = st.lists(
    st.lists(
        st.tuples(
            st.sampled_from(NAMES),
            st.sampled_from(["Person", "Company", "Place"]),
            st.sampled_from(["male", "female", "unknown"]),
            st.integers(1, 6),
        ),
        min_size=1,
        max_size=4,
    ),
    min_size=1,
    max_size=5,
)


def made(papers: list[list[tuple[str, str, str, int]]]) -> list[Reading]:
    readings = []
    for number, chains in enumerate(papers):
        paper = Paper(f"d{number}")
        for name, kind, gender, count in chains:
            paper.chain(name, kind, gender=gender, count=count)
        readings.append(paper.reading())
    return readings


@settings(max_examples=60, deadline=None)
@given(PAPERS, st.randoms(use_true_random=False))
def test_the_order_of_documents_changes_nothing(
    papers: list[list[tuple[str, str, str, int]]], chance: random.Random
) -> None:
    readings = made(papers)
    shuffled = list(readings)
    chance.shuffle(shuffled)
    first, second = resolve(*readings), resolve(*shuffled)
    assert first.actors == second.actors
    assert first.actor_of == second.actor_of


@settings(max_examples=60, deadline=None)
@given(PAPERS)
def test_each_named_chain_is_exactly_one_actor_and_ids_are_unique(
    papers: list[list[tuple[str, str, str, int]]],
) -> None:
    readings = made(papers)
    resolution = resolve(*readings)
    ids = [actor.id for actor in resolution.actors]
    assert len(ids) == len(set(ids))
    places = [(reading.document.id, chain.index) for reading in readings for chain in reading.chains]
    assert set(places) == set(resolution.actor_of)
    mentions = [mention for actor in resolution.actors for mention in actor.mentions]
    assert len(mentions) == sum(len(chain.mentions) for reading in readings for chain in reading.chains)


@settings(max_examples=60, deadline=None)
@given(PAPERS)
def test_names_that_disagree_are_never_one_actor(papers: list[list[tuple[str, str, str, int]]]) -> None:
    for actor in resolve(*made(papers)).actors:
        if actor.kind == "Person":
            full = [name for name in map(person_name, (actor.name, *actor.aliases)) if not name.lone]
            assert all(names_agree(one, other) for one, other in itertools.combinations(full, 2))


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))),
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))),
)
def test_clusters_are_an_equivalence_that_keeps_every_veto(
    joins: list[tuple[int, int]], vetoes: list[tuple[int, int]]
) -> None:
    clusters: DisjointSets[int] = DisjointSets(lambda left, right: abs(left - right) == 7)
    vetoes = [pair for pair in vetoes if pair[0] != pair[1]]
    for left, right in vetoes:
        clusters.forbid(left, right)
    for left, right in joins:
        assert clusters.join(left, right) == (clusters.find(left) == clusters.find(right))
    sets = [clusters.members(item) for item in range(10) if clusters.find(item) == item]
    assert sorted(item for members in sets for item in members) == list(range(10))
    for left, right in vetoes:
        assert clusters.find(left) != clusters.find(right)
    for members in sets:
        assert all(abs(one - other) != 7 for one, other in itertools.combinations(members, 2))


def test_same_joins_what_the_rules_kept_apart_and_keeps_the_left_id() -> None:
    readings = person_papers("Ann Varga", "Anna Kovacs")
    same = Judgement(verdict="same", left="ann-varga", right="anna-kovacs")
    actor = only(resolve(*readings, judgements=(same,)))
    assert (actor.id, actor.aliases) == ("ann-varga", ("Anna Kovacs",))
    assert len(resolve(*readings).actors) == 2


def test_different_splits_what_the_rules_joined() -> None:
    readings = person_papers("James Olsen", "Jim Olsen")
    different = Judgement(verdict="different", left="James Olsen", right="Jim Olsen")
    assert [actor.id for actor in resolve(*readings, judgements=(different,)).actors] == [
        "james-olsen",
        "jim-olsen",
    ]


def test_different_can_split_one_mention_from_its_name() -> None:
    readings = person_papers("Ann Varga", "Ann Varga")
    different = Judgement(verdict="different", left="ann-varga", right="d1@0")
    resolution = resolve(*readings, judgements=(different,))
    assert len(resolution.actors) == 2
    assert resolution.actor_of["d0", 0] != resolution.actor_of["d1", 0]


def test_of_two_judgements_on_a_pair_the_later_counts() -> None:
    readings = person_papers("Ann Varga", "Anna Kovacs")
    same = Judgement(verdict="same", left="Ann Varga", right="Anna Kovacs")
    different = Judgement(verdict="different", left="Anna Kovacs", right="Ann Varga")
    assert len(resolve(*readings, judgements=(same, different)).actors) == 2
    assert len(resolve(*readings, judgements=(different, same)).actors) == 1


def test_rename_changes_the_name_and_not_the_id() -> None:
    rename = Judgement(verdict="rename", left="ann-varga", right="Dr. Ann Varga")
    actor = only(resolve(*person_papers("Ann Varga"), judgements=(rename,)))
    assert (actor.id, actor.name, actor.aliases) == ("ann-varga", "Dr. Ann Varga", ("Ann Varga",))


def test_a_judgement_on_somebody_unknown_is_reported() -> None:
    same = Judgement(verdict="same", left="nobody", right="ann-varga")
    (skipped,) = resolve(*person_papers("Ann Varga"), judgements=(same,)).skipped
    assert "'nobody' is no actor" in skipped.reason


def test_different_takes_an_id_that_is_no_name() -> None:
    readings = []
    for name, kind in (("a", "Company"), ("b", "Company"), ("c", "Place")):
        paper = Paper(name)
        paper.chain("Mercury", kind=kind)
        readings.append(paper.reading())
    assert [actor.id for actor in resolve(*readings).actors] == ["mercury-company", "mercury-place"]
    different = Judgement(verdict="different", left="mercury-company", right="b@0")
    parted = resolve(*readings, judgements=(different,))
    assert parted.actor_of["a", 0] != parted.actor_of["b", 0]
    assert parted.skipped == ()


def notes(*names: str, judgements: tuple[Judgement, ...]) -> list[str]:
    """What is said of the judgements on papers that name one person each."""
    return [skipped.reason for skipped in resolve(*person_papers(*names), judgements=judgements).skipped]


def test_a_judgement_that_does_its_work_is_not_reported() -> None:
    different = Judgement(verdict="different", left="James Olsen", right="Jim Olsen")
    rename = Judgement(verdict="rename", left="James Olsen", right="Dr. Olsen")
    assert notes("James Olsen", "Jim Olsen", judgements=(different, rename)) == []
    mention = Judgement(verdict="different", left="ann-varga", right="d1@0")
    assert notes("Ann Varga", "Ann Varga", judgements=(mention,)) == []


@pytest.mark.parametrize("verdict", ["different", "rename"])
def test_so_is_a_difference_or_a_new_name_of_somebody_unknown(
    verdict: Literal["different", "rename"],
) -> None:
    judgement = Judgement(verdict=verdict, left="nobody", right="ann-varga")
    assert notes("Ann Varga", judgements=(judgement,)) == [
        f"judgement '{verdict}': 'nobody' is no actor, name or mention of this graph"
    ]


def test_two_names_of_one_document_that_are_still_one_are_reported() -> None:
    paper = Paper("d0")
    paper.chain("Ann Varga", names=(("Ann Varga", 1), ("Annie Varga", 1)))
    different = Judgement(verdict="different", left="Ann Varga", right="Annie Varga")
    (skipped,) = resolve(paper.reading(), judgements=(different,)).skipped
    assert "'Ann Varga' and 'Annie Varga' are still one, ann-varga" in skipped.reason
    assert skipped.text == "Ann Varga | Annie Varga"


def test_a_mention_that_is_alone_under_its_name_keeps_its_id() -> None:
    paper = Paper("d0")
    paper.chain("Ann Varga", count=2)
    different = Judgement(
        verdict="different", left="ann-varga", right=f"d0@{paper.chains[0].mentions[1].start}"
    )
    resolution = resolve(paper.reading(), judgements=(different,))
    assert only(resolution).id == "ann-varga"
    assert "are still one, ann-varga" in resolution.skipped[0].reason


def test_a_mention_of_a_well_known_name_is_told_apart_from_the_others() -> None:
    papers = [Paper(name) for name in ("a", "b", "c")]
    for paper in papers:
        paper.chain("Germany", kind="Country", known="germany")
    different = Judgement(verdict="different", left="germany", right="b@0")
    resolution = resolve(*(paper.reading() for paper in papers), judgements=(different,))
    assert resolution.actor_of["a", 0] == resolution.actor_of["c", 0] == "germany"
    assert resolution.actor_of["b", 0] != "germany"
    assert resolution.skipped == ()


def test_the_one_mention_of_a_well_known_name_can_be_of_another() -> None:
    paper = Paper("a")
    paper.chain("Germany", kind="Country", known="germany")
    different = Judgement(verdict="different", left="germany", right="a@0")
    resolution = resolve(paper.reading(), judgements=(different,))
    assert only(resolution).identifiers == ()
    assert resolution.skipped == ()


def test_a_mention_told_apart_takes_nobody_else_along() -> None:
    readings = person_papers("James A. Olsen", "Jim Olsen", "James Olsen")
    assert len(resolve(*readings).actors) == 1
    different = Judgement(verdict="different", left="james-a-olsen", right="d1@0")
    resolution = resolve(*readings, judgements=(different,))
    assert resolution.actor_of["d0", 0] == resolution.actor_of["d2", 0] == "james-a-olsen"
    assert resolution.actor_of["d1", 0] == "jim-olsen"


@pytest.mark.parametrize("document", ["d0", "d1", "d3"])
def test_a_lone_name_told_apart_leaves_the_others_together(document: str) -> None:
    readings = person_papers("Olsen", "Olsen", "Olsen", "Olsen")
    assert only(resolve(*readings)).id == "olsen"
    different = Judgement(verdict="different", left="olsen", right=f"{document}@0")
    resolution = resolve(*readings, judgements=(different,))
    others = {each for place, each in resolution.actor_of.items() if place[0] != document}
    assert others == {"olsen"}
    assert resolution.actor_of[document, 0] != "olsen"


def test_of_two_mentions_that_begin_at_one_place_the_end_tells() -> None:
    paper, other = Paper("a"), Paper("b")
    paper.chain("Ada Aldener")
    foundation = paper.chain("Ada Aldener Foundation", kind="Company")
    start, end = paper.chains[foundation].mentions[0].start, paper.chains[foundation].mentions[0].end
    moved = replace(paper.chains[foundation].mentions[0], start=0, end=end - start)
    paper.chains[foundation] = replace(paper.chains[foundation], mentions=(moved,))
    other.chain("Ada Aldener")
    other.chain("Ada Aldener Foundation", kind="Company")
    reference = f"a@0-{end - start}"
    different = Judgement(verdict="different", left="ada-aldener-foundation", right=reference)
    resolution = resolve(paper.reading(), other.reading(), judgements=(different,))
    assert resolution.actor_of["a", 0] == resolution.actor_of["b", 0]
    assert resolution.actor_of["a", 1] != resolution.actor_of["b", 1]


def test_of_several_new_names_of_an_actor_the_last_line_counts() -> None:
    lines = [("ann-varga", "First"), ("Ann Varga", "Second"), ("ann-varga", "Third")]
    judgements = tuple(Judgement(verdict="rename", left=left, right=right) for left, right in lines)
    assert only(resolve(*person_papers("Ann Varga"), judgements=judgements)).name == "Third"


def test_a_difference_that_a_later_judgement_takes_back_is_reported() -> None:
    different = Judgement(verdict="different", left="Ann Varga", right="Anna Kovacs")
    first, second = (
        Judgement(verdict="same", left="Bela Nemes", right=name) for name in ("Ann Varga", "Anna Kovacs")
    )
    (reason,) = notes("Ann Varga", "Anna Kovacs", "Bela Nemes", judgements=(different, first, second))
    assert reason.endswith(
        "another judgement says same 'Bela Nemes' 'Ann Varga' and same 'Bela Nemes' 'Anna Kovacs'; "
        "delete one of these lines"
    )


def test_ids_do_not_depend_on_the_order_of_the_candidates() -> None:
    candidates = [
        IdParts(name="Mercury", kind="Place", seed="1"),
        IdParts(name="Mercury", kind="Company", seed="2"),
        IdParts(name="Mercury", kind="Company", seed="3"),
        IdParts(name="Mercury", kind="Event", seed="4", known="mercury"),
    ]
    ids = dict(zip(candidates, assign_ids(candidates), strict=True))
    assert ids == dict(zip(candidates[::-1], assign_ids(candidates[::-1]), strict=True))
    assert len(set(ids.values())) == 4
    assert ids[candidates[3]] == "mercury"
    assert ids[candidates[0]] == "mercury-place"


def test_acronyms_are_told_from_names() -> None:
    assert [acronym(name) for name in ("U.N.", "NATO", "DoD", "Tesla", "Ann")] == [
        "un",
        "nato",
        "dod",
        None,
        None,
    ]
    assert "dod" in acronyms_of("Department of Defense")


def test_keys_leave_out_titles_articles_and_legal_forms() -> None:
    assert name_key("The Orion Rail Corp.") == "orion-rail"
    assert name_key("Dr. Ann Lee") == "ann-lee"


def test_a_people_in_the_singular_and_the_plural_is_one_actor() -> None:
    first, second = Paper("a"), Paper("b")
    first.chain("Gelbian", kind="Collective", count=3)
    second.chain("Gelbians", kind="Collective")
    assert only(resolve(first.reading(), second.reading())).name == "Gelbians"


def test_whom_no_text_tells_is_shown_as_a_candidate_without_the_identifier() -> None:
    paper = Paper("a")
    paper.chain("Mara Quill", candidates=("mara-quill",))
    (actor,) = resolve_readings([paper.reading()], LISTS, ()).actors
    assert actor.candidates == ("Mara Quill (senator, Orange Party, Fiji)",)
    assert actor.identifiers == ()


def test_a_known_actor_has_no_candidates() -> None:
    paper = Paper("a")
    paper.chain("Mara Quill", known="mara-quill", candidates=("fiji",))
    (actor,) = resolve_readings([paper.reading()], LISTS, ()).actors
    assert actor.identifiers == (("wikidata", "Q1"),)
    assert actor.candidates == ()


def test_a_namesake_in_another_text_is_not_the_officeholder_nor_are_surnames_there() -> None:
    first, second, third = Paper("a"), Paper("b"), Paper("c")
    first.chain("Mara Quill", known="mara-quill")
    second.chain("Mara Quill", candidates=("mara-quill",))
    third.chain("Quill")
    found = resolve_readings([first.reading(), second.reading(), third.reading()], LISTS, ())
    assert len(found.actors) == 3
    assert sum(actor.identifiers != () for actor in found.actors) == 1


def test_nor_is_one_whose_first_name_looks_like_a_particle() -> None:
    lists = make_lists(KnownActor(id="al-quill", name="Al Quill", kind="Person", context="office"))
    first, second = Paper("a"), Paper("b")
    first.chain("Al Quill", known="al-quill")
    second.chain("Al Quill", candidates=("al-quill",))
    found = resolve_readings([first.reading(), second.reading()], lists, ())
    assert [len(actor.mentions) for actor in found.actors] == [1, 1]
