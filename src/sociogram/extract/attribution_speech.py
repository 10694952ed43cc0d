"""Quotations and who speaks them: contents grown to whole quotations, and speakers for what is left."""

from __future__ import annotations

from bisect import bisect_right

from sociogram.extract.attribution_cues import Cues
from sociogram.extract.attribution_drafts import (
    Draft,
    Range,
    cue_range,
    find_source_head,
    is_passive,
    noun_phrase,
    trim,
)
from sociogram.extract.attribution_quotes import Quotation
from sociogram.extract.mention_tokens import TokenColumns

_REACH = 14  # tokens between a quotation and the verb that frames it


def attach_quotations(
    columns: TokenColumns,
    cues: Cues,
    drafts: list[Draft],
    quotations: list[Quotation],
    paragraphs: list[int],
    bounds: list[Range],
) -> list[Draft]:
    """``drafts`` with their contents grown over quotations, and a draft for each quotation without one."""
    starts = [quotation.start for quotation in quotations]

    def inside(position: int) -> int | None:
        index = bisect_right(starts, position) - 1
        return index if index >= 0 and position < quotations[index].end else None

    covered = [False] * len(quotations)
    owner: dict[int, Draft] = {}
    for draft in drafts:
        home = inside(draft.cue_head)
        if home is not None:
            quotation = quotations[home]
            draft.content = [_clip(columns, part, quotation) for part in draft.content]
            continue
        if draft.klass == "attitude" or draft.klass == "perceive":
            continue
        draft.content = _grow(columns, draft, quotations, starts, covered, owner)
    for index, quotation in enumerate(quotations):
        if covered[index] or not _is_utterance(columns, quotation):
            continue
        found = _frame(columns, cues, quotation, inside, bounds, paragraphs)
        if found is not None:
            existing = next(
                (draft for draft in drafts if draft.cue_head == found.cue_head and draft.direct), None
            )
            if existing is not None:
                existing.content.append((quotation.start, quotation.end))
                owner[index] = existing
            else:
                drafts = [draft for draft in drafts if draft.cue_head != found.cue_head]
                drafts.append(found)
                owner[index] = found
            covered[index] = True
            continue
        before = owner.get(index - 1)
        if before is not None and _continues(columns, paragraphs, quotations[index - 1], quotation):
            before.content.append((quotation.start, quotation.end))
            owner[index] = before
    return drafts


def _clip(columns: TokenColumns, part: Range, quotation: Quotation) -> Range:
    return trim(columns, max(part[0], quotation.start + 1), max(part[0], min(part[1], quotation.end - 1)))


def _grow(
    columns: TokenColumns,
    draft: Draft,
    quotations: list[Quotation],
    starts: list[int],
    covered: list[bool],
    owner: dict[int, Draft],
) -> list[Range]:
    """The contents of ``draft``, each grown over the quotations that it meets."""
    cue = draft.cue[0]
    grown: list[Range] = []
    for first, last in draft.content:
        index = max(bisect_right(starts, first) - 1, 0)
        begin, end = first, last
        while index < len(quotations) and quotations[index].start <= last:
            quotation = quotations[index]
            if quotation.end > first and not (quotation.start < cue[1] and cue[0] < quotation.end):
                if not quotation.single or quotation.start >= first:
                    begin, end = min(begin, quotation.start), max(end, quotation.end)
                covered[index] = True
                owner[index] = draft
                if quotation.end - quotation.start > (last - first) // 2:
                    draft.direct = True
            index += 1
        grown.append((begin, end))
    return grown


def _is_utterance(columns: TokenColumns, quotation: Quotation) -> bool:
    """Whether the quotation is somebody's sentence and not a word held with tongs."""
    words = quotation.end - quotation.start - 2
    if words < 3:
        return False
    last = columns.text[quotation.end - 2]
    if last in {",", ".", "?", "!", "…", "...", "—"}:
        return True
    return any(columns.pos[position] in {"VERB", "AUX"} for position in range(quotation.start, quotation.end))


def _frame(
    columns: TokenColumns,
    cues: Cues,
    quotation: Quotation,
    inside: object,
    bounds: list[Range],
    paragraphs: list[int],
) -> Draft | None:
    """A draft for ``quotation`` by the verb of saying that stands behind or before it."""
    position = quotation.end
    limit = min(len(columns), position + _REACH)
    while position < limit and paragraphs[position] == paragraphs[quotation.end - 1]:
        if columns.text[position] in {".", "“", '"', ";"}:
            break
        if _speaks(columns, cues, position):
            return _speech(columns, cues, position, quotation)
        position += 1
    position = quotation.start - 1
    if (
        position < 0
        or columns.text[position] not in {",", ":", "that", "as"}
        and not _speaks(columns, cues, position)
    ):
        return None
    limit = max(-1, position - 2 * _REACH, bounds[columns.sentence[position]][0] - 1)
    while position > limit:
        if _speaks(columns, cues, position):
            return _speech(columns, cues, position, quotation)
        position -= 1
    return None


def _speaks(columns: TokenColumns, cues: Cues, position: int) -> bool:
    if columns.pos[position] not in {"VERB", "AUX"}:
        return False
    return "quote" in cues.verbs.get(columns.lemma[position].lower(), ()) and not is_passive(
        columns, position
    )


def _speech(columns: TokenColumns, cues: Cues, verb: int, quotation: Quotation) -> Draft:
    lemma = columns.lemma[verb].lower()
    source = find_source_head(columns, verb)
    draft = Draft(
        verb,
        [cue_range(columns, verb)],
        [(quotation.start, quotation.end)],
        verb=lemma,
        klass=cues.verbs[lemma]["quote"],
        frame="quote",
        direct=True,
    )
    if source is not None and not quotation.start <= source < quotation.end:
        draft.source_head = source
        draft.source = [noun_phrase(columns, source)]
    return draft


def _continues(columns: TokenColumns, paragraphs: list[int], before: Quotation, quotation: Quotation) -> bool:
    """Whether a quotation without a speaker goes on from the one before it."""
    gap = quotation.start - before.end
    if paragraphs[before.end - 1] == paragraphs[quotation.start]:
        return gap <= 60
    opens = quotation.start == 0 or paragraphs[quotation.start - 1] != paragraphs[quotation.start]
    return opens and paragraphs[quotation.start] - paragraphs[before.end - 1] == 1
