"""Dates in running text, one form a test; the document is of Friday, 4 April 2025."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sociogram.extraction.values.times import find_times

PUBLISHED = "2025-04-04"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("on April 4, 2025", "2025-04-04", None),
        ("on 4 April 2025", "2025-04-04", None),
        ("on the 1st of May 2020", "2020-05-01", None),
        ("on 2021-06-16", "2021-06-16", None),
        ("on 04/22/2025", "2025-04-22", None),
        ("on 22/04/2025", "2025-04-22", None),
        ("in April 2025", "2025-04-01", "2025-04-30"),
        ("in February 2024", "2024-02-01", "2024-02-29"),
        ("in 2010", "2010-01-01", "2010-12-31"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("between 2011 and 2015", "2011-01-01", "2015-12-31"),
        ("from 2019 to 2021", "2019-01-01", "2021-12-31"),
        ("the years 2014–16", "2014-01-01", "2016-12-31"),
        ("since 1998", "1998-01-01", None),
        ("until 2020", None, "2020-12-31"),
        ("by 2030", None, "2030-12-31"),
        ("before May 2020", None, "2020-05-01"),
        ("in the first quarter of 2023", "2023-01-01", "2023-03-31"),
        ("in Q4 2023", "2023-10-01", "2023-12-31"),
        ("yesterday", "2025-04-03", None),
        ("tomorrow", "2025-04-05", None),
        ("on Tuesday", "2025-04-01", None),
        ("on Friday", "2025-04-04", None),
        ("last Friday", "2025-03-28", None),
        ("next Tuesday", "2025-04-08", None),
        ("last week", "2025-03-24", "2025-03-30"),
        ("last month", "2025-03-01", "2025-03-31"),
        ("last year", "2024-01-01", "2024-12-31"),
        ("this year", "2025-01-01", "2025-12-31"),
        ("next month", "2025-05-01", "2025-05-31"),
        ("three years ago", "2022-01-01", "2022-12-31"),
        ("two weeks ago", "2025-03-17", "2025-03-23"),
        ("ten days ago", "2025-03-25", None),
        ("in March", "2025-03-01", "2025-03-31"),
        ("in October", "2024-10-01", "2024-10-31"),
        ("on April 1", "2025-04-01", None),
        ("on December 24", "2024-12-24", None),
        ("over the past two weeks", "2025-03-21", "2025-04-04"),
        ("last summer", None, None),
        ("in recent years", None, None),
        ("three days later", None, None),
        ("through the end of his term in early 2017", None, "2017-12-31"),
        ("by the end of the war in 2017", None, "2017-12-31"),
    ],
)
def test_a_time_is_resolved(text: str, start: str | None, end: str | None) -> None:
    found = find_times(f"The court met {text}.", PUBLISHED)
    assert [(item.time.start, item.time.end) for item in found] == [(start, end)]


def test_a_weekday_of_a_plan_is_the_next_one() -> None:
    assert find_times("They will meet on Tuesday.", PUBLISHED, future=True)[0].time.start == "2025-04-08"


@pytest.mark.parametrize("text", ["yesterday", "on Tuesday", "last year", "three years ago", "in March"])
def test_a_relative_time_without_a_date_keeps_its_words(text: str) -> None:
    time = find_times(f"The court met {text}.", None)[0].time
    assert (time.start, time.end) == (None, None)
    assert time.text in text


@pytest.mark.parametrize(
    "text",
    [
        "It cost 2010 dollars.",
        "He may march.",
        "A second attempt failed.",
        "Room 1984 was empty.",
        "30 April showers",
    ],
)
def test_what_is_no_date_is_no_whole_year(text: str) -> None:
    assert all(item.time.start is None or item.time.end is None for item in find_times(text, PUBLISHED))


def test_an_impossible_day_keeps_its_words() -> None:
    time = find_times("It was due on February 30, 2024.", PUBLISHED)[0].time
    assert (time.start, time.end, time.text) == (None, None, "February 30, 2024")


def test_places_are_those_of_the_text() -> None:
    text = "In 2010 they met, and on 3 May 2019 they left, before the end of 2020."
    found = find_times(text, PUBLISHED)
    assert [text[item.start : item.end] for item in found] == [item.time.text for item in found]
    assert all(left.end <= right.start for left, right in pairwise(found))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("from July 2011 to May 2013", "2011-07-01", "2013-05-31"),
        ("between 2 July 2011 and 9 May 2013", "2011-07-02", "2013-05-09"),
        ("Between 2 July and 9 August 2011", "2011-07-02", "2011-08-09"),
        ("from July 2011 onwards", "2011-07-01", None),
        ("from 2011 to the present", "2011-01-01", None),
        ("July 2011 – present", "2011-07-01", None),
        ("from July to September 2011", "2011-07-01", "2011-09-30"),
        ("from November to March 2011", "2010-11-01", "2011-03-31"),
        ("2–9 July 2011", "2011-07-02", "2011-07-09"),
        ("July 2-9, 2011", "2011-07-02", "2011-07-09"),
        ("from 2011 until May 2013", "2011-01-01", "2013-05-31"),
        ("from July 2011 to 2013", "2011-07-01", "2013-12-31"),
        ("since July 2011 until May 2013", "2011-07-01", "2013-05-31"),
        ("from mid-July 2011 to late May 2013", "2011-07-01", "2013-05-31"),
        ("from the autumn of 2011 until 3 May 2013", "2011-01-01", "2013-05-03"),
        ("02/07/2011–30/05/2013", "2011-07-02", "2013-05-30"),
        ("2011-07-02 to 2013-05-09", "2011-07-02", "2013-05-09"),
        ("from January to March", "2025-01-01", "2025-03-31"),
    ],
)
def test_a_period_is_told_by_its_first_and_its_last_date(text: str, start: str, end: str | None) -> None:
    found = find_times(f"They met {text}.", PUBLISHED)
    assert [(item.time.start, item.time.end, item.time.text) for item in found] == [(start, end, text)]


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("in May 2015 and June 2016", ["2015-05-01", "2016-06-01"]),
        ("3 May 2014 – 4 people died", ["2014-05-03"]),
        ("3 May 2014 – June Roe paid", ["2014-05-03"]),
        ("between June 2017 and March 2015", ["2017-06-01", "2015-03-01"]),
        ("from 10 to 15 people", []),
    ],
)
def test_two_dates_that_make_no_period(text: str, starts: list[str]) -> None:
    assert [item.time.start for item in find_times(text, PUBLISHED)] == starts
