"""Titles: the nouns for a post or occupation right before a name ("Tesla *CEO* Elon Musk", "Rep. Jim Himes")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.extraction.mentions.board import Name
from sociogram.extraction.mentions.kinds import ORGANIZATIONS
from sociogram.knowledge.ontology import VALUES
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Gender
from sociogram.parse.couples import AND, WIFE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("mentions")
_MODIFIERS = frozenset({"compound", "amod", "nmod", "punct", "npadvmod"})
_OFFICES = _WORDS.words("offices-with-department")
_SETTLEMENT_TITLES = _WORDS.words("settlement-titles")
_LONGEST = 5
"""Words of a title right before a name: "deputy assistant secretary of state"."""


@dataclass(frozen=True, slots=True)
class Title:
    """The tokens of a title and the name it belongs to."""

    first: int
    last: int
    name: Name


def find_titles(names: list[Name], tokens: Tokens, lists: ActorLists) -> list[Title]:
    """The titles right before ``names``, in text order."""
    taken = [False] * len(tokens)
    for name in names:
        for token in range(name.first, name.last):
            taken[token] = True
    found = []
    for name in names:
        if name.kind in VALUES or name.demonym or name.kind in {"Country", "Facility"}:
            continue
        found.extend(titles_before(name, taken, tokens, lists))
    return sorted(found, key=lambda title: title.first)


def titles_before(name: Name, taken: list[bool], tokens: Tokens, lists: ActorLists) -> list[Title]:
    """The title before ``name``, two where "and" joins them ("captain and goalkeeper Kahn")."""
    last = name.first
    found = []
    while last > 0:
        first = title_start(name, last, taken, tokens, lists)
        if first == last:
            break
        found.append(Title(first, last, name))
        if tokens.text[first] in lists.words["honorific"]:
            both = (
                first > 1
                and tokens.lower[first - 1] in AND
                and tokens.text[first - 2] in lists.words["title"]
            )
            last = first - 1 if both else first
            continue
        if first > 1 and tokens.lower[first - 1] in AND and name.kind == "Person":
            last = first - 1
            continue
        break
    return found


def own_titles(titles: Sequence[Title], tokens: Tokens) -> list[Title]:
    """``titles``, in text order, without the wife's of a couple: of "Mr. and Mrs. John Roe" John's is "Mr."."""
    wife = wife_of(titles, tokens)
    return [title for title in titles if title is not wife]


def wife_of(titles: Sequence[Title], tokens: Tokens) -> Title | None:
    """The title of the wife of a couple among the ``titles`` of one name."""
    joined = {title.last for title in titles if tokens.lower[title.last] in AND}
    return next(
        (title for title in titles if tokens.text[title.first] in WIFE and title.first - 1 in joined), None
    )


def title_start(name: Name, last: int, taken: list[bool], tokens: Tokens, lists: ActorLists) -> int:
    """The first token of the title that ends before ``last``, or ``last`` where there is none."""
    head = last - 1
    sentence = tokens.sentence[name.first]
    if (
        head > 1
        and tokens.lower[head - 1] in {"of", "for"}
        and tokens.text[head][0].isupper()
        and tokens.text[head - 2][0].isupper()
        and tokens.lower[head - 2] in _OFFICES
        and not taken[head - 2]
    ):
        return extend_left(head - 2, last, taken, tokens, lists)
    if taken[head] or tokens.sentence[head] != sentence or not is_role(head, name, tokens, lists):
        return last
    first = extend_left(head, last, taken, tokens, lists)
    while first < head and tokens.text[first] == "-":
        first += 1
    return first


def extend_left(head: int, last: int, taken: list[bool], tokens: Tokens, lists: ActorLists) -> int:
    """The first token of the title with the head ``head``: its compounds and adjectives of rank."""
    sentence = tokens.sentence[head]
    first = head
    if tokens.text[head] in lists.words["honorific"]:
        return first
    while first > 0 and last - first < _LONGEST:
        previous = first - 1
        if (
            taken[previous]
            or tokens.sentence[previous] != sentence
            or tokens.lower[previous] in lists.words["outside_title"]
        ):
            break
        if tokens.text[previous] in lists.words["title"] and tokens.text[previous][0].isupper():
            first = previous
            continue
        if tokens.text[previous] == "-" and previous > 0:
            first = previous
            continue
        if (
            tokens.pos[previous] == "NOUN"
            or (tokens.pos[previous] == "PROPN" and tokens.text[previous][0].isupper())
            or tokens.text[first] == "-"
        ):
            first = previous
            continue
        if tokens.pos[previous] == "ADJ" and tokens.dep[previous] in _MODIFIERS:
            first = previous
            continue
        break
    return first


def is_role(token: int, name: Name, tokens: Tokens, lists: ActorLists) -> bool:
    """Whether the token is a noun that can be the head of a title of ``name``."""
    word, lower = tokens.text[token], tokens.lower[token]
    if any(tokens.tells_which(place, token) for place in range(name.first, name.last)):
        return False
    if word in lists.words["title"]:
        return name.kind == "Person" or tokens.pos[token] == "NOUN"
    if tokens.pos[token] not in {"NOUN", "PROPN"} or (tokens.tag[token] == "NNS" and name.kind == "Person"):
        return False
    kind = lists.nouns.get(lower) or lists.nouns.get(tokens.lemma[token].lower())
    if kind is None:
        return False
    if (
        tokens.dep[token] not in {"compound", "nmod", "appos", "amod"}
        and tokens.head[name.first] != token
        and tokens.head[name.last - 1] != token
    ):
        return False
    if name.kind == "Person":
        return kind == "Person"
    if name.kind in ORGANIZATIONS:
        return kind in ORGANIZATIONS and lower != "campaign"
    if name.kind == "Place":
        return kind == "Place" and lower in _SETTLEMENT_TITLES
    return name.kind in {"Work", "Thing"} and kind in {"Work", "Product"} | ORGANIZATIONS


def title_gender(titles: tuple[str, ...], lists: ActorLists) -> Gender:
    """``male``, ``female`` or ``unknown``, as the words of ``titles`` say."""
    words = frozenset(word for title in titles for word in title.split())
    if words & lists.words["male_title"]:
        return "male"
    return "female" if words & lists.words["female_title"] else "unknown"
