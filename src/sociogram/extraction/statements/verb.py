"""The verb of a clause: its lemma for people, and what stands right behind it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.statements.predicate import WHITHER
from sociogram.model import Proposition
from sociogram.parse.tokens import Range, Tokens

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument


def mended(proposition: Proposition, parsed: ParsedDocument) -> Proposition:
    """``proposition`` with the lemma that people know: "hoped" is of "hope", whatever the lemmatizer makes of it."""
    head = proposition.head
    lemma = parsed.tokens_mended.lemma[head]
    if lemma == proposition.lemma or proposition.lemma != parsed.tokens.lemma[head]:
        return proposition
    return replace(proposition, lemma=lemma)


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
