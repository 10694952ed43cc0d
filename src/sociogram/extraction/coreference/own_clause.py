"""Whom a pronoun goes back to by the clause that it stands in: who the clause is about, who is asked to do it.

The gender of a name that no list knows is open; that must be no disadvantage beside a person farther away whose gender
is told, so what the clause says goes before what is weighed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.coreference.facts import GROUPS, PLACES
from sociogram.extraction.coreference.words import ANYBODY, BODIES_HAVE, PROMISING_VERBS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sociogram.extraction.coreference.facts import Facts
    from sociogram.extraction.coreference.scene import Scene
    from sociogram.parse.tokens import Tokens

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVES = frozenset({"who", "which", "that"})
_CONTROLLED = frozenset({"of", "from", "for", "into", "with"})
"""Prepositions before a gerund whose doer is the object of the verb: "accused Doe *of* lying"."""
_FRONTED = frozenset({"nsubj", "nsubjpass", "npadvmod", "dep", "dislocated", "advcl", "dobj"})
_BODIES = GROUPS | PLACES - {"Facility"}
_BESIDE = 6
"""Mentions to either side of a name among which the phrase is that it stands in."""
_FARTHEST = 40
"""Mentions back in which the subject of a clause is looked for."""


def _at(scene: Scene, one: Facts, token: int) -> Facts | None:
    """The mention with the head ``token`` before ``one`` in its sentence."""
    for index in range(one.index - 1, max(-1, one.index - _FARTHEST), -1):
        near = scene.facts[index]
        if near.head == token:
            return near
        if near.head >= 0 and near.sentence != one.sentence:
            return None
    return None


def _clauses(scene: Scene, one: Facts) -> Iterator[tuple[int, int]]:
    """The verbs with a subject above ``one``, from the nearest, each with the subject; those that hold it left out."""
    tokens = scene.tokens
    for token in tokens.climb(one.head):
        subject = tokens.child(token, *_SUBJECTS)
        if subject is not None and not tokens.left[subject] <= one.head < tokens.right[subject]:
            yield token, subject
        if token != one.head and tokens.dep[token] == "relcl":
            return


def relative_subject(scene: Scene, one: Facts, found: list[Facts]) -> Facts | None:
    """Whom a relative clause is about, where ``one`` owns something in it: "Doe met Roe, who sold *her* house".

    Where a pronoun before it in the sentence is somebody else's, either may be meant.
    """
    if not one.possessive or one.head < 0:
        return None
    verb, subject = next(_clauses(scene, one), (-1, -1))
    if verb < 0 or scene.tokens.lower[subject] not in _RELATIVES:
        return None
    relative = _at(scene, one, subject)
    if relative is None:
        return None
    roots = {scene.clusters.find(other.index) for other in found if other.sentence == one.sentence}
    root = scene.clusters.find(relative.index)
    if root not in roots or any(
        other.mention.form == "pronoun"
        and other.gender == one.gender
        and scene.clusters.find(other.index) != root
        for other in found
        if other.sentence == one.sentence
    ):
        return None
    between = (other for other in found if subject < other.head < one.head)
    if any(scene.clusters.find(other.index) != root for other in between):
        return None
    return next(other for other in found if scene.clusters.find(other.index) == root)


def asked_to(scene: Scene, one: Facts, found: list[Facts]) -> Facts | None:
    """The object of a verb who does what stands behind it: "Doe accused Roe of wanting it for *his* son"."""
    tokens = scene.tokens
    if not one.possessive or one.head < 0:
        return None
    for token in tokens.climb(one.head):
        if tokens.child(token, *_SUBJECTS) is not None:
            return None
        if tokens.dep[token] not in {"xcomp", "pcomp"}:
            continue
        above = tokens.head[token]
        if tokens.dep[token] == "pcomp":
            if tokens.lower[above] not in _CONTROLLED:
                return None
            above = tokens.head[above]
        taken = tokens.child(above, "dobj")
        if taken is None or tokens.lemma[above] in PROMISING_VERBS:
            return None
        return _unrivalled(scene, one, found, taken)
    return None


def _unrivalled(scene: Scene, one: Facts, found: list[Facts], token: int) -> Facts | None:
    """The candidate at ``token``, unless its gender is open and the sentence has another whose gender is told."""
    near = [other for other in found if other.sentence == one.sentence]
    best = next((other for other in near if other.head == token), None)
    if best is None or scene.tells_gender(one, best):
        return best
    return None if any(scene.tells_gender(one, other) for other in near) else best


def clause_subject(scene: Scene, one: Facts, found: list[Facts]) -> Facts | None:
    """The subject above ``one``, where nobody else in the sentence may be meant: "Doe denied that *his* men fled".

    Whom the sentence opens with goes for its subject: "As for Doe, the court has freed *him*". Of somebody new whose
    gender is open, and beside a pronoun just before that is another's, it is not sure.
    """
    if one.role not in {"possessive", "object", "oblique"} or one.head < 0:
        return None
    near = [other for other in found if other.sentence == one.sentence and other.head < one.head]
    voice = scene.voices[one.index]
    if not near or any(
        scene.voices[other.index] != voice or not scene.clusters.same(other.index, near[0].index)
        for other in near
    ):
        return None
    subjects = {subject for _, subject in _clauses(scene, one)}
    best = next((other for other in near if other.head in subjects or opens_sentence(scene, other)), None)
    if best is None or best.mention.form != "named":
        return None
    if scene.tells_gender(one, best) or opens_sentence(scene, best):
        return best
    return best if scene.spoke_before(best) and not _is_other_just_meant(scene, one, best, found) else None


def opens_sentence(scene: Scene, other: Facts) -> bool:
    """Whether a preposition with ``other`` opens the sentence: "For Doe, the offer …"."""
    tokens = scene.tokens
    if tokens.dep[other.head] != "pobj":
        return False
    first = tokens.bounds(other.head)[0]
    link = tokens.head[other.head]
    return link == first or (tokens.head[link] == first and tokens.dep[first] in {"prep", "mark", "advmod"})


def _is_other_just_meant(scene: Scene, one: Facts, other: Facts, found: list[Facts]) -> bool:
    """Whether a pronoun of that gender in the sentence or the one before is somebody else."""
    return any(
        near.mention.form == "pronoun"
        and near.sentence >= one.sentence - 1
        and near.gender == one.gender
        and not scene.clusters.same(near.index, other.index)
        for near in found
    )


def of_bodies(scene: Scene, one: Facts, found: list[Facts]) -> list[Facts]:
    """The bodies and places of ``found`` where ``one`` owns what only such have: "sold the ship … *its* shareholders".

    The subject of the clause goes before them, and who is asked to do it: "Acme told Roe Ltd to withdraw *its* loan".
    """
    tokens = scene.tokens
    if not one.possessive or one.head < 0 or tokens.lemma[tokens.head[one.head]].lower() not in BODIES_HAVE:
        return found
    bodies = [other for other in found if _is_body(scene, other)]
    subject = next(_clauses(scene, one), (-1, -1))[1]
    best = asked_to(scene, one, bodies) or next((other for other in bodies if other.head == subject), None)
    if best is not None:
        return [best]
    return bodies or found


def _is_body(scene: Scene, other: Facts) -> bool:
    """Whether the chain of ``other`` has a name or noun of a body or a place, and it is no part of another's name."""
    if other.role == "modifier":
        return False
    members = (scene.facts[index].mention for index in scene.clusters.first(other.index))
    return any(member.kind in _BODIES for member in members if member.form != "pronoun")


