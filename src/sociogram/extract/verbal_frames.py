"""Matching a lexicon's verb frames against the roles of a proposition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.extract.prop_tree import Tree
from sociogram.extract.verbal_roles import Filler, RoleFiller, Roles

if TYPE_CHECKING:
    from sociogram.lexicon import Frame, Lexicon, Sense
    from sociogram.ontology import Ontology

NESTED_WEIGHT = 0.88
LITERALS = {"Date": "Date", "Quantity": "Quantity", "Money": "Quantity"}
"""Kinds of mentions that are values and no actors, and the literal that they become."""


@dataclass(frozen=True, slots=True)
class Match:
    """A sense that fits, with its two ends; ``specificity`` ranks senses that fit the same pair."""

    frame: Frame
    sense: Sense
    subject: Filler
    object: Filler
    weight: float
    specificity: int


def find_matches(lemma: str, roles: Roles, tree: Tree, lexicon: Lexicon, ontology: Ontology) -> list[Match]:
    """Every sense of ``lemma`` whose frame, company and kinds fit, each pair with its most specific ones."""
    best: dict[tuple[int, int], list[Match]] = {}
    for frame in candidates(lemma, lexicon):
        for match in _matches(frame, roles, tree, lexicon, ontology):
            pair = match.subject.mention.index, match.object.mention.index
            kept = best.get(pair)
            if kept is None or match.specificity > kept[0].specificity:
                best[pair] = [match]
            elif match.specificity == kept[0].specificity and all(
                other.sense.relation != match.sense.relation for other in kept
            ):
                kept.append(match)
    return [match for matches in best.values() for match in matches[:1]]


def candidates(lemma: str, lexicon: Lexicon) -> Sequence[Frame]:
    """The frames of ``lemma``; a verb with a particle falls back to nothing, since it means something else."""
    return lexicon.verb_frames.get(lemma, ())


def _matches(frame: Frame, roles: Roles, tree: Tree, lexicon: Lexicon, ontology: Ontology) -> Iterator[Match]:
    sense = lexicon.senses[frame.sense]
    company = _company(frame, roles, tree)
    if company is None:
        return
    for subject, object_, weight, depth in _ends(frame, roles):
        if not _kinds_fit(sense, subject.kind, object_.kind, ontology):
            continue
        yield Match(frame, sense, subject, object_, weight, company * 4 + depth + _narrowness(sense))


def _narrowness(sense: Sense) -> int:
    return int(bool(sense.subject_kinds)) + int(bool(sense.object_kinds))


def _ends(frame: Frame, roles: Roles) -> Iterator[tuple[Filler, Filler, float, int]]:
    for object_role in frame.object:
        for object_argument in roles.get(object_role, ()):
            for subject_role in frame.subject:
                for subject_argument in roles.get(subject_role, ()):
                    if subject_argument is object_argument:
                        continue
                    weight = NESTED_WEIGHT if object_argument.nested or subject_argument.nested else 1.0
                    depth = 2 if object_role != "object" else 1
                    for subject in subject_argument.fillers:
                        for object_ in object_argument.fillers:
                            if not _same(subject, object_):
                                yield subject, object_, weight, depth


def _same(left: Filler, right: Filler) -> bool:
    return left.mention.index == right.mention.index or (left.chain >= 0 and left.chain == right.chain)


def _kinds_fit(sense: Sense, subject: str, object_: str, ontology: Ontology) -> bool:
    if sense.subject_kinds and not any(ontology.is_a(subject, kind) for kind in sense.subject_kinds):
        return False
    if sense.object_kinds and not any(ontology.is_a(object_, kind) for kind in sense.object_kinds):
        return False
    return ontology.allows(sense.relation, subject, object_)


def _company(frame: Frame, roles: Roles, tree: Tree) -> int | None:
    """How many words of ``with`` are there, or ``None`` where one is missing."""
    for role, wanted in frame.with_.items():
        if not any(_is_one_of(argument, wanted, tree) for argument in roles.get(role, ())):
            return None
    return len(frame.with_)


def _is_one_of(argument: RoleFiller, wanted: Sequence[str], tree: Tree) -> bool:
    words = {tree.lemmas[token].lower() for token in tree.conjuncts(argument.head)}
    kinds = {filler.kind for filler in argument.fillers}
    return any(
        word[1:] in kinds or word[1:].capitalize() in kinds if word[:1] == "$" else word in words
        for word in wanted
    )
