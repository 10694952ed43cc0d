"""Answers of the workers brought to the client, in the form that it accepts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import IO

from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from sociogram.serve.http.negotiation import QUAD_FORMS, RESULT_FORMS, TRIPLE_FORMS, Form, choose
from sociogram.serve.workers.jobs import RefusalError
from sociogram.serve.workers.pool import JobAnswer

_PIECE = 1 << 16
"""Bytes that are sent at once."""


def send_answer(answer: JobAnswer, form: Form, *, head: bool = False) -> Response:
    """``answer`` as a response; its file is closed at the end."""
    headers = {
        "content-length": str(answer.size),
        "x-sociogram-generation": answer.outcome.generation,
        "vary": "Accept",
    }
    if answer.outcome.truncated:
        headers["x-sociogram-truncated"] = "rows"
    headers["content-type"] = form.content_type
    return AnswerResponse(answer.file, headers, head=head)


class AnswerResponse(StreamingResponse):
    """A response from a file that is closed however the sending ends."""

    def __init__(self, file: IO[bytes], headers: dict[str, str], *, head: bool) -> None:
        super().__init__(_pieces(file, empty=head), headers=headers)
        self._file = file

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send it."""
        with self._file:
            await super().__call__(scope, receive, send)


async def _pieces(file: IO[bytes], *, empty: bool) -> AsyncIterator[bytes]:
    while not empty and (piece := file.read(_PIECE)):
        yield piece


def wanted_forms(accept: str | None) -> tuple[Form | None, Form | None]:
    """The forms for rows and for graphs that ``accept`` allows.

    Raises:
        RefusalError: 406 if it allows none of either.
    """
    rows, triples = choose(accept, RESULT_FORMS), choose(accept, TRIPLE_FORMS)
    if rows is None and triples is None:
        raise RefusalError(406, f"none of the accepted types is given here; accept one of {_types()}")
    return rows, triples


def wanted_form(accept: str | None, forms: tuple[Form, ...]) -> Form:
    """The form of ``forms`` that ``accept`` likes best.

    Raises:
        RefusalError: 406 if it likes none.
    """
    form = choose(accept, forms)
    if form is None:
        types = ", ".join(form.types[0] for form in forms)
        raise RefusalError(406, f"none of the accepted types is given here; accept one of {types}")
    return form


def _types() -> str:
    forms = {form.types[0]: None for form in (*RESULT_FORMS, *TRIPLE_FORMS, *QUAD_FORMS)}
    return ", ".join(forms)
