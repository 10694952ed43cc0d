"""All finders over one document, in their order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sociogram.extraction.answers import attribute_answers
from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.attribution.sayings import find_sayings, find_spoken
from sociogram.extraction.calibrate import calibrate
from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.corrections import split_corrected
from sociogram.extraction.finders import MENTION_FINDERS, RELATION_FINDERS, unite_mentions
from sociogram.extraction.metadata import find_metadata_relations
from sociogram.extraction.propositions.find import find_propositions
from sociogram.extraction.qualification.qualify import qualify
from sociogram.extraction.signatures import find_credited_posts
from sociogram.extraction.statements.find import find_statements
from sociogram.extraction.statements.parts import with_parts
from sociogram.knowledge.actor_lists import ActorLists, load_actor_lists
from sociogram.knowledge.lexicon import Lexicon, load_lexicon
from sociogram.knowledge.ontology import Ontology, load_ontology
from sociogram.model import Extraction, Skipped
from sociogram.parse.pieces import MOST_TOKENS
from sociogram.ports import MentionFinder, RelationFinder, load_plugins

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sociogram.parse.parsed import ParsedDocument

_SHOWN = 80
"""Characters by which words that were read in pieces are told."""


@dataclass(frozen=True, slots=True)
class Resources:
    """The data that the finders need beside a document, and the finders: ours first, then plug-ins."""

    ontology: Ontology
    lexicon: Lexicon
    lists: ActorLists
    mention_finders: tuple[MentionFinder, ...] = ()
    relation_finders: tuple[RelationFinder, ...] = ()


def load_resources(actor_lists: tuple[Path, ...] = ()) -> Resources:
    """The ontology, the lexicon, the lists of actors (those of a user behind ours), and the finders.

    Plug-ins are found through entry points, in the order of their names.
    """
    ontology = load_ontology()
    data = Resources(ontology, load_lexicon(ontology), load_actor_lists(actor_lists))
    return replace(
        data,
        mention_finders=tuple(make(data) for make in (*MENTION_FINDERS, *load_plugins("mentions").values())),
        relation_finders=tuple(
            make(data) for make in (*RELATION_FINDERS, *load_plugins("relations").values())
        ),
    )


def extract_document(parsed: ParsedDocument, resources: Resources) -> Extraction:
    """All that can be read in one parsed document."""
    mentions = unite_mentions([finder.find(parsed) for finder in resources.mention_finders])
    attributions = find_attributions(parsed, mentions)
    chains = find_chains(parsed, mentions, attributions)
    attributions = attribute_answers(parsed, mentions, chains, attributions)
    propositions = find_propositions(parsed)
    relations = [
        relation
        for finder in resources.relation_finders
        for relation in finder.find(parsed, mentions, chains, propositions)
    ]
    relations.extend(find_sayings(parsed, mentions, chains, attributions))
    spoken = find_spoken(parsed, mentions, attributions)
    statements = find_statements(
        parsed, mentions, chains, propositions, relations, resources.ontology, spoken=spoken
    )
    relations = [
        *(with_parts(relation, mentions, statements.parts) for relation in relations),
        *statements.relations,
    ]
    told, corrected = split_corrected(parsed, relations)
    qualified = qualify(parsed, told, mentions, attributions, chains)
    metadata = find_metadata_relations(parsed.document, mentions, chains)
    metadata.extend(find_credited_posts(parsed.document, mentions, resources.lists))
    return Extraction(
        document=parsed.document,
        mentions=mentions,
        chains=chains,
        propositions=propositions,
        attributions=attributions,
        relations=tuple(
            sorted(
                [*metadata, *calibrate(parsed, qualified, mentions, chains)],
                key=lambda relation: (relation.sentence, relation.trigger),
            )
        ),
        skipped=(*statements.skipped, *corrected, *_told_pieces(parsed)),
        sentences=tuple(parsed.span(*bounds) for bounds in parsed.tokens.sentences),
    )


def _told_pieces(parsed: ParsedDocument) -> Iterator[Skipped]:
    """What is too long for a sentence and was read in pieces: what stands in two of them is not related."""
    for start, end in parsed.cut:
        reason = f"is too long for one sentence, and is read in pieces of at most {MOST_TOKENS} words"
        words = parsed.document.text[start : min(end, start + _SHOWN)]
        yield Skipped(
            document=parsed.document.id, stage="parse", reason=reason, start=start, end=end, text=words
        )
