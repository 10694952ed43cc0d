"""GUM: our chains as clusters of phrases.

A mention of GUM is the whole noun phrase with its modifiers and a possessive ending, and each
phrase is a mention once: an apposition ("Smith, a doctor") and a title are parts of the phrase
that they describe. So of the mentions of one chain that lie in one another only the longest
counts, and relative pronouns do not. Clusters of one are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sociogram.model import Extraction, Mention, Span

RELATIVES = frozenset({"who", "whom", "whose", "which"})
ENDINGS = ("'s", "’s", "'", "’")


def predict(extraction: Extraction) -> dict[str, Any]:
    """The clusters of ``extraction`` with two phrases or more."""
    text = extraction.document.text
    taken: set[Span] = set()
    clusters: list[list[list[int]]] = []
    for chain in extraction.chains:
        mentions = [extraction.mentions[index] for index in chain.mentions]
        spans = outermost([phrase(mention, text) for mention in mentions if is_scored(mention)])
        free = [span for span in spans if span not in taken]
        if len(free) > 1:
            taken.update(free)
            clusters.append([list(span) for span in free])
    return {"clusters": clusters}


def is_scored(mention: Mention) -> bool:
    """Whether GUM has mentions of this sort ("that" is a relative pronoun only inside its antecedent)."""
    if mention.form == "pronoun":
        return mention.name not in RELATIVES
    if mention.kind == "Date":
        return any(letter.isupper() for letter in mention.name)
    return mention.kind not in {"Quantity", "Money"} and not mention.demonym


def phrase(mention: Mention, text: str) -> Span:
    """The phrase of ``mention`` with its possessive ending."""
    start, end = mention.phrase
    if mention.form != "pronoun":
        for ending in ENDINGS:
            if text.startswith(ending, end):
                return start, end + len(ending)
    return start, end


def outermost(spans: list[Span]) -> list[Span]:
    """The spans that no other one holds, without repetitions, sorted."""
    kept: list[Span] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or end > kept[-1][1]:
            kept.append((start, end))
    return kept
