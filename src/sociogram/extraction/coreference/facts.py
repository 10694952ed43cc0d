"""What coreference knows of each mention before it compares any two."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.words import (
    DEFINITE,
    DEMONSTRATIVES,
    FEMALE_NOUNS,
    FEMALE_TITLES,
    GENERATIONS,
    GROUP_NOUNS,
    INDEFINITE,
    MALE_NOUNS,
    MALE_TITLES,
    OFFICE_BEGINNINGS,
    POSSESSIVES,
    REFLEXIVES,
    RELATIVES,
)
from sociogram.knowledge.ontology import VALUES, load_ontology

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.model import Gender, Mention, Number
    from sociogram.parse.tokens import Tokens

GROUPS = load_ontology().below("Organization")
PLACES = load_ontology().below("Place")
_QUOTED = re.compile(r"[\"“”‘«»()]|(?<=\s)['’](?!s\b)|(?<=\w)['’](?=\s)")
"""The quotation marks or brackets of a nickname, no apostrophe within a word."""
CLOSED = VALUES | {"Post"}
"""Kinds that no pronoun and no noun phrase goes back to."""
_SPELLED = {"junior": "jr", "senior": "sr"}
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl", "agent"})
OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})


@dataclass(frozen=True, slots=True)
class Facts:
    """A mention with what its words and its place in the sentence say.

    ``role`` is ``subject``, ``object``, ``oblique``, ``possessive``, ``modifier`` or ``other``;
    ``verb`` the token that governs the mention's clause role, or -1; ``determiner`` is
    ``definite``, ``indefinite``, ``demonstrative``, ``possessive``, ``none`` or ``pronoun``;
    ``top`` is the head of the outermost noun phrase that the mention is coordinated with or
    attached to by apposition; ``animate`` is ``None`` where the words leave it open.
    """

    mention: Mention
    index: int
    head: int
    sentence: int
    paragraph: int
    quote: int
    role: str
    verb: int
    top: int
    coordinated: bool
    determiner: str
    words: tuple[str, ...]
    modifiers: frozenset[str]
    lemma: str
    number: Number
    gender: Gender
    animate: bool | None
    generation: str
    reflexive: bool
    relative: bool
    possessive: bool
    titles: frozenset[str]
    """The offices of the titles before a name: "president" of "former U.S. President"."""
    tokens_end: int
    """The token behind the mention."""


def read_facts(tokens: Tokens, mentions: Sequence[Mention]) -> list[Facts]:
    """The facts of each mention, in the order of ``mentions``."""
    return [_facts(tokens, mention) for mention in mentions]


def find_owners(facts: Sequence[Facts], tokens: Tokens) -> dict[int, int]:
    """For the head of each possessed noun phrase the mention that possesses it."""
    return {tokens.head[one.head]: one.index for one in facts if one.possessive and one.head >= 0}


def find_wholes(facts: Sequence[Facts], tokens: Tokens) -> dict[int, int]:
    """For the head of each noun with "of" and a name behind it the mention of that name: "the board of Acme"."""
    wholes: dict[int, int] = {}
    for one in facts:
        if one.mention.form != "named" or one.head < 0 or tokens.dep[one.head] != "pobj":
            continue
        preposition = tokens.head[one.head]
        if tokens.lower[preposition] == "of":
            wholes.setdefault(tokens.head[preposition], one.index)
    return wholes


def _facts(tokens: Tokens, mention: Mention) -> Facts:
    head = mention.head
    inside = 0 <= head < len(tokens)
    role, verb, top, coordinated = _role(tokens, head) if inside else ("other", -1, -1, False)
    words = name_words(mention.name)
    generation = words[-1] if len(words) > 1 and words[-1] in GENERATIONS else ""
    generation = _SPELLED.get(generation, generation)
    lower = tokens.lower[head] if inside else mention.text.casefold()
    lemma = tokens.lemma[head].casefold() if inside else lower
    pronoun = mention.form == "pronoun"
    gender = _gender(mention, lower, lemma)
    return Facts(
        mention=mention,
        index=mention.index,
        head=head,
        sentence=tokens.sentence[head] if inside else -1,
        paragraph=tokens.paragraph[head] if inside else -1,
        quote=tokens.quote[head] if inside else -1,
        role=role,
        verb=verb,
        top=top,
        coordinated=coordinated,
        determiner="pronoun" if pronoun else _determiner(tokens, mention) if inside else "none",
        words=words,
        modifiers=frozenset(words) - {lower, lemma},
        lemma=lemma,
        number=mention.number,
        gender=gender,
        animate=_animate(mention, gender, tokens),
        generation=generation,
        reflexive=pronoun and lower in REFLEXIVES,
        relative=pronoun and lower in RELATIVES and inside and tokens.tag[head] in {"WP", "WDT", "WP$"},
        possessive=role == "possessive",
        titles=frozenset(_title(title) for title in mention.titles if title.strip()),
        tokens_end=mention.tokens[1],
    )


def _title(title: str) -> str:
    """The last word of ``title``, or the last two where only both are the office ("vice president")."""
    words = title.casefold().rstrip(".").split()
    return " ".join(words[-2:] if len(words) > 1 and words[-2] in OFFICE_BEGINNINGS else words[-1:])


def name_words(name: str) -> tuple[str, ...]:
    """The words of ``name`` for comparison: case folded, without points, commas, quotation marks and the article."""
    words = (
        _QUOTED.sub("", name)
        .casefold()
        .replace("’", "'")
        .replace(".", "")
        .replace(",", " ")
        .replace("-", " ")
        .split()
    )
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[-1] == "'s":
        words = words[:-1]
    return tuple(words) or (name.casefold(),)


def _role(tokens: Tokens, head: int) -> tuple[str, int, int, bool]:
    """The role of the noun phrase at ``head``, the verb of its clause and the top of its coordination."""
    top, coordinated = head, False
    for top in tokens.climb(head):
        if tokens.dep[top] not in {"conj", "appos"}:
            break
        coordinated = coordinated or tokens.dep[top] == "conj"
    dep = tokens.dep[top]
    governor = tokens.head[top]
    if dep in SUBJECTS and dep != "agent":
        return "subject", governor, top, coordinated
    if dep in OBJECTS:
        return "object", governor, top, coordinated
    if dep == "poss":
        return "possessive", governor, top, coordinated
    if dep in {"pobj", "pcomp"}:
        above = tokens.climb(tokens.head[governor])
        verb = next((token for token in above if tokens.dep[token] != "prep"), governor)
        return "oblique", verb, top, coordinated
    if dep in {"compound", "nmod", "amod", "nummod"}:
        return "modifier", governor, top, coordinated
    return "other", governor, top, coordinated


def _determiner(tokens: Tokens, mention: Mention) -> str:
    """What opens the noun phrase; a name without an article counts as definite."""
    first, last = mention.tokens
    if (
        mention.form == "nominal"
        and tokens.lower[first + 1 : first + 2] == ("of",)
        and first + 1 < mention.head
    ):
        return "indefinite"  # "many of the workers"
    start = max(0, min(first, mention.head) - 1)
    for token in range(start, min(last, len(tokens))):
        if token != mention.head and tokens.head[token] != mention.head:
            continue
        word, dep = tokens.lower[token], tokens.dep[token]
        if dep == "poss" or word in POSSESSIVES:
            return "possessive"
        if word in DEMONSTRATIVES and dep == "det":
            return "demonstrative"
        if word in DEFINITE:
            return "definite"
        if word in INDEFINITE:
            return "indefinite"
    return "definite" if mention.form == "named" else "none"


def _gender(mention: Mention, lower: str, lemma: str) -> Gender:
    if mention.gender != "unknown":
        return mention.gender
    titles = {title.casefold().rstrip(".").rpartition(" ")[2] for title in mention.titles}
    if titles & (MALE_TITLES | MALE_NOUNS):
        return "male"
    if titles & (FEMALE_TITLES | FEMALE_NOUNS):
        return "female"
    if mention.form == "nominal":
        if lemma in MALE_NOUNS or lower in MALE_NOUNS:
            return "male"
        if lemma in FEMALE_NOUNS or lower in FEMALE_NOUNS:
            return "female"
    return "unknown"


def _animate(mention: Mention, gender: Gender, tokens: Tokens) -> bool | None:
    if mention.kind in {"Person", "Collective"} or gender in {"male", "female"}:
        return True
    if mention.form == "pronoun":
        if mention.person < 3 or mention.name in {"who", "whom"}:
            return True
        return False if gender == "neuter" else None
    if mention.kind != "Thing":
        return False
    return _is_who(tokens, mention.head) if mention.head >= 0 else None


def _is_who(tokens: Tokens, head: int) -> bool | None:
    """True where a relative clause calls the noun at ``head`` "who"."""
    for token in range(head + 1, min(head + 3, len(tokens))):
        if tokens.lower[token] in {"who", "whom"}:
            return True
    return None


def is_group(facts: Facts) -> bool:
    """Whether "they" may stand for the mention although its form is singular."""
    return facts.mention.kind in GROUPS or facts.mention.kind == "Collective" or facts.lemma in GROUP_NOUNS
