"""The names that a plural stands for: "two senators, Ann Lee and Bob Ray,", "donors including Ann Lee"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sociogram.model import Mention
from sociogram.parse.tokens import Tokens

_PLURAL = "NNS"


def names_behind(noun: int, tokens: Tokens, at: Mapping[int, Mention]) -> list[int]:
    """The tokens of the persons whom the plural at ``noun`` stands for; of one without a list itself.

    Args:
        noun: The token of a noun, or of a number with "of" and a noun behind it.
        tokens: The document's tokens.
        at: The mention of each head.
    """
    if tokens.tag[noun] == "CD" and (of := tokens.child(noun, "prep")) is not None:
        people = tokens.child(of, "pobj") if tokens.lower[of] == "of" else None
        behind = [] if people is None or tokens.tag[people] != _PLURAL else names_behind(people, tokens, at)
        return behind if behind and behind != [people] else [noun]
    if tokens.tag[noun] == _PLURAL:
        for child in tokens.children[noun]:
            names = tokens.conjuncts(child) if tokens.dep[child] == "appos" and child > noun else []
            if len(names) > 1 and all(_is_person(one, at) for one in names):
                return names
    return [noun]


def _is_person(token: int, at: Mapping[int, Mention]) -> bool:
    name = at.get(token)
    return name is not None and name.form == "named" and name.kind == "Person"


def included(listed: Sequence[int], tokens: Tokens, at: Mapping[int, Mention]) -> list[int]:
    """The tokens of the names behind "including" or "such as" on each plural of ``listed``."""
    found: list[int] = []
    for noun in listed:
        if tokens.tag[noun] != _PLURAL:
            continue
        for child in tokens.children[noun]:
            word, before = tokens.lower[child], tokens.lower[child - 1]
            opens = (word == "including" and before != "not") or (word == "as" and before == "such")
            first = tokens.child(child, "pobj", "dobj") if opens and child > noun else None
            if first is not None:
                found += [
                    one
                    for one in tokens.conjuncts(first)
                    if (name := at.get(one)) is not None and name.form == "named"
                ]
    return found
