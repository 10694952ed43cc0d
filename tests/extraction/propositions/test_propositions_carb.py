"""The CaRB adapter writes propositions in CaRB's order of words and arguments."""

from __future__ import annotations

from benchmarks.adapters.carb import predict

from sociogram.extraction.propositions.find import find_propositions
from sociogram.model import Chain, Extraction, Mention
from support.parses import parse_by_hand

PASSIVE = (
    "Bob/Bob/NNP/nsubjpass/2 was/be/VBD/auxpass/2 seen/see/VBN/ROOT/2 by/by/IN/agent/2 Alice/Alice/NNP/pobj/3 "
    "in/in/IN/prep/2 1990/1990/CD/pobj/5"
)
PREPOSITIONS = (
    "In/in/IN/prep/3 May/May/NNP/pobj/0 Alice/Alice/NNP/nsubj/3 spoke/speak/VBD/ROOT/3 in/in/IN/prep/3 "
    "1990/1990/CD/pobj/4 at/at/IN/prep/3 Yale/Yale/NNP/pobj/6"
)
THAT = "Alice/Alice/NNP/nsubj/1 knew/know/VBD/ROOT/1 that/that/IN/mark/4 Bob/Bob/NNP/nsubj/4 left/leave/VBD/ccomp/1"
APPOSITION = (
    "Alice/Alice/NNP/nsubj/4 ,/,/,/punct/0 a/a/DT/det/3 senator/senator/NN/appos/0 spoke/speak/VBD/ROOT/4"
)
NOTHING = "Hello/hello/NN/ROOT/0"


def cells(text: str) -> list[list[str]]:
    parsed = parse_by_hand(text)
    extraction = Extraction(
        document=parsed.document, mentions=(), chains=(), propositions=find_propositions(parsed),
        attributions=(), relations=(),
    )  # fmt: skip
    return [line.split("\t")[2:] for line in predict(extraction)]


def test_a_passive_keeps_its_surface_subject_and_by_joins_the_predicate() -> None:
    assert cells(PASSIVE) == [["was seen by", "Bob", "Alice", "in 1990"]]


def test_a_place_comes_before_a_time_and_gives_the_predicate_its_preposition() -> None:
    assert cells(PREPOSITIONS) == [["spoke at", "Alice", "Yale", "in 1990", "In May"]]


def test_that_joins_the_predicate() -> None:
    assert ["knew that", "Alice", "Bob left"] in cells(THAT)


def test_a_pronoun_is_written_as_whom_it_stands_for_in_the_sentence() -> None:
    parsed = parse_by_hand(
        "Alice/Alice/NNP/nsubj/1 left/leave/VBD/ROOT/1 when/when/WRB/advmod/4 she/she/PRP/nsubj/4 "
        "won/win/VBD/advcl/1"
    )
    mentions = tuple(
        Mention(
            index=index, start=start, end=end, text=text, phrase=(start, end), tokens=(token, token + 1),
            head=token, form=form, kind="Person", name=text,
        )
        for index, (token, start, end, text, form) in enumerate(
            ((0, 0, 5, "Alice", "named"), (3, 16, 19, "she", "pronoun"))
        )
    )  # fmt: skip
    chain = Chain(index=0, mentions=(0, 1), kind="Person", name="Alice")
    extraction = Extraction(
        document=parsed.document, mentions=mentions, chains=(chain,), attributions=(), relations=(),
        propositions=find_propositions(parsed),
    )  # fmt: skip
    assert ["won", "Alice"] in [line.split("\t")[2:] for line in predict(extraction)]


def test_what_has_no_verb_is_written_with_is() -> None:
    assert ["is", "Alice", "a senator"] in cells(APPOSITION)


def test_a_sentence_without_propositions_is_a_line_of_its_own() -> None:
    assert cells(NOTHING) == [[]]
