"""All finders over one document, in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sociogram.actor_lists import ActorLists, load_actor_lists
from sociogram.extract.attributions import find_attributions
from sociogram.extract.coreference import find_chains
from sociogram.extract.mentions import find_mentions
from sociogram.extract.metadata import find_metadata_relations
from sociogram.extract.nominal import find_nominal_relations
from sociogram.extract.propositions import find_propositions
from sociogram.extract.qualify import qualify
from sociogram.extract.verbal import find_verbal_relations
from sociogram.lexicon import Lexicon, load_lexicon
from sociogram.model import Extraction
from sociogram.ontology import Ontology, load_ontology

if TYPE_CHECKING:
    from pathlib import Path

    from sociogram.parse import ParsedDocument


@dataclass(frozen=True, slots=True)
class Resources:
    """The data that the finders need beside a document."""

    ontology: Ontology
    lexicon: Lexicon
    lists: ActorLists


def load_resources(actor_lists: tuple[Path, ...] = ()) -> Resources:
    """The ontology, the lexicon and the lists of actors, those of a user behind ours."""
    ontology = load_ontology()
    return Resources(ontology, load_lexicon(ontology), load_actor_lists(actor_lists))


def extract_document(parsed: ParsedDocument, resources: Resources) -> Extraction:
    """All that can be read in one parsed document."""
    mentions = find_mentions(parsed, resources.lists)
    attributions = find_attributions(parsed, mentions)
    chains = find_chains(parsed, mentions, attributions)
    propositions = find_propositions(parsed)
    relations = [
        *find_verbal_relations(parsed, mentions, chains, propositions, resources.lexicon, resources.ontology),
        *find_nominal_relations(parsed, mentions, chains, resources.lexicon, resources.ontology),
    ]
    qualified = qualify(parsed, relations, mentions, attributions)
    metadata = find_metadata_relations(parsed.document, mentions, chains)
    return Extraction(
        document=parsed.document,
        mentions=mentions,
        chains=chains,
        propositions=propositions,
        attributions=attributions,
        relations=tuple(
            sorted([*metadata, *qualified], key=lambda relation: (relation.sentence, relation.trigger))
        ),
    )
