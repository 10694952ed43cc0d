"""Documents made by hand for the tests of the reading room: several, long ones, overlapping marks, strange scripts."""

from __future__ import annotations

from sociogram.extraction.reading import DocumentRecord
from sociogram.graph.ties import make_ties
from sociogram.graph.values import Graph
from sociogram.model import Actor, ActorMention, Claim, Evidence, Modality, Polarity

NAMES = {"anna": "Anna Berg", "tom": "Tom Aldo", "trust": "Harbour Trust", "layla": "ليلى حداد"}


class DocumentWriter:
    """A document that is written sentence by sentence; each may give a claim."""

    def __init__(self, id_: str, title: str, publisher: str = "Post", published: str = "2024-01-15") -> None:
        self.id = id_
        self._parts: list[str] = []
        self.length = 0
        self.claims: list[Claim] = []
        self.mentions: dict[str, list[ActorMention]] = {}
        self._about = {"title": title, "publisher": publisher, "published": published}

    @property
    def text(self) -> str:
        """All that was written so far."""
        self._parts = ["".join(self._parts)]
        return self._parts[0]

    def add(self, words: str) -> None:
        """Write ``words``; of a long text nothing is copied."""
        self._parts.append(words)
        self.length += len(words)

    def say(self, subject: str, words: str, target: str, relation: str = "met", **more: str) -> str:
        """Write "SUBJECT WORDS TARGET." and claim it; gives the id of the claim."""
        start = self.length
        sentence = f"{NAMES[subject]} {words} {NAMES[target]}."
        self.add(sentence + more.get("behind", " "))
        first = (start, start + len(NAMES[subject]))
        second = (first[1] + 1, first[1] + 1 + len(words))
        third = (second[1] + 1, second[1] + 1 + len(NAMES[target]))
        spans = (first, second, third)
        return self.claim(
            subject, target, (start, start + len(sentence)), spans, relation, quote=sentence, **more
        )

    def claim(
        self,
        subject: str,
        target: str,
        sentence: tuple[int, int],
        spans: tuple[tuple[int, int], tuple[int, int], tuple[int, int]],
        relation: str = "met",
        **more: str,
    ) -> str:
        """A claim of the text as it is so far, with the places of subject, relation and object."""
        id_ = f"{self.id}c{len(self.claims)}"
        quote = more.get("quote") or self.text[slice(*sentence)]

        def words(span: tuple[int, int]) -> str:
            return quote[span[0] - sentence[0] : span[1] - sentence[0]]

        for actor, (start, end) in ((subject, spans[0]), (target, spans[2])):
            self.mentions.setdefault(actor, []).append(
                ActorMention(document=self.id, start=start, end=end, text=words((start, end)), pronoun=False)
            )
        self.claims.append(
            Claim(
                id=id_,
                subject=subject,
                relation=relation,
                lemma=more.get("lemma", relation),
                trigger=words(spans[1]),
                object=target,
                polarity=Polarity(more.get("polarity", "affirmed")),
                modality=Modality(more.get("modality", "asserted")),
                asserters=(),
                time=None,
                said_on=None,
                amount=None,
                confidence=0.8,
                worth=0.6,
                evidence=Evidence(
                    document=self.id,
                    source=f"{self.id}.txt",
                    start=sentence[0],
                    end=sentence[1],
                    quote=quote,
                    prefix="",
                    suffix="",
                    subject=spans[0],
                    trigger=spans[1],
                    object=spans[2],
                    rule="made.up@1",
                ),
            )
        )
        return id_

    @property
    def record(self) -> DocumentRecord:
        """The document as the graph has it."""
        return DocumentRecord(
            id=self.id,
            source=f"{self.id}.txt",
            title=self._about["title"],
            authors=(),
            publisher=self._about["publisher"],
            recipients=(),
            published=self._about["published"],
            genre="text",
            start=0,
            end=self.length,
            characters=self.length,
            digest=self.id,
        )


def make_graph(*documents: DocumentWriter) -> tuple[Graph, dict[str, str]]:
    """The graph of ``documents``, and their texts."""
    claims = [claim for document in documents for claim in document.claims]
    records = tuple(document.record for document in documents)
    actors = tuple(
        Actor(
            id=id_,
            name=name,
            kind="Person",
            mentions=tuple(each for document in documents for each in document.mentions.get(id_, ())),
        )
        for id_, name in sorted(NAMES.items())
    )
    graph = Graph(
        actors=actors, claims=tuple(claims), ties=make_ties(claims, records), documents=records, run="test"
    )
    return graph, {document.id: document.text for document in documents}


def make_shelf() -> tuple[Graph, dict[str, str]]:
    """Three documents; the second and the third have one grave claim each."""
    first = DocumentWriter("d1", "The opening of the port", published="2024-01-15")
    first.say("anna", "met", "tom")
    first.say("anna", "did not meet", "trust", polarity="denied")
    first.say("tom", "allegedly met", "trust", modality="alleged")
    first.say("tom", "greeted", "anna")
    second = DocumentWriter("d2", "A night at the harbour", "Courier", "2024-02-01")
    second.say("tom", "met", "anna")
    second.say("tom", "wounded", "anna", "attacked")
    third = DocumentWriter("d3", "Money", "Courier", "2024-03-01")
    third.say("trust", "paid", "tom", "paid")
    return make_graph(first, second, third)


def make_long(
    characters: int, claims: int, filling: str = "The ships lay 😀 in the harbour and the tide went out. "
) -> tuple[Graph, dict[str, str]]:
    """One document of about so many characters, with claims all over it."""
    document = DocumentWriter("long", "A long report")
    between = max(1, characters // max(1, claims))
    for number in range(claims):
        document.add((filling * (between // len(filling) + 1))[:between] + "\n\n")
        document.say("anna", f"met for the {number}th time", "tom")
    return make_graph(document)


def make_overlapping(hostile: str = "") -> tuple[Graph, dict[str, str]]:
    """Two sentences of which one lies in the other, in a text with astral and right-to-left letters."""
    document = DocumentWriter("d1", f"Overlapping 😀{hostile}")
    document.add(f"😀😀 {hostile}ليلى حداد met 𝔄nna, Anna Berg, who met Tom Aldo. ")
    text = document.text

    def place(words: str, after: int = 0) -> tuple[int, int]:
        start = text.index(words, after)
        return start, start + len(words)

    whole = (place("ليلى")[0], len(text) - 1)
    inner = (place("Anna Berg")[0], len(text) - 1)
    document.claim("layla", "anna", whole, (place("ليلى حداد"), place("met"), place("Anna Berg")))
    document.claim("anna", "tom", inner, (place("Anna Berg"), place("met", inner[0]), place("Tom Aldo")))
    return make_graph(document)
