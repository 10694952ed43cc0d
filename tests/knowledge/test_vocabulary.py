"""The word lists of ``ontology/vocabulary``: each loads and is asked by a rule, and none that is asked is missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sociogram.errors import OntologyError
from sociogram.knowledge.folders import ontology_folder
from sociogram.knowledge.vocabulary import Vocabulary, load_vocabulary, read_vocabulary
from support.places import ROOT

ROOMS = sorted(path.stem for path in (ontology_folder() / "vocabulary").glob("*.yaml"))
_ROOM = re.compile(r'load_vocabulary\("(\w+)"\)')
_ASKED = re.compile(r'\.(words|ordered|values)\(\s*"([\w-]+)"')
GOOD = """
- id: fruits
  what: Fruits.
  words: [apple, pear]
- id: prices
  what: Fruits with their prices.
  values: {apple: 2.0, pear: [cheap, dear]}
"""


def asked() -> list[tuple[str, list[str], str, str]]:
    """Each list that a module asks for: the module, the rooms of its lists, how it asks, and the id."""
    found = []
    for path in sorted((ROOT / "src" / "sociogram").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        rooms = sorted(set(_ROOM.findall(text)))
        if rooms:
            name = path.relative_to(ROOT).as_posix()
            found += [(name, rooms, how, id_) for how, id_ in _ASKED.findall(text)]
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_every_list_is_asked_by_a_rule(room: str) -> None:
    used = {id_ for _, rooms, _, id_ in asked() if room in rooms}
    unused = sorted(set(load_vocabulary(room).entries) - used)
    assert not unused, f"no rule asks {room}.yaml for {unused}"


def test_every_list_that_a_rule_asks_for_exists() -> None:
    for module, rooms, how, id_ in asked():
        room = next((room for room in rooms if id_ in load_vocabulary(room).entries), None)
        assert room is not None, f"{module} asks {rooms} for {id_}"
        assert getattr(load_vocabulary(room), how)(id_), f"{module}: {id_}"


@pytest.mark.parametrize("room", ROOMS)
def test_every_list_says_in_a_sentence_which_words_belong_to_it(room: str) -> None:
    for entry in load_vocabulary(room).entries.values():
        assert entry.text("what").strip().endswith((".", ")", "?")), entry.where
        assert len(entry.text("what").split()) >= 4, entry.where


def test_lists_keep_their_order_and_values_their_types(tmp_path: Path) -> None:
    lists = read(tmp_path, GOOD.replace("apple, pear]", "pear, apple]"))
    assert lists.ordered("fruits") == ("pear", "apple")
    assert lists.words("fruits") == {"apple", "pear"}
    assert lists.values("prices") == {"apple": 2.0, "pear": ["cheap", "dear"]}


@pytest.mark.parametrize(
    ("wrong", "right", "message"),
    [
        ("apple, pear]", "apple, 7]", r"lists\.yaml:2: `words` holds 7, which is no text; put it in quotes"),
        ("apple, pear]", "apple, on]", r"`words` holds True, which is no text; put it in quotes"),
        ("apple, pear]", "apple, apple]", r"`apple` stands twice in `fruits`"),
        ("[apple, pear]", "apple", r"`words` must be a list"),
        ("[apple, pear]", "[]", r"`words` is missing"),
        ("words: [apple, pear]", "word: [apple, pear]", r"either `words` or `values`, not neither"),
        ("words: [apple, pear]", "words: [apple]\n  values: {apple: 1}", r"not words and values"),
        ("what: Fruits.", "what: ''", r"`what` is missing"),
        ("what: Fruits.", "waht: Fruits.", r"unknown key `waht`; did you mean `what`\?"),
        ("apple: 2.0", "5: 2.0", r"lists\.yaml:5: `values` holds 5"),
        ("id: prices", "id: fruits", r"lists\.yaml:5: the list `fruits` stands twice"),
    ],
)
def test_a_wrong_list_is_refused_with_its_place(tmp_path: Path, wrong: str, right: str, message: str) -> None:
    assert wrong in GOOD
    with pytest.raises(OntologyError, match=message):
        read(tmp_path, GOOD.replace(wrong, right, 1))


def test_a_list_that_is_not_there_is_named_with_the_nearest_one(tmp_path: Path) -> None:
    lists = read(tmp_path, GOOD)
    with pytest.raises(OntologyError, match=r"there is no list `fruit`; did you mean `fruits`\?"):
        lists.words("fruit")
    with pytest.raises(OntologyError, match=r"lists\.yaml:5: the list `prices` has no `words`"):
        lists.words("prices")
    with pytest.raises(OntologyError, match=r"the list `fruits` has no `values`"):
        lists.values("fruits")
    with pytest.raises(OntologyError, match=r"kitchen\.yaml: not there"):
        load_vocabulary("kitchen")


def read(folder: Path, text: str) -> Vocabulary:
    """The lists of ``text``."""
    path = folder / "lists.yaml"
    path.write_text(text, encoding="utf-8")
    return read_vocabulary(path)
