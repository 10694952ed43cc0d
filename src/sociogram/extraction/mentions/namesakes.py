"""Whose a surname is in a document about a namesake of the one in the lists: "Eric Trump called. “…,” Trump said"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.entities import without_generation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.extraction.mentions.board import Name
    from sociogram.parse.tokens import Tokens


def lend_surnames(names: Sequence[Name], tokens: Tokens) -> list[Name]:
    """``names``; bare surnames that mean another than the listed bearer have no entry.

    They do where the document gives another person of that surname his full name oftener than the listed one, and
    first, and where that other's is the last full name before the surname.
    """
    full: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        words = without_generation(tokens.text[name.first : name.last])
        if name.kind == "Person" and len(words) > 1:
            full[words[-1]].append(name)
    return [
        replace(name, known=None)
        if name.known is not None
        and name.kind == "Person"
        and name.last - name.first == 1
        and _means_another(name, full.get(tokens.text[name.first], ()))
        else name
        for name in names
    ]


def _means_another(name: Name, full: Sequence[Name]) -> bool:
    """Whether the last of the ``full`` names before ``name`` is another's, of whom the document speaks more."""
    listed = [one for one in full if one.known == name.known]
    others = [one for one in full if one.known != name.known]
    before = [one for one in full if one.first < name.first]
    if not before or len(others) <= len(listed) or full[0].known == name.known:
        return False
    return before[-1].known != name.known
