"""What is wrong with hostile inputs: a whole case is built of some, in a process with limits, and looked through.

Beside the inputs two good documents are built, whose claims must be there in the end. Each input is read and parsed by
itself, so that its time is its own; identity, claims, ties, store and files are made of all of them by ``build_case``.
"""

from __future__ import annotations

import contextlib
import importlib
import re
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from benchmarks.hostile import ROOT, Hostile
from sociogram.case import grow, intake, open_case, source_reader
from sociogram.check.promises import check_graph
from sociogram.extraction.document import load_resources
from sociogram.extraction.reading import Reading
from sociogram.knowledge.lexicon import load_lexicon
from sociogram.model import Document, Skipped
from sociogram.parse.spacy_model import load_model
from sociogram.pipeline import BuildOptions, read_documents
from sociogram.processes.child import Tell
from sociogram.read.documents import read_content
from sociogram.read.files.sources import Source

READERS = ("quick", "model")
"""Who parses: a pattern that knows three verbs, for the stages around it, or the real model and the real rules."""
_NEIGHBOURS = ("Ann Lee funded Bob Ray.", "Cleo Fox sued Dan Poe.")
_JOINING = 60_000
"""Characters whose budget the joining of a batch has: it takes a few seconds."""
_SLOW_TO_JOIN = 20.0
"""Seconds of joining that are told as slow, whatever the batch."""
_LIBRARIES = (".docx", ".odt", ".pptx", ".xlsx", ".zip", ".msg", ".pdf", ".rtf")
"""Formats that libraries read, which may stop at damage wherever they like; our own readers may not."""
_RAW = re.compile(r"\b\w+(?:Error|Exception)\b|Traceback|object at 0x|<class '")
"""Words of Python that no reason may show."""
_PLACE = re.compile(r"(\d{5})-[^/]*")

Finding = tuple[int, str]
"""The place of an input in its batch, -1 for none, and what is wrong."""


@lru_cache(maxsize=1)
def loaded() -> tuple[Any, Any]:
    """The model and the resources."""
    return load_model(), load_resources()


def allowed(size: int, share: float) -> float:
    """Seconds of processor time that an input with ``size`` characters or bytes may take."""
    return share * (1 + size / 40_000)


def examine(tell: Tell, inputs: Sequence[Hostile], share: float, reader: str) -> Iterator[Finding]:
    """What is wrong with each of ``inputs``, and with the case of all together."""
    nlp, resources = loaded() if reader == "model" else (None, None)
    # The lexicon and the lists are loaded before any input is timed.
    load_lexicon()
    watch = _Watch(tell, reader)
    with tempfile.TemporaryDirectory() as folder, _watched(watch):
        paths = []
        for place, made in enumerate(inputs):
            paths.append(Path(folder, f"{place:05}-{made.name}"))
            paths[-1].write_bytes(made.content)
        for number, text in enumerate(_NEIGHBOURS):
            paths.append(Path(folder, f"good{number}.txt"))
            paths[-1].write_text(text, encoding="utf-8")
        case = Path(folder, "case")
        options = BuildOptions(budget=None)
        progress = source_reader.Progress(stage=watch.join)
        grow.build_case(paths, case, options=options, nlp=nlp, resources=resources, progress=progress)
        joined = time.process_time() - watch.joining
        tell("checking", _JOINING)
        yield from watch.findings
        yield from _slow(watch, inputs, share)
        if joined > _SLOW_TO_JOIN:
            yield -1, f"slow to join: {joined:.1f} s for {len(inputs)} inputs"
        yield from _check_case(case, len(inputs))


