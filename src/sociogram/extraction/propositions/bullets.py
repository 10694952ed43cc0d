"""What the bullets under a heading say of whom the heading names: "Doe / • Controls a loyal base".

Such a bullet begins with a verb that has no subject; the heading is it. The proposition has no argument for it, since
the heading's words are no part of its sentence; who it is, is for the finders that know the mentions.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sociogram.extraction.propositions.arguments import PhraseReader
from sociogram.extraction.propositions.clauses import Clause
from sociogram.extraction.propositions.objects import SUBJECTS
from sociogram.knowledge.confidence import BULLET
from sociogram.model import Argument, BlockKind, Proposition

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.parse.parsed import ParsedDocument

RULE = "bullet"
"""The rule of a proposition whose subject is the heading above it."""
OPENING = frozenset({"VBZ", "VBD", "VBP", "VBN"})
"""Forms of a verb that tell what somebody does or what was done to him; a bare "Ask for help" is an order."""


def find_bullet_propositions(
    parsed: ParsedDocument, clauses: Sequence[Clause], phrases: PhraseReader
) -> Iterator[Proposition]:
    """The propositions of the verbs that open the bullets of ``parsed`` without a subject, in text order."""
    tokens = parsed.tokens_raised
    for clause in clauses:
        verb = clause.verb
        if clause.subject is not None or parsed.token_blocks[verb].kind is not BlockKind.BULLET:
            continue
        top = next(node for node in tokens.climb(verb) if not _shares(node, phrases))
        first = tokens.left[top]
        # "Currently building a port" tells what is done; a bare "Building a port" may be a wish.
        ongoing = tokens.tag[top] == "VBG" and tokens.pos[first] == "ADV"
        if tokens.dep[top] != "ROOT" or _has_subject(top, phrases):
            continue
        if tokens.tag[top] not in OPENING and not ongoing:
            continue
        if tokens.begin[first] > parsed.token_blocks[verb].start + 1 and tokens.pos[first] != "ADV":
            continue
        yield _read(clause, phrases)


def _shares(verb: int, phrases: PhraseReader) -> bool:
    """Whether the verb has the subject of the one above it: "Leads the council and the port, serving both"."""
    tokens = phrases.tokens
    participle = tokens.dep[verb] == "advcl" and tokens.tag[verb] == "VBG"
    return tokens.dep[verb] == "conj" or (participle and tokens.child(verb, "mark", *SUBJECTS) is None)


def _has_subject(verb: int, phrases: PhraseReader) -> bool:
    return phrases.tokens.child(verb, *SUBJECTS, "expl") is not None


def _read(clause: Clause, phrases: PhraseReader) -> Proposition:
    tokens = phrases.tokens
    predicate = phrases.predicate(clause)
    arguments = phrases.arguments(clause, set(predicate))
    if clause.object is not None:
        span = phrases.phrase(clause.object.token)
        arguments.insert(0, Argument(role="object", head=clause.object.token, span=span))
    return Proposition(
        head=clause.verb,
        lemma=phrases.lemma(clause.verb),
        predicate=phrases.spans_of(predicate),
        arguments=tuple(arguments),
        passive=tokens.tag[clause.verb] == "VBN" or clause.passive,
        confidence=BULLET,
        rule=RULE,
    )
