"""``sociogram intersect``: the ties that several cases all have."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from sociogram.cli import EXIT_BAD_INPUT
from sociogram.cli.options import cases_argument, json_option, new_case_option, quiet_option


@click.command("intersect")
@cases_argument
@new_case_option
@quiet_option
@json_option
def command(cases: tuple[Path, ...], output: Path, quiet: bool, as_json: bool) -> None:
    """Make in OUTPUT a case of the ties that all CASES have, with the claims of all behind them.

    Two ties are the same if subject, relation and object are. Nothing can be added to the result.
    """
    from sociogram.case.combined import intersect_cases
    from sociogram.cli.reporting import Report

    outcome = intersect_cases(cases, output)
    report = Report(quiet=quiet, as_json=as_json)
    report.done(outcome, output)
    if report.unread:
        sys.exit(EXIT_BAD_INPUT)
