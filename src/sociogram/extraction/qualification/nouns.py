"""Steps up to a noun or a preposition, and what it does to what hangs on it: "the plan to …", "without …ing".

Each step says whether what stands further up still reaches down to the trigger.
"""

from __future__ import annotations

from sociogram.extraction.qualification.beside import add_beside, is_negative
from sociogram.extraction.qualification.grammar import (
    VERBAL,
    has_child,
    is_infinitive,
    is_negated,
    is_preceded_by,
    is_question,
    lemma_of,
    lemma_with_particle,
    preposition_of,
    subordinator,
)
from sociogram.extraction.qualification.state import Scope
from sociogram.extraction.qualification.truth import (
    add_report,
    add_told,
    errs,
    is_missing,
    is_scarce,
    is_undone,
    is_untrue,
    is_without,
)
from sociogram.knowledge.scope_words import DENIED, ScopeWords
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Modality
from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("qualification")
_EXISTENCE_VERBS = _WORDS.words("existence-verbs")
_PROSECUTING = _WORDS.words("prosecuting-verbs")
_IDEA_VERBS = _WORDS.words("idea-verbs")
_RESOLVE_VERBS = _WORDS.words("resolve-verbs")
_UNDENYING_NOUNS = _WORDS.words("undenying-nouns")
_TRACES = _WORDS.words("traces")
_CONDITIONS = _WORDS.words("conditions")
_DEVOTING_VERBS = _WORDS.words("devoting-verbs")
_AIMS = _WORDS.words("aims")
_AVERTING = _WORDS.values("averting-verbs")
_CHOICES = _WORDS.words("choices")
_ADVICE = _WORDS.words("advice")
_IMAGINED = _WORDS.words("imagined-nouns")
_CANDIDACY = load_vocabulary("propositions").words("candidacy-nouns")
_POST_VERBS = _WORDS.words("post-verbs")
_SUCCESS = _WORDS.words("success")
_HEARSAY = _WORDS.words("hearsay")
_PURPOSES = _WORDS.words("purposes")
_HALTING = _WORDS.values("halting-verbs")
_CUT_SHORT = _WORDS.words("cut-short")
_SHARING = frozenset({"by", "through", "in", "on", "upon"})
"""Prepositions of a gerund that is done only where the verb above is: "could win by bribing him"."""


