"""What stands beside a word: auxiliaries, negations, adverbs, conditions, negative subjects and attributes."""

from __future__ import annotations

from sociogram.extraction.qualification.grammar import (
    VERBAL,
    denies,
    is_concessive,
    is_inverted_condition,
    is_perfect,
    is_preceded_by,
    subordinator,
)
from sociogram.extraction.qualification.state import Scope
from sociogram.knowledge.scope_words import ScopeWords
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Modality
from sociogram.parse.tokens import Tokens

_WOULD = frozenset({"would", "'d", "’d"})
_UNDENYING_NOUNS = load_vocabulary("qualification").words("undenying-nouns")
_WILL = frozenset({"'ll", "’ll"})


def add_beside(
    columns: Tokens,
    words: ScopeWords,
    node: int,
    scope: Scope,
    *,
    negatable: bool,
    subject: bool = True,
    governs: bool = False,
) -> None:
    """Take up the auxiliaries, negations and adverbs of ``node``, and a negative subject or object.

    Where ``node`` only governs the trigger ("we can expect that"), "can" is no doubt about it.
    """
    for child in columns.children[node]:
        lower, dep = columns.lower[child], columns.dep[child]
        if dep in {"aux", "auxpass"}:
            _add_auxiliary(columns, words, child, node, scope, governs=governs)
        elif dep == "neg" or (lower in words.negations and dep in {"advmod", "preconj", "cc"}):
            if negatable and denies(columns, child, node):
                scope.negate()
        elif dep == "advmod":
            _add_adverb(columns, words, child, scope, negatable=negatable)
        elif dep == "advcl" and _is_condition(columns, words, child):
            scope.strengthen(Modality.HYPOTHETICAL)
        elif dep in {"dobj", "attr"} and negatable and _is_negative(columns, words, child):
            scope.negate()
    if subject and negatable:
        add_negative_subject(columns, words, node, scope)


def _add_auxiliary(
    columns: Tokens, words: ScopeWords, auxiliary: int, node: int, scope: Scope, *, governs: bool
) -> None:
    lower = columns.lower[auxiliary]
    if lower in {"'d", "’d"} and columns.lemma[auxiliary] not in _WOULD:
        # "he'd gone" is "had".
        return
    scope.would = scope.would or lower in _WOULD
    if lower in {"ca", "can"} and governs:
        return
    if lower == "must" and is_perfect(columns, node):
        scope.strengthen(Modality.POSSIBLE)
    elif columns.tag[auxiliary] == "MD" or lower in _WILL:
        scope.add(words.auxiliaries.get(lower, ()))


def _add_adverb(columns: Tokens, words: ScopeWords, adverb: int, scope: Scope, *, negatable: bool) -> None:
    lower = columns.lower[adverb]
    scope.add(words.adverbs.get(lower, ()))
    if negatable and lower == "before" and is_preceded_by(columns, adverb, "never"):
        scope.negate()
    if negatable and lower == "longer" and is_preceded_by(columns, adverb, "no"):
        scope.negate()


def _is_condition(columns: Tokens, words: ScopeWords, node: int) -> bool:
    """Whether an adverbial clause sets a condition for the one it hangs on."""
    marked = subordinator(columns, node) in words.conditions and not is_concessive(columns, node)
    return marked or is_inverted_condition(columns, node)


def add_negative_subject(columns: Tokens, words: ScopeWords, node: int, scope: Scope) -> None:
    """Take up a subject of ``node`` that is nobody."""
    for child in columns.children[node]:
        if columns.dep[child] in {"nsubj", "nsubjpass"} and _is_negative(columns, words, child):
            scope.negate()


def _is_negative(columns: Tokens, words: ScopeWords, noun: int) -> bool:
    """As in "nobody", "no senator", "none of them", "neither side"."""
    if columns.lower[noun] in words.negative_quantifiers:
        return True
    for child in columns.children[noun]:
        if columns.lower[child] in words.negative_quantifiers and columns.dep[child] in {
            "det",
            "neg",
            "preconj",
            "cc",
        }:
            # "no less a man", "no doubt", "no fewer than" deny nothing.
            following = columns.lower[min(child + 1, len(columns) - 1)]
            return columns.lower[noun] not in _UNDENYING_NOUNS and following not in {"less", "fewer", "more"}
    return False


def add_attributes(columns: Tokens, words: ScopeWords, noun: int, scope: Scope) -> None:
    """Take up the attributes of a noun that is itself the relation: "no support", "an alleged payment"."""
    if columns.pos[noun] in VERBAL:
        return
    for child in columns.children[noun]:
        if columns.dep[child] in {"amod", "advmod"}:
            scope.add(words.attributes.get(columns.lower[child], ()))
            scope.add(words.adverbs.get(columns.lower[child], ()))
        elif (
            columns.dep[child] == "det"
            and columns.lower[child] in words.negative_quantifiers
            # A negative object or subject is found at its verb.
            and columns.dep[noun] not in {"dobj", "attr", "nsubj", "nsubjpass"}
        ):
            scope.negate()


def add_mood(columns: Tokens, root: int, scope: Scope) -> None:
    """Take up what the whole sentence is: a question or an order."""
    number = columns.sentence[root]
    last = columns.right[root] - 1
    while last + 1 < len(columns) and columns.sentence[last + 1] == number:
        last += 1
    for position in range(last, max(last - 3, -1), -1):
        if columns.text[position] == "?":
            scope.strengthen(Modality.POSSIBLE)
            return
    if (
        not scope.said
        and columns.tag[root] == "VB"
        and not any(
            columns.dep[child] in {"nsubj", "nsubjpass", "aux", "expl"} for child in columns.children[root]
        )
    ):
        scope.strengthen(Modality.DEMANDED)
