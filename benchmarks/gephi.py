"""Seconds and memory of the files for Gephi, yEd and spreadsheets on a made network.

Run: ``python -m benchmarks.gephi [--actors 50000] [--ties 200000]``. For each file: seconds, size, and
the peak of memory that writing adds to the graph itself, with the drawing apart, as all files share it.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from sociogram.graph.values import Graph
from sociogram.model import Actor, ActorMention, Claim, Evidence, Modality, Polarity, Tie
from sociogram.write.networks.gexf import merged
from sociogram.write.networks.gexf import writer as gexf
from sociogram.write.networks.graphml import writer as graphml
from sociogram.write.networks.tables import edges, nodes
from sociogram.write.picture.drawing import draw

_RELATIONS = ("funded", "met", "criticises", "employedBy", "relatedTo")


def make_network(actors: int, ties: int) -> Graph:
    """``ties`` ties of one claim each; a few of the actors have most of them."""
    chance = random.Random(1)  # noqa: S311 - no secret
    people = tuple(
        Actor(
            id=f"actor-{number}",
            name=f"Actor Number {number}",
            kind=("Person", "Company", "Country")[number % 3],
            mentions=(ActorMention(document="d", start=0, end=5, text="Actor", pronoun=False),),
        )
        for number in range(actors)
    )
    made = [_tie(number, people, chance) for number in range(ties)]
    return Graph(
        actors=people,
        claims=tuple(claim for _, claim in made),
        ties=tuple(tie for tie, _ in made),
        run="made",
    )


def _tie(number: int, people: tuple[Actor, ...], chance: random.Random) -> tuple[Tie, Claim]:
    ends = [people[int(len(people) * chance.random() ** 2)].id for _ in range(2)]
    relation = _RELATIONS[number % len(_RELATIONS)]
    day = f"2024-{number % 12 + 1:02}-{number % 28 + 1:02}"
    lemma = f"verb{number}" if relation == "relatedTo" else None
    evidence = Evidence(
        document="d",
        source="made.txt",
        start=0,
        end=40,
        quote=f"In sentence {number} one did something to the other.",
        prefix="",
        suffix="",
        subject=(0, 1),
        trigger=(2, 3),
        object=(4, 5),
        rule="made@1",
    )
    claim = Claim(
        id=f"c{number}",
        subject=ends[0],
        relation=relation,
        lemma=lemma or relation,
        trigger=relation,
        object=ends[1],
        polarity=Polarity.AFFIRMED,
        modality=Modality.ASSERTED,
        asserters=(),
        time=None,
        said_on=day,
        amount=None,
        confidence=0.8,
        evidence=evidence,
    )
    tie = Tie(
        id=f"t{number}",
        subject=ends[0],
        relation=relation,
        object=ends[1],
        lemma=lemma,
        affirmed=1,
        denied=0,
        sources=1,
        first=day,
        last=day,
        confidence=0.8,
        claims=(claim.id,),
    )
    return tie, claim


def measure(task: Callable[[], object]) -> tuple[float, float]:
    """Seconds, and peak of memory in MiB from a second run, since watching memory slows the first."""
    started = time.perf_counter()
    task()
    seconds = time.perf_counter() - started
    tracemalloc.start()
    task()
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    tracemalloc.stop()
    return seconds, peak


def main() -> None:
    """Print one line a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, default=50_000)
    parser.add_argument("--ties", type=int, default=200_000)
    options = parser.parse_args()
    graph = make_network(options.actors, options.ties)
    _ = graph.claims_by_id
    started = time.perf_counter()
    draw(graph)
    lines = [f"{len(graph.actors)} actors, {len(graph.ties)} ties"]
    lines.append(f"{'drawing':<18}{time.perf_counter() - started:7.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        for name, writer in (
            ("graph.gexf", gexf),
            ("merged.gexf", merged),
            ("graph.graphml", graphml),
            ("nodes.csv", nodes),
            ("edges.csv", edges),
        ):
            path = Path(folder) / name
            seconds, peak = measure(lambda writer=writer, path=path: writer.write(graph, path))  # type: ignore[misc]
            size = path.stat().st_size / 2**20
            lines.append(f"{name:<18}{seconds:7.2f} s {size:8.1f} MiB file {peak:8.1f} MiB memory")
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
