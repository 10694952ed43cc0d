"""Paths, folders and globs give each file once, in one order, with ids that are the same everywhere."""

from __future__ import annotations

import subprocess
import sys

from sociogram.read import read_paths
from support.processes import LONGEST
from support.read_samples import PROSE


def ids(paths):
    return [(item.id, item.source) for item in read_paths(paths)]


def test_the_order_of_the_arguments_does_not_matter(tmp_path):
    for name in ("b.txt", "a.txt", "c/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PROSE)
    paths = [tmp_path / "c", tmp_path / "b.txt", tmp_path / "a.txt"]
    assert ids(paths) == ids(reversed(paths))


def test_ids_are_made_of_the_path_below_the_folder_given(tmp_path):
    for place in ("one", "two"):
        (tmp_path / place / "letters").mkdir(parents=True)
        (tmp_path / place / "letters" / "To the Mayor.txt").write_text(PROSE)
    assert [item.id for item in read_paths([tmp_path / "one"])] == ["letters-to-the-mayor"]
    assert [item.id for item in read_paths([tmp_path / "two"])] == ["letters-to-the-mayor"]


def test_clashing_ids_are_told_apart(tmp_path):
    for name in ("a.txt", "a.md", "x/a.txt", "y/a.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PROSE)
    found = [
        item.id
        for item in read_paths([tmp_path / "a.txt", tmp_path / "a.md", tmp_path / "x", tmp_path / "y"])
    ]
    assert len(set(found)) == 4
    assert found[:2] == ["a", "a-txt"]


def test_a_file_given_twice_is_read_once(tmp_path):
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert len(ids([tmp_path, tmp_path / "a.txt", str(tmp_path / "*.txt")])) == 1


def test_globs_are_sorted_and_go_down(tmp_path):
    for name in ("x/b.txt", "x/a.txt", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(PROSE)
    assert [item.id for item in read_paths([str(tmp_path / "**" / "*.txt")])] == ["c", "x-a", "x-b"]


def test_hidden_files_are_passed_over(tmp_path):
    (tmp_path / ".hidden.txt").write_text(PROSE)
    (tmp_path / "a.txt").write_text(PROSE)
    assert len(ids([tmp_path])) == 1


def test_a_missing_path_names_its_near_miss(tmp_path):
    (tmp_path / "report.txt").write_text(PROSE)
    (skipped,) = read_paths([tmp_path / "reprot.txt"])
    assert "report.txt'?" in skipped.reason


def test_an_empty_folder_a_glob_and_an_address_each_say_why(tmp_path):
    found = list(read_paths([tmp_path, str(tmp_path / "*.txt"), "https://x.example/a"]))
    assert ["without documents" in item.reason or "matches no file" in item.reason
            or "nothing is fetched" in item.reason
            for item in found] == [True] * 3  # fmt: skip


def test_a_file_of_unknown_format_is_read_if_it_is_named(tmp_path):
    (tmp_path / "NOTES").write_text(PROSE)
    assert ids([tmp_path / "NOTES"])[0][0] == "notes"
    (skipped,) = read_paths([tmp_path])
    assert "no known format" in skipped.reason


def test_reading_plain_text_loads_no_heavy_library(tmp_path):
    (tmp_path / "a.txt").write_text(PROSE)
    code = (
        "import sys; from sociogram.read import read_paths; list(read_paths([sys.argv[1]]));"
        "print(sorted({'trafilatura', 'docx', 'pypdfium2', 'lxml', 'spacy', 'charset_normalizer'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=LONGEST,
    )
    assert result.stdout.strip() == "[]"
