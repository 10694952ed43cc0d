"""What a speaker goes on to say: verbs of speech that the parser hangs on the clause that is said before them.

"Doe said the mill is unsafe, adding that it must close": the parser may hang "adding" on the mill's clause. Then the
mill would add something, within what Doe says. The content of the first verb ends before the second, and who speaks
by the first speaks by the second.
"""

from __future__ import annotations

from collections.abc import Sequence

from sociogram.extraction.attribution.drafts import Draft, Range, trim
from sociogram.parse.tokens import FINITE, Tokens

_SPOKEN = frozenset({"say", "claim", "deny", "promise", "predict", "demand", "show"})
_GOING_ON = frozenset(
    {"add", "note", "refer", "warn", "suggest", "stress", "emphasize", "emphasise", "imply", "predict", "joke",
     "quip", "explain", "caution", "insist", "conclude", "continue", "acknowledge", "concede", "hint", "allude",
     "observe", "remark", "reiterate", "speculate", "lament"}
)  # fmt: skip
"""Participles that comment on what was said; what somebody did is hardly told by them."""
_REASONING = frozenset({"say", "claim", "argue", "contend", "assert", "maintain", "declare"})
"""Participles that may give the reason of a deed: "said the union sued, arguing that …" is the union's."""
_NAMING = frozenset(
    {"describe", "call", "accuse", "blame", "cite", "label", "brand", "criticize", "criticise", "praise", "dismiss",
     "urge", "denounce", "compare", "point"}
)  # fmt: skip
"""Participles by which a speaker goes on behind what is, will or should be: "said it is unsafe, calling it a trap"."""
_WHOLE = frozenset({"clause", "quote"})
_APART = frozenset({",", "—", "–", "--", "-", "”", '"', "''"})
_MARKS = frozenset({"“", "”", '"', "''", "``"})
_JOINING = frozenset({"and", "but", "or", "then", "also", "while"})


