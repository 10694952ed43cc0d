"""The finders of mentions and relations that are built in, as implementations of the ports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from sociogram.extraction.mentions.find import find_mentions
from sociogram.extraction.nominal import find_nominal_relations
from sociogram.extraction.verbs.find import find_verbal_relations
from sociogram.ports import MentionFinder, RelationFinder

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.knowledge.lexicon import Lexicon
    from sociogram.knowledge.ontology import Ontology
    from sociogram.model import Chain, Mention, Proposition, RelationMention
    from sociogram.parse.parsed import ParsedDocument


class FinderData(Protocol):
    """What a finder is made with."""

    @property
    def ontology(self) -> Ontology:
        """Classes and relations."""
        ...

    @property
    def lexicon(self) -> Lexicon:
        """Senses and their frames."""
        ...

    @property
    def lists(self) -> ActorLists:
        """Well-known actors."""
        ...


class Mentions:
    """Names, noun phrases, pronouns, dates, quantities, credits."""

    def __init__(self, data: FinderData) -> None:
        self._data = data

    def find(self, parsed: ParsedDocument) -> Sequence[Mention]:
        """All mentions, in text order."""
        return find_mentions(parsed, self._data.lists)


class VerbalRelations:
    """Relations of verbs, by the lexicon."""

    def __init__(self, data: FinderData) -> None:
        self._data = data

    def find(
        self,
        parsed: ParsedDocument,
        mentions: Sequence[Mention],
        chains: Sequence[Chain],
        propositions: Sequence[Proposition],
    ) -> Sequence[RelationMention]:
        """Relations whose trigger is a verb."""
        data = self._data
        return find_verbal_relations(
            parsed, tuple(mentions), tuple(chains), tuple(propositions), data.lexicon, data.ontology
        )


class NominalRelations:
    """Relations of nouns, titles, brackets, appositions; and the learned ones."""

    def __init__(self, data: FinderData) -> None:
        self._data = data

    def find(
        self,
        parsed: ParsedDocument,
        mentions: Sequence[Mention],
        chains: Sequence[Chain],
        propositions: Sequence[Proposition],  # noqa: ARG002
    ) -> Sequence[RelationMention]:
        """Relations whose trigger is no verb."""
        data = self._data
        return find_nominal_relations(
            parsed, tuple(mentions), tuple(chains), data.lexicon, data.ontology, data.lists
        )


MENTION_FINDERS: tuple[Callable[[FinderData], MentionFinder], ...] = (Mentions,)
"""How our own finders of mentions are made; those of plug-ins come behind, in the order of their names."""
RELATION_FINDERS: tuple[Callable[[FinderData], RelationFinder], ...] = (VerbalRelations, NominalRelations)
"""How our own finders of relations are made, in their order."""


def unite_mentions(found: Iterable[Sequence[Mention]]) -> tuple[Mention, ...]:
    """The mentions of several finders in text order, numbered anew; at one place the first finder's stands."""
    first, *others = found
    if not any(others):
        return tuple(first)
    by_place = {(mention.start, mention.end): mention for mention in first}
    for mention in (mention for mentions in others for mention in mentions):
        by_place.setdefault((mention.start, mention.end), mention)
    ordered = sorted(by_place.values(), key=lambda mention: (mention.start, -mention.end))
    return tuple(replace(mention, index=index) for index, mention in enumerate(ordered))
