"""The weights of coreference as they are shipped."""

from __future__ import annotations

import json

from sociogram.extraction.coreference.ranker import WEIGHTS, load_weights
from support.places import ROOT

FOLDER = ROOT / "src" / "sociogram" / "extraction" / "coreference"


def test_every_sort_of_anaphor_has_weights_and_all_are_numbers() -> None:
    weights = load_weights()
    assert set(weights) == {"he", "they", "it", "this", "the", "dem", "poss", "bare"}
    assert all(isinstance(weight, float) for values in weights.values() for weight in values.values())


def test_the_file_names_its_origin_and_is_sorted_so_that_it_can_be_compared_line_by_line() -> None:
    text = (FOLDER / WEIGHTS).read_text(encoding="utf-8")
    content = json.loads(text)
    assert "GUM" in content["about"]
    assert "CC BY 4.0" in content["about"]
    assert text == json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert text.count("\n") > sum(map(len, load_weights().values()))
