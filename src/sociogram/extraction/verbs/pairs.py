"""Who of several goes with whom: each with each, or, where the sentence says "respectively", one with one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from sociogram.extraction.verbs.roles import Participant
from sociogram.parse.tokens import Tokens

_IN_ORDER = "respectively"


def pair_up(
    subjects: Sequence[Participant], objects: Sequence[Participant], tokens: Tokens, token: int
) -> Iterator[tuple[Participant, Participant]]:
    """Each of ``subjects`` with each of ``objects``; as many of both with "respectively": first with first, and so on.

    ``token`` is one of the sentence.
    """
    as_many = len(subjects) == len(objects)
    if as_many and _IN_ORDER in tokens.lower[slice(*tokens.bounds(token))]:
        return zip(subjects, objects, strict=True)
    return product(subjects, objects)
