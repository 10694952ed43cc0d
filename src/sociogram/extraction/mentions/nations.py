"""Nations in names: adjectives and peoples, and what follows a nation or place in a longer name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.mentions.board import Name, NameBoard
from sociogram.extraction.mentions.bodies import school_end
from sociogram.extraction.mentions.entities import are_common_words
from sociogram.extraction.mentions.kinds import ORGANIZATIONS
from sociogram.extraction.mentions.spans import KnownSpan
from sociogram.knowledge.ontology import VALUES
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_AGENCY_WORDS = load_vocabulary("mentions").words("agency-words")
_LONGEST = 3
"""Words behind a place or a nation up to the head of a longer name: "Mainz Daily News Register"."""
_FULL_NAME = 2
"""Words of a given name and a surname."""
_FOR = frozenset({"for", "of", "on"})
_EXTENDING = frozenset({"MediaOutlet", "EducationalInstitution", "PoliticalParty"})


def place_demonym(
    token: int,
    board: NameBoard,
    tokens: Tokens,
    lists: ActorLists,
    known_at: dict[int, KnownSpan],
    entities: dict[int, Name],
) -> None:
    """An adjective or people of a nation or region, as a name that stands for the nation.

    Inside a longer name it is part of that name ("German Football Association"), unless all that
    follows there are titles and nouns ("German Chancellor").
    """
    if not tokens.text[token][0].isupper() or board.taken[token]:
        return
    for width in (3, 2, 1):
        known = lists.demonyms.get(" ".join(tokens.text[token : token + width]))
        if known is None or token + width > len(tokens) or not board.is_free(token, token + width):
            continue
        last = token + width
        entity = entities.get(token)
        if entity is not None and entity.kind not in VALUES and (entity.first < token or entity.last > last):
            rest = Name(last, entity.last, entity.kind)
            listed_rest = known_at.get(last)
            is_listed = listed_rest is not None and (listed_rest.first, listed_rest.last) == (
                last,
                entity.last,
            )
            if entity.first < token or is_given_name(token, entity, tokens, lists):
                return
            is_name = is_body_for(rest, tokens, lists) or not are_common_words(rest, tokens, lists)
            if entity.kind != "Person" and not is_listed and is_name:
                return
        span = known_at.get(token)
        if span is not None and span.last > last:
            return
        end, kind = extended_name(last, tokens, lists)
        if kind is not None and board.is_free(token, end):
            board.place(Name(token, end, kind, source="capitals"))
            return
        board.place(Name(token, last, lists.entries[known].kind, known=known, demonym=True, source="list"))
        return


def is_body_for(rest: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether ``rest`` is a body with what it is for or of, in capitals: "Norwegian *Association for Justice*"."""
    for token in range(rest.first + 1, rest.last - 1):
        if tokens.lower[token] in _FOR:
            head = lists.name_heads.get(tokens.lower[token - 1], ("", False))[0]
            return (
                head in ORGANIZATIONS
                and tokens.text[token - 1][0].isupper()
                and tokens.text[token + 1][0].isupper()
            )
    return False


def is_given_name(token: int, entity: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether the adjective or people at ``token`` is the first of a person's two names: "*Finn* Ashdown"."""
    behind = tokens.text[token + 1] if token + 1 < len(tokens) else ""
    return (
        entity.kind == "Person"
        and entity.last - token == _FULL_NAME
        and tokens.text[token] in lists.first_names
        and behind not in lists.first_names
    )


def is_surname(span: KnownSpan, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether the country at ``span`` is the surname behind a given name: "*Amara* Chad sued", "*Kofi* Israel".

    The parser must take the given name for a part of the name, and no list may have it as a name of its own.
    """
    before = span.first - 1
    return (
        before >= 0
        and span.last - span.first == 1
        and lists.entries[span.known].kind == "Country"
        and tokens.text[before] in lists.first_names
        and tokens.text[before] not in lists.by_name
        and tokens.pos[before] == "PROPN"
        and tokens.ent[before] not in {"DATE", "ORG"}
        and (tokens.head[before], tokens.dep[before]) == (span.first, "compound")
        and (before == 0 or tokens.pos[before - 1] != "PROPN")
    )


def agency_start(span: KnownSpan, tokens: Tokens) -> int:
    """The first token of an agency whose name ends in the country or state at ``span``: "*Environment* Canada".

    It is the span's own where there is none.
    """
    first = span.first
    while (
        first > 0
        and tokens.text[first - 1][0].isupper()
        and tokens.sentence[first - 1] == tokens.sentence[span.first]
        and tokens.pos[first - 1] != "VERB"
        and (
            tokens.lower[first - 1] in _AGENCY_WORDS
            if first == span.first
            else is_in_agency(first - 1, tokens)
        )
    ):
        first -= 1
        if first > 1 and tokens.lower[first - 1] == "and" and tokens.lower[first - 2] in _AGENCY_WORDS:
            first -= 2
    return first


def is_in_agency(token: int, tokens: Tokens) -> bool:
    """Whether the capitalised token belongs to the longer name of an agency: "*Natural* Resources Wales"."""
    opens = token == 0 or tokens.sentence[token - 1] != tokens.sentence[token]
    tags = {"PROPN"} if opens else {"PROPN", "ADJ", "NOUN"}
    return tokens.lower[token] in _AGENCY_WORDS or tokens.pos[token] in tags


def extended_name(first: int, tokens: Tokens, lists: ActorLists) -> tuple[int, str | None]:
    """End and kind of a longer name that a place or nation begins and the words from ``first`` on end.

    The words are capitalised, at most three, and the last is a head such as "Register" or "Academy".
    """
    for last in range(first + 1, min(first + _LONGEST, len(tokens)) + 1):
        token = last - 1
        if tokens.pos[token] != "PROPN" or not tokens.text[token][0].isupper():
            break
        if tokens.sentence[token] != tokens.sentence[first - 1]:
            break
        kind = lists.name_heads.get(tokens.lower[token], ("", False))[0]
        if kind in _EXTENDING or (kind and tokens.text[token] == "PAC"):
            return school_end(last, tokens, lists), kind
    return first, None
