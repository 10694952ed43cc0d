"""Relations of nouns: posts and titles, appositions, possessives, brackets, places, and the lexicon's nouns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sociogram.extraction.nouns.affiliations import find_affiliations, is_legislator
from sociogram.extraction.nouns.frames import find_frame_relations
from sociogram.extraction.nouns.homes import find_homes
from sociogram.extraction.nouns.names import find_name_relations
from sociogram.extraction.nouns.phrases import Phrases
from sociogram.extraction.nouns.posts import TITLE_WORDS, find_post_relations

if TYPE_CHECKING:
    from sociogram.knowledge.lexicon import Lexicon
    from sociogram.knowledge.ontology import Ontology
    from sociogram.model import RelationMention


def find_noun_relations(phrases: Phrases, lexicon: Lexicon, ontology: Ontology) -> Iterator[RelationMention]:
    """What rules read from nouns and names, kind of rule by kind of rule; a pair may come more than once."""
    posts = list(find_post_relations(phrases, ontology))
    ends = {post.trigger[1] for post in posts}
    yield from posts
    yield from find_name_relations(phrases, ontology)
    # "Senator Roe, of Ohio" tells whom he sits for.
    yield from (one for one in find_homes(phrases) if not is_legislator(phrases, one.subject))
    yield from find_affiliations(phrases, ontology)
    for relation in find_frame_relations(phrases, lexicon):
        # A post says more precisely what its noun would say by the lexicon.
        if relation.trigger[1] not in ends and not _is_stray_adjective(phrases, relation):
            yield relation


def _is_stray_adjective(phrases: Phrases, relation: RelationMention) -> bool:
    """Whether the object is a nation's adjective of another noun: "the Syrian refugees President Doe met".

    So it is of a word in capitals before a title, with which it is a name: "American Bridge President Doe".
    """
    if relation.object is None or not phrases.mentions[relation.object].demonym:
        return False
    tokens = phrases.tokens
    adjective = phrases.mentions[relation.object].head
    noun = tokens.head[adjective]
    capital = tokens.pos[noun] == "PROPN" and tokens.text[noun].istitle()
    named = capital and tokens.lower[noun] not in TITLE_WORDS
    hung = {"amod", "compound"} if named else {"amod"}
    if tokens.dep[adjective] not in hung or not (named or tokens.pos[noun] == "NOUN"):
        return False
    start, end = phrases.parsed.span(noun, noun + 1)
    return end <= relation.trigger[0] or (start >= relation.trigger[1] and not named)
