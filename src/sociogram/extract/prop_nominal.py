"""What noun phrases say without a verb: appositions and titles ("is"), possessives ("has")."""

from __future__ import annotations

from sociogram.extract.prop_arguments import PhraseReader
from sociogram.extract.prop_tree import Tree
from sociogram.model import Argument, Proposition


def find_nominal_propositions(tree: Tree, phrases: PhraseReader) -> list[Proposition]:
    """Propositions of appositions, titles and possessives; their ``predicate`` is empty."""
    found: list[Proposition] = []
    for token, dep in enumerate(tree.deps):
        if dep == "appos":
            found.extend(_apposition(token, tree, phrases))
        elif dep == "poss":
            found.extend(_possessive(token, tree, phrases))
        elif dep == "compound":
            found.extend(_title(token, tree, phrases))
    return found


def _is(head: int, left: Argument, right: Argument, confidence: float, rule: str) -> Proposition:
    return Proposition(
        head=head, lemma="be", predicate=(), arguments=(left, right), confidence=confidence, rule=rule
    )


def _apposition(token: int, tree: Tree, phrases: PhraseReader) -> list[Proposition]:
    head = tree.heads[token]
    if tree.pos[token] not in ("NOUN", "PROPN") or tree.pos[head] not in ("NOUN", "PROPN"):
        return []
    left = Argument(role="subject", head=head, span=phrases.phrase(head))
    right = Argument(role="complement", head=token, span=phrases.phrase(token))
    return [_is(token, left, right, 0.6, "apposition")]


def _possessive(token: int, tree: Tree, phrases: PhraseReader) -> list[Proposition]:
    noun = tree.heads[token]
    if tree.pos[token] == "PRON":
        return []
    first, last = phrases.phrase_tokens(noun)
    behind = tree.right[token]
    if behind >= last:
        return []
    owner_first, owner_last = phrases.phrase_tokens(token)
    if tree.deps[owner_last - 1] == "case":
        owner_last -= 1
    if owner_last <= owner_first:
        return []
    owner = Argument(role="subject", head=token, span=phrases.span(owner_first, owner_last))
    owned = Argument(role="object", head=noun, span=phrases.span(behind, last))
    return [
        Proposition(
            head=noun, lemma="have", predicate=(), arguments=(owner, owned), confidence=0.4, rule="possessive"
        )
    ]


def _title(token: int, tree: Tree, phrases: PhraseReader) -> list[Proposition]:
    """ "President Bush": capitalised common titles before a person's name."""
    return []
