"""Whether a verb of the cues is one of thinking or telling at all, and what only seems so."""

from __future__ import annotations

from sociogram.extraction.attribution.clauses import subtree
from sociogram.extraction.attribution.drafts import Draft, cue_range, noun_phrase
from sociogram.knowledge.cues import Cues
from sociogram.parse.tokens import Tokens

_WITNESSING = frozenset({"see", "witness"})
"""Verbs that an occasion may have for a subject: "the week saw prices fall"."""
_MINDS = frozenset({"think", "hope"})
_SELF = ("self", "selves")
_OBJECTS = ("dobj", "dative")


def is_mindless(tokens: Tokens, cues: Cues, draft: Draft) -> bool:
    """Whether a thing or a time would think: "it felt like", "a race that has seen his polls fall"."""
    source = draft.source_head
    if draft.cue_class not in _MINDS or source is None:
        return False
    if tokens.lower[source] == "it":
        return True
    occasion = tokens.tag[source] == "WDT" or tokens.lemma[source].lower() in cues.occasions
    return draft.verb in _WITNESSING and occasion


def finds_itself(tokens: Tokens, draft: Draft) -> bool:
    """As in "found himself playing defence": he only is where he finds himself."""
    thing = tokens.child(draft.cue_head, *_OBJECTS)
    return draft.verb == "find" and thing is not None and tokens.lower[thing].endswith(_SELF)


_AIMED = frozenset({
    ("attitude", "object", "xcomp"), ("attitude", "object", "advcl"), ("attitude", "object", "acl"),
    ("say", "object", "acl"), ("think", "clause", "advcl"),
})  # fmt: skip
"""Class, frame and place of infinitives by which nobody holds anything yet: "asked to support him", "to see why"."""


def is_aimed(tokens: Tokens, draft: Draft) -> bool:
    """Whether the cue is an infinitive that tells what somebody is to do."""
    cue = draft.cue_head
    marked = tokens.tag[cue] == "VB" and any(tokens.tag[child] == "TO" for child in tokens.children[cue])
    return marked and (draft.cue_class, draft.frame, tokens.dep[cue]) in _AIMED


def feels(tokens: Tokens, cues: Cues, verb: int) -> bool:
    """Whether an adjective of the verb's tells who thinks: "became sure that"."""
    felt = tokens.child(verb, "acomp")
    return felt is not None and felt > verb and tokens.lower[felt] in cues.adjectives


def is_impersonal(tokens: Tokens, verb: int) -> bool:
    """Whether "it" only stands for the clause: "it became possible that he could win"."""
    subject = tokens.child(verb, "nsubj")
    return (
        subject is not None
        and tokens.lower[subject] == "it"
        and tokens.child(verb, "acomp", "attr") is not None
    )


def raising(tokens: Tokens, verb: int, lemma: str) -> Draft | None:
    """As in "Seems", "appears": nobody in particular says so."""
    complement = tokens.child(verb, "xcomp", "oprd", "acomp", "ccomp")
    subject = tokens.child(verb, "nsubj")
    if complement is None or complement < verb:
        return None
    content = [subtree(tokens, complement)]
    if subject is not None and tokens.lower[subject] != "it":
        content.insert(0, noun_phrase(tokens, subject))
    return Draft(verb, [cue_range(tokens, verb)], content, verb=lemma, cue_class="perceive", frame="raised")
