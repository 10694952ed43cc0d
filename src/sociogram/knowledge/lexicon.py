"""The lexicon: what verbs, nouns and adjectives say about actors, one YAML entry a sense.

``docs/lexicon.md`` describes the entries. What a frame's roles mean for a parse (passives,
conjunctions, control) is the business of the extractors; here the words are only loaded and checked.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from sociogram.knowledge.entries import Entry, iter_entries
from sociogram.knowledge.folders import ontology_folder
from sociogram.knowledge.lexicon_checks import NO_EVENT, check_frame, check_kinds, check_sense, read_examples
from sociogram.knowledge.ontology import Ontology, load_ontology
from sociogram.model import Modality, Polarity

Form = Literal["verb", "noun", "adjective"]
FORMS: tuple[Form, ...] = ("verb", "noun", "adjective")
VERSION = 1
"""Ends the rule names (``fund.active@1``); it rises when an entry's meaning changes."""
_RULE_WORD = {"verb": "active", "noun": "nominal", "adjective": "adjective"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Some lemmas of one form, and where the roles of the relation stand around them.

    ``subject`` and ``object`` are alternatives in order of preference; roles are those of the
    active voice. ``needs`` maps a role to the lemmas (or ``$KIND``) of which one must fill it.
    No role of ``without`` may be filled. ``rule`` names the frame in evidence.
    """

    form: Form
    lemmas: tuple[str, ...]
    subject: tuple[str, ...]
    object: tuple[str, ...]
    needs: Mapping[str, tuple[str, ...]]
    rule: str
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence and what must come of it, or for a negative one must not.

    ``claim`` is (subject, relation, object); in a negative example subject and object may be
    ``None``, which forbids the relation altogether.
    """

    text: str
    subject: str | None
    relation: str
    object: str | None
    polarity: Polarity | None = None
    modality: Modality | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One meaning. ``subject_kinds`` and ``object_kinds`` hold every kind that may stand there."""

    id: str
    relation: str
    frames: tuple[Frame, ...]
    subject_kinds: frozenset[str]
    object_kinds: frozenset[str]
    modality: Modality | None
    polarity: Polarity | None
    plover: str | None
    """The PLOVER code: the sense's own, else its relation's; ``None`` where it is no event of theirs."""
    positive: tuple[Example, ...]
    negative: tuple[Example, ...]
    where: str

    def admits(self, subject_kind: str, object_kind: str) -> bool:
        """Whether both kinds fit this sense."""
        return subject_kind in self.subject_kinds and object_kind in self.object_kinds


SensesOfLemma = Mapping[str, tuple[tuple[Sense, Frame], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All senses in the order of the files, and their frames by lemma ("cut off" with its particle).

    For one lemma the frames that need more words (``with``) come first, then those with a
    preposition, then the plain ones.
    """

    senses: tuple[Sense, ...]
    by_id: Mapping[str, Sense] = field(default_factory=dict, repr=False)
    verb_frames: SensesOfLemma = field(repr=False)
    noun_frames: SensesOfLemma = field(repr=False)
    adjective_frames: SensesOfLemma = field(repr=False)

    def sense_of_rule(self, rule: str) -> Sense | None:
        """The sense that a rule name such as ``fund.active@1`` belongs to, if it is of the lexicon."""
        return self.by_id.get(rule.split(".", 1)[0])


@functools.cache
def _load(folder: Path) -> Lexicon:
    return read_lexicon(folder, load_ontology())


def load_lexicon(ontology: Ontology | None = None, folder: Path | None = None) -> Lexicon:
    """The lexicon of ``folder``, or the one of the package; read once with the package's ontology.

    Raises:
        OntologyError: If an entry is wrong; the message gives ``file:line`` and the fix.
    """
    folder = folder or ontology_folder() / "lexicon"
    if ontology is None or ontology is load_ontology():
        return _load(folder)
    return read_lexicon(folder, ontology)


def read_lexicon(folder: Path, ontology: Ontology) -> Lexicon:
    """The lexicon of ``folder`` under ``ontology``, read anew."""
    senses: dict[str, Sense] = {}
    for entry in iter_entries(folder):
        sense = _make_sense(entry, ontology)
        if sense.id in senses:
            raise entry.error(f"sense `{sense.id}` stands already at {senses[sense.id].where}; rename one")
        senses[sense.id] = sense
    ordered = tuple(senses.values())
    return Lexicon(
        senses=ordered,
        by_id=MappingProxyType(senses),
        verb_frames=_by_lemma(ordered, "verb"),
        noun_frames=_by_lemma(ordered, "noun"),
        adjective_frames=_by_lemma(ordered, "adjective"),
    )


def _make_sense(entry: Entry, ontology: Ontology) -> Sense:
    check_sense(entry, ontology)
    name, relation = entry.text("id"), ontology.relation(entry.text("relation"))
    subject_kinds = check_kinds(entry, "subject_kinds", relation.subject_kinds, ontology)
    object_kinds = check_kinds(entry, "object_kinds", relation.object_kinds, ontology)
    modality, polarity, plover = entry.text("modality"), entry.text("polarity"), entry.text("plover")
    return Sense(
        id=name,
        relation=relation.id,
        frames=_make_frames(entry, name, ontology),
        subject_kinds=subject_kinds,
        object_kinds=object_kinds,
        modality=Modality(modality) if modality else None,
        polarity=Polarity(polarity) if polarity else None,
        plover=None if plover == NO_EVENT else plover or relation.plover,
        positive=tuple(Example(**one) for one in read_examples(entry, "positive", ontology)),
        negative=tuple(Example(**one) for one in read_examples(entry, "negative", ontology)),
        where=entry.where,
    )


def _make_frames(entry: Entry, name: str, ontology: Ontology) -> tuple[Frame, ...]:
    counts = dict.fromkeys(FORMS, 0)
    frames: list[Frame] = []
    for values in entry.values["frames"]:
        parts = check_frame(entry, values, ontology)
        form: Form = parts.form
        counts[form] += 1
        number = "" if counts[form] == 1 else str(counts[form])
        frames.append(
            Frame(
                form=form,
                lemmas=parts.lemmas,
                subject=parts.subject,
                object=parts.object,
                needs=MappingProxyType(parts.needs),
                without=parts.without,
                rule=f"{name}.{_RULE_WORD[form]}{number}@{VERSION}",
            )
        )
    return tuple(frames)


def _by_lemma(senses: tuple[Sense, ...], form: Form) -> SensesOfLemma:
    found: dict[str, list[tuple[Sense, Frame]]] = {}
    for sense in senses:
        for frame in sense.frames:
            if frame.form == form:
                for lemma in frame.lemmas:
                    found.setdefault(lemma, []).append((sense, frame))
    # The sort is stable, so frames of one rank stay in the order of the files.
    return MappingProxyType({lemma: tuple(sorted(pairs, key=_rank)) for lemma, pairs in found.items()})


def _rank(pair: tuple[Sense, Frame]) -> int:
    frame = pair[1]
    if frame.needs:
        return 0
    return 1 if any(role.startswith("prep:") for role in (*frame.subject, *frame.object)) else 2
