"""Documents of the messages of a thread: each with its own head, as if it had come alone."""

from __future__ import annotations

import re
from dataclasses import replace

from sociogram.model import BlockKind, Document, Skipped
from sociogram.read.formats.composer import Composer
from sociogram.read.layout.threads import MOST_MESSAGES, Message, Thread, split_thread

_SIGNATURE = re.compile(r"^-- ?$", re.MULTILINE)
_EDITED = frozenset({"article", "opinion", "report", "speech"})
"""Genres whose texts may show the head of a message as they show any other paper."""


def compose_message(message: Message, composer: Composer) -> None:
    """Add the head of ``message`` and its words; what its signature's mark begins is a signature."""
    composer.add_authors(list(message.authors), lead="From: ", kind=BlockKind.METADATA)
    composer.add_recipients(list(message.recipients))
    composer.add_copied(list(message.copied))
    composer.add_published(message.date, lead="Date: ")
    composer.add_title(message.subject)
    for piece in message.pieces:
        signature = _SIGNATURE.search(piece)
        composer.add(piece[: signature.start()] if signature else piece)
        if signature:
            composer.add(piece[signature.start() :], BlockKind.SIGNATURE)


def quoted_documents(thread: Thread, source: str) -> list[list[Document]]:
    """The documents of all messages but the outermost; those without words of their own give none."""
    parts: list[list[Document]] = []
    for message in thread.messages[1:]:
        composer = Composer()
        compose_message(message, composer)
        found = composer.documents(source=source, id="", genre="email") if message.pieces else []
        parts.append([replace(document, quoted=True) for document in found])
    return [part for part in parts if part]


def passed_over(thread: Thread, source: str) -> list[Skipped]:
    """What of the thread was not read, told once."""
    if not thread.left_out:
        return []
    reason = (
        f"quotes {thread.left_out:,} messages more than the {MOST_MESSAGES:,} that are read; save them alone"
    )
    return [Skipped(document=source, stage="read", reason=reason)]


def thread_in_text(text: str, source: str) -> tuple[list[list[Document]], list[Skipped]] | None:
    """The documents of a mail saved as plain text, its own words first; ``None`` where ``text`` quotes no message.

    An article that shows a message is not cut: what follows the message there is the article's.
    """
    thread = split_thread(text, mail=False)
    own = thread.messages[0]
    if not any(message.headed and message.pieces for message in thread.messages[1:]):
        return None
    composer = Composer()
    compose_message(own, composer)
    first = composer.documents(source=source, id="", genre="email" if own.headed else None)
    if not own.headed and any(document.genre in _EDITED for document in first):
        return None
    return [first, *quoted_documents(thread, source)], passed_over(thread, source)
