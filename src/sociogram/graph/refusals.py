"""Which relations tell a reader nothing, so that they give no claim.

Grammatical relations can be right and still be worthless: "White House officials" are of the White House
by their very name, "held his head" is about nobody else, "denied it to others" names nobody. What a
learned relation says must be asserted in plain words. Each refusal has a reason for the skipped things.
"""

from __future__ import annotations

import re

from sociogram.extraction.reading import ChainReading, RelationReading
from sociogram.graph.phrases import WORDS, telling_words
from sociogram.knowledge.ontology import FALLBACK, load_ontology
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Modality, Origin, Polarity

_OF_ITS_NAME = frozenset({"agencyOf", "marriedTo", "parentOf", "siblingOf", "relativeOf", "partnerOf"})
"""What a name may tell of its actor: "the French parliament" is an actor of its own, and France's, and nothing else
ties "Doe's sister" to Doe."""
_OPINIONS = frozenset({"supports", "praises", "criticises", "endorses", "opposes", "defends"})
"""Relations of praise and blame, of which a noun gives no object beyond its own: "her praise of the town
and her work"."""
_PLAIN = frozenset({Modality.ASSERTED, Modality.REPORTED})
"""The modalities that assert, in which alone a learned relation is believed."""
_POINTING = frozenset({"the", "this", "that", "his", "her", "its", "their", "my", "our"})
"""Words that point at one thing, which the sentences before have told: "the ruling"."""
_PRONOUNS = load_vocabulary("graph").words("bare-pronouns")
"""Words that alone stand for nothing."""
_CALENDAR = re.compile(
    r"\b\d{4}|\b[A-Z][a-z]+\.? \d{1,2}\b|\b\d{1,2}\.? [A-Z][a-z]+|\d[./]\d{1,2}[./]\d|\d0s\b"
)
"""A year, a day beside its month, a date in numbers, a decade."""
_THINGS = frozenset({"Text", "Thing", "Work", "Event"})
"""Kinds in a range that stand for more than actors: with one of them, two words of meaning say which thing
is meant."""
_TELLING_KINDS = frozenset({"Event", "Law", "Programme", "Letter", "Book", "Speech", "Work", "Article"})
"""Kinds of which the bare noun says what was agreed, written or opposed: "a ceasefire", "a letter"."""
_LEAST_WORDS = 2
"""Words of their own meaning that a description without a name must have: "nuclear weapons", not "weapons"."""


def why_worthless(
    relation: RelationReading, subject: ChainReading | None, target: ChainReading | None
) -> str | None:
    """Why ``relation`` between two chains tells nothing, or ``None`` if it does tell something."""
    if relation.relation not in _OF_ITS_NAME and _names_itself(relation, subject, target):
        return "it says no more than the name of one end"
    if relation.origin is Origin.LEARNED and not _is_plain(relation):
        return "a learned relation in words that do not assert it"
    if relation.origin is Origin.LEARNED and any(_is_nobody(chain) for chain in (subject, target)):
        return "a learned relation of somebody without a name"
    if target is not None and _tells_which(relation, target):
        return "it tells only which one is meant"
    if relation.relation in _OPINIONS and relation.origin is Origin.NOUN and _owns(subject, target):
        # "her praise of the town and her work": the work is no part of what she praises.
        return "an opinion of the subject's own things"
    if relation.relation == FALLBACK and target is not None and subject is not None:
        # What a predicate that was read openly says of such ends is weighed: see ``sociogram.graph.worth``.
        weighed = relation.origin is Origin.OPEN
        if _owns(subject, target) and not weighed:
            return "a relation of no known sense, to what is the subject's own"
        if not weighed and any(c.form != "named" and c.owner is None for c in (subject, target)):
            return "a relation of no known sense, between ends without names"
        if _stem(subject.name) == _stem(target.name):
            return "a relation of no known sense, within one group"
    return None


def why_words_worthless(relation: RelationReading, subject: ChainReading | None, words: str) -> str | None:
    """Why ``relation`` to the ``words`` of a text, which name no actor, tells nothing, or ``None``."""
    if relation.origin in {Origin.POST, Origin.LEARNED}:
        return "an office at what has no name"
    if relation.origin is Origin.OPEN and is_pronoun(words):
        return "no object: a pronoun that stands for nobody known"
    if subject is not None and words.casefold() == subject.name.casefold():
        # "a group known as the Acme Front"
        return "it says no more than the name of one end"
    if relation.origin in {Origin.SAYING, Origin.OPEN}:
        return None
    if is_of_kin(relation.relation):
        return "a relative without a name"
    exempt = (
        # Of a credit the object is the document itself, by whatever words its title has.
        relation.origin is Origin.CREDIT
        or relation.relation in {"holdsPost", "rejects"}  # "denied wrongdoing" says what is denied
        or (relation.relation == "leftPost" and not words.lower().startswith(("a ", "an ")))
        or (relation.relation != FALLBACK and relation.object_kind in _TELLING_KINDS)
    )
    known = load_ontology().relations.get(relation.relation)
    of_actor = known is not None and known.object_kinds.isdisjoint(_THINGS)
    if not exempt and not is_telling(words, of_actor=of_actor):
        return "its object is words that do not say which thing is meant"
    return None


def is_of_kin(relation: str) -> bool:
    """Whether it is a tie of family."""
    known = load_ontology().relations.get(relation)
    return known is not None and known.sentiment == "family"


def unnamed_kin(
    relation: RelationReading, subject: ChainReading | None, target: ChainReading | None
) -> ChainReading | None:
    """The end of a tie of kin that is called after the other alone, "Doe's sister", or ``None``."""
    if subject is None or target is None or not is_of_kin(relation.relation):
        return None
    ends = (subject, target), (target, subject)
    return next((one for one, other in ends if one.form != "named" and one.owner == other.index), None)


def _tells_which(relation: RelationReading, target: ChainReading) -> bool:
    """Whether the object without a name is called by the relation itself: "companies he bashed" by "bashed"."""
    words = relation.object_phrase
    if (
        target.form == "named"
        or not words
        or not target.phrase.casefold().endswith(relation.trigger.casefold())
    ):
        return False
    return words.casefold() != target.phrase.casefold() and words.casefold() in target.phrase.casefold()


def _is_nobody(chain: ChainReading | None) -> bool:
    """Whether the chain is a person without a name, who is nobody's own: "a Chilean footballer"."""
    described = chain is not None and chain.kind == "Person" and chain.form == "nominal"
    return described and chain is not None and chain.owner is None and chain.role is None


def is_pronoun(words: str) -> bool:
    """Whether ``words`` are a bare pronoun, which alone stands for nothing."""
    return words.casefold() in _PRONOUNS


def is_calendar(date: str) -> bool:
    """Whether a date has a year, or a day in a month; "yesterday", "four days" and "March" have none."""
    return _CALENDAR.search(date) is not None


def is_telling(words: str, *, of_actor: bool = False) -> bool:
    """Whether a description without a name says which thing, or which one ``of_actor``, is meant."""
    every, found = WORDS.findall(words), telling_words(words)
    if found and every[0].lower() in _POINTING:
        return True
    if any(word[0].isupper() for word in found):
        return True
    return not of_actor and len(found) >= _LEAST_WORDS


def _stem(name: str) -> str:
    return name.casefold().rstrip("s")


def _owns(subject: ChainReading | None, target: ChainReading | None) -> bool:
    return subject is not None and target is not None and target.owner == subject.index


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
