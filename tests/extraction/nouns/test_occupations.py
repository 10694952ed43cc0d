"""What somebody is by the noun beside or behind the name, over parses written by hand."""

from __future__ import annotations

import pytest

from sociogram.extraction.mentions.find import find_mentions
from sociogram.extraction.nouns.occupations import find_occupations
from sociogram.extraction.nouns.phrases import index_phrases
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.model import Chain, RelationMention
from support.parses import parse_by_hand


def occupations(
    text: str,
    *persons: tuple[int, int],
    told: frozenset[tuple[int, int]] = frozenset(),
    joined: tuple[int, ...] = (),
) -> list[RelationMention]:
    parsed = parse_by_hand(text, persons=persons, published="2025-01-02", joined=joined)
    lists = load_actor_lists()
    mentions = find_mentions(parsed, lists)
    chains = [Chain(index=one.index, mentions=(one.index,), kind=one.kind, name=one.name) for one in mentions]
    phrases = index_phrases(parsed, mentions, chains)
    return list(find_occupations(phrases, lists, told))


def pairs(text: str, *persons: tuple[int, int]) -> set[tuple[str, str]]:
    """(person, words) of each occupation."""
    parsed = parse_by_hand(text, persons=persons)
    mentions = find_mentions(parsed, load_actor_lists())
    names = {one.index: one.name for one in mentions}
    return {(names[one.subject], one.literal[1]) for one in occupations(text, *persons) if one.literal}


def words(found: list[RelationMention]) -> list[str]:
    return [one.literal[1] for one in found if one.literal]


BEHIND = (
    "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/7 ,/,/,/punct/1 a/a/DT/det/5 {} {}/{}/{}/appos/1 ,/,/,/punct/1 "
    "spoke/speak/VBD/ROOT/7"
)


def test_a_noun_before_a_name_says_what_the_person_is() -> None:
    found = occupations(
        "Rapper/rapper/NN/compound/2 Jane/Jane/NNP/compound/2 Doe/Doe/NNP/nsubj/3 sang/sing/VBD/ROOT/3",
        (1, 3),
    )
    assert words(found) == ["Rapper"]
    assert [one.relation for one in found] == ["holdsPost"]


def test_so_does_a_noun_behind_it() -> None:
    found = occupations(BEHIND.format("famous/famous/JJ/amod/5", "painter", "painter", "NN"), (0, 2))
    assert words(found) == ["famous painter"]


def test_a_noun_for_no_person_says_nothing() -> None:
    assert not occupations(BEHIND.format("famous/famous/JJ/amod/5", "disaster", "disaster", "NN"), (0, 2))


def test_age_sex_and_kin_are_no_occupation() -> None:
    assert not occupations(BEHIND.format("young/young/JJ/amod/5", "woman", "woman", "NN"), (0, 2))


def test_several_are_no_occupation_of_one() -> None:
    assert not occupations(BEHIND.format("famous/famous/JJ/amod/5", "painters", "painter", "NNS"), (0, 2))


def test_a_former_occupation_has_ended() -> None:
    (one,) = occupations(BEHIND.format("former/former/JJ/amod/5", "painter", "painter", "NN"), (0, 2))
    assert one.time is not None
    assert one.time.end == "2025-01-02"


@pytest.mark.parametrize("word", ["aspiring", "fake", "failed", "no", "so-called", "next", "more"])
def test_who_is_none_has_no_occupation(word: str) -> None:
    assert not occupations(BEHIND.format(f"{word}/{word}/JJ/amod/5", "painter", "painter", "NN"), (0, 2))


def test_a_retired_one_has_ended() -> None:
    (one,) = occupations(BEHIND.format("retired/retired/JJ/amod/5", "painter", "painter", "NN"), (0, 2))
    assert one.time is not None


def test_what_a_post_has_told_is_not_told_again() -> None:
    text = BEHIND.format("famous/famous/JJ/amod/5", "painter", "painter", "NN")
    (one,) = occupations(text, (0, 2))
    assert not occupations(text, (0, 2), told=frozenset({(one.subject, one.trigger[1])}))


def test_two_titles_are_two_posts() -> None:
    found = occupations(
        "Republican/republican/JJ/amod/1 nominee/nominee/NN/compound/4 Gov./gov./NNP/compound/4 "
        "Jane/Jane/NNP/compound/4 Doe/Doe/NNP/nsubj/5 spoke/speak/VBD/ROOT/5",
        (3, 5),
    )
    assert words(found) == ["Republican nominee", "Gov."]


