"""``sociogram suggest``: which actors may be one, and which may be two."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sociogram.cli.options import case_option
from sociogram.cli.terminal import visible
from sociogram.graph.saved_judgements import COLUMNS, read_judgements
from sociogram.knowledge.case_files import JUDGEMENTS_FILE
from sociogram.knowledge.user_tables import format_rows, guard_field

if TYPE_CHECKING:
    from sociogram.suggest import Quote, Suggestion, Suggestions

_SHOWN = 50
"""Suggestions that are listed unless ``--limit`` says otherwise."""
_MORE = ("score", "left name", "right name", "reason")
"""Columns behind those of judgements.csv, for whoever chooses; a build passes over them."""
_LONGEST = 200
"""Characters of a quote in a list for people."""


@click.command("suggest")
@case_option
@click.option(
    "--limit",
    default=_SHOWN,
    show_default=True,
    type=click.IntRange(min=0),
    help="At most so many suggestions.",
)
@click.option(
    "--format",
    "form",
    default="table",
    show_default=True,
    type=click.Choice(["table", "csv", "json"]),
    help="csv has lines for judgements.csv: delete those that are wrong, and add the others to it.",
)
def command(case: Path, limit: int, form: str) -> None:
    """List which actors may be one (same) and which may be two (different), the most pressing first, each with why.

    Nothing is changed. What judgements.csv in the case says already is not suggested again.
    """
    from sociogram.case import open_case
    from sociogram.suggest import suggest

    judgements = read_judgements(case / JUDGEMENTS_FILE)
    with open_case(case) as opened:
        found = suggest(opened.graph, judgements, limit=limit, texts=opened.text)
    if form == "csv":
        click.echo(_csv(found), nl=False)
    elif form == "json":
        click.echo(
            json.dumps(
                {"total": found.total, "suggestions": [_record(one) for one in found.found]},
                ensure_ascii=False,
            )
        )
    else:
        for line in _lines(found):
            click.echo(visible(line))


def _csv(found: Suggestions) -> str:
    rows: list[list[str]] = [[*COLUMNS, *_MORE]]
    for one in found.found:
        own: dict[str, str] = {"verdict": one.verdict, "left": one.left, "right": one.right}
        more = [f"{one.score:.2f}", one.left_name, one.right_name, one.reason]
        rows.append([guard_field(value) for value in [*(own.get(column, "") for column in COLUMNS), *more]])
    return format_rows(rows)


def _record(one: Suggestion) -> dict[str, Any]:
    return asdict(one)


def _lines(found: Suggestions) -> list[str]:
    lines = []
    for number, one in enumerate(found.found, start=1):
        sign = "=" if one.verdict == "same" else "≠"
        lines += [f"{number}. {one.left_name} {sign} {one.right_name}  ({one.score:.2f})", f"   {one.reason}"]
        lines += [f"   {one.verdict},{one.left},{one.right}"]
        for quotes in (one.left_quotes, one.right_quotes):
            lines += [f"   · {_short(quote)}" for quote in quotes[:1]]
        lines.append("")
    rest = found.total - len(found.found)
    if rest > 0:
        lines.append(f"{rest} suggestions more; see them with --limit {found.total}")
    elif not found.total:
        lines.append("nothing to suggest: no two actors look like one, and none like two")
    return lines


def _short(quote: Quote) -> str:
    text = " ".join(quote.text.split())
    shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return f"{shown} [{quote.document}]"
