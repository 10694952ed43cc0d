"""The way from a predicate to an actor in a role of it: its lemma and its words."""

from __future__ import annotations

from sociogram.extraction.statements.predicate import predicate_words
from sociogram.extraction.statements.ways import LONGEST, find_way
from sociogram.knowledge.cues import load_cues
from sociogram.knowledge.scope_words import load_scope_words
from support.hand_statements import read_by_hand

STRIKES = (
    "Ann/Ann/NNP/nsubj/1 conducted/conduct/VBD/ROOT/1 air/air/NN/compound/3 strikes/strike/NNS/dobj/1 in/in/IN/prep/1 "
    "Ghana/Ghana/NNP/pobj/4"
)
NESTED = (
    "Ann/Ann/NNP/nsubj/1 conducted/conduct/VBD/ROOT/1 strikes/strike/NNS/dobj/1 with/with/IN/prep/2 "
    "Acme/Acme/NNP/pobj/3"
)
AT = "Ann/Ann/NNP/nsubj/1 jumped/jump/VBD/ROOT/1 at/at/IN/prep/1 Bob/Bob/NNP/pobj/2"
MET = "Ann/Ann/NNP/nsubj/1 met/meet/VBD/ROOT/1 Bob/Bob/NNP/dobj/1"
LIAR = "Ann/Ann/NNP/nsubj/1 called/call/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 a/a/DT/det/4 liar/liar/NN/oprd/1"
GAVE = "Ann/Ann/NNP/nsubj/1 gave/give/VBD/ROOT/1 Bob/Bob/NNP/dative/1 a/a/DT/det/4 mill/mill/NN/dobj/1"
GAVE_TO = (
    "Ann/Ann/NNP/nsubj/1 gave/give/VBD/ROOT/1 a/a/DT/det/3 mill/mill/NN/dobj/1 to/to/IN/dative/1 "
    "Bob/Bob/NNP/pobj/4"
)
COMPLAINED = (
    "Ann/Ann/NNP/nsubj/1 complained/complain/VBD/ROOT/1 to/to/IN/prep/1 Bob/Bob/NNP/pobj/2 about/about/IN/prep/1 "
    "Eve/Eve/NNP/pobj/4"
)
WITHOUT = "Ann/Ann/NNP/nsubj/1 left/leave/VBD/ROOT/1 {0}/{0}/IN/prep/1 Bob/Bob/NNP/pobj/2"
BECAUSE_OF = "Ann/Ann/NNP/nsubj/1 left/leave/VBD/ROOT/1 {0}/{0}/IN/prep/1 of/of/IN/{1}/2 Bob/Bob/NNP/pobj/3"
HEAD = "Ann/Ann/NNP/nsubj/1 became/become/VBD/ROOT/1 head/head/NN/attr/1 of/of/IN/prep/2 Acme/Acme/NNP/pobj/3"
BEFORE = "In/in/IN/prep/2 Ghana/Ghana/NNP/pobj/0 sang/sing/VBD/ROOT/2 Ann/Ann/NNP/nsubj/2"


def way(text: str, verb: int, role: str, target: int) -> tuple[str, str | None] | None:
    read = read_by_hand(text, {target: "Person"})
    proposition = read.at(verb)
    roles = read.roles.roles(proposition)
    argument = next(one for one in roles[role] if one.head == target)
    words = predicate_words(proposition, read.tokens, load_scope_words())
    found = find_way(proposition, role, argument, roles, words, read.tokens, load_cues())
    return None if found is None else (found[0], read.words(found[1]))


def test_an_object_is_reached_by_the_verb() -> None:
    assert way(MET, 1, "object", 2) == ("meet", "met")


def test_a_preposition_joins_the_lemma_and_ends_the_words() -> None:
    assert way(AT, 1, "prep:at", 3) == ("jump at", "jumped at")


def test_an_object_before_the_preposition_joins_the_lemma() -> None:
    assert way(STRIKES, 1, "prep:in", 5) == ("conduct strike in", "conducted air strikes in")
    assert way(GAVE_TO, 1, "prep:to", 5) == ("give mill to", "gave a mill to")


def test_so_does_an_object_that_the_preposition_hangs_on() -> None:
    assert way(NESTED, 1, "prep:with", 4) == ("conduct strike with", "conducted strikes with")


def test_one_of_two_objects_alone_says_another_thing() -> None:
    assert way(LIAR, 1, "object", 2) is None
    assert way(GAVE, 1, "indirect", 2) is None


def test_of_who_is_told_something_the_words_are_told_elsewhere() -> None:
    assert way(COMPLAINED, 1, "prep:to", 3) is None
    assert way(COMPLAINED, 1, "prep:about", 5) == ("complain about", "complained to Bob about")


def test_a_preposition_that_compares_or_dates_leads_to_no_end() -> None:
    for preposition in ("without", "despite", "like", "since"):
        assert way(WITHOUT.format(preposition), 1, f"prep:{preposition}", 3) is None
    assert way(WITHOUT.format("with"), 1, "prep:with", 3) == ("leave with", "left with")
    assert way(HEAD, 1, "prep:of", 4) is None


def test_a_preposition_of_two_words_is_one() -> None:
    assert way(BECAUSE_OF.format("because", "pcomp"), 1, "prep:because of", 4) is None
    assert way(BECAUSE_OF.format("out", "prep"), 1, "prep:out of", 4) == ("leave out of", "left out of")


def test_what_stands_before_the_verb_is_not_reached_by_its_preposition() -> None:
    assert way(BEFORE, 2, "prep:in", 1) is None


def test_too_many_words_are_no_predicate() -> None:
    def far(count: int) -> tuple[str, str | None] | None:
        noun = count + 2
        words = " ".join(f"big/big/JJ/amod/{noun}" for _ in range(count))
        text = (
            f"Ann/Ann/NNP/nsubj/1 built/build/VBD/ROOT/1 {words} mills/mill/NNS/dobj/1 in/in/IN/prep/1 "
            f"Ghana/Ghana/NNP/pobj/{noun + 1}"
        )
        return way(text, 1, "prep:in", noun + 2)

    assert far(LONGEST - 3) is not None
    assert far(LONGEST - 2) is None
