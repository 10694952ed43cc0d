"""A case that grows, shrinks and is corrected is the case that a build from scratch would give."""

from __future__ import annotations

import contextlib
import importlib
import shutil
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sociogram.case import current_state, grow, open_case, source_reader, writer
from sociogram.case.combined import intersect_cases, unite_cases
from sociogram.case.kept_readings import KeptReading
from sociogram.case.rebuild import remake_case
from sociogram.case.source_reader import Progress
from sociogram.check.promises import check_graph
from sociogram.errors import QueryError, UsageError
from sociogram.graph.saved_judgements import read_judgements
from sociogram.pipeline import BuildOptions
from sociogram.read import ReadOptions
from support import plain_readings

NAMES = ("Ann Lee", "Bob Ray", "Cleo Fox", "Dan Poe", "Chris Poe", "Christopher Poe", "Christina Poe")
"""Chris is Christopher, or Christina; where both are told of, nobody but Chris."""
JUDGED = (
    "same,ann-lee,bob-ray",
    "same,chris-poe,christopher-poe",
    "different,Chris Poe,Christopher Poe",
    "rename,ann-lee,Anna Lee",
    "",
)
VERBS = (*plain_readings.RELATIONS, "ignored")
sentences = st.builds(
    "{} {} {}.".format, st.sampled_from(NAMES), st.sampled_from(VERBS), st.sampled_from(NAMES)
)
texts = st.lists(sentences, min_size=0, max_size=4).map(lambda lines: "Report. " + "\n\n".join(lines) + "\n")


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source_reader, "iter_readings", plain_readings.iter_readings)
    plain_readings.parsed.clear()


