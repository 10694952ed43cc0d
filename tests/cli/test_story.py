"""``sociogram export story``, and what build and check tell of the story of a case."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sociogram.cli.story_note import story_note
from sociogram.story.story_file import format_story
from support.explorer_cases import make_case
from support.patience import SECONDS
from support.serve_cases import make_folder
from support.story_cases import make_story


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "case")


def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sociogram", *(str(each) for each in arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False, cwd=cwd)


def keep(case: Path, text: str) -> None:
    (case / "story.jsonl").write_text(text, encoding="utf-8")


def test_the_story_of_a_case_is_exported_and_what_has_gone_is_told(case: Path, tmp_path: Path) -> None:
    keep(case, format_story(make_story(make_case()[0])))
    done = run("export", "story", "--case", case, "-o", tmp_path / "page.html")
    assert done.returncode == 0
    assert "story.jsonl: 1 of its 5 pinned claims no longer in the graph" in done.stderr
    assert "Who paid for the harbour?" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_another_file_of_a_story_can_be_named(case: Path, tmp_path: Path) -> None:
    other = tmp_path / "mine.jsonl"
    other.write_text(format_story(make_story(make_case()[0])), encoding="utf-8")
    assert run("export", "story", "--case", case, "--story", other, "-o", tmp_path / "a.html").returncode == 0
    refused = run("export", "gexf", "--case", case, "--story", other, "-o", tmp_path / "a.gexf")
    assert refused.returncode == 2
    assert "--story is for story alone" in refused.stderr


def test_without_a_file_it_is_written_to_story_html(case: Path, tmp_path: Path) -> None:
    keep(case, format_story(make_story(make_case()[0])))
    assert run("export", "story", "--case", case, cwd=tmp_path).returncode == 0
    assert (tmp_path / "story.html").is_file()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "no story there; pin something in the explorer"),
        ("nonsense", "story.jsonl:1: is no JSON; mend the line or delete it"),
        (
            '{"record":"story","version":1}\n{"record":"step"}\n'
            '{"record":"pin","kind":"claim","claims":[{"id":"x","document":"other"}]}\n',
            "another case",
        ),
    ],
)
def test_what_is_no_story_of_the_case_is_one_line_and_writes_nothing(
    case: Path, tmp_path: Path, text: str | None, said: str
) -> None:
    if text is not None:
        keep(case, text)
    done = run("export", "story", "--case", case, "-o", tmp_path / "page.html")
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "page.html").exists()


def test_a_note_says_in_one_line_what_became_of_the_story(case: Path) -> None:
    assert story_note(case) is None
    graph, _ = make_case()
    story = make_story(graph)
    keep(case, format_story(replace(story, steps=story.steps[:1])))
    assert story_note(case) is None
    keep(case, format_story(story))
    assert story_note(case) == "story.jsonl: 1 of its 5 pinned claims no longer in the graph"
    keep(case, "nonsense")
    assert "is no JSON" in str(story_note(case))
    assert "story.jsonl:1: is no JSON" in run("check", case, "--no-shapes").stdout
