"""Names in thousands: what may be one person's is found without a look at each two of them."""

from __future__ import annotations

import itertools
import random

from sociogram.extraction.coreference.clusters import Clusters, persons_clash
from sociogram.extraction.coreference.facts import Facts
from sociogram.extraction.coreference.names import join_names
from sociogram.extraction.coreference.persons import Persons
from sociogram.model import Mention
from support.growth import LINEAR, growth

WORDS = ("ann", "bob", "b", "jb", "roe", "poe", "ann", "lee", "nagy", "katalin")


def name(index: int, text: str) -> Facts:
    """The facts of a person's name."""
    words = tuple(text.split())
    mention = Mention(
        index=index, start=0, end=len(text), text=text, phrase=(0, len(text)), tokens=(0, len(words)), head=0,
        form="named", kind="Person", name=text,
    )  # fmt: skip
    return Facts(
        mention=mention, index=index, head=index, sentence=index, paragraph=0, quote=-1, role="subject", verb=-1,
        top=index, coordinated=False, determiner="none", words=words, modifiers=frozenset(), lemma=words[-1],
        number="singular", gender="unknown", animate=True, generation="jr" if words[-1] == "jr" else "",
        reflexive=False, relative=False, possessive=False, titles=frozenset(), tokens_end=len(words),
    )  # fmt: skip


def test_whatever_does_not_clash_is_found() -> None:
    chosen = random.Random(5)  # noqa: S311 - a test's choices
    for _ in range(60):
        names = [
            name(
                index,
                " ".join(chosen.choices(WORDS, k=chosen.choice((1, 2, 2, 3))))
                + chosen.choice(("", "", " jr")),
            )
            for index in range(30)
        ]
        persons = Persons(names)
        for one in names:
            if len(one.words) == 1:
                continue
            surname = one.words[-2] if one.generation else one.words[-1]
            fit = {
                other.index
                for other in names
                if len(other.words) > 1
                and other.words != one.words
                and surname in other.words
                and not persons_clash(one.words, one.generation, other.words, other.generation)
            }
            found = [other.index for other in persons.alike(one)]
            assert found == sorted(found)
            assert fit <= set(found), one.words


def made(number: int) -> str:
    """A word of its own for each number."""
    return "x" + "".join(chr(97 + int(digit)) for digit in str(number))


def joined(names: list[str]) -> list[list[int]]:
    facts = [name(index, text) for index, text in enumerate(names)]
    clusters = Clusters(facts)
    join_names(clusters, facts, "")
    return clusters.groups()


def test_namesakes_in_thousands_stay_apart_in_time_that_grows_with_them() -> None:
    def run(size: int) -> None:
        assert len(joined([f"{made(each)} roe" for each in range(size)])) == size

    assert growth(run, 250) < LINEAR


def test_a_list_of_names_is_no_person_with_thousands_of_them() -> None:
    def run(size: int) -> None:
        groups = joined([f"ann {made(each)} roe" for each in range(size)])
        assert max(map(len, groups)) <= 50

    assert growth(run, 250) < LINEAR


def test_a_name_is_found_however_many_namesakes_stand_between() -> None:
    others = [f"{made(each)} roe" for each in range(1_000)]
    for short, full in (("b. roe", "bob roe"), ("bob roe", "bob a roe"), ("bob roe jr", "bob a roe jr")):
        groups = joined([full.replace(".", ""), *others, short.replace(".", "")])
        assert [0, 1_001] in groups, short


def test_every_name_of_somebody_with_many_is_taken_again() -> None:
    names = [f"ann {made(each)} roe" for each in range(80)]
    groups = joined(names + names)
    assert all(
        {place % 80 for place in group} == {place for place in group if place < 80} for group in groups
    )
    assert sum(map(len, groups)) == len(set(itertools.chain(*groups))) == 160
