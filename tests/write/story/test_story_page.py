"""The page of a story: what it says, what it cites, and that nothing in it runs."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sociogram.errors import QueryError
from sociogram.story.replay import replay_story
from sociogram.story.values import Pin, Step, Story
from sociogram.write.story.export import write_story
from sociogram.write.story.page import About, story_page
from sociogram.write.story.small_map import Dot, Line, draw_small_map
from support.explorer_cases import make_case, make_unread
from support.places import ROOT
from support.story_cases import (
    HOSTILE_NOTES,
    LONG_NAME,
    REVIEWED,
    RIGHT_TO_LEFT,
    make_story,
    make_told_case,
    make_told_story,
    pinned,
    with_review,
)

HOSTILE = "<script>window.owned=1</script><img src=x onerror=window.owned=1>\"'`</style>\x00"


def page_of(story: Story, hostile: str = "", about: About | None = None) -> str:
    graph, _ = make_case(hostile)
    return story_page(story, graph, replay_story(story, graph), about or About())


def plain(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", page.partition("<body>")[2]))


class Tags(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_each_statement_has_footnotes_to_words_document_outlet_date_and_speaker() -> None:
    graph, _ = make_case()
    page = page_of(make_story(graph))
    text = plain(page)
    assert (
        "Anna Berg funded Harbour Trust: stated in Post (20 million euros)1; negated in the words of Tom Aldo2"
        in text
    )
    assert "Anna Berg did not fund the Harbour Trust, Tom Aldo said." in text
    assert "Letter from the harbour, Post, 2024-01-15, letters/harbour.txt. Says so: Tom Aldo." in text
    assert "Says so: the outlet." in text
    marks = set(re.findall(r'href="#(n\d+)"', page))
    assert marks == set(re.findall(r'<li id="(n\d+)"', page)) == {"n1", "n2", "n3", "n4"}
    assert set(re.findall(r'href="#(r\d+)"', page)) == set(re.findall(r'id="(r\d+)"', page))


def test_what_only_is_denied_is_never_told_as_so() -> None:
    graph, _ = make_case()
    denied = pinned(graph, graph.claims[1])
    story = Story(steps=(Step(pins=(Pin(kind="claim", id="c", words="w", claims=(denied,)),)),))
    text = plain(page_of(story))
    assert "Said not to be so: Anna Berg funded Harbour Trust: negated in the words of Tom Aldo1" in text


def test_each_statement_says_how_it_is_held_and_by_whom() -> None:
    graph = make_told_case()
    story = make_told_story(graph)
    text = plain(story_page(story, graph, replay_story(story, graph), About()))
    # Of no known sense: the words of the best claim, inflected as they are there.
    assert "Tom Aldo saddled up with Mira Chen: stated in Post5 6" in text
    # What nobody denies is negated, and not denied.
    assert "Said not to be so: Mira Chen funded Tom Aldo: denied by Anna Berg10" in text
    assert "Said not to be so: Mira Chen funded Harbour Trust: negated in the words of Post7" in text
    assert (
        "Tom Aldo funded Harbour Trust: intended or promised, says Tom Aldo (20 million euros)8; "
        "negated, demanded or urged, says Anna Berg9" in text
    )
    assert "Tom Aldo met Anna Berg: stated11" in text


def test_an_answer_in_the_order_of_time_has_the_day_of_each_statement() -> None:
    graph = make_told_case()
    story = make_told_story(graph)
    page = story_page(story, graph, replay_story(story, graph), About())
    timed = plain("<body>" + page.partition("In order of time")[2].partition("</main>")[0])
    assert "2021-01-01 to 2021-12-31 Anna Berg funded" in timed
    assert "2024-02-15 Said not to be so: Anna Berg funded" in timed
    assert "no date Tom Aldo met Anna Berg" in timed


def test_a_document_is_cited_without_the_folders_of_a_machine_and_what_it_repeats() -> None:
    graph = make_told_case()
    story = make_told_story(graph)
    text = plain(story_page(story, graph, replay_story(story, graph), About()))
    assert "notes.txt, 2024-01-15. Says so: its author, Tom Aldo." in text
    assert "Who paid? no date, talk.txt. Says so: Mira Chen, quoting Anna Berg. Said on 2024-01-15." in text
    assert "Who paid? no date, talk.txt. Says so: the document. Claim" in text
    assert "/home" not in text
    assert "C:" not in text
    # The day of the document is not told twice.
    assert "2024-01-15, letters/harbour.txt. Says so: the outlet. Holds 2021" in text


def test_what_has_gone_keeps_its_words_and_is_counted() -> None:
    graph, _ = make_case()
    text = plain(page_of(make_story(graph)))
    assert "1 pinned claim is no longer in the graph" in text
    assert (
        f"No longer in the graph: Anna Berg – promised funding (denied) – {RIGHT_TO_LEFT}: It stood here once. (d1)"
        in text
    )


def test_it_says_how_it_was_made_reviewed_and_what_was_left_out() -> None:
    graph, _ = make_unread()
    story = make_story(graph)
    reviewed = with_review(graph)
    page = story_page(story, reviewed, replay_story(story, reviewed), About(model="some_model"))
    text = plain(page)
    assert "model some_model; run test: 1 document, 5 actors, 3 ties, 4 claims." in text
    assert "1 sentence that names two actors gave no claim" in text
    assert "0 claims are worth less than 0.30" in text
    assert "1 of 4 cited claims, by Ann Lee (1); each footnote says how and when." in text
    assert "Cited here: 4 claims of 1 document." in text
    assert f"Review: {REVIEWED}." in text
    assert "none bears a reviewer’s mark" in plain(page_of(story))


def test_nothing_of_a_hostile_story_or_case_is_markup() -> None:
    graph, _ = make_case(HOSTILE)
    story = make_story(graph)
    story = replace(
        story,
        title=HOSTILE,
        author=HOSTILE,
        steps=(*story.steps, Step(heading=HOSTILE, notes=HOSTILE_NOTES + HOSTILE, pins=story.steps[0].pins)),
    )
    page = story_page(story, graph, replay_story(story, graph), About(places={"anna": (0, 0)}))
    tags = Tags(page).found
    assert {tag for tag, _ in tags}.isdisjoint(
        {"script", "img", "iframe", "object", "form", "input", "base", "link"}
    )
    assert not [
        name for _, attributes in tags for name in attributes if name.startswith("on") or name == "style"
    ]
    assert {value for _, attributes in tags if (value := attributes.get("href"))} <= {
        f"#{letter}{number}" for letter in "nr" for number in range(1, 9)
    }
    assert page.count("<style>") == page.count("</style>") == 1
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "\x00" not in page


def test_long_and_right_to_left_names_stay_whole() -> None:
    graph, _ = make_case()
    actors = tuple(
        replace(actor, name={"anna": LONG_NAME, "tom": RIGHT_TO_LEFT}.get(actor.id, actor.name))
        for actor in graph.actors
    )
    graph = replace(graph, actors=actors)
    story = make_story(graph)
    places = {actor.id: (90 * number, 7 * number) for number, actor in enumerate(actors)}
    page = story_page(story, graph, replay_story(story, graph), About(places=places))
    assert f"<bdi>{LONG_NAME}</bdi>" in page
    assert f"<bdi>{RIGHT_TO_LEFT}</bdi>" in page


def test_the_same_story_gives_the_same_bytes_and_another_case_is_refused(tmp_path: Path) -> None:
    graph, _ = make_case()
    story = make_story(graph)
    write_story(story, graph, tmp_path / "one.html")
    write_story(story, graph, tmp_path / "two.html")
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()
    elsewhere = replace(
        story.steps[0].pins[0],
        claims=tuple(replace(claim, document="other") for claim in story.steps[0].pins[0].claims),
    )
    with pytest.raises(QueryError, match="another case"):
        write_story(Story(steps=(Step(pins=(elsewhere,)),)), graph, tmp_path / "three.html")
    assert not (tmp_path / "three.html").exists()


def test_a_small_map_keeps_all_inside_its_frame_wherever_the_actors_stand() -> None:
    for places in ([(0, 0)], [(5, 5), (5, 5)], [(0, 0), (10**6, 1)], [(0, -(10**6)), (1, 10**6), (0, 0)]):
        dots = [
            Dot(id=str(number), name=f"Name {number}", group="Person", colour="#000000", x=x, y=y)
            for number, (x, y) in enumerate(places)
        ]
        line = Line(start=0, end=len(dots) - 1, words="met", colour="#000000", mark="", arrow=True)
        drawn = draw_small_map(dots, [line], "t")
        for x, y in re.findall(r"translate\((-?\d+) (-?\d+)\)", drawn):
            assert 0 <= int(x) <= 6800
            assert 0 <= int(y) <= 4200


def test_the_style_is_that_of_the_page_in_the_explorer() -> None:
    written = ROOT / "src" / "sociogram" / "write" / "story" / "story_page.css"
    assert written.read_bytes() == (ROOT / "web" / "src" / "publish" / "story_page.css").read_bytes()
