"""The functions of the package, as the README shows them."""

from __future__ import annotations

import importlib

import pytest

import sociogram


def test_the_stages_of_extraction_do_not_hide_the_function_extract() -> None:
    module = importlib.import_module("sociogram.extraction.document")
    assert callable(sociogram.extract)
    assert module is importlib.import_module("sociogram.extraction").document


@pytest.mark.model
def test_extract_gives_claims_each_time_it_is_called() -> None:
    for _ in range(2):
        claims = list(sociogram.extract("Ann Lee did not sue Acme Corp."))
        assert [claim.polarity.value for claim in claims] == ["denied"]
