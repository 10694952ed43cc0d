"""What kind of thing a name or a noun stands for, by its words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.knowledge.ontology import load_ontology
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sociogram.knowledge.actor_lists import ActorLists

_WORDS = load_vocabulary("mentions")
_LEADING_HEADS = _WORDS.values("leading-heads")
_OF_PARTIES = _WORDS.words("words-of-parties")
_LINKS = _WORDS.words("name-links")
_SURNAMES_TOO = frozenset({"Place", "Facility", "Work", "Event", "Law"})
"""Kinds whose head words are surnames too: "Nathan Law", "Jane Park"."""
_DOCTRINES = ("ism", "pathy", "ology")
_SHORTEST_DOCTRINE = 6
ORGANIZATIONS = load_ontology().below("Organization")
PLACES = load_ontology().below("Place")


def head_word(words: Sequence[str]) -> str:
    """The word that says what a name is, in lower case: what stands before "of" or "for", else the last."""
    for position in range(1, len(words)):
        if words[position].lower() in _LINKS:
            return words[position - 1].lower()
    return words[-1].lower()


def name_kind(words: Sequence[str], label: str | None, lists: ActorLists) -> str | None:
    """The kind that the words of a name say, or ``None``; ``label`` is the kind that the model gave, if any."""
    if words[0] == "#" and len(words) == len(("#", "tag")):
        return "Topic"
    if len(words) < 2:
        if is_doctrine(words[0]) and (label in ORGANIZATIONS or label in {"Person", "Collective"}):
            return "Topic"
        return (
            "GovernmentBody" if words[0].lower() in lists.words["body"] and label in ORGANIZATIONS else None
        )
    if words[0] in lists.words["ship"]:
        return "Vehicle"
    head = head_word(words)
    if label == "Person" and head.endswith("ism"):
        return "Topic"  # "Chan Buddhism"
    if label in ORGANIZATIONS | {"Person"} and is_firm_of_partners(words, lists):
        return "Company"
    kind, organizations_only = lists.name_heads.get(head, (None, False))
    if kind is None and words[0] in _LEADING_HEADS:
        return str(_LEADING_HEADS[words[0]])
    if kind is None and words[0] in lists.words["club"]:
        kind = "SportsTeam"
    if kind is None:
        return None
    if organizations_only and label not in ORGANIZATIONS:
        return None
    if kind == "GovernmentBody" and not _OF_PARTIES.isdisjoint(word.lower() for word in words):
        return "Organization"
    if label == "Person" and kind in _SURNAMES_TOO and len(words) == 2:
        return None
    return kind


def is_doctrine(word: str) -> bool:
    """Whether a name is a doctrine or a field by its ending, or a hashtag: "Homeopathy", "#FreeTheBears"."""
    return (len(word) > _SHORTEST_DOCTRINE and word.endswith(_DOCTRINES)) or (
        word[0] == "#" and len(word) > 1
    )


def is_firm_of_partners(words: Sequence[str], lists: ActorLists) -> bool:
    """Whether "&" joins the words of a firm: "John Wiley & Sons", not "Bill & Chelsea" or "Sue & I"."""
    if "&" not in words[1:-1]:
        return False
    behind = words[words.index("&", 1) + 1]
    return len(behind) > 1 and behind not in lists.first_names


def noun_kind(lemma: str, lower: str, before: str, nouns: dict[str, str]) -> str:
    """The kind of a common noun, ``Thing`` where the vocabulary does not have it.

    ``before`` is the word before the noun in its phrase: "naval base" has a kind where "base" has none.
    """
    found = nouns.get(f"{before} {lemma.lower()}") if before else None
    found = found or nouns.get(lower) or nouns.get(lemma.lower())
    if found is None and "-" in lower:
        found = nouns.get(lower.rsplit("-", 1)[1])
    return found or "Thing"
