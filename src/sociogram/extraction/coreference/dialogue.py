"""Interviews and hearings: which paragraphs ask, which answer, and who is asked."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.facts import GROUPS
from sociogram.extraction.coreference.words import INTERVIEW_NOUNS, INTERVIEW_VERBS, SPEECH_NOUNS
from sociogram.parse.tokens import FINITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.extraction.coreference.clusters import Clusters
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.parse.tokens import Tokens

LEAST_QUESTIONS = 2
"""So many paragraphs that ask "you" and are answered make a dialogue."""

LEAST_LABELS = 3
"""So many names with a colon open the lines of a transcript; one or two may be captions."""
LABEL_KINDS = GROUPS | {"Person", "Thing"}
_SPEAKERS_PRONOUNS = frozenset({"you", "your", "i", "my", "we", "our", "me", "us"})
REACH = 12
"""Tokens between "interviews" and the name of who is interviewed: a description of a few words."""
MEDIA = GROUPS - {"GovernmentBody"}
PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "CCONJ", "PART", "NUM"})
CALLS = frozenset({"npadvmod", "intj", "dep", "ROOT", "vocative"})
"""The roles that the parser gives to a name that is called."""
MOST_YOU = 5
"""Sentences with "you" for each that calls somebody; where there are more, others may be spoken to."""
SALUTATION = 3
"""Tokens before the name in a salutation."""
PHRASE_WORDS = frozenset({"of", ",", "(", ")", '"', "“", "”", "'", "’", "‘"})
OPENING = 12
"""In so many sentences at the start a text says whom it interviews."""


@dataclass(frozen=True, slots=True)
class Dialogue:
    """The paragraphs that ask and those that answer; both empty where the text is no dialogue."""

    asking: frozenset[int]
    answering: frozenset[int]


def read_dialogue(tokens: Tokens) -> Dialogue:
    """The turns of an unlabelled dialogue: a paragraph that ends with a question mark asks the next."""
    ends = {'"', "”", " "}
    last = {
        paragraph: token
        for token, paragraph in enumerate(tokens.paragraph)
        if tokens.lower[token] not in ends
    }
    words: dict[int, Counter[str]] = {paragraph: Counter() for paragraph in last}
    for token, word in enumerate(tokens.lower):
        if word in _SPEAKERS_PRONOUNS and tokens.quote[token] < 0:
            words[tokens.paragraph[token]]["you" if word[0] == "y" else "i"] += 1
    order = sorted(last)
    asks = [tokens.lower[last[paragraph]] == "?" and tokens.quote[last[paragraph]] < 0 for paragraph in order]
    answered = [
        words[paragraph]["you"] > 0
        for asked, reply, paragraph, following in zip(asks, asks[1:], order, order[1:], strict=False)
        if asked and not reply and words[following]["i"] > 0
    ]
    # In what calls itself an interview one question to "you" will do: "And then?" is asked of the same person.
    told = any(answered) and is_interview(tokens)
    if (len(answered) if told else sum(answered)) < LEAST_QUESTIONS:
        return Dialogue(frozenset(), frozenset())
    asking = frozenset(paragraph for paragraph, asked in zip(order, asks, strict=True) if asked)
    first = next(
        paragraph for paragraph, asked in zip(order, asks, strict=True) if asked and words[paragraph]["you"]
    )
    answering = frozenset(paragraph for paragraph in order if paragraph > first) - asking
    return Dialogue(asking, answering)


def find_interviewees(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> list[int]:
    """A mention of each named person whom the opening says is interviewed."""
    opening = [one for one in facts if one.head >= 0 and one.sentence <= OPENING]
    found: dict[int, int] = {}
    for one in opening:
        if one.mention.kind != "Person" or one.mention.form == "pronoun":
            continue
        if (
            _interviews(tokens, one, opening)
            or _follows_interview(tokens, one)
            or _by_interviewer(tokens, one)
        ):
            found.setdefault(clusters.find(one.index), one.index)
    return [index for root, index in found.items() if clusters.profile(root).persons]


def is_interview(tokens: Tokens) -> bool:
    """Whether the opening speaks of an interview."""
    opening = itertools.takewhile(lambda token: tokens.sentence[token] <= OPENING, range(len(tokens)))
    return any(tokens.lemma[token] == "interview" for token in opening)


def find_titled(clusters: Clusters, facts: Sequence[Facts], end: int) -> list[int]:
    """A mention of the one person whom the title, the text up to ``end``, names in full; else nothing."""
    title = [one for one in facts if one.mention.end <= end and one.mention.form == "named"]
    people = {clusters.find(one.index): one for one in title if one.mention.kind == "Person"}
    return [one.index for one in people.values() if len(people) == 1 and len(one.words) > 1]


def find_orators(facts: Sequence[Facts], tokens: Tokens) -> list[int]:
    """A mention of each person of whom a heading at the start says that he speaks: "Remarks by Ann Lee"."""
    found = []
    for one in facts:
        if (
            one.head < 0
            or one.sentence > OPENING
            or one.mention.kind != "Person"
            or one.mention.form != "named"
        ):
            continue
        noun = -1
        if tokens.dep[one.top] == "pobj" and tokens.lower[tokens.head[one.top]] in {"by", "of"}:
            noun = tokens.head[tokens.head[one.top]]
        elif one.role in {"possessive", "modifier"}:
            noun = tokens.head[one.top]
        if noun < 0 or tokens.lemma[noun].lower() not in SPEECH_NOUNS:
            continue
        if not any(tokens.tag[token] in FINITE for token in range(*tokens.bounds(noun))):
            found.append(one.index)
    return found


def _interviews(tokens: Tokens, one: Facts, opening: Sequence[Facts]) -> bool:
    """Whether ``one`` is the object of "interview" or who is spoken with, or speaks to a medium."""
    if one.verb < 0:
        return False
    verb = tokens.lemma[one.verb]
    if verb == "interview":
        return one.role == "object" or (one.role == "subject" and tokens.dep[one.top] == "nsubjpass")
    if verb not in INTERVIEW_VERBS or one.role not in {"subject", "oblique"}:
        return False
    wanted = "oblique" if one.role == "subject" else "subject"
    partners = [other.mention.kind for other in opening if other.verb == one.verb and other.role == wanted]
    if one.role == "subject":
        return any(kind in MEDIA for kind in partners)
    # Of two persons who talk either may ask.
    return tokens.lower[tokens.head[one.top]] in {"with", "to"} and "Person" not in partners


def _follows_interview(tokens: Tokens, one: Facts) -> bool:
    """Whether words of one noun phrase stand between "interviews" or "an interview with" and the name."""
    token = one.mention.tokens[0] - 1
    while token >= max(0, one.mention.tokens[0] - REACH) and tokens.paragraph[token] == one.paragraph:
        word = tokens.lower[token]
        if word in {"interviews", "interviewed"}:
            return True
        if word == "with":
            return token > 0 and tokens.lower[token - 1] in INTERVIEW_NOUNS
        if tokens.pos[token] not in PHRASE and word not in PHRASE_WORDS:
            return False
        token -= 1
    return False


def _by_interviewer(tokens: Tokens, one: Facts) -> bool:
    """Whether "interviewed by" stands behind the name and its description."""
    token = one.tokens_end
    while token + 1 < min(len(tokens), one.tokens_end + REACH) and tokens.sentence[token] == one.sentence:
        if tokens.lower[token] == "interviewed":
            return tokens.lower[token + 1] == "by"
        if tokens.pos[token] not in PHRASE and tokens.text[token] != ",":
            return False
        token += 1
    return False


def find_introductions(facts: Sequence[Facts], tokens: Tokens) -> list[tuple[int, int]]:
    """Pairs of "I" and a name from "I am Jane Roe" and "my name is Jane Roe"."""
    found: list[tuple[int, int]] = []
    last: Facts | None = None
    for one in facts:
        if one.head < 0:
            continue
        if one.mention.form == "pronoun" and one.mention.name in {"i", "my"} and one.quote < 0:
            last = one
        elif one.mention.form == "named" and one.mention.kind == "Person" and last is not None:
            complement = one.sentence == last.sentence and tokens.dep[one.head] == "attr"
            if complement and _presents(tokens, last, one):
                found.append((last.index, one.index))
    return found


def _presents(tokens: Tokens, speaker: Facts, name: Facts) -> bool:
    """Whether the speaker, or the speaker's name, is the subject of the copula that ``name`` completes."""
    verb = tokens.head[name.head]
    if tokens.lemma[verb] != "be":
        return False
    owner = tokens.head[speaker.head]
    return (speaker.role == "subject" and owner == verb) or (
        tokens.lower[owner] == "name" and tokens.head[owner] == verb
    )


