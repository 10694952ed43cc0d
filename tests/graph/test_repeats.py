"""A message that mails quote is read once."""

from __future__ import annotations

import dataclasses

from sociogram.extraction.reading import Reading
from sociogram.graph.repeats import leave_out_repeats
from support.made_readings import Paper


def mail(name: str, *passages: str, quoted: bool = False) -> Reading:
    reading = Paper(name).reading()
    return dataclasses.replace(
        reading, document=dataclasses.replace(reading.document, passages=passages, quoted=quoted)
    )


def ids(*readings: Reading) -> list[str]:
    return [reading.document.id for reading in leave_out_repeats(readings)[0]]


def test_the_message_that_came_itself_is_kept_and_the_rest_is_told() -> None:
    readings = (mail("a.2", "x", quoted=True), mail("b", "x", "y"), mail("c.2", "x", quoted=True))
    kept, skipped = leave_out_repeats(readings)
    assert [reading.document.id for reading in kept] == ["b"]
    assert [(skip.document, skip.stage) for skip in skipped] == [("a.2", "graph"), ("c.2", "graph")]
    assert skipped[0].reason.endswith("in b")


def test_of_quotations_alone_the_longest_then_the_first_is_kept() -> None:
    short = mail("a.2", "x", quoted=True)
    whole, again = (mail(name, "x", "y", quoted=True) for name in ("b.2", "c.2"))
    assert ids(short, whole, again) == ["b.2"]


def test_what_says_more_is_kept() -> None:
    assert ids(mail("a", "x"), mail("b.2", "x", "z", quoted=True), mail("c.2", quoted=True)) == [
        "a",
        "b.2",
        "c.2",
    ]


def test_two_mails_of_the_same_words_are_both_kept() -> None:
    assert ids(mail("a", "x"), mail("b", "x")) == ["a", "b"]
