"""Composes the stages: documents in, a graph out, and a case folder written.

Memory holds one batch of documents and the readings of all; texts are let go once they are read.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.errors import InputError
from sociogram.extract.document import Resources, extract_document, load_resources
from sociogram.graph import Graph, make_graph
from sociogram.judgements import read_judgements
from sociogram.model import Document, Judgement, Skipped
from sociogram.parse import DEFAULT_MODEL, load_model, parse_documents
from sociogram.read import ReadOptions, read_paths, read_text
from sociogram.reading import Reading, reduce_extraction

if TYPE_CHECKING:
    from spacy.language import Language

JUDGEMENTS_FILE = "judgements.csv"
_CHUNK_CHARACTERS = 200_000
_CHUNK_DOCUMENTS = 64
Progress = Callable[[Document | Skipped], None]


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
    nlp: Language | None = None,
    resources: Resources | None = None,
    progress: Progress | None = None,
    keep: Callable[[Document], None] | None = None,
) -> Graph:
    """The graph of the documents under ``paths`` (files, folders, patterns, ``-``).

    What cannot be read is in ``graph.skipped``. ``nlp`` and ``resources`` may be given where
    they are loaded already. ``keep`` gets each document as it is read.
    """
    options = options or BuildOptions()
    resources = resources or load_resources(options.actor_lists)
    skipped: list[Skipped] = []

    def documents() -> Iterator[Document]:
        for item in read_paths([str(path) for path in paths], options=options.read):
            if progress is not None:
                progress(item)
            if isinstance(item, Skipped):
                skipped.append(item)
            else:
                if keep is not None:
                    keep(item)
                yield item

    if options.workers > 1:
        readings = list(_read_in_pool(documents(), options))
    else:
        readings = list(read_documents(documents(), nlp or load_model(options.model), resources))
    return make_graph(readings, skipped, resources, judgements)


def build_case(
    paths: Sequence[str | Path],
    folder: Path,
    *,
    options: BuildOptions | None = None,
    formats: Sequence[str] = (),
    nlp: Language | None = None,
    resources: Resources | None = None,
    progress: Progress | None = None,
) -> Graph:
    """Build, and write the case folder: the files of every build, and those of ``formats``.

    Judgements in the folder are applied, and kept as they are. All files are written beside and
    then renamed, so that a build that stops leaves what was there.

    Raises:
        InputError: If there is no document among ``paths``; the folder is then left as it was.
    """
    from sociogram.write import write_case
    from sociogram.write.staged import staged_case
    from sociogram.write.texts import TextFolder

    judgements = read_judgements(folder / JUDGEMENTS_FILE)
    with staged_case(folder) as staged:
        graph = build(
            paths,
            options=options,
            judgements=judgements,
            nlp=nlp,
            resources=resources,
            progress=progress,
            keep=TextFolder(staged).keep,
        )
        if not graph.documents:
            raise InputError(str(folder), "not written, for nothing could be read", "mend what was skipped")
        write_case(graph, staged, formats=formats)
    TextFolder(folder).forget_others([document.id for document in graph.documents])
    return graph


def read_documents(documents: Iterable[Document], nlp: Language, resources: Resources) -> Iterator[Reading]:
    """What each document gives, in their order."""
    for parsed in parse_documents(documents, nlp):
        yield reduce_extraction(extract_document(parsed, resources))


def _read_in_pool(documents: Iterator[Document], options: BuildOptions) -> Iterator[Reading]:
    """Readings in order, from processes that each load the model once.

    Processes are spawned, not forked: a fork of a process with threads can hang.
    """
    context = multiprocessing.get_context("spawn")
    load = partial(_load_worker, options.model, options.actor_lists)
    with context.Pool(options.workers, initializer=load) as pool:
        for readings in pool.imap(_read_chunk, _chunks(documents)):
            yield from readings


def _chunks(documents: Iterator[Document]) -> Iterator[list[Document]]:
    while first := next(documents, None):
        chunk, characters = [first], first.end - first.start
        for document in islice(documents, _CHUNK_DOCUMENTS - 1):
            chunk.append(document)
            characters += document.end - document.start
            if characters >= _CHUNK_CHARACTERS:
                break
        yield chunk


_worker: dict[str, tuple[Language, Resources]] = {}


def _load_worker(model: str, actor_lists: tuple[Path, ...]) -> None:
    _worker["loaded"] = (load_model(model), load_resources(actor_lists))


def _read_chunk(documents: list[Document]) -> list[Reading]:
    nlp, resources = _worker["loaded"]
    return list(read_documents(documents, nlp, resources))
