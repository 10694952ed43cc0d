"""Steps from an adverbial clause to the one that it hangs on: conditions, purposes, comparisons, participles."""

from __future__ import annotations

from sociogram.extraction.qualification.beside import add_beside
from sociogram.extraction.qualification.clauses import COPULAS, PAUSES, exceed, is_result
from sociogram.extraction.qualification.grammar import (
    asks_somebody,
    has_child,
    is_enough,
    is_infinitive,
    is_inverted_condition,
    is_too_much,
    lemma_of,
    subordinator,
)
from sociogram.extraction.qualification.nouns import is_plea
from sociogram.extraction.qualification.state import Scope
from sociogram.extraction.qualification.truth import errs, judgement_of, through_judgement
from sociogram.knowledge.scope_words import DENIED, ScopeWords
from sociogram.model import Modality
from sociogram.parse.tokens import Tokens

_NOT_YET = frozenset({"until", "till", "before"})
"""Conjunctions before what, in the present tense, has not happened yet."""


def through_adverbial(tokens: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> bool:
    """From an adverbial clause to the one it hangs on: conditions, purposes, comparisons, participles."""
    mark = subordinator(tokens, node)
    lasts = tokens.tag[node] in {"VBD", "VBG"}
    if mark in words.conditions or (mark == "as" and tokens.lower[head] == "long" and not lasts):
        scope.suppose()
        return False
    if mark == "that" and tokens.pos[head] == "ADJ":
        # "found it impossible that"
        scope.add(words.adjectives.get(tokens.lower[head], ())[:1])
        return False
    if mark == "whether" or (
        mark == "as" and (has_child(tokens, node, "if") or has_child(tokens, node, "though"))
    ):
        scope.strengthen(Modality.POSSIBLE)
        return False
    if mark == "like" and lemma_of(tokens, head) in COPULAS | {"feel"}:
        # "did not feel like she had won", "it looks like she won"
        scope.strengthen(Modality.POSSIBLE)
        add_beside(tokens, words, head, scope, negatable=True)
        return False
    if is_infinitive(tokens, node):
        if tokens.pos[head] in {"ADJ", "ADV"} and is_too_much(tokens, head):
            exceed(scope)
            return False
        if is_enough(tokens, head):
            scope.strengthen(Modality.POSSIBLE)
            add_beside(tokens, words, head, scope, negatable=True)
            return True
        judgement = judgement_of(tokens, node, head)
        if judgement is not None:
            return through_judgement(tokens, words, head, judgement, scope)
        return _through_purpose(tokens, words, node, head, scope)
    if is_inverted_condition(tokens, node):
        scope.suppose()
        return False
    if mark == "than":
        scope.negate()
    if mark == "when":
        errs(tokens, head, scope)
    if mark in _NOT_YET and tokens.tag[node] in {"VBP", "VBZ"}:
        # "no rest until we redeem our pledge": that lies ahead.
        scope.strengthen(Modality.PREDICTED)
    if mark:
        return False
    if lemma_of(tokens, head) in words.untrue_verbs:
        # "lied about her bribing him"
        scope.refute((DENIED,), head)
    # A participle shares the modality of the clause it hangs on, but not its negation.
    add_beside(tokens, words, head, scope, negatable=False)
    return tokens.dep[head] != "ROOT"


def _through_purpose(tokens: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> bool:
    """From an infinitive to the verb whose purpose it is, or to the one that asks for it."""
    lemma = lemma_of(tokens, head)
    if lemma == "go" or tokens.lower[head] in {"likely", "unlikely"}:
        return True
    if tokens.left[node] == head + 1 and DENIED in words.verbs.get(lemma, ()) and lemma not in PAUSES:
        # "hesitated to support him" is no purpose.
        scope.negate()
        add_beside(tokens, words, head, scope, negatable=True)
        return True
    if is_result(tokens, node, lemma):
        return True
    if is_plea(tokens, words, node, head):
        scope.strengthen(Modality.DEMANDED)
        return False
    if Modality.DEMANDED.value in words.verbs.get(lemma, ()) and asks_somebody(tokens, node, head):
        scope.strengthen(Modality.DEMANDED)
        add_beside(tokens, words, head, scope, negatable=True)
        return True
    scope.strengthen(Modality.INTENDED)
    return False
