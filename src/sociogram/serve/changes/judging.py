"""Judgements that come over the wire: lines of ``judgements.csv``, written at once and taken out again."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sociogram.errors import InputError
from sociogram.graph.saved_judgements import COLUMNS, REVIEWS, VERDICTS, parse_judgements, read_judgements
from sociogram.knowledge.case_files import JUDGEMENTS_FILE
from sociogram.knowledge.user_tables import format_rows, guard_field, lines_of, without_guard
from sociogram.serve.workers.jobs import RefusalError
from sociogram.write.files.atomic import open_atomic

_MOST = 1000
_LONGEST = 1000
"""Judgements of one request, and characters of a field: more than a page sends."""
JudgementRow = dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _JudgementTable:
    """The file as it is: its columns in their order, and its rows."""

    columns: tuple[str, ...]
    rows: list[JudgementRow]


def list_judgements(folder: Path) -> list[JudgementRow]:
    """The judgements in the file, as it has them.

    Raises:
        InputError: If it cannot be read.
    """
    found = read_judgements(folder / JUDGEMENTS_FILE)
    return [{name: str(getattr(each, name)) for name in COLUMNS} for each in found]


def change_judgements(folder: Path, items: object, *, take_out: bool) -> int:
    """Add judgements at the end of the file, or take out the lines that say the same; how many that were.

    A line that is there already is not added again; reviews of a claim are the same if they are of one reviewer, and
    the later note of such a pair is kept. ``when`` and ``note`` of lines to take out do not matter, nor ``who`` where
    it is not given. The caller holds the case's lock.

    Raises:
        RefusalError: 400 if one is no judgement; then none is written.
        InputError: If the file cannot be read.
    """
    wanted = read_items(items)
    path = folder / JUDGEMENTS_FILE
    read_judgements(path)  # what a build could not read is mended by a person first
    table = _read(path)
    if take_out:
        gone = [
            (_key(row), row["who"] if "who" in item else None)
            for row, item in zip(wanted, _as_list(items), strict=True)
        ]
        rows = [
            row
            for row in table.rows
            if not any(_key(row) == key and who in {None, row["who"]} for key, who in gone)
        ]
        changed = len(table.rows) - len(rows)
    else:
        rows = list(table.rows)
        changed = sum(_add(row, rows) for row in wanted)
    if changed:
        content = _format(_JudgementTable(columns=table.columns, rows=rows))
        _check(content, path, rows)
        with open_atomic(path) as file:
            file.write(content.encode())
    return changed


def _add(row: JudgementRow, rows: list[JudgementRow]) -> bool:
    """Put ``row`` behind ``rows``, unless one of them says the same; whether they have changed."""
    if row["verdict"] not in REVIEWS:
        if any(_key(row) == _key(other) for other in rows):
            return False
        rows.append(row)
        return True
    own = [other for other in rows if _is_review_of(other, row)]
    if own and own[-1]["verdict"] == row["verdict"]:
        if row["note"] in {"", own[-1].get("note", "")}:
            return False
        own[-1]["note"] = row["note"]
        return True
    rows.append(row)
    return True


def _is_review_of(other: JudgementRow, row: JudgementRow) -> bool:
    """Whether both are reviews of one claim or tie by one reviewer."""
    return other["verdict"] in REVIEWS and all(other.get(name, "") == row[name] for name in ("left", "who"))


def _check(content: str, path: Path, rows: list[JudgementRow]) -> None:
    """See that a build will read ``rows`` out of ``content``, as they are.

    Raises:
        RefusalError: 400 if it will not.
    """
    try:
        found = parse_judgements(content, str(path))
    except InputError as error:
        raise RefusalError(400, f"could not be read back ({error.reason}); send plain text") from error
    if [tuple(getattr(each, name) for name in COLUMNS) for each in found] != [
        tuple(row.get(name, "") for name in COLUMNS) for row in rows
    ]:
        raise RefusalError(400, "could not be read back as it was sent; send plain text")


def read_items(items: object) -> list[JudgementRow]:
    """The judgements in a JSON value, one or a list of them.

    Raises:
        RefusalError: 400 if one is no judgement.
    """
    values = _as_list(items)
    if not 1 <= len(values) <= _MOST:
        raise RefusalError(400, f"1 to {_MOST} judgements can be sent at once; send a list of them")
    return [_read_item(value) for value in values]


def _as_list(items: object) -> list[Any]:
    return items if isinstance(items, list) else [items]


def _read_item(value: object) -> JudgementRow:
    if not isinstance(value, Mapping) or not all(isinstance(key, str) for key in value):
        raise RefusalError(400, 'no judgement; send {"verdict": …, "left": …, "right": …}')
    unknown = sorted(set(value) - set(COLUMNS))
    if unknown:
        raise RefusalError(400, f"unknown field {unknown[0][:40]!r}; the fields are {', '.join(COLUMNS)}")
    row = {}
    for name in COLUMNS:
        text = value.get(name)
        row[name] = "" if text is None else _read_text(name, text)
    if row["verdict"] not in VERDICTS:
        raise RefusalError(400, f"unknown verdict {row['verdict'][:40]!r}; send one of {', '.join(VERDICTS)}")
    if not row["left"] or (row["verdict"] not in REVIEWS and not row["right"]):
        raise RefusalError(400, "a side is empty; send 'left' and 'right'")
    # A ledger says when; what takes a line out is compared without it.
    row["when"] = row["when"] or datetime.now(tz=UTC).date().isoformat()
    return row


def _read_text(name: str, text: object) -> str:
    if not isinstance(text, str) or len(text) > _LONGEST:
        raise RefusalError(400, f"'{name}' is no text of at most {_LONGEST} characters; send such a text")
    if any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 or 0xD800 <= ord(char) < 0xE000 for char in text):
        raise RefusalError(400, f"'{name}' has control characters; send plain text of one line")
    return text.strip()


def _key(row: Mapping[str, str]) -> tuple[str, str, str]:
    verdict, left, right = (row[name] for name in COLUMNS[:3])
    # `same` and `different` are symmetric: which side is left says nothing.
    sides = sorted((left, right)) if verdict in {"same", "different"} else (left, right)
    return verdict, sides[0], "" if verdict in REVIEWS else sides[1]


def _read(path: Path) -> _JudgementTable:
    if not path.exists():
        return _JudgementTable(columns=COLUMNS, rows=[])
    reader = csv.DictReader(lines_of(path.read_bytes().decode("utf-8-sig")))
    columns = tuple(dict.fromkeys([*(reader.fieldnames or ()), *COLUMNS]))
    rows = [
        {name: without_guard((values.get(name) or "").strip()) for name in columns}
        for values in reader
        if any(value for value in values.values() if isinstance(value, str))
    ]
    for row in rows:
        row["verdict"] = row["verdict"].lower()
    return _JudgementTable(columns=columns, rows=rows)


def _format(table: _JudgementTable) -> str:
    rows = ([guard_field(row.get(name, "")) for name in table.columns] for row in table.rows)
    return format_rows([table.columns, *rows])
