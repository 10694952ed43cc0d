"""What the words above and beside a trigger do to it: a climb from the trigger to the root of its sentence.

Each word on the way up adds what stands beside it (auxiliaries, negation, adverbs) and what it does
itself to the words it governs ("refused to", "the plan to", "claims that"). What a sentence takes
for granted — relative clauses, appositions, reasons, what is known — stays untouched by a negation
or a "may" further up.
"""

from __future__ import annotations

from sociogram.extraction.qualification.adverbials import through_adverbial
from sociogram.extraction.qualification.beside import (
    add_attributes,
    add_beside,
    add_mood,
    add_negative_subject,
    comes_about,
)
from sociogram.extraction.qualification.clauses import (
    through_clause,
    through_complement,
    through_subject,
)
from sociogram.extraction.qualification.grammar import (
    VERBAL,
    has_child,
    is_infinitive,
    is_negated,
    lemma_of,
    lemma_with_particle,
    preposition_of,
    subordinator,
)
from sociogram.extraction.qualification.nouns import (
    through_gerund,
    through_noun,
    through_preposition,
    through_prepositional_object,
    through_relative,
)
from sociogram.extraction.qualification.state import Scope
from sociogram.extraction.qualification.truth import add_misnaming, is_undone
from sociogram.knowledge.scope_words import ScopeWords
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Modality
from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("qualification")
_UNDOING = _WORDS.words("undoing-verbs")
_PRESUPPOSING = _WORDS.words("presupposing-verbs")
_PAST_DEEDS = _WORDS.words("past-deeds")
_ENDING = _WORDS.words("ending-verbs")
_FORESEEING = _WORDS.words("foreseeing-verbs")
_COMING = _WORDS.words("coming")
_HOLDING = _WORDS.words("holding-verbs")
_DELAYING = _WORDS.words("delaying-verbs")
_RANKED = frozenset({"only", "sole", "first", "last"})
_UNDONE = frozenset({Modality.INTENDED, Modality.PREDICTED, Modality.DEMANDED, Modality.HYPOTHETICAL})
"""What is said so is still to be done."""
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_TAKEN_FOR_GRANTED = frozenset(
    {
        "relcl",
        "appos",
        "poss",
        "nsubj",
        "nsubjpass",
        "csubj",
        "csubjpass",
        "parataxis",
        "compound",
        "nmod",
        "amod",
    }
)


def read_scope(tokens: Tokens, words: ScopeWords, trigger: int) -> Scope:
    """The scope over the token ``trigger``."""
    scope = Scope()
    node = trigger
    if tokens.pos[node] in _NOMINAL and tokens.dep[node] in {"compound", "appos", "nmod", "amod"}:
        scope.background = True
    add_attributes(tokens, words, node, scope)
    add_beside(tokens, words, node, scope, negatable=True, own=True)
    add_misnaming(tokens, words, node, scope)
    reaches = True  # whether what stands further up still reaches down to the trigger
    for node in tokens.climb(trigger):
        head = tokens.head[node]
        reaches = reaches and (head == node or _step(tokens, words, trigger, node, head, scope))
    if reaches:
        add_mood(tokens, node, trigger, scope)
        if tokens.head[node] == node and subordinator(tokens, node) == "if":
            scope.suppose()  # a condition that breaks off: "If she had become governor …"
    return scope


