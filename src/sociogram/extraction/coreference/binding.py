"""Which mentions of one clause cannot be the same: arguments of one verb, and who is called another's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.own_clause import opens_sentence
from sociogram.extraction.coreference.words import DEEDS_TO_OTHERS

if TYPE_CHECKING:
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.extraction.coreference.scene import Scene


def subject_of(scene: Scene, one: Facts, verb: int) -> Facts | None:
    """The subject of ``verb``, before ``one`` in its sentence."""
    for index in range(one.index - 1, max(-1, one.index - 20), -1):
        near = scene.facts[index]
        if near.head >= 0 and near.sentence != one.sentence:
            return None
        if near.verb == verb and near.role == "subject":
            return near
    return None


def _understood_subject(scene: Scene, one: Facts) -> Facts | None:
    """The subject of the verb of ``one``: its own, or that of the verb it is a second or a participle of."""
    tokens = scene.tokens
    for verb in tokens.climb(one.verb):
        found = subject_of(scene, one, verb)
        if found is not None:
            return found
        participle = tokens.dep[verb] == "advcl" and tokens.tag[verb] == "VBG"
        if not (participle or tokens.dep[verb] == "conj"):
            return None
    return None


def in_relative_clause(scene: Scene, one: Facts, other: Facts) -> bool:
    """Whether a relative clause lies between ``one`` and the head of ``other`` above it."""
    tokens = scene.tokens
    clause = False
    for token in tokens.climb(one.head):
        if token == other.head:
            return clause
        if tokens.dep[token] == "relcl" or (tokens.dep[token] == "acl" and tokens.head[token] == other.head):
            clause = True
    return False


def _is_owned(scene: Scene, one: Facts, other: Facts) -> bool:
    """Whether ``other`` is said to be somebody of ``one``'s: who "was his uncle" is not he, if not "his own boss".

    The parser may take the uncle of "was his uncle and his father left" for a subject.
    """
    tokens = scene.tokens
    owned, before = tokens.head[one.head], one.head - 1
    noun = next((token for token in tokens.climb(owned) if tokens.dep[token] != "conj"), owned)
    verb = tokens.head[noun] if tokens.dep[noun] == "attr" else before
    subject = subject_of(scene, one, verb) if verb >= 0 and tokens.lemma[verb] == "be" else None
    if subject is None or not scene.clusters.same(subject.index, other.index):
        return False
    phrase = scene.facts[one.index - 1] if one.index else one
    is_person = phrase.head == owned and phrase.mention.kind == "Person" and not phrase.possessive
    return is_person and "own" not in tokens.lower[one.head : owned]


def _is_done_to_others(scene: Scene, one: Facts, other: Facts) -> bool:
    """Whether ``other`` does to what is ``one``'s what nobody does to his own: "raided *its* offices"."""
    tokens = scene.tokens
    owned = tokens.head[one.head]
    verb = tokens.head[owned]
    if tokens.dep[owned] != "dobj" or tokens.lemma[verb].lower() not in DEEDS_TO_OTHERS:
        return False
    subject = _understood_subject(scene, replace(one, verb=verb))
    own = "own" in tokens.lower[one.head : owned]
    return not own and subject is not None and scene.clusters.same(subject.index, other.index)


def bound_apart(scene: Scene, one: Facts, other: Facts) -> bool:
    """Whether the two are arguments of one verb: only a reflexive goes back to its own subject."""
    if one.reflexive:
        return other.role not in {"subject", "object"} or one.sentence != other.sentence
    if one.possessive:
        return _is_owned(scene, one, other) or _is_done_to_others(scene, one, other)
    if one.verb < 0:
        return False
    if one.role == "object":
        subject = _understood_subject(scene, one)
        if subject is not None and scene.clusters.same(subject.index, other.index):
            return True
    for index in range(one.index - 1, max(-1, one.index - 12), -1):
        near = scene.facts[index]
        if near.sentence != one.sentence:
            break
        arguments = {near.role, one.role} <= {"subject", "object", "oblique"} and near.role != one.role
        if near.verb == one.verb and arguments and scene.clusters.same(index, other.index):
            return not opens_sentence(scene, near)  # "as for Doe, the court freed him"
    return False
