"""Relations that verbs give: propositions matched with the lexicon's frames, else the verb itself.

The most specific sense that fits two mentions gives their relation. Where the lexicon has none
and both ends matter, ``relatedTo`` keeps the verb's lemma. Polarity and modality are set here
only where the sense itself brings them; ``qualify`` reads the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from sociogram.extract.prop_tree import Tree, read_tree
from sociogram.extract.verbal_fallback import find_fallbacks
from sociogram.extract.verbal_frames import LITERALS, Match, candidates, find_matches
from sociogram.extract.verbal_roles import Filler, RoleReader, Roles
from sociogram.model import Chain, Mention, Modality, Polarity, Proposition, RelationMention, Span

if TYPE_CHECKING:
    from sociogram.lexicon import Lexicon
    from sociogram.ontology import Ontology
    from sociogram.parse import ParsedDocument

CLAUSAL = frozenset({"verb", "governor", "copula"})
RECIPROCAL_WEIGHT = 0.92


@dataclass(frozen=True, slots=True)
class Place:
    """Where a proposition stands: its sentence and its verb, in characters."""

    sentence: Span
    trigger: Span


def find_verbal_relations(
    parsed: ParsedDocument,
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    propositions: Sequence[Proposition],
    lexicon: Lexicon,
    ontology: Ontology,
) -> list[RelationMention]:
    """The relations of the clauses of ``parsed``, in text order, one a pair of mentions and verb."""
    if not propositions:
        return []
    tree = read_tree(parsed.doc)
    reader = RoleReader(tree, mentions, chains)
    sentences = _sentences(parsed)
    found: list[RelationMention] = []
    for proposition in propositions:
        if proposition.rule not in CLAUSAL:
            continue
        roles = reader.roles(proposition)
        if not any(argument.fillers for arguments in roles.values() for argument in arguments):
            continue
        place = Place(sentences[proposition.head], _trigger(proposition, tree, parsed))
        found.extend(_relations(proposition, roles, tree, lexicon, ontology, place))
    return found


def _relations(
    proposition: Proposition, roles: Roles, tree: Tree, lexicon: Lexicon, ontology: Ontology, place: Place
) -> Iterator[RelationMention]:
    matches = find_matches(proposition.lemma, roles, tree, lexicon, ontology)
    matches = matches or list(_reciprocal(proposition, roles, lexicon, ontology))
    taken: set[tuple[int, int]] = set()
    for match in matches:
        taken.add((match.subject.mention.index, match.object.mention.index))
        yield _relation(match, proposition, place)
    if proposition.rule != "governor":
        yield from find_fallbacks(proposition, roles, tree, ontology, taken, place.sentence, place.trigger)


def _reciprocal(
    proposition: Proposition, roles: Roles, lexicon: Lexicon, ontology: Ontology
) -> Iterator[Match]:
    """ "Xi and Putin met": each pair of the subjects of a symmetric relation, in text order."""
    if any(role in roles for role in ("object", "indirect", "clause", "prep:with")):
        return
    fillers = [filler for argument in roles.get("subject", ()) for filler in argument.fillers]
    if len(fillers) < 2:
        return
    for frame in candidates(proposition.lemma, lexicon):
        sense = lexicon.senses[frame.sense]
        if not ontology.relation(sense.relation).symmetric or frame.with_:
            continue
        for left, right in combinations(fillers, 2):
            if left.chain != right.chain and ontology.allows(sense.relation, left.kind, right.kind):
                yield Match(frame, sense, left, right, RECIPROCAL_WEIGHT, 0)
        return


def _relation(match: Match, proposition: Proposition, place: Place) -> RelationMention:
    literal = LITERALS.get(match.object.kind)
    mention = match.object.mention
    return RelationMention(
        subject=match.subject.mention.index,
        relation=match.sense.relation,
        object=None if literal else mention.index,
        literal=(literal, mention.name, (mention.start, mention.end)) if literal else None,
        lemma=proposition.lemma,
        trigger=place.trigger,
        sentence=place.sentence,
        polarity=Polarity(match.sense.polarity) if match.sense.polarity else Polarity.AFFIRMED,
        modality=Modality(match.sense.modality) if match.sense.modality else Modality.ASSERTED,
        confidence=confidence(proposition, match.subject, match.object, match.weight),
        rule=match.frame.name,
    )


def confidence(proposition: Proposition, subject: Filler, object_: Filler, weight: float) -> float:
    """The proposition's confidence, lowered by what is doubtful in its ends; two places."""
    thing = 0.8 if object_.kind == "Thing" else 1.0
    return round(proposition.confidence * weight * thing * min(subject.weight, object_.weight), 2)


def _sentences(parsed: ParsedDocument) -> list[Span]:
    """The characters of each token's sentence."""
    spans: list[Span] = []
    for sentence in parsed.doc.sents:
        spans.extend([parsed.span(sentence.start, sentence.end)] * (sentence.end - sentence.start))
    return spans


def _trigger(proposition: Proposition, tree: Tree, parsed: ParsedDocument) -> Span:
    """The verb, with a particle that stands right behind it."""
    particle = tree.child(proposition.head, "prt")
    last = proposition.head + (2 if particle == proposition.head + 1 else 1)
    return parsed.span(proposition.head, last)
