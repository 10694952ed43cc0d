"""Repairs of the parser's and the lemmatizer's known faults: each gives a new table and leaves the old one alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from sociogram.parse.tokens import HIGHEST, Tokens, read_subtrees

_INFLECTED = frozenset({"VBZ", "VBD", "VBN", "VBG"})
_LOST = frozenset({"hop", "rat", "tap", "scar", "star", "mop", "din", "rag", "cop", "bar", "car", "fin"})
"""Verbs of one short syllable, which would double their last letter ("hopped") where no "e" was lost."""

_AUXILIARY = frozenset({"aux", "auxpass"})


def mend_lemmas(tokens: Tokens) -> Tokens:
    """Give back the final "e" that the lemmatizer takes away: "hopes" is of "hope", not of "hop".

    Clauses keep the word of the lemmatizer, since their relations print it; ``verbs`` tries both spellings.
    """
    mended = {
        position: lemma + "e"
        for position, lemma in enumerate(tokens.lemma)
        if lemma in _LOST
        and tokens.tag[position] in _INFLECTED
        and tokens.lower[position] in (lemma + "es", lemma + "ed", lemma + "ing")
    }
    if not mended:
        return tokens
    return replace(
        tokens, lemma=tuple(mended.get(position, lemma) for position, lemma in enumerate(tokens.lemma))
    )


def raise_from_auxiliaries(tokens: Tokens) -> Tokens:
    """Hang what the parser hung on an auxiliary on its verb, as in "he was [re-elected]"."""
    head = list(tokens.head)
    for token, above in enumerate(head):
        if tokens.dep[above] in _AUXILIARY and above != token and tokens.dep[token] != "conj":
            head[token] = head[above]
    children, left, right = read_subtrees(head)
    return replace(tokens, head=tuple(head), children=children, left=left, right=right)


def raise_from_particles(tokens: Tokens) -> Tokens:
    """Give the verb the object that the parser hung on its particle, as in "pulled in [$3 million]"."""
    objects = [
        token
        for token, above in enumerate(tokens.head)
        if tokens.dep[token] == "pobj" and tokens.dep[above] == "prt" and tokens.tag[above] in _PARTICLES
    ]
    if not objects:
        return tokens
    head, dep = list(tokens.head), list(tokens.dep)
    for token in objects:
        head[token], dep[token] = head[head[token]], "dobj"
    children, left, right = read_subtrees(head)
    return replace(tokens, head=tuple(head), dep=tuple(dep), children=children, left=left, right=right)


_PARTICLES = frozenset({"RP", "IN"})


def part_years(tokens: Tokens) -> Tokens:
    """Hang the year of "In 2022 Acme won" on its preposition: the parser counts two thousand Acmes."""
    years = [
        token
        for token in range(1, len(tokens))
        if tokens.dep[token] == "nummod"
        and _YEAR.fullmatch(tokens.text[token])
        and tokens.dep[token - 1] in ("prep", "mark")
        and tokens.lower[token - 1] in _BEFORE_YEARS
        and not tokens.children[token - 1]
        and tokens.pos[tokens.head[token]] == "PROPN"
    ]
    if not years:
        return tokens
    head, dep = list(tokens.head), list(tokens.dep)
    for token in years:
        head[token], dep[token] = token - 1, "pobj"
    children, left, right = read_subtrees(head)
    return replace(tokens, head=tuple(head), dep=tuple(dep), children=children, left=left, right=right)


_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_BEFORE_YEARS = frozenset({"in", "since", "by", "until"})


def rehang_conjuncts(tokens: Tokens) -> Tokens:
    """Hang "warned" of "said he would go and warned her" on "said" and not on "go".

    A finite verb without a subject of its own is no conjunct of an infinitive or participle with auxiliaries; where
    such a clause stands below a finite verb of the same tense, it is one of that.
    """
    draft = _Draft(tokens, list(tokens.head), list(tokens.children), list(tokens.right))
    moved = False
    for verb, dep in enumerate(tokens.dep):
        if dep == "conj" and tokens.tag[verb] in _FINITE and not draft.has(verb, _OWN):
            place = draft.place_of(verb)
            if place is not None:
                draft.rehang(verb, *place)
                moved = True
    if not moved:
        return tokens
    return replace(tokens, head=tuple(draft.head), children=tuple(draft.children), right=tuple(draft.right))


_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "expl"})


@dataclass(frozen=True, slots=True)
class _Draft:
    """The columns of ``tokens`` that change while conjuncts are moved."""

    tokens: Tokens
    head: list[int]
    children: list[tuple[int, ...]]
    right: list[int]

    def has(self, token: int, deps: frozenset[str]) -> bool:
        """Whether a child of ``token`` has one of the labels ``deps``."""
        return any(self.tokens.dep[child] in deps for child in self.children[token])

    def place_of(self, verb: int) -> tuple[int, int] | None:
        """The first of the verbs that ``verb`` was coordinated with, and the verb above it, where that is its own."""
        dep, tag = self.tokens.dep, self.tokens.tag
        first = self.head[verb]
        for _ in range(HIGHEST):
            if dep[first] != "conj":
                break
            first = self.head[first]
        above = self.head[first]
        if dep[first] != "ccomp" or above > first or tag[above] != tag[verb]:
            return None
        return (first, above) if tag[first] not in _FINITE and self.has(first, _AUXILIARY) else None

    def rehang(self, verb: int, first: int, above: int) -> None:
        """Move ``verb`` and all to the right of it below ``first`` to ``above``; the coordinator goes along.

        What hangs right of ``verb`` keeps its head: only the bounds of what is left of it shrink.
        """
        old = self.head[verb]
        moved = [*self._coordinator(verb, first), verb]
        for child in moved:
            self.head[child] = above
        self.children[old] = tuple(child for child in self.children[old] if child not in moved)
        self.children[above] = tuple(sorted({*self.children[above], *moved}))
        begin = min(self.tokens.left[verb], *moved)
        node = old
        while node != above:
            self.right[node] = min(self.right[node], begin)
            node = self.head[node]

    def _coordinator(self, verb: int, first: int) -> list[int]:
        """The "and" right before ``verb`` below the same head, with the comma or the "and" before that."""
        dep = self.tokens.dep
        found = [
            child
            for child in self.children[self.head[verb]]
            if first < child < verb and dep[child] in {"cc", "punct"}
        ]
        if not found or dep[found[-1]] != "cc":
            return []
        before = [child for child in found[-2:-1] if dep[child] == "cc" or child + 1 == found[-1]]
        return [*before, found[-1]]
