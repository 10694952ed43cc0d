"""Composes the stages: documents in, readings and a graph out. ``case/grow.py`` keeps them in a case.

Memory holds one batch of documents and the readings of all; texts are let go once they are read.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.errors import InputError, SociogramError, UsageError, describe_failure, trace_failure
from sociogram.extraction.reading import Reading
from sociogram.extraction.reduce import reduce_extraction, reduce_failure
from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.model import Document, Judgement, Skipped
from sociogram.parse.spacy_model import DEFAULT_MODEL, SpacyPipeline, load_model, parse_documents
from sociogram.read import ReadOptions, read_paths, read_text

if TYPE_CHECKING:
    from sociogram.extraction.document import Resources
    from sociogram.parse.parsed import ParsedDocument

_CHUNK_CHARACTERS = 200_000
"""Characters that go to a process at once, some seconds of parsing: the way there costs nothing beside it."""
_CHUNK_DOCUMENTS = 64
"""Documents that go to a process at once, however short."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What a build can be told.

    ``actor_lists`` are CSV files of the user, over our own lists; ``workers`` is the number of
    processes that parse (1: none beside this one). Neither order nor number changes the result.
    """

    model: str = DEFAULT_MODEL
    actor_lists: tuple[Path, ...] = ()
    workers: int = 1
    read: ReadOptions = field(default_factory=ReadOptions)


def build_text(text: str, *, options: BuildOptions | None = None) -> Graph:
    """The graph of one text."""
    from sociogram.extraction.document import load_resources

    options = options or BuildOptions()
    documents = read_text(text, source="text", id="text")
    resources = load_resources(options.actor_lists)
    readings = list(read_documents(documents, load_model(options.model), resources))
    return make_graph(readings, (), resources, ())


def build(
    paths: Sequence[str | Path],
    *,
    options: BuildOptions | None = None,
    judgements: Sequence[Judgement] = (),
    nlp: SpacyPipeline | None = None,
    resources: Resources | None = None,
) -> Graph:
    """The graph of the documents under ``paths`` (files, folders, patterns, ``-``), which is kept nowhere.

    What cannot be read is in ``graph.skipped``. ``nlp`` and ``resources`` may be given where
    they are loaded already.
    """
    from sociogram.extraction.document import load_resources

    options = options or BuildOptions()
    resources = resources or load_resources(options.actor_lists)
    skipped: list[Skipped] = []

    def documents() -> Iterator[Document]:
        for item in read_paths([str(path) for path in paths], options=options.read):
            if isinstance(item, Skipped):
                skipped.append(item)
            else:
                yield item

    readings = list(iter_readings(documents(), options, nlp=nlp, resources=resources))
    return make_graph(readings, skipped, resources, judgements)


def read_documents(
    documents: Iterable[Document], nlp: SpacyPipeline, resources: Resources
) -> Iterator[Reading]:
    """What each document gives, in their order; of one that a stage fails on, the failure.

    Documents are parsed in batches, and a parser that fails on one gives nothing of the batch: those that wait for
    their parse are then parsed one by one. What ``documents`` itself raises is no document's failure.
    """
    fed = _Fed(documents)
    while True:
        try:
            for parsed in parse_documents(fed, nlp):
                fed.waiting.popleft()
                yield _read_parsed(parsed, resources)
        except Exception:
            if fed.broken or not fed.waiting:
                raise
            alone = list(fed.waiting)
            fed.waiting.clear()
        else:
            return
        for document in alone:
            yield _read_alone(document, nlp, resources)


class _Fed:
    """Documents on their way to the parser; ``waiting`` are those that it has not given back."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.waiting: deque[Document] = deque()
        self.broken = False
        self._documents = iter(documents)

    def __iter__(self) -> Iterator[Document]:
        while True:
            try:
                document = next(self._documents, None)
            except BaseException:
                self.broken = True
                raise
            if document is None:
                return
            self.waiting.append(document)
            yield document


def _read_alone(document: Document, nlp: SpacyPipeline, resources: Resources) -> Reading:
    try:
        (parsed,) = parse_documents([document], nlp)
    except Exception as error:
        return _failed(document, "parse", error)
    return _read_parsed(parsed, resources)


def _read_parsed(parsed: ParsedDocument, resources: Resources) -> Reading:
    from sociogram.extraction.document import extract_document

    stage = "extract"
    try:
        extraction = extract_document(parsed, resources)
        stage = "reduce"
        return reduce_extraction(extraction)
    except Exception as error:
        return _failed(parsed.document, stage, error)


def _failed(document: Document, stage: str, error: Exception) -> Reading:
    """The reading of a ``document`` that ``stage`` failed on.

    Raises:
        SociogramError: If the error is one of ours, which is of no single document: a lexicon that is wrong.
    """
    if isinstance(error, SociogramError) and not isinstance(error, InputError):
        raise error
    reason = f"could not be used: {describe_failure(error)}"
    return reduce_failure(
        document, Skipped(document=document.id, stage=stage, reason=reason, trace=trace_failure(error))
    )


def iter_readings(
    documents: Iterable[Document],
    options: BuildOptions,
    *,
    nlp: SpacyPipeline | None = None,
    resources: Resources | None = None,
) -> Iterator[Reading]:
    """What each document gives, in their order, by as many processes as ``options`` say.

    The model is loaded with the first document, and not at all if there is none.
    """
    rest = iter(documents)
    first = next(rest, None)
    if first is None:
        return
    every = chain([first], rest)
    if options.workers > 1:
        yield from _read_in_pool(every, options)
    else:
        # spaCy is imported with the first document that is read, not with the command line.
        from sociogram.extraction.document import load_resources

        resources = resources or load_resources(options.actor_lists)
        yield from read_documents(every, nlp or load_model(options.model), resources)


def _read_in_pool(documents: Iterator[Document], options: BuildOptions) -> Iterator[Reading]:
    """Readings in order, from processes that each load the model once.

    Processes are spawned, not forked: a fork of a process with threads can hang. No more chunks are read ahead
    than keep the processes busy.
    """
    context = multiprocessing.get_context("spawn")
    load = partial(_load_worker, options.model, options.actor_lists)
    with ProcessPoolExecutor(options.workers, mp_context=context, initializer=load) as pool:
        waiting: deque[Future[list[Reading]]] = deque()
        try:
            for chunk in _chunks(documents):
                waiting.append(pool.submit(_read_chunk, chunk))
                if len(waiting) > options.workers + 1:
                    yield from waiting.popleft().result()
            while waiting:
                yield from waiting.popleft().result()
        except BrokenProcessPool as error:
            raise UsageError(
                "a process that parses was ended from outside, perhaps for want of memory; "
                "build again with fewer --workers, and what was read before is not read again"
            ) from error


def _chunks(documents: Iterator[Document]) -> Iterator[list[Document]]:
    while first := next(documents, None):
        chunk, characters = [first], first.end - first.start
        for document in islice(documents, _CHUNK_DOCUMENTS - 1):
            chunk.append(document)
            characters += document.end - document.start
            if characters >= _CHUNK_CHARACTERS:
                break
        yield chunk


_worker: dict[str, tuple[SpacyPipeline, Resources]] = {}


def _load_worker(model: str, actor_lists: tuple[Path, ...]) -> None:
    from sociogram.extraction.document import load_resources

    _worker["loaded"] = (load_model(model), load_resources(actor_lists))


def _read_chunk(documents: list[Document]) -> list[Reading]:
    nlp, resources = _worker["loaded"]
    return list(read_documents(documents, nlp, resources))
