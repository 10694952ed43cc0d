"""The engine that reads by Spark: files and documents are mapped, and what they give is kept as Parquet.

Three steps, each with its own rows (``spark/tasks.py``): a *look* at every source, which tells what is new; *taking*
the documents out of the new ones; *reading* each document that the case and the folder of readings do not have. The
last takes nearly all the time. Its rows lie in ``readings`` of the work folder by the keys of the case's cache, from
the moment that their task has ended, so that whatever ends the job, the next one goes on.
"""

from __future__ import annotations

import re
import shutil
import uuid
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import msgspec

from sociogram.case.cache import decode_file
from sociogram.case.intake import Keeper, KeptReading, Look, Way
from sociogram.case.naming import store_folder
from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Skipped
from sociogram.read.files.guard import skipped
from sociogram.read.files.sources import Source, list_sources
from sociogram.spark import tasks

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import DataFrame, SparkSession

_LOCAL_SCHEME = re.compile(r"^file:/+")
_PATTERN_SIGNS = re.compile(r"([\[\]{}*?,\\])")
_TASK_WORDS = 40_000
"""Words of documents in one task of reading: some ten seconds, which is what an ended worker loses."""
_TASK_FILES = 200
"""Files in one task that looks at them or takes their documents out."""
_BATCH = 500
"""Rows that are kept in one transaction."""
_FEWEST = 2
"""Tasks for each processor, at least, where there is enough to do."""


def work_folder(case: Path) -> str:
    """Where the work of a ``case`` lies that names no folder for it."""
    return str((store_folder(case) / "spark").absolute())


class SparkEngine:
    """Reads by ``spark``; ``work`` is a folder or URL that every worker can write to, and this machine can read."""

    def __init__(self, spark: SparkSession, work: str) -> None:
        self._spark = spark
        self._work = work.rstrip("/")

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
        rows = self._contents(_sound(sources)).mapPartitions(partial(tasks.look_at, way=way))
        for name, look in rows.toLocalIterator():
            yield name, msgspec.msgpack.decode(look, type=Look)

    def read(self, sources: Sequence[Source], way: Way, keeper: Keeper) -> None:
        """Read ``sources``, and give what they hold to ``keeper``."""
        taken = f"{self._work}/taken-{uuid.uuid4().hex}"
        rows = self._contents(_sound(sources)).mapPartitions(partial(tasks.take, way=way))
        self._spark.createDataFrame(rows, tasks.TAKEN).write.parquet(taken)
        try:
            frame = self._spark.read.schema(tasks.TAKEN).parquet(taken)
            self._keep_files(frame, keeper)
            self._read_documents(frame.where("key is not null").dropDuplicates(["key"]), way, keeper)
        finally:
            self._remove(taken)

    def _keep_files(self, frame: DataFrame, keeper: Keeper) -> None:
        texts = frame.where("key is not null").select("text_key", "text")
        for batch in _batches(texts.toLocalIterator()):
            keeper.keep_texts({row.text_key: bytes(row.text) for row in batch})
        for row in frame.where("look is not null").select("source", "look", "reading").toLocalIterator():
            look = msgspec.msgpack.decode(bytes(row.look), type=Look)
            keeper.keep_file(
                row.source, look, None if row.reading is None else decode_file(bytes(row.reading))
            )

    def _read_documents(self, documents: DataFrame, way: Way, keeper: Keeper) -> None:
        wanted: dict[str, int] = {}
        for batch in _batches(documents.select("key", "words").toLocalIterator()):
            unread = keeper.unread(row.key for row in batch)
            wanted.update((row.key, row.words) for row in batch if row.key in unread)
        if not wanted:
            return
        known = self._known(wanted)
        new = {key: words for key, words in wanted.items() if key not in known}
        if new:
            self._write_readings(documents, new, way)
        self._keep_readings(wanted, keeper)

    def _keep_readings(self, wanted: Iterable[str], keeper: Keeper) -> None:
        chosen = self._spark.sparkContext.broadcast(frozenset(wanted))
        rows = self._readings().rdd.filter(lambda row: row.key in chosen.value)
        given: set[str] = set()
        # What failed once, and then did not with a larger budget, is there twice; so is what a task wrote that was run
        # again.
        for found in (rows.filter(lambda row: row.failure is None), rows.filter(lambda row: row.failure)):
            for batch in _batches(found.toLocalIterator()):
                fresh = {row.key: row for row in batch if row.key not in given}
                given |= fresh.keys()
                keeper.keep_readings([_kept(row) for row in fresh.values()])

    def _write_readings(self, documents: DataFrame, new: dict[str, int], way: Way) -> None:
        context = self._spark.sparkContext
        chosen = context.broadcast(frozenset(new))
        count = max(sum(new.values()) // _TASK_WORDS, min(len(new), _FEWEST * context.defaultParallelism), 1)
        rows = documents.rdd.filter(lambda row: row.key in chosen.value).repartition(count)
        written = self._spark.createDataFrame(rows.mapPartitions(partial(tasks.read, way=way)), tasks.READ)
        written.write.mode("append").parquet(f"{self._work}/readings")

    def _known(self, wanted: Iterable[str]) -> set[str]:
        """Those of the keys ``wanted`` that the work folder has readings of, from an ended job; failures are none."""
        try:
            frame = self._readings()
        except Exception:
            # There is none yet.
            return set()
        keys = set(wanted)
        rows = frame.where("failure is null").select("key").toLocalIterator()
        return {row.key for row in rows if row.key in keys}

    def _readings(self) -> DataFrame:
        return self._spark.read.schema(tasks.READ).parquet(f"{self._work}/readings")

    def _contents(self, sources: Sequence[Source]) -> RDD[tasks.Content]:
        context = self._spark.sparkContext
        near = [source for source in sources if "://" not in source.name]
        far = {source.name: source for source in sources if "://" in source.name}
        parts = max(len(near) // _TASK_FILES, min(len(near), _FEWEST * context.defaultParallelism), 1)
        contents = context.parallelize([(source, None) for source in near], parts)
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
            if "PATH_NOT_FOUND" in str(error) or "does not exist" in str(error):
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


def _sound(sources: Iterable[Source]) -> list[Source]:
    return [source for source in sources if source.error is None]


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


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(rows)
    while batch := list(islice(rest, _BATCH)):
        yield batch
