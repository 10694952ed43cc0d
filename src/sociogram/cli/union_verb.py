"""``sociogram union``: one case of all documents of several."""

from __future__ import annotations

from pathlib import Path

import click

from sociogram.cli.options import Folder, json_option, quiet_option


@click.command("union")
@click.argument("cases", nargs=-1, required=True, type=Folder(exists=True))
@click.option(
    "-o",
    "--output",
    required=True,
    type=Folder(),
    help="The folder of the new case.",
)
@quiet_option
@json_option
def command(cases: tuple[Path, ...], output: Path, quiet: bool, as_json: bool) -> None:
    """Make in OUTPUT one case of all documents of CASES, as if it had been built of them all at once.

    No document is read again; identity is decided over all of them. Judgements and annotations of all cases hold.
    Documents can be added to the result and removed from it.
    """
    from sociogram.case.combined import unite_cases
    from sociogram.cli.build_verb import summary
    from sociogram.cli.reporting import Report

    outcome = unite_cases(cases, output)
    Report(quiet=quiet, as_json=as_json).done(outcome, [] if quiet else summary(outcome, output))
