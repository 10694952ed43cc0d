"""So many children that work at once, and one that reads files beside them; with one child it does both in turn."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self, TypeVar

from sociogram.processes.budget import Budget
from sociogram.processes.child import Child, ChildDiedError

Item = TypeVar("Item")
Result = TypeVar("Result")


class Crew:
    """Children, each started with its first job.

    Args:
        count: How many work at once.
        budget: What a document may take; ``None`` for no limit.
    """

    def __init__(self, count: int, budget: Budget | None) -> None:
        self.count = count
        self.budget = budget
        self._all = [Child(budget) for _ in range(count)]
        self._workers: queue.SimpleQueue[Child] = queue.SimpleQueue()
        for child in self._all:
            self._workers.put(child)
        self._readers = self._workers
        if count > 1:
            # Else the children that parse would wait while one of them reads.
            self._all.append(Child(budget))
            self._readers = queue.SimpleQueue()
            self._readers.put(self._all[-1])
        self._threads = ThreadPoolExecutor(count, thread_name_prefix="sociogram-crew")

    def read(
        self, job: Callable[..., Iterable[Item]], *given: Any
    ) -> tuple[list[Item], ChildDiedError | None]:
        """All items of a ``job`` that the reading child does, and how it was ended, if it was."""
        child = self._readers.get()
        try:
            return gather(child, job, *given)
        finally:
            self._readers.put(child)

    def submit(self, task: Callable[[Child], Result]) -> Future[Result]:
        """Have ``task`` called, in a thread, with a child that is free."""

        def call() -> Result:
            child = self._workers.get()
            try:
                return task(child)
            finally:
                self._workers.put(child)

        return self._threads.submit(call)

    def close(self) -> None:
        """End all children at once, whatever they are at."""
        for child in self._all:
            child.close()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for child in self._all:
            child.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def gather(
    child: Child, job: Callable[..., Iterable[Item]], *given: Any
) -> tuple[list[Item], ChildDiedError | None]:
    """All items of a ``job``; if its process was ended, those before, and how."""
    items: list[Item] = []
    try:
        for item in child.run(job, *given):
            items.append(item)  # noqa: PERF402 - what came before an end is kept
    except ChildDiedError as died:
        return items, died
    return items, None
