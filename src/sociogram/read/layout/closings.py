"""How letters open and end: salutations without "Dear", complimentary closes, and the names behind them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.read.phrases.names import is_name

_WORDS = load_vocabulary("read")
_CLOSINGS = _WORDS.words("closings")
_FORMAL = _WORDS.words("formal-closing-words")
_CLOSING_WORDS = _WORDS.words("closing-words")
_OPEN = alternatives(_WORDS.words("open-salutations"))
_GREETINGS = alternatives(_WORDS.words("greetings"))
_LEADS = alternatives(_WORDS.words("closing-leads"))
_LONGEST = 90
"""Characters of a line that closes a letter."""
OPEN_SALUTATION = re.compile(
    rf"(?:(?:{_OPEN})|(?:{_GREETINGS})(?:[ ,]+(?P<greeted>[^\s,:;!.][^\n,:;!.]{{0,49}}))?"
    r"|Dear (?P<dear>[^\n,:;!.]{1,50}|(?:Mr|Mrs|Ms|Dr)\. [^\n,:;!.]{1,50}))[ \t,:;!.—–-]*",
    re.IGNORECASE,
)
"""A line that addresses somebody in a letter, and elsewhere is a call or a title."""
_LED = re.compile(rf"(?:{_LEADS})\b(?P<rest>.*)", re.IGNORECASE)
_SIGNED = re.compile(
    r"(?:[\[(] ?(?:signed|sgd\.?|s) ?[\])]|(?:signed|sgd)\b[.,:]?|/?s/|\(s\))[ \t:,]*", re.IGNORECASE
)
_RUN_IN = re.compile(
    r"[.!?…][\"'”’)\]]* +(?P<close>[A-Z][A-Za-z ]{2,38}),[ \t]*(?P<name>[^.!?\n]{0,60}?)[.]?$"
)
_ENDS = " \t,;.!—–-"


@dataclass(frozen=True, slots=True)
class Close:
    """A complimentary close in a line: where it starts, and where the name behind it stands, if one does."""

    start: int
    name: tuple[int, int] | None = None


def is_closing(text: str) -> bool:
    """Whether ``text`` is the complimentary close of a letter and nothing else."""
    bare = text.rstrip(_ENDS).lower()
    if led := _LED.fullmatch(bare):
        rest = _plain_words(led["rest"])
        return len(bare) <= _LONGEST and bool(rest) and rest[-1] in _CLOSING_WORDS
    words = _plain_words(bare)
    made = len(words) > 1 and words[0] in ("your", "yours") and all(word in _CLOSING_WORDS for word in words)
    return made or (len(bare) <= 40 and bare in _CLOSINGS)


def read_close(line: str) -> Close | None:
    """The close that is all of ``line``, with the name of who signs where it stands in the same line."""
    if len(line) > _LONGEST:
        return None
    if signed := _SIGNED.match(line):
        name = find_person(line, signed.end())
        return Close(0, name) if name is not None or not line[signed.end() :].strip() else None
    if is_closing(line):
        return Close(0)
    for mark in re.finditer(r",|[—–-]|:", line):
        if is_closing(line[: mark.start()]) and (name := find_person(line, mark.end())) is not None:
            return Close(0, name)
    return None


def read_run_in_close(line: str) -> Close | None:
    """A formal close behind the last sentence of ``line``, with the name if it stands there, too."""
    found = _RUN_IN.search(line)
    if found is None or not is_closing(found["close"]) or not set(_plain_words(found["close"])) & _FORMAL:
        return None
    name = find_person(line, found.start("name"))
    return Close(found.start("close"), name) if name is not None or not found["name"].strip() else None


def find_person(line: str, start: int) -> tuple[int, int] | None:
    """Where the name of who signs stands in ``line`` from ``start`` on: before a comma, without brackets."""
    lead = re.compile(r"[ \t\[(“\"]*").match(line, start)
    start = lead.end() if lead else start
    if signed := _SIGNED.match(line, start):
        start = signed.end()
    comma = line.find(",", start)
    name = line[start : comma if comma >= 0 else len(line)].rstrip(' \t])”".')
    # The point of "Jr." belongs to the name.
    return (start, start + len(name)) if name and is_name(name) else None


def _plain_words(text: str) -> list[str]:
    return [word for word in (word.strip(",.;:!—–-").lower() for word in text.split()) if word]
