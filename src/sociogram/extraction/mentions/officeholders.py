"""Whether a name that others bear too is the officeholder's of the lists: by the title, party or office beside it.

The lists have hundreds of members of Congress, and many a private person shares a name with one of them. Such an
entry joins only where the text tells the office at one of its places; where it tells nothing, the entry is a candidate;
where it tells of somebody else ("the cosmologist", "a state senator"), it is not even that.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sociogram.extraction.mentions.spans import KnownSpan, Nations
    from sociogram.knowledge.actor_lists import ActorLists, KnownActor
    from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("mentions")
_TITLES = _WORDS.words("legislator-titles")
_NOUNS = _WORDS.words("legislator-nouns")
_LEADERS = _WORDS.words("leaders-of-chambers")
_CHAMBERS = _WORDS.words("chambers")
_POLITICS = _WORDS.words("congress-words")
_ABOUT_CONGRESS = _TITLES | _NOUNS | _LEADERS | _POLITICS
_ARTICLES = frozenset({"a", "an", "the"})
_LETTERS: Mapping[str, str] = _WORDS.values("party-letters")
_MEMBERS: Mapping[str, str] = _WORDS.values("party-members")
_LOWER_HOUSES = frozenset({"state", "provincial", "student"})
"""Words before a title that make it another chamber's."""
_COUNTRY = "United States"
_REACH = 8
"""Words behind a comma in which an apposition tells the office."""
_BEFORE = 3
"""Words before a leader's title in which its chamber stands."""
_MANY = 5
"""Words of Congress from which a whole text is about it."""
_SHARE = 3
"""How many times oftener than of the officeholder's country a text may speak of another one."""


def settle_officeholders(
    spans: Sequence[KnownSpan], nations: Nations, tokens: Tokens, lists: ActorLists
) -> list[KnownSpan]:
    """``spans`` with the officeholders whom the text means, and those that it may mean as candidates."""
    places: dict[str, list[KnownSpan]] = {}
    for span in spans:
        if bearer(span, tokens, lists) is not None:
            places.setdefault(" ".join(tokens.text[span.first : span.last]), []).append(span)
    meant = {text: is_meant(found, nations, tokens, lists) for text, found in places.items()}
    settled = []
    for span in spans:
        entry = bearer(span, tokens, lists)
        verdict = meant.get(" ".join(tokens.text[span.first : span.last]))
        if entry is None or (verdict is not True and span.known != entry.id):
            settled.append(span)
        elif verdict is True:
            settled.append(replace(span, known=entry.id))
        elif all(label == "PERSON" for label in tokens.ent[span.first : span.last]):
            settled.append(replace(span, doubtful=True, candidates=() if verdict is False else (entry.id,)))
    return settled


def bearer(span: KnownSpan, tokens: Tokens, lists: ActorLists) -> KnownActor | None:
    """The officeholder whose name stands at ``span`` and whom only a fitting text means; a handle is nobody else's."""
    text = " ".join(tokens.text[span.first : span.last])
    held = [lists.entries[known] for known in lists.by_name.get(text, (span.known,))]
    asking = [entry for entry in held if entry.context is not None]
    return asking[0] if len(asking) == 1 and not text.startswith("@") else None


def is_meant(places: Sequence[KnownSpan], nations: Nations, tokens: Tokens, lists: ActorLists) -> bool | None:
    """Whether a document means the officeholder by a name; ``None`` where it does not tell."""
    entry = bearer(places[0], tokens, lists)
    if entry is None:
        return None
    if any(is_other(span, entry, nations, tokens, lists) for span in places):
        return False
    if any(has_office(span, entry, tokens) for span in places):
        return True
    spoken = nations.spoken
    at_home = spoken[_COUNTRY] > 0 and spoken[_COUNTRY] * _SHARE >= max(spoken.values())
    politics = sum(lower in _POLITICS for lower in tokens.lower) >= _MANY
    if at_home and (politics or any(is_amid_politics(span, tokens) for span in places)):
        return True
    return None


def has_office(span: KnownSpan, entry: KnownActor, tokens: Tokens) -> bool:
    """Whether a title, the party, a bracket with party and state, or an apposition tells the office."""
    before = span.first - 1
    if before >= 0:
        lower = tokens.lower[before]
        chamber = not _CHAMBERS.isdisjoint(tokens.lower[max(0, before - _BEFORE) : before])
        if lower in _TITLES or (lower in _LEADERS and chamber):
            return True
        if _MEMBERS.get(tokens.text[before], "") == party_id(entry):
            return True
    return party_behind(span, tokens) == party_id(entry) or apposed(span, tokens, _NOUNS)