def share_speakers(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Give verbs of speech that go on from another its speaker, and end the other's content before them."""
    shared: dict[int, Draft] = {}
    ordered = sorted(drafts, key=lambda draft: draft.cue_head)
    # Contents only shrink, so that whatever holds a cue is among what holds it now.
    holders = _find_holders(ordered)
    for inner in ordered:
        around = holders.get(inner.cue_head, ())
        outer = shared.get(tokens.head[inner.cue_head]) if tokens.dep[inner.cue_head] == "conj" else None
        if outer is None or not _is_open(tokens, inner):
            outer = _outer(tokens, inner, around)
        if outer is None:
            continue
        _end_before(tokens, around, outer, inner)
        inner.source_head, inner.source = outer.source_head, list(outer.source)
        shared[inner.cue_head] = outer


def _outer(tokens: Tokens, inner: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The draft whose speaker goes on with ``inner``: of those whose content holds it, the innermost that fits."""
    if inner.cue_class not in _SPOKEN or not _is_open(tokens, inner):
        return None
    fits = [
        outer
        for outer in drafts
        if outer.cue_head < inner.cue_head
        and outer.source_head is not None
        and outer.cue_class in _SPOKEN
        and _holds(outer, inner)
        and (_comments(tokens, inner) or _is_joined(tokens, outer, inner))
    ]
    return max(fits, key=lambda outer: outer.cue_head) if fits else None


def _is_open(tokens: Tokens, inner: Draft) -> bool:
    """Whether the verb has no subject of its own."""
    return tokens.child(inner.cue_head, "nsubj", "nsubjpass", "csubj", "auxpass") is None


def _comments(tokens: Tokens, inner: Draft) -> bool:
    """Whether ``inner`` is a participle set apart from the clause before it, by which its speaker goes on."""
    verb = inner.cue_head
    if tokens.tag[verb] != "VBG" or tokens.dep[verb] != "advcl":
        return False
    begin = _beginning(tokens, verb)
    if begin == 0 or tokens.text[begin - 1] not in _APART:
        return False
    if inner.verb in _GOING_ON:
        return True
    if inner.verb in _NAMING:
        return not _is_deed(tokens, tokens.head[verb])
    return inner.verb in _REASONING and inner.frame in _WHOLE and not _is_deed(tokens, tokens.head[verb])


def _is_deed(tokens: Tokens, verb: int) -> bool:
    """Whether a clause tells what somebody did, and neither how things are nor what will or should be."""
    if tokens.lemma[verb] == "be":
        return False
    helpers = [child for child in tokens.children[verb] if tokens.dep[child] in {"aux", "auxpass"}]
    if any(tokens.tag[child] == "MD" for child in helpers):
        return False
    return tokens.tag[verb] == "VBD" or any(tokens.lemma[child] == "have" for child in helpers)


def _is_joined(tokens: Tokens, outer: Draft, inner: Draft) -> bool:
    """Whether ``inner`` stands in the tense of ``outer`` behind a clause in another: "says he won and adds that …"."""
    verb, above = inner.cue_head, outer.cue_head
    if tokens.dep[verb] != "conj" or inner.frame not in _WHOLE or outer.frame not in _WHOLE:
        return False
    if _tense(tokens, verb) != _tense(tokens, above):
        return False
    clause = tokens.head[verb]
    said = inner.verb == outer.verb or (inner.verb in _GOING_ON and _has_that(tokens, verb))
    return said or _tense(tokens, clause) != _tense(tokens, above)


def _has_that(tokens: Tokens, verb: int) -> bool:
    """Whether "that" opens what is said: "admitted that she erred but noted that …"."""
    clause = tokens.child(verb, "ccomp")
    mark = None if clause is None else tokens.child(clause, "mark")
    return mark is not None and tokens.lower[mark] == "that"


def _tense(tokens: Tokens, verb: int) -> str:
    """The tag of the first verb of the group that bears the tense."""
    for child in tokens.children[verb]:
        if child < verb and tokens.dep[child] in {"aux", "auxpass"} and tokens.tag[child] in FINITE:
            return tokens.tag[child]
    return tokens.tag[verb]


def _beginning(tokens: Tokens, verb: int) -> int:
    """Where the verb with its adverbs begins, and the conjunction before it."""
    begin = verb
    for child in tokens.children[verb]:
        if child < verb and tokens.dep[child] in {"advmod", "aux", "mark", "neg"}:
            begin = min(begin, child)
    while begin > 0 and tokens.lower[begin - 1] in _JOINING:
        begin -= 1
    return begin


def _end_before(tokens: Tokens, drafts: Sequence[Draft], outer: Draft, inner: Draft) -> None:
    """End the content of ``outer``, and what is said or thought within it, before ``inner``."""
    end = _beginning(tokens, inner.cue_head)
    for draft in drafts:
        if not outer.cue_head <= draft.cue_head < end or not _holds(draft, inner):
            continue
        parts = [trim(tokens, first, min(last, end)) for first, last in draft.content if first < end]
        draft.content = [part for part in parts if part[0] < part[1]]


def _find_holders(drafts: Sequence[Draft]) -> dict[int, list[Draft]]:
    """For each cue the drafts whose content holds it, in the order of ``drafts``."""
    cues = {draft.cue_head for draft in drafts}
    found: dict[int, list[Draft]] = {}
    for draft in drafts:
        for cue in sorted({token for first, last in draft.content for token in range(first, last)} & cues):
            found.setdefault(cue, []).append(draft)
    return found


def _holds(draft: Draft, inner: Draft) -> bool:
    return any(first <= inner.cue_head < last for first, last in draft.content)


def part_circles(tokens: Tokens, drafts: Sequence[Draft]) -> None:
    """Of two drafts whose contents hold each other's cues, keep what the later content shares with the earlier.

    "Voters say they like it, according to a poll": the poll tells what voters say, and voters say nothing of the poll.
    """
    holders = _find_holders(drafts)
    for inner in drafts:
        for outer in holders.get(inner.cue_head, ()):
            if outer.cue_head <= inner.cue_head or not (_holds(inner, outer) and _holds(outer, inner)):
                continue
            if min(outer.content) <= min(inner.content) and not _quoted(tokens, inner, outer):
                inner.content = _shared(inner.content, outer.content)


def _quoted(tokens: Tokens, inner: Draft, outer: Draft) -> bool:
    """Whether a quotation opens between the two cues and does not close."""
    between = tokens.text[inner.cue_head : outer.cue_head]
    return sum(word in _MARKS for word in between) % 2 == 1


def _shared(contents: Sequence[Range], others: Sequence[Range]) -> list[Range]:
    """The tokens that are in both."""
    both = [(max(first, begin), min(last, end)) for first, last in contents for begin, end in others]
    return [(first, last) for first, last in both if first < last]
