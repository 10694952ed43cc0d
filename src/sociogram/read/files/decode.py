"""From bytes to text: what the first bytes tell, and the encoding."""

from __future__ import annotations

import codecs
import re

from sociogram.errors import InputError
from sociogram.read.files.zipped import zip_format

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_BINARY_SHARE = 0.3
"""Control characters among all characters, from which on a content is no text."""
_SAMPLE = 200_000
"""Characters or bytes that are looked at; the rest of a file is in the same encoding."""
_FEWEST_FOREIGN = 0.05
_FEWEST_HIGH = 400
"""Bytes beyond ASCII, as a share of the content and as a number, below which an encoding would be a guess."""
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG", "an image"), (b"\xff\xd8\xff", "an image"), (b"GIF8", "an image"), (b"II*\0", "an image"),
    (b"RIFF", "sound or pictures"), (b"ID3", "sound"), (b"OggS", "sound"), (b"\0\0\0\x18ftyp", "a video"),
    (b"\x1f\x8b", "a compressed file"), (b"BZh", "a compressed file"), (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "an archive"), (b"Rar!", "an archive"), (b"\x7fELF", "a program"), (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)  # fmt: skip
# What an old Western text holds besides ASCII: letters inside words, and typographic signs.
_WESTERN = re.compile(
    # From the first of a row of accented letters alone, since each of them would look through the rest.
    r"(?<![À-ÖØ-öø-ÿŠšŽžŒœŸ])[À-ÖØ-öø-ÿŠšŽžŒœŸ]*[A-Za-z][A-Za-zÀ-ÖØ-öø-ÿŠšŽžŒœŸ]*|[‘’“”–—…•€£¥§©®°™«»\xa0·¿¡½¼¾ºª]|[àÀéÉ]\b|[\x00-\x7f]"
)
_MESSAGE = "__substg1.0_".encode("utf-16-le")
"""How the names of the parts of an Outlook message begin ([MS-OXMSG] 2.1)."""
_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xe9][\x80-\xbf]")


_NO_TEXT = frozenset(
    {"unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined", "unicode-internal"}
)
"""What Python calls encodings of text, and what no file is in: notations of programs and of network names."""


def is_text_encoding(name: str) -> bool:
    """Whether Python knows the encoding ``name`` and files of text may be in it."""
    try:
        "".encode(name)
        return codecs.lookup(name).name.replace("_", "-") not in _NO_TEXT
    except (LookupError, ValueError):
        # Of a name with a NUL, and of the codec "undefined".
        return False


def sniff(content: bytes) -> str | None:
    """The suffix of the format that the first bytes show, ``.zip`` and ``.ole`` among them; or ``None``."""
    head = content[:2048]
    if b"%PDF-" in head[:1024]:
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        return zip_format(content)
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return ".msg" if _MESSAGE in content else ".ole"
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()[:300].lower()
    if start.startswith((b"<!doctype html", b"<html")):
        return ".html"
    if re.match(rb"From \S+ .*\d{4}", head) and re.search(
        rb"^(?:From|To|Subject|Date|Message-ID): ", head, re.MULTILINE | re.IGNORECASE
    ):
        return ".mbox"
    return None


def decode(content: bytes, source: str, encoding: str | None = None) -> str:
    """``content`` as text, without the byte order mark and otherwise unaltered.

    Raises:
        InputError: If it is empty, no text, or in no encoding that can be told.
    """
    if not content.strip():
        raise InputError(source, "is empty", "give a file with text")
    for magic, what in _SIGNATURES:
        if content.startswith(magic):
            raise InputError(
                source, f"is no text but {what}", "give a text, HTML, PDF, Word, mail or table file"
            )
    text = _decoded(content, source, encoding)
    if len(_CONTROLS.findall(text[:_SAMPLE])) > _BINARY_SHARE * min(len(text), _SAMPLE):
        raise _binary(source)
    if not text.strip():
        raise InputError(source, "is empty", "give a file with text")
    return text


def _decoded(content: bytes, source: str, encoding: str | None) -> str:
    if encoding is not None:
        if not is_text_encoding(encoding):
            reason = f"cannot be read in '{encoding}', which is no encoding of text"
            raise InputError(source, reason, "name another with --encoding")
        try:
            return content.decode(encoding).removeprefix("\ufeff")
        except UnicodeDecodeError as error:
            raise InputError(
                source, f"is not in the encoding '{encoding}' ({error})", "name another with --encoding"
            ) from error
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _marked(content[len(mark) :], name, source)
    wide = _wide_encoding(content)
    if wide:
        return _marked(content, wide, source)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(content, source, error)


def _marked(content: bytes, encoding: str, source: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            source,
            f"begins as {encoding.upper()} but is not valid in it (byte {error.start:,})",
            "save it again as UTF-8",
        ) from error


def _wide_encoding(content: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte of Latin text is NUL."""
    sample = content[: _SAMPLE - _SAMPLE % 2]
    if len(sample) < 4 or len(content) % 2:
        return None
    half = len(sample) // 2
    if sample[1::2].count(0) > 0.7 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.7 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _legacy(content: bytes, source: str, error: UnicodeDecodeError) -> str:
    """A text in an old one-byte or East Asian encoding; damaged UTF-8 is refused, not guessed."""
    if b"\0" in content:
        raise _binary(source)
    good = len(_UTF8_SEQUENCE.findall(content))
    high = sum(byte >= 0x80 for byte in content[:_SAMPLE])
    damaged = InputError(
        source,
        f"is not valid UTF-8 (byte {error.start:,}) nor surely anything else",
        "save it again as UTF-8, or name its encoding with --encoding",
    )
    if good > 0.5 * high / 2:
        raise damaged
    try:
        western = content.decode("cp1252")
    except UnicodeDecodeError:
        western = ""
    if western and not _WESTERN.sub("", western[:_SAMPLE]):
        return western
    # A few odd bytes in English are damage: any code page would seem to fit.
    # A few words in another alphabet fool the detector, too.
    if high < max(_FEWEST_FOREIGN * min(len(content), _SAMPLE), _FEWEST_HIGH):
        raise _binary(source) if high > 0.3 * len(content) and not _is_texty(content) else damaged
    from charset_normalizer import from_bytes

    matches = from_bytes(content[:_SAMPLE], threshold=0.1)
    best = matches.best()
    if best is None or best.encoding in ("ascii", "utf_8") or best.coherence < 0.2:
        raise _binary(source) if high > 0.3 * min(len(content), _SAMPLE) else damaged
    # Two alphabets that fit equally well would be a guess.
    if any(str(match) != str(best) and match.coherence >= best.coherence for match in matches):
        raise damaged
    try:
        return content.decode(best.encoding)
    except UnicodeDecodeError:
        raise damaged from error


def _is_texty(content: bytes) -> bool:
    """Whether hardly any byte is a control character."""
    return len(_CONTROLS.findall(content[:_SAMPLE].decode("latin-1"))) < 0.02 * min(len(content), _SAMPLE)


def _binary(source: str) -> InputError:
    return InputError(source, "is binary, not text", "give a text, HTML, PDF, Word, mail or table file")
