"""What the parse says of one word: its lemma, how its clause is introduced, whether it is denied."""

from __future__ import annotations

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import DATED, Tokens

_LOOKING = load_vocabulary("qualification").words("looking-verbs")
VERBAL = frozenset({"VERB", "AUX"})
_PARTICLES = frozenset({"back", "aside", "down", "out", "off", "away", "up"})
_JOINED = {
    ("prior", "to"): "before",
    ("previous", "to"): "before",
    ("ahead", "of"): "before",
    ("addition", "to"): "besides",
}
"""The last two words of what is one preposition, and the one word that it stands for."""
PARTING = frozenset({"after", "before", "since", "until"})
"""Prepositions that part what they hold from the time of the clause."""
_QUESTION_TAGS = frozenset({"WRB", "WP", "WDT"})


def lemma_of(tokens: Tokens, node: int) -> str:
    """The lemma of ``node`` in lower case, as the cues have it."""
    return tokens.lemma[node].lower()


def is_apart(tokens: Tokens, preposition: int) -> bool:
    """Whether it parts what it holds, no date itself, from the time of the clause: "*after* his election in 2012"."""
    if tokens.dep[preposition] != "prep" or tokens.lower[preposition] not in PARTING:
        return False
    held = tokens.child(preposition, "pobj")
    return held is not None and tokens.ent[held] not in DATED


def lemma_with_particle(tokens: Tokens, node: int) -> str:
    """The lemma of a verb with its particle: "rule out"."""
    particle = next((child for child in tokens.children[node] if _is_particle(tokens, child, node)), None)
    lemma = lemma_of(tokens, node)
    return lemma if particle is None else f"{lemma} {tokens.lower[particle]}"


def _is_particle(tokens: Tokens, child: int, verb: int) -> bool:
    """Whether it is a particle, which may be labelled as an adverb: "took back", "set aside"."""
    if tokens.dep[child] == "prt":
        return True
    return tokens.dep[child] == "advmod" and child == verb + 1 and tokens.lower[child] in _PARTICLES


def is_question(tokens: Tokens, node: int) -> bool:
    """Whether the clause of ``node`` opens with "how", "when" or another word of a question."""
    return any(
        child < node and tokens.tag[child] in _QUESTION_TAGS and not _is_relative(tokens, child, node)
        for child in tokens.children[node]
    )


def _is_relative(tokens: Tokens, word: int, node: int) -> bool:
    """Whether the word opens the relative clause over ``node``: "the claims, which they vowed to ignore"."""
    head = tokens.head[node]
    return (
        tokens.tag[word] != "WRB" and tokens.dep[head] == "relcl" and tokens.left[head] == tokens.left[word]
    )


def is_too_much(tokens: Tokens, node: int) -> bool:
    """Whether a "too" stands before the adjective or adverb ``node``: "too wide to close"."""
    return any(
        child < node and tokens.lower[child] == "too" and tokens.dep[child] == "advmod"
        for child in tokens.children[node]
    )


def is_enough(tokens: Tokens, verb: int) -> bool:
    """Whether what ``verb`` tells may do for what follows: "is enough for him to win", "has enough votes to win"."""
    return any(
        tokens.lower[child] in _ENOUGH
        or (
            tokens.dep[child] == "dobj"
            and any(tokens.lower[one] in _ENOUGH for one in tokens.children[child])
        )
        for child in tokens.children[verb]
        if child > verb
    )


_ENOUGH = frozenset({"enough", "sufficient"})


def asks_somebody(tokens: Tokens, node: int, head: int) -> bool:
    """As in "called on them to resign", "called for them to resign"."""
    return subordinator(tokens, node) == "for" or any(
        head < child < node
        and tokens.dep[child] == "prep"
        and tokens.lower[child] in {"on", "upon", "for", "to", "with"}
        for child in tokens.children[head]
    )


def subordinator(tokens: Tokens, node: int) -> str:
    """The word that introduces the clause of ``node`` ("if", "that", "when"), or an empty string."""
    for child in tokens.children[node]:
        if child < node and tokens.dep[child] == "mark":
            return tokens.lower[child]
        if child < node and tokens.dep[child] == "advmod" and tokens.tag[child] == "WRB":
            return tokens.lower[child]
    return ""


def is_infinitive(tokens: Tokens, node: int) -> bool:
    """Whether a "to" stands before ``node``; the tagger takes many infinitives for other forms."""
    return tokens.tag[node] in {"VB", "VBN", "VBG", "JJ", "JJR", "NN", "NNP", "VBP"} and any(
        tokens.lower[child] == "to" and tokens.dep[child] == "aux"
        for child in tokens.children[node]
        if child < node
    )


