"""Relations as statements make them: of the fallback, with the predicate's own words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.statements.remainder import span_of
from sociogram.extraction.verbs.roles import Participant
from sociogram.knowledge.ontology import FALLBACK
from sociogram.model import Origin, RelationMention, Role
from sociogram.parse.tokens import Range

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument

BETWEEN = "statement.pair@1"
WORDS = "statement.words@1"
NOUNS = "statement.noun@1"
SAID = "said"
"""The relation of who says something to his words."""


class RelationMaker:
    """Makes the relations of one document; ``head`` is the token of the predicate in each."""

    def __init__(self, parsed: ParsedDocument) -> None:
        self._parsed = parsed

    def between(
        self,
        head: int,
        subject: Participant,
        target: Participant,
        lemma: str,
        words: Range,
        sure: float,
        rule: str,
        roles: tuple[Role, ...],
    ) -> RelationMention:
        """A relation of ``subject`` to another actor."""
        sure *= min(subject.weight, target.weight)
        return self._made(head, subject, target.mention.index, None, lemma, words, sure, rule, roles)

    def to_words(
        self,
        head: int,
        subject: Participant,
        rest: Range,
        lemma: str,
        words: Range,
        sure: float,
        rule: str,
        roles: tuple[Role, ...],
        *,
        relation: str = FALLBACK,
    ) -> RelationMention:
        """A relation of ``subject`` to the words ``rest``."""
        made = self._made(head, subject, None, rest, lemma, words, sure * subject.weight, rule, roles)
        return replace(made, relation=relation)

    def _made(
        self,
        head: int,
        subject: Participant,
        target: int | None,
        rest: Range | None,
        lemma: str,
        words: Range,
        sure: float,
        rule: str,
        roles: tuple[Role, ...],
    ) -> RelationMention:
        tokens = self._parsed.tokens_raised
        span = None if rest is None else span_of(rest, tokens)
        return RelationMention(
            subject=subject.mention.index,
            relation=FALLBACK,
            object=target,
            literal=None if span is None else ("Text", " ".join(self._parsed.text(span).split()), span),
            lemma=lemma,
            trigger=tokens.span(*words),
            statement=tokens.span(head, head + 1),
            sentence=tokens.span(*tokens.bounds(head)),
            confidence=round(sure, 2),
            rule=rule,
            origin=Origin.OPEN,
            roles=roles if span is None else tuple(one for one in roles if one.span != span),
        )
