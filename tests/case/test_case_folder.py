"""A case folder is written whole, or stays as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from sociogram.case.grow import build_case
from sociogram.cli.verbs.query import read_sparql
from sociogram.errors import InputError, QueryError, UsageError
from sociogram.graph.records import load_graph
from sociogram.graph.saved_judgements import read_judgements
from sociogram.rdf.ask import ask
from sociogram.read import read_paths
from sociogram.write.files.atomic import open_atomic


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_a_build_of_nothing_readable_keeps_what_was_built(tmp_path: Path) -> None:
    case = tmp_path / "case"
    case.mkdir()
    (case / "claims.jsonl").write_text("old")
    with pytest.raises(InputError, match="nothing could be read"):
        build_case([tmp_path / "no-such-folder"], case)
    assert files(case) == {"claims.jsonl": b"old"}


def test_a_folder_or_device_is_never_replaced_by_a_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no regular file"), open_atomic(tmp_path) as file:
        file.write(b"x")
    assert tmp_path.is_dir()


def test_a_built_graph_among_the_documents_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "news.txt").write_text("Ann Lee sued Acme Corp.\n")
    (tmp_path / "output").mkdir()
    for name in ("graph.trig", "claims.jsonl", "index.html"):
        (tmp_path / "output" / name).write_text("{}")
    assert [getattr(item, "id", item) for item in read_paths([tmp_path])] == ["news"]


def test_one_line_of_a_collection_nested_too_deeply_is_skipped_alone(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text('{"text": "Ann Lee left."}\n' + "[" * 100_000 + '\n{"text": "Bob Ray stayed."}\n')
    found = [getattr(item, "id", None) or item.document for item in read_paths([path])]  # type: ignore[union-attr]
    assert found == ["wire.1", f"{path}#2", "wire.3"]


def test_a_number_of_ten_thousand_digits_spoils_no_collection(tmp_path: Path) -> None:
    path = tmp_path / "wire.json"
    path.write_text('[{"text": "Ann Lee left.", "views": ' + "9" * 10_000 + "}]")
    assert [getattr(item, "id", None) for item in read_paths([path])] == ["wire.1"]


def test_judgements_that_cannot_be_opened_are_named(tmp_path: Path) -> None:
    (tmp_path / "judgements.csv").mkdir()
    with pytest.raises(InputError, match="is no regular file"):
        read_judgements(tmp_path / "judgements.csv")


def test_a_file_of_sparql_that_is_binary_is_named_and_a_byte_order_mark_is_passed_over(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.rq").write_bytes(b"\x93\x00\xff")
    (tmp_path / "b.rq").write_bytes(b"\xef\xbb\xbfASK {}")
    with pytest.raises(QueryError, match="UTF-8"):
        read_sparql(str(tmp_path / "a.rq"))
    assert read_sparql(str(tmp_path / "b.rq")) == "ASK {}"


def test_an_update_is_refused_as_one() -> None:
    with pytest.raises(QueryError, match="update"):
        read_sparql("DELETE WHERE { ?s ?p ?o }")


def test_a_broken_query_is_one_line() -> None:
    import pyoxigraph as ox

    with pytest.raises(QueryError) as caught:
        ask(ox.Store(), "SELECT * { ?s")
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 260


def test_a_file_of_the_case_that_is_binary_is_named(tmp_path: Path) -> None:
    for name in ("claims", "ties", "actors", "documents", "skipped", "unread"):
        (tmp_path / f"{name}.jsonl").write_bytes(b"\x93\xff\x00")
    with pytest.raises(QueryError, match=r"jsonl:1: no record of ours"):
        load_graph(tmp_path)


@pytest.mark.model
def test_a_judgement_that_fits_nothing_is_named_on_stderr(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from sociogram.cli.verbs.build import command

    (tmp_path / "news.txt").write_text("Ann Lee sued Acme Corp.\n")
    case = tmp_path / "case"
    case.mkdir()
    (case / "judgements.csv").write_text("verdict,left,right\nsame,nobody-known,ann-lee\n")
    done = CliRunner().invoke(command, [str(tmp_path / "news.txt"), "-o", str(case)])
    assert done.exit_code == 0
    assert "not applied: judgement 'same': 'nobody-known'" in done.stderr
