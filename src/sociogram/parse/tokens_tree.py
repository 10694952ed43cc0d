"""A parsed document as plain lists, so that clauses are read without touching spaCy's tokens again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.attrs import DEP, HEAD, LEMMA, LOWER, POS, TAG

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Tree:
    """Columns over the tokens of a document; ``heads`` are absolute, a root is its own head.

    ``children[i]`` are in text order; the tokens under ``i`` lie in ``left[i]`` to ``right[i]``,
    half-open.
    """

    deps: list[str]
    heads: list[int]
    lemmas: list[str]
    pos: list[str]
    tags: list[str]
    words: list[str]
    children: list[list[int]]
    left: list[int]
    right: list[int]

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of ``token`` with one of the labels ``deps``."""
        for other in self.children[token]:
            if self.deps[other] in deps:
                return other
        return None

    def conjuncts(self, token: int) -> list[int]:
        """``token`` and what is coordinated with it behind it, in text order."""
        found = [token]
        for one in found:
            found.extend(child for child in self.children[one] if self.deps[child] == "conj")
        return sorted(found)


def read_tree(doc: Doc) -> Tree:
    """The columns of ``doc``, in time linear in its tokens."""
    size = len(doc)
    table = doc.to_array([DEP, HEAD, LEMMA, POS, TAG, LOWER]).reshape(size, 6)
    names = {int(key): doc.vocab.strings[int(key)] for key in set(table[:, [0, 2, 3, 4, 5]].ravel().tolist())}
    columns = [[names[key] for key in table[:, column].tolist()] for column in (0, 2, 3, 4, 5)]
    heads = [i + offset for i, offset in enumerate(table[:, 1].astype("int64").tolist())]
    _raise_from_auxiliaries(columns[0], heads)
    children: list[list[int]] = [[] for _ in range(size)]
    order: list[int] = []
    for i, head in enumerate(heads):
        if head == i:
            order.append(i)
        else:
            children[head].append(i)
    for token in order:  # grows while it is walked: heads come before what hangs on them
        order.extend(children[token])
    left, right = list(range(size)), list(range(1, size + 1))
    for token in reversed(order):
        head = heads[token]
        left[head] = min(left[head], left[token])
        right[head] = max(right[head], right[token])
    deps, lemmas, pos, tags, words = columns
    return Tree(deps, heads, lemmas, pos, tags, words, children, left, right)


def _raise_from_auxiliaries(deps: list[str], heads: list[int]) -> None:
    """Hang what the parser hung on an auxiliary on its verb, as in "he was [re-elected]"."""
    for i, head in enumerate(heads):
        if deps[head] in ("aux", "auxpass") and head != i and deps[i] != "conj":
            heads[i] = heads[head]
