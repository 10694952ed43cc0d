"""The server as a program: its socket, its protocol with a clock for slow clients, and its end."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
from collections.abc import Callable
from pathlib import Path

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from sociogram.errors import UsageError
from sociogram.serve.app import make_app
from sociogram.serve.http.guard import MOST_HEAD
from sociogram.serve.settings import ServeSettings

_HEAD_SECONDS = 15.0
_IDLE_SECONDS = 15
_CONNECTIONS = 256
_WAITING = 128
_END_SECONDS = 3
_BACKLOG = 128
"""Seconds in which the head of a request must have come, and for which a connection may be idle; connections at a
time; those of them that may be without a whole request, since whoever opens many must keep nobody out; seconds that
answers still have at the end; connections that wait to be taken (docs/serving.md).
"""


class TimedProtocol(H11Protocol):
    """HTTP/1.1 in which the head of a request must come in time, the first one too.

    Of the connections from which no whole request has come, idle ones among them, the one that waits longest makes
    room for a new one.
    """

    _clock: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock."""
        super().connection_made(transport)
        self.waits_since = self.loop.time()
        self._start()
        waiting = [each for each in self.connections if isinstance(each, TimedProtocol) and each.is_waiting()]
        if len(waiting) > _WAITING:
            min(waiting, key=lambda each: each.waits_since).transport.close()

    def is_waiting(self) -> bool:
        """Whether it is open, and no whole request has come that is not answered yet."""
        return not self.transport.is_closing() and self.conn.their_state in {h11.IDLE, h11.SEND_BODY}

    def data_received(self, data: bytes) -> None:
        """Stop the clock when a head is whole; start it when one has begun."""
        super().data_received(data)
        if not self.is_waiting():
            self.waits_since = self.loop.time()
        if self.conn.their_state is h11.IDLE:
            if self._clock is None and self.conn.trailing_data[0]:
                self._start()
        else:
            self._stop()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._stop()
        super().connection_lost(exc)

    def _start(self) -> None:
        self._clock = self.loop.call_later(_HEAD_SECONDS, self._give_up)

    def _stop(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _give_up(self) -> None:
        self._clock = None
        if not self.transport.is_closing():
            self.transport.close()


def serve(case: Path, settings: ServeSettings, *, announce: Callable[[int], None]) -> None:
    """Serve ``case`` until the process is told to end.

    Args:
        case: The folder of a built case.
        settings: How it is served; port 0 takes a free one.
        announce: Is told the port once requests are answered.

    Raises:
        UsageError: If the address cannot be used.
        QueryError: If there is no built case there.
        KeyboardInterrupt: By Ctrl-C, when all has been ended; other signals do what they are set to do.
    """
    from sociogram.case import open_case

    open_case(case).close()
    logging.basicConfig(format="sociogram: %(message)s", level=logging.WARNING)
    with bind_socket(settings.host, settings.port) as listener:
        config = uvicorn.Config(
            make_app(case, settings),
            http=TimedProtocol,
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            h11_max_incomplete_event_size=MOST_HEAD,
            limit_concurrency=_CONNECTIONS,
            timeout_keep_alive=_IDLE_SECONDS,
            timeout_graceful_shutdown=_END_SECONDS,
        )
        server = _Server(config, lambda: announce(listener.getsockname()[1]))
        server.run(sockets=[listener])


class _Server(uvicorn.Server):
    """A server that says when it is ready."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets=sockets)
        if self.started:
            self._ready()


def bind_socket(host: str, port: int) -> socket.socket:
    """A socket that listens on ``host`` and ``port``.

    Raises:
        UsageError: If the port is taken, or the address is none of this machine's.
    """
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.socket(family, kind, protocol)
    except (OSError, UnicodeError) as error:
        raise UsageError(f"--host {host}: is no address of this machine; serve on 127.0.0.1") from error
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            message = f"--port {port}: is in use by another program; give another one, or 0 for any"
        elif error.errno == errno.EACCES:
            message = f"--port {port}: may not be used by you; give one above 1023"
        else:
            message = f"--host {host}: cannot be used ({error.strerror}); serve on 127.0.0.1"
        raise UsageError(message) from error
    return listener
