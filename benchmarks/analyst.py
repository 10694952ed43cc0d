"""What an analyst wants from documents of ours, and how much of it a case has.

    python -m benchmarks.analyst [CASE [GOLD]] [--list] [--invented]

Without ``CASE`` the documents are built in a temporary folder. ``GOLD`` (by default ``data/gold/analyst.jsonl``, of
twelve documents) was written by a reader who had the documents and no output of any program; its patterns were mended
once, by eye, where a right claim was missed or a wrong one hit. With ``--invented`` it is ``data/gold/invented.jsonl``,
of 68 texts of many kinds about invented people whose names no list has, written with their facts by readers who did not
know the program; nothing in it was mended. It has one JSON object a line, a *fact* or a *trap*:

- ``id``; ``doc``, the stem of the document's file; ``quote``, its words, for people;
- ``s``, ``p``, ``o``: regular expressions for subject, relation and object, in any case;
- ``class``: ``actor-actor``, ``actor-post``, ``actor-thing``, ``actor-work`` or ``says``;
- ``pol``: ``denied``, where the document denies it; ``mod``: ``asserted``, ``nonfactual``, or ``any``, which takes both
  polarities too; ``sym``: true where the ends may be turned round; ``by``: for who asserts it;
- ``forbidden``: true for a trap, which must not be claimed as a fact.

``s`` and ``o`` are looked for in the name and aliases of the actor or the literal at that end, and in its words in the
document; ``p`` in the relation's id, label and lemma, and in its words. A fact is found when one claim of its document
has all three, and polarity, modality and asserter as said. A trap is asserted when a claim has all three and its
polarity, and is asserted as a fact.

The words at the ends are read from the documents, at the places where the case says that they are. The rules of
matching are those by which foreign documents are scored elsewhere; a pattern can be too narrow or too wide, so
a doubtful hit is judged by eye.
"""

from __future__ import annotations

import argparse
import json
import re
import tempfile
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

