"""Where quotations begin and end."""

from __future__ import annotations

from array import array

import pytest
import spacy
from benchmarks.adapters.polnear import predict

from sociogram.extraction.attribution.quotes import find_quotations
from sociogram.model import Attribution, Document, Extraction
from sociogram.parse.tokens import read_tokens
from sociogram.parse.view import View


def quotations(text: str) -> list[str]:
    """The quotations of ``text``, whose paragraphs a bar divides."""
    doc = spacy.blank("en")(text.replace("|", " "))
    breaks = (0, *(position + 1 for position, character in enumerate(text) if character == "|"))
    view = View(doc.text, array("l", range(len(doc.text) + 1)), breaks, ())
    found = find_quotations(read_tokens(doc, view, {}), doc.text)
    return [doc[quotation.start : quotation.end].text for quotation in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we won” twice.", ["“we won”"]),
        ('He said "we won" twice, and "they lost" once.', ['"we won"', '"they lost"']),
        ("“We heard ‘no’ again,” he said.", ["“We heard ‘no’ again,”"]),
        ("“It's odd,“ he said.", ["“It's odd,“"]),
        ("She said: ‘We will win this.’ Nobody laughed.", ["‘We will win this.’"]),
        ("The teachers' union met the nurses' union.", []),
        ("“We lost two ships.|“We will build more.” He left.", ["“We lost two ships. “We will build more.”"]),
        ("“We lost two ships.|He left.", ["“We lost two ships."]),
        ("A board is 5' 10\" long.", []),
    ],
)
def test_quotations_are_found(text: str, expected: list[str]) -> None:
    assert quotations(text) == expected


def test_a_speaker_at_the_start_of_a_paragraph_ends_an_open_quotation() -> None:
    assert quotations('"Lee: We won.|"Kim: We lost.')[0] == '"Lee: We won.'


def test_a_mark_without_a_pair_swallows_no_long_text() -> None:
    assert quotations("“We " + "won and " * 3000 + "left.") == []


def test_the_adapter_leaves_out_what_another_attribution_holds() -> None:
    document = Document(id="d", source="d", text="A said B thinks so", start=0, end=18)
    outer = Attribution(index=0, source=((0, 1),), cue=((2, 6),), content=((7, 18),))
    inner = Attribution(index=1, source=((7, 8),), cue=((9, 15),), content=((16, 18),), parent=0)
    extraction = Extraction(
        document=document, mentions=(), chains=(), propositions=(), attributions=(outer, inner), relations=()
    )
    assert predict(extraction) == {
        "attributions": [{"source": [[0, 1]], "cue": [[2, 6]], "content": [[7, 18]]}]
    }


def test_the_adapter_leaves_out_turns_that_a_letter_labels_and_keeps_what_is_said_within() -> None:
    document = Document(id="d", source="d", text="Q: A thinks so", start=0, end=14)
    turn = Attribution(index=0, source=((0, 2),), cue=(), content=((3, 14),), verb=":")
    inner = Attribution(index=1, source=((3, 4),), cue=((5, 11),), content=((12, 14),), parent=0)
    named = Attribution(index=0, source=((0, 4),), cue=(), content=((3, 14),), verb=":")

    def predicted(outer: Attribution) -> list[list[list[int]]]:
        extraction = Extraction(
            document=document,
            mentions=(),
            chains=(),
            propositions=(),
            attributions=(outer, inner),
            relations=(),
        )
        return [one["content"] for one in predict(extraction)["attributions"]]

    assert predicted(turn) == [[[12, 14]]]
    assert predicted(named) == [[[3, 14]]]
