"""Labels at the start of a line that tell who speaks: of transcripts, interviews, hearings and chats.

"Jane Roe:", "ROE:", "Jane Roe (Acme):", "The Treasurer (Jane Roe):", "Mr ROE (Riga—Treasurer) (3.18 pm)—",
"Mr. ROE of Ohio.", "Ms. Roe.", "The Chairman.", "Q.", "[12:03] Jane:", "<jane>", "<v Jane Roe>", and a name
with a time in a line of its own. Whether such words are a speaker's is told by the whole text (``turns``); here is only
their form.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import BlockKind, Naming, Span
from sociogram.read.phrases.names import is_name

_WORDS = load_vocabulary("read")
_LONGEST = 120
"""Characters of a label: a name, an office and a time."""
_MOST_WORDS = 6
"""Words of a name before its colon; a longer run is the beginning of a sentence."""
_HONORIFICS = alternatives(
    _WORDS.words("honorifics") | _WORDS.words("speaker-titles") | _WORDS.words("floor-titles")
)
_ANYBODY = _WORDS.words("anybody-labels")
_NUMBERED = re.compile(r"(?:[^\W\d_]+ ){1,2}(?:#|no\. ?)?\d{1,3}")
_POSTS = _WORDS.words("roles")
_ROLES = _WORDS.words("speaker-roles")
_ASKING = _WORDS.words("asking-labels")
_ANSWERING = _WORDS.words("answering-labels")
_NO_LABELS = _WORDS.words("no-speakers")
_DAY = r"\d{1,4}[-./]\d{1,2}[-./]\d{2,4},?[ T]"
_TIME = rf"(?:{_DAY})?\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:[.,]\d{{1,3}})?(?:\s?[AaPp]\.?[Mm]\b\.?)?"
_STAMP = rf"(?:\[{_TIME}\]|\({_TIME}\)|{_TIME})"
_BRACKET = r"\([^()\n]{1,80}\)"
_HANDLE = r"@\w{2,30}"
_BRACKETED = re.compile(r"\s*\((?P<name>[^()\n]{1,80})\)\s*")
_MARKS = re.compile(r"[*_>\"“#•\s]{0,8}")
_OPENING = re.compile(rf"(?P<stamp>{_STAMP})\s*(?:[-–—|]\s*)?(?=\S)")
_VOICE = re.compile(r"<v(?:\.[\w.-]{1,40})?\s+(?P<name>[^<>\n]{1,60})>\s*")
_ANGLE = re.compile(r"<(?P<name>[@+~&%]?[^\W\d][^<>\n]{0,40})>\s+(?=\S)")
_QA = re.compile(
    r"(?P<name>Q|A|QUESTION|ANSWER|Question|Answer)(?:\s?\d{1,3})?(?:[*_]{0,3}[.:)][*_]{0,3}(?:\s+|$)|\s{2,}|\t)"
)
_FLOOR = re.compile(
    rf"(?P<title>(?:The\s+)?(?:(?:{_HONORIFICS})\.?\s+)?)(?P<name>[^\W\d_][^\n():—–]{{0,60}}?)"
    rf"(?P<brackets>(?:\s*{_BRACKET}){{0,4}})\s*(?:—|–|--)\s*(?=\S)"
)
_RECORD = re.compile(
    rf"(?P<title>(?:{_HONORIFICS})\.?\s+)(?P<name>[A-Z][A-Z'’\-]+(?:\s[A-Z][A-Z'’\-]+){{0,2}})"
    r"(?:\s(?:of|from)\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?\.\s+(?=[A-Z\"“])"
)
_HEARD = re.compile(
    rf"(?P<title>(?:{_HONORIFICS})\.?\s+)(?P<name>(?!St\b)[A-Z][\w'’-]*[a-z](?:\s[A-Z][\w'’-]*[a-z]){{0,2}})"
    r"(?:\s\[\w+(?:\s\w+){0,2}\])?\.\s+(?=[A-Z\"“])"
)
_CHAIRED = re.compile(rf"(?P<name>The (?i:{alternatives(_ROLES)}))\.\s+(?=[A-Z\"“])")
"""In the records of hearings a speaker's name or office ends with a point: "Ms. Roe. I was there."."""
_CLAUSES = r"(?:who|whom|whose|which|that|when|where|while|as|but|and|or|then|so|he|she|it|they|we|I|you)\b"
"""What opens a clause behind a name and a comma, and no office."""
_COLON = re.compile(
    rf"(?P<name>(?:RT\s+)?{_HANDLE}|[^\W_][^\n:()\[\]@<>|;!?\"“”]{{0,70}}?)"
    rf"(?P<beside>(?:\s*(?:{_BRACKET}|\[[^\[\]\n]{{1,40}}\]|{_HANDLE}|{_STAMP})){{0,4}})\s*(?P<post>,\s(?!{_CLAUSES})[^\n:.!?;\"“”]{{2,60}})?"
    r"[*_]{0,3}:[*_]{0,3}(?=\s|$|[\"“])\s*(?P<behind>(?:\[\d{1,2}:\d{2}(?::\d{2})?\]\s*)?)"
)
_ALONE = re.compile(
    rf"(?P<name>[^\W_][^\n:()\[\]<>|;!?\"“”.,]{{0,60}}?(?:\.\s?[^\W\d_][^\n:()\[\]<>|;!?\"“”.,]{{0,40}}?)?)\s+{_STAMP}$"
)
_CLOCK = re.compile(r"\d[:.]\d{2}")
_HONORIFIC = re.compile(rf"(?:{_HONORIFICS})\.?\s+(?=\S)")
_NOTE_WORDS = alternatives(_WORDS.words("note-labels"))
_NOTE = re.compile(
    rf"(?i:{_NOTE_WORDS})(?: \([^()\n]{{1,40}}\))?:\s+(?=\S)"
    r"|(?:(?:P\.\s?){1,3}S\.|P{1,3}S|Postscript)\s*[:—–-]{1,2}\s*(?=\S)"
)
"""Without a sign behind it "P.S." may be the initials of a name."""
_CASE = re.compile(
    r"[A-Z][\w.,&'’ -]{0,60}? (?:v|vs)\.? [A-Z][\w.,&'’ -]{0,80}?(?: \([^()\n]{1,40}\))?:\s+(?=\S)"
)
_SHOUTED = r"(?:Mc|Mac|D['’])?[^\W\d_a-z](?:[^\W\d_a-z]|[.'’]){0,24}"
_REGION = r"[A-Z][\w.]{0,20}(?: [A-Z][\w.]{0,20}){0,2}"
_MONTH_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?"
_DASH = r"\s{0,3}(?:[—–]|--|(?<=\s)-|-(?=\s))\s{0,3}(?=[\"“”‘’']{0,2}[^\W\d_a-z])"
_DATELINE = re.compile(
    rf"(?P<town>{_SHOUTED}(?:[ /-]{_SHOUTED}){{0,7}})"
    rf"(?:, {_REGION})?(?:,? {_MONTH_DAY})?(?: ?\((?P<agency>[A-Z][\w. /]{{1,30}})\))?{_DASH}"
)
"""Words in capitals before a dash: a town with its state, the day and the agency, or a heading in the same line."""
_WIRE = alternatives(_WORDS.words("agencies"))
_AGENCY_LINE = re.compile(
    rf"(?:{_REGION}(?:, {_REGION})?)?(?:,? ?{_MONTH_DAY})? ?\((?:{_WIRE})\)(?:{_DASH}|\s{{0,3}}(?=[A-Z\"“]))"
)
"""A town or a day in small letters, with an agency in brackets; a dash may be wanting behind it."""
_BETWEEN = re.compile(r"[^.!?\n—–-]{1,60}(?:—|–| - | -- )")
"""What stands between two dashes is part of the sentence before: "ISIS — Islamic State — has claimed it"."""
_TOWN_WORDS = 3
"""Words of a town; a longer run in capitals is a heading."""
_FULL = 2
_FEW = 3
"""Words of a full name, and of a label in small letters."""
_SMALL = _WORDS.words("title-case-small") | _WORDS.words("particles")


