"""Kill a case's writer at random moments, and see that nothing is lost and nothing is wrong.

    python -m benchmarks.kills [--times 100] [--seed 1] [--folder FOLDER] [--reader MODULE]

A process changes a case over and over: it adds, corrects and removes documents, builds, and judges; or it serves the
case, and takes judgements and annotations. It is killed with SIGKILL after a random time, and then what a reader finds
is compared: the case must be one of the two states between which it was killed, whole, with its store and its files of
one mind, every judgement and annotation in it that was answered for; and the next build must give the bytes of a build
from scratch. Documents are read with the real model, or with ``--reader support.plain_readings``, for which ``tests``
must be importable, by one that is quick.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
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
from collections import Counter
from pathlib import Path

from benchmarks.corpus import make_document
from sociogram.case import open_case, source_reader
from sociogram.case.annotations import is_derived
from sociogram.check.promises import check_graph
from sociogram.errors import UsageError
from sociogram.knowledge.case_files import USER_FILES

_WRITER = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[5:]
from benchmarks import kills
if __name__ == "__main__":
    getattr(kills, sys.argv[4])(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
"""
WRITERS = ("change_without_end", "change_without_end", "serve_without_end")
"""The functions that change a case, as often as they are chosen."""
_TOKEN = "token-of-the-kills"  # noqa: S105 - of a server that nobody else reaches
DOCUMENTS = 6
_LONGEST_START = 120.0
_LONGEST_LIFE = 2.5
"""Seconds in which a writer must have begun, and after which one that has is killed at the latest."""


def change_without_end(root: Path, seed: int, reader: str) -> None:
    """Change the case below ``root`` until somebody ends the process; each change that ended is a line on stdout.

    ``reader`` names the module whose ``iter_readings`` reads the documents, nothing for the real one.
    """
    from sociogram.case import grow
    from sociogram.case.lock import judgements_lock
    from sociogram.case.rebuild import remake_case
    from sociogram.parse.spacy_model import load_model
    from sociogram.serve.changes.judging import change_judgements

    nlp = None
    if reader:
        setattr(source_reader, "iter_readings", importlib.import_module(reader).iter_readings)  # noqa: B010
    else:
        nlp = load_model()
    chosen = random.Random(seed)  # noqa: S311 - a test's choices
    case, folder = root / "case", root / "in"
    say("ready")
    while True:
        number = chosen.randrange(DOCUMENTS)
        path = folder / f"d{number}.txt"
        action = chosen.choice(("add", "correct", "remove", "build", "judge"))
        if action == "remove" and len(list(folder.iterdir())) > 1 and path.exists():
            # The writer before may have been killed between the file and the case.
            with contextlib.suppress(UsageError):
                grow.remove_documents([path.stem], case)
            path.unlink()
        elif action in ("add", "correct"):
            write(path, chosen.randrange(10_000), plain=bool(reader))
            grow.add_documents([path], case, nlp=nlp)
        elif action == "judge":
            value = {"verdict": "different", "left": f"nobody-{chosen.randrange(10**9)}", "right": "ann-lee"}
            with judgements_lock(case, wait=10):
                change_judgements(case, value, take_out=False)
            say(f"judged {value['left']}")
            remake_case(case)
        else:
            grow.build_case([folder], case, nlp=nlp)
        say("changed")


def serve_without_end(root: Path, seed: int, _reader: str) -> None:
    """Serve the case below ``root`` and send it judgements and annotations until somebody ends the process."""
    from starlette.testclient import TestClient

    from sociogram.serve.app import make_app
    from sociogram.serve.settings import ServeSettings

    chosen = random.Random(seed)  # noqa: S311
    app = make_app(root / "case", ServeSettings(token=_TOKEN, workers=1))
    headers = {"Authorization": f"Bearer {_TOKEN}"}
    with TestClient(app, base_url="http://127.0.0.1", headers=headers) as client:
        client.get("/sparql?query=ASK{}").raise_for_status()
        say("ready")
        while True:
            name = f"nobody-{chosen.randrange(10**9)}"
            if chosen.random() < 0.5:
                value = {"verdict": "different", "left": name, "right": "ann-lee"}
                client.post("/api/judgements", json=value).raise_for_status()
                say(f"judged {name}")
            else:
                update = f"INSERT DATA {{ <urn:{name}> <urn:note> 'seen' }}"
                answer = client.post("/update", data={"update": update})
                # While a judgement is being replayed the update is told to come again.
                if answer.status_code != 503:
                    answer.raise_for_status()
                    say(f"noted {name}")
            say("changed")


