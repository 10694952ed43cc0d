"""First and second person: who speaks in a quotation, in a letter and in the document itself."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.dialogue import (
    Dialogue,
    find_addressees,
    find_interviewees,
    find_introductions,
    find_labels,
    find_orators,
    find_titled,
    is_called,
    is_interview,
    read_dialogue,
)
from sociogram.extraction.coreference.turns import set_turn_voices
from sociogram.model import TurnRole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sociogram.extraction.coreference.clusters import Clusters
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.model import Attribution, Credit, Document
    from sociogram.parse.parsed import ParsedDocument
    from sociogram.parse.tokens import Tokens


I = (1, "singular")  # noqa: E741 - the word itself


def join_speakers(
    clusters: Clusters,
    facts: Sequence[Facts],
    attributions: Sequence[Attribution],
    parsed: ParsedDocument,
    tokens: Tokens,
    asked: Mapping[int, tuple[int, int]],
) -> tuple[list[int], dict[int, int]]:
    """Join the pronouns of the first and second person to their speakers and those spoken to.

    Gives for each mention the number of its voice, 0 for the document's own and one more for each
    quotation, and for each other voice that is known a mention of who speaks. Pronouns of one voice
    and person are one chain; "I" joins the source of the quotation or the author, "you" the
    recipient of a letter; "we" joins nobody else.
    """
    voices, sources = read_voices(facts, attributions, tokens)
    introductions = find_introductions(facts, tokens)
    interviewees = find_interviewees(clusters, facts, tokens)
    names = {clusters.find(name) for _, name in introductions} | {
        clusters.find(index) for index in interviewees
    }
    told = parsed.document.turns
    labels = [] if told else find_labels(facts, tokens, parsed.document.text)
    dialogue = Dialogue(frozenset(), frozenset()) if told else read_dialogue(tokens)
    if told:
        if not names and any(turn.role is TurnRole.ANSWERS for turn in told):
            interviewees = find_titled(clusters, facts, title_end(parsed.document))
        turns = set_turn_voices(voices, sources, facts, parsed, clusters)
    elif labels:
        _join_labels(clusters, facts, labels)
        turns = _set_labelled_turns(voices, sources, facts, labels, clusters)
    else:
        if dialogue.asking and not names:
            interviewees = find_titled(clusters, facts, title_end(parsed.document))
        turns = _set_turns(voices, facts, dialogue, several=len(names) > 1)
    document = parsed.document
    first: dict[tuple[int, int, str], int] = {}
    shared = _answering_together(voices, facts, dialogue) if len(names) > 1 and not labels else {}
    for one in facts:
        if one.mention.form != "pronoun" or one.mention.person == 3:
            continue
        turn = asked.get(one.index, (-1, -1))[0] if one.quote < 0 else -1
        number: str = one.number if one.mention.person == 1 else "" if turn < 0 else str(turn)
        voice = voices[one.index]
        key = (shared.get(voice, voice) if number == "plural" else voice, one.mention.person, number)
        clusters.join(first.setdefault(key, one.index), one.index)
    for (voice, person, number), index in sorted(first.items()):
        if (person, number) == I and voice in sources and _says_i(facts[sources[voice]]):
            clusters.join(sources[voice], index)
    _join_asked(clusters, facts, tokens, asked)
    for pronoun, name in introductions:
        clusters.join(name, pronoun)
    if turns:
        answered = any(turn.role is TurnRole.ANSWERS for turn in told)
        _join_turns(clusters, first, turns, [] if labels or (told and not answered) else interviewees)
    author = credited(document.authors, facts)
    if author is None and not turns and not labels and not told:
        sure = [index for index in interviewees if facts[index].role == "subject" or is_interview(tokens)]
        author = _only_speaker(clusters, facts, tokens, sure)
    recipient = credited(document.recipients, facts)
    if author is not None and (0, 1, "singular") in first:
        clusters.join(author, first[0, 1, "singular"])
    if recipient is not None and len(document.recipients) == 1 and (0, 2, "") in first:
        clusters.join(recipient, first[0, 2, ""])
    elif not document.recipients:
        for pronoun, name in find_addressees(clusters, facts, tokens, voices):
            clusters.join(name, pronoun)
    speakers = {
        voice: index
        for (voice, person, number), index in first.items()
        # The one who speaks outside the marks tells sooner who it is than the "I" between them.
        if (person, number) == I and not (voice in sources and clusters.same(sources[voice], index))
    }
    return voices, {voice: index for voice, index in {**sources, **speakers}.items() if voice}


def _join_asked(
    clusters: Clusters, facts: Sequence[Facts], tokens: Tokens, asked: Mapping[int, tuple[int, int]]
) -> None:
    """Join the "you" of a turn to whom it calls, else to who spoke before it."""
    called = {
        asked[one.index][0]: one.index for one in facts if one.index in asked and is_called(tokens, one)
    }
    for one in facts:
        if one.mention.person == 2 and one.index in asked and one.quote < 0:
            turn, before = asked[one.index]
            whom = called.get(turn, before)
            if whom >= 0:
                clusters.join(whom, one.index)


def _says_i(source: Facts) -> bool:
    """Whether a source is somebody, or the label of an office: "The Court: I find …"."""
    return bool(source.animate) or (source.head < 0 and source.mention.form == "nominal")


def _join_labels(clusters: Clusters, facts: Sequence[Facts], labels: Sequence[int]) -> None:
    """Join labels that repeat a word, and a surname in capitals to the one person of that name ("ROE: Yes")."""
    people: dict[str, set[int]] = {}
    for one in facts:
        if one.mention.kind == "Person" and one.mention.form == "named":
            people.setdefault(one.words[-1], set()).add(clusters.find(one.index))
    first: dict[tuple[str, ...], int] = {}
    for index in labels:
        one = facts[index]
        if one.mention.form == "nominal" and one.mention.text.isupper():
            known = people.get(one.words[-1], set())
            clusters.join(min(known) if len(known) == 1 else first.setdefault(one.words, index), index)


def _set_labelled_turns(
    voices: list[int],
    sources: dict[int, int],
    facts: Sequence[Facts],
    labels: Sequence[int],
    clusters: Clusters,
) -> list[tuple[int, int]]:
    """Give what follows each label of a transcript to its speaker; each way round the pair of voices if just two."""
    free = max(voices, default=0) + 1
    voice_of: dict[int, int] = {}
    voice, quote = 0, -1
    marks = set(labels)
    for one in facts:
        if one.index in marks:
            voice = voice_of.setdefault(clusters.find(one.index), free + len(voice_of))
            sources.setdefault(voice, one.index)
            quote = one.quote
        elif voice and one.head >= 0 and (voices[one.index] == 0 or one.quote == quote >= 0):
            voices[one.index] = voice
    if len(voice_of) != 2:
        return []
    return [(free, free + 1), (free + 1, free)]


def _set_turns(
    voices: list[int], facts: Sequence[Facts], dialogue: Dialogue, *, several: bool
) -> list[tuple[int, int]]:
    """Give the mentions of a dialogue their voices; the pairs of voices that ask and answer one another.

    With several speakers no two answers share a voice, since nothing says which is whose.
    """
    if not dialogue.asking:
        return []
    free = max(voices, default=0) + 1
    pairs = [] if several else [(free, free + 1)]
    for one in facts:
        if voices[one.index] == 0 and one.paragraph in dialogue.asking:
            voices[one.index] = free
        elif voices[one.index] == 0 and one.paragraph in dialogue.answering:
            voices[one.index] = free + 1 + (one.paragraph if several else 0)
    return pairs


def title_end(document: Document) -> int:
    """Where the title ends, or the first line where none was found."""
    if document.title is not None and document.title.end is not None:
        return document.title.end
    return document.text.find("\n", document.start, document.end)


def _only_speaker(
    clusters: Clusters, facts: Sequence[Facts], tokens: Tokens, interviewees: Sequence[int]
) -> int | None:
    """Who says "I" outside of quotations and questions: the one interviewed or the one of whom it is a speech."""
    speakers = interviewees or find_orators(facts, tokens)
    return speakers[0] if len({clusters.find(index) for index in speakers}) == 1 else None


def _answering_together(voices: Sequence[int], facts: Sequence[Facts], dialogue: Dialogue) -> dict[int, int]:
    """For the voice of each answer the first of them: those who are interviewed together are one "we"."""
    answers = sorted(
        {voices[one.index] for one in facts if one.paragraph in dialogue.answering and one.quote < 0}
    )
    return dict.fromkeys(answers, min(answers, default=0))


def _join_turns(
    clusters: Clusters,
    first: dict[tuple[int, int, str], int],
    turns: list[tuple[int, int]],
    interviewees: list[int],
) -> None:
    """Join the "you" of the questions to the "I" of the answers, and both to whom is interviewed."""
    for asking, answering in turns:
        asked, speaker = first.get((asking, 2, "")), first.get((answering, 1, "singular"))
        if asked is not None and speaker is not None:
            clusters.join(asked, speaker)
        index = speaker if speaker is not None else asked
        if index is not None and len(interviewees) == 1:
            clusters.join(interviewees[0], index)


def credited(credits_: Sequence[Credit], facts: Sequence[Facts]) -> int | None:
    """The mention of the one credit that is given; ``None`` for none or several."""
    if len(credits_) != 1 or credits_[0].start is None:
        return None
    for one in facts:
        if one.mention.start == credits_[0].start and one.mention.end == credits_[0].end:
            return one.index
    return None


def read_voices(
    facts: Sequence[Facts], attributions: Sequence[Attribution], tokens: Tokens
) -> tuple[list[int], dict[int, int]]:
    """The voice of each mention, and the mention that speaks in each voice that has a source."""
    marked = max(tokens.quote, default=-1) + 1
    voices = [one.quote + 1 if one.quote >= 0 else 0 for one in facts]
    sources: dict[int, int] = {}
    by_head = _mention_at(facts)
    starts = [one.mention.start for one in facts]
    extra = marked + 1
    for attribution in _innermost_first(attributions):
        if not attribution.direct or attribution.cue_head is None:
            continue  # a turn is no quotation, and has its own voice
        inside = [
            index
            for start, end in attribution.content
            for index in range(bisect_left(starts, start), bisect_left(starts, end))
            if facts[index].head >= 0
        ]
        # Of a mixed quotation only what stands between the marks is in the speaker's voice.
        inside = [index for index in inside if voices[index]] or inside
        source = by_head.get(attribution.source_head) if attribution.source_head is not None else None
        numbers = {voices[index] for index in inside} - {0}
        if not numbers:
            numbers = {extra}
            extra += 1
        voice = min(numbers)
        for index in inside:
            voices[index] = voice
        if source is not None:
            sources.setdefault(voice, source)
    _continue_quotations(facts, voices, sources)
    return voices, sources


def _innermost_first(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Those inside others before them: in "Ann claims Bob said, 'I won'" the "I" is Bob."""
    by_index = {attribution.index: attribution for attribution in attributions}

    def depth(attribution: Attribution) -> int:
        steps, above = 0, attribution.parent
        while above in by_index and steps < len(by_index):
            steps, above = steps + 1, by_index[above].parent
        return steps

    return sorted(attributions, key=depth, reverse=True)


def find_sources(facts: Sequence[Facts], attributions: Sequence[Attribution]) -> frozenset[int]:
    """The mentions that say or think something."""
    at = _mention_at(facts)
    heads = (attribution.source_head for attribution in attributions if attribution.source_head is not None)
    return frozenset(at[head] for head in heads if head in at)


def _mention_at(facts: Sequence[Facts]) -> dict[int, int]:
    """The mention that a token heads, or else the name that it is part of."""
    found = {one.head: one.index for one in facts if one.head >= 0 and not one.relative}
    for one in facts:
        if one.mention.form == "named":
            for token in range(*one.mention.tokens):
                found.setdefault(token, one.index)
    return found


def _continue_quotations(facts: Sequence[Facts], voices: Sequence[int], sources: dict[int, int]) -> None:
    """A quotation without a source is the speaker's of the one before it in its paragraph."""
    last: dict[int, int] = {}
    for one in facts:
        voice = voices[one.index]
        if voice and voice in sources:
            last[one.paragraph] = sources[voice]
        elif voice and one.paragraph in last:
            sources[voice] = last[one.paragraph]
