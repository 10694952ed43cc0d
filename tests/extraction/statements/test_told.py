"""What other rules have told is not told again."""

from __future__ import annotations

from sociogram.extraction.statements.told import Told
from sociogram.model import RelationMention
from support.hand_statements import HandRead, Place, read_by_hand

MET = (
    "Ann/Ann/NNP/nsubj/1 met/meet/VBD/ROOT/1 the/the/DT/det/3 mayor/mayor/NN/dobj/1 of/of/IN/prep/3 "
    "Bonn/Bonn/NNP/pobj/4 in/in/IN/prep/1 May/May/NNP/pobj/6"
)
WHO: dict[Place, str] = {0: "Person", 3: "Person nominal", 5: "Place"}
SAW = "Ann/Ann/NNP/nsubj/1 saw/see/VBD/ROOT/1 him/he/PRP/dobj/1 there/there/RB/advmod/1"


def relation(read: HandRead, verb: int, subject: int, target: int | None) -> RelationMention:
    trigger = read.tokens.span(verb, verb + 1)
    return RelationMention(
        subject=subject,
        relation="met",
        object=target,
        literal=None if target is not None else ("Text", "x", (0, 1)),
        lemma="meet",
        trigger=trigger,
        sentence=read.tokens.span(*read.tokens.bounds(verb)),
        rule="meet.active@1",
    )


def told(read: HandRead, *relations: RelationMention) -> Told:
    return Told(relations, read.mentions, read.tokens)


def test_a_relation_joins_its_ends_both_ways_at_its_verb_alone() -> None:
    read = read_by_hand(MET, WHO)
    known = told(read, relation(read, 1, 0, 1))
    assert known.joins(1, (0, 1))
    assert known.joins(1, (1, 0))
    assert not known.joins(1, (0, 2))
    assert not known.joins(3, (0, 1))


def test_a_relation_to_words_says_and_one_to_an_actor_does_not() -> None:
    read = read_by_hand(MET, WHO)
    assert told(read, relation(read, 1, 0, None)).says(1)
    assert not told(read, relation(read, 1, 0, 1)).says(1)
    assert not told(read, relation(read, 1, 0, None)).says(3)


def test_a_relation_of_a_noun_names_its_ends() -> None:
    read = read_by_hand(MET, WHO)
    known = told(read, relation(read, 3, 1, 2))
    assert known.names(3, read.who(3))
    assert not known.names(3, read.who(0))
    assert not known.names(1, read.who(3))


def test_words_are_covered_if_an_actor_told_is_all_of_them() -> None:
    read = read_by_hand(MET, WHO)
    ann = read.who(0)
    pair = relation(read, 1, 0, 1)
    assert told(read, pair).covers(1, ann, (2, 6), ())
    assert told(read).covers(1, ann, (2, 6), [pair])
    assert told(read, pair).covers(1, ann, (3, 6), ())


def test_words_that_say_more_are_not_covered() -> None:
    read = read_by_hand(MET, WHO)
    ann = read.who(0)
    assert not told(read, relation(read, 1, 0, 1)).covers(1, ann, (2, 8), ())
    assert not told(read).covers(1, ann, (2, 6), ())
    assert not told(read, relation(read, 1, 2, 1)).covers(1, ann, (2, 6), ())


def test_a_pronoun_covers_itself_alone() -> None:
    read = read_by_hand(SAW, {0: "Person", 2: "Person pronoun male"})
    known = told(read, relation(read, 1, 0, 1))
    assert known.covers(1, read.who(0), (2, 3), ())
    assert not known.covers(1, read.who(0), (2, 4), ())
