"""A case with more actors than a served page opens with, a server over it, and a browser that watches for errors."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pytest
    from playwright.sync_api import Browser, Page

from support.patience import PATIENCE, SECONDS
from support.places import AXE

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")

TOKEN = "a-token-for-tests"  # noqa: S105
_SOCIOGRAM = (sys.executable, "-m", "sociogram")
_FIRST = (
    "Anna, Boris, Clara, David, Elena, Felix, Greta, Henry, Irene, Jacob, Karen, Lucas, Maria, Nathan, Olivia, "
    "Peter, Rachel, Simon, Teresa, Victor"
)
_LAST = (
    "Alder, Birch, Castell, Dunmore, Eriksen, Faber, Garland, Hollis, Ibarra, Jansen, Keller, Lindgren, Moreau, "
    "Novak, Osborne, Petrov, Quinn, Rossi"
)
LETTER = (
    "Letter from the harbour\n\nThomas Weber funded the Harbour Trust with 20 million euros in 2021. "
    "Thomas Weber did not fund the Harbour Trust, Laura Hughes said. Laura Hughes criticised Thomas Weber. "
    "Laura Hughes met Anna Alder in Porto. What of Thomas Weber and Laura Hughes?\n"
)
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Open = Callable[..., "Page"]


def write_documents(folder: Path) -> None:
    """A letter about four actors, and 360 people who met two by two."""
    folder.mkdir()
    (folder / "letter.txt").write_text(LETTER, encoding="utf-8")
    people = [f"{first} {last}" for last in _LAST.split(", ") for first in _FIRST.split(", ")]
    met = [f"{one} met {other}." for one, other in zip(people[::2], people[1::2], strict=True)]
    for number in range(0, len(met), 30):
        blocks = [" ".join(met[start : start + 5]) for start in range(number, number + 30, 5)]
        text = f"Note number {number}\n\n" + "\n\n".join(blocks) + "\n"
        (folder / f"note-{number:03}.txt").write_text(text, encoding="utf-8")


def build_case(factory: pytest.TempPathFactory) -> Path:
    """A case of these documents of the caller's own, to be changed at will.

    It is built by the command line once for all modules and workers of a run, and copied for each caller.
    """
    # The base folder of a worker lies in that of the run.
    base = factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "served-case"
    shared.mkdir(exist_ok=True)
    with (shared / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "built").exists():
            shutil.rmtree(shared / "whole", ignore_errors=True)
            (shared / "whole").mkdir()
            write_documents(shared / "whole" / "documents")
            _run(["build", str(shared / "whole" / "documents"), "-o", str(shared / "whole" / "case")])
            (shared / "built").touch()
    folder = factory.mktemp("served") / "copy"
    shutil.copytree(shared / "whole", folder)
    return folder / "case"


def _run(arguments: list[str]) -> None:
    command = [*_SOCIOGRAM, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False)
    assert done.returncode == 0, done.stderr


@contextmanager
def serve_case(case: Path, *options: str) -> Iterator[str]:
    """The address of a server over ``case``, ended with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*_SOCIOGRAM, "serve", str(case), "--port", str(port)]
    server = subprocess.Popen(
        [*command, "--token", TOKEN, *options], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(address, server)
        yield address
    finally:
        server.terminate()
        try:
            server.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.communicate(timeout=20)


def _wait_for(address: str, server: subprocess.Popen[str]) -> None:
    for _ in range(10 * SECONDS):
        if server.poll() is not None:
            raise AssertionError(server.communicate(timeout=20)[0])
        try:
            get_json(address + "/api/state")
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"{address} did not answer in {SECONDS} s")


def get_json(url: str) -> Any:
    """What the server answers to a GET."""
    with urllib.request.urlopen(url, timeout=SECONDS) as answer:  # noqa: S310
        return json.load(answer)


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium without a window."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=_FLAGS)
        yield found
        found.close()


@contextmanager
def watched_pages(browser: Browser, address: str) -> Iterator[Open]:
    """Opens pages of the server; at the end there must have been no error, and no request to anyone else.

    ``failing=True`` lets the browser report answers that a test itself made fail.
    """
    wrong: list[str] = []
    contexts = []

    def open_one(path: str = "/#tab=map", *, failing: bool = False, **more: Any) -> Page:
        more.setdefault("viewport", {"width": 1280, "height": 900})
        context = browser.new_context(
            accept_downloads=True, permissions=["clipboard-write", "clipboard-read"], **more
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on(
            "console",
            lambda message: (
                wrong.append(message.text)
                if message.type in ("error", "warning")
                # The page's policy keeps the browser from asking for an icon, unless a test bypasses it.
                and not message.location["url"].endswith("/favicon.ico")
                and not (failing and message.text.startswith("Failed to load resource"))
                else None
            ),
        )
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None
                if request.url.startswith((address + "/", "blob:", "data:"))
                else wrong.append(request.url)
            ),
        )
        page.goto(address + path)
        page.wait_for_selector("html[data-ready]", state="attached")
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert not wrong, wrong


def serious_findings(page: Page) -> list[str]:
    """What axe-core finds serious or critical on a page; it must have been opened with ``bypass_csp``."""
    page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run()")
    return [
        f"{each['id']}: {[(node['target'], node['failureSummary']) for node in each['nodes']]}"
        for each in found["violations"]
        if each["impact"] in ("serious", "critical")
    ]
