"""The last step of reading: confidences become the share of such claims that a reader signs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.marks import Marks
from sociogram.knowledge.calibration import (
    DESCRIBED,
    NAMED,
    PRONOUN,
    SPEAKER,
    kind_of,
    load_calibration,
)
from sociogram.model import Chain, Mention, Origin, RelationMention

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument

OWN = frozenset({Origin.CREDIT})
"""Origins that no reader judged: the document's credits keep their confidence."""


def calibrate(
    parsed: ParsedDocument,
    relations: Sequence[RelationMention],
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
) -> Iterator[RelationMention]:
    """``relations`` with a probability for their confidence."""
    weights, marks = load_calibration(), Marks(parsed, mentions, chains)
    for one in relations:
        if one.origin in OWN:
            yield one
            continue
        kind = kind_of(one.rule, one.relation)
        subject = form_of(mentions[one.subject])
        sure = weights.probability(one.confidence, kind, one.modality, one.polarity, subject, marks.of(one))
        yield replace(one, confidence=sure)


def form_of(mention: Mention) -> str:
    """The form of a subject, as the calibration tells them apart."""
    if mention.form == "pronoun":
        return PRONOUN if mention.person == 3 else SPEAKER
    return NAMED if mention.form == "named" else DESCRIBED
