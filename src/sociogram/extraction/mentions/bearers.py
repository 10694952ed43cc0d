"""Which bearer of an everyday name a text means: many countries have Social Democrats and a House of Commons.

Such a name is a list's entry only where the country of the entry is the one that stands beside the name, or one that
the text speaks of; else it is a name of the entry's kind, of nobody in particular.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.officeholders import settle_officeholders
from sociogram.extraction.mentions.spans import KnownSpan, Nations
from sociogram.extraction.mentions.states import settle_states
from sociogram.knowledge.everyday import EVERYDAY_WORDS, NATIONAL, country_of, is_everyday
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.knowledge.actor_lists import ActorLists, KnownActor
    from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("mentions")
_BEFORE_MEMBER = _WORDS.words("before-party-member")
_BY_TEXT = frozenset({"PoliticalParty", "GovernmentBody"})
"""Those of them whose everyday names mean the ones of the country that the text is about."""
_SHORT_ACRONYM = 2
"""Letters of an acronym that says nothing by itself: "DA", "PO"."""
_SHARE = 3
"""How many times oftener than the entry's own country a text may speak of another one."""
_WORDS_BETWEEN = 2
"""Words in small letters between a nation and the name: "Canada's *governing* Liberals"."""
_LONGEST_DEMONYM = 3
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LINKS = frozenset({"in", "of"})


def settle_bearers(spans: list[KnownSpan], tokens: Tokens, lists: ActorLists) -> list[KnownSpan]:
    """``spans`` with the entry that the text means, doubtful ones marked, and parts of longer names left out."""
    spans = settle_states(spans, find_nations(spans, tokens, lists), tokens, lists)
    nations = find_nations(spans, tokens, lists)
    states = {span.last: span for span in spans if lists.entries[span.known].type == "state"}
    settled = []
    for found in settle_officeholders(spans, nations, tokens, lists):
        entry = lists.entries[found.known]
        span = with_first_words(found, tokens) if entry.kind in NATIONAL else found
        state = state_before(span, states, tokens)
        if entry.kind not in NATIONAL or found.spelled:
            settled.append(span)
        elif entry.kind == "GovernmentBody" and state is not None:
            # "The Missouri House of Representatives" is the state's own.
            settled.append(replace(span, first=state.first, doubtful=True))
        elif not is_in_longer_name(span.first, span.last, tokens):
            settled.append(settle_bearer(span, entry, nations, tokens, lists))
    return settled


def settle_bearer(
    span: KnownSpan, entry: KnownActor, nations: Nations, tokens: Tokens, lists: ActorLists
) -> KnownSpan:
    """The span with its bearer; doubtful, and with the nation beside it, where the list's entry is of another one."""
    if span.doubtful:
        return with_nation(span, nations, tokens)
    text = " ".join(tokens.text[span.first : span.last])
    held = [lists.entries[known] for known in lists.by_name.get(text, ())]
    held = [one for one in held if one.kind == entry.kind] or [entry]
    beside = nation_beside(span, nations, tokens)
    everyday = is_everyday(tokens.lower[span.first : span.last])
    if beside is not None and (everyday or text.isupper() or tokens.text[span.first] in lists.demonyms):
        own = next((one for one in held if one.country == beside), None)
        if own is not None:
            return replace(span, known=own.id)
        return with_nation(span, nations, tokens) if any(one.country for one in held) else span
    if entry.kind not in _BY_TEXT or not (everyday or (text.isupper() and len(text) <= _SHORT_ACRONYM)):
        return span
    best = bearer_by_text(held, nations.spoken, named=text if everyday else None)
    if best is not None:
        return replace(span, known=best.id)
    spoken = [one.id for one in held if not nations.spoken or (one.country and nations.spoken[one.country])]
    return replace(span, doubtful=True, candidates=tuple(sorted(spoken)))


def state_before(span: KnownSpan, states: dict[int, KnownSpan], tokens: Tokens) -> KnownSpan | None:
    """The American state right before an everyday name: "the *Missouri* House of Representatives"."""
    if not is_everyday(tokens.lower[span.first : span.last]):
        return None
    if span.first in states:
        return states[span.first]
    possessive = span.first > 0 and tokens.text[span.first - 1] in _POSSESSIVE
    return states.get(span.first - 1) if possessive else None


