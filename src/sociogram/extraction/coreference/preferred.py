"""Which of the antecedents that the hard rules leave go before the others, by where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.coreference.binding import subject_of
from sociogram.extraction.coreference.own_clause import (
    asked_to,
    clause_subject,
    mourned,
    of_bodies,
    relative_subject,
)
from sociogram.extraction.coreference.subjects import (
    judged,
    own_subject,
    speaker_before,
    speaker_on,
    subject_above,
    subject_before,
    whose_people,
)

if TYPE_CHECKING:
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.extraction.coreference.scene import Scene


def preferred(scene: Scene, one: Facts, found: list[Facts]) -> list[Facts]:
    """Those of ``found`` that leave no room for the others; all of them where none does.

    "It" in a relative clause goes back within its sentence; the possessive in an apposition to the
    subject of a second clause ("but Ann Lee, its founder") to the subject of the first; "he" and
    "she" sooner to someone of that gender in the sentence than to someone of unknown gender before.
    """
    found = _without_relatives(scene, one, found)
    if one.animate and one.number == "singular":
        sure = (
            own_subject(scene, one, found)
            or speaker_before(scene, one, found)
            or speaker_on(scene, one, found)
            or whose_people(scene, one, found)
            or judged(scene, one, found)
            or subject_before(scene, one, found)
            or subject_above(scene, one, found)
            or mourned(scene, one, found)
            or relative_subject(scene, one, found)
            or asked_to(scene, one, found)
            or clause_subject(scene, one, found)
        )
        if sure is not None:
            return [sure]
    if not one.animate and one.number == "singular" and one.possessive:
        found = of_bodies(scene, one, found)
        sure = relative_subject(scene, one, found) or subject_before(scene, one, found)
        if sure is not None:
            return [sure]
    near = [other for other in found if other.sentence == one.sentence]
    if not near:
        return _of_told_gender(scene, one, found)
    if len(near) == len(found) == 1:
        return found
    if not one.animate and one.number == "singular" and _is_in_relative_clause(scene, one):
        return near
    first = _subject_before(scene, one)
    if first is not None and first in near:
        return [first]
    return _of_told_gender(scene, one, found)


def _of_told_gender(scene: Scene, one: Facts, found: list[Facts]) -> list[Facts]:
    """``found`` without whose gender is open, where someone of the gender of ``one`` stands as near or nearer.

    In the sentence of ``one`` a pronoun tells it well enough against descriptions before. In a sentence before, a
    subject of open gender stays: it may be what the text is about.
    """
    if one.gender not in {"male", "female"}:
        return found
    if any(other.sentence == one.sentence and scene.tells_gender(one, other) for other in found):
        found = [
            other
            for other in found
            if other.sentence == one.sentence
            or other.mention.form != "nominal"
            or scene.tells_gender(one, other)
        ]
    told = [other for other in found if _is_told_gender(scene, other, one.gender)]
    if any(other.sentence == one.sentence for other in told):
        return [other for other in found if other.sentence == one.sentence or other in told]
    last = max((other.sentence for other in found), default=-1)
    if any(other.sentence == last for other in told):
        return [
            other
            for other in found
            if scene.tells_gender(one, other) or (other.sentence == last and other.role == "subject")
        ]
    return found


def _without_relatives(scene: Scene, one: Facts, found: list[Facts]) -> list[Facts]:
    """``found`` without who is only called another's in one sentence before: "her mother, Ann, raised her. She …".

    The other of whom the sentence speaks by a pronoun too is what the text is about, and stays.
    """
    if not one.animate or one.number == "plural":
        return found
    roots = {scene.clusters.find(other.index) for other in found}
    aside = {
        scene.clusters.find(other.index)
        for other in found
        if other.sentence < one.sentence and _is_called_anothers(scene, one, other, roots)
    }
    return [other for other in found if scene.clusters.find(other.index) not in aside]


def _is_called_anothers(scene: Scene, one: Facts, other: Facts, roots: set[int]) -> bool:
    """Whether ``other`` is possessed by a pronoun of one of ``roots``, and the text speaks of it nowhere else yet."""
    owner = scene.owners.get(other.head)
    if owner is None or scene.facts[owner].mention.form != "pronoun":
        return False
    root = scene.clusters.find(owner)
    if root not in roots or root == scene.clusters.find(other.index):
        return False
    members = (scene.facts[index] for index in scene.clusters.members(other.index))
    before = [member for member in members if member.head < one.head]
    return all(member.sentence == other.sentence and member.mention.form != "pronoun" for member in before)


def _is_told_gender(scene: Scene, other: Facts, gender: str) -> bool:
    """Whether a name or noun of the chain of ``other`` has the gender, and not its pronouns alone."""
    return any(
        scene.facts[index].gender == gender and scene.facts[index].mention.form != "pronoun"
        for index in scene.clusters.first(other.index)
    )


def _is_in_relative_clause(scene: Scene, one: Facts) -> bool:
    tokens = scene.tokens
    return 0 <= one.verb < len(tokens) and tokens.dep[one.verb] == "relcl" and one.role == "object"


def _subject_before(scene: Scene, one: Facts) -> Facts | None:
    """The subject of the first of two clauses, where ``one`` possesses an apposition to that of the second."""
    tokens = scene.tokens
    if not one.possessive or one.animate:
        return None
    noun = tokens.head[one.head]
    if tokens.dep[noun] != "appos":
        return None
    subject = tokens.head[noun]
    verb = tokens.head[subject]
    if tokens.dep[subject] not in {"nsubj", "nsubjpass"} or tokens.dep[verb] != "conj":
        return None
    return subject_of(scene, one, tokens.head[verb])
