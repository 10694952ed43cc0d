"""A named span, and which tokens such spans have taken."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A named span, half-open in tokens, with its kind.

    ``source`` is ``model``, ``list``, ``capitals`` or ``echo`` (a name of the same document, seen again);
    ``candidates`` are the entries of the lists that the name may mean, where the text does not tell; ``full`` is the
    whole name where a part of it stands with another's: "Ann Lee" of "*Ann* and Bob Lee".
    """

    first: int
    last: int
    kind: str
    known: str | None = None
    demonym: bool = False
    source: str = "model"
    candidates: tuple[str, ...] = ()
    full: str = ""


@dataclass(slots=True)
class NameBoard:
    """The tokens that names have taken so far."""

    taken: list[bool]
    names: list[Name]

    def is_free(self, first: int, last: int) -> bool:
        """Whether no name has taken a token of the span."""
        return not any(self.taken[first:last])

    def place(self, name: Name) -> None:
        """Take the tokens of ``name`` if all are free."""
        if name.first < name.last and self.is_free(name.first, name.last):
            self.names.append(name)
            self.taken[name.first : name.last] = [True] * (name.last - name.first)
