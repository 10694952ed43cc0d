"""Options that several verbs have."""

from __future__ import annotations

import math
import os
from pathlib import Path

import click

from sociogram.processes.budget import DEFAULT_SECONDS, Budget

LONGEST_BUDGET = 86_400
"""Seconds of ``--budget`` at most, a day: for the largest file that is read that is still a number for the kernel."""


class Folder(click.Path):
    """The path of a folder; an empty one, as an unset variable gives it, is not taken for the current folder."""

    def __init__(self, *, exists: bool = False) -> None:
        super().__init__(path_type=Path, exists=exists, file_okay=False)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """The path.

        Raises:
            BadParameter: If it is empty, or no folder can be there.
        """
        if not os.fspath(value):
            self.fail("is empty; check the variable that it came from", param, ctx)
        return super().convert(value, param, ctx)


class Number(click.FloatRange):
    """A number between bounds; "nan", which is below and above none of them, is no number."""

    def convert(self, value: float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number.

        Raises:
            BadParameter: If it is none, or beyond the bounds.
        """
        number = float(super().convert(value, param, ctx))
        if math.isnan(number):
            self.fail("is no number; give one as 2.5", param, ctx)
        return number


case_option = click.option(
    "--case", default="output", show_default=True, type=Folder(), help="The built folder."
)
quiet_option = click.option("--quiet", is_flag=True, help="Only what went wrong.")
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Log one JSON object a line to stderr, instead of words."
)
workers_option = click.option(
    "--workers", default=1, show_default=True, type=click.IntRange(min=1), help="Processes that parse."
)
budget_option = click.option(
    "--budget",
    default=DEFAULT_SECONDS,
    show_default=True,
    type=Number(0, LONGEST_BUDGET),
    metavar="SECONDS",
    help="Processor time that each stage may take for each 20,000 characters of a document, and more memory with more "
    "of it; what takes longer is left out. 0: no limit.",
)
cases_argument = click.argument("cases", nargs=-1, required=True, type=Folder(exists=True))
new_case_option = click.option(
    "-o", "--output", required=True, type=Folder(), help="The folder of the new case."
)


def budget_of(seconds: float) -> Budget | None:
    """The budget that ``--budget`` asks for."""
    return Budget(seconds) if seconds else None
