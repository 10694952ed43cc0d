"""Title, authors, publisher, recipients, date and genre from the words of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import BlockKind, Credit
from sociogram.read.credits.publication import DATED, find_published
from sociogram.read.layout.copies import find_copied
from sociogram.read.layout.letters import Letter
from sociogram.read.layout.lines import RUNNING_TEXT, Paragraph
from sociogram.read.layout.neighbours import about_author
from sociogram.read.layout.shapes import BYLINE_CUE, HEADER, is_address
from sociogram.read.phrases.names import is_name, is_outlet, list_names

_WORDS = load_vocabulary("read")
_WEEKDAYS = alternatives(load_vocabulary("times").values("weekdays"))
_TAIL_CREDITS = alternatives(_WORDS.words("tail-credits"))
_TAIL_EDITORS = alternatives(_WORDS.words("tail-editors"))
_OPINION = _WORDS.words("opinion")
_OPINION_STARTS = alternatives(_WORDS.words("opinion-starts"))
_OPINION_START = re.compile(rf"(?:{_OPINION_STARTS})\b", re.IGNORECASE)
_SPEECH_LABELS = _WORDS.words("speech-labels")
_SPEECH_NOUNS = alternatives(_WORDS.words("speech-nouns"))
_SPEECHES = alternatives(
    form for word in _WORDS.words("speeches") for form in (word, word.capitalize(), word.upper())
)
_SPEAKER_TITLES = alternatives(_WORDS.words("speaker-titles"))
_REPORT_LABELS = _WORDS.words("report-labels")
_REPORT_SECTIONS = _WORDS.words("report-sections")
_JOURNALIST_ROLES = _WORDS.words("journalist-roles")
_ASSISTANTS = _WORDS.values("assistants")
TAIL_CREDIT = re.compile(
    r"(?<=[\s.!?\"”'’])"
    rf"(?:{_TAIL_CREDITS})\s*:\s*"
    r"(?P<names>[A-Z][^:]{2,120}?)"
    r"(?:\s*(?:,|/\w{2,4})?\s*"
    rf"(?:{_TAIL_EDITORS})\s*:?\s*"
    r"[A-Z][\w .,'’-]{2,80})?\s*$"
)
_AT = re.compile(
    r"\b(?:at|for|with|of)\s+(?:the\s+)?(?P<name>(?:The\s+)?[A-Z][\w.&'’-]*(?:\s+(?:of\s+|and\s+|&\s+)?[A-Z][\w.&'’-]*){0,4})"
)
_AGENCY_DATELINE = re.compile(r"^[A-Z][\w.,' -]{2,60}\((?P<agency>[A-Z][\w .]{1,30})\)\s*[-–—]")
_SPEECH = re.compile(
    r"\b(?:remarks by|remarks of|speech (?:by|of|to|at)|address (?:by|to|of)|"
    r"full text of .{0,200}(?:speech|address|remarks)|statement by|state of the union)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    rf"(?:Full text of )?(?:{_SPEECH_NOUNS})(?: delivered)? (?:by|of) (?:(?:{_SPEAKER_TITLES}) )?"
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3})"
)
_NAME_WORDS = r"[A-Z][\w.'’-]*?(?: [A-Z][\w.'’-]*?){1,3}"
_OWN_SPEECH = re.compile(
    rf"(?:(?:Transcript|Full text|Text):? (?:of )?)?(?:(?:{_SPEAKER_TITLES}) )?(?P<name>{_NAME_WORDS})(?:['’]s|['’])"
    rf" (?:[\w-]+ ){{0,4}}(?:{_SPEECHES})\b",
)
_GIVEN_SPEECH = re.compile(
    rf"[^\n]{{0,80}}?\b(?:{_SPEECHES})\b[^\n]{{0,80}}? (?:by|of) (?:(?:{_SPEAKER_TITLES}) )?"
    rf"(?P<name>{_NAME_WORDS})(?=[,.;:(]| [a-z(–—-]|$)"
)
_SELF = re.compile(r"\b(?:I|my|My)\b")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credits:
    """What the words of a document say about it."""

    title: Credit | None = None
    authors: tuple[Credit, ...] = ()
    publisher: Credit | None = None
    recipients: tuple[Credit, ...] = ()
    copied: tuple[Credit, ...] = ()
    published: str | None = None
    genre: str = "text"


def find_authors(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> tuple[Credit, ...]:
    """The authors that bylines give, each once; the first byline goes before later ones."""
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        if kind is not BlockKind.BYLINE:
            continue
        line = paragraph.lines[0]
        cue = BYLINE_CUE.match(line.text)
        start = cue.end() if cue else 0
        names = list_names(line.text[start:], line.start + start)
        if names:
            return _unique(names)
    for paragraph in reversed(paragraphs):
        found = TAIL_CREDIT.search(paragraph.lines[-1].text)
        if found:
            line = paragraph.lines[-1]
            names = list_names(found["names"], line.start + found.start("names"))
            return _unique(names or [])
        if len(paragraph.text) > 200:
            break
    return ()


def find_credits(
    paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind], letters: Sequence[Letter]
) -> Credits:
    """All that the paragraphs of one document say about it."""
    title = _title(paragraphs, kinds)
    header = _headers(paragraphs, kinds)
    authors = find_authors(paragraphs, kinds) or header.authors
    letter = _own_letter(paragraphs, kinds, letters, authors)
    if letter is not None and letter.author is not None and not authors:
        authors = (letter.author,)
    if not authors:
        authors = _speaker(paragraphs, kinds)
    if not authors:
        authors = _tagline_authors(paragraphs, kinds) or _assistants(paragraphs, kinds)
    recipients = header.recipients or ((letter.recipient,) if letter is not None and letter.recipient else ())
    return Credits(
        title=title or header.title,
        authors=authors,
        publisher=_publisher(paragraphs, kinds),
        recipients=tuple(recipients),
        copied=header.copied or (find_copied(paragraphs[letter.closing :]) if letter is not None else ()),
        published=find_published(paragraphs, kinds, letter),
        genre=_genre(paragraphs, kinds, letter, header, authors),
    )


def _unique(names: Sequence[Credit]) -> tuple[Credit, ...]:
    found: dict[str, Credit] = {}
    for name in names:
        found.setdefault(name.value.lower(), name)
    return tuple(found.values())


def _title(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> Credit | None:
    for paragraph, kind in zip(paragraphs[:12], kinds, strict=False):
        if kind is BlockKind.HEADLINE:
            start, end = title_span(paragraph)
            value = paragraph.text[start:end].rstrip(" ;–—")
            return Credit(value=value, start=_place(paragraph, start), end=headline_end(paragraph))
        if kind in (BlockKind.PROSE, BlockKind.BULLET, BlockKind.QUOTE, BlockKind.SALUTATION):
            return None
    return None


def title_span(paragraph: Paragraph) -> tuple[int, int]:
    """A headline's text between a label ("[Analysis] "), or Markdown's marks, and a date behind it."""
    found = re.match(r"(?:\[[A-Z][\w ]{2,30}\]|#{1,6})\s+(?=\S)", paragraph.text)
    dated = DATED.search(paragraph.text)
    return (found.end() if found else 0), (dated.start() if dated else len(paragraph.text))


def headline_end(paragraph: Paragraph) -> int:
    """Where the words of a headline end in the document: before the date behind them, if there is one."""
    line = paragraph.lines[-1]
    dated = DATED.search(line.text)
    return line.start + dated.start() if dated else paragraph.end


def _place(paragraph: Paragraph, start: int) -> int:
    # Marks stand on the first line, before any run of blanks that `text` has made single.
    line = paragraph.lines[0].text
    return paragraph.start + (start if line[:start] == paragraph.text[:start] else 0)


def _headers(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> Credits:
    """The credits of e-mail headers ("From: …") at the top."""
    authors: list[Credit] = []
    recipients: list[Credit] = []
    copied: list[Credit] = []
    title: Credit | None = None
    seen: set[str] = set()
    lines = [
        line
        for paragraph, kind in zip(paragraphs[:12], kinds, strict=False)
        if kind is BlockKind.METADATA
        for line in paragraph.lines
    ]
    for line in lines:
        found = HEADER.match(line.text)
        if not found:
            continue
        key = found[1].lower()
        if key in seen:
            continue
        seen.add(key)
        value, start = line.text[found.end() :], line.start + found.end()
        if key == "from":
            authors += list_names(value, start) or []
        elif key == "to":
            recipients += list_names(value, start) or []
        elif key == "cc":
            copied += list_names(value, start) or []
        elif key in ("subject", "re"):
            title = Credit(value=value, start=start, end=line.end)
    if len(seen) < 2:
        return Credits()
    return Credits(
        title=title,
        authors=_unique(authors),
        recipients=_unique(recipients),
        copied=_unique(copied),
        genre="email",
    )


def _own_letter(
    paragraphs: Sequence[Paragraph],
    kinds: Sequence[BlockKind],
    letters: Sequence[Letter],
    authors: Sequence[Credit],
) -> Letter | None:
    """The letter that the document is: not one that an article with an author of its own quotes."""
    if len(letters) != 1 or (authors and letters[0].author is None and letters[0].recipient is None):
        return letters[0] if len(letters) == 1 and not authors else None
    letter = letters[0]
    within = sum(len(paragraph.text) for paragraph in paragraphs[letter.first : letter.last])
    whole = sum(
        len(paragraph.text)
        for paragraph, kind in zip(paragraphs, kinds, strict=True)
        if kind in (BlockKind.PROSE, BlockKind.QUOTE, BlockKind.BULLET)
    )
    return letter if within >= 0.6 * whole else None


def _speaker(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> tuple[Credit, ...]:
    """Who speaks, by the title ("Speech by Jane Roe to the council", "Jane Roe's speech" over words with "I")."""
    for paragraph, kind in zip(paragraphs[:6], kinds, strict=False):
        line = paragraph.lines[0]
        found = _SPEAKER.match(line.text) if kind is BlockKind.HEADLINE else None
        if found is None and kind is BlockKind.HEADLINE:
            found = _OWN_SPEECH.match(line.text) or _GIVEN_SPEECH.match(line.text)
            found = found if found and _says_i(paragraphs, kinds) else None
        if found and is_name(found["name"], fewest=2):
            start = line.start + found.start("name")
            return (Credit(value=found["name"], start=start, end=start + len(found["name"])),)
    return ()


def _says_i(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> bool:
    """Whether the prose has an "I" outside of quotation marks."""
    prose = (
        paragraph.text for paragraph, kind in zip(paragraphs, kinds, strict=True) if kind in RUNNING_TEXT
    )
    return any(_SELF.search(_QUOTED.sub(" ", text)) for text in prose)


def _tagline_authors(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> tuple[Credit, ...]:
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        if (
            kind is BlockKind.TAGLINE
            and (found := about_author(paragraph.text, ()))
            and found["verb"] != "contributed"
        ):
            name = found["name"]
            start = paragraph.start + paragraph.lines[0].text.find(name)
            return (Credit(value=name, start=start, end=start + len(name)),)
    return ()


def _assistants(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> tuple[Credit, ...]:
    """The language model that the references give as the text's maker: prompts quoted, its site named."""
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        if kind is not BlockKind.METADATA:
            continue
        for line in paragraph.lines:
            for site, name in _ASSISTANTS.items():
                place = line.text.lower().find(site)
                if place >= 0 and re.search(r"[“\"]", line.text):
                    return (Credit(value=name, start=line.start + place, end=line.start + place + len(site)),)
    return ()


