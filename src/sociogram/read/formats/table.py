"""Collections of articles as CSV or TSV."""

from __future__ import annotations

import contextlib
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Document, Skipped
from sociogram.read.files.decode import decode
from sociogram.read.files.guard import unread
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.records import compose_record, find_columns, find_order_in
from sociogram.read.phrases.dates import NumberOrder

_DELIMITERS = ",;\t|"
_TOLD = re.compile(
    r"\s{0,8}\"?sep=(?P<sign>[^\w\s\"\\]|\t)?\"?[,;\t|]{0,99} {0,8}(?:\r\n?|\n)", re.IGNORECASE
)
"""The line by which Excel tells the delimiter; saved again it is a cell of its own, in quotation marks."""
_LONGEST_CELL = 2**31 - 1
"""The largest limit that the library takes on every system (a C long of 32 bits)."""


@dataclass(frozen=True)
class TableReader:
    """Reads each row as a document; a row that can't be read is skipped alone."""

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".csv", ".tsv")

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The rows in their order; raises ``InputError`` if no column holds texts."""
        text = decode(content, source, self.options.encoding)
        # The library's limit is one for the whole process and is too low for an article.
        csv.field_size_limit(_LONGEST_CELL)
        told = _TOLD.match(text)
        text = text[told.end() :] if told else text
        delimiter = (told and told["sign"]) or _guess_delimiter(text)
        try:
            rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
            header = [column.strip() for column in next(rows)]
            columns = find_columns(header, self.options, source)
            order = find_order_in(_records(text, delimiter), columns)
            yield from self._rows(rows, header, columns, source, order)
        except (csv.Error, StopIteration) as error:
            raise InputError(
                source, f"is no valid table ({error or 'it has no rows'})", "export it again as CSV"
            ) from error

    def _rows(
        self,
        rows: Iterator[list[str]],
        header: list[str],
        columns: dict[str, list[str]],
        source: str,
        order: NumberOrder,
    ) -> Iterator[Document | Skipped]:
        base, number = slug(source), 0
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            number += 1
            place = f"{source}#{number}"
            record = dict(zip(header, row, strict=False))
            try:
                yield from compose_record(
                    record,
                    columns,
                    source=place,
                    id=f"{base}.{number}",
                    options=self.options,
                    order=order,
                )
            except Exception as error:
                # Whatever one record raises, the others are read.
                yield unread(place, error)
        if not number:
            raise InputError(source, "is a table without rows", "export it again with its records")


def _guess_delimiter(text: str) -> str:
    first = text.split("\n", 1)[0]
    return max(_DELIMITERS, key=lambda sign: (first.count(sign), -_DELIMITERS.index(sign)))


def _records(text: str, delimiter: str) -> Iterator[dict[str, str]]:
    """The records up to the first that is no valid one, read anew so that no table is held twice in memory."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    with contextlib.suppress(csv.Error):
        header = [column.strip() for column in next(rows)]
        for row in rows:
            yield dict(zip(header, row, strict=False))


READER = TableReader()
