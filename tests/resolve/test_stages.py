"""The stages of identity: no document is held, and where names are put aside changes nothing."""

from __future__ import annotations

import io
import tracemalloc
import weakref
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociogram.extraction.reading import ChainReading, DocumentRecord, Reading, RelationReading
from sociogram.resolve import Resolution, link, resolve_actors, spool
from sociogram.resolve.by_chain import ByChain, ChainPlaces
from sociogram.resolve.spool import Spool
from support.made_readings import Paper, make_lists, person_papers
from support.resolving import resolve_readings
from support.sample_graphs import hostile_papers, sample_papers

LISTS = make_lists()


@dataclass(frozen=True)
class Held:
    """An outline to which a weak reference can point."""

    document: DocumentRecord
    chains: Sequence[ChainReading]
    relations: Sequence[RelationReading]


class Made(Sequence[Any]):
    """Outlines that are made whenever they are asked for; ``most`` is how many were there at once."""

    def __init__(self, count: int, make: Callable[[int], Reading]) -> None:
        self._count, self._make = count, make
        self._there: list[weakref.ref[Held]] = []
        self.most = 0

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, place: Any) -> Any:
        if place >= self._count:
            raise IndexError(place)
        self._there = [each for each in self._there if each() is not None]
        reading = self._make(place)
        held = Held(reading.document, reading.chains, reading.relations)
        self._there.append(weakref.ref(held))
        self.most = max(self.most, len(self._there))
        return held


def paper(number: int) -> Reading:
    made = Paper(f"d{number:05}")
    for name in ("Ann Varga", "Varga", "Bela Roe", "Union of River States", "URS"):
        made.chain(name, "Organization" if "U" in name else "Person", count=1 + number % 3)
    made.says(made.chain("wife", form="nominal", owner=0, owned="wife"), "met", 2)
    return made.reading()


def test_no_document_is_held_while_the_next_is_looked_at() -> None:
    made = Made(40, paper)
    resolution = resolve_actors(made, LISTS)
    assert resolution.actor_of["d00039", 1] == "ann-varga"
    assert made.most <= 2, "a loop has the last one until it has the next"


def test_memory_follows_the_names_and_not_the_documents() -> None:
    def peak(count: int) -> int:
        tracemalloc.start()
        try:
            resolve_actors(Made(count, paper), LISTS)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(20)
    few, many = peak(100), peak(1100)
    assert many - few < 1000 * 600, "bytes for each document more, of the same names"


def test_documents_in_another_order_than_that_of_their_ids_are_refused() -> None:
    readings = person_papers("Ann Lee", "Bob Ray")
    with pytest.raises(ValueError, match="d0: comes behind d1; documents must be sorted"):
        resolve_actors(readings[::-1], LISTS)
    with pytest.raises(ValueError, match="d0: comes behind d0"):
        resolve_actors([readings[0], readings[0]], LISTS)


@pytest.mark.parametrize("papers", [sample_papers, hostile_papers])
@pytest.mark.parametrize("at_once", [1, 200])
def test_where_the_sheets_lie_changes_nothing(
    papers: Callable[[], list[Paper]], at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def resolve() -> Resolution:
        return resolve_readings([each.reading() for each in papers()], LISTS)

    in_memory = resolve()
    monkeypatch.setattr(spool, "_IN_MEMORY", 1)
    monkeypatch.setattr(spool, "_AT_ONCE", at_once)
    assert resolve() == in_memory


@pytest.mark.parametrize("in_memory", [1, 1000])
def test_a_spool_gives_its_pieces_in_their_order_and_singly(
    in_memory: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spool, "_IN_MEMORY", in_memory)
    monkeypatch.setattr(spool, "_AT_ONCE", 4)
    pieces = [b"", b"one", b"", b"three", b"and a long one", b"x"]
    spooled = Spool()
    for number, piece in enumerate(pieces):
        spooled.append(piece)
        assert spooled.read(number // 2) == pieces[number // 2], "reading does not move where the next is put"
    assert len(spooled) == len(pieces)
    iterated = []
    for number, piece in enumerate(spooled):
        iterated.append(piece)
        assert spooled.read(len(pieces) - 1 - number) == pieces[-1 - number], "nor what comes next"
    assert iterated == pieces
    assert list(Spool()) == []


def test_a_full_disk_is_told_with_the_folder_that_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, _content: object) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(spool.tempfile, "SpooledTemporaryFile", lambda **_: Full())
    monkeypatch.setattr(spool.tempfile, "gettempdir", lambda: "/small")
    with pytest.raises(OSError, match="No space left") as raised:
        Spool().append(b"x")
    assert raised.value.filename == "/small"


def test_chains_have_values_by_document_and_index() -> None:
    places = ChainPlaces()
    places.add("a", [0, 1, 2])
    places.add("b", [])
    places.add("c", [7, 3])
    values = ByChain(places, array("i", [1, -1, 0, 0, 1]), ["zero", "one"])
    assert dict(values) == {("a", 0): "one", ("a", 2): "zero", ("c", 7): "zero", ("c", 3): "one"}
    assert len(values) == 4
    assert list(values) == [("a", 0), ("a", 2), ("c", 7), ("c", 3)]
    for missing in (("a", 1), ("a", 3), ("a", -1), ("b", 0), ("c", 0), ("d", 0)):
        assert missing not in values
        assert values.get(missing) is None
        assert values.get(missing, "else") == "else"
    assert values.get(("c", 3)) == values["c", 3] == "one"
    assert values.map(["a", "b"])["c", 3] == "b"


def test_of_too_many_full_names_of_one_surname_each_is_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    papers = person_papers("Robert Varga", "Bob Varga", "Ann Lee", "Ann B. Lee", "Ivan Lee")
    assert len(resolve_readings(papers, LISTS).actors) == 3
    monkeypatch.setattr(link, "_MOST_OF_SURNAME", 2)
    found = resolve_readings(papers, LISTS)
    assert sorted(actor.name for actor in found.actors) == [
        "Ann B. Lee",
        "Ann Lee",
        "Ivan Lee",
        "Robert Varga",
    ]


def test_a_lone_surname_finds_its_bearer_among_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link, "_MOST_OF_SURNAME", 1)
    first = Paper("a")
    first.chain("Ann Lee")
    lone = first.chain("Lee")
    second = Paper("b")
    second.chain("Ivan Lee")
    assert resolve_readings([first.reading(), second.reading()], LISTS).actor_of["a", lone] == "ann-lee"


GIVEN = ("Ann", "A.", "Bob", "Robert", "Bela", "Ann B.", "Anna")
SURNAMES = ("Varga", "Roe", "Lee")
called = st.tuples(st.sampled_from(GIVEN), st.sampled_from(SURNAMES)).map(" ".join) | st.sampled_from(
    SURNAMES
)


@given(st.lists(st.lists(called, max_size=5), min_size=1, max_size=5))
def test_people_of_one_surname_are_decided_without_those_of_others(documents: list[list[str]]) -> None:
    papers = [Paper(f"d{number}") for number in range(len(documents))]
    for each, names in zip(papers, documents, strict=True):
        for name in names:
            each.chain(name)
    readings = [each.reading() for each in papers]
    whole = resolve_readings(readings, LISTS)
    found: dict[tuple[str, int], str] = {}
    for surname in SURNAMES:
        parts = [
            replace(one, chains=tuple(chain for chain in one.chains if chain.name.endswith(surname)))
            for one in readings
        ]
        found |= dict(resolve_readings(parts, LISTS).actor_of)
    assert found == dict(whole.actor_of)
