"""Who of several goes with whom: each with each, or, where the sentence says "respectively", one with one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from sociogram.extraction.verbs.roles import Participant
from sociogram.model import Proposition, Span
from sociogram.parse.tokens import Tokens

_IN_ORDER = "respectively"


def pair_up(
    subjects: Sequence[Participant], objects: Sequence[Participant], tokens: Tokens, token: int
) -> Iterator[tuple[Participant, Participant]]:
    """Each of ``subjects`` with each of ``objects``; as many of both with "respectively": first with first, and so on.

    ``token`` is one of the sentence.
    """
    as_many = len(subjects) == len(objects)
    if as_many and _is_in_order(token, tokens):
        return zip(subjects, objects, strict=True)
    return product(subjects, objects)


def share_of(
    subject: Participant, subjects: Sequence[Participant], proposition: Proposition, tokens: Tokens
) -> tuple[int, Span] | None:
    """Head and characters of the one of as many objects that is the subject's: "raised $2 and $3, respectively"."""
    if len(subjects) < 2 or subject not in subjects or not _is_in_order(proposition.head, tokens):
        return None
    for argument in proposition.arguments:
        if argument.role == "object" and len(argument.members) == len(subjects):
            return argument.members[subjects.index(subject)]
    return None


def _is_in_order(token: int, tokens: Tokens) -> bool:
    return _IN_ORDER in tokens.lower[slice(*tokens.bounds(token))]
