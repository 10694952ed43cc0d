"""What the pages ask: parts of the case, search, tables, paths, named questions, judgements, the state."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from sociogram.case import current_generation, current_state
from sociogram.graph.saved_judgements import read_judgements
from sociogram.knowledge.case_files import JUDGEMENTS_FILE
from sociogram.serve.changes.case_changes import CaseChanges
from sociogram.serve.changes.judging import list_judgements
from sociogram.serve.explorer.identity import Found, side_record, suggestion_records
from sociogram.serve.explorer.live_state import LiveState, OpenState
from sociogram.serve.explorer.pages import explorer_page, query_island, query_page
from sociogram.serve.http.fields import FORM_TYPE, Fields, read_fields
from sociogram.serve.http.guard import COOKIE, cookie_value, has_same_token
from sociogram.serve.http.html import login_page
from sociogram.serve.http.job_queue import JobQueue
from sociogram.serve.http.negotiation import RESULT_FORMS
from sociogram.serve.http.responses import send_answer, wanted_form
from sociogram.serve.settings import ServeSettings
from sociogram.serve.workers.jobs import NamedQuestion, RefusalError
from sociogram.suggest import MOST_IN_PAGE, Suggestions, suggest

USUAL_ACTORS = 300
_MOST_ACTORS = 2000
_MOST_IDS = 5000
_LONGEST_QUERY = 1000
"""Actors that a page opens with and may ask for, ids that one request may name, and characters of a search."""


class Api:
    """The answers to the pages."""

    def __init__(
        self, folder: Path, live: LiveState, queue: JobQueue, changes: CaseChanges, settings: ServeSettings
    ) -> None:
        self._folder = folder
        self._title = folder.resolve().name
        self._live = live
        self._queue = queue
        self._changes = changes
        self._settings = settings
        self._suggesting = asyncio.Lock()
        self._suggested: Found | None = None

    async def explorer(self, request: Request) -> Response:  # noqa: ARG002 - a handler has it
        """The explorer, with the strongest actors."""
        return explorer_page(await self._slice(USUAL_ACTORS, []))

    async def query(self, request: Request) -> Response:  # noqa: ARG002
        """The query page."""
        generation = await asyncio.to_thread(current_generation, self._folder)
        island = query_island(title=self._title, generation=generation, writable=not self._settings.read_only)
        return query_page(island)

    async def slice(self, request: Request) -> Response:
        """A part of the case, in the explorer's format."""
        if request.method == "POST":
            wish = await read_json(request)
            ids = wish.get("with", []) if isinstance(wish, dict) else None
            most = wish.get("most", USUAL_ACTORS) if isinstance(wish, dict) else None
            if not isinstance(ids, list) or not isinstance(most, int) or isinstance(most, bool):
                raise RefusalError(400, 'no wish for a part; send {"most": 300, "with": ["ID", …]}')
            ids = [each for each in ids if isinstance(each, str)]
        else:
            fields = read_fields(request)
            ids, most = list(fields.all("with")), read_number(fields, "most", USUAL_ACTORS)
        return Response(await self._slice(most, ids), media_type="application/json")

    async def _slice(self, most: int, ids: list[str]) -> str:
        served = {"title": self._title, "writable": not self._settings.read_only}

        def cut(state: OpenState) -> str:
            wish = max(0, min(most, _MOST_ACTORS))
            return state.whole.slice(wish, ids[:_MOST_IDS], {**served, "generation": state.generation})

        data = await self._live.ask(cut)
        # Names come from strangers' files, and may have halves of characters that no UTF-8 has.
        return data.encode("utf-8", "replace").decode()

    async def text(self, request: Request) -> Response:
        """The text of a document."""
        document = need(read_fields(request), "document")
        text = await self._live.ask(lambda state: state.snapshot.text(document))
        if text is None:
            raise RefusalError(404, "no text of a document of that id; the case may have been built anew")
        return PlainTextResponse(text.encode("utf-8", "replace"))

    async def unread(self, request: Request) -> Response:
        """The sentences of a document that name two actors and gave no claim: start, length, why."""
        document = need(read_fields(request), "document")
        found = await self._live.ask(
            lambda state: (
                state.whole.marks.get(document, []) if document in state.whole.document_numbers else None
            )
        )
        if found is None:
            raise RefusalError(404, "no document of that id; the case may have been built anew")
        return answer({"unread": found})

    async def reading(self, request: Request) -> Response:
        """A document with all its claims, in the explorer's format."""
        document = need(read_fields(request), "document")
        served = {"title": self._title, "writable": not self._settings.read_only}

        def cut(state: OpenState) -> str | None:
            return state.desk.document(document, {**served, "generation": state.generation})

        data = await self._live.ask(cut)
        if data is None:
            raise RefusalError(404, "no document of that id; the case may have been built anew")
        return Response(data.encode("utf-8", "replace"), media_type="application/json")

    async def documents(self, request: Request) -> Response:
        """All documents in columns, with how many claims of each nobody reviewed; or the ids of an actor's."""
        actor = read_fields(request).one("actor")
        if actor:
            return answer({"documents": await self._live.ask(lambda state: state.desk.documents_of(actor))})
        return answer(await self._live.ask(lambda state: state.desk.documents()))

    async def review(self, request: Request) -> Response:  # noqa: ARG002
        """The grave claims that nobody reviewed, the gravest first."""
        return answer(await self._live.ask(lambda state: state.desk.queue()))

    async def around(self, request: Request) -> Response:
        """The strongest neighbours of an actor."""
        fields = read_fields(request)
        actor, most = need(fields, "actor"), read_number(fields, "most", 60)

        def look(state: OpenState) -> tuple[list[str], int]:
            return state.whole.around(find_actor(state, actor), max(1, min(most, _MOST_ACTORS)))

        actors, total = await self._live.ask(look)
        return answer({"actors": actors, "total": total})

    async def path(self, request: Request) -> Response:
        """A shortest path between two actors."""
        fields = read_fields(request)
        first, last = need(fields, "from"), need(fields, "to")

        def look(state: OpenState) -> tuple[list[str], list[str]]:
            return state.whole.path(find_actor(state, first), find_actor(state, last))

        actors, ties = await self._live.ask(look)
        return answer({"actors": actors, "ties": ties})

    async def search(self, request: Request) -> Response:
        """What contains some words."""
        fields = read_fields(request)
        words, most = need(fields, "q")[:_LONGEST_QUERY], read_number(fields, "most", 10)
        return answer(await self._live.ask(lambda state: state.finder.find(words, most)))

    async def table(self, request: Request) -> Response:
        """A page of a table."""
        fields = read_fields(request)
        name = str(request.path_params["name"])
        page, size = read_number(fields, "page", 1), read_number(fields, "size", 100)
        sort, words = fields.one("sort") or "", (fields.one("q") or "")[:_LONGEST_QUERY]
        down, claimed = (fields.one(each) in {"1", "true"} for each in ("down", "claimed"))
        return answer(
            await self._live.ask(
                lambda state: state.tables.page(
                    name, page=page, size=size, sort=sort, down=down, words=words, claimed=claimed
                )
            )
        )

    async def question(self, request: Request) -> Response:
        """The answer to a named question."""
        fields = read_fields(request)
        form = wanted_form(request.headers.get("accept"), RESULT_FORMS)
        job = NamedQuestion(
            name=need(fields, "name"),
            arguments=fields.all("argument"),
            form=form.name,
            most=self._settings.rows,
            ids=fields.one("ids") in {"1", "true"},
        )
        return send_answer(await self._queue.do(job, request), form, head=request.method == "HEAD")

    async def state(self, request: Request) -> Response:  # noqa: ARG002
        """Which state is served, whether the next one is on its way, and which judgements change nothing."""
        now, notes = await asyncio.to_thread(current_state, self._folder)
        shown = self._live.generation
        building = self._changes.building or self._live.building
        error = self._changes.error or self._live.error
        if shown is not None and shown != now and error is None:
            building = True
        unfit = [{"judgement": sides, "reason": reason} for sides, reason in notes]
        return answer({"generation": shown or now, "building": building, "error": error, "unfit": unfit})

    async def suggestions(self, request: Request) -> Response:
        """Which actors of the whole case may be one, and which two."""
        most = max(0, min(read_number(read_fields(request), "most", MOST_IN_PAGE), MOST_IN_PAGE))
        judged = await asyncio.to_thread(read_judgements, self._folder / JUDGEMENTS_FILE)
        async with self._suggesting:
            graph, generation = await self._live.ask(lambda state: (state.whole.graph, state.generation))
            kept = self._suggested
            if kept is None or (kept.generation, kept.judged) != (generation, judged):
                # Beside the state's own thread, which goes on answering.
                found = await asyncio.to_thread(suggest, graph, judged, limit=MOST_IN_PAGE)
                kept = self._suggested = Found(generation, judged, found)
        chosen = Suggestions(found=kept.suggestions.found[:most], total=kept.suggestions.total)

        def tell(state: OpenState) -> dict[str, Any]:
            if state.generation != kept.generation:
                raise RefusalError(503, "the case has changed meanwhile; ask again", retry=1)
            return {**suggestion_records(chosen, state), "generation": state.generation}

        return answer(await self._live.ask(tell))

    async def side(self, request: Request) -> Response:
        """All that the identity desk reckons with of one actor."""
        actor = need(read_fields(request), "actor")
        return answer(await self._live.ask(lambda state: side_record(find_actor(state, actor), state)))

    async def judgements(self, request: Request) -> Response:
        """The judgements of the case; written and taken out by whoever has the token."""
        if request.method in {"GET", "HEAD"}:
            return answer({"judgements": await asyncio.to_thread(list_judgements, self._folder)})
        self._changes.allow(request)
        items = await read_json(request)
        take_out = request.method == "DELETE"
        written = await self._changes.judge(items, take_out=take_out)
        if take_out:
            return answer({"removed": written})
        return answer({"written": written}, status=201)

    async def login(self, request: Request) -> Response:
        """Take the token from a form and give a cookie for it."""
        if request.method in {"GET", "HEAD"}:
            return login_page()
        if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM_TYPE:
            raise RefusalError(415, f"the token comes in a form ({FORM_TYPE}); send one")
        body = await request.body()
        given = Fields(body.decode("ascii", "replace")).one("token") or ""
        if not has_same_token(given, self._settings.token):
            return login_page(wrong=True)
        response = RedirectResponse("/", status_code=303)
        response.set_cookie(
            COOKIE, cookie_value(self._settings.token), httponly=True, samesite="strict", path="/"
        )
        return response


