"""Small graphs of random papers, for the laws that hold for any graph (Hypothesis)."""

from __future__ import annotations

import dataclasses

from hypothesis import strategies as st

from sociogram.extraction.reading import Reading
from sociogram.graph.assemble import make_graph
from sociogram.model import Judgement, Modality, Polarity
from support.made_readings import Paper, Resources

NAMES = ("Ann Varga", "Bela Nemes", "Carla Diaz", "Zsuzsa Kis", "Dora Pal")
statements = st.tuples(
    st.integers(0, len(NAMES) - 1),
    st.sampled_from(["funded", "met", "praises", "supports"]),
    st.integers(0, len(NAMES) - 1),
    st.sampled_from(list(Polarity)),
    st.sampled_from([Modality.ASSERTED, Modality.ALLEGED]),
    st.sampled_from(["One said so.", "Another one said so, at length.", "It was said."]),
).filter(lambda said: said[0] != said[2])
papers = st.lists(statements, max_size=4)
cases = st.dictionaries(st.sampled_from(["a", "b", "c"]), papers, max_size=3)
judged = st.lists(
    st.tuples(st.sampled_from(["same", "rename"]), st.permutations(NAMES)).map(
        lambda pair: Judgement(verdict=pair[0], left=pair[1][0], right=pair[1][1])
    ),
    max_size=2,
)


def with_digest(reading: Reading, digest: str) -> Reading:
    """``reading`` of a document of other words."""
    return dataclasses.replace(reading, document=dataclasses.replace(reading.document, digest=digest))


def readings_of(case: dict[str, list[tuple[object, ...]]]) -> list[Reading]:
    made = []
    for name, said in case.items():
        paper = Paper(name)
        chains: dict[int, int] = {}
        for subject, relation, target, polarity, modality, quote in said:
            for each in (subject, target):
                if each not in chains:
                    chains[each] = paper.chain(NAMES[each])  # type: ignore[index, call-overload]
            paper.says(
                chains[subject],  # type: ignore[index]
                relation,  # type: ignore[arg-type]
                chains[target],  # type: ignore[index]
                polarity=polarity,  # type: ignore[arg-type]
                modality=modality,  # type: ignore[arg-type]
                quote=quote,  # type: ignore[arg-type]
            )
        if len(chains) > 1:
            paper.sentence(*chains.values())
        made.append(with_digest(paper.reading(), repr(said)))
    return made


graphs = st.builds(
    lambda case, judgements: make_graph(readings_of(case), (), Resources(), judgements), cases, judged
)
