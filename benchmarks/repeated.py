"""What a case that grows costs behind reading, at sizes that nobody waits for the parser at.

    python -m benchmarks.repeated FOLDER [--base 500] [--counts 1000 2000] [--rounds 2] [--paragraphs 7]

The first ``--base`` documents of ``benchmarks.corpus`` are read once, with the real model, and kept in FOLDER, which is
for documents of one length: of one paragraph they have 97 words, of the usual seven 586. Larger
corpora repeat them and their readings under other surnames of the same length, so that offsets hold; a fifth of the
names is the same everywhere, as those are of whom everybody writes. Each build is a process of its own, without the
model. Printed are its seconds of the processors and by the clock, and the peak of its memory: of a first build, of one
without a change, and of one in which the names of one document are others; then of identity alone, over what was kept.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.corpus import ENDINGS, ONSETS, PARAGRAPHS, write_corpus
from sociogram.extraction.reading import Reading
from sociogram.ids import content_hash
from sociogram.model import Document

_NAMES = re.compile(rf"\b(?:{'|'.join(ONSETS)})(?:{'|'.join(sorted(ENDINGS, key=len, reverse=True))})\b")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghklmnprstvwz"
_EVERYWHERE = 5
"""One name in so many is the same in all repetitions."""
_CHANGED = "\n\nrepeated as "
"""Before the number of the repetition whose names a changed document has."""


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--base", type=int, default=500)
    parser.add_argument("--counts", type=int, nargs="+", default=[1000, 2000])
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--paragraphs", type=int, default=PARAGRAPHS)
    parser.add_argument("--build", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--identity", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.build is not None:
        if given.identity:
            _resolve(given.folder / f"case-{given.build}")
        elif given.build:
            _build(given.folder, given.base, given.build)
        else:
            _read_base(given.folder, given.base, given.paragraphs)
        return
    # In a process of its own, for each begins with the peak of memory of the one that starts it.
    _run(given.folder, given.base, 0, "--paragraphs", str(given.paragraphs))
    for count in given.counts:
        _measure(given.folder, given.base, count, given.rounds)


def _read_base(folder: Path, base: int, length: int) -> None:
    """Read the first documents of the corpus, unless that was done."""
    from sociogram.pipeline import BuildOptions, iter_readings
    from sociogram.read import read_paths

    kept = folder / f"readings-{base}.json"
    if kept.exists():
        return
    paths = write_corpus(base, folder / f"base-{base}", length=length)
    documents = (each for each in read_paths(list(map(str, paths))) if isinstance(each, Document))
    readings = [msgspec.json.encode(one).decode() for one in iter_readings(documents, BuildOptions())]
    kept.write_bytes(msgspec.json.encode(readings))


def _measure(folder: Path, base: int, count: int, rounds: int) -> None:
    source = folder / f"in-{count}"
    texts = sorted((folder / f"base-{base}").rglob("*.txt"))
    paths = [source / f"{number // 1000:03}" / f"{number:06}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_renamed(texts[number % base].read_text(encoding="utf-8"), number // base), "utf-8")
    print(f"{count:,} documents, load of the machine {os.getloadavg()[0]:.1f}", flush=True)
    _report("first build", [_run(folder, base, count)])
    _report("nothing changed", [_run(folder, base, count) for _ in range(rounds)])
    changed = []
    for number in range(rounds):
        path = paths[count // 2 + 37 * number]
        text = path.read_text(encoding="utf-8").partition(_CHANGED)[0]
        path.write_text(f"{text}{_CHANGED}{count // base + 7}\n", encoding="utf-8")
        changed.append(_run(folder, base, count))
    _report("one changed", changed)
    _report("identity alone", [_run(folder, base, count, "--identity") for _ in range(rounds)])


def _run(folder: Path, base: int, count: int, *more: str) -> tuple[float, float, float]:
    """Seconds of the processors and of the clock, and megabytes, of one build, or of reading the first documents."""
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.repeated", str(folder)]
    begin = time.perf_counter()
    process = subprocess.Popen([*command, "--base", str(base), "--build", str(count), *more])
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"a process ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - begin, usage.ru_maxrss / 1024


def _report(name: str, runs: list[tuple[float, float, float]]) -> None:
    cpu, wall, memory = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"  {name:16} {cpu:8.1f} s of the processors, {wall:8.1f} s, {memory:6.0f} MB", flush=True)


def _build(folder: Path, base: int, count: int) -> None:
    from sociogram.case import grow, source_reader

    kept: list[str] = msgspec.json.decode((folder / f"readings-{base}.json").read_bytes())
    decoder = msgspec.json.Decoder(Reading)

    def iter_readings(documents: Iterable[Document], *_: Any, **__: Any) -> Iterator[Reading]:
        for document in documents:
            number = int(Path(document.source).stem)
            changed = document.text.partition(_CHANGED)[2]
            reading = decoder.decode(
                _renamed(kept[number % base], int(changed) if changed else number // base)
            )
            digest = content_hash(" ".join(document.text.split()))
            record = replace(reading.document, id=document.id, source=document.source, digest=digest)
            yield replace(reading, document=record)

    source_reader.iter_readings = iter_readings  # type: ignore[attr-defined]
    grow.build_case([folder / f"in-{count}"], folder / f"case-{count}")


def _resolve(case: Path) -> None:
    """Decide identity over all documents of ``case``, and write nothing."""
    from sociogram.case import cache
    from sociogram.case.database import Database
    from sociogram.case.kept_readings import iter_kept
    from sociogram.case.rebuild import bind_documents, load_files
    from sociogram.graph.given import Outlines
    from sociogram.knowledge.actor_lists import load_actor_lists
    from sociogram.resolve import resolve_actors

    with contextlib.closing(Database(case)) as database:
        members = [cache.decode_member(value) for value in database.members()]
        bound = sorted(bind_documents(members, load_files(database, members)), key=lambda each: each.id)
        gc.disable()  # as a build does
        resolve_actors(Outlines(list(iter_kept(database, bound))), load_actor_lists())


def _renamed(text: str, number: int) -> str:
    """``text`` with the names of repetition ``number``, each as long as before."""
    return _NAMES.sub(lambda found: _other(found.group(), number), text) if number else text


@cache
def _other(name: str, number: int) -> str:
    if sum(map(ord, name)) % _EVERYWHERE == 0:
        return name
    letters = []
    for place, letter in enumerate(name.lower()):
        turned = letter
        for circle in (_VOWELS, _CONSONANTS):
            if letter in circle:
                # The first letter turns once more after each full turn of the vowels.
                steps = number + (number // len(_VOWELS) if place == 0 else 0)
                turned = circle[(circle.index(letter) + steps) % len(circle)]
        letters.append(turned)
    return "".join(letters).capitalize()


if __name__ == "__main__":
    main()
