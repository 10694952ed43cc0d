"""What stands beside a word: auxiliaries, negations, adverbs, conditions, negative subjects and attributes."""

from __future__ import annotations

from sociogram.extraction.qualification.grammar import (
    VERBAL,
    denies,
    is_appeal,
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
_PERFORMED = load_vocabulary("qualification").words("performed-verbs")
_ARISING = load_vocabulary("qualification").words("arising-verbs")
_SINGLE = frozenset({"a", "an", "one", "any", "even", "all", "every"})
_MERELY = frozenset({"only", "just", "merely", "simply"})
_HARDLY = frozenset({"hardly", "scarcely", "barely"})
_WILL = frozenset({"'ll", "’ll"})
_FICTIONS = load_vocabulary("qualification").words("fictions")


def add_beside(
    tokens: Tokens,
    words: ScopeWords,
    node: int,
    scope: Scope,
    *,
    negatable: bool,
    subject: bool = True,
    governs: bool = False,
    own: bool = False,
) -> None:
    """Take up the auxiliaries, negations and adverbs of ``node``, and a negative subject or object.

    Where ``node`` only governs the trigger ("we can expect that"), "can" is no doubt about it. Where it is its
    ``own``, a condition that stands in a quotation is none for it: who says "if they pay" says so.
    """
    for child in tokens.children[node]:
        lower, dep = tokens.lower[child], tokens.dep[child]
        if dep in {"aux", "auxpass"}:
            _add_auxiliary(tokens, words, child, node, scope, governs=governs)
        elif dep == "neg" or (lower in words.negations and dep in {"advmod", "preconj", "cc"}):
            if negatable and denies(tokens, child, node):
                scope.negate()
        elif dep == "advmod":
            _add_adverb(tokens, words, child, scope, negatable=negatable)
            # Of "nearly ruined Bob and sued Ann" the suing is done, of "nearly shot and killed Bob" nothing.
            alone = subject or not _has_object(tokens, node)
            if negatable and alone and child < node and _reaches_verb(tokens, child, node):
                scope.add(words.approximators.get(lower, ()))
        elif (
            dep == "advcl" and _is_condition(tokens, words, child) and not (own and _is_quoted(tokens, child))
        ):
            scope.suppose(demanded=_is_demanded(tokens, words, node))
        elif dep in {"dobj", "attr"} and negatable and is_negative(tokens, words, child):
            scope.negate()
    if negatable and _is_all_but(tokens, node):
        scope.negate()
    if subject and negatable:
        add_negative_subject(tokens, words, node, scope)


def _reaches_verb(tokens: Tokens, adverb: int, verb: int) -> bool:
    """Whether nothing that the adverb could be meant for stands between it and the verb: "almost daily met" has."""
    return all(tokens.pos[between] in VERBAL for between in range(adverb + 1, verb + 1))


def _has_object(tokens: Tokens, verb: int) -> bool:
    return tokens.child(verb, "dobj", "nsubjpass") is not None


def _is_all_but(tokens: Tokens, verb: int) -> bool:
    """As in "all but endorsed", "has all but been endorsed", "as good as endorsed"."""
    first = verb
    while first > 0 and tokens.pos[first - 1] == "AUX":
        first -= 1
    before = tokens.lower[max(0, first - 3) : first]
    return before[-2:] == ("all", "but") or before == ("as", "good", "as")


def _add_auxiliary(
    tokens: Tokens, words: ScopeWords, auxiliary: int, node: int, scope: Scope, *, governs: bool
) -> None:
    lower = tokens.lower[auxiliary]
    if lower in {"'d", "’d"} and tokens.lemma[auxiliary] not in _WOULD:
        # "he'd gone" is "had".
        return
    if _is_performed(tokens, node):
        return
    scope.would = scope.would or lower in _WOULD
    if lower in {"ca", "can"} and governs:
        return
    if lower == "must" and is_perfect(tokens, node):
        scope.strengthen(Modality.POSSIBLE)
    elif tokens.tag[auxiliary] == "MD" or lower in _WILL:
        scope.add(words.auxiliaries.get(lower, ()))


def _is_demanded(tokens: Tokens, words: ScopeWords, verb: int) -> bool:
    """Whether a modal verb demands it, whatever the condition: "if they want money, they ought to work"."""
    helpers = [verb, *(child for child in tokens.children[verb] if tokens.dep[child] == "aux")]
    return not is_perfect(tokens, verb) and any(
        Modality.DEMANDED.value in words.auxiliaries.get(tokens.lower[one], ()) for one in helpers
    )


def _is_performed(tokens: Tokens, verb: int) -> bool:
    """Whether somebody does by these words what a modal verb puts politely: "I must stress that"."""
    return (
        tokens.lemma[verb].lower() in _PERFORMED
        and tokens.tag[verb] == "VB"
        and not is_perfect(tokens, verb)
        and any(
            tokens.dep[child] == "nsubj" and tokens.lower[child] in {"i", "we"}
            for child in tokens.children[verb]
        )
    )


def _add_adverb(tokens: Tokens, words: ScopeWords, adverb: int, scope: Scope, *, negatable: bool) -> None:
    lower = tokens.lower[adverb]
    if not (adverb + 1 < len(tokens) and tokens.lower[adverb + 1] == "most"):
        # "Perhaps most surprisingly, …" doubts only how surprising it is.
        scope.add(words.adverbs.get(lower, ()))
    if lower == "ever" and adverb > 0 and tokens.lower[adverb - 1] in _HARDLY:
        scope.strengthen(Modality.POSSIBLE)
    if negatable and lower == "before" and is_preceded_by(tokens, adverb, "never"):
        scope.negate()
    if negatable and lower == "longer" and is_preceded_by(tokens, adverb, "no"):
        scope.negate()


def _is_condition(tokens: Tokens, words: ScopeWords, node: int) -> bool:
    """Whether an adverbial clause sets a condition for the one it hangs on."""
    marked = subordinator(tokens, node) in words.conditions and not is_concessive(tokens, node)
    return (marked and not is_appeal(tokens, node)) or is_inverted_condition(tokens, node)


def _is_quoted(tokens: Tokens, node: int) -> bool:
    """Whether the clause begins a quotation that the verb above is not in: "“If they pay,” she said, …"."""
    quote = tokens.quote[tokens.left[node]]
    return quote >= 0 and quote != tokens.quote[tokens.head[node]]


def add_negative_subject(tokens: Tokens, words: ScopeWords, node: int, scope: Scope) -> None:
    """Take up a subject of ``node`` that is nobody."""
    for child in tokens.children[node]:
        if tokens.dep[child] in {"nsubj", "nsubjpass"} and is_negative(tokens, words, child):
            scope.negate()


def is_negative(tokens: Tokens, words: ScopeWords, noun: int) -> bool:
    """As in "nobody", "no senator", "none of them", "neither side", "not a single senator"."""
    if tokens.lower[noun] in words.negative_quantifiers:
        return True
    first = tokens.left[noun]
    if tokens.lower[first] == "not" and first < noun and not _is_only(tokens, first, noun):
        return True
    for child in tokens.children[noun]:
        if tokens.lower[child] in words.negative_quantifiers and tokens.dep[child] in {
            "det",
            "neg",
            "preconj",
            "cc",
        }:
            # "no less a man", "no doubt", "no fewer than" deny nothing.
            following = tokens.lower[min(child + 1, len(tokens) - 1)]
            return tokens.lower[noun] not in _UNDENYING_NOUNS and following not in {"less", "fewer", "more"}
    return False


def _is_only(tokens: Tokens, negation: int, noun: int) -> bool:
    """Whether "not" denies no noun, as in "not only Ann"; it does in "not a single senator" and "not Ann but Bob"."""
    contrast = any(tokens.lower[child] == "but" for child in tokens.children[noun] if child > noun)
    return tokens.lower[negation + 1] not in _SINGLE and not (
        contrast and tokens.lower[negation + 1] not in _MERELY
    )


def add_attributes(tokens: Tokens, words: ScopeWords, noun: int, scope: Scope) -> None:
    """Take up the attributes of a noun that is itself the relation: "no support", "an alleged payment"."""
    if tokens.pos[noun] in VERBAL:
        return
    for child in tokens.children[noun]:
        if tokens.dep[child] in {"amod", "advmod"}:
            scope.add(words.attributes.get(tokens.lower[child], ()))
            scope.add(words.adverbs.get(tokens.lower[child], ()))
            if tokens.tag[child] == "VBN":  # "was *nearly elected* president"
                for adverb in tokens.children[child]:
                    scope.add(words.approximators.get(tokens.lower[adverb], ()))
        elif (
            tokens.dep[child] == "det"
            and tokens.lower[child] in words.negative_quantifiers
            # A negative object is found at its verb.
            and tokens.dep[noun] not in {"dobj", "attr"}
        ):
            if tokens.dep[noun] in {"nsubj", "nsubjpass"} and not comes_about(tokens, tokens.head[noun]):
                # "no meeting between them failed": there may have been some.
                scope.strengthen(Modality.POSSIBLE)
            else:
                scope.negate()


def comes_about(tokens: Tokens, verb: int) -> bool:
    """Whether the verb says that its subject is there at all: "no meeting took place", "no deal was signed"."""
    thing = tokens.child(verb, "dobj")
    lemma = tokens.lemma[verb].lower()
    return lemma in _ARISING or (lemma == "take" and thing is not None and tokens.lower[thing] == "place")


def add_mood(tokens: Tokens, root: int, trigger: int, scope: Scope) -> None:
    """Take up what the whole sentence is: a question, but for who says one, or an order."""
    number = tokens.sentence[root]
    last = tokens.right[root] - 1
    while last + 1 < len(tokens) and tokens.sentence[last + 1] == number:
        last += 1
    for position in range(last, max(last - 3, -1), -1):
        if tokens.text[position] == "?" and tokens.quote[position] in {-1, tokens.quote[trigger]}:
            scope.strengthen(Modality.POSSIBLE)
            return
    if any(
        tokens.lower[child] == "in"
        and child < root
        and (told := tokens.child(child, "pobj")) is not None
        and tokens.lemma[told].lower() in _FICTIONS
        for child in tokens.children[root]
    ):
        scope.strengthen(Modality.REPORTED)  # "In the film, Ann kills Bob"
    if (
        not scope.said
        and tokens.tag[root] == "VB"
        and not any(
            tokens.dep[child] in {"nsubj", "nsubjpass", "aux", "expl"} for child in tokens.children[root]
        )
    ):
        scope.strengthen(Modality.DEMANDED)