def test_a_title_of_several_words_in_capitals_is_one_post() -> None:
    found = occupations(
        "Attorney/attorney/NNP/compound/1 General/general/NNP/compound/3 Jane/Jane/NNP/compound/3 "
        "Doe/Doe/NNP/nsubj/4 spoke/speak/VBD/ROOT/4",
        (2, 4),
    )
    assert words(found) == ["Attorney General"]


ROLE_FIRST = (
    "The/the/DT/det/3 {}/{}/JJ/amod/3 campaign/campaign/NN/compound/3 manager/manager/NN/nsubj/8 ,/,/,/punct/3 "
    "Jane/Jane/NNP/compound/6 Doe/Doe/NNP/appos/3 ,/,/,/punct/3 spoke/speak/VBD/ROOT/8"
)


def test_the_role_may_stand_first_behind_an_article() -> None:
    assert words(occupations(ROLE_FIRST.format("deputy", "deputy"), (5, 7))) == ["deputy campaign manager"]


def test_every_one_of_a_kind_is_nobody() -> None:
    assert not occupations(ROLE_FIRST.format("every", "every"), (5, 7))


COPULA = (
    "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/2 is/be/VBZ/ROOT/2 a/a/DT/det/5 {0}/{0}/JJ/amod/5 "
    "{1}/{1}/NN/attr/2 of/of/IN/prep/5 {2}/{2}/NN/pobj/6 ,/,/,/punct/5 who/who/WP/nsubj/10 left/leave/VBD/relcl/5"
)


def test_what_somebody_is_said_to_be_ends_before_a_clause() -> None:
    assert words(occupations(COPULA.format("practising", "lawyer", "Ohio"), (0, 2))) == [
        "practising lawyer of Ohio"
    ]


@pytest.mark.parametrize("word", ["great", "first", "only"])
def test_praise_is_no_post(word: str) -> None:
    assert not occupations(COPULA.format(word, "lawyer", "Ohio"), (0, 2))


def test_a_leader_of_nothing_is_praised() -> None:
    bare = COPULA.format("political", "leader", "Ohio").split(" of/of")[0]
    assert not occupations(bare, (0, 2))
    assert occupations(bare.replace("leader", "lawyer"), (0, 2))


def test_a_case_that_is_only_set_is_no_post() -> None:
    text = (
        "{}/{}/IN/mark/2 Doe/Doe/NNP/nsubj/2 is/be/VBZ/advcl/6 the/the/DT/det/4 mayor/mayor/NN/attr/2 ,/,/,/punct/6 "
        "wait/wait/VB/ROOT/6"
    )
    assert not occupations(text.format("If", "if"), (1, 2))
    assert occupations(text.format("While", "while"), (1, 2))


def as_words(verb: str, lemma: str) -> str:
    return (
        f"Doe/Doe/NNP/nsubj/1 {verb}/{lemma}/VBD/ROOT/1 as/as/IN/prep/1 the/the/DT/det/4 mayor/mayor/NN/pobj/2 "
        "of/of/IN/prep/4 Bonn/Bonn/NNP/pobj/5"
    )


def test_as_speaks_of_the_subject() -> None:
    (one,) = occupations(as_words("served", "serve"), (0, 1))
    assert words([one]) == ["mayor of Bonn"]
    assert one.time is None


def test_who_resigns_as_mayor_was_it() -> None:
    (one,) = occupations(as_words("resigned", "resign"), (0, 1))
    assert one.time is not None


@pytest.mark.parametrize(("verb", "lemma"), [("posed", "pose"), ("dressed", "dress"), ("ran", "run")])
def test_who_only_seems_or_wants_is_none(verb: str, lemma: str) -> None:
    assert not occupations(as_words(verb, lemma), (0, 1))


def test_as_with_a_verb_of_hiring_speaks_of_the_object() -> None:
    text = (
        "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/2 {}/{}/VBD/ROOT/2 Jim/Jim/NNP/compound/4 Roe/Roe/NNP/dobj/2 "
        "as/as/IN/prep/2 a/a/DT/det/7 driver/driver/NN/pobj/5"
    )
    assert pairs(text.format("hired", "hire"), (0, 2), (3, 5)) == {("Jim Roe", "driver")}
    assert pairs(text.format("replaced", "replace"), (0, 2), (3, 5)) == {("Jane Doe", "driver")}


