"""Corrections: sentences in which a text says what it once said and no longer says.

"An earlier version of this article said that Acme paid Lee" claims nothing of Acme and Lee: what it tells was wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sociogram.knowledge.cues import load_cues
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import RelationMention, Skipped, Span

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument
    from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("qualification")
_WORKS = _WORDS.words("corrected-works")
_WRONG = _WORDS.words("wrong-sayings")
_ONCE = _WORDS.words("once-said")
_VERSIONS = frozenset({"version", "versions", "edition", "draft", "headline", "caption", "subheading"})
_OLD = frozenset({"earlier", "previous", "original", "prior", "first", "initial", "older", "former", "past"})
_OWN = frozenset({"this", "our", "the"})
_OPENING = 14
"""Tokens of a sentence among which it says of what text it speaks."""
REASON = "a correction says that the text was wrong there"


def split_corrected(
    parsed: ParsedDocument, relations: Iterable[RelationMention]
) -> tuple[list[RelationMention], tuple[Skipped, ...]]:
    """``relations`` without those of corrections, and what was left out of them."""
    spans = sorted(corrected_sentences(parsed))
    kept: list[RelationMention] = []
    left_out: dict[Span, Skipped] = {}
    for relation in relations:
        start, end = relation.trigger
        span = next((span for span in spans if span[0] <= start and end <= span[1]), None)
        if span is None:
            kept.append(relation)
        else:
            left_out.setdefault(span, _skipped(parsed, span))
    return kept, tuple(left_out[span] for span in sorted(left_out))


def corrected_sentences(parsed: ParsedDocument) -> list[Span]:
    """The sentences that only tell what the text once said, and those that go on with "it also"."""
    tokens = parsed.tokens
    found: list[Span] = []
    before = False
    for first, last in tokens.sentences:
        goes_on = before and tokens.lower[first : first + 2] in (("it", "also"), ("it", "further"))
        before = goes_on or _tells_wrong(tokens, first, last)
        if before:
            found.append(parsed.span(first, last))
    return found


def _tells_wrong(tokens: Tokens, first: int, last: int) -> bool:
    words = tokens.lower[first : min(last, first + _OPENING)]
    old = not _OLD.isdisjoint(words) and not _VERSIONS.isdisjoint(words)
    works = [place for place, word in enumerate(words) if word in _WORKS]
    own = any(words[place - 1] in _OWN for place in works if place)
    if old and (own or _says(tokens, first, last)):
        return True
    said_wrong = not _WRONG.isdisjoint(tokens.lower[first:last])
    ours = own or words[:1] == ("we",)
    return ours and (said_wrong or _once_said(tokens, first, last))


def _says(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the version itself is what says something."""
    return any(
        tokens.lower[token] in _VERSIONS
        and tokens.dep[token] == "nsubj"
        and tokens.lemma[tokens.head[token]] in load_cues().verbs
        for token in range(first, last)
    )


def _once_said(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the sentence's verb of saying has an adverb such as "incorrectly" beside it."""
    return any(
        tokens.lower[token] in _ONCE and tokens.lemma[tokens.head[token]] in load_cues().verbs
        for token in range(first, last)
    )


def _skipped(parsed: ParsedDocument, span: Span) -> Skipped:
    return Skipped(
        document=parsed.document.id, stage="statements", reason=REASON, start=span[0], end=span[1],
        text=parsed.text(span)[:200],
    )  # fmt: skip
