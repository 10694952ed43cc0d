"""Nouns that a clause behind them says something of: "the house he built", "the bridge built by Acme"."""

from __future__ import annotations

from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.ontology import load_ontology
from sociogram.model import Proposition, Span
from sociogram.parse.tokens import Range, Tokens

LEAST_GAP = 2
"""Tokens of the noun before a relative clause, more of which tell what it is: "another step" is not told."""
NARROWED = frozenset({"all", "any", "every", "each", "only", "no", "first", "last", "same", "such"})
"""Words of a noun that is nothing in particular without the clause behind it: "all the decisions I have made"."""


def gap_of(proposition: Proposition, tokens: Tokens) -> Range | None:
    """The noun before a relative clause that is its object: "the house he built"."""
    for argument in proposition.arguments:
        if argument.role == "object" and argument.head < proposition.head and not proposition.passive:
            return tokens_of(argument.span, argument.head, tokens)
    return None


def stranded_of(proposition: Proposition, tokens: Tokens) -> tuple[Range, int] | None:
    """The noun before a relative clause and the preposition left behind in it: "the man she works for"."""
    for argument in proposition.arguments:
        if argument.head < proposition.head and argument.role.startswith("prep:"):
            left = find_stranded(argument.role.removeprefix("prep:"), proposition.head, tokens)
            if left is not None:
                return tokens_of(argument.span, argument.head, tokens), left
    return None


def find_stranded(preposition: str, verb: int, tokens: Tokens) -> int | None:
    """The token of a preposition behind ``verb``, or behind its object, that has no noun of its own."""
    for above in (verb, tokens.child(verb, "dobj")):
        for child in tokens.children[above] if above is not None else ():
            if child > verb and tokens.dep[child] == "prep" and tokens.lower[child] == preposition:
                return None if any(noun > child for noun in tokens.children[child]) else child
    return None


def is_narrowed(gap: Range, tokens: Tokens) -> bool:
    """Whether it takes the clause to tell what the noun before it is: "problems we face", "all that he made"."""
    return gap[1] - gap[0] <= LEAST_GAP or any(
        (tokens.lower[token] in NARROWED and tokens.text[token + 1] != "-") or tokens.tag[token] == "JJS"
        for token in range(*gap)
    )


def is_any(gap: Range, noun: int, verb: int, tokens: Tokens) -> bool:
    """Whether a noun brings up a thing that a participle tells of somebody: "a loan *arranged* by Doe", "guarantees".

    Of people it does not: "voters courted by Doe" tells of some of them; nor does a clause: "a role that is filled".
    """
    if tokens.dep[verb] != "acl":
        return False
    first = tokens.lower[gap[0]]
    bare = gap[1] - gap[0] == 1 and tokens.tag[noun] in ("NNS", "NN")
    kind = load_actor_lists().nouns.get(tokens.lemma[noun].lower())
    thing = kind is None or not load_ontology().is_a(kind, "Actor")
    return (bare or first in ("a", "an")) and tokens.pos[noun] == "NOUN" and thing


def narrows(verb: int, tokens: Tokens) -> bool:
    """Whether the verb, or one that governs it, is of a clause without a comma behind a noun: "a role held by Doe"."""
    top = next((node for node in tokens.climb(verb) if tokens.dep[node] != "xcomp"), verb)
    if tokens.dep[top] == "acl":
        return True
    return tokens.dep[top] == "relcl" and tokens.text[tokens.left[top] - 1] != ","


def tokens_of(span: Span, head: int, tokens: Tokens) -> Range:
    """The tokens of a span that holds the token ``head``."""
    first = last = head
    while first > 0 and tokens.begin[first - 1] >= span[0]:
        first -= 1
    while last + 1 < len(tokens) and tokens.end[last + 1] <= span[1]:
        last += 1
    return first, last + 1
