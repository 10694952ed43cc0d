"""The tokens of a parsed document as plain lists, since reading them one by one from spaCy is slow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LOWER, ORTH, POS, SENT_START, TAG

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class TokenColumns:
    """One list an attribute, one item a token; ``left`` and ``right`` bound the subtree, half-open."""

    text: list[str]
    lower: list[str]
    lemma: list[str]
    pos: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    ent: list[str]
    start: list[int]
    sentence: list[int]
    left: list[int]
    right: list[int]
    children: list[list[int]]

    def __len__(self) -> int:
        return len(self.text)


def token_columns(doc: Doc) -> TokenColumns:
    """The columns of ``doc``; linear in its tokens, apart from one climb to the root a token."""
    rows = doc.to_array([ORTH, LOWER, LEMMA, POS, TAG, DEP, HEAD, ENT_TYPE, ENT_IOB, IDX, SENT_START])
    strings = doc.vocab.strings
    names: dict[int, str] = {}

    def column(position: int) -> list[str]:
        result = []
        for key in rows[:, position].tolist():
            name = names.get(key)
            if name is None:
                name = names[key] = strings[key] if key else ""
            result.append(name)
        return result

    count = len(doc)
    offsets = rows[:, 6].astype("int64").tolist()
    head = [position + offsets[position] for position in range(count)]
    sentence: list[int] = []
    number = -1
    for position, mark in enumerate(rows[:, 10].astype("int64").tolist()):
        if mark == 1 or position == 0:
            number += 1
        sentence.append(number)
    left = list(range(count))
    right = [position + 1 for position in range(count)]
    children: list[list[int]] = [[] for _ in range(count)]
    for position in range(count):
        if head[position] != position:
            children[head[position]].append(position)
        ancestor = position
        while head[ancestor] != ancestor:
            ancestor = head[ancestor]
            if left[ancestor] <= position < right[ancestor]:
                break
            left[ancestor] = min(left[ancestor], position)
            right[ancestor] = max(right[ancestor], position + 1)
    text, lower = column(0), column(1)
    for position, word in doc.user_data.get("masked", {}).items():
        text[position] = word
        lower[position] = word.lower()
    return TokenColumns(
        text,
        lower,
        column(2),
        column(3),
        column(4),
        column(5),
        head,
        column(7),
        rows[:, 9].tolist(),
        sentence,
        left,
        right,
        children,
    )
