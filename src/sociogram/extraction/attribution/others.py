"""Attributions without a verb of saying: "according to", adverbs, nouns and the colons of headlines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sociogram.extraction.attribution.adjectives import adjective_draft
from sociogram.extraction.attribution.clauses import subtree
from sociogram.extraction.attribution.drafts import SUBJECTS, Draft, Range, label_head, noun_phrase, trim
from sociogram.extraction.attribution.pleadings import informed_draft, plead
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.cues import ACCORDING, TOPIC, Cues
from sociogram.model import Mention
from sociogram.parse.tokens import Tokens


def other_drafts(
    tokens: Tokens,
    cues: Cues,
    mentions: Sequence[Mention],
) -> Iterator[Draft]:
    """All of these, word by word; colons come last."""
    for position in range(len(tokens)):
        lower = tokens.lower[position]
        if lower == "according":
            yield from _according(tokens, position, cues)
        elif lower in cues.adverbs_of_attribution:
            yield from _adverb(tokens, position)
        elif lower == "per":
            yield from _per(tokens, position, cues)
        elif lower in _BELIEVING and tokens.lower[position + 1 : position + 4] == _BELIEF:
            yield _belief(tokens, position, mentions)
        elif lower == "informed":
            informed = informed_draft(tokens, position, mentions)
            if informed is not None:
                yield informed
        elif lower in cues.adjectives and tokens.pos[position] in _ADJECTIVAL:
            felt = adjective_draft(tokens, cues, position)
            if felt is not None:
                yield felt
        elif tokens.pos[position] == "NOUN":
            frames = cues.nouns.get(tokens.lemma[position].lower())
            if frames is not None:
                yield from _noun(tokens, position, frames)
    people = {
        mention.head for mention in mentions if mention.form == "named" and mention.kind not in _NO_SPEAKERS
    }
    yield from _colons(tokens, cues, people)


def _according(tokens: Tokens, word: int, cues: Cues) -> Iterator[Draft]:
    to = word + 1
    if to >= len(tokens) or tokens.lower[to] != "to":
        return
    noun = tokens.child(to, "pobj")
    if noun is None or _is_manner(tokens, noun, cues):
        return
    first, last = _within_semicolons(tokens, word)
    source = noun_phrase(tokens, noun)
    listed = tokens.pos[first] == "CCONJ" and word > first + 1
    behind = trim(tokens, max(source[1], to + 1), last)
    if word - first <= 1:
        content = [behind]
    elif listed:  # "A was paid one; and B was paid two, according to them"
        content = [trim(tokens, tokens.bounds(word)[0], word)]
    else:
        content = [trim(tokens, _clause_start(tokens, word, first), word)]
        if _is_inserted(tokens, word, source[1], last):
            content.append(behind)
    yield Draft(word, [(word, to + 1)], content, [source], noun, ACCORDING, "say", "source")


def _is_inserted(tokens: Tokens, word: int, end: int, last: int) -> bool:
    """Whether the verb of the clause stands behind who says so: "Acme, according to Doe, sued"."""
    apart = end < last and tokens.text[word - 1] == "," and tokens.text[end] == ","
    verb = next(
        (above for above in tokens.climb(word) if tokens.pos[above] in ("VERB", "AUX") and above != word),
        None,
    )
    return apart and verb is not None and verb > end


def _within_semicolons(tokens: Tokens, word: int) -> Range:
    """The part of the sentence around ``word`` that no semicolon parts: "He left; according to Doe, she stayed"."""
    first, last = tokens.bounds(word)
    begin = next((token + 1 for token in range(word - 1, first - 1, -1) if tokens.text[token] == ";"), first)
    end = next((token for token in range(word, last) if tokens.text[token] == ";"), last)
    return begin, end


def _is_manner(tokens: Tokens, noun: int, cues: Cues) -> bool:
    """Whether the noun is what somebody goes by and says nothing: "vote according to their *preference*"."""
    lemma = tokens.lemma[noun].lower()
    owned = any(tokens.tag[child] == "PRP$" for child in tokens.children[noun])
    return owned and lemma not in cues.documents and lemma not in load_actor_lists().nouns


def _per(tokens: Tokens, word: int, cues: Cues) -> Iterator[Draft]:
    """As in "Per court filings, he left", "he left, per Reuters": a document or a name set apart by a comma."""
    noun = tokens.child(word, "pobj")
    first, last = tokens.bounds(word)
    if noun is None or not (tokens.pos[noun] == "PROPN" or tokens.lemma[noun].lower() in cues.documents):
        return
    end = tokens.right[noun]
    fronted = word == first and tokens.text[min(end, last - 1)] == ","
    if not fronted and not (tokens.text[word - 1] == "," and end >= last - 1):
        return
    content = trim(tokens, end, last) if fronted else trim(tokens, first, word)
    yield Draft(
        word, [(word, word + 1)], [content], [noun_phrase(tokens, noun)], noun, ACCORDING, "say", "source"
    )


def _clause_start(tokens: Tokens, word: int, first: int) -> int:
    """Where the clause begins that "according to" closes."""
    clause = next((above for above in tokens.climb(tokens.head[word]) if tokens.dep[above] in _CLAUSES), None)
    if clause is None or tokens.dep[clause] != "conj" or tokens.child(clause, "nsubj", "nsubjpass") is None:
        return first
    return tokens.left[clause]


_CLAUSES = frozenset({"ccomp", "conj", "advcl", "relcl"})


def _belief(tokens: Tokens, word: int, mentions: Sequence[Mention]) -> Draft:
    """The formula of a pleading, "upon information and belief": who pleads alleges all of the sentence."""
    first, last = tokens.bounds(word)
    end = word + 1 + len(_BELIEF)
    parts = [trim(tokens, first, word), trim(tokens, end, last)]
    draft = Draft(word, [(word, end)], [part for part in parts if part[0] < part[1]], verb=" ".join(_BELIEF))
    draft.frame = "source"
    return plead(tokens, mentions, draft)


def _adverb(tokens: Tokens, adverb: int) -> Iterator[Draft]:
    verb = tokens.head[adverb]
    if tokens.pos[verb] not in {"VERB", "AUX"}:
        yield Draft(
            adverb,
            [(adverb, adverb + 1)],
            [noun_phrase(tokens, verb)],
            verb=tokens.lower[adverb],
            frame="adverb",
        )
        return
    subject = tokens.child(verb, "nsubj", "nsubjpass")
    first = tokens.left[subject] if subject is not None else tokens.left[verb]
    if subject is None and tokens.dep[verb] == "conj":
        first = min(child for child in [verb, *tokens.children[verb]])
    last = tokens.right[verb]
    parts = (
        [trim(tokens, first, adverb), trim(tokens, adverb + 1, last)]
        if first < adverb
        else [trim(tokens, max(first, adverb + 1), last)]
    )
    yield Draft(adverb, [(adverb, adverb + 1)], parts, verb=tokens.lower[adverb], frame="adverb")


def _noun(tokens: Tokens, noun: int, frames: dict[str, str]) -> Iterator[Draft]:
    content: Range | None = None
    cue_class = ""
    for child in tokens.children[noun]:
        if child < noun:
            continue
        dep = tokens.dep[child]
        mark = tokens.child(child, "mark")
        if (
            dep in {"acl", "relcl", "ccomp"}
            and mark is not None
            and tokens.lower[mark] == "that"
            and "clause" in frames
        ):
            content, cue_class = subtree(tokens, child), frames["clause"]
        elif dep in {"acl", "xcomp", "relcl"} and "inf" in frames and _is_infinitive(tokens, child):
            content, cue_class = subtree(tokens, child), frames["inf"]
        elif dep == "prep" and f"prep:{tokens.lower[child]}" in frames:
            found = tokens.child(child, "pobj", "pcomp")
            if found is not None:
                content, cue_class = subtree(tokens, found), frames[f"prep:{tokens.lower[child]}"]
        elif dep == "prep" and tokens.lower[child] in {"about", "of"} and "clause" in frames:
            told = tokens.child(child, "pcomp")
            if told is not None and tokens.tag[told] == "VBG" and tokens.child(told, *SUBJECTS) is not None:
                # "her claim about Acme closing its plant"
                content, cue_class = subtree(tokens, told), frames["clause"]
        if content is not None:
            break
    if content is None:
        return
    verb = tokens.lemma[noun] if cue_class != "attitude" else TOPIC
    draft = Draft(noun, [(noun, noun + 1)], [content], verb=verb, cue_class=cue_class, frame="noun")
    holder = _noun_holder(tokens, noun)
    if holder is not None:
        draft.source_head = holder
        draft.source = [noun_phrase(tokens, holder)]
        yield draft


def _is_infinitive(tokens: Tokens, verb: int) -> bool:
    return tokens.tag[verb] == "VB" and any(
        tokens.lower[child] == "to" for child in tokens.children[verb] if child < verb
    )


def _noun_holder(tokens: Tokens, noun: int) -> int | None:
    """Whose word it is: "his claim", "a claim by X", "X made the claim"."""
    possessor = tokens.child(noun, "poss")
    if possessor is not None:
        return possessor
    for child in tokens.children[noun]:
        if tokens.dep[child] == "prep" and tokens.lower[child] in _AUTHORS_PREPOSITIONS:
            return tokens.child(child, "pobj")
    if tokens.dep[noun] == "dobj":
        return tokens.child(tokens.head[noun], *SUBJECTS)
    named = tokens.child(noun, "compound")
    if named == noun - 1 and tokens.pos[named] == "PROPN":
        return named  # "a Daily Echo report that"
    return None


def _colons(tokens: Tokens, cues: Cues, people: set[int]) -> Iterator[Draft]:
    """As in "Speaker: words" at the start of a paragraph; the words run to the paragraph's end."""
    begin = 0
    while begin < len(tokens):
        end = begin + 1
        while end < len(tokens) and tokens.paragraph[end] == tokens.paragraph[begin]:
            end += 1
        first = begin + 1 if tokens.text[begin] in _QUOTES and begin + 1 < end else begin
        for colon in range(first + 1, min(first + _SPEAKER_WORDS, end)):
            if tokens.text[colon] != ":":
                continue
            content = trim(tokens, colon + 1, end)
            if _is_speaker(tokens, cues, first, colon, people) and content[1] - content[0] >= 3:
                yield Draft(
                    colon,
                    [(colon, colon + 1)],
                    [content],
                    [(first, colon)],
                    label_head(tokens, first, colon),
                    ":",
                    "say",
                    "colon",
                )
            break
        begin = end


