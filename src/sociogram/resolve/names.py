"""What a name says about identity: its parts, and whether two names can be one actor's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from sociogram.ids import slug
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.resolve.words import load_identity_words

_ACRONYM = re.compile(r"^[A-Z][A-Za-z0-9]{0,8}[A-Z0-9]$")
"""Two to ten letters and digits, the first a large letter, the last one too or a digit: "DoD", "G7"."""
# An apostrophe can be part of a word; a mark before a word cannot.
_QUOTES = str.maketrans("", "", '"“”„«»‘')
_NICKNAME = re.compile(r"(?<=\S)\s+[\"“‘'«(]\s*([^\"“”‘’'«»()]+?)\s*[\"”’'»)]\s+(?=\S)")
"""What a personal name has in quotation marks or brackets between two of its words."""
_WIFE = "mrs"
_SPELLED = {"junior": "jr", "senior": "sr"}
_SPLIT = re.compile(r"[\s]+")


@dataclass(frozen=True, slots=True)
class PersonName:
    """Given names, initials among them as one letter, then the surname and a suffix such as ``jr``.

    The suffix of a wife who goes by her husband's name ("Mrs John Roe") is ``mrs``.

    ``nickname`` is what stands in quotation marks between them: Ernest "Cap" Graham.
    """

    given: tuple[str, ...]
    surname: str
    suffix: str
    nickname: str = ""

    @property
    def lone(self) -> bool:
        """Whether it is one word, so that it may be a surname or a given name."""
        return not self.given


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """``name`` as it is compared: a slug without titles, articles and legal forms."""
    known = load_identity_words()
    words = slug(name).split("-")
    while len(words) > 1 and not is_wife(words) and (words[0] in known.titles or words[0] == "the"):
        del words[0]
    while len(words) > 1 and words[-1] in known.legal_forms:
        del words[-1]
    return "-".join(words)


def is_wife(words: Sequence[str]) -> bool:
    """Whether the words, in small letters, name a wife by her husband: "mrs", a man's name and a surname."""
    return (
        len(words) > 2
        and words[0] == _WIFE
        and load_actor_lists().first_names.get(words[1].capitalize()) == "male"
    )


def bare_noun(name: str) -> str:
    """``name`` without the determiners before it, and without quotation marks; "many of the workers" are not all."""
    known = load_identity_words()
    words = name.translate(_QUOTES).split() or name.split()
    while len(words) > 1 and words[0].lower() in known.determiners and words[1].lower() != "of":
        del words[0]
    return " ".join(words)


@lru_cache(maxsize=65536)
def person_name(name: str) -> PersonName:
    """The parts of a person's name in the order of English: given names, then the surname."""
    nicknames: list[str] = []
    while (found := _NICKNAME.search(name)) is not None:
        nicknames.append(slug(found.group(1)))
        name = f"{name[: found.start()]} {name[found.end() :]}"
    bare = _without_nickname(name)
    return replace(bare, nickname=nicknames[0]) if nicknames else bare


def _without_nickname(name: str) -> PersonName:
    known = load_identity_words()
    shouted = name.isupper()
    words: list[str] = []
    for word in _SPLIT.split(name.replace(",", " ").strip()):
        letters = word.replace(".", "").replace("’", "").replace("'", "")
        dotted = "." in word[:-1]
        if letters.isalpha() and letters.isupper() and len(letters) <= 3 and (dotted or not shouted):
            is_suffix = letters.lower() in known.suffixes
            words.extend([letters.lower()] if is_suffix else list(letters.lower()))
        else:
            words.append(slug(word) if letters else "")
    words = [word for word in words if word]
    if is_wife(words):
        return replace(person_name(" ".join(words[1:])), suffix=_WIFE)
    while len(words) > 1 and words[0] in known.titles:
        del words[0]
    suffix = words.pop() if len(words) > 1 and words[-1] in known.suffixes else ""
    suffix = _SPELLED.get(suffix, suffix)
    if not words:
        return PersonName((), slug(name), suffix)
    given = tuple(word for word in words[:-1] if word not in known.particles)
    surname = words[-1]
    head, _, rest = surname.partition("-")
    return PersonName(given, rest if rest and head in known.particles else surname, suffix)


def names_agree(left: PersonName, right: PersonName) -> bool:
    """Whether two full names can be one person's.

    They can if the surnames and the suffixes (Jr., II) are equal and the given names, as far as
    both go, are equal, nicknames, or an initial and its name. Symmetric, but no equivalence:
    "J. Smith" agrees with names that disagree with one another.
    """
    if left.surname != right.surname or left.suffix != right.suffix or left.lone or right.lone:
        return False
    for one, other in ((left, right), (right, left)):
        if one.nickname and other.given[0] == one.nickname:
            return True
    return all(_given_agree(one, other) for one, other in zip(left.given, right.given, strict=False))


def _given_agree(left: str, right: str) -> bool:
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    return load_identity_words().same_given_name(left, right)


def acronym(name: str) -> str | None:
    """The letters of a name that is an acronym ("U.N.", "DoD"), in lower case, else ``None``."""
    letters = name.replace(".", "")
    if not _ACRONYM.match(letters):
        return None
    capitals = sum(letter.isupper() or letter.isdigit() for letter in letters)
    return letters.lower() if capitals * 5 >= len(letters) * 3 else None


def acronyms_of(name: str) -> frozenset[str]:
    """The acronyms that a name of several words can have, in lower case, of two letters and more."""
    words = [word for word in re.split(r"[\s\-]+", name) if word and (word[0].isalnum() or word == "&")]
    if len(words) < 2:
        return frozenset()
    small = load_identity_words().not_in_acronyms
    large = "".join(word[0] for word in words if word.lower() not in small and word[0].isupper())
    every = "".join(word[0] for word in words if word != "&")
    return frozenset(letters.lower() for letters in (large, every) if len(letters) > 1)
