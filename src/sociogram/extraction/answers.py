"""Whose the answers of an interview are, once it is known for whom their "I" stands.

A label "A." names nobody, and a printed interview may have no labels at all; who is interviewed is found with the
chains: by the title, by the words that introduce him. What he answers is then his, as a turn with his name is.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.dialogue import read_dialogue
from sociogram.model import Attribution, Chain, Mention, Span, TurnRole

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument


def attribute_answers(
    parsed: ParsedDocument,
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    attributions: tuple[Attribution, ...],
) -> tuple[Attribution, ...]:
    """``attributions`` with who is interviewed as the source of the answers, where that is one with a name."""
    labels = {turn.label for turn in parsed.document.turns if turn.role is TurnRole.ANSWERS}
    if parsed.document.turns:
        spans = [span for one in attributions if set(one.source) & labels for span in one.content]
        speaker = _interviewee(mentions, chains, spans)
        return (
            attributions
            if speaker is None
            else tuple(
                replace(one, speaker=speaker) if set(one.source) & labels else one for one in attributions
            )
        )
    spans = list(_answers(parsed))
    speaker = _interviewee(mentions, chains, spans)
    if speaker is None:
        return attributions
    source = ((mentions[speaker].start, mentions[speaker].end),)
    made = [
        Attribution(
            index=index, source=source, cue=(), content=(span,), verb=":", direct=True, speaker=speaker
        )
        for index, span in enumerate(spans, start=len(attributions))
    ]
    return (*attributions, *made)


def _answers(parsed: ParsedDocument) -> Iterator[Span]:
    """The paragraphs that answer, in a text whose questions stand in paragraphs of their own."""
    tokens = parsed.tokens
    answering = read_dialogue(tokens).answering
    first = 0
    while answering and first < len(tokens):
        last = first
        while last < len(tokens) and tokens.paragraph[last] == tokens.paragraph[first]:
            last += 1
        if tokens.paragraph[first] in answering:
            yield parsed.span(first, last)
        first = last


def _interviewee(mentions: Sequence[Mention], chains: Sequence[Chain], spans: Sequence[Span]) -> int | None:
    """The named mention of the one chain that "I" in ``spans`` stands for."""
    chain_of = {mention: chain for chain in chains for mention in chain.mentions}
    starts = [start for start, _ in spans]
    found: dict[int, Chain] = {}
    for mention in mentions:
        place = bisect_right(starts, mention.start) - 1
        inside = place >= 0 and mention.end <= spans[place][1]
        if inside and mention.form == "pronoun" and mention.person == 1 and mention.number == "singular":
            found.setdefault(chain_of[mention.index].index, chain_of[mention.index])
    named = [
        next((index for index in chain.mentions if mentions[index].form == "named"), None)
        for chain in found.values()
    ]
    speakers = [index for index in named if index is not None]
    return speakers[0] if len(speakers) == 1 else None