def find_addressees(
    clusters: Clusters, facts: Sequence[Facts], tokens: Tokens, voices: Sequence[int]
) -> list[tuple[int, int]]:
    """For each voice that calls one person alone beside "you" or in a salutation, that "you" and the call.

    "Mr. Doe, you said so" is a call, and "Dear Mr. Doe," as a paragraph of its own.
    """
    asked: dict[tuple[int, int], int] = {}
    for one in facts:
        if one.mention.person == 2 and one.head >= 0:
            asked.setdefault((voices[one.index], one.sentence), one.index)
    you = {voice: index for (voice, _), index in reversed(asked.items())}
    often = Counter(voice for voice, _ in asked)
    called: dict[int, list[int]] = {}
    for one in facts:
        voice = voices[one.index]
        if (
            voice in you
            and is_called(tokens, one)
            and ((voice, one.sentence) in asked or _salutes(tokens, one))
        ):
            called.setdefault(voice, []).append(one.index)
    return [
        (you[voice], calls[0])
        for voice, calls in called.items()
        if len({clusters.find(index) for index in calls}) == 1 and often[voice] <= MOST_YOU * len(calls)
    ]


def is_called(tokens: Tokens, one: Facts) -> bool:
    """Whether a person is set between commas or the ends of the sentence without any role in it."""
    mention, end = one.mention, one.tokens_end
    if one.head < 0 or mention.kind != "Person" or mention.form == "pronoun" or one.number != "singular":
        return False
    if one.determiner == "possessive" or tokens.dep[one.head] not in CALLS or one.coordinated:
        return False
    first = min(mention.tokens[0], tokens.left[one.head])
    opens = first == 0 or tokens.sentence[first - 1] != one.sentence or tokens.text[first - 1] == ","
    return opens and end < len(tokens) and tokens.text[end] in {",", ".", "?", "!", ":"}


