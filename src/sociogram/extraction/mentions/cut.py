"""Names that the model has cut: the words in front that it left out, and the two halves that it took for two names."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.entities import is_elided, is_title, opens_sentence
from sociogram.extraction.mentions.kinds import ORGANIZATIONS, PLACES
from sociogram.extraction.mentions.runs import is_name_word, is_opening_gerund, title_case_sentences
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sociogram.extraction.mentions.board import Name, NameBoard
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_BEFORE_PLACE: Mapping[str, Sequence[str]] = load_vocabulary("mentions").values("bodies-before-places")
_MOST_WORDS = 3
"""Words that are put before a name; a run of more is rather a headline."""
_OPENS_QUOTE = re.compile(r"[\"“‘«:(\[–—-]")


def extend_to_first_words(board: NameBoard, tokens: Tokens, lists: ActorLists) -> None:
    """Give a body the capitalised words before it that hang on it: the model saw a name in the last word only."""
    for position, name in enumerate(board.names):
        if (
            name.kind not in ORGANIZATIONS
            or name.source != "model"
            or name.known is not None
            or name.candidates
        ):
            continue
        first = name.first
        while name.first - first < _MOST_WORDS and _begins(first - 1, name, board, tokens, lists):
            first -= 1
        _stretch(board, position, first)


def extend_behind_elision(board: NameBoard, tokens: Tokens) -> None:
    """Give a person the last name behind it that begins with a swallowed article: "Thibault *d'Orsigny*"."""
    for position, name in enumerate(board.names):
        behind = name.last
        if name.kind != "Person" or name.known is not None or behind >= len(tokens) or board.taken[behind]:
            continue
        if is_elided(tokens.text[behind]) and tokens.sentence[behind] == tokens.sentence[name.first]:
            board.taken[behind] = True
            board.names[position] = replace(name, last=behind + 1)


def extend_to_odd_first_names(board: NameBoard, tokens: Tokens, lists: ActorLists) -> None:
    """Give a person the first name that the tagger took for another word: "from which *Per* Axel Lund withdrew"."""
    titled = title_case_sentences(tokens)
    for position, name in enumerate(board.names):
        before = name.first - 1
        if name.kind != "Person" or name.known is not None or before < 1 or board.taken[before]:
            continue
        word = tokens.text[before]
        if word not in lists.first_names or not word.isalpha() or not word.istitle():
            continue
        if opens_sentence(before, tokens) or tokens.sentence[before] != tokens.sentence[name.first]:
            continue
        if tokens.sentence[before] not in titled and not _OPENS_QUOTE.match(tokens.text[before - 1]):
            _stretch(board, position, before)


def join_bodies_and_places(board: NameBoard, tokens: Tokens) -> None:
    """Make one body of a name and the place that it is called by: "Catalysis Letters *Europe*", "*Radio* Lublin"."""
    ends = {name.last: name for name in board.names}
    merged: set[int] = set()
    """The first tokens of bodies of which a longer name is made."""
    for position, place in enumerate(board.names):
        if (
            place.kind not in PLACES | {"Country"}
            or place.demonym
            or tokens.dep[place.last - 1] == "compound"
        ):
            continue
        before = ends.get(place.first)
        hangs = place.first > 0 and place.first <= tokens.head[place.first - 1] < place.last
        if not hangs or tokens.dep[place.first - 1] != "compound":
            continue
        if tokens.sentence[place.first - 1] != tokens.sentence[place.first]:
            continue
        if before is not None and before.kind in ORGANIZATIONS and not before.demonym:
            merged.add(before.first)
            board.names[position] = replace(
                before, last=place.last, known=None, source="capitals", candidates=()
            )
        elif not board.taken[place.first - 1]:
            kind = next(
                (k for k, words in _BEFORE_PLACE.items() if tokens.text[place.first - 1] in words), None
            )
            if kind is not None:
                new = replace(
                    place, first=place.first - 1, kind=kind, known=None, source="capitals", candidates=()
                )
                board.names[position] = new
                board.taken[place.first - 1] = True
    if merged:
        longest = {first: max(one.last for one in board.names if one.first == first) for first in merged}
        board.names[:] = [one for one in board.names if longest.get(one.first, one.last) == one.last]


def join_halves(board: NameBoard, tokens: Tokens, lists: ActorLists) -> None:
    """Make one name of a word that the model took for one and of the head behind it, which only capitals show."""
    starts = {name.first: position for position, name in enumerate(board.names)}
    gone: set[int] = set()
    for position, name in enumerate(board.names):
        if name.source != "model" or name.known is not None or name.candidates or name.last - name.first > 1:
            continue
        behind = starts.get(name.last)
        other = board.names[behind] if behind is not None else None
        if other is None or other.source != "capitals" or other.last - other.first > 1:
            continue
        hangs = tokens.head[name.first] == other.first and tokens.dep[name.first] == "compound"
        if not hangs or tokens.sentence[name.first] != tokens.sentence[other.first]:
            continue
        if tokens.lower[other.first] not in lists.nouns and not is_title(tokens, other.first, lists):
            board.names[position] = replace(name, last=other.last)
            gone.add(other.first)
    if gone:
        board.names[:] = [name for name in board.names if name.first not in gone]


def _begins(token: int, name: Name, board: NameBoard, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether the token before a body's name is a word of it that nothing else took."""
    if token < 0 or board.taken[token] or not is_name_word(token, tokens):
        return False
    if tokens.sentence[token] != tokens.sentence[name.first] or tokens.dep[token] != "compound":
        return False
    if not name.first <= tokens.head[token] < name.last or is_title(tokens, token, lists):
        return False
    lower = tokens.lower[token]
    return not (
        lower in lists.nouns
        or lower in lists.words["before_name"]
        or tokens.text[token] in lists.by_name
        or tokens.text[token] in lists.demonyms
        or is_opening_gerund(token, tokens, lists)
    )


def _stretch(board: NameBoard, position: int, first: int) -> None:
    name = board.names[position]
    board.taken[first : name.first] = [True] * (name.first - first)
    board.names[position] = replace(name, first=first)
