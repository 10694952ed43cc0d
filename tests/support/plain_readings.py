"""A reader for tests that needs no model: "Ann Lee funded Bob Ray." gives two persons and one relation.

"Ann Lee ignored Bob Ray." names two and gives none.

It stands in for parsing alone; files, offsets, the cache, identity, claims, store and writers are the real ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sociogram.extraction.reading import ChainReading, Reading, RelationReading, SentenceReading
from sociogram.extraction.reduce import _record
from sociogram.model import ActorMention, Document, Modality, Origin, Polarity, Skipped

SENTENCE = re.compile(
    r"(?P<subject>[A-Z]\w+ [A-Z]\w+) (?P<verb>funded|sued|met|did not fund|ignored) (?P<object>[A-Z]\w+ [A-Z]\w+)\."
)
RELATIONS = {"funded": "funded", "sued": "sued", "met": "met", "did not fund": "funded"}


def read_plainly(document: Document) -> Reading:
    """What ``document`` says in sentences of that form."""
    chains: dict[str, list[ActorMention]] = {}
    relations, sentences = [], []
    for found in SENTENCE.finditer(document.text, document.start, document.end):
        ends = []
        for role in ("subject", "object"):
            start, end = found.span(role)
            mention = ActorMention(
                document=document.id, start=start, end=end, text=found[role], pronoun=False
            )
            chains.setdefault(found[role], []).append(mention)
            ends.append(list(chains).index(found[role]))
        verb = found["verb"]
        text = "" if verb in RELATIONS else found.group()
        sentences.append(
            SentenceReading(
                start=found.start(), end=found.end(), text=text, chains=tuple(dict.fromkeys(ends))
            )
        )
        if verb not in RELATIONS:
            continue
        relations.append(
            RelationReading(
                subject=ends[0],
                object=ends[1],
                object_kind="Person",
                object_text=found["object"],
                subject_span=found.span("subject"),
                object_span=found.span("object"),
                trigger_span=found.span("verb"),
                relation=RELATIONS[verb],
                lemma=verb.split()[-1],
                trigger=verb,
                start=found.start(),
                end=found.end(),
                quote=found.group(),
                prefix=document.text[max(0, found.start() - 32) : found.start()],
                suffix=document.text[found.end() : found.end() + 32],
                polarity=Polarity.DENIED if "not" in verb else Polarity.AFFIRMED,
                modality=Modality.ASSERTED,
                asserters=(),
                time=None,
                amount=None,
                confidence=0.8,
                rule="plain@1",
                origin=Origin.GRAMMAR,
            )
        )
    skipped = () if relations else (Skipped(document=document.id, stage="extract", reason="says nothing"),)
    return Reading(
        document=_record(document),
        chains=tuple(
            ChainReading(
                index=index,
                name=name,
                kind="Person",
                form="named",
                number="singular",
                gender="unknown",
                known=None,
                role=None,
                demonym=False,
                names=((name, len(mentions)),),
                owner=None,
                owned="",
                mentions=tuple(mentions),
            )
            for index, (name, mentions) in enumerate(chains.items())
        ),
        relations=tuple(relations),
        skipped=skipped,
        sentences=tuple(sentences),
    )


parsed: list[str] = []
"""The ids of the documents that were read by ``iter_readings``, in that order."""


def iter_readings(documents: Iterable[Document], _options: Any, **_more: Any) -> Iterator[Reading]:
    """In the place of ``sociogram.pipeline.iter_readings``."""
    for document in documents:
        parsed.append(document.id)
        yield read_plainly(document)
