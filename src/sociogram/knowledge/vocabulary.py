"""Word lists that rules ask, as data: one YAML file a room under ``ontology/vocabulary``, one entry a list.

An entry has an ``id``, says with ``what`` which words belong to it, and holds ``words`` (a list, of which order is kept
where the rule needs it) or ``values`` (what each word stands for). Closed classes of grammar that nobody would extend
(the forms of "be", say) stay beside their rule in code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sociogram.errors import OntologyError
from sociogram.knowledge.entries import Entry, as_texts, iter_file, near_miss
from sociogram.knowledge.folders import ontology_folder

FOLDER = "vocabulary"
_KEYS = ("id", "what", "words", "values")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of one file, by their ids."""

    path: str
    entries: Mapping[str, Entry]

    def words(self, id: str) -> frozenset[str]:  # noqa: A002
        """The words of the list ``id``.

        Raises:
            OntologyError: If there is no such list, or it holds something else than words.
        """
        return frozenset(self.ordered(id))

    def ordered(self, id: str) -> tuple[str, ...]:  # noqa: A002
        """The words of the list ``id`` as they stand in the file.

        Raises:
            OntologyError: If there is no such list, or it holds something else than words.
        """
        return as_texts(self._value(id, "words"), "words", self.entries[id])

    def values(self, id: str) -> Mapping[str, Any]:  # noqa: A002
        """What each word of the list ``id`` stands for.

        Raises:
            OntologyError: If there is no such list, or it has no values.
        """
        found = self._value(id, "values")
        if not isinstance(found, dict):
            raise self.entries[id].error("`values` must be a mapping from a word to what it stands for")
        as_texts(list(found), "values", self.entries[id])
        return found

    def _value(self, id: str, key: str) -> Any:  # noqa: A002
        entry = self.entries.get(id)
        if entry is None:
            raise OntologyError(f"{self.path}: there is no list `{id}`{near_miss(id, self.entries)}")
        entry.check_keys(_KEYS, ("id", "what", key))
        return entry.values[key]


@cache
def load_vocabulary(room: str) -> Vocabulary:
    """The word lists of ``room``, read once: ``ontology/vocabulary/ROOM.yaml``.

    Raises:
        OntologyError: If the file is not there or not what it should be.
    """
    path = ontology_folder() / FOLDER / f"{room}.yaml"
    if not path.is_file():
        raise OntologyError(f"{path}: not there; the ontology is not installed where it belongs")
    entries: dict[str, Entry] = {}
    for entry in iter_file(path):
        id_ = entry.text("id")
        if id_ in entries:
            raise entry.error(f"the list `{id_}` stands twice")
        entries[id_] = entry
    return Vocabulary(str(path), entries)
