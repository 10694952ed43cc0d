"""Who says what where words are put into what is said, from the text to the claims of the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, load_resources
from sociogram.graph.assemble import make_graph
from sociogram.model import LiteralObject
from sociogram.pipeline import read_documents
from sociogram.read import read_text

if TYPE_CHECKING:
    from spacy.language import Language

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


def told(text: str, nlp: Language, resources: Resources) -> set[str]:
    """Each claim as "subject | relation or words | object | polarity modality | asserters"."""
    documents = read_text(text, source="text", id="text")
    graph = make_graph(list(read_documents(documents, nlp, resources)), (), resources, ())
    names = {actor.id: actor.name for actor in graph.actors}
    found = set()
    for one in graph.claims:
        start, end = one.evidence.trigger
        what = text[start:end] if one.relation == "relatedTo" else one.relation
        target = one.object.value if isinstance(one.object, LiteralObject) else names[one.object]
        asserters = ", ".join(names[each] for each in one.asserters)
        how = f"{one.polarity.value} {one.modality.value}"
        found.add(f"{names[one.subject]} | {what} | {target} | {how} | {asserters}")
    return found


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # Who says it is put into the clause.
        ("Acme, said Ann Lee, has paid Bob Ray.", "Acme | paid | Bob Ray | affirmed reported | Ann Lee"),
        ("Acme, said Ann Lee, has paid Bob Ray.",
         "Ann Lee | said | Acme … has paid Bob Ray | affirmed asserted | "),
        ("The mayor, said Ann Lee, sold the docks to Acme.",
         "Ann Lee | said | The mayor … sold the docks to Acme | affirmed asserted | "),
        ("Bob Ray, Ann Lee announced, will leave the firm.",
         "Ann Lee | said | Bob Ray … will leave the firm | affirmed asserted | "),
        ("Bob Ray, announced Acme, will leave.",
         "Acme | said | Bob Ray … will leave | affirmed asserted | "),
        ("Its fall, warned the UN envoy, Marit Fossli, would send many across the border.",
         "Marit Fossli | said | Its fall … would send many across the border | affirmed asserted | "),
        ("Acme, according to Bob Ray, sued Umbrella.", "Acme | sued | Umbrella | affirmed reported | Bob Ray"),
        ("In May, according to Bob Ray, Acme sued Umbrella.",
         "Acme | sued | Umbrella | affirmed reported | Bob Ray"),
        # What a semicolon, a colon or a mark parts from it is not said.
        ("According to Carl Oak, Ann Lee is cautious; Bob Ray is not a member of Acme.",
         "Bob Ray | memberOf | Acme | denied asserted | "),
        ("The jury defended the choice: writers own nothing, Ann Lee argued.",
         "Ann Lee | said | writers own nothing | affirmed asserted | "),
        ("The jury defended the choice: writers own nothing, Ann Lee argued.",
         "the jury | defends | the choice | affirmed asserted | "),
        ('Ann Lee will vote for Bob Ray regardless: "He got our boy into the college."',
         "Ann Lee | said | He got our boy into the college. | affirmed asserted | "),
        ('Ann Lee will vote for Bob Ray regardless: "He got our boy into the college."',
         "Bob Ray | got | our boy into the college | affirmed reported | Ann Lee"),
        ('Ann Lee apologised to Bob Ray by telegram — "they still exist", Carl Oak noted.',
         "Carl Oak | said | they still exist | affirmed asserted | "),
        ("Ann Lee said at the time that Acme did not pay Bob Ray.",
         "Ann Lee | said | that Acme did not pay Bob Ray | affirmed asserted | "),
        ("Ann Lee was not, as a leaflet had claimed, a shareholder in Acme.",
         "Ann Lee | owns | Acme | denied asserted | "),
        # What the writer adds of whom somebody accuses, or of what he admits.
        ("Carl Oak blamed Colonel Bob Ray, a deserter who has commanded the Front since April.",
         "Bob Ray | leads | Front | affirmed asserted | "),
        ("Ann Lee alleged that Bob Ray, who sued Acme, had lied.",
         "Bob Ray | sued | Acme | affirmed alleged | Ann Lee"),
        ("For the record: Ann Lee did not free Bob Ray.", "Ann Lee | released | Bob Ray | denied asserted | "),
        # "Nor" and "neither" with the helper before the subject.
        ("Acme did not threaten Ann Lee, nor did it sue Bob Ray.", "Acme | sued | Bob Ray | denied asserted | "),
        ("Acme never paid Ann Lee, and neither did it sue Bob Ray.",
         "Acme | sued | Bob Ray | denied asserted | "),
        # What was done once is not undone.
        ("The board voted to cancel its contract with Acme.",
         "the board | contractedWith | Acme | affirmed asserted | "),
        ("Ann Lee withdrew her complaint against Acme.", "Ann Lee | accuses | Acme | affirmed asserted | "),
        ("Ann Lee ended her support for Acme.", "Ann Lee | supports | Acme | denied asserted | "),
        # A date is no object where more is told.
        ("Bob Ray was hired in 1959 to run the old lido.",
         "Bob Ray | was hired | to run the old lido | affirmed asserted | "),
        ("Ann Lee left in 2023 for a post at the Crown Estate.",
         "Ann Lee | left | for a post at the Crown Estate | affirmed asserted | "),
        ("Ann Lee quit on Monday.", "Ann Lee | quit on | Monday | affirmed asserted | "),
        # Verbs and passives that say enough alone.
        ("Ann Lee refused to sign.", "Ann Lee | refused | to sign | affirmed asserted | "),
        ("Ann Lee did not want to leave.", "Ann Lee | want | to leave | denied asserted | "),
        ("Ann Lee has offered to step aside while the inquiry lasts.",
         "Ann Lee | offered | to step aside while the inquiry lasts | affirmed asserted | "),
        ("Ann Lee was arrested on Monday.", "Ann Lee | was | arrested | affirmed asserted | "),
        ("Ann Lee was never re-elected.", "Ann Lee | was | re-elected | denied asserted | "),
        ("Ann Lee was jailed for four years.", "Ann Lee | was jailed for | four years | affirmed asserted | "),
        ("Ann Lee met Bob Ray but has since stepped down.",
         "Ann Lee | has since | stepped down | affirmed asserted | "),
        ("What swayed the cabinet was Ann Lee.", "Ann Lee | influences | the cabinet | affirmed asserted | "),
        ("Ann Lee denied wrongdoing.", "Ann Lee | rejects | wrongdoing | affirmed asserted | "),
        # What somebody did to a thing that another clause speaks of.
        ("Guarantees issued by Acme were void.", "Acme | issued | Guarantees | affirmed asserted | "),
        # Of what somebody is accused, and for what he is arrested.
        ("Ann Lee accused Bob Ray of having moved two aircraft to Malta.",
         "Bob Ray | moved | two aircraft to Malta | affirmed alleged | Ann Lee"),
        ("Ann Lee was arrested for bribing Bob Ray.", "Ann Lee | paid | Bob Ray | affirmed alleged | "),
        ("Ann Lee was jailed for bribing Bob Ray.", "Ann Lee | paid | Bob Ray | affirmed asserted | "),
        # Posts without what is no part of them.
        ("Acme is a firm whose sole director, Andri Oak, sued Bob Ray.",
         "Andri Oak | holdsPost | sole director | affirmed asserted | "),
        ("On Monday Commissioner Wade Oak sued Acme.", "Wade Oak | holdsPost | Commissioner | affirmed asserted | "),
        ("Bob Ray, the transport minister with the Spanish villa, sued Acme.",
         "Bob Ray | holdsPost | transport minister | affirmed asserted | "),
        ("Bob Ray, an official with the Acme Board, sued Ann Lee.",
         "Bob Ray | holdsPost | official with the Acme Board | affirmed asserted | "),
        ("If Ann Lee had become governor of Utah ...",
         "Ann Lee | headOfGovernment | Utah | affirmed hypothetical | "),
        # Who tells all of a list, and who stands before a clause with a description.
        ("Acme was paid 100 dollars; Umbrella was paid 200 dollars; and Beta was paid 300, according to Bob Ray.",
         "Umbrella | was paid | 200 dollars | affirmed reported | Bob Ray"),
        ("Under Doe's son-in-law, Carl Oak, director from 1952 to 1979, the firm supplied scales to Acme.",
         "the firm | gave | Acme | affirmed asserted | "),
        ("Acme opened a plant in Rome, which Bob Ray praised. It closed a mill in Bonn, which was run by Ann Lee.",
         "Ann Lee | controls | a mill in Bonn | affirmed asserted | "),
        ("Both Ann Lee and Carl Oak know that Bob Ray leads Acme.", "Bob Ray | leads | Acme | affirmed asserted | "),
        # Who stands behind a date, and whom "it was" singles out.
        ("In May 2021 Inverlair Council awarded the contract to Acme.",
         "Inverlair Council | awarded | the contract to Acme | affirmed asserted | "),
        ("It was the union that took Acme to court.", "the union | sued | Acme | affirmed asserted | "),
    ],
)  # fmt: skip
def test_text_tells(text: str, claim: str, nlp: Language, resources: Resources) -> None:
    found = told(text, nlp, resources)
    assert claim in found, sorted(found)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Acme, said Ann Lee, has paid Bob Ray.", "Acme | paid | Bob Ray | affirmed asserted | "),
        ("Ann Lee dropped her lawsuit against Acme.", "Ann Lee | acquitted | Acme | affirmed asserted | "),
        ('The report is clear: "Acme sued Bob Ray."',
         "the report | said | Acme sued Bob Ray. | affirmed asserted | "),
        ("Acme was founded by the engineer Carl Oak and his former clerk, Bob Ray, who had lent him the capital.",
         "Carl Oak | lent him | the capital | affirmed asserted | "),
        ("Acme has told Ann Lee that it is leaving Bonn.",
         "Acme | said | Ann Lee that it is leaving Bonn | affirmed asserted | "),
        ("Acme paid Doe's stepson, Bob Ray.", "Bob Ray | holdsPost | Doe's stepson | affirmed asserted | "),
        ("This gave Democrats much to be proud of.", "Democrats | be | proud of | affirmed asserted | "),
        ("Ann Lee gave the notes to the Bribery Commission. My chairman owes his job to Bob Ray.",
         "chairman | owes | his job to Bob Ray | affirmed asserted | "),
        ("The rest of Bonn needed eleven minutes.", "Bonn | needed | eleven minutes | affirmed asserted | "),
        ("What angers Ann Lee is the tax.", "Ann Lee | is | the tax | affirmed asserted | "),
        ("Ann Lee was told.", "Ann Lee | was | told | affirmed asserted | "),
        ("Ann Lee seemed to sleep. She met Bob Ray.", "Ann Lee | seemed | to sleep | affirmed asserted | "),
        ("Nobody was hurt, whatever Bob Ray says. He met Ann Lee.",
         "Bob Ray | said | Nobody was hurt, whatever | affirmed asserted | "),
        ("Ann Lee took over the ministry in June.", "Ann Lee | bought | the ministry | affirmed asserted | "),
    ],
)  # fmt: skip
def test_text_does_not_tell(text: str, claim: str, nlp: Language, resources: Resources) -> None:
    found = told(text, nlp, resources)
    assert claim not in found, sorted(found)
