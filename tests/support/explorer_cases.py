"""Small graphs made by hand for the tests of the explorer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sociogram.extraction.reading import DocumentRecord
from sociogram.graph.ties import make_ties
from sociogram.graph.unread import UnreadReason, UnreadSentence
from sociogram.graph.values import Graph
from sociogram.model import (
    Actor,
    ActorMention,
    Amount,
    Claim,
    ClaimRole,
    Evidence,
    LiteralObject,
    Modality,
    Polarity,
    Tie,
    TimeExpression,
)
from sociogram.write.explorer.page import write_explorer

TEXT = (
    "Letter from the harbour\n\nAnna Berg funded the Harbour Trust with 20 million euros in 2021. "
    "Anna Berg did not fund the Harbour Trust, Tom Aldo said. The Harbour Trust opposes Tom Aldo. "
    "Tom Aldo met Mira Chen 😀 in Porto.\n"
)
_ROWS = (
    (
        "anna",
        "funded",
        "trust",
        "Anna Berg funded the Harbour Trust with 20 million euros in 2021.",
        "affirmed",
        "asserted",
    ),
    (
        "anna",
        "funded",
        "trust",
        "Anna Berg did not fund the Harbour Trust, Tom Aldo said.",
        "denied",
        "reported",
    ),
    ("trust", "opposes", "tom", "The Harbour Trust opposes Tom Aldo.", "affirmed", "alleged"),
    ("tom", "met", "mira", "Tom Aldo met Mira Chen 😀 in Porto.", "affirmed", "asserted"),
)
NAMES = {
    "anna": ("Anna Berg", "Person"),
    "trust": ("Harbour Trust", "Company"),
    "tom": ("Tom Aldo", "Person"),
    "mira": ("Mira Chen", "Person"),
    "lone": ("Lone Wolf", "Person"),
}
_WORDS = {"anna": "Anna Berg", "trust": "Harbour Trust", "tom": "Tom Aldo", "mira": "Mira Chen"}
_TRIGGERS = {"funded": ("funded", "fund"), "opposes": ("opposes",), "met": ("met",)}


def make_case(hostile: str = "") -> tuple[Graph, dict[str, str]]:
    """Five actors, four claims, one disputed tie; ``hostile`` goes into every free text there is."""
    text = TEXT + hostile
    claims = []
    for number, (subject, relation, target, quote, polarity, modality) in enumerate(_ROWS):
        start = text.index(quote)
        spans = [_span(text, start, _WORDS[subject]), (0, 0), _span(text, start, _WORDS[target])]
        spans[1] = next(_span(text, start, word) for word in _TRIGGERS[relation] if word in quote)
        claims.append(
            Claim(
                id=f"claim{number}",
                subject=subject,
                relation=relation,
                lemma=relation,
                trigger=relation + hostile,
                object=target,
                polarity=Polarity(polarity),
                modality=Modality(modality),
                asserters=("tom",) if modality == "reported" else (),
                time=TimeExpression(start="2021-01-01", end="2021-12-31", text="in 2021" + hostile)
                if number == 0
                else None,
                said_on=f"2024-0{number + 1}-15",
                amount=Amount(value=2e7, currency="EUR", qualifier=None, text="20 million euros" + hostile)
                if number == 0
                else None,
                confidence=0.9 - number / 10,
                worth=0.6,
                evidence=Evidence(
                    document="d1",
                    source="letters/harbour.txt" + hostile,
                    start=start,
                    end=start + len(quote),
                    quote=quote,
                    prefix="",
                    suffix="",
                    subject=spans[0],
                    trigger=spans[1],
                    object=spans[2],
                    rule="made.up@1" + hostile,
                ),
            )
        )
    if hostile:
        claims.append(_hostile_claim(text, hostile))
    actors = tuple(
        Actor(
            id=key,
            name=name + hostile,
            kind=kind,
            aliases=("Ms Berg" + hostile,) if key == "anna" else (),
            identifiers=(("wikidata", "Q42"), ("url", "javascript:window.owned=1")) if key == "anna" else (),
            mentions=(ActorMention(document="d1", start=25, end=34, text=name, pronoun=False),),
        )
        for key, (name, kind) in NAMES.items()
    )
    document = DocumentRecord(
        id="d1",
        source="letters/harbour.txt" + hostile,
        title="Letter from the harbour" + hostile,
        authors=("Tom Aldo" + hostile,),
        publisher="Post" + hostile,
        recipients=(),
        published="2024-01-15",
        genre="letter",
        start=0,
        end=len(text),
        characters=len(text),
        digest="d1",
    )
    return Graph(
        actors=actors, claims=tuple(claims), ties=tie_up(claims), documents=(document,), run="test"
    ), {"d1": text}


def make_unread() -> tuple[Graph, dict[str, str]]:
    """The case with two sentences more, of which one gave no claim and one only lacks a relation."""
    graph, texts = make_case()
    silent, refused = "Anna Berg saw 😀 Tom Aldo.", "Tom Aldo liked it."
    text = f"{texts['d1']}{silent} {refused}\n"
    document = replace(graph.documents[0], end=len(text), characters=len(text))
    return replace(
        graph,
        documents=(document,),
        unread=(
            _unread(text, silent, ("Anna Berg", "Tom Aldo"), "nothing was read"),
            _unread(text, refused, ("Tom Aldo",), "no object"),
        ),
    ), {"d1": text}


def _unread(text: str, words: str, names: tuple[str, ...], why: str) -> UnreadSentence:
    start, end = _span(text, 0, words)
    reason = UnreadReason(stage="claims", reason=why, count=1)
    return UnreadSentence(
        document="d1", start=start, end=end, text=words, names=names, claims=0, reasons=(reason,)
    )


def make_open_case() -> tuple[Graph, dict[str, str]]:
    """The small case with what Anna Berg does to things: one claim worth much, of two roles, and two worth little."""
    graph, texts = make_case()
    first = graph.claims[0]
    quote = first.evidence.start
    roles = (
        ClaimRole(name="amount", text="20 million euros", start=quote + 40, end=quote + 56),
        ClaimRole(name="time", text="2021", start=quote + 60, end=quote + 64),
    )
    told = [
        replace(first, id=f"open{number}", relation="relatedTo", lemma=lemma, trigger=lemma, worth=worth,
                object=LiteralObject(value=words, kind="Text"), roles=roles if not number else ())
        for number, (lemma, words, worth) in enumerate(
            [("castigate", "the old harbour", 0.8), ("have", "a chair", 0.1), ("be in", "order", 0.05)]
        )
    ]  # fmt: skip
    claims = [*graph.claims, *told]
    ties = tuple(
        replace(tie, worth=max(claim.worth for claim in claims if claim.id in tie.claims))
        for tie in tie_up(claims)
    )
    return replace(graph, claims=tuple(claims), ties=ties), texts


def make_turned() -> tuple[Graph, dict[str, str]]:
    """The small case, its symmetric tie with the order that ids give it; of its two claims the first has the other."""
    graph, texts = make_case()
    met, quote = graph.claims[3], "Mira Chen met Tom Aldo again."
    text = f"{texts['d1']}{quote}\n"
    start = text.index(quote)
    again = replace(
        met, id="claim4", subject="mira", object="tom", said_on="2024-05-15", confidence=0.5,
        evidence=replace(
            met.evidence, start=start, end=start + len(quote), quote=quote, subject=_span(text, start, "Mira Chen"),
            trigger=_span(text, start, "met"), object=_span(text, start, "Tom Aldo"),
        ),
    )  # fmt: skip
    claims, document = (
        (*graph.claims, again),
        replace(graph.documents[0], end=len(text), characters=len(text)),
    )
    ties = make_ties(claims, (document,))
    return replace(graph, claims=claims, ties=ties, documents=(document,)), {"d1": text}


def make_named(*names: str) -> Graph:
    """Actors of these names, without claims."""
    return Graph(
        actors=tuple(Actor(id=f"a{number}", name=name, kind="Person") for number, name in enumerate(names)),
        run="named",
    )


def make_parallel(count: int) -> Graph:
    """Two actors with ``count`` ties between them, each without claims of its own kind."""
    graph, _ = make_case()
    first = graph.claims[0]
    claims = tuple(
        replace(first, id=f"p{number}", lemma=f"verb{number}", relation="relatedTo")
        for number in range(count)
    )
    ties = tuple(
        replace(
            graph.ties[0],
            id=f"tie{number}",
            relation="relatedTo",
            lemma=claim.lemma,
            denied=0,
            claims=(claim.id,),
        )
        for number, claim in enumerate(claims)
    )
    return replace(graph, claims=claims, ties=ties)


def write_case_page(folder: Path, graph: Graph, texts: dict[str, str] | None = None) -> Path:
    write_explorer(graph, folder, texts.get if texts is not None else None)
    return folder / "index.html"


def _span(text: str, start: int, word: str) -> tuple[int, int]:
    at = text.index(word, start)
    return at, at + len(word)


def _hostile_claim(text: str, hostile: str) -> Claim:
    start = text.index(hostile)
    return Claim(
        id="claim9",
        subject="anna",
        relation="relatedTo",
        lemma=hostile,
        trigger=hostile,
        object=LiteralObject(value=hostile, kind="Text"),
        polarity=Polarity.AFFIRMED,
        modality=Modality.ASSERTED,
        asserters=("anna",),
        time=None,
        said_on=hostile,
        amount=None,
        confidence=0.5,
        worth=0.6,
        evidence=Evidence(
            document="d1",
            source=hostile,
            start=start,
            end=start + len(hostile),
            quote=hostile,
            prefix="",
            suffix="",
            subject=(start, start + 3),
            trigger=(start + 2, start + 6),
            object=(start + 4, start + 9),
            rule=hostile,
        ),
    )


def tie_up(claims: list[Claim]) -> tuple[Tie, ...]:
    """The ties of ``claims``, open ones by their lemma too."""
    groups: dict[tuple[str, str, str, str], list[Claim]] = {}
    for claim in claims:
        lemma = claim.lemma if claim.relation == "relatedTo" else ""
        groups.setdefault((claim.subject, claim.relation, lemma, str(claim.object)), []).append(claim)
    return tuple(
        Tie(
            id=f"tie{number}",
            subject=like[0].subject,
            relation=like[0].relation,
            object=like[0].object,
            lemma=like[0].lemma if like[0].relation == "relatedTo" else None,
            affirmed=sum(claim.polarity is Polarity.AFFIRMED for claim in like),
            denied=sum(claim.polarity is Polarity.DENIED for claim in like),
            sources=1,
            first=None,
            last=None,
            confidence=0.8,
            worth=0.6,
            claims=tuple(claim.id for claim in like),
        )
        for number, like in enumerate(groups.values())
    )
