"""Steps up to a verb, and what it does to the clause below it: "refused to …", "claims that …", "if …".

Each step says whether what stands further up still reaches down to the trigger.
"""

from __future__ import annotations

from sociogram.extraction.qualification.beside import add_beside, is_negative
from sociogram.extraction.qualification.grammar import (
    VERBAL,
    has_child,
    has_modal,
    is_infinitive,
    is_inverted_condition,
    is_negated,
    is_perfect,
    is_question,
    is_too_much,
    lemma_of,
    lemma_with_particle,
    subordinator,
)
from sociogram.extraction.qualification.state import Scope
from sociogram.extraction.qualification.truth import (
    errs,
    is_untrue,
    predicate_effects,
    report_effects,
)
from sociogram.knowledge.scope_words import DENIED, ScopeWords
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Modality
from sociogram.parse.tokens import Tokens

COPULAS = load_vocabulary("qualification").words("copulas")
_ESCAPES = load_vocabulary("qualification").words("escapes")
_NOBODY = frozenset({"nobody", "none", "noone", "no-one"})
_WINNING = load_vocabulary("qualification").words("winning-verbs")
_TALK = load_vocabulary("qualification").words("talk")
_CAUSING = load_vocabulary("qualification").words("causing-verbs")
PAUSES = frozenset({"stop", "pause", "halt", "quit"})
_PROVIDED = frozenset({"provide", "suppose", "assume"})
_SURE = frozenset({"sure", "certain"})
_NARROWLY = frozenset({"narrowly", "just", "barely"})


