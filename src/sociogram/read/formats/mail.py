"""E-mail messages."""

from __future__ import annotations

import dataclasses
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Document, Skipped
from sociogram.read.files.guard import guarded, skipped
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats import docx, html, markdown, pdf, text
from sociogram.read.formats.composer import Composer, lay_out
from sociogram.read.formats.html import compose_page
from sociogram.read.formats.mail_page import page_lines
from sociogram.read.formats.mail_parts import (
    Attachment,
    Parts,
    cut_headers,
    find_parts,
    parse_message,
    read_header,
    read_people,
)
from sociogram.read.formats.thread import compose_message, passed_over, quoted_documents
from sociogram.read.layout.threads import Message, Thread, split_thread

_ATTACHED = (docx.READER, html.READER, markdown.READER, pdf.READER, text.READER)
_MOST_ATTACHED = 100
"""Attached messages and files of one mail that are read."""


@dataclass(frozen=True)
class MailReader:
    """Reads one message: its headers as metadata lines, then its plain text, else its HTML.

    The messages that it quotes or forwards, attached messages, and attached files of a format with running text are
    documents of their own.
    """

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".eml",)

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The message and those in it; raises ``InputError`` if it is encrypted or has no text."""
        yield from read_message(content, source, slug(source), self.options)


def read_message(
    content: bytes,
    source: str,
    id: str,  # noqa: A002
    options: ReadOptions,
) -> list[Document | Skipped]:
    """The documents of one message: its own, those that it quotes, those attached; and what was passed over.

    Raises:
        InputError: If it is no message, encrypted, nested without end, or without text.
    """
    mail = _Mail(options)
    mail.add(parse_message(content, source), source)
    while mail.pending:
        mail.add_attached(*mail.pending.popleft())
    documents = lay_out(mail.parts, id)
    if documents:
        options.check_text(documents[0].text, source)
    return [*documents, *mail.skipped]


class _Mail:
    """What one file of mail gives, message by message; ``pending`` are the attached ones still to be read."""

    def __init__(self, options: ReadOptions) -> None:
        self._options = options
        self._readers = {
            suffix: dataclasses.replace(reader, options=options)
            for reader in _ATTACHED
            for suffix in reader.suffixes
        }
        self._attached = 0
        self.parts: list[list[Document]] = []
        self.skipped: list[Skipped] = []
        self.pending: deque[tuple[EmailMessage, str]] = deque()

    def add(self, message: EmailMessage, place: str) -> None:
        """Read the message whose source is ``place``, and the files attached to it.

        Raises:
            InputError: If it is encrypted, nested without end, or without text.
        """
        parts = find_parts(message, place)
        composer = Composer()
        thread = _compose(message, parts, composer, place)
        quoted = quoted_documents(thread, place)
        if not thread.messages[0].pieces and not quoted and not parts.messages and not parts.files:
            raise InputError(place, "is a message without text", "give one that has words")
        self.parts += [composer.documents(source=place, id="", genre="email"), *quoted]
        self.skipped += passed_over(thread, place)
        for name in cut_headers(message):
            reason = (
                f"the end of its header '{name}' is passed over, it is too long; save it with a shorter one"
            )
            self.skipped.append(Skipped(document=place, stage="read", reason=reason))
        for number, each in enumerate(parts.messages, start=1):
            self._later(each, _below(place, f"attached-{number}"))
        for file in parts.files:
            self._add_file(file, place)

    def add_attached(self, message: EmailMessage, place: str) -> None:
        """Read an attached message; one that cannot be read leaves the others alone."""
        try:
            self.add(message, place)
        except InputError as error:
            self.skipped.append(skipped(error))

    def _later(self, message: EmailMessage, place: str) -> None:
        if self._may_read(place):
            self.pending.append((message, place))

    def _add_file(self, file: Attachment, place: str) -> None:
        source = _below(place, file.name)
        if file.suffix == ".eml":
            try:
                self._later(parse_message(file.content, source), source)
            except InputError as error:
                self.skipped.append(skipped(error))
            return
        reader = self._readers.get(file.suffix)
        if reader is None:
            reason = "is attached in a format that is not read from mail"
            self.skipped.append(
                skipped(InputError(source, reason, "save the attachment as a file of its own"))
            )
        elif self._may_read(source):
            found = list(guarded(reader, file.content, source))
            self.parts.append([each for each in found if isinstance(each, Document)])
            self.skipped += [each for each in found if isinstance(each, Skipped)]

    def _may_read(self, source: str) -> bool:
        self._attached += 1
        if self._attached == _MOST_ATTACHED + 1:
            reason = f"and what is attached after it is over the limit of {_MOST_ATTACHED:,} in one mail"
            self.skipped.append(
                skipped(InputError(source, reason, "save the attachments as files of their own"))
            )
        return self._attached <= _MOST_ATTACHED


def _compose(message: EmailMessage, parts: Parts, composer: Composer, place: str) -> Thread:
    """Add the message's head and own words to ``composer``; gives the thread that its text is.

    Raises:
        InputError: If the text is encrypted, or a page nested too deeply.
    """
    body, page = "\n\n".join(parts.texts), "\n".join(parts.pages)
    if "-----BEGIN PGP MESSAGE-----" in body:
        raise InputError(place, "is encrypted", "save it decrypted")
    plain = bool(body.strip())
    thread = split_thread(body if plain else page_lines(page, place))
    whole = not plain and len(thread.messages) == 1
    head = Message(
        authors=tuple(read_people(message, "from")),
        recipients=tuple(read_people(message, "to")),
        copied=tuple(read_people(message, "cc")),
        date=read_header(message, "date"),
        subject=read_header(message, "subject"),
        pieces=() if whole else thread.messages[0].pieces,
    )
    compose_message(head, composer)
    if whole and page.strip():
        # A page without other messages keeps its tables, lists and headings.
        compose_page(page, composer, with_metadata=False)
    return thread


def _below(place: str, name: str) -> str:
    """The source of what is attached to ``place``: "m.eml#contract.pdf", "m.mbox#3/contract.pdf"."""
    bare = name.replace("/", "_").replace("#", "_")
    return f"{place}/{bare}" if "#" in place else f"{place}#{bare}"


READER = MailReader()
