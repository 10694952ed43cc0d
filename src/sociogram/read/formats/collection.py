"""Collections of articles as JSON or JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from sociogram.errors import InputError
from sociogram.ids import slug
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Document, Skipped
from sociogram.read.files.decode import decode
from sociogram.read.files.guard import unread
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.records import NAMES, compose_record, find_columns, find_order_in

_MOST_DIGITS = 1000
"""Digits of a whole number that are turned into one: below Python's own limit of 4,300, over which it raises."""
_HOLDERS = load_vocabulary("read").ordered("holders")


@dataclass(frozen=True)
class CollectionReader:
    """Reads each record as a document; a record that can't be read is skipped alone."""

    options: ReadOptions = field(default_factory=ReadOptions)
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson", ".json")

    def read(self, content: bytes, source: str) -> Iterator[Document | Skipped]:
        """The records in their order; raises ``InputError`` if none can be read."""
        text = decode(content, source, self.options.encoding)
        by_line = source.lower().endswith((".jsonl", ".ndjson"))
        yield from self._records(list(_lines(text)) if by_line else _loaded(text, source), source)

    def _records(self, records: list[Any], source: str) -> Iterator[Document | Skipped]:
        good = [record for record in records if isinstance(record, dict | str)]
        if not good:
            first = next(
                (str(record) for record in records if isinstance(record, json.JSONDecodeError)),
                "it holds no objects",
            )
            raise InputError(source, f"is no valid JSON collection ({first})", "export it again")
        names = dict.fromkeys(name for record in good if isinstance(record, dict) for name in record)
        columns = find_columns(names, self.options, source) if names else {ours: [] for ours in NAMES}
        base = slug(source)
        order = find_order_in((record for record in good if isinstance(record, dict)), columns)
        for number, record in enumerate(records, start=1):
            place = f"{source}#{number}"
            try:
                _check_record(record, place)
                values, own = (
                    (record, columns)
                    if isinstance(record, dict)
                    else ({"text": record}, {**{ours: [] for ours in NAMES}, "text": ["text"]})
                )
                yield from compose_record(
                    values,
                    own,
                    source=place,
                    id=f"{base}.{number}",
                    options=self.options,
                    order=order,
                )
            except Exception as error:
                # Whatever one record raises, the others are read.
                yield unread(place, error)


def _check_record(record: object, place: str) -> None:
    if isinstance(record, json.JSONDecodeError):
        raise InputError(place, f"is no valid JSON ({record.msg})", "mend the line, or leave it out")
    if not isinstance(record, dict | str):
        raise InputError(place, "is no object", "leave it out")


def _lines(text: str) -> Iterator[Any]:
    for row in text.split("\n"):
        # Files that were put together have the mark of an encoding in front of each.
        line = row.removeprefix("\ufeff")
        if line.strip():
            try:
                yield json.loads(line, parse_int=_whole)
            except json.JSONDecodeError as error:
                yield error
            except ValueError as error:
                yield json.JSONDecodeError(str(error), "", 0)
            except RecursionError:
                yield json.JSONDecodeError("nested too deeply", "", 0)


def _whole(digits: str) -> int | str:
    """A whole number; one with more digits than Python turns into a number stays as it is written."""
    return int(digits) if len(digits) <= _MOST_DIGITS else digits


def _loaded(text: str, source: str) -> list[Any]:
    try:
        value = json.loads(text, parse_int=_whole)
    except json.JSONDecodeError as error:
        # Many tools give JSON Lines the suffix of JSON.
        records = list(_lines(text))
        if any(isinstance(record, dict) for record in records):
            return records
        raise InputError(
            source,
            f"is no valid JSON (line {error.lineno}, column {error.colno}: {error.msg})",
            "export it again; it may be truncated",
        ) from error
    while isinstance(value, dict):
        holder = next((value[name] for name in _HOLDERS if isinstance(value.get(name), list | dict)), None)
        if holder is None:
            inner = list(value.values())
            return inner if inner and all(isinstance(record, dict) for record in inner) else [value]
        value = holder
    return value if isinstance(value, list) else [value]


READER = CollectionReader()