def answer(value: object, *, status: int = 200) -> Response:
    """``value`` as JSON that UTF-8 can hold."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return Response(text.encode("utf-8", "replace"), status_code=status, media_type="application/json")


async def read_json(request: Request) -> Any:
    """The JSON value in the request's body.

    Raises:
        RefusalError: 415 if it is said to be something else, 400 if it is no JSON.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise RefusalError(415, "JSON is needed (application/json); send it")
    try:
        return json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise RefusalError(400, "the body is no JSON in UTF-8; mend it") from error


def need(fields: Fields, name: str) -> str:
    """The value of a field that must be there.

    Raises:
        RefusalError: 400 if it is not.
    """
    value = fields.one(name)
    if value is None or not value.strip():
        raise RefusalError(400, f"'{name}' is missing; send {name}=…")
    return value


def read_number(fields: Fields, name: str, usual: int) -> int:
    """The value of a field that is a whole number.

    Raises:
        RefusalError: 400 if it is none.
    """
    value = fields.one(name)
    if value is None or value == "":
        return usual
    if len(value) > 9 or not (value.isascii() and value.isdecimal()):
        raise RefusalError(400, f"'{name}' is no whole number; send {name}={usual}")
    return int(value)


def find_actor(state: OpenState, actor: str) -> int:
    """The number of the actor of that id.

    Raises:
        RefusalError: 404 if there is none.
    """
    number = state.whole.actor_numbers.get(actor)
    if number is None:
        raise RefusalError(404, "no actor of that id; the case may have been built anew")
    return number
