"""Where the ontology and the lists of actors lie: inside an installed wheel, or in the checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parents[1]


def ontology_folder() -> Path:
    """The folder with ``classes``, ``relations``, ``lexicon`` and ``vocabulary``."""
    installed = _PACKAGE / "_ontology"
    return installed if installed.is_dir() else _CHECKOUT / "ontology"


def actor_lists_folder() -> Path:
    """The folder with the CSV lists of well-known actors."""
    installed = _PACKAGE / "_data" / "actors"
    return installed if installed.is_dir() else _CHECKOUT / "data" / "actors"
