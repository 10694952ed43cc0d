"""Whether what is said is so: "the false report that", "wrongly accused of", "nearly", "could not verify the claim"."""

from __future__ import annotations

from sociogram.extraction.qualification.beside import add_beside, is_negative
from sociogram.extraction.qualification.grammar import (
    VERBAL,
    has_modal,
    is_negated,
    is_perfect,
    lemma_of,
    lemma_with_particle,
    subordinator,
)
from sociogram.extraction.qualification.state import Scope
from sociogram.knowledge.scope_words import DENIED, ScopeWords
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Modality
from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("qualification")
_COPULAS = _WORDS.words("copulas")
_APOLOGIES = _WORDS.words("apologies")
_ERRORS = _WORDS.words("errors")
_NAMING = _WORDS.words("naming-verbs")
_RETREATS = _WORDS.words("retreats")
_FACTS = _WORDS.words("facts")
_LEAST = _WORDS.words("least")
_JUDGING = _WORDS.words("judging-words")
_EXISTENCE = _WORDS.words("existence-verbs")
_TRUTH = frozenset({"truth", "substance", "basis", "foundation", "merit", "validity", "ground"})
"""Grounds without which a claim is not so; without evidence it is open."""
_INDEFINITE = frozenset(
    {"any", "anything", "anyone", "anybody", "much", "enough", "sufficient", "conclusive"}
)
_PREDICATES = frozenset({"acomp", "attr", "oprd", "xcomp"})


def is_untrue(tokens: Tokens, words: ScopeWords, verb: int) -> bool:
    """Whether the writer says that what ``verb`` says is not so: "falsely claimed", "lied"."""
    if lemma_with_particle(tokens, verb) in words.untrue_verbs:
        return True
    return any(
        tokens.dep[child] == "advmod" and tokens.lower[child] in words.untrue
        for child in tokens.children[verb]
    )


def errs(tokens: Tokens, node: int, scope: Scope) -> None:
    """Take up that what is said below is an error or a lie: "erred in saying that", "was wrong to claim that"."""
    if (
        scope.saying >= 0
        and tokens.lemma[node].lower() in _ERRORS
        and not is_negated(tokens, tokens.head[node])
    ):
        scope.belie((DENIED,))


def is_undone(tokens: Tokens, words: ScopeWords, verb: int) -> bool:
    """Whether ``verb`` is denied: by "not", by a subject that is nobody, or by "failed to" or "unable to" above it."""
    negated = is_negated(tokens, verb) or any(
        tokens.dep[child] in {"nsubj", "nsubjpass"} and is_negative(tokens, words, child)
        for child in tokens.children[verb]
    )
    above = tokens.head[verb]
    if tokens.dep[verb] != "xcomp" or above == verb:
        return negated
    effects = words.verbs if tokens.pos[above] in VERBAL else words.adjectives
    return negated != (DENIED in effects.get(lemma_with_particle(tokens, above), ()))


def add_told(tokens: Tokens, words: ScopeWords, noun: int, scope: Scope) -> None:
    """Take up what becomes of a noun that says something by a relative clause: "retracted a story saying that"."""
    verb = tokens.head[noun]
    taken_back = (
        tokens.dep[noun] in {"dobj", "nsubjpass"} and lemma_with_particle(tokens, verb) in words.disputed
    )
    denied = taken_back and not is_undone(tokens, words, verb)
    effects = (DENIED,) if denied else report_effects(tokens, words, noun)
    if effects and scope.saying >= 0:
        scope.belie(effects)


def add_misnaming(tokens: Tokens, words: ScopeWords, verb: int, scope: Scope) -> None:
    """Take up that a tie or a role is only said, and wrongly: "was falsely linked to"; who "wrongly fired" fired."""
    if lemma_of(tokens, verb) in _NAMING and is_untrue(tokens, words, verb):
        scope.negate()


def report_effects(tokens: Tokens, words: ScopeWords, noun: int) -> tuple[str, ...]:
    """What the adjectives before a noun of saying do to what it says: "the false report", "unconfirmed reports"."""
    for child in tokens.children[noun]:
        before = child < noun and tokens.dep[child] in {"amod", "compound", "nmod"}
        # "the claim, since debunked, that"; "the claim, which was later retracted, that"
        behind = child > noun and tokens.tag[child] == "VBN" and tokens.dep[child] in {"acl", "relcl"}
        if before or (behind and not is_negated(tokens, child)):
            effects = words.reports.get(tokens.lower[child], ())
            if effects:
                return effects
    return ()


