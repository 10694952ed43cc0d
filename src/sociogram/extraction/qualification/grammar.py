"""What the parse says of one word: its lemma, how its clause is introduced, whether it is denied."""

from __future__ import annotations

from sociogram.parse.tokens import Tokens

VERBAL = frozenset({"VERB", "AUX"})


def lemma_of(columns: Tokens, node: int) -> str:
    """The lemma of ``node`` in lower case, as the cues have it."""
    return columns.lemma[node].lower()


def lemma_with_particle(columns: Tokens, node: int) -> str:
    """The lemma of a verb with its particle: "rule out"."""
    particle = next((child for child in columns.children[node] if columns.dep[child] == "prt"), None)
    lemma = lemma_of(columns, node)
    return lemma if particle is None else f"{lemma} {columns.lower[particle]}"


def subordinator(columns: Tokens, node: int) -> str:
    """The word that introduces the clause of ``node`` ("if", "that", "when"), or an empty string."""
    for child in columns.children[node]:
        if child < node and columns.dep[child] == "mark":
            return columns.lower[child]
        if child < node and columns.dep[child] == "advmod" and columns.tag[child] == "WRB":
            return columns.lower[child]
    return ""


def is_infinitive(columns: Tokens, node: int) -> bool:
    """Whether a "to" stands before ``node``; the tagger takes many infinitives for other forms."""
    return columns.tag[node] in {"VB", "VBN", "VBG", "JJ", "NN", "NNP", "VBP"} and any(
        columns.lower[child] == "to" and columns.dep[child] == "aux"
        for child in columns.children[node]
        if child < node
    )


def is_perfect(columns: Tokens, node: int) -> bool:
    """Whether "have" is an auxiliary of ``node``."""
    return any(
        columns.dep[child] == "aux" and columns.lemma[child] == "have" for child in columns.children[node]
    )


def is_inverted_condition(columns: Tokens, node: int) -> bool:
    """As in "Had he won, …"; "Were it to fail, …"."""
    first = columns.left[node]
    return (
        columns.lower[first] in {"had", "were", "should"}
        and first != node
        and first + 1 < columns.right[node]
        and columns.dep[first] in {"aux", "auxpass"}
        and any(
            columns.dep[child] in {"nsubj", "nsubjpass"} and child > first for child in columns.children[node]
        )
    )


def is_concessive(columns: Tokens, node: int) -> bool:
    """As in "even if" and "as if", which set no condition."""
    for child in columns.children[node]:
        if columns.dep[child] == "mark" and columns.lower[child] == "if":
            return child > 0 and columns.lower[child - 1] in {"even", "as"}
    return False


def is_preceded_by(columns: Tokens, node: int, word: str) -> bool:
    """Whether ``word`` stands right before ``node``."""
    return node > 0 and columns.lower[node - 1] == word


def has_child(columns: Tokens, node: int, word: str) -> bool:
    """Whether ``word`` hangs on ``node``."""
    return any(columns.lower[child] == word for child in columns.children[node])


def denies(columns: Tokens, negation: int, node: int) -> bool:
    """Whether the word denies ``node``: "not only", "not just" and "no sooner" do not."""
    if negation > 1 and columns.lower[negation - 2] == "or":
        # "may or may not"
        return False
    following = columns.lower[negation + 1] if negation + 1 < len(columns) else ""
    if following in {"only", "just", "merely", "simply", "least"}:
        return False
    # A "nor" behind the verb denies what follows it.
    return negation < node or columns.dep[negation] != "cc"


def is_negated(columns: Tokens, node: int) -> bool:
    """Whether a negation hangs on ``node`` that denies it."""
    return any(
        columns.dep[child] == "neg" and denies(columns, child, node) for child in columns.children[node]
    )
