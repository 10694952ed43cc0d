"""Whether a deed or a word is for or against somebody: PLOVER's four classes (Halterman et al. 2023), and contact.

Who meets, talks or negotiates is in contact, which says neither: PLOVER counts it among the words that cooperate.

A typed relation has the class of its PLOVER code. What has no type is looked up by its lemma: first in the lists of
``ontology/vocabulary/tone.yaml``, then in the lexicon, where all plain senses of the word must be of one class.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise

from sociogram.knowledge.lexicon import SensesOfLemma, load_lexicon
from sociogram.knowledge.ontology import FALLBACK, load_ontology
from sociogram.knowledge.vocabulary import load_vocabulary


class Tone(StrEnum):
    """A class of PLOVER, words or deeds, for or against; or contact, which is neither."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"
    CONTACT = "contact"

    @property
    def material(self) -> bool:
        """Whether it is a deed."""
        return self in {Tone.MATERIAL_COOPERATION, Tone.MATERIAL_CONFLICT}

    @property
    def conflict(self) -> bool:
        """Whether it is against somebody."""
        return self in {Tone.VERBAL_CONFLICT, Tone.MATERIAL_CONFLICT}


TONE_OF_CODE: Mapping[str, Tone] = {
    **dict.fromkeys(("AGREE", "SUPPORT"), Tone.VERBAL_COOPERATION),
    "CONSULT": Tone.CONTACT,
    **dict.fromkeys(("AID", "CONCEDE", "COOPERATE", "RETREAT"), Tone.MATERIAL_COOPERATION),
    **dict.fromkeys(("DEMAND", "DISAPPROVE", "INVESTIGATE", "REJECT", "THREATEN"), Tone.VERBAL_CONFLICT),
    **dict.fromkeys(
        ("ASSAULT", "COERCE", "FIGHT", "MOBILIZE", "PROTEST", "SANCTION"), Tone.MATERIAL_CONFLICT
    ),
}
"""The class of each PLOVER code, by the ranges that its forerunner CAMEO has for the four: 01 to 05, 06 to 08, 09 to 13
and 14 to 20 (Schrodt 2012); CONSULT, 04, is contact."""
_TONE_OF_FIELD = {"support": Tone.VERBAL_COOPERATION, "conflict": Tone.MATERIAL_CONFLICT}
"""The class of a relation without a code, by its ``sentiment``, unless its ``sign`` is neutral: courts, defeated."""
_CACHED = 65_536
"""Lemmas whose class is kept, more than a large case has."""


def tone_of(relation: str, lemma: str) -> Tone | None:
    """The class of a claim of ``relation`` with ``lemma``, ``None`` where it is of none."""
    return lemma_tone(lemma) if relation == FALLBACK else relation_tone(relation)


@cache
def relation_tone(relation: str) -> Tone | None:
    """The class of a relation of the ontology; an unknown one has none."""
    known = load_ontology().relations.get(relation)
    if known is None:
        return None
    if known.plover:
        return TONE_OF_CODE[known.plover]
    return None if known.sign == "neutral" else _TONE_OF_FIELD.get(known.sentiment)


@lru_cache(maxsize=_CACHED)
def lemma_tone(lemma: str) -> Tone | None:
    """The class of a predicate by its lemma: "conduct strike in".

    A phrase of the lists decides, then the first word that has a class; only the first is looked up as a verb. So
    "condemn attack on" is words, and "conduct strike in" deeds.
    """
    words, listed = lemma.casefold().split(), _listed()
    for phrase in map(" ".join, pairwise(words)):
        if phrase in listed:
            return listed[phrase]
    for place, word in enumerate(words):
        tone = listed[word] if word in listed else (_nouns() if place else _verbs()).get(word)
        if tone is not None:
            return tone
    return None


@cache
def _listed() -> Mapping[str, Tone | None]:
    """The class of each word and phrase of the lists."""
    lists = load_vocabulary("tone")
    return {
        **dict.fromkeys(lists.ordered("verbal-cooperation"), Tone.VERBAL_COOPERATION),
        **dict.fromkeys(lists.ordered("material-cooperation"), Tone.MATERIAL_COOPERATION),
        **dict.fromkeys(lists.ordered("verbal-conflict"), Tone.VERBAL_CONFLICT),
        **dict.fromkeys(lists.ordered("material-conflict"), Tone.MATERIAL_CONFLICT),
        **dict.fromkeys(lists.ordered("contact"), Tone.CONTACT),
        **dict.fromkeys(lists.ordered("without-tone")),
    }


@cache
def _verbs() -> Mapping[str, Tone]:
    return _of_one_class(load_lexicon().verb_frames)


@cache
def _nouns() -> Mapping[str, Tone]:
    lexicon = load_lexicon()
    return {**_of_one_class(lexicon.adjective_frames), **_of_one_class(lexicon.noun_frames)}


def _of_one_class(frames: SensesOfLemma) -> dict[str, Tone]:
    """The class of each lemma whose senses that need no other word are all of one."""
    found = {
        lemma: _one(sense.plover for sense, frame in senses if not frame.needs)
        for lemma, senses in frames.items()
    }
    return {lemma: tone for lemma, tone in found.items() if tone is not None}


def _one(codes: Iterable[str | None]) -> Tone | None:
    tones = {TONE_OF_CODE.get(code or "") for code in codes}
    return tones.pop() if len(tones) == 1 else None
