"""The way from a predicate to an actor in one of its roles: its words, and the lemma that queries know it by."""

from __future__ import annotations

from sociogram.extraction.statements.gaps import find_stranded
from sociogram.extraction.verbs.roles import RoleArgument, Roles
from sociogram.knowledge.cues import Cues
from sociogram.model import Proposition
from sociogram.parse.tokens import Range, Tokens

UNTOLD_PREPOSITIONS = frozenset({
    "of", "as", "like", "than", "since", "until", "despite", "without", "including", "because", "following", "per",
    "according to", "due to", "thanks to", "amid", "because of", "instead of", "such as", "as of", "during", "before",
    "after", "besides", "except", "regarding", "concerning",
})  # fmt: skip
"""Prepositions whose phrase compares, dates or lists, and is no end of what the predicate says."""
LONGEST = 9
"""Tokens of a predicate with its object and preposition: "conducted air strikes in"."""
OBJECTS = frozenset({"dobj", "dative", "oprd", "attr"})
TOPICS = frozenset({"prep:about", "prep:of", "prep:against", "prep:on"})
PREPOSITIONAL = ("prep", "agent", "dative", "pcomp")


def find_way(
    proposition: Proposition,
    role: str,
    argument: RoleArgument,
    roles: Roles,
    words: Range,
    tokens: Tokens,
    cues: Cues,
) -> tuple[str, Range] | None:
    """Lemma and words of the predicate that leads to the argument, or ``None`` where none does.

    The object before a preposition belongs to both: who conducts strikes in Iraq does not conduct in Iraq.
    """
    if role in ("object", "indirect"):
        # "deliver them a defeat", "call her a liar": one of two objects alone says another thing.
        alone = sum(tokens.dep[child] in OBJECTS for child in tokens.children[proposition.head]) < 2
        return (proposition.lemma, words) if alone and not argument.under else None
    if "clause" in cues.verbs.get(proposition.lemma, ()) and role not in TOPICS:
        return None  # "reiterated to ABC that …": what is said is told elsewhere
    preposition = role.removeprefix("prep:")
    moved = argument.head < proposition.head
    if preposition in UNTOLD_PREPOSITIONS and not moved:
        return None
    if moved:
        place = find_stranded(preposition, proposition.head, tokens)
    else:
        place = _preposition(argument.head, preposition, words[1], tokens)
    if place is None or place + 1 - words[0] > LONGEST:
        return None
    between = [
        one.head
        for each in ("object", "complement")
        for one in roles.get(each, ())
        if words[1] <= one.head < place and not one.under
    ]
    nouns = [tokens.lemma[between[0]].lower()] if between else []
    return " ".join([proposition.lemma, *nouns, preposition]), (words[0], place + 1)


def _preposition(head: int, preposition: str, behind: int, tokens: Tokens) -> int | None:
    """The token of the last word of the preposition before ``head``."""
    last = preposition.rpartition(" ")[2]
    for token in range(head - 1, behind - 1, -1):
        if tokens.lower[token] == last and tokens.dep[token] in PREPOSITIONAL:
            return token
    return None
