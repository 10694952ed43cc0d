"""The verb of a clause: what stands right behind it."""

from __future__ import annotations

from sociogram.extraction.statements.predicate import WHITHER
from sociogram.parse.tokens import Range, Tokens


def with_preposition(
    words: Range, lemma: str, rest: Range, tokens: Tokens
) -> tuple[Range, str, Range | None]:
    """The predicate with its preposition, "looks forward to", and what stands behind that.

    Where more than adverbs stands between, the preposition stays with what it governs.
    """
    between = range(words[1], rest[0])
    if any(tokens.dep[token] not in ("advmod", "prt") for token in between):
        return words, lemma, rest
    if rest[0] + 1 == rest[1]:
        return words, lemma, None
    told = " ".join(
        tokens.lower[token]
        for token in (*between, rest[0])
        if token == rest[0] or tokens.lower[token] in WHITHER
    )
    return (words[0], rest[0] + 1), f"{lemma} {told}", (rest[0] + 1, rest[1])


def has_complement(verb: int, tokens: Tokens) -> bool:
    """Whether a passive has an object or a complement of its own behind it: "taken prisoner", "called a liar"."""
    return any(
        child > verb and tokens.dep[child] in ("dobj", "oprd", "attr", "acomp")
        for child in tokens.children[verb]
    )


def opens_with_preposition(rest: Range, verb: int, tokens: Tokens) -> bool:
    """Whether the first of the words ``rest`` is a preposition of the verb."""
    return tokens.dep[rest[0]] in ("prep", "agent", "dative") and tokens.head[rest[0]] == verb
