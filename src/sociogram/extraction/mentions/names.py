"""Names, dates and quantities as spans of tokens: the model's, mended; the lists'; and what both left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.board import Name, NameBoard
from sociogram.extraction.mentions.bodies import complete_bodies, place_parties
from sociogram.extraction.mentions.common import without_common_nouns
from sociogram.extraction.mentions.cut import (
    extend_behind_elision,
    extend_to_first_words,
    extend_to_odd_first_names,
    join_bodies_and_places,
    join_halves,
)
from sociogram.extraction.mentions.entities import (
    are_common_words,
    is_title,
    model_names,
    trim,
    without_generation,
)
from sociogram.extraction.mentions.kinds import ORGANIZATIONS, name_kind
from sociogram.extraction.mentions.known import find_known
from sociogram.extraction.mentions.nations import agency_start, extended_name, is_surname, place_demonym
from sociogram.extraction.mentions.numbered import find_numbered_bodies
from sociogram.extraction.mentions.politics import place_party_states
from sociogram.extraction.mentions.runs import (
    extend_to_first_names,
    extend_to_wives,
    place_capitals,
    place_dates,
)
from sociogram.extraction.mentions.spans import KnownSpan
from sociogram.extraction.mentions.works import find_quoted_works
from sociogram.knowledge.ontology import VALUES
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.groups import find_groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_OFFICES_OF_STATE = load_vocabulary("mentions").words("offices-of-state")


def find_names(text: str, tokens: Tokens, lists: ActorLists) -> list[Name]:
    """The named spans in text order, without overlaps, before the document's vote on their kinds.

    ``text`` is the text that was parsed.
    """
    board = NameBoard([False] * len(tokens), [])
    known = find_known(text, tokens, lists)
    at = {}
    for span in known:
        for token in range(span.first, span.last):
            at[token] = span
    entities = model_names(tokens, lists)
    starts = {token: entity for entity in entities for token in range(entity.first, entity.last)}
    place_party_states(board, tokens, lists)
    for first, last in find_quoted_works(tokens, lists):
        board.place(Name(first, last, "Work"))
    place_groups(board, tokens, known, entities)
    for first, last in find_numbered_bodies(tokens):
        board.place(Name(first, last, "Organization", source="capitals"))
    for span in known:
        if lists.entries[span.known].kind in {"Place", "Country"}:
            if is_surname(span, tokens, lists):
                board.place(Name(span.first - 1, span.last, "Person", source="capitals"))
            last, kind = extended_name(span.last, tokens, lists)
            if kind is not None:
                board.place(Name(span.first, last, kind, source="capitals"))
            agency = agency_start(span, tokens)
            if agency < span.first:
                board.place(Name(agency, span.last, "Organization", source="capitals"))
            if is_national_team(span, tokens):
                board.place(Name(span.first - 1, span.last, "SportsTeam", source="capitals"))
        if span.last - span.first > 1 and not is_part_of_longer(span, entities, tokens, lists):
            board.place(listed(span, tokens, lists))
    surnames = {
        without_generation(tokens.text[entity.first : entity.last])[-1]
        for entity in entities
        if entity.kind == "Person" and entity.last - entity.first > 1
    }
    for token in range(len(tokens)):
        if tokens.text[token] in surnames and tokens.ent[token] != "NORP":
            continue
        place_demonym(token, board, tokens, lists, known_at=at, entities=starts)
    for entity in entities:
        for part in resolve_overlap(entity, at, board, tokens, lists):
            board.place(part)
    for span in known:
        if not begins_compound(span, tokens, lists):
            board.place(listed(span, tokens, lists))
    place_dates(board, tokens, lists)
    extend_to_first_names(board, tokens, lists)
    extend_behind_elision(board, tokens)
    extend_to_odd_first_names(board, tokens, lists)
    extend_to_first_words(board, tokens, lists)
    join_bodies_and_places(board, tokens)
    extend_to_wives(board, tokens, lists)
    place_capitals(board, tokens, lists)
    join_halves(board, tokens, lists)
    place_parties(board, tokens, lists)
    complete_bodies(board, tokens, lists)
    names = [name for name in board.names if not says_repeated(name, tokens)]
    names = without_common_nouns(sorted(names, key=lambda name: name.first), tokens, lists)
    return without_offices(names, tokens)


def place_groups(
    board: NameBoard, tokens: Tokens, known: Sequence[KnownSpan], entities: Sequence[Name]
) -> None:
    """Groups called by what they are for ("Veterans for Peace") that no list has, as far as the model's name goes."""
    for first, last in find_groups(tokens):
        if not any(span.first <= first and last <= span.last for span in known):
            ends = [one.last for one in entities if one.first == first and one.kind in ORGANIZATIONS]
            board.place(Name(first, max([last, *ends]), "Organization", source="capitals"))


def says_repeated(name: Name, tokens: Tokens) -> bool:
    """Whether it is the "RT" before the handle of whose post is repeated, which is no broadcaster."""
    handle = name.last < len(tokens) and tokens.text[name.last].startswith("@")
    return handle and tokens.text[name.first : name.last] == ("RT",)


def without_negated(names: list[Name], tokens: Tokens) -> list[Name]:
    """``names`` without those that "non-" turns round: "non-*Muslim*"."""
    return [
        name
        for name in names
        if not (
            name.first > 1
            and tokens.text[name.first - 1] == "-"
            and tokens.lower[name.first - 2] == "non"
            and tokens.offset[name.first - 2] + len("non-") == tokens.offset[name.first]
        )
    ]


