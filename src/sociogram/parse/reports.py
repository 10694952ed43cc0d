"""Repairs of the clauses that report others: "…, a source told Reuters", "Its collapse, warned Doe, would …"."""

from __future__ import annotations

from functools import cache

from sociogram.knowledge.cues import load_cues
from sociogram.parse.tokens import FINITE, Tokens, rehung, with_heads

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_PARTING = frozenset({":", ";"})


def mend_reports(tokens: Tokens) -> Tokens:
    """Make "a source told Reuters" behind a sentence and a comma the clause that reports it.

    The parser takes "Acme sued Lee, a source told Reuters." for one who sued and told, with Lee for a source.
    """
    head, dep = list(tokens.head), list(tokens.dep)
    mended = False
    for verb, label in enumerate(tokens.dep):
        if label in _TACKED and tokens.tag[verb] in _FINITE and tokens.lemma[verb] in _telling():
            teller = _teller(tokens, verb)
            told = None if teller is None else _told(tokens, verb, tokens.left[teller] - 1)
            if teller is not None and told is not None:
                _report(tokens, head, dep, verb, teller, told)
                mended = True
    if not mended:
        return tokens
    return rehung(tokens, head, dep)


_TACKED = frozenset({"conj", "relcl"})


@cache
def _telling() -> frozenset[str]:
    """Lemmas of verbs that say something aloud to somebody, or by which a clause may be reported."""
    return frozenset(lemma for lemma, frames in load_cues().verbs.items() if frames.get("quote") == "say")


def _teller(tokens: Tokens, verb: int) -> int | None:
    """Who tells, right before ``verb`` and behind a comma, whether or not the parser saw it."""
    noun = verb - 1
    own = tokens.dep[noun] == "nsubj" and tokens.head[noun] == verb
    if noun < 0 or not (own or tokens.dep[noun] == "appos") or tokens.pos[noun] not in ("NOUN", "PROPN"):
        return None
    comma = tokens.left[noun] - 1
    return noun if comma > 0 and tokens.text[comma] == "," else None


def _told(tokens: Tokens, verb: int, comma: int) -> int | None:
    """The verb of the sentence before the comma, if nothing joins ``verb`` to it and nothing stands behind that."""
    first, last = tokens.bounds(verb)
    root = next((token for token in range(first, comma) if tokens.head[token] == token), None)
    end = tokens.right[verb]
    ended = end >= last - 1 or tokens.text[end] == ";" or tokens.text[end - 1] == ";"
    if root is None or tokens.tag[root] not in _FINITE or not ended:
        return None
    joined = any(tokens.dep[child] == "cc" and child > root for child in tokens.children[tokens.head[verb]])
    clause = tokens.child(verb, "ccomp", "xcomp") is not None
    return None if joined or clause or tokens.child(root, "nsubj", "nsubjpass") is None else root


def _report(tokens: Tokens, head: list[int], dep: list[str], verb: int, teller: int, told: int) -> None:
    """Hang the sentence on ``verb``; the stop behind it goes along."""
    head[verb], dep[verb] = verb, "ROOT"
    head[teller], dep[teller] = verb, "nsubj"
    for token in range(verb + 1, tokens.bounds(verb)[1]):
        if head[token] == told:
            head[token] = verb
    head[told], dep[told] = verb, "ccomp"


def mend_insertions(tokens: Tokens) -> Tokens:
    """Give each its own subject where who says it is put into it: "Its fall, warned Doe, would cost lives".

    The parser takes the fall for who warns, and Doe for what would cost them, or both for who warns.
    """
    moves: dict[int, tuple[int, str]] = {}
    for verb, tag in enumerate(tokens.tag):
        if tag not in ("VBD", "VBZ", "VBP") or tokens.lemma[verb].lower() not in _telling():
            continue
        inserted = tokens.dep[verb] == "parataxis" and tokens.head[verb] > verb
        told = tokens.head[verb] if inserted else tokens.child(verb, "ccomp")
        subject = tokens.child(verb, "nsubj")
        if told is None or subject is None or not subject < verb < told:
            continue
        teller = _second_subject(tokens, verb, subject, told)
        if teller is None or not _is_inserted(tokens, verb, subject, teller, told):
            continue
        passive = tokens.child(told, "auxpass") is not None
        if not inserted:
            moves[told] = (told if tokens.head[verb] == verb else tokens.head[verb], tokens.dep[verb])
            moves[verb] = (told, "parataxis")
        moves[teller] = (verb, "nsubj")
        moves[subject] = (told, "nsubjpass" if passive else "nsubj")
    return with_heads(tokens, moves)


