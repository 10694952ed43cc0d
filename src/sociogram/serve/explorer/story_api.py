"""What the pages ask of the case's story: to have it, to keep it, and its page to publish."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from starlette.requests import Request
from starlette.responses import Response

from sociogram.knowledge.case_files import STORY_FILE
from sociogram.serve.changes.case_changes import CaseChanges
from sociogram.serve.changes.storing import keep_story, kept_story
from sociogram.serve.explorer.api import answer, read_json
from sociogram.serve.explorer.live_state import LiveState, OpenState
from sociogram.serve.workers.jobs import RefusalError
from sociogram.story.replay import replay_story
from sociogram.story.story_file import parse_story
from sociogram.write.story.page import About, story_page, story_policy

if TYPE_CHECKING:
    from sociogram.story.values import Story


class StoryApi:
    """The answers."""

    def __init__(self, folder: Path, live: LiveState, changes: CaseChanges) -> None:
        self._folder = folder
        self._live = live
        self._changes = changes

    async def story(self, request: Request) -> Response:
        """The story of the case; written by whoever has the token."""
        if request.method in {"GET", "HEAD"}:
            kept = await asyncio.to_thread(kept_story, self._folder)
            return answer({"story": kept.content, "version": kept.version})
        self._changes.allow(request)
        body = await read_json(request)
        if not isinstance(body, dict):
            raise RefusalError(400, 'no story; send {"story": "…", "version": "…"}')
        async with self._changes.turn:
            kept = await asyncio.to_thread(keep_story, self._folder, body.get("story"), body.get("version"))
        return answer({"version": kept.version})

    async def page(self, request: Request) -> Response:
        """The page of the story in the request's body, else of the one that is kept, over the case as it is served."""
        if request.method == "POST":
            story = await _sent_story(request)
            headers = {"content-disposition": 'attachment; filename="story.html"'}
        else:
            kept = await asyncio.to_thread(kept_story, self._folder)
            if not kept.content:
                raise RefusalError(404, "the case keeps no story; pin something in the explorer")
            story = parse_story(kept.content.encode(), STORY_FILE)
            headers = {"content-security-policy": f"{story_policy()}; frame-ancestors 'none'"}
        text = await self._live.ask(lambda state: self._page(state, story))
        return Response(text.encode("utf-8", "replace"), media_type="text/html", headers=headers)

    async def replay(self, request: Request) -> Response:
        """What became of the claims of the story in the request's body: of each its id now, empty where it has gone."""
        story = await _sent_story(request)
        replay = await self._live.ask(lambda state: replay_story(story, state.whole.graph))
        ids = [claim.id if claim is not None else "" for claim in replay.found.values()]
        counts = {
            "count": len(ids),
            "gone": replay.gone,
            "again": replay.again,
            "isForeign": replay.is_foreign,
        }
        return answer({"claims": [asdict(claim) for claim in replay.found], "ids": ids, **counts})

    def _page(self, state: OpenState, story: Story) -> str:
        whole = state.whole
        graph = whole.graph
        places = {
            actor.id: (whole.picture.x[number], whole.picture.y[number])
            for number, actor in enumerate(graph.actors)
        }
        settings = state.snapshot.manifest.settings
        about = About(model=settings.model if settings else "", places=places)
        return story_page(story, graph, replay_story(story, graph), about)


async def _sent_story(request: Request) -> Story:
    body = await read_json(request)
    if not isinstance(body, dict) or not isinstance(body.get("story"), str):
        raise RefusalError(400, 'no story; send {"story": "…"}')
    return parse_story(body["story"].encode("utf-8", "replace"), STORY_FILE)
