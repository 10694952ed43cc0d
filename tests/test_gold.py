"""The sample documents against the claims written down for them by hand."""

from __future__ import annotations

import warnings

import pytest
from benchmarks.gold import DATA, compare, load_gold

# Measured by `python -m benchmarks.gold` and written down in docs/quality.md: a change may raise it.
LEAST_FOUND = 0.85


@pytest.fixture(scope="module")
def result() -> tuple[list[object], list[object], dict[str, int]]:
    from sociogram import build

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r".*W095.*")
        missed, wrong, counts = compare(build([DATA / "documents"]), load_gold())
    return list(missed), list(wrong), dict(counts)


@pytest.mark.model
def test_nothing_is_found_that_the_samples_do_not_say(
    result: tuple[list[object], list[object], dict[str, int]],
) -> None:
    assert [str(line) for line in result[1]] == []


@pytest.mark.model
def test_most_of_what_the_samples_say_is_found(
    result: tuple[list[object], list[object], dict[str, int]],
) -> None:
    missed, _, counts = result
    assert counts["found"] >= LEAST_FOUND * counts["positive"], [str(line) for line in missed]


def test_every_sample_source_of_the_gold_is_there() -> None:
    sources = {line.source for line in load_gold()}
    assert len(sources) >= 10
    assert sources <= {path.name for path in (DATA / "documents").iterdir()}


def test_the_gold_has_negatives() -> None:
    lines = load_gold()
    assert sum(line.absent for line in lines) >= 10
    assert sum(line.polarity == "denied" for line in lines) >= 8