def through_noun(tokens: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> bool:
    """From a clause to the noun it hangs on: "his refusal to …", "the claim that …"."""
    lemma = lemma_of(tokens, head)
    mark = subordinator(tokens, node)
    infinitive = is_infinitive(tokens, node)
    if not infinitive and mark != "that":
        return False
    effects = words.nouns.get(lemma, ())
    if lemma in _UNDENYING_NOUNS and mark == "that" and _is_certain(tokens, words, head):
        # "there is no doubt that"
        return False
    if mark == "that" and lemma in _CONDITIONS and tokens.dep[head] == "pobj":
        scope.suppose()
        return False
    if _is_due(tokens, node, head):
        effects = (Modality.DEMANDED.value,)
    if lemma == "order" and tokens.lower[head - 1] == "in":
        effects = (Modality.INTENDED.value,)
    if mark == "that" and Modality.INTENDED.value in effects:
        effects = (Modality.INTENDED.value,)
    if infinitive and not _is_singled(tokens, head):
        effects = effects or _effects_of_candidacy(tokens, head)
    if not effects and infinitive and tokens.lower[head] not in {"first", "last", "only", "one"}:
        effects = (Modality.INTENDED.value,)
    disputed = not infinitive and _is_disputed(tokens, words, head, effects)
    refuted = disputed and not is_undone(tokens, words, tokens.head[head])
    # Who rejects a theory says that it is untrue, and not that it may be.
    scope.add(tuple(effect for effect in effects if not (refuted and effect == Modality.POSSIBLE.value)))
    if not disputed:
        _add_governor(tokens, words, head, effects, scope)
    elif refuted:
        scope.negate()
        scope.refuted.add(head)
        scope.strengthen(Modality.REPORTED)
    if mark == "that":
        add_report(tokens, words, head, scope)
    return False


def _is_certain(tokens: Tokens, words: ScopeWords, noun: int) -> bool:
    return has_child(tokens, noun, "no") or is_scarce(tokens, words, noun)


def _is_disputed(tokens: Tokens, words: ScopeWords, noun: int, effects: tuple[str, ...]) -> bool:
    """Whether what the noun says is taken back: "retracted its report that", "the claim that … was debunked"."""
    verb = tokens.head[noun]
    return (
        tokens.dep[noun] in {"dobj", "nsubjpass"}
        and Modality.INTENDED.value not in effects
        and DENIED not in effects
        and lemma_with_particle(tokens, verb) in words.disputed
    )


def _is_due(tokens: Tokens, node: int, noun: int) -> bool:
    """Whether it is time that it be done: "now is the time for all to stand up", "it is time to act"."""
    return (
        tokens.lower[noun] == "time"
        and tokens.dep[noun] in {"attr", "nsubj"}
        and tokens.lemma[tokens.head[noun]] == "be"
        and is_infinitive(tokens, node)
        and all(
            tokens.lower[child] in {"the", "high", "past"} for child in tokens.children[noun] if child < noun
        )
    )


def through_relative(tokens: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> None:
    """From a relative clause to a noun that is not there, "nothing to suggest that", or is taken back."""
    if _is_due(tokens, node, head):
        scope.strengthen(Modality.DEMANDED)
    if is_missing(tokens, words, head, _EXISTENCE_VERBS):
        scope.conditional = True
        scope.strengthen(Modality.POSSIBLE)
    first = tokens.left[node]
    if lemma_of(tokens, head) in _IMAGINED and tuple(tokens.lower[first : first + 2]) == ("in", "which"):
        scope.strengthen(Modality.POSSIBLE)
    if is_infinitive(tokens, node) and not _is_singled(tokens, head) and not has_child(tokens, node, "have"):
        # "a favourite to win": the parser takes it for a relative clause
        scope.add(_effects_of_candidacy(tokens, head))
    add_told(tokens, words, head, scope)


def _effects_of_candidacy(tokens: Tokens, noun: int) -> tuple[str, ...]:
    """What becomes of the infinitive behind a noun for somebody who may come to do it: "a favourite to win"."""
    return (Modality.POSSIBLE.value,) if lemma_of(tokens, noun) in _CANDIDACY else ()


def _is_singled(tokens: Tokens, noun: int) -> bool:
    """Whether the infinitive behind the noun has happened: "the first candidate to visit Bonn", "the youngest to"."""
    return any(
        tokens.lower[child] in {"first", "last", "only", "latest", "one"} or tokens.tag[child] == "JJS"
        for child in tokens.children[noun]
        if child < noun
    )


def _add_governor(
    tokens: Tokens, words: ScopeWords, noun: int, effects: tuple[str, ...], scope: Scope
) -> None:
    """As in "has no plan to", "no evidence that", "dropped the plan to", "rejected the claim that"."""
    planned = Modality.INTENDED.value in effects
    verb = tokens.head[noun] if tokens.dep[noun] in {"dobj", "attr", "nsubjpass"} else None
    negative = is_negative(tokens, words, noun)
    if verb is not None and tokens.lemma[verb] in _EXISTENCE_VERBS:
        negative = negative != is_undone(tokens, words, verb)
    if negative and planned:
        scope.negate()
    elif negative:
        scope.strengthen(Modality.POSSIBLE)
    ended = words.given_up if planned else words.disputed
    if verb is not None and lemma_with_particle(tokens, verb) in ended and not is_undone(tokens, words, verb):
        scope.negate()


def through_gerund(tokens: Tokens, words: ScopeWords, head: int, scope: Scope) -> bool:
    """From a gerund over its preposition to what that hangs on: "without paying", "accused of lying"."""
    word, governor = preposition_of(tokens, head)
    if word == "of" and tokens.lower[head - 1] == "out" and tokens.head[head - 1] == governor:
        # "backed out of suing": the parser takes "out" for a preposition of its own.
        word = "out of"
    if word == "of" and is_preceded_by(tokens, head, "short"):
        # "stopped short of suing"
        scope.negate()
        add_beside(tokens, words, governor, scope, negatable=True)
        return False
    if word in words.conditions:
        # "provided that she pays", of which the parser makes a preposition.
        scope.suppose()
        return False
    if word in {"without", "than"} or (word == "of" and is_preceded_by(tokens, head, "instead")):
        scope.negate()
        return False
    if word == "from" and lemma_of(tokens, governor) in words.from_verbs:
        scope.negate()
        add_beside(tokens, words, governor, scope, negatable=True)
        return False
    if word == "against":
        _add_against(tokens, words, governor, scope)
        return False
    if tokens.pos[governor] in {"NOUN", "PROPN"}:
        above = tokens.head[tokens.head[governor]]
        if tokens.dep[tokens.head[governor]] != "agent" or lemma_of(tokens, above) not in words.verbs:
            effects = words.nouns.get(lemma_of(tokens, governor), ())
            scope.add(effects)
            if Modality.REPORTED.value in effects or Modality.ALLEGED.value in effects:
                add_report(tokens, words, governor, scope)
            _add_governor(tokens, words, governor, effects, scope)
            if lemma_of(tokens, governor) in _PURPOSES and is_without(tokens, words, governor):
                scope.negate()
            return False
        # "accused by two men of lying": the phrase hangs on the men by mistake.
        governor = above
    if tokens.pos[governor] in {"ADJ", "ADV"}:
        errs(tokens, governor, scope)
        scope.add(words.adjectives.get(tokens.lower[governor], ()))
        add_beside(tokens, words, tokens.head[governor], scope, negatable=True)
    elif tokens.pos[governor] in VERBAL:
        errs(tokens, governor, scope)
        helpers = {tokens.lower[child] for child in tokens.children[governor] if tokens.dep[child] == "aux"}
        if word == "by" and "have" in helpers and not helpers.isdisjoint({"may", "might", "could"}):
            return False  # "may have broken the law by paying her": the payment is no guess
        _add_verb_of_gerund(tokens, words, governor, word, scope)
        # "urged him to join her in suing": nor has he done that.
        joins = word == "in" and tokens.tag[governor] == "VB"
        return word == "by" or joins or (word == "of" and scope.said)
    return False


def _add_against(tokens: Tokens, words: ScopeWords, governor: int, scope: Scope) -> None:
    """As in "decided against meeting", "warned them against meeting": whoever says so, it is not done."""
    lemma = lemma_of(tokens, governor)
    scope.negate()
    if lemma in _ADVICE:
        scope.strengthen(Modality.DEMANDED)
    elif lemma not in _CHOICES:
        scope.strengthen(Modality.POSSIBLE)
    if tokens.pos[governor] in VERBAL:
        add_beside(tokens, words, governor, scope, negatable=lemma in _CHOICES)


def _add_verb_of_gerund(tokens: Tokens, words: ScopeWords, verb: int, preposition: str, scope: Scope) -> None:
    """Take up what a verb with its preposition says of a gerund: "accused of", "insisted on"."""
    lemma = lemma_of(tokens, verb)
    if _is_asked_how(tokens, verb):
        scope.strengthen(Modality.POSSIBLE)
    if lemma in _AVERTING.get(preposition, ()) or lemma_with_particle(tokens, verb) in _AVERTING.get(
        preposition, ()
    ):
        scope.negate()
        add_beside(tokens, words, verb, scope, negatable=True)
    elif preposition in {"of", "with", "for", "as"} and is_untrue(tokens, words, verb):
        scope.refute((DENIED,), verb)
    elif preposition == "of" and (lemma in words.of_verbs or _thinks_better(tokens, verb)):
        scope.negate()
    elif preposition == "in" and lemma in _SUCCESS:
        if lemma == "fail":
            scope.negate()
        add_beside(tokens, words, verb, scope, negatable=True)
    elif preposition in {"in", "to", "about"} and _is_pointless(tokens, words, verb):
        scope.negate()
    elif preposition in {"in", "on", "about", "over"} and _is_halting(tokens, verb):
        # "dragged her feet in supporting him": she may never have.
        scope.strengthen(Modality.POSSIBLE)
        scope.said = True
    elif preposition == "before" and lemma in _CUT_SHORT and tokens.child(verb, "dobj") is None:
        # Who "killed Bob before meeting Ann" lived to meet her; who "was killed before meeting her" may not have.
        scope.strengthen(Modality.POSSIBLE)
    elif preposition in {"of", "with"} and Modality.ALLEGED.value in words.verbs.get(lemma, ()):
        scope.strengthen(Modality.POSSIBLE if is_undone(tokens, words, verb) else Modality.ALLEGED)
        add_beside(tokens, words, verb, scope, negatable=False)
        # What stands further up denies the reproach and not what it is about.
        scope.said = True
    elif preposition == "for" and lemma in _PROSECUTING:
        scope.strengthen(Modality.ALLEGED)
        scope.said = True
    elif preposition in {"of", "about"} and lemma in _IDEA_VERBS:
        scope.strengthen(Modality.POSSIBLE)
    elif _is_aimed(tokens, verb, preposition) or (
        (preposition == "to" and lemma == "look" and has_child(tokens, verb, "forward"))
        or (preposition == "on" and lemma in _RESOLVE_VERBS)
    ):
        scope.strengthen(Modality.INTENDED)
        add_beside(tokens, words, verb, scope, negatable=True)
    elif preposition == "by" and is_negated(tokens, verb):
        # "did not win by bribing him": whether it was the winning or the bribing is left open.
        scope.strengthen(Modality.POSSIBLE)
    elif preposition in _SHARING:
        # "could win by bribing him": it is done where the other is.
        add_beside(tokens, words, verb, scope, negatable=False)


def _is_aimed(tokens: Tokens, verb: int, preposition: str) -> bool:
    """Whether the gerund is what effort goes to: "turned her focus to winning", "devoted himself to winning"."""
    if preposition not in {"to", "toward", "towards"}:
        return False
    thing = tokens.child(verb, "dobj", "nsubjpass")
    return lemma_of(tokens, verb) in _DEVOTING_VERBS or (
        thing is not None and lemma_of(tokens, thing) in _AIMS
    )


def _is_halting(tokens: Tokens, verb: int) -> bool:
    """Whether somebody is slow to do it: "dragged her feet on paying", "wavered on paying"."""
    halts = _HALTING.get(lemma_of(tokens, verb))
    thing = tokens.child(verb, "dobj")
    return halts is not None and (not halts or (thing is not None and lemma_of(tokens, thing) in halts))


def _is_asked_how(tokens: Tokens, verb: int) -> bool:
    """Whether it is an infinitive behind "how" or "when", which nobody need have done."""
    return is_infinitive(tokens, verb) and is_question(tokens, verb)


def _thinks_better(tokens: Tokens, verb: int) -> bool:
    return lemma_of(tokens, verb) == "think" and has_child(tokens, verb, "better")


def _is_pointless(tokens: Tokens, words: ScopeWords, verb: int) -> bool:
    """Whether a missing point or interest is the object: "saw no point in meeting"; "lost no time in" is none."""
    return any(
        tokens.dep[child] in {"dobj", "attr"}
        and lemma_of(tokens, child) in _PURPOSES
        and is_without(tokens, words, child)
        for child in tokens.children[verb]
    )


def through_prepositional_object(
    tokens: Tokens, words: ScopeWords, head: int, scope: Scope, *, is_trigger: bool
) -> bool:
    """From a noun to its preposition: "without support", "a lack of support", "called for a strike"."""
    word, governor = tokens.lower[head], tokens.head[head]
    if word == "without" and is_trigger:
        scope.negate()
        return False
    if word == "as" and is_trigger and tokens.pos[governor] in VERBAL:
        # "was ruled out as the killer", "was wrongly named as the killer"
        if lemma_with_particle(tokens, governor) in words.disputed or is_untrue(tokens, words, governor):
            scope.negate()
        elif lemma_of(tokens, governor) in _POST_VERBS:
            # "refused to serve as chairman": of the post it is true as far as of the serving.
            return True
        return False
    lemma = lemma_of(tokens, governor)
    if tokens.pos[governor] == "NOUN" and is_trigger and word in {"of", "to", "in", "on", "about"}:
        if lemma in _HEARSAY and word in {"of", "about"}:
            # "spread theories about its involvement"
            scope.strengthen(Modality.ALLEGED)
        elif DENIED in words.nouns.get(lemma, ()):
            scope.negate()
        elif lemma in _TRACES and is_missing(tokens, words, governor, _EXISTENCE_VERBS):
            # "found no trace of a payment"
            scope.strengthen(Modality.POSSIBLE)
        return False
    called_for = is_trigger and tokens.pos[governor] in VERBAL and word == "for"
    if called_for and Modality.DEMANDED.value in words.verbs.get(lemma, ()):
        scope.strengthen(Modality.DEMANDED)
        add_beside(tokens, words, governor, scope, negatable=True)
    return False


def through_preposition(tokens: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> bool:
    """From a preposition to what it hangs on."""
    if any(tokens.dep[child] == "pcomp" for child in tokens.children[node]):
        return True
    if tokens.pos[head] in VERBAL and tokens.dep[node] == "prep":
        add_beside(tokens, words, head, scope, negatable=True)
    return True


def is_plea(tokens: Tokens, words: ScopeWords, node: int, head: int) -> bool:
    """Whether the clause tells of a plea, or of one that is the verb's object: "made a plea for them to unite"."""
    plea = head if tokens.pos[head] == "NOUN" else tokens.child(head, "dobj")
    return (
        plea is not None
        and plea == tokens.left[node] - 1
        and subordinator(tokens, node) == "for"
        and Modality.DEMANDED.value in words.nouns.get(lemma_of(tokens, plea), ())
    )
