"""Read, parse and join inputs that were made to break something, and see that nothing does.

    python -m benchmarks.fuzz [--inputs 1000] [--seed 1] [--batch 50] [--only TEXT] [--without TEXT] [--keep FOLDER]

Inputs come from ``benchmarks.hostile``: damaged samples of every format, words put together at random, and structures
that nest or run on. A batch is read, parsed, extracted and joined with two good neighbours in a process of its own with
a budget. Found are: what raises, a reason that shows raw Python, an input that takes longer than 2 s and 1 s more for
each 20 kB of what was read, one that ends its process, a neighbour whose claims are lost, a quote or a mention that is
not what stands at its place. Each is told once for each kind, with its seed, and made smaller; the bytes that are
left are written to ``--keep``. Exit code 1 if there is any.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks.hostile import Hostile, draw, load_samples
from sociogram.extraction.document import load_resources
from sociogram.extraction.reading import Reading
from sociogram.graph.assemble import make_graph
from sociogram.model import Document, Skipped
from sociogram.parse.spacy_model import load_model
from sociogram.pipeline import read_documents
from sociogram.processes.budget import Budget
from sociogram.processes.child import Child, ChildDiedError, Tell
from sociogram.processes.crew import gather
from sociogram.read import ReadOptions, read_text
from sociogram.read.documents import read_content
from sociogram.read.files.sources import Source

_NEIGHBOURS = ("Ann Lee funded the campaign of Bob Ray.", "Cleo Fox sued Acme Corp. over a loan.")
_BUDGET = 20.0
"""Seconds after which an input is ended; what takes less and more than it should is told as slow."""
_SHRINKINGS = 120
"""Inputs that are tried to make a failing one smaller."""
_NUMBER = re.compile(r"\d+|'[^']*'|\"[^\"]*\"")
_RAW = re.compile(r"raw in read: .*?\((\w+):.*?(?:, in (.*?:\d+))?\)?; ")

Finding = tuple[int, str]
"""The place of an input in its batch, -1 for none, and what is wrong."""


@lru_cache(maxsize=1)
def loaded() -> tuple[Any, Any, list[Reading]]:
    """The model, the resources, and what the good neighbours give."""
    nlp, resources = load_model(), load_resources()
    good = [read_text(text, source=f"good{i}", id=f"good{i}")[0] for i, text in enumerate(_NEIGHBOURS)]
    return nlp, resources, list(read_documents(good, nlp, resources))


def allowed(size: int, share: float) -> float:
    """Seconds of processor time that an input with ``size`` characters or bytes may take."""
    return share * (1 + size / 40_000)


def examine(tell: Tell, inputs: list[Hostile], share: float) -> Iterator[Finding]:
    """What is wrong with each of ``inputs``, and with all together."""
    nlp, resources, neighbours = loaded()
    readings: list[Reading] = []
    for place, made in enumerate(inputs):
        tell(f"{place}", 1)
        begun = time.process_time()
        source = Source(name=f"in/{place}/{made.name}", id=f"in{place}", path=Path(made.name))
        found = list(read_content(source, made.content, ReadOptions()))
        documents = [each for each in found if isinstance(each, Document)]
        yield from ((place, wrong) for wrong in check_read(found))
        between = time.process_time()
        given = list(read_documents(documents, nlp, resources))
        readings += given
        for document, reading in zip(documents, given, strict=True):
            yield from ((place, wrong) for wrong in check_reading(document, reading))
        now = time.process_time()
        size = max(len(made.content), sum(each.end - each.start for each in documents))
        if now - begun > allowed(size, share):
            stage = "read" if between - begun > now - between else "parse"
            yield place, f"slow to {stage}: {made.made}: {now - begun:.1f} s for {size:,}"
    tell("joining", sum(len(each.content) for each in inputs))
    yield from ((-1, wrong) for wrong in _check_graph(neighbours, readings, resources))


def check_read(found: list[Document | Skipped]) -> Iterator[str]:
    """What is wrong with what a file gave."""
    for each in found:
        if isinstance(each, Skipped):
            if each.trace:
                yield f"raw in read: {each.reason}"
        elif not 0 <= each.start <= each.end <= len(each.text):
            yield f"bounds: {each.start} to {each.end} of {len(each.text)}"
        elif any(a.end > b.start for a, b in zip(each.blocks, each.blocks[1:], strict=False)):
            yield "blocks overlap"


def check_reading(document: Document, reading: Reading) -> Iterator[str]:
    """What is wrong with the reading of a document."""
    if reading.failure is not None:
        yield f"fails in {reading.failure.stage}: {reading.failure.reason}"
    text = document.text
    for relation in reading.relations:
        if relation.quote != text[relation.start : relation.end]:
            yield f"quote of {relation.rule} is not its words"
    for chain in reading.chains:
        for mention in chain.mentions:
            if mention.text != text[mention.start : mention.end]:
                yield "mention is not its words"


def _check_graph(neighbours: list[Reading], readings: list[Reading], resources: Any) -> Iterator[str]:
    unique = [
        replace(each, document=replace(each.document, id=f"{each.document.id}-{i}"), chains=_bound(each, i))
        for i, each in enumerate(readings)
    ]
    graph = make_graph([*neighbours, *unique], (), resources, ())
    for note in graph.skipped:
        if note.trace:
            yield f"fails in {note.stage}: {note.reason}"
    told = {claim.evidence.document for claim in graph.claims}
    for reading in neighbours:
        if reading.document.id not in told:
            yield f"neighbour {reading.document.id} is lost"


def _bound(reading: Reading, number: int) -> tuple[Any, ...]:
    return tuple(
        replace(
            chain,
            mentions=tuple(replace(each, document=f"{each.document}-{number}") for each in chain.mentions),
        )
        for chain in reading.chains
    )


def run_batch(child: Child, inputs: list[Hostile], share: float) -> list[Finding]:
    """What is wrong with ``inputs``; one that ends the process is named, and the others are read without it."""
    found, died = gather(child, examine, inputs, share)
    if died is None:
        return found
    if died.stage.isdigit():
        hit = int(died.stage)
        rest = [each for place, each in enumerate(inputs) if place != hit]
        places = [place for place in range(len(inputs)) if place != hit]
        others = run_batch(child, rest, share) if rest else []
        return [
            (hit, _dead(died)),
            *((places[place] if place >= 0 else -1, wrong) for place, wrong in others),
        ]
    if len(inputs) == 1:
        return [*found, (0, _dead(died))]
    return [*found, (-1, _dead(died))]


def _dead(died: ChildDiedError) -> str:
    stage = "joining" if not died.stage.isdigit() else "reading or parsing"
    return f"ends its process in {stage}: {died.cause}, {died.code}"


def kind_of(wrong: str) -> str:
    """What ``wrong`` has in common with others of its kind."""
    raw = _RAW.match(wrong)
    return f"raw in read: {raw[1]} in {raw[2]}" if raw else _NUMBER.sub("#", wrong)[:160]


def shrink(child: Child, made: Hostile, kind: str, share: float) -> Hostile:
    """The smallest part of ``made`` that was found to fail in the same way."""
    tries = 0
    size = len(made.content) // 2
    while size and tries < _SHRINKINGS:
        for start in range(0, len(made.content), size):
            tries += 1
            smaller = replace(made, content=made.content[:start] + made.content[start + size :])
            if any(kind_of(wrong) == kind for _, wrong in run_batch(child, [smaller], share)):
                made = smaller
                break
            if tries >= _SHRINKINGS:
                break
        else:
            size //= 2
        size = min(size, len(made.content))
    return made


def find_in_batch(child: Child, inputs: list[Hostile], share: float) -> list[Finding]:
    """What is wrong with ``inputs``, with the input of what shows only when all are joined."""
    found = run_batch(child, inputs, share)
    together = [wrong for place, wrong in found if place < 0]
    if not together:
        return found
    alone = [
        (place, wrong)
        for place, each in enumerate(inputs)
        for _, wrong in run_batch(child, [each], share)
        if wrong not in {other for _, other in found}
    ]
    return [*(each for each in found if each[0] >= 0), *(alone or [(-1, wrong) for wrong in together])]


def fuzz(
    inputs: int,
    seed: int,
    *,
    batch: int = 50,
    share: float = 2.0,
    keep: Path | None = None,
    only: str = "",
    without: str | None = None,
    report: bool = False,
) -> Counter[str]:
    """How often each kind of fault was found in ``inputs`` that ``seed`` and the numbers behind it give."""
    samples = load_samples()
    kinds: Counter[str] = Counter()
    child = Child(Budget(_BUDGET))
    begun = time.monotonic()
    try:
        for first in range(seed, seed + inputs, batch):
            made = [
                draw(random.Random(number), samples)  # noqa: S311 - a test's choices
                for number in range(first, min(first + batch, seed + inputs))
            ]
            made = [each for each in made if only in f"{each.name} {each.made}"]
            for place, wrong in find_in_batch(child, made, share) if made else ():
                kind = kind_of(wrong)
                if without is not None and kind.startswith(without):
                    continue
                kinds[kind] += 1
                if kinds[kind] > 1 or not report:
                    continue
                print(
                    f"seed {first + place if place >= 0 else first}: {made[place].name}: {wrong}", flush=True
                )
                if keep is not None and place >= 0:
                    small = shrink(child, made[place], kind, share)
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{first + place}-{small.name}").write_bytes(small.content)
                    print(
                        f"  {len(made[place].content)} bytes, made smaller: {small.content[:300]!r}",
                        flush=True,
                    )
            done = first + batch - seed
            if report and done % 5_000 < batch:
                print(
                    f"{done:,} inputs, {time.monotonic() - begun:,.0f} s, {sum(kinds.values())} findings",
                    flush=True,
                )
    finally:
        child.close()
        child.join()
    return kinds


def main() -> None:
    """Fuzz as the command line asks, and tell what was found."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=50)
    parser.add_argument("--share", type=float, default=2.0)
    parser.add_argument("--only", default="")
    parser.add_argument("--without", help="Do not tell of faults that begin so.")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    kinds = fuzz(
        given.inputs,
        given.seed,
        batch=given.batch,
        share=given.share,
        keep=given.keep,
        only=given.only,
        without=given.without,
        report=True,
    )
    for kind, count in kinds.most_common():
        print(f"{count:6} {kind}")
    print(
        f"{given.inputs:,} inputs from seed {given.seed}: {sum(kinds.values())} findings of {len(kinds)} kinds"
    )
    sys.exit(1 if kinds else 0)


if __name__ == "__main__":
    main()
