"""Names of the lists of well-known actors, found in a text: the longest match at each token, as it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.mentions.bearers import settle_bearers
from sociogram.extraction.mentions.clubs import FEWEST_SPORT_WORDS
from sociogram.extraction.mentions.spans import KnownSpan
from sociogram.extraction.mentions.spelled import settle_spelled
from sociogram.knowledge.actor_lists import KnownName, first_word
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("mentions")
_NAME_TAGS = frozenset({"PROPN", "NOUN", "ADJ", "X"})
_BEFORE_PLATFORM = _WORDS.words("before-platform")
_PLATFORM_WORDS = _WORDS.words("platform-words")
_PARTY_ADJECTIVES = _WORDS.words("party-adjectives")
_SHORTEST_ACRONYM = 2
"""Letters of an acronym; a lone letter in capitals needs other signs of a name."""
_LONGEST_ACRONYM = 5
"""Letters past which a word in capitals is no acronym; it may be the town of a dateline."""


def find_known(text: str, tokens: Tokens, lists: ActorLists) -> list[KnownSpan]:
    """Known names in text order without overlaps; ``text`` is the view's."""
    ends = {
        start + len(word): token + 1
        for token, (start, word) in enumerate(zip(tokens.offset, tokens.text, strict=True))
    }
    keys: dict[str, str] = {}
    found = []
    on_platforms = not _PLATFORM_WORDS.isdisjoint(tokens.lower)
    on_sport = sum(lower in lists.words["sport"] for lower in tokens.lower) >= FEWEST_SPORT_WORDS
    token, count = 0, len(tokens)
    while token < count:
        word = tokens.text[token]
        key = keys.get(word)
        if key is None:
            key = keys[word] = first_word(word)
        candidates = lists.names.get(key, ())
        if not candidates and len(word) > _LONGEST_ACRONYM and word.isupper():
            # A dateline in capitals.
            candidates = tuple(KnownName(word, known) for known in lists.by_name.get(word.title(), ())[:1])
        start = tokens.offset[token]
        last: int | None
        for name in candidates:
            if name.text == word:
                last = token + 1
            elif text.startswith(name.text, start):
                last = ends.get(start + len(name.text))
            else:
                continue
            if last is None or not is_supported(token, last, tokens, on_platforms):
                continue
            if not is_kind_likely(token, last, lists.entries[name.known].kind, tokens, on_sport):
                continue
            if word == "The" and is_cut_short(last, tokens):
                continue
            found.append(KnownSpan(token, last, name.known))
            token = last - 1
            break
        token += 1
    return settle_bearers(settle_spelled(found, tokens, lists), tokens, lists)


def is_cut_short(last: int, tokens: Tokens) -> bool:
    """Whether a capitalised word at ``last`` goes on with the name: "The National *Party*" is no newspaper."""
    return (
        last < len(tokens)
        and tokens.text[last][0].isupper()
        and tokens.head[last - 1] >= last
        and tokens.sentence[last] == tokens.sentence[last - 1]
    )


def is_kind_likely(first: int, last: int, kind: str, tokens: Tokens, on_sport: bool) -> bool:
    """Whether a name of a list can have its kind here: "Foreign Affairs" behind "Ministry of" is no magazine."""
    if kind == "MediaOutlet" and first > 1 and tokens.lower[first - 1] == "of":
        return not tokens.text[first - 2][0].isupper()
    if last - first > 1:
        return True
    if kind == "SportsTeam":
        return on_sport or tokens.ent[first] == "ORG"
    if kind == "PoliticalParty" and tokens.text[first] in _PARTY_ADJECTIVES:
        return tokens.dep[first] in {"amod", "compound"} and tokens.tag[first] not in {"NNS", "NNPS"}
    return True


def is_supported(first: int, last: int, tokens: Tokens, on_platforms: bool = False) -> bool:
    """Whether the tokens can be a name here: a word is tagged like one, a letter stands like a platform.

    ``on_platforms`` says that the document speaks of platforms.
    """
    word = tokens.text[first]
    if last - first > 1:
        # The parser may end a sentence inside a name; the list knows better.
        return word != "The" or tokens.pos[last - 1] != "ADJ" or tokens.dep[last - 1] != "amod"
    if len(word) == 1:
        return is_platform_letter(first, tokens, on_platforms)
    if tokens.pos[first] == "PROPN" or tokens.ent[first]:
        return True
    if word.isupper() and len(word) >= _SHORTEST_ACRONYM:
        return True
    starts = (
        first == 0 or tokens.sentence[first - 1] != tokens.sentence[first] or tokens.pos[first - 1] == "PUNCT"
    )
    if tokens.tag[first] in {"NNS", "NNPS"}:
        return word[0].isupper()
    return not starts and tokens.pos[first] in _NAME_TAGS and word[0].isupper()


def is_platform_letter(token: int, tokens: Tokens, on_platforms: bool) -> bool:
    """Whether one capital letter stands where a platform's name would."""
    before = tokens.lower[token - 1] if token else ""
    if token and before in _BEFORE_PLATFORM:
        return tokens.pos[token] in {"PROPN", "NOUN", "PUNCT", "VERB"}
    after = tokens.lower[token + 1] if token + 1 < len(tokens) else ""
    if not on_platforms or after in {".", "-", "–"} or before in {"-", "–", "'", "."}:
        return False
    return not (
        token
        and tokens.pos[token - 1] in {"PROPN", "NUM"}
        and tokens.sentence[token - 1] == tokens.sentence[token]
    )
