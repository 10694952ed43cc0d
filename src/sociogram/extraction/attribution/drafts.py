"""Attributions in the making, and where their sources stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from sociogram.parse.tokens import Tokens

Range = tuple[int, int]

SUBJECTS = frozenset({"nsubj", "csubj"})
_CUT = frozenset({"advcl", "parataxis", "ccomp", "dep"})
_NOBODY = frozenset({"us", "'s", "’s"})  # of "let us say"


@dataclass(slots=True)
class Draft:
    """An attribution in tokens, half-open ranges; ``cue_class`` is the class of the cue, ``frame`` its frame."""

    cue_head: int
    cue: list[Range]
    content: list[Range]
    source: list[Range] = field(default_factory=list)
    source_head: int | None = None
    verb: str = ""
    cue_class: str = "say"
    frame: str = "clause"
    direct: bool = False


def noun_phrase(columns: Tokens, head: int, cue: int = -1) -> Range:
    """The phrase of ``head`` with its relative clauses, without commas at its ends, up to the clause of ``cue``."""
    first, last = columns.left[head], columns.right[head]
    for child in columns.children[head]:
        if child > head and (columns.dep[child] in _CUT or columns.left[child] <= cue < columns.right[child]):
            last = min(last, columns.left[child])
            break
    for child in columns.children[head]:
        if child < head and columns.dep[child] in _CUT:
            first = max(first, columns.right[child])
    return trim(columns, first, last)


def trim(columns: Tokens, first: int, last: int) -> Range:
    """``first`` to ``last`` without stops, commas and dashes at the ends."""
    while last > first and columns.text[last - 1] in {",", ".", ";", ":", "-", "–", "—", "...", "--"}:
        last -= 1
    while first < last and columns.text[first] in {",", ".", ";", ":", "-", "–", "—", "--", ")"}:
        first += 1
    return first, last


def cue_range(columns: Tokens, head: int) -> Range:
    """The verb with its auxiliaries, negation and adverbs, as far as they stand together."""
    first = head
    wanted = {child for child in columns.children[head] if columns.dep[child] in _WITH_CUE}
    while first - 1 in wanted:
        first -= 1
    last = head + 1
    if last in wanted and columns.dep[last] == "prt":
        last += 1
    return first, last


_WITH_CUE = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})


def is_passive(columns: Tokens, verb: int) -> bool:
    """Whether ``verb`` is a passive participle."""
    deps = [columns.dep[child] for child in columns.children[verb]]
    if "auxpass" in deps or "nsubjpass" in deps or "agent" in deps:
        return True
    if columns.dep[verb] == "advcl" and columns.tag[verb] == "VBD" and "nsubj" not in deps:
        return True
    return columns.tag[verb] == "VBN" and columns.dep[verb] in {"acl", "advcl"} and "aux" not in deps


def subject_of(columns: Tokens, verb: int) -> int | None:
    """The subject nearest to ``verb``; a parenthesis may seem to have two ("The mayor, she said, left")."""
    found = [child for child in columns.children[verb] if columns.dep[child] in SUBJECTS]
    return min(found, key=lambda child: abs(child - verb)) if found else None


def agent_of(columns: Tokens, verb: int) -> int | None:
    """Who acts in a passive: what stands behind its "by"."""
    agent = columns.child(verb, "agent")
    return None if agent is None else columns.child(agent, "pobj")


def find_source_head(columns: Tokens, verb: int) -> int | None:
    """The token of who says or thinks by ``verb``: its subject, or that of the verb it hangs on.

    Conjuncts share their subject; participles and infinitives take that of the verb above, or its
    object where the verb above has one ("told him to say"); a participle behind a noun takes the noun.
    """
    for position in columns.climb(verb):
        subject = subject_of(columns, position)
        if subject is not None:
            if columns.lower[subject] in _NOBODY and columns.lemma[columns.head[position]] == "let":
                return None
            return subject
        if position != verb:
            passive = columns.child(position, "nsubjpass")
            if passive is not None:
                return passive
        dep, head = columns.dep[position], columns.head[position]
        if head == position:
            return None
        if dep in {"acl", "relcl"} and columns.pos[head] in {"NOUN", "PROPN", "PRON"}:
            return _holder(columns, head) if columns.tag[position] == "VB" else head
        if dep == "xcomp" and columns.tag[position] == "VB":
            controlled = columns.child(head, "dobj", "dative")
            if controlled is not None and columns.pos[controlled] != "ADP":
                return controlled
        if dep in {"ccomp", "parataxis"} and columns.tag[position] not in {"VBG", "VB"}:
            return None
        if dep in {"prep", "pcomp", "conj", "xcomp", "advcl", "ccomp", "acl", "dep", "parataxis"}:
            if columns.pos[head] in {"NOUN", "PROPN"} and dep != "conj":
                return _holder(columns, head)
        else:
            return None
    return None


def _holder(columns: Tokens, noun: int) -> int | None:
    """Whose the noun is ("his decision to …"), or the subject of the verb that governs it."""
    possessor = columns.child(noun, "poss")
    if possessor is not None:
        return possessor
    if columns.dep[noun] in {"dobj", "attr"}:
        return columns.child(columns.head[noun], *SUBJECTS)
    return None
