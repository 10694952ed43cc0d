"""The endpoints of SPARQL: queries, updates, and the graphs themselves (Graph Store Protocol, reading)."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from sociogram.knowledge.namespaces import ACTOR, CLAIM, DOC, RUN, TIE
from sociogram.serve.changes.case_changes import CaseChanges
from sociogram.serve.http.fields import read_fields
from sociogram.serve.http.job_queue import JobQueue
from sociogram.serve.http.negotiation import QUAD_FORMS, TRIPLE_FORMS, choose, wants_page
from sociogram.serve.http.responses import send_answer, wanted_form, wanted_forms
from sociogram.serve.settings import ServeSettings
from sociogram.serve.sparql.protocol import SparqlRequest, read_request
from sociogram.serve.workers.jobs import Dump, Query, RefusalError, Update

_LOCAL = {urlsplit(space).path.strip("/"): space for space in (ACTOR, DOC, CLAIM, TIE, RUN)}


class SparqlEndpoints:
    """What is answered at ``/sparql``, ``/update``, ``/data`` and ``/resource``."""

    def __init__(self, queue: JobQueue, changes: CaseChanges, settings: ServeSettings) -> None:
        self._queue = queue
        self._changes = changes
        self._settings = settings

    async def sparql(self, request: Request) -> Response:
        """Answer a query, or take an update that was sent here."""
        asked = await _read(request)
        if asked.update is not None:
            return await self._do_update(asked.update, request)
        if asked.query is not None:
            return await self._answer(asked, request)
        return self._describe(request)

    async def update(self, request: Request) -> Response:
        """Take an update."""
        asked = await _read(request)
        if asked.update is None:
            raise RefusalError(400, "no update was sent; queries go to /sparql")
        return await self._do_update(asked.update, request)

    async def data(self, request: Request) -> Response:
        """A graph, or all of them."""
        fields = read_fields(request)
        graph, default = fields.one("graph"), fields.one("default")
        if graph is not None and default is not None:
            raise RefusalError(400, "both 'graph' and 'default' were sent; send one")
        if graph == "":
            raise RefusalError(400, "'graph' is empty; name a graph by its IRI, or send 'default'")
        whole = graph is None and default is None
        form = wanted_form(request.headers.get("accept"), QUAD_FORMS if whole else TRIPLE_FORMS)
        name = None if whole else graph or ""
        answer = await self._queue.do(Dump(graph=name, form=form.name), request)
        return send_answer(answer, form, head=request.method == "HEAD")

    async def resource(self, request: Request) -> Response:
        """What is known of one thing, by its IRI or by the path of it."""
        if "space" in request.path_params:
            space = _LOCAL.get(str(request.path_params["space"]))
            if space is None:
                raise HTTPException(404)
            iri: str | None = space + str(request.path_params["name"])
        else:
            iri = read_fields(request).one("iri")
        if not iri or any(mark in iri for mark in '<>"{}|^`\\ ') or not iri.isprintable():
            raise RefusalError(400, "no IRI was sent; send iri=https://…")
        form = wanted_form(request.headers.get("accept"), TRIPLE_FORMS)
        job = Query(
            text=f"DESCRIBE <{iri}>", result_form=None, triple_form=form.name, most=self._settings.rows
        )
        answer = await self._queue.do(job, request)
        return send_answer(answer, form, head=request.method == "HEAD")

    async def _answer(self, asked: SparqlRequest, request: Request) -> Response:
        rows, triples = wanted_forms(request.headers.get("accept"))
        job = Query(
            text=asked.query or "",
            result_form=rows.name if rows else None,
            triple_form=triples.name if triples else None,
            default_graphs=asked.default_graphs,
            named_graphs=asked.named_graphs,
            most=self._settings.rows,
        )
        answer = await self._queue.do(job, request)
        form = triples if answer.outcome.kind == "graph" else rows
        if form is None:
            raise TypeError("an answer of no form")
        return send_answer(answer, form, head=request.method == "HEAD")

    def _describe(self, request: Request) -> Response:
        from sociogram.serve.sparql.service_description import describe_service

        accept = request.headers.get("accept")
        if wants_page(accept):
            return RedirectResponse("/query", status_code=303)
        form = choose(accept, TRIPLE_FORMS)
        if form is None:
            raise RefusalError(400, "no query was sent; send query=…")
        endpoint = f"{request.url.scheme}://{request.headers['host']}/sparql"
        return Response(describe_service(endpoint, form.name), headers={"content-type": form.content_type})

    async def _do_update(self, text: str, request: Request) -> Response:
        self._changes.allow(request)
        async with self._changes.turn:
            answer = await self._queue.do(Update(text=text), request)
            await self._changes.keep_annotations(answer)
        return Response(status_code=204)


async def _read(request: Request) -> SparqlRequest:
    query = request.scope["query_string"]
    return read_request(request.method, query, request.headers.get("content-type"), await request.body())
