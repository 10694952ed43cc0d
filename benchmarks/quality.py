"""Write our output for a benchmark's documents in its form, and print the scores where its scorer is given.

    python -m benchmarks.quality NAME GOLD_FILE --predictions OUT_FILE [--bench DIR]

Of the gold file only the ids and the texts are read (for KnowledgeNet, the text of the passages).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import importlib
import json
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from sociogram.extraction.document import extract_document, load_resources
from sociogram.model import Document
from sociogram.parse.parsed import ParsedDocument
from sociogram.parse.spacy_model import DEFAULT_MODEL, load_model, parse_documents, prepare
from sociogram.read import read_text

if TYPE_CHECKING:
    from spacy.language import Language

    from sociogram.extraction.document import Resources
    from sociogram.model import Extraction

TEXT_FIELDS = {"dwie": "content", "polnear": "text", "carb": "sentence", "knowledgenet": "text", "re3d": "text",
               "gum": "text", "plover": "text", "redocred": "content", "conll04": "content"}  # fmt: skip
SCORER_OF = {"redocred": "dwie", "conll04": "dwie"}
SCORER_OPTIONS = {"dwie": ("--types",)}


@dataclass(frozen=True)
class Text:
    """A document of a benchmark: its id and its text."""

    id: str
    text: str


def open_text(path: Path) -> IO[str]:
    """``path`` as UTF-8 text, unpacked where its name ends in ``.gz``."""
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def read_texts(name: str, path: Path) -> Iterator[Text]:
    """Ids and texts of the gold file, and nothing else of it."""
    with open_text(path) as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            record = json.loads(line)
            field = next(
                (field for field in (TEXT_FIELDS[name], "text", "sentence") if field in record), None
            )
            if field is None:
                sys.exit(f"{path}:{number}: no text; expected a field '{TEXT_FIELDS[name]}'")
            yield Text(str(record["id"]), record[field])


def whole_document(text: Text) -> Document:
    """One document over the whole text, with the blocks that the read stage finds."""
    parts = read_text(text.text, source=text.id, id=text.id)
    if not parts:
        return Document(id=text.id, source=text.id, text=text.text, start=0, end=len(text.text))
    blocks = tuple(block for part in parts for block in part.blocks)
    return replace(parts[0], id=text.id, start=0, end=len(text.text), blocks=blocks)


def parse_cached(documents: list[Document], model: str, folder: Path | None) -> Iterator[ParsedDocument]:
    """Parse ``documents``; with a ``folder``, parses are kept there by the hash of what was parsed.

    The cache is for a developer's repeated runs over the same texts; a score never needs it.
    """
    nlp = load_model(model)
    if folder is None:
        yield from parse_documents(documents, nlp)
        return
    folder.mkdir(parents=True, exist_ok=True)
    for document in documents:
        yield parse_one_cached(document, nlp, model, folder)


def parse_one_cached(document: Document, nlp: Language, model: str, folder: Path) -> ParsedDocument:
    """One parse from the cache, or made and kept."""
    from spacy.tokens import Doc

    whole = prepare(document, nlp)
    starts = ";".join(",".join(str(token.i) for token in part if token.is_sent_start) for part in whole.parts)
    key = hashlib.sha256(f"{model}\0{whole.view.text}\0{starts}".encode()).hexdigest()[:32]
    path = folder / f"{key}.spacy"
    if path.exists():
        doc = Doc(nlp.vocab).from_bytes(path.read_bytes())
        return ParsedDocument(document, whole.view, doc, whole.token_blocks)
    parsed = next(iter(parse_documents([document], nlp)))
    part = path.with_suffix(f".{os.getpid()}")
    part.write_bytes(parsed.doc.to_bytes(exclude=["tensor"]))
    part.replace(path)
    return parsed


def extractions(
    texts: list[Text], model: str, cache: Path | None, resources: Resources
) -> Iterator[Extraction]:
    """Our extraction of each text, in their order."""
    documents = [whole_document(text) for text in texts]
    for parsed in parse_cached(documents, model, cache):
        yield extract_document(parsed, resources)


def write_predictions(name: str, texts: list[Text], path: Path, model: str, cache: Path | None) -> None:
    """Extract every text and write it in the benchmark's form; each line is one document or tuple."""
    adapter: Any = importlib.import_module(f"benchmarks.adapters.{name}")
    resources = load_resources()
    with path.open("w", encoding="utf-8") as lines:
        for text, extraction in zip(texts, extractions(texts, model, cache, resources), strict=True):
            prediction = adapter.predict(extraction)
            if isinstance(prediction, dict):
                lines.write(json.dumps({"id": text.id, **prediction}, ensure_ascii=False) + "\n")
            else:
                lines.writelines(line + "\n" for line in prediction)


def score(name: str, gold: Path, predictions: Path, bench: Path, extra: tuple[str, ...]) -> int:
    """Run the benchmark's own scorer; its exit status."""
    scorer = SCORER_OF.get(name, name)
    command = [sys.executable, str(bench / "score.py"), scorer, str(gold), str(predictions), *extra]
    return subprocess.run([*command, *SCORER_OPTIONS.get(scorer, ())], check=False).returncode


def parse_arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("name", choices=sorted(TEXT_FIELDS))
    parser.add_argument("gold", type=Path)
    parser.add_argument("--predictions", type=Path, required=True, help="the file to write")
    parser.add_argument(
        "--bench", type=Path, default=os.environ.get("SOCIOGRAM_BENCH"), help="folder of score.py"
    )
    parser.add_argument("--model", default=DEFAULT_MODEL, help="an installed spaCy pipeline")
    parser.add_argument(
        "--limit", type=int, help="only the first so many documents (no score for the others)"
    )
    parser.add_argument("--cache", type=Path, help="keep parses in this folder, for repeated runs")
    return parser.parse_args()


def main() -> int:
    """Run the command line."""
    arguments = parse_arguments()
    warnings.filterwarnings("ignore", message=r".*W095.*")
    texts = list(read_texts(arguments.name, arguments.gold))[: arguments.limit]
    write_predictions(arguments.name, texts, arguments.predictions, arguments.model, arguments.cache)
    if not arguments.bench:
        print(f"{len(texts)} documents written to {arguments.predictions}; no --bench, so no scores")
        return 0
    extra = ("--allow-missing",) if arguments.limit else ()
    return score(arguments.name, arguments.gold, arguments.predictions, Path(arguments.bench), extra)


if __name__ == "__main__":
    sys.exit(main())
