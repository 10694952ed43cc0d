"""The keys by which readings are kept."""

from __future__ import annotations

from sociogram.case import cache


def test_every_file_that_decides_what_a_reading_holds_is_in_its_key() -> None:
    package = cache._PACKAGE
    folders = [package / name for name in cache.RULES if (package / name).is_dir()]
    folders += [cache.ontology_folder(), cache.actor_lists_folder()]
    for folder in folders:
        files = {path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc"}
        left_out = sorted(path.name for path in files - set(cache._below(folder)))
        assert all(name in UNREAD for name in left_out), left_out


UNREAD = frozenset({"README.md", "context.jsonld", "shapes.ttl", "sociogram.ttl"})
"""For people, or made from the tables of the ontology, which are in the key."""