def _step(tokens: Tokens, words: ScopeWords, trigger: int, node: int, head: int, scope: Scope) -> bool:
    """Take up what the link from ``node`` to ``head`` does; whether what is above still reaches down."""
    dep = tokens.dep[node]
    if dep == "relcl" or (dep == "acl" and tokens.tag[node] == "VBG"):
        through_relative(tokens, words, node, head, scope)
    if dep == "acl" and node == trigger and _is_coming(tokens, node, head):
        scope.strengthen(Modality.PREDICTED)
    if dep in {"csubj", "csubjpass"} and subordinator(tokens, node) == "that":
        through_subject(tokens, words, head, scope)
    if dep in {"nsubj", "nsubjpass"} and node == trigger:
        _add_fate(tokens, node, head, scope)
    if dep in _TAKEN_FOR_GRANTED:
        return False
    if dep == "conj":
        return _through_conjunct(tokens, words, node, head, scope)
    if dep == "attr" and node == trigger and _is_one_of_more(tokens, node, head):
        scope.refuted.add(head)
        return False
    if dep in {"xcomp", "oprd", "attr", "acomp"} or (dep == "ccomp" and is_infinitive(tokens, node)):
        return through_complement(tokens, words, node, head, scope)
    if dep == "ccomp" and _is_spoken(tokens, node, head):
        return False
    if dep == "ccomp":
        return through_clause(tokens, words, node, head, scope)
    if dep == "advcl" and _is_bare_while(tokens, node):
        _add_undone(tokens, words, head, scope)
        return False
    if dep == "advcl":
        return through_adverbial(tokens, words, node, head, scope)
    if dep == "acl":
        return through_noun(tokens, words, node, head, scope)
    if dep == "pcomp":
        if node == trigger:
            _add_time(tokens, words, node, head, scope)
        if tokens.lower[head] == "than" and tokens.child(node, "nsubj", "nsubjpass") is not None:
            return False  # "calmer than when he was fired"
        return through_gerund(tokens, words, head, scope)
    if dep in {"dobj", "dative"} and tokens.pos[head] in VERBAL and node == trigger:
        lemma = lemma_with_particle(tokens, head)
        if _is_given(tokens, words, node, head):
            scope.refuted.add(head)
            return False
        scope.add(words.objects.get(lemma, words.objects.get(lemma_of(tokens, head), ())))
        add_beside(tokens, words, head, scope, negatable=True)
        return True
    if dep == "pobj":
        return through_prepositional_object(tokens, words, head, scope, is_trigger=node == trigger)
    if dep in {"prep", "agent"}:
        return through_preposition(tokens, words, node, head, scope)
    return True


def _is_spoken(tokens: Tokens, node: int, head: int) -> bool:
    """Whether a colon and a mark part it, as somebody's words, from what he does: 'Doe will vote: "Acme paid"'."""
    first = tokens.left[node]
    if not tokens.quote[head] < 0 <= tokens.quote[node] or first <= head:
        return False
    return ":" in tokens.text[max(head, first - 2) : first + 1]


def _is_one_of_more(tokens: Tokens, noun: int, verb: int) -> bool:
    """Whether the denial is only of being the only one: who "was not the only member" was a member."""
    ranked = any(tokens.lower[child] in _RANKED and child < noun for child in tokens.children[noun])
    return ranked and is_negated(tokens, verb)


def _is_coming(tokens: Tokens, participle: int, noun: int) -> bool:
    """Whether it is done with what is yet to be: "the next debate hosted by Acme"."""
    return (
        tokens.tag[participle] in {"VBN", "VBD"}
        and lemma_of(tokens, participle) in _HOLDING
        and any(tokens.lower[child] in _COMING and child < noun for child in tokens.children[noun])
    )


def _is_given(tokens: Tokens, words: ScopeWords, noun: int, verb: int) -> bool:
    """Whether what somebody does is taken for granted: "must repeat her support", "did not foresee his win"."""
    if tokens.child(noun, "poss") is None:
        return False
    undone, lemma = is_undone(tokens, words, verb), lemma_of(tokens, verb)
    if lemma_of(tokens, noun) in _PAST_DEEDS and lemma_with_particle(tokens, verb) in _ENDING:
        return True  # "dropped its lawsuit against Acme": it had sued
    # What is plainly done, "condemned his attack", is told by who did it.
    return (undone and lemma in _FORESEEING) or (
        (undone or tokens.tag[verb] == "VB") and lemma in _PRESUPPOSING
    )


def _add_fate(tokens: Tokens, noun: int, verb: int, scope: Scope) -> None:
    """Take up that what the noun says did not come about: "the meeting was cancelled", "the war never happened"."""
    lemma = lemma_with_particle(tokens, verb)
    if tokens.dep[noun] == "nsubjpass" and lemma in _UNDOING:
        scope.negate()
    elif tokens.dep[noun] == "nsubjpass" and lemma in _DELAYING:
        scope.strengthen(Modality.INTENDED)
    elif comes_about(tokens, verb) and is_negated(tokens, verb):
        scope.negate()


def _add_time(tokens: Tokens, words: ScopeWords, gerund: int, preposition: int, scope: Scope) -> None:
    """Take up that what comes before or after what is not yet done is not done: "plans to meet her before suing Bob".

    Who "after suing Bob, will meet her" has sued him.
    """
    word, verb = preposition_of(tokens, preposition)
    # "will resign after having bribed him": that is done.
    fronted = gerund < verb or (word == "after" and has_child(tokens, gerund, "having"))
    if tokens.pos[verb] in VERBAL and (word == "before" or (word in {"after", "besides"} and not fronted)):
        _add_undone(tokens, words, verb, scope)


