"""What noun phrases say without a verb: appositions and titles ("is"), possessives ("has")."""

from __future__ import annotations

from collections.abc import Sequence

from sociogram.extraction.propositions.arguments import PhraseReader
from sociogram.knowledge.confidence import APPOSITION, COMMON_APPOSITION, POSSESSIVE, TITLE
from sociogram.model import Argument, Proposition, Span
from sociogram.parse.tokens import Tokens

TITLE_WORDS = frozenset({"compound", "amod", "nmod", "nn"})


def find_nominal_propositions(
    tree: Tokens, phrases: PhraseReader, persons: Sequence[Span]
) -> list[Proposition]:
    """Propositions of appositions, titles and possessives; their ``predicate`` is empty.

    ``persons`` are the tokens of persons' names.
    """
    found: list[Proposition] = []
    for token, dep in enumerate(tree.dep):
        if dep == "appos":
            found.extend(_apposition(token, tree, phrases))
        elif dep == "poss":
            found.extend(_possessive(token, tree, phrases))
    for name in persons:
        found.extend(_title(name, tree, phrases))
    return found


def _is(head: int, left: Argument, right: Argument, confidence: float, rule: str) -> Proposition:
    return Proposition(
        head=head, lemma="be", predicate=(), arguments=(left, right), confidence=confidence, rule=rule
    )


def _apposition(token: int, tree: Tokens, phrases: PhraseReader) -> list[Proposition]:
    head = tree.head[token]
    if tree.pos[token] not in ("NOUN", "PROPN") or tree.pos[head] not in ("NOUN", "PROPN"):
        return []
    left = Argument(role="subject", head=head, span=phrases.phrase(head))
    right = Argument(role="complement", head=token, span=phrases.phrase(token))
    # Two common nouns are oftener a list or a loose remark than one thing said twice.
    named = "PROPN" in (tree.pos[token], tree.pos[head])
    return [_is(token, left, right, APPOSITION if named else COMMON_APPOSITION, "apposition")]


def _possessive(token: int, tree: Tokens, phrases: PhraseReader) -> list[Proposition]:
    noun = tree.head[token]
    if tree.pos[token] != "PROPN":
        return []
    last = phrases.phrase_tokens(noun)[1]
    behind = tree.right[token]
    if behind >= last:
        return []
    owner_first, owner_last = phrases.phrase_tokens(token)
    if tree.dep[owner_last - 1] == "case":
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


def _title(name: Span, tree: Tokens, phrases: PhraseReader) -> list[Proposition]:
    """What stands right before a person's name: "former senator Joe Miller" is a former senator."""
    first, last = name
    head = next((token for token in range(last - 1, first - 1, -1) if tree.head[token] < first), last - 1)
    head = next((t for t in range(first, last) if not first <= tree.head[t] < last), head)
    start = first
    while start > tree.left[head] and tree.dep[start - 1] in TITLE_WORDS and tree.pos[start - 1] != "PUNCT":
        start -= 1
    if start == first or tree.pos[first - 1] not in ("NOUN", "PROPN") or tree.lemma[first - 1].endswith("."):
        return []
    left = Argument(role="subject", head=head, span=phrases.span(first, last))
    right = Argument(role="complement", head=first - 1, span=phrases.span(start, first))
    return [_is(first - 1, left, right, TITLE, "title")]
