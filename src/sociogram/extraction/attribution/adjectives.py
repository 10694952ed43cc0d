"""Attributions by what somebody is: "is confident that …", "was worried about …", "unsure why …"."""

from __future__ import annotations

from sociogram.extraction.attribution.clauses import subtree, thing_range
from sociogram.extraction.attribution.drafts import (
    SUBJECTS,
    Draft,
    Range,
    find_source_head,
    noun_phrase,
    subject_of,
)
from sociogram.knowledge.cues import Cues
from sociogram.parse.tokens import Tokens

_NOBODY = frozenset({"it", "that", "this", "there", "which", "what"})
"""Subjects that only stand for what is said, "it is clear that", or that are no people."""
_COPULAS = frozenset(
    {"be", "'s", "’s", "'m", "’m", "'re", "’re", "feel", "become", "remain", "seem", "appear", "get", "sound", "look",
     "grow", "stay"}
)  # fmt: skip
_DEGREES = frozenset({"enough", "so", "too"})
_TOLD = frozenset({"clear", "plain", "explicit"})
_BESIDE = frozenset({"amod", "acl", "relcl", "appos"})


def adjective_draft(tokens: Tokens, cues: Cues, word: int) -> Draft | None:
    """The draft of an adjective, or of a participle of feeling, with a content behind it and somebody before it."""
    frames = cues.adjectives.get(tokens.lower[word])
    found = None if frames is None else _content(tokens, word, frames)
    head = None if found is None else _source_head(tokens, word)
    if found is None or head is None or tokens.lower[head] in _NOBODY:
        return None
    content, cue_class, frame = found
    degree = tokens.child(word, "advmod")
    if degree is not None and tokens.lower[degree] in _DEGREES:
        return None  # "so sure that she left", "the evidence is clear enough that …"
    if cue_class == "say" and tokens.lemma[tokens.head[word]] != "make" and tokens.pos[head] == "NOUN":
        return None  # "the rule is clear that …" tells nothing
    return Draft(
        word,
        [(word, word + 1)],
        [content],
        [noun_phrase(tokens, head, word)],
        head,
        verb=tokens.lower[word],
        cue_class=cue_class,
        frame=frame,
    )


def _content(tokens: Tokens, word: int, frames: dict[str, str]) -> tuple[Range, str, str] | None:
    above = tokens.head[word]
    beside = [child for child in tokens.children[above] if child != word] if above != word else []
    for child in (*tokens.children[word], *beside):
        if child < word:
            continue
        dep, own = tokens.dep[child], tokens.head[child] == word
        mark = tokens.child(child, "mark") if dep == "advcl" and own else None
        claused = dep == "ccomp" or (mark is not None and tokens.lower[mark] == "that")
        stated = tokens.child(child, *SUBJECTS, "nsubjpass", "expl") is not None
        if claused and stated and "clause" in frames:
            return subtree(tokens, child), frames["clause"], "clause"
        if dep == "xcomp" and own and "inf" in frames and tokens.tag[child] == "VB":
            return subtree(tokens, child), frames["inf"], "inf"
        frame = f"prep:{tokens.lower[child]}"
        held = tokens.child(child, "pobj", "pcomp") if dep == "prep" and own else None
        if held is not None and frame in frames:
            return thing_range(tokens, held), frames[frame], frame
    return None


def _source_head(tokens: Tokens, word: int) -> int | None:
    """The subject of the copula, or the noun that the adjective stands behind: "Doe, confident that she won, left"."""
    head, dep = tokens.head[word], tokens.dep[word]
    if dep in _BESIDE and head < word and tokens.pos[head] in {"NOUN", "PROPN", "PRON"}:
        return head
    if word and tokens.lemma[head] == "make" and head < word <= tokens.right[head]:
        # "made clear that", "made it clear that" tell it; "made sure that" thinks nothing.
        return subject_of(tokens, head) if tokens.lower[word] in _TOLD else None
    passive = tokens.child(word, "nsubjpass")
    if passive is not None:
        return passive
    if dep == "acomp" and tokens.lemma[head] not in _COPULAS:
        return None
    return find_source_head(tokens, word) if dep in {"acomp", "oprd", "conj", "advcl"} else None
