"""Composes the stages: documents in, readings and a graph out. ``case/grow.py`` keeps them in a case.

Memory holds one batch of documents and the readings of all; texts are let go once they are read. A case keeps
the readings in its database, and memory then holds one of them at a time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import lru_cache, partial
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
from sociogram.processes.budget import Budget
from sociogram.processes.child import OPENING, Child, ChildDiedError, Tell
from sociogram.processes.crew import Crew, gather
from sociogram.read import ReadOptions, read_paths, read_text
from sociogram.read.documents import read_content

if TYPE_CHECKING:
    from sociogram.extraction.document import Resources
    from sociogram.parse.parsed import ParsedDocument
    from sociogram.read.files.sources import Source

_CHUNK_CHARACTERS = 200_000
"""Characters that go to a process at once, some seconds of parsing: the way there costs nothing beside it."""
_CHUNK_DOCUMENTS = 64
"""Documents that go to a process at once, however short."""


def _tell_nobody(_stage: str, _size: int) -> None:
    """For a process without limits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What a build can be told.

    ``actor_lists`` are CSV files of the user, over our own lists; ``workers`` is the number of
    processes that parse. Neither order nor number changes the result. With a ``budget`` files are read and documents
    parsed by processes beside this one, which are ended where one document takes more; without one, and with one
    worker, this process does it all.
    """

    model: str = DEFAULT_MODEL
    actor_lists: tuple[Path, ...] = ()
    workers: int = 1
    budget: Budget | None = None
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
    documents: Iterable[Document], nlp: SpacyPipeline, resources: Resources, tell: Tell = _tell_nobody
) -> Iterator[Reading]:
    """What each document gives, in their order; of one that a stage fails on, the failure.

    Documents are parsed in batches, and a parser that fails on one gives nothing of the batch: those that wait for
    their parse are then parsed one by one. What ``documents`` itself raises is no document's failure.
    ``tell`` is called before each stage, in a process that has limits; want of memory then ends the process.
    """
    fed = _Fed(documents)
    while True:
        try:
            for parsed in parse_documents(fed, nlp, tell):
                fed.waiting.popleft()
                yield _read_parsed(parsed, resources, tell)
                tell("parse", sum(each.end - each.start for each in fed.waiting))
        except Exception as error:
            if fed.broken or not fed.waiting or _ends_the_process(error, tell):
                raise
            alone = list(fed.waiting)
            fed.waiting.clear()
        else:
            return
        for document in alone:
            yield _read_alone(document, nlp, resources, tell)


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


def _read_alone(document: Document, nlp: SpacyPipeline, resources: Resources, tell: Tell) -> Reading:
    try:
        (parsed,) = parse_documents([document], nlp, tell)
    except Exception as error:
        if _ends_the_process(error, tell):
            raise
        return _failed(document, "parse", error)
    return _read_parsed(parsed, resources, tell)


def _read_parsed(parsed: ParsedDocument, resources: Resources, tell: Tell) -> Reading:
    from sociogram.extraction.document import extract_document

    size = parsed.document.end - parsed.document.start
    stage = "extract"
    try:
        tell(stage, size)
        extraction = extract_document(parsed, resources)
        stage = "reduce"
        tell(stage, size)
        return reduce_extraction(extraction)
    except Exception as error:
        if _ends_the_process(error, tell):
            raise
        return _failed(parsed.document, stage, error)


def _ends_the_process(error: Exception, tell: Tell) -> bool:
    """Whether ``error`` is want of memory in a process that may take only so much."""
    return isinstance(error, MemoryError) and tell is not _tell_nobody


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


def open_crew(options: BuildOptions) -> Crew | None:
    """The processes that ``options`` ask for, ``None`` where this one does it all."""
    if options.workers == 1 and options.budget is None:
        return None
    return Crew(options.workers, options.budget)


def read_items(
    source: Source, content: bytes, options: BuildOptions, crew: Crew | None
) -> Iterator[Document | Skipped]:
    """What ``read_content`` gives, read by ``crew`` if there is one: a file that takes too much costs itself alone."""
    if crew is None or crew.budget is None:
        yield from read_content(source, content, options.read)
        return
    items, died = crew.read(_read_job, source, content, options.read)
    yield from items
    if died is not None:
        _check_begun(died)
        reason = crew.budget.reason(died.cause, died.code, len(content))
        yield Skipped(document=source.name, stage="read", reason=reason, kind="budget")


def iter_readings(
    documents: Iterable[Document],
    options: BuildOptions,
    *,
    nlp: SpacyPipeline | None = None,
    resources: Resources | None = None,
    crew: Crew | None = None,
) -> Iterator[Reading]:
    """What each document gives, in their order, by as many processes as ``options`` say, or by those of ``crew``.

    The model is loaded with the first document, and not at all if there is none. Where ``nlp`` is given this process
    parses, without a budget.
    """
    rest = iter(documents)
    first = next(rest, None)
    if first is None:
        return
    every = chain([first], rest)
    if crew is not None:
        yield from _read_by(crew, every, options)
    elif nlp is None and (own := open_crew(options)) is not None:
        with own:
            yield from _read_by(own, every, options)
    else:
        # spaCy is imported with the first document that is read, not with the command line.
        from sociogram.extraction.document import load_resources

        resources = resources or load_resources(options.actor_lists)
        yield from read_documents(every, nlp or load_model(options.model), resources)


def _read_by(crew: Crew, documents: Iterator[Document], options: BuildOptions) -> Iterator[Reading]:
    """Readings in order, from processes that each load the model once.

    No more chunks are read ahead than keep the processes busy.
    """
    waiting: deque[Future[list[Reading]]] = deque()
    ahead = crew.count + 1 if crew.count > 1 else 0
    for chunk in _chunks(documents):
        waiting.append(crew.submit(partial(_read_chunk, options, crew.budget, chunk)))
        if len(waiting) > ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _read_chunk(
    options: BuildOptions, budget: Budget | None, documents: Sequence[Document], child: Child
) -> list[Reading]:
    """What ``documents`` give that ``child`` reads together; once it was ended, it reads the others one by one."""
    read = partial(gather, child, _parse_job, options.model, options.actor_lists)
    readings, died = read(list(documents))
    if died is None:
        return readings
    for document in documents[len(readings) :]:
        alone, died = read([document])
        if died is None:
            readings += alone
            continue
        _check_begun(died)
        size = document.end - document.start
        reason = (budget or Budget()).reason(died.cause, died.code, size)
        readings.append(
            reduce_failure(
                document, Skipped(document=document.id, stage=died.stage, reason=reason, kind="budget")
            )
        )
    return readings


def _check_begun(died: ChildDiedError) -> None:
    """See that it was a document that ended a process, and not what comes before all documents.

    Raises:
        UsageError: If not.
    """
    if died.stage == OPENING:
        raise UsageError(
            f"a process that reads could not begin ({died}), perhaps for want of memory; "
            "build again with fewer --workers, and what was read before is not read again"
        ) from died


def _chunks(documents: Iterator[Document]) -> Iterator[list[Document]]:
    while first := next(documents, None):
        chunk, characters = [first], first.end - first.start
        for document in islice(documents, _CHUNK_DOCUMENTS - 1):
            chunk.append(document)
            characters += document.end - document.start
            if characters >= _CHUNK_CHARACTERS:
                break
        yield chunk


def _read_job(
    tell: Tell, source: Source, content: bytes, options: ReadOptions
) -> Iterator[Document | Skipped]:
    tell("read", len(content))
    for item in read_content(source, content, options):
        if isinstance(item, Skipped) and item.kind == "budget":
            raise MemoryError
        yield item


def _parse_job(
    tell: Tell, model: str, actor_lists: tuple[Path, ...], documents: list[Document]
) -> Iterator[Reading]:
    nlp, resources = _load(model, actor_lists)
    yield from read_documents(documents, nlp, resources, tell)


@lru_cache(maxsize=1)
def _load(model: str, actor_lists: tuple[Path, ...]) -> tuple[SpacyPipeline, Resources]:
    from sociogram.extraction.document import load_resources

    return load_model(model), load_resources(actor_lists)
