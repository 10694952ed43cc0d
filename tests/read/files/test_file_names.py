"""The day and the outlet in the name of a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.vocabulary import load_vocabulary
from sociogram.model import Document
from sociogram.read import read_paths
from sociogram.read.files.file_names import read_file_name


@pytest.mark.parametrize(
    ("name", "published", "publisher"),
    [
        ("2016-03-04_reuters_story.txt", "2016-03-04", "Reuters"),
        ("guardian-2019-05-01.html", "2019-05-01", "The Guardian"),
        ("in/20190501_new_york_times.txt", "2019-05-01", "The New York Times"),
        ("bbc-news-2019-05-01-floods.html", "2019-05-01", "BBC"),
        ("floods.in.york.20190501.pdf", "2019-05-01", None),
        ("news.zip#2016-03-04_reuters.txt", "2016-03-04", "Reuters"),
        ("2016-03-04_guardian_angels.txt", "2016-03-04", None),
        ("time-2019-05-01-table.txt", "2019-05-01", None),
        ("2019-05-01_row_over_bbc_fees.txt", "2019-05-01", None),
        ("reuters-2019-05-01-bbc.txt", "2019-05-01", None),
        ("reuters.txt", None, None),
        ("2016-03-04_to_2016-05-01.txt", None, None),
        ("scan_2019-05-01.pdf", None, None),
        ("2019-13-01.txt", None, None),
        ("2019-02-30.txt", None, None),
        ("4-3-2016.txt", None, None),
        ("x20190501.txt", None, None),
        ("120190501.txt", None, None),
        ("2019-05-01-02.txt", None, None),
    ],
)
def test_the_name_of_a_file_gives_a_day_and_an_outlet(name, published, publisher):
    found = read_file_name(name)
    assert (found.published, found.publisher) == (published, publisher)


def test_coined_outlets_are_names_of_the_lists():
    named = {
        name.casefold().replace("-", " ").replace("/", " ")
        for entry in load_actor_lists().entries.values()
        if entry.kind == "MediaOutlet"
        for name in (entry.name, *entry.aliases)
    }
    assert load_vocabulary("read").words("coined-outlets") <= named | {"aljazeera"}


def test_the_examples_of_coined_outlets_hold():
    positive, negative = load_vocabulary("read").examples("coined-outlets")
    assert all(read_file_name(name).publisher for name in positive)
    assert not any(read_file_name(name).publisher for name in negative)


def read_one(folder: Path, name: str, text: str) -> Document:
    (folder / name).write_text(text, encoding="utf-8")
    (document,) = read_paths([folder])
    assert isinstance(document, Document)
    return document


def test_a_document_without_a_day_takes_that_of_the_name_and_says_so(tmp_path):
    document = read_one(tmp_path, "2016-03-04_reuters_loan.txt", "Ada Brook met Carl Finch on Monday.\n")
    assert document.published == "2016-03-04"
    assert document.publisher is not None
    assert (document.publisher.value, document.publisher.start) == ("Reuters", None)
    assert document.from_name == ("published", "publisher")


def test_a_day_in_the_text_goes_before_that_of_the_name(tmp_path):
    text = "# Harbour loan approved\n\nPublished: 7 May 2015\n\nAda Brook met Carl Finch on Monday.\n"
    document = read_one(tmp_path, "2016-03-04_loan.md", text)
    assert (document.published, document.from_name) == ("2015-05-07", ())


def test_a_file_of_several_documents_gives_them_nothing(tmp_path):
    rows = "text\nAda Brook met Carl Finch on Monday.\nNora Quill sued Carl Finch last week.\n"
    (tmp_path / "guardian-2019-05-01.csv").write_text(rows, encoding="utf-8")
    found = list(read_paths([tmp_path]))
    assert [(document.published, document.from_name) for document in found] == [(None, ()), (None, ())]
