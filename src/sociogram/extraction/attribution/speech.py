"""Quotations and who speaks them: contents grown to whole quotations, and speakers for what is left."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from sociogram.extraction.attribution.drafts import (
    Draft,
    Range,
    cue_lemma,
    cue_range,
    find_source_head,
    is_passive,
    label_head,
    noun_phrase,
    trim,
)
from sociogram.extraction.attribution.quotes import Quotation
from sociogram.knowledge.cues import Cues
from sociogram.parse.tokens import Tokens

_REACH = 14  # tokens between a quotation and the verb that frames it: its source may have a long apposition
_GAP = 60  # tokens between two quotations of one speaker in one paragraph: about two sentences
_TURN = 8  # tokens between a verb by which another takes the turn and his words
_LABEL = 9  # tokens from a dash to the colon behind a speaker's name
_NO_LABEL = frozenset({"VERB", "AUX", "PUNCT"})
_DASHES = frozenset({"—", "–", "―", "--", "-"})
_LEADS = frozenset({",", ":", "that", "as"})
_MARKS = frozenset({'"', "“", "«", "``", "‘"})
_ONE = frozenset({"he", "she"})
_WHOLE = frozenset({"transcript", "remarks", "text"})
"""Nouns by which a line gives the whole of what was quoted before it."""
_SILENT = frozenset({"attitude", "perceive"})


@dataclass(slots=True)
class Speech:
    """The quotations of a document while speakers are found for them."""

    tokens: Tokens
    cues: Cues
    quotations: Sequence[Quotation]
    in_turns: bool = False
    """Whether the document is a transcript, in which labels tell who speaks."""
    owners: dict[int, Draft] = field(default_factory=dict)
    labels: dict[int, tuple[int, Draft]] = field(default_factory=dict)
    """For each quotation with its speaker's name before a colon the dash before the name, and the speaker's draft."""

    def attach(self, drafts: list[Draft]) -> list[Draft]:
        """``drafts`` with their contents grown over quotations, and a draft for each quotation without one."""
        starts = [quotation.start for quotation in self.quotations]
        self.labels = {
            index: labelled
            for index, quotation in enumerate(self.quotations)
            if self._is_utterance(quotation) and (labelled := self._labelled(quotation)) is not None
        }
        for draft in drafts:
            home = bisect_right(starts, draft.cue_head) - 1
            if home >= 0 and draft.cue_head < self.quotations[home].end:
                draft.content = [self._clip(part, self.quotations[home]) for part in draft.content]
            elif draft.cue_class not in _SILENT:
                draft.content = [self._grow(draft, part, starts) for part in draft.content]
                self._mend_source(draft, starts)
        self._cut_at_next(drafts, starts)
        by_cue = {draft.cue_head: draft for draft in drafts}
        for index, quotation in enumerate(self.quotations):
            if index not in self.owners and self._is_utterance(quotation):
                owner = self._owner(index, quotation, by_cue)
                if owner is not None:
                    self.owners[index] = by_cue[owner.cue_head] = owner
        return list(by_cue.values())

    def _mend_source(self, draft: Draft, starts: list[int]) -> None:
        """Who speaks outside a quotation is not named within it, as a wrong parse may say, but spoke it too."""
        if draft.source_head is None:
            return
        index = bisect_right(starts, draft.source_head) - 1
        if index < 0 or not draft.source_head < self.quotations[index].end <= draft.cue_head:
            return
        before = self.owners.get(index)
        if before is not None and before is not draft and before.source_head is not None:
            draft.source_head, draft.source = before.source_head, list(before.source)

    def _cut_at_next(self, drafts: list[Draft], starts: list[int]) -> None:
        """End a content that is a quotation before the next verb of speech: 'telling A, "…" and writing, "…"'."""
        cues = sorted(draft.cue_head for draft in drafts)
        for draft in drafts:
            if not draft.direct:
                continue
            for number, (first, last) in enumerate(draft.content):
                index = bisect_right(starts, first) - 1
                if index < 0 or starts[index] != first or self.quotations[index].end >= last:
                    continue
                end = self.quotations[index].end
                following = cues[bisect_right(cues, end) :]
                if following and following[0] < last and self._outside(following[0], starts):
                    draft.content[number] = (first, end)

    def _outside(self, position: int, starts: list[int]) -> bool:
        index = bisect_right(starts, position) - 1
        return index < 0 or position >= self.quotations[index].end

    def _owner(self, index: int, quotation: Quotation, by_cue: dict[int, Draft]) -> Draft | None:
        """Who speaks a quotation that no clause holds: its frame, a name behind a dash, or the last speaker."""
        if index in self.labels:
            return self.labels[index][1]
        verb = self._frame(quotation)
        if verb is not None:
            known = by_cue.get(verb)
            if known is not None and (known.direct or known.frame == "clause"):
                if known.direct or self._follows(quotation, known):
                    known.content.append((quotation.start, quotation.end))
                    return known
                return None
            return self._speech(verb, quotation)
        signed = self._signed(quotation) or self._opened(quotation)
        if signed is not None:
            return signed
        turned = self._turned(self.quotations[index - 1].end, quotation) if index else None
        if turned is not None:
            return self._speech(turned, quotation)
        before = self.owners.get(index - 1)
        if before is not None and self._continues(self.quotations[index - 1], quotation):
            before.content.append((quotation.start, quotation.end))
            return before
        led = self._led(index, quotation)
        if led is None:
            return None
        draft, known = self._speech(led, quotation), by_cue.get(led)
        if known is not None and known.frame == "clause":
            draft.content = [*known.content, *draft.content]
        return draft

    def _led(self, index: int, quotation: Quotation) -> int | None:
        """The verb of the sentence before a paragraph that is a quotation: "Doe *lashed* out on Facebook. ¶ “…”"."""
        tokens, last, end = self.tokens, quotation.start - 1, quotation.end
        if self.in_turns or last < 0 or tokens.paragraph[quotation.start] - tokens.paragraph[last] != 1:
            return None
        first = tokens.bounds(last)[0]
        filled = end == len(tokens) or tokens.paragraph[end] != tokens.paragraph[end - 1]
        quoted = index > 0 and self.quotations[index - 1].end > first
        begin = bisect_left(tokens.paragraph, tokens.paragraph[last])
        # Behind a speaker's label, or within a quotation over many paragraphs, another may speak.
        spoken = ":" in tokens.text[first : last + 1] or tokens.text[begin] in _MARKS
        if not filled or quoted or spoken:
            return None
        verb = next(
            token
            for token in range(first, last + 1)
            if not first <= tokens.head[token] <= last or tokens.head[token] == token
        )
        particle = tokens.child(verb, "prt", "advmod")
        words = {tokens.lemma[verb].lower()} | (
            {f"{tokens.lemma[verb].lower()} {tokens.lower[particle]}"} if particle is not None else set()
        )
        source = tokens.child(verb, "nsubj")
        one = source is not None and (tokens.ent[source] == "PERSON" or tokens.lower[source] in _ONE)
        says = self.cues.verbs.get(cue_lemma(tokens, self.cues, verb), {}).get("quote") == "say"
        return verb if one and (says or not words.isdisjoint(self.cues.leads)) else None

    def _follows(self, quotation: Quotation, draft: Draft) -> bool:
        """Whether the quotation stands behind the content of ``draft`` and a colon."""
        end = max(last for _, last in draft.content) if draft.content else quotation.end
        return end + 1 == quotation.start and self.tokens.text[end] == ":"

    def _clip(self, part: Range, quotation: Quotation) -> Range:
        """``part`` as far as it lies within ``quotation``: what is said in it ends with it."""
        first, last = max(part[0], quotation.start + 1), min(part[1], quotation.end - 1)
        return trim(self.tokens, first, max(first, last))

    def _grow(self, draft: Draft, part: Range, starts: list[int]) -> Range:
        """``part`` grown over each quotation that it meets."""
        cue, (first, last) = draft.cue[0], part
        begin, end = part
        index = max(bisect_right(starts, first) - 1, 0)
        while index < len(self.quotations) and starts[index] <= last:
            quotation = self.quotations[index]
            apart = quotation.end <= cue[0] or cue[1] <= quotation.start
            if index in self.labels and quotation.end > first and apart:
                dash = self.labels[index][0]
                return trim(self.tokens, begin, dash) if begin < dash else (first, first)
            if quotation.end > first and apart:
                if self._opens_behind_colon(quotation, part):
                    begin = first = quotation.start
                if not quotation.single or quotation.start >= first:
                    begin, end = min(begin, quotation.start), max(end, quotation.end)
                self.owners[index] = draft
                if quotation.end - quotation.start > (last - first) // 2:
                    draft.direct = True
            index += 1
        return begin, end

    def _opens_behind_colon(self, quotation: Quotation, part: Range) -> bool:
        """Whether a colon or a dash parts a quotation at the end of ``part``: 'Doe was blunt: "No," he said'."""
        colon = quotation.start - 1
        parts = self.tokens.text[colon] in _DASHES | {":"}
        return part[0] < colon and parts and part[1] <= quotation.end

    def _is_utterance(self, quotation: Quotation) -> bool:
        """Whether the quotation is somebody's sentence and no title and no word held with tongs."""
        tokens = self.tokens
        inner = range(quotation.start + 1, quotation.end - 1)
        if len(inner) < 3:
            return False
        last = tokens.text[quotation.end - 2]
        if last in {".", "?", "!", "…", "..."}:
            return True
        words = [tokens.text[position] for position in inner if len(tokens.text[position]) > 3]
        if words and all(not word[0].islower() for word in words):
            return False
        return last in {",", "—"} or any(tokens.pos[position] in {"VERB", "AUX"} for position in inner)

    def _frame(self, quotation: Quotation) -> int | None:
        """The verb of saying that stands behind or before the quotation, in its sentence."""
        tokens = self.tokens
        position = quotation.end
        if tokens.text[quotation.end - 2] != ".":
            limit = min(len(tokens), position + _REACH)
            while position < limit and tokens.paragraph[position] == tokens.paragraph[quotation.end - 1]:
                if tokens.text[position] in {".", "“", '"', ";"}:
                    break
                if self._speaks(position):
                    return position
                position += 1
        position = quotation.start - 1
        if position < 0 or not (tokens.text[position] in _LEADS or self._speaks(position)):
            return None
        limit = max(-1, position - 2 * _REACH, tokens.bounds(position)[0] - 1)
        while position > limit:
            if self._speaks(position):
                return position
            position -= 1
        return None

    def _turned(self, start: int, quotation: Quotation) -> int | None:
        """The verb by which another takes the turn before the quotation: "“…,” Doe said, and Roe *cut* in. “…”"."""
        tokens = self.tokens
        first = max(start, quotation.start - _TURN)
        for verb in range(quotation.start - 1, first - 1, -1):
            if tokens.paragraph[verb] != tokens.paragraph[quotation.start]:
                return None
            particle = tokens.child(verb, "prt", "advmod")
            words = f"{tokens.lemma[verb].lower()} {tokens.lower[particle]}" if particle is not None else ""
            if words in self.cues.turns and tokens.child(verb, "nsubj") is not None:
                return verb
        return None

    def _speaks(self, position: int) -> bool:
        tokens = self.tokens
        if tokens.pos[position] not in {"VERB", "AUX"}:
            return False
        frames = self.cues.verbs.get(cue_lemma(tokens, self.cues, position), {})
        return "quote" in frames and not is_passive(tokens, position)

    def _speech(self, verb: int, quotation: Quotation) -> Draft:
        tokens = self.tokens
        lemma = cue_lemma(tokens, self.cues, verb)
        draft = Draft(
            verb,
            [cue_range(tokens, verb, lemma)],
            [(quotation.start, quotation.end)],
            verb=lemma,
            cue_class=self.cues.verbs.get(lemma, {}).get("quote", "say"),
            frame="quote",
            direct=True,
        )
        source = find_source_head(tokens, verb)
        if source is not None and not quotation.start <= source < quotation.end:
            draft.source_head = source
            draft.source = [noun_phrase(tokens, source, verb)]
        return draft

    def _labelled(self, quotation: Quotation) -> tuple[int, Draft] | None:
        """A quotation with its speaker's name before a colon, and a dash before that: 'Mill closes - Jane Roe: "…"'.

        Or a "by" without a verb, as reviews of the press name whom they quote: '"Mill closes," by Jane Roe: "…"'.
        """
        tokens, colon = self.tokens, quotation.start - 1
        first = name = colon
        lowest = max(0, colon - _LABEL)
        while first > lowest and tokens.pos[first - 1] not in _NO_LABEL:
            first -= 1
            if name == first + 1 and (tokens.text[first][0].isupper() or tokens.lower[first] == "and"):
                name = first
        by = tokens.lower[first] == "by" and tokens.text[first - 1] in _MARKS | {",", "”", "''"}
        if name >= colon or tokens.text[colon] != ":" or not (by or tokens.text[first - 1] in _DASHES):
            return None
        draft = Draft(
            colon,
            [(colon, colon + 1)],
            [(quotation.start, quotation.end)],
            [(name, colon)],
            label_head(self.tokens, name, colon),
            verb=":",
            frame="colon",
            direct=True,
        )
        return first - 1, draft

    def _signed(self, quotation: Quotation) -> Draft | None:
        """A quotation with its speaker's name behind a dash."""
        tokens, dash = self.tokens, quotation.end
        if dash + 1 >= len(tokens) or tokens.text[dash] not in _DASHES:
            return None
        last = dash + 1
        while last < len(tokens) and last < dash + 6 and tokens.pos[last] == "PROPN":
            last += 1
        if last == dash + 1:
            return None
        return Draft(
            dash,
            [(dash, dash + 1)],
            [(quotation.start, quotation.end)],
            [(dash + 1, last)],
            last - 1,
            verb="—",
            frame="quote",
            direct=True,
        )

    def _opened(self, quotation: Quotation) -> Draft | None:
        """A quotation behind a colon, and a clause that tells what its speaker does: 'Doe shook her head: "No."'."""
        tokens, colon = self.tokens, quotation.start - 1
        apart = colon < 1 or tokens.paragraph[colon] != tokens.paragraph[quotation.start]
        if self.in_turns or apart or tokens.text[colon] != ":":
            return None
        first = tokens.bounds(colon)[0]
        verb = next(
            (
                token
                for token in range(first, colon)
                if tokens.pos[token] in {"VERB", "AUX"}
                and (tokens.head[token] == token or not first <= tokens.head[token] < colon)
            ),
            None,
        )
        source = None if verb is None or is_passive(tokens, verb) else tokens.child(verb, "nsubj")
        if source is None or not (tokens.ent[source] == "PERSON" or tokens.lower[source] in _ONE):
            return None
        return Draft(
            colon,
            [(colon, colon + 1)],
            [(quotation.start, quotation.end)],
            [noun_phrase(tokens, source, colon)],
            source,
            verb=":",
            frame="colon",
            direct=True,
        )

    def _continues(self, before: Quotation, quotation: Quotation) -> bool:
        """Whether a quotation without a speaker goes on from the one before it."""
        paragraph = self.tokens.paragraph
        if paragraph[before.end - 1] == paragraph[quotation.start]:
            return quotation.start - before.end <= _GAP
        opens = quotation.start == 0 or paragraph[quotation.start - 1] != paragraph[quotation.start]
        apart = paragraph[quotation.start] - paragraph[before.end - 1]
        return opens and (apart == 1 or (apart == 2 and self._goes_on_whole(quotation)))

    def _goes_on_whole(self, quotation: Quotation) -> bool:
        """Whether the line before gives the same speaker's words as a whole: "Transcript as follows:"."""
        tokens, last = self.tokens, quotation.start - 1
        line = range(max(0, last - _TURN), last)
        own = [token for token in line if tokens.paragraph[token] == tokens.paragraph[last]]
        nouns = _WHOLE.intersection(tokens.lower[token] for token in own)
        named = any(tokens.pos[token] == "PROPN" and tokens.lower[token] not in _WHOLE for token in own)
        return tokens.text[last] == ":" and bool(nouns) and not named