def _publisher(paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> Credit | None:
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        if kind is BlockKind.TAGLINE:
            for found in _AT.finditer(paragraph.lines[0].text):
                lead = paragraph.lines[0].text[: found.start()].lower().split()[-4:]
                if _JOURNALIST_ROLES & {word.strip(",") for word in lead}:
                    start = paragraph.start + found.start("name")
                    return Credit(
                        value=found["name"].rstrip("."),
                        start=start,
                        end=start + len(found["name"].rstrip(".")),
                    )
    for index in range(len(paragraphs) - 1):
        name, address = paragraphs[index], paragraphs[index + 1]
        if kinds[index] is BlockKind.METADATA and is_imprint(name, address):
            return Credit(value=name.text, start=name.start, end=name.end)
    for paragraph, kind in zip(paragraphs[:8], kinds, strict=False):
        if kind is BlockKind.BYLINE and (outlet := _outlet(paragraph)):
            return outlet
        if kind is BlockKind.PROSE:
            found_agency = _AGENCY_DATELINE.match(paragraph.lines[0].text)
            if found_agency:
                start, end = found_agency.span("agency")
                return Credit(
                    value=found_agency["agency"], start=paragraph.start + start, end=paragraph.start + end
                )
    return None


def _outlet(paragraph: Paragraph) -> Credit | None:
    """The newspaper under a byline, or behind the name in it ("By Nora Quill, Rivertown Courier")."""
    line = paragraph.lines[0]
    cue = BYLINE_CUE.match(line.text)
    start = max(line.text.rfind(","), line.text.rfind("|")) + 1 if cue else 0
    name = line.text[start:].strip()
    if (cue and not start) or not is_outlet(name):
        return None
    place = line.start + line.text.index(name, start)
    return Credit(value=name, start=place, end=place + len(name))


def is_imprint(name: Paragraph, address: Paragraph) -> bool:
    """Whether a name over a URL is who publishes: the letters of the URL's host stand in the name."""
    if not is_name(name.text, most=6) or not is_address(address.text):
        return False
    host = re.sub(r"^(?:https?://)?(?:www\.)?|[/:?].*$", "", address.text.lower()).rsplit(".", 1)[0]
    host = re.sub(r"\W", "", host.removesuffix(".co"))
    return len(host) >= 3 and (host in re.sub(r"\W", "", name.text.lower()))


def _genre(
    paragraphs: Sequence[Paragraph],
    kinds: Sequence[BlockKind],
    letter: Letter | None,
    header: Credits,
    authors: Sequence[Credit],
) -> str:
    if header.genre == "email":
        return "email"
    if letter is not None:
        return "letter"
    labels = [
        paragraph.text.strip("[]():| ").lower()
        for paragraph, kind in zip(paragraphs[:6], kinds, strict=False)
        if kind is BlockKind.METADATA
    ]
    titles = [
        paragraph.text
        for paragraph, kind in zip(paragraphs[:8], kinds, strict=False)
        if kind is BlockKind.HEADLINE
    ]
    bracket = re.match(r"\[(?P<label>[^\]]+)\]", titles[0]) if titles else None
    if bracket:
        labels.append(bracket["label"].lower())
    if any(label in _OPINION for label in labels) or (titles and _OPINION_START.match(titles[0])):
        return "opinion"
    if any(_SPEECH.search(title) for title in titles) or any(label in _SPEECH_LABELS for label in labels):
        return "speech"
    sections = {
        paragraph.text.rstrip(":").lower()
        for paragraph, kind in zip(paragraphs, kinds, strict=True)
        if kind is BlockKind.HEADLINE
    }
    if any(label in _REPORT_LABELS for label in labels) or sections & _REPORT_SECTIONS:
        return "report"
    dated = any(kind is BlockKind.DATELINE for kind in kinds)
    wire = any(_AGENCY_DATELINE.match(paragraph.text) for paragraph in paragraphs[:4])
    return "article" if authors or wire or (titles and dated) or BlockKind.TAGLINE in kinds else "text"
