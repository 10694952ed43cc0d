"""Capitals that stand for governments: "Moscow accused Kyiv", but not "he died in Moscow".

A capital is its country where it says, decides or is addressed, which only certain relations
express; where something happens it stays a place. Both are data: ``words/capitals.csv`` and the
sets ``state_act`` and ``state_addressed`` of ``words/word_sets.csv``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.knowledge.actor_lists import load_actor_lists, load_capitals
from sociogram.knowledge.confidence import CAPITAL
from sociogram.model import Chain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sociogram.knowledge.actor_lists import KnownActor
    from sociogram.model import Extraction, Mention


def name_governments(extraction: Extraction) -> Extraction:
    """``extraction`` with the mentions of capitals that act moved to the chains of their countries."""
    country_of = _capital_chains(extraction)
    if not country_of:
        return extraction
    chain_of = {mention: chain.index for chain in extraction.chains for mention in chain.mentions}
    acting = {
        mention: country_of[chain_of[mention]]
        for mention in _acting(extraction)
        if chain_of[mention] in country_of and not _is_described(extraction.mentions[mention])
    }
    if not acting:
        return extraction
    mentions = tuple(
        replace(one, kind=acting[one.index].kind, known=acting[one.index].id)
        if one.index in acting and one.form == "named"
        else one
        for one in extraction.mentions
    )
    relations = tuple(
        replace(relation, confidence=round(relation.confidence * CAPITAL, 4))
        if relation.subject in acting or relation.object in acting
        else relation
        for relation in extraction.relations
    )
    chains = _moved(extraction, acting)
    return replace(extraction, mentions=mentions, chains=chains, relations=relations)


def _capital_chains(extraction: Extraction) -> dict[int, KnownActor]:
    """For the chains of capitals, by index, the country."""
    capitals, lists = load_capitals(), load_actor_lists()
    found = {}
    for chain in extraction.chains:
        country = capitals.get(chain.name) if chain.kind == "Place" else None
        entry = lists.find(country) if country else None
        if entry is not None:
            found[chain.index] = entry
    return found


def _acting(extraction: Extraction) -> Iterator[int]:
    """The mentions that act or are addressed as governments are."""
    words = load_actor_lists().words
    for relation in extraction.relations:
        if relation.relation in words["state_act"]:
            yield relation.subject
        if relation.object is not None and relation.relation in words["state_addressed"]:
            yield relation.object
        yield from relation.asserters


def _is_described(mention: Mention) -> bool:
    """Whether words before the name speak of the town: "a united Jerusalem"."""
    return mention.phrase[0] < mention.start


def _moved(extraction: Extraction, acting: Mapping[int, KnownActor]) -> tuple[Chain, ...]:
    """The chains after the mentions ``acting`` have gone over to those of their countries."""
    to_country: dict[str, list[int]] = {}
    for mention, country in sorted(acting.items()):
        to_country.setdefault(country.id, []).append(mention)
    countries = {country.id: country for country in acting.values()}
    chains = []
    for chain in extraction.chains:
        members = [mention for mention in chain.mentions if mention not in acting]
        if chain.known in to_country:
            members = sorted([*members, *to_country.pop(chain.known)])
        if members:
            chains.append(replace(chain, mentions=tuple(members)))
    index = max(chain.index for chain in extraction.chains)
    for known, members in sorted(to_country.items()):
        index += 1
        country = countries[known]
        chains.append(
            Chain(
                index=index,
                mentions=tuple(members),
                kind=country.kind,
                name=country.name,
                gender="neuter",
                number="singular",
                known=known,
            )
        )
    return tuple(chains)
