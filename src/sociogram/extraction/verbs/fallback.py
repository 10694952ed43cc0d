"""``relatedTo``: what a verb outside the lexicon says of an actor and something that matters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sociogram.extraction.verbs.frames import is_same
from sociogram.extraction.verbs.roles import Participant, Roles
from sociogram.knowledge.confidence import LOOSE, WITHOUT_SENSE
from sociogram.knowledge.ontology import FALLBACK, Ontology
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Origin, Proposition, RelationMention, Span
from sociogram.parse.tokens import Tokens

_WORDS = load_vocabulary("verbs")
RULE = "relatedTo.verb@1"
EMPTY_VERBS = _WORDS.words("empty-verbs")
"""Verbs that say too little without the nouns beside them."""

GERUNDS = frozenset({"pcomp", "pobj", "dobj", "nsubj", "conj"})
SECONDARY = frozenset({"oprd", "ccomp", "acomp", "xcomp"})
MATTERS = ("Actor", "Event", "Law", "Programme", "Work", "Product", "Place")
WITH_OBJECT = frozenset({"to", "with", "against"})
"""Prepositions that bring in another actor where the verb has an object already: "handed files to Doe"."""
LOCATIVE = frozenset({
    "in", "on", "at", "near", "from", "within", "across", "around", "throughout", "outside", "inside",
    "during", "after", "before", "through", "behind", "beyond", "over", "under",
})  # fmt: skip
ORIGINS = frozenset({"from", "at", "behind"})
"""Those of them that may bring in another actor: "heard from Doe", "rallied behind Doe"."""
SKIPPED_PREPOSITIONS = frozenset({
    "of", "as", "like", "than", "since", "until", "despite", "without", "including", "because", "by", "following",
    "for", "toward", "towards", "about", "per",
    "according to", "due to", "thanks to", "amid", "because of", "instead of", "such as", "as of",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Site:
    """Where a proposition stands: its sentence and its verb, in characters."""

    sentence: Span
    trigger: Span


def find_fallbacks(
    proposition: Proposition,
    roles: Roles,
    tokens: Tokens,
    ontology: Ontology,
    used: set[int],
    site: Site,
) -> Iterator[RelationMention]:
    """Pairs of the clause whose object is in no relation of the verb; those mentions are ``used``."""
    if not _speaks(proposition, tokens):
        return
    subjects = [one for argument in roles.get("subject", ()) for one in argument.participants]
    subjects = [one for one in subjects if ontology.is_a(one.kind, "Actor")]
    if not subjects:
        return
    taken: set[tuple[int, int]] = set()
    for lemma, participants, weight in _objects(proposition, roles):
        for subject in subjects:
            for object_ in participants:
                pair = subject.mention.index, object_.mention.index
                if object_.mention.index in used or pair in taken or is_same(subject, object_):
                    continue
                if not (subject.known or object_.known) or not _matters(object_, ontology):
                    continue
                if " " in lemma and _is_bare(object_):
                    continue
                if not proposition.passive and object_.mention.head < proposition.head:
                    # In a relative clause the noun before may be any noun of a long phrase.
                    continue
                if weight < 1.0 and not ontology.is_a(object_.kind, "Actor"):
                    continue
                taken.add(pair)
                sure = proposition.confidence * WITHOUT_SENSE * weight * min(subject.weight, object_.weight)
                yield RelationMention(
                    subject=subject.mention.index,
                    relation=FALLBACK,
                    object=object_.mention.index,
                    lemma=lemma,
                    trigger=site.trigger,
                    sentence=site.sentence,
                    confidence=round(sure, 2),
                    rule=RULE,
                    origin=Origin.UNKNOWN_VERB,
                )


def _is_bare(object_: Participant) -> bool:
    """Whether it is a lone singular noun, as idioms have behind prepositions: "signed into law"."""
    mention = object_.mention
    lone = mention.tokens[1] - mention.tokens[0] == 1
    return mention.form == "nominal" and mention.number == "singular" and lone and not object_.known


def _matters(object_: Participant, ontology: Ontology) -> bool:
    return any(ontology.is_a(object_.kind, kind) for kind in MATTERS)


def _speaks(proposition: Proposition, tokens: Tokens) -> bool:
    """Whether the verb has a meaning of its own, and tells no clause that attribution reads."""
    if proposition.lemma in EMPTY_VERBS or proposition.rule != "verb" or not proposition.lemma.isascii():
        return False
    if tokens.tag[proposition.head] == "VBG" and tokens.dep[proposition.head] in GERUNDS:
        # "prizes winning the House", "refused to help in opening it": who does it is a guess.
        return False
    if any(tokens.dep[child] in SECONDARY for child in tokens.children[proposition.head]):
        # "cast Doe as unfit", "drove Doe to resign", "called Doe a friend": what is said of Doe is left out.
        return False
    return not any(
        argument.role == "clause" and tokens.dep[argument.head] == "ccomp"
        for argument in proposition.arguments
    )


def _objects(proposition: Proposition, roles: Roles) -> list[tuple[str, tuple[Participant, ...], float]]:
    """Lemma, participants and weight of each role that can be the other end."""
    found: list[tuple[str, tuple[Participant, ...], float]] = []
    has_object = "object" in roles
    for role, arguments in roles.items():
        for argument in arguments:
            if argument.under:
                continue
            if role in ("object", "indirect"):
                found.append((proposition.lemma, argument.participants, 1.0))
            elif role.startswith("prep:") and role[5:] not in SKIPPED_PREPOSITIONS:
                preposition = role[5:]
                if preposition in LOCATIVE and preposition not in ORIGINS:
                    continue
                if has_object and preposition not in WITH_OBJECT:
                    continue
                participants = argument.participants
                if has_object or preposition in LOCATIVE:
                    participants = tuple(one for one in participants if one.mention.form == "named")
                weight = LOOSE if preposition in LOCATIVE or has_object else 1.0
                found.append((f"{proposition.lemma} {preposition}", participants, weight))
    return found
