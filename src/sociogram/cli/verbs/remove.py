"""``sociogram remove``: documents out of a case."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sociogram.cli import EXIT_BAD_INPUT
from sociogram.cli.options import case_option, json_option, quiet_option


@click.command("remove")
@click.argument("documents", nargs=-1, required=True)
@case_option
@quiet_option
@json_option
def command(documents: tuple[str, ...], case: Path, quiet: bool, as_json: bool) -> None:
    """Remove DOCUMENTS from a built graph: their claims, and what only they supported; nothing is read.

    DOCUMENTS are paths as they were given, folders, quoted patterns, or the ids of documents.
    """
    from sociogram.case import grow
    from sociogram.cli.reporting import Report

    report = Report(quiet=quiet, as_json=as_json)
    with report.going() as progress:
        outcome = grow.remove_documents(documents, case, progress=progress)
    report.done(outcome, case)
    if report.unread:
        sys.exit(EXIT_BAD_INPUT)
