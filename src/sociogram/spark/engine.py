"""The engine that reads by Spark: files and documents are mapped, and what they give is kept as Parquet.

Three steps, each with its own rows (``spark/tasks.py``): a *look* at every source, which tells what is new; *taking*
the documents out of the new ones; *reading* each document that the case and the folder of readings do not have. The
last takes nearly all the time. Its rows lie in ``readings`` of the work folder by the keys of the case's cache, from
the moment that their task has ended, so that whatever ends the job, the next one goes on. Each job writes a folder of
its own there: Spark clears what is unfinished from the folder that a job wrote, and would end other jobs in it.
"""

from __future__ import annotations

import heapq
import re
import shutil
import socket
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from sociogram.case.cache import decode_file
from sociogram.case.intake import Keeper, KeptReading, Look, Way
from sociogram.case.naming import store_folder
from sociogram.errors import InputError, UsageError
from sociogram.ids import content_hash, slug
from sociogram.model import Skipped
from sociogram.read.files.guard import skipped
from sociogram.read.files.sources import Source, list_sources
from sociogram.spark import tasks

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import DataFrame, SparkSession

Value = TypeVar("Value")

_LOCAL_SCHEME = re.compile(r"^file:/+")
_PATTERN_SIGNS = re.compile(r"([\[\]{}*?,\\])")
_TASK_WORDS = 40_000
"""Words of documents in one task of reading: some ten seconds, which is what an ended worker loses."""
_TASK_FILES = 200
"""Files in one task that looks at them or takes their documents out."""
_LOOKS = 50_000
"""Files that one job looks at: some 20 MB of what there is to see come to this machine at a time."""
_BATCH = 500
"""Rows that are kept in one transaction."""
_ABSENT = "PATH_NOT_FOUND"
"""Spark's own name for that a folder is not there."""
_FEWEST = 2
"""Tasks for each processor, at least, where there is enough to do."""


def work_folder(case: Path) -> str:
    """Where the work of a ``case`` lies that names no folder for it."""
    return str((store_folder(case) / "spark").absolute())


