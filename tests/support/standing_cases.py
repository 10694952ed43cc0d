"""Small cases in which outlets state, copy, deny and contradict, for the tests of how ties stand."""

from __future__ import annotations

import dataclasses

from sociogram.extraction.reading import Reading
from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.model import Modality, Polarity
from support.made_readings import Paper, Resources

ANN, ORION = "Ann Varga", "Orion Rail"


def paper(
    name: str, *said: tuple[str, dict[str, object]], outlet: str = "", day: str | None = None, by: str = ""
) -> Reading:
    """A document of ``outlet`` in which Ann Varga does each relation of ``said`` to Orion Rail, with what qualifies it.

    ``says`` of the qualifiers names who says so; ``to`` another object, ``of`` another subject.
    """
    made = Paper(name, published=day, authors=(by,) if by else ())
    chains: dict[str, int] = {}

    def chain(who: str, kind: str = "Person", **more: object) -> int:
        if who not in chains:
            chains[who] = made.chain(who, kind, **more)
        return chains[who]

    if by:
        chain(by, role="author")
    for relation, how in said:
        given = dict(how)
        speaker = given.pop("says", None)
        subject = chain(str(given.pop("of", ANN)))
        words = given.pop("words", None)
        target = None if words else chain(str(given.pop("to", ORION)), str(given.pop("kind", "Company")))
        if words:
            given["literal"] = ("Text", str(words))
        if speaker:
            given["asserters"] = (chain(str(speaker)),)
        made.says(subject, relation, target, **given)  # type: ignore[arg-type]
    reading = made.reading()
    document = dataclasses.replace(reading.document, publisher=outlet or None)
    return dataclasses.replace(reading, document=document)


def graph_of(*papers: Reading) -> Graph:
    return make_graph(papers, (), Resources())


DENIED: dict[str, object] = {"polarity": Polarity.DENIED}
ALLEGED: dict[str, object] = {"modality": Modality.ALLEGED}
INTENDED: dict[str, object] = {"modality": Modality.INTENDED}
WIRE = (
    "Ann Varga, the founder of the Varga Fund, supports Orion Rail and its plan for a new line to the coast."
)
EDITED = "Ann Varga, the founder of the Varga Fund, supports Orion Rail and its plan for a line to the coast."


def make_sources() -> Graph:
    """Three outlets state a tie, one of them a copy; two persons deny it; another tie contradicts it; one is alone."""
    return graph_of(
        paper("a", ("supports", {"quote": WIRE}), outlet="Alpha Post", day="2024-01-01"),
        paper("b", ("supports", {"quote": EDITED}), outlet="Beta News", day="2024-01-02"),
        paper(
            "c",
            ("supports", {}),
            ("opposes", {"quote": "Ann Varga opposes Orion Rail."}),
            outlet="Gamma Times",
            day="2024-03-01",
        ),
        paper(
            "d",
            ("supports", {**DENIED, "says": "Bela Nemes", "modality": Modality.REPORTED}),
            outlet="Delta",
            day="2024-03-02",
        ),
        paper("e", ("met", {"to": "Carla Diaz", "kind": "Person"}), outlet="Alpha Post"),
    )
