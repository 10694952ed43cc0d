"""Cities that stand for their clubs in a text on sport."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from sociogram.extraction.mentions.board import Name
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("mentions")
_BEFORE_CLUB = _WORDS.words("before-club")
_BEFORE_CITY = _WORDS.words("before-city")
FEWEST_SPORT_WORDS = 4
"""Words of sport in a text on sport; one or two stand in any text."""
_SPORT_SHARE = 60
"""A text on sport has one word of sport in so many."""


def find_clubs(names: list[Name], texts: list[str], tokens: Tokens, lists: ActorLists) -> dict[str, str]:
    """Cities that stand for their team in a text on sport, with the team's entry, or ``""``.

    A text is on sport if one word in sixty is a word of sport. There a city is a team if it more
    often acts, is beaten or has a coach than it is where something is ("in Munich").
    """
    words = sum(1 for lower in tokens.lower if lower in lists.words["sport"])
    if words < FEWEST_SPORT_WORDS or words * _SPORT_SHARE < len(tokens):
        return {}
    balance: dict[str, int] = {}
    for name, text in zip(names, texts, strict=True):
        if name.kind not in {"Place", "SportsTeam", "Organization", "Person"} or name.demonym:
            continue
        if name.kind == "Place" or lists.by_name.get(text):
            balance[text] = balance.get(text, 0) + club_evidence(name, tokens, lists)
    found = {}
    for text, weight in balance.items():
        entries = [
            known for known in lists.by_name.get(text, ()) if lists.entries[known].kind == "SportsTeam"
        ]
        listed = [lists.entries[known] for known in lists.by_name.get(text, ())]
        if not entries and not (listed and listed[0].kind == "Place" and listed[0].type in {"city", "state"}):
            continue
        if weight > 0 or (entries and weight == 0 and len(entries) == len(listed)):
            found[text] = entries[0] if entries else ""
    return found


def club_evidence(name: Name, tokens: Tokens, lists: ActorLists) -> int:
    """Above zero where the name acts like a team, below where it is a place."""
    head = name.last - 1
    dep = tokens.dep[head]
    if dep in {"nsubj", "nsubjpass", "dobj"}:
        return 1
    if dep == "pobj":
        preposition = tokens.lower[tokens.head[head]]
        if preposition in _BEFORE_CLUB:
            return 1
        return -1 if preposition in _BEFORE_CITY else 0
    if dep in {"poss", "compound", "nmod"}:
        return 1 if tokens.lower[tokens.head[head]] in lists.words["sport"] else 0
    if dep in {"conj", "appos"} and tokens.lower[tokens.head[head]] in lists.words["sport"]:
        return 1
    return 0
