"""``sociogram unread``: the sentences that name two actors and gave no claim, what was refused, and why."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sociogram.cli.options import case_option
from sociogram.errors import QueryError

if TYPE_CHECKING:
    from sociogram.graph.values import Graph

_SHOWN = 50
"""Sentences that are listed unless ``--limit`` says otherwise."""
_NEAR = 3
"""Documents that are offered where a name fits none."""


@click.command("unread")
@click.argument("document", required=False)
@case_option
@click.option(
    "--all", "every", is_flag=True, help="Sentences that were read too, where a relation was refused."
)
@click.option(
    "--limit", type=click.IntRange(min=0), help="At most so many sentences; 50 unless --json is given."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object on stdout, instead of words.")
def command(document: str | None, case: Path, every: bool, limit: int | None, as_json: bool) -> None:
    """List what was not read: the sentences that name two actors and gave no claim, each with its place and why.

    Behind them stand the reasons with their counts, and the share that was read of each document, the least first.
    With DOCUMENT (an id, the path that was built, or the file's name) all is of that one alone.
    """
    from sociogram.case import open_case
    from sociogram.cli.unread_text import coverage_lines, reason_lines, sentence_lines, unread_object

    with open_case(case) as opened:
        graph = opened.graph
    if document is not None:
        graph = only_documents(graph, find_documents(graph, document))
    listed = [one for one in graph.unread if every or one.is_silent]
    if as_json:
        click.echo(json.dumps(unread_object(graph, listed[:limit]), ensure_ascii=False))
        return
    most = _SHOWN if limit is None else limit
    for one in listed[:most]:
        click.echo("\n".join([*sentence_lines(one), ""]))
    if len(listed) > most:
        click.echo(f"{len(listed) - most} sentences more; see them with --limit {len(listed)}\n")
    click.echo("\n".join([*reason_lines(graph), *coverage_lines(graph)]))


def find_documents(graph: Graph, wanted: str) -> list[str]:
    """The ids of the documents that ``wanted`` names: an id, else those of a path, else those of a file's name.

    Raises:
        QueryError: If it names none.
    """
    from difflib import get_close_matches

    files = {document.id: document.source.partition("#")[0] for document in graph.documents}
    for found in (
        [each for each in files if each == wanted],
        [document.id for document in graph.documents if wanted in (document.source, files[document.id])],
        [each for each, file in files.items() if file.rpartition("/")[2] == wanted],
    ):
        if found:
            return found
    near = get_close_matches(wanted, files, n=_NEAR, cutoff=0.5)
    hint = f"; did you mean {', '.join(near)}?" if near else "; sociogram query sources lists the documents"
    raise QueryError(f"no document '{wanted}' in this case{hint}")


def only_documents(graph: Graph, ids: Sequence[str]) -> Graph:
    """``graph`` with the documents ``ids`` and what is unread in them."""
    return replace(
        graph,
        documents=tuple(document for document in graph.documents if document.id in ids),
        unread=tuple(one for one in graph.unread if one.document in ids),
    )
