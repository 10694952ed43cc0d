"""The parts of a message: its headers, its bodies, and what is attached to it."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.utils import getaddresses
from pathlib import PurePosixPath

from sociogram.errors import InputError
from sociogram.read.files.decode import is_text_encoding
from sociogram.read.formats.composer import one_line
from sociogram.read.phrases.correspondents import turned

_ENCRYPTED_TYPES = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_SEALS = frozenset(
    {"application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature"}
)
"""Parts that show who signed, and have no words."""
_SUFFIXES = {
    "text/plain": ".txt",
    "text/html": ".html",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_CONTAINER = re.compile(rb"^Content-Type:\s*(?:multipart|message)/", re.MULTILINE | re.IGNORECASE)
_MOST_CONTAINERS = 100
_DEEPEST = 60
"""Parts that hold parts, and how deep they may lie; the parser's time grows faster than their number."""
_MOST_HEADER = 4_000
_MOST_PEOPLE = 20_000
"""Characters of a header that are read, and of one that holds people: 500 with their addresses."""
_MOST_QUOTES = 2_000
"""Quotation marks of a header of people; with more it is no longer than another, for they take the parser longest."""
_MOST_BRACKETS = 50
"""Opening brackets of a header that are read: the parser goes into brackets within brackets by recursion."""
_OF_PEOPLE = frozenset({"from", "to", "cc", "bcc", "reply-to"})
_CUT = " \r\n \r\n"
"""What stands at the end of a header that was cut: blanks that are no part of its value, and that no file can hold."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that is attached: its name, its suffix in small letters, and its bytes."""

    name: str
    suffix: str
    content: bytes


@dataclass(slots=True)
class Parts:
    """The parts of a message in their order: bodies of text and of HTML, other messages, and files."""

    texts: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    messages: list[EmailMessage] = field(default_factory=list)
    files: list[Attachment] = field(default_factory=list)


def parse_message(content: bytes, source: str) -> EmailMessage:
    """The message in ``content``.

    Raises:
        InputError: If it is no message, or nested without end.
    """
    # The library's parser takes minutes over parts nested in the thousands.
    if len(_CONTAINER.findall(content)) > _MOST_CONTAINERS:
        raise InputError(source, "is nested too deeply", "save the inner messages as files of their own")
    message = message_from_bytes(content, policy=_BoundedPolicy())
    if not isinstance(message, EmailMessage) or not message.keys():
        raise InputError(source, "is no e-mail message: it has no headers", "save it as .txt if it is a text")
    return message


class _BoundedPolicy(policy.EmailPolicy):
    """The library's policy for long headers: it parses them in time that grows with the square of their length."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """A header's name and its value, of a long one the part up to the last comma within the limit.

        One with more brackets than anybody writes ends before them.
        """
        name, value = super().header_source_parse(sourcelines)
        many = name.lower() in _OF_PEOPLE and value.count('"') <= _MOST_QUOTES
        most = _MOST_PEOPLE if many else _MOST_HEADER
        kept = "(".join(value.split("(", _MOST_BRACKETS + 1)[: _MOST_BRACKETS + 1])
        if len(kept) == len(value) <= most:
            return name, value
        kept = kept[:most]
        whole, comma, _ = kept.rpartition(",")
        return name, (whole if comma else kept) + _CUT


def cut_headers(message: EmailMessage) -> list[str]:
    """The names of the headers of ``message`` that were too long, or had too many brackets, to be read whole."""
    return [name for name, value in message.raw_items() if str(value).endswith(_CUT)]


def find_parts(message: EmailMessage, source: str) -> Parts:
    """The parts of ``message``; those of attached messages are left in these.

    Raises:
        InputError: If it is encrypted, or nested without end.
    """
    found = Parts()
    pending: list[tuple[Message, int]] = [(message, 0)]
    while pending:
        part, depth = pending.pop()
        # The library leaves a comment in the type: "text/plain (plain text)".
        kind = part.get_content_type().partition("(")[0].strip() or "text/plain"
        if kind in _ENCRYPTED_TYPES:
            raise InputError(source, "is encrypted", "save it decrypted")
        if depth > _DEEPEST:
            raise InputError(source, "is nested too deeply", "save the inner messages as files of their own")
        payload = part.get_payload() if part.is_multipart() else None
        inner = [each for each in payload if isinstance(each, Message)] if isinstance(payload, list) else []
        if kind.startswith("multipart/"):
            pending += [(each, depth + 1) for each in reversed(inner)]
        elif inner:
            found.messages += [each for each in inner if isinstance(each, EmailMessage)]
        else:
            _add_leaf(part, kind, found)
    return found


def _add_leaf(part: Message, kind: str, found: Parts) -> None:
    name = one_line(part.get_filename() or "")
    apart = part.get_content_disposition() == "attachment" or bool(name)
    if kind == "text/plain" and not apart:
        found.texts.append(_content(part))
    elif kind == "text/html" and not apart:
        found.pages.append(_content(part))
    # A picture that stands in the text is no more told than one in a page.
    elif kind not in _SEALS and (apart or not kind.startswith(("image/", "text/", "multipart/"))):
        payload = _payload(part)
        suffix = PurePosixPath(name).suffix.lower() or _SUFFIXES.get(kind, "")
        found.files.append(Attachment(name or kind, suffix, payload if isinstance(payload, bytes) else b""))


def _content(part: Message) -> str:
    payload = _payload(part)
    return _decoded(payload, part.get_content_charset()) if isinstance(payload, bytes) else ""


def _payload(part: Message) -> object:
    """The bytes of ``part``; the library decodes them on its way, and fails where Python's "undefined" is named."""
    try:
        return part.get_payload(decode=True)
    except ValueError:
        part.set_param("charset", "utf-8")
        return part.get_payload(decode=True)


def _decoded(content: bytes, charset: str | None) -> str:
    """``content`` in whatever encoding; a wrong one gives marks of replacement."""
    for encoding in (charset or "utf-8", "utf-8"):
        if is_text_encoding(encoding):
            with contextlib.suppress(UnicodeDecodeError):
                return content.decode(encoding)
    return content.decode("cp1252", "replace")


def read_header(message: EmailMessage, name: str) -> str:
    """The value of a header on one line; empty where there is none, or none that can be read.

    Raw bytes beyond ASCII, which no header may hold, are decoded as those of the body are.
    """
    # A header that breaks the standard raises only when it is read; a zone of a date may be beyond any number.
    try:
        raw = next((value for key, value in message.raw_items() if key.lower() == name), "")
        raw = str(raw).removesuffix(_CUT)
        content = raw.encode("ascii", "surrogateescape")
        value = _decoded(content, _charset(message)) if not content.isascii() else raw
        return one_line(str(message.policy.header_fetch_parse(name, value)))
    except (MessageError, ValueError, IndexError, AttributeError, TypeError, KeyError, OverflowError):
        return ""


def _charset(message: EmailMessage) -> str | None:
    """The charset of the message's text, which its headers are taken to be written in, too."""
    part: Message = message
    for _ in range(_DEEPEST):
        payload = part.get_payload() if part.is_multipart() else None
        if part.get_content_maintype() != "multipart" or not isinstance(payload, list) or not payload:
            break
        first = payload[0]
        if not isinstance(first, Message):
            break
        part = first
    return part.get_content_charset()


def read_people(message: EmailMessage, name: str) -> list[str]:
    """The people of a header, by their names, else by their addresses."""
    people = [
        person.strip("'\" ") or address for person, address in getaddresses([read_header(message, name)])
    ]
    return [turned(person) for person in people if person]