class Form(StrEnum):
    """By what a label is seen: some forms are a speaker's in any text, of others the text must show it."""

    COLON = "colon"
    NUMBER = "number"  # "Q." and "A."
    FLOOR = "floor"  # of parliaments: a title, a name, an office or a time, and a dash or point
    STAMP = "stamp"  # a name with a time
    SURE = "sure"  # "<v Jane Roe>", "<jane>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A label in its line: what is said begins at ``end``, the name stands from ``start`` to ``stop``."""

    end: int
    start: int
    stop: int
    name: str
    form: Form
    alone: bool
    beside: bool
    """Whether a bracket, a handle or an office stands beside the name."""

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return self.name.casefold().strip(". ")

    @property
    def asks(self) -> bool:
        """Whether it is that of who asks."""
        return self.key in _ASKING

    @property
    def answers(self) -> bool:
        """Whether it is that of who answers."""
        return self.key in _ANSWERING

    @property
    def is_office(self) -> bool:
        """Whether it tells an office of the talk and no name ("Moderator", "THE COURT"), or a number ("Speaker 2")."""
        if self.key.removeprefix("the ") in _ROLES or self.is_anybody or _NUMBERED.fullmatch(self.key):
            return True
        words = self.name.split()
        return len(words) > 1 and words[-1].lower() in _POSTS and not words[-1][0].isupper()

    @property
    def is_anybody(self) -> bool:
        """Whether it may each time be another: "Audience member"."""
        return self.key.removeprefix("an ").removeprefix("a ") in _ANYBODY

    @property
    def is_name(self) -> bool:
        """Whether it may be a person's or an outlet's name, of whatever length."""
        if self.name[:1] == "@":
            return True
        words = [word.strip(".,").casefold() for word in self.name.split()]
        named = is_name(self.name, most=_MOST_WORDS) and words[0] not in _SMALL
        return named and _NO_LABELS.isdisjoint([*words, self.key]) and not self._tells_office

    @property
    def is_full(self) -> bool:
        """Whether it is a name of several words, or a handle."""
        return self.is_name and (self.name[0] == "@" or len(self.name.split()) >= _FULL)

    @property
    def is_nick(self) -> bool:
        """Whether it is one word by which somebody may be known in a chat: "jroe"."""
        return " " not in self.name and self.key not in _NO_LABELS and not self._tells_office

    @property
    def naming(self) -> Naming:
        """How it tells the speaker."""
        if self.is_anybody:
            return Naming.ANYBODY
        return Naming.NAME if self.is_name or self.is_nick else Naming.OFFICE

    @property
    def _tells_office(self) -> bool:
        return self.asks or self.answers or self.is_office


