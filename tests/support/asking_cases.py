"""A small case made by hand that has an answer to every named question."""

from __future__ import annotations

from collections.abc import Sequence

from sociogram.extraction.reading import DocumentRecord
from sociogram.graph.ties import tie_ends
from sociogram.graph.values import Graph
from sociogram.model import (
    Actor,
    ActorMention,
    Amount,
    Claim,
    Evidence,
    LiteralObject,
    Modality,
    Polarity,
    Tie,
    TimeExpression,
)

ACTORS = {
    "anna": ("Anna Berg", "Person"),
    "trust": ("Harbour “Old” \"Trust\"", "Company"),
    "tom": ("Tom Aldo", "Person"),
    "mira": ("Mira Chen 😀", "Person"),
    "port": ("Pört & Söhne", "Company"),
    "zoe": ("\ufb01Zoë", "Person"),
    "lone": ("Lone Wolf", "Person"),
}  # fmt: skip
_Row = tuple[str, str, str, str, str, str, tuple[str, ...], float, float, int]
ROWS: tuple[_Row, ...] = (
    # subject, relation, lemma, object, polarity, modality, asserters, confidence, worth, document
    ("anna", "funded", "fund", "trust", "affirmed", "asserted", (), 0.9123, 0.611, 0),
    ("anna", "funded", "fund", "trust", "affirmed", "reported", ("tom",), 0.9123, 0.611, 1),
    ("anna", "funded", "fund", "trust", "denied", "reported", ("mira", "tom"), 0.91, 0.61, 0),
    ("port", "promisedFunding", "promise", "trust", "affirmed", "intended", ("anna",), 0.7, 0.5, 1),
    ("tom", "gave", "give", "mira", "affirmed", "asserted", (), 0.8, 0.55, 2),
    ("tom", "gave", "give", "port", "affirmed", "asserted", (), 0.8, 0.55, 2),
    ("trust", "opposes", "oppose", "tom", "affirmed", "alleged", (), 0.6, 0.4, 0),
    ("trust", "relatedTo", "castigate", "tom", "affirmed", "asserted", ("anna",), 0.6, 0.4, 1),
    ("mira", "relatedTo", "help", "zoe", "affirmed", "asserted", (), 0.6, 0.4, 1),
    ("anna", "accuses", "accuse", "tom", "affirmed", "alleged", ("mira",), 0.75, 0.7, 2),
    ("tom", "accuses", "accuse", "anna", "denied", "asserted", ("tom",), 0.75, 0.7, 2),
    ("zoe", "defends", "defend", "anna", "affirmed", "asserted", (), 0.5, 0.2, 2),
    ("zoe", "praises", "praise", "anna", "affirmed", "possible", (), 0.5, 0.2, 2),
    ("tom", "met", "meet", "mira", "affirmed", "asserted", (), 0.95, 0.3, 0),
    ("anna", "leads", "lead", "port", "affirmed", "asserted", (), 1.0, 1.0, 0),
    ("mira", "marriedTo", "wife", "zoe", "affirmed", "asserted", (), 0.99, 0.45, 2),
    ("port", "demands", "demand", "anna", "affirmed", "demanded", (), 0.66, 0.33, 1),
    ("port", "visited", "visit", "mira", "affirmed", "demanded", ("port",), 0.66, 0.33, 1),
    ("anna", "criticises", "criticise", "anna", "affirmed", "asserted", ("anna",), 0.4, 0.25, 1),
    ("anna", "relatedTo", "sell", "=the old harbour", "affirmed", "predicted", (), 0.44, 0.26, 0),
    ("anna", "bornOn", "bear", "1970-05-01", "affirmed", "asserted", (), 0.9, 0.1, 0),
    ("trust", "opposes", "oppose", "tom", "denied", "asserted", (), 0.61, 0.4, 2),
)
_AMOUNTS = {
    0: Amount(value=2e7, currency="EUR", qualifier=None, text="20 million euros"),
    1: Amount(value=2e7, currency="EUR", qualifier="about", text="about 20 million euros"),
    3: Amount(value=1500.5, currency="USD", qualifier=None, text="$1,500.50"),
    4: Amount(value=300, currency="USD", qualifier="up to", text="up to $300"),
    5: Amount(value=80, currency=None, qualifier=None, text="80 %"),
}
_TIMES = {
    0: TimeExpression(start="2021-01-01", end="2021-12-31", text="in 2021"),
    13: TimeExpression(start="2020-03-04", end="2020-03-04", text="on 4 March"),
    14: TimeExpression(start="2019", end=None, text="since 2019"),
    15: TimeExpression(start=None, end="2022-06-01", text="until June"),
}
QUESTIONS: tuple[tuple[str, ...], ...] = (
    ("who-funded-whom",), ("who-funded-whom", "trust"), ("who-accuses-whom",), ("who-accuses-whom", "tom"),
    ("who-defends-whom",), ("who-supports-whom",), ("who-opposes-whom",), ("who-opposes-whom", "anna"),
    ("who-met-whom",), ("posts",), ("family",), ("demands",), ("demands", "mira"), ("disputed",),
    ("disputed", "anna"), ("changed-story",), ("changed-story", "tom"), ("to-review",), ("to-review", "mira"),
    ("denied",), ("denied", "anna"), ("not-established",), ("not-established", "tom"),
    ("strongest",), ("sources",), ("what-does", "tom"), ("what-does", "mira", "tom"), ("between", "anna", "tom"),
    ("path", "trust", "zoe"), ("path", "anna", "lone"), ("path", "anna", "anna"), ("about", "anna"),
    ("timeline", "anna"), ("timeline", "mira"), ("who-says", "anna"), ("who-says", "tom"),
)  # fmt: skip
"""Each question with the actors that it is asked about."""