class SparkEngine:
    """Reads for ``case`` by ``spark``; ``work`` is a folder or URL that every worker can write to, and we can read."""

    def __init__(self, spark: SparkSession, work: str, case: Path) -> None:
        self._spark = spark
        # A relative path would be another one to each worker.
        self._work = work.rstrip("/") if "://" in work else str(Path(work).absolute())
        self._readings = f"{self._work}/readings"
        # Only one build of a case goes on at a time, so what is there by this name was left by one that was killed.
        self._taken = f"{self._work}/taken-{content_hash(f'{socket.gethostname()} {case.absolute()}')}"

    def forget(self) -> None:
        """Remove the work folder, once the case has all that is in it."""
        self._remove(self._work)

    def list_sources(self, paths: Sequence[str], *, without: Path) -> list[Source]:
        """The files that ``paths`` stand for; those of an address (``hdfs://``, ``s3a://``) as Spark lists them."""
        sources = list_sources([path for path in paths if "://" not in path], without=without)
        names = {source.name for source in sources}
        for path in paths:
            if "://" in path:
                sources += [source for source in self._list_far(path) if source.name not in names]
                names |= {source.name for source in sources}
        return sorted(sources, key=lambda source: (source.name, source.id))

    def look(self, sources: Sequence[Source], way: Way) -> Iterator[tuple[str, Look]]:
        """A look at each source, with its name, in any order."""
        for source in sources:
            if source.error is not None:
                yield source.name, Look(problem=skipped(source.error).reason)
        # Not by ``toLocalIterator``, which has one partition looked at after the other.
        for some in _batches(_sound(sources), _LOOKS):
            for name, look in self._contents(some).mapPartitions(partial(tasks.look_at, way=way)).collect():
                yield name, msgspec.msgpack.decode(look, type=Look)

    def read(self, sources: Sequence[Source], way: Way, keeper: Keeper) -> None:
        """Read ``sources``, and give what they hold to ``keeper``.

        Raises:
            UsageError: If what the workers wrote is not to be had here.
        """
        rows = self._contents(_sound(sources)).mapPartitions(partial(tasks.take, way=way))
        try:
            self._spark.createDataFrame(rows, tasks.TAKEN).write.mode("overwrite").parquet(self._taken)
            frame = self._spark.read.schema(tasks.TAKEN).parquet(self._taken)
            if self._keep_files(frame, keeper) < {source.name for source in _sound(sources)}:
                raise self._unseen()
            self._read_documents(frame.where("key is not null").dropDuplicates(["key"]), way, keeper)
        finally:
            self._remove(self._taken)

    def _keep_files(self, frame: DataFrame, keeper: Keeper) -> set[str]:
        """Have what was taken out of files kept; the names of these."""
        texts = frame.where("key is not null").select("text_key", "text")
        for batch in _batches(texts.toLocalIterator(), _BATCH):
            keeper.keep_texts({row.text_key: bytes(row.text) for row in batch})
        names = set()
        for row in frame.where("look is not null").select("source", "look", "reading").toLocalIterator():
            look = msgspec.msgpack.decode(bytes(row.look), type=Look)
            name = bytes(row.source).decode("utf-8", "surrogatepass")
            keeper.keep_file(name, look, None if row.reading is None else decode_file(bytes(row.reading)))
            names.add(name)
        return names

    def _read_documents(self, documents: DataFrame, way: Way, keeper: Keeper) -> None:
        wanted: dict[str, int] = {}
        for batch in _batches(documents.select("key", "words").toLocalIterator(), _BATCH):
            unread = keeper.unread(row.key for row in batch)
            wanted.update((row.key, row.words) for row in batch if row.key in unread)
        if not wanted:
            return
        known = self._known(wanted)
        if new := {key: words for key, words in wanted.items() if key not in known}:
            self._write_readings(documents, new, way)
        # A disk may have changed what an ended job wrote.
        if damaged := self._keep_readings(set(wanted), keeper):
            self._write_readings(documents, {key: wanted[key] for key in damaged}, way)
            if self._keep_readings(damaged, keeper):
                raise self._unseen()

    def _keep_readings(self, wanted: set[str], keeper: Keeper) -> set[str]:
        """Have the readings of the keys ``wanted`` kept; those that there are none of."""
        chosen = self._spark.sparkContext.broadcast(frozenset(wanted))
        rows = self._written().rdd.filter(lambda row: row.key in chosen.value)
        given: set[str] = set()
        # What failed once, and then did not with a larger budget, is there twice; so is what a task wrote that was run
        # again.
        for found in (rows.filter(lambda row: row.failure is None), rows.filter(lambda row: row.failure)):
            for batch in _batches(found.toLocalIterator(), _BATCH):
                fresh = {row.key: row for row in batch if row.key not in given}
                given |= fresh.keys()
                keeper.keep_readings([_kept(row) for row in fresh.values()])
        return wanted - given

    def _unseen(self) -> UsageError:
        return UsageError(
            f"--work {self._work}: what workers wrote there is not seen here; "
            "name a folder that all machines share under this path"
        )

    def _write_readings(self, documents: DataFrame, new: dict[str, int], way: Way) -> None:
        context = self._spark.sparkContext
        count = max(sum(new.values()) // _TASK_WORDS, min(len(new), _FEWEST * context.defaultParallelism), 1)
        # Spark itself would deal documents out ten at a time, whatever their lengths.
        place = context.broadcast(spread(new, count))
        chosen = documents.rdd.filter(lambda row: row.key in place.value).keyBy(lambda row: row.key)
        rows = chosen.partitionBy(count, lambda key: place.value[key]).values()
        written = self._spark.createDataFrame(rows.mapPartitions(partial(tasks.read, way=way)), tasks.READ)
        written.write.parquet(f"{self._readings}/{uuid.uuid4().hex}")

    def _known(self, wanted: Iterable[str]) -> set[str]:
        """Those of the keys ``wanted`` that the work folder has readings of, from an ended job; failures are none."""
        try:
            frame = self._written()
        except Exception as error:
            if _ABSENT not in str(error):
                raise
            return set()
        keys = set(wanted)
        rows = frame.where("failure is null").select("key").toLocalIterator()
        return {row.key for row in rows if row.key in keys}

    def _written(self) -> DataFrame:
        """What the jobs wrote so far; a file that a machine's end left half written is passed over, and read again."""
        reader = self._spark.read.schema(tasks.READ).option("recursiveFileLookup", "true")
        return reader.option("ignoreCorruptFiles", "true").parquet(self._readings)

    def _contents(self, sources: Sequence[Source]) -> RDD[tasks.Content]:
        context = self._spark.sparkContext
        near = [source for source in sources if "://" not in source.name]
        far = {source.name: source for source in sources if "://" in source.name}
        parts = max(len(near) // _TASK_FILES, min(len(near), _FEWEST * context.defaultParallelism), 1)
        contents = context.parallelize([(_placed(source), None) for source in near], parts)
        if not far:
            return contents
        named = context.broadcast(far)
        frame = (
            self._spark.read.format("binaryFile")
            .load([_escaped(name) for name in far])
            .select("path", "content")
        )
        return contents.union(frame.rdd.map(lambda row: (named.value[_url(row.path)], bytes(row.content))))

    def _list_far(self, path: str) -> Iterator[Source]:
        try:
            reader = self._spark.read.format("binaryFile").option("recursiveFileLookup", "true")
            found = sorted(_url(row.path) for row in reader.load(path).select("path").collect())
        except Exception as error:
            reason = "cannot be listed by Spark"
            if _ABSENT in str(error) or "does not exist" in str(error):
                reason = "does not exist"
            failed = InputError(path, reason, "check the address, and that Spark has what its scheme needs")
            yield Source(name=path, id=slug(PurePosixPath(path).stem), error=failed)
            return
        base = path.rstrip("/")
        for url in found:
            below = url.rpartition("/")[2]
            for part in (base, _url(base)):
                if url.startswith(f"{part}/"):
                    below = url.removeprefix(f"{part}/")
            place = PurePosixPath(below)
            yield Source(
                name=url, id=slug(place.with_suffix("").as_posix()), path=Path(place), listed=url == base
            )

    def _remove(self, folder: str) -> None:
        if "://" not in folder:
            shutil.rmtree(folder, ignore_errors=True)
            return
        # Spark's own Python has no way to delete; Hadoop's classes have.
        gateway = self._spark.sparkContext._jvm  # noqa: SLF001
        context: Any = self._spark.sparkContext._jsc  # noqa: SLF001
        if gateway is not None:
            place = gateway.org.apache.hadoop.fs.Path(folder)
            place.getFileSystem(context.hadoopConfiguration()).delete(place, True)


def spread(words: dict[str, int], count: int) -> dict[str, int]:
    """The number of the task, below ``count``, for each key in ``words``, so that all have about as many words."""
    free = [(0, number) for number in range(count)]
    tasks_of = {}
    for key in sorted(words, key=lambda key: (-words[key], key)):
        load, number = free[0]
        tasks_of[key] = number
        heapq.heapreplace(free, (load + words[key], number))
    return tasks_of


def _sound(sources: Iterable[Source]) -> list[Source]:
    return [source for source in sources if source.error is None]


def _placed(source: Source) -> Source:
    return source if source.path is None else replace(source, path=source.path.absolute())


def _url(path: str) -> str:
    """An address as Hadoop gives it, with both slashes that tell it from a path."""
    return _LOCAL_SCHEME.sub("file:///", path)


def _escaped(path: str) -> str:
    """``path`` with nothing in it that Hadoop takes for a pattern."""
    return _PATTERN_SIGNS.sub(r"\\\1", path)


def _kept(row: Any) -> KeptReading:
    failure = None if row.failure is None else msgspec.msgpack.decode(bytes(row.failure), type=Skipped)
    return KeptReading(
        key=row.key, value=bytes(row.value), document=row.document, words=row.words, failure=failure
    )


def _batches(values: Iterable[Value], count: int) -> Iterator[list[Value]]:
    rest = iter(values)
    while batch := list(islice(rest, count)):
        yield batch
