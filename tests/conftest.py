"""Fixtures that several test modules share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from sociogram.parse.spacy_model import load_model

if TYPE_CHECKING:
    from spacy.language import Language

# No test is timed: a busy machine is no fault of the code. Speed is measured by the programs in benchmarks/.
settings.register_profile("untimed", deadline=None, max_examples=60)
settings.load_profile("untimed")


MOST_WORKERS = 4
"""Each of them holds the model."""


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One more than there are processors: many tests wait for a browser, a server or a child that sleeps."""
    return min((os.cpu_count() or 1) + 1, MOST_WORKERS)


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The default pipeline, loaded once."""
    return load_model()
