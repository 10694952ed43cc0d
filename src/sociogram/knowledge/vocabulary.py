"""Word lists that rules ask, as data: one YAML file a room under ``ontology/vocabulary``, one entry a list.

An entry has an ``id``, says with ``what`` which words belong to it, and holds ``words`` (a list, of which order is kept
where the rule needs it) or ``values`` (what each word stands for); it may have ``positive`` and ``negative`` examples,
which run as tests of its rule. Closed classes of grammar that nobody would extend (the forms of "be", say) stay beside
their rule in code.

Three files are more than lists of words and have readers of their own, in ``ontology/vocabulary/structured``:
``cues.yaml`` (the words of attribution and qualification), ``posts.yaml`` (what a post means for its body) and
``calibration.yaml`` (how often readers sign a kind of claim).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sociogram.errors import OntologyError
from sociogram.knowledge.entries import Entry, as_texts, iter_file, near_miss
from sociogram.knowledge.folders import ontology_folder

FOLDER = "vocabulary"
_KEYS = ("id", "what", "words", "values", "positive", "negative")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The lists of one file, by their ids."""

    path: str
    entries: Mapping[str, Entry]

    def words(self, id: str) -> frozenset[str]:  # noqa: A002
        """The words of the list ``id``.

        Raises:
            OntologyError: If there is no such list, or it holds values.
        """
        return frozenset(self.ordered(id))

    def ordered(self, id: str) -> tuple[str, ...]:  # noqa: A002
        """The words of the list ``id`` as they stand in the file.

        Raises:
            OntologyError: If there is no such list, or it holds values.
        """
        return as_texts(self._held(id, "words"), "words", self.entries[id])

    def values(self, id: str) -> Mapping[str, Any]:  # noqa: A002
        """What each word of the list ``id`` stands for: a text, a number or a list of texts.

        Raises:
            OntologyError: If there is no such list, or it holds words alone.
        """
        found: dict[str, Any] = self._held(id, "values")
        return found

    def examples(self, id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: A002
        """The positive and the negative examples of the list ``id``, none where it has none.

        Raises:
            OntologyError: If there is no such list.
        """
        self._held(id, "id")
        entry = self.entries[id]
        return entry.texts("positive"), entry.texts("negative")

    def _held(self, id: str, key: str) -> Any:  # noqa: A002
        entry = self.entries.get(id)
        if entry is None:
            raise OntologyError(f"{self.path}: there is no list `{id}`{near_miss(id, self.entries)}")
        if key not in entry.values:
            raise entry.error(f"the list `{id}` has no `{key}`; a rule asks it for them")
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
    return read_vocabulary(path)


def read_vocabulary(path: Path) -> Vocabulary:
    """The word lists of the file ``path``.

    Raises:
        OntologyError: If a list is not what it should be; the message gives ``file:line``.
    """
    entries: dict[str, Entry] = {}
    for entry in iter_file(path):
        _check(entry)
        id_ = entry.text("id")
        if id_ in entries:
            raise entry.error(f"the list `{id_}` stands twice")
        entries[id_] = entry
    return Vocabulary(str(path), entries)


def _check(entry: Entry) -> None:
    """Raise ``OntologyError`` unless the entry holds words, each once, or values for words."""
    held = [key for key in ("words", "values") if key in entry.values]
    if len(held) != 1:
        raise entry.error(f"a list holds either `words` or `values`, not {' and '.join(held) or 'neither'}")
    entry.check_keys(_KEYS, ("id", "what", held[0]))
    entry.text("what")
    value = entry.values[held[0]]
    if not isinstance(value, list if held[0] == "words" else dict):
        raise entry.error(
            "`words` must be a list of words, `values` a mapping from a word to what it stands for"
        )
    words = as_texts(list(value), held[0], entry)
    if bool(entry.texts("positive")) != bool(entry.texts("negative")):
        raise entry.error("a list with examples has `positive` and `negative` ones")
    twice = sorted({word for word in words if words.count(word) > 1})
    if twice:
        raise entry.error(f"`{twice[0]}` stands twice in `{entry.text('id')}`")


def structured_path(name: str) -> Path:
    """The file of a vocabulary whose entries have a form of their own: ``cues`` or ``posts``."""
    return ontology_folder() / FOLDER / "structured" / f"{name}.yaml"
