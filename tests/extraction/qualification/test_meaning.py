"""Plans, hearsay and inferences, and who is meant by "he": from the text to the claims, one class a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, load_resources
from sociogram.model import Modality, Origin, Polarity
from support.extracted import read, relations

if TYPE_CHECKING:
    from spacy.language import Language

    from sociogram.model import Extraction, RelationMention

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


def relation(found: Extraction, name: str, trigger: str) -> RelationMention:
    """The one relation of the name with that trigger."""
    text = found.document.text
    return next(
        one for one in found.relations if one.relation == name and text[slice(*one.trigger)] == trigger
    )


MODALITIES = [
    ("Ann Lee is looking forward to working with Bob Stone.", "alliedWith", "working", Modality.INTENDED),
    ("Ann Lee worked with Bob Stone.", "alliedWith", "worked", Modality.ASSERTED),
    (
        "Carl Dorn told theories about Ann Lee's support of Bob Stone.",
        "supports",
        "support",
        Modality.ALLEGED,
    ),
    (
        "Now is the time for the senators to stand up to Bob Stone.",
        "opposes",
        "stand up",
        Modality.DEMANDED,
    ),
    ("Ann Lee looks like she fired Bob Stone.", "fired", "fired", Modality.POSSIBLE),
    ("If you look at the record, Ann Lee fired Bob Stone.", "fired", "fired", Modality.ASSERTED),
    ("If you want to know the truth, Ann Lee sued Bob Stone.", "sued", "sued", Modality.ASSERTED),
    ("Ann Lee supports Bob Stone, if you ask me.", "supports", "supports", Modality.ASSERTED),
    ("If anything, Ann Lee supported Bob Stone.", "supports", "supported", Modality.ASSERTED),
    ("If you ask Carl Dorn, Ann Lee supports the war.", "supports", "supports", Modality.HYPOTHETICAL),
    ("If you could look at it, Ann Lee would sue Bob Stone.", "sued", "sue", Modality.HYPOTHETICAL),
    (
        "If Ann Lee looks at the record, she supports Bob Stone.",
        "supports",
        "supports",
        Modality.HYPOTHETICAL,
    ),
]


@pytest.mark.parametrize(("text", "name", "trigger", "modality"), MODALITIES)
def test_what_lies_ahead_or_is_hearsay_is_no_fact(
    text: str, name: str, trigger: str, modality: Modality, nlp: Language, resources: Resources
) -> None:
    assert relation(read(text, nlp, resources), name, trigger).modality is modality


def test_what_is_too_wide_to_do_is_not_done(nlp: Language, resources: Resources) -> None:
    found = read("The gap is too wide for Ann Lee to defeat Bob Stone.", nlp, resources)
    one = relation(found, "defeated", "defeat")
    assert (one.polarity, one.modality) == (Polarity.DENIED, Modality.POSSIBLE)


def test_a_thing_that_says_nothing_is_no_source(nlp: Language, resources: Resources) -> None:
    attack = read("The attack in Riga shows that Ann Lee fired Bob Stone.", nlp, resources)
    report = read("A report shows that Ann Lee fired Bob Stone.", nlp, resources)
    assert relation(attack, "fired", "fired").asserters == ()
    assert relation(report, "fired", "fired").asserters != ()


def test_what_is_held_against_somebody_lies_before(nlp: Language, resources: Resources) -> None:
    found = read("On Saturday, Bob Stone assailed Ann Lee for supporting the war.", nlp, resources)
    assert relation(found, "supports", "supporting").time is None
    assert relation(found, "criticises", "assailed").time is not None


def chain_of(found: Extraction, word: str) -> list[str]:
    """The words of the mentions that stand for one with the last mention ``word``."""
    index = max(one.index for one in found.mentions if one.text == word)
    chain = next(chain for chain in found.chains if index in chain.mentions)
    return [found.mentions[member].text for member in chain.mentions]


def test_he_or_she_is_nobody_who_is_named(nlp: Language, resources: Resources) -> None:
    found = read("Ann Lee met Bob Stone. The law asks whether he or she is a citizen.", nlp, resources)
    assert "Bob Stone" not in chain_of(found, "he")
    assert "Ann Lee" not in chain_of(found, "she")


def test_who_spoke_speaks_on(nlp: Language, resources: Resources) -> None:
    found = read("Bob Stone said Carl Dorn was a liar. But he said Ann Lee may win.", nlp, resources)
    assert "Bob Stone" in chain_of(found, "he")


def test_with_his_means_are_those_of_the_clauses_own_subject(nlp: Language, resources: Resources) -> None:
    found = read("Bob Stone said that Carl Dorn harmed the army with his attacks.", nlp, resources)
    assert "Carl Dorn" in chain_of(found, "his")


def test_where_somebody_calls_for_something_is_not_called_on(nlp: Language, resources: Resources) -> None:
    found = read(
        "On CNN Friday, Ann Lee called for a strike. She called on Bob Stone to resign.", nlp, resources
    )
    ends = [
        found.mentions[one.object].text
        for one in found.relations
        if one.relation == "urged" and one.object is not None
    ]
    assert ends == ["Bob Stone"]


@pytest.mark.model
def test_the_dates_of_a_life_are_when_nothing_else_was(nlp: Language, resources: Resources) -> None:
    text = "Jane Doe (15 November 1897, Bonn – 6 July 1960, Ulm) was a painter. Ann Lee was born in Bonn in 1950."
    times = {
        (one.relation, one.origin.value): one.time.text if one.time else None
        for one in read(text, nlp, resources).relations
        if one.relation in {"bornOn", "bornIn", "diedOn", "diedIn"} and one.origin is not Origin.LEARNED
    }
    assert times.pop(("bornIn", "grammar")) == "1950"
    assert len(times) >= len(("bornOn", "diedOn", "bornIn"))
    assert set(times.values()) == {None}


@pytest.mark.model
@pytest.mark.parametrize(
    ("fate", "polarity", "modality"),
    [
        ("was cancelled", Polarity.DENIED, Modality.ASSERTED),
        ("never happened", Polarity.DENIED, Modality.ASSERTED),
        ("did not take place", Polarity.DENIED, Modality.ASSERTED),
        ("took place", Polarity.AFFIRMED, Modality.ASSERTED),
        ("was postponed", Polarity.AFFIRMED, Modality.INTENDED),
        ("was filmed", Polarity.AFFIRMED, Modality.ASSERTED),
        ("happened in May", Polarity.AFFIRMED, Modality.ASSERTED),
    ],
)
def test_what_did_not_come_about_was_not(
    fate: str, polarity: Polarity, modality: Modality, nlp: Language, resources: Resources
) -> None:
    met = relations(f"The meeting between Ann Lee and Bob Ray {fate}.", nlp, resources)
    one = met["Ann Lee", "met", "Bob Ray"]
    assert (one.polarity, one.modality) == (polarity, modality)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "polarity", "modality"),
    [
        ("Ann Lee could not help bribing Bob Ray.", Polarity.AFFIRMED, Modality.ASSERTED),
        ("Ann Lee did not help bribing Bob Ray.", Polarity.DENIED, Modality.ASSERTED),
        ("Rumour has it that Ann Lee bribed Bob Ray.", Polarity.AFFIRMED, Modality.REPORTED),
        ("Rumour has it, wrongly, that Ann Lee bribed Bob Ray.", Polarity.DENIED, Modality.ASSERTED),
        ("Ann Lee will resign after having bribed Bob Ray.", Polarity.AFFIRMED, Modality.ASSERTED),
        ("Ann Lee will resign after bribing Bob Ray.", Polarity.AFFIRMED, Modality.PREDICTED),
    ],
)
def test_a_turn_of_phrase_is_known_by_all_its_words(
    text: str, polarity: Polarity, modality: Modality, nlp: Language, resources: Resources
) -> None:
    one = relations(text, nlp, resources)["Ann Lee", "paid", "Bob Ray"]
    assert (one.polarity, one.modality) == (polarity, modality)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Members of NATO include Turkey and France.", {"Turkey", "France"}),
        ("Members of NATO also include Turkey.", {"Turkey"}),
        ("Members of NATO include Turkey but not Sweden.", set()),
        ("Members of NATO no longer include Turkey.", set()),
        ("Members of NATO rarely include Turkey.", set()),
        ("Few members of NATO include Turkey.", set()),
        ("Non-members of NATO include Turkey.", set()),
    ],
)
def test_who_is_included_without_a_but_is_one(
    text: str, members: set[str], nlp: Language, resources: Resources
) -> None:
    found = relations(text, nlp, resources)
    assert {subject for subject, relation, _ in found if relation == "partOf"} == members


@pytest.mark.model
def test_who_is_told_something_does_not_say_it(nlp: Language, resources: Resources) -> None:
    found = read("We were told by Ann Lee that Bob Ray bribed Carl Dorn.", nlp, resources)
    sayers = {found.mentions[one.subject].text for one in found.relations if one.relation == "said"}
    assert sayers == {"Ann Lee"}


@pytest.mark.model
def test_a_time_behind_an_object_is_none_of_it(nlp: Language, resources: Resources) -> None:
    found = read("Acme Corp expelled Ann Lee last month. Acme Corp sent Ann Lee flowers.", nlp, resources)
    words = [one.literal[1] for one in found.relations if one.literal is not None]
    assert not [each for each in words if "last month" in each]


@pytest.mark.model
@pytest.mark.parametrize(("article", "joined"), [("the", True), ("a", False)])
def test_a_war_that_is_only_imagined_joins_nobody(
    article: str, *, joined: bool, nlp: Language, resources: Resources
) -> None:
    found = relations(f"Ann Lee opposed {article} France-Germany alliance.", nlp, resources)
    assert (("France", "alliedWith", "Germany") in found) is joined


@pytest.mark.model
@pytest.mark.parametrize(
    ("verb", "ended"),
    [("resigned", True), ("stepped down", True), ("stepped in", False), ("served", True), ("serves", False)],
)
def test_a_post_that_is_given_up_has_an_end(
    verb: str, *, ended: bool, nlp: Language, resources: Resources
) -> None:
    text = f"Maria Keller {verb} as chief executive of Northbridge Holdings."
    found = read(text, nlp, resources, published="2021-05-04")
    times = [one.time for one in found.relations if one.relation == "chiefExecutiveOf"]
    assert times
    assert all((time is not None and time.end == "2021-05-04") is ended for time in times)


@pytest.mark.parametrize(
    ("text", "name", "trigger", "polarity", "modality"),
    [
        (
            "The party should reiterate Ann Lee's support for Bob Stone.",
            "supports",
            "support",
            True,
            "asserted",
        ),
        (
            "Carl Dorn must not ignore Ann Lee's support for Bob Stone.",
            "supports",
            "support",
            True,
            "asserted",
        ),
        ("Ann Lee should announce her support for Bob Stone.", "supports", "support", True, "demanded"),
        ("The polls failed to predict Ann Lee's win over Bob Stone.", "defeated", "win", True, "asserted"),
        ("The polls predicted Ann Lee's win over Bob Stone.", "defeated", "win", True, "predicted"),
        ("Ann Lee scrambled to defend Bob Stone.", "defends", "defend", True, "asserted"),
        ("Ann Lee tried to defend Bob Stone.", "defends", "defend", True, "intended"),
        ("If Carl Dorn loses, Ann Lee should endorse Bob Stone.", "endorses", "endorse", True, "demanded"),
        ("If Carl Dorn loses, Ann Lee would endorse Bob Stone.", "endorses", "endorse", True, "hypothetical"),
        (
            "Carl Dorn will skip the next debate hosted by Acme News.",
            "organised",
            "hosted",
            True,
            "predicted",
        ),
        ("Carl Dorn skipped the last debate hosted by Acme News.", "organised", "hosted", True, "asserted"),
        ("Ann Lee sought to counter Bob Stone's support for Acme.", "supports", "support", True, "asserted"),
        ("Perhaps most surprisingly, Acme also sued Bob Stone.", "sued", "sued", True, "asserted"),
        ("Perhaps Acme also sued Bob Stone.", "sued", "sued", True, "possible"),
    ],
)
def test_what_is_taken_for_granted_and_what_is_not(
    text: str, name: str, trigger: str, polarity: bool, modality: str, nlp: Language, resources: Resources
) -> None:
    one = relation(read(text, nlp, resources), name, trigger)
    assert (one.polarity is Polarity.AFFIRMED, one.modality.value) == (polarity, modality)


@pytest.mark.parametrize("when", ["Thursday", "Thursday night", "on Friday morning"])
def test_a_part_of_a_day_is_a_time_of_its_verb(when: str, nlp: Language, resources: Resources) -> None:
    found = read(f"Ann Lee met Bob Stone {when}.", nlp, resources)
    one = relation(found, "met", "met")
    assert one.time is not None
    assert one.time.text in when


def test_what_polls_did_not_foresee_they_do_not_say(nlp: Language, resources: Resources) -> None:
    found = read("The polls failed to predict Ann Lee's win over Bob Stone.", nlp, resources)
    assert relation(found, "defeated", "win").asserters == ()


def test_whom_support_leaves_for_another_does_not_support_him(nlp: Language, resources: Resources) -> None:
    found = read("Voters saw a shift in support from Ann Lee to Bob Stone.", nlp, resources)
    assert "supports" not in {one.relation for one in found.relations}


def test_who_meant_something_did_not_say_it(nlp: Language, resources: Resources) -> None:
    found = read("Ann Lee meant that Bob Stone had left Acme.", nlp, resources)
    assert "said" not in {one.relation for one in found.relations}


def test_when_somebody_speaks_is_not_what_he_says(nlp: Language, resources: Resources) -> None:
    text = "On the day that Ann Lee left, Bob Stone said of the firm, ''I do not like it,'' and left."
    words = [
        one.literal[1]
        for one in read(text, nlp, resources).relations
        if one.relation == "said" and one.literal
    ]
    assert words == ["I do not like it"]


@pytest.mark.parametrize(
    ("text", "name", "trigger", "polarity", "modality"),
    [
        ("Ann Lee served as director of Acme.", "leads", "director", "affirmed", "asserted"),
        ("Ann Lee did not serve as director of Acme.", "leads", "director", "denied", "asserted"),
        ("Ann Lee may serve as director of Acme.", "leads", "director", "affirmed", "possible"),
        ("Ann Lee refused to serve as director of Acme.", "leads", "director", "denied", "asserted"),
        (
            "Ann Lee hopes to serve as president of Estonia.",
            "headOfState",
            "president",
            "affirmed",
            "intended",
        ),
        ("Ann Lee is not fit to serve as director of Acme.", "holdsPost", "serve", "denied", "possible"),
        ("Ann Lee has been able to fund Acme.", "funded", "fund", "affirmed", "asserted"),
        ("Ann Lee may have been able to fund Acme.", "funded", "fund", "affirmed", "possible"),
        ("Ann Lee insists that she will meet Bob Stone.", "met", "meet", "affirmed", "predicted"),
        ("Ann Lee insists that Carl Dorn meet Bob Stone.", "met", "meet", "affirmed", "demanded"),
        ("Ann Lee made a plea for Acme to pay Bob Stone.", "paid", "pay", "affirmed", "demanded"),
        ("Ann Lee nudged Acme to pay Bob Stone.", "paid", "pay", "affirmed", "demanded"),
    ],
)
def test_posts_means_and_pleas_hold_as_far_as_their_verbs(
    text: str, name: str, trigger: str, polarity: str, modality: str, nlp: Language, resources: Resources
) -> None:
    found = relation(read(text, nlp, resources), name, trigger)
    assert (found.polarity, found.modality) == (polarity, modality)


@pytest.mark.parametrize("text", [
    '"If Acme pays," Ann Lee said, "Basco will sue Orlo."',
    'Ann Lee asked, "Did Acme fund Basco?"',
])  # fmt: skip
def test_a_condition_or_a_question_in_a_quotation_is_none_for_who_says_it(
    text: str, nlp: Language, resources: Resources
) -> None:
    found = read(text, nlp, resources)
    (said,) = [one for one in found.relations if one.origin is Origin.SAYING]
    assert said.modality is Modality.ASSERTED
    assert all(one.modality is not Modality.ASSERTED for one in found.relations if one is not said)


def test_what_one_is_urged_to_do_and_called_stands_with_the_tie(nlp: Language, resources: Resources) -> None:
    found = read("Ann Lee ordered Bob Stone to wait. Ann Lee thanked Bob Stone.", nlp, resources)
    text = found.document.text
    (ordered,) = [one for one in found.relations if one.relation == "ordered"]
    assert [text[slice(*role.span)] for role in ordered.roles] == ["to wait"]
    assert all(one.roles == () for one in found.relations if one.lemma == "thank" and one.object is not None)


@pytest.mark.parametrize(("text", "modality"), [
    ("Ann Lee, who sued Acme, according to Bob Stone, left Riga.", Modality.REPORTED),
    ("Ann Lee, who sued Acme, allegedly left Riga.", Modality.ASSERTED),
    ("According to Bob Stone, Ann Lee, who sued Acme, left Riga.", Modality.ASSERTED),
])  # fmt: skip
def test_a_source_right_behind_a_clause_is_its_own(
    text: str, modality: Modality, nlp: Language, resources: Resources
) -> None:
    assert relation(read(text, nlp, resources), "sued", "sued").modality is modality


def test_who_rejects_a_theory_denies_it(nlp: Language, resources: Resources) -> None:
    found = relation(
        read("Ann Lee rejected the theory that Acme sued Bob Stone.", nlp, resources), "sued", "sued"
    )
    assert (found.polarity, found.modality) == (Polarity.DENIED, Modality.REPORTED)