def mourned(scene: Scene, one: Facts, found: list[Facts]) -> Facts | None:
    """Whom a text about the dead is about: "*She* is survived by two sons" is nobody named in passing."""
    tokens = scene.tokens
    if one.role != "subject" or tokens.dep[one.head] != "nsubjpass" or tokens.lemma[one.verb] != "survive":
        return None
    sizes = {other.index: len(scene.clusters.members(other.index)) for other in found}
    most = max(sizes.values(), default=0)
    roots = {scene.clusters.find(index) for index, size in sizes.items() if size == most}
    return next(other for other in found if sizes[other.index] == most) if len(roots) == 1 else None


def is_in_things_name(scene: Scene, other: Facts) -> bool:
    """Whether ``other`` only tells which thing is meant: in "the Acme charter" no "they" goes back to Acme."""
    if other.role != "modifier" or other.mention.form != "named":
        return False
    head = scene.tokens.head[other.top]
    beside = scene.facts[max(0, other.index - _BESIDE) : other.index + _BESIDE]
    whole = next((near for near in beside if near.head == head), None)
    return whole is not None and whole.mention.kind not in GROUPS | PLACES | {"Person", "Collective"}


def is_nobody(one: Facts, other: Facts) -> bool:
    """Whether ``other`` is "nobody", "others" or "anyone", of whom no "he" speaks, nor a "they" in another sentence."""
    if other.mention.form != "nominal" or other.words[-1] not in ANYBODY:
        return False
    return one.number == "singular" or one.sentence != other.sentence


def is_named_in_content(scene: Scene, one: Facts, other: Facts) -> bool:
    """Whether ``other`` is the named subject of what ``one`` says in passing: "Doe, *he* said, would never pay".

    Who says so would not call himself by name.
    """
    if one.role != "subject" or one.index not in scene.sources or other.mention.form != "named":
        return False
    tokens = scene.tokens
    if other.sentence != one.sentence or other.head > one.head:
        return False
    if other.tokens_end == one.head - 1 and tells_of_what_is_before(one.verb, tokens):
        return True
    if other.role != "subject":
        return False
    aside = tokens.dep[one.verb] == "parataxis" and tokens.head[one.verb] == other.verb
    return aside or (tokens.dep[other.verb] == "ccomp" and tokens.head[other.verb] == one.verb)


def tells_of_what_is_before(verb: int, tokens: Tokens) -> bool:
    """Whether what a verb tells has its subject before the teller: "Doe, he *told* reporters, was a liar"."""
    said = tokens.child(verb, "ccomp")
    return said is not None and tokens.child(said, "nsubj", "nsubjpass", "expl") is None


def fronted(scene: Scene, one: Facts) -> Facts | None:
    """The description that is set before its sentence with a comma: "The daughter of a judge, *she* studied law"."""
    tokens = scene.tokens
    comma = one.head - 1
    if one.role != "subject" or comma < 1 or tokens.text[comma] != "," or one.mention.form != "pronoun":
        return None
    for index in range(one.index - 1, max(-1, one.index - _FARTHEST), -1):
        other = scene.facts[index]
        if other.head >= 0 and other.sentence != one.sentence:
            return None
        if other.mention.form != "nominal" or other.mention.kind != "Person" or other.number != "singular":
            continue
        opens = other.mention.tokens[0] == tokens.bounds(one.head)[0]
        set_before = tokens.head[other.head] == one.verb and tokens.dep[other.head] in _FRONTED
        if opens and set_before and tokens.right[other.head] in {comma, comma + 1}:
            return other
    return None
