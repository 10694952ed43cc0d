"""Names in bylines, signatures, salutations and about-the-author lines."""

from __future__ import annotations

import re

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Credit

_WORDS = load_vocabulary("read")
_AGENCIES = _WORDS.words("agencies")
_MEDIA = _WORDS.words("media")
_NOBODY = _WORDS.words("nobody")
_PARTICLES = _WORDS.words("particles")
_PREMISES = _WORDS.words("premises")
_ROLES = _WORDS.words("roles")
_HONORIFICS = alternatives(_WORDS.words("honorifics"))
_JOIN = re.compile(
    # Blanks are sought from the first of a row alone.
    r",\s*(?:and\s+|&\s*)?|;\s*|(?:(?<!\s)\s+)?[&|]\s*|(?<!\s)\s+(?:and|with|[·/–—-])\s+",
    re.IGNORECASE,
)
_HONORIFIC = re.compile(
    rf"(?:{_HONORIFICS})\.?\s+(?=\S)|(?:My|Our)\s+(?:Dear|Dearest)\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w.'’\-]+", re.UNICODE)
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|Ph\.?\s?D|M\.?D|Esq|MBE|OBE|MP|J\.?D)\.?$")
_HANDLE = re.compile(
    r"(?<!\s)\s*(?:<[^<>]*>|\([^()]*\)|@\w+|(?<!\S)[^\s@]+@\S+|(?<!\S)https?://\S{1,500})\s*$"
)
_MOST_HANDLES = 8
"""Addresses and brackets behind a name that are taken off: to see each, the whole text is looked through."""


def is_name(text: str, *, fewest: int = 1, most: int = 6) -> bool:
    """Whether ``text`` could be the name of one person or house: capitalised words, no figures."""
    words = text.split()
    if not fewest <= len(words) <= most or len(text) > 60:
        return False
    if not words[0][0].isupper():
        return words[0].lower() in _PARTICLES and len(words) > 1 and is_name(" ".join(words[1:]))
    for word in words:
        bare = word.strip(".,“”\"'’()")
        if not bare or not _WORD.fullmatch(bare) or any(character.isdigit() for character in bare):
            return False
        if not bare[0].isupper() and bare.lower() not in _PARTICLES:
            return False
    return words[-1].strip(".,")[:1].isupper()


def is_role(text: str) -> bool:
    """Whether ``text`` is a short line that gives a post ("Senior Writer", "Member of Congress")."""
    words = [word.strip(".,()").lower() for word in text.split()]
    return 0 < len(words) <= 9 and any(word in _ROLES for word in words) and words[-1] not in _PREMISES


def is_outlet(text: str) -> bool:
    """Whether ``text`` is the name of a newspaper by its last word ("The Rivertown Courier")."""
    return is_name(text, fewest=2) and text.rsplit(maxsplit=1)[-1].lower() in _MEDIA


def list_names(text: str, offset: int) -> list[Credit] | None:
    """The names that ``text`` lists, without posts; ``None`` if it is no list of names.

    ``offset`` is where ``text`` starts in the document.
    """
    stripped = _strip_end(text)
    credited: list[Credit] = []
    for start, end in _pieces(stripped):
        piece = stripped[start:end]
        if is_role(piece) and not is_name(piece, most=2):
            continue
        if is_role(piece) or _SUFFIX.fullmatch(piece):
            continue
        if credited and (piece in _AGENCIES or is_outlet(piece)):
            continue
        if not is_name(piece):
            # What follows the first name may be a place or an employer; before it, nothing may.
            if credited and len(piece.split()) <= 6 and (piece[0].isupper() or is_role(piece)):
                continue
            return None
        if credited and len(piece.split()) == 1:
            continue
        credited.append(Credit(value=piece, start=offset + start, end=offset + end))
    return credited or None


def addressee(text: str, offset: int) -> Credit | None:
    """Whom a salutation names, as the value without "Mr." or "Dear"; ``None`` for "friends" and the like."""
    body = text.rstrip(" ,:;!—-–.")
    found = _HONORIFIC.match(body)
    name = body[found.end() :] if found else body
    words = [word.strip(".,").lower() for word in name.split()]
    if not words or all(word in _NOBODY or word in {"and", "to", "whom", "or", "&"} for word in words):
        return None
    if not is_name(name, most=7):
        return None
    if words[-1] in _NOBODY:
        return None
    return Credit(value=name, start=offset + len(body) - len(name), end=offset + len(body))


def _pieces(text: str) -> list[tuple[int, int]]:
    pieces: list[tuple[int, int]] = []
    start = 0
    for joint in _JOIN.finditer(text):
        pieces.append((start, joint.start()))
        start = joint.end()
    pieces.append((start, len(text)))
    return [piece for piece in (_trim(text, *piece) for piece in pieces) if piece[0] < piece[1]]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in ",:;"):
        end -= 1
    return start, end


def _strip_end(text: str) -> str:
    for _ in range(_MOST_HANDLES):
        found = _HANDLE.search(text)
        if found is None or found.start() == 0:
            break
        text = text[: found.start()]
    return text.rstrip(" \t\r\n*_")
