"""Attributions without a verb of saying: "according to", adverbs, nouns and the colons of headlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sociogram.extraction.attribution.clauses import subtree
from sociogram.extraction.attribution.drafts import SUBJECTS, Draft, Range, noun_phrase, trim
from sociogram.knowledge.cues import Cues
from sociogram.model import Mention
from sociogram.parse.tokens import Tokens


def other_drafts(
    columns: Tokens,
    cues: Cues,
    mentions: Sequence[Mention],
) -> Iterator[Draft]:
    """All of these, word by word; colons come last."""
    for position in range(len(columns)):
        lower = columns.lower[position]
        if lower == "according":
            yield from _according(columns, position)
        elif lower in cues.adverbs_of_attribution:
            yield from _adverb(columns, position)
        elif columns.pos[position] == "NOUN":
            frames = cues.nouns.get(columns.lemma[position].lower())
            if frames is not None:
                yield from _noun(columns, position, frames)
    people = {
        mention.head for mention in mentions if mention.form == "named" and mention.kind not in _NO_SPEAKERS
    }
    yield from _colons(columns, cues, people)


def _according(columns: Tokens, word: int) -> Iterator[Draft]:
    to = word + 1
    if to >= len(columns) or columns.lower[to] != "to":
        return
    noun = columns.child(to, "pobj")
    if noun is None:
        return
    first, last = columns.sentences[columns.sentence[word]]
    source = noun_phrase(columns, noun)
    if word - first <= 1:
        content = trim(columns, max(source[1], to + 1), last)
    else:
        content = trim(columns, _clause_start(columns, word, first), word)
    yield Draft(word, [(word, to + 1)], [content], [source], noun, "according to", "say", "source")


def _clause_start(columns: Tokens, word: int, first: int) -> int:
    """Where the clause begins that "according to" closes."""
    clause = next(
        (above for above in columns.climb(columns.head[word]) if columns.dep[above] in _CLAUSES), None
    )
    if clause is None or columns.dep[clause] != "conj" or columns.child(clause, "nsubj", "nsubjpass") is None:
        return first
    return columns.left[clause]


_CLAUSES = frozenset({"ccomp", "conj", "advcl", "relcl"})


def _adverb(columns: Tokens, adverb: int) -> Iterator[Draft]:
    verb = columns.head[adverb]
    if columns.pos[verb] not in {"VERB", "AUX"}:
        yield Draft(
            adverb,
            [(adverb, adverb + 1)],
            [noun_phrase(columns, verb)],
            verb=columns.lower[adverb],
            frame="adverb",
        )
        return
    subject = columns.child(verb, "nsubj", "nsubjpass")
    first = columns.left[subject] if subject is not None else columns.left[verb]
    if subject is None and columns.dep[verb] == "conj":
        first = min(child for child in [verb, *columns.children[verb]])
    last = columns.right[verb]
    parts = (
        [trim(columns, first, adverb), trim(columns, adverb + 1, last)]
        if first < adverb
        else [trim(columns, max(first, adverb + 1), last)]
    )
    yield Draft(adverb, [(adverb, adverb + 1)], parts, verb=columns.lower[adverb], frame="adverb")


def _noun(columns: Tokens, noun: int, frames: dict[str, str]) -> Iterator[Draft]:
    content: Range | None = None
    cue_class = ""
    for child in columns.children[noun]:
        if child < noun:
            continue
        dep = columns.dep[child]
        mark = columns.child(child, "mark")
        if (
            dep in {"acl", "relcl", "ccomp"}
            and mark is not None
            and columns.lower[mark] == "that"
            and "clause" in frames
        ):
            content, cue_class = subtree(columns, child), frames["clause"]
        elif dep in {"acl", "xcomp", "relcl"} and "inf" in frames and _is_infinitive(columns, child):
            content, cue_class = subtree(columns, child), frames["inf"]
        elif dep == "prep" and f"prep:{columns.lower[child]}" in frames:
            found = columns.child(child, "pobj", "pcomp")
            if found is not None:
                content, cue_class = subtree(columns, found), frames[f"prep:{columns.lower[child]}"]
        if content is not None:
            break
    if content is None:
        return
    draft = Draft(
        noun, [(noun, noun + 1)], [content], verb=columns.lemma[noun], cue_class=cue_class, frame="noun"
    )
    holder = columns.child(noun, "poss") if cue_class == "attitude" else _noun_holder(columns, noun)
    if holder is not None:
        draft.source_head = holder
        draft.source = [noun_phrase(columns, holder)]
        yield draft


def _is_infinitive(columns: Tokens, verb: int) -> bool:
    return columns.tag[verb] == "VB" and any(
        columns.lower[child] == "to" for child in columns.children[verb] if child < verb
    )


def _noun_holder(columns: Tokens, noun: int) -> int | None:
    """Whose word it is: "his claim", "a claim by X", "X made the claim"."""
    possessor = columns.child(noun, "poss")
    if possessor is not None:
        return possessor
    for child in columns.children[noun]:
        if columns.dep[child] == "prep" and columns.lower[child] in _AUTHORS_PREPOSITIONS:
            return columns.child(child, "pobj")
    if columns.dep[noun] == "dobj":
        return columns.child(columns.head[noun], *SUBJECTS)
    return None


def _colons(columns: Tokens, cues: Cues, people: set[int]) -> Iterator[Draft]:
    """As in "Speaker: words" at the start of a paragraph; the words run to the paragraph's end."""
    begin = 0
    while begin < len(columns):
        end = begin + 1
        while end < len(columns) and columns.paragraph[end] == columns.paragraph[begin]:
            end += 1
        first = begin + 1 if columns.text[begin] in _QUOTES and begin + 1 < end else begin
        for colon in range(first + 1, min(first + _SPEAKER_WORDS, end)):
            if columns.text[colon] != ":":
                continue
            content = trim(columns, colon + 1, end)
            if _is_speaker(columns, cues, first, colon, people) and content[1] - content[0] >= 3:
                yield Draft(
                    colon, [(colon, colon + 1)], [content], [(first, colon)], colon - 1, ":", "say", "colon"
                )
            break
        begin = end


def _is_speaker(columns: Tokens, cues: Cues, first: int, colon: int, people: set[int]) -> bool:
    """Whether the words before a colon name somebody, or a document ("Poll: …")."""
    words = range(first, colon)
    if any(columns.pos[position] in _NO_NAME for position in words):
        return False
    if columns.lemma[colon - 1].lower() in cues.documents and len(words) <= 4:
        return True
    if all(position in people or columns.pos[position] == "PROPN" for position in words):
        return True
    return colon - 1 in people and columns.text[first][0].isupper()


_AUTHORS_PREPOSITIONS = frozenset({"by", "from", "among"})
"""Prepositions behind a noun of those whose word it is: "a claim by Acme", "fears among traders"."""
_QUOTES = frozenset({'"', "“", "''", "``"})
_SPEAKER_WORDS = 9
"""Tokens from the beginning of a paragraph in which a speaker's colon stands: name, title and office of one."""
_NO_NAME = frozenset({"VERB", "AUX", "PUNCT", "NUM", "SCONJ"})
_NO_SPEAKERS = frozenset({"Date", "Place", "Country", "Event", "Quantity", "Money", "Topic", "Law"})
