"""What became of a case's story, in one line for a terminal."""

from __future__ import annotations

from pathlib import Path

from sociogram.errors import SociogramError
from sociogram.knowledge.case_files import STORY_FILE


def story_note(case: Path) -> str | None:
    """One line where the story of ``case`` is not as it was pinned or cannot be read; nothing where all is well."""
    if not (case / STORY_FILE).exists():
        return None
    from sociogram.case import open_case
    from sociogram.story.replay import replay_story, tell_replay
    from sociogram.story.story_file import read_story

    try:
        story = read_story(case / STORY_FILE)
        if story is None or not story.pins:
            return None
        with open_case(case) as opened:
            words = tell_replay(replay_story(story, opened.graph))
    except SociogramError as error:
        return str(error)
    return f"{STORY_FILE}: {words}" if words else None