def make_asking_case() -> tuple[Graph, dict[str, str]]:
    """Seven actors and 22 claims of three documents: denied, alleged, with sums, times and speakers."""
    texts = ["", "", ""]
    claims = []
    for number, row in enumerate(ROWS):
        document = row[9]
        quote = f'{_name(row[0])} {row[2]} {_name(row[3])}, "said"\tno {number % 3}.'
        start = len(texts[document])
        texts[document] += quote + "\n"
        claims.append(_claim(number, row, quote, start))
    claims.sort(key=lambda claim: (claim.evidence.document, claim.evidence.start))
    published = ("2024-01-15", "2023-05-02", None)
    documents = tuple(
        DocumentRecord(
            id=f"d {number}", source=f"letters/{number}.txt", title=f"Letter {number}" if number else None,
            authors=(), publisher="Post" if number < 2 else None, recipients=(), published=published[number],
            genre="letter", start=0, end=len(text), characters=len(text), digest=f"d{number}",
        )
        for number, text in enumerate(texts)
    )  # fmt: skip
    actors = tuple(
        Actor(
            id=key,
            name=name,
            kind=kind,
            mentions=(ActorMention(document="d 0", start=0, end=4, text=name, pronoun=False),),
        )
        for key, (name, kind) in ACTORS.items()
    )
    graph = Graph(actors=actors, claims=tuple(claims), ties=_ties(claims), documents=documents, run="test")
    return graph, {f"d {number}": text for number, text in enumerate(texts)}


def _name(key: str) -> str:
    return ACTORS[key][0] if key in ACTORS else key


def _claim(number: int, row: _Row, quote: str, start: int) -> Claim:
    subject, relation, lemma, target, polarity, modality, asserters, confidence, worth, document = row
    found: str | LiteralObject = target
    if target not in ACTORS:
        found = LiteralObject(value=target, kind="Date" if target[0] == "1" else "Text")
    after = start + len(_name(subject)) + 1
    return Claim(
        id=f"c{number:02}",
        subject=subject,
        relation=relation,
        lemma=lemma,
        trigger=lemma + "ed",
        object=found,
        polarity=Polarity(polarity),
        modality=Modality(modality),
        asserters=asserters,
        time=_TIMES.get(number),
        said_on=("2024-01-15", "2023-05-02", None)[document],
        amount=_AMOUNTS.get(number),
        confidence=confidence,
        worth=worth,
        evidence=Evidence(
            document=f"d {document}",
            source=f"letters/{document}.txt",
            start=start,
            end=start + len(quote),
            quote=quote,
            prefix="",
            suffix="",
            subject=(start, after - 1),
            trigger=(after, after + len(lemma)),
            object=(after + len(lemma) + 1, after + len(lemma) + 1 + len(_name(target))),
            rule="made.up@1",
        ),
    )


def _ties(claims: Sequence[Claim]) -> tuple[Tie, ...]:
    groups: dict[tuple[str, str, str, str], list[Claim]] = {}
    for claim in claims:
        open_ = claim.relation == "relatedTo"
        # That Tom met Mira is a claim of the tie of Mira and Tom.
        subject, target = tie_ends(claim)
        key = (subject, claim.relation, str(target), claim.lemma if open_ else "")
        groups.setdefault(key, []).append(claim)
    return tuple(
        Tie(
            id=f"t{len(groups) - number:02}",
            subject=tie_ends(like[0])[0],
            relation=like[0].relation,
            object=tie_ends(like[0])[1],
            lemma=like[0].lemma if like[0].relation == "relatedTo" else None,
            affirmed=sum(claim.polarity is Polarity.AFFIRMED for claim in like),
            denied=sum(claim.polarity is Polarity.DENIED for claim in like),
            sources=len({claim.evidence.document for claim in like}),
            first=None,
            last=None,
            confidence=max(claim.confidence for claim in like),
            worth=max(claim.worth for claim in like),
            claims=tuple(claim.id for claim in like),
        )
        for number, like in enumerate(groups.values())
    )
