"""Colours of kinds and relations, the same in every picture."""

from __future__ import annotations

from functools import cache

from sociogram.knowledge.ontology import FALLBACK, load_ontology
from sociogram.knowledge.tone import Tone, lemma_tone

# After Okabe and Ito (2008): colours that the colour-blind can tell apart, dark enough on white.
# web/src/map/palette.ts has the same ones.
_KINDS = {
    "Person": "#0072B2",
    "Organization": "#D55E00",
    "Country": "#009E73",
    "Place": "#3A94C8",
    "Collective": "#C98A00",
    "Work": "#B3568A",
    "Event": "#8A7E00",
}
_OTHER = "#6E6E6E"
"""Actors of any other kind: a grey."""
_OTHER_TIE = "#7F7F7F"
"""Ties of relations without a sentiment: a lighter grey."""
_SENTIMENTS = {
    "support": "#008A64",
    "contact": "#4A4F57",
    "conflict": "#C0392B",
    "money": "#A87808",
    "family": "#B3568A",
    "office": "#0067A3",
    "word": "#7A5CB8",
    "place": "#5C7C8A",
}
"""Colours of ties by the sentiment of their relation."""


@cache
def kind_colour(kind: str) -> str:
    """The colour of actors of ``kind``, as ``#RRGGBB``."""
    return _KINDS.get(kind_group(kind), _OTHER)


@cache
def kind_group(kind: str) -> str:
    """The class that gives ``kind`` its colour, or "other"."""
    ontology = load_ontology()
    return next((ancestor for ancestor in _KINDS if ontology.is_a(kind, ancestor)), "other")


@cache
def relation_colour(relation: str) -> str:
    """The colour of ties of ``relation``, by its sentiment class, as ``#RRGGBB``."""
    known = load_ontology().relations.get(relation)
    return _SENTIMENTS.get(known.sentiment, _OTHER_TIE) if known else _OTHER_TIE


def tie_colour(relation: str, lemma: str | None) -> str:
    """The colour of a tie: its relation's, or for the fallback that of its lemma's tone, as ``#RRGGBB``."""
    return sentiment_colour(tie_sentiment(relation, lemma))


def tie_sentiment(relation: str, lemma: str | None) -> str:
    """The class that gives a tie its colour: its relation's, for the fallback that of its lemma's tone, or "other"."""
    tone = lemma_tone(lemma) if relation == FALLBACK and lemma else None
    if tone is not None:
        return "contact" if tone is Tone.CONTACT else "conflict" if tone.conflict else "support"
    known = load_ontology().relations.get(relation)
    return known.sentiment if known is not None and known.sentiment in _SENTIMENTS else "other"


def sentiment_colour(sentiment: str) -> str:
    """The colour of ties of a class, as ``#RRGGBB``."""
    return _SENTIMENTS.get(sentiment, _OTHER_TIE)


def sentiments() -> tuple[str, ...]:
    """The classes of ties in their order, "other" last."""
    return (*_SENTIMENTS, "other")


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of ``#RRGGBB``, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
