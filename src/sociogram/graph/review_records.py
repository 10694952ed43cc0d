"""How records say who confirmed a claim, and what is grave about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sociogram.graph.gravity import gravity_of
from sociogram.model import Claim, Review


def review_record(review: Review | None) -> dict[str, Any] | None:
    """Who confirmed a claim; nothing where nobody has reviewed it."""
    if review is None:
        return None
    return {
        "state": "right",
        "who": review.who,
        "when": review.when,
        "note": review.note,
        "against": list(review.against),
    }


def read_review(record: Mapping[str, Any] | None) -> Review | None:
    """The review in a record; claims of older versions have none."""
    if record is None:
        return None
    return Review(
        who=record["who"], when=record["when"], note=record["note"], against=tuple(record["against"])
    )


def gravity_record(claim: Claim) -> dict[str, Any] | None:
    """What is grave about a claim; it follows from its words, and is not read back."""
    topic = gravity_of(claim)
    return None if topic is None else {"topic": topic.id, "weight": topic.weight}