def source_effects(tokens: Tokens, words: ScopeWords, source: int) -> tuple[str, ...]:
    """What it does to a saying that its source is "a debunked report", "few papers" or "hardly anybody"."""
    if is_scarce(tokens, words, source):
        return (Modality.POSSIBLE.value,)
    return report_effects(tokens, words, source) if tokens.pos[source] == "NOUN" else ()


def is_scarce(tokens: Tokens, words: ScopeWords, noun: int) -> bool:
    """Whether hardly any of it is there: "little evidence", "hardly anything"; "a few papers" are some."""
    if tokens.lower[tokens.left[noun]] in {"hardly", "scarcely", "barely"}:
        return True
    if tokens.lower[noun] in {"little", "few"}:
        return not any(tokens.lower[child] == "a" for child in tokens.children[noun])
    return any(
        tokens.lower[child] in words.scarce and not (child > 0 and tokens.lower[child - 1] == "a")
        for child in tokens.children[noun]
        if child < noun
    )


def is_missing(tokens: Tokens, words: ScopeWords, noun: int, existence: frozenset[str]) -> bool:
    """Whether a noun is said not to be there: "nothing that …", "did not find any paper that …", "little to …"."""
    if is_negative(tokens, words, noun) or is_scarce(tokens, words, noun):
        return True
    verb = tokens.head[noun]
    if tokens.dep[noun] not in {"dobj", "attr"} or tokens.lemma[verb] not in existence:
        return False
    near = {tokens.lower[noun], *(tokens.lower[child] for child in tokens.children[noun])}
    indefinite = not near.isdisjoint(_INDEFINITE) or lemma_of(tokens, noun) in _LEAST
    return indefinite and is_undone(tokens, words, verb)


def add_report(tokens: Tokens, words: ScopeWords, noun: int, scope: Scope) -> None:
    """Take up what stands around a noun of saying: its adjectives, its verb, and what is said of it."""
    if lemma_of(tokens, noun) in _FACTS:
        return
    effects = report_effects(tokens, words, noun)
    if effects:
        scope.refute(effects, noun)
        return
    dep, above = tokens.dep[noun], tokens.head[noun]
    if is_scarce(tokens, words, noun):
        scope.strengthen(Modality.POSSIBLE)
    elif dep == "pobj":
        _add_preposition_above(tokens, words, above, noun, scope)
    elif tokens.pos[above] in VERBAL and dep in {"nsubj", "nsubjpass", "dobj", "attr"}:
        _add_verb_of_report(tokens, words, above, noun, scope)


def _add_verb_of_report(tokens: Tokens, words: ScopeWords, verb: int, noun: int, scope: Scope) -> None:
    """As in "retracted the report that", "could not verify the claim that", "the claim that … is false"."""
    lemma, dep = lemma_with_particle(tokens, verb), tokens.dep[noun]
    told = dep in {"dobj", "nsubjpass"}
    if (
        (told and lemma in words.proving and _is_unproven(tokens, words, verb))
        or (told and lemma in words.doubted)
        or (lemma == "lack" and (told or tokens.child(verb, "dobj") is None))
    ):
        scope.strengthen(Modality.POSSIBLE)
    elif dep == "nsubj" and lemma in _COPULAS:
        effects = predicate_effects(tokens, words, verb)
        if effects:
            scope.refute(effects, noun)
    elif dep == "nsubj":
        scope.refute(_want_of_ground(tokens, words, verb), noun)


def _is_unproven(tokens: Tokens, words: ScopeWords, verb: int) -> bool:
    """Whether it is not done, or what would do it is not there: "no evidence to support claims that"."""
    behind = tokens.dep[verb] in {"acl", "relcl"}
    return is_undone(tokens, words, verb) or (behind and is_without(tokens, words, tokens.head[verb]))


def predicate_effects(tokens: Tokens, words: ScopeWords, verb: int) -> tuple[str, ...]:
    """The effects of the predicate: "is false", "turned out to be a lie", "proved unfounded", "is not true"."""
    below: int | None = verb
    while below is not None:
        verb, below = below, None
        negated = is_negated(tokens, verb)
        for child in tokens.children[verb]:
            if child < verb or tokens.dep[child] not in _PREDICATES:
                continue
            if tokens.pos[child] in VERBAL and tokens.lemma[child] == "be":
                below = child
                break
            if tokens.lower[child] in words.truths and negated:
                return (DENIED,)
            effects = words.reports.get(tokens.lower[child], ())
            if effects and not negated:
                return effects
    return ()


