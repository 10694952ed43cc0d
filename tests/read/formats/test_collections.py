"""Tables and collections: how dates are written, fields without a value, the line that tells the delimiter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sociogram.model import Document
from sociogram.read import read_paths
from sociogram.read.phrases.dates import find_date, find_order
from sociogram.read.phrases.no_values import is_no_value
from support.read_samples import PROSE


def read(folder: Path, name: str, text: str) -> list[Document]:
    (folder / name).write_text(text, encoding="utf-8")
    return [item for item in read_paths([folder / name]) if isinstance(item, Document)]


def table(*dates: str) -> str:
    return "date,text\n" + "".join(f'{date},"{PROSE}"\n' for date in dates)


@pytest.mark.parametrize(
    ("dates", "published"),
    [
        (["03/06/2021", "28/06/2021"], ["2021-06-03", "2021-06-28"]),
        (["28-6-2021", "3-6-2021"], ["2021-06-28", "2021-06-03"]),
        (["03/06/2021 09:15", "28/06/2021 23:59"], ["2021-06-03", "2021-06-28"]),
        (["03/06/2021", "06/28/2021"], ["2021-03-06", "2021-06-28"]),
        (["03/06/2021", "04/06/2021"], ["2021-03-06", "2021-04-06"]),
        (["03/06/2021", "28/06/2021", "06/28/2021"], ["2021-03-06", "2021-06-28", "2021-06-28"]),
        (["2021-6-3", "2021/6/28"], ["2021-06-03", "2021-06-28"]),
        (["3/4/16", "28/6/16", "1/2/99"], ["2016-04-03", "2016-06-28", "1999-02-01"]),
        (["3/4/16", "6/28/16"], ["2016-03-04", "2016-06-28"]),
        (["3.4.16", "28/06/2021"], ["2016-04-03", "2021-06-28"]),
        (["3/4/16 09:15", "28/6/16"], ["2016-04-03", "2016-06-28"]),
        (["3/4/16", "5/6/16"], [None, None]),
        (["3/4/16", "28/6/16", "6/28/16"], [None, None, None]),
        (["3/4/45", "28/6/16"], [None, "2016-06-28"]),
        (["31/31/16", "3/4/16"], [None, None]),
        (["", "28/06/2021", "nan", "03/06/2021"], [None, "2021-06-28", None, "2021-06-03"]),
    ],
)
def test_one_date_tells_how_all_of_a_column_are_written(
    tmp_path: Path, dates: list[str], published: list[str | None]
) -> None:
    assert [found.published for found in read(tmp_path, "a.csv", table(*dates))] == published
    records = [{"date": date, "text": PROSE} for date in dates]
    assert [found.published for found in read(tmp_path, "a.json", json.dumps(records))] == published


def test_rows_before_a_broken_one_tell_the_order_of_their_dates(tmp_path: Path) -> None:
    found = read(tmp_path, "a.csv", table("28/06/2021", "03/06/2021") + 'x,"' + "\0")
    assert [document.published for document in found[:2]] == ["2021-06-28", "2021-06-03"]


def test_numbers_that_are_no_dates_tell_no_order() -> None:
    assert not find_order(["31/31/2021", "call 28-6-20215", ""]).shown
    assert find_date("31/31/2021") is None
    assert find_date("555-12-11-2019") is None


@pytest.mark.parametrize(
    "text", ["nan", "NaN", "NONE", "N/A", "n.a.", "null", "Unknown", "-", "--", "—", "", " ", "['nan']", "?"]
)
def test_what_stands_for_no_value(text: str) -> None:
    assert is_no_value(text)


@pytest.mark.parametrize(
    "text", ["Nan Fairley", "Nonette", "Null & Sons", "The Null Post", "Na", "Nils", "0"]
)
def test_what_has_letters_of_its_own_is_a_value(text: str) -> None:
    assert not is_no_value(text)


@pytest.mark.parametrize("word", ["nan", "None", "N/A", "null", "-", "NaT"])
def test_no_value_is_neither_author_nor_outlet_nor_title(tmp_path: Path, word: str) -> None:
    record = {"author": word, "publisher": word, "title": word, "published": word, "text": PROSE}
    (document,) = read(tmp_path, "a.jsonl", json.dumps(record))
    assert (document.authors, document.publisher, document.title) == ((), None, None)
    assert document.text == PROSE


def test_no_value_gives_way_to_the_next_column_and_the_next_name(tmp_path: Path) -> None:
    record = {"author": ["nan", "Ida Krol"], "publisher": "null", "outlet": "The Quay Courier", "text": PROSE}
    (document,) = read(tmp_path, "a.jsonl", json.dumps(record))
    assert [author.value for author in document.authors] == ["Ida Krol"]
    assert document.publisher is not None
    assert document.publisher.value == "The Quay Courier"


def test_front_matter_without_values_credits_nobody(tmp_path: Path) -> None:
    (document,) = read(tmp_path, "a.md", f"---\nauthor: None\npublisher: N/A\n---\n\n{PROSE}\n")
    assert (document.authors, document.publisher) == ((), None)


@pytest.mark.parametrize(
    ("first", "sign"),
    [
        ("sep=;", ";"), ('"sep=;"', ";"), ("SEP=,", ","), ("sep=\t", "\t"), ("sep=^", "^"), ('"sep=,",,', ","),
        ("\ufeffsep=|", "|"), ("sep=", ";"), ("sep=;\r", ";"),
    ],
)  # fmt: skip
def test_the_line_that_tells_the_delimiter_is_no_header(tmp_path: Path, first: str, sign: str) -> None:
    (document,) = read(tmp_path, "a.csv", f'{first}\nauthor{sign}text\nIda Krol{sign}"{PROSE}"\n')
    assert [author.value for author in document.authors] == ["Ida Krol"]
    assert document.source.endswith("#1")


def test_a_column_called_sep_is_a_column(tmp_path: Path) -> None:
    (document,) = read(tmp_path, "a.csv", f'sep,text\nx,"{PROSE}"\n')
    assert document.text == PROSE


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Mittwoch, 8. Mai 2019 17:22", "2019-05-08"), ("mercredi 1er août 2018 09:15", "2018-08-01"),
        ("miércoles, 8 de mayo de 2019 17:22", "2019-05-08"), ("Le mar. 5 févr. 2019", "2019-02-05"),
        ("woensdag 8 maart 2017", "2017-03-08"), ("8 Sept. 2019", "2019-09-08"),
    ],
)  # fmt: skip
def test_dates_of_other_languages_are_read(text: str, day: str) -> None:
    found = find_date(text)
    assert found is not None
    assert found.iso == day


@pytest.mark.parametrize("text", ["5. Maine 2019", "3 mars bars 2019", "8. Mittwoch 2019"])
def test_other_words_between_figures_are_no_date(text: str) -> None:
    assert find_date(text) is None


def test_lines_of_files_that_were_put_together_are_read_with_their_marks_of_an_encoding(
    tmp_path: Path,
) -> None:
    line = json.dumps({"text": PROSE})
    assert len(read(tmp_path, "a.jsonl", f"\ufeff{line}\n\ufeff{line}\n\ufeff\n\ufeff {line}\n")) == 3