def say(words: str) -> None:
    """Tell the watching process, at once."""
    sys.stdout.write(words + "\n")
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
        # An annotation is kept before the graph is made anew with it.
        held = {str(quad) for quad in store if is_derived(quad.graph_name)}
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


def lost(case: Path, answered: list[str]) -> list[str]:
    """What was answered for and is not in the files of the user."""
    files = {"judged": case / "judgements.csv", "noted": case / "annotations.trig"}
    held = {verb: path.read_text(encoding="utf-8") if path.exists() else "" for verb, path in files.items()}
    pairs = [line.split(" ") for line in answered if line.startswith(("judged ", "noted "))]
    return [f"{verb} and lost: {name}" for verb, name in pairs if name not in held[verb]]


def kill_once(
    root: Path, seed: int, seconds: float, reader: str, search: list[str], *, script: Path
) -> tuple[list[str], list[str]]:
    """Let a writer change the case for ``seconds`` and kill it; the lines that it said, and what is wrong then."""
    writer = random.Random(seed).choice(WRITERS)  # noqa: S311
    command = [sys.executable, "-W", "ignore", str(script), str(root), str(seed), reader, writer, *search]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None  # noqa: S101 - asked for above
        # A writer that never begins is killed too, which ends the reading of what it says.
        clock = threading.Timer(_LONGEST_START, process.kill)
        clock.start()
        line = process.stdout.readline()
        clock.cancel()
        if line != "ready\n":
            process.kill()
            return [], [f"the writer did not start: {line!r}"]
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        rest = process.stdout.read()
    if process.returncode != -signal.SIGKILL:
        return [], [f"the writer ended by itself, with {process.returncode}"]
    said = rest.splitlines()
    if rest and not rest.endswith("\n"):
        said.pop()
    return said, [*problems(root / "case"), *lost(root / "case", said)]


def run(
    times: int,
    seed: int,
    root: Path,
    *,
    reader: str = "",
    search: list[str] | None = None,
    longest: float = _LONGEST_LIFE,
) -> dict[str, object]:
    """Kill a writer ``times`` times; the kills, changes and problems, and whether a last build equals a first one.

    ``longest`` is the most seconds that a writer has once it has begun.
    """
    from sociogram.case import grow

    search = search or [os.getcwd()]  # noqa: PTH109 - where this module was found
    chosen = random.Random(seed)  # noqa: S311
    folder, case = root / "in", root / "case"
    folder.mkdir(parents=True)
    script = root / "writer.py"
    script.write_text(_WRITER, encoding="utf-8")
    for number in range(3):
        write(folder / f"d{number}.txt", number, plain=bool(reader))
    grow.build_case([folder], case)
    answered: list[str] = []
    found: list[str] = []
    for number in range(times):
        said, wrong = kill_once(
            root, chosen.randrange(10**9), chosen.uniform(0, longest), reader, search, script=script
        )
        answered += said
        found += [f"kill {number}: {each}" for each in wrong]
    found += lost(case, answered)
    grow.build_case([folder], case)
    (root / "scratch").mkdir()
    for name in USER_FILES:
        if (case / name).exists():
            shutil.copy(case / name, root / "scratch")
    grow.build_case([folder], root / "scratch")
    for path in sorted((root / "scratch").iterdir()):
        if path.is_file() and path.read_bytes() != (case / path.name).read_bytes():
            found.append(f"{path.name} differs from that of a build from scratch")
    with open_case(case) as opened, open_case(root / "scratch") as other:
        if {*opened.store} != {*other.store}:
            found.append("the store differs from that of a build from scratch")
    left = sorted(path.name for path in case.iterdir() if path.name.startswith("."))
    found += [f"left behind: {name}" for name in left]
    told = Counter(line.partition(" ")[0] for line in answered)
    return {"kills": times, "changes": told["changed"], "told": dict(told), "problems": found}


def main() -> None:
    """Kill as often as the command line says, and print what came of it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--reader", default="")
    given = parser.parse_args()
    if given.reader:
        from sociogram.case import source_reader

        setattr(source_reader, "iter_readings", importlib.import_module(given.reader).iter_readings)  # noqa: B010
    root = given.folder or Path(tempfile.mkdtemp())
    outcome = run(given.times, given.seed, root, reader=given.reader, search=[*sys.path])
    print(json.dumps(outcome, indent=1))
    if given.folder is None:
        shutil.rmtree(root)
    sys.exit(1 if outcome["problems"] else 0)


if __name__ == "__main__":
    main()
