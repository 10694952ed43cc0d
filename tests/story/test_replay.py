"""A story over a graph that was built anew: claims found again, told to be gone, and never another one's."""

from __future__ import annotations

from dataclasses import replace

from sociogram.graph.values import Graph
from sociogram.story.replay import replay_story, tell_replay
from sociogram.story.values import Pin, PinnedClaim, Step, Story
from support.explorer_cases import make_case, make_turned
from support.story_cases import make_story, pinned


def story_of(*claims: PinnedClaim) -> Story:
    return Story(steps=(Step(pins=(Pin(kind="tie", id="t", words="w", claims=claims),)),))


def with_ids(graph: Graph, ids: dict[str, str]) -> Graph:
    claims = tuple(replace(claim, id=ids.get(claim.id, claim.id)) for claim in graph.claims)
    ties = tuple(replace(tie, claims=tuple(ids.get(each, each) for each in tie.claims)) for tie in graph.ties)
    return replace(graph, claims=claims, ties=ties)


def test_all_is_found_where_nothing_has_changed() -> None:
    graph, _ = make_case()
    replay = replay_story(story_of(*(pinned(graph, claim) for claim in graph.claims)), graph)
    assert [claim and claim.id for claim in replay.found.values()] == [claim.id for claim in graph.claims]
    assert (replay.gone, replay.again, tell_replay(replay)) == (0, 0, None)


def test_a_claim_with_another_id_is_found_by_its_words_and_one_that_is_gone_is_told() -> None:
    graph, _ = make_case()
    story = make_story(graph)
    after = with_ids(graph, {"claim1": "claim1-anew"})
    replay = replay_story(story, after)
    found = {each.id: claim and claim.id for each, claim in replay.found.items()}
    assert found["claim1"] == "claim1-anew"
    assert found["gone"] is None
    assert (
        tell_replay(replay) == "1 of its 5 pinned claims no longer in the graph, 1 found again by the words"
    )


def test_of_two_claims_of_the_same_words_it_is_the_one_between_the_same_names_or_none() -> None:
    graph, _ = make_case()
    first = pinned(graph, graph.claims[0])
    twin = replace(graph.claims[0], id="new2", subject="mira")
    tie = replace(graph.ties[0], id="twin", subject="mira", claims=("new2",))
    after = with_ids(graph, {"claim0": "new1"})
    after = replace(after, claims=(*after.claims, twin), ties=(*after.ties, tie))
    assert [claim and claim.id for claim in replay_story(story_of(first), after).found.values()] == ["new1"]
    other = replace(first, subject="Somebody Else")
    assert [*replay_story(story_of(other), after).found.values()] == [None]


def test_a_claim_of_a_symmetric_relation_is_found_by_its_own_direction_or_as_it_was_pinned_once() -> None:
    graph, _ = make_turned()
    turned, straight = (pinned(graph, claim) for claim in graph.claims[3:])
    alike = replace(graph.claims[4], evidence=graph.claims[3].evidence)
    graph = replace(graph, claims=(*graph.claims[:4], alike))
    after = with_ids(graph, {"claim3": "new3", "claim4": "new4"})
    both = story_of(turned, replace(straight, quote=turned.quote))
    assert [claim and claim.id for claim in replay_story(both, after).found.values()] == ["new3", "new4"]
    # Once the ends were pinned in the order of the tie.
    another = replace(graph.claims[3], id="new4", subject="anna")
    tie = replace(graph.ties[0], id="another", subject="anna", object="mira", claims=("new4",))
    alone = with_ids(replace(graph, claims=graph.claims[:4]), {"claim3": "new3"})
    alone = replace(alone, claims=(*alone.claims, another), ties=(*alone.ties, tie))
    once = replace(turned, subject=turned.object, object=turned.subject)
    assert [claim and claim.id for claim in replay_story(story_of(once), alone).found.values()] == ["new3"]


def test_a_claim_is_not_found_in_another_document_relation_or_polarity() -> None:
    graph, _ = make_case()
    first = replace(pinned(graph, graph.claims[0]), id="lost")
    for changes in ({"document": "d2"}, {"relation": "opposes"}, {"polarity": "denied"}, {"quote": "Anna."}):
        assert [*replay_story(story_of(replace(first, **changes)), graph).found.values()] == [None]


def test_the_story_of_another_case_is_known() -> None:
    graph, _ = make_case()
    foreign = story_of(replace(pinned(graph, graph.claims[0]), id="x", document="elsewhere"))
    replay = replay_story(foreign, graph)
    assert replay.is_foreign
    assert "another case" in str(tell_replay(replay))
    assert not replay_story(Story(), graph).is_foreign
