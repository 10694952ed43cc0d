"""``sociogram diff``: what came, went or changed between two case folders."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sociogram.errors import QueryError, UsageError

if TYPE_CHECKING:
    from sociogram.compare import Difference, What
    from sociogram.graph.values import Graph

EXIT_DIFFERENT = 1
"""The exit code of ``--exit-code``, as that of diff and git diff."""
KINDS: dict[str, What] = {"actors": "actor", "ties": "tie", "claims": "claim", "documents": "document"}


@click.command("diff")
@click.argument("before", metavar="A", type=click.Path(path_type=Path))
@click.argument("after", metavar="B", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl", "html"]),
    default="text",
    show_default=True,
    help="Text for people, one JSON object a change for programs, or a page to look through.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write it to this file.")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice(list(KINDS)),
    help="Changes of this kind of thing; may be given several times.",
)
@click.option(
    "--actor", "actors", multiple=True, help="What concerns this actor, by id or name, in A or in B."
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    help="For text, at most so many things in a section.",
)
@click.option("--exit-code", is_flag=True, help="End with exit code 1 if anything differs.")
def command(
    before: Path,
    after: Path,
    form: str,
    output: Path | None,
    only: tuple[str, ...],
    actors: tuple[str, ...],
    limit: int,
    exit_code: bool,
) -> None:
    """Show what is different in case folder B against case folder A: two builds of one case, or two cases.

    First come the ties that became facts or are facts no longer, that are newly disputed or denied; then actors that
    were merged, split or renamed, all other ties with the claims that changed them, and documents. A claim that merely
    moves within its document, or whose actor merely gets another id, is counted and not listed; jsonl has it all.
    """
    if form == "html" and output is None:
        raise UsageError("a page needs a file: add -o differences.html")
    difference = compare_cases(before, after, only=only, actors=actors)
    try:
        _write(difference, form, output, titles=(str(before), str(after)), limit=limit)
    except KeyError as error:
        raise _damaged(before, after, error) from error
    if exit_code and difference:
        sys.exit(EXIT_DIFFERENT)


def compare_cases(
    before: Path, after: Path, *, only: Iterable[str] = (), actors: Iterable[str] = ()
) -> Difference:
    """The difference of two case folders, or the asked part of it.

    Raises:
        QueryError: If one is no case folder, or an actor is in neither of them.
    """
    from sociogram.case import open_case
    from sociogram.case.combined import with_digests
    from sociogram.compare import compare_graphs, only_about, only_kinds

    with open_case(before) as first, open_case(after) as second:
        sides = with_digests(first), with_digests(second)
    # The values live until the end: a collector that walks through millions of them takes a third of the time.
    gc.freeze()
    try:
        difference = compare_graphs(*sides)
    except KeyError as error:
        raise _damaged(before, after, error) from error
    wanted = list(actors)
    if wanted:
        ids = [set[str](), set[str]()]
        for name in wanted:
            found = _find_actor(sides, name)
            for side, each in zip(ids, found, strict=True):
                side.update(each)
        difference = only_about(difference, *ids)
    kinds = [KINDS[kind] for kind in only]
    return only_kinds(difference, kinds) if kinds else difference


def _damaged(before: Path, after: Path, error: KeyError) -> QueryError:
    return QueryError(
        f"{before} or {after}: its files do not belong together ({error}); run sociogram check on both, "
        "and build again what is wrong"
    )


def _find_actor(sides: tuple[Graph, Graph], wanted: str) -> list[set[str]]:
    """The ids of the actor called ``wanted`` in either graph.

    Raises:
        QueryError: If it is in neither, or several are called so.
    """
    from sociogram.knowledge.namespaces import ACTOR
    from sociogram.rdf.names import names_of
    from sociogram.rdf.questions.asking import find_actor

    found: list[set[str]] = []
    errors = []
    for graph in sides:
        try:
            found.append({find_actor(names_of(graph.actors), wanted).value.removeprefix(ACTOR)})
        except QueryError as error:
            errors.append(error)
            found.append(set())
    if len(errors) == len(sides):
        # The longer message names those that are meant perhaps.
        raise max(errors, key=lambda error: len(str(error)))
    return found


def _write(
    difference: Difference, form: str, output: Path | None, *, titles: tuple[str, str], limit: int
) -> None:
    if form == "text":
        from sociogram.cli.diff_text import iter_text

        lines = iter_text(difference, most=limit)
        if output is None:
            colour = False if "NO_COLOR" in os.environ else None
            for line in lines:
                click.echo(line, color=colour)
            return
        _save(output, (click.unstyle(line) + "\n" for line in lines))
    elif form == "jsonl":
        from sociogram.write.difference.lines import iter_lines

        if output is None:
            for line in iter_lines(difference):
                # Bytes, so that a lone surrogate of a document cannot stop us half-way.
                click.echo(line.encode("utf-8", "replace"), nl=False)
            return
        _save(output, iter_lines(difference))
    elif output is not None:
        from sociogram.write.difference.page import iter_page

        _save(output, iter_page(difference, titles))


def _save(output: Path, chunks: Iterator[str]) -> None:
    from sociogram.write.files.atomic import write_text

    write_text(output, chunks)
    click.echo(f"written: {output}")
