"""Whose it is that has no name: "Trump's campaign", "his wife", "the board of Acme"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sociogram.knowledge.ontology import VALUES
from sociogram.knowledge.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from sociogram.model import Extraction, Mention

_POSSESSIVES = frozenset({"my", "your", "his", "her", "its", "our", "their", "whose"})
"""Pronouns that begin what belongs to whom they stand for."""
_GENITIVE = re.compile(r"\s*(?:['’]s|['’])\s+")
"""What stands between an owner and what is owned: "Trump's campaign"."""
_DETERMINER = re.compile(r"(?:the|this|that)\s+", re.IGNORECASE)
"""What may stand before an owner: "the Lopez campaign"."""
_ARTICLE = re.compile(r"an?\s+", re.IGNORECASE)
_OF = re.compile(r"\s{1,9}of\s{1,9}(?:the\s{1,9})?")
"""What stands between a noun and whose it is: "the board of Acme"."""
_FOR = re.compile(r"\s{1,9}for\s{1,9}(?:the\s{1,9})?")
"""What stands between who speaks or acts for somebody and that one: "a spokesman for Acme"."""
_BY = re.compile(r"\s{1,9}by\s{1,9}(?:the\s{1,9})?", re.IGNORECASE)
_OWNED_BY_BY = load_vocabulary("identity").words("owned-by-by")
_OWNED_BY_FOR = load_vocabulary("identity").words("owned-by-for")
_OWNED_BY_OF = load_vocabulary("identity").words("owned-by-of")
_COMPOUND = re.compile(r"\s+")


def find_owners(extraction: Extraction, chain_of: dict[int, int]) -> dict[int, tuple[int | None, str]]:
    """For each chain without a name: the chain of its possessor and the words behind it."""
    text = extraction.document.text
    starting: dict[int, list[Mention]] = {}
    for mention in extraction.mentions:
        starting.setdefault(mention.start, []).append(mention)
    owners: dict[int, tuple[int | None, str]] = {}
    for nominal in extraction.mentions:
        if nominal.form != "nominal" or chain_of[nominal.index] in owners:
            continue
        determiner = _DETERMINER.match(nominal.text)
        owner = _owner_behind(text, nominal, starting, definite=determiner is not None)
        if owner is not None and chain_of[owner] != chain_of[nominal.index]:
            article = determiner or _ARTICLE.match(nominal.text)
            words = nominal.text[article.end() :] if article else nominal.text[0].lower() + nominal.text[1:]
            owners[chain_of[nominal.index]] = (chain_of[owner], words)
            continue
        bare = nominal.start + determiner.end() if determiner else nominal.start
        for inner in (*starting[nominal.start], *(starting.get(bare, ()) if determiner else ())):
            rest = _owned_words(text, inner, nominal)
            if rest and chain_of[inner.index] != chain_of[nominal.index]:
                owners[chain_of[nominal.index]] = (chain_of[inner.index], rest)
                break
    return owners


def _owner_behind(
    text: str, nominal: Mention, starting: dict[int, list[Mention]], *, definite: bool
) -> int | None:
    """The name behind "of" or "for" whose the noun is: "the *board* of Acme", "*lawyers* for Bob Ray"."""
    noun = nominal.text.rsplit(maxsplit=1)[-1].lower()
    between = _FOR if noun in _OWNED_BY_FOR else _BY if noun in _OWNED_BY_BY else None
    if definite and noun in _OWNED_BY_OF:
        between = _OF
    behind = between.match(text, nominal.end) if between is not None else None
    return next(
        (
            one.index
            for one in (() if behind is None else starting.get(behind.end(), ()))
            if one.form == "named" and one.kind not in VALUES and not one.demonym
        ),
        None,
    )


def _owned_words(text: str, inner: Mention, nominal: Mention) -> str:
    """The words of ``nominal`` behind its possessor ``inner``, or nothing if it is not one."""
    if inner.index == nominal.index or inner.end >= nominal.end:
        return ""
    behind = text[inner.end : nominal.end]
    if inner.form == "pronoun":
        return " ".join(behind.split()) if inner.text.lower() in _POSSESSIVES else ""
    match = _GENITIVE.match(behind)
    # "The Lopez campaign" and "the French government" have an owner; "a French company" has none.
    national = inner.demonym and nominal.kind == "GovernmentBody" and nominal.number == "singular"
    if match is None and inner.form == "named" and (inner.kind == "Person" or national):
        match = _COMPOUND.match(behind)
    return " ".join(behind[match.end() :].split()) if match else ""
