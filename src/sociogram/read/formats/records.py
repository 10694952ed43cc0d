"""Documents from the records of a collection: which field is what, and the text they make."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from typing import Any

from sociogram.errors import InputError
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import BlockKind, Document
from sociogram.read.files.options import ReadOptions
from sociogram.read.formats.composer import Composer, one_line
from sociogram.read.phrases.dates import NO_ORDER, NumberOrder, find_order
from sociogram.read.phrases.no_values import is_no_value

NAMES = {ours: tuple(theirs) for ours, theirs in load_vocabulary("read").values("columns").items()}
"""The usual names of columns, in order of preference; compared without case, blanks and signs."""

_MARKUP = re.compile(r"</(?:p|div|a|span|h\d|li|b|i|em|strong|td)\s*>|<br\s*/?>", re.IGNORECASE)


def find_columns(columns: Iterable[str], options: ReadOptions, source: str) -> dict[str, list[str]]:
    """The columns of a collection for each of our names, the best first.

    Raises:
        InputError: If no column holds the text, or the options name one that is not there.
    """
    present = [column for column in columns if column]
    for ours, theirs in options.columns.items():
        if theirs not in present:
            raise InputError(source, f"has no column '{theirs}' for the {ours}", _hint(theirs, present))
    found = {
        ours: [options.columns[ours]]
        if ours in options.columns
        else [column for name in names for column in present if _bare(column) == name]
        for ours, names in NAMES.items()
    }
    if not found["text"]:
        guess = next(
            (
                column
                for column in present
                if difflib.get_close_matches(_bare(column), NAMES["text"][:20], n=1, cutoff=0.75)
            ),
            None,
        )
        meant = f"; did you mean text={guess}?" if guess else ""
        raise InputError(
            source,
            f"has no column of texts; its columns are {_listed(present)}",
            f"name one, as in --column text=NAME{meant}",
        )
    return found


def compose_record(
    record: Mapping[str, Any],
    columns: Mapping[str, list[str]],
    *,
    source: str,
    id: str,  # noqa: A002
    options: ReadOptions,
    order: NumberOrder = NO_ORDER,
) -> list[Document]:
    """The document of one record: its metadata as lines, then its text; ``order`` tells how its dates are written.

    Raises:
        InputError: If it has no text.
    """
    values = {ours: _value(record, names) for ours, names in columns.items()}
    if not values["text"].strip():
        raise InputError(source, "is a record without text", "fill its text, or leave it out")
    composer = Composer()
    composer.add_title(values["title"])
    composer.add_authors(_people(record, columns["author"]))
    composer.add_published(values["published"], order=order)
    outlet = next(
        (
            value
            for name in columns["publisher"]
            if (value := one_line(_words(record.get(name)))) and "://" not in value and not is_no_value(value)
        ),
        "",
    )
    composer.add_publisher(outlet)
    address = next(
        (value for name in columns["source"] if "://" in (value := one_line(_words(record.get(name))))), ""
    )
    if address:
        composer.add(f"Source: {address}", BlockKind.METADATA)
    if _MARKUP.search(values["text"]):
        from sociogram.read.formats.html import compose_page

        compose_page(values["text"], composer, with_metadata=False)
    else:
        composer.add(values["text"])
    options.check_text(composer.text(), source)
    documents = composer.documents(source=source, id=id)
    if not documents:
        raise InputError(source, "is a record without text", "fill its text, or leave it out")
    return documents


def find_order_in(records: Iterable[Mapping[str, Any]], columns: Mapping[str, list[str]]) -> NumberOrder:
    """The order of numbers that the dates of ``records`` show; no date is one nested deep."""
    return find_order(_shown_value(record, columns["published"]) for record in records)


def _shown_value(record: Mapping[str, Any], names: list[str]) -> str:
    try:
        return _value(record, names)
    except RecursionError:
        return ""


def _value(record: Mapping[str, Any], names: list[str]) -> str:
    """The first of the columns ``names`` with a value."""
    found = (_words(record.get(name)) for name in names)
    return next((value for value in found if not is_no_value(value)), "")


def _words(value: object) -> str:
    """A value as text; of an object its name, of a list its parts."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, Mapping):
        return next(
            (_words(value[key]) for key in ("name", "title", "text", "value", "#text") if key in value), ""
        )
    if isinstance(value, list):
        parts = [_words(part) for part in value]
        return ("\n\n" if any(len(part) > 80 for part in parts) else ", ").join(
            part for part in parts if part
        )
    return str(value)


def _people(record: Mapping[str, Any], names: list[str]) -> list[str]:
    for name in names:
        value = record.get(name)
        if isinstance(value, list):
            people = [one_line(_words(part)) for part in value]
        else:
            whole = re.sub(r"^(?:by|written by)\s+", "", one_line(_words(value)), flags=re.IGNORECASE)
            people = re.split(r" ?; ?| ?\| ?| ?, ?(?:and )?| and | ?& ?", whole)
            people = (
                [whole] if len(people) == 2 and all(len(part.split()) == 1 for part in people) else people
            )
        people = [person for found in people if not is_no_value(person := found.strip("[]'\" "))]
        if people:
            return people
    return []


def _bare(column: str) -> str:
    return re.sub(r"[^a-z0-9]", "", column.lower())


def _listed(columns: list[str]) -> str:
    shown = ", ".join(f"'{column[:40]}'" for column in columns[:12])
    return (shown + (f" and {len(columns) - 12} more" if len(columns) > 12 else "")) or "none"


def _hint(wanted: str, present: list[str]) -> str:
    close = difflib.get_close_matches(wanted, present, n=1)
    return f"did you mean '{close[0]}'?" if close else f"its columns are {_listed(present)}"
