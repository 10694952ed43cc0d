"""Who may come in, and what is never said."""

from __future__ import annotations

import contextlib
import re
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

import sociogram.serve.http.guard as guard_module
import sociogram.serve.running as running_module
from sociogram.errors import UsageError
from sociogram.serve.settings import make_settings
from support.serve_cases import AUTHORIZED, TOKEN, make_folder, running, settings

SAME = {"verdict": "same", "left": "anna", "right": "tom"}
HOSTILE = "</script><img src=x onerror=alert(1)>\u2028\x07=HYPERLINK(1)"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with running(make_folder(tmp_path_factory.mktemp("case"), HOSTILE)) as client:
        yield client


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    with running(make_folder(tmp_path_factory.mktemp("case")), settings(host="0.0.0.0")) as client:  # noqa: S104
        yield client


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "[::2]", "localhost@evil", ""]
)
def test_a_name_that_is_not_the_servers_is_refused(client: httpx.Client, host: str) -> None:
    assert client.get("/api/state", headers={"Host": host}).status_code in {400, 403}


@pytest.mark.parametrize("host", ["localhost:8765", "127.0.0.1", "[::1]:99", "LOCALHOST"])
def test_the_names_of_this_machine_are_the_servers(client: httpx.Client, host: str) -> None:
    assert client.get("/api/state", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "file://", "http://127.0.0.1:1"])
def test_a_write_from_another_sites_page_is_refused_even_with_the_token(
    client: httpx.Client, origin: str
) -> None:
    answer = client.post("/api/judgements", json=SAME, headers={**AUTHORIZED, "Origin": origin})
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "headers",
    [{}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {TOKEN}"}, {"Authorization": "Bearer"}],
)
def test_nothing_is_written_without_the_token(client: httpx.Client, headers: dict[str, str]) -> None:
    for method, path in (("POST", "/api/judgements"), ("DELETE", "/api/judgements")):
        assert client.request(method, path, json=SAME, headers=headers).status_code == 401
    update = {"update": "INSERT DATA { <urn:a> <urn:b> 1 }"}
    assert client.post("/update", data=update, headers=headers).status_code == 401
    direct = {**headers, "Content-Type": "application/sparql-update"}
    assert client.post("/sparql", content=update["update"], headers=direct).status_code == 401
    assert client.get("/api/judgements").json() == {"judgements": []}


def test_a_token_in_the_address_is_no_token(client: httpx.Client) -> None:
    assert client.post(f"/api/judgements?token={TOKEN}", json=SAME).status_code == 401


def test_a_cookie_writes_nothing(guarded: httpx.Client) -> None:
    login = guarded.post("/login", data={"token": TOKEN})
    cookie = login.headers["set-cookie"].partition(";")[0]
    assert guarded.post("/api/judgements", json=SAME, headers={"Cookie": cookie}).status_code == 401
    guarded.cookies.clear()


def test_on_a_network_reading_needs_the_token_or_its_cookie(guarded: httpx.Client) -> None:
    assert guarded.get("/api/state").status_code == 401
    assert guarded.get("/sparql?query=ASK{}").headers["www-authenticate"].startswith("Bearer")
    assert guarded.get("/api/state", headers=AUTHORIZED).status_code == 200
    form = guarded.get("/", headers={"Accept": "text/html"})
    assert (form.status_code, "<form" in form.text) == (401, True)
    assert guarded.post("/login", data={"token": "wrong"}).status_code == 401
    login = guarded.post("/login", data={"token": TOKEN})
    assert (login.status_code, login.headers["location"]) == (303, "/")
    cookie = login.headers["set-cookie"]
    assert TOKEN not in cookie
    assert {"HttpOnly", "SameSite=strict"} <= {part.strip() for part in cookie.split(";")}
    assert guarded.get("/api/state", headers={"Cookie": cookie.partition(";")[0]}).status_code == 200
    guarded.cookies.clear()
    assert guarded.get("/api/state", headers={"Cookie": "sociogram=wrong"}).status_code == 401


