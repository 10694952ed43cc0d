"""Whom a pronoun may go back to, and how much the text is about each of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sociogram.extraction.coreference.features import pair_features
from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.coreference.focus import read_focus
from sociogram.model import Mention
from support.parses import parse_by_hand

if TYPE_CHECKING:
    from sociogram.extraction.coreference.facts import Facts
    from sociogram.extraction.coreference.scene import Scene
    from sociogram.parse.parsed import ParsedDocument

SHE: dict[str, Any] = {"form": "pronoun", "gender": "female"}
MOTHER = (
    "Ada/Ada/NNP/nsubj/1 sang/sing/VBD/ROOT/1 ././,/punct/1 her/her/PRP$/poss/4 mother/mother/NN/nsubj/5 "
    "raised/raise/VBD/ROOT/5 {0}/{0}/PRP/dobj/5 ././,/punct/5 she/she/PRP/nsubj/9 left/leave/VBD/ROOT/9"
)
Choice = dict[str, list[str]]


def mention(parsed: ParsedDocument, first: int, last: int, **fields: Any) -> Mention:
    """A mention of a person, the tokens ``first`` to ``last``; its last token is its head."""
    start, end = parsed.span(first, last)
    text = parsed.text((start, end))
    name = text.lower() if fields.get("form") == "pronoun" else text
    values = {"form": "named", "name": name, "number": "singular", "phrase": (start, end), **fields}
    return Mention(
        index=0, start=start, end=end, text=text, tokens=(first, last), head=last - 1, kind="Person", **values
    )


def choices(parsed: ParsedDocument, *mentions: Mention) -> Choice:
    """For the last pronoun that chooses: the features of each candidate by its text; it takes the farthest."""
    numbered = tuple(replace(one, index=index) for index, one in enumerate(mentions))
    found: Choice = {}

    def choose(scene: Scene, one: Facts, _sort: str, candidates: list[Facts]) -> Facts | None:
        focus = read_focus(scene, one, candidates)
        found.clear()
        found.update(
            (other.mention.text, pair_features(scene, one, other, rank, focus))
            for rank, other in enumerate(candidates)
        )
        return candidates[-1]

    find_chains(parsed, numbered, (), choose=choose)
    return found


def mother(object_: str) -> Choice:
    """The choices of "she" behind "Ada sang. Her mother raised …"."""
    parsed = parse_by_hand(MOTHER.format(object_))
    return choices(
        parsed,
        mention(parsed, 0, 1, gender="female"),
        mention(parsed, 3, 5, form="nominal", gender="female"),
        mention(parsed, 3, 4, **SHE),
        mention(parsed, 6, 7, **SHE),
        mention(parsed, 8, 9, **SHE),
    )


def test_who_is_only_called_anothers_mother_leaves_room_for_the_other() -> None:
    assert set(mother("her")) == {"Ada", "her"}


def test_a_woman_with_a_name_of_her_own_stays_a_candidate() -> None:
    parsed = parse_by_hand(
        "Ada/Ada/NNP/nsubj/1 sang/sing/VBD/ROOT/1 ././,/punct/1 We/we/PRP/nsubj/4 met/meet/VBD/ROOT/4 "
        "Eve/Eve/NNP/dobj/4 ././,/punct/4 she/she/PRP/nsubj/8 left/leave/VBD/ROOT/8"
    )
    made = [mention(parsed, first, first + 1, gender="female") for first in (0, 5)]
    assert set(choices(parsed, *made, mention(parsed, 7, 8, **SHE))) == {"Ada", "Eve"}


def test_a_tailor_whose_shop_it_is_only_in_kind_is_nobody_in_the_next_sentence() -> None:
    text = (
        "We/we/PRP/nsubj/1 rented/rent/VBD/ROOT/1 {0}/{0}/DT/det/3 tailor/tailor/NN/poss/5 's/'s/POS/case/3 "
        "shop/shop/NN/dobj/1 Ada/Ada/NNP/dative/1 ././,/punct/1 she/she/PRP/nsubj/9 left/leave/VBD/ROOT/9"
    )
    for article, held in (("a", {"Ada"}), ("the", {"Ada", "the tailor"})):
        parsed = parse_by_hand(text.format(article))
        made = [
            mention(parsed, 2, 4, form="nominal", gender="female"),
            mention(parsed, 6, 7, gender="female"),
        ]
        assert set(choices(parsed, *made, mention(parsed, 8, 9, **SHE))) == held


def test_the_title_says_whom_the_text_is_about() -> None:
    parsed = parse_by_hand(
        "Ada/Ada/NNP/nsubj/1 sings/sing/VBZ/ROOT/1 ././,/punct/1 She/she/PRP/nsubj/4 met/meet/VBD/ROOT/4 "
        "Bob/Bob/NNP/dobj/4 ././,/punct/4 A/a/DT/det/8 film/film/NN/nsubj/12 that/that/WDT/dobj/11 "
        "Eve/Eve/NNP/nsubj/11 praised/praise/VBD/relcl/8 failed/fail/VBD/ROOT/12 ././,/punct/12 "
        "she/she/PRP/nsubj/15 left/leave/VBD/ROOT/15"
    )
    found = choices(
        parsed,
        mention(parsed, 0, 1, gender="female"),
        mention(parsed, 3, 4, **SHE),
        mention(parsed, 5, 6, gender="male"),
        mention(parsed, 10, 11, gender="female"),
        mention(parsed, 14, 15, **SHE),
    )
    assert {"lead", "share=most", "last=True"} <= set(found["Ada"])
    assert "lead" not in found["Eve"]
    assert {"aside", "share=half", "last=False"} <= set(found["Eve"])
