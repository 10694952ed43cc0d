"""What a build tells while it goes on: a bar on a terminal, lines of JSON for programs, else only what is wrong."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sociogram.case.source_reader import Progress
from sociogram.cli.story_note import story_note
from sociogram.cli.terminal import visible
from sociogram.cli.unread_text import share_words
from sociogram.knowledge.case_files import DOCUMENTS_FILE, ERRORS_FILE, PAGE_FILE, SKIPPED_FILE
from sociogram.model import Skipped
from sociogram.processes.budget import BUDGET_REMEDY
from sociogram.write.text.wording import counted

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

    from sociogram.case.rebuild import CaseOutcome

_LOGGED = f"; the traceback is in {ERRORS_FILE} in the case"
"""Said behind what the program itself failed on."""


class Report:
    """Tells what happens; ``unread`` has what could not be read."""

    def __init__(self, *, quiet: bool = False, as_json: bool = False) -> None:
        self.unread: list[Skipped] = []
        self._quiet = quiet
        self._json = as_json
        self._bar = None if quiet or as_json or not sys.stderr.isatty() else _make_bar()
        self._task: TaskID | None = None
        self._documents = self._words = 0
        self._begun = time.monotonic()

    @contextmanager
    def going(self) -> Iterator[Progress]:
        """The callbacks for one change of a case; the bar is taken away behind it."""
        self.unread.clear()
        self._documents = self._words = 0
        self._task = None
        self._begun = time.monotonic()
        try:
            yield Progress(
                plan=self._plan, read=self._read, parsed=self._parsed, skip=self._skip, stage=self._stage
            )
        finally:
            if self._bar is not None:
                self._bar.stop()
                for task in self._bar.task_ids:
                    self._bar.remove_task(task)

    def done(self, outcome: CaseOutcome, case: Path) -> None:
        """Tell what came of it, and to people what the folder ``case`` holds now."""
        for damage in outcome.mended:
            self._tell("mended", {"reason": damage}, f"mended: {damage}; it was made anew")
        for note in outcome.unfit:
            words = f"not applied: {note.reason}; mend or delete its line in judgements.csv"
            self._tell("unfit", {"reason": note.reason}, words)
        for failure in outcome.failed:
            self._fail(failure)
        if story := story_note(case):
            self._tell("story", {"reason": story}, story)
        if self._json:
            counts = (
                "changed", "parsed", "documents", "actors", "ties", "claims", "skipped", "sentences", "read",
            )  # fmt: skip
            self._log("done", **{name: getattr(outcome, name) for name in counts})
            return
        if not self._quiet:
            for line in _summary(outcome, case):
                click.echo(line)

    def failed(self, error: Exception) -> None:
        """Tell an error that does not end the program."""
        self._tell("failed", {"error": str(error)}, f"sociogram: {error}")

    def _plan(self, files: int, size: int) -> None:
        if self._json:
            self._log("plan", files=files, bytes=size)
        if self._bar is not None:
            self._bar.start()
            self._task = self._bar.add_task("reading", total=max(1, size), documents=0, rate="")

    def _read(self, name: str, size: int) -> None:
        if self._json:
            self._log("read", file=name, bytes=size)
        if self._bar is not None and self._task is not None:
            self._bar.advance(self._task, size)

    def _parsed(self, document: str, words: int) -> None:
        self._documents += 1
        self._words += words
        if self._json:
            self._log("parsed", document=document, words=words)
        if self._bar is not None and self._task is not None:
            seconds = max(0.001, time.monotonic() - self._begun)
            self._bar.update(
                self._task, documents=self._documents, rate=f"{self._words / seconds:,.0f} words/s"
            )

    def _skip(self, skipped: Skipped) -> None:
        self.unread.append(skipped)
        self._tell(
            "skipped",
            {"document": skipped.document, "reason": skipped.reason},
            f"skipped {skipped.document}: {skipped.reason}" + (_LOGGED if skipped.trace else ""),
        )

    def _fail(self, skipped: Skipped) -> None:
        self.unread.append(skipped)
        self._tell(
            "skipped",
            {"document": skipped.document, "stage": skipped.stage, "reason": skipped.reason},
            f"skipped {skipped.document}: {skipped.stage}: {skipped.reason}"
            + ("" if skipped.reason.endswith(BUDGET_REMEDY) else _LOGGED),
        )

    def _stage(self, words: str) -> None:
        if self._json:
            self._log("stage", stage=words)
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, description=words)

    def _tell(self, event: str, values: dict[str, object], words: str) -> None:
        if self._json:
            self._log(event, **values)
        elif self._bar is not None and self._task is not None:
            self._bar.console.print(visible(words), markup=False, highlight=False)
        else:
            click.echo(visible(words), err=True)

    def _log(self, event: str, **values: object) -> None:
        seconds = round(time.monotonic() - self._begun, 3)
        click.echo(json.dumps({"event": event, "seconds": seconds, **values}), err=True)


def _summary(outcome: CaseOutcome, case: Path) -> list[str]:
    """What a case holds now, and what can be done with it, in words for a terminal."""
    page = (case / PAGE_FILE).resolve()
    return [
        f"{outcome.documents} documents, {outcome.actors} actors, {outcome.ties} ties, "
        f"{outcome.claims} claims; {outcome.skipped} things were not used: {case / SKIPPED_FILE}",
        *_coverage(outcome, case),
        *_recognised(outcome, case),
        (f"texts read anew: {outcome.parsed}" if outcome.changed else "nothing has changed")
        + (f"; files that were in this case before and are not now: {outcome.gone}" if outcome.gone else ""),
        f"open {page.as_uri()}",
        f'ask  sociogram query strongest --case "{case}"',
    ]


def _coverage(outcome: CaseOutcome, case: Path) -> list[str]:
    """How much was read, where a sentence names two actors, and how to see the rest."""
    if not outcome.sentences:
        return []
    return [f'{share_words(outcome.read, outcome.sentences)}; the others: sociogram unread --case "{case}"']


def _recognised(outcome: CaseOutcome, case: Path) -> list[str]:
    """That text recognition read pages, which may misread names, and where it stands how sure it was."""
    if not outcome.recognised:
        return []
    pages = f"{counted(outcome.recognised, 'document')} with pages read by text recognition (OCR)"
    return [f"{pages}; which, and how surely: recognised in {case / DOCUMENTS_FILE}"]


def _make_bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as RichProgress

    return RichProgress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[documents]:,} documents"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )
