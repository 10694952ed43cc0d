"""Kill a case's writer at random moments, and see that nothing is lost and nothing is wrong.

    python -m benchmarks.kills [--times 100] [--seed 1] [--folder FOLDER]

A process changes a case over and over: it adds, corrects and removes documents, builds, and judges. It is killed
with SIGKILL after a random time, and then what a reader finds is compared: the case must be one of the two states
between which it was killed, whole, with its store and its files of one mind; and the next build must give the bytes
of a build from scratch. Documents are read with the real model.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.corpus import make_document
from sociogram.case import open_case
from sociogram.check.promises import check_graph

_WRITER = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[4:]
from benchmarks.kills import change_without_end
change_without_end(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
"""
DOCUMENTS = 6
_LONGEST_START = 120.0


def change_without_end(root: Path, seed: int, reader: str) -> None:
    """Change the case below ``root`` until somebody ends the process; each change that ended is a line on stdout.

    ``reader`` names the module whose ``iter_readings`` reads the documents, nothing for the real one.
    """
    import importlib

    from sociogram.case import grow
    from sociogram.case.rebuild import remake_case
    from sociogram.parse.spacy_model import load_model

    nlp = None
    if reader:
        setattr(grow, "iter_readings", importlib.import_module(reader).iter_readings)  # noqa: B010
    else:
        nlp = load_model()
    chosen = random.Random(seed)  # noqa: S311 - a test's choices
    case, folder = root / "case", root / "in"
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        number = chosen.randrange(DOCUMENTS)
        path = folder / f"d{number}.txt"
        action = chosen.choice(("add", "correct", "remove", "build", "judge"))
        if action == "remove" and len(list(folder.iterdir())) > 1 and path.exists():
            path.unlink()
            grow.build_case([folder], case, nlp=nlp)
        elif action in ("add", "correct"):
            write(path, chosen.randrange(10_000), plain=bool(reader))
            grow.add_documents([path], case, nlp=nlp)
        elif action == "judge":
            remake_case(case)
        else:
            grow.build_case([folder], case, nlp=nlp)
        sys.stdout.write("changed\n")
        sys.stdout.flush()


def write(path: Path, number: int, *, plain: bool) -> None:
    """A document in the place of ``path``, at once."""
    text = make_document(number)
    if plain:
        names = ("Ann Lee", "Bob Ray", "Cleo Fox", "Dan Poe", "Eve Hill", "Fay Orr")
        text = "\n\n".join(
            f"{names[(number + each) % 6]} {('funded', 'sued', 'met')[each % 3]} {names[(number * 5 + each + 1) % 6]}."
            for each in range(12)
        )
    beside = path.with_name(f".{path.name}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def problems(case: Path) -> list[str]:
    """What is wrong with the case as a reader finds it."""
    with open_case(case) as opened:
        graph, store = opened.graph, opened.store
        found = [f"{finding.where}: {finding.what}" for finding in check_graph(graph, shapes=False)]
        with opened.open_file("graph.trig") as file:
            expected = {str(quad) for quad in _stored_quads(file.read())}
        held = {str(quad) for quad in store}
        if expected != held:
            found.append(f"store and graph.trig differ in {len(expected ^ held)} quads")
        found += [
            f"{document.id}: no text" for document in graph.documents if opened.text(document.id) is None
        ]
        counts = opened.manifest.counts
        if (counts.claims, counts.documents) != (len(graph.claims), len(graph.documents)):
            found.append("the counts of the state are not those of its files")
    return found


def _stored_quads(trig: bytes) -> list[object]:
    import pyoxigraph as ox

    return list(ox.parse(trig, format=ox.RdfFormat.TRIG))


def kill_once(root: Path, seed: int, seconds: float, reader: str, search: list[str]) -> tuple[int, list[str]]:
    """Let a writer change the case for ``seconds`` and kill it; the changes that ended, and what is wrong then."""
    command = [sys.executable, "-W", "ignore", "-c", _WRITER, str(root), str(seed), reader, *search]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None  # noqa: S101 - asked for above
        # A writer that never begins is killed too, which ends the reading of what it says.
        clock = threading.Timer(_LONGEST_START, process.kill)
        clock.start()
        line = process.stdout.readline()
        clock.cancel()
        if line != "ready\n":
            process.kill()
            return 0, [f"the writer did not start: {line!r}"]
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
    return rest.count("changed"), problems(root / "case")


def run(
    times: int, seed: int, root: Path, *, reader: str = "", search: list[str] | None = None
) -> dict[str, object]:
    """Kill a writer ``times`` times; the kills, changes and problems, and whether a last build equals a first one."""
    from sociogram.case import grow

    search = search or [os.getcwd()]  # noqa: PTH109 - where this module was found
    chosen = random.Random(seed)  # noqa: S311
    folder, case = root / "in", root / "case"
    folder.mkdir(parents=True)
    for number in range(3):
        write(folder / f"d{number}.txt", number, plain=bool(reader))
    grow.build_case([folder], case)
    changes, found = 0, []
    for number in range(times):
        ended, wrong = kill_once(root, chosen.randrange(10**9), chosen.uniform(0, 1.5), reader, search)
        changes += ended
        found += [f"kill {number}: {each}" for each in wrong]
    grow.build_case([folder], case)
    grow.build_case([folder], root / "scratch")
    for path in sorted((root / "scratch").iterdir()):
        if path.is_file() and path.read_bytes() != (case / path.name).read_bytes():
            found.append(f"{path.name} differs from that of a build from scratch")
    left = sorted(path.name for path in case.iterdir() if path.name.startswith("."))
    found += [f"left behind: {name}" for name in left]
    return {"kills": times, "changes": changes, "problems": found}


def main() -> None:
    """Kill as often as the command line says, and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    root = given.folder or Path(tempfile.mkdtemp())
    outcome = run(given.times, given.seed, root)
    print(json.dumps(outcome, indent=1))
    if given.folder is None:
        shutil.rmtree(root)
    sys.exit(1 if outcome["problems"] else 0)


if __name__ == "__main__":
    main()
