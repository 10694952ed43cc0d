"""The page of a story over a whole graph, with places from its picture."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sociogram.errors import QueryError
from sociogram.knowledge.case_files import STORY_FILE
from sociogram.story.replay import Replay, replay_story, tell_replay
from sociogram.write.files.atomic import write_text
from sociogram.write.story.page import About, story_page

if TYPE_CHECKING:
    from sociogram.graph.values import Graph
    from sociogram.story.values import Story


def write_story(story: Story, graph: Graph, output: Path, *, model: str = "") -> Replay:
    """Write the page of ``story`` to ``output``; what became of its claims.

    Raises:
        QueryError: If it is the story of another case.
        UsageError: If ``output`` cannot be written.
    """
    replay = replay_story(story, graph)
    if replay.is_foreign:
        raise QueryError(f"{STORY_FILE}: {tell_replay(replay)}; give the case that it was pinned in")
    pictured = any(pin.actors for pin in story.pins)
    about = About(model=model, places=_places(graph) if pictured else {})
    write_text(output, iter((story_page(story, graph, replay, about),)))
    return replay


def _places(graph: Graph) -> dict[str, tuple[int, int]]:
    """The places of all actors in the picture of the whole."""
    from sociogram.write.picture.drawing import draw

    places = draw(graph).places.tolist()
    return {actor.id: (place[0], place[1]) for actor, place in zip(graph.actors, places, strict=True)}
