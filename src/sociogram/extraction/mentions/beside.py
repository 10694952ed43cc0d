"""The nouns that say of a name what it is: in apposition to it, behind "is a", before "called", or as its role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from sociogram.extraction.mentions.board import Name
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.parse.tokens import Tokens

ROLES_OF_BODIES = load_vocabulary("mentions").words("roles-of-bodies")
_CALLING = frozenset({"call", "name"})


def plays_role(name: Name, tokens: Tokens) -> bool:
    """Whether the name is told to play a role of people and bodies: "the buyer, Acme,", "its rival is Rome-based Acme".

    Places that do so are nations, which the lists have.
    """
    head = name.last - 1
    noun = tokens.head[head] if tokens.dep[head] == "appos" else None
    if tokens.dep[head] == "attr" and tokens.lemma[tokens.head[head]] == "be":
        noun = tokens.child(tokens.head[head], "nsubj")
    return noun is not None and noun < head and tokens.lemma[noun].lower() in ROLES_OF_BODIES


def is_apposed_noun(token: int, tokens: Tokens) -> bool:
    """Whether the token is an apposition's common noun; with "a", one in capitals too: "a super *PAC*"."""
    if tokens.dep[token] != "appos":
        return False
    return tokens.pos[token] == "NOUN" or any(
        tokens.lower[one] in {"a", "an"} for one in tokens.children[token]
    )


def is_compatriot(word: str, lists: ActorLists) -> bool:
    """Whether a word behind "a" stands for one of a nation or of a party: "a German", "a Democrat"."""
    parties = (lists.entries[known].kind == "PoliticalParty" for known in lists.by_name.get(word, ()))
    return word in lists.demonyms or any(parties)


def called_nouns(name: Name, tokens: Tokens) -> list[int]:
    """The noun of whom the words right before the name say that he is called so: "a *man* called Jon Roe"."""
    verb = name.first - 1
    called = tokens.dep[name.last - 1] == "oprd" and tokens.head[name.last - 1] == verb
    if not called or verb < 1 or tokens.tag[verb] != "VBN" or tokens.lemma[verb] not in _CALLING:
        return []
    return [verb - 1] if tokens.head[verb] == verb - 1 else []


def predicate_nouns(head: int, tokens: Tokens) -> list[int]:
    """The singular nouns that "is a" or "was an" says of the name with the head ``head``."""
    verb = tokens.head[head]
    if tokens.dep[head] != "nsubj" or tokens.lemma[verb] != "be" or tokens.child(verb, "neg") is not None:
        return []
    return [
        child
        for child in tokens.children[verb]
        if tokens.dep[child] == "attr"
        and tokens.tag[child] == "NN"
        and any(tokens.lower[one] in {"a", "an"} for one in tokens.children[child])
    ]
