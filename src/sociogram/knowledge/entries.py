"""Reads YAML files that are lists of entries, and says of each where it stands.

The ontology and the lexicon share it, so that every complaint has its ``file:line``.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sociogram.errors import OntologyError

# The C loader reads the lexicon about ten times faster; some platforms have none.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Entry:
    """One item of a YAML list. ``where`` is ``file:line``, the line counted from 1."""

    values: dict[str, Any]
    where: str

    def error(self, message: str) -> OntologyError:
        """The error that says ``message`` about this entry."""
        return OntologyError(f"{self.where}: {message}")

    def check_keys(self, known: Collection[str], needed: Collection[str]) -> None:
        """Raise ``OntologyError`` for a key that is not ``known`` or a ``needed`` one that is missing."""
        for key in self.values:
            if key not in known:
                raise self.error(f"unknown key `{key}`{near_miss(str(key), known)}")
        for key in sorted(needed):
            if self.values.get(key) in (None, "", []):
                raise self.error(f"`{key}` is missing; every entry needs {', '.join(sorted(needed))}")

    def text(self, key: str, default: str = "") -> str:
        """The string at ``key``."""
        value = self.values.get(key, default)
        if not isinstance(value, str):
            raise self.error(f"`{key}` must be a text, not {value!r}; put it in quotes")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The strings at ``key``: a list, a single string, or nothing."""
        return as_texts(self.values.get(key), key, self)


def as_texts(value: object, key: str, entry: Entry) -> tuple[str, ...]:
    """``value`` as strings; raises for anything else, such as an unquoted ``yes`` or ``on``."""
    if value is None:
        return ()
    values = value if isinstance(value, list) else [value]
    for one in values:
        if not isinstance(one, str):
            raise entry.error(f"`{key}` holds {one!r}, which is no text; put it in quotes")
    return tuple(values)


def near_miss(word: str, known: Collection[str]) -> str:
    """``; did you mean `funded`?`` where something like ``word`` is known, else an empty string."""
    close = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"; did you mean `{close[0]}`?" if close else ""


def load_yaml(path: Path) -> Any:
    """What the YAML of one of the package's own files says."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 - a safe loader


def iter_entries(folder: Path) -> Iterator[Entry]:
    """The entries of the ``*.yaml`` files in ``folder``, by file name, then as they stand.

    Raises:
        OntologyError: If there is no file, or one is not a YAML list of mappings.
    """
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        raise OntologyError(f"{folder}: no *.yaml file; the ontology is not installed where it belongs")
    for path in paths:
        yield from iter_file(path)


def iter_file(path: Path) -> Iterator[Entry]:
    """The entries of one file, as they stand."""
    loader = _Loader(path.read_text(encoding="utf-8"))
    try:
        node = loader.get_single_node()
        if node is None:
            return
        if not isinstance(node, yaml.SequenceNode):
            raise OntologyError(f"{path}:1: the file must be a list; begin each entry with `- id:`")
        for item in node.value:
            where = f"{path}:{item.start_mark.line + 1}"
            if not isinstance(item, yaml.MappingNode):
                raise OntologyError(f"{where}: an entry must be a mapping that begins with `- id:`")
            _check_repeated_keys(item, path)
            yield Entry(loader.construct_document(item), where)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise OntologyError(f"{path}:{line}: this is no YAML: {getattr(error, 'problem', error)}") from error
    finally:
        loader.dispose()


def _check_repeated_keys(item: yaml.MappingNode, path: Path) -> None:
    seen: set[str] = set()
    for key, _ in item.value:
        if key.value in seen:
            raise OntologyError(f"{path}:{key.start_mark.line + 1}: `{key.value}` stands twice in one entry")
        seen.add(key.value)
