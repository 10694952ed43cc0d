"""What claims are worth: what counts for them, what against, and that nothing else does."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest

from sociogram.graph.assemble import make_graph
from sociogram.graph.values import Graph
from sociogram.graph.worth import by_worth, weigh_claims
from sociogram.model import Amount, Claim, Modality, Origin, Polarity, TimeExpression
from support.made_readings import Paper, Resources


def worth(
    relation: str = "relatedTo",
    *,
    subject: str = "Ann Varga",
    target: str = "Bela Kiss",
    words: str = "",
    lemma: str = "paint",
    **more: object,
) -> float:
    """The worth of the one claim that a paper makes, of a named subject to a named actor or to words."""
    paper = Paper("a")
    kind = "Person" if subject[0].isupper() else "Collective"
    form = {"form": "named" if subject[0].isupper() else "nominal", "number": "plural"}
    end = None if words else paper.chain(target, "Person" if target[0].isupper() else "Collective", **(
        {"form": "named"} if target[0].isupper() else {"form": "nominal", "number": "plural"}))  # fmt: skip
    paper.says(
        paper.chain(subject, kind, **form),
        relation,
        end,
        literal=("Text", words),
        lemma=lemma,
        origin=Origin.OPEN,
        **more,  # type: ignore[arg-type]
    )
    (claim,) = graph_of(paper).claims
    return claim.worth


def graph_of(*papers: Paper) -> Graph:
    return make_graph([paper.reading() for paper in papers], (), Resources())


def test_a_worth_is_a_share() -> None:
    assert 0.0 < worth(words="it all", lemma="be in") < worth("killed") < 1.0


@pytest.mark.parametrize("relation", ["funded", "employs", "marriedTo", "criticises", "killed"])
def test_a_relation_with_a_sense_is_worth_more_than_one_without(relation: str) -> None:
    assert worth(relation) > worth()


def test_deeds_go_before_words_and_both_before_what_is_neither() -> None:
    assert worth(lemma="bombard") > worth(lemma="castigate") > worth(lemma="paint")


@pytest.mark.parametrize("lemma", ["be", "have", "take part in"])
def test_an_idle_verb_is_worth_less(lemma: str) -> None:
    assert worth(lemma=lemma) < worth()


def test_named_ends_go_before_described_ones_and_those_before_generic_ones() -> None:
    assert worth() > worth(subject="young Tory voters") > worth(subject="voters")
    assert worth() > worth(target="young Tory voters")
    assert worth(target="young Tory voters") == pytest.approx(worth(target="voters"), abs=0.02)


def test_words_go_by_what_they_tell() -> None:
    assert worth(words="the bridge of Mostar") > worth(words="the old bridge") > worth(words="others")
    assert worth(words="the old bridge") > worth(words="bridges")


@pytest.mark.parametrize("words", ["the man", "that company", "those emails"])
def test_one_word_that_only_another_sentence_explains_is_worth_less(words: str) -> None:
    assert worth(words=words) < worth(words=words.split()[1])
    assert worth(words=words, relation="opposes") == worth(words=words.split()[1], relation="opposes")


def test_words_with_a_name_in_brackets_are_worth_more() -> None:
    assert worth(words="his [Ann Lee] columns") > worth(words="his columns")


def test_a_circumstance_is_worth_less_than_an_object() -> None:
    assert worth(words="the old bridge", lemma="paint in") < worth(words="the old bridge", lemma="paint")
    assert worth(lemma="paint with") == worth(lemma="paint")


def test_a_sum_and_a_date_are_worth_more() -> None:
    amount = Amount(value=3.0, currency="USD", qualifier=None, text="$3")
    when = TimeExpression(start="2024", end=None, text="in 2024")
    assert worth("paid", amount=amount) > worth("paid", time=when) > worth("paid")


def test_what_is_only_possible_is_worth_less_and_a_denial_is_not() -> None:
    assert worth(modality=Modality.POSSIBLE) < worth()
    assert worth(modality=Modality.INTENDED) == worth()
    assert worth(polarity=Polarity.DENIED) > worth()


def test_what_a_document_begins_with_is_worth_more_than_what_it_ends_with() -> None:
    paper = Paper("a")
    ann, others = paper.chain("Ann Varga"), [paper.chain(name) for name in ("Bela Kiss", "Carla Diaz")]
    for number, other in enumerate(others):
        paper.says(ann, "met", other, start=200 + 2000 * number)
    early, late = graph_of(paper).claims
    assert early.worth > late.worth


def test_furniture_is_worth_little_whatever_it_says() -> None:
    assert worth("criticises", quote="Follow Ann Varga on Twitter @varga.") < worth(lemma="be")


def test_a_tie_that_is_told_again_in_a_document_is_worth_less_each_time() -> None:
    paper = Paper("a")
    ends = paper.chain("Ann Varga"), paper.chain("Bela Kiss")
    for number in range(4):
        paper.says(ends[0], "criticises", ends[1], quote=f"Varga slammed Kiss, {number}.")
    first, second, third, fourth = (claim.worth for claim in graph_of(paper).claims)
    assert first - second > 0.1
    assert second - third > 0.1
    assert 0 < third - fourth < 0.1, "from here on only what comes later in the document counts"


def papers_that_tell(count: int, *, copied: bool = False) -> list[Paper]:
    papers = [Paper(f"d{number}") for number in range(count)]
    for number, paper in enumerate(papers):
        ends = paper.chain("Ann Varga"), paper.chain("Bela Kiss")
        quote = "Varga slammed Kiss." if copied else f"Varga slammed Kiss, {number}."
        paper.says(ends[0], "criticises", ends[1], quote=quote)
    return papers


def test_what_more_sources_tell_is_worth_more_by_doublings() -> None:
    by_count = {count: graph_of(*papers_that_tell(count)).claims[0].worth for count in (1, 2, 3, 4, 8, 16)}
    assert by_count[1] < by_count[2] == by_count[3] < by_count[4] < by_count[8] == by_count[16]


def test_a_copied_sentence_is_worth_less_where_it_stands_again() -> None:
    first, second = (claim.worth for claim in graph_of(*papers_that_tell(2, copied=True)).claims)
    assert first > second


def test_a_tie_is_worth_its_best_claim_and_lists_go_by_worth_and_confidence() -> None:
    graph = graph_of(*papers_that_tell(2, copied=True))
    (tie,) = graph.ties
    assert tie.worth == max(claim.worth for claim in graph.claims)
    assert by_worth(tie) == pytest.approx(tie.worth * tie.confidence)


def test_the_order_of_documents_changes_no_worth() -> None:
    papers = papers_that_tell(5, copied=True)
    assert graph_of(*papers) == graph_of(*papers[2:], *papers[:2]) == graph_of(*papers[::-1])


def test_an_actor_of_pronouns_alone_is_nobody_in_particular() -> None:
    graph = graph_of(*papers_that_tell(1))
    silent = [
        replace(actor, mentions=tuple(replace(m, pronoun=True) for m in actor.mentions))
        for actor in graph.actors
    ]
    (weighed,), _ = weigh_claims(graph.claims, graph.ties, silent, graph.documents)
    assert weighed.worth < graph.claims[0].worth


def test_weighing_takes_one_pass() -> None:
    graph = graph_of(*papers_that_tell(1))
    (claim,), (tie,) = graph.claims, graph.ties

    def seconds(count: int) -> float:
        claims = [replace(claim, id=f"c{number}") for number in range(count)]
        many: list[Claim] = claims
        one = replace(tie, claims=tuple(each.id for each in many))
        begin = time.process_time()
        weigh_claims(many, [one], graph.actors, graph.documents)
        return time.process_time() - begin

    seconds(1_000)
    assert seconds(40_000) < 60 * max(seconds(2_000), 0.002)
