"""Find the judged claims again in what the program reads today, and write their marks beside them.

    SOCIOGRAM_BENCH=FOLDER python -m benchmarks.judged_marks

FOLDER holds the benchmarks' data; the texts are read there, and of them only numbers are written. Each row of
``data/gold/judged_claims.jsonl`` whose claim is still read – same words, relation, lemma, polarity and modality, and
only one such – gets ``now``: its rule, confidence before calibration, the subject's form and the marks of
``extraction.marks``. The others lose it: nobody judged what is read there now. ``free`` says of each row whether its
text may be trained on (``FREE``).
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

import sociogram.extraction.document as reading
from benchmarks.calibrate import JUDGED
from sociogram.extraction.calibrate import form_of
from sociogram.extraction.marks import Marks
from sociogram.model import Chain, Mention, RelationMention
from sociogram.parse.parsed import ParsedDocument
from sociogram.parse.spacy_model import DEFAULT_MODEL, load_model, parse_documents
from sociogram.read import read_text

Row = dict[str, Any]
FREE = ("gum-news-", "gum-interview-", "gum-court-", "kn-")
"""Documents whose text may be trained on, beside re3d's from CENTCOM."""
JOINED = {5: " ", 26: "\n\n", 27: "\n\n"}
"""What stood between the passages of a KnowledgeNet document in a round, where not a line break."""
AS_THEY_ARE, TITLED = 30, (26, 27)
"""The first round in which such documents were read as they are, and those in which re3d's were with their titles."""


class Texts:
    """The texts of the benchmarks, as the rounds had them."""

    def __init__(self, folder: Path) -> None:
        self._records: dict[str, Row] = {}
        for path in (
            "gum/dev",
            "gum/train",
            "re3d/dev",
            *(f"knowledgenet/fold{number}" for number in (1, 2, 3)),
        ):
            family = {"gum": "", "re3d": "re3d-"}.get(path.partition("/")[0], "kn-")
            for line in (folder / "data" / f"{path}.jsonl").read_text(encoding="utf-8").splitlines():
                record = json.loads(line)
                name = record["id"] if family else record["id"].lower().replace("_", "-")
                self._records[family + name] = record

    def name(self, document: str) -> str:
        """The full name of a document, of which a round may have kept the beginning alone."""
        return next(
            each for each in self._records if each == document or each.lower().startswith(document.lower())
        )

    def is_free(self, document: str) -> bool:
        """Whether its text may be trained on."""
        name = self.name(document)
        return name.startswith(FREE) or self._records[name].get("source") == "CENTCOM"

    def of(self, row: Row) -> tuple[str, str]:
        """The id and the text of the document that ``row`` was judged in."""
        name, number = self.name(row["document"]), row["round"]
        record = self._records[name]
        if name.startswith("kn-") and number < AS_THEY_ARE:
            parts = [record["text"][slice(*each["span"])] for each in record["passages"]]
            return f"{name}@{number}", JOINED.get(number, "\n").join(parts)
        if name.startswith("re3d-") and number in TITLED:
            return f"{name}@titled", f"{record['title']}\n\n{record['text']}"
        return name, record["text"]


def iter_read(texts: Mapping[str, str]) -> Iterator[tuple[str, list[tuple[RelationMention, Row]]]]:
    """Each document's id, and its relations before calibration with what is written of them."""
    resources, held = reading.load_resources(), []

    def hold(
        parsed: ParsedDocument,
        relations: Sequence[RelationMention],
        mentions: Sequence[Mention],
        chains: Sequence[Chain],
    ) -> Iterator[RelationMention]:
        marks = Marks(parsed, mentions, chains)
        for one in relations:
            written = {
                "rule": one.rule,
                "confidence": round(one.confidence, 4),
                "subject": form_of(mentions[one.subject]),
                "marks": marks.of(one),
            }
            held.append((one, written))
        return iter(relations)

    documents = (
        document for name, text in sorted(texts.items()) for document in read_text(text, source=name, id=name)
    )
    with patch.object(reading, "calibrate", hold):
        for parsed in parse_documents(documents, load_model(DEFAULT_MODEL)):
            held.clear()
            reading.extract_document(parsed, resources)
            yield parsed.document.source, list(held)


def find(row: Row, relations: Sequence[tuple[RelationMention, Row]]) -> Row | None:
    """What is written of the one relation that ``row`` judged, if it is still read."""
    alike = [
        (one, written)
        for one, written in relations
        if (*one.sentence, one.relation, one.lemma, one.polarity, one.modality)
        == tuple(row[key] for key in ("start", "end", "relation", "lemma", "polarity", "modality"))
    ]
    for key in ("rule", "subject", "confidence"):
        alike = [each for each in alike if each[1][key] == row.get(key)] or alike
    return alike[0][1] if len(alike) == 1 else None


def main() -> None:
    """Write the file anew."""
    folder = os.environ.get("SOCIOGRAM_BENCH")
    if not folder:
        sys.exit("SOCIOGRAM_BENCH is not set; give the folder of the benchmarks' data")
    texts = Texts(Path(folder))
    rows = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    places = [texts.of(row) for row in rows]
    read = defaultdict(list, iter_read(dict(places)))
    for row, (name, _) in zip(rows, places, strict=True):
        row.pop("now", None)
        row["free"] = texts.is_free(row["document"])
        now = find(row, read[name])
        if now is not None:
            row["now"] = now
    JUDGED.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    print(f"{JUDGED}: {sum('now' in row for row in rows)} of {len(rows)} claims are still read")


if __name__ == "__main__":
    main()
