"""Clauses that only compare: "more voters like Doe than hate him", "as loud as she was in Bonn"."""

from __future__ import annotations

from sociogram.extraction.verbs.roles import Roles
from sociogram.parse.tokens import Tokens

COUNTING = frozenset({"more", "fewer", "less"})
"""Words before a noun by which so many of those do something, set against so many others."""
LIKENING = frozenset({"as", "so"})
"""Words before an adjective that an "as" behind it answers."""
BARE = frozenset({"be", "do", "have"})
"""Verbs that stand for the whole predicate before them: "as tall as he is", "as much as she did"."""
SAYING = frozenset({"attr", "acomp", "oprd", "dobj", "xcomp", "ccomp"})
"""What such a verb has besides, where it does not."""


def compares_subjects(roles: Roles, verb: int, tokens: Tokens) -> bool:
    """Whether the clause of ``verb`` tells how many do it beside how many others: "more women backed Doe than Roe".

    Of nobody in particular is that said. "More than forty" is a number, and compares nobody.
    """
    heads = [argument.head for argument in roles.get("subject", ()) if argument.head < verb]
    if tokens.child(verb, "nsubjpass") is not None:
        heads += [argument.head for argument in roles.get("object", ()) if argument.head < verb]
    return any(_is_compared(head, verb, tokens) for head in heads)


def _is_compared(noun: int, verb: int, tokens: Tokens) -> bool:
    first = tokens.left[noun]
    if first and tokens.lower[first - 1] == "than":
        return True  # "more Poles than Czechs voted", "hates him more than Roe hates her"
    if first >= noun or tokens.lower[first] not in COUNTING or tokens.lower[first + 1] == "than":
        return False
    end = max(tokens.right[noun], tokens.right[verb])
    return any(
        tokens.lower[token] == "than" and tokens.lower[token - 1] not in COUNTING
        for token in range(noun + 1, end)
    )


def is_measure(verb: int, tokens: Tokens) -> bool:
    """Whether the clause is only what another is measured by: "than she was", "as tall as he was in May"."""
    mark = tokens.child(verb, "mark")
    if mark is None:
        return False
    if tokens.lower[mark] == "than":
        return True
    if tokens.lower[mark] != "as" or tokens.lemma[verb].lower() not in BARE:
        return False
    if tokens.child(verb, *SAYING) is not None:
        return False
    # The parser hangs it on the adjective, on its verb, or on what stands between.
    for token in range(mark - 1, tokens.bounds(verb)[0] - 1, -1):
        if tokens.lower[token] in LIKENING:
            return tokens.dep[token] == "advmod" and tokens.pos[tokens.head[token]] == "ADJ"
    return False
