"""What the words above and beside a trigger do to it: a climb from the trigger to the root of its sentence.

Each word on the way up adds what stands beside it (auxiliaries, negation, adverbs) and what it does
itself to the words it governs ("refused to", "the plan to", "claims that"). What a sentence takes
for granted — relative clauses, appositions, reasons, what is known — stays untouched by a negation
or a "may" further up.
"""

from __future__ import annotations

from sociogram.extraction.qualification.beside import (
    add_attributes,
    add_beside,
    add_mood,
    add_negative_subject,
)
from sociogram.extraction.qualification.clauses import through_adverbial, through_clause, through_complement
from sociogram.extraction.qualification.grammar import VERBAL, is_infinitive, lemma_of
from sociogram.extraction.qualification.nouns import (
    through_gerund,
    through_noun,
    through_preposition,
    through_prepositional_object,
)
from sociogram.extraction.qualification.state import Scope
from sociogram.knowledge.scope_words import ScopeWords
from sociogram.parse.tokens import Tokens

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_TAKEN_FOR_GRANTED = frozenset(
    {"relcl", "appos", "poss", "nsubj", "nsubjpass", "csubj", "parataxis", "compound", "nmod", "amod"}
)


def read_scope(columns: Tokens, words: ScopeWords, trigger: int) -> Scope:
    """The scope over the token ``trigger``."""
    scope = Scope()
    node = trigger
    if columns.pos[node] in _NOMINAL and columns.dep[node] in {"compound", "appos", "nmod", "amod"}:
        scope.background = True
    add_attributes(columns, words, node, scope)
    add_beside(columns, words, node, scope, negatable=True)
    reaches = True  # whether what stands further up still reaches down to the trigger
    for node in columns.climb(trigger):
        head = columns.head[node]
        reaches = reaches and (head == node or _step(columns, words, trigger, node, head, scope))
    if reaches:
        add_mood(columns, node, scope)
    return scope


def _step(columns: Tokens, words: ScopeWords, trigger: int, node: int, head: int, scope: Scope) -> bool:
    """Take up what the link from ``node`` to ``head`` does; whether what is above still reaches down."""
    dep = columns.dep[node]
    if dep in _TAKEN_FOR_GRANTED:
        return False
    if dep == "conj":
        return _through_conjunct(columns, words, node, head, scope)
    if dep in {"xcomp", "oprd", "attr", "acomp"} or (dep == "ccomp" and is_infinitive(columns, node)):
        return through_complement(columns, words, node, head, scope)
    if dep == "ccomp":
        return through_clause(columns, words, node, head, scope)
    if dep == "advcl":
        return through_adverbial(columns, words, node, head, scope)
    if dep == "acl":
        return through_noun(columns, words, node, head, scope)
    if dep == "pcomp":
        return through_gerund(columns, words, head, scope)
    if dep in {"dobj", "dative"} and columns.pos[head] in VERBAL and node == trigger:
        scope.add(words.objects.get(lemma_of(columns, head), ()))
        add_beside(columns, words, head, scope, negatable=True)
        return True
    if dep == "pobj":
        return through_prepositional_object(columns, words, head, scope, is_trigger=node == trigger)
    if dep in {"prep", "agent"}:
        return through_preposition(columns, words, node, head, scope)
    return True


def _through_conjunct(columns: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> bool:
    """From a conjunct to the first of its enumeration, of verbs where it has no subject of its own."""
    own = {columns.dep[child] for child in columns.children[node]}
    if columns.pos[node] not in VERBAL:
        add_attributes(columns, words, head, scope)
        return True
    if own & {"nsubj", "nsubjpass"}:
        return False
    add_negative_subject(columns, words, head, scope)
    if columns.tag[node] == columns.tag[head] and not own & {"aux", "neg"}:
        alternative = _coordinator(columns, head, node) in {"or", "nor", "and"}
        add_beside(columns, words, head, scope, negatable=alternative, subject=False)
    return True


def _coordinator(columns: Tokens, head: int, node: int) -> str:
    for child in columns.children[head]:
        if head < child < node and columns.dep[child] == "cc":
            return columns.lower[child]
    return "and"
