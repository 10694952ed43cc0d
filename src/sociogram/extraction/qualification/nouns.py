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


def through_noun(tokens: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> bool:
    """From a clause to the noun it hangs on: "his refusal to …", "the claim that …"."""
    lemma = lemma_of(tokens, head)
    mark = subordinator(tokens, node)
    infinitive = is_infinitive(tokens, node)
    if not infinitive and mark != "that":
        return False
    effects = words.nouns.get(lemma, ())
    if lemma == "order" and tokens.lower[head - 1] == "in":
        effects = (Modality.INTENDED.value,)
    if mark == "that" and Modality.INTENDED.value in effects:
        effects = (Modality.INTENDED.value,)
    if not effects and infinitive and tokens.lower[head] not in {"first", "last", "only", "one"}:
        effects = (Modality.INTENDED.value,)
    scope.add(effects)
    _add_governor(tokens, words, head, effects, scope)
    return False


def _add_governor(
    tokens: Tokens, words: ScopeWords, noun: int, effects: tuple[str, ...], scope: Scope
) -> None:
    """As in "has no plan to", "no evidence that", "dropped the plan to", "rejected the claim that"."""
    planned = Modality.INTENDED.value in effects
    verb = tokens.head[noun] if tokens.dep[noun] in {"dobj", "attr", "nsubjpass"} else None
    negative = any(tokens.lower[child] in words.negative_quantifiers for child in tokens.children[noun])
    if verb is not None and tokens.lemma[verb] in _EXISTENCE_VERBS:
        negative = negative != is_negated(tokens, verb)
    if negative and planned:
        scope.negate()
    elif negative:
        scope.strengthen(Modality.POSSIBLE)
    if verb is not None and lemma_of(tokens, verb) in (words.given_up if planned else words.disputed):
        scope.negate()


def through_gerund(tokens: Tokens, words: ScopeWords, head: int, scope: Scope) -> bool:
    """From a gerund over its preposition to what that hangs on: "without paying", "accused of lying"."""
    word, governor = tokens.lower[head], tokens.head[head]
    if word in {"without", "than"} or (word == "of" and is_preceded_by(tokens, head, "instead")):
        scope.negate()
        return False
    if word == "from" and lemma_of(tokens, governor) in words.from_verbs:
        scope.negate()
        add_beside(tokens, words, governor, scope, negatable=True)
        return False
    if tokens.pos[governor] in {"NOUN", "PROPN"}:
        above = tokens.head[tokens.head[governor]]
        if tokens.dep[tokens.head[governor]] != "agent" or lemma_of(tokens, above) not in words.verbs:
            effects = words.nouns.get(lemma_of(tokens, governor), ())
            scope.add(effects)
            _add_governor(tokens, words, governor, effects, scope)
            return False
        # "accused by two men of lying": the phrase hangs on the men by mistake.
        governor = above
    if tokens.pos[governor] == "ADJ":
        scope.add(words.adjectives.get(tokens.lower[governor], ()))
        add_beside(tokens, words, tokens.head[governor], scope, negatable=True)
    elif tokens.pos[governor] in VERBAL:
        _add_verb_of_gerund(tokens, words, governor, word, scope)
    return False


def _add_verb_of_gerund(tokens: Tokens, words: ScopeWords, verb: int, preposition: str, scope: Scope) -> None:
    """Take up what a verb with its preposition says of a gerund: "accused of", "insisted on"."""
    lemma = lemma_of(tokens, verb)
    if preposition == "of" and lemma in words.of_verbs:
        scope.negate()
    elif preposition in {"of", "with"} and Modality.ALLEGED.value in words.verbs.get(lemma, ()):
        scope.strengthen(Modality.ALLEGED)
        add_beside(tokens, words, verb, scope, negatable=False)
    elif preposition in {"of", "about"} and lemma in _IDEA_VERBS:
        scope.strengthen(Modality.POSSIBLE)
    elif preposition == "on" and lemma in _RESOLVE_VERBS:
        scope.strengthen(Modality.INTENDED)
        add_beside(tokens, words, verb, scope, negatable=True)
    elif preposition == "by":
        add_beside(tokens, words, verb, scope, negatable=False)


def through_prepositional_object(
    tokens: Tokens, words: ScopeWords, head: int, scope: Scope, *, is_trigger: bool
) -> bool:
    """From a noun to its preposition: "without support", "a lack of support", "called for a strike"."""
    word, governor = tokens.lower[head], tokens.head[head]
    if word == "without" and is_trigger:
        scope.negate()
        return False
    lemma = lemma_of(tokens, governor)
    if tokens.pos[governor] == "NOUN" and is_trigger and word in {"of", "to", "in", "on", "about"}:
        if DENIED in words.nouns.get(lemma, ()):
            scope.negate()
        return False
    called_for = is_trigger and tokens.pos[governor] in VERBAL and word == "for"
    if called_for and Modality.DEMANDED.value in words.verbs.get(lemma, ()):
        scope.strengthen(Modality.DEMANDED)
        add_beside(tokens, words, governor, scope, negatable=True)
    return False


def through_preposition(tokens: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> bool:
    """From a preposition to what it hangs on."""
    if tokens.pos[head] in VERBAL and tokens.dep[node] == "prep":
        add_beside(tokens, words, head, scope, negatable=True)
    return True
