"""Spreadsheets: collections of articles as sheets of .xlsx."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Document, Skipped
from sociogram.read.files.options import ReadOptions
from sociogram.read.files.zipped import weigh_parts
from sociogram.read.formats.records import compose_record, find_columns

_MOST_ROWS = 100_000
_MOST_COLUMNS = 1_000
"""Rows of a sheet that are read, and cells of a row; a sheet may have 1,048,576 and 16,384."""


@dataclass(frozen=True)
class SpreadsheetReader:
    """Reads each row below the first of each sheet as a document, as from a CSV file; of formulas their last values."""

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm")

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The rows in their order; raises ``InputError`` if no sheet has a column that holds texts."""
        weigh_parts(content, source, remedy="save its sheets as .csv, in several files if they are long")
        sheets: list[tuple[str, list[list[str]]]] = []
        refused: list[InputError] = []
        for title, rows in _sheets(content):
            try:
                find_columns(rows[0], self.options, source)
            except InputError as error:
                refused.append(error)
                yield from [_told(f"{source}#{title}", error)] if len(sheets) + len(refused) > 1 else []
                continue
            sheets.append((title, rows))
        if not sheets:
            raise (
                refused[0]
                if refused
                else InputError(source, "is a table without rows", "fill it, or leave it out")
            )
        number = 0
        for title, rows in sheets:
            if len(rows) > _MOST_ROWS:
                reason = f"rows beyond {_MOST_ROWS:,} are passed over; save them as files of their own"
                yield Skipped(document=f"{source}#{title}", stage="read", reason=reason)
            columns = find_columns(rows[0], self.options, source)
            for row in rows[1:_MOST_ROWS]:
                number += 1
                yield from self._record(dict(zip(rows[0], row, strict=False)), columns, source, number)

    def _record(
        self, record: dict[str, str], columns: dict[str, list[str]], source: str, number: int
    ) -> Iterator[Document | Skipped]:
        place = f"{source}#{number}"
        try:
            yield from compose_record(
                record, columns, source=place, id=f"{slug(source)}.{number}", options=self.options
            )
        except InputError as error:
            yield _told(place, error)


def _told(place: str, error: InputError) -> Skipped:
    return Skipped(document=place, stage="read", reason=f"{error.reason}; {error.remedy}")


def _sheets(content: bytes) -> Iterator[tuple[str, list[list[str]]]]:
    """The titles of the sheets that are shown and have words, with their rows that have some; one too many at most."""
    import openpyxl

    with warnings.catch_warnings():
        # What it does not know of a workbook's looks it warns about.
        warnings.simplefilter("ignore")
        book: Any = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            rows: list[list[str]] = []
            if sheet.sheet_state == "visible":
                for values in sheet.iter_rows(
                    max_col=_MOST_COLUMNS, max_row=2 * _MOST_ROWS, values_only=True
                ):
                    row = _row(values)
                    if any(row):
                        rows.append(row)
                    if len(rows) > _MOST_ROWS:
                        break
            if rows:
                yield sheet.title, rows
        book.close()


def _row(values: Sequence[object]) -> list[str]:
    return [_cell(value) for value in values]


def _cell(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


READER = SpreadsheetReader()
