"""What is nearly done, ruled out, falsely said, not shown or set as a condition, from the text to the claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, load_resources
from sociogram.model import Modality, Polarity
from support.extracted import read, relations

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model
FACT = (Modality.ASSERTED, Modality.REPORTED, Modality.ALLEGED)


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


DENIED = [
    "Ann Lee nearly killed Bob Stone.",
    "Bob Stone was almost killed by Ann Lee.",
    "Ann Lee has all but killed Bob Stone.",
    "Ann Lee narrowly missed killing Bob Stone with her van.",
    "Bob Stone narrowly escaped being killed by Ann Lee.",
    "Ann Lee almost succeeded in killing Bob Stone.",
    "Detectives ruled out that Ann Lee killed Bob Stone.",
    "Detectives ruled out any suggestion that Ann Lee killed Bob Stone.",
    "The theory that Ann Lee killed Bob Stone has been ruled out.",
    "Experts have excluded that Ann Lee killed Bob Stone.",
    "The baseless claim that Ann Lee killed Bob Stone spread.",
    "The claim that Ann Lee killed Bob Stone turned out to be untrue.",
    "The claim that Ann Lee killed Bob Stone has no basis in fact.",
    "The paper retracted its report that Ann Lee killed Bob Stone.",
    "The paper retracted a story saying that Ann Lee killed Bob Stone.",
    "The court quashed the finding that Ann Lee killed Bob Stone.",
    "Ann Lee was wrongly accused of killing Bob Stone.",
    "Ann Lee was wrongly said to have killed Bob Stone.",
    "Carl Dorn falsely claimed that Ann Lee killed Bob Stone.",
    "Carl Dorn lied that Ann Lee killed Bob Stone.",
    "The paper erred in reporting that Ann Lee killed Bob Stone.",
    "A forged letter claimed that Ann Lee killed Bob Stone.",
    "According to a debunked report, Ann Lee killed Bob Stone.",
    "Contrary to claims that Ann Lee killed Bob Stone, he is alive.",
    "There is no truth in the claim that Ann Lee killed Bob Stone.",
    "Instead of killing Bob Stone, Ann Lee left.",
    "It is a mistake to think that Ann Lee killed Bob Stone.",
    "Carl Dorn lied about Ann Lee killing Bob Stone.",
    "Not Ann Lee but the army killed Bob Stone.",
    "A baseless rumour had it that Ann Lee killed Bob Stone.",
    "A persistent myth has it that Ann Lee killed Bob Stone.",
]


@pytest.mark.parametrize("text", DENIED)
def test_what_is_not_so_is_denied_and_nobodys_claim(text: str, nlp: Language, resources: Resources) -> None:
    one = relations(text, nlp, resources)["Ann Lee", "killed", "Bob Stone"]
    assert one.polarity is Polarity.DENIED


OPEN = [
    "Provided that Ann Lee killed Bob Stone, Carl Dorn would win the case.",
    "The inquiry found nothing to suggest that Ann Lee killed Bob Stone.",
    "The inquiry saw nothing indicating that Ann Lee killed Bob Stone.",
    "There is little to indicate that Ann Lee killed Bob Stone.",
    "There is not a shred of evidence that Ann Lee killed Bob Stone.",
    "Detectives failed to find evidence that Ann Lee killed Bob Stone.",
    "Not a single witness said that Ann Lee killed Bob Stone.",
    "Hardly any witness said that Ann Lee killed Bob Stone.",
    "Carl Dorn could not confirm that Ann Lee killed Bob Stone.",
    "The paper could not verify the claim that Ann Lee killed Bob Stone.",
    "The claim that Ann Lee killed Bob Stone has not been proven.",
    "Unconfirmed reports say that Ann Lee killed Bob Stone.",
    "Carl Dorn cast doubt on the claim that Ann Lee killed Bob Stone.",
    "It remains unproven that Ann Lee killed Bob Stone.",
    "Ann Lee has never been accused of killing Bob Stone.",
    "Ann Lee was close to killing Bob Stone.",
    "Ann Lee explained how to kill Bob Stone.",
    "Ann Lee died before killing Bob Stone.",
    "Ann Lee was shot dead two days before killing Bob Stone.",
    "Ann Lee was arrested prior to killing Bob Stone.",
    "Ann Lee hardly ever killed Bob Stone.",
    "Ann Lee rarely killed Bob Stone.",
    "The ministry did not dispute that Ann Lee killed Bob Stone.",
    "Carl Dorn said he would leave if Ann Lee would kill Bob Stone.",
    "Carl Dorn said he would leave in the event that Ann Lee would kill Bob Stone.",
    "Carl Dorn asked whether Ann Lee would kill Bob Stone.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_is_not_shown_or_only_supposed_is_open(text: str, nlp: Language, resources: Resources) -> None:
    one = relations(text, nlp, resources)["Ann Lee", "killed", "Bob Stone"]
    assert one.modality in (Modality.POSSIBLE, Modality.HYPOTHETICAL)


FACTS = [
    "Ann Lee killed Bob Stone almost at once.",
    "Ann Lee almost certainly killed Bob Stone.",
    "Nearly a year later, Ann Lee killed Bob Stone.",
    "Ann Lee nearly ruined Carl Dorn and killed Bob Stone.",
    "The judge ruled that Ann Lee killed Bob Stone.",
    "The court upheld the finding that Ann Lee killed Bob Stone.",
    "The paper did not retract its report that Ann Lee killed Bob Stone.",
    "The report that Ann Lee killed Bob Stone proved correct.",
    "Ann Lee was rightly accused of killing Bob Stone.",
    "Several papers show that Ann Lee killed Bob Stone.",
    "A few papers show that Ann Lee killed Bob Stone.",
    "There is no doubt that Ann Lee killed Bob Stone.",
    "An anonymous witness said that Ann Lee killed Bob Stone.",
    "Carl Dorn did not reveal that Ann Lee killed Bob Stone.",
    "Ann Lee lost no time in killing Bob Stone.",
    "Carl Dorn mocked the fact that Ann Lee killed Bob Stone.",
    "After killing Bob Stone, Ann Lee met Carl Dorn.",
    "After killing Bob Stone, Ann Lee will meet Carl Dorn.",
    "Prior to killing Bob Stone, Ann Lee met Carl Dorn.",
    "Ann Lee shot Carl Dorn before killing Bob Stone.",
    "No one disputed that Ann Lee killed Bob Stone.",
    "No one doubts that Ann Lee killed Bob Stone.",
    "There is no denying that Ann Lee killed Bob Stone.",
    "Ann Lee could not help killing Bob Stone.",
    "Rumour has it that Ann Lee killed Bob Stone.",
    "Ann Lee rarely saw Carl Dorn and killed Bob Stone.",
]


@pytest.mark.parametrize("text", FACTS)
def test_what_is_so_stays_so(text: str, nlp: Language, resources: Resources) -> None:
    one = relations(text, nlp, resources)["Ann Lee", "killed", "Bob Stone"]
    assert one.polarity is Polarity.AFFIRMED
    assert one.modality in FACT


def test_who_says_what_is_untrue_does_not_hold_its_denial(nlp: Language, resources: Resources) -> None:
    one = relations("Carl Dorn falsely claimed that Ann Lee killed Bob Stone.", nlp, resources)
    assert one["Ann Lee", "killed", "Bob Stone"].asserters == ()


def test_nobody_is_no_source(nlp: Language, resources: Resources) -> None:
    one = relations("No witness said that Ann Lee killed Bob Stone.", nlp, resources)
    assert one["Ann Lee", "killed", "Bob Stone"].asserters == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee decided against meeting Bob Stone.",
        "Ann Lee saw no point in holding a summit with Bob Stone.",
        "Ann Lee thought better of meeting Bob Stone.",
    ],
)
def test_who_decides_against_doing_does_not(text: str, nlp: Language, resources: Resources) -> None:
    assert relations(text, nlp, resources)["Ann Lee", "met", "Bob Stone"].polarity is Polarity.DENIED


def test_means_share_the_intention(nlp: Language, resources: Resources) -> None:
    found = relations("Ann Lee plans to win by bribing Bob Stone.", nlp, resources)
    assert found["Ann Lee", "paid", "Bob Stone"].modality is Modality.INTENDED


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee's order to Bob Stone to sue Carl Dorn was ignored.",
        "Ann Lee issued an order to Bob Stone to sue Carl Dorn.",
        "Ann Lee put pressure on Bob Stone to sue Carl Dorn.",
    ],
)
def test_who_is_told_does_it(text: str, nlp: Language, resources: Resources) -> None:
    found = relations(text, nlp, resources)
    assert ("Bob Stone", "sued", "Carl Dorn") in found
    assert ("Ann Lee", "sued", "Carl Dorn") not in found


def test_who_promises_somebody_to_do_something_does_it(nlp: Language, resources: Resources) -> None:
    found = relations("Ann Lee's promise to Bob Stone to sue Carl Dorn was kept.", nlp, resources)
    assert ("Ann Lee", "sued", "Carl Dorn") in found


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("After meeting Bob Stone, Ann Lee sued Carl Dorn.", "Ann Lee"),
        ("Without meeting Bob Stone, Ann Lee sued Carl Dorn.", "Ann Lee"),
        ("After meeting Bob Stone, Dora Fink said, Ann Lee sued Carl Dorn.", "Ann Lee"),
        ("After meeting Bob Stone, Dora Fink told us, Ann Lee sued Carl Dorn.", "Ann Lee"),
        ("After meeting Bob Stone, Dora Fink said that Ann Lee sued Carl Dorn.", "Dora Fink"),
        ("Ann Lee was fired by Carl Dorn after meeting Bob Stone.", "Ann Lee"),
        ("Ann Lee sued Carl Dorn prior to meeting Bob Stone.", "Ann Lee"),
        ("Prior to meeting Bob Stone, Ann Lee sued Carl Dorn.", "Ann Lee"),
        ("In addition to meeting Bob Stone, Ann Lee sued Carl Dorn.", "Ann Lee"),
        ("Ann Lee sued Carl Dorn instead of meeting Bob Stone.", "Ann Lee"),
        ("Carl Dorn accused Ann Lee of meeting Bob Stone.", "Ann Lee"),
    ],
)
def test_a_gerund_is_done_by_who_the_main_clause_is_about(
    text: str, doer: str, nlp: Language, resources: Resources
) -> None:
    met = {subject for subject, relation, _ in relations(text, nlp, resources) if relation == "met"}
    assert met == {doer}


@pytest.mark.parametrize(
    ("text", "relation"),
    [("Ann Lee was raped by Bob Stone.", "attacked"), ("Ann Lee was rapped by Bob Stone.", "criticises")],
)
def test_raped_is_of_rape(text: str, relation: str, nlp: Language, resources: Resources) -> None:
    assert set(relations(text, nlp, resources)) == {("Bob Stone", relation, "Ann Lee")}


def test_a_place_before_a_verb_holds_no_other(nlp: Language, resources: Resources) -> None:
    found = relations("Of all states in Europe, Norway funded Ukraine most.", nlp, resources)
    assert not any(relation == "locatedIn" for _, relation, _ in found)


def test_who_lacks_the_support_of_a_party_is_no_member(nlp: Language, resources: Resources) -> None:
    found = relations("Senator Ann Lee lacks the support of the Labour Party.", nlp, resources)
    assert not any(relation == "partyMemberOf" for _, relation, _ in found)


def test_what_is_not_before_something_denies_not_that(nlp: Language, resources: Resources) -> None:
    found = relations("The walk began in Bonn, but not before Ann Lee sued Bob Stone.", nlp, resources)
    assert [one.polarity for one in found.values()] == [Polarity.AFFIRMED]
    found = relations("The walk began in Bonn before Ann Lee did not sue Bob Stone.", nlp, resources)
    assert Polarity.AFFIRMED not in [one.polarity for one in found.values()]


DOING = [
    ("Ann Lee won by bribing Bob Stone.", Modality.ASSERTED),
    ("Ann Lee could win by bribing Bob Stone.", Modality.POSSIBLE),
    ("Ann Lee would lose by bribing Bob Stone.", Modality.HYPOTHETICAL),
    ("Ann Lee would lose while bribing Bob Stone.", Modality.HYPOTHETICAL),
    ("Ann Lee will vote after bribing Bob Stone.", Modality.PREDICTED),
    ("Ann Lee voted after bribing Bob Stone.", Modality.ASSERTED),
]


@pytest.mark.parametrize(("text", "modality"), DOING)
def test_a_gerund_of_means_or_time_is_no_more_a_fact_than_its_clause(
    text: str, modality: Modality, nlp: Language, resources: Resources
) -> None:
    assert relations(text, nlp, resources)["Ann Lee", "paid", "Bob Stone"].modality is modality


def test_no_meeting_that_came_about_is_denied(nlp: Language, resources: Resources) -> None:
    none = relations("No meeting between Ann Lee and Bob Stone took place.", nlp, resources)
    assert none["Ann Lee", "met", "Bob Stone"].polarity is Polarity.DENIED
    some = relations("No meeting between Ann Lee and Bob Stone failed.", nlp, resources)
    assert some["Ann Lee", "met", "Bob Stone"].modality is Modality.POSSIBLE


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Ann Lee plans to sue Carl Dorn before meeting Bob Stone.", Modality.INTENDED),
        ("Ann Lee plans to sue Carl Dorn prior to meeting Bob Stone.", Modality.INTENDED),
        ("Before meeting Bob Stone, Ann Lee will sue Carl Dorn.", Modality.PREDICTED),
        ("Ann Lee will sue Carl Dorn after meeting Bob Stone.", Modality.PREDICTED),
        ("Ann Lee will sue Carl Dorn in addition to meeting Bob Stone.", Modality.PREDICTED),
        ("Ann Lee sued Carl Dorn before meeting Bob Stone.", Modality.ASSERTED),
        ("Ann Lee did not sue Carl Dorn after meeting Bob Stone.", Modality.ASSERTED),
    ],
)
def test_what_comes_before_or_after_the_undone_is_not_done(
    text: str, modality: Modality, nlp: Language, resources: Resources
) -> None:
    met = relations(text, nlp, resources)["Ann Lee", "met", "Bob Stone"]
    assert (met.polarity, met.modality) == (Polarity.AFFIRMED, modality)


def test_who_has_done_it_is_told_behind_of(nlp: Language, resources: Resources) -> None:
    found = relations("Auditors came across no sign of Acme Corp having paid Bob Stone.", nlp, resources)
    assert found["Acme Corp", "paid", "Bob Stone"].modality is Modality.POSSIBLE
    assert not any(subject == "Auditors" for subject, _, _ in found)


def test_a_subject_behind_a_fronted_phrase_is_no_apposition(nlp: Language, resources: Resources) -> None:
    text = "After suing Ann Lee, the chairman of Acme Corp hired Bob Stone."
    found = read(text, nlp, resources)
    together = [{found.mentions[one].text for one in chain.mentions} for chain in found.chains]
    assert not any({"Ann Lee", "the chairman"} <= words for words in together)


@pytest.mark.parametrize("post", ["chairwoman", "chief executive", "finance director"])
def test_who_is_elected_is_named_before_the_post(post: str, nlp: Language, resources: Resources) -> None:
    found = relations(f"The Halden Group elected Rona Clay {post} in May.", nlp, resources)
    assert ("Halden Group", "elected", "Rona Clay") in found


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Ann Lee was not a member of Acme.", Polarity.DENIED),
        ("Ann Lee was not the only member of Acme.", Polarity.AFFIRMED),
        ("Ann Lee was not the first member of Acme to quit.", Polarity.AFFIRMED),
    ],
)
def test_who_is_not_the_only_one_is_one(
    text: str, polarity: Polarity, nlp: Language, resources: Resources
) -> None:
    assert relations(text, nlp, resources)["Ann Lee", "memberOf", "Acme"].polarity is polarity


@pytest.mark.parametrize(
    ("text", "claim", "polarity", "modality"),
    [
        (
            "Ann Lee can’t put on enough makeup to defeat Bob Stone.",
            "defeated",
            Polarity.DENIED,
            Modality.POSSIBLE,
        ),
        (
            "Ohio would be enough for Ann Lee to defeat Bob Stone.",
            "defeated",
            Polarity.AFFIRMED,
            Modality.HYPOTHETICAL,
        ),
        (
            "Ann Lee was calmer than when she was suing Bob Stone.",
            "sued",
            Polarity.AFFIRMED,
            Modality.ASSERTED,
        ),
    ],
)
def test_what_is_enough_may_do_and_when_it_was_done_was_done(
    text: str, claim: str, polarity: Polarity, modality: Modality, nlp: Language, resources: Resources
) -> None:
    one = relations(text, nlp, resources)["she" if "she" in text else "Ann Lee", claim, "Bob Stone"]
    assert (one.polarity, one.modality) == (polarity, modality)
