"""Steps up to a noun or a preposition, and what it does to what hangs on it: "the plan to …", "without …ing".

Each step says whether what stands further up still reaches down to the trigger.
"""

from __future__ import annotations

from sociogram.extraction.qualification.beside import add_beside
from sociogram.extraction.qualification.grammar import (
    VERBAL,
    is_infinitive,
    is_negated,
    is_preceded_by,
    lemma_of,
    subordinator,
)
from sociogram.extraction.qualification.state import Scope
from sociogram.knowledge.scope_words import DENIED, ScopeWords
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Modality
from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("qualification")
_EXISTENCE_VERBS = _WORDS.words("existence-verbs")
_IDEA_VERBS = _WORDS.words("idea-verbs")
_RESOLVE_VERBS = _WORDS.words("resolve-verbs")


def through_noun(columns: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> bool:
    """From a clause to the noun it hangs on: "his refusal to …", "the claim that …"."""
    lemma = lemma_of(columns, head)
    mark = subordinator(columns, node)
    infinitive = is_infinitive(columns, node)
    if not infinitive and mark != "that":
        return False
    effects = words.nouns.get(lemma, ())
    if lemma == "order" and columns.lower[head - 1] == "in":
        effects = (Modality.INTENDED.value,)
    if mark == "that" and Modality.INTENDED.value in effects:
        effects = (Modality.INTENDED.value,)
    if not effects and infinitive and columns.lower[head] not in {"first", "last", "only", "one"}:
        effects = (Modality.INTENDED.value,)
    scope.add(effects)
    _add_governor(columns, words, head, effects, scope)
    return False


def _add_governor(
    columns: Tokens, words: ScopeWords, noun: int, effects: tuple[str, ...], scope: Scope
) -> None:
    """As in "has no plan to", "no evidence that", "dropped the plan to", "rejected the claim that"."""
    planned = Modality.INTENDED.value in effects
    verb = columns.head[noun] if columns.dep[noun] in {"dobj", "attr", "nsubjpass"} else None
    negative = any(columns.lower[child] in words.negative_quantifiers for child in columns.children[noun])
    if verb is not None and columns.lemma[verb] in _EXISTENCE_VERBS:
        negative = negative != is_negated(columns, verb)
    if negative and planned:
        scope.negate()
    elif negative:
        scope.strengthen(Modality.POSSIBLE)
    if verb is not None and lemma_of(columns, verb) in (words.given_up if planned else words.disputed):
        scope.negate()


def through_gerund(columns: Tokens, words: ScopeWords, head: int, scope: Scope) -> bool:
    """From a gerund over its preposition to what that hangs on: "without paying", "accused of lying"."""
    word, governor = columns.lower[head], columns.head[head]
    if word in {"without", "than"} or (word == "of" and is_preceded_by(columns, head, "instead")):
        scope.negate()
        return False
    if word == "from" and lemma_of(columns, governor) in words.from_verbs:
        scope.negate()
        add_beside(columns, words, governor, scope, negatable=True)
        return False
    if columns.pos[governor] in {"NOUN", "PROPN"}:
        above = columns.head[columns.head[governor]]
        if columns.dep[columns.head[governor]] != "agent" or lemma_of(columns, above) not in words.verbs:
            effects = words.nouns.get(lemma_of(columns, governor), ())
            scope.add(effects)
            _add_governor(columns, words, governor, effects, scope)
            return False
        # "accused by two men of lying": the phrase hangs on the men by mistake.
        governor = above
    if columns.pos[governor] == "ADJ":
        scope.add(words.adjectives.get(columns.lower[governor], ()))
        add_beside(columns, words, columns.head[governor], scope, negatable=True)
    elif columns.pos[governor] in VERBAL:
        _add_verb_of_gerund(columns, words, governor, word, scope)
    return False


def _add_verb_of_gerund(
    columns: Tokens, words: ScopeWords, verb: int, preposition: str, scope: Scope
) -> None:
    """Take up what a verb with its preposition says of a gerund: "accused of", "insisted on"."""
    lemma = lemma_of(columns, verb)
    if preposition == "of" and lemma in words.of_verbs:
        scope.negate()
    elif preposition in {"of", "with"} and Modality.ALLEGED.value in words.verbs.get(lemma, ()):
        scope.strengthen(Modality.ALLEGED)
        add_beside(columns, words, verb, scope, negatable=False)
    elif preposition in {"of", "about"} and lemma in _IDEA_VERBS:
        scope.strengthen(Modality.POSSIBLE)
    elif preposition == "on" and lemma in _RESOLVE_VERBS:
        scope.strengthen(Modality.INTENDED)
        add_beside(columns, words, verb, scope, negatable=True)
    elif preposition == "by":
        add_beside(columns, words, verb, scope, negatable=False)


def through_prepositional_object(
    columns: Tokens, words: ScopeWords, head: int, scope: Scope, *, is_trigger: bool
) -> bool:
    """From a noun to its preposition: "without support", "a lack of support", "called for a strike"."""
    word, governor = columns.lower[head], columns.head[head]
    if word == "without" and is_trigger:
        scope.negate()
        return False
    lemma = lemma_of(columns, governor)
    if columns.pos[governor] == "NOUN" and is_trigger and word in {"of", "to", "in", "on", "about"}:
        if DENIED in words.nouns.get(lemma, ()):
            scope.negate()
        return False
    called_for = is_trigger and columns.pos[governor] in VERBAL and word == "for"
    if called_for and Modality.DEMANDED.value in words.verbs.get(lemma, ()):
        scope.strengthen(Modality.DEMANDED)
        add_beside(columns, words, governor, scope, negatable=True)
    return False


def through_preposition(columns: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> bool:
    """From a preposition to what it hangs on."""
    if columns.pos[head] in VERBAL and columns.dep[node] == "prep":
        add_beside(columns, words, head, scope, negatable=True)
    return True
