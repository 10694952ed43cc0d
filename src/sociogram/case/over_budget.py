"""Which readings say only that a document took too much, and with what budget, so that a larger one is tried."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from sociogram.case.database import Database
    from sociogram.model import Skipped
    from sociogram.processes.budget import Budget

_BLOB = "over-budget"


class OverBudget:
    """Keys of such files and readings in a case's database, with the seconds of the budget that each had.

    What took too much is not tried again with the same budget: it would hold up every build. ``budget`` is the present
    one, ``None`` where there is no limit.
    """

    def __init__(self, database: Database, budget: Budget | None) -> None:
        self._database = database
        self._seconds = math.inf if budget is None else budget.seconds
        kept = database.blob(_BLOB)
        self._tried: dict[str, float] = (
            {} if kept is None else msgspec.msgpack.decode(kept, type=dict[str, float])
        )

    def keep(self, failures: Iterable[tuple[str, Skipped]]) -> None:
        """Remember the keys of those of ``failures`` that a larger budget may mend; within a transaction."""
        new = {key: self._seconds for key, note in failures if note.kind == "budget"}
        if new:
            self._tried |= new
            self._write()

    def forget(self, table: str, keys: Iterable[str]) -> set[str]:
        """Delete what is under those of ``keys`` that were given less than they are now; which these are."""
        found = {key for key in keys if self._tried.get(key, math.inf) < self._seconds}
        if found:
            with self._database.transaction():
                self._database.forget(table, found)
                for key in found:
                    del self._tried[key]
                self._write()
        return found

    def _write(self) -> None:
        self._database.set_blob(_BLOB, msgspec.msgpack.encode(dict(sorted(self._tried.items()))))
