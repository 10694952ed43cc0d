"""A mail's text as the messages in it: its own words, and those that it quotes or forwards, each with its writer.

A quoted message begins with a line of attribution ("On …, Jane Roe wrote:") or with a block of headers ("From: …"),
and holds the lines of its level of ">", or all that follows on the same level. Answers between quoted lines are the
answering writer's, and what is quoted behind them goes on with the message of that level.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.read.phrases.correspondents import (
    LONGEST_ATTRIBUTION,
    Sender,
    list_people,
    read_attribution,
)
from sociogram.read.phrases.dates import is_date_alone
from sociogram.read.phrases.names import is_name

MOST_MESSAGES = 500
"""Messages that one text gives; a real thread seldom quotes a tenth of it."""
_ATTRIBUTION_LINES = 4
_HEADER_LINES = 40
"""Lines that a line of attribution is wrapped to, and those of a block of headers, at most."""
_FEWEST_HEADERS = 3
_LEVEL = re.compile(r"[ \t]{0,3}((?:>[ \t]?)+)")
_NEWLINE = re.compile(r"\r\n|\r|\n")
_KEYS: Mapping[str, str] = load_vocabulary("read").values("mail-headers")
_HEADER = re.compile(rf"[ \t]*\*{{0,2}}({alternatives(_KEYS)})[ \t\xa0]*:\*{{0,2}}(.*)", re.IGNORECASE)
_RULES = (
    "Original (?:Message|Appointment)|Forwarded message"
    "|Ursprüngliche Nachricht|Message d['’]origine|Mensaje original"
)
_RULE = re.compile(
    rf"[ \t]*(?:-{{2,}} ?(?:{_RULES}|Forwarded by [^\n]*?) ?-*|Begin forwarded message:|_{{20,}}|-{{20,}})[ \t]*",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"[ \t]*To[ \t]*:", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:\"|(?<![ \t\"]))[ \t]*[<@/].*")
"""What Lotus Notes puts behind a name: an address, or a path such as "/HOU/ECT@ECT"."""
_BARE_RULE = re.compile(r"[ \t]*[_-]{20,}[ \t]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message of a thread, in its own words; ``pieces`` are its stretches, parted by what others wrote.

    ``authors``, ``date`` and ``subject`` are empty where no words give them; ``headed`` tells that any do.
    """

    authors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    date: str = ""
    subject: str = ""
    headed: bool = False
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The messages of a text, the outermost first; ``left_out`` counts those past ``MOST_MESSAGES``."""

    messages: tuple[Message, ...]
    left_out: int = 0


@dataclass(slots=True)
class _Open:
    """A message while its lines are collected."""

    head: Message
    pieces: list[list[str]] = field(default_factory=list)
    last: int = -2


@dataclass(frozen=True, slots=True)
class _Line:
    level: int
    text: str


def split_thread(text: str, *, mail: bool = True) -> Thread:
    """The messages of ``text``, the body of a mail; with ``mail`` off it is a text that may begin with headers.

    Time grows with the length of the text alone.
    """
    lines = _read_lines(text)
    return _Cutter(lines, mail=mail).thread()


class _Cutter:
    """Goes through the lines once; ``_current`` is the message of each level, as the last heads say."""

    def __init__(self, lines: Sequence[_Line], *, mail: bool) -> None:
        self._lines = lines
        self._next = _next_filled(lines)
        self._messages = [_Open(Message())]
        self._current: list[_Open | None] = [self._messages[0]]
        self._left_out = 0
        self._place = 0
        self._own_headers = not mail

    def thread(self) -> Thread:
        """The messages with what was collected for each."""
        while self._place < len(self._lines):
            if not self._head():
                self._take()
        found = [_closed(message) for message in self._messages]
        first, *others = found
        return Thread(
            messages=(first, *(each for each in others if each.pieces or each.authors)),
            left_out=self._left_out,
        )

    def _take(self) -> None:
        """The line at hand goes to the message of its level."""
        line = self._lines[self._place]
        if line.text.strip():
            message = self._at(line.level)
            if message.last != self._place - 1:
                message.pieces.append([])
            message.pieces[-1].append(line.text)
            message.last = self._place
        elif (before := self._at_known(line.level)) is not None and before.last == self._place - 1:
            before.pieces[-1].append("")
            before.last = self._place
        self._place += 1

    def _at_known(self, level: int) -> _Open | None:
        return self._current[level] if level < len(self._current) else None

    def _at(self, level: int) -> _Open:
        """The message of ``level``; one without a writer where no head told whose it is."""
        # What is deeper ends with a line that is less deep only by a head of its own.
        found = self._at_known(level)
        return found if found is not None else self._open(level, Message())

    def _open(self, level: int, head: Message) -> _Open:
        message = _Open(head)
        if len(self._messages) < MOST_MESSAGES:
            self._messages.append(message)
        else:
            self._left_out += 1
        del self._current[level:]
        self._current += [None] * (level - len(self._current)) + [message]
        return message

    def _head(self) -> bool:
        """Whether a quoted message's head stands here; then it is open, and the head is passed."""
        line = self._lines[self._place]
        if not line.text.strip():
            return False
        rule = _RULE.fullmatch(line.text) if len(line.text) <= LONGEST_ATTRIBUTION else None
        start = self._next[self._place + 1] if rule else self._place
        found = _read_headers(self._lines, start) if start < len(self._lines) else None
        if found is not None and self._is_own(rule):
            self._messages[0].head, self._place = found
            self._own_headers = False
            return True
        if found is not None:
            self._begin(*found, self._lines[start].level)
            return True
        if rule and not _BARE_RULE.fullmatch(line.text):
            # Of a message whose rule no headers follow nobody knows who wrote it.
            self._begin(Message(headed=True), self._place + 1, line.level)
            return True
        return not rule and self._attribution(line)

    def _begin(self, head: Message, behind: int, level: int) -> None:
        """Open the message of ``head``, whose words begin at the line ``behind``."""
        self._place = behind
        following = self._next[behind]
        deeper = following < len(self._lines) and self._lines[following].level == level + 1
        self._open(level + deeper, head)

    def _is_own(self, rule: re.Match[str] | None) -> bool:
        """Whether the headers at hand are those that a text begins with, which are no other message's."""
        first = self._own_headers and rule is None and self._lines[self._place].level == 0
        return first and len(self._messages) == 1 and not self._messages[0].pieces

    def _attribution(self, line: _Line) -> bool:
        held: list[str] = []
        for place in range(self._place, min(self._place + _ATTRIBUTION_LINES, len(self._lines))):
            each = self._lines[place]
            if each.level != line.level or not each.text.strip() or len(each.text) > LONGEST_ATTRIBUTION:
                return False
            held.append(each.text.strip())
            if (
                each.text.rstrip("*_ \t").endswith(":")
                and (sender := read_attribution(" ".join(held))) is not None
            ):
                # "On my way I met her." may stand over the line that tells the writer.
                alone = all(read_attribution(" ".join(held[first:])) is None for first in range(1, len(held)))
                return alone and self._attributed(sender, place + 1, line.level)
        return False

    def _attributed(self, sender: Sender, behind: int, level: int) -> bool:
        following = self._next[behind]
        deeper = following < len(self._lines) and self._lines[following].level == level + 1
        if not deeper and not (sender.sure and sender.name):
            return False
        self._begin(
            Message(authors=(sender.name,) if sender.name else (), date=sender.date, headed=True),
            behind,
            level,
        )
        return True


