"""``story.jsonl``: what is written is read again, and what is no story is one clear line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sociogram.errors import InputError
from sociogram.story import values
from sociogram.story.story_file import format_story, parse_story, read_story
from sociogram.story.values import Step, Story
from support.explorer_cases import make_case
from support.story_cases import HOSTILE_NOTES, LONG_NAME, RIGHT_TO_LEFT, make_story

HEAD = '{"record":"story","version":1,"title":"","author":"","run":""}\n'
STEP = '{"record":"step"}\n'


def test_a_story_is_read_as_it_was_written() -> None:
    graph, _ = make_case()
    story = replace(make_story(graph), title=RIGHT_TO_LEFT, author=LONG_NAME)
    text = format_story(story)
    assert parse_story(text.encode(), "it") == story
    assert format_story(parse_story(text.encode(), "it")) == text
    assert all(json.loads(line) for line in text.splitlines())


def test_a_story_without_a_file_is_none_and_one_of_nothing_is_empty(tmp_path: Path) -> None:
    assert read_story(tmp_path / "story.jsonl") is None
    (tmp_path / "story.jsonl").write_text(format_story(Story()), encoding="utf-8")
    assert read_story(tmp_path / "story.jsonl") == Story()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "holds no story"),
        ("nonsense", "it:1: is no JSON"),
        ("[1]", "it:1: the line is no object"),
        ('{"record":"other"}', "it:1: field 'record'"),
        (STEP, "it:1: the first line has to be the record 'story'"),
        (HEAD + HEAD, "it:2: a second record 'story'"),
        (HEAD.replace('"version":1', '"version":2'), "it:1: is of version 2, and this program reads 1; use a newer"),
        (HEAD.replace('"version":1', '"version":true'), "it:1: field 'version'"),
        (HEAD.replace('"run":""', '"run":7'), "it:1: field 'run' is no text"),
        (HEAD + '{"record":"step","colour":"red"}', "it:2: unknown field 'colour'"),
        (HEAD + '{"record":"pin","kind":"claim"}', "it:2: a pin before the first step"),
        (HEAD + STEP + '{"record":"pin","kind":"photo"}', "it:3: field 'kind'"),
        (HEAD + STEP + '{"record":"pin","kind":"claim","claims":7}', "it:3: field 'claims' is no list"),
        (HEAD + STEP + '{"record":"pin","kind":"claim","claims":[7]}', "it:3: field 'claims.1' is no object"),
        (HEAD + STEP + '{"record":"pin","kind":"claim","claims":[{"id":7}]}', "it:3: field 'claims.1.id' is no text"),
        (HEAD + STEP + '{"record":"pin","kind":"claim","claims":[{"x":""}]}', "it:3: unknown field 'claims.1.x'"),
        (HEAD + STEP + '{"record":"pin","kind":"view","actors":[null]}', "it:3: field 'actors.1' is no text"),
        (HEAD + '{"record":"step","heading":"' + "x" * 501 + '"}', "it:2: field 'heading' is longer than 500"),
        (HEAD + '{"record":"step","notes":"' + "x" * 20_001 + '"}', "it:2: field 'notes' is longer than 20000"),
        (HEAD + '{"record":"step","notes":NaN}', "it:2: is no JSON"),
        (HEAD + "[" * 100_000, "it:2: is no JSON"),
        (HEAD + STEP * 201, "it:202: more than 200 steps"),
        (HEAD + STEP + '{"record":"pin","kind":"claim"}\n' * 10_000, "it:1003: more than 1000 pins"),
        (HEAD + "\n" * values.MOST_BYTES, "is longer than 700000 bytes"),
    ],
)  # fmt: skip
def test_what_is_no_story_is_told_by_line_and_field(content: str, said: str) -> None:
    with pytest.raises(InputError) as raised:
        parse_story(content.encode(), "it")
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


def test_what_is_not_utf8_or_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is not UTF-8"):
        parse_story(b"\xff\xfe", "it")
    (tmp_path / "story.jsonl").mkdir()
    with pytest.raises(InputError, match="no regular file"):
        read_story(tmp_path / "story.jsonl")


def test_half_a_character_and_hostile_notes_stay_text() -> None:
    story = parse_story((HEAD + '{"record":"step","heading":"\\ud800x"}').encode(), "it")
    assert story.steps[0].heading == "?x"
    kept = Story(steps=(Step(notes=HOSTILE_NOTES),))
    assert parse_story(format_story(kept).encode(), "it") == kept
