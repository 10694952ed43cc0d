"""Ties: what the claims of many sentences say alike, and from how many independent sources.

Ties of a symmetric relation have one direction, whoever is named first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sociogram.extraction.reading import DocumentRecord
from sociogram.graph.copies import fold_copies
from sociogram.ids import content_hash
from sociogram.knowledge.ontology import FALLBACK, load_ontology
from sociogram.model import Claim, LiteralObject, Polarity, Tie


def tie_lemma(claim: Claim) -> str | None:
    """The lemma that keeps ties of the fallback relation apart."""
    return claim.lemma if claim.relation == FALLBACK else None


def tie_ends(claim: Claim) -> tuple[str, str | LiteralObject]:
    """Subject and object of the claim's tie: in the order of their ids where the relation is symmetric."""
    target = claim.object
    if isinstance(target, str) and target < claim.subject and load_ontology().is_symmetric(claim.relation):
        return target, claim.subject
    return claim.subject, target


def tie_id(claim: Claim) -> str:
    """The id of the tie that ``claim`` belongs to."""
    subject, target = tie_ends(claim)
    ends = (
        ("literal", target.kind, target.value) if isinstance(target, LiteralObject) else ("actor", target, "")
    )
    return content_hash("tie", subject, claim.relation, tie_lemma(claim) or "", *ends)


def make_ties(
    claims: Sequence[Claim], documents: Sequence[DocumentRecord], ids: Iterable[str] | None = None
) -> tuple[Tie, ...]:
    """The ties of ``claims``, sorted by subject, relation and object; ``ids`` has each claim's, where it is known."""
    origins = {document.id: document for document in documents}
    grouped: dict[str, list[Claim]] = {}
    for each, claim in zip(map(tie_id, claims) if ids is None else ids, claims, strict=True):
        grouped.setdefault(each, []).append(claim)
    ties = [_make_tie(each, group, origins) for each, group in grouped.items()]
    return tuple(sorted(ties, key=lambda tie: (tie.subject, tie.relation, _sortable(tie.object), tie.id)))


def _sortable(target: str | LiteralObject) -> tuple[int, str]:
    return (1, target.value) if isinstance(target, LiteralObject) else (0, target)


def _make_tie(each: str, claims: Sequence[Claim], origins: Mapping[str, DocumentRecord]) -> Tie:
    """A tie of claims; its confidence is that of the affirming claims, or of all if none affirms.

    Sources add up by noisy-or, each with its surest claim, as if they erred independently.
    """
    first = claims[0]
    affirmed = [claim for claim in claims if claim.polarity is Polarity.AFFIRMED]
    sources = group_sources(claims, origins)
    doubt = 1.0
    for source in sources if len(affirmed) in {0, len(claims)} else group_sources(affirmed, origins):
        doubt *= 1.0 - max(claim.confidence for claim in source)
    dates = sorted(claim.said_on for claim in claims if claim.said_on)
    subject, target = tie_ends(first)
    return Tie(
        id=each,
        subject=subject,
        relation=first.relation,
        object=target,
        lemma=tie_lemma(first),
        affirmed=len(affirmed),
        denied=len(claims) - len(affirmed),
        sources=len(sources),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        confidence=round(1.0 - doubt, 4),
        claims=tuple(claim.id for claim in claims),
        reviewed=sum(claim.review is not None for claim in claims),
    )


def group_sources(claims: Sequence[Claim], origins: Mapping[str, DocumentRecord]) -> list[list[Claim]]:
    """The claims by independent source: a document counts once, and so do copies and one author's works.

    Copies are documents of the same words, or that say it in sentences that are copies (``copies.fold_copies``).
    """
    if len({claim.evidence.document for claim in claims}) == 1:
        return [list(claims)]
    folded = fold_copies(claim.evidence.quote for claim in claims)
    group_of: dict[object, int] = {}
    groups: dict[int, list[Claim]] = {}
    for number, claim in enumerate(claims):
        marks = _marks(claim, folded[claim.evidence.quote], origins.get(claim.evidence.document))
        merged = {group_of[mark] for mark in marks if mark in group_of}
        group = min(merged, default=number)
        for other in sorted(merged - {group}):
            groups[group].extend(groups.pop(other))
        if len(merged) > 1:
            group_of.update({mark: group for mark, old in group_of.items() if old in merged})
        group_of.update(dict.fromkeys(marks, group))
        groups.setdefault(group, []).append(claim)
    return list(groups.values())


def _marks(claim: Claim, quote: str, document: DocumentRecord | None) -> list[tuple[str, ...]]:
    marks: list[tuple[str, ...]] = [("document", claim.evidence.document), ("quote", quote)]
    if document is not None:
        marks.append(("digest", document.digest))
        if document.authors:
            marks.append(("authors", *sorted(author.casefold() for author in document.authors)))
    return marks
