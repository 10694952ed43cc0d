"""Which ties contradict each other. That claims of one tie do, ``standing`` tells.

Of two claims both must hold that something was so (``standing.HELD``): what is only possible, wanted or hypothetical
contradicts nothing. Which relations do not go together says the ontology (``contradicts``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sociogram.graph.phrases import WORDS
from sociogram.graph.standing import HELD, PLEDGED
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Claim, LiteralObject, Modality, Polarity, Tie

_WORDS_OF = load_vocabulary("graph")
_ACCUSING, _DENYING = _WORDS_OF.words("accusing-words"), _WORDS_OF.words("denying-lemmas")
_ACCUSES = "accuses"


class Kind(StrEnum):
    """Why two ties contradict each other."""

    DENIED = "denied"  # one is denied, and the other implies it: endorses, does not support
    OPPOSED = "opposed"  # their relations do not go together: supports, opposes
    ANSWERED = "accusation denied"  # one accuses somebody, who denies it in the same document


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two ties of which the claims ``left`` and ``right`` contradict each other, all by their ids."""

    kind: Kind
    ties: tuple[str, str]
    left: tuple[str, ...]
    right: tuple[str, ...]
    changed_by: tuple[str, ...] = ()
    """Actors who say both."""


def find_contradictions(ties: Iterable[Tie], claims: Mapping[str, Claim]) -> list[Contradiction]:
    """All pairs of ``ties`` that contradict each other, each once, in the order of their ids."""
    found = [*_between_the_same(ties, claims), *_answered(ties, claims)]
    return sorted(found, key=lambda each: (each.ties, each.kind))


def _between_the_same(ties: Iterable[Tie], claims: Mapping[str, Claim]) -> Iterator[Contradiction]:
    """Contradictions of ties with the same two ends, whose relations the ontology relates."""
    groups: dict[tuple[str, str | LiteralObject], list[Tie]] = {}
    for tie in ties:
        if tie.relation in _related():
            groups.setdefault((tie.subject, tie.object), []).append(tie)
    for group in groups.values():
        for place, one in enumerate(group):
            for other in group[place + 1 :]:
                left, right = sorted((one, other), key=lambda tie: tie.id)
                found = _contradiction(left, right, claims)
                if found is not None:
                    yield found


def _contradiction(left: Tie, right: Tie, claims: Mapping[str, Claim]) -> Contradiction | None:
    ours, theirs = ([claims[each] for each in tie.claims if each in claims] for tie in (left, right))
    if right.relation in _opposed(left.relation):
        pair = _affirming(ours), _affirming(theirs)
        kind = Kind.OPPOSED
    elif right.relation in load_ontology().lineage(left.relation):
        pair, kind = (_affirming(ours), _denying(theirs)), Kind.DENIED
    elif left.relation in load_ontology().lineage(right.relation):
        pair, kind = (_denying(ours), _affirming(theirs)), Kind.DENIED
    else:
        return None
    one, other = ([claim for claim in side if claim.modality in HELD] for side in pair)
    changed = _speakers(pair[0]) & _speakers(pair[1])
    if kind is Kind.OPPOSED:
        changed |= _turned(one, other)
    if not (one and other) and not changed:
        return None
    # Pledges count only where one speaker breaks them.
    one, other = (held or list(side) for held, side in zip((one, other), pair, strict=True))
    return Contradiction(
        kind=kind,
        ties=(left.id, right.id),
        left=tuple(claim.id for claim in one),
        right=tuple(claim.id for claim in other),
        changed_by=tuple(sorted(changed)),
    )


def _turned(one: Sequence[Claim], other: Sequence[Claim]) -> set[str]:
    """The subject of two opposed ties, where they were said on different days only: who supports, then opposes."""
    days = [{claim.said_on for claim in side if claim.said_on} for side in (one, other)]
    if not all(days) or not days[0].isdisjoint(days[1]):
        return set()
    return {claim.subject for claim in one}


def _speakers(claims: Iterable[Claim]) -> set[str]:
    return {claim.asserters[-1] for claim in claims if claim.asserters}


def _affirming(claims: Iterable[Claim]) -> list[Claim]:
    return [one for one in claims if one.polarity is Polarity.AFFIRMED and one.modality in PLEDGED]


def _denying(claims: Iterable[Claim]) -> list[Claim]:
    return [one for one in claims if one.polarity is Polarity.DENIED and one.modality in PLEDGED]


def _answered(ties: Iterable[Tie], claims: Mapping[str, Claim]) -> Iterator[Contradiction]:
    """Denials of "the allegations" with what accuses the same actor in the same document."""
    ties = list(ties)
    tie_of = {each: tie for tie in ties for each in tie.claims}
    denials = [
        claim for tie in ties for each in tie.claims if (claim := claims.get(each)) and _is_answer(claim)
    ]
    accused: dict[tuple[str, str], list[Claim]] = {}
    answering = {(denial.subject, denial.evidence.document) for denial in denials}
    for claim in claims.values():
        key = _accused(claim), claim.evidence.document
        if key in answering and claim.id in tie_of:
            accused.setdefault((str(key[0]), key[1]), []).append(claim)
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for denial in denials:
        for claim in accused.get((denial.subject, denial.evidence.document), ()):
            if denial.id != claim.id:
                pairs.setdefault((tie_of[denial.id].id, tie_of[claim.id].id), []).append(
                    (denial.id, claim.id)
                )
    for ties_, found in pairs.items():
        sides = (tuple(dict.fromkeys(side)) for side in zip(*found, strict=True))
        (first, left), (second, right) = sorted(zip(ties_, sides, strict=True))
        yield Contradiction(kind=Kind.ANSWERED, ties=(first, second), left=left, right=right)


def _is_answer(claim: Claim) -> bool:
    """Whether its subject denies what words call an accusation."""
    return (
        claim.polarity is Polarity.AFFIRMED
        and claim.modality in HELD
        and isinstance(claim.object, LiteralObject)
        and claim.lemma.split(" ")[0] in _DENYING
        and not _ACCUSING.isdisjoint(word.casefold() for word in WORDS.findall(claim.object.value))
    )


def _accused(claim: Claim) -> str | None:
    """Whom ``claim`` accuses, or alleges something of."""
    if claim.polarity is not Polarity.AFFIRMED:
        return None
    if claim.relation == _ACCUSES and claim.modality in HELD and isinstance(claim.object, str):
        return claim.object
    return claim.subject if claim.modality is Modality.ALLEGED else None


@cache
def _opposed(relation: str) -> frozenset[str]:
    return load_ontology().opposed(relation)


@cache
def _related() -> frozenset[str]:
    """The relations that contradict another, or have one above or below them."""
    ontology = load_ontology()
    above = {each.parent for each in ontology.relations.values() if each.parent}
    return frozenset(
        each.id
        for each in ontology.relations.values()
        if each.parent or each.id in above or _opposed(each.id)
    )