def through_complement(tokens: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> bool:
    """From a predicate or an infinitive to its verb or adjective: "refused to pay", "unable to pay"."""
    able = any(tokens.lower[child] in {"can", "ca", "could"} for child in tokens.children[head])
    if lemma_of(tokens, head) == "help" and tokens.tag[node] == "VBG" and able and is_negated(tokens, head):
        # "could not help laughing": she laughed.
        return True
    if tokens.pos[head] in {"ADJ", "ADV"} or (
        tokens.tag[head] in {"JJ", "VBN"} and tokens.dep[head] == "acomp"
    ):
        verb = tokens.head[head]
        if tokens.lower[head] != "able" or not (is_negated(tokens, verb) or _is_past(tokens, verb)):
            lemma = lemma_with_particle(tokens, head)
            if is_infinitive(tokens, node) and is_too_much(tokens, head):
                exceed(scope)
            else:
                scope.add(words.adjectives.get(tokens.lower[head], words.adjectives.get(lemma, ())))
            errs(tokens, head, scope)
    elif tokens.pos[head] in VERBAL and tokens.dep[node] in {"xcomp", "ccomp"}:
        _add_governor(tokens, words, node, head, scope)
        mistake = tokens.child(head, "attr")
        if mistake is not None:
            errs(tokens, mistake, scope)
    elif tokens.dep[node] == "oprd" and is_untrue(tokens, words, head):
        # "was falsely called the killer of"
        scope.refute((DENIED,), head)
    add_beside(tokens, words, head, scope, negatable=True)
    return True


def _is_past(tokens: Tokens, verb: int) -> bool:
    """Whether what was possible was done: "was able to pay", "has been able to pay", not "may have been able to"."""
    return tokens.tag[verb] == "VBD" or (is_perfect(tokens, verb) and not has_modal(tokens, verb))


def exceed(scope: Scope) -> None:
    """Take up a "too … to": "too wide to close", "too weak for them to win" leaves it undone, or nearly so."""
    scope.negate()
    scope.strengthen(Modality.POSSIBLE)


def _add_governor(tokens: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> None:
    """Take up what a verb says of the infinitive or the participle that it governs."""
    lemma = lemma_with_particle(tokens, head)
    scope.caused = scope.caused or (lemma in _CAUSING and _has_own_doer(tokens, node, head))
    bare = tokens.tag[node] == "VB"
    if is_infinitive(tokens, node) and is_question(tokens, node):
        # "explained how to bribe him": nobody need have done it.
        scope.strengthen(Modality.POSSIBLE)
    if is_untrue(tokens, words, head):
        # "was wrongly said to have paid"
        scope.refute((DENIED,), head)
        return
    if tokens.lower[head] == "used" and bare:
        return
    if tokens.tag[head] == "MD":
        # "ought to pay"
        scope.add(words.auxiliaries.get(tokens.lower[head], ()))
    elif lemma in {"have", "be"} and _is_yet(tokens, node, head):
        scope.negate()
    elif lemma == "have" and bare and is_infinitive(tokens, node):
        scope.strengthen(Modality.DEMANDED)
    elif lemma == "be" and _lies_ahead(tokens, words, node, head):
        scope.strengthen(Modality.INTENDED)
    elif (lemma == "go" and tokens.tag[head] != "VBG") or is_result(tokens, node, lemma):
        return
    elif lemma == "use" and is_infinitive(tokens, node) and tokens.dep[node] == "xcomp":
        # "used the aid to compel an ally": a purpose, whether or not it was reached.
        scope.strengthen(Modality.INTENDED)
    elif lemma == "warn" and bare:
        scope.add((Modality.DEMANDED.value,))
    elif _orders(tokens, words, node, head, lemma):
        scope.strengthen(Modality.DEMANDED)
    elif lemma == "forget" and tokens.tag[node] == "VBG":
        return
    elif lemma in PAUSES and is_infinitive(tokens, node):
        # "stopped to meet her" is the contrary of "stopped meeting her".
        scope.strengthen(Modality.INTENDED)
    elif lemma in _ESCAPES:
        if lemma != "miss" or any(tokens.lower[child] in _NARROWLY for child in tokens.children[head]):
            scope.negate()
    elif lemma not in words.transparent:
        effects = _effects_above(tokens, words, lemma, node)
        if not effects and bare and is_infinitive(tokens, node) and not _has_own_doer(tokens, node, head):
            # What somebody "applied", "trained" or "queued to" do he need not have done.
            effects = () if lemma == "be" else (Modality.INTENDED.value,)
        scope.add(effects)
        if lemma == "rule out" and is_negated(tokens, head):
            scope.strengthen(Modality.POSSIBLE)


def _lies_ahead(tokens: Tokens, words: ScopeWords, node: int, be: int) -> bool:
    """As in "she is to meet him", "the aim was to defeat him"; not in "her practice was to pay", "she is to blame"."""
    subject = tokens.child(be, "nsubj")
    if subject is None or not is_infinitive(tokens, node) or lemma_of(tokens, node) == "blame":
        return False
    if tokens.child(be, "attr", "acomp") is not None:
        return False  # "is the first to confirm it"
    aimed = Modality.INTENDED.value in words.nouns.get(lemma_of(tokens, subject), ())
    return aimed or tokens.pos[subject] in {"PROPN", "PRON"} or tokens.tag[be] != "VBD"


def _has_own_doer(tokens: Tokens, node: int, head: int) -> bool:
    """Whether another than the subject of ``head`` is made to do it: "make him pay", "force him to pay"."""
    return tokens.child(node, "nsubj", "nsubjpass") is not None or any(
        tokens.dep[child] in {"dobj", "dative"} and child < node for child in tokens.children[head]
    )


def _is_yet(tokens: Tokens, node: int, head: int) -> bool:
    """As in "has yet to pay"."""
    return has_child(tokens, node, "yet") or has_child(tokens, head, "yet")


def _effects_above(tokens: Tokens, words: ScopeWords, lemma: str, node: int) -> tuple[str, ...]:
    effects = words.verbs.get(lemma, ())
    if len(effects) > 1 and tokens.tag[node] == "VBG" and Modality.DEMANDED.value in effects:
        return (Modality.POSSIBLE.value,)
    return effects[:1]


def _orders(tokens: Tokens, words: ScopeWords, node: int, head: int, lemma: str) -> bool:
    """Whether the verb above tells somebody else to do it: "asked [him] to resign"."""
    if Modality.DEMANDED.value not in words.verbs.get(lemma, ()) or lemma == "have":
        return False
    if tokens.dep[node] == "ccomp":
        return True
    return any(tokens.dep[child] in {"dobj", "dative", "nsubjpass"} for child in tokens.children[head])


def through_clause(tokens: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> bool:
    """From a clause to the verb of saying or thinking above it: its own class, then what stands beside it."""
    lemma = lemma_with_particle(tokens, head)
    if lemma not in words.clauses:
        lemma = lemma_of(tokens, head)
    if node < head and is_inverted_condition(tokens, node):
        scope.suppose()
        return False
    if node < head:
        # "…, she said": only a denial or a claim colours it.
        scope.add(_only_claims(words, lemma))
        return False
    mark = subordinator(tokens, node)
    # "vowed to make them pay", of which the parser makes a clause
    scope.caused = scope.caused or (lemma in _CAUSING and not mark)
    if lemma_of(tokens, head) in _SURE and lemma_of(tokens, tokens.head[head]) == "make":
        # "made sure that he won": he did, where she does it; who "is making sure that he wins" is at it yet.
        scope.caused = True
        if tokens.tag[tokens.head[head]] == "VBG":
            scope.strengthen(Modality.INTENDED)
        return True
    effects = words.clauses.get(lemma, ())
    if lemma == "have" and (talk := _talk(tokens, head)) is not None:
        if is_untrue(tokens, words, head):
            scope.refute((DENIED,), head)
        else:
            _add_hearsay(tokens, words, talk, scope)
        return False
    if mark == "that" and lemma in words.doubted | words.disputed and _is_undisputed(tokens, words, head):
        # "nobody disputes that": so they say.
        scope.strengthen(Modality.REPORTED)
        scope.saying = head
        scope.said = True
        return True
    if lemma in words.subjunctive and (tokens.tag[node] != "VB" or has_modal(tokens, node)):
        # "suggests he knew", "insists he will go" report; "suggests he go" demands.
        effects = ()
    if lemma in COPULAS or tokens.child(head, "acomp") is not None:
        effects = _of_predicate(tokens, words, head) or (effects if lemma != "be" else ())
    if lemma_of(tokens, head) in _PROVIDED and tokens.dep[head] in {"prep", "advcl", "mark"}:
        # "provided that the unions agree"
        scope.suppose()
        return False
    if mark in {"if", "whether"}:
        # "asked whether she would": a question tells no future.
        scope.conditional = True
        scope.strengthen(Modality.POSSIBLE)
    elif is_untrue(tokens, words, head):
        scope.refute((DENIED,), head)
    elif any(_is_far_from(tokens, child) for child in tokens.children[head]):
        scope.strengthen(Modality.POSSIBLE)
    elif tokens.pos[head] not in VERBAL:
        scope.add(_of_adjective(words, tokens.lower[head])[-1:])
    else:
        scope.add(effects)
    if lemma in words.factive and not effects:
        return False
    if mark in {"if", "whether"}:
        return False
    scope.saying = head
    if not (lemma in words.neg_raising or _predicates_truth(tokens, words, head)):
        if scope.denied and DENIED in effects and is_negated(tokens, head):
            # "did not deny that": it stays open.
            scope.denied = False
        scope.said = True
    add_beside(tokens, words, head, scope, negatable=True, governs=True)
    return True


def _talk(tokens: Tokens, verb: int) -> int | None:
    """The talk that "has it": "rumour has it that"; who "has it in writing that" has no rumour."""
    source = tokens.child(verb, "nsubj") if has_child(tokens, verb, "it") else None
    return source if source is not None and lemma_of(tokens, source) in _TALK else None


def _add_hearsay(tokens: Tokens, words: ScopeWords, talk: int, scope: Scope) -> None:
    """Take up what ``talk`` has it that is so: "rumour has it that", "an unfounded rumour had it that"."""
    scope.strengthen(Modality.REPORTED)
    effects = report_effects(tokens, words, talk)
    if effects:
        scope.refute(effects, talk)
    else:
        scope.add(words.nouns.get(lemma_of(tokens, talk), ()))


def _is_undisputed(tokens: Tokens, words: ScopeWords, verb: int) -> bool:
    """Whether nobody at all disputes it: "no one doubts that", "there is no denying that"."""
    if tokens.tag[verb] == "VBG" and has_child(tokens, verb, "no"):
        return True
    subject = tokens.child(verb, "nsubj")
    return (
        subject is not None
        and (
            tokens.lower[subject] in _NOBODY
            or (tokens.lower[subject] == "one" and is_negative(tokens, words, subject))
        )
        and not is_negated(tokens, verb)
    )


def _is_far_from(tokens: Tokens, child: int) -> bool:
    """As in "it is far from certain that"."""
    return tokens.lower[child] == "far" and tokens.lower[min(child + 1, len(tokens) - 1)] == "from"


def _of_adjective(words: ScopeWords, adjective: str) -> tuple[str, ...]:
    """What an adjective does to the clause behind it: "sure that he won" foretells nothing, as "sure to win" does."""
    return (Modality.REPORTED.value,) if adjective in _SURE else words.adjectives.get(adjective, ())


def _of_predicate(tokens: Tokens, words: ScopeWords, verb: int) -> tuple[str, ...]:
    """The effects of the adjective in "it is likely that", of the noun in "her claim is that", "it is a myth that"."""
    for child in tokens.children[verb]:
        if tokens.dep[child] == "acomp":
            return _of_adjective(words, tokens.lower[child])
        if tokens.dep[child] in {"nsubj", "attr"} and tokens.pos[child] == "NOUN":
            effects = words.nouns.get(lemma_of(tokens, child), ())
            if effects:
                return effects[:1]
    return ()


def _predicates_truth(tokens: Tokens, words: ScopeWords, verb: int) -> bool:
    """As in "It is (not) true that …"."""
    return tokens.lemma[verb] == "be" and any(
        tokens.dep[child] in {"acomp", "attr"} and tokens.lower[child] in words.truths
        for child in tokens.children[verb]
    )


def _only_claims(words: ScopeWords, lemma: str) -> tuple[str, ...]:
    effects = words.clauses.get(lemma, ())
    return tuple(effect for effect in effects if effect == Modality.ALLEGED.value)


def through_subject(tokens: Tokens, words: ScopeWords, head: int, scope: Scope) -> None:
    """From a clause that is a subject: "that she paid can be ruled out", "that she paid is false"."""
    lemma = lemma_with_particle(tokens, head)
    effects = predicate_effects(tokens, words, head) or words.clauses.get(lemma, ())
    if DENIED in effects and not is_negated(tokens, head):
        scope.negate()
    elif Modality.POSSIBLE.value in effects or (lemma in words.proving and is_negated(tokens, head)):
        scope.strengthen(Modality.POSSIBLE)


def is_result(tokens: Tokens, node: int, lemma: str) -> bool:
    """Whether an infinitive tells what came of a success: "beat Roe to become mayor", "rose to become mayor"."""
    return lemma in _WINNING and lemma_of(tokens, node) in {"become", "lead", "head", "win", "take"}