def write(folder: Path, **documents: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in documents.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def exports(case: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in case.iterdir() if path.is_file()}


def stamps(case: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in case.iterdir() if path.is_file()}


def quads(case: Path) -> list[str]:
    """The quads of the store, and the names of its graphs, among which there is none without quads."""
    with open_case(case) as opened:
        names = {f"graph {name}" for name in opened.store.named_graphs()}
        return sorted([*(str(quad) for quad in opened.store), *names])


def reviews_of(case: Path) -> list[str]:
    """Judgements on the first claim of the case, and on its last tie."""
    with open_case(case) as opened:
        claims, ties = opened.graph.claims[:1], opened.graph.ties[-1:]
    return [
        f"{verdict},{one.id},,me,2024-05-01" for one in (*claims, *ties) for verdict in ("wrong", "right")
    ]


def assert_equal(case: Path, other: Path) -> None:
    left, right = exports(case), exports(other)
    assert left.keys() == right.keys()
    for name, content in left.items():
        assert content == right[name], name
    assert quads(case) == quads(other)


def test_an_unchanged_case_is_neither_read_nor_written_again(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n", b="Bob Ray sued Dan Poe.\n")
    first = grow.build_case([documents], tmp_path / "case")
    before = stamps(tmp_path / "case")
    again = grow.build_case([documents], tmp_path / "case")
    assert (first.changed, again.changed) == (True, False)
    assert (again.claims, again.parsed) == (first.claims, 0)
    assert stamps(tmp_path / "case") == before


def test_only_the_changed_document_is_parsed(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n", b="Bob Ray sued Dan Poe.\n")
    grow.build_case([documents], tmp_path / "case")
    plain_readings.parsed.clear()
    write(documents, b="Bob Ray met Dan Poe.\n")
    grow.build_case([documents], tmp_path / "case")
    assert plain_readings.parsed == ["b"]


def test_only_documents_whose_actors_are_others_now_are_gone_through_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    load = KeptReading.load
    monkeypatch.setattr(KeptReading, "load", lambda self: (loaded.append(self.document.id), load(self))[1])
    documents = write(
        tmp_path / "in",
        a="Ann Lee funded Bob Ray.\n",
        b="Bob Ray sued Dan Poe.\n",
        c="Cleo Fox met Chris Poe.\n",
    )
    case = tmp_path / "case"
    grow.build_case([documents], case)
    assert loaded == ["a", "b", "c"]
    for change, expected in (
        ({"b": "Bob Ray met Dan Poe.\n"}, ["b"]),
        ({"d": "Ann Lee sued Eve Hill.\n"}, ["d"]),
        ({"e": "Christopher Poe sued Eve Hill.\n"}, ["c", "e"]),  # he is Chris
    ):
        loaded.clear()
        write(documents, **change)
        grow.build_case([documents], case)
        assert loaded == expected
    for line, expected in (
        ("rename,ann-lee,Anna Lee", ["a", "d"]),
        (reviews_of(case)[0], ["a", "d"]),  # the first claim is that of a; the name of before comes back in d
        (f"{reviews_of(case)[0]}\nrename,dan-poe,Daniel Poe", ["a", "b"]),  # what is judged is never kept
        ("same,dan-poe,cleo-fox", ["a", "b", "c"]),
    ):
        loaded.clear()
        (case / "judgements.csv").write_text(f"verdict,left,right,who,when\n{line}\n", encoding="utf-8")
        remake_case(case)
        assert loaded == expected
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    shutil.copy(case / "judgements.csv", scratch)
    grow.build_case([documents], scratch)
    assert_equal(case, scratch)


def test_lines_that_hold_are_copied_and_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n", b="Eve Hill sued Dan Poe.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    made: list[str] = []

    def watch(name: str, of: str, place: int = 0) -> None:
        make = getattr(importlib.import_module(of), name)

        def watched(*values: object, **more: object) -> object:
            made.append(f"{name} {values[place].id}")  # type: ignore[attr-defined]
            return make(*values, **more)

        monkeypatch.setattr(f"{of}.{name}", watched)

    watch("claim_record", "sociogram.graph.records", 1)
    watch("tie_record", "sociogram.graph.records")
    watch("actor_record", "sociogram.graph.records")
    watch("_tie_edge", "sociogram.write.networks.gexf", 1)
    watch("_edge", "sociogram.write.networks.graphml", 1)
    watch("tie_quads", "sociogram.write.rdf.trig", 1)
    watch("actor_quads", "sociogram.write.rdf.trig")
    write(documents, c="Cleo Fox met Dan Poe.\n")
    grow.build_case([documents], case)
    with open_case(case) as opened:
        (claim,) = (one.id for one in opened.graph.claims if one.evidence.document == "c")
        (tie,) = (one.id for one in opened.graph.ties if claim in one.claims)
    actors = ("cleo-fox", "dan-poe")
    assert sorted(made) == sorted(
        [
            f"claim_record {claim}",
            *(f"{name} {tie}" for name in ("tie_record", "_tie_edge", "_edge", "tie_quads")),
            *(f"{name} {actor}" for name in ("actor_record", "actor_quads") for actor in actors),
        ]
    )
    grow.build_case([documents], tmp_path / "scratch")
    assert_equal(case, tmp_path / "scratch")


def test_a_moved_file_is_not_parsed_again_and_has_its_new_name_everywhere(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    grow.build_case([documents], tmp_path / "case")
    plain_readings.parsed.clear()
    (documents / "a.txt").rename(documents / "moved.txt")
    grow.build_case([documents], tmp_path / "case")
    grow.build_case([documents], tmp_path / "other")
    assert plain_readings.parsed == ["moved"]  # by the other case alone
    assert_equal(tmp_path / "case", tmp_path / "other")


def test_removing_a_document_removes_its_claims_and_what_only_it_supported(tmp_path: Path) -> None:
    documents = write(
        tmp_path / "in", a="Ann Lee funded Bob Ray.\n", b="Ann Lee funded Bob Ray.\n\nBob Ray sued Dan Poe.\n"
    )
    case = tmp_path / "case"
    grow.build_case([documents], case)
    grow.remove_documents([str(documents / "b.txt")], case)
    with open_case(case) as opened:
        assert [actor.name for actor in opened.graph.actors] == ["Ann Lee", "Bob Ray"]
        assert [(tie.relation, tie.affirmed) for tie in opened.graph.ties] == [("funded", 1)]
        assert check_graph(opened.graph, shapes=False) == []


def test_a_document_is_removed_by_its_id_too_and_comes_back_with_a_build(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "wire.jsonl").write_text(
        '{"text": "Ann Lee funded Bob Ray."}\n{"text": "Bob Ray sued Dan Poe."}\n', encoding="utf-8"
    )
    case = tmp_path / "case"
    grow.build_case([folder], case)
    grow.remove_documents(["wire.1"], case)
    with open_case(case) as opened:
        assert [document.id for document in opened.graph.documents] == ["wire.2"]
    assert grow.build_case([folder], case).documents == 2


def test_removing_what_is_not_there_names_the_nearest_and_changes_nothing(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", report="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    before = exports(case)
    with pytest.raises(UsageError, match="did you mean report"):
        grow.remove_documents(["reprot"], case)
    assert exports(case) == before


def test_the_last_document_cannot_be_removed(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    grow.build_case([documents], tmp_path / "case")
    with pytest.raises(UsageError, match="nothing would be left"):
        grow.remove_documents(["a"], tmp_path / "case")
    with open_case(tmp_path / "case") as opened:
        assert len(opened.graph.claims) == 1


def test_a_document_that_cannot_be_read_any_more_stays_when_it_is_added_again(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n", b="Bob Ray sued Dan Poe.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    (documents / "a.txt").write_bytes(b"")
    told = []
    outcome = grow.add_documents([documents / "a.txt"], case, progress=Progress(skip=told.append))
    assert len(told) == 1
    assert (outcome.documents, outcome.claims) == (2, 2)


def test_adding_to_what_was_never_built_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="build it first"):
        grow.add_documents([tmp_path], tmp_path / "case")
    assert not (tmp_path / "case").exists()


def test_a_format_that_is_no_longer_wanted_goes(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case, formats=("csv",))
    assert (case / "nodes.csv").exists()
    grow.build_case([documents], case)
    assert not (case / "nodes.csv").exists()


def test_a_file_of_the_case_that_somebody_changed_or_deleted_is_written_again(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    before = exports(case)
    (case / "graph.trig").write_text("oh", encoding="utf-8")
    (case / "index.html").unlink()
    grow.build_case([documents], case)
    assert exports(case) == before


def test_a_judgement_is_applied_without_reading_a_document_and_taken_back(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n", b="Cleo Fox sued Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    before = exports(case)
    shutil.rmtree(documents)
    (case / "judgements.csv").write_text("verdict,left,right\nsame,ann-lee,cleo-fox\n", encoding="utf-8")
    remake_case(case)
    with open_case(case) as opened:
        assert len(opened.graph.actors) == 2
        assert len(list(opened.store.quads_for_pattern(None, None, None, None))) > 0
    (case / "judgements.csv").write_bytes(before["judgements.csv"])
    remake_case(case)
    assert exports(case) == before


def test_judgements_that_change_nothing_are_kept_with_the_state(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    assert current_state(case).unfit == ()
    lines = (
        "rename,nobody,Somebody\ndifferent,Ann Lee,ann-lee\nwrong,claim-nowhere,\nrename,bob-ray,Robert Ray\n"
    )
    (case / "judgements.csv").write_text(f"verdict,left,right\n{lines}", encoding="utf-8")
    outcome = remake_case(case)
    unfit = current_state(case).unfit
    assert [sides for sides, _ in unfit] == ["claim-nowhere", "Ann Lee | ann-lee", "nobody | Somebody"]
    assert tuple((note.text, note.reason) for note in outcome.unfit) == unfit
    assert "still one, ann-lee" in unfit[1][1]


def test_annotations_are_in_the_store_after_every_build(tmp_path: Path) -> None:
    import pyoxigraph as ox

    from sociogram.case.annotations import write_annotations

    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    node, place = ox.NamedNode("https://example.org/x"), ox.NamedNode("https://example.org/notes")
    quad = ox.Quad(node, node, ox.Literal("mine"), place)
    write_annotations(case, [quad])
    remake_case(case)
    with open_case(case) as opened:
        assert quad in opened.store
    write(documents, b="Bob Ray sued Dan Poe.\n")
    grow.build_case([documents], case)
    with open_case(case) as opened:
        assert quad in opened.store
    write_annotations(case, [])
    remake_case(case)
    with open_case(case) as opened:
        assert quad not in opened.store


def test_a_second_writer_is_told_who_holds_the_case(tmp_path: Path) -> None:
    import os

    from sociogram.case.lock import case_lock

    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    grow.build_case([documents], tmp_path / "case")
    with (
        case_lock(tmp_path / "case"),
        pytest.raises(UsageError, match=rf"process {os.getpid()} .*wait until it has ended"),
    ):
        grow.build_case([documents], tmp_path / "case")


def test_a_reader_keeps_its_state_while_the_case_goes_on(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    with open_case(case) as opened:
        before = len(opened.store)
        for number in range(3):
            write(documents, **{f"b{number}": "Bob Ray sued Dan Poe.\n"})
            grow.build_case([documents], case)
        assert len(opened.store) == before
        assert [claim.relation for claim in opened.graph.claims] == ["funded"]
        assert opened.text("a") == "Ann Lee funded Bob Ray."
    grow.remove_documents(["b0"], case)
    assert len([path for path in (case / "store").iterdir() if path.name.startswith("quads-")]) == 1


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_after_any_sequence_of_changes_the_case_equals_one_built_from_scratch(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("growth")
    folder, case = root / "in", root / "case"
    write(folder, start=data.draw(texts))
    held = {folder / "start.txt"}
    grow.build_case(sorted(held), case)
    for number in range(data.draw(st.integers(1, 5))):
        action = data.draw(st.sampled_from(("add", "change", "remove", "judge", "several")))
        if action == "add":
            place = folder / data.draw(st.sampled_from(("", "sub", "sub/deep")))
            write(place, **{f"d{number}": data.draw(texts)})
            held.add(place / f"d{number}.txt")
            grow.add_documents([place / f"d{number}.txt"], case)
        elif action == "change":
            path = data.draw(st.sampled_from(sorted(held)))
            path.write_text(data.draw(texts), encoding="utf-8")
            grow.add_documents([path], case)
        elif action == "several":
            place = folder / "sub"
            write(place, same=data.draw(texts), start=data.draw(texts))
            held |= {place / "same.txt", place / "start.txt"}
            grow.add_documents([place / "same.txt", place / "start.txt"], case)
        elif action == "remove" and len(held) > 1:
            path = data.draw(st.sampled_from(sorted(held)))
            held.remove(path)
            grow.remove_documents([str(path)], case)
        else:
            lines = data.draw(
                st.lists(st.sampled_from((*JUDGED, *reviews_of(case))), max_size=3, unique=True)
            )
            ledger = "\n".join(["verdict,left,right,who,when", *lines, ""])
            (case / "judgements.csv").write_text(ledger, encoding="utf-8")
            remake_case(case)
    scratch = root / "scratch"
    scratch.mkdir()
    shutil.copy(case / "judgements.csv", scratch)
    grow.build_case(sorted(held), scratch)
    assert_equal(case, scratch)
    with open_case(case) as opened:
        assert check_graph(opened.graph, shapes=False) == []


def test_a_union_equals_a_build_of_all_documents_and_goes_on_growing(tmp_path: Path) -> None:
    first = write(tmp_path / "one", a="Ann Lee funded Bob Ray.\n", b="Bob Ray sued Dan Poe.\n")
    second = write(tmp_path / "two", c="Ann Lee funded Bob Ray.\n", d="Cleo Fox met Dan Poe.\n")
    grow.build_case([first], tmp_path / "left")
    grow.build_case([second, first / "a.txt"], tmp_path / "right")
    plain_readings.parsed.clear()
    unite_cases([tmp_path / "left", tmp_path / "right"], tmp_path / "both")
    assert plain_readings.parsed == []
    grow.build_case([first, second], tmp_path / "scratch")
    assert_equal(tmp_path / "both", tmp_path / "scratch")
    grow.remove_documents(["d"], tmp_path / "both")
    grow.build_case([first, second / "c.txt"], tmp_path / "scratch")
    assert_equal(tmp_path / "both", tmp_path / "scratch")


def test_a_union_keeps_files_apart_that_only_share_their_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (("one", "Ann Lee funded Bob Ray.\n"), ("two", "Bob Ray sued Dan Poe.\n")):
        write(tmp_path / name / "docs", report=text)
        monkeypatch.chdir(tmp_path / name)
        grow.build_case(["docs"], tmp_path / name / "case")
    unite_cases([tmp_path / "one" / "case", tmp_path / "two" / "case"], tmp_path / "both")
    with open_case(tmp_path / "both") as opened:
        assert [document.source for document in opened.graph.documents] == [
            "case/docs/report.txt",
            "docs/report.txt",
        ]
        assert len(opened.graph.claims) == 2
        assert check_graph(opened.graph, shapes=False) == []


def test_an_intersection_has_the_ties_of_all_cases_with_the_claims_of_all(tmp_path: Path) -> None:
    first = write(tmp_path / "one", a="Ann Lee funded Bob Ray.\n\nBob Ray sued Dan Poe.\n")
    second = write(tmp_path / "two", c="Ann Lee funded Bob Ray.\n", d="Cleo Fox met Dan Poe.\n")
    grow.build_case([first], tmp_path / "left")
    grow.build_case([second], tmp_path / "right")
    intersect_cases([tmp_path / "left", tmp_path / "right"], tmp_path / "common")
    with open_case(tmp_path / "common") as opened:
        (tie,) = opened.graph.ties
        assert (tie.subject, tie.relation, tie.object, tie.affirmed) == ("ann-lee", "funded", "bob-ray", 2)
        assert opened.text("c") == "Ann Lee funded Bob Ray."
        assert len(opened.store) > 0
    with pytest.raises(UsageError, match="takes no documents"):
        grow.add_documents([first], tmp_path / "common")


def test_a_union_into_one_of_its_own_cases_is_refused(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    grow.build_case([documents], tmp_path / "case")
    with pytest.raises(UsageError, match="one of the cases themselves"):
        unite_cases([tmp_path / "case", tmp_path / "case"], tmp_path / "case")


def test_a_state_whose_files_are_not_in_their_places_yet_is_read_whole_and_settled_by_the_next_writer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    old = exports(case)
    write(documents, b="Bob Ray sued Dan Poe.\n")
    with monkeypatch.context() as killed:
        # As if the process was killed right behind the transaction.
        killed.setattr(writer, "settle", lambda *_: None)
        killed.setattr(writer.shutil, "rmtree", lambda *_, **__: None)
        grow.build_case([documents], case)
    assert {name: content for name, content in exports(case).items() if name in old} == old
    with open_case(case) as opened:
        assert len(opened.graph.claims) == 2
        assert len([q for q in opened.store if "Claim" in str(q.object)]) == 2
    remake_case(case)
    grow.build_case([documents], tmp_path / "scratch")
    assert_equal(case, tmp_path / "scratch")
    assert not [path for path in case.iterdir() if path.name.startswith(".")]


def test_what_was_parsed_before_a_build_was_killed_is_not_parsed_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n", b="Bob Ray sued Dan Poe.\n")

    def killed(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as stopped:
        stopped.setattr(source_reader, "make_state", killed)
        with pytest.raises(KeyboardInterrupt):
            grow.build_case([documents], tmp_path / "case")
    plain_readings.parsed.clear()
    outcome = grow.build_case([documents], tmp_path / "case")
    assert (plain_readings.parsed, outcome.claims) == ([], 2)


def test_two_files_of_one_text_are_parsed_once_and_stay_two_documents(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n", b="Ann Lee funded Bob Ray.\n")
    outcome = grow.build_case([documents], tmp_path / "case")
    assert (len(plain_readings.parsed), outcome.documents, outcome.claims) == (1, 2, 2)


def test_words_that_no_encoding_can_hold_are_kept_and_read_back(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "wire.jsonl").write_text(
        '{"text": "Ann Lee funded Bob Ray. \\ud800 \\u0000 x"}\n', encoding="utf-8"
    )
    grow.build_case([folder], tmp_path / "case")
    (folder / "more.txt").write_text("Bob Ray sued Dan Poe.\n", encoding="utf-8")
    grow.build_case([folder], tmp_path / "case")
    grow.build_case([folder], tmp_path / "scratch")
    assert_equal(tmp_path / "case", tmp_path / "scratch")


def test_a_store_that_was_damaged_is_named_with_its_remedy(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    (case / "store" / "case.db").write_bytes(b"no database" * 1000)
    with pytest.raises(QueryError, match="build the case again"):
        open_case(case)
    with pytest.raises(QueryError, match="build the case again"):
        grow.add_documents([documents], case)


def test_rdflib_reads_the_store_on_disk(tmp_path: Path) -> None:
    import sociogram

    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    grow.build_case([documents], tmp_path / "case")
    with sociogram.open_case(tmp_path / "case") as opened:
        rows = list(opened.to_rdf().query("SELECT ?who { ?who soc:funded actor:bob-ray }"))
        assert [str(row[0]).rpartition("/")[2] for row in rows] == ["ann-lee"]


@pytest.mark.parametrize(
    ("name", "value"), [("staged", "../outside"), ("store", "../../outside"), ("gone", ["../outside/mine"])]
)
def test_a_case_of_a_stranger_that_names_other_folders_touches_nothing_there(
    tmp_path: Path, name: str, value: object
) -> None:
    from sociogram.case.database import Database

    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    outside = write(tmp_path / "outside", mine="mine\n")
    with Database(case, write=True) as database, database.transaction():
        values = {"staged": ".building-x", name: value}
        database.set_manifest(msgspec.structs.replace(database.manifest(), **values))
    for use in (remake_case, open_case):
        with pytest.raises(QueryError, match="outside of the case"):
            use(case)
    assert (outside / "mine.txt").read_text(encoding="utf-8") == "mine\n"


def test_a_full_disk_is_told_in_one_line_and_keeps_the_last_state(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    before = exports(case)

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    write(documents, b="Bob Ray sued Dan Poe.\n")
    with monkeypatch.context() as disk:
        disk.setattr("sociogram.case.database.Database.set_documents", full)
        with pytest.raises(UsageError, match="make room on the disk"):
            grow.build_case([documents], case)
    assert exports(case) == before
    assert grow.build_case([documents], case).claims == 2


def test_another_model_reads_every_document_again(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    grow.build_case([documents], tmp_path / "case")
    plain_readings.parsed.clear()
    grow.build_case([documents], tmp_path / "case", options=BuildOptions(model="another"))
    assert plain_readings.parsed == ["a"]


def test_other_limits_of_reading_hold_for_files_that_were_read_before(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n", b="Bob Ray sued.\n")
    grow.build_case([documents], tmp_path / "case")
    options = BuildOptions(read=ReadOptions(max_characters=20))
    outcome = grow.build_case([documents], tmp_path / "case", options=options)
    assert (len(outcome.unread), outcome.documents) == (1, 1)


def test_what_was_read_by_other_rules_is_not_mixed_with_new_readings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n", b="Bob Ray sued Dan Poe.\n")
    grow.build_case([documents / "a.txt"], tmp_path / "case")
    monkeypatch.setattr("sociogram.case.cache._own_rules", lambda: "newer")
    with pytest.raises(UsageError, match="build it again"):
        grow.add_documents([documents / "b.txt"], tmp_path / "case")


def test_a_stop_while_files_are_moved_leaves_the_new_state_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    write(documents, b="Bob Ray sued Dan Poe.\n")

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as stop:
        stop.setattr(
            writer, "settle", lambda folder, database: stopped() if database.manifest().staged else None
        )
        with pytest.raises(KeyboardInterrupt):
            grow.build_case([documents], case)
    with open_case(case) as opened:
        assert len(opened.graph.claims) == 2
    grow.build_case([documents], case)
    grow.build_case([documents], tmp_path / "scratch")
    assert_equal(case, tmp_path / "scratch")


def test_a_writer_that_is_refused_clears_nothing_away(tmp_path: Path) -> None:
    from sociogram.case.lock import case_lock

    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    with case_lock(tmp_path / "case"):
        (tmp_path / "case" / "store" / "mine").touch()
        with pytest.raises(UsageError, match="another program"):
            grow.build_case([documents], tmp_path / "case")
        assert (tmp_path / "case" / "store" / "mine").exists()


def test_a_case_among_the_documents_is_no_document_of_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, a="Ann Lee funded Bob Ray.\n")
    monkeypatch.chdir(tmp_path)
    assert grow.build_case(["."], Path("output")).unread == ()
    assert not grow.build_case(["."], Path("output")).changed


def test_a_file_that_was_passed_over_in_a_folder_is_read_when_it_is_named(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    (documents / "notes.xyz").write_text("Bob Ray sued Dan Poe.\n", encoding="utf-8")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    assert grow.add_documents([documents / "notes.xyz"], case).claims == 2
    grow.build_case([documents, documents / "notes.xyz"], tmp_path / "scratch")
    assert_equal(case, tmp_path / "scratch")


def test_a_file_that_was_missing_once_is_no_longer_told_of_when_it_comes(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    assert grow.build_case([documents / "a.txt", documents / "late.txt"], case).unread
    write(documents, late="Bob Ray sued Dan Poe.\n")
    assert grow.add_documents([documents / "late.txt"], case).unread == ()


def test_links_that_lead_out_of_a_strangers_case_are_not_followed(tmp_path: Path) -> None:
    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    secret = write(tmp_path / "outside", hidden="mine\n") / "hidden.txt"
    for name in ("claims.jsonl", "store/lock"):
        (case / name).unlink()
        (case / name).symlink_to(secret)
    with open_case(case) as opened, pytest.raises(QueryError):
        opened.open_file("claims.jsonl")
    with pytest.raises(UsageError):
        grow.build_case([documents], case)
    assert secret.read_text(encoding="utf-8") == "mine\n"


def test_a_reader_who_may_not_write_reads_a_copy_with_its_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from sociogram.case import database

    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    grow.build_case([documents], tmp_path / "case")

    def refused(path: Path) -> sqlite3.Connection:
        raise sqlite3.OperationalError(f"unable to open {path}")

    monkeypatch.setattr(database, "_open_reading", refused)
    monkeypatch.setattr(database.os, "access", lambda *_: False)
    with open_case(tmp_path / "case") as opened:
        assert opened.text("a") == "Ann Lee funded Bob Ray."


def test_a_union_loses_no_document_note_or_judgement(tmp_path: Path) -> None:
    import pyoxigraph as ox

    from sociogram.case.annotations import read_annotations, write_annotations

    cases = []
    for number, text in enumerate(
        ("Ann Lee funded Bob Ray.", "Bob Ray sued Dan Poe.", "Eve Hill met Dan Poe.")
    ):
        folder = write(tmp_path / str(number) / "in", a=text + "\n")
        case = tmp_path / str(number) / "case"
        grow.build_case([folder / "a.txt"], case)
        node = ox.NamedNode("https://example.org/says")
        write_annotations(case, [ox.Quad(ox.BlankNode(), node, ox.Literal(text))])
        (case / "judgements.csv").write_text(
            f'verdict,left,right,who,when\nrename,ann-lee,"Ann\n{number}"\n', encoding="utf-8"
        )
        cases.append(case)
    assert unite_cases(cases, tmp_path / "both").documents == 3
    notes = read_annotations(tmp_path / "both")
    assert len({str(quad.subject) for quad in notes}) == 3
    assert len(read_judgements(tmp_path / "both" / "judgements.csv")) == 3
    with pytest.raises(UsageError, match="not empty"):
        unite_cases(cases, tmp_path / "both")


def test_a_manifest_that_is_none_of_ours_is_refused_with_a_remedy(tmp_path: Path) -> None:
    import sqlite3

    documents = write(tmp_path / "in", a="Ann Lee funded Bob Ray.\n")
    case = tmp_path / "case"
    grow.build_case([documents], case)
    with contextlib.closing(sqlite3.connect(case / "store" / "case.db")) as connection, connection:
        connection.execute("UPDATE meta SET value = '[]' WHERE name = 'counts'")
    with pytest.raises(QueryError, match=r"no state of ours .*build the case again"):
        open_case(case)
