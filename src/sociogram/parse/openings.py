"""A place that opens a sentence, told from a name: "Near Bonn, two men fought" is of no Near Bonn.

The parser takes the preposition, for its capital letter, for the first word of a name, and that name for who fought.
What tells that it erred is the subject of the verb behind a comma.
"""

from __future__ import annotations

from dataclasses import replace

from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.parse.tokens import Entity, Tokens, with_heads

_PREPOSITIONS = load_vocabulary("propositions").words("opening-prepositions")
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_INSIDE = frozenset({"compound", "amod", "nmod", "advmod"})


def part_openings(tokens: Tokens) -> Tokens:
    """Hang a capital preposition at the head of a sentence on the verb, and the name behind it on the preposition."""
    moves: dict[int, tuple[int, str]] = {}
    for first, _ in tokens.sentences:
        name = _opened_name(first, tokens)
        if name is not None:
            moves[first] = (tokens.head[name], "prep")
            moves[name] = (first, "pobj")
    if not moves:
        return tokens
    openings = frozenset(one for one, (_, label) in moves.items() if label == "prep")
    mended = with_heads(tokens, moves)
    entities = tuple(
        found for entity in tokens.entities if (found := _without_opening(entity, openings)) is not None
    )
    labels = {token: one.label for one in entities for token in range(one.first, one.last)}
    size = range(len(tokens))
    return replace(
        mended,
        pos=tuple("ADP" if token in openings else tokens.pos[token] for token in size),
        tag=tuple("IN" if token in openings else tokens.tag[token] for token in size),
        lemma=tuple(tokens.lower[token] if token in openings else tokens.lemma[token] for token in size),
        ent=tuple("" if token in openings else labels.get(token, tokens.ent[token]) for token in size),
        entities=entities,
    )


def _opened_name(first: int, tokens: Tokens) -> int | None:
    """The name that the preposition at ``first`` opens, where the verb has another subject behind a comma."""
    name = tokens.head[first]
    if tokens.lower[first] not in _PREPOSITIONS or tokens.dep[first] not in _INSIDE or name <= first:
        return None
    verb, end = tokens.head[name], tokens.right[name]
    if tokens.dep[name] not in _SUBJECTS or tokens.pos[name] != "PROPN" or tokens.left[name] != first:
        return None
    comma = "," in tokens.text[max(end - 1, name) : end + 1]
    other = any(end <= one < verb and tokens.dep[one] in _SUBJECTS for one in tokens.children[verb])
    return name if comma and other else None


def _without_opening(entity: Entity, openings: frozenset[int]) -> Entity | None:
    """The name without the preposition before it; of the preposition alone none, and what was a person is a place."""
    if entity.first in openings:
        entity = replace(entity, first=entity.first + 1)
    elif entity.first - 1 not in openings:
        return entity
    if entity.first == entity.last:
        return None
    return replace(entity, label="GPE") if entity.label == "PERSON" else entity
