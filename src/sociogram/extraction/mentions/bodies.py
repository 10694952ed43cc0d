"""What the model leaves out of the name of a body: its ordinal, its legal form, what a school teaches."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.board import Name
from sociogram.extraction.mentions.entities import AGAINST, NUMBER_SIGNS
from sociogram.extraction.mentions.kinds import ORGANIZATIONS, name_kind
from sociogram.extraction.mentions.runs import is_name_word
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sociogram.extraction.mentions.board import NameBoard
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_LEGAL_FORMS = load_vocabulary("mentions").words("legal-forms")
_PARTIES = load_vocabulary("mentions").words("parties-in-court")
_CHAPTERS = load_vocabulary("mentions").words("chapters")
_SHORT_BODIES = load_vocabulary("mentions").words("short-bodies")
_LONGEST_FIRM = 6
"""Words of a name before its legal form; a longer span is a list."""
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def complete_bodies(board: NameBoard, tokens: Tokens, lists: ActorLists) -> None:
    """Give a body the ordinal before it, the legal form behind a comma, its number, and what a school is of."""
    _free_legal_forms(board, tokens)
    starts = {name.first: position for position, name in enumerate(board.names)}
    for position, name in enumerate(list(board.names)):
        if name.kind not in ORGANIZATIONS | {"Person", "Place"} or board.names[position] != name:
            continue
        number = number_end(name.last, tokens)
        if number is not None:
            _take(board, position, _numbered(name, number, tokens), starts)
        elif name.source != "list" and name.kind != "Place":
            whole = _whole(name, tokens, lists)
            if not any(board.taken[whole.first : name.first]) and not any(
                board.taken[name.last : whole.last]
            ):
                _take(board, position, whole, starts)
    board.names[:] = [name for name in board.names if name.first < name.last]


def _whole(name: Name, tokens: Tokens, lists: ActorLists) -> Name:
    """``name`` with its legal form, or else with its ordinal and subject, and without what a court calls a party."""
    first = party_start(name.first, name.last, tokens)
    legal = legal_end(name.last, tokens)
    if legal is not None and name.last - first < _LONGEST_FIRM:
        return replace(name, first=first, last=legal, kind="Company")
    if name.kind not in ORGANIZATIONS:
        return replace(name, first=first)
    first = first if first > name.first else ordinal_start(first, name.last, tokens)
    return replace(name, first=first, last=school_end(name.last, tokens, lists))


def _numbered(name: Name, end: int, tokens: Tokens) -> Name:
    """``name`` with its number up to ``end``; a numbered chapter is not the listed body itself."""
    kind = name.kind if name.kind in ORGANIZATIONS else "Organization"
    first = short_start(name.first, tokens)
    return replace(name, first=first, last=end, kind=kind, known=None, source="model")


def _take(board: NameBoard, position: int, name: Name, starts: Mapping[int, int]) -> None:
    """Put ``name`` at ``position``, and leave nothing of the names, by where they start, that it takes words from."""
    before = board.names[position].first
    board.taken[before : name.first] = [False] * max(0, name.first - before)
    for token in range(name.first, name.last):
        other = starts.get(token, position)
        if other != position:
            board.names[other] = replace(board.names[other], last=board.names[other].first)
    board.names[position] = name
    board.taken[name.first : name.last] = [True] * (name.last - name.first)


def place_parties(board: NameBoard, tokens: Tokens, lists: ActorLists) -> None:
    """The parties of a case, names of several words on both sides of "v.", that nothing else took."""
    for token, word in enumerate(tokens.text):
        if word not in AGAINST:
            continue
        first, last = token, token + 1
        while (
            first > 0
            and is_name_word(first - 1, tokens)
            and tokens.sentence[first - 1] == tokens.sentence[token]
        ):
            first -= 1
        while last < len(tokens) and is_name_word(last, tokens):
            last += 1
        for start, end in ((first, token), (token + 1, last)):
            words = tokens.text[start:end]
            if len(words) > 1:
                person = "Person" if words[0] in lists.first_names else "Organization"
                kind = name_kind(words, "Organization", lists) or person
                board.place(Name(start, end, kind, source="capitals"))


def _free_legal_forms(board: NameBoard, tokens: Tokens) -> None:
    """Take back the names that are a legal form alone, behind a comma: "Inc." of "Acme, Inc."."""
    for position, name in enumerate(board.names):
        alone = name.last == name.first + 1 and tokens.text[name.first] in _LEGAL_FORMS
        if alone and name.first and tokens.text[name.first - 1] == ",":
            board.taken[name.first] = False
            board.names[position] = replace(name, last=name.first)


def party_start(first: int, last: int, tokens: Tokens) -> int:
    """The start of a name without what a court calls a party: "Defendant *Acme Corp*"."""
    return first + 1 if last - first > 1 and tokens.lower[first] in _PARTIES else first


def short_start(first: int, tokens: Tokens) -> int:
    """The start of a name before which short forms with points stand: "*Harney Cnty.* School Dist. No. 4"."""
    while first > 1:
        if tokens.text[first - 1] == "." and tokens.lower[first - 2] in _SHORT_BODIES:
            first -= 2
        elif tokens.pos[first - 1] == "PROPN" and tokens.text[first - 1][0].isupper():
            first -= 1
        else:
            break
    return first - 1 if first == 1 and tokens.pos[0] == "PROPN" else first


def number_end(last: int, tokens: Tokens) -> int | None:
    """The token behind the number that stands at ``last`` in a body's name: "Lee School Dist*. No. 7*"."""
    if last < len(tokens) and tokens.lower[last] in _CHAPTERS and tokens.text[last][0].isupper():
        last += 1
    words = tokens.text[last : last + 4]
    point = 1 if words[:1] == (".",) and tokens.lower[last - 1] in _SHORT_BODIES else 0
    if not words[point:] or words[point] not in NUMBER_SIGNS:
        return None
    dotted = words[point] == "No" and words[point + 1 : point + 2] == (".",)
    figure = last + point + (2 if dotted else 1)
    if (words[point] == "No" and not dotted) or figure >= len(tokens) or not tokens.text[figure].isdigit():
        return None
    return figure + 1


def legal_end(last: int, tokens: Tokens) -> int | None:
    """The token behind the comma and the legal form that stand at ``last``: "Acme*, Inc.*"."""
    if last + 1 < len(tokens) and tokens.text[last] == "," and tokens.text[last + 1] in _LEGAL_FORMS:
        return last + 2
    return None


def ordinal_start(first: int, last: int, tokens: Tokens) -> int:
    """The start of a unit with its number: "the *21st* Group Army"."""
    before = first - 1
    if before < 0 or not _ORDINAL.fullmatch(tokens.lower[before]) or tokens.ent[before] == "DATE":
        return first
    return before if first <= tokens.head[before] < last else first


def school_end(last: int, tokens: Tokens, lists: ActorLists) -> int:
    """The end of a school with the subject behind its "of": "Warsaw University *of Technology*"; no town."""
    subject = last + 1
    if (
        subject >= len(tokens)
        or tokens.lower[last] != "of"
        or tokens.head[last] != last - 1
        or lists.name_heads.get(tokens.lower[last - 1], ("", False))[0] != "EducationalInstitution"
        or not is_name_word(subject, tokens)
        or tokens.ent[subject] in {"GPE", "LOC", "PERSON"}
        or tokens.text[subject] in lists.by_name
    ):
        return last
    end = subject + 1
    while end < len(tokens) and is_name_word(end, tokens) and tokens.head[subject] == end:
        subject, end = end, end + 1
    return end
