"""``sociogram union``: one case of all documents of several."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sociogram.cli import EXIT_BAD_INPUT
from sociogram.cli.options import cases_argument, json_option, new_case_option, quiet_option


@click.command("union")
@cases_argument
@new_case_option
@quiet_option
@json_option
def command(cases: tuple[Path, ...], output: Path, quiet: bool, as_json: bool) -> None:
    """Make in OUTPUT one case of all documents of CASES, as if it had been built of them all at once.

    No document is read again; identity is decided over all of them. Judgements and annotations of all cases hold.
    Documents can be added to the result and removed from it.
    """
    from sociogram.case.combined import unite_cases
    from sociogram.cli.reporting import Report

    outcome = unite_cases(cases, output)
    report = Report(quiet=quiet, as_json=as_json)
    report.done(outcome, output)
    if report.unread:
        sys.exit(EXIT_BAD_INPUT)
