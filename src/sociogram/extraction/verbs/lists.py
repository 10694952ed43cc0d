"""The names that a plural stands for: "two senators, Ann Lee and Bob Ray,", "donors including Ann Lee"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sociogram.model import Mention
from sociogram.parse.tokens import PLURALS, Tokens

_PLURAL = "NNS"
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


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


_ECHOES = frozenset({"do", "have", "be"})
"""Verbs that stand for a whole predicate before: "as did Roe"."""
_AS_WELL = ("as", "well", "as")
_WITH = frozenset({"together", "along"})


def joined(listed: Sequence[int], tokens: Tokens, at: Mapping[int, Mention]) -> list[int]:
    """The tokens of the names that do the same: "Doe, along with Roe, sued", "Doe sued, as did Roe and so did Lee"."""
    found: list[int] = []
    for noun in listed:
        verb = tokens.head[noun]
        if tokens.dep[noun] not in _SUBJECTS or verb < noun:
            continue
        first = [*_beside(noun, verb, tokens), *_echoes(verb, tokens)]
        found += [
            one
            for each in first
            for one in tokens.conjuncts(each)
            if (name := at.get(one)) is not None and name.form == "named"
        ]
    return found


def _beside(noun: int, verb: int, tokens: Tokens) -> Iterator[int]:
    """Who stands right behind the subject, with "along with", "together with" or "as well as" before."""
    for child in (*tokens.children[noun], *tokens.children[verb]):
        if not noun < child < verb:
            continue
        before = tokens.left[child]
        if tokens.dep[child] in _SUBJECTS and tokens.lower[max(noun, before - 3) : before] == _AS_WELL:
            yield child
        elif tokens.dep[child] == "prep":
            inner = tokens.child(child, "prep") if tokens.lower[child] == "along" else child
            led = tokens.lower[child] == "along" or tokens.lower[child - 1] in _WITH
            other = tokens.child(inner, "pobj") if led and inner is not None else None
            if other is not None and inner is not None and tokens.lower[inner] == "with":
                yield other


def _echoes(verb: int, tokens: Tokens) -> Iterator[int]:
    """Who does the same by a short clause behind: "as does Roe", "and so has Roe"."""
    for clause in tokens.children[verb]:
        if clause < verb or tokens.dep[clause] not in {"advcl", "conj"}:
            continue
        other = tokens.child(clause, *_SUBJECTS)
        if other is None or other < clause or tokens.lemma[clause] not in _ECHOES:
            continue
        bare = all(tokens.pos[one] == "PUNCT" for one in range(tokens.right[other], tokens.right[clause]))
        if bare and tokens.lower[clause - 1] in ("as", "so", "nor", "neither"):
            yield other


def included(listed: Sequence[int], tokens: Tokens, at: Mapping[int, Mention]) -> list[int]:
    """The tokens of the names behind "including" or "such as" on each plural of ``listed``."""
    found: list[int] = []
    for noun in listed:
        if tokens.tag[noun] not in PLURALS:
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
