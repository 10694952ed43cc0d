"""Who and what may stand at an end of a statement, and which words say nothing."""

from __future__ import annotations

import pytest

from support.hand_statements import Place, read_by_hand

POINTS = "its object is words that point at others"
EMPTY = "its object is words that say nothing alone"
NOBODY = "its object is nobody and nothing"

PRAISED = "{0}/{0}/{1}/nsubj/1 praised/praise/VBD/ROOT/1 Ann/Ann/NNP/dobj/1"
MANY = (
    "Many/many/JJ/nsubj/4 of/of/IN/prep/0 our/our/PRP$/poss/3 workers/worker/NNS/pobj/1 praised/praise/VBD/ROOT/4 "
    "Ann/Ann/NNP/dobj/4"
)
PERCENT = (
    "Ann/Ann/NNP/nsubj/1 met/meet/VBD/ROOT/1 90/90/CD/nummod/3 percent/percent/NN/dobj/1 of/of/IN/prep/3 "
    "the/the/DT/det/6 delegates/delegate/NNS/pobj/4"
)
OBJECT = "Ann/Ann/NNP/nsubj/1 praised/praise/VBD/ROOT/1 {}"


def is_subject(word: str, tag: str, kind: str, same: bool = False) -> bool:
    who: dict[Place, str] = {0: kind, 2: "Person"}
    read = read_by_hand(PRAISED.format(word, tag), who, same=[(0, 2)] if same else ())
    return read.ends.is_subject(read.who(0))


def is_end(word: str, tag: str, kind: str, *, nested: bool = False, same: bool = False) -> bool:
    who: dict[Place, str] = {0: "Person", 2: kind}
    read = read_by_hand(OBJECT.format(f"{word}/{word}/{tag}/dobj/1"), who, same=[(0, 2)] if same else ())
    return read.ends.is_end(read.who(2), 2, nested=nested)


def why_empty(words: str) -> str | None:
    read = read_by_hand(OBJECT.format(words))
    return read.ends.why_empty((2, len(read.tokens)))


@pytest.mark.parametrize(
    ("word", "tag", "kind"),
    [
        ("Eve", "NNP", "Person"),
        ("Acme", "NNP", "Company"),
        ("Ghana", "NNP", "Country"),
        ("senators", "NNS", "Collective nominal plural"),
        ("Odyssey", "NNP", "Book"),
        ("law", "NN", "Law nominal"),
        ("uprising", "NN", "Event nominal"),
        ("I", "PRP", "Person pronoun first"),
        ("Ghanaian", "NNP", "Country demonym"),
    ],
)
def test_a_statement_may_be_about_actors_named_things_texts_and_events(
    word: str, tag: str, kind: str
) -> None:
    assert is_subject(word, tag, kind)


@pytest.mark.parametrize(
    ("word", "tag", "kind"),
    [
        ("Germans", "NNPS", "Country demonym plural"),
        ("goods", "NNS", "Thing nominal plural"),
        ("Blob", "NNP", "Thing"),
        ("May", "NNP", "Date"),
        ("you", "PRP", "Person pronoun second"),
        ("he", "PRP", "Person pronoun male"),
    ],
)
def test_a_statement_is_not_about_some_of_a_people_things_dates_or_nobody(
    word: str, tag: str, kind: str
) -> None:
    assert not is_subject(word, tag, kind)


def test_a_pronoun_of_somebody_with_a_name_may_be_the_subject() -> None:
    assert is_subject("he", "PRP", "Person pronoun male", same=True)


@pytest.mark.parametrize(
    ("word", "tag", "kind", "nested"),
    [
        ("Eve", "NNP", "Person", False),
        ("Eve", "NNP", "Person", True),
        ("me", "PRP", "Person pronoun first", False),
    ],
)
def test_an_end_has_a_name_or_speaks(word: str, tag: str, kind: str, nested: bool) -> None:
    assert is_end(word, tag, kind, nested=nested)


@pytest.mark.parametrize(
    ("word", "tag", "kind", "nested"),
    [
        ("senators", "NNS", "Collective nominal plural", False),
        ("Germans", "NNPS", "Country demonym plural", False),
        ("Odyssey", "NNP", "Book", False),
        ("me", "PRP", "Person pronoun first", True),
        ("us", "PRP", "Person pronoun second", False),
        ("him", "PRP", "Person pronoun male", False),
    ],
)
def test_an_end_without_a_name_is_left_to_the_words(word: str, tag: str, kind: str, nested: bool) -> None:
    assert not is_end(word, tag, kind, nested=nested)


