"""Messages that Outlook saved (.msg), read as the e-mail that they were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import format_datetime
from typing import Any

from sociogram.errors import InputError
from sociogram.model import Document, Skipped
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.composer import one_line
from sociogram.read.formats.mail import MailReader


@dataclass(frozen=True)
class OutlookReader:
    """Reads a message with python-oxmsg, and what it holds as the reader of e-mail does."""

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".msg",)

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The message; raises ``InputError`` if it is none, or has no text."""
        from oxmsg import Message

        try:
            message: Any = Message.load(content)
            mail = _mail(message)
        except Exception as error:
            # The library raises whatever the damage leads to.
            reason = "is damaged, or no message of Outlook"
            raise InputError(source, reason, "save it again, or as .eml") from error
        yield from MailReader(options=self.options).read(mail.as_bytes(), source)


def _mail(message: Any) -> EmailMessage:
    mail = EmailMessage()
    people = ", ".join(
        f'"{one_line(person.name)}" <{one_line(person.email_address)}>'
        for person in message.recipients
        if person.email_address
    )
    sent = message.sent_date
    headers = {
        "From": one_line(message.sender), "To": people, "Subject": one_line(message.subject),
        "Date": format_datetime(sent) if sent else "",
    }  # fmt: skip
    for name, value in headers.items():
        if value:
            mail[name] = value
    page = message.html_body
    mail.set_content(message.body or "")
    if page and not (message.body or "").strip():
        mail.set_content(page, subtype="html")
    for attached in message.attachments:
        if attached.file_bytes:
            kind, _, subtype = (attached.mime_type or "application/octet-stream").partition("/")
            mail.add_attachment(
                attached.file_bytes,
                maintype=kind,
                subtype=subtype or "octet-stream",
                filename=attached.file_name,
            )
    return mail


READER = OutlookReader()
