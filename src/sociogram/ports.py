"""The places where another implementation can be plugged in, found through entry points.

Our own parts are tuples and tables in code; entry points are for those of others. They carry a versioned name
(``acme.xlsx@1``) in the groups of ``GROUPS``. Each port has a contract test that every implementation passes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from sociogram.errors import UsageError

if TYPE_CHECKING:
    from sociogram.model import Chain, Document, Mention, Proposition, RelationMention, Skipped

GROUPS = {
    "reader": "sociogram.readers",
    "mentions": "sociogram.mention_finders",
    "relations": "sociogram.relation_finders",
    "writer": "sociogram.writers",
}
"""The group of entry points of each port."""


@runtime_checkable
class Reader(Protocol):
    """Reads the documents of one file of one format."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """What the names of its files end with: with the dot, in small letters."""
        ...

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The documents in ``content``, and its records that were skipped.

        Raises ``InputError`` where none of it can be read.
        """
        ...


@runtime_checkable
class MentionFinder(Protocol):
    """Finds mentions in a parsed document.

    Its entry point is a factory, called once with the resources (ontology, lexicon, lists).
    """

    def find(self, parsed: Any) -> Sequence[Mention]:
        """Mentions in text order; what another finder has found at the same place gives way to that."""
        ...


@runtime_checkable
class RelationFinder(Protocol):
    """Finds relations between mentions of a parsed document.

    Its entry point is a factory, called once with the resources (ontology, lexicon, lists).
    """

    def find(
        self,
        parsed: Any,
        mentions: Sequence[Mention],
        chains: Sequence[Chain],
        propositions: Sequence[Proposition],
    ) -> Sequence[RelationMention]:
        """Relation mentions, of whatever polarity and modality the words themselves bring.

        What the sentence adds (negation, attribution, time, amount) is laid over them later.
        """
        ...


@runtime_checkable
class Writer(Protocol):
    """Writes a graph in one format."""

    @property
    def file_name(self) -> str:
        """The name of its file in the folder of a case."""
        ...

    def write(self, graph: Any, path: Path) -> None:
        """Write ``graph`` to ``path``: the same graph gives the same bytes."""
        ...


def load_plugins(port: str) -> dict[str, Any]:
    """The plug-ins for ``port`` by their versioned names, in the order of the names.

    Raises:
        UsageError: If ``port`` is none of ``GROUPS``.
    """
    if port not in GROUPS:
        raise UsageError(f"unknown port '{port}'; the ports are {', '.join(sorted(GROUPS))}")
    found: Iterable[Any] = entry_points(group=GROUPS[port])
    return {point.name: point.load() for point in sorted(found, key=lambda point: point.name)}
