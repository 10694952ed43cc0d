"""Relations of nouns: posts and titles, appositions, possessives, brackets, places, and the lexicon's nouns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sociogram.extract.nominal_frames import find_frame_relations
from sociogram.extract.nominal_names import find_name_relations
from sociogram.extract.nominal_phrases import Phrases, index_phrases
from sociogram.extract.nominal_posts import find_post_relations
from sociogram.extract.relation_model import find_learned_relations

if TYPE_CHECKING:
    from sociogram.lexicon import Lexicon
    from sociogram.model import Chain, Mention, RelationMention
    from sociogram.ontology import Ontology
    from sociogram.parse import ParsedDocument


def find_nominal_relations(
    parsed: ParsedDocument,
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    lexicon: Lexicon,
    ontology: Ontology,
) -> list[RelationMention]:
    """The relations that nouns and names carry, in text order, each once a pair of mentions."""
    phrases = index_phrases(parsed, mentions, chains)
    found = [
        *find_post_relations(phrases, ontology),
        *find_name_relations(phrases, ontology),
        *find_frame_relations(phrases, lexicon),
        *find_learned_relations(phrases, ontology),
    ]
    return _once(phrases, ontology, found)


def _once(phrases: Phrases, ontology: Ontology, found: Iterable[RelationMention]) -> list[RelationMention]:
    """``found`` without what the ontology forbids and without repetition; the most confident is kept."""
    best: dict[tuple[object, ...], RelationMention] = {}
    for relation in (_as_stored(ontology, relation) for relation in found):
        if relation.object is not None:
            subject_kind, object_kind = phrases.kind(relation.subject), phrases.kind(relation.object)
            if relation.subject == relation.object or _same(phrases, relation.subject, relation.object):
                continue
            if "Thing" not in {subject_kind, object_kind} and not ontology.allows(
                relation.relation, subject_kind, object_kind
            ):
                continue
        key = (relation.subject, relation.relation, relation.object, relation.literal)
        if key not in best or _weight(relation) > _weight(best[key]):
            best[key] = relation
    return sorted(best.values(), key=lambda relation: (relation.sentence, relation.trigger, relation.relation))


def _as_stored(ontology: Ontology, relation: RelationMention) -> RelationMention:
    """``relation`` in the direction in which the ontology keeps it."""
    stored = ontology.relation(relation.relation).stored_as
    if stored is None or relation.object is None:
        return relation
    return replace(relation, relation=stored, subject=relation.object, object=relation.subject)


def _weight(relation: RelationMention) -> tuple[bool, float]:
    """Rules that a reader can follow go before learned ones."""
    return not relation.rule.startswith("model."), relation.confidence


def _same(phrases: Phrases, subject: int, object_: int) -> bool:
    chain = phrases.chain_of[subject]
    return chain >= 0 and chain == phrases.chain_of[object_]
