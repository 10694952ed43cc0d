"""Options that several verbs have."""

from __future__ import annotations

from pathlib import Path

import click

case_option = click.option(
    "--case", default="output", show_default=True, type=click.Path(path_type=Path), help="The built folder."
)
quiet_option = click.option("--quiet", is_flag=True, help="Only what went wrong.")
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Log one JSON object a line to stderr, instead of words."
)
