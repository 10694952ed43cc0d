"""The records of what was not read: lines of ``unread.jsonl``, and the coverage of a line of ``documents.jsonl``."""

from __future__ import annotations

from typing import Any

from sociogram.extraction.reading import Coverage
from sociogram.graph.unread import UnreadReason, UnreadSentence

Record = dict[str, Any]


def unread_record(sentence: UnreadSentence) -> Record:
    """A line of ``unread.jsonl``."""
    return {
        "document": sentence.document,
        "start": sentence.start,
        "end": sentence.end,
        "text": sentence.text,
        "names": list(sentence.names),
        "claims": sentence.claims,
        "reasons": [
            {"stage": each.stage, "reason": each.reason, "count": each.count} for each in sentence.reasons
        ],
    }


def read_unread(record: Record) -> UnreadSentence:
    """The value of a line of ``unread.jsonl``."""
    return UnreadSentence(
        document=record["document"],
        start=record["start"],
        end=record["end"],
        text=record["text"],
        names=tuple(record["names"]),
        claims=record["claims"],
        reasons=tuple(UnreadReason(**each) for each in record["reasons"]),
    )


def coverage_record(coverage: Coverage | None) -> Record | None:
    """The coverage in a line of ``documents.jsonl``."""
    return None if coverage is None else {"sentences": coverage.sentences, "read": coverage.read}


def read_coverage(record: Record | None) -> Coverage | None:
    """The value of a document's coverage, which records of older cases do not have."""
    return None if record is None else Coverage(sentences=record["sentences"], read=record["read"])