def _want_of_ground(tokens: Tokens, words: ScopeWords, verb: int) -> tuple[str, ...]:
    """As in "the claim that … has no basis", which is not so, "lacks evidence", which is open."""
    ground = tokens.child(verb, "dobj")
    if ground is None or lemma_of(tokens, ground) not in words.grounds:
        return ()
    return _without_ground(tokens, words, ground) if is_without(tokens, words, ground) else ()


def _without_ground(tokens: Tokens, words: ScopeWords, ground: int) -> tuple[str, ...]:
    false = lemma_of(tokens, ground) in _TRUTH and not is_scarce(tokens, words, ground)
    return (DENIED,) if false else (Modality.POSSIBLE.value,)


def _add_preposition_above(
    tokens: Tokens, words: ScopeWords, preposition: int, noun: int, scope: Scope
) -> None:
    """As in "no truth in the claim that", "cast doubt on the claim that", "apologised for its report that"."""
    governor = tokens.head[preposition]
    lemma, word = lemma_of(tokens, governor), tokens.lower[preposition]
    if lemma == "contrary" and word == "to":
        scope.refute((DENIED,), noun)
        return
    if word == "of" and tokens.pos[governor] == "NOUN":
        scarce = DENIED in words.nouns.get(lemma, ()) or lemma in _LEAST
        if scarce and (lemma not in _LEAST or is_missing(tokens, words, governor, _EXISTENCE)):
            scope.strengthen(Modality.POSSIBLE)
            return
    if tokens.pos[governor] in VERBAL:
        if word == "for" and lemma in _APOLOGIES and not is_negated(tokens, governor):
            scope.refute((DENIED,), noun)
        elif lemma in _RETREATS and word in {"from", "on"}:
            scope.strengthen(Modality.POSSIBLE)
        ground = next((child for child in tokens.children[governor] if tokens.dep[child] == "dobj"), None)
    else:
        ground = governor
    if ground is None:
        return
    if lemma_of(tokens, ground) == "doubt" and word in {"on", "about", "over"}:
        scope.strengthen(Modality.POSSIBLE)
    elif lemma_of(tokens, ground) in words.grounds and is_without(tokens, words, ground):
        scope.refute(_without_ground(tokens, words, ground), noun)


def is_without(tokens: Tokens, words: ScopeWords, noun: int) -> bool:
    """Whether a clause is without the noun: "saw no point in", "has little interest in", "lacks the will to"."""
    if is_negative(tokens, words, noun) or is_scarce(tokens, words, noun):
        return True
    verb = tokens.head[noun]
    return tokens.dep[noun] in {"dobj", "attr"} and (
        is_negated(tokens, verb) or lemma_of(tokens, verb) == "lack"
    )


def judgement_of(tokens: Tokens, node: int, head: int) -> int | None:
    """The adjective or noun of "it was wrong for her to attack him", "called it wrong for her to attack him"."""
    subject, object_ = tokens.child(head, "nsubj", "expl"), tokens.child(head, "dobj")
    if subordinator(tokens, node) != "for":
        return None
    if lemma_of(tokens, head) == "be" and subject is not None and tokens.lower[subject] == "it":
        return tokens.child(head, "acomp", "attr")
    named = object_ is not None and tokens.lower[object_] == "it"
    return tokens.child(head, "oprd", "acomp") if named else None


def through_judgement(tokens: Tokens, words: ScopeWords, verb: int, judgement: int, scope: Scope) -> bool:
    """From a deed to the judgement of it: "it was wrong for her to attack him" takes for granted that she did.

    Of what is or would be wrong nobody need have done it.
    """
    effects = words.adjectives.get(lemma_of(tokens, judgement), ())
    past = tokens.lower[verb] == "was" or is_perfect(tokens, verb)
    modal = has_modal(tokens, verb)
    if effects:
        scope.add(effects)
        add_beside(tokens, words, verb, scope, negatable=True)
        return True
    if not past or modal or lemma_of(tokens, judgement) not in _JUDGING:
        scope.strengthen(Modality.POSSIBLE)
    if modal:
        add_beside(tokens, words, verb, scope, negatable=False)
    return False
