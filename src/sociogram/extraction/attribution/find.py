"""Who says or thinks what: sources, cues and contents of attributions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sociogram.extraction.attribution.clauses import fronted
from sociogram.extraction.attribution.drafts import Draft, Range, find_source_head, trim
from sociogram.extraction.attribution.others import other_drafts
from sociogram.extraction.attribution.pleadings import pleading_drafts
from sociogram.extraction.attribution.quotes import find_quotations
from sociogram.extraction.attribution.speech import Speech
from sociogram.extraction.attribution.trailing import part_circles, share_speakers
from sociogram.extraction.attribution.turns import turn_drafts
from sociogram.extraction.attribution.verbs import verb_drafts
from sociogram.knowledge.cues import Cues, load_cues
from sociogram.model import Attribution, Mention, Span
from sociogram.parse.tokens import Tokens

if TYPE_CHECKING:
    from sociogram.parse.parsed import ParsedDocument


def find_attributions(parsed: ParsedDocument, mentions: Sequence[Mention]) -> tuple[Attribution, ...]:
    """The attributions of a document, in the order of their first words; each knows its index."""
    tokens = parsed.tokens_mended
    if not len(tokens):
        return ()
    drafts = find_drafts(parsed, tokens, load_cues(), mentions)
    drafts += [*turn_drafts(parsed, mentions), *pleading_drafts(parsed, mentions)]
    return _number(parsed, sorted(drafts, key=_place))


def find_drafts(
    parsed: ParsedDocument, tokens: Tokens, cues: Cues, mentions: Sequence[Mention]
) -> list[Draft]:
    """The attributions in tokens, sorted."""
    drafts = _without_inner(
        [*_lowered(tokens, cues, verb_drafts(tokens, cues)), *other_drafts(tokens, cues, mentions)]
    )
    part_circles(tokens, drafts)
    share_speakers(tokens, drafts)
    for draft in drafts:
        draft.content = _without_frame(tokens, _without_occasion(tokens, draft), draft)
    quotations = find_quotations(tokens, parsed.view.text)
    drafts = Speech(tokens, cues, quotations, bool(parsed.document.turns)).attach(drafts)
    kept = [draft for draft in drafts if any(first < last for first, last in draft.content)]
    return sorted(kept, key=_place)


def _lowered(tokens: Tokens, cues: Cues, found: Iterable[Draft]) -> list[Draft]:
    """``found``, where "he appeared to blame Roe" is one attribution, his, and not what appears to nobody as well."""
    drafts = list(found)
    by_cue = {draft.cue_head: draft for draft in drafts}
    dropped = set()
    for draft in drafts:
        infinitive = tokens.child(draft.cue_head, "xcomp") if draft.verb in cues.raising else None
        inner = None if infinitive is None else by_cue.get(infinitive)
        if inner is None or inner.source_head is None:
            continue
        if inner.source_head == find_source_head(tokens, draft.cue_head):
            inner.cue = [(draft.cue[0][0], inner.cue[0][1])]
            dropped.add(draft.cue_head)
    return [draft for draft in drafts if draft.cue_head not in dropped]


def _without_frame(tokens: Tokens, content: list[Range], draft: Draft) -> list[Range]:
    """The content without who says so and how: "a mill [that Roe called] doomed", "a view [held by Roe]".

    "What Roe called a doomed mill" stays whole: without its frame it would be no phrase.
    """
    frame = sorted([*draft.source, *draft.cue])
    parts: list[Range] = []
    for first, last in content:
        begin = frame[0][0] if frame else last
        within = first < begin and all(end <= last for _, end in frame)
        spoken = {word for one in frame for word in range(*one)}
        if within and tokens.tag[first] == "WDT":
            edges = [first, *(edge for one in frame for edge in one), last]
            parts += [trim(tokens, *part) for part in zip(edges[::2], edges[1::2], strict=True)]
        elif within and all(word in spoken or tokens.lower[word] == "by" for word in range(begin, last)):
            parts.append(trim(tokens, first, begin))
        else:
            parts.append((first, last))
    return [(first, last) for first, last in parts if first < last]


_OCCASIONS = frozenset({"prep", "advcl", "advmod", "npadvmod", "tmod", "punct"})
"""What tells when and where somebody says it."""


def _without_occasion(tokens: Tokens, draft: Draft) -> list[Range]:
    """The content without what stands before the cue and hangs on it: 'On the day that they met, he said, "Stop"'."""
    kept = [
        (first, last)
        for first, last in draft.content
        if last > draft.cue_head
        or (first, last) in fronted(tokens, draft)
        or not all(
            tokens.head[token] == draft.cue_head and tokens.dep[token] in _OCCASIONS
            for token in range(first, last)
            if not first <= tokens.head[token] < last
        )
    ]
    return kept or draft.content


def _without_inner(drafts: list[Draft]) -> list[Draft]:
    """``drafts`` but for those whose cue is a part of another's: "allege" of "are informed and thereon allege"."""
    longest: dict[int, int] = {}
    for draft in drafts:
        for word in range(draft.cue[0][0], draft.cue[0][1]) if draft.cue else ():
            longest[word] = max(longest.get(word, 0), draft.cue[0][1] - draft.cue[0][0])
    return [
        draft
        for draft in drafts
        if not draft.cue or longest.get(draft.cue_head, 0) <= max(last - first for first, last in draft.cue)
    ]


def _place(draft: Draft) -> tuple[int, int]:
    return min(draft.content)[0], draft.cue_head


def _number(parsed: ParsedDocument, drafts: list[Draft]) -> tuple[Attribution, ...]:
    parents = _parents(drafts)

    def spans(ranges: list[Range]) -> tuple[Span, ...]:
        return tuple(parsed.span(first, last) for first, last in sorted(ranges) if first < last)

    return tuple(
        Attribution(
            index=index,
            source=(draft.label,) if draft.label else spans(draft.source),
            cue=spans(draft.cue),
            content=spans(draft.content),
            source_head=_named_head(draft.source_head, parsed.tokens),
            cue_head=draft.cue_head if draft.cue_head >= 0 else None,
            verb=draft.verb,
            direct=draft.direct,
            parent=parents[index],
            speaker=draft.speaker,
        )
        for index, draft in enumerate(drafts)
    )


def _named_head(head: int | None, tokens: Tokens) -> int | None:
    """The head of the name right behind a noun that is its title: "curator Jane Doe pointed out"."""
    if head is None or tokens.pos[head] != "NOUN":
        return head
    return next(
        (
            child
            for child in tokens.children[head]
            if tokens.dep[child] == "appos"
            and tokens.pos[child] == "PROPN"
            and tokens.left[child] == head + 1
        ),
        head,
    )


def _parents(drafts: list[Draft]) -> list[int | None]:
    """For each draft the one with the shortest content that holds its cue."""
    sizes = [sum(last - first for first, last in draft.content) for draft in drafts]
    holders: dict[int, list[int]] = {}
    cues = {draft.cue_head for draft in drafts}
    for index, draft in enumerate(drafts):
        for first, last in draft.content:
            for position in range(first, last):
                if position in cues:
                    holders.setdefault(position, []).append(index)
    result: list[int | None] = []
    for index, draft in enumerate(drafts):
        around = [other for other in holders.get(draft.cue_head, ()) if other != index]
        result.append(min(around, key=lambda other: (sizes[other], other)) if around else None)
    return result