class _Watch:
    """Stands in for the reading and parsing of a build, and looks at what comes out."""

    def __init__(self, tell: Tell, reader: str) -> None:
        self.findings: list[Finding] = []
        self.seconds: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self.sizes: dict[int, int] = defaultdict(int)
        self.joining = 0.0
        self._tell = tell
        self._quick = reader == "quick"

    def read_items(
        self, source: Source, content: bytes, options: BuildOptions, _crew: object
    ) -> Iterator[Document | Skipped]:
        place = place_of(source.name)
        self._tell(f"{place}", 1)
        begun = time.process_time()
        found = list(read_content(source, content, options.read))
        self.seconds[place][0] += time.process_time() - begun
        self.findings += [(place, wrong) for wrong in check_read(found, source.name)]
        yield from found

    def iter_readings(
        self, documents: Iterable[Document], _options: object, **given: Any
    ) -> Iterator[Reading]:
        for document in documents:
            place = place_of(document.source)
            self._tell(f"{place}", 1)
            begun = time.process_time()
            if self._quick:
                reading = _plain_readings().read_plainly(document)
            else:
                (reading,) = read_documents([document], given["nlp"], given["resources"])
            self.seconds[place][1] += time.process_time() - begun
            self.sizes[place] += document.end - document.start
            self.findings += [(place, wrong) for wrong in check_reading(document, reading)]
            yield reading

    def join(self, _stage: str) -> None:
        """Is told each stage behind reading."""
        if not self.joining:
            self.joining = time.process_time()
            self._tell("joining", _JOINING)


@contextlib.contextmanager
def _watched(watch: _Watch) -> Iterator[None]:
    before = getattr(intake, "read_items"), getattr(source_reader, "iter_readings")  # noqa: B009
    setattr(intake, "read_items", watch.read_items)  # noqa: B010
    setattr(source_reader, "iter_readings", watch.iter_readings)  # noqa: B010
    try:
        yield
    finally:
        setattr(intake, "read_items", before[0])  # noqa: B010
        setattr(source_reader, "iter_readings", before[1])  # noqa: B010


@lru_cache(maxsize=1)
def _plain_readings() -> Any:
    if str(ROOT / "tests") not in sys.path:
        sys.path.append(str(ROOT / "tests"))
    return importlib.import_module("support.plain_readings")


def place_of(name: str) -> int:
    """The place of the input whose file or document ``name`` is; -1 for a neighbour."""
    found = _PLACE.search(name)
    return int(found[1]) if found else -1


def _slow(watch: _Watch, inputs: Sequence[Hostile], share: float) -> Iterator[Finding]:
    for place, (read, parse) in watch.seconds.items():
        if place < 0:
            continue
        size = max(len(inputs[place].content), watch.sizes[place])
        if read + parse > allowed(size, share):
            stage = "read" if read > parse else "parse"
            yield place, f"slow to {stage}: {inputs[place].made}: {read + parse:.1f} s for {size:,}"


def check_read(found: Iterable[Document | Skipped], name: str) -> Iterator[str]:
    """What is wrong with what the file ``name`` gave."""
    for each in found:
        if isinstance(each, Skipped):
            if _RAW.search(each.reason):
                yield f"raw in read: {each.reason}"
            elif each.trace and not name.endswith(_LIBRARIES):
                yield f"fails in read: {each.trace.strip().splitlines()[-1]}; {each.reason}"
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


def _check_case(case: Path, count: int) -> Iterator[Finding]:
    with open_case(case) as opened:
        graph = opened.graph
        # A case keeps a document's own words, and offsets count from the beginning of its file.
        texts = {each.id: " " * each.start + (opened.text(each.id) or "") for each in graph.documents}
    for finding in check_graph(graph, texts, shapes=False):
        yield -1, f"promise: {finding.what}"
    for note in graph.skipped:
        if note.trace and note.stage != "read":
            yield -1, f"fails in {note.stage}: {note.reason}"
    sources = {each.id: each.source for each in graph.documents}
    told = {place_of(each.source) for each in graph.documents}
    told |= {place_of(note.document) for note in graph.skipped}
    for place in sorted(set(range(count)) - told):
        yield place, "is lost without a word"
    claimed = {sources[claim.evidence.document].rsplit("/", 1)[-1] for claim in graph.claims}
    for number in range(len(_NEIGHBOURS)):
        if f"good{number}.txt" not in claimed:
            yield -1, f"neighbour good{number} is lost"
