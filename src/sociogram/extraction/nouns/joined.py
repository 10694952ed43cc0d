"""Two names that a hyphen or a dash joins before a noun: "the Acme-Basco alliance" is one between Acme and Basco."""

from __future__ import annotations

from sociogram.extraction.nouns.phrases import Filler, Phrases

JOINS = frozenset({"-", "–", "/"})
"""Marks without spaces between two names that share a noun."""
INDEFINITE = frozenset({"a", "an", "any", "another"})
MODIFIERS = frozenset({"compound", "amod", "nmod"})
MOST = 3
"""Words between the two names and the noun: "US-China foreign trade talks"."""


def find_joined(phrases: Phrases, noun: int) -> list[Filler]:
    """The two named mentions joined before ``noun``, or none."""
    tokens = phrases.tokens
    first = tokens.bounds(noun)[0]
    last = noun - 1
    while last > max(first, noun - 1 - MOST) and _modifies(phrases, last, noun) and not phrases.is_name(last):
        last -= 1
    right = phrases.mention(last)
    if right is None or not _modifies(phrases, last, noun):
        return []
    join = phrases.mentions[right].tokens[0] - 1
    if join <= first or tokens.text[join] not in JOINS or not _is_tight(phrases, join):
        return []
    left = phrases.mention(join - 1)
    if left is None or left == right or not (phrases.is_named(left) and phrases.is_named(right)):
        return []
    if tokens.lower[tokens.left[noun]] in INDEFINITE:
        return []  # who opposes or imagines "an Acme-Basco war" speaks of none that there is
    before = phrases.mentions[left].tokens[0] - 1
    if before >= first and tokens.text[before] in JOINS:
        return []  # of three names, or behind "pro-", it is not told who is joined to whom
    return [Filler(left, join - 1), Filler(right, last)]


def _modifies(phrases: Phrases, token: int, noun: int) -> bool:
    tokens = phrases.tokens
    return tokens.dep[token] in MODIFIERS and token < tokens.head[token] <= noun


def _is_tight(phrases: Phrases, join: int) -> bool:
    """Whether no space stands on either side of the token ``join``."""
    tokens = phrases.tokens
    return tokens.end[join - 1] == tokens.begin[join] and tokens.end[join] == tokens.begin[join + 1]