def _second_subject(tokens: Tokens, verb: int, first: int, told: int) -> int | None:
    """Who says it, which the parser takes for a subject of either verb, or for the object of the first."""
    own = [child for child in tokens.children[verb] if first < child < told and tokens.dep[child] == "nsubj"]
    other = tokens.child(told, *_SUBJECTS)
    if own:
        return own[0] if other is None else None
    if other is None:
        thing = tokens.child(verb, "dobj")
        named = thing is not None and thing < told and tokens.pos[thing] == "PROPN"
        return thing if named else None
    return other if verb < other < told else None


def _is_inserted(tokens: Tokens, verb: int, subject: int, teller: int, told: int) -> bool:
    """Whether commas part the verb and ``teller`` from what stands before and behind them, and nothing else does."""
    begin, end = min(tokens.left[teller], verb), max(tokens.right[teller], verb + 1)
    behind = tokens.text[end - 1] == "," or tokens.text[end] == ","
    before = tokens.text[tokens.left[subject] : begin]
    adjacent = tokens.left[teller] == verb + 1 or tokens.right[teller] == verb
    return adjacent and behind and end <= told and before[-1] == "," and "," not in before[:-1]


def mend_said_when(tokens: Tokens) -> Tokens:
    """Read "said at the time that Acme had lied" as saying that Acme had: a time of saying has no clause of its own."""
    moves: dict[int, tuple[int, str]] = {}
    for told, dep in enumerate(tokens.dep):
        that = tokens.left[told]
        if dep not in ("relcl", "acl") or tokens.lower[that] != "that" or tokens.head[that] != told:
            continue
        time = tokens.head[told]
        link = tokens.head[time]
        verb = tokens.head[link]
        if tokens.lower[time] != "time" or tokens.lower[link] != "at" or tokens.tag[verb] not in FINITE:
            continue
        own = tokens.child(told, *_SUBJECTS)
        if tokens.lemma[verb].lower() in _telling() and own is not None and own > that:
            moves[told] = (verb, "ccomp")
            moves[that] = (told, "mark")
    return with_heads(tokens, moves)


def mend_as_claimed(tokens: Tokens) -> Tokens:
    """Give what "as they had claimed" parts from its verb back to that: "was not, as they had claimed, a donor"."""
    moves: dict[int, tuple[int, str]] = {}
    for verb, dep in enumerate(tokens.dep):
        first, thing = tokens.left[verb], tokens.child(verb, "dobj", "attr")
        if dep != "advcl" or tokens.lower[first] != "as" or tokens.dep[first] != "mark" or thing is None:
            continue
        above = tokens.head[verb]
        before = tokens.left[thing] - 1
        apart = (
            tokens.text[before] == "," and tokens.text[first - 1] == "," and above < first - 1 < verb < before
        )
        if apart and tokens.child(above, "dobj", "attr", "acomp", "ccomp", "xcomp") is None:
            moves[thing] = (above, "attr" if tokens.lemma[above] == "be" else "dobj")
    return with_heads(tokens, moves)


def mend_colons(tokens: Tokens) -> Tokens:
    """Part what stands before a colon from what is said behind it: "Doe defended it: voters want it, he argued"."""
    moves: dict[int, tuple[int, str]] = {}
    for before, dep in enumerate(tokens.dep):
        told = tokens.head[before]
        verb = tokens.head[told]
        if dep != "ccomp" or tokens.dep[told] != "ccomp" or not before < told < verb:
            continue
        colon = tokens.left[tokens.child(told, *_SUBJECTS) or told] - 1
        while colon > before and tokens.text[colon] in _OPENING:
            colon -= 1
        if tokens.text[colon] in _PARTING and colon > before and tokens.tag[before] in FINITE:
            moves[before] = (verb, "parataxis")
    return with_heads(tokens, moves)


_OPENING = frozenset({'"', "“", "'", "‘", "``"})
