"""Whose a surname is: a namesake's of the one in the lists ("Eric Trump called. “…,” Trump said"), or that of two."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.entities import without_generation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.extraction.mentions.board import Name
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_AND = frozenset({"and", "&"})
_BORN_AS = frozenset({"née", "nee", "né"})
_ALIKE_KIN = frozenset({"brother", "half-brother", "half-sister", "sibling", "sister", "spouse", "twin"})


@dataclass(slots=True)
class _Bearers:
    """The full names of one surname, in text order, and how often each entry of the lists is among them."""

    names: list[Name] = field(default_factory=list)
    of_entry: Counter[str | None] = field(default_factory=Counter)


def with_maiden_names(names: Sequence[Name], tokens: Tokens) -> list[Name]:
    """``names``; one with the name at birth behind it is one name: "Ann Lee, *née Roe* (3 May 1931 – …)"."""
    by_first = {name.first: name for name in names}
    gone: set[int] = set()
    whole = []
    for name in names:
        behind = name.last + (name.last < len(tokens) and tokens.text[name.last] == ",")
        born = behind < len(tokens) and tokens.lower[behind] in _BORN_AS
        maiden = by_first.get(behind + 1) or by_first.get(behind) if born else None
        if name.kind == "Person" and maiden is not None and maiden.last > behind + 1:
            gone.add(maiden.first)
            full = name.full or " ".join(tokens.text[name.first : name.last])
            whole.append(replace(name, last=maiden.last, full=full))
        else:
            whole.append(name)
    return [name for name in whole if name.first not in gone]


def lend_surnames(names: Sequence[Name], tokens: Tokens) -> list[Name]:
    """``names``; bare surnames that mean another than the listed bearer have no entry.

    They do where the document gives another person of that surname his full name oftener than the listed one, and
    first, and where that other's is the last full name before the surname.
    """
    full: dict[str, _Bearers] = {}
    for name in sorted(names, key=lambda one: one.first):
        words = without_generation(tokens.text[name.first : name.last])
        if name.kind == "Person" and len(words) > 1:
            bearers = full.setdefault(words[-1], _Bearers())
            bearers.names.append(name)
            bearers.of_entry[name.known] += 1
    return [
        replace(name, known=None)
        if name.known is not None
        and name.kind == "Person"
        and name.last - name.first == 1
        and _means_another(name, full.get(tokens.text[name.first]))
        else name
        for name in names
    ]


def _means_another(name: Name, full: _Bearers | None) -> bool:
    """Whether the last of the ``full`` names before ``name`` is another's, of whom the document speaks more."""
    if full is None or full.names[0].known == name.known:
        return False
    listed = full.of_entry[name.known]
    if len(full.names) - listed <= listed:
        return False
    before = bisect_left(full.names, name.first, key=lambda one: one.first)
    return before > 0 and full.names[before - 1].known != name.known


def share_surnames(names: Sequence[Name], tokens: Tokens, lists: ActorLists) -> list[Name]:
    """``names``; a first name before "and" and a full name has that surname too: "*Ann* and Bob Lee".

    Not where it is a surname itself, in the document or of a known person: "Carter and Bob Lee". Which names are first
    names the lists say, or a plural of kin before them.
    """
    surnames = {
        tokens.text[name.last - 1] for name in names if name.kind == "Person" and name.last - name.first > 1
    }
    by_first = {name.first: name for name in names}
    return [_with_surname(name, by_first.get(name.last + 1), surnames, tokens, lists) for name in names]


def _are_kin(token: int, tokens: Tokens) -> bool:
    """Whether a plural of kin stands there, whose names have one surname: "the *brothers* Oke and Temi Bello"."""
    return token >= 0 and tokens.tag[token] == "NNS" and tokens.lemma[token].lower() in _ALIKE_KIN


def _with_surname(
    name: Name, other: Name | None, surnames: set[str], tokens: Tokens, lists: ActorLists
) -> Name:
    words = tokens.text[name.first : name.last]
    kin = _are_kin(name.first - 1, tokens)
    if kin and other is not None and other.kind == "Person" and name.known is None and not name.demonym:
        name = replace(name, kind="Person")  # whatever the model took a rare first name for
    if other is None or {name.kind, other.kind} != {"Person"} or tokens.lower[name.last] not in _AND:
        return name
    others = without_generation(tokens.text[other.first : other.last])
    if (
        len(others) < 2
        or (others[0] not in lists.first_names and not kin)
        or tokens.sentence[name.first] != tokens.sentence[other.first]
    ):
        return name
    if len(words) == 1:
        given = words[0] not in surnames and words[0] not in lists.surnames
    else:
        given = all(len(word) == 2 and word[1] == "." for word in words[1:])
    if (words[0] not in lists.first_names and not (kin and len(words) == 1)) or not given:
        return name
    full = " ".join((*words, others[-1]))
    entry = lists.find(full)
    known = entry.id if entry is not None and entry.kind == "Person" and entry.context is None else None
    return replace(name, full=full, known=known, candidates=())
