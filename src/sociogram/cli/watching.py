"""``sociogram build --watch``: building again whenever the documents change."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack, nullcontext
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sociogram.cli.stopping import until_told
from sociogram.errors import SociogramError, UsageError

if TYPE_CHECKING:
    from watchfiles import Change

    from sociogram.cli.reporting import Report
    from sociogram.parse.spacy_model import SpacyPipeline
    from sociogram.pipeline import BuildOptions
    from sociogram.processes.crew import Crew

    Build = Callable[[SpacyPipeline | None, Crew | None], None]

_MAGIC = frozenset("*?[")
WATCHING_WAITS = 3600.0
"""Seconds for which a watching build waits for another writer, so that no change is lost meanwhile."""
_QUIET_MILLISECONDS = 800
"""How long nothing may change before the build begins, so that a file that is being copied is whole."""


def watch_paths(
    paths: Iterable[str],
    case: Path,
    build: Build,
    report: Report,
    options: BuildOptions,
) -> None:
    """Build now and after every change of a document below ``paths``, until Ctrl-C or SIGTERM.

    A build that is stopped leaves the last good state, and what it read is kept.

    The model is loaded once. What goes wrong is told, and watching goes on.

    Raises:
        UsageError: If there is nothing that can be watched.
    """
    from watchfiles import watch

    from sociogram.parse.spacy_model import load_model
    from sociogram.pipeline import open_crew

    roots = sorted({_root(path) for path in paths})
    missing = [root for root in roots if not Path(root).is_dir()]
    if missing or "-" in paths:
        raise UsageError(
            f"{missing[0] if missing else '-'}: cannot be watched; give a folder or files that are there"
        )
    with until_told(), ExitStack() as opened:
        crew = open_crew(options)
        opened.enter_context(crew or nullcontext())
        again = partial(_try, partial(build, None if crew else load_model(options.model), crew), report)
        again()
        click.echo(f"watching {', '.join(roots)}; Ctrl-C ends", err=True)
        changes = watch(
            *roots,
            watch_filter=_outside(case),
            debounce=_QUIET_MILLISECONDS * 2,
            step=_QUIET_MILLISECONDS,
            raise_interrupt=False,
        )
        for _ in changes:
            again()


def _try(build: Callable[[], None], report: Report) -> None:
    import sqlite3

    try:
        build()
    except (SociogramError, OSError, sqlite3.Error) as error:
        report.failed(error)


def _root(path: str) -> str:
    """The folder that is watched for ``path``: itself, that of a file, or that before a pattern."""
    if Path(path).is_dir():
        return path
    parent = Path(path).parent
    while _MAGIC & set(parent.as_posix()) and not parent.is_dir():
        parent = parent.parent
    return parent.as_posix()


def _outside(case: Path) -> Callable[[Change, str], bool]:
    """Whether a changed file is one that builds read: none of the case's own, none that is hidden."""
    own = os.path.realpath(case)

    def is_outside(_change: Change, path: str) -> bool:
        real = os.path.realpath(path)
        return not (real == own or real.startswith(own + os.sep)) and not Path(path).name.startswith(".")

    return is_outside
