"""Infinitives of what somebody is pushed to do, which the parser takes for a purpose of who pushes."""

from __future__ import annotations

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import Tokens, with_heads

_PUSHING = load_vocabulary("verbs").words("pushing-verbs")


def mend_orders(tokens: Tokens) -> Tokens:
    """Make "to arm" of "pushed Roe to arm them" the complement that it is of "urged Roe to arm them"."""
    moves: dict[int, tuple[int, str]] = {}
    for verb, dep in enumerate(tokens.dep):
        above = tokens.head[verb]
        if dep != "advcl" or tokens.tag[verb] != "VB" or tokens.lemma[above].lower() not in _PUSHING:
            continue
        pushed, first = tokens.child(above, "dobj"), tokens.left[verb]
        # The infinitive stands right behind who is pushed: "pushed Roe, to win" and "in order to win" are purposes.
        if pushed is not None and tokens.right[pushed] == first and tokens.tag[first] == "TO":
            moves[verb] = (above, "xcomp")
    return with_heads(tokens, moves)
