"""The words and the lemma of a predicate, as people and as queries read them.

The words run up to the verb without what ``qualify`` reads from them: no modal verb, no tense, no negation, and no
governor that denies ("refused to pay" is a denied "pay"). What is left is what is done: "was ousted", "wants to junk".
"""

from __future__ import annotations

from sociogram.knowledge.scope_words import DENIED, ScopeWords
from sociogram.model import Proposition
from sociogram.parse.tokens import Range, Tokens

PASSIVE_HELPERS = frozenset({"auxpass"})
INNER = frozenset({"advmod", "prt"})
LIMITING = frozenset(
    {
        "only",
        "almost",
        "just",
        "merely",
        "even",
        "not",
        "far",
        "most",
        "best",
        "well",
        "so-called",
        "once",
        "barely",
        "rarely",
        "seldom",
    }
)
"""Adverbs without -ly that change what is done."""
WHITHER = frozenset({
    "ahead", "along", "apart", "around", "aside", "away", "back", "down", "far", "forward", "off", "out", "over",
    "together", "up",
})  # fmt: skip
"""Adverbs before a preposition that belong to what a verb means: "look forward to"."""
NEGATIVE = frozenset({"n't", "n’t", "not", "never", "no", "neither", "nor", "hardly", "scarcely"})
"""Words that ``qualify`` reads as a denial."""


def predicate_words(proposition: Proposition, tokens: Tokens, words: ScopeWords) -> Range:
    """The tokens of the predicate's own words: one run that ends at the verb or at its particle."""
    verb = proposition.head
    spans = proposition.predicate
    first = verb
    while first > 0 and _belongs(first - 1, first, verb, spans, tokens, words):
        first -= 1
    helper = tokens.child(verb, "auxpass")
    if proposition.passive and helper == first - 2 and tokens.dep[first - 1] == "advmod" and first - 1 > 0:
        # "is already guaranteed a seat": without its helper it would be who guarantees it.
        first = first if tokens.lower[first - 1] in NEGATIVE else helper
    while first < verb and tokens.lower[first] == "to":
        first += 1
    last = verb + 1
    if last < len(tokens) and tokens.head[last] == verb and _is_particle(last, tokens):
        last += 1
    return first, last


def _is_particle(token: int, tokens: Tokens) -> bool:
    """Whether it belongs to what the verb means, also where the parser takes it for an adverb: "walked back a remark".

    Before a preposition it is left to that: "looks back at".
    """
    behind = tokens.tag[token + 1] if token + 1 < len(tokens) else ""
    return tokens.dep[token] == "prt" or (
        tokens.dep[token] == "advmod"
        and tokens.lower[token] in WHITHER
        and behind not in ("IN", "TO", ".", ",")
    )


def _belongs(
    token: int, behind: int, verb: int, spans: tuple[tuple[int, int], ...], tokens: Tokens, words: ScopeWords
) -> bool:
    """Whether ``token``, right before the run that begins at ``behind``, is one more word of what is done."""
    if not any(start <= tokens.begin[token] and tokens.end[token] <= end for start, end in spans):
        return False
    if tokens.lower[token] in NEGATIVE or tokens.tag[token] == "MD":
        return False
    dep = tokens.dep[token]
    if dep in PASSIVE_HELPERS:
        # Of "was forced to pay" too; "he’s sought to pay" has a "has".
        own = tokens.head[token] == verb
        return own or (behind <= tokens.head[token] < verb and tokens.text[token].isalpha())
    if dep in INNER:
        return tokens.lower[token].endswith("ly") or tokens.lower[token] in LIMITING
    if dep == "aux":
        return tokens.lower[token] == "to" and token > 0
    if tokens.pos[token] in ("VERB", "AUX", "ADJ"):
        return tokens.lower[behind] == "to" and DENIED not in words.verbs.get(tokens.lemma[token].lower(), ())
    return False


def is_plain(words: Range, tokens: Tokens) -> bool:
    """Whether the words neither deny nor weaken nor hold another clause, so that they can be told as they stand."""
    return all(
        tokens.lower[token] not in NEGATIVE
        and tokens.tag[token] not in ("MD", "WDT", "WP", ",", "``", "''")
        and tokens.dep[token] != "relcl"
        for token in range(*words)
    )


def is_means(verb: int, noun: int, tokens: Tokens) -> bool:
    """Whether ``verb`` is what ``noun`` is used for by another: "they use his *popularity* to *expand* it"."""
    used = tokens.dep[verb] in {"xcomp", "advcl"} and tokens.head[verb] < noun
    return used and any(tokens.tag[one] == "TO" for one in tokens.children[verb])
