"""People of one surname: whose given names agree is found without a look at each two."""

from __future__ import annotations

import random

from sociogram.resolve.names import PersonName, names_agree
from sociogram.resolve.namesakes import Namesakes
from support.growth import LINEAR, growth

GIVEN = ("william", "bill", "will", "w", "b", "ann", "bob", "robert", "r", "anna")


def test_the_same_names_agree_as_where_each_two_are_compared() -> None:
    chosen = random.Random(7)  # noqa: S311 - a test's choices
    agreed = 0
    for _ in range(60):
        names = [
            PersonName(
                tuple(chosen.choices(GIVEN, k=chosen.choice((1, 1, 2, 3)))),
                "roe",
                "",
                chosen.choice(("", "", "", "bill", "cap", "ann")),
            )
            for _ in range(25)
        ]
        namesakes = Namesakes(names)
        for place, one in enumerate(names):
            found = list(namesakes.agreeing(place))
            agreed += len(found)
            assert sorted(found) == [
                other for other, two in enumerate(names) if other != place and names_agree(one, two)
            ]
    assert agreed > 1_000


def test_thousands_of_namesakes_are_not_compared_with_each_other() -> None:
    def run(size: int) -> None:
        names = [PersonName((f"x{number}", f"y{number % 7}"), "roe", "") for number in range(size)]
        namesakes = Namesakes(names)
        assert not any(list(namesakes.agreeing(place)) for place in range(size))

    assert growth(run, 500) < LINEAR