def with_first_words(span: KnownSpan, tokens: Tokens) -> KnownSpan:
    """The span, doubtful, with the everyday words of a longer name before it: "*Christian* Democratic Party"."""
    first = span.first
    if span.last - first > 1 and is_everyday(tokens.lower[first : span.last]):
        while (
            first > 0
            and tokens.lower[first - 1] in EVERYDAY_WORDS
            and tokens.text[first - 1][0].isupper()
            and tokens.sentence[first - 1] == tokens.sentence[span.first]
        ):
            first -= 1
    return span if first == span.first else replace(span, first=first, doubtful=True)


def with_nation(span: KnownSpan, nations: Nations, tokens: Tokens) -> KnownSpan:
    """The span, doubtful, with the nation that is a part of the name: "*Iranian* Democratic Party", "… *of Iran*"."""
    first, last = span.first, span.last
    if first in nations.ends and tokens.text[first - 1] not in _POSSESSIVE:
        first = nations.ends[first][1]
    elif last + 1 < len(tokens) and tokens.lower[last] == "of" and last + 1 in nations.starts:
        last = nations.starts[last + 1][1]
    return replace(span, first=first, last=last, doubtful=True)


def bearer_by_text(
    held: Sequence[KnownActor], spoken: Counter[str], *, named: str | None
) -> KnownActor | None:
    """The bearer of whose country the text speaks, and hardly of others more; the only one where it speaks of none.

    ``named`` is the name if it has words: an only bearer whose own name it is, and no other name ("Green Party" of
    Alliance 90), can be meant in a text that speaks of no country.
    """
    own = [one for one in held if one.country and spoken[one.country]]
    if own:
        best = max(own, key=lambda one: spoken[one.country or ""])
        return best if spoken[best.country or ""] * _SHARE >= max(spoken.values()) else None
    alone = len(held) == 1 and held[0].name == named and not spoken
    return held[0] if alone or not any(one.country for one in held) else None


def find_nations(spans: Sequence[KnownSpan], tokens: Tokens, lists: ActorLists) -> Nations:
    """The countries that names of countries, places, people and bodies, and adjectives of nations speak of."""
    found = Nations(Counter(), {}, {})
    for span in spans:
        entry = lists.entries[span.known]
        words = tokens.lower[span.first : span.last]
        if entry.kind in NATIONAL and (is_everyday(words) or len(words[0]) <= _SHORT_ACRONYM):
            continue
        _note(found, span.first, span.last, country_of(entry))
    for token, word in enumerate(tokens.text):
        if not word[0].isupper() or token in found.starts:
            continue
        for width in range(_LONGEST_DEMONYM, 0, -1):
            known = lists.demonyms.get(" ".join(tokens.text[token : token + width]))
            if known is not None:
                _note(found, token, token + width, country_of(lists.entries[known]))
                break
    return found


def _note(found: Nations, first: int, last: int, country: str | None) -> None:
    if country is not None:
        found.spoken[country] += 1
        found.starts[first] = (country, last)
        found.ends[last] = (country, first)


def nation_beside(span: KnownSpan, nations: Nations, tokens: Tokens) -> str | None:
    """The country of an adjective or possessive before the name, or of "of" and "in" behind it."""
    before = span.first
    for _ in range(_WORDS_BETWEEN + 1):
        if before in nations.ends:
            return nations.ends[before][0]
        if before > 0 and tokens.text[before - 1] in _POSSESSIVE and before - 1 in nations.ends:
            return nations.ends[before - 1][0]
        if before == 0 or not _qualifies(before - 1, span.first, tokens):
            break
        before -= 1
    behind = span.last
    if behind + 1 < len(tokens) and tokens.lower[behind] in _LINKS:
        place = behind + 2 if tokens.lower[behind + 1] == "the" else behind + 1
        return nations.starts[place][0] if place in nations.starts else None
    return None


def _qualifies(token: int, first: int, tokens: Tokens) -> bool:
    """Whether the token is a word in small letters that can stand between a nation and the name."""
    return (
        tokens.text[token][0].islower()
        and tokens.pos[token] in {"ADJ", "NOUN", "VERB"}
        and tokens.sentence[token] == tokens.sentence[first]
    )


def is_in_longer_name(first: int, last: int, tokens: Tokens) -> bool:
    """Whether a word beside a name of one word makes it another's: "*New* Democrat", "*Annual* Congress"."""
    if last - first > 1 or first == 0 or tokens.sentence[first - 1] != tokens.sentence[first]:
        return False
    if not tokens.text[first - 1][0].isupper():
        return False
    opens = first == 1 or tokens.sentence[first - 2] != tokens.sentence[first - 1]
    return tokens.lower[first - 1] in _BEFORE_MEMBER or (
        not opens and tokens.pos[first - 1] == "ADJ" and tokens.lower[first - 1] in EVERYDAY_WORDS
    )
