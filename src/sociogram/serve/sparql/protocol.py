"""SPARQL 1.1 Protocol: what a request asks, whichever of the ways of sending it was taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sociogram.serve.http.fields import FORM_TYPE, Fields
from sociogram.serve.workers.jobs import RefusalError

QUERY_TYPE = "application/sparql-query"
UPDATE_TYPE = "application/sparql-update"


@dataclass(frozen=True, slots=True, kw_only=True)
class SparqlRequest:
    """A query or an update; with neither, the service is asked to describe itself."""

    query: str | None = None
    update: str | None = None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


def read_request(method: str, query_string: bytes, content_type: str | None, body: bytes) -> SparqlRequest:
    """What a request to the endpoint asks.

    Raises:
        RefusalError: 400 if it is not by the protocol, 415 if its body is of another type.
    """
    if len(query_string) and not query_string.isascii():
        raise RefusalError(400, "the query string is not percent-encoded; encode it as UTF-8")
    url = Fields(query_string.decode("ascii"))
    if method in {"GET", "HEAD"}:
        if url.one("update") is not None:
            raise RefusalError(400, "an update is sent by POST; GET only asks")
        return _from_fields(url)
    media_type = read_type(content_type)
    if media_type == FORM_TYPE:
        if not body.isascii():
            raise RefusalError(400, "the form is not percent-encoded; encode it as UTF-8")
        form = Fields(body.decode("ascii"))
        return _one_of(_from_fields(form, url))
    text = _decode(body)
    if media_type == QUERY_TYPE:
        return SparqlRequest(
            query=text,
            default_graphs=_gather((url,), "default-graph-uri"),
            named_graphs=_gather((url,), "named-graph-uri"),
        )
    _no_using(url)
    return SparqlRequest(update=text)


def _from_fields(fields: Fields, *others: Fields) -> SparqlRequest:
    sources = (fields, *others)
    if fields.one("update") is not None:
        for source in sources:
            _no_using(source)
    return SparqlRequest(
        query=fields.one("query"),
        update=fields.one("update"),
        default_graphs=_gather(sources, "default-graph-uri"),
        named_graphs=_gather(sources, "named-graph-uri"),
    )


def _gather(sources: Sequence[Fields], name: str) -> tuple[str, ...]:
    """The graphs that are named; an empty field, as forms send it, names none."""
    return tuple(value for source in sources for value in source.all(name) if value)


def _one_of(request: SparqlRequest) -> SparqlRequest:
    if (request.query is None) == (request.update is None):
        raise RefusalError(400, "send either 'query' or 'update', and one of them")
    return request


def _no_using(fields: Fields) -> None:
    if _gather((fields,), "using-graph-uri") or _gather((fields,), "using-named-graph-uri"):
        raise RefusalError(400, "using-graph-uri is not known here; write USING <…> in the update itself")


def read_type(content_type: str | None) -> str:
    """The media type of a request's body.

    Raises:
        RefusalError: 415 if it is none of the protocol's, or its characters are no UTF-8.
    """
    words = [word.strip().lower() for word in (content_type or "").split(";")]
    if words[0] not in {FORM_TYPE, QUERY_TYPE, UPDATE_TYPE}:
        raise RefusalError(415, f"a body of {FORM_TYPE}, {QUERY_TYPE} or {UPDATE_TYPE} is needed; send one")
    for word in words[1:]:
        name, _, value = word.partition("=")
        if name.strip() == "charset" and value.strip(' "') not in {"utf-8", "utf8", "us-ascii"}:
            raise RefusalError(415, "only UTF-8 is read; encode the body as UTF-8")
    return words[0]


def _decode(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusalError(400, "the body is no UTF-8; encode it as UTF-8") from error
