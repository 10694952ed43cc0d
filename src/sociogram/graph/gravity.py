"""Which claims are grave, so that a person reads them first; nothing is changed or left out for it."""

from __future__ import annotations

from sociogram.knowledge.gravity import Topic, find_topic
from sociogram.model import Claim, LiteralObject


def gravity_of(claim: Claim) -> Topic | None:
    """What is grave about ``claim`` by its relation and its own words; the sentence around them does not count."""
    words = [claim.lemma, *(role.text for role in claim.roles)]
    if isinstance(claim.object, LiteralObject):
        words.insert(1, claim.object.value)
    money = claim.amount is not None and bool(claim.amount.currency)
    return find_topic(claim.relation, " ".join(words), sum_of_money=money)


def review_order(claim: Claim, topic: Topic) -> tuple[float, str]:
    """What grave claims are reviewed by: gravity × worth × confidence, the highest first."""
    return -topic.weight * claim.worth * claim.confidence, claim.id
