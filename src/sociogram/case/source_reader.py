"""Reads what is new of a case's sources into its database, in processes of this machine or by an engine."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from sociogram.case import cache
from sociogram.case.cache import FileReading, Member
from sociogram.case.intake import Engine, KeptReading, Look, find_way, take_file
from sociogram.case.manifest import CaseSettings
from sociogram.case.members import replace_member
from sociogram.case.over_budget import OverBudget
from sociogram.case.rebuild import CaseOutcome, make_state, place_lists
from sociogram.case.writer import CaseWriter
from sociogram.errors import InputError
from sociogram.ids import content_hash
from sociogram.model import Document, Skipped
from sociogram.pipeline import BuildOptions, iter_readings, open_crew
from sociogram.read.documents import load_content
from sociogram.read.files.guard import skipped
from sociogram.read.files.sources import Source, place_of

if TYPE_CHECKING:
    from sociogram.extraction.document import Resources
    from sociogram.parse.spacy_model import SpacyPipeline
    from sociogram.processes.crew import Crew

_BATCH = 32
"""Documents whose readings are kept in one transaction; what a kill can lose of a build's work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a change of a case stands: called with each event, nothing is expected back.

    ``plan`` gets the number of files and of bytes that are to be read, ``read`` each file's bytes once it is
    read, ``parsed`` each document with its words once it is parsed, ``skip`` what cannot be read, ``stage``
    what is being done behind that.
    """

    plan: Callable[[int, int], None] = lambda _files, _bytes: None
    read: Callable[[str, int], None] = lambda _name, _bytes: None
    parsed: Callable[[str, int], None] = lambda _document, _words: None
    skip: Callable[[Skipped], None] = lambda _skipped: None
    stage: Callable[[str], None] = lambda _words: None


class SourceReader:
    """Reads what is new of some sources into the case's database."""

    def __init__(
        self,
        writer: CaseWriter,
        settings: CaseSettings,
        options: BuildOptions,
        nlp: SpacyPipeline | None,
        resources: Resources | None,
        crew: Crew | None,
        progress: Progress,
        engine: Engine | None = None,
    ) -> None:
        self.writer = writer
        self._settings = settings
        options = replace(options, actor_lists=place_lists(writer.folder, settings))
        self._way = find_way(options, settings.lists, settings.model)
        self._engine = engine
        self._nlp = nlp
        self._resources = resources
        self._crew = crew
        self.progress = progress
        self._over_budget = OverBudget(writer.database, options.budget)
        self._parsed = 0
        self._taken: set[str] = set()  # keys of documents that are read or being read
        self.version = self._way.version

    def read(self, sources: Sequence[Source]) -> list[Member]:
        """``sources`` as members; whatever they hold has its reading in the database then."""
        if self._crew is not None or self._nlp is not None or self._engine is not None:
            return self._read(sources)
        self._crew = open_crew(self._way.options)
        try:
            return self._read(sources)
        finally:
            if self._crew is not None:
                self._crew.close()

    def _read(self, sources: Sequence[Source]) -> list[Member]:
        members: list[Member] = []
        fresh: list[tuple[Source, int]] = []
        files: dict[str, FileReading] = {}
        looks = dict(self._engine.look(sources, self._way)) if self._engine is not None else {}
        for source in sources:
            look = looks.get(source.name) or self._look(source)
            member = _member(source, look)
            members.append(member)
            if member.problem:
                self.progress.skip(Skipped(document=member.name, stage="read", reason=member.problem))
            elif not self._is_read(member.reading, files):
                fresh.append((source, look.size))
            elif source.path is not None:
                for note in files[member.reading].skipped:
                    self.progress.skip(note)
        if fresh:
            self.progress.plan(len(fresh), sum(size for _, size in fresh))
            if self._engine is not None:
                keeper = _Keeper(self, members)
                self._engine.read([source for source, _ in fresh], self._way, keeper)
            else:
                self._take(self._documents(fresh, members))
        return [
            member if member.problem else replace_member(member, count=self._count(member.reading, files))
            for member in members
        ]

    def _count(self, key: str, files: dict[str, FileReading]) -> int:
        return len(files[key].documents) if key in files or self._is_read(key, files) else 0

    def finish(self, members: Sequence[Member]) -> CaseOutcome:
        """The state with ``members``."""
        return make_state(
            self.writer,
            members,
            self._settings,
            parsed=self._parsed,
            lists=self._resources,
            report=self.progress.stage,
            version=self.version,
        )

    def _look(self, source: Source) -> Look:
        try:
            content = load_content(source, self._way.options.read)
        except InputError as error:
            return Look(problem=skipped(error).reason)
        key = self._way.file_key(source, content)
        if source.path is None:
            # The standard input can be had but once, so it is read at once.
            self._keep_stream(source, content, key)
        return Look(content=cache.content_key(content), key=key, size=len(content))

    def _is_read(self, key: str, files: dict[str, FileReading]) -> bool:
        value = self.writer.database.get("files", [key]).get(key)
        if value is None:
            return False
        found = files[key] = cache.decode_file(value)
        keys = {item.key for item in found.documents}
        if self._over_budget.forget("files", {key}) | self._over_budget.forget("readings", keys):
            return False
        return self.writer.database.get_keys("readings", keys) == keys

    def _documents(
        self, fresh: Iterable[tuple[Source, int]], members: list[Member]
    ) -> Iterator[tuple[str, Document]]:
        """The documents of ``fresh`` that have no reading yet, each with its key."""
        places = {member.name: place for place, member in enumerate(members)}
        for source, size in fresh:
            try:
                content = load_content(source, self._way.options.read)
            except InputError as error:
                # It was there a moment ago.
                place = places[source.name]
                members[place] = replace_member(
                    members[place], problem=skipped(error).reason, content="", reading=""
                )
                self.progress.skip(skipped(error))
                continue
            place = places[source.name]
            key = self._way.file_key(source, content)
            members[place] = replace_member(members[place], content=cache.content_key(content), reading=key)
            yield from self._file_documents(source, content, key)
            self.progress.read(source.name, size)

    def _file_documents(self, source: Source, content: bytes, key: str) -> Iterator[tuple[str, Document]]:
        taken = take_file(source, content, self._way, self._crew)
        for note in taken.reading.skipped:
            self.progress.skip(note)
        self.keep_file(key, taken.reading, taken.texts())
        database, found = self.writer.database, taken.found
        self._taken |= database.get_keys("readings", {each for each, _ in found})
        for each, item in found:
            if each not in self._taken:
                self._taken.add(each)
                yield each, item

    def _keep_stream(self, source: Source, content: bytes, key: str) -> None:
        if not self._is_read(key, {}):
            self.progress.plan(1, len(content))
            self._take(self._file_documents(source, content, key))

    def _take(self, documents: Iterator[tuple[str, Document]]) -> None:
        """Parse ``documents``, and keep what they give, some at a time."""
        waiting: deque[tuple[str, int]] = deque()

        def plain() -> Iterator[Document]:
            for key, document in documents:
                waiting.append((key, len(document.text[document.start : document.end].split())))
                yield document

        readings = iter_readings(
            plain(), self._way.options, nlp=self._nlp, resources=self._resources, crew=self._crew
        )
        while batch := list(islice(readings, _BATCH)):
            kept = []
            for reading in batch:
                key, words = waiting.popleft()
                kept.append(
                    KeptReading(
                        key=key,
                        value=cache.encode(reading),
                        document=reading.document.id,
                        words=words,
                        failure=reading.failure,
                    )
                )
            self.keep_readings(kept)

    def keep_file(self, key: str, reading: FileReading, texts: dict[str, bytes]) -> None:
        """Keep under ``key`` what a file gave, with its texts."""
        database = self.writer.database
        with database.transaction():
            database.put("files", {key: cache.encode(reading)})
            self._over_budget.keep((key, note) for note in reading.skipped)
            database.put("texts", texts)

    def keep_readings(self, readings: Sequence[KeptReading]) -> None:
        """Keep what documents gave, and tell of each."""
        for each in readings:
            self.progress.parsed(each.document, each.words)
        with self.writer.database.transaction():
            self.writer.database.put("readings", {each.key: each.value for each in readings})
            self._over_budget.keep((each.key, each.failure) for each in readings if each.failure is not None)
        self._parsed += len(readings)


