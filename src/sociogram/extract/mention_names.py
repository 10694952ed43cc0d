"""Names, dates and quantities as spans of tokens."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from sociogram.extract.mention_tokens import TokenColumns

LABEL_KINDS = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Facility",
    "NORP": "Collective",
    "EVENT": "Event",
    "LAW": "Law",
    "PRODUCT": "Product",
    "WORK_OF_ART": "Work",
    "LANGUAGE": "Topic",
    "DATE": "Date",
    "TIME": "Date",
    "MONEY": "Money",
    "QUANTITY": "Quantity",
    "PERCENT": "Quantity",
    "CARDINAL": "Quantity",
    "ORDINAL": "Quantity",
}
VALUES = frozenset({"Date", "Money", "Quantity"})


@dataclass(frozen=True, slots=True)
class Name:
    """A named span, half-open in tokens, with its kind."""

    first: int
    last: int
    kind: str
    known: str | None = None
    demonym: bool = False


def find_names(doc: Doc, columns: TokenColumns) -> list[Name]:
    """The named spans of ``doc`` in text order, without overlaps."""
    names: list[Name] = []
    for entity in doc.ents:
        kind = LABEL_KINDS.get(entity.label_)
        if kind is None or entity.label_ == "ORDINAL":
            continue
        first, last = entity.start, entity.end
        while first < last and (columns.lower[first] in {"the", "a", "an"} or columns.pos[first] == "PUNCT"):
            first += 1
        while last > first and (columns.lower[last - 1] in {"'s", "’s", "'", "’"} or columns.pos[last - 1] == "PUNCT"):
            last -= 1
        if first < last:
            names.append(Name(first, last, kind))
    return vote(names, columns)


def vote(names: list[Name], columns: TokenColumns) -> list[Name]:
    """The same names with one kind for each text, surnames with the kind of their full name."""
    counts: dict[str, Counter[str]] = {}
    surnames: dict[str, set[str]] = {}
    for name in names:
        if name.kind in VALUES:
            continue
        text = " ".join(columns.text[name.first : name.last])
        counts.setdefault(text, Counter())[name.kind] += 1
        if name.kind == "Person" and name.last - name.first > 1:
            surnames.setdefault(columns.text[name.last - 1], set()).add(text)
    result = []
    for name in names:
        if name.kind not in VALUES:
            text = " ".join(columns.text[name.first : name.last])
            if len(surnames.get(text, ())) == 1:
                name = replace(name, kind="Person")
            else:
                name = replace(name, kind=counts[text].most_common(1)[0][0])
        result.append(name)
    return result