def is_perfect(tokens: Tokens, node: int) -> bool:
    """Whether "have" is an auxiliary of ``node``."""
    return any(
        tokens.dep[child] == "aux" and tokens.lemma[child] == "have" for child in tokens.children[node]
    )


def has_modal(tokens: Tokens, verb: int) -> bool:
    """Whether a modal verb is an auxiliary of ``verb``: "will", "may"."""
    return any(tokens.tag[child] == "MD" for child in tokens.children[verb])


def is_inverted_condition(tokens: Tokens, node: int) -> bool:
    """As in "Had he won, …"; "Were it to fail, …"."""
    first = tokens.left[node]
    return (
        tokens.lower[first] in {"had", "were", "should"}
        and first != node
        and first + 1 < tokens.right[node]
        and tokens.dep[first] in {"aux", "auxpass"}
        and any(
            tokens.dep[child] in {"nsubj", "nsubjpass"} and child > first for child in tokens.children[node]
        )
    )


def is_concessive(tokens: Tokens, node: int) -> bool:
    """As in "even if" and "as if", which set no condition."""
    for child in tokens.children[node]:
        if tokens.dep[child] == "mark" and tokens.lower[child] == "if":
            return child > 0 and tokens.lower[child - 1] in {"even", "as"}
    return False


def is_appeal(tokens: Tokens, node: int) -> bool:
    """Whether an if-clause turns to the hearer and sets no condition: "if you look at it", "if you ask me".

    So does "if anything", which has no verb.
    """
    if tokens.lower[node] == "anything":
        return tokens.lower[node - 1] == "if"
    lemma, object_ = lemma_of(tokens, node), tokens.child(node, "dobj")
    asked = lemma == "ask" and object_ is not None and tokens.lower[object_] in {"me", "us"}
    known = lemma in {"want", "need"} and any(
        tokens.dep[child] == "xcomp" and lemma_of(tokens, child) in _LOOKING | {"know"}
        for child in tokens.children[node]
    )
    subject = tokens.child(node, "nsubj")
    return (
        subject is not None
        and tokens.lower[subject] in {"you", "one"}
        and (asked or known or (lemma in _LOOKING and tokens.child(node, "xcomp", "neg") is None))
        and tokens.tag[node] in {"VB", "VBP", "VBZ"}
        and tokens.child(node, "aux") is None
    )


def is_preceded_by(tokens: Tokens, node: int, word: str) -> bool:
    """Whether ``word`` stands right before ``node``."""
    return node > 0 and tokens.lower[node - 1] == word


def preposition_of(tokens: Tokens, node: int) -> tuple[str, int]:
    """The preposition at ``node`` and what it hangs on; "prior to" and "ahead of" are "before"."""
    word, above = tokens.lower[node], tokens.head[node]
    joined = _JOINED.get((tokens.lower[node - 1], word)) if node else None
    if joined is None:
        return word, above
    outer = tokens.head[above] if above == node - 1 else above
    if outer == node - 2:  # "in" of "in addition to"
        outer = tokens.head[outer]
    return (joined, outer) if tokens.pos[outer] in VERBAL else (word, above)


def has_child(tokens: Tokens, node: int, word: str) -> bool:
    """Whether ``word`` hangs on ``node``."""
    return any(tokens.lower[child] == word for child in tokens.children[node])


def denies(tokens: Tokens, negation: int, node: int) -> bool:
    """Whether the word denies ``node``: "not only", "not just" and "no sooner" do not."""
    if negation > 1 and tokens.lower[negation - 2] == "or":
        # "may or may not"
        return False
    if _is_contrast(tokens, negation, node):
        return False
    following = tokens.lower[negation + 1] if negation + 1 < len(tokens) else ""
    if following in {"before", "until"} and tokens.dep[negation + 1] == "mark":
        return False  # "but not before she signed it": she did
    if following in {"only", "just", "merely", "simply", "least"}:
        return False
    # A "nor" behind the verb denies what follows it.
    return negation < node or tokens.dep[negation] != "cc"


def _is_contrast(tokens: Tokens, negation: int, node: int) -> bool:
    """Whether the word denies only what it sets against ``node``, "a captain, not a major"."""
    behind = node < negation < len(tokens) - 1 and tokens.text[negation - 1] in {",", "–", "—"}
    return behind and tokens.pos[negation + 1] in {"DET", "NOUN", "PROPN", "ADJ"}


def is_negated(tokens: Tokens, node: int) -> bool:
    """Whether a negation hangs on ``node`` that denies it."""
    return any(tokens.dep[child] == "neg" and denies(tokens, child, node) for child in tokens.children[node])
