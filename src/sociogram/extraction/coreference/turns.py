"""The voices of a transcript whose turns are known: who says "I" in which words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from sociogram.model import Naming, TurnRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sociogram.extraction.coreference.clusters import Clusters
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.model import Turn
    from sociogram.parse.parsed import ParsedDocument

_SEVERAL = 3
"""Speakers of whom it is asked to whom each speaks: of two, each speaks to the other."""
_MARKS = frozenset("\"“'‘")


def set_turn_voices(
    voices: list[int],
    sources: dict[int, int],
    facts: Sequence[Facts],
    parsed: ParsedDocument,
    clusters: Clusters,
) -> list[tuple[int, int]]:
    """Give what is said in each turn to its speaker; the pairs of voices that speak to one another, if just two do.

    All who only ask are one voice, and all who only answer; each other label that names nobody is a voice of its own.
    """
    turns = parsed.document.turns
    starts = [one.mention.start for one in facts]
    labels: dict[int | None, int] = {one.mention.end: one.index for one in facts if one.head < 0}
    _join_offices(clusters, turns, labels)
    free = max(voices, default=0) + 1
    known: dict[object, int] = {}
    for number, turn in enumerate(turns):
        label = labels.get(turn.speaker.end) if turn.speaker else None
        key = (
            clusters.find(label)
            if label is not None
            else -1 - number
            if turn.role is TurnRole.SPEAKS
            else turn.role
        )
        voice = known.setdefault(key, free + len(known))
        if label is not None:
            sources.setdefault(voice, label)
        _speak(voices, sources, facts, starts, turn, voice, _opening_quote(parsed, turn))
    asks, answers = known.get(TurnRole.ASKS), known.get(TurnRole.ANSWERS)
    if asks is not None and answers is not None:
        return [(asks, answers)]
    if len(known) != 2:
        return []
    if answers is not None or asks is not None:
        other = next(voice for voice in known.values() if voice not in (asks, answers))
        return [(other, answers)] if answers is not None else [(asks or 0, other)]
    return [(free, free + 1), (free + 1, free)]


def find_asked(facts: Sequence[Facts], parsed: ParsedDocument) -> dict[int, tuple[int, int]]:
    """For each mention in a turn of more than two speakers the turn's number, and the label of who spoke before it.

    Who answers another is spoken to, and is neither the "he" nor the "I" of it. -1 where no label tells who spoke.
    """
    turns = parsed.document.turns
    labels = {one.mention.end: one for one in facts if one.head < 0}
    spoken = [labels.get(turn.speaker.end) if turn.speaker and turn.speaker.end else None for turn in turns]
    if len({one.words for one in spoken if one is not None}) < _SEVERAL:
        return {}
    starts = [one.mention.start for one in facts]
    found: dict[int, tuple[int, int]] = {}
    for number, turn in enumerate(turns):
        before, own = spoken[number - 1] if number else None, spoken[number]
        asked = before.index if before and own and before.words != own.words else -1
        for start, end in turn.spans:
            for index in range(bisect_left(starts, start), bisect_left(starts, end)):
                found[index] = number, asked
    return found


def _join_offices(clusters: Clusters, turns: Sequence[Turn], labels: Mapping[int | None, int]) -> None:
    """An office and a number are one speaker's within their document: "Moderator", "Speaker 2"."""
    first: dict[str, int] = {}
    for turn in turns:
        if turn.naming is Naming.OFFICE and turn.speaker is not None and turn.speaker.end in labels:
            index = labels[turn.speaker.end]
            clusters.join(first.setdefault(turn.speaker.value.casefold(), index), index)


def _speak(
    voices: list[int],
    sources: dict[int, int],
    facts: Sequence[Facts],
    starts: Sequence[int],
    turn: Turn,
    voice: int,
    quote: int,
) -> None:
    for start, end in turn.spans:
        for index in range(bisect_left(starts, start), bisect_left(starts, end)):
            own = voices[index] == 0 or (facts[index].quote == quote >= 0 and voices[index] not in sources)
            if own and facts[index].head >= 0:
                voices[index] = voice


def _opening_quote(parsed: ParsedDocument, turn: Turn) -> int:
    """The quotation that all words of a turn stand in ("Roe: “I agree.”"), by its number; -1 for none."""
    if not turn.spans or parsed.document.text[turn.spans[0][0]] not in _MARKS:
        return -1
    token = bisect_right(parsed.tokens.begin, turn.spans[0][0])
    return parsed.tokens.quote[token] if token < len(parsed.tokens) else -1
