"""Time the whole build against the bare spaCy pipeline, and against triplet-extract where it is installed.

    python -m benchmarks.speed PATHS… [--rounds 3] [--copies 1]

All contenders read the same documents in one process in the same run; each is timed ``rounds``
times in turn, and the ratio of medians is what counts. The bare pipeline is ``nlp.pipe`` over the
texts; the build reads, parses, extracts, resolves, writes every file of the case folder. Loading
the model is in neither. ``--memory`` instead prints the peak memory at 1×, 2× and 4× the documents.
"""

from __future__ import annotations

import argparse
import importlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sociogram import pipeline
from sociogram.case import grow
from sociogram.extraction.document import load_resources
from sociogram.model import Document
from sociogram.parse.spacy_model import load_model
from sociogram.read import read_paths

if TYPE_CHECKING:
    from spacy.language import Language


def read_all(paths: list[str], copies: int) -> list[Document]:
    """The documents under ``paths``, ``copies`` times over."""
    documents = [item for item in read_paths(paths) if isinstance(item, Document)]
    return documents * copies


def time_once(run: Callable[[], object]) -> float:
    """Seconds of wall clock of one call."""
    begin = time.perf_counter()
    run()
    return time.perf_counter() - begin


def copy_inputs(paths: list[str], copies: int, folder: Path) -> list[str]:
    """``copies`` of each file under ``paths``, so that the build reads as many documents as the bare run."""
    files = [
        file
        for path in paths
        for file in ([Path(path)] if Path(path).is_file() else sorted(Path(path).rglob("*")))
    ]
    for number in range(copies):
        target = folder / f"{number:03}"
        target.mkdir(parents=True)
        for file in files:
            if file.is_file():
                (target / file.name).write_bytes(file.read_bytes())
    return [str(folder)]


def compare(paths: list[str], rounds: int, copies: int) -> None:
    """Print a line for each contender: median seconds, words a second, ratio to the bare pipeline."""
    nlp = load_model()
    resources = load_resources()
    with tempfile.TemporaryDirectory() as name:
        inputs = copy_inputs(paths, copies, Path(name) / "documents")
        documents = read_all(inputs, 1)
        texts = [document.text[document.start : document.end] for document in documents]
        words = sum(len(text.split()) for text in texts)
        numbers = count()

        def build() -> None:
            # A case of its own each time: what was read before would not be read again.
            output = Path(name) / f"case-{next(numbers)}"
            grow.build_case(inputs, output, options=pipeline.BuildOptions(), nlp=nlp, resources=resources)

        contenders: dict[str, Callable[[], object]] = {
            "bare spaCy pipeline": lambda: [len(doc) for doc in nlp.pipe(texts)],
            "sociogram build": build,
        }
        peer = load_peer(nlp)
        if peer is not None:
            contenders["triplet-extract 0.5"] = lambda: [peer(text) for text in texts]
        for run in contenders.values():
            run()
        seconds: dict[str, list[float]] = {name: [] for name in contenders}
        for _ in range(rounds):
            for contender, run in contenders.items():
                seconds[contender].append(time_once(run))
    bare = statistics.median(seconds["bare spaCy pipeline"])
    print(f"{len(documents)} documents, {words} words, {rounds} rounds")
    for contender, values in seconds.items():
        middle = statistics.median(values)
        print(f"{contender:<22} {middle:8.2f} s  {words / middle:8.0f} words/s  {middle / bare:6.2f} x bare")


def load_peer(nlp: Language) -> Callable[[str], object] | None:
    """triplet-extract's extractor over the same pipeline, if it is installed.

    It is GPL-3: measured against, never a dependency.
    """
    try:
        module = importlib.import_module("triplet_extract")
    except ImportError:
        print("triplet-extract is not installed, so it is not compared")
        return None
    # It asks by name for a pipeline that PyPI does not serve; all get the one that is compared.
    spacy: Any = importlib.import_module("spacy")
    spacy.load = lambda *_, **__: nlp
    extract: Callable[[str], object] = module.OpenIEExtractor(nlp=nlp).extract_triplet_objects
    return extract


def peak_memory(paths: list[str]) -> None:
    """Print the peak resident memory of builds over 1, 2 and 4 copies, each in a process of its own."""
    for copies in (1, 2, 4):
        command = [sys.executable, "-m", "benchmarks.speed", *paths, "--copies", str(copies), "--one-build"]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        print(f"{copies} x: {done.stdout.strip()}")


def one_build(paths: list[str], copies: int) -> None:
    """Build once and print documents, claims and the peak memory of this process in MB."""
    with tempfile.TemporaryDirectory() as name:
        inputs = copy_inputs(paths, copies, Path(name) / "documents")
        outcome = grow.build_case(inputs, Path(name) / "case", options=pipeline.BuildOptions())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{outcome.documents} documents, {outcome.claims} claims, peak {peak:.0f} MB")


def main() -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--memory", action="store_true", help="peak memory at 1, 2 and 4 copies")
    parser.add_argument("--one-build", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    warnings.filterwarnings("ignore", message=r".*W095.*")
    if arguments.one_build:
        one_build(arguments.paths, arguments.copies)
    elif arguments.memory:
        peak_memory(arguments.paths)
    else:
        compare(arguments.paths, arguments.rounds, arguments.copies)


if __name__ == "__main__":
    main()
