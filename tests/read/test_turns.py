"""Who speaks in transcripts, interviews, hearings and chats; all names are invented."""

from __future__ import annotations

import pytest

from sociogram.model import BlockKind, Document, Naming, TurnRole
from sociogram.read import read_text


def one(text: str) -> Document:
    (document,) = read_text(text, source="a.txt", id="a")
    return document


def told(text: str) -> list[tuple[str | None, str]]:
    """The speaker of each turn and what he says."""
    document = one(text)
    return [
        (
            turn.speaker.value if turn.speaker else None,
            " / ".join(document.text[start:end] for start, end in turn.spans),
        )
        for turn in document.turns
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vera Quist: I met Ole Brandt.\n\nOle Brandt: I paid Tilda Moor.\n",
        "VERA QUIST: I met Ole Brandt.\n\nOLE BRANDT: I paid Tilda Moor.\n",
        "Vera Quist (Acme Corp): I met Ole Brandt.\nOle Brandt, mayor of Lund: I paid Tilda Moor.\n",
        "**Vera Quist:** I met Ole Brandt.\n\n**Ole Brandt:** I paid Tilda Moor.\n",
        "[12:03] Vera Quist: I met Ole Brandt.\n[12:04] Ole Brandt: I paid Tilda Moor.\n",
        "04/06/2018, 12:03 - Vera Quist: I met Ole Brandt.\n04/06/2018, 12:04 - Ole Brandt: I paid Tilda Moor.\n",
        "Vera Quist  00:01\nI met Ole Brandt.\n\nOle Brandt  00:14\nI paid Tilda Moor.\n",
        "<Vera Quist> I met Ole Brandt.\n<Ole Brandt> I paid Tilda Moor.\n",
        "<v Vera Quist>I met Ole Brandt.</v>\n\n<v.loud Ole Brandt>I paid Tilda Moor.</v>\n",
        "Vera Quist:\nI met Ole Brandt.\n\nOle Brandt:\nI paid Tilda Moor.\n",
        "The Treasurer (Vera Quist): I met Ole Brandt.\n\nThe Minister (Mr. Ole Brandt): I paid Tilda Moor.\n",
        "Ms. Vera Quist. I met Ole Brandt.\n\n    Senator Ole Brandt [continuing]. I paid Tilda Moor.\n",
        "Ms Vera QUIST (Lund—Treasurer) (3.18 pm)—I met Ole Brandt.\n\nMr Ole BRANDT (Lund South)—I paid Tilda Moor.\n",
    ],
)
def test_labels_of_many_forms_name_the_speakers(text):
    found = [((name or "").casefold(), words) for name, words in told(text)]
    assert found == [("vera quist", "I met Ole Brandt."), ("ole brandt", "I paid Tilda Moor.")]


def test_a_label_is_a_block_of_its_own_and_no_sentence():
    document = one("Vera Quist (Acme Corp): I met Ole Brandt.\n")
    kinds = [(block.kind, document.text[block.start : block.end]) for block in document.blocks]
    assert kinds == [
        (BlockKind.LABEL, "Vera Quist (Acme Corp):"),
        (BlockKind.PROSE, "I met Ole Brandt."),
    ]


def test_a_surname_in_capitals_is_written_as_elsewhere():
    text = (
        "Hearing of Vera McQuist\n\nMCQUIST: I met Ole Brandt.\n\nBRANDT: I paid her.\n\nMCQUIST: You did.\n"
    )
    assert [name for name, _ in told(text)] == ["McQuist", "Brandt", "McQuist"]


def test_questions_and_answers_name_nobody():
    document = one("Q. Who paid you?\nA. Acme paid me.\nQ. When?\nA. In May.\n")
    roles = [turn.role for turn in document.turns]
    assert roles == [TurnRole.ASKS, TurnRole.ANSWERS, TurnRole.ASKS, TurnRole.ANSWERS]
    assert all(turn.speaker is None for turn in document.turns)


def test_what_is_not_understood_ends_the_turn_before_it():
    text = "Vera Quist: I met Ole Brandt.\n\nThe Third Voice (??): I paid him.\n\nVera Quist: I left.\n"
    assert told(text)[1] == (None, "I paid him.")


def test_an_office_is_told_and_anybody_stays_anybody():
    text = "Moderator: Who paid you?\n\nAudience member: I did.\n\nSpeaker 2: I sued him.\n\nModerator: Thank you.\n"
    turns = one(text).turns
    assert [turn.naming for turn in turns] == [Naming.OFFICE, Naming.ANYBODY, Naming.OFFICE, Naming.OFFICE]


