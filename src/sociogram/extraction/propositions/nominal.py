"""What noun phrases say without a verb: appositions and titles ("is"), possessives ("has")."""

from __future__ import annotations

from collections.abc import Sequence

from sociogram.extraction.propositions.arguments import PhraseReader
from sociogram.knowledge.confidence import APPOSITION, COMMON_APPOSITION, POSSESSIVE, TITLE
from sociogram.model import Argument, Proposition, Span
from sociogram.parse.tokens import Tokens

TITLE_WORDS = frozenset({"compound", "amod", "nmod", "nn"})


def find_nominal_propositions(
    tokens: Tokens, phrases: PhraseReader, persons: Sequence[Span]
) -> list[Proposition]:
    """Propositions of appositions, titles and possessives; their ``predicate`` is empty.

    ``persons`` are the tokens of persons' names.
    """
    found: list[Proposition] = []
    for token, dep in enumerate(tokens.dep):
        if dep == "appos":
            found.extend(_apposition(token, tokens, phrases))
        elif dep == "poss":
            found.extend(_possessive(token, tokens, phrases))
    for name in persons:
        found.extend(_title(name, tokens, phrases))
    return found


def _is(head: int, left: Argument, right: Argument, confidence: float, rule: str) -> Proposition:
    return Proposition(
        head=head, lemma="be", predicate=(), arguments=(left, right), confidence=confidence, rule=rule
    )


def _apposition(token: int, tokens: Tokens, phrases: PhraseReader) -> list[Proposition]:
    head = tokens.head[token]
    if tokens.pos[token] not in ("NOUN", "PROPN") or tokens.pos[head] not in ("NOUN", "PROPN"):
        return []
    left = Argument(role="subject", head=head, span=phrases.phrase(head))
    right = Argument(role="complement", head=token, span=phrases.phrase(token))
    # Two common nouns are oftener a list or a loose remark than one thing said twice.
    named = "PROPN" in (tokens.pos[token], tokens.pos[head])
    return [_is(token, left, right, APPOSITION if named else COMMON_APPOSITION, "apposition")]


def _possessive(token: int, tokens: Tokens, phrases: PhraseReader) -> list[Proposition]:
    noun = tokens.head[token]
    if tokens.pos[token] != "PROPN":
        return []
    last = phrases.phrase_tokens(noun)[1]
    behind = tokens.right[token]
    if behind >= last:
        return []
    owner_first, owner_last = phrases.phrase_tokens(token)
    if tokens.dep[owner_last - 1] == "case":
        owner_last -= 1
    if owner_last <= owner_first:
        return []
    owner = Argument(role="subject", head=token, span=phrases.span(owner_first, owner_last))
    owned = Argument(role="object", head=noun, span=phrases.span(behind, last))
    return [
        Proposition(
            head=noun,
            lemma="have",
            predicate=(),
            arguments=(owner, owned),
            confidence=POSSESSIVE,
            rule="possessive",
        )
    ]


def _title(name: Span, tokens: Tokens, phrases: PhraseReader) -> list[Proposition]:
    """What stands right before a person's name: "former senator Joe Miller" is a former senator."""
    first, last = name
    head = next((token for token in range(last - 1, first - 1, -1) if tokens.head[token] < first), last - 1)
    head = next((t for t in range(first, last) if not first <= tokens.head[t] < last), head)
    start = first
    while (
        start > tokens.left[head]
        and tokens.dep[start - 1] in TITLE_WORDS
        and tokens.pos[start - 1] != "PUNCT"
    ):
        start -= 1
    if (
        start == first
        or tokens.pos[first - 1] not in ("NOUN", "PROPN")
        or tokens.lemma[first - 1].endswith(".")
    ):
        return []
    left = Argument(role="subject", head=head, span=phrases.span(first, last))
    right = Argument(role="complement", head=first - 1, span=phrases.span(start, first))
    return [_is(first - 1, left, right, TITLE, "title")]
