"""The lists of well-known actors and a user's own."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from sociogram.errors import OntologyError
from sociogram.knowledge.actor_lists import actor_kinds, load_actor_lists
from sociogram.knowledge.folders import actor_lists_folder
from support.growth import LINEAR, growth

if TYPE_CHECKING:
    from pathlib import Path


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_every_line_of_the_lists_loads_with_a_kind_of_the_ontology() -> None:
    lists = load_actor_lists()
    assert len(lists.entries) > 3000
    assert {actor.kind for actor in lists.entries.values()} <= actor_kinds()


def test_a_country_is_found_by_alias_and_by_adjective() -> None:
    lists = load_actor_lists()
    found = lists.find("U.S.")
    assert found is not None
    assert found.name == "United States"
    assert lists.demonyms["Germans"] == "germany"


def test_a_country_has_the_name_it_shares_with_a_state() -> None:
    found = load_actor_lists().find("Georgia")
    assert found is not None
    assert found.kind == "Country"


def test_names_are_keyed_by_their_first_word_longest_first() -> None:
    names = [name.text for name in load_actor_lists().names["European"]]
    assert names == sorted(names, key=lambda name: (-len(name), name))


def test_no_alias_begins_with_an_article_in_small_letters() -> None:
    for actor in load_actor_lists().entries.values():
        assert not any(alias.startswith("the ") for alias in actor.aliases), actor.name


def test_an_own_list_comes_before_ours_where_they_share_a_name(tmp_path: Path) -> None:
    own = write(
        tmp_path / "own.csv", "name,kind,aliases,identifiers\nMercury Ltd,Company,Mercury|Paris,lei=5493\n"
    )
    lists = load_actor_lists([own])
    found = lists.find("Paris")
    assert found is not None
    assert found.name == "Mercury Ltd"
    assert found.identifiers == (("lei", "5493"),)


def test_an_unknown_kind_is_refused_with_its_line_and_the_likely_one(tmp_path: Path) -> None:
    own = write(tmp_path / "own.csv", "name,kind\nAcme,Company\nZeta,Compny\n")
    with pytest.raises(OntologyError, match=r"own\.csv:3: unknown kind 'Compny'; did you mean 'Company'"):
        load_actor_lists([own])


def test_a_list_without_the_column_kind_is_refused(tmp_path: Path) -> None:
    own = write(tmp_path / "own.csv", "name,sort\nAcme,Company\n")
    with pytest.raises(OntologyError, match=r"own\.csv:1: no column 'kind'"):
        load_actor_lists([own])


def test_an_identifier_without_a_scheme_is_refused(tmp_path: Path) -> None:
    own = write(tmp_path / "own.csv", "name,kind,identifiers\nAcme,Company,Q42\n")
    with pytest.raises(OntologyError, match=r"own\.csv:2: identifier 'Q42'"):
        load_actor_lists([own])


def test_a_comma_too_many_is_refused_with_its_line(tmp_path: Path) -> None:
    own = write(tmp_path / "own.csv", "name,kind\nAcme, Inc.,Company\n")
    with pytest.raises(OntologyError, match=r"own\.csv:2: more fields than columns"):
        load_actor_lists([own])


def test_a_missing_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="cannot be read"):
        load_actor_lists([tmp_path / "none.csv"])


def test_the_genders_of_first_names_are_known_words() -> None:
    assert set(load_actor_lists().first_names.values()) <= {"male", "female", "unknown"}
    assert load_actor_lists().first_names["Angela"] == "female"


def test_every_list_ends_its_lines_alike() -> None:
    for path in sorted(actor_lists_folder().rglob("*.csv")):
        assert b"\r" not in path.read_bytes(), path.name


def test_an_unknown_context_is_refused_with_its_line(tmp_path: Path) -> None:
    own = write(tmp_path / "own.csv", "name,kind,context\nAnn Quill,Person,fame\n")
    with pytest.raises(OntologyError, match=r"own\.csv:2: unknown context 'fame'"):
        load_actor_lists([own])
    assert load_actor_lists([write(tmp_path / "own.csv", "name,kind,context\nAnn Quill,Person,\n")])


def test_members_of_congress_join_in_a_fitting_text_alone_and_give_no_surnames() -> None:
    lists = load_actor_lists()
    member = lists.find("Mike Rogers")
    assert member is not None
    assert member.context == "office"
    assert dict(member.identifiers)["bioguide"] == "R000575"
    assert "Latta" not in lists.surnames
    assert "Abbas" in lists.surnames


def test_a_list_of_thousands_of_one_name_is_read_in_time_that_grows_with_it(tmp_path: Path) -> None:
    def run(size: int) -> None:
        rows = "".join(f"Ann Lee{number},Person,The Lees\n" for number in range(size))
        own = write(tmp_path / f"own{size}{time.monotonic_ns()}.csv", f"name,kind,aliases\n{rows}")
        assert len(load_actor_lists([own]).by_name["The Lees"]) == size

    # A list of ours is read beside it each time, so that the sizes are large.
    assert growth(run, 1_500) < LINEAR
