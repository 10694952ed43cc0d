"""Days of a life, as values of claims."""

from __future__ import annotations

import pytest

from sociogram.extraction.values.life_dates import date_value


@pytest.mark.parametrize(("text", "value"), [
    ("July 17, 1954", "1954-07-17"),
    ("17 July 1954", "1954-07-17"),
    ("July 1954", "1954-07"),
    ("1954", "1954"),
    ("about 1954", "about 1954"),
    ("1954 or 1955", "1954 or 1955"),
    ("last year", "2015"),
    ("yesterday", "2016-03-04"),
    ("Monday", "2016-02-29"),
    ("since Monday", None),
    ("last week", None),
    ("the spring", None),
])  # fmt: skip
def test_a_day_is_written_in_one_way(text: str, value: str | None) -> None:
    assert date_value(text, "2016-03-05") == value


def test_a_year_that_nothing_tells_is_no_date() -> None:
    assert date_value("last year", None) is None
