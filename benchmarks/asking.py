"""Time the named questions on a case, as ``sociogram query`` asks them, natively, and in rdflib's memory.

    python -m benchmarks.asking CASE [--rounds 5] [--rdflib] [--processes]

For each named question, about the case's strongest actors where it wants some, in one process in the same run:

- ``ours``: open the case, find the actors by name, ask, and format the answer as CSV: what ``sociogram query`` does;
- ``native``: open the Oxigraph store read-only, ask the question's SPARQL with the actors' IRIs, and have it write CSV;
- ``rdflib``: ask that SPARQL of the same quads in an rdflib ``Dataset`` in memory, once, for half a minute at most,
  loading not counted.

Medians of the rounds; the ratios are what counts. ``path`` is no single query of SPARQL and is given without ratios.
``--processes`` times whole processes too: ``sociogram query`` against a Python that imports pyoxigraph and asks.
"""

from __future__ import annotations

import argparse
import json
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import rdflib

from sociogram.case import open_case
from sociogram.cli.answers import format_answer
from sociogram.knowledge.namespaces import PREFIXES
from sociogram.rdf.ask import ask
from sociogram.rdf.questions.asking import PATH, ask_question, bind, find_actor
from sociogram.rdf.questions.catalogue import find_question, load_questions

_NATIVE = """
import json, sys
import pyoxigraph as ox
given = json.load(open(sys.argv[1]))
store = ox.Store.read_only(given["store"])
for row in store.query(given["sparql"], prefixes=given["prefixes"], use_default_graph_as_union=True):
    print(",".join(str(term) for term in row))
"""


_SPEAKERS = """SELECT ?speaker ?topic WHERE {
  ?claim prov:wasAttributedTo ?speaker ; rdf:object ?topic . ?topic rdfs:label ?name
}
GROUP BY ?speaker ?topic ORDER BY DESC(COUNT(?claim)) ?speaker ?topic LIMIT 1"""

LONGEST = 30
"""Seconds after which rdflib is not waited for any longer; its ratio is then a lower bound."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A named question with its words, and the SPARQL that they lead to."""

    name: str
    words: tuple[str, ...]
    sparql: str


def find_questions(case: Path) -> list[Asked]:
    """The named questions, about the strongest actors of the case where they have room for some.

    Of ``what-does`` it is the actor that says most about another, and that other.
    """
    found = []
    with open_case(case) as opened:
        strongest = ask_question(opened.store, opened.names, "strongest", (), most=40).rows
        ids = [
            str(row[-1].value).rpartition("/")[2] for row in strongest if isinstance(row[-1], ox.NamedNode)
        ]
        said = [
            str(term.value).rpartition("/")[2]
            for row in ask(opened.store, _SPEAKERS).rows
            for term in row
            if isinstance(term, ox.NamedNode)
        ]
        for question in load_questions().values():
            strong = [ids[number * 7] for number in range(len(question.parameters))]
            words = tuple(said if "speaker" in question.parameters and said else strong)
            bindings = {
                key: find_actor(opened.names, word)
                for key, word in zip(question.parameters, words, strict=True)
            }
            found.append(Asked(question.name, words, bind(find_question(question.name).sparql, bindings)))
    return found


def ask_ours(case: Path, asked: Asked) -> int:
    """Bytes of the answer."""
    with open_case(case) as opened:
        answer = ask_question(opened.store, opened.names, asked.name, asked.words)
        return len(format_answer(answer, "csv"))


def ask_native(store: Path, asked: Asked) -> int:
    """Bytes of the answer."""
    opened = ox.Store.read_only(str(store))
    answer = opened.query(asked.sparql, prefixes=PREFIXES, use_default_graph_as_union=True)
    if not isinstance(answer, ox.QuerySolutions):
        return 0
    return len(answer.serialize(format=ox.QueryResultsFormat.CSV) or b"")


def ask_rdflib(dataset: rdflib.Dataset, asked: Asked) -> int:
    """Rows of the answer, -1 where it took too long."""

    def stop(_signal: int, _frame: object) -> None:
        raise TimeoutError

    signal.signal(signal.SIGALRM, stop)
    signal.alarm(LONGEST)
    try:
        return len(list(dataset.query(asked.sparql)))
    except TimeoutError:
        return -1
    finally:
        signal.alarm(0)


def time_median(run: Callable[[], object], rounds: int) -> float:
    """Median seconds of ``rounds`` calls."""
    seconds = []
    for _ in range(rounds):
        begin = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - begin)
    return statistics.median(seconds)


def main() -> None:
    """Print a line for each question, and the worst ratios."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("case", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--rdflib", action="store_true")
    parser.add_argument("--processes", action="store_true")
    given = parser.parse_args()
    case: Path = given.case
    with open_case(case) as opened:
        store = case / "store" / opened.manifest.store
        print(f"{len(opened.store):,} quads")
    dataset = load_rdflib(case) if given.rdflib else None
    ours, rivals = [], []
    for asked in find_questions(case):
        mine = time_median(partial(ask_ours, case, asked), given.rounds)
        if asked.name == PATH:
            print(f"{asked.name:18} ours {mine * 1000:8.1f} ms")
            continue
        native = time_median(partial(ask_native, store, asked), given.rounds)
        line = f"{asked.name:18} ours {mine * 1000:8.1f} ms  native {native * 1000:8.1f} ms  ratio {mine / native:5.2f}"
        ours.append(mine / native)
        if dataset is not None:
            seconds = time_median(partial(ask_rdflib, dataset, asked), 1)
            rivals.append(seconds / mine)
            line += f"  rdflib {seconds * 1000:10.1f} ms  {seconds / mine:8.1f} times ours"
        if given.processes:
            line += "  " + time_processes(case, store, asked, given.rounds)
        print(line, flush=True)
    print(f"ours / native: median {statistics.median(ours):.2f}, worst {max(ours):.2f}")
    if rivals:
        print(f"rdflib / ours: median {statistics.median(rivals):.1f}, least {min(rivals):.1f}")


def load_rdflib(case: Path) -> rdflib.Dataset:
    """The case's quads in an rdflib ``Dataset`` in memory."""
    begin = time.perf_counter()
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(case / "graph.trig", format="trig")
    for prefix, namespace in PREFIXES.items():
        dataset.bind(prefix, namespace)
    print(f"rdflib loaded {len(dataset):,} triples in {time.perf_counter() - begin:.1f} s", flush=True)
    return dataset


def time_processes(case: Path, store: Path, asked: Asked, rounds: int) -> str:
    """Median seconds of whole processes that ask ``asked``, and their ratio."""
    path = Path("/dev/shm" if Path("/dev/shm").is_dir() else ".") / "asked.json"  # noqa: S108
    path.write_text(json.dumps({"store": str(store), "sparql": asked.sparql, "prefixes": PREFIXES}))
    mine = [
        str(Path(sys.executable).parent / "sociogram"),
        "query",
        asked.name,
        *asked.words,
        "--case",
        str(case),
        "--format",
        "csv",
    ]
    bare = [sys.executable, "-c", _NATIVE, str(path)]
    seconds = [
        time_median(partial(subprocess.run, command, check=True, stdout=subprocess.DEVNULL), rounds)
        for command in (mine, bare)
    ]
    path.unlink()
    return f"processes {seconds[0]:.2f} s / {seconds[1]:.2f} s = {seconds[0] / seconds[1]:.2f}"


if __name__ == "__main__":
    main()
