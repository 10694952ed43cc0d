"""Coreference within a document: which mentions stand for the same thing.

Steps from the surest to the least sure, each working on the clusters that the steps before it
have built (after Lee et al. 2013, "Deterministic coreference resolution based on entity-centric,
precision-ranked rules"): names, appositions, relative clauses and speakers by rules; then noun
phrases and pronouns of the third person by ranking what the rules leave possible.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sociogram.extraction.coreference.apposed import (
    join_apposed,
    join_identified,
    join_named_behind,
    join_players,
    join_set_behind,
)
from sociogram.extraction.coreference.clusters import Clusters, is_initial
from sociogram.extraction.coreference.described import join_described
from sociogram.extraction.coreference.facts import Facts, find_owners, find_wholes, read_facts
from sociogram.extraction.coreference.grammar import (
    join_appositions,
    join_capacities,
    join_close_names,
    join_designated,
    join_dislocated,
    join_fronted,
    join_partners,
    join_reflexives,
    join_relations,
    join_relatives,
    join_second_appositions,
    join_tails,
    join_titles,
)
from sociogram.extraction.coreference.kin import join_kin
from sociogram.extraction.coreference.names import join_names
from sociogram.extraction.coreference.other_names import join_other_names
from sociogram.extraction.coreference.ranker import choose_antecedent, join_ranked
from sociogram.extraction.coreference.scene import Scene
from sociogram.extraction.coreference.sole import join_sole
from sociogram.extraction.coreference.speech import find_sources, join_speakers
from sociogram.extraction.coreference.turns import find_asked
from sociogram.model import Chain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sociogram.model import Attribution, Document, Mention, Span
    from sociogram.parse.parsed import ParsedDocument


def find_chains(
    parsed: ParsedDocument,
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    *,
    choose: Callable[[Scene, Facts, str, list[Facts]], Facts | None] = choose_antecedent,
) -> tuple[Chain, ...]:
    """The chains of ``parsed`` in the order of their first mentions; every mention is in exactly one.

    ``choose`` picks the antecedent of an anaphor among its candidates, nearest first, or none.
    """
    tokens = parsed.tokens
    facts = read_facts(tokens, mentions)
    clusters = Clusters(facts)
    join_names(clusters, facts, parsed.document.text)
    join_other_names(clusters, facts, tokens)
    join_relations(clusters, facts, tokens)
    join_appositions(clusters, facts, tokens)
    join_apposed(clusters, facts, tokens)
    join_set_behind(clusters, facts, tokens)
    join_players(clusters, facts, tokens)
    join_identified(clusters, facts, tokens)
    join_named_behind(clusters, facts, tokens)
    join_close_names(clusters, facts, tokens)
    join_second_appositions(clusters, facts, tokens)
    join_capacities(clusters, facts, tokens)
    join_designated(clusters, facts, tokens)
    join_tails(clusters, facts)
    join_fronted(clusters, facts, tokens)
    join_dislocated(clusters, facts, tokens)
    join_relatives(clusters, facts, tokens)
    join_reflexives(clusters, facts, tokens)
    join_partners(clusters, facts, tokens)
    join_titles(clusters, facts)
    join_described(clusters, facts, tokens)
    join_sole(clusters, facts, tokens)
    asked = find_asked(facts, parsed)
    voices, speakers = join_speakers(clusters, facts, attributions, parsed, tokens, asked)
    scene = Scene(
        facts,
        tokens,
        clusters,
        voices,
        speakers,
        find_owners(facts, tokens),
        find_wholes(facts, tokens),
        find_sources(facts, attributions),
        {index: before for index, (_, before) in asked.items() if before >= 0},
    )
    join_ranked(scene, choose)
    join_kin(scene)
    roles = _roles(parsed.document)
    return tuple(
        _chain(index, [facts[member] for member in members], roles)
        for index, members in enumerate(clusters.groups())
    )


def _chain(index: int, members: list[Facts], roles: Mapping[Span, str]) -> Chain:
    best = max(members, key=_prominence)
    given = {roles.get((member.mention.start, member.mention.end)) for member in members} if roles else set()
    return Chain(
        index=index,
        mentions=tuple(member.index for member in members),
        kind=best.mention.kind,
        name=best.mention.name,
        gender=next((member.gender for member in members if member.gender != "unknown"), "unknown"),
        number=best.number,
        known=next((member.mention.known for member in members if member.mention.known), None),
        role=next((role for role in ("author", "recipient", "publisher") if role in given), None),
    )


def _prominence(facts: Facts) -> tuple[int, int, int, int, int]:
    """Names before noun phrases before pronouns; the fullest name, least by initials; the first."""
    mention = facts.mention
    form = {"named": 2, "nominal": 1, "pronoun": 0}[mention.form]
    length = len(facts.words) if mention.form == "named" else 0
    short = sum(map(is_initial, facts.words)) if mention.kind == "Person" else 0
    return form, int(mention.kind != "Thing"), length - short, length, -facts.index


def _roles(document: Document) -> dict[Span, str]:
    """What the metadata calls the one whose credit stands at a span; the author goes before the others."""
    found: dict[Span, str] = {}
    publisher = (document.publisher,) if document.publisher else ()
    listed = (("author", document.authors), ("recipient", document.recipients), ("publisher", publisher))
    for role, credits_ in listed:
        for credit in credits_:
            if credit.start is not None and credit.end is not None:
                found.setdefault((credit.start, credit.end), role)
    return found
