"""Open reading as a whole: what each clause tells of whom, and what is given back with its reason."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sociogram.extraction.statements.find import LONGEST_OWNED
from sociogram.extraction.statements.relations import BETWEEN, NOUNS, WORDS
from sociogram.knowledge.ontology import FALLBACK
from sociogram.model import Origin, RelationMention, Role
from support.hand_statements import HandRead, Place, read_by_hand

ANN: dict[Place, str] = {0: "Person"}
PRAISED = "Ann/Ann/NNP/nsubj/1 praised/praise/VBD/ROOT/1 {}"
LAW = PRAISED.format("the/the/DT/det/3 law/law/NN/dobj/1")
BOB = PRAISED.format("Bob/Bob/NNP/dobj/1")
BOB_AND = PRAISED.format("Bob/Bob/NNP/dobj/1 and/and/CC/cc/2 the/the/DT/det/5 law/law/NN/conj/2")
TWO = "Ann/Ann/NNP/nsubj/3 and/and/CC/cc/0 Bob/Bob/NNP/conj/0 built/build/VBD/ROOT/3 mills/mill/NNS/dobj/3"
OUSTED = (
    "Ann/Ann/NNP/nsubjpass/2 was/be/VBD/auxpass/2 ousted/oust/VBN/ROOT/2 by/by/IN/agent/2 Bob/Bob/NNP/pobj/3"
)
OUSTED_IN = (
    "Ann/Ann/NNP/nsubjpass/2 was/be/VBD/auxpass/2 ousted/oust/VBN/ROOT/2 in/in/IN/prep/2 Bonn/Bonn/NNP/pobj/3"
)
SENT_TO = (
    "Ann/Ann/NNP/nsubjpass/2 was/be/VBD/auxpass/2 sent/send/VBN/ROOT/2 to/to/IN/prep/2 Bob/Bob/NNP/pobj/3"
)
BUILT = (
    "The/the/DT/det/1 bridge/bridge/NN/nsubjpass/3 was/be/VBD/auxpass/3 built/build/VBN/ROOT/3 by/by/IN/agent/3 "
    "Acme/Acme/NNP/pobj/4"
)
BANNED = (
    "Ann/Ann/NNP/nsubjpass/2 was/be/VBD/auxpass/2 banned/ban/VBN/ROOT/2 from/from/IN/prep/2 the/the/DT/det/5 "
    "square/square/NN/pobj/3 by/by/IN/agent/2 Acme/Acme/NNP/pobj/6"
)
REFERRED = (
    "Ann/Ann/NNP/nsubj/1 referred/refer/VBD/ROOT/1 to/to/IN/prep/1 Bob/Bob/NNP/pobj/2 as/as/IN/prep/1 a/a/DT/det/6 "
    "liar/liar/NN/pobj/4"
)
CALLED = "Ann/Ann/NNP/nsubj/1 called/call/VBD/ROOT/1 Bob/Bob/NNP/dobj/1 a/a/DT/det/4 liar/liar/NN/oprd/1"
SEES = "Ann/Ann/NNP/nsubj/1 sees/see/VBZ/ROOT/1 Bob/Bob/NNP/dobj/1 as/as/IN/prep/1 a/a/DT/det/5 rival/rival/NN/pobj/3"
RELIES = "Ann/Ann/NNP/nsubj/1 relies/rely/VBZ/ROOT/1 on/on/IN/prep/1 {}"
CHEMIST = "Ann/Ann/NNP/nsubj/1 is/be/VBZ/ROOT/1 a/a/DT/det/3 chemist/chemist/NN/attr/1"
JUNK = (
    "Ann/Ann/NNP/nsubj/1 wants/want/VBZ/ROOT/1 to/to/TO/aux/3 junk/junk/VB/xcomp/1 the/the/DT/det/5 "
    "law/law/NN/dobj/3"
)
HOUSE = (
    "The/the/DT/det/3 big/big/JJ/amod/3 old/old/JJ/amod/3 house/house/NN/nsubj/6 Ann/Ann/NNP/nsubj/5 "
    "built/build/VBD/relcl/3 fell/fall/VBD/ROOT/6"
)
PAID = (
    "The/the/DT/det/3 big/big/JJ/amod/3 old/old/JJ/amod/3 house/house/NN/nsubj/7 Ann/Ann/NNP/nsubj/5 "
    "paid/pay/VBD/relcl/3 for/for/IN/prep/5 fell/fall/VBD/ROOT/7"
)
STEP = (
    "The/the/DT/det/1 house/house/NN/nsubj/4 Ann/Ann/NNP/nsubj/3 built/build/VBD/relcl/1 fell/fall/VBD/ROOT/4"
)
EMBRACE = (
    "Ann/Ann/NNP/poss/2 's/'s/POS/case/0 embrace/embrace/NN/nsubj/{0} of/of/IN/prep/2 peace/peace/NN/pobj/3 "
    "{1}angered/anger/VBD/ROOT/{0} Bob/Bob/NNP/dobj/{0}"
)
STRIKES = (
    "Ann/Ann/NNP/nsubj/1 conducted/conduct/VBD/ROOT/1 strikes/strike/NNS/dobj/1 in/in/IN/prep/1 Ghana/Ghana/NNP/pobj/3 "
    "in/in/IN/prep/1 May/May/NNP/pobj/5"
)
SHE = (
    "Ann/Ann/NNP/nsubj/1 sued/sue/VBD/ROOT/1 Eve/Eve/NNP/dobj/1 ././,/punct/1 she/she/PRP/nsubj/5 "
    "left/leave/VBD/ROOT/5 the/the/DT/det/7 town/town/NN/dobj/5"
)
MANY = (
    "Many/many/JJ/nsubj/4 of/of/IN/prep/0 our/our/PRP$/poss/3 workers/worker/NNS/pobj/1 praised/praise/VBD/ROOT/4 "
    "Bob/Bob/NNP/dobj/4"
)
SAID = (
    "Ann/Ann/NNP/nsubj/1 said/say/VBD/ROOT/1 that/that/IN/mark/4 Bob/Bob/NNP/nsubj/4 left/leave/VBD/ccomp/1 "
    "Bonn/Bonn/NNP/dobj/4"
)


def already(read: HandRead, verb: int, subject: int, target: int | None) -> RelationMention:
    return RelationMention(
        subject=subject,
        relation="met",
        object=target,
        literal=None if target is not None else ("Text", "x", (0, 1)),
        lemma="x",
        trigger=read.tokens.span(verb, verb + 1),
        sentence=read.tokens.span(*read.tokens.bounds(verb)),
        rule="x@1",
    )


def test_an_actor_is_related_to_the_words_that_are_said_of_it() -> None:
    assert read_by_hand(LAW, ANN).told() == [("Ann", "praised", "the law")]


def test_an_actor_is_related_to_another_actor_and_not_once_more_to_the_same_in_words() -> None:
    assert read_by_hand(BOB, {0: "Person", 2: "Person"}).told() == [("Ann", "praised", "[Bob]")]


def test_words_that_say_more_than_the_other_actor_are_told_too() -> None:
    assert read_by_hand(BOB_AND, {0: "Person", (2, 3): "Person"}).told() == [
        ("Ann", "praised", "[Bob]"),
        ("Ann", "praised", "Bob and the law"),
    ]


def test_each_of_those_who_act_together_acts() -> None:
    assert read_by_hand(TWO, {0: "Person", 2: "Person"}).told() == [
        ("Ann", "built", "mills"),
        ("Bob", "built", "mills"),
    ]


def test_nobody_is_related_to_themselves() -> None:
    herself = PRAISED.format("her/she/PRP/dobj/1")
    read = read_by_hand(herself, {0: "Person", 2: "Person pronoun female"}, same=[(0, 2)])
    assert read.told() == []


def test_a_copula_says_what_somebody_is() -> None:
    assert read_by_hand(CHEMIST, ANN).told() == [("Ann", "is", "a chemist")]


def test_a_governor_is_told_with_its_infinitive_and_not_alone() -> None:
    assert read_by_hand(JUNK, ANN).told() == [("Ann", "wants to junk", "the law")]


def test_a_preposition_right_behind_the_verb_belongs_to_the_predicate() -> None:
    read = read_by_hand(RELIES.format("the/the/DT/det/4 law/law/NN/pobj/2"), ANN)
    assert read.told() == [("Ann", "relies on", "the law")]
    assert [one.lemma for one in read.find().relations] == ["rely on"]


def test_the_object_of_a_preposition_may_be_an_actor() -> None:
    read = read_by_hand(RELIES.format("Bob/Bob/NNP/pobj/2"), {0: "Person", 3: "Person"})
    assert read.told() == [("Ann", "relies on", "[Bob]")]


def test_a_passive_between_two_actors_is_told_once_of_who_acts() -> None:
    read = read_by_hand(OUSTED, {0: "Person", 4: "Person"})
    assert read.told() == [("Bob", "ousted", "[Ann]")]
    assert [(one.lemma, one.rule) for one in read.find().relations] == [("oust", BETWEEN)]


def test_what_a_verb_of_saying_says_is_said() -> None:
    read = read_by_hand(SAID, ANN)
    (verb,) = (token for token in range(len(read.tokens)) if read.tokens.lemma[token] == "say")
    relations = read.find(spoken=[verb]).relations
    assert "said" in {one.relation for one in relations}


def test_a_passive_without_an_agent_is_told_of_whom_it_is_done_to() -> None:
    assert read_by_hand(OUSTED_IN, ANN).told() == [("Ann", "was ousted in", "Bonn")]
    assert read_by_hand(SENT_TO, {0: "Person", 4: "Person"}).told() == [("Ann", "was sent to", "[Bob]")]


def test_what_was_done_to_a_thing_is_told_of_the_agent() -> None:
    assert read_by_hand(BUILT, {5: "Company"}).told() == [("Acme", "built", "The bridge")]


def test_where_only_the_whole_tells_what_was_done_the_agent_is_told_nothing_in_words() -> None:
    thing = BANNED.replace("Ann/Ann/NNP", "mills/mill/NNS")
    assert read_by_hand(thing, {7: "Company"}).told() == []


def test_of_whom_something_is_called_only_the_words_tell() -> None:
    who: dict[Place, str] = {0: "Person", 2: "Person"}
    assert read_by_hand(CALLED, who).told() == [("Ann", "called", "Bob a liar")]
    assert read_by_hand(SEES, who).told() == [("Ann", "sees", "Bob as a rival")]


def test_who_is_referred_to_as_something_is_an_end_of_no_pair() -> None:
    found = read_by_hand(REFERRED, {0: "Person", 3: "Person"}).find()
    assert not [one for one in found.relations if one.object is not None]
    assert found.relations or found.skipped
    without = REFERRED.split(" as/", maxsplit=1)[0].replace("referred/refer", "waved/wave")
    assert read_by_hand(without, {0: "Person", 3: "Person"}).told() == [("Ann", "waved to", "[Bob]")]


def test_what_a_relative_clause_leaves_out_stands_before_it() -> None:
    assert read_by_hand(HOUSE, {4: "Person"}).told() == [("Ann", "built", "The big old house")]


def test_a_noun_whose_preposition_is_left_behind_is_told_with_it() -> None:
    assert read_by_hand(PAID, {4: "Person"}).told() == [("Ann", "paid for", "The big old house")]
    assert read_by_hand(PAID, {3: "Company", 4: "Person"}).told() == [("Ann", "paid for", "[house]")]


def test_a_bare_noun_before_a_relative_clause_is_not_told() -> None:
    assert read_by_hand(STEP, {2: "Person"}).told() == []


def test_an_actor_beside_other_words_is_told_in_words_alone() -> None:
    read = read_by_hand(STRIKES, {0: "Person", 4: "Country", 6: "Date"})
    assert [(one.lemma, read.object_of(one)) for one in read.find().relations] == [
        ("conduct", "strikes in Ghana in May"),
    ]


def test_what_somebodys_thing_does_is_told_of_the_owner() -> None:
    read = read_by_hand(EMBRACE.format(5, ""), {0: "Person", 6: "Person"})
    assert read.told() == [("Ann", "'s embrace of peace angered", "Bob"), ("Ann", "embrace of", "peace")]
    assert [(one.lemma, one.rule) for one in read.find().relations] == [
        ("’s embrace anger", WORDS),
        ("embrace of", NOUNS),
    ]


def test_what_a_pronouns_thing_does_is_told_with_the_pronoun() -> None:
    text = (
        "Ann/Ann/NNP/nsubj/1 spoke/speak/VBD/ROOT/1 ././,/punct/1 her/her/PRP$/poss/4 speech/speech/NN/nsubj/5 "
        "angered/anger/VBD/ROOT/5 Bob/Bob/NNP/dobj/5"
    )
    read = read_by_hand(text, {0: "Person", 3: "Person pronoun female", 6: "Person"}, same=[(0, 3)])
    assert ("her", "her speech angered", "Bob") in read.told()


def test_what_somebodys_thing_is_used_for_is_nothing_that_it_does() -> None:
    text = (
        "They/they/PRP/nsubj/1 use/use/VBP/ROOT/1 Ann/Ann/NNP/poss/4 's/'s/POS/case/2 fame/fame/NN/nsubj/6 "
        "to/to/TO/aux/6 anger/anger/VB/xcomp/1 Bob/Bob/NNP/dobj/6"
    )
    read = read_by_hand(text, {2: "Person", 7: "Person"})
    assert read.told() == []
    assert read.reasons() == ["what its subject's thing is used for is not what it does"]


def test_what_it_may_do_is_not_told_in_plain_words() -> None:
    read = read_by_hand(EMBRACE.format(6, "may/may/MD/aux/6 "), {0: "Person"})
    assert read.told() == [("Ann", "embrace of", "peace")]
    assert read.reasons() == ["what its subject's thing does is not told in a few plain words"]


def test_what_it_does_in_many_words_is_not_told() -> None:
    def told(count: int) -> int:
        noun, verb = count + 2, count + 3
        words = " ".join(f"big/big/JJ/amod/{noun}" for _ in range(count))
        text = (
            f"Ann/Ann/NNP/poss/{noun} 's/'s/POS/case/0 {words} mill/mill/NN/nsubj/{verb} "
            f"made/make/VBD/ROOT/{verb} lamps/lamp/NNS/dobj/{verb}"
        )
        return len(read_by_hand(text, ANN).told())

    assert told(LONGEST_OWNED - 2) == 1
    assert told(LONGEST_OWNED - 1) == 0


def test_words_that_cut_a_name_in_two_are_not_told() -> None:
    text = (
        "Ann/Ann/NNP/nsubj/1 paid/pay/VBD/ROOT/1 Bob/Bob/NNP/{}/{} Ray/Ray/NNP/dobj/1 money/money/NN/dobj/1"
    )
    who: dict[Place, str] = {0: "Person", (2, 4): "Person"}
    read = read_by_hand(text.format("dative", 1), who)
    assert read.told() == []
    assert "its words cut a name in two" in read.reasons()
    assert "its words cut a name in two" not in read_by_hand(text.format("compound", 3), who).reasons()


def test_some_of_them_are_not_all_of_them() -> None:
    read = read_by_hand(MANY, {(3, 4): "Collective plural", 5: "Person"})
    assert read.told() == []


@pytest.mark.parametrize(
    ("text", "who", "reason"),
    [
        ("Ann/Ann/NNP/nsubj/1 resigned/resign/VBD/ROOT/1", ANN, "it says nothing but its predicate"),
        (PRAISED.format("this/this/DT/dobj/1"), ANN, "its object is words that point at others"),
        (
            PRAISED.format("the/the/DT/det/3 way/way/NN/dobj/1"),
            ANN,
            "its object is words that say nothing alone",
        ),
        (PRAISED.format("law/law/NN/dobj/1 ?/?/./punct/1"), ANN, "a question"),
        (PRAISED.format("law/law/NN/dobj/1 :/:/,/punct/1"), ANN, "its words break off"),
    ],
)
def test_what_is_not_told_is_given_back_with_its_reason(
    text: str, who: dict[Place, str], reason: str
) -> None:
    read = read_by_hand(text, who)
    assert read.told() == []
    assert read.reasons() == [reason]
    (one,) = read.find().skipped
    assert (one.document, one.stage) == ("hand", "statements")
    assert one.text.startswith(f"{read.propositions[0].lemma}: ")
    assert (one.start, one.end) == (0, len(read.parsed.document.text))


def test_of_whom_a_pronoun_may_stand_for_nothing_is_told() -> None:
    who: dict[Place, str] = {0: "Person", 2: "Person", 4: "Person pronoun female"}
    sure, unsure = (read_by_hand(SHE, who, same=[(one, 4)]) for one in (0, 2))
    assert ("she", "left", "the town") in sure.told()
    assert sure.reasons() == []
    assert ("she", "left", "the town") not in unsure.told()
    assert "its subject is a pronoun beside another who could be meant" in unsure.reasons()


def test_a_thing_does_nothing_to_anybody_and_that_is_told_where_an_actor_stands_by() -> None:
    logic = PRAISED.replace("Ann/Ann", "Logic/Logic")
    assert read_by_hand(logic.format("the/the/DT/det/3 law/law/NN/dobj/1"), {0: "Thing"}).reasons() == []
    beside = read_by_hand(logic.format("Bob/Bob/NNP/dobj/1"), {0: "Thing", 2: "Person"})
    assert (beside.told(), beside.reasons()) == ([], ["its subject is a thing and no actor"])


def test_what_another_rule_told_is_not_told_again() -> None:
    read = read_by_hand(BOB, {0: "Person", 2: "Person"})
    assert read.told([already(read, 1, 0, 1)]) == []
    words = read_by_hand(LAW, ANN)
    assert words.told([already(words, 1, 0, None)]) == []


def test_what_another_rule_told_of_the_owner_of_a_noun_is_not_told_again() -> None:
    read = read_by_hand(EMBRACE.format(5, ""), {0: "Person", 6: "Person"})
    assert ("Ann", "embrace of", "peace") not in read.told([already(read, 2, 0, 1)])


def test_a_pair_that_is_told_leaves_the_words_that_say_more() -> None:
    read = read_by_hand(BOB_AND, {0: "Person", (2, 3): "Person"})
    assert read.told([already(read, 1, 0, 1)]) == [("Ann", "praised", "Bob and the law")]


def test_what_somebody_says_is_a_relation_to_the_words() -> None:
    read = read_by_hand(SAID, {0: "Person", 3: "Person"})
    assert ("Ann", "said", "that Bob left Bonn") in read.told()


def test_relations_are_of_the_fallback_and_have_their_places() -> None:
    read = read_by_hand(STRIKES, {0: "Person", 4: "Country", 6: "Date"})
    text = read.parsed.document.text
    (words,) = read.find().relations
    (pair,) = read_by_hand(BOB, {0: "Person", 2: "Person"}).find().relations
    assert (pair.relation, pair.origin, pair.object is None) == (FALLBACK, Origin.OPEN, False)
    for one in (words,):
        assert (one.relation, one.origin) == (FALLBACK, Origin.OPEN)
        assert one.statement is not None
        assert text[slice(*one.statement)] == "conducted"
        assert text[slice(*one.sentence)] == text
        assert 0 < one.confidence < 1
    assert text[slice(*words.trigger)] == "conducted"
    assert Role(name="time", span=(text.index("May"), len(text))) in words.roles
    assert all(role.span != words.literal[2] for role in words.roles if words.literal)


def test_a_statement_is_less_sure_where_its_ends_are() -> None:
    named = read_by_hand(BOB, {0: "Person", 2: "Person"}).find().relations
    spoken = read_by_hand(BOB, {0: "Person pronoun first", 2: "Person"}).find().relations
    assert [one.confidence for one in named] > [one.confidence for one in spoken]


def test_the_order_of_what_is_told_already_does_not_matter() -> None:
    read = read_by_hand(BOB_AND, {0: "Person", (2, 3): "Person"})
    known = [already(read, 1, 0, 1), already(read, 5, 0, None), already(read, 1, 1, 0)]
    found = [read.find(random.Random(seed).sample(known, 3)) for seed in range(4)]  # noqa: S311
    assert all(one == found[0] for one in found)


WORDS_OF_TREES = (
    ("Ann", "Ann", "NNP"), ("Acme", "Acme", "NNP"), ("law", "law", "NN"), ("laws", "law", "NNS"), ("the", "the", "DT"),
    ("signed", "sign", "VBD"), ("signing", "sign", "VBG"), ("sign", "sign", "VB"), ("was", "be", "VBD"),
    ("said", "say", "VBD"), ("by", "by", "IN"), ("of", "of", "IN"), ("as", "as", "IN"), ("to", "to", "TO"),
    ("not", "not", "RB"), ("no", "no", "DT"), ("may", "may", "MD"), ("she", "she", "PRP"), ("it", "it", "PRP"),
    ("her", "her", "PRP$"), ("who", "who", "WP"), ("which", "which", "WDT"), ("why", "why", "WRB"), (",", ",", ","),
    (".", ".", "."), (":", ":", ","), ("“", "“", "``"), ("'s", "'s", "POS"), ("and", "and", "CC"), ("off", "off", "RP"),
    ("many", "many", "JJ"), ("this", "this", "DT"), ("there", "there", "EX"),
)  # fmt: skip
LABELS = (
    "nsubj", "nsubjpass", "csubj", "dobj", "dative", "attr", "acomp", "oprd", "pobj", "pcomp", "prep", "agent", "aux",
    "auxpass", "neg", "prt", "advmod", "npadvmod", "det", "poss", "case", "amod", "compound", "appos", "relcl", "acl",
    "advcl", "ccomp", "xcomp", "conj", "cc", "punct", "mark", "expl", "parataxis", "dep",
)  # fmt: skip
KINDS = ("Person", "Company", "Country demonym", "Collective nominal plural", "Thing", "Law nominal", "Date",
         "Person pronoun female", "Person pronoun first", "Book")  # fmt: skip


@st.composite
def trees(draw: st.DrawFn) -> HandRead:
    """A few tokens in any tree without crossing arcs, of which some are mentions, some of these in one chain."""
    size = draw(st.integers(1, 9))
    rows = [""] * size

    def hang(first: int, last: int, above: int | None) -> None:
        while first < last:
            behind = draw(st.integers(first + 1, last))
            token = draw(st.integers(first, behind - 1))
            label = "ROOT" if above is None else draw(st.sampled_from(LABELS))
            word = draw(st.sampled_from(WORDS_OF_TREES))
            rows[token] = "/".join((*word, label, str(token if above is None else above)))
            hang(first, token, token)
            hang(token + 1, behind, token)
            first = behind

    hang(0, size, None)
    who: dict[int, str] = draw(
        st.dictionaries(st.integers(0, size - 1), st.sampled_from(KINDS), max_size=size)
    )
    places: dict[Place, str] = dict(who.items())
    heads = sorted(who)[: draw(st.integers(0, size))]
    return read_by_hand(" ".join(rows), places, same=[heads] if heads else [])


LOOKS = (
    "Ann/Ann/NNP/nsubj/1 looks/look/VBZ/ROOT/1 {}/{}/RB/advmod/1 to/to/IN/prep/1 the/the/DT/det/5 "
    "vote/vote/NN/pobj/3"
)


@pytest.mark.parametrize(
    ("adverb", "lemma"),
    [("forward", "look forward to"), ("now", "look to")],
)
def test_an_adverb_stays_with_the_preposition_behind_it(adverb: str, lemma: str) -> None:
    (one,) = read_by_hand(LOOKS.format(adverb, adverb), ANN).find().relations
    assert one.lemma == lemma
    assert one.literal is not None
    assert one.literal[1] == "the vote"


@pytest.mark.parametrize(("adverb", "lemma"), [("back", "walk back"), ("now", "walk")])
def test_a_particle_that_the_parser_takes_for_an_adverb_stays_with_its_verb(adverb: str, lemma: str) -> None:
    text = (
        f"Ann/Ann/NNP/nsubj/1 walked/walk/VBD/ROOT/1 {adverb}/{adverb}/RB/advmod/1 her/her/PRP$/poss/4 "
        "promise/promise/NN/dobj/1 today/today/NN/npadvmod/1"
    )
    (one,) = read_by_hand(text, ANN).find().relations
    assert one.lemma == lemma


@pytest.mark.parametrize("word", ["All", "Every", "Only"])
def test_a_noun_that_is_nothing_without_its_clause_is_not_told(word: str) -> None:
    found = read_by_hand(HOUSE.replace("The/the/", f"{word}/{word.lower()}/"), {4: "Person"}).find()
    assert "it tells only which one is meant" in [one.reason for one in found.skipped]
    assert not found.relations


def test_a_passive_with_a_complement_is_told_as_a_whole() -> None:
    taken = (
        "Ann/Ann/NNP/nsubjpass/2 was/be/VBD/auxpass/2 taken/take/VBN/ROOT/2 prisoner/prisoner/NN/dobj/2 "
        "by/by/IN/agent/2 Bob/Bob/NNP/pobj/4"
    )
    found = read_by_hand(taken, {0: "Person", 5: "Person"}).find().relations
    assert all(one.object is None for one in found)


def test_what_stands_behind_the_agent_leaves_what_he_did() -> None:
    text = BUILT + " in/in/IN/prep/3 Bonn/Bonn/NNP/pobj/6"
    assert ("Acme", "built", "The bridge") in read_by_hand(text, {5: "Company"}).told()


@given(trees())
def test_whatever_the_tree_words_are_those_of_the_text_and_what_is_left_has_reasons(read: HandRead) -> None:
    text = read.parsed.document.text
    found = read.find()
    assert found == read.find()
    for one in found.relations:
        assert one.statement is not None
        assert one.sentence[0] <= one.trigger[0] < one.trigger[1] <= one.sentence[1]
        assert one.sentence[0] <= one.statement[0] < one.statement[1] <= one.sentence[1]
        assert 0 <= one.subject < len(read.mentions)
        assert (one.object is None) == (one.literal is not None)
        assert one.object != one.subject
        assert 0 < one.confidence <= 1
        assert all(0 <= role.span[0] < role.span[1] <= len(text) for role in one.roles)
        if one.literal is not None:
            kind, words, (start, end) = one.literal
            assert (kind, " ".join(text[start:end].split())) == ("Text", words)
            assert words
    assert all(one.reason and one.text and one.start is not None for one in found.skipped)