def _add_undone(tokens: Tokens, words: ScopeWords, verb: int, scope: Scope) -> None:
    """Take up that what goes with what is still to be done is still to be done."""
    modality = read_scope(tokens, words, verb).modality
    if modality in _UNDONE:
        scope.strengthen(modality)


def _is_bare_while(tokens: Tokens, node: int) -> bool:
    """Whether it is a participle behind "while": "would lose while bribing him", "may have lied while serving".

    What goes on while something seems, is denied or is no truth goes on. "While he was bribing" is a clause.
    """
    bare = tokens.tag[node] == "VBG" and subordinator(tokens, node) == "while"
    return bare and tokens.child(node, "nsubj", "nsubjpass", "aux") is None


def _through_conjunct(tokens: Tokens, words: ScopeWords, node: int, head: int, scope: Scope) -> bool:
    """From a conjunct to the first of its enumeration, of verbs where it has no subject of its own."""
    own = {tokens.dep[child] for child in tokens.children[node]}
    if tokens.pos[node] not in VERBAL:
        add_attributes(tokens, words, head, scope)
        return True
    if own & {"nsubj", "nsubjpass"}:
        if _is_turned_round(tokens, node):
            scope.negate()
        if subordinator(tokens, node) == subordinator(tokens, head) == "that":
            return True  # "demanded that Ann pay or that Bob leave": both are demanded
        # "if Ann pays and Bob sues, …": the "if" stands before both.
        return tokens.dep[head] == "advcl" and tokens.text[tokens.left[node] - 1] != ","
    add_negative_subject(tokens, words, head, scope)
    # "could have scored and put": the form of "put" is any of its forms.
    alike = tokens.tag[node] == tokens.tag[head] or (
        tokens.lower[node] == lemma_of(tokens, node) and tokens.tag[head] in {"VB", "VBN"}
    )
    if _is_bare(tokens, node):
        alike, own = True, own - {"aux", "auxpass"}
    promised = _infinitive_before(tokens, node, head)
    if promised is not None:
        # "promises to cut taxes, reform schools": the parser hangs the second on the verb above the promises.
        for above in tokens.climb(promised):
            if above == head or not _step(tokens, words, above, above, tokens.head[above], scope):
                break
        return True
    if alike and not own & {"aux", "neg"}:
        alternative = _coordinator(tokens, head, node) in {"or", "nor", "and"}
        add_beside(tokens, words, head, scope, negatable=alternative, subject=False)
    return True


def _is_turned_round(tokens: Tokens, verb: int) -> bool:
    """Whether "nor" or "neither" denies it, with the helper before the subject: "nor did Acme sue"."""
    helper, subject = tokens.child(verb, "aux", "auxpass"), tokens.child(verb, "nsubj", "nsubjpass")
    if helper is None or subject is None or not helper < subject < verb:
        return False
    return helper > 0 and tokens.lower[helper - 1] in {"nor", "neither"}


def _is_bare(tokens: Tokens, node: int) -> bool:
    """Whether the first auxiliary is a bare "be" or "have", that shares a modal: "should go and be met"."""
    first = next((child for child in tokens.children[node] if tokens.dep[child] in {"aux", "auxpass"}), None)
    return first is not None and tokens.tag[first] == "VB" and tokens.lower[first] in {"be", "have"}


def _infinitive_before(tokens: Tokens, node: int, head: int) -> int | None:
    """The infinitive under a noun that the bare verb ``node`` goes on with, where it hangs on a finite ``head``."""
    finite = tokens.tag[head] in {"VBD", "VBZ"} or (tokens.tag[head] == "VBP" and tokens.dep[head] == "ROOT")
    if tokens.tag[node] != "VB" or not finite or tokens.child(node, "aux", "auxpass", "neg") is not None:
        return None
    for child in tokens.children[head]:
        if not head < child < node or tokens.dep[child] not in {"dobj", "attr"}:
            continue
        for clause in tokens.children[child]:
            if tokens.dep[clause] in {"acl", "relcl"} and tokens.child(clause, "aux") is not None:
                return clause
    return None


def _coordinator(tokens: Tokens, head: int, node: int) -> str:
    for child in tokens.children[head]:
        if head < child < node and tokens.dep[child] == "cc":
            return tokens.lower[child]
    return "and"
