"""``sociogram build``: documents in, a case folder out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sociogram.cli import EXIT_BAD_INPUT
from sociogram.errors import UsageError
from sociogram.parse import DEFAULT_MODEL

if TYPE_CHECKING:
    from sociogram.model import Skipped

COLUMN_FIELDS = ("text", "title", "author", "publisher", "published", "source", "id")
EXTRA_FORMATS = ("turtle", "nquads", "jsonld", "csv")


@click.command("build")
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "-o", "--output", default="output", show_default=True, type=click.Path(path_type=Path, file_okay=False)
)
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
@click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(min=1), help="Processes that parse."
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="FIELD=NAME",
    help="The column of a collection that holds text, title, author, publisher, published, source or id.",
)
@click.option("--encoding", help="The encoding of all texts, where it is known; otherwise it is detected.")
@click.option("--quiet", is_flag=True, help="Only what went wrong.")
def command(
    paths: tuple[str, ...],
    output: Path,
    model: str,
    actors: tuple[Path, ...],
    formats: tuple[str, ...],
    workers: int,
    columns: tuple[str, ...],
    encoding: str | None,
    quiet: bool,
) -> None:
    """Read PATHS and write the graph of their actors to a folder.

    PATHS are files, folders, patterns, or - for stdin: .txt, .md, .html, .pdf, .docx, .eml, .mbox, .jsonl, .json, .csv.
    What cannot be read is named on stderr, and the exit code is then 2; the rest is built all the same.
    """
    from sociogram import growth, pipeline
    from sociogram.cli.answers import visible
    from sociogram.read import ReadOptions

    options = pipeline.BuildOptions(
        model=model,
        actor_lists=actors,
        workers=workers,
        read=ReadOptions(columns=read_columns(columns), encoding=encoding),
    )
    unread: list[Skipped] = []

    def report(item: Skipped) -> None:
        unread.append(item)
        click.echo(visible(f"skipped {item.document}: {item.reason}"), err=True)

    outcome = growth.build_case(
        paths, output, options=options, formats=formats, progress=growth.Progress(skip=report)
    )
    for note in outcome.unfit:
        click.echo(
            visible(f"not applied: {note.reason}; mend or delete its line in judgements.csv"), err=True
        )
    if not quiet:
        click.echo(
            f"{outcome.documents} documents, {outcome.actors} actors, {outcome.ties} ties, "
            f"{outcome.claims} claims; {outcome.skipped} things were not used: {output / 'skipped.jsonl'}"
        )
        page = (output / "index.html").resolve()
        click.echo(f"open {page.as_uri()}")
        click.echo(f'ask  sociogram query strongest --case "{output}"')
    if unread:
        sys.exit(EXIT_BAD_INPUT)


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
