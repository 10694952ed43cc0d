"""Contents of attributions that are clauses: behind the cue, before it, or around it."""

from __future__ import annotations

from sociogram.extraction.attribution.drafts import Draft, Range, subject_of, trim
from sociogram.parse.tokens import Tokens

_DANGLING = frozenset({"prep", "advcl", "npadvmod", "relcl", "advmod", "acl", "agent"})
_QUOTES = frozenset({"”", '"', "’", "''", "“"})
_BEFORE_PARENTHESIS = frozenset({",", "—", "–", "--"}) | _QUOTES
_AFTER_PARENTHESIS = frozenset({",", ".", ";", "—", "–"}) | _QUOTES
_CUTTING = frozenset({"relcl", "advcl", "acl", "parataxis"})


def subtree(columns: Tokens, head: int) -> Range:
    """The tokens below ``head``, without stops at the ends."""
    return trim(columns, columns.left[head], columns.right[head])


def thing_range(columns: Tokens, head: int) -> Range:
    """A noun phrase as content: all below ``head`` up to a clause that a comma sets apart."""
    last = columns.right[head]
    for child in columns.children[head]:
        begin = columns.left[child]
        if (
            begin > head
            and columns.dep[child] in _CUTTING
            and columns.text[begin - 1] in {",", "--", "—", "–"}
        ):
            last = min(last, begin)
    return trim(columns, columns.left[head], last)


def place_clause(columns: Tokens, draft: Draft, clause: int) -> None:
    """Set the content of ``draft`` to its clause, behind the verb or before it ("…, she said")."""
    verb = draft.cue_head
    if clause < verb:
        _place_before(columns, draft, clause, columns.sentences[columns.sentence[verb]])
        return
    first, last = columns.left[clause], columns.right[clause]
    for child in columns.children[verb]:
        if child <= clause or columns.left[child] < last:
            continue
        if columns.dep[child] in _DANGLING and columns.left[child] == last:
            last = columns.right[child]
        elif columns.dep[child] in _DANGLING and _quote_between(columns, last, columns.left[child]):
            # The clause goes on behind a quoted word: 'is "confused," and …'.
            last = columns.right[child]
        elif columns.dep[child] not in {"cc", "punct"}:
            break
    draft.content = [trim(columns, first, _without_aside(columns, clause, last))]


def _without_aside(columns: Tokens, clause: int, last: int) -> int:
    """Where the clause ends without what a comma sets apart at its end: ", though …", ", as …"."""
    node = _final_child(columns, clause)
    while node is not None:
        begin = columns.left[node]
        apart = begin > 0 and columns.text[begin - 1] == ","
        if apart and columns.right[node] >= last - 1 and _is_aside(columns, node):
            return begin - 1
        node = _final_child(columns, node)
    return last


def _final_child(columns: Tokens, node: int) -> int | None:
    """The last child behind ``node``, where what is below ``node`` ends with it."""
    behind = [
        child
        for child in columns.children[node]
        if child > node and columns.right[child] == columns.right[node]
    ]
    return behind[-1] if behind else None


def _is_aside(columns: Tokens, node: int) -> bool:
    if columns.dep[node] != "advcl":
        return False
    return any(columns.lower[child] in _ASIDE_MARKS for child in columns.children[node])


_ASIDE_MARKS = frozenset({"though", "although", "as", "while", "after", "before"})
"""Conjunctions of a last clause behind a comma that is the writer's and no part of what is said."""


def _quote_between(columns: Tokens, first: int, last: int) -> bool:
    return 0 < last - first <= 2 and all(
        columns.text[position] in _QUOTES | {","} for position in range(first, last)
    )


def _place_before(columns: Tokens, draft: Draft, clause: int, sentence: Range) -> None:
    first, last = columns.left[clause], draft.cue[0][0]
    if columns.dep[draft.cue_head] == "ROOT":
        first = sentence[0]
    if draft.source and first < draft.source[0][0] < last:
        last = draft.source[0][0]
    draft.content = [trim(columns, first, last)]
    end = max(draft.cue[0][1], draft.source[0][1] if draft.source else 0)
    while end < sentence[1] and columns.text[end] != ",":
        end += 1
    if (
        columns.text[last - 1] == ","
        and end + 3 < sentence[1]
        and columns.lower[end + 1] in {"and", "but", "or"}
    ):
        # "The mill closed, she said, and nobody was paid."
        draft.content.append(trim(columns, end + 1, sentence[1]))


def parenthetical(columns: Tokens, verb: int) -> list[Range]:
    """The rest of the sentence around "…, she said, …": the content of a verb with nothing of its own."""
    first, last = columns.sentences[columns.sentence[verb]]
    subject = subject_of(columns, verb)
    if subject is None:
        return []
    begin = min(columns.left[subject], verb)
    if begin <= first or columns.text[begin - 1] not in _BEFORE_PARENTHESIS:
        return []
    inserted = columns.dep[verb] in {"parataxis", "ccomp", "dep", "advcl"}
    if inserted and columns.left[columns.head[verb]] < begin:
        head = columns.head[verb]
        first, last = max(first, columns.left[head]), min(last, columns.right[head])
    quoted = columns.text[begin - 1] in _QUOTES
    if not inserted and not quoted and _reaches_back(columns, verb, subject, first):
        return []
    before = trim(columns, first, begin)
    if before[1] - before[0] < (1 if inserted else 3):
        return []
    end = max(verb + 1, columns.right[subject] if subject > verb else 0)
    while end < last and columns.text[end] not in _AFTER_PARENTHESIS:
        end += 1
    after = trim(columns, end, last)
    if inserted and not quoted and end < last and columns.text[end] == "," and after[1] - after[0] > 1:
        return [before, after]
    return [before]


def _reaches_back(columns: Tokens, verb: int, subject: int, first: int) -> bool:
    """Whether what stands before the subject is an adverbial of ``verb`` and no content."""
    return any(
        columns.left[child] <= first + 1
        and columns.dep[child] in {"advcl", "prep", "npadvmod", "advmod", "mark"}
        for child in columns.children[verb]
        if child < subject
    )
