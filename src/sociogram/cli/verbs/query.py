"""``sociogram query``: a named question or SPARQL, as a table, CSV, JSON or Turtle."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from sociogram.errors import QueryError

_SPARQL_SUFFIXES = (".rq", ".sparql")
_KEYWORDS = ("select", "ask", "construct", "describe", "prefix", "base")
"""What SPARQL begins with, in small letters; anything else is the name of a question."""
_MOST_SHOWN = 500
"""Rows on a terminal unless ``--limit`` says otherwise; more are for a file."""
_UPDATES = frozenset({"insert", "delete", "load", "clear", "create", "drop", "copy", "move", "add", "with"})
"""What an update of SPARQL 1.1 begins with."""


@click.command("query")
@click.argument("question", required=False)
@click.argument("words", nargs=-1)
@click.option(
    "--case", default="output", show_default=True, type=click.Path(path_type=Path), help="The built folder."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "turtle"]),
    default="table",
    show_default=True,
    help="Form of the answer; turtle is for CONSTRUCT and DESCRIBE.",
)
@click.option(
    "--limit", type=click.IntRange(min=1), help="At most so many rows; a terminal shows 500 unless told."
)
@click.option("--list", "list_them", is_flag=True, help="List the named questions.")
@click.option("--show", is_flag=True, help="Print the SPARQL of a named question instead of asking it.")
def command(
    question: str | None,
    words: tuple[str, ...],
    case: Path,
    form: str,
    limit: int | None,
    list_them: bool,
    show: bool,
) -> None:
    """Ask QUESTION of a built graph.

    QUESTION is a named question with its WORDS (who-funded-whom; what-does "Ann Lee" say about
    "Acme Corp"; path "Ann Lee" "Bob Ray"), or SPARQL, or a file of SPARQL (.rq, .sparql), or - for SPARQL from stdin.
    """
    from sociogram.cli.answers import format_answer
    from sociogram.rdf.questions.catalogue import find_question, load_questions

    if list_them:
        for known in load_questions().values():
            click.echo(f"{known.usage}\n    {known.title}")
        return
    if question is None:
        raise QueryError("no question; name one (sociogram query --list) or give SPARQL")
    sparql = read_sparql(question)
    if sparql is None:
        named = find_question(question)
        if show:
            click.echo(named.sparql)
            return
    from sociogram.case import open_case
    from sociogram.rdf.ask import ask
    from sociogram.rdf.questions.asking import ask_question

    with open_case(case) as opened:
        answer = (
            ask_question(opened.store, opened.names, question, words, most=limit)
            if sparql is None
            else ask(opened.store, sparql, most=limit)
        )
        left_out = 0
        if form == "table" and limit is None and sys.stdout.isatty():
            left_out = max(0, len(answer.rows) - _MOST_SHOWN)
            answer = replace(answer, rows=answer.rows[:_MOST_SHOWN])
        click.echo(format_answer(answer, form), nl=False)
        if left_out:
            click.echo(f"{left_out:,} more rows: give --limit, or --format csv into a file", err=True)


def read_sparql(question: str) -> str | None:
    """The SPARQL that ``question`` is or names, or ``None`` where it is the name of a question."""
    if question == "-":
        return _decoded(sys.stdin.buffer.read(), "standard input")
    if question.endswith(_SPARQL_SUFFIXES):
        path = Path(question)
        if not path.is_file():
            raise QueryError(f"{question}: no such file; give the path of a file of SPARQL")
        return _decoded(path.read_bytes(), question)
    stripped = question.lstrip()
    if stripped.startswith("#") or stripped.lower().startswith(_KEYWORDS):
        first = stripped.split(None, 1)[0].lower()
        if stripped.startswith("#") or len(stripped.split()) > 1 or first not in _KEYWORDS:
            return question
    words = stripped.lower().split(None, 1)
    if len(words) > 1 and words[0] in _UPDATES:
        raise QueryError(
            "an update changes the graph, and a question only reads it; build it from other documents"
        )
    return None


def _decoded(content: bytes, source: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{source}: is no text in UTF-8; give a file of SPARQL") from error
