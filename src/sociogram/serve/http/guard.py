"""Who may come in, and what every answer says: the layer around the whole application.

Requests are checked before anything of theirs is read: the name by which the server is called (against DNS
rebinding), the origin of writes (against forged requests), the token, the size of the body and how long it
takes to come. What goes wrong inside becomes one line of JSON; no traceback leaves the server.
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import logging
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sociogram.errors import DamageError, SociogramError
from sociogram.serve.http.html import login_page
from sociogram.serve.http.negotiation import wants_page
from sociogram.serve.settings import ServeSettings
from sociogram.serve.workers.jobs import RefusalError

MOST_BODY = 1 << 20
"""Bytes of a request's body: of a query, an update, judgements."""
MOST_HEAD = 48 << 10
"""Bytes of a request's address, and of its headers."""
COOKIE = "sociogram"
_BODY_SECONDS = 20.0
"""A request whose body takes longer is refused."""
_SEND_SECONDS = 60.0
"""A client that takes no piece of an answer for so long is given up."""
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OPEN_PATHS = frozenset({"/login"})
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})
_ANY_HOST = frozenset({"0.0.0.0", "::", "[::]"})  # noqa: S104 - compared, not bound
_HEADERS = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
_DEFAULTS = (
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'; sandbox"),
)
_log = logging.getLogger("sociogram.serve")


class Guard:
    """Lets requests in to ``app``, with their bodies whole."""

    def __init__(self, app: ASGIApp, settings: ServeSettings) -> None:
        self._app = app
        self._settings = settings
        self._hosts = _LOOPBACK | {_bracketed(settings.host.lower())}
        self._cookie = cookie_value(settings.token)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Check the request, read its body, and pass it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answering = _Answering(send)
        try:
            body = await self._let_in(scope, receive)
            await self._app(scope, _whole(body, receive), answering)
        except _ClientGoneError:
            return
        except Exception as error:
            if answering.begun:  # the server ends the connection, so that nobody takes the part for the whole
                _log.warning("%s while an answer was being sent", type(error).__name__)
                return
            await _refuse_politely(error, scope)(scope, receive, answering)

    async def _let_in(self, scope: Scope, receive: Receive) -> bytes:
        headers = Headers(scope=scope)
        _check_head(scope)
        self._check_host(headers)
        self._check_reader(scope, headers)
        if scope["method"] not in _SAFE:
            self._check_origin(headers)
        return await _read_body(headers, receive)

    def _check_host(self, headers: Headers) -> None:
        hosts = headers.getlist("host")
        name = _host_name(hosts[0]) if len(hosts) == 1 else None
        if name is None:
            raise RefusalError(400, "one Host header is needed; name the server as its address does")
        if name not in self._hosts and self._settings.host not in _ANY_HOST:
            raise RefusalError(
                403, f"this server is not called '{name[:80]}'; use the address that it printed at its start"
            )

    def _check_reader(self, scope: Scope, headers: Headers) -> None:
        if not self._settings.guarded or scope["path"] in _OPEN_PATHS:
            return
        if not (has_token(headers, self._settings.token) or self._has_cookie(headers)):
            raise RefusalError(
                401, "a token is needed to read here; send Authorization: Bearer … or log in at /login"
            )

    def _has_cookie(self, headers: Headers) -> bool:
        for line in headers.getlist("cookie"):
            try:
                found = SimpleCookie(line).get(COOKIE)
            except CookieError:
                continue
            if found is not None and hmac.compare_digest(found.value.encode(), self._cookie.encode()):
                return True
        return False

    def _check_origin(self, headers: Headers) -> None:
        origins = headers.getlist("origin")
        host = headers.getlist("host")[0].lower()
        if any(not _is_own(origin, host) for origin in origins):
            raise RefusalError(403, "the request comes from another site's page; use this server's own pages")


def _refuse_politely(error: Exception, scope: Scope) -> Response:
    """A reader with a browser gets a form for the token in place of a line of JSON."""
    unknown = isinstance(error, RefusalError) and error.status == 401
    if unknown and scope["method"] == "GET" and wants_page(Headers(scope=scope).get("accept")):
        return login_page()
    return refuse(error)


