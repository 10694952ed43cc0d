"""``sociogram add``: more documents, or corrected ones, into a case."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sociogram.cli import EXIT_BAD_INPUT
from sociogram.cli.options import (
    budget_of,
    budget_option,
    case_option,
    json_option,
    quiet_option,
    workers_option,
)


@click.command("add")
@click.argument("paths", nargs=-1, required=True)
@case_option
@workers_option
@budget_option
@quiet_option
@json_option
def command(
    paths: tuple[str, ...], case: Path, workers: int, budget: float, quiet: bool, as_json: bool
) -> None:
    """Add the documents under PATHS to a built graph, or take their present words if they are in it.

    The other documents stay as they are, whether or not their files are still there. The model, the lists of actors and
    the columns are those of the build. Exit code 2 if something could not be read.
    """
    from sociogram.case import grow
    from sociogram.cli.reporting import Report

    report = Report(quiet=quiet, as_json=as_json)
    with report.going() as progress:
        outcome = grow.add_documents(
            paths, case, workers=workers, budget=budget_of(budget), progress=progress
        )
    report.done(outcome, case)
    if report.unread:
        sys.exit(EXIT_BAD_INPUT)