def opening_end(line: str) -> tuple[int, BlockKind]:
    """How many characters of ``line`` stand before its first sentence, and what they are; 0 for none.

    They are the word for a note ("Correction: "), the name of a case ("Roe v. Acme: "), or a dateline: "FLINT, Mich.,
    Oct. 4 (UPI) — " and "Berlin (dpa) - " tell where and by whom a report was sent, and a longer run in capitals is a
    heading. A parser takes their names for the subject of the sentence behind.
    """
    for kind, pattern in ((BlockKind.LABEL, _NOTE), (BlockKind.HEADLINE, _CASE)):
        found = pattern.match(line)
        if found and found.end() < len(line):
            return found.end(), kind
    return _dateline(line)


def _dateline(line: str) -> tuple[int, BlockKind]:
    found = _DATELINE.match(line)
    if found and sum(map(str.isupper, found["town"])) > 1 and found.end() < len(line):
        sent = found["agency"] is not None
        if sent or _BETWEEN.match(line, found.end()) is None:
            town = sent or len(re.split(r"[ /]", found["town"])) <= _TOWN_WORDS
            return found.end(), BlockKind.DATELINE if town else BlockKind.HEADLINE
    found = _AGENCY_LINE.match(line)
    return (found.end(), BlockKind.DATELINE) if found and found.end() < len(line) else (0, BlockKind.PROSE)