def has_token(headers: Headers, token: str) -> bool:
    """Whether the request bears ``token``; takes the same time for all wrong ones."""
    values = headers.getlist("authorization")
    scheme, _, given = values[0].partition(" ") if len(values) == 1 else ("", "", "")
    right = has_same_token(given.strip(), token)
    return scheme.lower() == "bearer" and right


def has_same_token(given: str, token: str) -> bool:
    """Whether ``given`` is ``token``, compared in the same time for all."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), token.encode())


def cookie_value(token: str) -> str:
    """What the cookie holds in place of the token."""
    return hmac.new(token.encode(), b"sociogram cookie", hashlib.sha256).hexdigest()


def refuse(error: BaseException) -> Response:
    """The answer to a request that failed by ``error``."""
    if isinstance(error, RefusalError):
        headers = {"retry-after": str(error.retry)} if error.retry is not None else {}
        if error.status == 401:
            headers["www-authenticate"] = 'Bearer realm="sociogram"'
        return refusal(error.status, str(error), headers)
    if isinstance(error, DamageError):
        return refusal(503, str(error))
    if isinstance(error, SociogramError):
        return refusal(400, str(error))
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else "?"
    _log.error("%s at %s", type(error).__name__, where)
    return refusal(500, "something went wrong inside; the server's log has the place")


def refusal(status: int, message: str, headers: dict[str, str] | None = None) -> Response:
    """An error as JSON: one line that UTF-8 can hold."""
    words = " ".join(message.encode("utf-8", "replace").decode().split())
    return JSONResponse({"error": words}, status_code=status, headers=headers)


class _ClientGoneError(Exception):
    """The client went away, or took nothing for too long."""


class _Answering:
    """Sends an answer with the headers that all answers have."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        """Send a message of the answer; a client that does not take it is given up."""
        if message["type"] == "http.response.start":
            self.begun = True
            known = {name.lower() for name, _ in message.get("headers", ())}
            more = [pair for pair in _DEFAULTS if pair[0] not in known]
            message = {**message, "headers": [*message.get("headers", ()), *_HEADERS, *more]}
        async with asyncio.timeout(_SEND_SECONDS):
            await self._send(message)


def _check_head(scope: Scope) -> None:
    """The server's parser limits a head only as far as it came in several pieces."""
    if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MOST_HEAD:
        raise RefusalError(414, f"the address is longer than {MOST_HEAD} bytes; send the query by POST")
    if sum(len(name) + len(value) for name, value in scope["headers"]) > MOST_HEAD:
        raise RefusalError(431, f"the headers are longer than {MOST_HEAD} bytes; send fewer")


async def _read_body(headers: Headers, receive: Receive) -> bytes:
    """The whole body.

    Raises:
        RefusalError: 413 if it is too long, 408 if it takes too long to come.
    """
    length = headers.get("content-length", "0")
    if length.isdecimal() and int(length[:20]) > MOST_BODY:
        raise RefusalError(413, f"the request is longer than {MOST_BODY} bytes; send less")
    body = bytearray()
    try:
        async with asyncio.timeout(_BODY_SECONDS):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise _ClientGoneError
                body += message.get("body", b"")
                if len(body) > MOST_BODY:
                    raise RefusalError(413, f"the request is longer than {MOST_BODY} bytes; send less")
                if not message.get("more_body", False):
                    return bytes(body)
    except TimeoutError:
        raise RefusalError(
            408, f"the request did not come in {_BODY_SECONDS:g} seconds; send it again"
        ) from None


def _whole(body: bytes, receive: Receive) -> Receive:
    """A ``receive`` that gives ``body`` once, and then what the server says."""
    given = False

    async def give() -> Message:
        nonlocal given
        if not given:
            given = True
            return {"type": "http.request", "body": body, "more_body": False}
        return await receive()

    return give


def _host_name(host: str) -> str | None:
    """The name in a ``Host`` header, without its port; nothing where it is no name of a host."""
    try:
        parts = urlsplit(f"//{host.lower()}")
        _ = parts.port
    except ValueError:
        return None
    if not parts.hostname or parts.username is not None or parts.path or parts.query or parts.fragment:
        return None
    return _bracketed(parts.hostname)


def _bracketed(name: str) -> str:
    return f"[{name}]" if ":" in name and not name.startswith("[") else name


def _is_own(origin: str, host: str) -> bool:
    scheme, _, rest = origin.lower().partition("://")
    return scheme in {"http", "https"} and rest == host
