"""What kind of block a paragraph looks like by itself, without its neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable

from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.sentence_ends import ends_sentence
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import BlockKind
from sociogram.read.layout.lines import Paragraph, bullet_mark
from sociogram.read.phrases.dates import find_date, is_date_alone
from sociogram.read.phrases.names import list_names

_WORDS = load_vocabulary("read")
_BYLINE_CUES = alternatives(_WORDS.words("byline-cues"))
_DATE_CUES = alternatives(
    _WORDS.words("publication-cues") | _WORDS.words("dating-cues") | _WORDS.words("version-cues")
)
_SIGNOFF_AGENCIES = alternatives(_WORDS.words("signoff-agencies"))
_PICTURE_CREDITS = alternatives(_WORDS.words("picture-credits"))
_PICTURE_AGENCIES = alternatives(_WORDS.words("picture-agencies"))
_NUMBERED_PARTS = alternatives(_WORDS.words("numbered-parts"))
_SMALL = _WORDS.words("title-case-small")
_KICKERS = _WORDS.words("kickers") | _WORDS.words("opinion")
_SECTION_WORDS = _WORDS.words("section-words")
_FURNITURE_STARTS = _WORDS.ordered("furniture-starts")
_PROSE_STARTS = _WORDS.words("prose-starts")
_CAPTION_STARTS = _WORDS.ordered("caption-starts")
# Markdown sets bylines in emphasis.
BYLINE_CUE = re.compile(r"[*_]{0,3}" rf"(?:{_BYLINE_CUES})(?:\s*:\s*|\s+)(?=\S)")
DATE_CUE = re.compile(
    rf"(?:First |Last |Originally |Article )?(?P<cue>{_DATE_CUES})\b(?: on| at)?\s*(?::\s*)?",
    re.IGNORECASE,
)
PLACE_AND_DATE = re.compile(
    r"[A-Z][\w.'’-]{1,60}(?: [A-Z][\w.'’-]{1,60}){0,2}, (?:[A-Z][\w.]+, )?(?=[A-Z\d])"
)
HEADER = re.compile(
    r"(From|To|Cc|Bcc|Sent|Date|Subject|Reply-To|Re|Fwd|Attachments?|Importance)\s*:\s*(?=\S)", re.IGNORECASE
)
SALUTATION = re.compile(
    r"(?:My |Our )?(?:Dear|Dearest|DEAR)\s+(?P<who>\S[^\n]{0,80}?)\s*[,:;!—–-]\s*$|To whom it may concern\s*[,:.]?$",
    re.IGNORECASE,
)
SIGNOFF = re.compile(
    r"(?<=[\s.!?\"”'’])(?:[A-Za-z]{2,5}(?:/[a-z]{2,4})+|[a-z]{2,4}"
    rf"(?= \([^()]*\b(?:{_SIGNOFF_AGENCIES})\b))"
    r" ?\((?P<agencies>[A-Za-z][\w .]*(?:, ?[A-Za-z][\w .]*)*)\)\.?\s*$"
)
_URL = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)[^\s@]+@[^\s@]+\.\w+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|gov|edu|co\.uk|info|news)(?:/\S*)?",
    re.IGNORECASE,
)
_FINAL = re.compile(r"[.!?…](?:[\"'”’)\]»]|\[\d+\])*$")
_FEWEST_WORDS = 3
"""Words of a sentence: who does what."""
_CREDIT_END = re.compile(
    r"\((?:[^()/:]{2,60}/[^()/]{2,60}|"
    rf"(?:{_PICTURE_CREDITS})\b[^()]*|[^()]*(?:{_PICTURE_AGENCIES}))\)\.?$"
    r"|\b(?:Getty Images|AP Photo/[\w .]+|REUTERS/[\w .]+|CC BY(?:-SA|-NC|-ND)*(?: \d\.\d)?"
    r"|Image: [^.]{2,60}\.?|Photo: [^.]{2,60}\.?)$"
)
_GLUE = re.compile(r"\S \S{0,60}?[a-z’'%)]{3}[A-Z][a-z]{2}\S* \S")
_COLUMN_GAP = re.compile(r"\S(?:\t| {3}| \| |\|)\s*\S")
_NUMBERED = re.compile(
    r"(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[A-H])[.)]|"
    rf"(?:{_NUMBERED_PARTS})\s+(?:[IVX]+|\d+|[A-Z])\b[:.]?|"
    r"#{1,6})\s+"
)


def is_final(text: str) -> bool:
    """Whether ``text`` ends as a sentence ends."""
    return bool(_FINAL.search(text))


def is_shouted_sentence(text: str) -> bool:
    """Whether ``text`` is three words or more in capitals with a full stop that ends no abbreviation ("ACME CORP.")."""
    return text.isupper() and len(text.split()) >= _FEWEST_WORDS and is_final(text) and ends_sentence(text)


def heading_mark(text: str) -> int:
    """How many characters of ``text`` number a section or mark a heading; 0 for none."""
    found = _NUMBERED.match(text)
    return found.end() if found and found.end() < len(text) else 0


def is_title_case(text: str, *, of: float = 0.8) -> bool:
    """Whether nearly all words of ``text`` that could be capitalised are (the share ``of``), two at least."""
    words = [word.strip("“”\"'‘’()[]:,;.?!-–—") for word in text.split()]
    words = [word for word in words if word and word[0].isalpha() and word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 2 and capitals >= of * len(words)


def could_be_heading(text: str) -> bool:
    """Whether ``text`` is short, begins like a heading and does not end like a sentence."""
    if not 2 <= len(text) <= 160 or len(text.split()) > 24 or text[-1] in ",;:-–—" or is_final(text):
        return False
    body = text[heading_mark(text) :]
    first = body.lstrip("“\"'‘[(¿¡#* ")[:1]
    return (
        bool(first)
        and (first.isupper() or first.isdigit())
        and any(character.isalpha() for character in body)
    )


def is_table_row(paragraph: Paragraph) -> bool:
    """Whether one line is cells held apart by tabs, bars or wide gaps."""
    text = paragraph.lines[0].text if len(paragraph.lines) == 1 else ""
    return bool(text) and not is_final(text) and bool(_COLUMN_GAP.search(text))


def is_glued(text: str) -> bool:
    """Whether ``text`` shows two cells stuck together ("ObjectivesMusk")."""
    return bool(_GLUE.search(text))


def is_kicker(text: str) -> bool:
    """Whether ``text`` is the label of a section, like COMMENTARY."""
    return text.strip("[]():| ").lower() in _KICKERS


def is_address(text: str) -> bool:
    """Whether ``text`` is nothing but URLs and e-mail addresses."""
    if not text or len(text) > 500 or not ("." in text or "@" in text):
        return False
    return not re.sub(r"[\s,|;:()<>\[\]•·-]+", "", _URL.sub("", text))


def starts_furniture(text: str) -> bool:
    """Whether a short paragraph begins like a link, a plug or another part of the page."""
    lower = text.lower()
    return len(text) <= 240 and lower.startswith(_FURNITURE_STARTS) and not _is_sentence_of_prose(text)


def _is_sentence_of_prose(text: str) -> bool:
    """Whether a paragraph that begins like furniture ("Subscribe …") is long, ended prose all the same."""
    first = text.split(None, 1)[0].lower().strip("[]:©")
    return first in _PROSE_STARTS and ":" not in text[:20] and len(text.split()) > 5 and is_final(text)


def _furniture(paragraph: Paragraph) -> BlockKind | None:
    text = paragraph.text
    if not any(character.isalnum() for character in text):
        return BlockKind.FURNITURE
    if is_address(text) or starts_furniture(text):
        return BlockKind.FURNITURE
    words = text.split()
    if len(words) > 1 and all(word.startswith("#") and len(word) > 1 for word in words):
        return BlockKind.FURNITURE
    return None


def _header(paragraph: Paragraph) -> BlockKind | None:
    if is_kicker(paragraph.text):
        return BlockKind.METADATA
    return BlockKind.METADATA if len(paragraph.text) <= 200 and HEADER.match(paragraph.text) else None


def _dateline(paragraph: Paragraph) -> BlockKind | None:
    text = paragraph.text
    if is_date_alone(text):
        return BlockKind.DATELINE
    if len(text) <= 60 and PLACE_AND_DATE.match(text) and is_date_alone(PLACE_AND_DATE.sub("", text)):
        return BlockKind.DATELINE
    cue = DATE_CUE.match(text)
    if cue and len(text) <= 160:
        found = find_date(text)
        if (
            found
            and found.start - cue.end() <= 30
            and len(text) - found.end <= 60
            and not _has_verb_behind(text, found.end)
        ):
            return BlockKind.DATELINE
    return None


def _has_verb_behind(text: str, end: int) -> bool:
    rest = [
        word
        for word in re.findall(r"[A-Za-z]{2,}", text[end:])
        if word.lower() not in {"am", "pm", "at", "on"}
    ]
    return len([word for word in rest if word.islower()]) > 2


def _byline(paragraph: Paragraph) -> BlockKind | None:
    text = paragraph.text
    cue = BYLINE_CUE.match(text)
    if not cue or len(text) > 160 or (is_final(text) and not text.rstrip(".").endswith((" Jr", " Sr"))):
        return None
    return BlockKind.BYLINE if list_names(text[cue.end() :], 0) else None


def _salutation(paragraph: Paragraph) -> BlockKind | None:
    return BlockKind.SALUTATION if len(paragraph.text) <= 100 and SALUTATION.match(paragraph.text) else None


def _caption(paragraph: Paragraph) -> BlockKind | None:
    text = paragraph.text
    if len(text) > 500:
        return None
    if _CREDIT_END.search(text):
        return BlockKind.CAPTION
    return BlockKind.CAPTION if text.lower().startswith(_CAPTION_STARTS) and len(text) <= 300 else None


def _quote(paragraph: Paragraph) -> BlockKind | None:
    return BlockKind.QUOTE if paragraph.text.startswith(">") else None


def _bullet(paragraph: Paragraph) -> BlockKind | None:
    return BlockKind.BULLET if bullet_mark(paragraph.lines[0].text) else None


def _section(paragraph: Paragraph) -> BlockKind | None:
    text = paragraph.text
    if text.rstrip(":.").lower() in _SECTION_WORDS:
        return BlockKind.HEADLINE
    if heading_mark(text) and could_be_heading(text):
        return BlockKind.HEADLINE
    if 5 <= len(text) <= 160 and text.isupper() and " " in text and not text.endswith((",", ";")):
        if is_shouted_sentence(text):
            return None
        return BlockKind.HEADLINE
    return None


_SHAPES: tuple[Callable[[Paragraph], BlockKind | None], ...] = (
    _furniture, _quote, _dateline, _header, _byline, _salutation, _caption, _section, _bullet,
)  # fmt: skip


def shape_of(paragraph: Paragraph) -> BlockKind:
    """The kind that the words of ``paragraph`` alone show; prose where nothing shows."""
    for shape in _SHAPES:
        if kind := shape(paragraph):
            return kind
    return BlockKind.PROSE
