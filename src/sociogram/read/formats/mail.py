"""E-mail messages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import getaddresses

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import BlockKind, Document, Skipped
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.composer import Composer, one_line
from sociogram.read.formats.html import compose_page
from sociogram.read.layout.shapes import HEADER

_ENCRYPTED_TYPES = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_EARLIER = re.compile(
    r"^(?:-{2,} ?(?:Original Message|Forwarded message|Forwarded by .*?) ?-{2,}|Begin forwarded message:|_{20,})[ \t]*$"
    r"|^On [^\n]{6,120}(?:\n[^\n]{1,80})? wrote:[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_CONTAINER = re.compile(rb"^Content-Type:\s*(?:multipart|message)/", re.MULTILINE | re.IGNORECASE)
_MOST_CONTAINERS = 100
_DEEPEST = 60
"""Parts that hold parts, and how deep they may lie; the parser's time grows faster than their number."""


@dataclass(frozen=True)
class MailReader:
    """Reads one message: its headers as metadata lines, then its plain text, else its HTML.

    Attachments are passed over.
    """

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".eml",)

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The message; raises ``InputError`` if it is encrypted or has no text."""
        yield from read_message(content, source, slug(source), self.options)


def read_message(content: bytes, source: str, id: str, options: ReadOptions) -> list[Document]:  # noqa: A002
    """The document of one message.

    Raises:
        InputError: If it is no message, encrypted, nested without end, or without text.
    """
    # The library's parser takes minutes over parts nested in the thousands.
    if len(_CONTAINER.findall(content)) > _MOST_CONTAINERS:
        raise InputError(source, "is nested too deeply", "save the inner messages as files of their own")
    message = message_from_bytes(content, policy=policy.default)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise InputError(source, "is no e-mail message: it has no headers", "save it as .txt if it is a text")
    parts = _parts(message, source)
    composer = Composer()
    composer.add_authors(_people(message, "from"), lead="From: ", kind=BlockKind.METADATA)
    composer.add_recipients(_people(message, "to"))
    composer.add_published(_header(message, "date"), lead="Date: ")
    composer.add_title(_header(message, "subject"))
    before = composer.text()
    plain = next((part for part in parts if part.get_content_type() == "text/plain"), None)
    page = next((part for part in parts if part.get_content_type() == "text/html"), None)
    body = _content(plain) if plain is not None else ""
    if body.strip():
        if "-----BEGIN PGP MESSAGE-----" in body:
            raise InputError(source, "is encrypted", "save it decrypted")
        _add_body(body, composer)
    elif page is not None:
        compose_page(_content(page), composer, with_metadata=False)
    if composer.text() == before:
        raise InputError(
            source, "is a message without text", "save its attachment as a file, if that is the document"
        )
    options.check_text(composer.text(), source)
    return composer.documents(source=source, id=id, genre="email")


def _parts(message: EmailMessage, source: str) -> list[EmailMessage]:
    """The parts that are no attachments, those of attached messages left out."""
    found: list[EmailMessage] = []
    pending: list[tuple[EmailMessage, int]] = [(message, 0)]
    while pending:
        part, depth = pending.pop()
        kind = part.get_content_type()
        if kind in _ENCRYPTED_TYPES:
            raise InputError(source, "is encrypted", "save it decrypted")
        if depth > _DEEPEST:
            raise InputError(source, "is nested too deeply", "save the inner messages as files of their own")
        payload = part.get_payload()
        if part.is_multipart() and kind.startswith("multipart/") and isinstance(payload, list):
            pending += [(inner, depth + 1) for inner in reversed(payload) if isinstance(inner, EmailMessage)]
        elif kind.startswith("text/") and part.get_content_disposition() != "attachment":
            found.append(part)
    return found


def _content(part: EmailMessage) -> str:
    """The text of a part, in whatever encoding; a wrong one gives marks of replacement."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    for encoding in (part.get_content_charset() or "utf-8", "utf-8"):
        try:
            return payload.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
    return payload.decode("cp1252", "replace")


def _header(message: EmailMessage, name: str) -> str:
    # A header that breaks the standard raises only when it is read.
    try:
        return one_line(str(message.get(name) or ""))
    except (MessageError, ValueError, IndexError, AttributeError, TypeError, KeyError):
        return ""


def _people(message: EmailMessage, name: str) -> list[str]:
    people = [person.strip("'\" ") or address for person, address in getaddresses([_header(message, name)])]
    return [_turned(person) for person in people if person]


def _turned(person: str) -> str:
    """Jane Roe, where the header has "Roe, Jane"."""
    last, comma, first = person.partition(",")
    return f"{first.strip()} {last.strip()}" if comma and first.strip() and "," not in first else person


def _add_body(body: str, composer: Composer) -> None:
    """Add the message's own words, then those of the messages that it repeats, as quotes."""
    earlier = _EARLIER.search(body)
    own = body[: earlier.start()] if earlier else body
    signature = _SIGNATURE.search(own)
    composer.add(own[: signature.start()] if signature else own)
    if signature:
        composer.add(own[signature.start() :], BlockKind.SIGNATURE)
    if not earlier:
        return
    composer.add(earlier[0], BlockKind.METADATA)
    for piece in re.split(r"\n[ \t]*\n", body[earlier.end() :].replace("\r\n", "\n")):
        bare = piece.strip().lstrip("> ")
        composer.add(
            piece, BlockKind.METADATA if HEADER.match(bare) or _EARLIER.search(piece) else BlockKind.QUOTE
        )


READER = MailReader()
