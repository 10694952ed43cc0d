"""Interviews and hearings: which paragraphs ask, which answer, and who is asked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.facts import GROUPS
from sociogram.extraction.coreference.words import INTERVIEW_VERBS

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
    answered = sum(
        asked and not reply and words[paragraph]["you"] > 0 and words[following]["i"] > 0
        for asked, reply, paragraph, following in zip(asks, asks[1:], order, order[1:], strict=False)
    )
    if answered < LEAST_QUESTIONS:
        return Dialogue(frozenset(), frozenset())
    asking = frozenset(paragraph for paragraph, asked in zip(order, asks, strict=True) if asked)
    first = next(
        paragraph for paragraph, asked in zip(order, asks, strict=True) if asked and words[paragraph]["you"]
    )
    answering = frozenset(paragraph for paragraph in order if paragraph > first) - asking
    return Dialogue(asking, answering)


def find_interviewees(clusters: Clusters, facts: Sequence[Facts], tokens: Tokens) -> list[int]:
    """A mention of each named person whom the opening says is interviewed."""
    found: dict[int, int] = {}
    for one in facts:
        if one.head < 0 or one.sentence > OPENING or one.mention.kind != "Person":
            continue
        if one.verb >= 0 and _interviews(tokens, one):
            found.setdefault(clusters.find(one.index), one.index)
    return [index for root, index in found.items() if clusters.profile(root).persons]


def _interviews(tokens: Tokens, one: Facts) -> bool:
    verb = tokens.lemma[one.verb]
    if verb == "interview":
        return one.role == "object" or (one.role == "subject" and tokens.dep[one.top] == "nsubjpass")
    preposition = tokens.lower[tokens.head[one.top]]
    return one.role == "oblique" and verb in INTERVIEW_VERBS and preposition in {"with", "to"}


def find_introductions(facts: Sequence[Facts], tokens: Tokens) -> list[tuple[int, int]]:
    """Pairs of "I" and a name from "I am Jane Roe" and "my name is Jane Roe"."""
    found: list[tuple[int, int]] = []
    last: Facts | None = None
    for one in facts:
        if one.head < 0:
            continue
        if one.mention.form == "pronoun" and one.mention.name in {"i", "my"}:
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


def find_labels(facts: Sequence[Facts], tokens: Tokens, text: str) -> list[int]:
    """The names that open a line and end in a colon ("Ms Roe: I agree"), in text order.

    Fewer than ``LEAST_LABELS`` are no transcript.
    """
    found = []
    for one in facts:
        if one.mention.kind in LABEL_KINDS and one.mention.form != "pronoun" and one.head >= 0:
            behind = one.tokens_end
            line = text[max(0, one.mention.phrase[0] - 40) : one.mention.phrase[0]].rpartition("\n")[2]
            opens = not line.strip(" *#") and (
                one.mention.phrase[0] <= 40
                or "\n" in text[one.mention.phrase[0] - 40 : one.mention.phrase[0]]
            )
            if opens and behind < len(tokens) and tokens.lower[behind] == ":":
                found.append(one.index)
    return found if len(found) >= LEAST_LABELS else []
