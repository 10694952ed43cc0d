"""Relations whose trigger is no verb: those of nouns and names by rule, and the learned ones beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from sociogram.extraction.learned.find import find_learned_relations, is_learned
from sociogram.extraction.nouns.find import find_noun_relations
from sociogram.extraction.nouns.occupations import find_occupations
from sociogram.extraction.nouns.phrases import Phrases, index_phrases
from sociogram.knowledge.policies import admits, turned_relation, without_restated

BONDS = frozenset({"office", "family", "place"})
"""The fields of the ontology in which one bond between two actors in a sentence excludes another."""
TELLING = frozenset(
    {
        "leads",
        "chiefExecutiveOf",
        "headOfState",
        "headOfGovernment",
        "ministerOf",
        "spokespersonFor",
        "advises",
    }
    | {"foundedBy", "owns", "coaches", "playsFor", "educatedAt", "wrote", "photographed", "succeeded"}
)
"""Relations of a noun that say which post or trade it is; "works for" and "represents" only say at what or for whom."""
MEMBERS = frozenset({"member", "members", "employee", "worker"})
"""Nouns that say no more than such a relation does."""

if TYPE_CHECKING:
    from sociogram.knowledge.actor_lists import ActorLists
    from sociogram.knowledge.lexicon import Lexicon
    from sociogram.knowledge.ontology import Ontology
    from sociogram.model import Chain, Mention, RelationMention
    from sociogram.parse.parsed import ParsedDocument


def find_nominal_relations(
    parsed: ParsedDocument,
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    lexicon: Lexicon,
    ontology: Ontology,
    lists: ActorLists,
) -> list[RelationMention]:
    """The relations that nouns and names carry, in text order, each once a pair of mentions."""
    phrases = index_phrases(parsed, mentions, chains)
    ruled = list(find_noun_relations(phrases, lexicon, ontology))
    occupations = find_occupations(phrases, lists, _told(phrases, ruled))
    return _once(phrases, ontology, [*ruled, *occupations, *find_learned_relations(phrases, ontology)])


def _told(phrases: Phrases, ruled: Iterable[RelationMention]) -> frozenset[tuple[int, int]]:
    """Chains with the ends of the nouns that have said of them which post they hold at a body with a name."""
    return frozenset(
        (phrases.chain_of[end], one.trigger[1])
        for one in ruled
        if (one.relation in TELLING or one.lemma in MEMBERS)
        and one.object is not None
        and _is_named(phrases, one)
        for end in (one.subject, one.object)
    )


def _is_named(phrases: Phrases, relation: RelationMention) -> bool:
    """Whether both ends have a name somewhere in the document."""
    return all(phrases.is_named(end) for end in (relation.subject, relation.object) if end is not None)


def _once(phrases: Phrases, ontology: Ontology, found: Iterable[RelationMention]) -> list[RelationMention]:
    """``found`` without what the ontology forbids and without repetition; the most confident is kept."""
    best: dict[tuple[object, ...], RelationMention] = {}
    for relation in (_as_stored(ontology, relation) for relation in found):
        known = ontology.relation(relation.relation)
        if relation.object is not None:
            if relation.subject == relation.object or _same(phrases, relation.subject, relation.object):
                continue
            kinds = phrases.kind(relation.subject), {phrases.kind(relation.object)}
            if not admits(known, *kinds, unknown=True):
                continue
        ends = (
            phrases.chain_of[relation.subject],
            -1 if relation.object is None else phrases.chain_of[relation.object],
        )
        key = (
            tuple(sorted(ends)) if known.symmetric else ends,
            relation.relation,
            None if relation.literal is None else relation.literal[2],
            relation.sentence,
        )
        if key not in best or _weight(phrases, relation) > _weight(phrases, best[key]):
            best[key] = relation
    kept = without_restated(
        best.values(),
        partial(_pair, phrases),
        learned=is_learned,
        says=lambda one: ontology.relation(one.relation).sentiment in BONDS,
    )
    return sorted(kept, key=lambda relation: (relation.sentence, relation.trigger, relation.relation))


def _as_stored(ontology: Ontology, relation: RelationMention) -> RelationMention:
    """``relation`` in the direction in which the ontology keeps it."""
    stored = turned_relation(ontology.relation(relation.relation), both_actors=relation.object is not None)
    if stored is None or relation.object is None:
        return relation
    return replace(relation, relation=stored, subject=relation.object, object=relation.subject)


def _pair(phrases: Phrases, relation: RelationMention) -> frozenset[int] | None:
    """The chains of the two, which are the same two wherever in the document they stand."""
    if relation.object is None:
        return None
    return frozenset((phrases.chain_of[relation.subject], phrases.chain_of[relation.object]))


def _weight(phrases: Phrases, relation: RelationMention) -> tuple[bool, bool, float]:
    """Rules that a reader can follow go before learned ones, names before pronouns."""
    return not is_learned(relation), phrases.mentions[relation.subject].form == "named", relation.confidence


def _same(phrases: Phrases, subject: int, object_: int) -> bool:
    chain = phrases.chain_of[subject]
    return chain >= 0 and chain == phrases.chain_of[object_]
