"""Who wrote a message, to whom and when, by the words of mail programs: header values and "On …, Jane Roe wrote:"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.read.phrases.dates import find_date
from sociogram.read.phrases.names import is_name

LONGEST_ATTRIBUTION = 400
"""Characters of the lines before a quoted message that say whose it is."""
_WORDS = load_vocabulary("read")
_LEADS = alternatives(_WORDS.words("attribution-leads"))
_VERBS = alternatives(_WORDS.words("attribution-verbs"))
_QUOTING = alternatives(_WORDS.words("attribution-quoting"))
_TIME_WORDS = load_vocabulary("times")
_DAY_WORDS = frozenset(
    word.lower()
    for word in (
        *_TIME_WORDS.values("months"), *_TIME_WORDS.values("weekdays"), *_TIME_WORDS.words("weekday-abbreviations"),
        "am", "pm", "gmt", "utc", "at", "um", "yesterday", "today",
    )
)  # fmt: skip
_PRONOUNS = frozenset({"he", "she", "they", "we", "i", "you", "it", "who", "somebody", "someone"})
_VERB = re.compile(rf"(?<!\S)(?:{_VERBS})(?!\w)", re.IGNORECASE)
_LEAD = re.compile(rf"(?:{_LEADS})[ \t,]+", re.IGNORECASE)
_QUOTED = re.compile(rf"(?:{_QUOTING})[ \t]+(?P<who>\S.*)", re.IGNORECASE)
_DATED = re.compile(r"\d{4}-\d\d-\d\d\b")
_ADDRESS = re.compile(r"(?<![\w.+'’-])[\w.+'’-]+@[\w-]+(?:\.[\w-]+)*", re.UNICODE)
_HELD = re.compile(r"[<\[(]{1,2}(?:mailto:|SMTP:)?[^<>\[\]()]*@[^<>\[\]()]*[>\])]*", re.IGNORECASE)
_PATH = re.compile(r"/[\w ./-]+(?:@[\w-]+)?$")
"""What Lotus Notes puts behind a name: "/HOU/ECT@ECT"."""
_BEHALF = re.compile(r"\s+(?:on behalf of|via)\s+", re.IGNORECASE)
_ZONE = r"\(?(?:GMT|UTC|[ECMPB][DS]T|[CEW]E?S?T)\)?(?:[+-]\d\d:?\d\d)?"
_TIME = re.compile(
    rf"\b\d{{1,2}}[:.h]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\b\.?)?(?:\s*[+-]\d{{4}})?(?:\s*{_ZONE}(?!\w))?",
    re.IGNORECASE,
)
_QUOTED_COMMA = re.compile(r"\"[^\"]*\"|[^,;\"]+|.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who wrote a quoted message and when, as an attribution line tells; each may be empty.

    ``sure`` says that the line has an address or a day with its hour, as mail programs alone write it.
    """

    name: str
    date: str
    sure: bool


def turned(person: str) -> str:
    """Jane Roe, where the words have "Roe, Jane"."""
    last, comma, first = person.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() and "," not in first else person


def bare_person(value: str) -> str:
    """The name in "Jane Roe <jane@roe.example>"; the address where there is no name."""
    value = _BEHALF.split(value[:LONGEST_ATTRIBUTION], maxsplit=1)[-1]
    name = " ".join(_HELD.sub(" ", value).split()).strip("'\"*<> \t,;:")
    path = _PATH.search(name)
    if path is not None and is_name(name[: path.start()], fewest=2):
        return name[: path.start()]
    if name and not _ADDRESS.fullmatch(name):
        return turned(name)
    found = _ADDRESS.search(value)
    return found[0] if found else name


def list_people(value: str, *, one: bool = False) -> list[str]:
    """The people of a header's value; with ``one`` a comma stands inside the one name."""
    if one:
        return [person for person in (bare_person(value),) if person]
    mark = ";" if ";" in value else ","
    pieces = _parted(value, mark)
    return [person for person in map(bare_person, [value] if _is_one(pieces, mark) else pieces) if person]


def _is_one(pieces: list[str], mark: str) -> bool:
    """Whether the pieces between commas are the two halves of "Roe, Jane": no list is of single words."""
    halves = mark == "," and len(pieces) == 2 and "@" not in pieces[0]
    return halves and all(len(_HELD.sub("", piece).split()) == 1 for piece in pieces)


def _parted(value: str, mark: str) -> list[str]:
    """``value`` cut at ``mark``, except within quotation marks."""
    pieces = [""]
    for found in _QUOTED_COMMA.finditer(value):
        if found[0] == mark:
            pieces.append("")
        else:
            pieces[-1] += found[0]
    return [piece for piece in pieces if piece.strip()]


def read_attribution(line: str) -> Sender | None:
    """Who wrote, by a line such as "On 3 May 2024, Jane Roe wrote:"; ``None`` for any other line."""
    words = " ".join(line.split()).strip("*_ ")
    if len(words) > LONGEST_ATTRIBUTION or not words.endswith(":"):
        return None
    words = words[:-1].rstrip()
    if quoting := _QUOTED.fullmatch(words):
        return _sender(quoting["who"], words)
    verbs = list(_VERB.finditer(words))
    if not verbs:
        address = _ADDRESS.search(words)
        return _sender(words[10:], words) if _DATED.match(words) and address else None
    before, behind = words[: verbs[-1].start()], words[verbs[-1].end() :].strip()
    # "Am 3. Mai 2024 schrieb Jane Roe": the writer stands behind the verb.
    who = behind if behind and _named(behind) else before
    begins = bool(_LEAD.match(words)) or (_named(before) or None) == bare_person(before.strip(" ,"))
    return _sender(who, words) if begins else None


def _sender(who: str, words: str) -> Sender | None:
    date, name = find_date(words), _named(who)
    if not name and date is None:
        return None
    sure = bool(_ADDRESS.search(words)) or (date is not None and bool(_TIME.search(words)))
    return Sender(name=name, date=words[date.start : date.end] if date else "", sure=sure)


def _named(words: str) -> str:
    """The person at the end of ``words``, behind whatever tells the time; the address where none is named."""
    bare = _TIME.sub(",", _HELD.sub(" ", words)).strip(" ,")
    date = find_date(bare)
    if date is not None:
        bare = f"{bare[: date.start]},{bare[date.end :]}"
    pieces = [
        piece
        for piece in (_LEAD.sub("", " ".join(piece.split())).strip("\"'*<> ") for piece in bare.split(","))
        if piece
    ]
    names = [piece for piece in pieces if _is_person(piece)]
    if not names or names[-1] != pieces[-1]:
        found = _ADDRESS.search(words)
        return found[0] if found else ""
    if len(names) > 1 and len(names[-1].split()) == 1 and pieces[-2] == names[-2]:
        return f"{names[-1]} {names[-2]}"
    return names[-1]


def _is_person(piece: str) -> bool:
    return (
        is_name(piece)
        and piece.lower() not in _PRONOUNS
        and not any(word.strip(".").lower() in _DAY_WORDS for word in piece.split())
    )