class _Keeper:
    """Takes what an engine read; ``members`` are those of the sources it reads, which may have changed meanwhile."""

    def __init__(self, reader: SourceReader, members: list[Member]) -> None:
        self._reader = reader
        self._members = members
        self._places = {member.name: place for place, member in enumerate(members)}

    def keep_texts(self, texts: dict[str, bytes]) -> None:
        """Keep the packed texts of documents by their keys; before the file that they are of."""
        database = self._reader.writer.database
        with database.transaction():
            database.put("texts", texts)

    def keep_file(self, source: str, look: Look, reading: FileReading | None) -> None:
        """Keep what the file ``source`` gave, nothing where it has a problem now."""
        place = self._places[source]
        progress = self._reader.progress
        self._members[place] = replace_member(
            self._members[place], content=look.content, reading=look.key, problem=look.problem
        )
        if reading is None:
            progress.skip(Skipped(document=source, stage="read", reason=look.problem))
            return
        for note in reading.skipped:
            progress.skip(note)
        self._reader.keep_file(look.key, reading, {})
        progress.read(source, look.size)

    def unread(self, keys: Iterable[str]) -> set[str]:
        """Those of the keys of documents that the case has no reading of."""
        wanted = set(keys)
        return wanted - self._reader.writer.database.get_keys("readings", wanted)

    def keep_readings(self, readings: Sequence[KeptReading]) -> None:
        """Keep what documents gave."""
        self._reader.keep_readings(readings)


def _member(source: Source, look: Look) -> Member:
    return Member(
        name=source.name,
        base=source.id,
        place=content_hash(place_of(source)),
        content=look.content,
        reading=look.key,
        problem=look.problem,
    )
