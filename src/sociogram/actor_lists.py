"""Lists of well-known actors, demonyms and first names: CSV files that a user can extend."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from sociogram.errors import OntologyError
from sociogram.ids import slug
from sociogram.resources import actor_lists_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownActor:
    """One line of a list: an actor and the names it goes by."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    country: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class ActorLists:
    """All lists, indexed."""

    entries: dict[str, KnownActor] = field(default_factory=dict)
    demonyms: dict[str, str] = field(default_factory=dict)
    first_names: dict[str, str] = field(default_factory=dict)

    def entry(self, known: str) -> KnownActor | None:
        """The entry with the id ``known``."""
        return self.entries.get(known)


def load_actor_lists(extra: Iterable[Path] = ()) -> ActorLists:
    """The lists of the package and then those of ``extra``."""
    return ActorLists()
