"""The cues of attribution, and what is refused in their file."""

from __future__ import annotations

import pytest

from sociogram.errors import OntologyError
from sociogram.knowledge import cues


def test_an_unknown_class_of_cues_is_refused() -> None:
    with pytest.raises(OntologyError, match="unknown class 'sing'"):
        cues._frames_by_lemma([{"class": "sing", "frames": ["clause"], "lemmas": ["hum"]}], "cues.yaml")


def test_an_unknown_frame_of_cues_is_refused() -> None:
    with pytest.raises(OntologyError, match="unknown frame 'loudly'"):
        cues._frames_by_lemma([{"class": "say", "frames": ["loudly"], "lemmas": ["hum"]}], "cues.yaml")
