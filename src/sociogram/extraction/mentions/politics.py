"""Party and state in brackets behind the name of an American politician, and nouns for a member of a party."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.mentions.bearers import is_in_longer_name
from sociogram.extraction.mentions.board import Name, NameBoard
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_PARTY_MEMBERS = load_vocabulary("mentions").values("party-members")
_BEFORE_NOUN = frozenset({"amod", "compound", "nmod"})
_PARTY_LETTERS = load_vocabulary("mentions").values("party-letters")


def place_party_states(board: NameBoard, tokens: Tokens, lists: ActorLists) -> None:
    """Party and state behind the name of an American politician: "(D-Conn.)", ", R-Texas,"."""
    for token in range(1, len(tokens) - 1):
        party = _PARTY_LETTERS.get(tokens.text[token])
        if (
            party is None
            or tokens.text[token - 1] not in {"(", ","}
            or token < 2
            or tokens.pos[token - 2] != "PROPN"
        ):
            continue
        if party not in lists.entries:
            continue
        after = tokens.text[token + 1]
        if after == ")" and tokens.text[token - 1] == "(":
            board.place(Name(token, token + 1, "PoliticalParty", known=party, source="list"))
            continue
        if after not in {"-", "–", ","}:
            continue
        state, last = state_at(token + 2, tokens, lists)
        if state is None:
            continue
        board.place(Name(token, token + 1, "PoliticalParty", known=party, source="list"))
        board.place(Name(token + 2, last, "Place", known=state, source="list"))


def state_at(token: int, tokens: Tokens, lists: ActorLists) -> tuple[str | None, int]:
    """The American state whose name or abbreviation begins at ``token``, and the token behind it."""
    for width in (2, 1):
        if token + width > len(tokens):
            continue
        words = tokens.text[token : token + width]
        for text in ("".join(words), " ".join(words)):
            for known in (*lists.by_name.get(text, ()), *lists.by_name.get(text + ".", ())):
                entry = lists.entries[known]
                if entry.type == "state" and entry.country == "United States":
                    return known, token + width
    state = (
        lists.postal.get(tokens.text[token][:2])
        if token < len(tokens) and tokens.text[token][:2].isupper()
        else None
    )
    return state, token + 1


def settle_party_members(names: list[Name], tokens: Tokens) -> list[Name]:
    """``names`` where "a Republican" is none, for he is a person, and "Republican" before a noun is the party."""
    settled = []
    for name in names:
        party = party_of_member(name.first, tokens) if name.last - name.first == 1 else None
        if party is None:
            settled.append(name)
        elif tokens.dep[name.first] in _BEFORE_NOUN:
            settled.append(Name(name.first, name.last, "PoliticalParty", known=party, source="list"))
    return settled


def party_of_member(token: int, tokens: Tokens) -> str | None:
    """The id of the party whose member the noun at ``token`` is by itself, "Republican"."""
    party: str | None = _PARTY_MEMBERS.get(tokens.text[token])
    if party is None or is_in_longer_name(token, token + 1, tokens):
        return None
    return party if tokens.pos[token] in {"NOUN", "PROPN", "ADJ"} else None
