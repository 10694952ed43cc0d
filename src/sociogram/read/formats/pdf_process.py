"""pdfium in a process of its own: what a PDF asks of it may end that process, and nothing else.

A form may draw another one twice, and that one a third: some lines of such a file are work without an end, or more
memory than there is, and pdfium has no limit to set. The process is started with the first PDF and reads one after
another. What it may take is the kernel's business, so that a busy machine changes no result: a page that has used up
its time, or a file its memory, ends the process, and the next PDF gets a new one.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from dataclasses import fields
from typing import IO, Any

from sociogram.errors import InputError, describe_failure
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.pdf_pages import LoadedPdf, load_pdf
from sociogram.read.pages.strips import Strip

PAGE_SECONDS = 20
"""Seconds of processor time for one page; a full page of a newspaper takes less than one."""
_FILE_SECONDS = 60
_BYTES_A_SECOND = 20_000
"""Seconds of processor time for a file: so many, and one more for so many of its bytes."""
MOST_MEMORY = 2 << 30
"""Bytes of memory; 300 pages of print take a twentieth."""
_LONGEST_WAIT = 900.0
"""Seconds by the clock after which a process is ended that no longer answers, where the kernel has no such limits."""
_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from sociogram.read.formats.pdf_process import serve; serve()"
)
_FIELDS = tuple(field.name for field in fields(Strip))
_REMEDY = "print it to a new PDF, or save its text as .txt"


def load_apart(content: bytes, source: str, options: ReadOptions) -> LoadedPdf:
    """``load_pdf`` in the process for it.

    Raises:
        InputError: If the PDF cannot be read, or asks for too much time or memory.
    """
    with _lock:
        return _process.load(content, source, options)


class _Process:
    """The process, once it is needed."""

    def __init__(self) -> None:
        self._popen: subprocess.Popen[bytes] | None = None

    def load(self, content: bytes, source: str, options: ReadOptions) -> LoadedPdf:
        popen = self._started(source)
        page = 0
        try:
            for answer in _answers(popen, content, source, options):
                if "page" in answer:
                    page = answer["page"]
                else:
                    return _loaded(answer, source)
        except OSError:
            pass
        except BaseException as error:
            # An answer that was not read to its end would be taken for the next file's.
            if not isinstance(error, InputError):
                self.close()
            raise
        raise self._epitaph(source, page)

    def close(self) -> None:
        """End the process."""
        popen, self._popen = self._popen, None
        if popen is not None:
            popen.kill()
            with contextlib.suppress(OSError):
                popen.communicate()

    def _started(self, source: str) -> subprocess.Popen[bytes]:
        if self._popen is None or self._popen.poll() is not None:
            self.close()
            command = [sys.executable, "-c", _START, json.dumps(sys.path)]
            try:
                self._popen = subprocess.Popen(  # noqa: S603 - our own interpreter
                    command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
                )
            except OSError as error:
                reason = f"cannot be read: no process for it can be started ({error.strerror})"
                raise InputError(
                    source, reason, "see that the machine has memory and processes left"
                ) from error
        return self._popen

    def _epitaph(self, source: str, page: int) -> InputError:
        """What the way in which the process ended says about the PDF."""
        code = self._popen.wait() if self._popen is not None else 0
        self.close()
        where = f"its page {page}" if page else "its list of pages"
        if code in {-_CLOCK, -_KILLED}:
            return InputError(source, f"takes too long to read: {where} draws without an end", _REMEDY)
        reason = (
            f"needs more than {MOST_MEMORY >> 30} GB of memory, or is damaged: {where} ends the PDF library"
        )
        return InputError(source, reason, _REMEDY)


_CLOCK = getattr(signal, "SIGPROF", 0)
_KILLED = getattr(signal, "SIGKILL", 9)
_lock = threading.Lock()
_process = _Process()
atexit.register(_process.close)


def _answers(popen: subprocess.Popen[bytes], content: bytes, source: str, options: ReadOptions) -> Any:
    """What the process says, line by line, until it ends."""
    asked = {
        "source": source, "size": len(content), "most": options.max_characters, "seconds": PAGE_SECONDS
    }  # fmt: skip
    if popen.stdin is None or popen.stdout is None:
        raise OSError("no pipes")
    clock = threading.Timer(_LONGEST_WAIT, popen.kill)
    clock.daemon = True
    clock.start()
    try:
        popen.stdin.write(json.dumps(asked).encode() + b"\n")
        popen.stdin.write(content)
        popen.stdin.flush()
        for line in popen.stdout:
            yield json.loads(line)
    finally:
        clock.cancel()


def _loaded(answer: dict[str, Any], source: str) -> LoadedPdf:
    if "refused" in answer:
        raise InputError(source, *answer["refused"])
    found = answer["loaded"]
    pages = [[Strip(**dict(zip(_FIELDS, strip, strict=True))) for strip in page] for page in found["pages"]]
    return LoadedPdf(pages=pages, pictures=found["pictures"], title=found["title"], author=found["author"])


def serve() -> None:
    """Read PDFs from the standard input until it ends; what was found goes to the standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the terminal sends it to all; whoever started us ends us
    # What a library says must not get between the answers.
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    _limit_memory()
    questions = sys.stdin.buffer
    while line := questions.readline():
        asked = json.loads(line)
        content = questions.read(asked["size"])
        if len(content) < asked["size"]:
            return
        _say(answers, **_answer(content, asked, answers))


def _answer(content: bytes, asked: dict[str, Any], answers: IO[bytes]) -> dict[str, Any]:
    left = _FILE_SECONDS + len(content) / _BYTES_A_SECOND
    used = _seconds()

    def begin(page: int) -> None:
        _limit_time(min(asked["seconds"], max(0.1, left - (_seconds() - used))))
        _say(answers, page=page)

    try:
        _limit_time(asked["seconds"])
        loaded = load_pdf(content, asked["source"], ReadOptions(max_characters=asked["most"]), begin)
        return {"loaded": _plain(loaded)}
    except InputError as error:
        return {"refused": [error.reason, error.remedy]}
    except MemoryError:
        return {"refused": [f"needs more than {MOST_MEMORY >> 30} GB of memory", _REMEDY]}
    except Exception as error:
        return {
            "refused": [f"is damaged, or no PDF ({describe_failure(error)})", "copy or download it again"]
        }
    finally:
        _limit_time(0)


def _plain(loaded: LoadedPdf) -> dict[str, Any]:
    pages = [[[getattr(strip, name) for name in _FIELDS] for strip in page] for page in loaded.pages]
    return {"pages": pages, "pictures": loaded.pictures, "title": loaded.title, "author": loaded.author}


def _say(answers: IO[bytes], **words: Any) -> None:
    answers.write(json.dumps(words).encode() + b"\n")
    answers.flush()


def _seconds() -> float:
    spent = os.times()
    return spent.user + spent.system


def _limit_time(seconds: float) -> None:
    """Let the kernel end this process after ``seconds`` more of processor time; 0 takes that back."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit_memory() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        most = MOST_MEMORY if hard == resource.RLIM_INFINITY else min(hard, MOST_MEMORY)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