def is_other(span: KnownSpan, entry: KnownActor, nations: Nations, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether the words beside the name tell of somebody else: another chamber, party, country or trade."""
    before = span.first - 1
    party = party_behind(span, tokens)
    if party is not None and party_id(entry) != party:
        return True
    if before >= 0 and tokens.lower[before] in _TITLES | _LEADERS:
        start = before
        while start > 0 and tokens.lower[start - 1] in _CHAMBERS | _LEADERS:
            start -= 1
        nation = nations.ends.get(start, nations.ends.get(start - 1, (None,)))[0]
        return (
            (start > 0 and tokens.lower[start - 1] in _LOWER_HOUSES)
            or nation not in {None, _COUNTRY}
            or (start < before and is_state(start - 1, tokens, lists))
        )
    if before >= 0 and tokens.pos[before] in {"NOUN", "PROPN"} and is_trade(before, tokens, lists):
        return True
    return has_other_apposition(span, tokens, lists)


def is_trade(token: int, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether the token is a noun for a person that tells no office of a legislator."""
    lower = tokens.lower[token]
    return (
        lists.nouns.get(lower) == "Person"
        and lower not in _ABOUT_CONGRESS
        and tokens.text[token] not in lists.first_names
        and tokens.text[token] not in _MEMBERS
    )


def has_other_apposition(span: KnownSpan, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether an age or a trade stands behind the name: ", 58,", ", the cosmologist"."""
    if span.last + 1 >= len(tokens) or tokens.text[span.last] != ",":
        return False
    if tokens.text[span.last + 1].isdigit() and tokens.text[span.last + 2 : span.last + 3] == (",",):
        return True
    behind = reach(span, tokens)
    if any(tokens.lower[one] in _ABOUT_CONGRESS or tokens.text[one] in _MEMBERS for one in behind):
        return False
    return any(
        is_trade(one, tokens, lists)
        or (tokens.pos[one] == "NOUN" and tokens.lower[behind.start] in _ARTICLES)
        for one in behind
    )


def apposed(span: KnownSpan, tokens: Tokens, words: frozenset[str]) -> bool:
    """Whether one of ``words`` stands in the apposition behind the name, and no word of another chamber before it."""
    return any(
        tokens.lower[token] in words and tokens.lower[token - 1] not in _LOWER_HOUSES
        for token in reach(span, tokens)
    )


def reach(span: KnownSpan, tokens: Tokens) -> range:
    """The tokens of the apposition behind the name: behind a comma, up to a verb or the next comma."""
    first = span.last + 1
    if first >= len(tokens) or tokens.text[span.last] != "," or tokens.lower[first] == "and":
        return range(0)
    last = first
    while (
        last < min(len(tokens), first + _REACH)
        and tokens.sentence[last] == tokens.sentence[span.first]
        and tokens.pos[last] not in {"VERB", "AUX"}
        and tokens.text[last] != ","
    ):
        last += 1
    return range(first, last)


def party_behind(span: KnownSpan, tokens: Tokens) -> str | None:
    """The party in a bracket or between commas right behind the name: "(D-Conn.)", ", R-Texas,"."""
    if span.last + 1 >= len(tokens) or tokens.text[span.last] not in {"(", ","}:
        return None
    word = tokens.text[span.last + 1]
    letter, dash, _ = word.partition("-")
    followed = dash or tokens.text[span.last + 2 : span.last + 3] in {("-",), ("–",), (")",), (",",)}
    return _LETTERS.get(letter) if followed else None


def party_id(entry: KnownActor) -> str:
    """The id of the entry's party."""
    return (entry.party or "none").lower().replace(" ", "-")


def is_state(token: int, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether the token is the name of an American state, or its last word: "the *Missouri* House Speaker"."""
    texts = {tokens.text[token], " ".join(tokens.text[max(0, token - 1) : token + 1])}
    return any(
        lists.entries[known].type == "state" for text in texts for known in lists.by_name.get(text, ())
    )


def is_amid_politics(span: KnownSpan, tokens: Tokens) -> bool:
    """Whether the sentence that names somebody speaks of Congress or of its parties."""
    first, last = tokens.sentences[tokens.sentence[span.first]]
    inside = {tokens.lower[token] for token in range(first, last) if not span.first <= token < span.last}
    return not _POLITICS.isdisjoint(inside)
