"""Spreadsheets: collections of articles as sheets of .xlsx."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.model import Document, Skipped
from sociogram.read.files.guard import unread
from sociogram.read.files.options import ReadOptions
from sociogram.read.files.zipped import weigh_parts
from sociogram.read.formats.records import compose_record, find_columns

_MOST_ROWS = 100_000
_MOST_COLUMNS = 1_000
_MOST_CELLS = 5_000_000
"""Rows of a sheet that are read, cells of a row, cells of a sheet; it may have 1,048,576 rows of 16,384 cells."""


@dataclass(frozen=True)
class SpreadsheetReader:
    """Reads each row below the first of each sheet as a document, as from a CSV file; of formulas their last values."""

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".xlsx", ".xlsm")

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The rows in their order; raises ``InputError`` if no sheet has a column that holds texts."""
        weigh_parts(content, source, remedy="save its sheets as .csv, in several files if they are long")
        number, refused = 0, []
        for sheet in _sheets(content):
            try:
                columns = find_columns(sheet.rows[0], self.options, source)
            except InputError as error:
                refused.append((sheet.title, error))
                continue
            if sheet.cut:
                reason = f"rows behind the first {len(sheet.rows) - 1:,} are passed over; save them as another file"
                yield Skipped(document=f"{source}#{sheet.title}", stage="read", reason=reason)
            for row in sheet.rows[1:]:
                number += 1
                yield from self._record(dict(zip(sheet.rows[0], row, strict=False)), columns, source, number)
        if not number:
            raise (
                refused[0][1]
                if refused
                else InputError(source, "is a table without rows", "fill it, or leave it out")
            )
        yield from (_told(f"{source}#{title}", error) for title, error in refused)

    def _record(
        self, record: dict[str, str], columns: dict[str, list[str]], source: str, number: int
    ) -> Iterator[Document | Skipped]:
        place = f"{source}#{number}"
        try:
            yield from compose_record(
                record, columns, source=place, id=f"{slug(source)}.{number}", options=self.options
            )
        except Exception as error:
            # Whatever one record raises, the others are read.
            yield unread(place, error)


def _told(place: str, error: InputError) -> Skipped:
    return Skipped(document=place, stage="read", reason=f"{error.reason}; {error.remedy}")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """The rows of a sheet that have words, the first of them its columns; ``cut`` says that there are more."""

    title: str
    rows: list[list[str]]
    cut: bool


def _sheets(content: bytes) -> Iterator[_Sheet]:
    """The sheets that are shown and have words."""
    import openpyxl

    with warnings.catch_warnings():
        # What it does not know of a workbook's looks it warns about.
        warnings.simplefilter("ignore")
        book: Any = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                found = _sheet(sheet)
                if found.rows:
                    yield found
        book.close()


def _sheet(sheet: Any) -> _Sheet:
    # What the sheet says of its size may be a lie, and would make every row as long as that.
    sheet.reset_dimensions()
    rows: list[list[str]] = []
    cells = 0
    for number, values in enumerate(sheet.iter_rows(values_only=True)):
        cells += len(values)
        if number >= 2 * _MOST_ROWS or len(rows) > _MOST_ROWS or cells > _MOST_CELLS:
            return _Sheet(title=sheet.title, rows=rows, cut=True)
        row = [_cell(value) for value in values[:_MOST_COLUMNS]]
        if any(row):
            rows.append(row)
    return _Sheet(title=sheet.title, rows=rows, cut=False)


def _cell(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


READER = SpreadsheetReader()
