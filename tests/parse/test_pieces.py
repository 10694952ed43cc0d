"""Rows of signs and sentences without an end are parsed in pieces: all words stay, and time grows with the length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sociogram.extraction.document import extract_document, load_resources
from sociogram.parse.pieces import MOST_TOKENS
from sociogram.parse.spacy_model import parse_documents, prepare
from sociogram.read import read_text
from support.growth import LINEAR, TIMES, growth

if TYPE_CHECKING:
    from spacy.language import Language

SIGNS = ["(", "'", '"', "$", "…", "#", "'s", ":)", "<", "“"]
# As often as makes more tokens than a sentence may have, so that both sizes are read in pieces.
CHAINS = {
    "reports": ("Dora Finn said that ", 130),
    "clauses": ("Dora Finn sued Emil Gray and ", 90),
    "relatives": ("Dora Finn, who met ", 105),
    "appositions": ("Dora Finn, the head of Acme, ", 66),
    "lines": ("met him\n", 260),
    "dates": ("on May 5, 2020, ", 90),
}


@pytest.mark.model
@pytest.mark.parametrize("sign", SIGNS)
def test_rows_of_signs_are_tokenized_in_linear_time(sign: str, nlp: Language) -> None:
    def run(size: int) -> None:
        (document,) = read_text(f"Dora Finn {sign * size} met Emil Gray.", source="r")
        prepare(document, nlp)

    assert growth(run, 600) < LINEAR


@pytest.mark.model
@pytest.mark.parametrize("chain", CHAINS)
def test_extraction_of_a_sentence_without_an_end(chain: str, nlp: Language) -> None:
    resources = load_resources()
    part, least = CHAINS[chain]
    parsed = {
        size: next(parse_documents(read_text(part * size + "met Ida Jones.", source="r"), nlp))
        for size in (least, TIMES * least)
    }
    assert len(parsed[least].doc) > MOST_TOKENS
    assert growth(lambda size: extract_document(parsed[size], resources), least) < LINEAR


@pytest.mark.model
def test_a_sentence_in_pieces_is_told_with_its_words(nlp: Language) -> None:
    text = (
        "Ann Roe met Bob Ray. " + "Dora Finn, Emil Gray and " * 300 + "Ida Jones left. Ann Roe sued Bob Ray."
    )
    (parsed,) = parse_documents(read_text(text, source="r"), nlp)
    assert max(last - first for first, last in parsed.tokens.sentences) <= MOST_TOKENS
    extraction = extract_document(parsed, load_resources())
    told = [skipped for skipped in extraction.skipped if skipped.stage == "parse"]
    assert len(told) == 1
    assert f"at most {MOST_TOKENS} words" in told[0].reason
    assert told[0].start is not None
    assert text[told[0].start : told[0].end].startswith("Dora Finn")
    assert text[told[0].start :].startswith(told[0].text)


@pytest.mark.model
def test_an_ordinary_text_is_parsed_once(nlp: Language) -> None:
    (parsed,) = parse_documents(read_text("Dora Finn met Emil Gray. " * 100, source="r"), nlp)
    assert parsed.cut == ()