def find_label(line: str) -> Label | None:
    """The label that ``line`` begins with; time grows with the length of a label, not of the line."""
    start = _MARKS.match(line).end()  # type: ignore[union-attr]  # it matches nothing too
    stamp = _OPENING.match(line, start, start + _LONGEST)
    if stamp is not None:
        return _stamped(line, stamp.end())
    for form, pattern in _FORMS:
        found = pattern.match(line, start, start + _LONGEST)
        if found and _is_label(found["name"], form, found.groupdict()):
            timed = form is Form.COLON and _CLOCK.search(found["beside"]) is not None
            return _made(line, found, Form.STAMP if timed else form)
    alone = _ALONE.match(line, start) if len(line) <= _LONGEST else None
    return _made(line, alone, Form.STAMP) if alone and _is_label(alone["name"], Form.COLON, {}) else None


def _stamped(line: str, behind: int) -> Label | None:
    """The label behind a time: "[12:03] Jane: …", "12:03 <jane> …", "00:14 Jane Roe"."""
    for pattern in (_ANGLE, _COLON):
        found = pattern.match(line, behind, behind + _LONGEST)
        if found and len(found["name"].split()) <= _MOST_WORDS:
            return _made(line, found, Form.STAMP)
    name = line[behind:]
    if len(line) > _LONGEST or not is_name(name, most=_MOST_WORDS) or len(name.split()) < _FULL:
        return None
    return Label(
        end=len(line), start=behind, stop=len(line), name=name, form=Form.STAMP, alone=True, beside=False
    )


def _is_label(name: str, form: Form, parts: dict[str, str | None]) -> bool:
    """Whether the words before a colon are no beginning of a sentence: capitalised, but for small ones."""
    words = name.removeprefix("RT ").split()
    if form is Form.FLOOR and "brackets" in parts:
        # "Mr Roe – who left" and "Riga (2014) – a port" are prose.
        titled, brackets = parts["title"], parts["brackets"] or ""
        return bool(titled and (brackets or words[-1].isupper())) or _CLOCK.search(brackets) is not None
    if form is not Form.COLON:
        return True
    small = [word for word in words if not (word[0].isupper() or word[0].isdigit() or word[0] == "@")]
    if words[0] in small:
        # Prose begins with a capital: a nick of a chat, or somebody described.
        return len(words) <= _FEW and not (_SMALL | _NO_LABELS) & set(words)
    post = words[-1].lower() in _POSTS or " ".join(words).casefold() in _ANYBODY
    return len(words) <= _MOST_WORDS and (post or _SMALL.issuperset(small))


def _named_in_bracket(found: re.Match[str]) -> Span | None:
    """Where the name stands that follows an office in brackets: "The Treasurer (Jane Roe):"."""
    office = found["name"].split()
    inside = _BRACKETED.fullmatch(found.groupdict().get("beside") or "")
    if inside is None or not (office[0] == "The" or any(word.lower() in _POSTS for word in office)):
        return None
    start = found.start("beside") + inside.start("name")
    return (start, start + len(inside["name"])) if is_name(inside["name"], fewest=_FULL) else None


def _made(line: str, found: re.Match[str], form: Form) -> Label:
    start, stop = _named_in_bracket(found) or found.span("name")
    if found["name"].startswith("RT "):
        start += len("RT ")
    honorific = _HONORIFIC.match(line, start, stop)
    start = honorific.end() if honorific else start
    stop = start + len(line[start:stop].rstrip(" .*_"))
    parts = found.groupdict()
    return Label(
        end=found.end(),
        start=start,
        stop=stop,
        name=line[start:stop],
        form=form,
        alone=found.end() >= len(line),
        beside=bool(parts.get("beside") or parts.get("post") or honorific or form is Form.FLOOR),
    )


_FORMS = (
    (Form.SURE, _VOICE),
    (Form.SURE, _ANGLE),
    (Form.NUMBER, _QA),
    (Form.FLOOR, _FLOOR),
    (Form.FLOOR, _RECORD),
    (Form.FLOOR, _HEARD),
    (Form.FLOOR, _CHAIRED),
    (Form.COLON, _COLON),
)
