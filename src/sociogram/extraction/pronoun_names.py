"""A name for the pronoun that the words of a claim begin with: "his columns" say whose without the sentence at hand."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sociogram.model import Extraction, Mention, RelationMention, Span

_PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers"})
"""Pronouns of one person; "it" and "they" are resolved less surely."""


def name_pronoun(
    words: str, span: Span, relation: RelationMention, extraction: Extraction, chain_of: Mapping[int, int]
) -> str:
    """``words``, those of ``span``, with a name in brackets behind their first pronoun: "his [Ann Lee] columns".

    Only where the pronoun stands for another person than the subject, and where the sentence has spoken of that person
    or names nobody else: of the pronouns further on, which mostly go back to a name among the words, one in three is
    resolved wrong.
    """
    first = next(_mentions_from(span[0], extraction), None)
    if first is None or first.start != span[0] or first.form != "pronoun" or first.name not in _PERSONAL:
        return words
    chains = {chain.index: chain for chain in extraction.chains}
    chain, subject = chains[chain_of[first.index]], chain_of[relation.subject]
    named = any(extraction.mentions[index].form == "named" for index in chain.mentions)
    if not named or chain.kind != "Person" or chain.index == subject or not words.startswith(first.text):
        return words
    before, people = set(), set()
    for mention in _mentions_from(relation.sentence[0], extraction):
        if mention.start >= relation.sentence[1]:
            break
        if mention.start < first.start:
            before.add(chain_of[mention.index])
        if mention.form == "named" and mention.kind == "Person":
            people.add(chain_of[mention.index])
    if chain.index not in before and people - {subject, chain.index}:
        return words
    return f"{first.text} [{chain.name}]{words[len(first.text) :]}"


def _mentions_from(start: int, extraction: Extraction) -> Iterator[Mention]:
    """The mentions that begin at ``start`` or behind it, the shortest first of those that begin together."""
    mentions = extraction.mentions
    place = bisect_left(mentions, start, key=lambda one: one.start)
    together = [one for one in mentions[place : place + 10] if one.start == start]
    yield from reversed(together)
    for index in range(place + len(together), len(mentions)):
        yield mentions[index]