def _salutes(tokens: Tokens, one: Facts) -> bool:
    """Whether a paragraph of few words ends with the name and a comma or colon."""
    end = one.tokens_end
    if (
        end + 1 >= len(tokens)
        or tokens.text[end] not in {",", ":"}
        or tokens.paragraph[end + 1] == one.paragraph
    ):
        return False
    first = max(0, one.mention.tokens[0] - SALUTATION)
    return first == 0 or tokens.paragraph[first] != one.paragraph


def find_labels(facts: Sequence[Facts], tokens: Tokens, text: str) -> list[int]:
    """The names that open a line and end in a colon ("Ms Roe: I agree"), in text order.

    Fewer than ``LEAST_LABELS`` are no transcript.
    """
    found = []
    for one in facts:
        if one.mention.kind in LABEL_KINDS and one.mention.form != "pronoun" and one.head >= 0:
            behind = one.tokens_end
            line = text[max(0, one.mention.phrase[0] - 40) : one.mention.phrase[0]].rpartition("\n")[2]
            opens = not line.strip(' *#"“') and (
                one.mention.phrase[0] <= 40
                or "\n" in text[one.mention.phrase[0] - 40 : one.mention.phrase[0]]
            )
            if opens and behind < len(tokens) and tokens.lower[behind] == ":":
                found.append(one.index)
    return found if len(found) >= LEAST_LABELS else []
