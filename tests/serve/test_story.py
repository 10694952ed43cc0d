"""The story over HTTP: kept whole, checked before, never over another writer's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from sociogram.story.story_file import format_story, parse_story
from support.explorer_cases import make_case
from support.serve_cases import AUTHORIZED, make_folder, running
from support.story_cases import make_story


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "case")


@pytest.fixture
def client(case: Path) -> Iterator[httpx.Client]:
    with running(case) as client:
        yield client


@pytest.fixture
def content() -> str:
    return format_story(make_story(make_case()[0]))


def put(client: httpx.Client, story: object, version: object = "") -> httpx.Response:
    return client.put("/api/story", json={"story": story, "version": version}, headers=AUTHORIZED)


def test_a_story_is_kept_beside_the_case_and_given_back(
    client: httpx.Client, case: Path, content: str
) -> None:
    assert client.get("/api/story").json() == {"story": "", "version": ""}
    version = put(client, content).json()["version"]
    assert (case / "story.jsonl").read_text(encoding="utf-8") == content
    assert client.get("/api/story").json() == {"story": content, "version": version}
    other = content.replace("Mira Chen", "Ann Lee", 1)
    assert put(client, other, version).status_code == 200
    assert "Ann Lee" in client.get("/api/story").json()["story"]


def test_another_writers_story_is_never_written_over(client: httpx.Client, case: Path, content: str) -> None:
    first = put(client, content).json()["version"]
    put(client, content.replace("Mira Chen", "Ann Lee", 1), first)
    late = put(client, content, first)
    assert late.status_code == 409
    assert "changed meanwhile" in late.json()["error"]
    assert "Ann Lee" in (case / "story.jsonl").read_text(encoding="utf-8")


@pytest.mark.parametrize("story", ["", "nonsense", 7, None, '{"record":"story","version":9}', "{" * 9000])
def test_what_is_no_story_is_refused_and_the_kept_one_stays(
    client: httpx.Client, case: Path, content: str, story: object
) -> None:
    version = put(client, content).json()["version"]
    refused = put(client, story, version)
    assert refused.status_code == 400
    assert "\n" not in refused.json()["error"]
    assert (case / "story.jsonl").read_text(encoding="utf-8") == content


def test_a_story_is_written_with_the_token_alone(client: httpx.Client, case: Path, content: str) -> None:
    assert client.put("/api/story", json={"story": content, "version": ""}).status_code == 401
    assert not (case / "story.jsonl").exists()


def test_a_damaged_file_is_told_and_left_alone(client: httpx.Client, case: Path) -> None:
    (case / "story.jsonl").write_text("nonsense", encoding="utf-8")
    answer = client.get("/api/story")
    assert answer.status_code == 400
    assert "story.jsonl:1: is no JSON" in answer.json()["error"]
    assert (case / "story.jsonl").read_text(encoding="utf-8") == "nonsense"


def test_the_page_of_a_story_is_made_of_what_is_sent_or_kept(client: httpx.Client, content: str) -> None:
    assert client.get("/api/story/page").status_code == 404
    sent = client.post("/api/story/page", json={"story": content})
    assert sent.headers["content-disposition"].startswith("attachment")
    assert "The words behind it" in sent.text
    put(client, content)
    kept = client.get("/api/story/page")
    assert kept.text == sent.text
    assert "default-src 'none'; style-src 'sha256-" in kept.headers["content-security-policy"]
    assert client.post("/api/story/page", json={"story": "nonsense"}).status_code == 400


def test_what_became_of_the_claims_is_told(client: httpx.Client) -> None:
    story = make_story(make_case()[0])
    first = story.steps[0].pins[0]
    moved = replace(first, claims=(replace(first.claims[0], id="other"), *first.claims[1:]))
    story = replace(story, steps=(replace(story.steps[0], pins=(moved,)), *story.steps[1:]))
    told = client.post("/api/story/replay", json={"story": format_story(story)}).json()
    assert dict(zip((claim["id"] for claim in told["claims"]), told["ids"], strict=True))["other"] == "claim0"
    assert (told["gone"], told["again"], told["isForeign"]) == (1, 1, False)
    assert parse_story(format_story(story).encode(), "it") == story