def test_a_turn_runs_on_but_not_into_the_words_of_the_writer():
    text = (
        "Vera Quist: I met Ole Brandt.\n\nAnd I paid him.\n\n(Applause.)\n\nOle Brandt: You never did.\n\n"
        "The meeting was adjourned at noon.\n"
    )
    assert told(text) == [
        ("Vera Quist", "I met Ole Brandt. / And I paid him."),
        ("Ole Brandt", "You never did."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Summary: Acme Corp sued Ole Brandt.\n\nDate: 4 June 2018\n\nPlace: Lund\n",
        "Vera Quist: founder of Acme Corp.\n\nOle Brandt: mayor of Lund.\n\nTilda Moor: chair of the fund.\n",
        "Quist v. Acme Corp: Vera Quist sued the firm over a loan.\n",
        "Vera Quist: I will go\n\nVera Quist told the council on Monday that she would leave in the autumn.\n",
        "The plan has one aim: I asked for it.\n\nThe other aim: we wait.\n",
        "At 10:30 the mayor spoke. At 11:15 she left.\n",
    ],
)
def test_other_colons_are_no_turns(text):
    assert one(text).turns == ()


def test_the_name_of_a_case_and_the_word_for_a_note_stand_apart():
    document = one(
        "Ole Brandt met Vera Quist in Lund, where both of them live.\n\nCorrection: Brandt met her in May.\n"
    )
    assert document.text[document.blocks[-2].start : document.blocks[-2].end] == "Correction:"
    document = one("Quist v. Acme Corp: Vera Quist sued the firm over a loan.\n")
    assert document.blocks[0].kind is BlockKind.HEADLINE


def test_a_part_of_a_long_transcript_keeps_its_turns():
    text = "".join(f"Vera Quist: I met number {number} of them in Lund.\n" for number in range(6000))
    parts = read_text(text, source="a.txt", id="a")
    assert len(parts) > 1
    assert sum(len(part.turns) for part in parts) == 6000
    for part in parts:
        assert all(part.start <= start < end <= part.end for turn in part.turns for start, end in turn.spans)


def test_whose_speech_it_is_stands_in_its_title():
    text = "Vera Quist's keynote to the port congress\n\nDear friends, I met Ole Brandt in Lund.\n"
    assert [author.value for author in one(text).authors] == ["Vera Quist"]
    text = "Vera Quist's speech angers unions\n\nUnions called it a mistake. “I met nobody,” she said.\n"
    assert one(text).authors == ()


def test_an_office_and_a_point_open_a_turn_in_the_record_of_a_hearing():
    text = "    The Chairman. I met Ole Brandt.\n\n    Ms. Quist. Thank you. I paid Tilda Moor.\n"
    assert told(text) == [("The Chairman", "I met Ole Brandt."), ("Quist", "Thank you. I paid Tilda Moor.")]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. St. Clair met Ole Brandt.\n\nMr. St. Clair told me that you paid him.\n",
        "Dr. Quist left. I met Ole Brandt.\n\nDr. Quist stayed. I paid him.\n",
    ],
)
def test_sentences_that_begin_with_a_title_are_no_turns(text):
    assert told(text) == []


def test_a_place_in_brackets_behind_an_office_is_no_name():
    text = "Tilda Moor: I paid Ole Brandt.\n\nThe Mayor (Lund): I met Ole Brandt.\n"
    assert [name for name, _ in told(text)] == ["Tilda Moor", None]


@pytest.mark.parametrize("mark", ["P.S.—", "P. S. — ", "PS: ", "P.P.S.: ", "Postscript: "])
def test_the_mark_of_a_postscript_is_no_part_of_its_sentence(mark):
    text = (
        f"Dear Tilda,\n\nI met Ole Brandt in Lund.\n\nYours ever,\nVera Quist\n\n{mark}I paid Ole Brandt.\n"
    )
    document = one(text)
    assert document.text[document.blocks[-1].start : document.blocks[-1].end] == "I paid Ole Brandt."
    assert document.turns == ()


def test_initials_are_no_postscript():
    document = one("P.S. Moor met Ole Brandt in Lund.\n\nPS Bank paid Ole Brandt.\n")
    assert [block.kind for block in document.blocks] == [BlockKind.PROSE, BlockKind.PROSE]
