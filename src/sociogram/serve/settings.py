"""What a server is told, and what it refuses to be told."""

from __future__ import annotations

import ipaddress
import secrets
from dataclasses import dataclass

from sociogram.errors import UsageError

_LOOPBACK_NAMES = frozenset({"localhost"})
_SHORTEST_TOKEN = 8
"""Characters of a token that a user gives; one that is made here has 32."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeSettings:
    """How a case is served.

    ``seconds`` and ``memory`` (mebibytes) limit each query, ``rows`` each answer. ``token`` allows writing, and on
    an address that is not this machine's own it is asked for reading too.
    """

    token: str
    host: str = "127.0.0.1"
    port: int = 8765
    seconds: float = 30.0
    rows: int = 100_000
    memory: int = 2000
    workers: int = 2
    read_only: bool = False

    @property
    def guarded(self) -> bool:
        """Whether reading needs the token."""
        return not is_loopback(self.host)


def make_settings(*, host: str, token: str | None, **others: float) -> ServeSettings:
    """ServeSettings with a token, made by chance where none is given.

    Raises:
        UsageError: If others than this machine could read without a token, or the token is too short or is no
            text of visible ASCII characters.
    """
    if token is None and not is_loopback(host):
        raise UsageError(
            f"--host {host}: others could read the case there; give a --token (or SOCIOGRAM_TOKEN), "
            "or serve on 127.0.0.1"
        )
    if token is not None and (len(token) < _SHORTEST_TOKEN or not all("!" <= char <= "~" for char in token)):
        raise UsageError(
            f"the token is not {_SHORTEST_TOKEN} or more visible ASCII characters; give a longer one, or none"
        )
    return ServeSettings(host=host, token=token or secrets.token_urlsafe(24), **others)  # type: ignore[arg-type]


def is_loopback(host: str) -> bool:
    """Whether ``host`` is this machine and reached by it alone."""
    if host.lower() in _LOOPBACK_NAMES:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
