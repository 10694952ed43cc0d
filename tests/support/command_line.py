"""The command line in tests: in a process of its own, as a user has it, or in this one, which is quicker."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from sociogram import pipeline
from sociogram.cli import group
from support.processes import LONGEST

if TYPE_CHECKING:
    from spacy.language import Language

COMMAND = (sys.executable, "-W", "ignore", "-m", "sociogram")
_READING = ("build", "add")
"""The verbs that read documents by processes which can be ended, unless they have no budget."""

Done = subprocess.CompletedProcess[str]


def run(*arguments: str | Path, stdin: str | None = None) -> Done:
    """What a process gives that is started with ``arguments``."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=LONGEST,
    )


def run_here(*arguments: str | Path, nlp: Language | None = None) -> Done:
    """What the verb gives in this process, which reads with ``nlp``: where no process of its own is tested.

    An error of ours, which the command line makes a line of, is raised.
    """
    given = [*map(str, arguments)]
    if nlp is not None and given[0] in _READING:
        given += ["--budget", "0"]
    with pytest.MonkeyPatch.context() as patch:
        if nlp is not None:
            patch.setattr(pipeline, "load_model", lambda _name: nlp)
        result = CliRunner().invoke(group, given, prog_name="sociogram", catch_exceptions=False)
    return Done(given, result.exit_code, result.stdout, result.stderr)
