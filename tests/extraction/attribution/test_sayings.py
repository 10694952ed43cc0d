"""What somebody says as a relation to the words, over parses written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.attribution.find import find_attributions
from sociogram.extraction.attribution.sayings import LONGEST, find_sayings
from sociogram.extraction.coreference.find import find_chains
from sociogram.extraction.mentions.find import find_mentions
from sociogram.knowledge.actor_lists import load_actor_lists
from sociogram.knowledge.confidence import SAYING
from sociogram.model import Document, Mention, RelationMention
from sociogram.parse.spacy_model import parse_documents
from support.parses import parse_by_hand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.language import Language

    from sociogram.parse.parsed import ParsedDocument

DOE = "Ann/Ann/NNP/compound/1 Doe/Doe/NNP/nsubj/2"
LEFT = "Bob/Bob/NNP/nsubj/4 left/leave/VBD/ccomp/2"


def in_order(parsed: ParsedDocument, mentions: Sequence[Mention]) -> Iterator[RelationMention]:
    """The sayings of a parse with its attributions and chains."""
    attributions = find_attributions(parsed, mentions)
    return find_sayings(parsed, mentions, find_chains(parsed, mentions, attributions), attributions)


def sayings(text: str) -> list[tuple[str, str, str]]:
    """Who said what by which verb; the first two tokens are a person's name."""
    parsed = parse_by_hand(text, persons=((0, 2),))
    mentions = find_mentions(parsed, load_actor_lists())
    found = in_order(parsed, mentions)
    return [(mentions[one.subject].name, one.lemma, one.literal[1]) for one in found if one.literal]


def test_a_named_source_says_a_clause() -> None:
    assert sayings(f"{DOE} said/say/VBD/ROOT/2 {LEFT}") == [("Ann Doe", "say", "Bob left")]


def test_a_quotation_is_said() -> None:
    found = sayings(
        "Ann/Ann/NNP/compound/1 Doe/Doe/NNP/nsubj/2 said/say/VBD/ROOT/2 ,/,/,/punct/2 “/“/``/punct/6 "
        "Bob/Bob/NNP/nsubj/6 left/leave/VBD/ccomp/2 ./././punct/2 ”/”/''/punct/2"
    )
    assert [(who, verb) for who, verb, _ in found] == [("Ann Doe", "say")]


@pytest.mark.parametrize(("word", "all_say_it"), [("and", True), ("or", False), ("but", False)])
def test_whom_and_joins_each_say_it(word: str, *, all_say_it: bool) -> None:
    parsed = parse_by_hand(
        f"Ann/Ann/NNP/compound/1 Doe/Doe/NNP/nsubj/5 {word}/{word}/CC/cc/1 Eve/Eve/NNP/compound/4 Ray/Ray/NNP/conj/1 "
        "said/say/VBD/ROOT/5 Bob/Bob/NNP/nsubj/7 left/leave/VBD/ccomp/5",
        persons=((0, 2), (3, 5)),
    )
    mentions = find_mentions(parsed, load_actor_lists())
    found = in_order(parsed, mentions)
    assert [mentions[one.subject].name for one in found] == ["Ann Doe", "Eve Ray"][: 1 + all_say_it]


def test_what_is_thought_is_not_said() -> None:
    assert not sayings(f"{DOE} thinks/think/VBZ/ROOT/2 {LEFT}")


def test_what_is_denied_is_not_said() -> None:
    assert not sayings(
        f"{DOE} denied/deny/VBD/ROOT/2 that/that/IN/mark/5 Bob/Bob/NNP/nsubj/5 left/leave/VBD/ccomp/2"
    )


def test_who_quotes_another_as_saying_does_not_say_it() -> None:
    assert not sayings(
        "Ann/Ann/NNP/compound/1 Doe/Doe/NNP/nsubj/2 quoted/quote/VBD/ROOT/2 Ray/Ray/NNP/dobj/2 as/as/IN/prep/2 "
        "saying/say/VBG/pcomp/4 Bob/Bob/NNP/nsubj/7 left/leave/VBD/ccomp/5"
    )


def test_a_question_that_is_named_tells_no_answer() -> None:
    assert not sayings(
        f"{DOE} said/say/VBD/ROOT/2 why/why/WRB/advmod/5 Bob/Bob/NNP/nsubj/5 left/leave/VBD/ccomp/2"
    )


def test_what_is_still_to_be_said_is_not_said() -> None:
    assert not sayings(
        "Ann/Ann/NNP/compound/1 Doe/Doe/NNP/nsubj/2 wants/want/VBZ/ROOT/2 to/to/TO/aux/4 say/say/VB/xcomp/2 "
        "Bob/Bob/NNP/nsubj/6 left/leave/VBD/ccomp/4"
    )


def sayings_of(source: str, said: str = "said/say/VBD/ROOT/1") -> list[RelationMention]:
    parsed = parse_by_hand(
        f"{source}/nsubj/1 {said} Bob/Bob/NNP/nsubj/3 left/leave/VBD/ccomp/1", persons=((2, 3),)
    )
    mentions = find_mentions(parsed, load_actor_lists())
    return list(in_order(parsed, mentions))


@pytest.mark.parametrize(
    ("pronoun", "count"), [("He/he/PRP", 1), ("It/it/PRP", 0), ("I/I/PRP", 0), ("who/who/WP", 0)]
)
def test_somebody_says_it_whose_pronoun_it_is_but_the_writer(pronoun: str, count: int) -> None:
    assert len(sayings_of(pronoun)) == count


def test_what_stands_before_a_pronoun_is_said_by_whom_it_means() -> None:
    assert sayings(
        "Ann/Ann/NNP/compound/1 Doe/Doe/NNP/nsubj/2 left/leave/VBD/ROOT/2 ././././2 “/“/``/punct/6 Bob/Bob/NNP/nsubj/6 "
        "failed/fail/VBD/ccomp/10 ,/,/,/punct/10 ”/”/''/punct/10 she/she/PRP/nsubj/10 said/say/VBD/ROOT/10"
    ) == [("she", "say", "Bob failed")]


def test_who_is_described_says_it_less_surely_than_who_is_named() -> None:
    (described,) = sayings_of("Officials/official/NNS")
    assert described.confidence < SAYING
    assert described.rule == "said.clause@1"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('Maria Weber named the robot "Robogee of the North".', 0),
        ('Maria Weber reasoned, "The schools earn money and the town needs it."', 1),
    ],
)
def test_what_an_unknown_verb_puts_in_marks_is_said_where_it_is_a_clause(
    text: str, count: int, nlp: Language
) -> None:
    document = Document(id="d", source="d", text=text, start=0, end=len(text))
    parsed = next(iter(parse_documents([document], nlp)))
    mentions = find_mentions(parsed, load_actor_lists())
    assert len(list(in_order(parsed, mentions))) == count


def test_a_long_speech_is_cut_and_its_place_leads_to_all_of_it() -> None:
    words = " ".join(f"far/far/RB/advmod/{120 + 3}" for _ in range(120))
    parsed = parse_by_hand(
        f"{DOE} said/say/VBD/ROOT/2 {words} left/leave/VBD/ccomp/2 Bob/Bob/NNP/nsubj/123", persons=((0, 2),)
    )
    mentions = find_mentions(parsed, load_actor_lists())
    (one,) = in_order(parsed, mentions)
    assert one.literal is not None
    assert len(one.literal[1]) <= LONGEST + 2
    assert one.literal[2][1] == len(parsed.document.text)
