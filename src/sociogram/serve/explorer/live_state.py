"""The state of a case that the explorer is served from, and the next one that is being made ready.

A state is opened, drawn and searched in one thread of its own, since its files belong to that thread. While
the next one is made ready, the one before goes on answering.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from sociogram.case import current_generation, open_case
from sociogram.errors import QueryError, SociogramError
from sociogram.serve.workers.jobs import RefusalError

if TYPE_CHECKING:
    from sociogram.case import CaseSnapshot
    from sociogram.serve.explorer.reading import ReadingDesk
    from sociogram.serve.explorer.search import Finder
    from sociogram.serve.explorer.tables import Tables
    from sociogram.serve.explorer.whole_case import WholeCase

_LOOK_SECONDS = 1.0
_WAIT_SECONDS = 120.0
"""Seconds between two looks for a new state, and for which a request waits for the first one."""
Result = TypeVar("Result")
_log = logging.getLogger("sociogram.serve")


class OpenState:
    """One state of a case, ready to be explored; to be used in its own thread alone."""

    snapshot: CaseSnapshot
    whole: WholeCase
    tables: Tables
    finder: Finder
    desk: ReadingDesk

    def __init__(self, folder: Path) -> None:
        from sociogram.serve.explorer.picture import read_picture
        from sociogram.serve.explorer.reading import ReadingDesk
        from sociogram.serve.explorer.search import Finder
        from sociogram.serve.explorer.tables import Tables
        from sociogram.serve.explorer.whole_case import WholeCase

        self.snapshot = open_case(folder)
        try:
            self.generation = self.snapshot.generation
            graph = self.snapshot.graph
            self.whole = WholeCase(graph, read_picture(self.snapshot, graph))
            self.tables = Tables(self.whole)
            self.desk = ReadingDesk(self.whole)
            self.finder = Finder(self.whole, self.snapshot.text)
        except KeyError as error:
            raise QueryError(
                f"{folder}: its files do not belong together ({error}); build it again"
            ) from error

    def close(self) -> None:
        """Let go of the state."""
        self.finder.close()
        self.snapshot.close()


class _StateThread:
    """A state with the thread that it lives in."""

    def __init__(self, folder: Path) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="explorer")
        self._folder = folder
        self.state: OpenState | None = None

    async def open(self) -> OpenState:
        self.state = await self._run(lambda: OpenState(self._folder))
        return self.state

    async def ask(self, question: Callable[[OpenState], Result]) -> Result:
        state = self.state
        if state is None:
            raise RefusalError(503, "the explorer is being made ready; try again in a while", retry=2)
        return await self._run(lambda: question(state))

    async def _run(self, task: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._executor, task)

    def close(self) -> None:
        if self.state is not None:
            self._executor.submit(self.state.close)
        self._executor.shutdown(wait=False)


class LiveState:
    """Keeps the explorer's state up to date, from the first time that somebody asks for it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._thread: _StateThread | None = None
        self._ready = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._failed: str | None = None
        self.building = False
        self.error: str | None = None

    @property
    def generation(self) -> str | None:
        """The state that is answered from, if there is one."""
        state = self._thread.state if self._thread is not None else None
        return None if state is None else state.generation

    async def ask(self, question: Callable[[OpenState], Result]) -> Result:
        """What ``question`` gives for the state, in the state's thread.

        Raises:
            RefusalError: 503 if the state is not ready, or cannot be.
        """
        self.start()
        try:
            async with asyncio.timeout(_WAIT_SECONDS):
                await self._ready.wait()
        except TimeoutError:
            raise RefusalError(
                503, "the explorer is being made ready; try again in a while", retry=10
            ) from None
        if self._thread is None:
            raise RefusalError(
                503, self.error or "the explorer cannot be made ready; build the case again", retry=5
            )
        return await self._thread.ask(question)

    def start(self) -> None:
        """Begin to make the state ready."""
        if self._task is None:
            self._task = asyncio.create_task(self._keep())

    async def stop(self) -> None:
        """Let go of everything."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        if self._thread is not None:
            self._thread.close()

    async def _keep(self) -> None:
        while True:
            await self.refresh()
            await asyncio.sleep(_LOOK_SECONDS)

    async def refresh(self) -> None:
        """Make the case's present state ready if it is not the one that is answered from."""
        try:
            now = await asyncio.to_thread(current_generation, self._folder)
        except (SociogramError, OSError) as error:
            self.error = str(error)
            self._ready.set()
            return
        if now in (self.generation, self._failed):
            return
        self.building = True
        thread = _StateThread(self._folder)
        try:
            await thread.open()
        except Exception as error:
            if not isinstance(error, SociogramError):
                _log.error("a state could not be opened: %s", type(error).__name__)
            thread.close()
            self.error, self._failed = str(error), now
        else:
            before, self._thread = self._thread, thread
            self.error = self._failed = None
            if before is not None:
                before.close()
        finally:
            self.building = False
            self._ready.set()