def test_a_tenure_is_its_owners() -> None:
    found = occupations(
        "Doe/Doe/NNP/poss/2 's/'s/POS/case/0 tenure/tenure/NN/nsubj/5 as/as/IN/prep/2 mayor/mayor/NN/pobj/3 "
        "ended/end/VBD/ROOT/5",
        (0, 1),
        joined=(0,),
    )
    assert words(found) == ["mayor"]


def test_whom_with_brings_in_bears_it() -> None:
    text = (
        "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/2 ruled/rule/VBD/ROOT/2 with/with/IN/prep/2 "
        "Jim/Jim/NNP/compound/5 Roe/Roe/NNP/pobj/3 as/as/IN/prep/2 secretary/secretary/NN/pobj/6"
    )
    assert pairs(text, (0, 2), (4, 6)) == {("Jim Roe", "secretary")}


def test_a_clause_in_the_singular_speaks_of_the_last_of_two() -> None:
    text = (
        "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/10 and/and/CC/cc/1 Jim/Jim/NNP/compound/4 Roe/Roe/NNP/conj/1 "
        ",/,/,/punct/1 who/who/WP/nsubj/7 {}/be/VBD/relcl/1 {}/driver/{}/attr/7 ,/,/,/punct/1 left/leave/VBD/ROOT/10"
    )
    assert pairs(text.format("was", "driver", "NN"), (0, 2), (3, 5)) == {("Jim Roe", "driver")}


ELECT = (
    "President/president/NNP/compound/4 -/-/HYPH/punct/2 {0}/{0}/NN/compound/4 Jane/Jane/NNP/compound/4 "
    "Doe/Doe/NNP/nsubj/5 spoke/speak/VBD/ROOT/5"
)


def test_a_post_to_come_says_so() -> None:
    (one,) = occupations(ELECT.format("elect"), (3, 5), joined=(0, 1))
    assert words([one]) == ["President-elect"]
    assert one.lemma == "president-elect"


def test_a_former_post_may_be_joined_by_a_hyphen() -> None:
    text = (
        "then/then/RB/advmod/2 -/-/HYPH/punct/2 {0}/{0}/NNP/compound/4 Jane/Jane/NNP/compound/4 "
        "Doe/Doe/NNP/nsubj/5 spoke/speak/VBD/ROOT/5"
    ).format("Senator")
    (one,) = occupations(text, (3, 5), joined=(0, 1))
    assert one.time is not None
    assert not occupations(text.replace("then/then", "non/non"), (3, 5), joined=(0, 1))


def test_each_of_several_bears_a_title_in_the_plural() -> None:
    text = (
        "four/four/CD/nummod/1 senators/senator/NNS/nsubj/8 ,/,/,/punct/1 Jane/Jane/NNP/compound/4 "
        "Doe/Doe/NNP/appos/1 and/and/CC/cc/4 Jim/Jim/NNP/compound/7 Roe/Roe/NNP/conj/4 spoke/speak/VBD/ROOT/8"
    )
    assert pairs(text, (3, 5), (6, 8)) == {("Jane Doe", "senator"), ("Jim Roe", "senator")}


def test_a_noun_in_no_list_is_known_by_its_ending() -> None:
    assert words(
        occupations(BEHIND.format("famous/famous/JJ/amod/5", "radiographer", "radiographer", "NN"), (0, 2))
    )
    assert not occupations(BEHIND.format("famous/famous/JJ/amod/5", "layer", "layer", "NN"), (0, 2))


def test_a_list_of_those_who_are_addressed_says_nothing_of_the_first() -> None:
    assert not occupations(
        "Doe/Doe/NNP/ROOT/0 ,/,/,/punct/0 Mr./Mr./NNP/compound/4 Chief/Chief/NNP/compound/4 "
        "Justice/Justice/NNP/appos/0",
        (0, 1),
    )


def test_a_description_that_opens_the_sentence_is_of_the_subject_behind_its_comma() -> None:
    text = (
        "A/a/DT/det/2 former/former/JJ/amod/2 lawyer/lawyer/NN/nsubj/6 {}/{}/,/punct/6 Jane/Jane/NNP/compound/5 "
        "Doe/Doe/NNP/nsubj/6 left/leave/VBD/ROOT/6"
    )
    assert pairs(text.format(",", ","), (4, 6)) == {("Jane Doe", "former lawyer")}
    assert not pairs(text.format("–", "–"), (4, 6))


