"""Measure polarity, modality, asserters, time and amount on our own sentences.

    python -m benchmarks.qualification [data/gold/qualify_own.jsonl] [--errors]

Each line has a sentence, the word that triggers a relation, and what should be read of it. The
relation is made by hand on that word, so that only the qualification is measured.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.mentions.find import find_mentions
from sociogram.extraction.qualification.qualify import qualify
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Block, BlockKind, Document, Mention, RelationMention
from sociogram.parse.spacy_model import load_model, parse_documents

if TYPE_CHECKING:
    from spacy.language import Language

FIELDS = ("polarity", "modality", "asserters", "time", "amount")
GOLD = Path(__file__).parents[1] / "data" / "gold" / "qualify_own.jsonl"


def read_gold(path: Path) -> list[dict[str, Any]]:
    """The lines of the gold file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def make_document(number: int, row: dict[str, Any]) -> Document:
    """A document of one sentence."""
    text = row["text"]
    return Document(
        id=f"s{number}",
        source=f"s{number}",
        text=text,
        start=0,
        end=len(text),
        published=row["published"],
        blocks=(Block(kind=BlockKind.PROSE, start=0, end=len(text)),),
    )


def nth(text: str, words: str, occurrence: int) -> int:
    """Where ``words`` stand in ``text`` for the ``occurrence``-th time."""
    position = -1
    for _ in range(occurrence):
        position = text.index(words, position + 1)
    return position


def find_end(mentions: Sequence[Mention], words: str | None, trigger: int) -> int:
    """The mention that ends in ``words``, else the first that does not hold the trigger."""
    apart = [mention for mention in mentions if not mention.start <= trigger < mention.end]
    found = (mention.index for mention in apart if words is None or mention.text.endswith(words))
    return next(found, 0)


def readings(rows: list[dict[str, Any]], nlp: Language) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each line with what is read of it."""
    lists = load_actor_lists()
    documents = [make_document(number, row) for number, row in enumerate(rows)]
    for row, parsed in zip(rows, parse_documents(documents, nlp), strict=True):
        mentions = find_mentions(parsed, lists)
        start = nth(row["text"], row["trigger"], row.get("occurrence", 1))
        relation = RelationMention(
            subject=find_end(mentions, row["subject"], start),
            relation="relatedTo",
            object=find_end(mentions, row["object"], start) if row["object"] else None,
            lemma=next(token.lemma_ for token in parsed.doc if token.idx + len(token) > start),
            trigger=(start, start + len(row["trigger"])),
            sentence=(0, len(row["text"])),
            rule="own@1",
        )
        found = qualify(parsed, [relation], mentions, find_attributions(parsed, mentions))[0]
        yield row, as_row(found, mentions)


def as_row(relation: RelationMention, mentions: Sequence[Mention]) -> dict[str, Any]:
    """The fields of a relation as the gold file has them."""
    time, amount = relation.time, relation.amount
    return {
        "polarity": str(relation.polarity),
        "modality": str(relation.modality),
        "asserters": [mentions[index].text for index in relation.asserters],
        "time": {"start": time.start, "end": time.end} if time else None,
        "amount": {"value": amount.value, "currency": amount.currency, "qualifier": amount.qualifier}
        if amount
        else None,
    }


def score(pairs: Sequence[tuple[dict[str, Any], dict[str, Any]]]) -> dict[str, tuple[int, int]]:
    """Right and all readings, by field."""
    right = Counter(field for gold, found in pairs for field in FIELDS if gold[field] == found[field])
    return {field: (right[field], len(pairs)) for field in FIELDS}


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.qualification", description=__doc__)
    parser.add_argument("gold", type=Path, nargs="?", default=GOLD)
    parser.add_argument("--errors", action="store_true", help="print each wrong reading")
    arguments = parser.parse_args()
    pairs = list(readings(read_gold(arguments.gold), load_model()))
    if arguments.errors:
        for gold, found in pairs:
            for field in FIELDS:
                if gold[field] != found[field]:
                    print(
                        f"{field}: {gold['text']} [{gold['trigger']}] gold {gold[field]}, read {found[field]}"
                    )
    for field, (right, total) in score(pairs).items():
        print(f"{field:10} {right:4} of {total} ({100 * right / total:.1f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
