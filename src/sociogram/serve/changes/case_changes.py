"""What a client may change: annotations and judgements, each followed by the graph made anew."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
from starlette.requests import Request

from sociogram.case import current_generation
from sociogram.case.annotations import write_annotations
from sociogram.case.lock import case_lock, judgements_lock
from sociogram.errors import SociogramError, UsageError
from sociogram.knowledge.case_files import ANNOTATIONS_FILE
from sociogram.serve.changes.judging import change_judgements
from sociogram.serve.http.guard import has_token
from sociogram.serve.settings import ServeSettings
from sociogram.serve.workers.jobs import RefusalError
from sociogram.serve.workers.pool import JobAnswer

_LOCK_SECONDS = 10.0
_REMAKE_SECONDS = 60.0
"""Seconds for which a change waits for another writer of the case, and for which making the graph anew does."""
Remake = Callable[[Path], object]
"""Makes the graph of a case anew from what was read, its judgements and its annotations."""
_log = logging.getLogger("sociogram.serve")


def remake_quietly(folder: Path) -> object:
    """The case's own way of making its graph anew, when no other program is writing it."""
    from sociogram.case.rebuild import remake_case

    return remake_case(folder, wait=_REMAKE_SECONDS)


class CaseChanges:
    """The one changes of a served case.

    Args:
        folder: The case.
        settings: Say whether and with which token writing is allowed.
        remake: Makes the graph anew.
    """

    def __init__(self, folder: Path, settings: ServeSettings, remake: Remake) -> None:
        self._folder = folder
        self._settings = settings
        self._remake = remake
        self._wanted = False
        self._task: asyncio.Task[None] | None = None
        self.turn = asyncio.Lock()
        self.error: str | None = None

    @property
    def building(self) -> bool:
        """Whether the graph is being made anew."""
        return self._task is not None and not self._task.done()

    def allow(self, request: Request) -> None:
        """Let the request write.

        Raises:
            RefusalError: 403 if the case is served for reading, 401 without the token.
        """
        if self._settings.read_only:
            raise RefusalError(403, "this case is served for reading alone; serve it without --read-only")
        if not has_token(request.headers, self._settings.token):
            raise RefusalError(401, "writing needs the token printed at the start: Authorization: Bearer …")

    async def keep_annotations(self, answer: JobAnswer) -> None:
        """Write what an update came to, and make the graph anew; returns when queries see it.

        Raises:
            RefusalError: 503 if another program is writing, or has changed the case meanwhile.
        """
        await asyncio.to_thread(self._keep, answer)

    def _keep(self, answer: JobAnswer) -> None:
        with answer.file as file:
            quads = [*ox.parse(file.read(), format=ox.RdfFormat.N_QUADS)]
        path = self._folder / ANNOTATIONS_FILE
        try:
            with case_lock(self._folder, wait=_LOCK_SECONDS):
                if current_generation(self._folder) != answer.outcome.generation:
                    raise RefusalError(503, "the case was changed meanwhile; send the update again", retry=1)
                before = path.read_bytes() if path.exists() else None
                write_annotations(self._folder, quads)
            try:
                self._remake(self._folder)
            except SociogramError:
                if before is None:
                    path.unlink(missing_ok=True)
                else:
                    path.write_bytes(before)
                raise
        except UsageError as error:
            raise RefusalError(503, str(error), retry=10) from error

    async def judge(self, items: object, *, take_out: bool) -> int:
        """Write or take out judgements at once; the graph is then made anew in the background.

        Raises:
            RefusalError: 400 if they are no judgements, 503 if another program is writing.
        """
        async with self.turn:
            try:
                changed = await asyncio.to_thread(self._judge, items, take_out=take_out)
            except UsageError as error:
                raise RefusalError(503, str(error), retry=10) from error
        if changed:
            self._remake_soon()
        return changed

    def _judge(self, items: object, *, take_out: bool) -> int:
        with judgements_lock(self._folder, wait=_LOCK_SECONDS):
            return change_judgements(self._folder, items, take_out=take_out)

    def _remake_soon(self) -> None:
        self._wanted = True
        if not self.building:
            self._task = asyncio.create_task(self._remake_all())

    async def _remake_all(self) -> None:
        while self._wanted:
            self._wanted = False
            try:
                async with self.turn:
                    await asyncio.to_thread(self._remake, self._folder)
                self.error = None
            except SociogramError as error:
                self.error = str(error)
            except Exception as error:
                _log.error("the graph could not be made anew: %s", type(error).__name__)
                self.error = "the graph could not be made anew; build the case again"

    async def finish(self) -> None:
        """Wait until the graph that is being made is whole."""
        if self._task is not None:
            await asyncio.wait([self._task])
