"""What somebody is, in words: "rapper Jane Doe", "Doe, a practising homeopath", "the deputy campaign manager, Ann Lee".

A post at a body that the text names is for ``posts``. Here the words stand for themselves, where no such body is
named, and beside what ``posts`` reads where that tells a tie and not the post: "Acme lawyer Jane Doe" is employed by
Acme, and is a lawyer of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from sociogram.extraction.nouns.bearers import all_behind, find_bearers, name_behind
from sociogram.extraction.nouns.phrases import ENDED, NOT_YET, Phrases
from sociogram.extraction.nouns.role_words import (
    HYPHENS,
    Words,
    is_cut_short,
    is_given_up,
    is_of_ended_list,
    is_role,
    is_to_come,
    prefix_of,
    prefix_of_name,
    singular,
    words_before,
    words_behind,
)
from sociogram.knowledge.confidence import OCCUPATION
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Origin, RelationMention
from sociogram.parse.tokens import DATED, PLURALS

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists

_WORDS = load_vocabulary("nouns")
UNREAL = _WORDS.words("unreal-modifiers")
OVER = _WORDS.words("over-modifiers")
PRAISE = _WORDS.words("praise-and-blame")
SINGLING = _WORDS.words("singling-words")
PRAISE_NOUNS = _WORDS.words("praise-nouns")
OWNERS = load_vocabulary("coreference").words("generic-nouns") - {"nation", "country"}
"""Nouns that point back at a body or place: where the text does not tell which, they are no part of a role. The
nation of "the nation's top diplomat" is his own."""
UNSURE = frozenset({"could", "may", "might", "should", "will", "would", "'d", "'ll"})
ARTICLES = frozenset({"a", "an", "the"})
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
PREDICATED = frozenset({"copula", "as"})
"""Rules by which a verb says the role."""
LONGEST_POST = 3
"""Tokens from the noun of a post to the end of its name."""
Told = AbstractSet[tuple[int, int]]
"""Chains of persons with the ends of nouns whose post a rule has read."""


def find_occupations(phrases: Phrases, lists: ActorLists, told: Told) -> Iterator[RelationMention]:
    """What the roles in the document say of named persons, but for those of ``told``."""
    for token in range(len(phrases.tokens)):
        if is_role(phrases, token, lists) and not is_to_come(phrases, token + 1):
            yield from _read(phrases, token, lists, told)


def _read(phrases: Phrases, token: int, lists: ActorLists, told: Told) -> Iterator[RelationMention]:
    tokens = phrases.tokens
    behind = name_behind(phrases, token + 1)
    bearers = (
        [behind.token]
        if behind
        else [one.token for one in find_bearers(phrases, token) if one.token != token]
    )
    rule = "title" if behind else _rule(phrases, token)
    if behind and tokens.tag[token] in PLURALS:
        bearers = [one.token for one in all_behind(phrases, behind)]
    persons = [
        one
        for one in map(phrases.mention, bearers)
        if one is not None and _is_named_person(phrases, one, lists)
    ]
    if not persons or (
        tokens.tag[token] in PLURALS and (len(persons) < 2 or rule not in {"title", "apposition"})
    ):
        return
    words = _words(phrases, token, behind.token if behind else None)
    if _is_unreal(phrases, words, token) or is_cut_short(phrases, token, words[1]):
        return
    if _is_singled_out(phrases, words, token):
        return
    if rule == "apposition" and _names_next(phrases, words[1]):
        persons = [one for one in persons if phrases.mentions[one].tokens[0] > token]
    if rule in PREDICATED and (_is_praise(phrases, words, token) or _is_unfulfilled(phrases, token)):
        return
    for person in persons:
        if _is_named_within(phrases, person, words):
            continue  # "Doe was Roe's driver Roe knew well": two lines run together
        if not _is_told(phrases, person, range(token, min(token + LONGEST_POST, words[1])), told):
            yield _made(phrases, person, token, words, rule)


def _is_told(phrases: Phrases, person: int, noun: range, told: Told) -> bool:
    """Whether a rule has read of ``person`` a post that ends in one of the tokens ``noun``: "editor in chief"."""
    return any((phrases.chain_of[person], phrases.tokens.end[token]) in told for token in noun)


def _is_praise(phrases: Phrases, words: Words, token: int) -> bool:
    """Whether a role is predicated to praise or blame: "is a great senator", "is a leader"."""
    tokens = phrases.tokens
    if any(
        tokens.lower[one] in PRAISE and tokens.text[one + 1] not in HYPHENS for one in range(words[0], token)
    ):
        return True
    bare = words[1] == token + 1 and tokens.dep[token - 1] != "compound"
    return bare and singular(phrases, token) in PRAISE_NOUNS


def _is_unfulfilled(phrases: Phrases, token: int) -> bool:
    """Whether the predicate only sets a case or an aim: "until Doe is mayor", "to be mayor", "could not act as one".

    "Is not that candidate" points at one of whom was spoken.
    """
    tokens = phrases.tokens
    if any(tokens.lower[child] in {"that", "this"} for child in tokens.children[token] if child < token):
        return True
    verb = tokens.head[token]
    if tokens.lower[verb] == "as":
        verb = tokens.head[verb]
    if tokens.pos[verb] == "NOUN":
        verb = tokens.head[verb]
    for child in tokens.children[verb]:
        if tokens.dep[child] == "mark" and tokens.lower[child] in {"if", "unless", "until", "whether"}:
            return True
        if tokens.dep[child] == "aux" and (
            tokens.lower[child] == "to"
            or (verb != tokens.head[token] and tokens.lower[child].replace("’", "'") in UNSURE)
        ):
            return True
    return False


def _is_singled_out(phrases: Phrases, words: Words, token: int) -> bool:
    """Whether the words miss the clause that says of what one is the first: "the first priest to be elected"."""
    tokens = phrases.tokens
    if not any(
        (tokens.lower[one] in SINGLING or ORDINAL.match(tokens.lower[one]))
        and tokens.text[one + 1] not in HYPHENS
        for one in range(words[0], token)
    ):
        return False
    return any(
        tokens.dep[child] in {"relcl", "acl", "advcl"} and child >= words[1]
        for child in tokens.children[token]
    )


def _names_next(phrases: Phrases, last: int) -> bool:
    """Whether the role tells who comes next, and no more of the one before: "Doe sings it; the old singer, Roe, left".

    A name behind the role's comma goes on with a comma itself, and with no "and" as in a list.
    """
    tokens = phrases.tokens
    if last + 1 >= len(tokens) or tokens.text[last] != ",":
        return False
    name = phrases.covering[last + 1]
    if name < 0 or phrases.mentions[name].form != "named" or phrases.kind(name) != "Person":
        return False
    end = phrases.mentions[name].tokens[1]
    return (
        phrases.mentions[name].tokens[0] == last + 1
        and end + 1 < len(tokens)
        and tokens.text[end] == ","
        and tokens.pos[end + 1] not in {"DET", "CCONJ", "NOUN", "PROPN", "ADJ", "NUM"}
    )


def _is_named_within(phrases: Phrases, person: int, words: Words) -> bool:
    """Whether the words of the role name the person himself."""
    own = {phrases.chain_of[person]} - {-1}
    return any(
        phrases.covering[token] >= 0 and phrases.chain_of[phrases.covering[token]] in own
        for token in range(*words)
        if phrases.mentions[phrases.covering[token]].form == "named"
    )


def _rule(phrases: Phrases, token: int) -> str:
    """How the noun is set beside the person."""
    tokens = phrases.tokens
    dep, head = tokens.dep[token], tokens.head[token]
    if dep in {"attr", "oprd", "nsubj"} and tokens.pos[head] in {"VERB", "AUX"}:
        return "apposition" if dep == "nsubj" and tokens.lemma[head] != "be" else "copula"
    return "apposition" if tokens.behind_as(token) is None else "as"


def _is_named_person(phrases: Phrases, mention: int, lists: ActorLists) -> bool:
    """Whether the mention stands for a person who is named somewhere in the document."""
    found = phrases.mentions[mention]
    if phrases.kind(mention) != "Person" or found.demonym or not phrases.is_named(mention):
        return False
    # A lone plural that the model took for a person's name is none: "Senators".
    plural = found.form == "named" and phrases.tokens.tag[found.head] in PLURALS and " " not in found.text
    return not (plural and singular(phrases, found.head) in lists.nouns)


def _words(phrases: Phrases, token: int, name: int | None) -> Words:
    first = words_before(phrases, token)
    while (
        first + 2 <= token
        and phrases.tokens.lemma[first] in OWNERS
        and phrases.tokens.tag[first + 1] == "POS"
    ):
        first += 2  # "the state's governor" does not tell which
    while first < token and (phrases.tokens.tag[first] == "WP$" or phrases.tokens.ent[first] in DATED):
        first += 1  # "*whose* sole director", "On *Monday* Commissioner Doe"
    if phrases.tokens.tag[token] in PLURALS:
        # "At least four senators" are each a senator
        first = max(
            (one + 1 for one in range(first, token) if phrases.tokens.pos[one] == "NUM"), default=first
        )
    return first, words_behind(phrases, token, len(phrases.tokens)) if name is None else token + 1


def _is_unreal(phrases: Phrases, words: Words, token: int) -> bool:
    """Whether the words before the noun deny it or make it another: "no expert", "fake doctor", "would-be actor"."""
    tokens, first = phrases.tokens, words[0]
    prefix = prefix_of(phrases, first)
    if prefix and prefix not in ENDED:
        return True  # the parser cut a word in two: "Non-boxer"
    before = {tokens.lower[one] for one in range(max(0, first - 1), token)}
    return not (before.isdisjoint(NOT_YET) and before.isdisjoint(UNREAL))


def _has_ended(phrases: Phrases, token: int) -> bool:
    tokens, first = phrases.tokens, words_before(phrases, token)
    before = {tokens.lower[one] for one in range(tokens.left[token], token)}
    before |= {*tokens.lower[first:token], prefix_of(phrases, first), prefix_of_name(phrases, first)}
    if first > 1 and tokens.lower[first - 1] in ARTICLES and tokens.pos[first - 2] == "ADV":
        before.add(tokens.lower[first - 2])  # "Doe, then a senator", hung on Doe
    if not (ENDED.isdisjoint(before) and OVER.isdisjoint(before)):
        return True
    return is_of_ended_list(phrases, token, ENDED | OVER) or is_given_up(phrases, token)


def _lemma(phrases: Phrases, token: int) -> str:
    """The noun alone; of a post to come with what comes before the hyphen."""
    before = singular(phrases, token - 2) + "-" if is_to_come(phrases, token - 1) else ""
    return before + singular(phrases, token)


def _made(phrases: Phrases, person: int, token: int, words: Words, rule: str) -> RelationMention:
    tokens, span = phrases.tokens, phrases.parsed.span(*words)
    value = " ".join(phrases.parsed.text(span).split())
    if tokens.tag[token] in PLURALS:
        span = phrases.parsed.span(words[0], token + 1)
        start = tokens.begin[token] - span[0]
        value = " ".join((phrases.parsed.text(span)[:start] + singular(phrases, token)).split())
    return RelationMention(
        subject=person,
        relation="holdsPost",
        object=None,
        literal=("Text", value, span),
        lemma=_lemma(phrases, token),
        trigger=tokens.span(token, token + 1),
        sentence=phrases.sentence(token),
        time=phrases.former() if _has_ended(phrases, token) else None,
        confidence=OCCUPATION,
        rule=f"occupation.{rule}@1",
        origin=Origin.GRAMMAR,
    )
