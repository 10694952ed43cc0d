"""What speakers say in turns: each turn of a transcript is its speaker's, label and words as they were read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sociogram.extraction.attribution.drafts import Draft, Range
from sociogram.model import Mention, Span

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument


def turn_drafts(parsed: ParsedDocument, mentions: Sequence[Mention]) -> Iterator[Draft]:
    """An attribution for each turn that has words; without a speaker where the label names nobody."""
    labels = {(mention.start, mention.end): mention.index for mention in mentions if mention.head < 0}
    ends = {mention.end: mention.index for mention in mentions if mention.head < 0}
    for turn in parsed.document.turns:
        content = [words for span in turn.spans if (words := _tokens(parsed, span)) is not None]
        if not content:
            continue
        place = turn.speaker and (turn.speaker.start, turn.speaker.end)
        # A title before the name is no part of the mention: "Senator Roe".
        speaker = labels.get(place, ends.get(place[1])) if place else None  # type: ignore[arg-type]
        yield Draft(-1, [], content, verb=":", frame="turn", direct=True, label=turn.label, speaker=speaker)


def _tokens(parsed: ParsedDocument, span: Span) -> Range | None:
    begin = parsed.tokens.begin
    first, last = bisect_left(begin, span[0]), bisect_left(begin, span[1])
    return (first, last) if first < last else None