def _is_speaker(tokens: Tokens, cues: Cues, first: int, colon: int, people: set[int]) -> bool:
    """Whether the words before a colon name somebody, or a document ("Poll: …")."""
    words = range(first, colon)
    if any(tokens.lower[position] in _AGAINST for position in words) or tokens.pos[first] == "ADP":
        return False  # the name of a case, "Roe v. Acme"; "For the record: …"
    if any(tokens.pos[position] in _NO_NAME for position in words) or _is_described(tokens, colon):
        return False
    if tokens.lemma[colon - 1].lower() in cues.documents and len(words) <= 4:
        return True
    if all(position in people or tokens.pos[position] == "PROPN" for position in words):
        return True
    return colon - 1 in people and tokens.text[first][0].isupper()


def _is_described(tokens: Tokens, colon: int) -> bool:
    """Whether a noun behind a colon says who somebody is, as a list of people has it: "Jane Roe: mayor of Riga"."""
    first = colon + 1
    if first >= len(tokens) or not tokens.text[first][0].islower():
        return False
    whole = first
    for above in tokens.climb(first):
        if tokens.left[above] < first:
            break
        whole = above
    return tokens.pos[whole] == "NOUN" and tokens.dep[whole] in _DESCRIBING


_ADJECTIVAL = frozenset({"ADJ", "VERB"})
_DESCRIBING = frozenset({"ROOT", "appos", "attr", "dep", "conj"})
_AUTHORS_PREPOSITIONS = frozenset({"by", "from", "among"})
"""Prepositions behind a noun of those whose word it is: "a claim by Acme", "fears among traders"."""
_AGAINST = frozenset({"v.", "v", "vs.", "vs", "versus"})
_BELIEVING = frozenset({"on", "upon", "to"})
_BELIEF = ("information", "and", "belief")
_QUOTES = frozenset({'"', "“", "''", "``"})
_SPEAKER_WORDS = 9
"""Tokens from the beginning of a paragraph in which a speaker's colon stands: name, title and office of one."""
_NO_NAME = frozenset({"VERB", "AUX", "PUNCT", "NUM", "SCONJ"})
_NO_SPEAKERS = frozenset({"Date", "Place", "Country", "Event", "Quantity", "Money", "Topic", "Law"})
