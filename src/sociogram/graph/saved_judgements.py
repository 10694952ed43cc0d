"""``judgements.csv``: what a person decided, as text that is replayed at every build.

Columns: ``verdict,left,right,who,when,note``; the last three may be missing. Verdicts: ``same`` and ``different`` (two
actors), ``rename`` (an actor and its new name), ``wrong`` and ``right`` (a claim's or a tie's id; the column
``right`` is free).
A side is an actor's id, a name, or ``DOCUMENT@START`` (``DOCUMENT@START-END``, where two mentions begin
at one place). Deleting a line undoes it. A side that a spreadsheet would run as a formula may have an apostrophe
before it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, cast

from sociogram.errors import InputError
from sociogram.knowledge.user_tables import format_rows, guard_field, is_file_or_none, lines_of, without_guard
from sociogram.model import Judgement

COLUMNS = ("verdict", "left", "right", "who", "when", "note")
"""The columns of the file, in the order in which we write them."""
VERDICTS = ("same", "different", "rename", "wrong", "right")
"""What a judgement can say."""
REVIEWS = frozenset({"wrong", "right"})
"""The verdicts on a claim or a tie, which have no other side."""


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements in ``path``, in its order; none if there is no such file.

    Raises:
        InputError: If it cannot be read, or a line cannot be understood; the message has its number.
    """
    if not is_file_or_none(path):
        return ()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError(
            str(path), f"cannot be read ({error.strerror})", "mend it or move it away"
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), "is not UTF-8", "save it as CSV in UTF-8") from error
    return parse_judgements(text, str(path))


def parse_judgements(text: str, name: str) -> tuple[Judgement, ...]:
    """The judgements in ``text``, the content of the file ``name``, in its order.

    Raises:
        InputError: If a line cannot be understood; the message has its number.
    """
    rows = csv.DictReader(lines_of(text))
    try:
        missing = [column for column in COLUMNS[:3] if column not in (rows.fieldnames or ())]
        if text.strip() and missing:
            raise InputError(
                f"{name}:1", f"no column {', '.join(missing)}", f"begin it with {','.join(COLUMNS)}"
            )
        return tuple(
            _judgement(row, f"{name}:{rows.line_num}")
            for row in rows
            if any((value or "") for value in row.values())
        )
    except csv.Error as error:
        raise InputError(
            f"{name}:{rows.line_num}", f"is no CSV ({error})", "mend the line or delete it"
        ) from error


def write_judgements(path: Path, judgements: Iterable[Judgement]) -> None:
    """Write ``judgements`` to the new file ``path``."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = ([guard_field(getattr(judgement, column)) for column in COLUMNS] for judgement in judgements)
        file.write(format_rows([COLUMNS, *rows]))


def _judgement(row: dict[str, str], where: str) -> Judgement:
    values = {column: without_guard((row.get(column) or "").strip()) for column in COLUMNS}
    verdict = values["verdict"].lower()
    if verdict not in VERDICTS:
        raise InputError(
            where, f"unknown verdict '{values['verdict']}'", f"write one of {', '.join(VERDICTS)}"
        )
    if not values["left"] or (verdict not in REVIEWS and not values["right"]):
        raise InputError(where, "a side is empty", "fill in `left` and `right`, or delete the line")
    return Judgement(
        verdict=cast("Literal['same', 'different', 'rename', 'wrong', 'right']", verdict),
        left=values["left"],
        right=values["right"],
        who=values["who"],
        when=values["when"],
        note=values["note"],
    )
