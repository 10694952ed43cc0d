"""Acronyms that a text spells out: "the Area Food Panel (AFP)" is no news agency, wherever the text says "AFP"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.kinds import ORGANIZATIONS

if TYPE_CHECKING:
    from sociogram.extraction.mentions.spans import KnownSpan
    from sociogram.knowledge.actor_lists import ActorLists, KnownActor
    from sociogram.parse.tokens import Tokens

_SMALL = frozenset({"of", "the", "for", "and", "&", "in", "on", "to", "'s", "’s", "-"})
"""Words between those of a name, which need no letter of its acronym."""
_MOST_LETTERS = 8
_WORD = re.compile(r"[^\W\d_]+")


def settle_spelled(spans: list[KnownSpan], tokens: Tokens, lists: ActorLists) -> list[KnownSpan]:
    """``spans`` with the acronyms that the text spells out as another name than the entry's.

    Such a span gets the entry of the list that has the words, else none; where the entry is of no kind of
    organization it is left out.
    """
    spelled = find_spelled(tokens)
    settled = []
    for span in spans:
        words = spelled.get(tokens.text[span.first]) if span.last - span.first == 1 else None
        if words is None or not words.isdisjoint(entry_words(lists.entries[span.known])):
            settled.append(span)
            continue
        text = tokens.text[span.first]
        named = [lists.entries[known] for known in lists.by_name.get(text, ())]
        own = next((one for one in named if words <= entry_words(one)), None)
        if own is not None:
            settled.append(replace(span, known=own.id))
        elif lists.entries[span.known].kind in ORGANIZATIONS:
            settled.append(replace(span, doubtful=True, spelled=True))
    return settled


def entry_words(entry: KnownActor) -> frozenset[str]:
    """The words of all names of a list's entry, in small letters."""
    return frozenset(word for name in (entry.name, *entry.aliases) for word in _WORD.findall(name.casefold()))


def find_spelled(tokens: Tokens) -> dict[str, frozenset[str]]:
    """The words, in small letters, that each acronym in brackets stands for, or that stand in brackets behind it."""
    found: dict[str, frozenset[str]] = {}
    for bracket in range(1, len(tokens) - 2):
        if tokens.text[bracket] != "(":
            continue
        for short, step in ((bracket + 1, -1), (bracket - 1, 1)):
            letters = tokens.text[short]
            if letters.isalpha() and letters.isupper() and 1 < len(letters) <= _MOST_LETTERS:
                words = _words_of(letters[::step], bracket + step, step, tokens)
                if words:
                    found.setdefault(letters, words)
    return found


def _words_of(letters: str, token: int, step: int, tokens: Tokens) -> frozenset[str]:
    """The words from ``token`` on that begin with ``letters``, one each; nothing where they do not."""
    words = []
    for letter in letters:
        while 0 <= token < len(tokens) and _is_between(tokens.text[token], letter):
            token += step
        if not 0 <= token < len(tokens) or tokens.text[token][0] != letter:
            return frozenset()
        words.append(tokens.lower[token])
        token += step
    return frozenset(words)


def _is_between(word: str, letter: str) -> bool:
    return word.lower() in _SMALL and word[0] != letter
