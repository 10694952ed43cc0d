"""``sociogram build``: documents in, a case folder out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sociogram.cli import EXIT_BAD_INPUT
from sociogram.cli.options import (
    Folder,
    budget_of,
    budget_option,
    json_option,
    quiet_option,
    workers_option,
)
from sociogram.cli.watching import WATCHING_WAITS, watch_paths
from sociogram.errors import UsageError
from sociogram.parse.spacy_model import DEFAULT_MODEL, SpacyPipeline
from sociogram.processes.crew import Crew

if TYPE_CHECKING:
    from sociogram.cli.reporting import Report
    from sociogram.pipeline import BuildOptions

COLUMN_FIELDS = ("text", "title", "author", "publisher", "published", "source", "id")
"""What a column of a collection can hold, as ``--column`` names it."""
EXTRA_FORMATS = ("turtle", "nquads", "jsonld", "csv")
"""Forms that a build writes only when it is asked to."""


@click.command("build")
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--output", default="output", show_default=True, type=Folder())
@click.option("--model", default=DEFAULT_MODEL, show_default=True, help="An installed spaCy pipeline.")
@click.option(
    "--actors",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A CSV file of known actors (name, kind, aliases, identifiers); may be given several times.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(EXTRA_FORMATS),
    help="Write this form too; may be given several times.",
)
@workers_option
@budget_option
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    help="The column of a collection that holds text, title, author, publisher, published, source or id.",
)
@click.option("--encoding", help="The encoding of all texts, where it is known; otherwise it is detected.")
@click.option(
    "--watch",
    is_flag=True,
    help="Go on: build again whenever a document comes, changes or goes. Ctrl-C or SIGTERM ends.",
)
@click.option(
    "--engine",
    type=click.Choice(("processes", "spark")),
    default="processes",
    show_default=True,
    help="What reads the documents: processes of this machine, or Apache Spark (pip install 'sociogram[spark]').",
)
@click.option(
    "--master",
    metavar="MASTER",
    help="Where Spark runs: local[*] (this machine, as by default), spark://HOST:7077, yarn, k8s://….",
)
@click.option(
    "--work",
    metavar="FOLDER",
    help="A folder or URL for what Spark reads, which all its machines share; by default in the case's store.",
)
@quiet_option
@json_option
def command(
    paths: tuple[str, ...],
    output: Path,
    model: str,
    actors: tuple[Path, ...],
    formats: tuple[str, ...],
    workers: int,
    budget: float,
    columns: tuple[str, ...],
    encoding: str | None,
    watch: bool,
    engine: str,
    master: str | None,
    work: str | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Read PATHS and make the graph of their actors in a folder, or make the graph there equal to PATHS.

    PATHS are files, folders, patterns, or - for stdin: .txt, .md, .html, .pdf, .docx, .odt, .rtf, .pptx, .eml, .msg,
    .mbox, .vtt, .srt, .jsonl, .json, .csv, .xlsx, .zip.
    Documents that were read before and did not change are not read again; those no longer among PATHS go. What cannot
    be read is named on stderr, and the exit code is then 2; the rest is built all the same.
    """
    from sociogram import pipeline
    from sociogram.case import grow
    from sociogram.cli.reporting import Report
    from sociogram.read.files.options import ReadOptions

    if encoding is not None:
        check_encoding(encoding)
    options = pipeline.BuildOptions(
        model=model,
        actor_lists=actors,
        workers=workers,
        budget=budget_of(budget),
        read=ReadOptions(columns=read_columns(columns), encoding=encoding),
    )
    report = Report(quiet=quiet, as_json=as_json)
    if engine == "spark":
        if watch or "-" in paths:
            raise UsageError("--engine spark: reads files, and once; leave out --watch and -")
        _build_by_spark(paths, output, options, formats, master, work, report)
        if report.unread:
            sys.exit(EXIT_BAD_INPUT)
        return
    if master or work:
        raise UsageError("--master and --work are for Spark; add --engine spark")

    def build(nlp: SpacyPipeline | None = None, crew: Crew | None = None) -> None:
        with report.going() as progress:
            outcome = grow.build_case(
                paths,
                output,
                options=options,
                formats=formats,
                nlp=nlp,
                crew=crew,
                progress=progress,
                wait=WATCHING_WAITS if watch else 0.0,
            )
        report.done(outcome, output)

    if watch:
        watch_paths(paths, output, build, report, options)
        return
    build()
    if report.unread:
        sys.exit(EXIT_BAD_INPUT)


def _build_by_spark(
    paths: tuple[str, ...],
    output: Path,
    options: BuildOptions,
    formats: tuple[str, ...],
    master: str | None,
    work: str | None,
    report: Report,
) -> None:
    from sociogram.case import grow
    from sociogram.spark.engine import SparkEngine, work_folder
    from sociogram.spark.session import LOCAL, spark_session

    with report.going() as progress, spark_session(master or LOCAL) as spark:
        engine = SparkEngine(spark, work or work_folder(output), output)
        outcome = grow.build_case(
            paths, output, options=options, formats=formats, engine=engine, progress=progress
        )
        if work is None:
            engine.forget()
    report.done(outcome, output)


def check_encoding(name: str) -> None:
    """See that there is an encoding of that name.

    Raises:
        UsageError: If there is none.
    """
    from sociogram.read.files.decode import is_text_encoding

    if not is_text_encoding(name):
        raise UsageError(f"--encoding {name}: no such encoding of text; utf-8, cp1252 and utf-16 are some")


def read_columns(columns: tuple[str, ...]) -> dict[str, str]:
    """``FIELD=NAME`` pairs as a mapping.

    Raises:
        UsageError: If one is no such pair, or names a field that we do not have.
    """
    mapping = {}
    for pair in columns:
        field, _, name = pair.partition("=")
        if field not in COLUMN_FIELDS or not name:
            raise UsageError(
                f"--column {pair}: give FIELD=NAME, where FIELD is one of {', '.join(COLUMN_FIELDS)}"
            )
        mapping[field] = name
    return mapping
