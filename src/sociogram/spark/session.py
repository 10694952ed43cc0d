"""The connection to Spark: started, checked beforehand, and its failures told in one line."""

from __future__ import annotations

import os
import re
import shutil
import socket
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from sociogram.errors import SociogramError, UsageError
from sociogram.spark.tasks import FAULT

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LOCAL = "local[*]"
"""The master that is this machine, with all its processors."""
_ATTEMPTS = 4
"""How often a task may fail before the job does; on one machine Spark would allow a single time."""
_WAIT = 5.0
"""Seconds that a master may take to answer."""
_WAIT_FOR_WORKER = 120.0
"""Seconds until a worker of the cluster must have taken the job; without one Spark waits for ever and says nothing."""
_START_MASTER = "spark-class org.apache.spark.deploy.master.Master --host HOST --port 7077"
_START_WORKER = "spark-class org.apache.spark.deploy.worker.Worker"
"""How pip's Spark starts a cluster, which has none of the scripts in sbin that Spark's own documentation names."""
_PAUSE = 0.1
_LONGEST = 300
"""Characters of Spark's own words that are shown."""
_PLAIN_LOCAL = re.compile(r"local(\[(\*|\d+)\])?")
_MASTERS = re.compile(r"(local(\[[\d*, ]+\])?|yarn|spark://.+|k8s://.+)")
_JAVA = "-XX:+IgnoreUnrecognizedVMOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
"""Java only hands rows on here: compiled quickly and not well, it takes half as much of the processors."""
_SETTINGS = {
    "spark.driver.defaultJavaOptions": _JAVA,
    "spark.executor.defaultJavaOptions": _JAVA,
    # Nor is there a query that were worth a Java program of its own.
    "spark.sql.codegen.wholeStage": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.ui.enabled": "false",
    "spark.log.level": "OFF",
    # What a task wrote is in its folder once that task has ended, not only once all have: so an ended driver loses
    # nothing of it. What is there twice, because a task was run twice, is the same, and is taken once.
    "spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version": "2",
    "spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs": "false",
    # What a disk has changed is no reading.
    "spark.hadoop.parquet.page.verify-checksum.enabled": "true",
}
_REASONS = (
    ("No space left on device", "a disk of the cluster is full", "make room, or set spark.local.dir to a larger disk"),
    ("No module named '", "a worker lacks sociogram or what it needs", "install sociogram[spark] in its Python"),
    ("PYTHON_VERSION_MISMATCH", "workers have another Python than this machine", "set PYSPARK_PYTHON to the same one"),
    ("Cannot run program", "a worker has no Python where this machine has it", "set PYSPARK_PYTHON to where theirs is"),
    ("All masters are unresponsive", "the master does not answer", f"start it: {_START_MASTER}"),
    ("JAVA_GATEWAY_EXITED", "Java did not start", "it must be Java 17 or later: java -version"),
    ("Path does not exist", "a path does not exist where Spark looks for it", "every worker must be able to see it"),
    ("OutOfMemoryError", "Spark ran out of memory", "give it more: spark.executor.memory, spark.driver.memory"),
)  # fmt: skip
"""What Spark says, what it means, and what to do."""


@contextmanager
def spark_session(master: str) -> Iterator[SparkSession]:
    """Spark at ``master``, started for what happens inside and ended behind it.

    Raises:
        UsageError: If Spark or Java is missing, the master is none or does not answer, no worker takes the job, or
            the job fails.
    """
    session_type = _find_spark()
    _check_master(master)
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = session_type.builder.appName("sociogram").master(_with_attempts(master))
    for name, value in _SETTINGS.items():
        builder = builder.config(name, value)
    try:
        with _quietly():
            session = builder.getOrCreate()
    except Exception as error:
        raise _explained(error) from error
    try:
        _await_worker(session, master)
        yield session
    except SociogramError:
        raise
    except Exception as error:
        if not _is_sparks(error):
            raise
        raise _explained(error) from error
    finally:
        # Where its Java was killed there is nothing to stop, and that was told.
        with suppress(Exception):
            session.stop()


def _find_spark() -> type[SparkSession]:
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise UsageError("--engine spark: Spark is not installed; pip install 'sociogram[spark]'") from error
    home = os.environ.get("JAVA_HOME")
    if not (home and (Path(home) / "bin/java").is_file()) and shutil.which("java") is None:
        raise UsageError(
            "--engine spark: no Java is found; apt-get install openjdk-17-jre-headless, or set JAVA_HOME"
        )
    found: type[SparkSession] = SparkSession
    return found


def _check_master(master: str) -> None:
    if not _MASTERS.fullmatch(master):
        raise UsageError(
            f"--master {master}: is no master; local[*], spark://HOST:7077, yarn or k8s://… are some"
        )
    if not master.startswith("spark://"):
        return
    for address in master.removeprefix("spark://").split(","):
        try:
            place = urlsplit(f"//{address}")
            with socket.create_connection((place.hostname or "", place.port or 7077), timeout=_WAIT):
                return
        except (OSError, ValueError):
            continue
    raise UsageError(
        f"--master {master}: nothing answers there; start it: {_START_MASTER}, "
        f"and on each machine {_START_WORKER} {master}"
    )


def _await_worker(session: SparkSession, master: str) -> None:
    context = session.sparkContext
    # With ``dynamicAllocation`` a worker is asked for only once there is something to do.
    if (
        not master.startswith("spark://")
        or context.getConf().get("spark.dynamicAllocation.enabled") == "true"
    ):
        return
    # What has memory for blocks is this machine, and then the workers; Spark's own Python has no way to ask.
    known: Any = context._jsc.sc()  # noqa: SLF001
    end = time.monotonic() + _WAIT_FOR_WORKER
    while known.getExecutorMemoryStatus().size() < 2:
        if time.monotonic() > end:
            raise UsageError(
                f"--master {master}: no worker of it takes the job; start one: {_START_WORKER} {master}, "
                "or wait until one is free"
            )
        time.sleep(_PAUSE)


def _with_attempts(master: str) -> str:
    """``master`` with as many attempts a task on this machine as a cluster allows."""
    if not _PLAIN_LOCAL.fullmatch(master):
        return master
    threads = master.removeprefix("local").strip("[]") or "1"
    return f"local[{threads},{_ATTEMPTS}]"


@contextmanager
def _quietly() -> Iterator[None]:
    """Keeps what Java says while it starts off the terminal: warnings that no user of ours can mend."""
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)


def _is_sparks(error: Exception) -> bool:
    return type(error).__module__.partition(".")[0] in {"pyspark", "py4j"}


def _explained(error: Exception) -> UsageError:
    text = str(error)
    if FAULT in text:
        words = text.partition(FAULT)[2].splitlines()[0]
        return UsageError(f"--engine spark: {FAULT}{words}")
    for sign, reason, remedy in _REASONS:
        if sign in text:
            return UsageError(f"--engine spark: {reason}; {remedy}")
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    # Behind the last "Error:" or "Exception:" stands what it was, before it where it went through.
    told = next(
        (line for line in reversed(lines) if re.match(r"[\w.]*(Error|Exception)\b", line)),
        lines[0] if lines else "",
    )
    return UsageError(
        f"--engine spark: Spark gave up ({told[:_LONGEST]}); what was read is kept, so build again once it is mended"
    )
