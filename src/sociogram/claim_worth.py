"""Which relations tell a reader nothing, so that they give no claim.

Grammatical relations can be right and still be worthless: "White House officials" are of the White House
by their very name, "held his head" is about nobody else, "denied it to others" names nobody. What a
learned relation says must be asserted in plain words. Each refusal has a reason for the skipped things.
"""

from __future__ import annotations

import re

from sociogram.model import Modality, Polarity
from sociogram.reading import ChainReading, RelationReading

FALLBACK = "relatedTo"
LEARNED = "model."
POST = "post."
_PLAIN = frozenset({Modality.ASSERTED, Modality.REPORTED})
_WORDS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_EMPTY_WORDS = frozenset({
    "a", "an", "the", "this", "that", "these", "those", "my", "your", "his", "her", "its", "our", "their", "some",
    "any", "no", "every", "each", "all", "both", "other", "others", "another", "such", "same", "own", "many",
    "much", "more", "most", "several", "few", "various", "certain", "what", "which", "whatever", "one", "ones",
    "two", "first", "second", "last", "next", "new", "whole", "thing", "things", "way", "lot", "kind", "sort",
    "part", "something", "anything", "everything", "nothing", "it", "them", "us", "me", "him", "of", "and", "or",
    "to", "in", "for", "s",
})  # fmt: skip
"""Words that don't tell which thing is meant."""
_POINTING = frozenset({"the", "this", "that", "his", "her", "its", "their", "my", "our"})
"""Words that point at one thing, which the sentences before have told: "the ruling"."""
_LEAST_WORDS = 2
"""Words of their own meaning that a description without a name must have: "nuclear weapons", not "weapons"."""


def why_worthless(
    relation: RelationReading, subject: ChainReading | None, target: ChainReading | None
) -> str | None:
    """Why ``relation`` between two chains tells nothing, or ``None`` if it does tell something."""
    if _names_itself(relation, subject, target):
        return "it says no more than the name of one end"
    if relation.rule.startswith(LEARNED) and not _is_plain(relation):
        return "a learned relation in words that do not assert it"
    if relation.relation == FALLBACK and target is not None and subject is not None:
        if target.owner == subject.index:
            return "a relation of no known sense, to what is the subject's own"
        if target.form != "named" and subject.form != "named":
            return "a relation of no known sense, between ends without a name"
    return None


def is_telling(words: str) -> bool:
    """Whether a description without a name says which thing is meant."""
    every = _WORDS.findall(words)
    found = [word for word in every if word.lower() not in _EMPTY_WORDS]
    if found and every[0].lower() in _POINTING:
        return True
    return len(found) >= _LEAST_WORDS or any(word[0].isupper() or word[0].isdigit() for word in found)


def _is_plain(relation: RelationReading) -> bool:
    return relation.polarity is Polarity.AFFIRMED and relation.modality in _PLAIN


def _names_itself(
    relation: RelationReading, subject: ChainReading | None, target: ChainReading | None
) -> bool:
    """Whether the noun that makes the relation is itself one end, which has no other name.

    "White House officials" work for the White House, "Lee's allies" are allied with Lee.
    """
    start, end = relation.trigger_span
    for chain, span in ((subject, relation.subject_span), (target, relation.object_span)):
        within = span[0] <= start and end <= span[1]
        if within and chain is not None and chain.form != "named":
            return True
    return False
