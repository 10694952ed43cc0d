"""``story.jsonl``: a story as text, one record a line: the story, then each step with its pins behind it.

    {"record":"story","version":1,"title":"…","author":"…","run":"…"}
    {"record":"step","heading":"…","notes":"…"}
    {"record":"pin","kind":"claim","id":"…","words":"…","view":"…","claims":[…],"actors":[…],"ties":[…]}

A field that is not there is empty; a field of another name, a value of another type or a line that is too long is an
error, which names the line and the field. ``web/src/story/story_file.ts`` reads and writes the same lines.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from sociogram.errors import InputError
from sociogram.knowledge.user_tables import is_file_or_none
from sociogram.story import values
from sociogram.story.values import KINDS, Pin, PinKind, PinnedClaim, Step, Story

VERSION = 1
"""The version of the file; one of a later program may have what this one would lose."""
_FIELDS: Mapping[str, Sequence[str]] = {
    "story": ("version", "title", "author", "run"),
    "step": ("heading", "notes"),
    "pin": ("kind", "id", "words", "view", "claims", "actors", "ties"),
}
"""The fields of each record beside ``record``, in the order in which we write them."""
_OF_CLAIM = ("id", "document", "quote", "subject", "relation", "object", "polarity")
_LONGEST = {"notes": values.LONGEST_NOTES, "quote": values.LONGEST_QUOTE, "view": values.LONGEST_VIEW}
# What some readers take for the end of a line, which JSON allows inside a string.
_LINE_BREAKS = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "\x85": "\\u0085"})
_REMEDY = "mend the line or delete it"


def read_story(path: Path) -> Story | None:
    """The story in ``path``, nothing if there is no such file.

    Raises:
        InputError: If it cannot be read or understood; the message has the line and the field.
    """
    if not is_file_or_none(path):
        return None
    try:
        with path.open("rb") as file:
            content = file.read(values.MOST_BYTES + 1)
    except OSError as error:
        raise InputError(
            str(path), f"cannot be read ({error.strerror})", "mend it or move it away"
        ) from error
    return parse_story(content, str(path))


def parse_story(content: bytes, name: str) -> Story:
    """The story in ``content``, that of the file ``name``.

    Raises:
        InputError: If it cannot be understood; the message has the line and the field.
    """
    if len(content) > values.MOST_BYTES:
        raise InputError(
            name, f"is longer than {values.MOST_BYTES} bytes", "make two stories of it, or give a story"
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(name, "is not UTF-8", "save it as text in UTF-8") from error
    reader = _Reader(name)
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            reader.take(line, f"{name}:{number}")
    return reader.story()


def format_story(story: Story) -> str:
    """``story`` as the content of its file; equal stories give equal text."""
    head = {"version": VERSION, "title": story.title, "author": story.author, "run": story.run}
    lines = [_line("story", head)]
    for step in story.steps:
        lines.append(_line("step", {"heading": step.heading, "notes": step.notes}))
        lines += [_line("pin", _of_pin(pin)) for pin in step.pins]
    return "".join(lines)


def _of_pin(pin: Pin) -> dict[str, Any]:
    record = {name: getattr(pin, name) for name in _FIELDS["pin"]}
    record["claims"] = [{name: getattr(claim, name) for name in _OF_CLAIM} for claim in pin.claims]
    # What is empty is left out, as the page does.
    return {name: value for name, value in record.items() if value}


def _line(record: str, fields: Mapping[str, Any]) -> str:
    text = json.dumps({"record": record, **fields}, ensure_ascii=False, separators=(",", ":"))
    return text.translate(_LINE_BREAKS) + "\n"


class _Reader:
    """Takes the lines of one file, one after the other."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._head: dict[str, str] | None = None
        self._steps: list[tuple[dict[str, str], list[Pin]]] = []
        self._pins = 0

    def take(self, line: str, where: str) -> None:
        """Take one line that is not empty."""
        record = _object(_parse(line, where), where, "the line")
        kind = record.pop("record", None)
        if kind not in _FIELDS:
            raise InputError(where, "field 'record' is none of story, step and pin", _REMEDY)
        if (self._head is None) != (kind == "story"):
            said = (
                "the first line has to be the record 'story'"
                if kind != "story"
                else "a second record 'story'"
            )
            raise InputError(where, said, "give a file that sociogram wrote")
        _check_fields(record, _FIELDS[kind], where)
        getattr(self, f"_take_{kind}")(record, where)

    def story(self) -> Story:
        """All that was taken."""
        if self._head is None:
            raise InputError(self._name, "holds no story", "give a file that sociogram wrote")
        steps = tuple(Step(**fields, pins=tuple(pins)) for fields, pins in self._steps)
        return Story(**self._head, steps=steps)

    def _take_story(self, record: dict[str, Any], where: str) -> None:
        version = record.pop("version", None)
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            raise InputError(where, "field 'version' is no whole number from 1 on", _REMEDY)
        if version > VERSION:
            raise InputError(
                where, f"is of version {version}, and this program reads {VERSION}", "use a newer sociogram"
            )
        self._head = {name: _text(record, name, where) for name in _FIELDS["story"][1:]}

    def _take_step(self, record: dict[str, Any], where: str) -> None:
        if len(self._steps) == values.MOST_STEPS:
            raise InputError(where, f"more than {values.MOST_STEPS} steps", "make two stories of it")
        self._steps.append(({name: _text(record, name, where) for name in _FIELDS["step"]}, []))

    def _take_pin(self, record: dict[str, Any], where: str) -> None:
        self._pins += 1
        if self._pins > values.MOST_PINS:
            raise InputError(where, f"more than {values.MOST_PINS} pins", "make two stories of it")
        if not self._steps:
            raise InputError(where, "a pin before the first step", "put a record 'step' before it")
        if record.get("kind") not in KINDS:
            raise InputError(where, f"field 'kind' is none of {', '.join(KINDS)}", _REMEDY)
        self._steps[-1][1].append(
            Pin(
                kind=cast("PinKind", record["kind"]),
                id=_text(record, "id", where),
                words=_text(record, "words", where),
                view=_text(record, "view", where),
                claims=_claims(record, where),
                actors=_ids(record, "actors", values.MOST_ACTORS, where),
                ties=_ids(record, "ties", values.MOST_TIES, where),
            )
        )


