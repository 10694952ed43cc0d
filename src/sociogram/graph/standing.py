"""How a tie stands: which outlets state it, who denies it, what contradicts it. One definition for every view and file.

Nothing is called a fact: a tie is *stated* by outlets, *alleged*, *denied* by somebody, *negated* in a sentence's own
words, or several of these; *disputed* is what some state or allege and others deny or negate.

An *outlet* is who stands behind a document by its credits (``sayers.document_sayer``): its publisher, else its author,
else the document itself. A claim whose sentence is a copy (``copies.fold_copies``) of one of the same tie in another
document counts for the outlet of the first of them, so that a copy counts once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sociogram.extraction.reading import DocumentRecord
from sociogram.graph.copies import fold_copies
from sociogram.graph.sayers import document_sayer
from sociogram.model import Actor, Claim, Modality, Polarity

HELD = frozenset({Modality.ASSERTED, Modality.REPORTED, Modality.ALLEGED})
"""The modalities of what is held to have happened, in which one claim can be the contrary of another."""
PLEDGED = HELD | {Modality.INTENDED, Modality.PREDICTED}
"""The modalities in which a speaker commits himself, so that the contrary later is another story."""
_STATED = HELD - {Modality.ALLEGED}
_NAMED = 3
"""Who denies it that words name; the others are counted."""


class Stand(StrEnum):
    """How one claim stands to its tie."""

    STATES = "states"
    ALLEGES = "alleges"
    DENIES = "denies"  # somebody says that it is not so
    NEGATES = (
        "negates"  # the sentence's own words say so, or what is not so is only possible, wanted or ahead
    )
    OTHER = "holds"  # possible, hypothetical, intended, demanded or predicted


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a tie stands.

    ``code`` is ``disputed``, ``stated``, ``alleged``, ``denied`` or ``negated``, else ``held_as``, the other modalities
    in which claims affirm it: ``intended, predicted``. ``outlets`` is of how many outlets its claims are, ``stated``,
    ``alleged`` and ``negated`` how many outlets do so; ``denied_by`` are the actors who deny it, ``changed_by`` those
    who say both, by their ids. ``copies`` are claims with the claim of the tie that they copy.
    """

    code: str
    outlets: int
    stated: int = 0
    alleged: int = 0
    negated: int = 0
    held_as: tuple[str, ...] = ()
    denied_by: tuple[str, ...] = ()
    changed_by: tuple[str, ...] = ()
    copies: tuple[tuple[str, str], ...] = ()


def denier_of(claim: Claim, document: DocumentRecord | None, actors: Mapping[str, Actor]) -> str | None:
    """Who says that what ``claim`` denies is not so; ``None`` where it denies nothing, or only its own words do.

    It is the innermost of its asserters. An author who writes that somebody did not come has seen no one deny it,
    unless the claim is about the author.
    """
    if claim.polarity is not Polarity.DENIED or claim.modality not in HELD or not claim.asserters:
        return None
    who = claim.asserters[-1]
    if who in (claim.subject, claim.object) or document is None or who not in actors:
        return who
    authors = {author.casefold() for author in document.authors}
    own = {name.casefold() for name in (actors[who].name, *actors[who].aliases)}
    return who if own.isdisjoint(authors) else None


def stand_of(claim: Claim, document: DocumentRecord | None, actors: Mapping[str, Actor]) -> Stand:
    """How ``claim``, of ``document``, stands to its tie."""
    if claim.polarity is Polarity.DENIED:
        return Stand.DENIES if denier_of(claim, document, actors) else Stand.NEGATES
    if claim.modality in _STATED:
        return Stand.STATES
    return Stand.ALLEGES if claim.modality is Modality.ALLEGED else Stand.OTHER


def stand(
    claims: Sequence[Claim], documents: Mapping[str, DocumentRecord], actors: Mapping[str, Actor]
) -> Standing:
    """The standing of the tie of ``claims``, which are all of its claims; their order means nothing."""
    if len(claims) == 1:
        return _stand_alone(claims[0], documents, actors)
    copies = find_copied(claims, documents)
    by_id = {claim.id: claim for claim in claims}
    outlets: dict[Stand, set[str]] = {each: set() for each in Stand}
    deniers: set[str] = set()
    for claim in claims:
        document = documents.get(claim.evidence.document)
        origin = by_id[copies.get(claim.id, claim.id)].evidence.document
        outlets[stand_of(claim, document, actors)].add(outlet_of(origin, documents))
        deniers.update(filter(None, [denier_of(claim, document, actors)]))
    return Standing(
        code=_code(claims, outlets),
        outlets=len(set().union(*outlets.values())),
        stated=len(outlets[Stand.STATES]),
        alleged=len(outlets[Stand.ALLEGES]),
        negated=len(outlets[Stand.NEGATES]),
        held_as=tuple(_held_as(claims)),
        denied_by=tuple(sorted(deniers)),
        changed_by=changed_stories(claims),
        copies=tuple(sorted(copies.items())),
    )


