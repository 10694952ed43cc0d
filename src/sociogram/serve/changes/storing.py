"""The story of a case that comes over the wire: checked, and then written to ``story.jsonl`` at once."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from sociogram.case.lock import judgements_lock
from sociogram.errors import InputError, UsageError
from sociogram.knowledge.case_files import STORY_FILE
from sociogram.knowledge.user_tables import is_file_or_none
from sociogram.serve.workers.jobs import RefusalError
from sociogram.story.story_file import format_story, parse_story, read_story
from sociogram.write.files.atomic import open_atomic

_LOCK_SECONDS = 10.0
"""Seconds for which a story waits for another writer of the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptStory:
    """The content of the file, and by which name a writer says that he knows it; both empty without a file."""

    content: str
    version: str


def kept_story(folder: Path) -> KeptStory:
    """The story of the case in ``folder``.

    Raises:
        InputError: If it cannot be read or understood.
    """
    path = folder / STORY_FILE
    story = read_story(path)
    if story is None:
        return KeptStory(content="", version="")
    return KeptStory(content=format_story(story), version=_version(path))


def keep_story(folder: Path, content: object, known: object) -> KeptStory:
    """Write ``content`` as the story of the case in ``folder``, in the place of the one whose version is ``known``.

    The file is written under a lock, whole or not at all, after it has been read back.

    Raises:
        RefusalError: 400 if it is no story, 409 if the file is another one than is known, 503 if it cannot be written.
        InputError: If the file that is there cannot be read.
    """
    if not isinstance(content, str) or not isinstance(known, str):
        raise RefusalError(400, 'no story; send {"story": "…", "version": "…"}')
    try:
        story = parse_story(content.encode("utf-8", "strict"), STORY_FILE)
    except (InputError, UnicodeEncodeError) as error:
        raise RefusalError(400, f"{error}") from error
    path = folder / STORY_FILE
    try:
        with judgements_lock(folder, wait=_LOCK_SECONDS):
            if _version(path) != known:
                raise RefusalError(409, f"{STORY_FILE} was changed meanwhile; load the page again to see it")
            with open_atomic(path) as file:
                file.write(format_story(story).encode())
            return KeptStory(content="", version=_version(path))
    except UsageError as error:
        raise RefusalError(503, str(error), retry=10) from error


def _version(path: Path) -> str:
    if not is_file_or_none(path):
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