def test_an_apposition_is_of_the_person_right_before_it() -> None:
    text = (
        "the/the/DT/det/1 letter/letter/NN/nsubj/10 to/to/IN/prep/1 Jane/Jane/NNP/compound/4 Doe/Doe/NNP/pobj/2 "
        ",/,/,/punct/1 a/a/DT/det/8 former/former/JJ/amod/8 lawyer/lawyer/NN/appos/1 ,/,/,/punct/1 "
        "left/leave/VBD/ROOT/10"
    )
    assert pairs(text, (3, 5)) == {("Jane Doe", "former lawyer")}


def test_brackets_with_who_speak_of_the_name_before_them() -> None:
    text = (
        "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/8 (/(/,/punct/4 who/who/WP/nsubj/4 is/be/VBZ/parataxis/1 "
        "a/a/DT/det/6 lawyer/lawyer/NN/attr/4 )/)/,/punct/1 left/leave/VBD/ROOT/8"
    )
    assert pairs(text, (0, 2)) == {("Jane Doe", "lawyer")}


@pytest.mark.parametrize("title", ["Rev.", "Sheikh"])
def test_an_honorific_is_no_post(title: str) -> None:
    text = f"{title}/{title}/NNP/compound/2 Jane/Jane/NNP/compound/2 Doe/Doe/NNP/nsubj/3 sang/sing/VBD/ROOT/3"
    assert not occupations(text, (1, 3))


def test_the_first_to_do_something_is_not_the_first() -> None:
    first = (
        "Doe/Doe/NNP/nsubj/1 was/be/VBD/ROOT/1 the/the/DT/det/4 first/first/JJ/amod/4 mayor/mayor/NN/attr/1"
    )
    clause = " who/who/WP/nsubj/6 sang/sing/VBD/relcl/4"
    assert words(occupations(first.replace("first/first", "last/last") + clause, (0, 1))) == []
    assert words(occupations(first.replace("first/first/JJ", "local/local/JJ") + clause, (0, 1))) == [
        "local mayor"
    ]


def test_a_role_between_two_names_may_be_of_the_second() -> None:
    text = (
        "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/10 ,/,/,/punct/1 the/the/DT/det/4 painter/painter/NN/appos/1 "
        ",/,/,/punct/1 Bob/Bob/NNP/compound/7 Roe/Roe/NNP/appos/4 ,/,/,/punct/7 then/then/RB/advmod/10 "
        "left/leave/VBD/ROOT/10"
    )
    assert ("Jane Doe", "painter") not in pairs(text, (0, 2), (6, 8))
    assert ("Jane Doe", "painter") in pairs(text.replace("then/then/RB", "and/and/CC"), (0, 2), (6, 8))


LISTED = (
    "Jane/Jane/NNP/compound/1 Doe/Doe/NNP/nsubj/10 ,/,/,/punct/1 a/a/DT/det/5 former/former/JJ/amod/5 "
    "mayor/mayor/NN/appos/1 and/and/CC/cc/5 {} senator/senator/NN/conj/5 ,/,/,/punct/1 left/leave/VBD/ROOT/10"
)


def test_former_holds_for_a_bare_noun_behind_it_in_a_list() -> None:
    def ended(words: str) -> set[str]:
        return {one.lemma for one in occupations(LISTED.format(words), (0, 2)) if one.time is not None}

    assert ended("then/then/RB/dep/10") == {"mayor", "senator"}
    assert ended("present/present/JJ/amod/8") == {"mayor"}
    assert ended("the/the/DT/det/8") == {"mayor"}
    of_acme = LISTED.format("then/then/RB/dep/12").replace(" ,/,/,/punct/1 left/leave/VBD/ROOT/10", "")
    of_acme = (
        of_acme.replace("nsubj/10", "nsubj/11")
        + " of/of/IN/prep/8 Acme/Acme/NNP/pobj/9 left/leave/VBD/ROOT/11"
    )
    assert [one.lemma for one in occupations(of_acme.replace("dep/12", "dep/11"), (0, 2)) if one.time] == [
        "mayor"
    ]