def _stand_alone(
    claim: Claim, documents: Mapping[str, DocumentRecord], actors: Mapping[str, Actor]
) -> Standing:
    """That of a tie with one claim, as most have: whose outlet it is makes no difference."""
    document = documents.get(claim.evidence.document)
    own, denier = stand_of(claim, document, actors), denier_of(claim, document, actors)
    return Standing(
        code=_code([claim], {each: {""} if each is own else set() for each in Stand}),
        outlets=1,
        stated=int(own is Stand.STATES),
        alleged=int(own is Stand.ALLEGES),
        negated=int(own is Stand.NEGATES),
        held_as=tuple(_held_as([claim])),
        denied_by=(denier,) if denier else (),
    )


def outlet_of(document: str, documents: Mapping[str, DocumentRecord]) -> str:
    """A key of the outlet of ``document``; one that the graph lacks is an outlet of its own."""
    known = documents.get(document)
    return " ".join(document_sayer(known).name.split()).casefold() if known is not None else document


def find_copied(claims: Sequence[Claim], documents: Mapping[str, DocumentRecord]) -> dict[str, str]:
    """For each of the claims of a tie that copies another of them in an earlier document, that one; both by id.

    The first is the earliest by its day, what has none last, then by the document's id. Copies say the same of the tie:
    they have one polarity. Documents of the very same words are copies as a whole.
    """
    if len({claim.evidence.document for claim in claims}) == 1:
        return {}
    folded = fold_copies(claim.evidence.quote for claim in claims)
    first: dict[tuple[object, ...], Claim] = {}
    copied: dict[str, str] = {}
    for claim in sorted(claims, key=_earliest):
        known = documents.get(claim.evidence.document)
        head = first.setdefault((folded[claim.evidence.quote], claim.polarity), claim)
        if known is not None and known.digest:
            twin = first.setdefault((known.digest, claim.evidence.quote, claim.polarity), head)
            head = head if head is not claim else twin
        if head.evidence.document != claim.evidence.document:
            copied[claim.id] = head.id
    return copied


def _earliest(claim: Claim) -> tuple[bool, str, str, int, str]:
    return not claim.said_on, claim.said_on or "", claim.evidence.document, claim.evidence.start, claim.id


def _code(claims: Sequence[Claim], outlets: Mapping[Stand, set[str]]) -> str:
    held = {claim.polarity for claim in claims if claim.modality in HELD}
    if len(held) > 1 or changed_stories(claims):
        return "disputed"
    for each, code in ((Stand.STATES, "stated"), (Stand.ALLEGES, "alleged")):
        if outlets[each]:
            return code
    if outlets[Stand.OTHER]:
        return ", ".join(_held_as(claims))
    return "denied" if outlets[Stand.DENIES] else "negated"


def _held_as(claims: Iterable[Claim]) -> list[str]:
    """In what other ways than as stated or alleged ``claims`` affirm it: ``intended``."""
    return sorted(
        {
            claim.modality.value
            for claim in claims
            if claim.polarity is Polarity.AFFIRMED and claim.modality not in HELD
        }
    )


def changed_stories(claims: Sequence[Claim]) -> tuple[str, ...]:
    """Who says of one tie, in its ``claims``, both that it is so and that it is not, by their ids."""
    sides: dict[str, set[Polarity]] = {}
    for claim in claims:
        if claim.asserters and claim.modality in PLEDGED:
            sides.setdefault(claim.asserters[-1], set()).add(claim.polarity)
    return tuple(sorted(who for who, polarities in sides.items() if len(polarities) > 1))


def standing_words(standing: Standing, names: Iterable[str]) -> str:
    """``stated by 3 outlets, denied by Lee``; ``names`` are those of who denies it."""
    denying = list(names)
    modalities = () if standing.stated or standing.alleged else standing.held_as
    parts = [
        _by("stated by", standing.stated),
        _by("alleged by" if standing.stated else "only alleged, by", standing.alleged),
        f"only {', '.join(modalities)}" if modalities else "",
        f"denied by {_listed(denying)}" if denying else "",
        _by("negated in the words of", standing.negated),
    ]
    said = "; ".join(part for part in parts if part)
    return f"disputed: {said}" if standing.code == "disputed" else said


def _by(words: str, count: int) -> str:
    return f"{words} {count} outlet{'s' if count > 1 else ''}" if count else ""


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _NAMED
    return ", ".join(names[:_NAMED]) + (f" and {more} more" if more > 0 else "")
