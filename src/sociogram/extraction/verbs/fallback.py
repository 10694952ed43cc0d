"""``relatedTo``: what a verb outside the lexicon says of an actor and something that matters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sociogram.extraction.verbs.frames import is_same
from sociogram.extraction.verbs.roles import Filler, Roles
from sociogram.knowledge.ontology import FALLBACK, Ontology
from sociogram.model import Origin, Proposition, RelationMention, Span
from sociogram.parse.tokens_tree import Tree

RULE = "relatedTo.verb@1"
WEIGHT = 0.6
"""What a relation without a sense is worth beside one with a sense."""

EMPTY_VERBS = frozenset({
    "be", "have", "do", "get", "go", "come", "become", "seem", "appear", "remain", "make", "take",
    "let", "keep", "say", "tell", "think", "know", "see", "want", "need", "happen", "include",
    "involve", "begin", "continue", "stay", "look", "try", "use", "help", "show", "feel", "put", "set",
    "turn", "end", "leave", "call", "range", "consent", "start", "stop", "cast", "view", "treat", "stand", "sit",
    "live", "notice", "wake", "name", "hold", "reach", "add", "grow", "originate", "light", "rat",
    "characterize", "describe", "portray", "refer", "mean", "cause", "allow", "enable", "force", "prevent",
    "expect", "wish", "hope", "like", "wait", "fall", "rise", "face", "gain", "draw", "trade", "fulfil", "fulfill",
    "channel", "note", "write", "perform", "finish", "apply", "act", "work", "behave", "practice", "practise",
    "show up", "go on", "come up", "carry on", "turn out", "end up", "give up", "break up", "build", "lead", "speak",
    "care", "swear", "deal", "mind", "fit", "feature", "contain", "lack", "miss", "lie", "belong",
    "worry", "concern", "interest", "bother", "trouble", "strike", "reclaim", "watch",
    "bring", "give", "accept", "joke", "understand", "vote", "prefer", "log", "move", "exist",
    "retain", "level", "reiterate", "pose", "hark", "own up", "remember", "forget", "ponder",
    "enjoy", "suffer", "experience", "serve",
})  # fmt: skip
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
    tree: Tree,
    ontology: Ontology,
    used: set[int],
    site: Site,
) -> Iterator[RelationMention]:
    """Pairs of the clause whose object is in no relation of the verb; those mentions are ``used``."""
    if not _speaks(proposition, tree):
        return
    subjects = [filler for argument in roles.get("subject", ()) for filler in argument.fillers]
    subjects = [filler for filler in subjects if ontology.is_a(filler.kind, "Actor")]
    if not subjects:
        return
    taken: set[tuple[int, int]] = set()
    for lemma, fillers, weight in _objects(proposition, roles):
        for subject in subjects:
            for object_ in fillers:
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
                sure = proposition.confidence * WEIGHT * weight * min(subject.weight, object_.weight)
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


def _is_bare(object_: Filler) -> bool:
    """Whether it is a lone singular noun, as idioms have behind prepositions: "signed into law"."""
    mention = object_.mention
    lone = mention.tokens[1] - mention.tokens[0] == 1
    return mention.form == "nominal" and mention.number == "singular" and lone and not object_.known


def _matters(object_: Filler, ontology: Ontology) -> bool:
    return any(ontology.is_a(object_.kind, kind) for kind in MATTERS)


def _speaks(proposition: Proposition, tree: Tree) -> bool:
    """Whether the verb has a meaning of its own, and tells no clause that attribution reads."""
    if proposition.lemma in EMPTY_VERBS or proposition.rule != "verb" or not proposition.lemma.isascii():
        return False
    if tree.tags[proposition.head] == "VBG" and tree.deps[proposition.head] in GERUNDS:
        # "prizes winning the House", "refused to help in opening it": who does it is a guess.
        return False
    if any(tree.deps[child] in SECONDARY for child in tree.children[proposition.head]):
        # "cast Doe as unfit", "drove Doe to resign", "called Doe a friend": what is said of Doe is left out.
        return False
    return not any(
        argument.role == "clause" and tree.deps[argument.head] == "ccomp"
        for argument in proposition.arguments
    )


def _objects(proposition: Proposition, roles: Roles) -> list[tuple[str, tuple[Filler, ...], float]]:
    """Lemma, fillers and weight of each role that can be the other end."""
    found: list[tuple[str, tuple[Filler, ...], float]] = []
    has_object = "object" in roles
    for role, arguments in roles.items():
        for argument in arguments:
            if argument.under:
                continue
            if role in ("object", "indirect"):
                found.append((proposition.lemma, argument.fillers, 1.0))
            elif role.startswith("prep:") and role[5:] not in SKIPPED_PREPOSITIONS:
                preposition = role[5:]
                if preposition in LOCATIVE and preposition not in ORIGINS:
                    continue
                if has_object and preposition not in WITH_OBJECT:
                    continue
                fillers = argument.fillers
                if has_object or preposition in LOCATIVE:
                    fillers = tuple(filler for filler in fillers if filler.mention.form == "named")
                weight = 0.8 if preposition in LOCATIVE or has_object else 1.0
                found.append((f"{proposition.lemma} {preposition}", fillers, weight))
    return found
