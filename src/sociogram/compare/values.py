"""What a comparison of two graphs gives: frozen values, which hold the compared ones themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from sociogram.extraction.reading import DocumentRecord
from sociogram.graph.values import Graph
from sociogram.model import Actor, Claim, Tie

What = Literal["document", "actor", "tie", "claim"]
Kind = Literal["came", "went", "changed"]
KINDS: tuple[Kind, ...] = ("came", "went", "changed")
"""The kinds of changes in the order in which they are told."""
Value = TypeVar("Value", DocumentRecord, Actor, Tie, Claim)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Generic[Value]):
    """One thing that came (no ``before``), went (no ``after``) or is another (both).

    ``fields`` are what differs, as paths into the records of the JSON Lines files
    (``evidence.quote``); ``text`` stands for a document's own words. A change is ``minor`` where it
    only follows from another one: a claim that stands at another offset, a tie whose end has
    another id, an actor that is mentioned elsewhere too.
    """

    before: Value | None
    after: Value | None
    fields: tuple[str, ...] = ()
    minor: bool = False

    @property
    def kind(self) -> Kind:
        """``came``, ``went`` or ``changed``."""
        if self.before is None:
            return "came"
        return "went" if self.after is None else "changed"

    @property
    def value(self) -> Value:
        """The thing as it is now, or as it was where it went."""
        found = self.before if self.after is None else self.after
        if found is None:
            raise ValueError("a change has a side")
        return found

    @property
    def id(self) -> str:
        """The id that it has now, or had where it went."""
        return self.value.id


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChange(Change[DocumentRecord]):
    """A document; ``fields`` has ``text`` where its words differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorChange(Change[Actor]):
    """An actor, and where its mentions went to or came from.

    ``into`` is the actor of the second graph that has most mentions of one that went (a merge),
    ``parted_from`` the actor of the first graph that had most mentions of one that came (a split).
    ``given`` and ``taken`` are ids of other actors with the number of mentions that went to them
    (in the second graph) or came from them (in the first), most first.
    """

    into: str | None = None
    parted_from: str | None = None
    given: tuple[tuple[str, int], ...] = ()
    taken: tuple[tuple[str, int], ...] = ()

    @property
    def renamed(self) -> bool:
        """Whether it is called otherwise: by another name or another id."""
        return self.kind == "changed" and not {"id", "name"}.isdisjoint(self.fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a tie stands by its claims.

    It is a ``fact`` where one claim affirms it as asserted or reported (and it is more than mere
    words), ``disputed`` where some claims affirm and others deny it, ``denied`` where all deny it.
    """

    fact: bool = False
    disputed: bool = False
    denied: bool = False

    @property
    def words(self) -> str:
        """The standing in words."""
        if self.denied:
            return "denied"
        return ("stated" if self.fact else "not stated") + (", disputed" if self.disputed else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class TieChange(Change[Tie]):
    """A tie with its standing on either side, ``None`` where it is not there.

    ``into`` is the tie of the second graph that took over one that went, since its ends were
    merged; ``parted_from`` the tie of the first graph out of which one came, since they were split.
    ``one_actor`` says that its two ends are one actor on the side where it is not.
    """

    standing_before: Standing | None = None
    standing_after: Standing | None = None
    into: str | None = None
    parted_from: str | None = None
    one_actor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange(Change[Claim]):
    """A claim; ``fields`` without ``evidence.quote`` means that the very same words are read otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactChange:
    """A tie whose standing is another one: what an analyst looks at first."""

    sign: Literal["gained", "lost", "disputed", "settled", "denied"]
    tie: TieChange


@dataclass(frozen=True, kw_only=True)
class Difference:
    """All changes from ``before`` to ``after``, each kind of thing in the order of its graph.

    Things that differ in nothing are in none of the tuples.
    """

    before: Graph
    after: Graph
    documents: tuple[DocumentChange, ...] = ()
    actors: tuple[ActorChange, ...] = ()
    ties: tuple[TieChange, ...] = ()
    claims: tuple[ClaimChange, ...] = ()
    facts: tuple[FactChange, ...] = ()
    lone_before: frozenset[str] = frozenset()
    """Ids of the documents that the second graph has not, whatever part of the difference this is."""
    lone_after: frozenset[str] = frozenset()
    """Ids of the documents that the first graph has not."""

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return bool(self.documents or self.actors or self.ties or self.claims)

    def changes(self, what: What) -> tuple[DocumentChange | ActorChange | TieChange | ClaimChange, ...]:
        """The changes of one kind of thing."""
        match what:
            case "document":
                return self.documents
            case "actor":
                return self.actors
            case "tie":
                return self.ties
            case "claim":
                return self.claims

    def count(self, what: What, kind: Kind, *, minor: bool = False) -> int:
        """How many things of that sort came, went or changed; of changes either the minor ones or the others."""
        return sum(change.kind == kind and change.minor is minor for change in self.changes(what))
