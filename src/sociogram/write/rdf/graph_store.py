"""Requests to a server that speaks the SPARQL 1.1 Graph Store HTTP Protocol, and its refusals in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import IO, Any
from urllib.parse import quote, urljoin, urlsplit

import urllib3

from sociogram.errors import UsageError

_TIMEOUT = urllib3.Timeout(connect=10, read=300)
"""Seconds; a server may take minutes to load a large graph before it answers."""
_TRIES = 4
"""How often a server that says that it is busy (503) is asked."""
_WAIT, _LONGEST_WAIT = 0.5, 30.0
"""Seconds before the second try, doubled for each further one, and the most, whatever Retry-After says."""
_REDIRECTS = frozenset({301, 302, 307, 308})
"""Redirections that keep the address of what was asked for; 303 leads to something else (RFC 9110, 15.4)."""
_MOST_REDIRECTS = 3
"""More are a circle, or a server set up wrongly."""
_LONGEST_REASON = 160
"""Characters of a server's own words that an error shows: one or two lines."""
_MOST_READ = 64 << 20
"""Bytes of an answer, which is but the list of the server's graphs at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A server: the address of its graph store, and how to show who asks. At most one of the two."""

    url: str
    token: str | None = None
    user: str | None = None

    def headers(self) -> dict[str, str]:
        """What every request to the server has."""
        own = {"User-Agent": "sociogram"}
        if self.token is not None:
            own["Authorization"] = f"Bearer {self.token}"
        elif self.user is not None:
            own |= urllib3.make_headers(basic_auth=self.user)
        return own


def check_target(target: Target) -> None:
    """Whether there can be such a server.

    Raises:
        UsageError: If the address is none of http or https, holds a password, or a secret cannot be sent.
    """
    try:
        parts = urlsplit(target.url)
        parts.port  # noqa: B018 - asks whether there can be such a port
    except ValueError as error:
        raise UsageError(f"{target.url}: is no address ({error}); give http://HOST:PORT/store") from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UsageError(f"{target.url}: is no address of http or https; give http://HOST:PORT/store")
    if parts.username or parts.password:
        raise UsageError("the address holds a name or password; give them with --user NAME:PASSWORD instead")
    if parts.fragment or "graph" in [pair.partition("=")[0] for pair in parts.query.split("&")]:
        raise UsageError(
            f"{target.url}: names a graph or a part already; give the address of the store alone"
        )
    if target.token is not None and target.user is not None:
        raise UsageError("--token and --user cannot both be used; give one")
    if target.user is not None and ":" not in target.user:
        raise UsageError("--user has no colon; give NAME:PASSWORD")
    for secret in (target.token, target.user):
        if secret is not None and not (secret.isprintable() and secret.isascii() and secret):
            raise UsageError("the token or password is empty or has signs that no header can hold; mend it")


def is_exposed(target: Target) -> bool:
    """Whether a secret would cross a network as it is."""
    parts = urlsplit(target.url)
    secret = target.token is not None or target.user is not None
    return secret and parts.scheme == "http" and parts.hostname not in {"localhost", "127.0.0.1", "::1"}


def origin(url: str) -> tuple[str, str | None, int]:
    """Scheme, host and port."""
    parts = urlsplit(url)
    return parts.scheme, parts.hostname, parts.port or (443 if parts.scheme == "https" else 80)


