"""The fields of a query string or of a form."""

from __future__ import annotations

from urllib.parse import parse_qsl

from starlette.requests import Request

from sociogram.serve.workers.jobs import RefusalError

FORM_TYPE = "application/x-www-form-urlencoded"
_MOST_FIELDS = 1000
"""Fields of one request that are read, so that taking them apart has an end."""


class Fields:
    """The fields of a query string or a form.

    Raises:
        RefusalError: 400 if they are no UTF-8 or too many.
    """

    def __init__(self, text: str) -> None:
        try:
            self._pairs = parse_qsl(
                text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS
            )
        except (ValueError, UnicodeDecodeError) as error:
            raise RefusalError(400, "the fields are no UTF-8, or too many; encode them as UTF-8") from error

    def all(self, name: str) -> tuple[str, ...]:
        """The values of ``name`` in their order."""
        return tuple(value for key, value in self._pairs if key == name)

    def one(self, name: str) -> str | None:
        """The value of ``name``, if there is one.

        Raises:
            RefusalError: 400 if there are several.
        """
        values = self.all(name)
        if len(values) > 1:
            raise RefusalError(400, f"{len(values)} values of '{name}' were sent; send one")
        return values[0] if values else None


def read_fields(request: Request) -> Fields:
    """The fields of the request's URL.

    Raises:
        RefusalError: 400 if they are not percent-encoded UTF-8.
    """
    query: bytes = request.scope["query_string"]
    if not query.isascii():
        raise RefusalError(400, "the query string is not percent-encoded; encode it as UTF-8")
    return Fields(query.decode("ascii"))
