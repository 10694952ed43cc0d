"""Sentences of classes in which a claim could not be signed, from the text to the claims of the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import Resources, load_resources
from sociogram.extraction.values.times import find_times
from sociogram.graph.assemble import make_graph
from sociogram.model import LiteralObject, TimeExpression
from sociogram.pipeline import read_documents
from sociogram.read import read_text

if TYPE_CHECKING:
    from spacy.language import Language

    from sociogram.graph.values import Graph

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def resources() -> Resources:
    return load_resources()


def graph_of(text: str, nlp: Language, resources: Resources) -> Graph:
    documents = read_text(text, source="text", id="text")
    return make_graph(list(read_documents(documents, nlp, resources)), (), resources, ())


def told(text: str, nlp: Language, resources: Resources) -> set[str]:
    """Each claim as "subject | relation or words | object | polarity modality"."""
    graph = graph_of(text, nlp, resources)
    names = {actor.id: actor.name for actor in graph.actors}
    found = set()
    for one in graph.claims:
        start, end = one.evidence.trigger
        what = text[start:end] if one.relation == "relatedTo" else one.relation
        target = one.object.value if isinstance(one.object, LiteralObject) else names[one.object]
        found.add(f"{names[one.subject]} | {what} | {target} | {one.polarity.value} {one.modality.value}")
    return found


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        # Who only holds, shows or is brought to think something says nothing.
        ("A new poll suggests that Ann Lee leads Acme.",
         "new poll | suggests | that Ann Lee leads Acme | affirmed asserted"),
        ("Ann Lee is betting that Bob Ray will win.",
         "Ann Lee | betting | that Bob Ray will win | affirmed asserted"),
        ("The court ruled that Acme must pay Bob Ray.",
         "the court | said | that Acme must pay Bob Ray | affirmed asserted"),
        # Some of a group are not the group.
        ("Some Trump supporters sued Acme.", "some Trump supporters | sued | Acme | affirmed asserted"),
        # Who does the infinitive.
        ("Reid praised Bonn for asking Rome to hack Ann Lee to find a letter.",
         "Italy | find | a letter | affirmed demanded"),
        ("Bob Ray, Oak's choice to run the Federal Reserve, met Ann Lee.",
         "Bob Ray | leads | Federal Reserve | affirmed possible"),
        ('Sam Oak, a guest on the show "The Garden," who went on to work alongside Ann Lee, sued Acme.',
         "Sam Oak | alliedWith | Ann Lee | affirmed asserted"),
        # What has not happened, or not so.
        ("The letter demanded that Ann Lee pay or that Bob Ray sue Acme.",
         "Bob Ray | sued | Acme | affirmed demanded"),
        ("Carl Roe may have broken the law by suing Acme.", "Carl Roe | sued | Acme | affirmed asserted"),
        ("Carl Roe is still a favorite to win Utah.", "Carl Roe | won | Utah | affirmed possible"),
        ("Ann Lee was the first candidate to visit Bonn.", "Ann Lee | visited | Bonn | affirmed asserted"),
        ("Ann Lee is widely tipped to succeed Bob Ray.", "Ann Lee | succeeded | Bob Ray | affirmed predicted"),
        ("Ann Lee stopped short of endorsing Bob Ray.", "Ann Lee | endorses | Bob Ray | denied asserted"),
        ("Had Ann Lee met Bob Ray, Acme would have sued Carl Oak.",
         "Ann Lee | met | Bob Ray | affirmed hypothetical"),
        ("In the film, Ann Lee kills Bob Ray.", "Ann Lee | killed | Bob Ray | affirmed reported"),
        ("Ann Lee fantasized about killing Bob Ray.", "Ann Lee | killed | Bob Ray | affirmed possible"),
        ("Ann Lee mused about suing Acme.", "Ann Lee | sued | Acme | affirmed possible"),
        ("Ann Lee imagines a world in which Bob Ray leads Acme.", "Bob Ray | leads | Acme | affirmed possible"),
        ("Ann Lee auditioned to join Acme.", "Ann Lee | memberOf | Acme | affirmed intended"),
        ("Ann Lee went on to lead Acme.", "Ann Lee | leads | Acme | affirmed asserted"),
        ("Ann Lee talks as though she owned Acme.", "Ann Lee | owns | Acme | affirmed possible"),
        ("Ann Lee was nearly elected president of Acme.", "Ann Lee | leads | Acme | denied asserted"),
        ("Ann Lee will take over as head of Acme in June.", "Ann Lee | leads | Acme | affirmed predicted"),
        ("Ann Lee beat Bob Ray to become head of Acme.", "Ann Lee | leads | Acme | affirmed asserted"),
        # Who stands behind a plural.
        ("Major donors including Bob Ray funded Ann Lee.", "Bob Ray | funded | Ann Lee | affirmed asserted"),
        ("Unions such as the Teamsters praised Ann Lee.", "Teamsters | praises | Ann Lee | affirmed asserted"),
        ("Two senators, Ann Lee and Bob Ray, sued Acme.", "Ann Lee | sued | Acme | affirmed asserted"),
        ("Two of Carl Oak's aides, Ann Lee and Bob Ray, now work at Acme.",
         "Acme | employs | Bob Ray | affirmed asserted"),
        # Whose it is.
        ("Bob Ray left the board of Acme.", "Bob Ray | leftPost | Acme’s board | affirmed asserted"),
        ("The board of Acme met Bob Ray. The board of Umbra Corp sued Carl Oak.",
         "Umbra Corp’s board | sued | Carl Oak | affirmed asserted"),
        ("Ann Lee, whose husband Bob Ray runs Acme, left Rome.",
         "Bob Ray | marriedTo | Ann Lee | affirmed asserted"),
        # A participle that opens the sentence, and one behind whom was written to.
        ("Born in Bonn to a Turkish father, Ann Lee joined Acme.",
         "Ann Lee | bornIn | Bonn | affirmed asserted"),
        ("Two aides wrote to Acme demanding answers about Ann Lee. Bob Ray wrote to Acme asking Carl Oak to resign.",
         "Bob Ray | urged | Carl Oak | affirmed asserted"),
        ("Bob Ray was elected to the House in 2008.", "Bob Ray | memberOf | House | affirmed asserted"),
        # Whole objects.
        ("Ann Lee has been busy campaigning in Bonn.",
         "Ann Lee | been | busy campaigning in Bonn | affirmed asserted"),
        ("Ann Lee is moving closer to the nomination after three wins.",
         "Ann Lee | moving | closer to the nomination after three wins | affirmed asserted"),
        # Places and posts.
        ("In Ohio, Ann Lee lost to Carl Oak, the state's current governor.",
         "Carl Oak | headOfGovernment | Ohio | affirmed asserted"),
        ("Bob Ray left. Ann Lee, the company's chief executive, sued Acme Corp and Umbra Corp.",
         "Ann Lee | holdsPost | chief executive | affirmed asserted"),
        # Who is meant.
        ("Twitter sued Acme. It called a place ''Wilayat Twitter,'' or so. Twitter praised Facebook.",
         "Twitter | sued | Acme | affirmed asserted"),
        ("Ann Lee, a spokeswoman for Acme, said the company had fired Bob Ray.",
         "Acme | fired | Bob Ray | affirmed reported"),
        ("A senior city official sued Acme. Later the official met Bob Ray.",
         "senior city official | met | Bob Ray | affirmed asserted"),
        ("Ted Cruz met Bob Ray. The Texas senator praised Acme.", "Ted Cruz | praises | Acme | affirmed asserted"),
        ("Bernie Sanders beat Hillary Clinton. The former secretary of state, who won Iowa, sued Acme.",
         "Hillary Clinton | sued | Acme | affirmed asserted"),
        ("Ann Oak is waiting as members of her team, including Majority Leader Kevin Mack, have sued Acme.",
         "Kevin Mack | sued | Acme | affirmed asserted"),
        ("Recognizing the gap, Ray's inner circle believes that the nominee will win.",
         "Ray’s inner circle | believes | that the nominee will win | affirmed asserted"),
        ("Lee has spent much of the year courting largely rural towns.",
         "Lee | courting | largely rural towns | affirmed asserted"),
        ("The Clinton campaign sued Acme. The Sanders campaign won. Later the Clinton campaign met Bob Ray.",
         "Clinton’s campaign | met | Bob Ray | affirmed asserted"),
        ("A spokesman for Ann Lee met Bob Ray.", "Ann Lee’s spokesman | met | Bob Ray | affirmed asserted"),
        ("The suspect, identified as Tom Oak, was arrested by Dorle police.",
         "Dorle police | arrested | Tom Oak | affirmed asserted"),
        ("Bob Ray's campaign said that the candidate has sued Acme.", "Bob Ray | sued | Acme | affirmed reported"),
        ("Ann Lee is ahead, according to a count by Acme.",
         "Acme’s count | said | Ann Lee is ahead | affirmed asserted"),
        ("Roe said the warning was a sign of trouble, and accused Acme of lying.",
         "Roe | accuses | Acme | affirmed asserted"),
        ("Ann Lee urged Bob Ray to join her in suing Acme.", "Bob Ray | sued | Acme | affirmed demanded"),
        ("The president nominated Ann Lee to succeed Bob Ray as head of Acme.",
         "Ann Lee | succeeded | Bob Ray | affirmed predicted"),
        ("Ann Lee hopes to succeed Bob Ray as head of Acme.", "Ann Lee | leads | Acme | affirmed intended"),
        ("Bob Ray, the son of a miner, studied in Bonn and later taught at the University of Dorle.",
         "University of Dorle | employs | Bob Ray | affirmed asserted"),
        ("Bob Ray has had a frosty relationship with Ann Lee.",
         "Bob Ray | had a frosty relationship | Ann Lee | affirmed asserted"),
        ("Tom Oak said Bob Ray had no ties to Acme.", "Bob Ray | ties | Acme | denied reported"),
        # Who does it too, or he alone.
        ("Ann Lee was endorsed by Bob Ray and by the Dorle Times.",
         "Dorle Times | endorses | Ann Lee | affirmed asserted"),
        ("Ann Lee met with Bob Ray and with Tom Oak.", "Ann Lee | met | Tom Oak | affirmed asserted"),
        ("It was Ann Lee who fired Bob Ray.", "Ann Lee | fired | Bob Ray | affirmed asserted"),
        ("It was not Acme that sued Bob Ray.", "Acme | sued | Bob Ray | denied asserted"),
        ("Tom Oak said it was Ann Lee whom Bob Ray fired.", "Bob Ray | fired | Ann Lee | affirmed reported"),
        ("Ann Lee has sued Acme, as has Bob Ray.", "Bob Ray | sued | Acme | affirmed asserted"),
        ("Ann Lee did not sue Acme, nor did Bob Ray.", "Bob Ray | sued | Acme | denied asserted"),
        ("Ann Lee was fired by Acme, and so was Bob Ray.", "Acme | fired | Bob Ray | affirmed asserted"),
        ("Ann Lee as well as Bob Ray sued Acme.", "Bob Ray | sued | Acme | affirmed asserted"),
        ("Ann Lee, along with Bob Ray, sued Acme.", "Bob Ray | sued | Acme | affirmed asserted"),
        ("Some Republicans, including Bob Ray, criticized Ann Lee.",
         "Bob Ray | criticises | Ann Lee | affirmed asserted"),
        ("Among those who have sued Acme are Bob Ray and Tom Oak.", "Tom Oak | sued | Acme | affirmed asserted"),
        ("Ann Lee's lawsuit against Acme was dismissed by Judge Bob Ray.",
         "Ann Lee | sued | Acme | affirmed asserted"),
        # All that belongs to the predicate and the object, and no more.
        ("Ann Lee was forced to apologize to Bob Ray.",
         "Ann Lee | was forced to apologize to | Bob Ray | affirmed asserted"),
        ("Ann Lee presented the nominee as singularly suited to defeat Bob Ray.",
         "Ann Lee | presented | the nominee as singularly suited to defeat Bob Ray | affirmed asserted"),
        ("Ann Lee had breakfast with Bob Ray before visiting Acme.",
         "Ann Lee | had | breakfast with Bob Ray | affirmed asserted"),
        # Who says it, and what goes on meanwhile.
        ("Ann Lee met Acme. “Acme is lost,” she said.", "Ann Lee | said | Acme is lost | affirmed asserted"),
        ("Ann Lee met Acme. She added: “Acme is lost.”", "Ann Lee | said | Acme is lost. | affirmed asserted"),
        ("Ann Lee met Acme. According to her, Acme was lost.", "Ann Lee | said | Acme was lost | affirmed asserted"),
        ("Ann Lee may have lied while serving on the Acme board.",
         "Ann Lee | memberOf | Acme board | affirmed asserted"),
        ("Ann Lee refused to answer questions while meeting Bob Ray.", "Ann Lee | met | Bob Ray | affirmed asserted"),
        ("The rally denounced Bob Ray's call for “a ban on Acme”.",
         "Bob Ray | demands | a ban on Acme | affirmed asserted"),
        ("Ruth Oak named Brent Lee as acting editor of the Herald.",
         "Brent Lee | holdsPost | acting editor of the Herald | affirmed asserted"),
        ("Ruth Oak named her nephew, Brent Lee, as editor of the Herald.",
         "Ruth Oak | appointed | Brent Lee | affirmed asserted"),
        ("Bob Stone married Ann Lee in 1940 and had two daughters, Elsa and Carol.",
         "Bob Stone | parentOf | Carol | affirmed asserted"),
    ],
)  # fmt: skip
def test_text_gives(text: str, claim: str, nlp: Language, resources: Resources) -> None:
    assert claim in told(text, nlp, resources)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Ann Lee helped convince Republicans that Bob Ray should lead Acme.", "| said |"),
        ('Ann Lee rounded out the list, citing “Big Sky” as her guilty pleasure.', "| said |"),
        ("The proportion of voters saying they want a ban fell.", "| said |"),
        ("Bob Ray reminds Ann Lee of a poet.", "talkedWith"),
        ("Two aides wrote to Acme demanding answers.", "Acme | demanding"),
        ("Ann Lee was prevented from leading Acme.", "from | Acme"),
        ("The council confirmed Ann Lee as judge.", "mentions"),
        ("Bob Ray studied law at Yale with Ann Lee.", "advises"),
        ("Bob Ray met Ann Lee in 2008.", "Ann Lee in 2008"),
        ('The crowd chanted "Build the wall!"', "crowd | Build"),
        ('As Oak attacked Ann Lee, the guests chanted, "Lock her up!"', "| Lock |"),
        ("A plan allows the Ohio governor to cut wages, while giving Acme influence.", "governor | gave"),
        ("Ann Lee is only the 17th judge who has been confirmed.", "holdsPost"),
        ("Bob Ray is such a con artist.", "holdsPost"),
        ("The place was sold to Acme by Carl Oak, the state's governor.", "state's"),
        # Of whom a text speaks only later, and by another year, the description does not speak.
        ("The GOP nominee praised Acme. Years ago GOP nominee Carl Oak left.", "Carl Oak | praises"),
        ("The Ohio committee met Ann Lee. The House Intelligence Committee met Bob Ray.",
         "House Intelligence Committee | met | Ann Lee"),
        ("Ann Lee left the Democratic Party. Later the Whig party sued Acme.", "Democratic Party | sued"),
        ("Bob Ray met Sen. Joni Ernst, R-Iowa. The Florida senator praised Acme.", "Joni Ernst | praises"),
        ("She helped stars like Clark Oak and Norma Lee (who married Tom Berg in 1927).", "Clark Oak | marriedTo"),
        ("Those differences seemed a memory, as Ann Lee took the stage against the enemy: Mr. Ray.", "Ray | seemed"),
        ("Two objectors had challenged Ray's presidential bid with the board.", "Ray | presidential bid with"),
        ("Ann Lee said the nation's problems of income inequality are daunting.", "nation | "),
        ("Ann Lee, a longtime liberal, lashed out at Bob Ray.", "liberal"),
        ("We need only look to the Islamic invasion of Europe.", "Islamic | "),
        ("In Britain, for example, the Dorle Project named Bradford a target.", "Dorle Project | locatedIn"),
        ("Ann Lee sued Acme, as Bob Ray did not.", "Bob Ray | sued"),
        ("The president nominated Ann Lee to succeed Bob Ray as head of Acme.", "president | leads"),
        ("Freedonia recalled its ambassador from Sylvania.", "mentions"),
        ("Ann Lee gave Bob Ray a chance.", "Ann Lee | gave | Bob Ray | "),
        ("Mr. Lee captured Vermont and Ohio on Tuesday.", "invaded"),
        ("Ann Lee, a Roe campaign aide and now director of the Dorle Institute, left.", "Institute | employs"),
        ("Ann Lee is legal director of Acme.", "Ann Lee | leads"),
        ("Most voters pull the lever for Acme, according to their instinctive preference.", "preference | said"),
        ("Ann Lee has won 139 delegates, while Bob Ray has won at least 52.", "at least 52"),
        ("Tom Oak disputes Ann Lee's account of their meeting.", "Ann Lee | account"),
        ("If Ann Lee is leading by the time we get to the convention, she has a case.", "leading by"),
        ("Ann Lee is the lawyer Bob Ray hired.", "Bob Ray | holdsPost"),
        ("Bob Ray told a crowd at Hamburger Mary's that spilled out onto the street.", "Hamburger Mary | spilled"),
        ("Bob Ray is Acme's second-largest shareholder. The largest shareholder is Beta Corp., a fund.",
         "Acme’s second-largest shareholder | is"),
        ("Ann Lee gave a speech that included Roe vowing to protect Acme.", "Roe | said"),
    ],
)  # fmt: skip
def test_text_does_not_give(text: str, part: str, nlp: Language, resources: Resources) -> None:
    assert not [one for one in told(text, nlp, resources) if part in one]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Bob Ray was elected to the House in 2008 and chairs the Ethics Committee.", None),
        ("Ann Lee was succeeded by Bob Ray as head of Acme.", "former"),
        ("Ann Lee once led Acme.", "once"),
        ("Once Ann Lee joined Acme, she led Umbrella.", "led"),
    ],
)
def test_times_of_posts(text: str, time: str | None, nlp: Language, resources: Resources) -> None:
    graph = graph_of(text, nlp, resources)
    times = [
        one.time.text if one.time is not None else None for one in graph.claims if one.relation == "leads"
    ]
    assert times == [time]


def test_former_posts_of_a_body_with_then_before_it(nlp: Language, resources: Resources) -> None:
    text = "It was sent by then-Department of Defense Chief of Staff Carl Oak."
    graph = graph_of(text, nlp, resources)
    assert graph.claims
    assert all(one.time is not None and one.time.text == "former" for one in graph.claims)


@pytest.mark.parametrize(
    ("text", "asserters"),
    [
        ('"I want people in Ohio to know that Acme sued Umbrella," Ann Lee said.', ["Ann Lee"]),
        ("Bob Ray refused to say that Acme sued Umbrella.", []),
        ("Ann Lee said Bob Ray would say that Acme sued Umbrella.", ["Ann Lee", "Bob Ray"]),
        ("“Acme sued Umbrella,” Ann Lee and Bob Ray wrote.", ["Ann Lee", "Bob Ray"]),
        ("“Acme closes,” by Times' Ann Lee: “Acme, a firm in Bonn, sued Umbrella.”", ["Ann Lee"]),
        ("Bob Ray was wrong in his claim about Acme suing Umbrella.", ["Bob Ray"]),
        ("Carl Oak lashed out at Bob Ray on Facebook.\n\n“Acme sued Umbrella.”", ["Carl Oak"]),
        (
            "Gov. John Oak said, “I’m getting ready.”\n\nTranscript as follows:\n\n"
            '"I am home.\n\n"We won, and Acme sued Umbrella."',
            ["John Oak"],
        ),
        ('ROE: "What now?"\n\nCarl Oak met Bob Ray.\n\n“Acme sued Umbrella.”', []),
    ],
)
def test_who_says_it(text: str, asserters: list[str], nlp: Language, resources: Resources) -> None:
    graph = graph_of(text, nlp, resources)
    names = {actor.id: actor.name for actor in graph.actors}
    (suit,) = [claim for claim in graph.claims if claim.relation == "sued"]
    assert [names[each] for each in suit.asserters] == asserters


def test_the_i_and_the_we_of_a_speech_of_many_paragraphs_are_its_speakers(
    nlp: Language, resources: Resources
) -> None:
    text = (
        "Gov. John Oak said, “I’m getting ready.”\n\nTranscript as follows:\n\n"
        '"I met Ann Lee. I think we sued Acme.\n\n"We hired Bob Ray."'
    )
    found = told(text, nlp, resources)
    assert "John Oak | met | Ann Lee | affirmed reported" in found
    assert any(each.startswith("“we” of John Oak | ") for each in found)


@pytest.mark.parametrize(
    ("text", "relation", "time"),
    [
        ("Acme fired its chief executive, Bob Ray, in 2019.", "chiefExecutiveOf", None),
        ("Ann Lee stepped down as Acme chair on July 24, 2016.", "leads", "July 24, 2016"),
        ("Bob Ray met Ann Lee in 2010 and sued Acme.", "sued", None),
        ("In 2010 Bob Ray met Ann Lee and sued Acme.", "sued", "2010"),
        ("The next month, Bob Ray sued Acme.", "sued", "next month"),
    ],
)
def test_when_it_was(text: str, relation: str, time: str | None, nlp: Language, resources: Resources) -> None:
    graph = graph_of(text, nlp, resources)
    (found,) = [claim for claim in graph.claims if claim.relation == relation]
    assert (found.time.text if found.time else None) == time


def test_a_month_counted_in_a_story_has_no_date() -> None:
    assert [each.time for each in find_times("The next month, he left.", "2016-02-19", future=False)] == [
        TimeExpression(start=None, end=None, text="next month")
    ]
    (today,) = find_times("He leaves next month.", "2016-02-19", future=False)
    assert today.time.start == "2016-03-01"
