"""What is joined to a noun: two names by a hyphen ("the Acme-Basco alliance"), another noun by "and"."""

from __future__ import annotations

from sociogram.extraction.nouns.phrases import Filler, Phrases
from sociogram.parse.tokens import Tokens

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


def without_neighbours(tokens: Tokens, noun: int, roles: dict[str, list[Filler]]) -> dict[str, list[Filler]]:
    """``roles`` without what is the other noun's: "head *of Acme* and donor", "Doe aide and head *of Acme*"."""
    behind = [child for child in tokens.children[noun] if tokens.dep[child] == "conj" and child > noun]
    own = any(tokens.dep[child] in {"poss", "compound"} for child in tokens.children[noun])
    end = behind[0] if behind and (own or not roles.keys().isdisjoint(("poss", "compound"))) else len(tokens)
    kept = {
        slot: [one for one in fillers if not slot.startswith("prep:") or noun < one.token < end]
        for slot, fillers in roles.items()
    }
    return {slot: fillers for slot, fillers in kept.items() if fillers}