def _read_lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    for line in _NEWLINE.split(text):
        marks = _LEVEL.match(line)
        lines.append(_Line(marks[1].count(">"), line[marks.end() :]) if marks else _Line(0, line))
    return [_unescaped(lines, place) for place in range(len(lines))]


def _unescaped(lines: Sequence[_Line], place: int) -> _Line:
    """A line of prose that begins with ">From", as mailboxes write "From", is no quoted line."""
    line = lines[place]
    around = (*lines[max(0, place - 1) : place], *lines[place + 1 : place + 2])
    alone = line.level == 1 and line.text.startswith("From ") and all(each.level == 0 for each in around)
    return _Line(0, line.text) if alone else line


def _next_filled(lines: Sequence[_Line]) -> list[int]:
    """For each line, and the end, the first line from there on that has words."""
    found = [len(lines)] * (len(lines) + 2)
    for place in range(len(lines) - 1, -1, -1):
        found[place] = place if lines[place].text.strip() else found[place + 1]
    return found


def _read_headers(lines: Sequence[_Line], start: int) -> tuple[Message, int] | None:
    """The headers that begin at ``start``, and the line behind them; ``None`` if these are none."""
    values = _read_named(lines, start)
    if values is None:
        return None
    key, place = "", start + len(values)
    while place < min(len(lines), start + _HEADER_LINES) and lines[place].level == lines[start].level:
        found = _HEADER.fullmatch(lines[place].text)
        if found is not None:
            key = _KEYS[found[1].lower()]
            values.setdefault(key, found[2].strip())
        elif (
            key in ("to", "cc", "bcc", "subject")
            and lines[place].text[:1] in " \t"
            and lines[place].text.strip()
        ):
            values[key] += f" {lines[place].text.strip()}"
        else:
            break
        place += 1
    if len(values) < _FEWEST_HEADERS or not values.get("from"):
        return None
    return _headed(values), place


def _read_named(lines: Sequence[_Line], start: int) -> dict[str, str] | None:
    """Writer and date from a line each, as Lotus Notes puts them over "To:"; nothing before headers as others have."""
    first = _HEADER.fullmatch(lines[start].text)
    if first is not None:
        return {} if _KEYS[first[1].lower()] in ("from", "date", "subject") else None
    if start + 2 >= len(lines) or not _ADDRESSED.match(lines[start + 2].text):
        return None
    name, date = _DOMAIN.sub("", lines[start].text.strip(' \t"')), lines[start + 1].text.strip()
    return {"from": name, "date": date} if is_name(name) and is_date_alone(date) else None


def _headed(values: dict[str, str]) -> Message:
    return Message(
        authors=tuple(list_people(values["from"], one=True)),
        recipients=tuple(list_people(values.get("to", ""))),
        copied=tuple(list_people(values.get("cc", ""))),
        date=values.get("date", ""),
        subject=values.get("subject", ""),
        headed=True,
    )


def _closed(message: _Open) -> Message:
    pieces = ("\n".join(piece).strip("\n") for piece in message.pieces)
    return replace(message.head, pieces=tuple(piece for piece in pieces if piece.strip()))
