"""Which names and dates may be a person and a date of that person's life."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.learned.features import CandidatePair
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from sociogram.extraction.nouns.phrases import Phrases

_MARKS = frozenset({"-", "–", "—", "--", ":"})
_LIFE = load_vocabulary("learned").words("words-of-life")
_PERSONAL = frozenset({"he", "him", "his", "she", "her", "hers", "i", "my", "me", "who", "whose"})


def may_be_lifetime(phrases: Phrases, candidate: CandidatePair) -> bool:
    """Whether the name is surely a person's and does not stand before the date as a dateline has it."""
    if _is_dateline(phrases, candidate):
        return False
    return _is_surely_person(phrases, candidate.subject) or _tells_of_life(phrases, candidate)


def _tells_of_life(phrases: Phrases, candidate: CandidatePair) -> bool:
    """Whether the sentence speaks of a birth or a death, or brackets follow the name."""
    tokens = phrases.tokens
    first, last = phrases.tokens.bounds(phrases.mentions[candidate.subject].head)
    behind = phrases.mentions[candidate.subject].tokens[1]
    bracketed = behind < last and tokens.text[behind] in {"(", "["}
    return bracketed or not _LIFE.isdisjoint(tokens.lower[first:last])


def _is_surely_person(phrases: Phrases, index: int) -> bool:
    """Whether a name of more than one word or a pronoun shows it; places and firms pass for lone surnames."""
    chain = phrases.chain_of[index]
    members = phrases.chains[chain].mentions if chain >= 0 else (index,)
    for mention in (phrases.mentions[member] for member in members):
        if mention.form == "pronoun" and mention.text.lower() in _PERSONAL:
            return True
        if mention.form == "named" and mention.tokens[1] - mention.tokens[0] > 1:
            return True
    return False


def _is_dateline(phrases: Phrases, candidate: CandidatePair) -> bool:
    """Whether it is "Springfield, 3 May 2020 – …"; in "Ann Lee, 1 May 1900 – 2 June 1980" a second date follows."""
    tokens = phrases.tokens
    name, date = phrases.mentions[candidate.subject], phrases.mentions[candidate.object]
    if any(tokens.pos[token] != "PUNCT" for token in range(name.tokens[1], date.tokens[0])):
        return False
    behind = date.tokens[1]
    if name.tokens[0] > date.tokens[0] or behind + 1 >= len(tokens.lower):
        return False
    return tokens.lower[behind] in _MARKS and tokens.pos[behind + 1] != "NUM"