def _parse(line: str, where: str) -> object:
    def refuse(word: str) -> object:
        raise ValueError(f"{word} is no number of JSON")

    try:
        return json.loads(line, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        raise InputError(where, "is no JSON", _REMEDY) from error


def _object(value: object, where: str, what: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise InputError(where, f"{what} is no object", _REMEDY)
    return value


def _check_fields(record: Mapping[str, Any], known: Sequence[str], where: str, before: str = "") -> None:
    unknown = sorted(set(record) - set(known))
    if unknown:
        raise InputError(
            where, f"unknown field {before + unknown[0][:40]!r}", f"the fields are {', '.join(known)}"
        )


def _text(record: Mapping[str, Any], name: str, where: str, before: str = "") -> str:
    value = record.get(name, "")
    most = _LONGEST.get(name, values.LONGEST_LINE)
    if not isinstance(value, str):
        raise InputError(where, f"field '{before}{name}' is no text", _REMEDY)
    # Half of a character, which JSON can name and no file can hold.
    value = value.encode("utf-8", "replace").decode()
    if len(value) > most:
        raise InputError(where, f"field '{before}{name}' is longer than {most} characters", "shorten it")
    return value


def _list(record: Mapping[str, Any], name: str, most: int, where: str) -> list[Any]:
    value = record.get(name, [])
    if not isinstance(value, list):
        raise InputError(where, f"field '{name}' is no list", _REMEDY)
    if len(value) > most:
        raise InputError(where, f"field '{name}' has more than {most}", "pin less at once")
    return value


def _ids(record: Mapping[str, Any], name: str, most: int, where: str) -> tuple[str, ...]:
    return tuple(
        _text({f"{name}.{number}": value}, f"{name}.{number}", where)
        for number, value in enumerate(_list(record, name, most, where), 1)
    )


def _claims(record: Mapping[str, Any], where: str) -> tuple[PinnedClaim, ...]:
    found = []
    for number, value in enumerate(_list(record, "claims", values.MOST_CLAIMS, where), 1):
        before = f"claims.{number}."
        claim = _object(value, where, f"field 'claims.{number}'")
        _check_fields(claim, _OF_CLAIM, where, before)
        found.append(PinnedClaim(**{name: _text(claim, name, where, before) for name in _OF_CLAIM}))
    return tuple(found)
