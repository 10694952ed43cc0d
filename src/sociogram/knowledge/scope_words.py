"""The words that deny, weaken or command what they govern: ``ontology/vocabulary/structured/cues.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sociogram.errors import OntologyError
from sociogram.knowledge.entries import load_yaml
from sociogram.knowledge.vocabulary import structured_path
from sociogram.model import Modality

DENIED = "denied"
_EFFECTS = frozenset({DENIED, *(modality.value for modality in Modality)})


@dataclass(frozen=True, slots=True)
class ScopeWords:
    """Lemmas (``auxiliaries``, ``negations``, ``reports`` and the adverbs: lower-case words) with their effects.

    An effect is a modality or ``denied``; a lemma may have both.
    """

    negations: frozenset[str]
    negative_quantifiers: frozenset[str]
    auxiliaries: dict[str, tuple[str, ...]]
    adverbs: dict[str, tuple[str, ...]]
    verbs: dict[str, tuple[str, ...]]
    clauses: dict[str, tuple[str, ...]]
    nouns: dict[str, tuple[str, ...]]
    adjectives: dict[str, tuple[str, ...]]
    attributes: dict[str, tuple[str, ...]]
    objects: dict[str, tuple[str, ...]]
    neg_raising: frozenset[str]
    factive: frozenset[str]
    transparent: frozenset[str]
    from_verbs: frozenset[str]
    conditions: frozenset[str]
    of_verbs: frozenset[str]
    subjunctive: frozenset[str]
    truths: frozenset[str]
    given_up: frozenset[str]
    disputed: frozenset[str]
    doubted: frozenset[str]
    reports: dict[str, tuple[str, ...]]
    untrue: frozenset[str]
    untrue_verbs: frozenset[str]
    approximators: dict[str, tuple[str, ...]]
    proving: frozenset[str]
    scarce: frozenset[str]
    grounds: frozenset[str]


@lru_cache(maxsize=1)
def load_scope_words() -> ScopeWords:
    """The ``scope`` of the cues.

    Raises:
        OntologyError: If an effect is unknown.
    """
    path = structured_path("cues")
    content = load_yaml(path)["scope"]

    def effects(name: str) -> dict[str, tuple[str, ...]]:
        result: dict[str, tuple[str, ...]] = {}
        for effect, words in content[name].items():
            if effect not in _EFFECTS:
                raise OntologyError(f"{path}: scope.{name}: unknown effect '{effect}'")
            for word in words:
                result[word] = (*result.get(word, ()), effect)
        return result

    def words(name: str) -> frozenset[str]:
        if not all(isinstance(word, str) for word in content[name]):
            raise OntologyError(
                f"{path}: scope.{name}: YAML reads an unquoted no, on or yes as true or false; quote it"
            )
        return frozenset(content[name])

    return ScopeWords(
        negations=words("negations"),
        negative_quantifiers=words("negative_quantifiers"),
        auxiliaries=effects("auxiliaries"),
        adverbs=effects("adverbs"),
        verbs=effects("verbs"),
        clauses=effects("clauses"),
        nouns=effects("nouns"),
        adjectives=effects("adjectives"),
        attributes=effects("attributes"),
        objects=effects("objects"),
        neg_raising=words("neg_raising"),
        factive=words("factive"),
        transparent=words("transparent"),
        from_verbs=words("from_verbs"),
        conditions=words("conditions"),
        of_verbs=words("of_verbs"),
        subjunctive=words("subjunctive"),
        truths=words("truths"),
        given_up=words("given_up"),
        disputed=words("disputed"),
        doubted=words("doubted"),
        reports=effects("reports"),
        untrue=words("untrue"),
        untrue_verbs=words("untrue_verbs"),
        approximators=effects("approximators"),
        proving=words("proving"),
        scarce=words("scarce"),
        grounds=words("grounds"),
    )
