"""The application: paths and what answers them, with the guard around it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sociogram.errors import SociogramError
from sociogram.serve.changes.case_changes import CaseChanges, Remake, remake_quietly
from sociogram.serve.explorer.api import Api
from sociogram.serve.explorer.live_state import LiveState
from sociogram.serve.explorer.story_api import StoryApi
from sociogram.serve.http.guard import Guard, refusal, refuse
from sociogram.serve.http.job_queue import JobQueue
from sociogram.serve.settings import ServeSettings
from sociogram.serve.sparql.endpoints import SparqlEndpoints
from sociogram.serve.workers.pool import WorkerPool

_REMEDIES = {
    404: "nothing is served at that path; the paths are in docs/serving.md",
    405: "that method is not for this path; the paths are in docs/serving.md",
}


def make_app(case: Path, settings: ServeSettings, *, remake: Remake = remake_quietly) -> Starlette:
    """The server of ``case`` as an ASGI application; its lifespan starts and ends the workers.

    Args:
        case: The folder of a built case.
        settings: How it is served.
        remake: Makes the case's graph anew after a judgement or an annotation.
    """
    pool = WorkerPool(case, count=settings.workers, seconds=settings.seconds, memory=settings.memory)
    queue = JobQueue(pool, settings.workers)
    live = LiveState(case)
    changes = CaseChanges(case, settings, remake)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        pool.start()
        try:
            yield
        finally:
            await changes.finish()
            await live.stop()
            queue.close()
            pool.close()

    app = Starlette(
        routes=make_routes(
            SparqlEndpoints(queue, changes, settings),
            Api(case, live, queue, changes, settings),
            StoryApi(case, live, changes),
        ),
        middleware=[Middleware(Guard, settings=settings)],
        exception_handlers={HTTPException: _http_error, SociogramError: _our_error},
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False
    return app


def make_routes(sparql: SparqlEndpoints, api: Api, story: StoryApi) -> list[Route]:
    """Every path that is served; anything else is 404."""
    return [
        Route("/", api.explorer),
        Route("/query", api.query),
        Route("/login", api.login, methods=["GET", "POST"]),
        Route("/sparql", sparql.sparql, methods=["GET", "POST"]),
        Route("/update", sparql.update, methods=["POST"]),
        Route("/data", sparql.data),
        Route("/resource", sparql.resource),
        Route("/api/slice", api.slice, methods=["GET", "POST"]),
        Route("/api/text", api.text),
        Route("/api/unread", api.unread),
        Route("/api/reading", api.reading),
        Route("/api/documents", api.documents),
        Route("/api/review", api.review),
        Route("/api/around", api.around),
        Route("/api/search", api.search),
        Route("/api/table/{name}", api.table),
        Route("/api/path", api.path),
        Route("/api/suggestions", api.suggestions),
        Route("/api/side", api.side),
        Route("/api/question", api.question),
        Route("/api/judgements", api.judgements, methods=["GET", "POST", "DELETE"]),
        Route("/api/story", story.story, methods=["GET", "PUT"]),
        Route("/api/story/page", story.page, methods=["GET", "POST"]),
        Route("/api/story/replay", story.replay, methods=["POST"]),
        Route("/api/state", api.state),
        Route("/{space}/{name:path}", sparql.resource),
    ]


async def _http_error(_: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    return refusal(status, _REMEDIES.get(status, "the request cannot be answered"), headers)


async def _our_error(_: Request, error: Exception) -> Response:
    return refuse(error)
