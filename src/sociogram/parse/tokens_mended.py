"""What the finders of attributions and qualifiers read again and again of one parsed document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.parse.tokens import TokenColumns, token_columns

if TYPE_CHECKING:
    from spacy.tokens import Doc

_KEY = "sociogram.columns"
_INFLECTED = frozenset({"VBZ", "VBD", "VBN", "VBG"})
_LOST = frozenset({"hop", "rat", "tap", "scar", "star", "mop", "din", "rag", "cop", "bar", "car"})
"""Verbs of one short syllable, which would double their last letter ("hopped") where no "e" was lost."""


def columns_of(doc: Doc) -> TokenColumns:
    """The columns of ``doc``, made once; they are kept with the ``doc``, whose parse never changes."""
    columns: TokenColumns | None = doc.user_data.get(_KEY)
    if columns is None:
        columns = token_columns(doc)
        mend_lemmas(columns)
        mend_conjuncts(columns)
        doc.user_data[_KEY] = columns
    return columns


def mend_lemmas(columns: TokenColumns) -> None:
    """Give back the final "e" that the lemmatizer takes away: "hopes" is of "hope", not of "hop"."""
    lemmas, lower = columns.lemma, columns.lower
    for position, tag in enumerate(columns.tag):
        lemma = lemmas[position]
        if tag in _INFLECTED and lemma in _LOST and lower[position] in _forms_with_e(lemma):
            lemmas[position] = lemma + "e"


def _forms_with_e(lemma: str) -> tuple[str, ...]:
    return lemma + "es", lemma + "ed", lemma + "ing"


def mend_conjuncts(columns: TokenColumns) -> None:
    """Hang "warned" of "said he would go and warned her" on "said" and not on "go".

    A finite verb without a subject of its own is no conjunct of an infinitive or participle with
    auxiliaries; where such a clause stands below a finite verb of the same tense, it is one of that.
    """
    for position, dep in enumerate(columns.dep):
        if dep != "conj" or columns.tag[position] not in _FINITE or _has(columns, position, _OWN):
            continue
        first = columns.head[position]
        for _ in range(_LONGEST_LIST):
            if columns.dep[first] != "conj":
                break
            first = columns.head[first]
        above = columns.head[first]
        if columns.dep[first] != "ccomp" or above > first or columns.tag[above] != columns.tag[position]:
            continue
        if columns.tag[first] not in _FINITE and _has(columns, first, _AUXILIARY):
            _rehang(columns, position, first, above)


_LONGEST_LIST = 20
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_OWN = frozenset({"nsubj", "nsubjpass", "aux", "auxpass", "expl"})


def _has(columns: TokenColumns, head: int, deps: frozenset[str]) -> bool:
    return any(columns.dep[child] in deps for child in columns.children[head])


def _rehang(columns: TokenColumns, verb: int, first: int, above: int) -> None:
    """Move ``verb`` and all to the right of it below ``first`` to ``above``; the coordinator goes along."""
    old = columns.head[verb]
    begin = columns.left[verb]
    columns.children[old].remove(verb)
    moved = [
        child
        for child in columns.children[old]
        if first < child < verb and columns.dep[child] in {"cc", "punct"}
    ]
    moved = moved[-2:] if moved and columns.dep[moved[-1]] == "cc" and len(moved) > 1 else moved[-1:]
    for child in moved:
        if columns.dep[child] == "cc" or child + 1 in moved:
            columns.children[old].remove(child)
            columns.head[child] = above
            columns.children[above].append(child)
            begin = min(begin, child)
    columns.head[verb] = above
    columns.children[above].append(verb)
    columns.children[above].sort()
    node = old
    while node != above:
        columns.right[node] = min(columns.right[node], begin)
        node = columns.head[node]
