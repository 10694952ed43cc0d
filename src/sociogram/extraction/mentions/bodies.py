"""What the model leaves out of the name of a body: its ordinal, its legal form, what a school teaches."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.kinds import ORGANIZATIONS
from sociogram.extraction.mentions.runs import is_name_word
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from sociogram.extraction.mentions.board import NameBoard
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_LEGAL_FORMS = load_vocabulary("mentions").words("legal-forms")
_LONGEST_FIRM = 6
"""Words of a name before its legal form; a longer span is a list."""
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def complete_bodies(board: NameBoard, tokens: Tokens, lists: ActorLists) -> None:
    """Give a body the ordinal before it, the legal form behind a comma, and what a school is of."""
    for position, name in enumerate(board.names):
        if name.source == "list" or name.kind not in ORGANIZATIONS | {"Person"}:
            continue
        first, last, kind = name.first, name.last, name.kind
        legal = legal_end(last, tokens)
        if legal is not None and last - first < _LONGEST_FIRM:
            last, kind = legal, "Company"
        elif kind in ORGANIZATIONS:
            first, last = ordinal_start(first, last, tokens), school_end(last, tokens, lists)
        if not any(board.taken[first : name.first]) and not any(board.taken[name.last : last]):
            board.taken[first:last] = [True] * (last - first)
            board.names[position] = replace(name, first=first, last=last, kind=kind)


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
