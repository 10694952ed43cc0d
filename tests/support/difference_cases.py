"""Two small cases that differ in every way that a difference tells, for tests of its forms."""

from __future__ import annotations

from pathlib import Path

from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.model import Amount, Judgement, Modality, Polarity
from support.made_readings import Paper, Resources


def make_before(hostile: str = "") -> Graph:
    """The first state: a rumour, a quarrel, and a document that will go."""
    return make_graph([_report(hostile, late=False).reading(), _old_note(hostile).reading()], (), Resources())


def make_after(hostile: str = "") -> Graph:
    """The second: the rumour is a fact, the quarrel disputed, two people are one, a document came."""
    judgements = [Judgement(verdict="same", left="bela-nemes", right="b-nemesh")]
    return make_graph(
        [_report(hostile, late=True).reading(), _new_note(hostile).reading()], (), Resources(), judgements
    )


def write_bare_case(graph: Graph, folder: Path) -> Path:
    """The exports of a case that readers need, without its store."""
    import pyoxigraph as ox

    from sociogram.write.text import jsonl

    folder.mkdir(parents=True, exist_ok=True)
    for writer in (jsonl.actors, jsonl.claims, jsonl.documents, jsonl.skipped, jsonl.ties):
        writer.write(graph, folder / writer.file_name)
    ox.serialize(graph.quads(), str(folder / "graph.trig"), format=ox.RdfFormat.TRIG)
    return folder


def _report(hostile: str, *, late: bool) -> Paper:
    paper = Paper("report", published="2024-05-01")
    ann, orion = paper.chain("Ann Varga" + hostile), paper.chain("Orion Rail" + hostile, "Company")
    bela, other = paper.chain("Bela Nemes", count=3), paper.chain("B Nemesh", count=2)
    quote = "Varga funded Orion." if late else "Varga reportedly funded Orion."
    paper.says(
        ann, "funded", orion, quote=quote + hostile,
        modality=Modality.ASSERTED if late else Modality.ALLEGED,
        amount=Amount(value=5, currency="EUR", qualifier=None, text="5 euros" + hostile),
    )  # fmt: skip
    paper.says(bela, "supports", ann, quote="Nemes supports Varga." + hostile, trigger="supports" + hostile)
    paper.says(other, "praises", ann, quote="Nemesh praises Varga." + hostile)
    return paper


def _old_note(hostile: str) -> Paper:
    paper = Paper("old-note", published="2024-01-01")
    carla, orion = paper.chain("Carla Diaz" + hostile), paper.chain("Orion Rail" + hostile, "Company")
    paper.says(carla, "sued", orion, quote="Diaz sued Orion." + hostile, trigger="sued", lemma="sue")
    return paper


def _new_note(hostile: str) -> Paper:
    paper = Paper("new-note", published="2024-06-01")
    bela, ann = paper.chain("Bela Nemes"), paper.chain("Ann Varga" + hostile)
    paper.says(
        bela, "supports", ann, quote="Nemes does not support Varga." + hostile, polarity=Polarity.DENIED
    )
    return paper