class GraphStoreClient:
    """Requests to one server: no other host is followed, and what is busy is asked again."""

    def __init__(self, target: Target, sleep: Callable[[float], None]) -> None:
        self.target = target
        self._sleep = sleep
        self._pool = urllib3.PoolManager(timeout=_TIMEOUT, retries=False)

    def list_graphs(self, url: str, namespace: str) -> list[str]:
        """The names of the server's graphs that begin with ``namespace``, sorted; ``url`` answers SPARQL."""
        query = (
            "SELECT DISTINCT ?g WHERE { GRAPH ?g { ?s ?p ?o }"
            f' FILTER(ISIRI(?g) && STRSTARTS(STR(?g), "{namespace}")) }}'
        )
        headers = {
            "Accept": "application/sparql-results+json",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        content = self.request("POST", url, f"query={quote(query, safe='')}".encode(), headers=headers)
        try:
            rows = json.loads(content)["results"]["bindings"]
            return sorted({str(row["g"]["value"]) for row in rows})
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"{url}: answers no SPARQL results; give --query-url URL") from error

    def request(
        self,
        method: str,
        url: str,
        body: IO[bytes] | bytes | None = None,
        *,
        headers: dict[str, str] | None = None,
        missing: bool = False,
    ) -> bytes:
        """Send a request until it is answered; ``missing`` says that 404 is no fault."""
        own = {"Content-Type": "application/n-triples", **self.target.headers(), **(headers or {})}
        if body is None:
            del own["Content-Type"]
        elif not isinstance(body, bytes):
            own["Content-Length"] = str(body.seek(0, 2))
        redirects = 0
        for attempt in range(1, _TRIES + 1):
            status, found, content = self._send(method, url, body, own)
            while status in _REDIRECTS:
                redirects += 1
                url = self._redirected(url, found.get("Location", ""), redirects)
                status, found, content = self._send(method, url, body, own)
            if 200 <= status < 300 or (missing and status == 404):
                return content
            if status != 503 or attempt == _TRIES:
                break
            self._sleep(_wait(found.get("Retry-After", ""), attempt))
        raise UsageError(_refusal(method, url, status, content))

    def _send(
        self, method: str, url: str, body: IO[bytes] | bytes | None, headers: dict[str, str]
    ) -> tuple[int, Any, bytes]:
        if body is not None and not isinstance(body, bytes):
            body.seek(0)
        try:
            answer = self._pool.request(
                method, url, body=body, headers=headers, redirect=False, preload_content=False
            )
            try:
                return answer.status, answer.headers, answer.read(_MOST_READ)
            finally:
                answer.release_conn()
        except urllib3.exceptions.HTTPError as error:
            raise UsageError(_unreachable(url, error)) from error

    def _redirected(self, url: str, location: str, count: int) -> str:
        there = urljoin(url, location)
        if not location or count > _MOST_REDIRECTS:
            raise UsageError(f"{url}: redirects without an end; give the address that it leads to")
        if origin(there) != origin(self.target.url):
            raise UsageError(
                f"{url}: redirects to another server ({_short(there)}), which is not followed; give its address if"
                " you trust it"
            )
        return there


def _wait(told: str, attempt: int) -> float:
    asked = float(told) if told.isascii() and told.isdigit() else _WAIT * 2 ** (attempt - 1)
    return min(asked, _LONGEST_WAIT)


def _short(text: str) -> str:
    words = " ".join("".join(each if each.isprintable() else " " for each in text).split())
    return words if len(words) <= _LONGEST_REASON else words[:_LONGEST_REASON] + " …"


def _refusal(method: str, url: str, status: int, content: bytes) -> str:
    reason = _short(content[:2000].decode("utf-8", "replace"))
    told = f" ({reason})" if reason and not reason.startswith("<") else ""
    remedies = {
        401: "give --token or --user",
        403: "the server forbids writing with this token or user; give another",
        404: "there is no graph store at this address; see docs/exports.md for those of usual servers",
        405: "this address takes no graphs; see docs/exports.md for those of usual servers",
        413: "raise the server's limit for one request",
        503: f"it was busy {_TRIES} times; try again later",
    }
    remedy = remedies.get(status, "look at the server's own log")
    return f"{url}: the server answers {method} with {status}{told}; {remedy}"


def _unreachable(url: str, error: urllib3.exceptions.HTTPError) -> str:
    server = "{}://{}".format(*urlsplit(url)[:2])
    if isinstance(error, urllib3.exceptions.NewConnectionError):
        return f"{server}: cannot be reached; is the server running, and the port right?"
    if isinstance(error, urllib3.exceptions.SSLError):
        reason = _short(str(error))
        remedy = "mend its certificate, or name who signed it in SSL_CERT_FILE"
        return f"{server}: no trusted connection ({reason}); {remedy}"
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return f"{server}: gives no answer in time; look at the server, and try again"
    return f"{server}: the connection broke ({_short(str(error))}); look at the server, and try again"
