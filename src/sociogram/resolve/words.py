"""The words that identity needs: nicknames, titles, suffixes, legal forms (``ontology/vocabulary/identity.yaml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sociogram.knowledge.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityWords:
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
    nobody: frozenset[str]
    sources: frozenset[str]
    determiners: frozenset[str]
    counting: frozenset[str]
    numerals: frozenset[str]
    not_in_acronyms: frozenset[str]

    def same_given_name(self, left: str, right: str) -> bool:
        """Whether two given names are equal or nicknames of one another."""
        if left == right:
            return True
        groups = self.nicknames.get(left)
        return groups is not None and not groups.isdisjoint(self.nicknames.get(right, ()))


@cache
def load_identity_words() -> IdentityWords:
    """The words of identity, read once.

    Raises:
        OntologyError: If the file is not what it should be.
    """
    vocabulary = load_vocabulary("identity")
    groups: dict[str, set[int]] = {}
    for number, (name, others) in enumerate(vocabulary.values("nicknames").items()):
        for one in (name, *others):
            groups.setdefault(one, set()).add(number)
    return IdentityWords(
        nicknames={name: frozenset(numbers) for name, numbers in groups.items()},
        bodies=vocabulary.values("bodies"),
        titles=vocabulary.words("titles"),
        suffixes=vocabulary.words("suffixes"),
        particles=vocabulary.words("particles"),
        legal_forms=vocabulary.words("legal-forms"),
        unique=vocabulary.words("unique"),
        empty=vocabulary.words("empty"),
        sources=vocabulary.words("sources"),
        nobody=vocabulary.words("nobody"),
        determiners=vocabulary.words("determiners"),
        counting=vocabulary.words("counting"),
        numerals=vocabulary.words("numerals"),
        not_in_acronyms=vocabulary.words("not-in-acronyms"),
    )
