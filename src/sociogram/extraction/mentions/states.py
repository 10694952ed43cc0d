"""Which of two places a name means that a country and an American state share: "Georgia"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.extraction.mentions.spans import KnownSpan, Nations
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("mentions")
_OFFICES = (
    _WORDS.words("legislator-titles") | _WORDS.words("legislator-nouns") | _WORDS.words("offices-of-states")
)
_COUNTRY = "United States"
_NEAR = 3
"""Tokens between two states of a list: "Georgia, Florida and Texas"."""


def settle_states(
    spans: Sequence[KnownSpan], nations: Nations, tokens: Tokens, lists: ActorLists
) -> list[KnownSpan]:
    """``spans`` where a country whose name a state shares is the state, if the text shows that it means it.

    It does not where it speaks of the country by its people, its towns or anybody there.
    """
    shared: dict[str, list[KnownSpan]] = {}
    for span in spans:
        if state_of_name(span, lists) is not None:
            shared.setdefault(span.known, []).append(span)
    meant = set()
    for known, found in shared.items():
        country = lists.entries[known].name
        others = set(nations.spoken) - {country, _COUNTRY}
        alone = nations.spoken[country] <= len(found)
        at_home = nations.spoken[_COUNTRY] > 0 and not others
        if alone and (at_home or any(is_among_states(span, spans, tokens, lists) for span in found)):
            meant.add(known)
    return [
        replace(span, known=state_of_name(span, lists) or span.known) if span.known in meant else span
        for span in spans
    ]


def state_of_name(span: KnownSpan, lists: ActorLists) -> str | None:
    """The state that shares the name of the country at ``span``."""
    entry = lists.entries[span.known]
    if entry.kind != "Country":
        return None
    held = (lists.entries[known] for known in lists.by_name.get(entry.name, ()))
    return next((one.id for one in held if one.type == "state" and one.country == _COUNTRY), None)


def is_among_states(span: KnownSpan, spans: Sequence[KnownSpan], tokens: Tokens, lists: ActorLists) -> bool:
    """Whether an office of a state, an American town or another state stands beside the name."""
    before, behind = span.first - 1, span.last
    if before > 0 and tokens.lower[before] in {"from", "of"} and tokens.lower[before - 1] in _OFFICES:
        return True
    if behind < len(tokens) and tokens.lower[behind] in _OFFICES:
        return True
    for other in spans:
        entry = lists.entries[other.known]
        if entry.country != _COUNTRY or entry.kind != "Place":
            continue
        if other.last == before and tokens.text[before] == ",":
            return True
        near = min(abs(other.first - span.last), abs(span.first - other.last)) < _NEAR
        if near and entry.type == "state" and tokens.sentence[other.first] == tokens.sentence[span.first]:
            return True
    return False