DATA = Path(__file__).resolve().parents[1] / "data"
GOLD, INVENTED = DATA / "gold" / "analyst.jsonl", DATA / "gold" / "invented.jsonl"
CLASSES = ("actor-actor", "actor-post", "actor-thing", "actor-work", "says")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of the gold: a fact, or with ``forbidden`` a trap."""

    id: str
    document: str
    kind: str
    subject: re.Pattern[str]
    relation: re.Pattern[str]
    object: re.Pattern[str]
    asserter: re.Pattern[str] | None
    polarity: str
    modality: str
    symmetric: bool
    forbidden: bool
    quote: str

    def fits(self, row: Row) -> bool:
        """Whether ``row`` is this fact, or asserts this trap."""
        return self._says(row) and (self._is_trap(row) if self.forbidden else self._is_meant(row))

    def _says(self, row: Row) -> bool:
        """Whether the patterns are at the row's ends and in its relation."""
        return bool(self.relation.search(row.relation)) and (
            self._joins(row.subject, row.object) or (self.symmetric and self._joins(row.object, row.subject))
        )

    def _joins(self, subject: str, target: str) -> bool:
        return bool(self.subject.search(subject) and self.object.search(target))

    def _is_trap(self, row: Row) -> bool:
        return row.polarity == self.polarity and row.modality == "asserted"

    def _is_meant(self, row: Row) -> bool:
        """Whether the row has the fact's polarity, modality and asserter."""
        return (
            (self.modality == "any" or row.polarity == self.polarity)
            and (self.modality != "nonfactual" or row.modality != "asserted")
            and (self.modality != "asserted" or row.modality in ("asserted", "reported"))
            and (self.asserter is None or bool(self.asserter.search(row.asserters)))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One claim of a case as text to match: at each end the names and the words, and who asserts it."""

    subject: str
    relation: str
    object: str
    asserters: str
    polarity: str
    modality: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The facts that were found and missed, the traps that were asserted and not, and how many claims there are."""

    found: tuple[Fact, ...]
    missed: tuple[Fact, ...]
    asserted: tuple[Fact, ...]
    escaped: tuple[Fact, ...]
    claims: int

    @property
    def recall(self) -> float:
        """The share of the facts that were found."""
        return len(self.found) / max(1, len(self.found) + len(self.missed))


def read_lines(path: Path) -> list[Json]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def load_facts(path: Path = GOLD) -> list[Fact]:
    """The lines of the gold.

    Raises:
        re.error: If a pattern is no regular expression.
    """
    return [_fact(record) for record in read_lines(path)]


def _fact(record: Json) -> Fact:
    patterns = {
        key: re.compile(record[key], re.IGNORECASE) for key in ("s", "p", "o", "by") if record.get(key)
    }
    return Fact(
        id=record["id"],
        document=record["doc"],
        kind=record["class"],
        subject=patterns["s"],
        relation=patterns["p"],
        object=patterns["o"],
        asserter=patterns.get("by"),
        polarity=record.get("pol", "affirmed"),
        modality=record.get("mod", ""),
        symmetric=bool(record.get("sym")),
        forbidden=bool(record.get("forbidden")),
        quote=record.get("quote", ""),
    )


def case_rows(case: Path) -> dict[str, list[Row]]:
    """The claims of a case by the stem of their document's file."""
    names = {
        actor["id"]: " | ".join([actor["name"], *actor["aliases"]])
        for actor in read_lines(case / "actors.jsonl")
    }
    rows = defaultdict(list)
    for claim in read_lines(case / "claims.jsonl"):
        rows[Path(claim["evidence"]["source"]).stem].append(_row(claim, names))
    return rows


def _row(claim: Json, names: Mapping[str, str]) -> Row:
    return Row(
        subject=_end(claim, "subject", names),
        relation=" | ".join(
            str(claim["relation"].get(key) or "") for key in ("id", "label", "lemma", "text")
        ),
        object=_end(claim, "object", names),
        asserters=" | ".join(asserter["name"] for asserter in claim["asserters"]),
        polarity=claim["polarity"],
        modality=claim["modality"],
    )


def _end(claim: Json, key: str, names: Mapping[str, str]) -> str:
    """The names and the words of one end of a claim; a literal has its value for a name."""
    node, evidence = claim[key], claim["evidence"]
    words = _text(Path(evidence["source"]))[slice(*evidence[key])] if evidence.get(key) else ""
    return " | ".join([names.get(node.get("id"), ""), node.get("name") or node.get("value") or "", words])


@cache
def _text(path: Path) -> str:
    """The text of a document; none if it is not there any more."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def score(case: Path, facts: Sequence[Fact]) -> Score:
    """Compare a case with the facts and traps of its documents."""
    rows = case_rows(case)
    held = {fact.id: any(fact.fits(row) for row in rows.get(fact.document, ())) for fact in facts}

    def those(*, forbidden: bool, there: bool) -> tuple[Fact, ...]:
        return tuple(fact for fact in facts if fact.forbidden is forbidden and held[fact.id] is there)

    return Score(
        found=those(forbidden=False, there=True),
        missed=those(forbidden=False, there=False),
        asserted=those(forbidden=True, there=True),
        escaped=those(forbidden=True, there=False),
        claims=sum(map(len, rows.values())),
    )


def document_paths(facts: Iterable[Fact]) -> list[Path]:
    """The files of the documents of our own gold, of which some are samples, in the order of their names."""
    folders = DATA / "gold" / "documents", DATA / "gold" / "invented", DATA / "documents"
    return [
        next(
            (one for folder in folders if (one := folder / f"{stem}.txt").exists()),
            folders[-1] / f"{stem}.txt",
        )
        for stem in sorted({fact.document for fact in facts})
    ]


def build_documents(folder: Path, facts: Iterable[Fact], nlp: Language | None = None) -> Path:
    """Make the case of the gold's documents below ``folder``; its folder. ``nlp`` is the pipeline, if there is one."""
    from sociogram.case.grow import build_case

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*W095.*")
        build_case(document_paths(facts), folder / "case", nlp=nlp)
    return folder / "case"


def table(result: Score) -> Iterator[str]:
    """How many facts were found and traps asserted: of each class, of each document, of all."""
    for kind in CLASSES:
        yield f"{kind:<20} {_figures(result, kind=kind)}"
    for document in sorted({fact.document for fact in result.found + result.missed}):
        yield f"{document:<20} {_figures(result, document=document)}"
    names = " ".join(fact.id for fact in result.asserted)
    yield f"{'all':<20} {_figures(result)} {names}".rstrip()
    yield f"{100 * result.recall:.1f} % of the facts; {result.claims} claims"


def _figures(result: Score, *, kind: str = "", document: str = "") -> str:
    """How much was found and asserted, of one class or one document if there is one given, as words."""
    found, missed, asserted, escaped = (
        sum(kind in ("", fact.kind) and document in ("", fact.document) for fact in facts)
        for facts in (result.found, result.missed, result.asserted, result.escaped)
    )
    return f"{found:>4} of {found + missed:>4} facts; {asserted:>3} of {asserted + escaped:>3} traps asserted"


def listing(result: Score) -> Iterator[str]:
    """Every fact, found or missed, and the asserted traps, each with its words."""
    groups = {"found": result.found, "missed": result.missed, "ASSERTED": result.asserted}
    for word, facts in groups.items():
        for fact in facts:
            yield f"{word:<8} {fact.id} {fact.kind}: {fact.quote}"


def main() -> None:
    """Score a case, or one that is built of our own documents."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.analyst", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("case", nargs="?", type=Path, help="a case's folder; else ours is built")
    parser.add_argument("gold", nargs="?", type=Path, default=GOLD, help="facts and traps")
    parser.add_argument(
        "--invented", action="store_true", help="facts and traps of the texts about invented people"
    )
    parser.add_argument("--list", action="store_true", help="list every fact and the asserted traps")
    arguments = parser.parse_args()
    facts = load_facts(INVENTED if arguments.invented else arguments.gold)
    with tempfile.TemporaryDirectory() as folder:
        case = arguments.case or build_documents(Path(folder), facts)
        result = score(case, facts)
    for line in (*(listing(result) if arguments.list else ()), *table(result)):
        print(line)


if __name__ == "__main__":
    main()
