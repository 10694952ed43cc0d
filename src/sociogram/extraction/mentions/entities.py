"""The statistical model's names, with their boundaries mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.mentions.board import Name
from sociogram.extraction.mentions.kinds import VALUES
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

LABEL_KINDS = {
    "PERSON": "Person",
    "PER": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Facility",
    "NORP": "Collective",
    "EVENT": "Event",
    "LAW": "Law",
    "PRODUCT": "Product",
    "WORK_OF_ART": "Work",
    "LANGUAGE": "Topic",
    "MISC": "Thing",
    "DATE": "Date",
    "TIME": "Date",
    "MONEY": "Money",
    "QUANTITY": "Quantity",
    "PERCENT": "Quantity",
    "CARDINAL": "Quantity",
}
GENERATIONS = load_vocabulary("mentions").words("generations")
_MARKUP = frozenset('<>="{}')
_NEVER_FIRST = frozenset({"of", "for", "and", "&"})
_CUTS = frozenset({",", "(", ")", "/", ";", ":", "--", "–", "—", '"', "“", "”", "|"})


def model_names(columns: Tokens, lists: ActorLists) -> list[Name]:
    """The entities of the model with mended boundaries."""
    names = []
    for entity in columns.entities:
        kind = LABEL_KINDS.get(entity.label)
        if kind is None:
            continue
        if kind == "Event" and (
            columns.lower[entity.first] in lists.words["month"]
            or columns.lower[entity.first] in lists.words["weekday"]
        ):
            names.append(Name(*calendar_part(entity.first, entity.last, columns), "Date"))
            continue
        if kind in VALUES:
            first, last = strip_value(entity.first, entity.last, columns)
            if first < last:
                names.append(Name(first, last, kind))
            continue
        for first, last in cut(entity.first, entity.last, columns):
            trimmed = trim(first, last, kind, columns, lists)
            if trimmed is not None:
                names.append(trimmed)
    return names


def calendar_part(first: int, last: int, columns: Tokens) -> tuple[int, int]:
    """The month, day and year at the start of the span."""
    end = first + 1
    while end < last and (
        columns.text[end].isdigit()
        or (columns.text[end] == "," and end + 1 < last and columns.text[end + 1].isdigit())
    ):
        end += 1
    return first, end


def strip_value(first: int, last: int, columns: Tokens) -> tuple[int, int]:
    """A date or quantity without punctuation around it."""
    while first < last and columns.pos[first] == "PUNCT" and columns.text[first] not in {"$", "'", "’"}:
        first += 1
    while last > first and (columns.pos[last - 1] == "PUNCT" or columns.lower[last - 1] in {"'s", "’s"}):
        last -= 1
    return first, last


def cut(first: int, last: int, columns: Tokens) -> list[tuple[int, int]]:
    """The span cut at sentence ends, brackets, commas and slashes."""
    parts = []
    start = first
    for token in range(first, last):
        crosses = token > start and columns.sentence[token] != columns.sentence[token - 1]
        if crosses:
            parts.append((start, token))
            start = token
        if columns.text[token].startswith("@") and token > start:
            parts.append((start, token))
            start = token
        if columns.text[token] in _CUTS:
            parts.append((start, token))
            start = token + 1
    parts.append((start, last))
    return [part for part in parts if part[0] < part[1]]


def trim(first: int, last: int, kind: str, columns: Tokens, lists: ActorLists) -> Name | None:
    """The name without determiners, titles, possessive endings and lower-case words at its ends."""
    while first < last and (
        columns.lower[first] in lists.words["before_name"]
        or columns.pos[first] in {"PUNCT", "PART"}
        or (
            columns.text[first][0].islower()
            and columns.lower[first] not in lists.words["inside_name"]
            and not begins_known_name(columns.text[first], lists)
        )
        or columns.text[first] in {"'s", "’s"}
        or columns.text[first] in _NEVER_FIRST
        or (kind == "Person" and last - first > 1 and is_glued_opening(first, columns, lists))
    ):
        first += 1
    while last > first and (
        columns.lower[last - 1] in lists.words["after_name"]
        or columns.pos[last - 1] == "PUNCT"
        or (
            columns.text[last - 1][0].islower()
            and kind not in {"Event", "Work", "Law", "Organization"}
            and last - 1 > first
        )
    ):
        last -= 1
    for token in range(first + 1, last):
        if columns.pos[token] == "NUM" and columns.text[token].isalpha() and columns.text[token].islower():
            last = token
            break
    if kind == "Person":
        while last - first > 1 and is_title(columns, first, lists):
            first += 1
        last = person_end(first, last, columns, lists)
    if first >= last or columns.text[first] in _NEVER_FIRST:
        return None
    lower = columns.lower[first]
    if last - first == 1 and (lower in lists.words["weekday"] or lower in lists.words["month"]):
        return Name(first, last, "Date")
    if last - first == 1 and columns.pos[first] in {"VERB", "ADV", "ADP"} and opens_sentence(first, columns):
        return None
    if last - first == 1 and (
        columns.text[first] in lists.words["no_name"] or (lower in lists.words["common"] and first > 0)
    ):
        return None
    if any(character in _MARKUP for token in range(first, last) for character in columns.text[token]):
        return None
    if not any(character.isalnum() for token in range(first, last) for character in columns.text[token]):
        return None
    return Name(first, last, kind)


def person_end(first: int, last: int, columns: Tokens, lists: ActorLists) -> int:
    """The end of a person's name: before a word in small letters that no name holds, and no chapter and verse."""
    for token in range(first, last):
        word = columns.text[token]
        if (
            word[0].isdigit()
            or (word == "of" and token - first > 1)
            or (
                token > first
                and word.isalpha()
                and word.islower()
                and columns.text[token - 1] != "-"
                and columns.lower[token] not in lists.words["inside_name"]
            )
        ):
            last = token
            break
    if last - first > 1 and f"{columns.text[last - 1]}." in lists.words["title"]:
        # "Navy Capt" is the title of a name behind a wrong sentence end.
        return first
    if last - first == 1 and columns.text[first] in GENERATIONS:
        return first
    return last


def is_glued_opening(token: int, columns: Tokens, lists: ActorLists) -> bool:
    """Whether the token is a sentence's first word that the model took for part of a name ("*Another* Jane Doe")."""
    if (
        columns.pos[token] not in {"VERB", "DET", "ADV", "ADP", "SCONJ"}
        or columns.text[token] in lists.first_names
    ):
        return False
    return opens_sentence(token, columns)


def opens_sentence(token: int, columns: Tokens) -> bool:
    """Whether the token is its sentence's first."""
    return token == 0 or columns.sentence[token - 1] != columns.sentence[token]


def begins_known_name(word: str, lists: ActorLists) -> bool:
    """Whether a word in small letters can begin a name ("al-Qaeda", "iPhone")."""
    return word in lists.names or any(character.isupper() for character in word)


def is_title(columns: Tokens, token: int, lists: ActorLists) -> bool:
    """Whether the token is a title or a noun for a person that can stand before a name."""
    word, lower = columns.text[token], columns.lower[token]
    if word in lists.words["title"]:
        return True
    return lists.nouns.get(lower) == "Person" and word not in lists.first_names


def are_common_words(name: Name, columns: Tokens, lists: ActorLists) -> bool:
    """Whether all words of ``name`` are titles, nouns of the vocabulary or in small letters."""
    return all(
        is_title(columns, token, lists)
        or lists.nouns.get(columns.lower[token])
        or columns.text[token][0].islower()
        for token in range(name.first, name.last)
    )
