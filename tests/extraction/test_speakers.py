"""Whose words a claim is by: speakers of turns, who is interviewed, described sources, pleadings, corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.corrections import REASON
from sociogram.extraction.document import Resources, extract_document, load_resources
from sociogram.extraction.reduce import reduce_extraction
from sociogram.graph.claims import make_claims
from sociogram.graph.reviews import Reviews
from sociogram.model import Claim, Extraction, LiteralObject, Modality, Polarity
from sociogram.parse.spacy_model import parse_documents
from sociogram.read import read_text
from sociogram.resolve import resolve_actors

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model
By = tuple[str, str, str, str, str]


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


def extract(text: str, nlp: Language, resources: Resources) -> Extraction:
    return extract_document(next(iter(parse_documents(read_text(text, source="d"), nlp))), resources)


def claims(text: str, nlp: Language, resources: Resources) -> set[By]:
    """Subject, relation, object, modality and asserters of each claim between two actors."""
    reading = reduce_extraction(extract(text, nlp, resources))
    resolution = resolve_actors([reading], resources.lists)
    names = {actor.id: actor.name for actor in resolution.actors}

    def by(claim: Claim) -> str:
        return " > ".join(names[each] for each in claim.asserters)

    return {
        (names[one.subject], one.relation, names[one.object], one.modality.value, by(one))
        for one in make_claims(reading, resolution, Reviews(())).claims
        if not isinstance(one.object, LiteralObject)
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Vera Quist: I met Ole Brandt.\n\nOle Brandt (Acme Systems): I sued Tilda Moor.\n",
         ("Ole Brandt", "sued", "Tilda Moor", "reported", "Ole Brandt")),
        ("Interview with Vera Quist, 4 June 2018\n\nQ: Who paid you?\n\nA: Acme Systems sued Ole Brandt. I left.\n",
         ("Acme Systems", "sued", "Ole Brandt", "reported", "Vera Quist")),
        ("An interview with Vera Quist\n\nWhy did you leave?\n\nI met Ole Brandt.\n\nWho did you sue?\n\n"
         "I sued Acme Systems.\n",
         ("Vera Quist", "sued", "Acme Systems", "reported", "Vera Quist")),
        ("Moderator: Who paid you?\n\nAudience member: I sued Acme Systems.\n\nVera Quist: I met Ole Brandt.\n",
         ("Audience member", "sued", "Acme Systems", "reported", "Audience member")),
        ("Vera Quist's speech to the port congress\n\nDear friends, I met Ole Brandt in Lund.\n",
         ("Vera Quist", "met", "Ole Brandt", "asserted", "Vera Quist")),
        ("Acme Systems sued Ole Brandt, a source told Reuters.",
         ("Acme Systems", "sued", "Ole Brandt", "reported", "source")),
        ("Sources said that Acme Systems sued Ole Brandt.",
         ("Acme Systems", "sued", "Ole Brandt", "reported", "Sources")),
        ("According to court records, Acme Systems sued Ole Brandt.",
         ("Acme Systems", "sued", "Ole Brandt", "reported", "court records")),
        ("Plaintiff Vera Quist sued Acme Systems. Upon information and belief, Acme Systems bribed Ole Brandt.",
         ("Acme Systems", "paid", "Ole Brandt", "alleged", "Vera Quist")),
        ("On information and belief, Defendant Acme Systems bribed Ole Brandt.",
         ("Acme Systems", "paid", "Ole Brandt", "alleged", "")),
        ("Plaintiffs are informed and believe, and on that basis allege, that Acme Systems bribed Ole Brandt.",
         ("Acme Systems", "paid", "Ole Brandt", "alleged", "Plaintiffs")),
        ("Plaintiff Vera Quist left. Plaintiff is informed and believes and thereon alleges that Acme Systems bribed "
         "Ole Brandt.",
         ("Acme Systems", "paid", "Ole Brandt", "alleged", "Vera Quist")),
        ("Vera Quist was informed by Tilda Moor. Acme Systems bribed Ole Brandt.",
         ("Acme Systems", "paid", "Ole Brandt", "asserted", "")),
        ("Moderator: Who paid you?\n\nVera Quist: Mr. Lund, I sued Acme Systems.\n\nTom Lund: I met Ole Brandt.\n",
         ("Vera Quist", "sued", "Acme Systems", "reported", "Vera Quist")),
        ("An interview with Vera Quist\n\nWhen did you leave?\n\nI met Ole Brandt.\n\nAnd then?\n\n"
         "I sued Acme Systems.\n",
         ("Vera Quist", "sued", "Acme Systems", "reported", "Vera Quist")),
        ("Plaintiff Vera Quist brings this action against Acme, Inc. and Ole Brandt.",
         ("Vera Quist", "sued", "Acme, Inc.", "asserted", "")),
        ("Vera Quist v. Acme Trading Corp: Quist sued Acme Trading Corp over a loan.",
         ("Vera Quist", "sued", "Acme Trading Corp", "asserted", "")),
        ("AMENDED COMPLAINT\n\n1. Plaintiff Vera Quist sues Acme Systems.\n\n2. Acme Systems bribed Ole Brandt.\n",
         ("Acme Systems", "paid", "Ole Brandt", "alleged", "Vera Quist")),
        ("AMENDED COMPLAINT\n\n1. Plaintiff Vera Quist sues Acme Systems.\n\n2. Acme Systems bribed Ole Brandt.\n",
         ("Vera Quist", "sued", "Acme Systems", "asserted", "")),
        ("COMPLAINT\n\n1. Plaintiff Vera Quist left.\n\nORDER\n\nAcme Systems bribed Ole Brandt.\n",
         ("Acme Systems", "paid", "Ole Brandt", "asserted", "")),
        ("COMPLAINT\n\nThe plaintiff left. Acme Systems bribed Ole Brandt.\n",
         ("Acme Systems", "paid", "Ole Brandt", "asserted", "")),
        ("Per court filings, Acme Systems bribed Ole Brandt.",
         ("Acme Systems", "paid", "Ole Brandt", "reported", "court filings")),
        ("Vera Quist: mayor of Riga, who sued Ole Brandt.",
         ("Vera Quist", "sued", "Ole Brandt", "asserted", "")),
        ("Vera Quist: tax cuts hurt Tilda Moor, who sued Ole Brandt.",
         ("Tilda Moor", "sued", "Ole Brandt", "reported", "Vera Quist")),
        ("Oslo, Norway: Vera Quist sued Ole Brandt.",
         ("Vera Quist", "sued", "Ole Brandt", "asserted", "")),
    ],
)  # fmt: skip
def test_whose_words_it_is(text: str, wanted: By, nlp: Language, resources: Resources) -> None:
    assert wanted in claims(text, nlp, resources)


@pytest.mark.parametrize(
    "text",
    [
        "Vera Quist: I met Ole Brandt.\n\nThe Other One (??): I sued Tilda Moor.\n\nVera Quist: I left.\n",
        "Vera Quist: I met Ole Brandt.\n\nOle Brandt: I left.\n\nThe session closed. Acme Systems sued Tilda Moor.\n",
    ],
)
def test_nobody_inherits_the_words_of_another(text: str, nlp: Language, resources: Resources) -> None:
    found = claims(text, nlp, resources)
    assert not {
        one for one in found if one[2] == "Tilda Moor" and ("Quist" in one[0] + one[4] or "Brandt" in one[4])
    }


@pytest.mark.parametrize(
    "text",
    [
        "Correction: An earlier version of this article said that Acme Systems sued Ole Brandt. It did not.",
        "Editor's note: A previous version of this story misstated that Acme Systems had sued Ole Brandt.",
        "The report wrongly said that Vera Quist had left. We wrongly reported that Acme Systems sued Ole Brandt.",
        "The original headline on this article said Acme Systems sued Ole Brandt.",
    ],
)
def test_a_correction_claims_nothing_and_is_told(text: str, nlp: Language, resources: Resources) -> None:
    found = extract(text, nlp, resources)
    assert not {relation.relation for relation in found.relations} & {"sued", "said"}
    assert REASON in {skipped.reason for skipped in found.skipped}


@pytest.mark.parametrize(
    "text",
    [
        "The article said that Acme Systems sued Ole Brandt.",
        "In an earlier report, the council said that Acme Systems sued Ole Brandt.",
        "Vera Quist corrected the article. Acme Systems sued Ole Brandt.",
    ],
)
def test_what_only_looks_like_a_correction_is_read(text: str, nlp: Language, resources: Resources) -> None:
    assert "sued" in {relation.relation for relation in extract(text, nlp, resources).relations}


def test_a_body_has_its_number_and_its_no_denies_nothing(nlp: Language, resources: Resources) -> None:
    found = extract("Lund County School Dist. No. 7 sued Acme Systems.", nlp, resources)
    assert "Lund County School Dist. No. 7" in {mention.name for mention in found.mentions}
    assert all(relation.polarity is Polarity.AFFIRMED for relation in found.relations)


def test_who_met_and_told_is_not_taken_for_what_a_source_told(nlp: Language, resources: Resources) -> None:
    found = extract("Vera Quist fired Ole Brandt, a lawyer, and told Reuters about it.", nlp, resources)
    fired = [relation for relation in found.relations if relation.relation == "fired"]
    assert [relation.modality for relation in fired] == [Modality.ASSERTED]


@pytest.mark.parametrize(
    "text", ["Ole Brandt paid Vera Quist 900 dollars.", "Ole Brandt paid Vera Quist 5 million euros."]
)
def test_a_sum_in_words_is_no_part_of_the_name_before_it(
    text: str, nlp: Language, resources: Resources
) -> None:
    assert {one[2] for one in claims(text, nlp, resources) if one[1] == "paid"} == {"Vera Quist"}


def test_i_in_what_one_says_that_another_said_is_the_other(nlp: Language, resources: Resources) -> None:
    text = 'Ann Lee claims Bob Stone told her, "I own Acme Corp in this town."'
    read = extract(text, nlp, resources)
    (who,) = {
        read.mentions[one.subject].index
        for one in read.relations
        if one.relation == "owns" and one.object is not None
    }
    chain = next(chain for chain in read.chains if who in chain.mentions)
    assert chain.name == "Bob Stone"


@pytest.mark.parametrize(
    "amount", ["40,000 francs", "40,000 Swiss francs", "some 40,000 Swedish kronor", "CHF 40,000"]
)
def test_who_gets_a_sum_is_paid_whatever_the_currency(
    amount: str, nlp: Language, resources: Resources
) -> None:
    found = claims(f"Vera Quist paid Acme Systems {amount}.", nlp, resources)
    assert ("Vera Quist", "paid", "Acme Systems", "asserted", "") in found
    assert not {one for one in found if "Swi" in one[0] + one[2] or "Swed" in one[0] + one[2]}


def test_what_is_counted_and_no_currency_is_no_sum(nlp: Language, resources: Resources) -> None:
    found = claims("Vera Quist paid Acme Systems 40,000 ferries.", nlp, resources)
    assert "paid" not in {relation for _, relation, *_ in found}


HEARING = """Committee on Roads. Hearing of May 3, 2023

CHAIRWOMAN PELL: Mr. Oak, you ran the depot. What did Mr. Tarn, the mayor, do?

MR. OAK: He thanked me.

CHAIRWOMAN PELL: And what did he do then?

MR. OAK: He left.

MS. FINCH: I was never asked.

CHAIRWOMAN PELL: You signed the order, though.

MS. FINCH: I regret it.
"""


def test_among_several_speakers_you_is_who_spoke_just_before(nlp: Language, resources: Resources) -> None:
    extraction = extract(HEARING, nlp, resources)
    chains = {member: chain for chain in extraction.chains for member in chain.mentions}

    def meant(words: str, word: str) -> str:
        start = HEARING.index(words) + words.index(word)
        return next(chains[one.index].name for one in extraction.mentions if one.start == start)

    assert meant("you ran", "you") == "Oak"
    assert meant("You signed", "You") == "Finch"
    assert meant("did he do", "he") == "Tarn"