def without_offices(names: list[Name], tokens: Tokens) -> list[Name]:
    """``names`` without those that belong to the title of the next one ("Secretary of *State* Jane Doe")."""
    starts = {name.first for name in names}
    return [
        name
        for name in names
        if not (
            name.last - name.first == 1
            and name.first > 1
            and tokens.lower[name.first - 1] == "of"
            and tokens.lower[name.first - 2] in _OFFICES_OF_STATE
            and name.last in starts
        )
    ]


def listed(span: KnownSpan, tokens: Tokens, lists: ActorLists) -> Name:
    """The name of a span of the lists, without the title that a person's may begin with ("Pope")."""
    kind = "Organization" if span.spelled else lists.entries[span.known].kind
    first = span.first
    if kind == "MediaOutlet" and tokens.text[first] == "The" and span.last - first > 2:
        first += 1
    while kind == "Person" and first + 1 < span.last and tokens.text[first] in lists.words["title"]:
        first += 1
    known = None if span.doubtful else span.known
    return Name(first, span.last, kind, known=known, source="list", candidates=span.candidates)


def is_national_team(span: KnownSpan, tokens: Tokens) -> bool:
    """Whether the nation at ``span`` is the last word of its team's name: "Team Estonia", as no nation is called."""
    before = span.first - 1
    return (
        before >= 0
        and tokens.text[before] == "Team"
        and tokens.pos[before] == "PROPN"
        and tokens.sentence[before] == tokens.sentence[span.first]
        and span.first <= tokens.head[before] < span.last
    )


def begins_compound(span: KnownSpan, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a topic of one word is the first word of a name ("*Internet* Explorer"), which is another thing."""
    behind = span.last
    return (
        lists.entries[span.known].kind == "Topic"
        and span.last - span.first == 1
        and behind < len(tokens)
        and tokens.head[span.first] == behind
        and tokens.pos[behind] == "PROPN"
        and tokens.text[span.first][0].isupper()
        and tokens.text[behind][0].isupper()
    )


def is_part_of_longer(span: KnownSpan, entities: list[Name], tokens: Tokens, lists: ActorLists) -> bool:
    """Whether a longer name of the model holds ``span`` and says by its head word that it is something else."""
    for entity in entities:
        if (
            entity.first <= span.first
            and span.last <= entity.last
            and entity.last - entity.first > span.last - span.first
        ):
            words = tokens.text[entity.first : entity.last]
            if entity.last > span.last and name_kind(words, entity.kind, lists) is not None:
                return True
            if entity.first < span.first and entity.last > span.last:
                return True
            if goes_on(span, entity, tokens, lists):
                return True
    return False


def goes_on(span: KnownSpan, entity: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether the model's body has one more word in capitals than the listed firm: "Acme Steel *Cable*"."""
    return (
        lists.entries[span.known].kind == "Company"
        and entity.kind in ORGANIZATIONS
        and entity.first == span.first
        and entity.last == span.last + 1
        and tokens.pos[span.last] == "PROPN"
        and tokens.text[span.last].istitle()
        and not is_title(tokens, span.last, lists)
    )


def resolve_overlap(
    entity: Name, at: dict[int, KnownSpan], board: NameBoard, tokens: Tokens, lists: ActorLists
) -> list[Name]:
    """``entity``, or its free parts where known names have taken some of it."""
    inside: list[KnownSpan] = []
    for token in range(entity.first, entity.last):
        span = at.get(token)
        if span is not None and span not in inside:
            inside.append(span)
    if len(inside) == 1 and (inside[0].first, inside[0].last) == (entity.first, entity.last):
        return [listed(inside[0], tokens, lists)] if entity.kind not in VALUES else [entity]
    if board.is_free(entity.first, entity.last):
        return split_off_known(entity, inside, tokens, lists)
    parts = []
    start = entity.first
    for token in range(entity.first, entity.last + 1):
        if token == entity.last or board.taken[token]:
            if start < token:
                part = trim(start, token, entity.kind, tokens, lists) if entity.kind not in VALUES else None
                if part is not None and not are_common_words(part, tokens, lists):
                    parts.append(part)
            start = token + 1
    return parts


def split_off_known(entity: Name, inside: list[KnownSpan], tokens: Tokens, lists: ActorLists) -> list[Name]:
    """An entity whose first word is a nation's adjective, a party or the like before a title is two names."""
    if entity.kind in VALUES or entity.last - entity.first == 1:
        return [entity]
    first = entity.first
    if entity.kind == "Person":
        while first + 1 < entity.last and (
            tokens.text[first] in lists.demonyms
            or is_title(tokens, first, lists)
            or any(
                span.first == first
                and lists.entries[span.known].kind != "Person"
                and tokens.text[first] not in lists.first_names
                and entity.last - first > 2
                for span in inside
            )
        ):
            first += 1
        return [replace(entity, first=first)]
    if tokens.text[first] in lists.demonyms and all(
        tokens.text[token][0].islower() or is_title(tokens, token, lists)
        for token in range(first + 1, entity.last)
    ):
        return []
    if (
        len(inside) == 1
        and inside[0].first == first
        and all(tokens.text[token][0].islower() for token in range(inside[0].last, entity.last))
    ):
        return []
    if len(inside) > 1 and sum(span.last - span.first for span in inside) >= entity.last - entity.first - 1:
        return []
    return [entity]
