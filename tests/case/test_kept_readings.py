"""What a case keeps of documents is decoded as it is asked for: identity gets the part that it needs."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from sociogram.case import cache, generations
from sociogram.case.database import Database
from sociogram.case.kept_readings import Bound, iter_kept
from sociogram.case.kept_told import KeptTold
from sociogram.errors import QueryError
from sociogram.extraction.reading import Reading
from sociogram.graph.assemble import join_readings, make_graph
from sociogram.model import Skipped
from sociogram.resolve import resolve_actors
from sociogram.write.rdf.trig import TrigWriter
from support.made_readings import Paper, Resources, make_lists
from support.sample_graphs import hostile_graph, hostile_papers, sample_graph, sample_papers


def keep(case: Path, *readings: Reading) -> tuple[Database, list[Bound]]:
    database = Database(case, write=True)
    with database.transaction():
        database.put("readings", {one.document.id: cache.encode(one) for one in readings})
    bound = [bind(one.document.id, one.document.id, one.document.source) for one in readings]
    return database, bound


def bind(key: str, id: str, source: str) -> Bound:  # noqa: A002
    return Bound(id=id, source=source, key=key, text="", place="", suffix="")


def test_identity_over_outlines_is_that_over_readings(tmp_path: Path) -> None:
    readings = [paper.reading() for paper in sample_papers()]
    database, bound = keep(tmp_path, *readings)
    outlines = [one.outline() for one in iter_kept(database, bound)]
    assert resolve_actors(outlines, make_lists()) == resolve_actors(readings, make_lists())
    assert join_readings(iter_kept(database, bound), (), Resources()) == make_graph(readings, (), Resources())


def test_a_reading_can_be_had_again_under_another_name(tmp_path: Path) -> None:
    reading = sample_papers()[0].reading()
    noted = dataclasses.replace(
        reading, skipped=(Skipped(document=reading.document.id, stage="claims", reason="none"),)
    )
    database, _ = keep(tmp_path, noted)
    bound = [bind(reading.document.id, "moved", "moved.txt")]
    (kept,) = iter_kept(database, bound)
    assert (kept.document.id, kept.document.source) == ("moved", "moved.txt")
    assert kept.outline() == kept.outline(), "the second is decoded anew"
    assert kept.load().document == kept.document
    graph = join_readings([kept], (), Resources())
    assert {mention.document for actor in graph.actors for mention in actor.mentions} == {"moved"}
    assert {claim.evidence.document for claim in graph.claims} == {"moved"}
    assert {skip.document for skip in graph.skipped} == {"moved"}


@pytest.mark.parametrize("papers", [sample_papers, hostile_papers])
def test_what_documents_tell_is_kept_as_it_is(papers: Callable[[], list[Paper]], tmp_path: Path) -> None:
    database, bound = keep(tmp_path, *(paper.reading() for paper in papers()))
    keeper = KeptTold(database)
    first = join_readings(iter_kept(database, bound), (), Resources(), keeper=keeper)
    keeper.flush()
    assert database.get_keys("told", keeper.used) == keeper.used
    assert len(keeper.used) == len(bound)
    given = list(iter_kept(database, bound))
    for each in given:
        database.forget("readings", [each.key])
    assert join_readings(given, (), Resources(), keeper=KeptTold(database)) == first
    assert first == make_graph([paper.reading() for paper in papers()], (), Resources())


def test_of_a_smaller_graph_other_keys_are_used(tmp_path: Path) -> None:
    database, bound = keep(tmp_path, *(paper.reading() for paper in sample_papers()))
    keeper = KeptTold(database)
    join_readings(iter_kept(database, bound), (), Resources(), keeper=keeper)
    join_readings(iter_kept(database, bound[:1]), (), Resources(), keeper=keeper)
    assert len(keeper.used) == 1


def test_what_is_not_kept_any_more_is_told(tmp_path: Path) -> None:
    database, bound = keep(tmp_path, sample_papers()[0].reading())
    with pytest.raises(QueryError, match=r"gone\.txt: what it gave is not in the case"):
        list(iter_kept(database, [*bound, bind("gone", "gone", "gone.txt")]))


@pytest.mark.parametrize("at_once", [1, 7, 100_000])
def test_a_store_that_is_loaded_in_pieces_holds_all(
    at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, graph in (("sample", sample_graph()), ("hostile", hostile_graph())):
        monkeypatch.setattr(generations, "_LOADED_AT_ONCE", at_once)
        trig = tmp_path / f"{name}.trig"
        TrigWriter().write(graph, trig)
        generations.load_all(tmp_path / name, trig, ())
        assert set(ox.Store.read_only(str(tmp_path / name))) == set(graph.quads())
