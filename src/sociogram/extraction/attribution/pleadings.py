"""Pleadings: the numbered paragraphs under a heading such as "COMPLAINT" are what a party alleges."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sociogram.extraction.attribution.drafts import SUBJECTS, Draft, Range, noun_phrase, trim
from sociogram.knowledge.patterns import alternatives
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Block, Mention
from sociogram.parse.tokens import Tokens

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument

_WORDS = load_vocabulary("qualification")
PLEADERS = _WORDS.words("pleaders")
_SUING = _WORDS.words("suing-verbs")
_TITLES = alternatives(_WORDS.words("pleadings"))
_RULINGS = alternatives(_WORDS.words("rulings"))
_LONGEST = 80
"""Characters of a heading at most."""
_TITLE = re.compile(
    rf"(?:[\w’'-]+ ){{0,4}}(?:{_TITLES})(?: (?:for|and|in|of|at|under) .*)?[.:]?",
    re.IGNORECASE,
)
_OTHER = re.compile(rf"(?:.* )?(?:{_RULINGS})[.:]?", re.IGNORECASE)
_FORMULA = frozenset({
    ",", "allege", "alleges", "and", "basis", "belief", "information", "on", "so", "such", "that", "the", "therefore",
    "thereon", "thereupon", "upon",
})  # fmt: skip
"""Words between "informed and believe" and what is alleged."""
_NUMBERED = re.compile(r"^[ \t]*\d{1,3}[.)][ \t]", re.MULTILINE)


def pleading_drafts(parsed: ParsedDocument, mentions: Sequence[Mention]) -> Iterator[Draft]:
    """An attribution for all that a pleading tells, but for the sentence by which it sues, which is so."""
    blocks = parsed.document.blocks
    opening = next((index for index, block in enumerate(blocks) if _is_title(parsed, block, _TITLE)), None)
    if opening is None or _NUMBERED.search(parsed.document.text, blocks[opening].end) is None:
        return
    ends = (block.start for block in blocks[opening + 1 :] if _is_title(parsed, block, _OTHER))
    end = next(ends, parsed.document.end)
    tokens = parsed.tokens
    inside = [place for place in tokens.sentences if blocks[opening].end <= tokens.begin[place[0]] < end]
    if not any(tokens.lower[token] in PLEADERS for first, last in inside for token in range(first, last)):
        return
    content = [place for place in inside if not _sues(tokens, place)]
    if content:
        yield plead(tokens, mentions, Draft(-1, [], content, verb="allege", frame="source"))


def informed_draft(tokens: Tokens, word: int, mentions: Sequence[Mention]) -> Draft | None:
    """The other formula, "Plaintiffs are informed and believe, and thereon allege, that": they allege what follows."""
    _, last = tokens.bounds(word)
    believing = (
        tokens.lower[word + 1] == "and" and tokens.lemma[word + 2] == "believe" if word + 2 < last else False
    )
    subject = tokens.child(word, "nsubjpass", *SUBJECTS)
    if not believing or subject is None:
        return None
    end = word + 3
    while end < last and tokens.lower[end] in _FORMULA:
        end += 1
    if tokens.lower[end - 1] != "that":
        return None
    source = noun_phrase(tokens, subject)
    draft = Draft(word, [(word, end)], [trim(tokens, end, last)], [source], subject, "allege", "claim")
    return plead(tokens, mentions, draft) if tokens.lower[subject] in PLEADERS else draft


def plead(tokens: Tokens, mentions: Sequence[Mention], draft: Draft) -> Draft:
    """``draft`` as a claim by the one party that the text calls plaintiff, if there is one: "Plaintiff Jane Roe"."""
    draft.cue_class = "claim"
    pleader = _pleader(tokens, mentions)
    if pleader is not None:
        draft.source_head, draft.source = pleader.head, [pleader.tokens]
    return draft


def _is_title(parsed: ParsedDocument, block: Block, pattern: re.Pattern[str]) -> bool:
    text = parsed.document.text[block.start : min(block.end, block.start + _LONGEST + 1)].strip()
    return len(text) <= _LONGEST and pattern.fullmatch(text) is not None


def _sues(tokens: Tokens, place: Range) -> bool:
    """Whether a sentence is that by which the plaintiff sues: "Plaintiff Jane Roe brings this action against"."""
    return any(
        tokens.lemma[token] in _SUING
        and any(tokens.dep[child] in SUBJECTS and _pleads(tokens, child) for child in tokens.children[token])
        for token in range(*place)
    )


def _pleads(tokens: Tokens, noun: int) -> bool:
    return any(tokens.lower[token] in PLEADERS for token in range(tokens.left[noun], tokens.right[noun]))


def _pleader(tokens: Tokens, mentions: Sequence[Mention]) -> Mention | None:
    found = {
        mention.name: mention
        for mention in reversed(mentions)
        if mention.form == "named"
        and mention.tokens[0] > 0
        and tokens.lower[mention.tokens[0] - 1] in PLEADERS
    }
    return next(iter(found.values())) if len(found) == 1 else None
