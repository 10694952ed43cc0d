"""Stories for tests, pinned out of the small case of ``explorer_cases``."""

from __future__ import annotations

from dataclasses import replace

from sociogram.graph.values import Graph
from sociogram.model import Claim, LiteralObject, Modality, Review
from sociogram.story.values import Pin, PinnedClaim, Step, Story
from support.explorer_cases import make_case, tie_up

HOSTILE_NOTES = (
    "<script>window.owned=1</script><img src=x onerror=window.owned=1> [x](javascript:window.owned=1)\n\n"
    "\u202eright to left\u202c \u2028 &lt;b&gt; </style></script><!--"
)
LONG_NAME = "An " + "exceedingly " * 24 + "long name"
RIGHT_TO_LEFT = "منظمة الميناء الخيرية"


REVIEWED = "judged right by Ann Lee on 2026-01-31 (“seen the file”), but wrong by a person"


def with_review(graph: Graph) -> Graph:
    """``graph`` with its first claim reviewed as ``REVIEWED`` says."""
    review = Review(who="Ann Lee", when="2026-01-31", note="seen\nthe file", against=("",))
    first, *rest = graph.claims
    return replace(graph, claims=(replace(first, review=review), *rest))


def pinned(graph: Graph, claim: Claim) -> PinnedClaim:
    """``claim`` as the page pins it."""

    def name(end: str | LiteralObject) -> str:
        return end.value if isinstance(end, LiteralObject) else graph.actors_by_id[end].name

    return PinnedClaim(
        id=claim.id,
        document=claim.evidence.document,
        quote=claim.evidence.quote,
        subject=name(claim.subject),
        relation=claim.relation,
        object=name(claim.object),
        polarity=claim.polarity.value,
    )


def make_told_case() -> Graph:
    """The small case with a relation of no known sense, denials, negations, a plan, and documents without a title."""
    graph, _ = make_case()
    funded, denied, _, met = graph.claims
    author = replace(
        graph.documents[0], id="d2", source="/home/ann/notes.txt", title="", publisher="", digest="d2"
    )
    bare = replace(
        author,
        id="d3",
        source="C:\\files\\talk.txt",
        title="Who paid?",
        authors=(),
        published=None,
        digest="d3",
    )
    made = [
        replace(met, id="open0", relation="relatedTo", lemma="saddle up with", trigger="saddles\nup with",
                worth=0.297),
        replace(met, id="open1", relation="relatedTo", lemma="saddle up with", trigger="saddled up with"),
        replace(denied, id="negated", subject="mira", asserters=(), modality=Modality.ASSERTED),
        replace(
            funded, id="plan", subject="tom", modality=Modality.INTENDED, time=None, said_on=None,
            evidence=replace(funded.evidence, document="d2", source=author.source),
        ),
        replace(denied, id="denial", subject="mira", object="tom", asserters=("anna",)),
        replace(
            denied, id="wish", subject="tom", modality=Modality.DEMANDED, asserters=("mira", "anna"),
            said_on="2024-01-15", evidence=replace(denied.evidence, document="d3", source=bare.source),
        ),
        replace(
            met, id="bare", object="anna", said_on=None,
            evidence=replace(met.evidence, document="d3", source=bare.source),
        ),
    ]  # fmt: skip
    claims = (*graph.claims, *made)
    return replace(
        graph, claims=claims, ties=tie_up(list(claims)), documents=(*graph.documents, author, bare)
    )


def make_told_story(graph: Graph) -> Story:
    """All claims as an answer, as the same in the order of time, and each actor with its best claim."""
    claims = tuple(pinned(graph, claim) for claim in graph.claims)
    every = Pin(
        kind="answer",
        id="between anna tom",
        words="All",
        claims=claims,
        actors=tuple(actor.id for actor in graph.actors),
        ties=tuple(tie.id for tie in graph.ties),
    )
    timed = replace(every, id="timeline anna", words="In order of time", actors=(), ties=())
    return Story(steps=(Step(pins=(every, timed)),))


def make_story(graph: Graph) -> Story:
    """Two steps: a tie with all claims, then the map and a claim that has gone."""
    claims = tuple(pinned(graph, claim) for claim in graph.claims)
    gone = PinnedClaim(
        id="gone", document="d1", quote="It stood here once.", subject="Anna Berg", relation="promisedFunding",
        object=RIGHT_TO_LEFT, polarity="denied",
    )  # fmt: skip
    tie = Pin(kind="tie", id="tie0", words="Anna Berg funded Harbour Trust", view="tie=tie0", claims=claims)
    view = Pin(
        kind="view",
        id="",
        words="The 4 strongest actors on the map",
        view="most=50",
        claims=claims[:1],
        actors=(*(actor.id for actor in graph.actors), "vanished"),
        ties=tuple(tie.id for tie in graph.ties),
    )
    return Story(
        title="Who paid for the harbour?",
        author="Mira Chen",
        run=graph.run,
        steps=(
            Step(
                heading="The money", notes="Two say so.\n\nOne denies it.\nIn the same letter.", pins=(tie,)
            ),
            Step(
                notes=HOSTILE_NOTES, pins=(view, Pin(kind="claim", id="gone", words="gone", claims=(gone,)))
            ),
        ),
    )
