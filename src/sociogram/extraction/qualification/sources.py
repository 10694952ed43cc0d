"""Which attributions hold a trigger, and which mentions are their sources."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sociogram.knowledge.cues import ACCORDING, TOPIC, Cues
from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Attribution, Mention, Modality, Span
from sociogram.parse.tokens import Tokens

_ACTORS = load_ontology().below("Actor") | {"Actor"}
_TELLING = load_vocabulary("qualification").words("telling-things")
_FACTIVE = load_vocabulary("qualification").words("factive-verbs")
_SPEECH = frozenset({"say", "think", "claim", "deny", "promise", "predict", "demand", "hope", "show"})
_OF_ITSELF = frozenset({"promise", "deny"})
_SPOKEN = frozenset({"clause", "quote", "order", "told"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})


class Holders:
    """The attributions of a document by their place."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        """Sort the contents by where they begin."""
        self._spans: list[tuple[int, int, Attribution]] = sorted(
            ((start, end, attribution) for attribution in attributions for start, end in attribution.content),
            key=lambda item: (item[0], -item[1], item[2].index),
        )
        self._starts = [start for start, _, _ in self._spans]
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def of(self, span: Span) -> list[Attribution]:
        """The attributions whose content holds ``span``, the longest content first."""
        found: list[tuple[int, int, Attribution]] = []
        index = bisect_right(self._starts, span[0]) - 1
        while index >= 0 and self._starts[index] >= span[0] - self._longest:
            start, end, attribution = self._spans[index]
            if start <= span[0] and span[1] <= end:
                found.append((start - end, attribution.index, attribution))
            index -= 1
        return [attribution for _, _, attribution in sorted(found, key=lambda item: item[:2])]


def attribution_class(attribution: Attribution, cues: Cues) -> str:
    """The class of the cue; a quotation is said, whatever its verb."""
    verb = attribution.verb
    if attribution.direct or verb in {":", ACCORDING}:
        return "say"
    if verb in cues.adverbs:
        return cues.adverbs[verb]
    if verb == TOPIC:
        return "attitude"
    if verb in cues.raising:
        return "perceive"
    frames = cues.verbs.get(verb) or cues.nouns.get(verb) or cues.adjectives.get(verb)
    if frames is None:
        return "say"
    for frame in ("clause", "quote", "told", "order", "gerund", "small", "accuse", "inf"):
        if frame in frames:
            return frames[frame]
    return "attitude"


def modality_of(attribution: Attribution, cues: Cues) -> Modality:
    """How an attribution holds what it contains."""
    name = attribution_class(attribution, cues)
    if name in {"claim", "alleged"}:
        return Modality.ALLEGED
    return Modality.ASSERTED if name in {"attitude", "perceive"} else Modality.REPORTED


def speaks(attribution: Attribution, cues: Cues) -> bool:
    """Whether the source says or thinks the content as a clause (and does not just praise or plan a thing)."""
    name = attribution_class(attribution, cues)
    if name not in _SPEECH or (attribution.verb in _FACTIVE and not attribution.direct):
        return False  # who "knows that Doe lied" says nothing: the text tells that he did
    if attribution.direct or attribution.verb in cues.self_speech or name not in _OF_ITSELF:
        return True
    frames = cues.verbs.get(attribution.verb) or cues.nouns.get(attribution.verb) or {}
    return not frames.keys().isdisjoint(_SPOKEN) and "inf" not in cues.nouns.get(attribution.verb, ())


def is_source(mention: Mention, tokens: Tokens, cues: Cues) -> bool:
    """Whether ``mention`` may have words of its own: an actor, a name, a document; "her win" has none."""
    if mention.form != "nominal" or mention.head < 0 or mention.kind in _ACTORS:
        return True
    return tells(mention.head, tokens, cues)


def tells(noun: int, tokens: Tokens, cues: Cues) -> bool:
    """Whether ``noun`` is a document or another thing that holds what is told: "the report", "early results"."""
    lemma = tokens.lemma[noun].lower()
    return lemma in cues.documents or lemma in _TELLING


def source_mention(
    attribution: Attribution, tokens: Tokens, by_head: dict[int, int], mentions: Sequence[Mention]
) -> int | None:
    """The mention that is the source; for a relative pronoun that of the noun before it."""
    if attribution.speaker is not None:
        return attribution.speaker
    head = attribution.source_head
    if head is None:
        return None
    if tokens.lower[head] in _RELATIVES:
        clause = tokens.relative_clause(tokens.head[head])
        head = head if clause is None else tokens.head[clause]
    found = by_head.get(head)
    if found is not None:
        return found
    for mention in mentions:
        if mention.head >= 0 and mention.tokens[0] <= head < mention.tokens[1]:
            return mention.index
    return None
