"""The vocabulary of attribution, read from ``ontology/vocabulary/structured/cues.yaml``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sociogram.errors import OntologyError
from sociogram.knowledge.entries import load_yaml
from sociogram.knowledge.vocabulary import structured_path

CLASSES = frozenset(
    {"say", "think", "claim", "deny", "promise", "predict", "demand", "hope", "attitude", "show"}
)
FRAMES = frozenset(
    {"clause", "quote", "inf", "object", "small", "as", "to", "order", "told", "gerund", "accuse"}
)  # and prep:X

ACCORDING = "according to"
"""The cue of an attribution that has no verb: "according to Doe, the bank failed"."""

TOPIC = "topic"
"""The cue of "asked about his marriage", "was told of the sale": what it is about is taken for granted."""


@dataclass(frozen=True, slots=True)
class Cues:
    """Which words attribute, in which frames, and of what class; frames map to classes by lemma."""

    verbs: dict[str, dict[str, str]]
    nouns: dict[str, dict[str, str]]
    adjectives: dict[str, dict[str, str]]
    not_cues: frozenset[str]
    raising: frozenset[str]
    passive_raising: frozenset[str]
    adverbs: dict[str, str]
    adverbs_of_attribution: frozenset[str]
    self_speech: frozenset[str]
    documents: frozenset[str]
    occasions: frozenset[str]
    turns: frozenset[str]
    leads: frozenset[str]
    confirming: frozenset[str]
    utterances: frozenset[str]
    issuing: frozenset[str]


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """The cues of the ontology folder.

    Raises:
        OntologyError: If a class or a frame is unknown.
    """
    path = structured_path("cues")
    content = load_yaml(path)
    return Cues(
        verbs=_frames_by_lemma(content["verbs"], str(path)),
        nouns=_frames_by_lemma(content["nouns"], str(path)),
        adjectives=_frames_by_lemma(content["adjectives"], str(path)),
        not_cues=frozenset(content["not_cues"]),
        raising=frozenset(content["raising"]),
        passive_raising=frozenset(content["passive_raising"]),
        adverbs={word: modality for modality, words in content["adverbs"].items() for word in words},
        adverbs_of_attribution=frozenset(content["adverbs_of_attribution"]),
        self_speech=frozenset(content["self_speech"]),
        documents=frozenset(content["documents"]),
        occasions=frozenset(content["occasions"]),
        turns=frozenset(content["turns"]),
        leads=frozenset(content["leads"]),
        confirming=frozenset(content["confirming"]),
        utterances=frozenset(content["utterances"]),
        issuing=frozenset(content["issuing"]),
    )


def _frames_by_lemma(entries: list[dict[str, Any]], path: str) -> dict[str, dict[str, str]]:
    """``lemma → frame → class``; the first entry that names a frame decides its class."""
    result: dict[str, dict[str, str]] = {}
    for entry in entries:
        name = entry["class"]
        if name not in CLASSES:
            raise OntologyError(
                f"{path}: unknown class '{name}'; the classes are {', '.join(sorted(CLASSES))}"
            )
        for frame in entry["frames"]:
            if frame not in FRAMES and not frame.startswith("prep:"):
                raise OntologyError(f"{path}: unknown frame '{frame}' of class '{name}'")
            for lemma in entry["lemmas"]:
                result.setdefault(lemma, {}).setdefault(frame, name)
    return result
