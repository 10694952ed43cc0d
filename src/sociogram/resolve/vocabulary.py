"""The words that identity needs: nicknames, titles, suffixes, legal forms, from ``identity.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sociogram.errors import OntologyError
from sociogram.knowledge.entries import load_yaml
from sociogram.knowledge.folders import actor_lists_folder

FILE = "identity.yaml"
_SETS = ("titles", "suffixes", "particles", "legal_forms", "unique", "empty", "determiners", "numerals")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Sets of words in lower case.

    ``nicknames`` gives the groups that a given name belongs to, ``bodies`` the kind of each body.
    """

    nicknames: dict[str, frozenset[int]]
    titles: frozenset[str]
    suffixes: frozenset[str]
    particles: frozenset[str]
    legal_forms: frozenset[str]
    unique: frozenset[str]
    bodies: Mapping[str, str]
    empty: frozenset[str]
    determiners: frozenset[str]
    numerals: frozenset[str]

    def same_given_name(self, left: str, right: str) -> bool:
        """Whether two given names are equal or nicknames of one another."""
        if left == right:
            return True
        groups = self.nicknames.get(left)
        return groups is not None and not groups.isdisjoint(self.nicknames.get(right, ()))


@cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary of the package, read once.

    Raises:
        OntologyError: If the file is not what it should be.
    """
    path = actor_lists_folder() / FILE
    loaded = load_yaml(path)
    missing = [key for key in ("nicknames", *_SETS) if not isinstance(loaded.get(key), list)]
    if missing:
        raise OntologyError(f"{path}: no list under {', '.join(missing)}; add it")
    if not isinstance(loaded.get("bodies"), dict):
        raise OntologyError(f"{path}: no kinds under bodies; add them")
    wrong = [key for key in _SETS if not all(isinstance(word, str) for word in loaded[key])]
    if wrong:
        raise OntologyError(f"{path}: YAML reads an unquoted no, on or yes in {', '.join(wrong)}; quote it")
    groups: dict[str, set[int]] = {}
    for number, names in enumerate(loaded["nicknames"]):
        for name in names:
            groups.setdefault(name, set()).add(number)
    return Vocabulary(
        nicknames={name: frozenset(numbers) for name, numbers in groups.items()},
        bodies=dict(loaded["bodies"]),
        **{key: frozenset(loaded[key]) for key in _SETS},
    )
