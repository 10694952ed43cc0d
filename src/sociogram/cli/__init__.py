"""The command line: one module a verb, loaded only when it is used, so that ``--help`` is quick."""

from __future__ import annotations

import contextlib
import importlib
import os
import sys
import threading

import click

from sociogram.errors import SociogramError
from sociogram.version import __version__

VERBS = {
    "build": "Read documents and write the graph of their actors to a folder.",
    "add": "Add documents to a built graph, or correct some of its own.",
    "remove": "Remove documents from a built graph.",
    "query": "Ask a named question, or SPARQL, of a built graph.",
    "explain": "Show the claims behind an actor, a tie, a claim or a pair, with their words marked.",
    "unread": "List the sentences that were not read, and why, and the share of each document that was.",
    "suggest": "List which actors may be one and which may be two, each with why.",
    "try": "Show what a sentence gives.",
    "check": "Check a built graph: shapes, offsets, quotes, counts.",
    "export": "Write a built graph in another format.",
    "serve": "Serve a built case: the explorer, queries, and a SPARQL endpoint.",
    "diff": "Show what came, went or changed between two built graphs.",
    "union": "Make one case of all documents of several cases.",
    "intersect": "Make a case of the ties that several cases all have.",
}
_MODULES = {"try": "try_"}
"""Modules that cannot have the name of their verb, since Python has it for itself."""
EXIT_BAD_INPUT = 2
"""Exit code where something asked for cannot be read or done; click's own for a wrong command line."""


class LazyGroup(click.Group):
    """A group whose verbs are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The verbs in the order in which a newcomer needs them."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The verb's command, or ``None`` where there is no such verb."""
        if cmd_name not in VERBS:
            return None
        name = f"sociogram.cli.verbs.{_MODULES.get(cmd_name, cmd_name)}"
        command = importlib.import_module(name).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{name}.command is no click command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the verbs without importing them."""
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sociogram")
def group() -> None:
    """Read documents, and give a graph of actors in which every edge leads back to its words."""


def main() -> None:
    """Run the command line; an error of ours is one line on stderr and exit code 2."""
    _leave(_run())


def _run() -> int:
    """The exit code of what the command line asks for."""
    try:
        status = _status_of(group)
        # There is none behind a closed descriptor, or a window without a console.
        if sys.stdout is not None:
            sys.stdout.flush()
    except SociogramError as error:
        if "--json" in sys.argv[1:]:
            import json

            click.echo(json.dumps({"event": "failed", "error": str(error)}), err=True)
        else:
            click.echo(f"sociogram: {error}", err=True)
        return EXIT_BAD_INPUT
    except BrokenPipeError:
        # The reader of our output (head, less) has left: no error of ours.
        sys.stderr.close()
        return 0
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        click.echo(
            f"sociogram: {place}{error.strerror or error}; check the path, the permissions and the disk",
            err=True,
        )
        return EXIT_BAD_INPUT
    except Exception as error:
        import sqlite3

        if not isinstance(error, sqlite3.Error):
            raise
        click.echo(f"sociogram: the case's database cannot be used ({error}); build the case again", err=True)
        return EXIT_BAD_INPUT
    return status


def _status_of(command: click.Command) -> int:
    try:
        command(prog_name="sociogram")
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else int(left.code is not None)
    return 0


def _leave(status: int) -> None:
    """End the process with ``status``, at once if nothing else runs in it.

    Python frees every value before it ends, which takes as long as half a second behind a build: the strings of the
    model, the graph. Everything of ours is closed by now, so the system may as well take it back whole, as mypy has
    it done.
    """
    children = sys.modules.get("multiprocessing")
    if threading.active_count() > 1 or (children is not None and children.active_children()):
        sys.exit(status)
    for stream in (sys.stdout, sys.stderr):
        # What could not be written has been said, or has no reader.
        with contextlib.suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(status)