def test_a_network_address_without_a_token_is_refused() -> None:
    with pytest.raises(UsageError, match="--token"):
        make_settings(host="0.0.0.0", token=None)  # noqa: S104
    with pytest.raises(UsageError, match="visible ASCII"):
        make_settings(host="127.0.0.1", token="short")  # noqa: S106
    assert len(make_settings(host="::1", token=None).token) > 20


def test_a_case_served_for_reading_takes_nothing(tmp_path: Path) -> None:
    with running(make_folder(tmp_path / "case"), settings(read_only=True)) as client:
        assert client.post("/api/judgements", json=SAME, headers=AUTHORIZED).status_code == 403
        update = {"update": "INSERT DATA { <urn:a> <urn:b> 1 }"}
        assert client.post("/update", data=update, headers=AUTHORIZED).status_code == 403
        assert client.get("/api/slice").json()["served"]["writable"] is False


@pytest.mark.parametrize("path", ["/", "/query", "/login"])
def test_a_page_runs_its_own_script_alone(client: httpx.Client, path: str) -> None:
    answer = client.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert re.search(r"script-src ('none'|'sha256-[^']+');", policy)
    assert "<img src=x" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"


def test_every_answer_forbids_to_be_kept_or_framed(client: httpx.Client) -> None:
    for path in ("/api/state", "/sparql?query=ASK{}", "/nothing", "/data"):
        answer = client.get(path)
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-frame-options"] == "DENY"
        assert "access-control-allow-origin" not in answer.headers


def raw(client: httpx.Client, content: bytes, *, wait: float = 5.0) -> bytes:
    """What the server says to these bytes until it hangs up."""
    host, port = client.base_url.host, client.base_url.port
    with socket.create_connection((host, port), timeout=wait) as line:
        line.sendall(content)
        received = b""
        with contextlib.suppress(TimeoutError, ConnectionResetError):
            while chunk := line.recv(1 << 16):
                received += chunk
        return received


@pytest.mark.parametrize(
    "content",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil\r\nConnection: close\r\n\r\n",
        b"GET /%00 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        b"GET /%ff%fe/%f0 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        b"GET //etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00",
        b"GET / HTTP/x\r\nHost: 127.0.0.1\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999\r\nConnection: close\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
    ],
)
def test_what_is_no_good_http_gets_a_4xx_at_once(client: httpx.Client, content: bytes) -> None:
    began = time.monotonic()
    answer = raw(client, content)
    assert answer.startswith(b"HTTP/1.1 4"), answer[:80]
    assert b"Traceback" not in answer
    assert time.monotonic() - began < 4
    assert client.get("/api/state").status_code == 200


def test_a_client_that_never_ends_its_head_is_hung_up_on(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running_module, "_HEAD_SECONDS", 0.3)
    for begun in (b"", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "):
        began = time.monotonic()
        assert raw(client, begun) == b""
        assert time.monotonic() - began < 3


def test_a_client_that_never_ends_its_body_is_refused(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard_module, "_BODY_SECONDS", 0.3)
    head = (
        b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\nConnection: close\r\n\r\nquery="
    )
    assert raw(client, head).startswith(b"HTTP/1.1 408")


def test_a_client_that_takes_nothing_is_given_up(
    client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(guard_module, "_SEND_SECONDS", 0.3)
    host, port = client.base_url.host, client.base_url.port
    head = b"GET /sparql?query=SELECT*%7B?a?b?c.?d?e?f%7DLIMIT+40000 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with socket.create_connection((host, port), timeout=20) as line:
        line.sendall(head)
        received = line.recv(1)
        time.sleep(1.5)
        with contextlib.suppress(ConnectionResetError):
            while chunk := line.recv(1 << 20):
                received += chunk
    length = re.search(rb"content-length: (\d+)", received)
    assert length is not None
    assert len(received) < int(length[1])
    assert client.get("/api/state").status_code == 200
