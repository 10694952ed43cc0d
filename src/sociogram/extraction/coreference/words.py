"""Words that decide number, gender and definiteness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WORDS = load_vocabulary("coreference")

REFLEXIVES = frozenset({
    "myself", "yourself", "himself", "herself", "itself", "ourselves", "yourselves", "themselves", "oneself",
})  # fmt: skip
RELATIVES = frozenset({"who", "whom", "whose", "which", "that"})
POSSESSIVES = frozenset({"my", "your", "his", "her", "its", "our", "their", "whose"})
DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
DEFINITE = frozenset({"the", "both"})
INDEFINITE = _WORDS.words("indefinite-words")
MALE_TITLES = _WORDS.words("male-titles")
FEMALE_TITLES = _WORDS.words("female-titles")
MALE_NOUNS = _WORDS.words("male-nouns")
FEMALE_NOUNS = _WORDS.words("female-nouns")
GROUP_NOUNS = _WORDS.words("group-nouns")
GENERATIONS = _WORDS.words("generations")
SMALL_WORDS = _WORDS.words("small-words")
DESIGNATORS = _WORDS.words("designators")
DESIGNATED: Mapping[str, Sequence[str]] = _WORDS.values("designating-nouns")
BODIES_BESIDE = _WORDS.words("bodies-beside")
OUTLET_ARMS = _WORDS.words("outlet-arms")
OWN_BODIES = _WORDS.words("own-bodies")
SEATED_ROLES = _WORDS.words("seated-roles")
ALIKE_ROLES: Mapping[str, str] = _WORDS.values("alike-roles")
PAIRED_ROLES = _WORDS.words("paired-roles")
ROLES_IN_SIGHT = _WORDS.words("roles-in-sight")
GENERIC_NOUNS = _WORDS.words("generic-nouns")
OWN_ADJECTIVES = _WORDS.words("own-adjectives")
OFFICE_BEGINNINGS = _WORDS.words("office-beginnings")
INTERVIEW_NOUNS = _WORDS.words("interview-nouns")
INTERVIEW_VERBS = _WORDS.words("interview-verbs")
SPEECH_NOUNS = _WORDS.words("speech-nouns")
WEATHER_VERBS = _WORDS.words("weather-verbs")
DEEDS_TO_OTHERS = _WORDS.words("deeds-to-others")
ORDINALS = _WORDS.words("ordinals")
SUCCEEDING = _WORDS.words("succeeding-words")
JUDGING_VERBS = _WORDS.words("judging-verbs")
PEOPLE_OF_SOMEBODY = _WORDS.words("people-of-somebody")
SAYING_VERBS = _WORDS.words("saying-verbs")
ANYBODY = _WORDS.words("anybody")
PROMISING_VERBS = _WORDS.words("promising-verbs")
OFFICES_OF_ONE = _WORDS.words("offices-of-one")
TELLING_AGAIN = _WORDS.words("telling-again")
KIN_NOUNS: Mapping[str, Sequence[str]] = _WORDS.values("kin")
BODIES_HAVE = _WORDS.words("bodies-have")