def test_a_nominal_of_somebody_with_a_name_is_an_end_unless_it_hangs_on_a_noun() -> None:
    assert is_end("senator", "NN", "Person nominal", same=True)
    assert not is_end("senator", "NN", "Person nominal", nested=True, same=True)


def test_of_a_part_of_some_the_whole_is_no_end() -> None:
    read = read_by_hand(PERCENT, {0: "Person", 6: "Collective nominal plural"}, same=[(0, 6)])
    assert read.who(3).mention.text == "delegates"
    assert not read.ends.is_end(read.who(3), 3, nested=False)


def test_many_of_them_are_some_of_them() -> None:
    read = read_by_hand(MANY, {3: "Collective nominal plural", 5: "Person"})
    one = read.who(0)
    assert one.mention.text == "workers"
    assert read.ends.is_some(one, 0)
    assert not read.ends.is_some(one, 3)
    assert not read.ends.is_some(read.who(5), 5)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("this/this/DT/dobj/1", POINTS),
        ("them/they/PRP/dobj/1", POINTS),
        ("all/all/DT/dobj/1 of/of/IN/prep/2 it/it/PRP/pobj/3", POINTS),
        ("this/this/DT/det/3 law/law/NN/dobj/1", POINTS),
        ("how/how/WRB/advmod/4 they/they/PRP/nsubj/4 sang/sing/VBD/ccomp/1", POINTS),
        ("nobody/nobody/NN/dobj/1 in/in/IN/prep/2 Bonn/Bonn/NNP/pobj/3", NOBODY),
        ("nothing/nothing/NN/dobj/1", POINTS),
        ("the/the/DT/det/3 way/way/NN/dobj/1", EMPTY),
        ("the/the/DT/det/3 facts/fact/NNS/dobj/1", EMPTY),
    ],
)
def test_words_that_say_nothing_alone(words: str, reason: str) -> None:
    assert why_empty(words) == reason


@pytest.mark.parametrize(
    "words",
    [
        "the/the/DT/det/3 law/law/NN/dobj/1",
        "this/this/DT/det/4 new/new/JJ/amod/4 law/law/NN/dobj/1",
        "their/their/PRP$/poss/3 law/law/NN/dobj/1",
        "the/the/DT/det/3 way/way/NN/dobj/1 to/to/IN/prep/3 Bonn/Bonn/NNP/pobj/4",
        "the/the/DT/det/3 mayor/mayor/NN/nsubj/4 knew/know/VBD/ccomp/1 them/they/PRP/dobj/4",
        "that/that/IN/mark/4 they/they/PRP/nsubj/4 sang/sing/VBD/ccomp/1",
        "nobody/nobody/NN/dobj/1 less/less/JJ/amod/2 than/than/IN/prep/3 Bonn/Bonn/NNP/pobj/4".replace(
            "nobody/nobody", "somebody/somebody"
        ),
    ],
)
def test_words_that_say_something(words: str) -> None:
    assert why_empty(words) is None


@pytest.mark.parametrize("before", ["her/her/PRP$/poss/1", "fellow/fellow/JJ/amod/1"])
def test_one_of_a_nations_people_is_not_the_nation(before: str) -> None:
    text = f"{before} Texan/Texan/NNP/nsubj/2 praised/praise/VBD/ROOT/2 Ann/Ann/NNP/dobj/2"
    read = read_by_hand(text, {1: "Country demonym"})
    assert read.ends.is_people(read.who(1)) is True


def test_a_name_in_a_longer_word_is_nobody_who_acts() -> None:
    text = "the/the/DT/det/4 {0}/{0}/JJ/amod/4 -/-/HYPH/punct/4 Lee/Lee/NNP/nsubj/4 fight/fight/VBP/ROOT/4"
    for word, expected in (("pro", False), ("Smith", True)):
        read = read_by_hand(text.format(word), {3: "Person"})
        assert read.ends.is_subject(read.who(3)) is expected


def test_words_without_a_letter_say_nothing() -> None:
    assert why_empty("―/―/NN/dobj/1") == "its words break off"
