"""What identity asks of a document: its chains with the words of their mentions, and the ends of its relations.

A ``Reading`` is one, and so is a part of a kept reading that was decoded without the rest. Identity goes through the
outlines of all documents more than once and holds none, so they may be made whenever they are asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from sociogram.extraction.reading import DocumentRecord
from sociogram.model import Gender, Number, Origin


class MentionWords(Protocol):
    """A mention by its words."""

    @property
    def text(self) -> str:
        """The words."""
        ...

    @property
    def pronoun(self) -> bool:
        """Whether they are a pronoun."""
        ...


class ChainOutline(Protocol):
    """A chain as ``ChainReading`` tells it, of whose mentions the words are enough."""

    @property
    def index(self) -> int:
        """See ``ChainReading``, as for all that follows."""
        ...

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def kind(self) -> str: ...  # noqa: D102

    @property
    def form(self) -> str: ...  # noqa: D102

    @property
    def number(self) -> Number: ...  # noqa: D102

    @property
    def gender(self) -> Gender: ...  # noqa: D102

    @property
    def known(self) -> str | None: ...  # noqa: D102

    @property
    def role(self) -> str | None: ...  # noqa: D102

    @property
    def demonym(self) -> bool: ...  # noqa: D102

    @property
    def names(self) -> Sequence[tuple[str, int]]: ...  # noqa: D102

    @property
    def owner(self) -> int | None: ...  # noqa: D102

    @property
    def owned(self) -> str: ...  # noqa: D102

    @property
    def mentions(self) -> Sequence[MentionWords]: ...  # noqa: D102

    @property
    def phrase(self) -> str: ...  # noqa: D102

    @property
    def candidates(self) -> Sequence[str]: ...  # noqa: D102


class RelationEnds(Protocol):
    """The chains that a relation is about, by their indices, and by what it was found."""

    @property
    def subject(self) -> int:
        """See ``RelationReading``, as for all that follows."""
        ...

    @property
    def object(self) -> int | None: ...  # noqa: D102

    @property
    def asserters(self) -> Sequence[int]: ...  # noqa: D102

    @property
    def origin(self) -> Origin: ...  # noqa: D102


class Outline(Protocol):
    """One document as identity sees it."""

    @property
    def document(self) -> DocumentRecord:
        """Its metadata."""
        ...

    @property
    def chains(self) -> Sequence[ChainOutline]:
        """Its chains, by their indices."""
        ...

    @property
    def relations(self) -> Sequence[RelationEnds]:
        """Its relations, in their order."""
        ...
