"""Chooses antecedents: a log-linear ranking of the candidates against beginning a new chain.

The model is that of Durrett and Klein 2013, "Easy victories and uphill battles in coreference
resolution", with a few dozen features for each sort of anaphor; the hard rules of
``candidates`` come first and no weight can overrule them. The weights were learnt by
``benchmarks/train_coreference.py`` from the news, interview and court documents of GUM, the Georgetown
University Multilayer corpus (Amir Zeldes and annotators, https://gucorpling.org/gum/, annotations CC BY
4.0, texts CC BY); their file carries that attribution.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sociogram.extraction.coreference.candidates import Antecedents
from sociogram.extraction.coreference.features import alone_features, pair_features, sort_of
from sociogram.extraction.coreference.focus import read_focus
from sociogram.extraction.coreference.own_clause import fronted

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sociogram.extraction.coreference.facts import Facts
    from sociogram.extraction.coreference.scene import Scene

WEIGHTS = "weights.json"


@cache
def load_weights() -> Mapping[str, Mapping[str, float]]:
    """The shipped weights of the features, by the sort of the anaphor.

    The sum of a candidate's weights is the logarithm of its likelihood, but for a constant.
    """
    text = files("sociogram.extraction.coreference").joinpath(WEIGHTS).read_text(encoding="utf-8")
    weights: dict[str, dict[str, float]] = json.loads(text)["weights"]
    return weights


def join_ranked(scene: Scene, choose: Callable[[Scene, Facts, str, list[Facts]], Facts | None]) -> None:
    """Join each anaphor to the antecedent that ``choose`` gives, from left to right."""
    antecedents = Antecedents(scene)
    for one in sorted(scene.facts, key=lambda one: _turn(scene, one)):
        sort = sort_of(one) if one.head >= 0 else None  # a label stands for its speaker alone
        joined = _is_joined(scene, one)
        told = one.mention.kind == "Person" or (one.head >= 0 and scene.tokens.dep[one.head] == "appos")
        if sort and not (joined and (one.mention.form == "pronoun" or told)):
            candidates = antecedents.candidates(one, sort)
            sure = antecedents.certain(one) if one.mention.form == "nominal" else None
            if sure is not None:
                scene.clusters.join(sure.index, one.index)
            elif candidates:
                best = choose(scene, one, sort, candidates)
                if best is not None:
                    scene.clusters.join(best.index, one.index)
            described = fronted(scene, one)
            if described is not None:
                scene.clusters.join(described.index, one.index)
        antecedents.add(one)


def _is_joined(scene: Scene, one: Facts) -> bool:
    """Whether rules have joined ``one`` to something before it; its own "I" in what it says names nobody."""
    if scene.clusters.find(one.index) >= one.index:
        return False
    before = (scene.facts[index].mention for index in scene.clusters.members(one.index) if index < one.index)
    return any(mention.form != "pronoun" or mention.person == 3 for mention in before)


def _turn(scene: Scene, one: Facts) -> tuple[int, bool, int]:
    """When a mention is resolved: by its head, so that "her" comes before "her mother".

    What stands in a quotation waits for its speaker, of whom a "he" in it does not tell; so does what "he said" in
    passing tells: "If she wins, *he said*, they will pay".
    """
    if one.index in scene.sources and one.mention.form == "pronoun" and _says_in_passing(scene, one):
        return scene.tokens.bounds(one.head)[0], False, one.head
    speaker = scene.speakers.get(scene.voices[one.index])
    head = one.head if speaker is None else scene.facts[speaker].head
    return max(one.head, head), head > one.head, one.head


def _says_in_passing(scene: Scene, one: Facts) -> bool:
    tokens = scene.tokens
    comma = one.head - 1
    return one.role == "subject" and comma > 0 and tokens.text[comma] == "," and not scene.voices[one.index]


def choose_antecedent(scene: Scene, one: Facts, sort: str, candidates: list[Facts]) -> Facts | None:
    """The candidate that the shipped weights prefer."""
    return choose_with(load_weights(), scene, one, sort, candidates)


def choose_with(
    weights: Mapping[str, Mapping[str, float]], scene: Scene, one: Facts, sort: str, candidates: list[Facts]
) -> Facts | None:
    """The candidate with the greatest weight, the nearest of equals; ``None`` where a new chain does."""
    own = weights[sort]
    if sort == "he" and _is_alone(scene, one, candidates):
        return candidates[0]
    best: Facts | None = None
    focus = read_focus(scene, one, candidates)
    best_weight = weigh(own, alone_features(scene, one))
    for rank, other in enumerate(candidates):
        weight = weigh(own, pair_features(scene, one, other, rank, focus))
        if weight > best_weight:
            best, best_weight = other, weight
    return best


def _is_alone(scene: Scene, one: Facts, candidates: list[Facts]) -> bool:
    """Whether only one may be meant at all, whom the sentence or the one before names: a "he" brings in nobody new."""
    near = candidates[0]
    if not any(other.mention.form == "named" and other.sentence >= one.sentence - 1 for other in candidates):
        return False
    return all(scene.clusters.same(other.index, near.index) for other in candidates)


def weigh(weights: Mapping[str, float], features: list[str]) -> float:
    """The sum of the weights of ``features``; unknown features weigh nothing."""
    return sum(weights.get(feature, 0.0) for feature in features)
